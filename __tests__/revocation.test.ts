import type { Fault } from '../local/github/faults'
import type { EmbeddedGitHub } from '../local/github/server'
import { errorOf, scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { bareLog } from './support/post-log'

const REVOKE = 'DELETE /installation/token'
const SUBJECT = 'octo-org/hello'

const badCredentials: Fault = { kind: 'status', status: 401, body: { message: 'Bad credentials' } }

function revocations({ transcript }: Scenario): number {
  return transcript.filter((line) => line.startsWith(REVOKE)).length
}

/** A step whose revocations in post meet faults. */
async function revokedWith(fault: Fault, times: number): Promise<Scenario> {
  return scenario({
    isOffDescription: true,
    arrange: (github) => {
      github.fail(REVOKE, fault, times)
    }
  })
}

/** GitHub's clock goes on by so many minutes. */
function later({ data }: EmbeddedGitHub, minutes: number): void {
  const { now } = data
  data.now = () => now() + minutes * 60_000
}

describe('post says that a token is revoked only if GitHub answers 204', () => {
  test('a new token that GitHub does not know yet is revoked when it does', async () => {
    for (const times of [1, 2]) {
      const result = await revokedWith(badCredentials, times)
      expect(revocations(result)).toBe(times + 1)
      expect(bareLog(result.post)).toBe(`Token for ${SUBJECT} revoked`)
      expect(result.github.liveTokens()).toEqual([])
    }
  })

  test('after three times 401, GitHub no longer accepts the token', async () => {
    const result = await scenario({
      between: (_, __, github) => {
        for (const token of github.tokens()) token.revokedAt = new Date().toISOString()
      }
    })
    expect(revocations(result)).toBe(3)
    expect(result.post.annotations).toEqual([])
    expect(bareLog(result.post)).toBe(`GitHub no longer accepts the token for ${SUBJECT}`)
  })

  test.each<[string, Fault, number, string]>([
    ['401 with a page', { kind: 'html', status: 401 }, 3, 'answered 401'],
    ['401 without a body', { kind: 'status', status: 401, body: '' }, 3, '401'],
    ['401 with other words', { kind: 'status', status: 401, body: { message: 'No' } }, 3, '"No"'],
    ['200 with JSON', { kind: 'status', status: 200, body: {} }, 1, 'answered 200'],
    ['200 without a body', { kind: 'status', status: 200, body: '' }, 1, 'answered 200'],
    ['202', { kind: 'status', status: 202, body: { message: 'Accepted' } }, 1, 'answered 202']
  ])('%s is a warning that says what came', async (_, fault, times, words) => {
    const result = await revokedWith(fault, times)
    expect(revocations(result)).toBe(times)
    const [warning] = result.post.annotations
    expect(warning?.level).toBe('warning')
    expect(warning?.message).toContain(`The token for ${SUBJECT} was not revoked: `)
    expect(warning?.message).toContain(words)
    expect(result.github.liveTokens()).toHaveLength(1)
  })

  test('a server without a rate limit says nothing of requests, and neither does post', async () => {
    const result = await scenario({
      data: (data) => {
        data.requestLimit = null
      }
    })
    expect(result.post.log).toBe(`Token for ${SUBJECT} revoked`)
  })

  test('a long answer of another server is not repeated as a whole', async () => {
    const message = 'many words '.repeat(40)
    const result = await revokedWith({ kind: 'status', status: 418, body: { message } }, 1)
    expect(result.post.log).toContain('"many words')
    expect(result.post.log).not.toContain('many words '.repeat(12))
  })
})

describe('a job that is longer than its token lives', () => {
  const page = 'https://github.com/OWNER/github-app-token/blob/v1/README.md'

  async function longJob(options: ScenarioOptions = {}): Promise<Scenario> {
    return scenario({
      ...options,
      between: (_, __, github) => {
        later(github, 97)
      }
    })
  }

  test('post says when the token expired, and where to read on', async () => {
    const result = await longJob()
    const end = result.github.tokens()[0]?.expiresAt.slice(11, 16) ?? ''
    expect(revocations(result)).toBe(1)
    expect(result.post.annotations).toEqual([
      {
        level: 'notice',
        title: '',
        message: `The token for ${SUBJECT} expired at ${end} UTC, 37 minutes before this job ended: see "A job is longer than an hour", ${page}#a-job-is-longer-than-an-hour`
      }
    ])
    expect(bareLog(result.post)).toBe(`Notice: ${result.post.annotations[0]?.message ?? ''}`)
  })

  test('several tokens are told in one notice', async () => {
    const result = await longJob({ with: { owner: 'octo-org, mona' } })
    expect(result.post.annotations).toHaveLength(1)
    expect(result.post.log).toMatch(/The tokens for (octo-org, mona|mona, octo-org) expired at /)
  })

  test('a revocation that fails after the end says that the time is over', async () => {
    const result = await scenario({
      arrange: (github) => {
        const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
        github.fail('POST /app/installations/{installation_id}/access_tokens', {
          kind: 'edit',
          edit: (body) => ({ ...body, expires_at: hourAgo })
        })
        github.fail(REVOKE, { kind: 'status', status: 503 }, 4)
      }
    })
    expect(result.post.log).toMatch(/By this runner's clock, it expired at \d\d:\d\d UTC\.$/)
  })
})

describe('main revokes a token that it created a moment ago', () => {
  test('GitHub does not know it yet: main asks again until it is revoked', async () => {
    const result = await scenario({
      with: { owner: 'octo-org, lonely-org' },
      arrange: (github) => {
        github.fail(REVOKE, badCredentials, 2)
      },
      between: (_, __, github) => {
        expect(github.liveTokens()).toEqual([])
      }
    })
    expect(errorOf(result).message).toContain('The token for octo-org was revoked.')
    expect(bareLog(result.post)).toBe('Nothing to revoke: this step output no token.')
  })

  test('GitHub does not accept it at all: main does not say that it is revoked, and post tries again', async () => {
    const result = await scenario({
      with: { owner: 'octo-org, lonely-org' },
      arrange: (github) => {
        github.fail(REVOKE, badCredentials, 3)
      }
    })
    const { message } = errorOf(result)
    expect(message).not.toContain('was revoked.')
    expect(message).toMatch(
      /The token for octo-org is not revoked yet\. The action tries again when the job ends\. If that fails, the token lives until \d\d:\d\d UTC\./
    )
    expect(bareLog(result.post)).toBe('Token for octo-org revoked')
    expect(result.github.liveTokens()).toEqual([])
  })
})
