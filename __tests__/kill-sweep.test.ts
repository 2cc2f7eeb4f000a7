import { handlingMistakes, lostByLog, readTokens } from './support/token-checks'
import { hasGit } from './support/git-server'
import {
  runJob,
  pickMoments,
  timelineOf,
  type KilledJob,
  type Kill,
  type Timeline
} from './support/kill'
import { recordAs, unrecorded } from './support/recorder'
import { inParallel, Random, SEED, triesAll } from './support/search'
import { describeWithSignals } from './support/system'

/** Moments of each kind, for each signal and each step. `KILL_MOMENTS=500` looks further. */
const MOMENTS = Number(process.env['KILL_MOMENTS'] ?? (triesAll ? 4 : 1))

const LANES = 4

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const
type Signal = (typeof SIGNALS)[number]

const STEPS: readonly { name: string; inputs: Record<string, string> }[] = [
  { name: 'one token', inputs: {} },
  { name: 'a token for each of three owners', inputs: { owner: 'octo-org, mona, third-org' } },
  { name: 'a token that is kept', inputs: { 'skip-token-revoke': 'true' } },
  {
    name: 'a token for git',
    inputs: { 'git-identity': 'true', 'git-credentials': String(hasGit) }
  }
]

/** How far main had come when it ended. */
type Reach = 'no token read' | 'a token read' | 'handed over'

const timelines = new Map<string, Timeline>()
const wantedOutputs = new Map<string, string>()
const reached = new Map<Signal, Set<Reach>>(SIGNALS.map((signal) => [signal, new Set()]))

beforeAll(async () => {
  for (const { name, inputs } of STEPS) {
    const clean = await runJob(inputs)
    expect(clean.main.exitCode).toBe(0)
    timelines.set(name, timelineOf(clean))
    wantedOutputs.set(name, Object.keys(clean.main.outputs).sort().join())
  }
})

describeWithSignals.each(SIGNALS)('main is struck by %s at any moment', (signal) => {
  test.each(STEPS)('$name', async ({ name, inputs }) => {
    const timeline = timelines.get(name)
    if (timeline === undefined) throw new Error(`${name} did not run without a signal`)
    // What is caught is heard of only when main waits: between two writes it seldom does.
    const most = signal === 'SIGKILL' ? Infinity : MOMENTS
    const moments = pickMoments(new Random(SEED), timeline, { writes: most, others: MOMENTS })
    const wrong: string[] = []
    await inParallel(moments, LANES, async (moment) => {
      const found = await judge(name, inputs, { signal, moment })
      if (found.length > 0) wrong.push([JSON.stringify(moment), ...found].join('\n  '))
    })
    expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
  })

  test('the moments lie before and after the tokens are read', () => {
    expect([...(reached.get(signal) ?? [])]).toEqual(
      expect.arrayContaining(['no token read', 'a token read'])
    )
  })
})

async function judge(
  name: string,
  inputs: Readonly<Record<string, string>>,
  kill: Kill & { readonly signal: Signal }
): Promise<string[]> {
  const { signal } = kill
  try {
    const job = await recordJob(inputs, kill, () => runJob(inputs, kill))
    const isHandedOver = Object.keys(job.main.outputs).sort().join() === wantedOutputs.get(name)
    reached.get(signal)?.add(reachOf(job, isHandedOver))
    const ending = signal === 'SIGKILL' ? [] : endingFaults(job, isHandedOver)
    return [...ending, ...tokenFaults(job, isHandedOver), ...restFaults(job, signal)]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** How far a step with one owner comes is decided only if main kills itself at a write. */
function recordJob(
  { owner = '' }: Readonly<Record<string, string>>,
  { signal, moment }: Kill,
  work: () => Promise<KilledJob>
): Promise<KilledJob> {
  const isDecided = moment.kind === 'write' && signal === 'SIGKILL' && !owner.includes(',')
  return isDecided ? recordAs(JSON.stringify(moment), work) : unrecorded(work)
}

function reachOf({ github, main }: KilledJob, isHandedOver: boolean): Reach {
  if (isHandedOver) return 'handed over'
  return readTokens(github, main).length === 0 ? 'no token read' : 'a token read'
}

function unless(holds: boolean, violation: string): string[] {
  return holds ? [] : [violation]
}

/** A step that is told to end does so by itself, and hands over everything or nothing. */
function endingFaults({ main, github }: KilledJob, isHandedOver: boolean): string[] {
  // Before main listens and once it is done, a signal ends the process as it would end any.
  const isAsleep = github.exchanges.length === 0 || isHandedOver
  return [
    ...unless(main.signal === null || isAsleep, `main was ended by ${String(main.signal)}`),
    ...unless(main.exitCode !== 0 || isHandedOver, 'main succeeded and handed nothing over'),
    ...unless(
      isHandedOver || Object.keys(main.outputs).length === 0,
      'main handed over some of what there is'
    ),
    ...unless(main.stderr === '', `main wrote to stderr: ${main.stderr}`)
  ]
}

/** Whatever is found outside main was hidden and saved before. */
function tokenFaults({ github, main, savedText }: KilledJob, isHandedOver: boolean): string[] {
  const given = JSON.stringify([main.outputs, main.exported])
  const last = main.lines.at(-1)?.text
  return github.tokens().flatMap(({ value }) => {
    const isSaved = savedText.includes(value)
    // Between hiding and saving there is nothing else that main does.
    const isCutShort = !isSaved && last === `::add-mask::${value}` && !given.includes(value)
    const isSeen = isSaved || main.masks.includes(value) || given.includes(value)
    return [
      ...(isSeen && !isCutShort ? handlingMistakes(value, main, savedText) : []),
      ...unless(
        isKept(main) ? isHandedOver : true,
        'a token is to be kept although it was not handed over'
      )
    ]
  })
}

/** Whether main's last word to post is that the tokens are kept. */
function isKept({ state }: KilledJob['main']): boolean {
  return (state['github-app-token'] ?? '').includes('"keepToken":true')
}

/** After post no token lives on, but one that was to be kept or whose answer main never read. */
function restFaults(
  { github, main, post, savedText, gitFilesLeft }: KilledJob,
  signal: Signal
): string[] {
  const alive = github.liveTokens().filter(({ value }) => !(isKept(main) && saved(value)))
  const unread = alive.filter(({ value }) => !saved(value))
  function saved(value: string): boolean {
    return savedText.includes(value)
  }
  return [
    ...unless(!main.timedOut && !post.timedOut, 'a step did not end in time'),
    ...unless(post.exitCode === 0, `post ended with ${String(post.exitCode)}`),
    ...unless(post.annotations.length === 0, `post complains: ${post.log}`),
    ...unless(alive.length === unread.length, 'a token that main saved is alive after post'),
    ...unless(
      signal === 'SIGKILL' || unread.length <= lostByLog(main),
      'a token that nobody holds is alive, and the log does not say so'
    ),
    ...unless(gitFilesLeft.length === 0, "git's file is left")
  ]
}
