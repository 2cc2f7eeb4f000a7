import { join } from 'node:path'
import type { RouteName } from '../local/github/routes'
import type { EmbeddedGitHub } from '../local/github/server'
import type { StepResult } from '../local/runner'
import { hasGit } from './support/git-server'
import { gitFiles } from './support/git-scenario'
import { CREATION, LOOKUP } from './support/explained'
import { FAULTS } from './support/fault-matrix'
import { recordAs } from './support/recorder'
import {
  kill,
  LIFE,
  renewalFolders,
  renewalJob,
  runs,
  until,
  type RenewalOptions
} from './support/renewal'
import { inParallel, sample, SEED } from './support/search'

const LANES = 3

const preload = join(__dirname, 'support', 'preload', 'kill-renewer.cjs')

/** Time for two renewals. */
const TIME = LIFE * 1.2
/** Time for a request that is not answered within its limit, and for the next renewal. */
const FAULT_TIME = LIFE * 2.5

interface Outcome {
  readonly github: EmbeddedGitHub
  readonly post: StepResult
  /** How often the renewer has changed a file. */
  readonly writes: number
  readonly wrong: string[]
}

async function run(
  env: Record<string, string>,
  arrange: RenewalOptions['arrange'] = () => undefined,
  time = TIME
): Promise<Outcome> {
  let outcome: Outcome | undefined
  const options = {
    arrange,
    isOffDescription: true,
    with: { 'git-credentials': String(hasGit) },
    env: { TEST_RENEWER_PRELOAD: preload, ...env }
  }
  await renewalJob(options, async ({ github, job, main, clock, renewer, post }) => {
    expect({ exitCode: main.exitCode, log: main.log }).toMatchObject({ exitCode: 0 })
    await clock.pass(time)
    const end = await post()
    // If it answers post, it does that right before its end.
    await until(() => !runs(renewer))
    const left = [...renewalFolders(job), ...gitFiles(job)]
    const wrong = [
      ...propertyFaults(github, end),
      ...left.map((name) => `${name} is left`),
      ...(end.exitCode === 0 ? [] : ['post failed'])
    ]
    outcome = { github, post: end, wrong, writes: clock.writes() }
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
  const clean = await run({})
  expect(clean.wrong).toEqual([])
  expect(clean.post.annotations).toEqual([])
  expect(clean.github.tokens().length).toBeGreaterThanOrEqual(3)
  expect(clean.writes).toBeGreaterThan(20)
  // Its first ledger takes three writes. If it is killed then, the step fails. Its last ledger answers post.
  const places = Array.from({ length: clean.writes - 6 }, (_, index) => index + 4)
  const moments = places.flatMap((at) => [`before ${at}`, `after ${at}`])
  const wrong: string[] = []
  await inParallel(sample(moments, 3), LANES, async (moment) => {
    const {
      github,
      post,
      wrong: found
    } = await recordAs(moment, () => run({ TEST_RENEWER_KILL: moment }))
    // All answers had arrived, and were written down at once. Between the two, a token can be lost.
    const isBetween = post.log.includes('a request for a renewed token was lost')
    if (github.liveTokens().length > 0 && !isBetween) found.push('a known token is alive')
    if (!post.log.includes('ended before the job')) found.push('post does not say that it ended')
    if (found.length > 0) wrong.push([moment, ...found].join('\n  '))
  })
  expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
})

test('the renewer is killed while GitHub works on its requests', async () => {
  const routes: readonly RouteName[] = [LOOKUP, CREATION]
  const cells = routes.flatMap((route) =>
    [2, 3].flatMap((at) => [false, true].map((isDone) => ({ route, at, isDone })))
  )
  const wrong: string[] = []
  await inParallel(sample(cells, 2), LANES, async (cell) => {
    const name = JSON.stringify(cell)
    const { github, post, wrong: found } = await recordAs(name, () => run({}, killAt(cell)))
    const lost = cell.route === CREATION && cell.isDone ? 1 : 0
    if (github.liveTokens().length !== lost) found.push('another number of tokens is alive')
    if (lost > 0 && !post.log.includes('a request for a renewed token was lost')) {
      found.push('post does not say that a token was lost')
    }
    if (found.length > 0) wrong.push([name, ...found].join('\n  '))
  })
  expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
})

test('every fault at the requests of a renewal', async () => {
  const routes: readonly RouteName[] = [LOOKUP, CREATION]
  const cells = routes.flatMap((route) =>
    Object.values(FAULTS)
      .flatMap((variants) => variants({ route, otherServer: 'http://127.0.0.1:9' }))
      .map(({ name, fault }) => ({ route, name, fault }))
  )
  const wrong: string[] = []
  await inParallel(sample(cells, 3), LANES, async ({ route, name, fault }) => {
    const arrange: RenewalOptions['arrange'] = (github) => {
      github.fail(route, [{ kind: 'delay', ms: 0 }, fault])
    }
    const cell = `${route}, ${name}`
    const { post, wrong: found } = await recordAs(cell, () => run({}, arrange, FAULT_TIME))
    if (post.log.includes('ended before the job')) found.push('the renewer ended')
    if (found.length > 0) wrong.push([cell, ...found].join('\n  '))
  })
  expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
})

interface Cell {
  readonly route: RouteName
  readonly at: number
  /** Whether the request has its effect. Its answer does not arrive. */
  readonly isDone: boolean
}

function killAt({ route, at, isDone }: Cell): RenewalOptions['arrange'] {
  return (github, clock) => {
    const end = (): void => {
      for (const pid of clock.renewers()) kill(pid, 'SIGKILL')
    }
    const edit = (body: unknown): unknown => {
      end()
      return body
    }
    const before = Array.from({ length: at - 1 }, () => ({ kind: 'delay', ms: 0 }) as const)
    github.fail(route, [...before, isDone ? { kind: 'edit', edit } : { kind: 'hang' }])
    if (isDone) return
    const timer = setInterval(() => {
      if (github.exchanges.filter((one) => one.route === route).length < at) return
      clearInterval(timer)
      end()
    }, 5)
    timer.unref()
  }
}
