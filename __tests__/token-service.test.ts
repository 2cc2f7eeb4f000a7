import { createHash } from 'node:crypto'
import { leaks } from '../local/runner'
import type { Fault } from '../local/github/faults'
import { coverRepositories, installationOn, type GitHubData } from '../local/github/github-data'
import { explained, type Explained } from './support/explained'
import { requestsTo } from './support/key-service'
import { scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { bareLog } from './support/post-log'
import { describeWithSignals } from './support/system'
import { cancel, deferred } from './support/timing'
import { withTokenService, type Arrange, type TokenServiceScenario } from './support/token-service'

type Services = Omit<TokenServiceScenario, 'options'>

async function created(
  options: ScenarioOptions = {},
  arrange?: Arrange
): Promise<Scenario & Services> {
  return withTokenService(
    options,
    async ({ options: all, ...services }) => ({ ...(await scenario(all)), ...services }),
    arrange
  )
}

async function refused(
  arrange: Arrange,
  options: ScenarioOptions = {}
): Promise<Explained & Services> {
  return withTokenService(
    options,
    async ({ options: all, ...services }) => ({ ...(await explained(all)), ...services }),
    arrange
  )
}

/** One request lists a hundred repositories. */
function coverMany(data: GitHubData): void {
  coverRepositories(
    data,
    Array.from({ length: 100 }, (_, index) => `covered-${index}`)
  )
}

const EXCHANGE = 'GET /sts/exchange 200'
const REACH = 'GET /installation/repositories 200'
const REVOKED = 'DELETE /installation/token 204'

describe('a token service', () => {
  test('gives a token for this repository, which is compared, output and revoked', async () => {
    const { main, post, transcript, service, oidc, github } = await created()
    expect(main.exitCode).toBe(0)
    expect(requestsTo(oidc)).toEqual(['GET /runs/oidc/token 200'])
    expect(requestsTo(service)).toEqual([EXCHANGE])
    expect(service.exchanges[0]?.query).toEqual({ scope: 'octo-org/hello', identity: 'release' })
    expect(transcript).toEqual([REACH, REVOKED])
    expect(main.annotations).toEqual([])
    const [token] = github.tokens()
    expect(main.outputs).toEqual({
      token: token?.value,
      tokens: JSON.stringify({ 'octo-org': token?.value }),
      'installation-id': '',
      'app-slug': '',
      'expires-at': '',
      permissions: '',
      'repository-selection': 'selected',
      repositories: '["octo-org/hello"]',
      owner: 'octo-org',
      'token-source': 'service'
    })
    expect(main.log.split('\n').slice(0, 4)).toEqual([
      'Token for octo-org/hello (owner and repositories are not set: this repository only)',
      'Permissions: those of the trust policy. The service does not list them',
      `Token service ${service.domain}, trust policy release`,
      'Expires in an hour. It is revoked when this job ends.'
    ])
    expect(post.log).toMatch(/^Token for octo-org\/hello revoked \(4,998 of 5,000 requests left/)
    expect(github.liveTokens()).toEqual([])
    for (const secret of [...oidc.tokens, token?.value ?? '']) {
      expect(main.masks).toContain(secret)
      expect(leaks(main.log + post.log, secret)).toBe(false)
    }
  })

  test('is asked for the host of the service as audience, or for the one that is set', async () => {
    const { oidc, service } = await created()
    expect(oidc.exchanges[0]?.query['audience']).toBe(service.domain)
    const other = await created({ with: { audience: 'octo-sts.dev' } }, ({ service: { data } }) => {
      const policy = data.policies['octo-org/hello/release']
      if (typeof policy === 'object') policy.audience = 'octo-sts.dev'
    })
    expect(other.main.exitCode).toBe(0)
    expect(other.oidc.exchanges[0]?.query['audience']).toBe('octo-sts.dev')
  })

  test('masks the token before anything else is done with it', async () => {
    const { main, github } = await created()
    const token = github.tokens()[0]?.value ?? ''
    const at = main.lines.findIndex(({ text }) => text === `::add-mask::${token}`)
    expect(at).toBeGreaterThan(-1)
    expect(main.lines.slice(0, at).every(({ text }) => text.startsWith('::add-mask::'))).toBe(true)
  })

  test('asks once for the identity of the job, and once for each owner', async () => {
    const { main, service, oidc, transcript } = await created({
      with: { owner: 'octo-org, mona' }
    })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(oidc)).toHaveLength(1)
    expect(service.exchanges.map(({ query }) => query['scope']).toSorted()).toEqual([
      'mona',
      'octo-org'
    ])
    expect(transcript).toHaveLength(4)
    expect(Object.keys(JSON.parse(String(main.outputs['tokens'])) as object)).toEqual([
      'octo-org',
      'mona'
    ])
    expect(main.log).toContain('Token for 2 repositories of octo-org (repositories is empty)')
  })

  test.each<[string, (data: GitHubData) => void, string, string]>([
    [
      'one repository',
      (data) => {
        installationOn(data, 'octo-org').repositories.splice(1)
      },
      'one repository',
      '["octo-org/hello"]'
    ],
    ['more repositories than one request lists', coverMany, 'the repositories', '']
  ])('for an owner of whom it reaches %s', async (_, data, told, output) => {
    const { main, transcript } = await created({ with: { owner: 'octo-org' }, data })
    expect(main.exitCode).toBe(0)
    expect(main.log).toContain(`Token for ${told} of octo-org (repositories is empty)\n`)
    expect(main.outputs['repositories']).toBe(output)
    expect(transcript).toEqual([REACH, REVOKED])
  })

  test('one repository of another name', async () => {
    const { main, service } = await created({ with: { repositories: 'lib' } })
    expect(main.outputs['repositories']).toBe('["octo-org/lib"]')
    expect(service.exchanges[0]?.query['scope']).toBe('octo-org/lib')
  })

  test('kept by skip-token-revoke', async () => {
    const { post, github } = await created({ with: { 'skip-token-revoke': 'true' } })
    expect(post.log).toBe('The token was kept: skip-token-revoke is true.')
    expect(github.liveTokens()).toHaveLength(1)
  })

  test('a new token that GitHub does not know yet is asked again', async () => {
    const { main, transcript } = await created({
      arrange: (github) => {
        github.fail('GET /installation/repositories', { kind: 'status', status: 401 })
      }
    })
    expect(main.exitCode).toBe(0)
    expect(transcript).toEqual(['GET /installation/repositories 401', REACH, REVOKED])
  })

  test('sets git up, and finds the bot with the token alone', async () => {
    const { main, transcript } = await created({
      with: { 'git-credentials': 'true', 'git-identity': 'true' }
    })
    expect(main.exitCode).toBe(0)
    expect(main.outputs['git-user-name']).toBe('octo-bot[bot]')
    expect(main.outputs['bot-user-id']).toBe('987654')
    expect(transcript).toEqual([REACH, 'POST /graphql 200', REVOKED])
  })

  test('of Enterprise Server: GraphQL is beside the REST API, and the token is revoked there', async () => {
    const { main, transcript } = await created({
      prefix: '/api/v3',
      with: { 'git-identity': 'true' }
    })
    expect(main.outputs['git-user-name']).toBe('octo-bot[bot]')
    expect(transcript).toEqual([
      'GET /api/v3/installation/repositories 200',
      'POST /api/graphql 200',
      'DELETE /api/v3/installation/token 204'
    ])
  })

  test('git-identity without a bot is an error, and the token is revoked', async () => {
    const { code, run } = await refused(() => undefined, {
      with: { 'git-identity': 'true' },
      data: (data) => {
        data.bots = []
      }
    })
    expect(code).toBe('bot-unknown')
    expect(run.github.liveTokens()).toEqual([])
  })
})

describeWithSignals('a job that is cancelled', () => {
  test('while GitHub gives it no identity: nothing is exchanged', async () => {
    await withTokenService({}, async ({ options, oidc, service }) => {
      oidc.fail('token', { kind: 'hang' })
      const { main, post, transcript } = await scenario({
        ...options,
        isClockStopped: true,
        during: async (step, _, __, clock) => {
          expect(await step.until(() => oidc.exchanges.length > 0)).toBe(true)
          await cancel(step, clock, 'SIGINT')
        }
      })
      expect([main.exitCode, main.timedOut, main.outputs]).toEqual([1, false, {}])
      expect(main.log).toBe('The job was cancelled: no token is output.')
      expect(post.log).toBe('Nothing to revoke: this step output no token.')
      expect([...requestsTo(service), ...transcript]).toEqual([])
    })
  })

  test('during the exchange: hides the token and leaves it to post', async () => {
    const released = deferred()
    const { main, post, github } = await withTokenService(
      {},
      async ({ options, service }) => {
        return scenario({
          ...options,
          isClockStopped: true,
          during: async (step, _, __, clock) => {
            expect(await step.until(() => service.exchanges.length > 0)).toBe(true)
            await cancel(step, clock, 'SIGINT')
            released.resolve()
          }
        })
      },
      ({ service }) => {
        service.fail('exchange', { kind: 'delay', until: released.promise })
      }
    )
    expect([main.exitCode, main.outputs]).toEqual([1, {}])
    expect(main.masks).toContain(github.tokens()[0]?.value)
    expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
    expect(github.liveTokens()).toEqual([])
  })
})

describe('a token that does not begin with ghs_', () => {
  const FOREIGN = 'glpat-EXAMPLE0123456789abcdef'

  const fault: Fault = { kind: 'status', status: 200, body: { token: FOREIGN } }

  test('is masked and output, never sent to GitHub, and post says that it cannot revoke it', async () => {
    const { main, post, transcript, service } = await created({}, ({ service }) => {
      service.fail('exchange', fault)
    })
    expect(main.outputs['token']).toBe(FOREIGN)
    expect(main.masks).toContain(FOREIGN)
    expect(transcript).toEqual([])
    expect(main.log.split('\n').slice(0, 4)).toEqual([
      'Token for octo-org/hello (owner and repositories are not set: this repository only)',
      'Permissions: those of the trust policy. The service does not list them',
      `Token service ${service.domain}, trust policy release`,
      'The token service decides when it expires.'
    ])
    expect(main.annotations.map(({ level, message }) => [level, message])).toEqual([
      [
        'warning',
        'The token for octo-org/hello does not begin with ghs_, so it is not a token of a GitHub App. What it reaches was not compared, and it cannot be revoked when this job ends.'
      ]
    ])
    expect(post.annotations.map(({ level, message }) => [level, message])).toEqual([
      [
        'warning',
        'The token for octo-org/hello cannot be revoked: it does not begin with ghs_, so it is not a token of a GitHub App. It ends when its token service says.'
      ]
    ])
  })

  test('several of them: nothing is said of a revocation', async () => {
    const { main, transcript } = await created(
      { with: { owner: 'octo-org, mona' } },
      ({ service }) => {
        service.fail('exchange', fault, 2)
      }
    )
    expect(main.log).toContain('\nThe token service decides when they expire.\n')
    expect(transcript).toEqual([])
  })

  test('is not used by git, and has no bot', async () => {
    const { main } = await created({ with: { 'git-credentials': 'true' } }, ({ service }) => {
      service.fail('exchange', fault)
    })
    expect(main.log).toContain('it is not a token of a GitHub App')
    expect(main.exitCode).toBe(0)
    const { code, lines } = await refused(
      ({ service }) => {
        service.fail('exchange', fault)
      },
      { with: { 'git-identity': 'true' } }
    )
    expect(code).toBe('bot-unknown')
    expect(lines).toContain(
      'The token for octo-org/hello cannot be revoked: it is not a token of a GitHub App. It is not output.'
    )
  })
})

describe('a token that reaches something else', () => {
  /** Makes the service give a token for other repositories than it was asked for. */
  function giving(installation: number, repositories?: string[]): ScenarioOptions {
    return {
      job: (github) => {
        const { body } = github.createToken(installation, { repositories }) as {
          body: { token: string }
        }
        wide = body.token
        return {}
      }
    }
  }
  let wide = ''

  test.each<[string, ScenarioOptions, string]>([
    ['more repositories', giving(4242), '2 repositories'],
    [
      'more repositories than one request lists',
      { ...giving(4242), data: coverMany },
      '102 repositories'
    ],
    ['another repository', giving(4242, ['lib']), 'another repository'],
    ['another owner', giving(4243, ['blog']), 'repositories of another owner']
  ])('%s: it is revoked and refused', async (_, options, what) => {
    const { run, title, lines, code, details, service } = await withTokenService(
      options,
      async ({ options: all, ...services }) => {
        const job = all.job
        const found = await explained({
          ...all,
          job: (github, clock) => {
            const more = job?.(github, clock) ?? {}
            services.service.fail('exchange', {
              kind: 'status',
              status: 200,
              body: { token: wide }
            })
            return more
          }
        })
        return { ...found, ...services }
      }
    )
    expect(title).toBe('The token reaches something else than was asked for')
    expect(code).toBe('token-service-reach')
    expect(lines.slice(0, 2)).toEqual([
      `${service.domain} was asked for a token for octo-org/hello, and gave one that reaches ${what}. It is not output.`,
      'The token for octo-org/hello was revoked. No token is output.'
    ])
    expect(run.transcript).toEqual([REACH, REVOKED])
    expect(run.github.liveTokens()).toEqual([])
    expect(run.main.masks).toContain(wide)
    // So that the audit log tells what the token was used for, if it was.
    const hash = createHash('sha256').update(wide).digest('base64')
    expect(details).toContain(`Token for octo-org/hello: hashed_token:"${hash}"`)
  })

  test('nothing: the owner has no repository for it', async () => {
    const { code, lines } = await refused(() => undefined, {
      with: { owner: 'mona' },
      data: ({ app }) => {
        const [, mona] = app.installations
        if (mona !== undefined) mona.repositories = []
      }
    })
    expect(code).toBe('token-service-reach')
    expect(lines[0]).toContain('gave one that reaches no repository')
  })

  test('of another GitHub: it is refused', async () => {
    const { code, lines, run } = await refused(({ service }) => {
      const body = { token: `ghs_${'x'.repeat(36)}` }
      service.fail('exchange', { kind: 'status', status: 200, body })
    })
    expect(code).toBe('token-service-reach')
    expect(lines[0]).toContain('GitHub answered 401 ("Bad credentials"), when it was asked what')
    expect(run.main.outputs).toEqual({})
  })
})

describe('GitHub does not say what the token reaches: the token is revoked', () => {
  test.each<[string, Fault, string, string]>([
    [
      'it is not available',
      { kind: 'status', status: 503 },
      'github-unavailable',
      'GitHub answered 503'
    ],
    [
      'no answer arrives',
      { kind: 'reset' },
      'network-unreachable',
      'API cannot be reached: the connection broke (ECONNRESET) (tried four times).'
    ]
  ])('%s', async (_, fault, code, problem) => {
    const { lines, run, ...found } = await refused(() => undefined, {
      arrange: (github) => {
        github.fail('GET /installation/repositories', fault, 4)
      }
    })
    expect(found.code).toBe(code)
    expect(lines[0]?.replace(run.github.url, 'API')).toContain(problem)
    expect(lines[1]).toBe('The token for octo-org/hello was revoked. No token is output.')
    expect(run.github.liveTokens()).toEqual([])
  })
})

describe("GitHub does not give the job's OIDC token", () => {
  test.each<[string, Fault, string, string]>([
    [
      'because it is not allowed',
      { kind: 'status', status: 403, body: { message: 'Permission denied' } },
      'oidc-refused',
      'GitHub refused to give the job\'s OIDC token with 403: "Permission denied".'
    ],
    [
      'and does not say why',
      { kind: 'status', status: 400, body: '' },
      'oidc-refused',
      "GitHub refused to give the job's OIDC token with 400."
    ],
    [
      'because it is not available',
      { kind: 'status', status: 503, body: '' },
      'token-service-unavailable',
      "GitHub's OIDC service answered 503 four times, without an OIDC token."
    ]
  ])('%s', async (_, fault, code, problem) => {
    const { lines, service, ...found } = await refused(({ oidc }) => {
      oidc.fail('token', fault, 4)
    })
    expect(found.code).toBe(code)
    expect(lines[0]).toBe(problem)
    expect(requestsTo(service)).toEqual([])
  })

  test('because it cannot be reached: the title does not blame the token service', async () => {
    const { title, lines, code, oidc } = await refused((services) => {
      services.oidc.fail('token', { kind: 'reset' }, 4)
    })
    expect(title).toBe("GitHub's OIDC service cannot be reached")
    expect(code).toBe('network-unreachable')
    expect(lines).toEqual([
      `${oidc.url} cannot be reached: the connection broke (ECONNRESET) (tried four times).`,
      'Fix: run the job again. If it fails again, check the firewall and the proxy (HTTP_PROXY) of this runner.'
    ])
  })
})

describe('the claims that a policy has to match', () => {
  /** What the details tell of the claims, if the service refuses. */
  async function claimsOf(arrange: Arrange): Promise<string[]> {
    const { details } = await refused((services) => {
      services.oidc.verify = () => ({ mistake: 'invalid signature' })
      arrange(services)
    })
    return details.filter((line) => /OIDC|^ {2}/.test(line))
  }

  const OTHER = 'sub, the other spelling: '

  test.each<[string, (claims: Record<string, unknown>) => void, string | undefined]>([
    [
      'a subject without ids',
      () => undefined,
      'repo:octo-org@9919/hello@1296269:ref:refs/heads/main'
    ],
    [
      'a subject with ids',
      (claims) => {
        claims['sub'] = 'repo:octo-org@9919/hello@1296269:ref:refs/heads/main'
      },
      'repo:octo-org/hello:ref:refs/heads/main'
    ],
    [
      'a subject that the organization has changed',
      (claims) => {
        claims['sub'] = 'repository_owner:octo-org'
      },
      undefined
    ],
    [
      'no subject',
      (claims) => {
        delete claims['sub']
      },
      undefined
    ],
    [
      'no ids, as an old Enterprise Server has none',
      (claims) => {
        delete claims['repository_id']
      },
      undefined
    ]
  ])('%s', async (_, change, other) => {
    const claims = await claimsOf(({ oidc }) => {
      change(oidc.claims)
    })
    expect(claims).toContain('  repository: octo-org/hello')
    const spellings = claims.filter((line) => line.includes(OTHER))
    expect(spellings).toEqual(other === undefined ? [] : [`  ${OTHER}${other}`])
  })

  test('a token that cannot be read: nothing is told as its claims', async () => {
    const part = Buffer.from('this is not JSON').toString('base64url')
    const claims = await claimsOf(({ oidc }) => {
      const body = { value: [part, part, part].join('.') }
      oidc.fail('token', { kind: 'status', status: 200, body })
    })
    expect(claims).toEqual(["The claims of the job's OIDC token cannot be read."])
  })
})

describe('a token service refuses', () => {
  type Policy = Exclude<Services['service']['data']['policies'][string], 'damaged'>

  function policy({ service: { data } }: Services): Policy {
    const found = data.policies['octo-org/hello/release']
    if (found === undefined || found === 'damaged') throw new Error('it is always there')
    return found
  }

  test.each<[string, Arrange, string, string, string]>([
    [
      'a policy that is not there',
      ({ service: { data } }) => {
        delete data.policies['octo-org/hello/release']
      },
      'token-service-no-policy',
      'It looks for .github/chainguard/release.sts.yaml in octo-org/hello, on the default branch.',
      '404'
    ],
    [
      'a damaged policy',
      ({ service: { data } }) => {
        data.policies['octo-org/hello/release'] = 'damaged'
      },
      'token-service-bad-policy',
      'The file .github/chainguard/release.sts.yaml in octo-org/hello is not a valid policy.',
      '404'
    ],
    [
      'a subject',
      (services) => {
        policy(services).subjectPattern = 'repo:octo-org/hello:environment:production'
      },
      'token-service-claims',
      'The details above show what this job sent (sub).',
      '403'
    ],
    [
      'a claim',
      (services) => {
        policy(services).claimPatterns = { ref: 'refs/heads/release' }
      },
      'token-service-claims',
      'The details above show what this job sent (ref).',
      '403'
    ],
    [
      'a claim that is not there',
      (services) => {
        policy(services).claimPatterns = { environment: 'production' }
      },
      'token-service-claims',
      'The details above show what this job sent (environment).',
      '403'
    ],
    [
      'the audience',
      (services) => {
        policy(services).audience = 'octo-sts.dev'
      },
      'token-service-audience',
      'The audience that was sent is ',
      '403'
    ],
    [
      'the issuer',
      (services) => {
        policy(services).issuer = 'https://token.actions.githubusercontent.com'
      },
      'token-service-claims',
      'The details above show what this job sent (issuer).',
      '403'
    ],
    [
      'permissions that the App does not have',
      (services) => {
        policy(services).permissions = { administration: 'write' }
      },
      'token-service-not-granted',
      'GitHub refused what the policy asks for: a permission that the App was not granted, or a repository that it cannot reach.',
      '403'
    ],
    [
      'an OIDC token that it cannot verify',
      ({ oidc }) => {
        oidc.verify = () => ({ mistake: 'invalid signature' })
      },
      'token-service-claims',
      'It could not verify the OIDC token of this job. The details above show who issued it (iss).',
      '401'
    ],
    [
      'an issuer that it cannot reach',
      ({ service }) => {
        const body = { code: 3, message: 'unable to fetch or create the provider' }
        service.fail('exchange', { kind: 'status', status: 400, body })
      },
      'token-service-claims',
      'It does not accept tokens of this GitHub: the details above show its address (iss).',
      '400'
    ]
  ])('%s', async (_, arrange, code, cause, status) => {
    const { lines, run, details, service, ...found } = await refused(arrange)
    expect(found.code).toBe(code)
    expect(lines[0]).toContain(
      `${service.domain} refused a token for octo-org/hello with ${status}: "`
    )
    expect(lines[1]).toContain(cause)
    // Not tried again: the answer would be the same.
    expect(requestsTo(service)).toEqual([`GET /sts/exchange ${status}`])
    expect(run.transcript).toEqual([])
    expect(details).toEqual(
      expect.arrayContaining([
        "The job's OIDC token has these claims, and a policy has to match them:",
        `  aud: ${service.domain}`,
        '  sub: repo:octo-org/hello:ref:refs/heads/main',
        '  repository: octo-org/hello',
        '  repository_id: 1296269',
        '  ref: refs/heads/main',
        '  job_workflow_ref: octo-org/hello/.github/workflows/ci.yml@refs/heads/main',
        '  event_name: push',
        '  sub, the other spelling: repo:octo-org@9919/hello@1296269:ref:refs/heads/main',
        `token service ${service.domain}, trust policy release; API API`
      ])
    )
    expect(run.main.log).not.toMatch(/eyJ/)
  })

  test('an owner without its App', async () => {
    const { lines, code } = await refused(() => undefined, { with: { owner: 'lonely-org' } })
    expect(code).toBe('token-service-not-installed')
    expect(lines[1]).toBe(
      'Its App is not installed on lonely-org, or lonely-org is misspelt. Some services compare upper and lower case.'
    )
  })

  test('a policy for an owner is in its repository .github', async () => {
    const { lines, code } = await refused(
      ({ service: { data } }) => {
        delete data.policies['octo-org/.github/release']
      },
      { with: { owner: 'octo-org' } }
    )
    expect(code).toBe('token-service-no-policy')
    expect(lines[1]).toContain('in octo-org/.github, on the default branch.')
  })

  test.each<[string, Fault, string, string]>([
    [
      'an unknown refusal',
      { kind: 'status', status: 400, body: { message: 'what is this?' } },
      'token-service-refused',
      'refused a token for octo-org/hello with 400: "what is this?".'
    ],
    [
      'a refusal without words',
      { kind: 'status', status: 403, body: '' },
      'token-service-refused',
      'refused a token for octo-org/hello with 403.'
    ],
    [
      'a refusal as OAuth has it',
      {
        kind: 'status',
        status: 400,
        body: { error: 'invalid_target', error_description: 'no such scope' }
      },
      'token-service-refused',
      'refused a token for octo-org/hello with 400: "no such scope".'
    ],
    [
      'a refusal as OAuth has it, without a description',
      { kind: 'status', status: 400, body: { error: 'invalid_target' } },
      'token-service-refused',
      'refused a token for octo-org/hello with 400: "invalid_target".'
    ],
    [
      'a page',
      { kind: 'html', status: 200 },
      'token-service-other-server',
      'answered 200, but with a web page. Nothing of the answer is used.'
    ],
    [
      'a redirect',
      { kind: 'redirect', status: 307, location: 'https://other.example.com/' },
      'token-service-other-server',
      'answered 307, a redirect to https://other.example.com/.'
    ],
    [
      'a redirect to nowhere',
      { kind: 'status', status: 307, body: '' },
      'token-service-other-server',
      'answered 307, a redirect. A token service sends none, so nothing was sent there.'
    ]
  ])('%s', async (_, fault, code, problem) => {
    const { lines, service, ...found } = await refused((services) => {
      services.service.fail('exchange', fault)
    })
    expect(found.code).toBe(code)
    expect(lines[0]).toContain(problem)
    expect(service.exchanges).toHaveLength(1)
  })

  test.each([
    ['too short', 'ghs_0123456789'],
    ['too long', `ghs_${'x'.repeat(4093)}`],
    ['with a line end', `ghs_${'x'.repeat(36)}\n`],
    ['with a blank', `ghs_${'x'.repeat(18)} ${'y'.repeat(18)}`],
    ['beyond ASCII', `ghs_${'x'.repeat(36)}\u00e9`]
  ])('a token that is %s is neither masked nor used', async (_, token) => {
    const { lines, code, run } = await refused(({ service }) => {
      service.fail('exchange', { kind: 'status', status: 200, body: { token } })
    })
    expect(code).toBe('token-service-other-server')
    expect(lines[0]).toContain('without a token (one word of 20 to 4,096 visible characters)')
    expect(run.main.masks).not.toContain(token.trim())
    expect(run.transcript).toEqual([])
  })

  test.each([
    [{ message: 'busy' }, 'answered 503 four times: "busy".'],
    ['', 'answered 503 four times.']
  ])('is not available for long, and says %j', async (body, problem) => {
    const { lines, code, service } = await refused(({ service }) => {
      service.fail('exchange', { kind: 'status', status: 503, body }, 4)
    })
    expect(code).toBe('token-service-unavailable')
    expect(lines[0]).toContain(problem)
    expect(service.exchanges).toHaveLength(4)
  })

  test('is busy for a moment', async () => {
    const { main, service } = await created({}, ({ service }) => {
      service.fail('exchange', { kind: 'status', status: 429, body: { message: 'busy' } })
    })
    expect(main.exitCode).toBe(0)
    expect(service.exchanges).toHaveLength(2)
  })

  test('an answer that is too large is not read', async () => {
    const { lines, code } = await refused(({ service }) => {
      const body = { token: `ghs_${'x'.repeat(36)}`, filler: 'x'.repeat(70_000) }
      service.fail('exchange', { kind: 'status', status: 200, body }, 4)
    })
    expect(code).toBe('network-unreachable')
    expect(lines[0]).toContain('its answer is larger than any answer with a token')
  })

  test('nothing listens there', async () => {
    const { title, lines, code } = await refused(() => undefined, {
      with: { 'token-service': 'http://127.0.0.1:9' }
    })
    expect(title).toBe('The token service cannot be reached')
    expect(code).toBe('network-unreachable')
    expect(lines[1]).toContain('check `token-service`')
  })

  test('one of two owners: the other token is revoked', async () => {
    const { run, lines } = await refused(
      ({ service: { data } }) => {
        delete data.policies['mona/.github/release']
      },
      { with: { owner: 'octo-org, mona' } }
    )
    expect(lines.join('\n')).toContain('The token for octo-org was revoked. No token is output.')
    expect(run.github.liveTokens()).toEqual([])
  })
})
