import { join } from 'node:path'
import { onTimeOver } from '../src/action/time-limits'
import { describeWait, RateLimitWaits, type RateLimitWait } from '../src/http/rate-limit-waits'
import type { Fault } from '../local/github/faults'
import { addOrganization } from '../local/github/github-data'
import { PointLimit } from '../local/github/point-limit'
import { ACCOUNT, explained, LOOKUP, CREATION } from './support/explained'
import { scenario, type ScenarioOptions } from './support/scenario'
import { describeWithSignals } from './support/system'
import { cancel, deferred, type TestClock } from './support/timing'
import { bareLog } from './support/post-log'

const REVOKE = 'DELETE /installation/token'

const WORDS = 'You have exceeded a secondary rate limit. Please wait a few minutes.'
const MINUTE = 60_000

/** GitHub says that a limit is reached, and asks to wait so many seconds. */
function limit(seconds: number): Fault {
  return {
    kind: 'status',
    status: 403,
    body: { message: WORDS },
    headers: { 'retry-after': String(seconds) }
  }
}

type Route = Parameters<Parameters<NonNullable<ScenarioOptions['arrange']>>[0]['fail']>[0]

/** So many requests of a route meet a limit. */
function rateLimited(route: Route, seconds: number, times = 1): ScenarioOptions {
  return {
    sharesTime: true,
    isOffDescription: true,
    arrange: (github) => {
      github.fail(route, limit(seconds), times)
    }
  }
}

/** What a log says about waits. */
function waitsIn(log: string): string[] {
  return log.split('\n').filter((line) => line.startsWith("GitHub's rate limit is reached. "))
}

/** How long the step waits each time, in seconds. */
function secondsIn(log: string): number[] {
  return waitsIn(log).map((line) => Number(/again in (\d+) seconds/.exec(line)?.[1]))
}

/** The steps' clock after main, in milliseconds after its start. */
function watchTime(): {
  readonly options: Required<Pick<ScenarioOptions, 'data' | 'between'>>
  readonly took: () => number
} {
  let [start, end] = [0, 0]
  return {
    options: {
      data: (data) => {
        start = data.now()
      },
      between: (_, __, github) => {
        end = github.data.now()
      }
    },
    took: () => end - start
  }
}

describe('main waits for a limit', () => {
  test.each([
    ['the lookup', LOOKUP],
    ['the creation', CREATION]
  ] as const)('at %s, as long as GitHub asks and up to as long again', async (_, route) => {
    const { main, post, github } = await scenario(rateLimited(route, 60))
    expect(main.exitCode).toBe(0)
    const [seconds = 0, ...others] = secondsIn(main.log)
    expect(others).toEqual([])
    expect(seconds).toBeGreaterThanOrEqual(60)
    expect(seconds).toBeLessThanOrEqual(120)
    expect(main.log.split('\n')[0]).toBe(
      `GitHub's rate limit is reached. The step tries again in ${seconds} seconds (GitHub asks for at least 60).`
    )
    expect(main.annotations).toEqual([])
    expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
    expect(github.liveTokens()).toEqual([])
  })

  test('a second if GitHub does not ask to wait', async () => {
    const { main } = await scenario({
      ...rateLimited(LOOKUP, 0),
      nodeArguments: ['--require', join(__dirname, 'support/preload/no-chance.cjs')]
    })
    expect(main.exitCode).toBe(0)
    expect(waitsIn(main.log)).toEqual([
      "GitHub's rate limit is reached. The step tries again in 1 second."
    ])
  })

  test('more often than four times', async () => {
    const { main, transcript } = await scenario(rateLimited(LOOKUP, 5, 6))
    expect(main.exitCode).toBe(0)
    expect(waitsIn(main.log)).toHaveLength(6)
    expect(transcript.filter((line) => line.endsWith('/installation 403'))).toHaveLength(6)
  })

  test('and has its 50 seconds and four tries for everything else', async () => {
    const { main } = await scenario({
      ...rateLimited(LOOKUP, 300),
      arrange: (github) => {
        const down: Fault = { kind: 'status', status: 503, headers: { 'retry-after': '15' } }
        github.fail(LOOKUP, [down, limit(300), down, down])
      }
    })
    expect(main.exitCode).toBe(0)
    expect(waitsIn(main.log)).toHaveLength(1)
  })

  test('and ends if GitHub does not answer after the wait', async () => {
    const time = watchTime()
    const { lines, run } = await explained({
      ...rateLimited(LOOKUP, 300),
      ...time.options,
      arrange: (github) => {
        github.fail(LOOKUP, limit(300))
        github.fail(LOOKUP, { kind: 'hang' }, 9)
      }
    })
    expect(lines[0]).toMatch(/did not answer in time \(ETIMEDOUT\) \(tried 5 times\)\.$/)
    const [seconds = 0] = secondsIn(run.main.log)
    expect(time.took()).toBeGreaterThan(seconds * 1000 + 40_000 - 1000)
    expect(time.took()).toBeLessThan(seconds * 1000 + 50_000)
  })

  test('for ten minutes in all', async () => {
    const time = watchTime()
    const { title, lines, code, run } = await explained({
      ...rateLimited(LOOKUP, 60, 20),
      ...time.options
    })
    expect(title).toBe("GitHub's rate limit is reached")
    expect(lines[0]).toMatch(
      /^GitHub's rate limit is reached: "You have .*"\. The step waited (9|10) minutes for it, and it is not over\.$/
    )
    expect(lines[1]).toMatch(/^Fix: run the job again after \d\d:\d\d UTC\. /)
    expect(code).toBe('rate-limited')
    expect(time.took()).toBeGreaterThan(9 * MINUTE)
    expect(time.took()).toBeLessThanOrEqual(10 * MINUTE)
    expect(run.main.log.split('\n').filter((line) => line.startsWith('Error: '))).toHaveLength(1)
  })

  test('and does not begin a wait that is longer', async () => {
    const { lines, run } = await explained(rateLimited(CREATION, 601))
    expect(lines[0]).toMatch(/It ends later than this step can wait\.$/)
    expect(waitsIn(run.main.log)).toEqual([])
    expect(run.transcript).toHaveLength(2)
  })

  test('with a new JWT if the old one has ended', async () => {
    const { main, github } = await scenario(rateLimited(CREATION, 590))
    expect(main.exitCode).toBe(0)
    const jwts = github.exchanges.slice(0, 3).map((each) => each.requestHeaders.authorization)
    expect(jwts[0]).toBe(jwts[1])
    expect(jwts[2]).not.toBe(jwts[1])
    expect(github.exchanges.map(({ status }) => status)).toEqual([200, 403, 201, 204])
  })

  test('but not if GitHub is only not available', async () => {
    const { lines } = await explained({
      arrange: (github) => {
        github.fail(LOOKUP, { kind: 'status', status: 503, headers: { 'retry-after': '60' } })
      }
    })
    expect(lines[0]).toBe('GitHub answered 503 once.')
  })

  test('but not to explain a failure', async () => {
    const { lines, run } = await explained({
      with: { owner: 'octo-rg' },
      isOffDescription: true,
      arrange: (github) => {
        github.fail('GET /app', limit(60))
      }
    })
    expect(lines[0]).toContain('is not installed on octo-rg')
    expect(waitsIn(run.main.log)).toEqual([])
  })
})

describe('several owners that meet a limit', () => {
  const owners = Array.from({ length: 12 }, (_, index) => `org-${index + 1}`)

  const together: ScenarioOptions = {
    with: { owner: owners.join() },
    sharesTime: true,
    isOffDescription: true,
    data: (data) => {
      owners.forEach((owner, index) => {
        addOrganization(data, owner, 5001 + index)
      })
    }
  }

  test('wait together, and the log says it once', async () => {
    const time = watchTime()
    const { main, post, github } = await scenario({
      ...together,
      data: (data) => {
        together.data?.(data)
        time.options.data(data)
      },
      between: time.options.between,
      arrange: (embedded) => {
        embedded.fail(ACCOUNT, limit(60), 10)
      }
    })
    expect(main.exitCode).toBe(0)
    const [seconds = 0, ...others] = secondsIn(main.log)
    expect(others).toEqual([])
    expect(time.took()).toBeLessThan(seconds * 1000 + MINUTE / 2)
    expect(github.tokens()).toHaveLength(12)
    expect(post.log.split('\n')).toHaveLength(12)
    expect(github.liveTokens()).toEqual([])
  })

  test('of which one lasts longer: the log says that, too', async () => {
    const released = deferred()
    const { main } = await scenario({
      ...together,
      with: { owner: 'mona, octo-org' },
      arrange: (github) => {
        const later: Fault = { kind: 'delay', until: released.promise, fault: limit(300) }
        github.fail(ACCOUNT, [limit(60), later])
      },
      during: async (running) => {
        await running.until(() => waitsIn(running.output).length > 0)
        released.resolve()
      }
    })
    expect(main.exitCode).toBe(0)
    expect(waitsIn(main.log)).toEqual([
      expect.stringContaining('asks for at least 60'),
      expect.stringContaining('asks for at least 300')
    ])
  })

  test('send nothing while one of them waits', async () => {
    const released = deferred()
    const creations: number[] = []
    let start = 0
    const { main } = await scenario({
      ...together,
      with: { owner: 'mona, octo-org' },
      data: (data) => {
        start = data.now()
      },
      arrange: (github) => {
        const { data } = github
        github.fail(ACCOUNT, [limit(60), { kind: 'delay', until: released.promise }])
        github.fail(
          CREATION,
          {
            kind: 'edit',
            edit: (body) => {
              creations.push(data.now() - start)
              return body
            }
          },
          2
        )
      },
      during: async (running) => {
        await running.until(() => waitsIn(running.output).length > 0)
        released.resolve()
      }
    })
    expect(main.exitCode).toBe(0)
    expect(creations).toHaveLength(2)
    expect(Math.min(...creations)).toBeGreaterThanOrEqual(MINUTE)
  })

  test('the ten minutes are for all of them; tokens that are not output are revoked', async () => {
    const time = watchTime()
    let alive: number | undefined
    const { lines, run } = await explained({
      ...together,
      with: { owner: 'mona, octo-org' },
      data: time.options.data,
      between: (main, job, github) => {
        void time.options.between(main, job, github)
        alive = github.liveTokens().length
      },
      arrange: (github) => {
        github.fail(CREATION, [{ kind: 'delay', ms: 0 }, ...Array<Fault>(30).fill(limit(60))])
      }
    })
    expect(lines[0]).toContain("GitHub's rate limit is reached")
    expect(time.took()).toBeLessThanOrEqual(10 * MINUTE)
    expect(run.github.tokens()).toHaveLength(1)
    expect(lines.join('\n')).toMatch(/^The token for (mona|octo-org) was revoked\./m)
    expect(alive).toBe(0)
  })
})

describe('post waits for a limit', () => {
  test('and revokes the token then', async () => {
    const { post, github } = await scenario(rateLimited(REVOKE, 60))
    const [seconds = 0] = secondsIn(post.log)
    expect(seconds).toBeGreaterThanOrEqual(60)
    expect(seconds).toBeLessThanOrEqual(120)
    expect(bareLog(post).split('\n').slice(1)).toEqual(['Token for octo-org/hello revoked'])
    expect(github.liveTokens()).toEqual([])
  })

  test('for two minutes at most', async () => {
    const { post } = await scenario(rateLimited(REVOKE, 30, 20))
    expect(post.annotations).toHaveLength(1)
    expect(post.annotations[0]?.message).toMatch(
      /^The token for octo-org\/hello was not revoked: GitHub's rate limit is reached: "You have .*"\. The step waited (9\d seconds|1[01]\d seconds|2 minutes) for it, and it is not over\. It expires by itself at \d\d:\d\d UTC\.$/
    )
    expect(secondsIn(post.log).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(122)
  })

  test('but does not begin a wait that is longer', async () => {
    const { post } = await scenario(rateLimited(REVOKE, 121))
    expect(waitsIn(post.log)).toEqual([])
    expect(post.annotations[0]?.message).toContain('It ends later than this step can wait.')
  })
})

describeWithSignals('a job that is cancelled while main waits for a limit', () => {
  /** No time passes, so main waits until it is cancelled. */
  function cancelled(route: Route, requests: number): ScenarioOptions {
    return {
      ...rateLimited(route, 60),
      sharesTime: false,
      isClockStopped: true,
      during: async (main, github, _, clock: TestClock) => {
        await main.until(() => waitsIn(main.output).length > 0)
        expect(github.exchanges).toHaveLength(requests)
        await cancel(main, clock, 'SIGINT')
      }
    }
  }

  const line = expect.stringMatching(/^GitHub's rate limit is reached\. /) as string

  test.each([
    [LOOKUP, 1],
    [CREATION, 2]
  ] as const)('ends at once: %s', async (route, requests) => {
    const { main, post, github } = await scenario(cancelled(route, requests))
    expect([main.exitCode, main.signal, main.timedOut]).toEqual([1, null, false])
    expect(main.log.split('\n')).toEqual([line, 'The job was cancelled: no token is output.'])
    expect(bareLog(post)).toBe('Nothing to revoke: this step output no token.')
    expect(github.exchanges).toHaveLength(requests)
  })

  test('ends at once, and leaves a token that it was to revoke to post', async () => {
    const { main, post, github } = await scenario({
      ...cancelled(REVOKE, 3),
      with: { 'permission-contents': 'read', 'permission-issues': 'read' },
      arrange: (embedded) => {
        embedded.fail(REVOKE, limit(60))
        embedded.fail(CREATION, {
          kind: 'edit',
          edit: (body) => ({ ...body, permissions: { contents: 'read', metadata: 'read' } })
        })
      }
    })
    expect([main.exitCode, main.timedOut]).toEqual([1, false])
    expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
    expect(github.liveTokens()).toEqual([])
  })
})

describe('RateLimitWaits', () => {
  function waits(longest = 600_000): { waits: RateLimitWaits; said: string[] } {
    const said: string[] = []
    return { said, waits: new RateLimitWaits(longest, (line) => said.push(line)) }
  }
  const minute = { delay: 74_000, asked: 60_000 }

  test('a wait is announced when it begins, and counts as it passes', () => {
    const { waits: one, said } = waits()
    expect([one.waited(5000), one.budgetLeft(5000), one.currentWaitLeft(5000)]).toEqual([
      0, 600_000, 0
    ])
    one.begin(5000, minute)
    expect(said).toEqual([describeWait(minute)])
    expect([one.waited(5000), one.budgetLeft(5000), one.currentWaitLeft(5000)]).toEqual([
      0, 600_000, 74_000
    ])
    expect([one.waited(15_000), one.currentWaitLeft(15_000)]).toEqual([10_000, 64_000])
    expect([one.waited(99_000), one.budgetLeft(99_000), one.currentWaitLeft(99_000)]).toEqual([
      74_000, 526_000, 0
    ])
    one.begin(100_000, { delay: 10_000, asked: 9_000 })
    expect(one.waited(105_000)).toBe(79_000)
  })

  test.each<[string, number, RateLimitWait, number, boolean]>([
    ['the same limit', 5_010, { delay: 119_000, asked: 60_000 }, 79_000, false],
    ['the same limit, a little later', 19_500, minute, 79_500, false],
    ['a limit that lasts longer', 5_010, { delay: 400_000, asked: 300_000 }, 405_010, true],
    ['the same limit later on', 70_000, minute, 144_000, true]
  ])('parallel requests that meet %s', (_, now, wait, end, isSaid) => {
    const { waits: one, said } = waits()
    one.begin(5_000, minute)
    one.begin(now, wait)
    expect(said).toEqual((isSaid ? [minute, wait] : [minute]).map(describeWait))
    expect(now + one.currentWaitLeft(now)).toBe(end)
    expect(one.waited(1e9)).toBe(end - 5_000)
  })

  test('all waits together never take longer than they may', () => {
    const { waits: one } = waits(100_000)
    one.begin(1_000, minute)
    one.begin(70_000, minute)
    one.begin(90_000, { delay: 1e9, asked: 1e9 })
    expect([one.waited(1e9), one.budgetLeft(1e9)]).toEqual([100_000, 0])
    one.begin(2e9, minute)
    expect([one.currentWaitLeft(2e9), one.waited(3e9)]).toEqual([0, 100_000])
  })

  test('once closed, no time is left', () => {
    const { waits: one } = waits()
    one.close()
    expect(one.budgetLeft(1_000)).toBe(0)
  })
})

test.each([
  [74_000, 60_000, 'in 74 seconds (GitHub asks for at least 60).'],
  [1_040, 0, 'in 1 second.'],
  [600_000, 598_600, 'in 600 seconds (GitHub asks for at least 599).']
])('a wait of %i ms is announced', (delay, asked, end) => {
  expect(describeWait({ delay, asked })).toBe(
    `GitHub's rate limit is reached. The step tries again ${end}`
  )
})

describe('the limit of a minute for the whole step', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  function timeOver(waited: () => number): () => boolean {
    let isOver = false
    onTimeOver({ waited }, () => {
      isOver = true
    })
    return () => isOver
  }

  test('does not count waits for limits', () => {
    let waited = 0
    const isOver = timeOver(() => waited)
    jest.advanceTimersByTime(59_000)
    waited = 30_000
    jest.advanceTimersByTime(30_000)
    expect(isOver()).toBe(false)
    waited = 74_000
    jest.advanceTimersByTime(44_999)
    expect(isOver()).toBe(false)
    jest.advanceTimersByTime(1)
    expect(isOver()).toBe(true)
  })

  test('ends without them after a minute', () => {
    const isOver = timeOver(() => 0)
    jest.advanceTimersByTime(60_000)
    expect(isOver()).toBe(true)
  })
})

describe('the embedded GitHub counts points as GitHub does', () => {
  test.each([
    ['each endpoint', [true, true, true, false, false]],
    ['all together', [true, true, false, false, false]]
  ] as const)('of %s', (counts, wanted) => {
    const points = new PointLimit({ points: 6, counts })
    const taken = [
      points.take('GET', 'a', 0),
      points.take('POST', 'b', 1_000),
      points.take('GET', 'a', 2_000),
      points.take('DELETE', 'b', 3_000),
      points.take('POST', 'b', 59_999)
    ]
    expect(taken).toEqual(wanted)
    expect(points.take('POST', 'b', 61_000)).toBe(true)
  })
})
