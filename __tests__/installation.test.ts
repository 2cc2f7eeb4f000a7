import { addOrganization, installationOn } from '../local/github/github-data'
import { explained, CREATION, type Explained } from './support/explained'
import { cancel, deferred } from './support/timing'
import { creationBodies, scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { testWithSignals } from './support/system'
import { bareLog } from './support/post-log'

const BY_ID = 'GET /app/installations/{installation_id}'
const LOOKED_UP = 'GET /app/installations/4242'
const CREATED = 'POST /app/installations/4242/access_tokens'
const REVOKED = 'DELETE /installation/token'

/** Which two requests main makes is certain; which of them arrives first is not. */
function expectTwoRequests({ transcript }: Scenario, id = 4242): void {
  expect([...transcript.slice(0, 2)].sort()).toEqual([
    `GET /app/installations/${id} 200`,
    `POST /app/installations/${id}/access_tokens 201`
  ])
  expect(transcript.slice(2)).toEqual([`${REVOKED} 204`])
}

/** A failed step; its token, if there was one, is dead by the time that post starts. */
async function failed(options: ScenarioOptions, created: number): Promise<Explained> {
  let alive: number | undefined
  const result = await explained({
    ...options,
    between: (_, __, github) => {
      alive = github.liveTokens().length
    }
  })
  expect(result.run.github.tokens()).toHaveLength(created)
  expect(alive).toBe(0)
  expect(bareLog(result.run.post)).toBe('Nothing to revoke: this step output no token.')
  return result
}

describe('installation-id', () => {
  test.each(['classic', 'stateless'] as const)(
    'creates a token without a lookup before it, and tells whose it is: %s tokens',
    async (format) => {
      const result = await scenario({
        with: { 'installation-id': '4242' },
        data: (data) => {
          data.tokenFormat = format
        }
      })
      expectTwoRequests(result)
      const { main, post, github } = result
      const token = github.tokens()[0]?.value ?? ''
      expect(creationBodies(github)).toEqual([{}])
      expect(main.outputs).toMatchObject({
        token,
        tokens: JSON.stringify({ 'octo-org': token }),
        'installation-id': '4242',
        'app-slug': 'octo-bot',
        owner: 'octo-org',
        'repository-selection': 'selected',
        repositories: ''
      })
      expect(main.log.split('\n')[0]).toBe(
        'Token for every repository that octo-bot can reach in installation 4242 (repositories is empty)'
      )
      expect(bareLog(post)).toBe('Token for installation 4242 revoked')
      expect(github.liveTokens()).toEqual([])
    }
  )

  test.each([
    ['the lookup', BY_ID, 'POST'],
    ['the creation', CREATION, 'GET']
  ] as const)('%s is not waited for by the other request', async (_, route, other) => {
    const released = deferred()
    const result = await scenario({
      with: { 'installation-id': '4242' },
      arrange: (github) => {
        github.fail(route, { kind: 'delay', until: released.promise })
      },
      during: async (main, github) => {
        const isSideBySide = (): boolean => {
          const slow = github.exchanges.find((one) => one.route === route)
          const quick = github.exchanges.find(({ method }) => method === other)
          return slow?.status === null && quick?.status !== undefined && quick.status !== null
        }
        expect(await main.until(isSideBySide)).toBe(true)
        released.resolve()
      }
    })
    expectTwoRequests(result)
  })

  test.each<[string, Record<string, string>, unknown, string, string]>([
    ['owner', { owner: 'octo-org' }, {}, '', 'octo-org (installation 4242)'],
    ['owner in another letter case', { owner: 'OCTO-org' }, {}, '', 'OCTO-org (installation 4242)'],
    [
      'a bare name',
      { repositories: 'hello' },
      { repositories: ['hello'] },
      '["octo-org/hello"]',
      'hello of installation 4242'
    ],
    [
      'owner/name',
      { repositories: 'octo-org/hello, octo-org/lib' },
      { repositories: ['hello', 'lib'] },
      '["octo-org/hello","octo-org/lib"]',
      'octo-org/hello, octo-org/lib'
    ],
    [
      'owner and a bare name',
      { owner: 'octo-org', repositories: 'hello' },
      { repositories: ['hello'] },
      '["octo-org/hello"]',
      'octo-org/hello'
    ],
    [
      'repository-ids',
      { 'repository-ids': '101, 102' },
      { repository_ids: [101, 102] },
      '["octo-org/hello","octo-org/lib"]',
      '2 repositories by id of installation 4242'
    ],
    [
      'an id given twice',
      { 'repository-ids': '101\n101' },
      { repository_ids: [101] },
      '["octo-org/hello"]',
      'repository 101 of installation 4242'
    ],
    [
      'a name and an id',
      { repositories: 'hello', 'repository-ids': '102' },
      { repositories: ['hello'], repository_ids: [102] },
      '["octo-org/hello","octo-org/lib"]',
      'hello and repository 102 of installation 4242'
    ]
  ])('with %s', async (_, inputs, body, repositories, subject) => {
    const result = await scenario({ with: { 'installation-id': '4242', ...inputs } })
    expectTwoRequests(result)
    expect(creationBodies(result.github)).toEqual([body])
    expect(result.main.outputs).toMatchObject({ owner: 'octo-org', repositories })
    expect(bareLog(result.post)).toBe(`Token for ${subject} revoked`)
    expect(result.main.annotations).toEqual([])
  })

  test('of an enterprise', async () => {
    const result = await scenario({ with: { 'installation-id': '4244' } })
    expectTwoRequests(result, 4244)
    expect(result.main.outputs['owner']).toBe('octo-enterprise')
  })

  test('an enterprise that GitHub leaves out of its answer is the one that was asked for', async () => {
    const result = await scenario({
      with: { enterprise: 'octo-enterprise' },
      arrange: (github) => {
        const edit = (body: object): object => ({ ...body, account: null })
        github.fail('GET /enterprises/{enterprise}/installation', { kind: 'edit', edit })
      }
    })
    expect(result.main.exitCode).toBe(0)
    expect(result.main.outputs['owner']).toBe('octo-enterprise')
  })

  test('of another account than owner: the token is revoked at once, and not output', async () => {
    const { title, lines, code, run } = await failed(
      { with: { 'installation-id': '4242', owner: 'mona' } },
      1
    )
    expect(title).toBe('The installation is on another account')
    expect(lines).toEqual([
      'installation-id is 4242, but that installation is not on mona, which the workflow names. The action outputs no token.',
      'The token for mona (installation 4242) was revoked. No token is output.',
      'Fix: correct `installation-id`, or remove it. The action then finds the installation of `owner`.'
    ])
    expect(code).toBe('installation-mismatch')
    expect([...run.transcript].sort()).toEqual([
      `${REVOKED} 204`,
      `${LOOKED_UP} 200`,
      `${CREATED} 201`
    ])
  })

  test('of another account than an owner/name, which has a repository of that name too', async () => {
    const { code, lines } = await failed(
      {
        with: { 'installation-id': '5001', repositories: 'octo-org/hello' },
        data: (data) => {
          addOrganization(data, 'org-1', 5001)
        }
      },
      1
    )
    expect(code).toBe('installation-mismatch')
    expect(lines[0]).toContain('that installation is not on octo-org')
  })

  test('of another account than an owner/name: not the repository is to blame', async () => {
    const { code, lines, run } = await failed(
      { with: { 'installation-id': '4243', repositories: 'octo-org/hello' } },
      0
    )
    expect(code).toBe('installation-mismatch')
    expect(lines[0]).toContain('installation-id is 4243, but that installation is not on')
    expect([...run.transcript].sort()).toEqual([
      'GET /app/installations/4243 200',
      'POST /app/installations/4243/access_tokens 422'
    ])
  })

  test('of an account that GitHub leaves out is not taken for the owner named', async () => {
    const { code } = await failed(
      {
        with: { 'installation-id': '4242', owner: 'octo-org' },
        data: (data) => {
          installationOn(data, 'octo-org').account = null
        }
      },
      1
    )
    expect(code).toBe('installation-mismatch')
  })

  test('that nobody knows', async () => {
    const { title, lines, code, run } = await failed({ with: { 'installation-id': '9999' } }, 0)
    expect(title).toBe('The App has no such installation')
    expect(lines[0]).toBe(
      'octo-bot has no installation 9999 ("Not Found"): it belongs to another App, or was removed.'
    )
    expect(code).toBe('installation-unknown')
    expect([...run.transcript].sort()).toEqual([
      'GET /app 200',
      'GET /app/installations/9999 404',
      'POST /app/installations/9999/access_tokens 404'
    ])
  })

  test('that is suspended', async () => {
    const { lines, code } = await failed({ with: { 'installation-id': '4245' } }, 0)
    expect(lines[0]).toContain(
      'octo-bot is installed on the account of installation 4245, but the installation is suspended'
    )
    expect(code).toBe('installation-suspended')
  })

  test('with a repository out of its reach', async () => {
    const { code } = await failed(
      { with: { 'installation-id': '4242', repositories: 'octo-org/secret-plans' } },
      0
    )
    expect(code).toBe('repositories-not-accessible')
  })

  test('with a repository out of its reach, whose owner nobody named', async () => {
    const { lines, code, run } = await failed(
      { with: { 'installation-id': '4242', repositories: 'secret-plans' } },
      0
    )
    expect(lines).toEqual([
      'GitHub refused the repositories that octo-bot requested on the account of installation 4242: "There is at least one repository that does not exist or is not accessible to the parent installation".',
      "Fix: check each name in `repositories`. The installation shows what the App can reach: the account's settings > GitHub Apps > Configure"
    ])
    expect(code).toBe('repositories-not-accessible')
    expect(run.transcript).toHaveLength(2)
  })

  test('with permissions that are refused, while the lookup fails: what it lacks is not known', async () => {
    const { lines, code } = await failed(
      {
        with: {
          'installation-id': '4242',
          owner: 'octo-org',
          permissions: 'contents: read\nworkflows: write\npackages: write'
        },
        arrange: (github) => {
          github.fail(BY_ID, { kind: 'status', status: 403, body: { message: 'No' } })
        }
      },
      0
    )
    expect(lines).toEqual([
      'GitHub refused the permissions that the App requested on octo-org: "The permissions requested are not granted to this installation".',
      'Fix: 1. add or raise what is missing in the App\'s settings, under "Permissions & events"',
      "     2. an owner of octo-org accepts: the account's settings > GitHub Apps > Configure"
    ])
    expect(code).toBe('permissions-not-granted')
  })

  test.each([403, 404])(
    'the lookup is answered %d while the creation succeeds: the token is revoked at once',
    async (status) => {
      const { run } = await failed(
        {
          with: { 'installation-id': '4242' },
          arrange: (github) => {
            github.fail(BY_ID, { kind: 'status', status, body: { message: 'No' } })
          }
        },
        1
      )
      expect(run.transcript).toContain(`${LOOKED_UP} ${status}`)
      expect(run.transcript).toContain(`${CREATED} 201`)
      expect(run.transcript).toContain(`${REVOKED} 204`)
    }
  )

  testWithSignals('a job that is cancelled meanwhile leaves the token to post', async () => {
    const released = deferred()
    const { main, post, github } = await scenario({
      with: { 'installation-id': '4242' },
      arrange: (embedded) => {
        embedded.fail(CREATION, { kind: 'delay', until: released.promise })
        embedded.fail(BY_ID, { kind: 'delay', until: released.promise })
      },
      during: async (running, embedded, _, clock) => {
        expect(await running.until(() => embedded.exchanges.length === 2)).toBe(true)
        await cancel(running, clock, 'SIGTERM')
        released.resolve()
      }
    })
    expect(main.exitCode).toBe(1)
    expect(main.outputs).toEqual({})
    expect(main.log).toBe('The job was cancelled: no token is output.')
    expect(github.tokens()).toHaveLength(1)
    expect(bareLog(post)).toBe('Token for installation 4242 revoked')
    expect(github.liveTokens()).toEqual([])
  })

  test("the runner's clock is off: both requests are corrected", async () => {
    const { main, transcript } = await scenario({
      with: { 'installation-id': '4242' },
      arrange: (github) => {
        github.data.now = () => Date.now() - 7_200_000
      }
    })
    expect(main.exitCode).toBe(0)
    expect([...transcript].sort()).toEqual([
      `${REVOKED} 204`,
      `${LOOKED_UP} 200`,
      `${LOOKED_UP} 401`,
      `${CREATED} 201`,
      `${CREATED} 401`
    ])
  })
})

describe('repository-ids', () => {
  test.each<[string, Record<string, string>, string, unknown, string]>([
    [
      'with owner: one lookup of the account',
      { owner: 'octo-org', 'repository-ids': '102' },
      'GET /users/octo-org/installation 200',
      { repository_ids: [102] },
      'repository 102 in octo-org'
    ],
    [
      'beside names: the lookup by the first of them',
      { owner: 'octo-org', repositories: 'hello', 'repository-ids': '102\n102' },
      'GET /repos/octo-org/hello/installation 200',
      { repositories: ['hello'], repository_ids: [102] },
      'octo-org/hello and repository 102'
    ],
    [
      'of a repository that is named as well',
      { owner: 'octo-org', repositories: 'hello, lib', 'repository-ids': '[101, "102"]' },
      'GET /repos/octo-org/hello/installation 200',
      { repositories: ['hello', 'lib'], repository_ids: [101, 102] },
      'octo-org/hello, octo-org/lib and 2 repositories by id'
    ]
  ])('%s', async (_, inputs, lookup, body, subject) => {
    const { main, post, github, transcript } = await scenario({ with: inputs })
    expect(main.exitCode).toBe(0)
    expect(transcript).toEqual([lookup, `${CREATED} 201`, `${REVOKED} 204`])
    expect(creationBodies(github)).toEqual([body])
    expect(main.log.split('\n')[0]).toBe(`Token for ${subject}`)
    expect(bareLog(post)).toBe(`Token for ${subject} revoked`)
  })

  test.each<[string, Record<string, string>, string]>([
    ['alone', {}, 'each id in `repository-ids`'],
    [
      'beside a name',
      { repositories: 'hello' },
      'each name in `repositories` and each id in `repository-ids`'
    ]
  ])('of a repository out of reach, %s', async (_, inputs, named) => {
    const { lines, code } = await failed(
      { with: { owner: 'octo-org', 'repository-ids': '101, 999', ...inputs } },
      0
    )
    expect(lines[1]).toContain(
      `Fix: check ${named}. The installation shows what the App can reach: `
    )
    expect(code).toBe('repositories-not-accessible')
  })

  test.each<[string, (repositories: unknown[]) => unknown[], string]>([
    [
      'too many',
      (all) => [...all, { id: 103, full_name: 'octo-org/secret-plans' }],
      '1 repository granted, not requested'
    ],
    ['too few', (all) => all.slice(1), 'repository 101   requested, not granted'],
    [
      'another one',
      (all) => [...all.slice(1), { id: 103, full_name: 'octo-org/secret-plans' }],
      '1 repository granted, not requested'
    ]
  ])('GitHub grants %s: the token is revoked at once', async (_, change, words) => {
    const { lines, code } = await failed(
      {
        with: { owner: 'octo-org', 'repository-ids': '101, 102' },
        arrange: (github) => {
          github.fail(CREATION, {
            kind: 'edit',
            edit: (body) => ({ ...body, repositories: change(body['repositories'] as unknown[]) })
          })
        }
      },
      1
    )
    expect(lines.map((line) => line.trim())).toContain(words)
    expect(code).toBe('grant-differs')
  })

  test('GitHub grants one too many beside a repository that was asked for by name and id', async () => {
    const { code } = await failed(
      {
        with: { owner: 'octo-org', repositories: 'hello', 'repository-ids': '101' },
        arrange: (github) => {
          github.fail(CREATION, {
            kind: 'edit',
            edit: (body) => ({
              ...body,
              repositories: [
                ...(body['repositories'] as unknown[]),
                { id: 102, full_name: 'octo-org/lib' }
              ]
            })
          })
        }
      },
      1
    )
    expect(code).toBe('grant-differs')
  })
})

describe('combinations that make no sense are refused with the reason', () => {
  const ids = Array.from({ length: 300 }, (_, index) => index + 1).join()
  const names = Array.from({ length: 201 }, (_, index) => `r${index}`).join()

  test.each<[string, Record<string, string>, string, string]>([
    [
      'an enterprise and an installation',
      { enterprise: 'octo-enterprise', 'installation-id': '4244' },
      'enterprise is set together with installation-id.',
      'scope-conflict'
    ],
    [
      'an enterprise and everything else',
      {
        enterprise: 'a',
        owner: 'b',
        repositories: 'c',
        'repository-ids': '1',
        'installation-id': '2'
      },
      'enterprise is set together with owner and repositories and repository-ids and installation-id.',
      'scope-conflict'
    ],
    [
      'an installation and two owners',
      { 'installation-id': '4242', owner: 'octo-org, mona' },
      'installation-id is set together with 2 accounts in owner. An installation is on one account.',
      'scope-conflict'
    ],
    [
      'an installation and repositories of two owners',
      { 'installation-id': '4242', repositories: 'octo-org/hello, mona/blog' },
      'the inputs name two accounts: octo-org/hello and mona/blog. An installation is on one account.',
      'repository-owner-mismatch'
    ],
    [
      'an installation and a list that names nothing',
      { 'installation-id': '4242', repositories: ',' },
      'repositories is ",". It is set, but names no repository.',
      'scope-unknown'
    ],
    [
      'no number',
      { 'installation-id': 'octo-org' },
      'installation-id is "octo-org"',
      'installation-malformed'
    ],
    ['zero', { 'installation-id': '0' }, 'installation-id is "0"', 'installation-malformed'],
    [
      'two of them',
      { 'installation-id': '4242, 4243' },
      'installation-id is "4242, 4243"',
      'installation-malformed'
    ],
    [
      'a path',
      { 'installation-id': '4242/../4243' },
      'installation-id is "4242/../4243"',
      'installation-malformed'
    ],
    [
      'an exponent',
      { 'installation-id': '4e3' },
      'installation-id is "4e3"',
      'installation-malformed'
    ],
    [
      'repository-ids alone',
      { 'repository-ids': '101' },
      'repository-ids is set, but owner and installation-id are not. An id alone does not say who owns the repository.',
      'scope-conflict'
    ],
    [
      'repository-ids beside names without an owner',
      { repositories: 'hello', 'repository-ids': '101' },
      'owner and installation-id are not. An id alone',
      'scope-conflict'
    ],
    [
      'repository-ids and two owners',
      { owner: 'octo-org, mona', 'repository-ids': '101' },
      'repository-ids is set together with 2 accounts in owner',
      'scope-conflict'
    ],
    [
      'a name among the ids',
      { owner: 'octo-org', 'repository-ids': '101, hello' },
      'repository-ids contains "hello", which cannot be the id of a repository.',
      'repository-malformed'
    ],
    [
      'a list of ids that holds none',
      { owner: 'octo-org', 'repository-ids': ',' },
      'repository-ids contains ","',
      'repository-malformed'
    ],
    [
      'more than 500 names and ids together',
      { owner: 'octo-org', repositories: names, 'repository-ids': ids },
      '501 repositories of octo-org are named. GitHub accepts at most 500 for one token.',
      'scope-too-large'
    ],
    [
      'more than 500 with an installation',
      { 'installation-id': '4242', repositories: names, 'repository-ids': ids },
      '501 repositories are named. GitHub accepts at most 500 for one token.',
      'scope-too-large'
    ]
  ])('%s', async (_, inputs, problem, expected) => {
    const { lines, code, run } = await explained({ with: inputs })
    expect(lines[0]).toContain(problem)
    expect(lines[0]).toContain('Nothing was sent to GitHub.')
    expect(code).toBe(expected)
    expect(run.transcript).toEqual([])
  })
})
