import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmbeddedGitHub } from '../local/github/server'
import { removeFolder, type StepResult } from '../local/runner'
import { hasGit } from './support/git-server'
import { gitFiles } from './support/git-scenario'
import { CREATION, LOOKUP } from './support/explained'
import { recordAs } from './support/recorder'
import {
  kill,
  LIFE,
  renewalFolders,
  renewalJob,
  runs,
  type RenewalOptions
} from './support/renewal'
import { inParallel, Random, sample, SEED, triesOf } from './support/search'
import { deferred } from './support/timing'

const LANES = 3

const preload = join(__dirname, 'support', 'preload', 'kill-renewer.cjs')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'renew-kills-'))
})

afterAll(() => {
  removeFolder(folder)
})

/** The two renewals of a job: what the renewer writes in them. */
const TIME = LIFE * 1.2

interface Outcome {
  readonly github: EmbeddedGitHub
  readonly post: StepResult
  readonly wrong: string[]
}

async function run(env: Record<string, string>, more: RenewalOptions = {}): Promise<Outcome> {
  let outcome: Outcome | undefined
  const options = {
    ...more,
    isOffDescription: true,
    with: { 'git-credentials': String(hasGit), 'permission-contents': 'read' },
    env: { TEST_RENEWER_PRELOAD: preload, ...env }
  }
  await renewalJob(options, async ({ github, job, main, pass, renewer, post }) => {
    expect(main.exitCode).toBe(0)
    await pass(TIME)
    const end = await post()
    const left = [...renewalFolders(job), ...gitFiles(job)]
    const wrong = [
      ...propertyFaults(github, end),
      ...left.map((name) => `${name} is left`),
      ...(runs(renewer) ? ['the renewer still runs'] : []),
      ...(end.exitCode === 0 ? [] : ['post failed'])
    ]
    outcome = { github, post: end, wrong }
  })
  if (outcome === undefined) throw new Error('the job did not end')
  return outcome
}

/** Tokens created ⊆ tokens revoked ∪ tokens reported; at most the one whose answer was under way. */
function propertyFaults(github: EmbeddedGitHub, post: StepResult): string[] {
  const alive = github.liveTokens()
  const isReported = / may live until \d\d:\d\d UTC/.test(post.log)
  return [
    ...(alive.length === 0 || isReported ? [] : ['a token is alive, and post does not say so']),
    ...(alive.length <= 1 ? [] : [`${alive.length} tokens are alive`])
  ]
}

test('the renewer is killed before and after everything that it writes', async () => {
  const file = join(folder, 'count')
  writeFileSync(file, '')
  const clean = await run({ TEST_RENEWER_COUNT: file })
  expect(clean.wrong).toEqual([])
  expect(clean.post.annotations).toEqual([])
  expect(clean.github.tokens().length).toBeGreaterThanOrEqual(3)
  const writes = readFileSync(file, 'utf8').split('\n').length - 1
  expect(writes).toBeGreaterThan(20)
  // Its first ledger takes three writes. If it is killed in there, the step fails.
  const moments = Array.from({ length: writes - 3 }, (_, index) => index + 4).flatMap((at) => [
    `before ${at}`,
    `after ${at}`
  ])
  const wrong: string[] = []
  let unknown = 0
  await inParallel(sample(moments, 4), LANES, async (moment) => {
    const {
      github,
      post,
      wrong: found
    } = await recordAs(moment, () => run({ TEST_RENEWER_KILL: moment }))
    unknown += github.liveTokens().length
    const isTold = post.log.includes('The process that renews the token ended before the job')
    if (!isTold) found.push('post does not say that the renewer ended')
    if (found.length > 0) wrong.push([moment, ...found].join('\n  '))
  })
  // All answers had arrived and were written down at once.
  expect({ seed: SEED, wrong, unknown }).toEqual({ seed: SEED, wrong: [], unknown: 0 })
})

test('the renewer is killed while GitHub works on each of its requests', async () => {
  const cells = [LOOKUP, CREATION].flatMap((route) =>
    [2, 3].flatMap((at) =>
      (['before', 'after'] as const).map((when) => ({
        route,
        at,
        when,
        name: `${route} ${at} ${when}`
      }))
    )
  )
  const wrong: string[] = []
  await inParallel(sample(cells, 2, new Random(SEED)), LANES, async ({ route, at, when, name }) => {
    const { github, post, wrong: found } = await recordAs(name, () => runKilledAt(route, at, when))
    const isCreated = route === CREATION && when === 'after'
    if (github.liveTokens().length !== (isCreated ? 1 : 0)) found.push('another number is alive')
    if (
      isCreated &&
      !post.log.includes("GitHub's answer to a request for a renewed token was lost")
    ) {
      found.push('post does not say that a token was lost')
    }
    if (found.length > 0) wrong.push([name, ...found].join('\n  '))
  })
  expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
})

/** Before or after the request has its effect. Its answer does not arrive. */
async function runKilledAt(
  route: typeof LOOKUP | typeof CREATION,
  at: number,
  when: 'before' | 'after'
): Promise<Outcome> {
  const pidFile = join(folder, `pid-${triesOf(1, 1)}-${Math.random()}`)
  const never = deferred()
  return run(
    { TEST_RENEWER_ARGUMENTS: `${pidFile}.json` },
    {
      arrange: (github) => {
        const end = (body: unknown): unknown => {
          const { pid } = JSON.parse(readFileSync(`${pidFile}.json`, 'utf8')) as { pid: number }
          kill(pid, 'SIGKILL')
          return body
        }
        const before = Array.from({ length: at - 1 }, () => ({ kind: 'delay', ms: 0 }) as const)
        github.fail(route, [
          ...before,
          when === 'after'
            ? { kind: 'edit', edit: end }
            : { kind: 'delay', until: Promise.resolve().then(() => never.promise) }
        ])
        if (when === 'before') {
          const timer = setInterval(() => {
            const arrived = github.exchanges.filter((one) => one.route === route).length
            if (arrived < at || !existsSync(`${pidFile}.json`)) return
            clearInterval(timer)
            end(undefined)
          }, 5)
        }
      }
    }
  )
}
