/** Main struck by a signal at a moment of its life, and what is found afterwards. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startGitHub, type EmbeddedGitHub } from '../../local/github/server'
import { addOrganization, defaultWorld } from '../../local/github/world'
import { Job, type StepOptions, type StepResult } from '../../local/runner'
import { stateFile } from './custody'
import { positionsOf, type Position } from './fault-matrix'
import type { Random } from './fuzz'
import { gitFiles } from './git-scenario'
import { appPublicKey, credentials } from './scenario'

/** When the signal comes. Times are in milliseconds. */
export type Moment =
  /** Right after main has written so many times: a line, or to one of the runner's files. */
  | { readonly kind: 'write'; readonly count: number }
  /** A request has arrived and is not answered yet. */
  | { readonly kind: 'request'; readonly position: Position }
  /** So long after the answer to a request was sent. */
  | { readonly kind: 'answer'; readonly position: Position; readonly after: number }
  /** So long after the start. */
  | { readonly kind: 'time'; readonly after: number }

/** A whole life of main and post, with or without a signal. */
export interface Life {
  readonly github: EmbeddedGitHub
  readonly main: StepResult
  readonly post: StepResult
  /** Everything that main saved, whether or not it holds by now. */
  readonly savedText: string
  /** The files for git that are there after post. */
  readonly gitFilesLeft: readonly string[]
}

/** What happens in a life of main without a signal: the moments are chosen by it. */
export interface Timeline {
  /** Main's requests. */
  readonly positions: readonly Position[]
  /** The writes from the first that matters on: before it, the key alone is hidden line by line. */
  readonly writes: readonly number[]
  readonly milliseconds: number
}

/** What a life of main came to without a signal. */
export function timelineOf({ github, main, savedText }: Life): Timeline {
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

/** Reading an answer, hiding and saving the token take main less than the longest of these. */
const AFTER_ANSWER = [0, 1, 2, 3, 5, 8]

/**
 * Picks moments all over a life: so many of each kind. A write is picked once at most, so that a
 * large number picks every one.
 */
export function pickMoments(random: Random, timeline: Timeline, count: Counts): Moment[] {
  const { positions, writes, milliseconds } = timeline
  const some = <T>(many: number, make: () => T): T[] => Array.from({ length: many }, make)
  const left = [...writes]
  return [
    ...some(Math.min(count.writes, writes.length), () => ({
      kind: 'write' as const,
      count: left.splice(random.int(left.length), 1)[0] ?? 0
    })),
    ...some(count.others, () => ({ kind: 'request' as const, position: random.pick(positions) })),
    ...some(count.others, () => ({
      kind: 'answer' as const,
      position: random.pick(positions),
      after: random.pick(AFTER_ANSWER)
    })),
    ...some(count.others, () => ({ kind: 'time' as const, after: random.int(milliseconds * 1.1) }))
  ]
}

/** How many moments to pick. */
export interface Counts {
  readonly writes: number
  /** Of each other kind. */
  readonly others: number
}

/** A signal that strikes main at a moment. */
export interface Strike {
  readonly signal: NodeJS.Signals
  readonly moment: Moment
}

/** Runs main and post for some inputs, and strikes main where that is asked for. */
export async function live(
  inputs: Readonly<Record<string, string>>,
  strike?: Strike
): Promise<Life> {
  const world = defaultWorld({ publicKey: appPublicKey })
  addOrganization(world, 'third-org', 5001)
  const github = await startGitHub(world)
  const job = new Job({
    apiUrl: github.url,
    inputs: { ...credentials, ...inputs },
    timeLimit: 60_000
  })
  try {
    const main = await run(job, github, strike)
    const post = await job.post()
    expect(github.complaints).toEqual([])
    const savedText = readFileSync(stateFile(job), 'utf8')
    return { github, main, post, savedText, gitFilesLeft: gitFiles(job) }
  } finally {
    job.close()
    await github.close()
  }
}

async function run(job: Job, github: EmbeddedGitHub, strike?: Strike): Promise<StepResult> {
  if (strike === undefined) return job.main()
  const { signal, moment } = strike
  const { process, result } = job.startMain(moment.kind === 'write' ? byItself(strike) : {})
  aim(github, moment, () => {
    process.kill(signal)
  })
  if (moment.kind === 'time') {
    const end = performance.now() + moment.after
    if (await process.until(() => performance.now() >= end)) process.kill(signal)
  }
  return result
}

/** For the moments of a write: main strikes itself, since nobody else is as quick. */
function byItself({ signal, moment }: Strike): StepOptions {
  const after = moment.kind === 'write' ? String(moment.count) : ''
  return {
    nodeArguments: ['--require', join(__dirname, 'strike.cjs')],
    env: { STRIKE_AFTER: after, STRIKE_SIGNAL: signal }
  }
}

/** For the moments of a request: GitHub strikes as it answers. */
function aim(github: EmbeddedGitHub, moment: Moment, strike: () => void): void {
  if (moment.kind !== 'request' && moment.kind !== 'answer') return
  const { route, at } = moment.position
  for (let before = 1; before < at; before++) github.fail(route, { kind: 'delay', ms: 0 })
  github.fail(route, {
    kind: 'edit',
    edit: (body) => {
      if (moment.kind === 'request') strike()
      else if (moment.after === 0) setImmediate(strike)
      else setTimeout(strike, moment.after)
      return body
    }
  })
}
