/** Runs main and post, and sends main a signal at a chosen moment. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../../local/github/faults'
import { startGitHub, type EmbeddedGitHub } from '../../local/github/server'
import { addOrganization, defaultData } from '../../local/github/github-data'
import { Job, type StepOptions, type StepResult } from '../../local/runner'
import { stateFile } from './token-checks'
import { positionsOf, type Position } from './fault-matrix'
import type { Random } from './search'
import { gitFiles } from './git-scenario'
import { appPublicKey, credentials } from './scenario'
import { cancel, deferred, TestClock } from './timing'

/** When the signal comes. Times are in milliseconds. */
export type Moment =
  /** Right after main has written so many times: a line, or to one of the runner's files. */
  | { readonly kind: 'write'; readonly count: number }
  /** A request has arrived. It is answered after main has received the signal. */
  | { readonly kind: 'request'; readonly position: Position }
  /** So long after the answer to a request was sent. */
  | { readonly kind: 'answer'; readonly position: Position; readonly after: number }
  /** So long after the start. */
  | { readonly kind: 'time'; readonly after: number }

/** A job with main and post, with or without a signal. */
export interface KilledJob {
  readonly github: EmbeddedGitHub
  readonly main: StepResult
  readonly post: StepResult
  /** Everything that main saved, earlier states included. */
  readonly savedText: string
  /** The files for git that are there after post. */
  readonly gitFilesLeft: readonly string[]
}

/** What main does without a signal. The moments are chosen from this. */
export interface Timeline {
  /** Main's requests. */
  readonly positions: readonly Position[]
  /** The writes, from the mask of the JWT on. The ones before it only mask the lines of the key. */
  readonly writes: readonly number[]
  readonly milliseconds: number
}

/** What main did in a job without a signal. */
export function timelineOf({ github, main, savedText }: KilledJob): Timeline {
  const saves = savedText.split('github-app-token<<').length - 1
  const given = Object.keys({ ...main.outputs }).length + Object.keys({ ...main.exported }).length
  const writes = main.lines.length + saves + given
  const jwt = main.lines.findIndex(({ text }) => text.startsWith('::add-mask::eyJ'))
  return {
    positions: positionsOf({ github }).filter(({ route }) => !route.startsWith('DELETE')),
    writes: Array.from({ length: writes }, (_, index) => index + 1).slice(jwt),
    milliseconds: main.milliseconds
  }
}

/** Milliseconds. Main needs less than the longest to read an answer, and to mask and save the token. */
const AFTER_ANSWER = [0, 1, 2, 3, 5, 8]

/**
 * Picks so many moments of each kind, from start to end. A write or a request is picked only once, so
 * that a large number picks all of them.
 */
export function pickMoments(random: Random, timeline: Timeline, count: Counts): Moment[] {
  const { positions, writes, milliseconds } = timeline
  const some = <T>(many: number, make: () => T): T[] => Array.from({ length: many }, make)
  return [
    ...pickSome(random, writes, count.writes).map((at) => ({ kind: 'write' as const, count: at })),
    // At least two: the simplest step has two requests, the lookup and the creation.
    ...pickSome(random, positions, Math.max(2, count.others)).map((position) => ({
      kind: 'request' as const,
      position
    })),
    ...some(count.others, () => ({
      kind: 'answer' as const,
      position: random.pick(positions),
      after: random.pick(AFTER_ANSWER)
    })),
    ...some(count.others, () => ({ kind: 'time' as const, after: random.int(milliseconds * 1.1) }))
  ]
}

function pickSome<T>(random: Random, list: readonly T[], count: number): T[] {
  const left = [...list]
  const picks = Math.min(count, list.length)
  return Array.from({ length: picks }, () => left.splice(random.int(left.length), 1)).flat()
}

/** How many moments to pick. */
export interface Counts {
  readonly writes: number
  /** Of each other kind. */
  readonly others: number
}

/** A signal for main, and when it comes. */
export interface Kill {
  readonly signal: NodeJS.Signals
  readonly moment: Moment
}

/** Runs main and post, and sends main a signal if one is given. */
export async function runJob(
  inputs: Readonly<Record<string, string>>,
  kill?: Kill
): Promise<KilledJob> {
  const data = defaultData({ publicKey: appPublicKey })
  addOrganization(data, 'third-org', 5001)
  const github = await startGitHub(data)
  const clock = new TestClock()
  const job = new Job({
    apiUrl: github.url,
    inputs: { ...credentials, ...inputs },
    env: clock.env
  })
  try {
    const main = await run(job, github, clock, kill)
    const post = await job.post()
    expect(github.complaints).toEqual([])
    const savedText = readFileSync(stateFile(job), 'utf8')
    return { github, main, post, savedText, gitFilesLeft: gitFiles(job) }
  } finally {
    job.close()
    await github.close()
    clock.close()
  }
}

async function run(
  job: Job,
  github: EmbeddedGitHub,
  clock: TestClock,
  kill?: Kill
): Promise<StepResult> {
  if (kill === undefined) return job.main()
  const { signal, moment } = kill
  switch (moment.kind) {
    case 'write':
      return job.main(byItself(signal, moment.count))
    case 'request': {
      const released = deferred()
      failAt(github, moment.position, { kind: 'delay', until: released.promise })
      const { process, result } = job.startMain()
      await process.until(() => hasArrived(github, moment.position))
      await cancel(process, clock, signal)
      released.resolve()
      return result
    }
    case 'answer': {
      const { process, result } = job.startMain()
      const kill = (): void => {
        process.kill(signal)
      }
      const edit = (body: unknown): unknown => {
        if (moment.after === 0) setImmediate(kill)
        else setTimeout(kill, moment.after)
        return body
      }
      failAt(github, moment.position, { kind: 'edit', edit })
      return result
    }
    case 'time': {
      const { process, result } = job.startMain()
      const end = performance.now() + moment.after
      if (await process.until(() => performance.now() >= end)) process.kill(signal)
      return result
    }
  }
}

/** For a write: main sends the signal to itself, because another process would be too late. */
function byItself(signal: NodeJS.Signals, count: number): StepOptions {
  return {
    nodeArguments: ['--require', join(__dirname, 'preload', 'kill-itself.cjs')],
    env: { KILL_AFTER: String(count), KILL_SIGNAL: signal }
  }
}

function failAt(github: EmbeddedGitHub, { route, at }: Position, fault: Fault): void {
  const before = Array<Fault>(at - 1).fill({ kind: 'delay', ms: 0 })
  github.fail(route, [...before, fault])
}

function hasArrived({ exchanges }: EmbeddedGitHub, { route, at }: Position): boolean {
  return exchanges.filter((exchange) => exchange.route === route).length >= at
}
