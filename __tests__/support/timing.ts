/**
 * When things happen in a test: the time of the action's processes, which does not depend on the
 * machine (see preload/jumping-clock.cjs), signals, and answers that wait for something.
 */
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder, type RunningProcess } from '../../local/runner'
import { identify } from '../../src/renew/process-identity'

// Jest loads this file before each test file (jest.config.js), so that no step of any job depends on
// how fast the machine is. `Job` reads this variable.
process.env['ACTION_PRELOAD'] = join(__dirname, 'preload', 'jumping-clock.cjs')

/** The clock of one job's steps. Close it after the job. */
export class TestClock {
  /** The variables to add to the job's environment. */
  readonly env: Readonly<Record<string, string>>
  private readonly folder: string
  private readonly file: string

  /** @param isStopped no time passes before {@link start}: no retry, no time limit */
  constructor(isStopped = false) {
    this.folder = mkdtempSync(join(tmpdir(), 'test-clock-'))
    this.file = join(this.folder, 'clock')
    writeFileSync(this.file, '')
    this.env = { TEST_CLOCK: this.file, ...(isStopped ? { TEST_CLOCK_STOPPED: '1' } : {}) }
  }

  /** A server calls this for each request that it leaves without an answer on purpose. */
  readonly hold = (): void => {
    // A process that was killed can still send a request after its job has ended.
    if (existsSync(this.file)) appendFileSync(this.file, 'h')
  }

  /** A server calls this for each connection that it opens and then leaves without an answer. */
  readonly holdConnection = (): void => {
    if (existsSync(this.file)) appendFileSync(this.file, 'c')
  }

  /** Lets time pass, if it was stopped. */
  start(): void {
    appendFileSync(this.file, 'g')
  }

  /** The milliseconds of each timer that the steps have set so far. */
  timers(): number[] {
    const path = `${this.file}.timers`
    if (!existsSync(path)) return []
    return readFileSync(path, 'utf8').split('\n').filter(Boolean).map(Number)
  }

  /** Removes its files. */
  close(): void {
    removeFolder(this.folder)
  }
}

/** Real milliseconds between two looks at the processes that share a time. */
const LOOK = 5

/**
 * One time for several processes of the action and their GitHub. It passes only if none of them can go
 * on without: then it jumps to the moment for which the first one waits. Close it after the jobs.
 */
export class SharedClock {
  /** The variables to add to each job's environment. */
  readonly env: Readonly<Record<string, string>>
  private readonly folder: string
  private readonly processes = new Set<RunningProcess>()
  private readonly timer: NodeJS.Timeout
  private time = Date.now()
  /** The time does not pass beyond this moment. */
  private limit: number
  private arrived = (): void => undefined

  /** @param isHeld time passes only while a test waits for {@link pass} */
  constructor(isHeld = false) {
    this.limit = isHeld ? this.time : Infinity
    this.folder = mkdtempSync(join(tmpdir(), 'shared-clock-'))
    this.env = { TEST_CLOCK_SHARED: this.folder }
    this.write()
    this.timer = setInterval(() => {
      this.look()
    }, LOOK)
  }

  /** Renewers that a test has stopped, and for which nobody waits. */
  readonly frozen = new Set<number>()

  /** The clock of the embedded GitHub (`GitHubData.now`). */
  readonly now = (): number => this.time

  /** Lets processes share the time until they end. */
  add(...processes: readonly RunningProcess[]): void {
    for (const process of processes) {
      this.processes.add(process)
      void process.end.finally(() => this.processes.delete(process)).catch(() => undefined)
    }
  }

  /** Lets so much time pass, in milliseconds, with all that the processes do in it. */
  async pass(milliseconds: number): Promise<void> {
    this.limit = this.time + Math.round(milliseconds)
    await new Promise<void>((resolve) => {
      this.arrived = resolve
    })
  }

  /** So much time is over at once, as if the machine had slept. */
  jumpAhead(milliseconds: number): void {
    this.limit = this.time + Math.round(milliseconds)
    this.jump(this.limit)
  }

  /** From now on, time passes whenever it has to. */
  release(): void {
    this.limit = Infinity
  }

  /** The renewers that the steps have started, in their order. */
  renewers(): number[] {
    return this.lines('renewers').map(Number)
  }

  /** How often a renewer with preload/kill-renewer.cjs has changed a file. */
  writes(): number {
    return this.lines('writes').length
  }

  /** What the renewers have written to their standard error, which goes nowhere in a job. */
  errors(): string[] {
    return this.lines('errors')
  }

  private lines(name: string): string[] {
    const file = join(this.folder, name)
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  }

  /** From now on, no time passes unless a test waits for {@link pass}. */
  hold(): void {
    this.limit = this.time
  }

  /** Stops the time, and removes its files. */
  close(): void {
    clearInterval(this.timer)
    removeFolder(this.folder)
  }

  private look(): void {
    const started = this.renewers().filter((pid) => !this.frozen.has(pid) && isAlive(pid))
    const pids = [...started, ...[...this.processes].map(({ pid }) => pid ?? 0)]
    const next = Math.min(...pids.map((pid) => this.waitsUntil(pid)))
    // A process whose moment has come is at work, although its file still has that moment.
    if (next <= this.time) return
    if (next > this.limit) {
      if (this.time < this.limit) this.jump(this.limit)
      this.arrived()
    } else if (next !== Infinity) this.jump(next)
  }

  private jump(moment: number): void {
    this.time = moment
    this.write()
  }

  /** 0 before its first wait. */
  private waitsUntil(pid: number): number {
    const file = join(this.folder, String(pid))
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  }

  /** Nobody must read half a number. */
  private write(): void {
    const file = join(this.folder, 'now')
    writeFileSync(`${file}.new`, String(this.time))
    renameSync(`${file}.new`, file)
  }
}

/** Also false for a process that has ended and is not reaped yet, where the system says so. */
function isAlive(pid: number): boolean {
  return identify(pid) !== undefined
}

/** If a step gets a signal, it sets this timer: how long it still waits for answers. */
const GRACE = 5_000

/**
 * Sends signals to a step. Returns as soon as the step has received the first one: after this, the
 * step knows that its job is cancelled.
 */
export async function cancel(
  step: RunningProcess,
  clock: TestClock,
  ...[first, ...others]: readonly [NodeJS.Signals, ...NodeJS.Signals[]]
): Promise<void> {
  step.kill(first)
  await step.until(() => clock.timers().includes(GRACE))
  for (const signal of others) step.kill(signal)
}

/** A promise that a test resolves itself. */
export interface Deferred {
  /** For the fault `delay` of the embedded GitHub, for example. */
  readonly promise: Promise<void>
  readonly resolve: () => void
}

/** Creates a promise that is resolved by a call. */
export function deferred(): Deferred {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
