import { installationOn } from '../local/github/github-data'
import { explained, CREATION } from './support/explained'
import { creationBodies, scenario } from './support/scenario'

/** What octo-org granted, at its read level, without workflows, which can only be written. */
const READABLE = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  deployments: 'read',
  environments: 'read',
  issues: 'read',
  members: 'read',
  metadata: 'read',
  packages: 'read',
  pages: 'read',
  pull_requests: 'read',
  repository_projects: 'read',
  statuses: 'read'
}

describe('permissions: read-all', () => {
  test.each(['read-all', 'Read-All', ' READ-ALL\n'])(
    '%j asks for everything that was granted, but only to read',
    async (permissions) => {
      const { main, github, transcript } = await scenario({ with: { permissions } })
      expect(main.exitCode).toBe(0)
      expect(transcript).toEqual([
        'GET /repos/octo-org/hello/installation 200',
        'POST /app/installations/4242/access_tokens 201',
        'DELETE /installation/token 204'
      ])
      expect(creationBodies(github)).toEqual([{ repositories: ['hello'], permissions: READABLE }])
      expect(JSON.parse(main.outputs['permissions'] ?? '')).toEqual(READABLE)
      expect(main.log.split('\n')[1]).toBe(
        'Permissions: all that the App has, but only to read (read-all): actions: read, checks: read, contents: read, deployments: read, environments: read, issues: read, members: read, packages: read, pages: read, pull-requests: read, repository-projects: read, statuses: read, metadata: read'
      )
      expect(main.annotations).toEqual([])
    }
  )

  test('looks the installation up first, where its id is given', async () => {
    const { github, transcript, main } = await scenario({
      with: { 'installation-id': '4242', permissions: 'read-all' },
      arrange: (embedded) => {
        embedded.fail('GET /app/installations/{installation_id}', { kind: 'delay', ms: 500 })
      },
      during: async (running, embedded) => {
        await running.until(() => {
          const [first, second] = embedded.exchanges
          if (first?.status === null) expect(second).toBeUndefined()
          return second !== undefined
        })
      }
    })
    expect(main.exitCode).toBe(0)
    expect(transcript).toEqual([
      'GET /app/installations/4242 200',
      'POST /app/installations/4242/access_tokens 201',
      'DELETE /installation/token 204'
    ])
    expect(creationBodies(github)).toEqual([{ permissions: READABLE }])
  })

  test('creates no token for an installation on another account than owner', async () => {
    const { code, run } = await explained({
      with: { 'installation-id': '4242', owner: 'mona', permissions: 'read-all' }
    })
    expect(code).toBe('installation-mismatch')
    expect(run.transcript).toEqual(['GET /app/installations/4242 200'])
  })

  test('is what each owner granted', async () => {
    const { main, github } = await scenario({
      with: { owner: 'octo-org, mona', permissions: 'read-all' },
      data: (data) => {
        installationOn(data, 'mona').permissions = { issues: 'write', workflows: 'write' }
      }
    })
    expect(main.exitCode).toBe(0)
    const bodies = creationBodies(github)
    expect(bodies).toHaveLength(2)
    expect(bodies).toContainEqual({ permissions: READABLE })
    expect(bodies).toContainEqual({ permissions: { issues: 'read' } })
  })

  test("reads a permission too that GitHub's published list does not know", async () => {
    const { main, github } = await scenario({
      isOffDescription: true,
      with: { permissions: 'read-all' },
      data: (data) => {
        installationOn(data, 'octo-org').permissions = { frobnicate: 'write' }
      }
    })
    expect(main.exitCode).toBe(0)
    expect(creationBodies(github)).toEqual([
      { repositories: ['hello'], permissions: { frobnicate: 'read' } }
    ])
  })

  test('finds nothing to read: no token is created, since an empty list would mean everything', async () => {
    const { title, lines, code, run } = await explained({
      with: { permissions: 'read-all' },
      data: (data) => {
        installationOn(data, 'octo-org').permissions = { workflows: 'write' }
      }
    })
    expect(title).toBe('The App can read nothing')
    expect(lines[0]).toBe(
      'permissions is read-all, but the App has no permission for octo-org/hello that can be read.'
    )
    expect(code).toBe('permissions-not-granted')
    expect(run.transcript).toEqual(['GET /repos/octo-org/hello/installation 200'])
  })

  test('is granted to write: the token is revoked at once', async () => {
    let alive: number | undefined
    const { code, lines, run } = await explained({
      with: { permissions: 'read-all' },
      arrange: (github) => {
        github.fail(CREATION, {
          kind: 'edit',
          edit: (body) => ({ ...body, permissions: { ...READABLE, contents: 'write' } })
        })
      },
      between: (_, __, github) => {
        alive = github.liveTokens().length
      }
    })
    expect(code).toBe('grant-differs')
    expect(lines).toContain('  contents   requested: read   granted: write')
    expect(alive).toBe(0)
    expect(run.github.tokens()).toHaveLength(1)
  })
})

describe('a list of permissions that would be read as everything is refused', () => {
  test.each<[string, Record<string, string>, string, string]>([
    [
      'an empty JSON object',
      { permissions: '{}' },
      'permissions is "{}". It is set, but names no permission',
      'permission-malformed'
    ],
    [
      'an empty JSON object with blanks',
      { permissions: '{ }' },
      'It is set, but names no permission',
      'permission-malformed'
    ],
    [
      'a comma',
      { permissions: ',' },
      'permissions is ",". It is set, but names no permission',
      'permission-malformed'
    ],
    [
      'commas and lines',
      { permissions: ',\n,' },
      'It is set, but names no permission',
      'permission-malformed'
    ],
    [
      'an empty JSON list',
      { permissions: '[]' },
      'permissions is "[]", which begins like a JSON list',
      'permission-malformed'
    ],
    [
      'read-all in a list',
      { permissions: 'read-all, contents: write' },
      'In permissions, "read-all" is not alone.',
      'permission-malformed'
    ],
    [
      'write-all',
      { permissions: 'write-all' },
      'permissions is "write-all". Only read-all is possible.',
      'permission-malformed'
    ],
    [
      'read-all and an input of its own',
      { permissions: 'read-all', 'permission-contents': 'write' },
      'permissions is read-all, but permission-contents is set, too.',
      'permission-conflict'
    ],
    [
      'read-all and a misspelt input',
      { permissions: 'read-all', 'permissions-contents': 'read' },
      'permissions is read-all, but permissions-contents is set, too.',
      'permission-conflict'
    ]
  ])('%s', async (_, inputs, problem, expected) => {
    const { lines, code, run } = await explained({ with: inputs })
    expect(lines[0]).toContain(problem)
    expect(lines[0]).toContain('Nothing was sent to GitHub.')
    expect(code).toBe(expected)
    expect(run.transcript).toEqual([])
  })
})
