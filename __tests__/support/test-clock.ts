/** The time of the action's processes, which does not depend on the machine: see jumping-clock.cjs. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../../local/runner'

/** The file that is loaded into each process of the action. */
export const CLOCK_PRELOAD: string = join(__dirname, 'jumping-clock.cjs')

/** The clock of one job's steps. Close it when the job is done. */
export class TestClock {
  /** What the job has to add to its environment. */
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

  /** To be called by a server for each request that it does not answer on purpose. */
  readonly hold = (): void => {
    // The server may get a request of a process that was killed after its job is done.
    if (existsSync(this.file)) appendFileSync(this.file, 'h')
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

  close(): void {
    removeFolder(this.folder)
  }
}
