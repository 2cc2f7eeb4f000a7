import type { EmbeddedGitHub } from '../local/github/server'
import { compareGrant, type Comparison, type Difference } from '../src/tokens/grant'
import type { Grant, Scope } from '../src/github/api'
import { coverRepositories, installationOn, type GitHubData } from '../local/github/github-data'
import { LIFE, renewalJob, type RenewalOptions } from './support/renewal'
import { errorOf, scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { bareLog } from './support/post-log'
import { renewable, withTokenService } from './support/token-service'

const creationRoute = 'POST /app/installations/{installation_id}/access_tokens'

interface TokenBody extends Record<string, unknown> {
  readonly permissions: Record<string, string>
  readonly repositories: readonly Record<string, unknown>[]
}

/** Two repositories, contents to write, issues to read. */
const asked = { repositories: 'hello,lib', permissions: 'contents: write, issues: read' }

/** Asks for the above, and GitHub grants something else. */
function granting(change: (body: TokenBody) => object): ScenarioOptions {
  return {
    with: asked,
    arrange: (github) => {
      github.fail(creationRoute, {
        kind: 'edit',
        edit: (body) => ({ ...body, ...change(body as TokenBody) })
      })
    }
  }
}

function permissions(change: Record<string, string>): ScenarioOptions {
  return granting((body) => ({ permissions: { ...body.permissions, ...change } }))
}

function without<T>(record: Record<string, T>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
}

/** The one token, which is dead before post starts. */
async function scenarioWithoutToken(options: ScenarioOptions): Promise<Scenario> {
  let deadBeforePost: boolean | undefined
  const result = await scenario({
    ...options,
    between: (_, __, github) => {
      expect(github.tokens()).toHaveLength(1)
      deadBeforePost = github.liveTokens().length === 0
    }
  })
  expect(deadBeforePost).toBe(true)
  return result
}

describe('a grant other than what was asked fails the step, and its token is revoked at once', () => {
  test.each<[string, ScenarioOptions, string, RegExp]>([
    [
      'a permission is missing',
      granting((body) => ({ permissions: without(body.permissions, 'issues') })),
      '  issues   requested: read   granted: none',
      /Fix: 1\. add or raise what is missing in the App's settings/
    ],
    [
      'a level is lower',
      permissions({ contents: 'read' }),
      '  contents   requested: write   granted: read',
      /Fix: 1\. add or raise what is missing in the App's settings/
    ],
    [
      'a level is higher',
      permissions({ issues: 'write' }),
      '  issues   requested: read   granted: write',
      /Fix: name in the workflow the permissions and repositories that the job needs/
    ],
    [
      'write was not asked for at all',
      permissions({ pull_requests: 'write' }),
      '  pull-requests   requested: none   granted: write',
      /Fix: name in the workflow the permissions and repositories that the job needs/
    ],
    [
      'admin was not asked for at all',
      permissions({ repository_projects: 'admin' }),
      '  repository-projects   requested: none   granted: admin',
      /Fix: name in the workflow the permissions and repositories that the job needs/
    ],
    [
      'metadata may be written',
      permissions({ metadata: 'write' }),
      '  metadata   requested: none   granted: write',
      /Fix: name in the workflow the permissions and repositories that the job needs/
    ],
    [
      'a repository is missing',
      granting((body) => ({ repositories: body.repositories.slice(0, 1) })),
      '  octo-org/lib   requested, not granted',
      /Fix: add what is missing under "Repository access": https:\/\/github\.com\/.*\/4242$/m
    ],
    [
      'a repository was not asked for',
      granting((body) => ({
        repositories: [
          ...body.repositories,
          { ...body.repositories[0], name: 'secret-plans', full_name: 'octo-org/secret-plans' }
        ]
      })),
      '  1 repository granted, not requested',
      /Fix: name in the workflow the permissions and repositories that the job needs/
    ],
    [
      'the same name of another owner is another repository',
      granting((body) => ({
        repositories: [body.repositories[0], { ...body.repositories[1], full_name: 'mona/lib' }]
      })),
      '  octo-org/lib   requested, not granted\n  1 repository granted, not requested',
      /Fix: name in the workflow the permissions and repositories that the job needs/
    ],
    [
      'all repositories are covered',
      granting(() => ({ repository_selection: 'all', repositories: undefined })),
      '  all repositories granted, only some requested',
      /Fix: name in the workflow the permissions and repositories that the job needs/
    ]
  ])('%s', async (_, options, difference, fix) => {
    const result = await scenarioWithoutToken(options)
    const { title, message } = errorOf(result)
    expect(title).toBe('GitHub granted something else than was requested')
    expect(message).toContain(
      `GitHub granted something else than was requested. The token was revoked.\n${difference}\n`
    )
    expect(message).toMatch(fix)
    expect(message).toMatch(/#grant-differs$/)
    // What the workflow did not name stays out of a log that everybody may read.
    expect(result.main.log).not.toContain('secret-plans')
    expect(result.main.outputs).toEqual({})
    expect(result.main.masks).toContain(result.github.tokens()[0]?.value)
    expect(result.transcript.at(-1)).toBe('DELETE /installation/token 204')
    expect(bareLog(result.post)).toBe('Nothing to revoke: this step output no token.')
  })

  test('several differences are told together', async () => {
    const { message } = errorOf(
      await scenarioWithoutToken(
        granting((body) => ({
          permissions: { contents: 'read', metadata: 'read', pages: 'write' },
          repositories: body.repositories.slice(1)
        }))
      )
    )
    for (const line of [
      'contents   requested: write   granted: read',
      'issues   requested: read   granted: none',
      'pages   requested: none   granted: write',
      'octo-org/hello   requested, not granted'
    ]) {
      expect(message).toContain(`\n  ${line}\n`)
    }
  })

  test('more differences than fit: twenty rows, the others counted', async () => {
    const names = Array.from({ length: 23 }, (_, index) => `unheard_of_${index}`)
    const { message } = errorOf(
      await scenarioWithoutToken(
        permissions(Object.fromEntries(names.map((name) => [name, 'write'])))
      )
    )
    expect(message).toContain(
      '\n  unheard-of-19   requested: none   granted: write\n  and 3 more\n'
    )
  })

  test.each([
    ['GitHub fails', 'false', 503, 4],
    ['GitHub fails', 'true', 503, 4],
    ['GitHub does not know it yet', 'false', 401, 3]
  ])(
    'where it cannot be revoked at once, post does it: %s, with skip-token-revoke %s',
    async (_, keep, status, times) => {
      const options = permissions({ pages: 'write' })
      const result = await scenario({
        ...options,
        with: { ...asked, 'skip-token-revoke': keep },
        arrange: (github) => {
          options.arrange?.(github)
          github.fail('DELETE /installation/token', { kind: 'status', status }, times)
        },
        between: (__, ___, github) => {
          expect(github.liveTokens()).toHaveLength(1)
        }
      })
      const { message } = errorOf(result)
      expect(message).toMatch(
        /requested\. The token could not be revoked. The action tries again when the job ends. The token expires at \d\d:\d\d UTC\.\n/
      )
      expect(result.main.outputs).toEqual({})
      expect(bareLog(result.post)).toBe('Token for octo-org/hello, octo-org/lib revoked')
      expect(result.github.liveTokens()).toEqual([])
    }
  )
})

describe('a grant that is good enough', () => {
  test('more than was asked, but only to read, draws a notice', async () => {
    const { main, github } = await scenario(permissions({ pages: 'read', pull_requests: 'read' }))
    expect(main.exitCode).toBe(0)
    expect(main.outputs['token']).toBe(github.tokens()[0]?.value)
    expect(main.annotations).toEqual([
      {
        level: 'notice',
        title: '',
        message:
          'GitHub granted more than the step names, but only to read: pages: read, pull-requests: read.'
      }
    ])
  })

  test('metadata to read comes with every token and is not mentioned', async () => {
    const { main } = await scenario({ with: asked })
    expect(main.exitCode).toBe(0)
    expect(main.outputs['permissions']).toContain('"metadata":"read"')
    expect(main.annotations).toEqual([])
  })

  test('a grant that lists no repositories, and does not say all, is taken as it was asked', async () => {
    const result = await scenario({
      isOffDescription: true,
      ...granting(() => ({ repositories: undefined }))
    })
    expect(result.main.exitCode).toBe(0)
    expect(result.main.outputs).toMatchObject({ 'repository-selection': 'selected' })
    expect(result.main.annotations.map(({ message }) => message)).toEqual([
      'GitHub did not say which repositories the token has. So the action could not compare them with those that you named.'
    ])
  })

  test('a grant with an empty list of permissions has none', async () => {
    const result = await scenarioWithoutToken(granting(() => ({ permissions: {} })))
    expect(errorOf(result).message).toContain('  contents   requested: write   granted: none')
  })

  describe('an answer that does not say what was granted', () => {
    const unreported = (what: string): object => ({
      level: 'warning',
      title: '',
      message: `GitHub did not say which ${what} the token has. So the action could not compare them with those that you named.`
    })
    const only = (...names: readonly string[]): ScenarioOptions => ({
      isOffDescription: true,
      ...granting((body) =>
        Object.fromEntries(
          Object.keys(body).map((name) => [name, names.includes(name) ? body[name] : undefined])
        )
      )
    })

    test('only a token and its end: the token is output, and warnings say what is not compared', async () => {
      const { main, github, post } = await scenario(only('token', 'expires_at'))
      expect(main.exitCode).toBe(0)
      expect(main.outputs).toMatchObject({
        token: github.tokens()[0]?.value,
        permissions: '',
        'repository-selection': '',
        repositories: ''
      })
      expect(main.annotations).toEqual([unreported('permissions'), unreported('repositories')])
      expect(main.log).toContain(
        'Permissions: GitHub did not list them. The step requested contents: write, issues: read\n'
      )
      expect(bareLog(post)).toBe('Token for octo-org/hello, octo-org/lib revoked')
    })

    test.each(['null', 'a list'])('permissions that are %s', async (kind) => {
      const { main } = await scenario({
        isOffDescription: true,
        ...granting(() => ({ permissions: kind === 'null' ? null : [] }))
      })
      expect(main.exitCode).toBe(0)
      expect(main.annotations).toEqual([unreported('permissions')])
    })

    test('nothing was named, so that there is no warning', async () => {
      const { main } = await scenario({
        ...only('token', 'expires_at'),
        with: { owner: 'octo-org' }
      })
      expect(main.exitCode).toBe(0)
      expect(main.annotations).toEqual([])
      expect(main.log).toContain(
        'Permissions: all that the App has, because the step names none. GitHub did not list them\n'
      )
    })

    test('read-all', async () => {
      const { main } = await scenario({
        ...only('token', 'expires_at', 'repositories'),
        with: { permissions: 'read-all' }
      })
      expect(main.annotations).toEqual([unreported('permissions')])
      expect(main.log).toContain(
        'Permissions: GitHub did not list them. The step requested all that the App has, but only to read (read-all)\n'
      )
    })

    test('git uses what was requested, for the repositories that GitHub lists for the token', async () => {
      const { main, transcript } = await scenario({
        ...only('token', 'expires_at'),
        with: { ...asked, 'git-credentials': 'true' }
      })
      expect(main.exitCode).toBe(0)
      expect(transcript).toContain('GET /installation/repositories 200')
      expect(main.log).toMatch(/octo-org\/hello.*octo-org\/lib/)
    })
  })

  test('a repository by its id, in a grant without ids, is missing', async () => {
    const result = await scenarioWithoutToken({
      isOffDescription: true,
      ...granting((body) => ({ repositories: body.repositories.map((one) => without(one, 'id')) })),
      with: { owner: 'octo-org', 'repository-ids': '101' }
    })
    expect(errorOf(result).message).toContain('  repository 101   requested, not granted')
  })

  test('a grant without metadata is complete all the same', async () => {
    const { main } = await scenario(
      granting((body) => ({ permissions: without(body.permissions, 'metadata') }))
    )
    expect(main.exitCode).toBe(0)
    expect(main.annotations).toEqual([])
  })

  test('permissions stand in the order of their names, metadata last', async () => {
    const { main } = await scenario(
      granting(() => ({ permissions: { issues: 'read', contents: 'write', metadata: 'read' } }))
    )
    expect(main.log).toContain('Permissions: contents: write, issues: read, metadata: read\n')
  })

  test('no permission at all, where none was asked for', async () => {
    const { main } = await scenario({ ...granting(() => ({ permissions: {} })), with: {} })
    expect(main.exitCode).toBe(0)
    expect(main.outputs['permissions']).toBe('{}')
    expect(main.log).toContain('because the step names none: none\n')
  })

  test('a token whose end GitHub does not tell', async () => {
    const { main } = await scenario({
      ...granting(() => ({ expires_at: undefined })),
      isOffDescription: true
    })
    expect(main.exitCode).toBe(0)
    expect(main.outputs['expires-at']).toBe('')
    expect(main.log).toContain('Expires in an hour. It is revoked when this job ends.')
  })

  test('nothing asked for, nothing compared', async () => {
    const { main } = await scenario({
      with: { owner: 'octo-org' },
      arrange: (github: EmbeddedGitHub) => {
        github.fail(creationRoute, {
          kind: 'edit',
          edit: (body) => ({ ...body, permissions: { contents: 'admin' } })
        })
      }
    })
    expect(main.exitCode).toBe(0)
    expect(main.outputs['permissions']).toBe('{"contents":"admin"}')
    expect(main.annotations).toEqual([])
  })
})

describe('a renewed token', () => {
  /** A token is renewed after half of its life, and then the job ends. Returns what post says. */
  async function renewOnce(
    options: RenewalOptions,
    { isUsed, change }: { readonly isUsed: boolean; readonly change: (data: GitHubData) => void }
  ): Promise<string> {
    let said = ''
    await renewalJob(options, async ({ github, main, pass, clock, tokenInFile, post }) => {
      expect(main.exitCode).toBe(0)
      change(github.data)
      await pass(1_000)
      clock.jumpAhead(github.data.tokenLife / 2)
      await pass(LIFE)
      expect(github.tokens().length).toBeGreaterThan(1)
      expect(tokenInFile() !== main.outputs['token']).toBe(isUsed)
      said = (await post()).log
      expect(github.liveTokens()).toEqual([])
    })
    return said
  }

  const ofOwner = { with: { owner: 'octo-org' } }

  test('that reaches what the first one did is used', async () => {
    const said = await renewOnce(ofOwner, { isUsed: true, change: () => undefined })
    expect(said).toMatch(/^Renewed (?:once|\d+ times), /m)
  })

  test('that reaches all repositories now is not used', async () => {
    const said = await renewOnce(ofOwner, {
      isUsed: false,
      change: (data) => {
        installationOn(data, 'octo-org').repositorySelection = 'all'
      }
    })
    expect(said).toContain('all repositories granted, only some requested')
  })

  test('of a token service whose repository GitHub lists without an id is used', async () => {
    await withTokenService({}, async (services) => {
      const options: RenewalOptions = {
        ...renewable(services),
        isOffDescription: true,
        arrange: (github) => {
          const repositories = [{ full_name: 'octo-org/hello' }]
          const edit = (body: Record<string, unknown>): unknown => ({ ...body, repositories })
          github.fail('GET /installation/repositories', { kind: 'edit', edit }, 2)
        }
      }
      const said = await renewOnce(options, { isUsed: true, change: () => undefined })
      expect(said).toMatch(/^Renewed once, /m)
    })
  })

  test('of a token service that reaches more repositories now is not used', async () => {
    await withTokenService(ofOwner, async (services) => {
      const said = await renewOnce(renewable(services), {
        isUsed: false,
        change: (data) => {
          coverRepositories(data, ['secret-plans', 'more-secret-plans'])
        }
      })
      expect(said).toContain('2 repositories granted, not requested')
      expect(said).not.toContain('secret-plans')
    })
  })

  test('of a token service that reaches more repositories now than can be listed is not used', async () => {
    await withTokenService(ofOwner, async (services) => {
      const said = await renewOnce(renewable(services), {
        isUsed: false,
        change: (data) => {
          coverRepositories(
            data,
            Array.from({ length: 101 }, (_, index) => `plan-${index}`)
          )
        }
      })
      expect(said).toContain('repositories granted that GitHub does not list')
    })
  })
})

describe('compareGrant', () => {
  const selected = (...repositories: string[]): Grant => ({
    permissions: {},
    repositorySelection: 'selected',
    repositories,
    repositoryIds: repositories.map((_, index) => 101 + index)
  })
  const listed = (selection: 'all' | 'selected'): Grant => ({
    permissions: {},
    repositorySelection: selection,
    repositories: undefined,
    repositoryIds: []
  })

  test.each<[string, Scope, Grant, readonly Difference[]]>([
    ['nothing asked, all granted', {}, listed('all'), []],
    ['nothing asked, some granted', {}, selected('octo-org/hello'), []],
    ['what was asked', { repositories: ['hello'] }, selected('octo-org/hello'), []],
    ['in another letter case', { repositories: ['HELLO'] }, selected('Octo-Org/hello'), []],
    ['in another order', { repositories: ['a', 'b'] }, selected('octo-org/b', 'octo-org/a'), []],
    ['selected, but not listed', { repositories: ['hello'] }, listed('selected'), []],
    [
      'all, and not listed',
      { repositories: ['hello'] },
      listed('all'),
      [{ kind: 'all-repositories' }]
    ],
    [
      'one missing',
      { repositories: ['a', 'b'] },
      selected('octo-org/b'),
      [{ kind: 'repository-missing', name: 'octo-org/a' }]
    ],
    [
      'two too many',
      { repositories: ['a'] },
      selected('octo-org/a', 'octo-org/b', 'octo-org/c'),
      [{ kind: 'repositories-extra', count: 2 }]
    ],
    ['by its id, under any name', { repositoryIds: [101] }, selected('octo-org/renamed'), []],
    [
      'by its id, and one too many',
      { repositoryIds: [101] },
      selected('octo-org/renamed', 'octo-org/b'),
      [{ kind: 'repositories-extra', count: 1 }]
    ],
    [
      'by its id, beside a name',
      { repositoryIds: [101], repositories: ['a'] },
      selected('octo-org/renamed', 'octo-org/a'),
      []
    ],
    [
      'by its id, and another came',
      { repositoryIds: [102] },
      selected('octo-org/renamed'),
      [
        { kind: 'repository-missing', name: 'repository 102' },
        { kind: 'repositories-extra', count: 1 }
      ]
    ],
    [
      'by its id, and one missing',
      { repositoryIds: [101, 102] },
      selected('octo-org/renamed'),
      [{ kind: 'repository-missing', name: 'repository 102' }]
    ],
    [
      'by its name and its id',
      { repositories: ['a'], repositoryIds: [101] },
      selected('octo-org/a'),
      []
    ],
    [
      'by its name and its id, and one too many',
      { repositories: ['a'], repositoryIds: [101] },
      selected('octo-org/a', 'octo-org/b'),
      [{ kind: 'repositories-extra', count: 1 }]
    ],
    [
      'no permissions asked for is not none asked for',
      { permissions: {} },
      { ...listed('all'), permissions: { contents: 'write' } },
      [{ kind: 'permission', name: 'contents', asked: undefined, granted: 'write' }]
    ],
    [
      'metadata asked for and not granted',
      { permissions: { metadata: 'read' } },
      { ...listed('all'), permissions: {} },
      [{ kind: 'permission', name: 'metadata', asked: 'read', granted: undefined }]
    ]
  ])('%s', (_, scope, grant, wrong) => {
    expect(compareGrant('octo-org', scope, grant)).toMatchObject({ wrong, extraReads: [] })
  })

  const nothing = { ...listed('selected'), permissions: undefined, repositorySelection: undefined }
  test.each<[string, Scope, Grant, Comparison['unreported']]>([
    ['nothing asked', {}, nothing, []],
    ['permissions', { permissions: { contents: 'read' } }, nothing, ['permissions']],
    ['repositories by name', { repositories: ['a'] }, nothing, ['repositories']],
    ['repositories by id', { repositoryIds: [1] }, nothing, ['repositories']],
    ['selected, but not listed', { repositories: ['a'] }, listed('selected'), ['repositories']],
    ['all of them is wrong, not unreported', { repositories: ['a'] }, listed('all'), []],
    ['listed', { repositories: ['a'] }, selected('octo-org/a'), []]
  ])('what is not told: %s', (_, scope, grant, unreported) => {
    expect(compareGrant('octo-org', scope, grant).unreported).toEqual(unreported)
  })
})
