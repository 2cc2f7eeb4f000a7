import type { Fault } from '../local/github/faults'
import type { EmbeddedGitHub } from '../local/github/server'
import type { RouteName } from '../local/github/routes'
import { decideRetry, type Outcome, type Retry, type RetryInput } from '../src/http/retry'
import { credentials, errorOf, scenario, type Scenario } from './support/scenario'
import { startOtherServer } from './support/other-server'
import { bareLog } from './support/post-log'

const routes = {
  lookup: 'GET /repos/{owner}/{repo}/installation',
  creation: 'POST /app/installations/{installation_id}/access_tokens',
  revoke: 'DELETE /installation/token',
  byId: 'GET /repositories/{repository_id}/installation'
} as const satisfies Record<string, RouteName>
type Step = keyof typeof routes

const lookupLine = 'GET /repos/octo-org/hello/installation'
const creationLine = 'POST /app/installations/4242/access_tokens'
const revokeLine = 'DELETE /installation/token'

const lost =
  'The answer to a request for a token was lost: a token that nobody knows may exist for an hour.'

function failing(step: Step, faults: Fault | readonly Fault[], times = 1) {
  return (github: EmbeddedGitHub): void => {
    github.fail(routes[step], faults, times)
  }
}

/** A step against a GitHub that fails, with short waits. */
async function faulty(step: Step, faults: Fault | readonly Fault[], times = 1): Promise<Scenario> {
  return scenario({ arrange: failing(step, faults, times) })
}

function status(code: number, headers: Record<string, string> = {}, message?: string): Fault {
  const body = message === undefined ? {} : { body: { message } }
  return { kind: 'status', status: code, headers, ...body }
}

/** How often each request was sent. */
function counts({ transcript }: Scenario): Record<'lookup' | 'creation' | 'revoke', number> {
  const count = (line: string): number => transcript.filter((each) => each.startsWith(line)).length
  return { lookup: count(lookupLine), creation: count(creationLine), revoke: count(revokeLine) }
}

function warnings({ main }: Scenario): string[] {
  return main.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
}

describe('passing faults are outlasted', () => {
  test.each([500, 502, 503, 504, 408, 429])('%i at each request, once', async (code) => {
    const result = await scenario({
      arrange: (github) => {
        for (const route of [routes.lookup, routes.creation, routes.revoke]) {
          github.fail(route, status(code))
        }
      }
    })
    expect(result.main.exitCode).toBe(0)
    expect(result.transcript).toEqual([
      `${lookupLine} ${code}`,
      `${lookupLine} 200`,
      `${creationLine} ${code}`,
      `${creationLine} 201`,
      `${revokeLine} ${code}`,
      `${revokeLine} 204`
    ])
    // A gateway that gave up says nothing about what GitHub did behind it.
    expect(warnings(result)).toEqual(code === 502 || code === 504 ? [lost] : [])
    const waits = /^GitHub's rate limit is reached\. .*\n/
    expect(waits.test(result.post.log)).toBe(code === 429)
    expect(bareLog(result.post).replace(waits, '')).toBe('Token for octo-org/hello revoked')
    expect(result.github.liveTokens()).toEqual([])
  })

  test('three failures in a row are outlasted, and the fourth answer counts', async () => {
    const result = await faulty('lookup', status(503), 3)
    expect(result.main.exitCode).toBe(0)
    expect(counts(result)).toEqual({ lookup: 4, creation: 1, revoke: 1 })
  })

  test('four failures in a row are the end, and post has nothing to do', async () => {
    const result = await faulty('lookup', status(503), 4)
    const { title, message } = errorOf(result)
    expect(title).toBe('GitHub is not available')
    expect(message).toMatch(/^GitHub answered 503 four times\.\nFix: /)
    expect(counts(result)).toEqual({ lookup: 4, creation: 0, revoke: 0 })
    expect(bareLog(result.post)).toBe('Nothing to revoke: this step output no token.')
  })

  test.each<[string, Fault]>([
    ['reset', { kind: 'reset' }],
    ['cut off', { kind: 'cut' }],
    ['answered by a gateway in HTML', { kind: 'html', status: 502 }]
  ])('a lookup that is %s is repeated', async (_, fault) => {
    const result = await faulty('lookup', fault)
    expect(result.main.exitCode).toBe(0)
    expect(counts(result)).toEqual({ lookup: 2, creation: 1, revoke: 1 })
    expect(warnings(result)).toEqual([])
  })

  test.each<[string, Fault, RegExp]>([
    [
      'reset',
      { kind: 'reset' },
      /cannot be reached: the connection broke \(ECONNRESET\) \(tried four times\)\./
    ],
    ['cut off', { kind: 'cut' }, /cannot be reached: .* \(tried four times\)\./]
  ])('a lookup that is %s each time is explained', async (_, fault, problem) => {
    const result = await faulty('lookup', fault, 4)
    const { title, message } = errorOf(result)
    expect(title).toBe('GitHub cannot be reached')
    expect(message).toMatch(problem)
    expect(message).toMatch(/#network-unreachable$/)
    expect(result.main.log).toContain(
      `GET ${result.github.url}/repos/octo-org/hello/installation -> no answer`
    )
  })

  test("a runner whose clock is an hour off goes by GitHub's, and says so", async () => {
    for (const [hours, word] of [
      [1, 'behind'],
      [-1, 'ahead of']
    ] as const) {
      const result = await scenario({
        data: (data) => {
          data.now = () => Date.now() + hours * 3_600_000
        }
      })
      expect(result.main.exitCode).toBe(0)
      expect(result.transcript).toEqual([
        `${lookupLine} 401`,
        `${lookupLine} 200`,
        `${creationLine} 201`,
        `${revokeLine} 204`
      ])
      expect(warnings(result)).toEqual([
        `This runner's clock is 60 minutes ${word} GitHub's. The step used GitHub's time. Set the runner's clock.`
      ])
      expect(result.main.log).toContain('(in 60 minutes)')
    }
  })
})

describe('limits', () => {
  test.each([
    ['429', status(429, { 'retry-after': '0' })],
    ['403 with retry-after', status(403, { 'retry-after': '0' })],
    ['503 with retry-after in seconds', status(503, { 'retry-after': '1' })],
    ['429 with retry-after as a date', status(429, { 'retry-after': new Date().toUTCString() })],
    [
      '403 with a limit that ends now',
      status(403, {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1000))
      })
    ],
    [
      'a secondary limit',
      status(403, {}, 'You have exceeded a secondary rate limit. Please wait a few minutes.')
    ]
  ])('%s is waited for', async (_, fault) => {
    const result = await faulty('creation', fault)
    expect(result.main.exitCode).toBe(0)
    expect(counts(result)).toEqual({ lookup: 1, creation: 2, revoke: 1 })
    expect(warnings(result)).toEqual([])
  })

  test.each(['lookup', 'creation'] as const)(
    'a limit that ends far away is not waited for, but told, at the %s',
    async (step) => {
      const reset = Math.floor(Date.now() / 1000) + 1800
      const result = await faulty(
        step,
        status(
          403,
          { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
          'API rate limit exceeded for installation ID 4242.'
        )
      )
      const { title, message } = errorOf(result)
      const time = new Date(reset * 1000).toISOString().slice(11, 16)
      expect(title).toBe("GitHub's rate limit is reached")
      expect(message).toContain('"API rate limit exceeded for installation ID 4242"')
      expect(message).toContain(`run the job again after ${time} UTC`)
      expect(message).toMatch(/#rate-limited$/)
      expect(counts(result)[step]).toBe(1)
    }
  )

  test('a limit whose end makes no sense is tried again as usual', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }
    const result = await faulty('lookup', status(403, headers), 2)
    expect(result.main.exitCode).toBe(0)
    expect(counts(result)).toEqual({ lookup: 3, creation: 1, revoke: 1 })
  })

  test('a long retry-after of a failing GitHub is not waited for', async () => {
    const result = await faulty('lookup', status(503, { 'retry-after': '3600' }))
    expect(errorOf(result).message).toContain('GitHub answered 503 once.')
    expect(counts(result).lookup).toBe(1)
  })
})

describe('what never passes is never repeated', () => {
  test.each([401, 404, 409, 410, 422, 451])('%i at the creation', async (code) => {
    const result = await faulty('creation', status(code))
    errorOf(result)
    expect(counts(result)).toMatchObject({ creation: 1, revoke: 0 })
    expect(bareLog(result.post)).toBe('Nothing to revoke: this step output no token.')
  })

  test('a 400 at a lookup', async () => {
    const result = await faulty('lookup', status(400))
    expect(errorOf(result).message).toMatch(
      /^GitHub refused the request with 400: "Server Error"\./
    )
    expect(counts(result)).toEqual({ lookup: 1, creation: 0, revoke: 0 })
  })

  test('a 400 at the creation is repeated once, since GitHub has been seen to send that in passing', async () => {
    const result = await faulty('creation', status(400))
    expect(result.main.exitCode).toBe(0)
    expect(counts(result).creation).toBe(2)
    expect(warnings(result)).toEqual([])
  })

  test('a second 400 at the creation is the end', async () => {
    const result = await faulty('creation', status(400), 2)
    expect(errorOf(result).message).toMatch(/^GitHub refused the request with 400/)
    expect(counts(result).creation).toBe(2)
  })
})

describe('what answers is not GitHub', () => {
  test.each<[string, Fault]>([
    ['a page', { kind: 'html', status: 200 }],
    ['an empty body', { kind: 'status', status: 200, body: '' }],
    ['JSON of another shape', { kind: 'status', status: 200, body: { hello: 'world' } }],
    ['a JSON list', { kind: 'status', status: 200, body: [] }],
    ['a message that is no text', { kind: 'status', status: 200, body: { message: 7 } }],
    ['null', { kind: 'status', status: 200, body: 'null' }],
    [
      'an installation without an id',
      { kind: 'edit', edit: ({ id, ...rest }) => ({ ...rest, was: id }) }
    ],
    ['an id that is no number', { kind: 'edit', edit: (body) => ({ ...body, id: '../4242' }) }],
    ['a page of a sign-in', { kind: 'html', status: 404 }]
  ])('%s at the lookup', async (_, fault) => {
    const result = await faulty('lookup', fault)
    const { title, message } = errorOf(result)
    expect(title).toBe('Something other than GitHub answered')
    expect(message).toMatch(/#not-github$/)
    expect(counts(result).creation).toBe(0)
  })

  test('a page at the creation: nothing is repeated, and a token may live on', async () => {
    const result = await faulty('creation', { kind: 'html', status: 200 })
    const { title, message } = errorOf(result)
    expect(title).toBe('Something other than GitHub answered')
    expect(message).toContain(lost)
    expect(counts(result)).toEqual({ lookup: 1, creation: 1, revoke: 0 })
  })

  test.each<[string, unknown]>([
    ['no token', {}],
    ['an empty token', { token: '' }],
    ['a token that is no text', { token: 7 }],
    ['null', 'null']
  ])('%s at the creation', async (_, body) => {
    const result = await faulty('creation', { kind: 'status', status: 201, body })
    expect(errorOf(result).title).toBe('Something other than GitHub answered')
    expect(result.main.outputs).toEqual({})
  })

  test('a foreign text in an answer cannot command the runner', async () => {
    const result = await faulty(
      'lookup',
      status(400, {}, 'one\n::error::two ##[warning]three\r\n::set-output name=token::four')
    )
    const { message } = errorOf(result)
    expect(message).toContain('one\\n: :error: :two ## [warning]three')
    expect(result.main.annotations).toHaveLength(1)
    expect(result.main.outputs).toEqual({})
  })
})

describe("the creation's answer is lost", () => {
  test.each<[string, Fault]>([
    ['reset', { kind: 'reset', after: true }],
    ['cut off', { kind: 'cut', after: true }],
    ['turned into a 502', { kind: 'status', status: 502, after: true }]
  ])('%s: another token is created, and the log says that one may live on', async (_, fault) => {
    const result = await faulty('creation', fault)
    expect(result.main.exitCode).toBe(0)
    expect(counts(result)).toEqual({ lookup: 1, creation: 2, revoke: 1 })
    expect(warnings(result)).toEqual([lost])
    const [first, second] = result.github.tokens()
    expect(result.main.outputs['token']).toBe(second?.value)
    expect(result.github.liveTokens()).toEqual([first])
  })

  test('each time: the failure says how many may live on', async () => {
    const result = await faulty('creation', { kind: 'reset', after: true }, 4)
    const { title, message } = errorOf(result)
    expect(title).toBe('GitHub cannot be reached')
    expect(message).toContain(
      '4 answers to requests for a token were lost: a token that nobody knows may exist for an hour.'
    )
    expect(counts(result)).toEqual({ lookup: 1, creation: 4, revoke: 0 })
  })

  test('a refusal that follows does not hide it', async () => {
    const result = await faulty('creation', [{ kind: 'reset', after: true }, status(404)])
    expect(errorOf(result).message).toContain(lost)
  })
})

describe('nobody answers', () => {
  test('a lookup that hangs is given up and repeated', async () => {
    const result = await scenario({
      arrange: failing('lookup', { kind: 'hang' })
    })
    expect(result.main.exitCode).toBe(0)
    expect(counts(result)).toEqual({ lookup: 2, creation: 1, revoke: 1 })
  })

  test('a lookup that hangs each time is explained', async () => {
    const arrange = failing('lookup', { kind: 'hang' }, 4)
    const result = await scenario({ arrange, isOffDescription: true })
    expect(errorOf(result).message).toContain(
      `${result.github.url} cannot be reached: it did not answer in time (ETIMEDOUT) (tried four times).`
    )
  })

  test('a creation that hangs is repeated, and the log says that a token may live on', async () => {
    const result = await scenario({
      arrange: failing('creation', { kind: 'hang', after: true })
    })
    expect(result.main.exitCode).toBe(0)
    expect(counts(result)).toEqual({ lookup: 1, creation: 2, revoke: 1 })
    expect(warnings(result)).toEqual([lost])
  })

  test('a revocation that hangs each time is a warning', async () => {
    const result = await scenario({
      arrange: failing('revoke', { kind: 'hang' }, 4)
    })
    expect(result.main.exitCode).toBe(0)
    expect(result.post.log).toMatch(
      /^Warning: The token for octo-org\/hello was not revoked: .* cannot be reached: it did not answer in time \(ETIMEDOUT\) \(tried four times\)\. It expires by itself at \d\d:\d\d UTC\.$/
    )
  })

  test('a server that is not there', async () => {
    const nowhere = await startOtherServer()
    await nowhere.close()
    const result = await scenario({ apiUrl: nowhere.url })
    expect(errorOf(result).message).toContain(
      'it refuses the connection (ECONNREFUSED) (tried four times)'
    )
    expect(result.transcript).toEqual([])
  })
})

describe('redirects', () => {
  const there = '/repositories/101/installation'

  test.each([301, 302, 307, 308])('a lookup follows a relative one: %i', async (code) => {
    const result = await faulty('lookup', { kind: 'redirect', status: code, location: there })
    expect(result.main.exitCode).toBe(0)
    expect(result.transcript.slice(0, 3)).toEqual([
      `${lookupLine} ${code}`,
      `GET ${there} 200`,
      `${creationLine} 201`
    ])
    // Still one connection, and the JWT went along.
    expect(
      new Set(result.github.exchanges.slice(0, 3).map(({ connection }) => connection)).size
    ).toBe(1)
  })

  test.each([
    [3, true],
    [4, false]
  ])('%i in a row: followed %s', async (count, followed) => {
    const redirect: Fault = { kind: 'redirect', status: 302, location: there }
    const result = await scenario({
      arrange: (github) => {
        github.fail(routes.lookup, redirect)
        github.fail(routes.byId, redirect, count - 1)
      }
    })
    expect(result.transcript.filter((line) => line.endsWith(' 302'))).toHaveLength(count)
    if (followed) expect(result.main.exitCode).toBe(0)
    else expect(errorOf(result).message).toMatch(/#redirected$/)
    expect(counts(result).creation).toBe(followed ? 1 : 0)
  })

  test.each(['creation', 'revoke'] as const)(
    'at the %s, not even to the same host',
    async (step) => {
      const result = await scenario({
        arrange: (github) => {
          const location =
            step === 'creation' ? '/app/installations/4243/access_tokens' : '/installation/token'
          github.fail(routes[step], { kind: 'redirect', status: 308, location })
        }
      })
      expect(counts(result)[step]).toBe(1)
      expect(result.transcript.filter((line) => line.includes('4243'))).toEqual([])
    }
  )

  test.each<[string, Fault]>([
    ['to nowhere', { kind: 'status', status: 302 }],
    ['to something that is no address', { kind: 'redirect', status: 302, location: 'http://[' }],
    ['with a status that means none', { kind: 'status', status: 304, body: '' }]
  ])('%s: explained', async (_, fault) => {
    const result = await faulty('lookup', fault)
    expect(errorOf(result).message).toMatch(/#redirected$/)
  })
})

describe('post', () => {
  test('a revocation whose answer was lost: GitHub no longer accepts the token', async () => {
    const result = await faulty('revoke', { kind: 'reset', after: true })
    const refused = Array<string>(3).fill(`${revokeLine} 401`)
    expect(result.transcript.slice(-4)).toEqual([`${revokeLine} no answer`, ...refused])
    expect(result.post.annotations).toEqual([])
    expect(bareLog(result.post)).toBe('GitHub no longer accepts the token for octo-org/hello')
    expect(result.github.liveTokens()).toEqual([])
  })

  test.each<[string, Fault]>([
    ['reset', { kind: 'reset' }],
    ['cut off', { kind: 'cut' }]
  ])('a revocation that is %s before it takes effect is repeated', async (_, fault) => {
    const result = await faulty('revoke', fault)
    expect(counts(result).revoke).toBe(2)
    expect(bareLog(result.post)).toBe('Token for octo-org/hello revoked')
    expect(result.github.liveTokens()).toEqual([])
  })

  test('a GitHub that fails four times is a warning, and the job goes on', async () => {
    const result = await faulty('revoke', status(503), 4)
    const time = result.github.tokens()[0]?.expiresAt.slice(11, 16) ?? ''
    expect(counts(result).revoke).toBe(4)
    expect(bareLog(result.post)).toBe(
      `Warning: The token for octo-org/hello was not revoked: GitHub answered 503 four times. It expires by itself at ${time} UTC.`
    )
  })

  test.each<[string, Fault, number, string]>([
    [
      'a refusal',
      status(403, {}, 'Forbidden'),
      1,
      'GitHub refused the request with 403: "Forbidden".'
    ],
    [
      'no such route',
      status(404, {}, 'Not Found'),
      1,
      'GitHub refused the request with 404: "Not Found".'
    ],
    [
      'resets',
      { kind: 'reset' },
      4,
      'cannot be reached: the connection broke (ECONNRESET) (tried four times).'
    ],
    ['a page', { kind: 'html', status: 200 }, 1, "answered 200, but not like GitHub's API."]
  ])('%s: a warning with its reason', async (_, fault, times, reason) => {
    const result = await faulty('revoke', fault, times)
    expect(counts(result).revoke).toBe(times)
    expect(result.post.annotations).toHaveLength(1)
    expect(result.post.annotations[0]?.level).toBe('warning')
    expect(result.post.log).toMatch(/^Warning: The token for octo-org\/hello was not revoked: /)
    expect(result.post.log).toContain(reason)
    expect(result.post.log).toMatch(/ It expires by itself at \d\d:\d\d UTC\.$/)
  })

  test('it goes to the API that main saved, whatever inputs and environment say by then', async () => {
    const other = await startOtherServer()
    try {
      const result = await scenario({
        forPost: {
          inputs: {
            ...credentials,
            'private-key': '',
            owner: '/',
            'github-api-url': other.url,
            'skip-token-revoke': 'true'
          },
          env: { GITHUB_API_URL: other.url, GITHUB_REPOSITORY: 'mona/blog' }
        }
      })
      expect(other.requests).toEqual([])
      expect(bareLog(result.post)).toBe('Token for octo-org/hello revoked')
      expect(result.github.liveTokens()).toEqual([])
    } finally {
      await other.close()
    }
  })
})

describe('decideRetry', () => {
  const answered = (
    code: number,
    more: Partial<Extract<Outcome, { kind: 'answered' }>> = {}
  ): Outcome => ({
    kind: 'answered',
    status: code,
    isRateLimited: false,
    wait: undefined,
    ...more
  })
  const unanswered = (code: string, message = ''): Outcome => ({
    kind: 'unanswered',
    code,
    message
  })
  const usual: Omit<RetryInput, 'outcome'> = {
    attempts: 1,
    rateLimitHits: 0,
    remaining: 50_000,
    remainingForRateLimits: 600_000,
    createsToken: false,
    random: 0.5
  }

  test.each<[Outcome, Partial<RetryInput>, number | undefined]>([
    [answered(500), {}, 500],
    [answered(503), { attempts: 2 }, 1000],
    [answered(599), { attempts: 3 }, 2000],
    [answered(500), { attempts: 4 }, undefined],
    [answered(500), { random: 0 }, 375],
    [answered(500), { random: 1 }, 625],
    [answered(500), { remaining: 500 }, undefined],
    [answered(500), { remaining: -1 }, undefined],
    [answered(503, { wait: 7000 }), {}, 7000],
    [answered(503, { wait: 0 }), { attempts: 3 }, 0],
    [answered(503, { wait: 50_000 }), {}, undefined],
    [answered(408), {}, 500],
    [answered(403), {}, undefined],
    [answered(400), {}, undefined],
    [answered(400), { createsToken: true }, 500],
    [answered(400), { createsToken: true, attempts: 2 }, undefined],
    [answered(200), {}, undefined],
    [answered(301), {}, undefined],
    [answered(404), { createsToken: true }, undefined],
    [unanswered('ECONNRESET'), {}, 500],
    [unanswered(''), { attempts: 3 }, 2000],
    [unanswered('CERT_HAS_EXPIRED'), {}, undefined],
    [unanswered('SELF_SIGNED_CERT_IN_CHAIN'), {}, undefined],
    [unanswered('', 'tunneling socket could not be established, statusCode=407'), {}, undefined],
    [unanswered('', 'tunneling socket could not be established, statusCode=503'), {}, 500]
  ])('%j %j: %p', (outcome, change, delay) => {
    const retry = delay === undefined ? undefined : { kind: 'failure', delay }
    expect(decideRetry({ outcome, ...usual, ...change })).toEqual(retry)
  })

  const limit = (wait?: number): Outcome => answered(403, { isRateLimited: true, wait })

  test.each<[string, Outcome, Partial<RetryInput>, Retry | undefined]>([
    ['as long as GitHub asks', limit(60_000), { random: 0 }, waits(60_000, 60_000)],
    ['and up to as long again', limit(60_000), { random: 0.999 }, waits(119_940, 60_000)],
    ['also with 429', answered(429, { isRateLimited: true, wait: 5_000 }), {}, waits(7_500, 5_000)],
    ['a minute if GitHub does not say', limit(), {}, waits(90_000, 60_000)],
    ['a second if GitHub asks for none', limit(0), {}, waits(1_500, 0)],
    ['doubled each time', limit(0), { attempts: 4, rateLimitHits: 4 }, waits(12_000, 0)],
    ['up to a minute', limit(0), { attempts: 9, rateLimitHits: 9 }, waits(90_000, 0)],
    ['but not beyond what GitHub asks', limit(60_000), { rateLimitHits: 6 }, waits(90_000, 60_000)],
    [
      'more than four times',
      limit(60_000),
      { attempts: 9, rateLimitHits: 5 },
      waits(90_000, 60_000)
    ],
    ['after the 50 seconds', limit(60_000), { remaining: -1 }, waits(90_000, 60_000)],
    ['ten minutes at most', limit(599_000), {}, waits(600_000, 599_000)],
    ['ten minutes exactly', limit(600_000), {}, waits(600_000, 600_000)],
    ['no longer limit', limit(600_001), {}, undefined],
    [
      'the rest of the time',
      limit(60_000),
      { remainingForRateLimits: 70_000 },
      waits(70_000, 60_000)
    ],
    ['no more than the rest', limit(60_000), { remainingForRateLimits: 59_999 }, undefined],
    ['nothing if no time is left', limit(0), { remainingForRateLimits: 0 }, undefined]
  ])('a limit is waited for: %s', (_, outcome, change, retry) => {
    expect(decideRetry({ outcome, ...usual, rateLimitHits: 1, ...change })).toEqual(retry)
  })

  function waits(delay: number, asked: number): Retry {
    return { kind: 'rate-limit', delay, asked }
  }

  test('answers about limits do not count as tries', () => {
    const change = { attempts: 8, rateLimitHits: 5 }
    expect(decideRetry({ outcome: answered(500), ...usual, ...change })).toEqual({
      kind: 'failure',
      delay: 2000
    })
    expect(decideRetry({ outcome: answered(500), ...usual, attempts: 8, rateLimitHits: 4 })).toBe(
      undefined
    )
  })
})
