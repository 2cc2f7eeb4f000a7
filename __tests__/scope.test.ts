import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { installationOn } from '../local/github/github-data'
import {
  appKey,
  appPublicKey,
  creationBodies,
  credentials,
  scenario,
  type Scenario
} from './support/scenario'
import { bareLog } from './support/post-log'

const spki = appPublicKey.export({ type: 'spki', format: 'der' })
const fingerprint = `SHA256:${createHash('sha256').update(spki).digest('base64')}`

const allPermissions = {
  actions: 'read',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  environments: 'read',
  issues: 'write',
  members: 'read',
  metadata: 'read',
  packages: 'read',
  pages: 'write',
  pull_requests: 'write',
  repository_projects: 'admin',
  statuses: 'write',
  workflows: 'write'
}

/** Main succeeded, post revoked, nothing is left alive; returns the one token. */
function expectCreatedAndRevoked({ main, github, transcript }: Scenario): string {
  expect(main.exitCode).toBe(0)
  expect(transcript.at(-1)).toMatch(/DELETE .*\/installation\/token 204$/)
  expect(github.liveTokens()).toEqual([])
  expect(github.tokens()).toHaveLength(1)
  const token = github.tokens()[0]?.value ?? ''
  expect(main.outputs['token']).toBe(token)
  return token
}

function decode(part: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Record<string, unknown>
}

describe('which repositories', () => {
  test('nothing set is this repository, with two requests on one connection and one in post', async () => {
    const result = await scenario()
    expectCreatedAndRevoked(result)
    const { post, transcript, github } = result
    expect(transcript).toEqual([
      'GET /repos/octo-org/hello/installation 200',
      'POST /app/installations/4242/access_tokens 201',
      'DELETE /installation/token 204'
    ])
    expect(github.exchanges[0]?.connection).toBe(github.exchanges[1]?.connection)
    expect(creationBodies(github)).toEqual([{ repositories: ['hello'] }])
    expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
  })

  test('owner alone is everything its installation reaches, and the log says so', async () => {
    const result = await scenario({ with: { owner: 'octo-org' } })
    expectCreatedAndRevoked(result)
    const { main, post, transcript, github } = result
    expect(transcript).toEqual([
      'GET /users/octo-org/installation 200',
      'POST /app/installations/4242/access_tokens 201',
      'DELETE /installation/token 204'
    ])
    expect(creationBodies(github)).toEqual([{}])
    expect(main.log.split('\n')[0]).toBe(
      'Token for every repository that octo-bot can reach in octo-org (repositories is empty)'
    )
    expect(main.outputs['repositories']).toBe('')
    expect(bareLog(post)).toBe('Token for octo-org revoked')
  })

  test('owner with an empty repositories, as an expression leaves it, is the same and said', async () => {
    const { main, github } = await scenario({ with: { owner: 'octo-org', repositories: '' } })
    expect(creationBodies(github)).toEqual([{}])
    expect(main.log).toContain('(repositories is empty)')
  })

  test("repositories alone are of the workflow's owner, whoever owns the workflow's repository", async () => {
    const result = await scenario({ with: { repositories: 'lib' } })
    expectCreatedAndRevoked(result)
    const { main, transcript, github } = result
    expect(transcript[0]).toBe('GET /repos/octo-org/lib/installation 200')
    expect(creationBodies(github)).toEqual([{ repositories: ['lib'] }])
    expect(main.log.split('\n')[0]).toBe('Token for octo-org/lib (owner is not set: octo-org)')
    expect(main.outputs['repositories']).toBe('["octo-org/lib"]')
  })

  test.each([
    ['commas', 'hello,lib'],
    ['commas and blanks', ' hello , lib ,'],
    ['lines', 'hello\nlib\n'],
    ['lines of Windows', 'hello\r\nlib'],
    ['both, with empty entries', 'hello,\n\n,lib'],
    ['duplicates', 'hello,lib,hello,HELLO'],
    ['owner/name', 'octo-org/hello,octo-org/lib'],
    ['owner/name in another letter case', 'OCTO-ORG/hello, lib'],
    ['owner/name beside the bare name', 'octo-org/hello,hello,lib']
  ])('a list of repositories is read from %s', async (_, repositories) => {
    const result = await scenario({ with: { owner: 'octo-org', repositories } })
    expectCreatedAndRevoked(result)
    const [body] = creationBodies(result.github) as { repositories: string[] }[]
    expect(body?.repositories.map((name) => name.toLowerCase())).toEqual(['hello', 'lib'])
    expect(result.main.outputs['repositories']).toBe('["octo-org/hello","octo-org/lib"]')
    expect(result.main.log.split('\n')[0]?.toLowerCase()).toBe(
      'token for octo-org/hello, octo-org/lib'
    )
    expect(result.main.annotations).toEqual([])
  })

  test('names in other letter cases are the same names', async () => {
    const result = await scenario({ with: { owner: 'Octo-Org', repositories: 'HELLO' } })
    expectCreatedAndRevoked(result)
    const { main, transcript } = result
    expect(transcript[0]).toBe('GET /repos/Octo-Org/HELLO/installation 200')
    expect(main.outputs['repositories']).toBe('["octo-org/hello"]')
    expect(main.outputs['owner']).toBe('octo-org')
  })

  test('a repository of a user account', async () => {
    const result = await scenario({ with: { owner: 'mona', repositories: 'dotfiles' } })
    expectCreatedAndRevoked(result)
    expect(result.transcript[0]).toBe('GET /repos/mona/dotfiles/installation 200')
    expect(result.main.outputs).toMatchObject({
      owner: 'mona',
      'installation-id': '4243',
      repositories: '["mona/dotfiles"]',
      'repository-selection': 'selected'
    })
  })

  test('a user account alone covers all of it', async () => {
    const result = await scenario({ with: { owner: 'mona' } })
    expectCreatedAndRevoked(result)
    expect(result.transcript[0]).toBe('GET /users/mona/installation 200')
    expect(result.main.outputs).toMatchObject({
      owner: 'mona',
      repositories: '',
      'repository-selection': 'all'
    })
  })

  test('the workflow of a user account needs no input at all', async () => {
    const result = await scenario({ repository: 'mona/blog' })
    expectCreatedAndRevoked(result)
    expect(result.main.outputs['repositories']).toBe('["mona/blog"]')
  })

  test('an enterprise', async () => {
    const result = await scenario({ with: { enterprise: 'octo-enterprise' } })
    expectCreatedAndRevoked(result)
    const { main, post, transcript, github } = result
    expect(transcript[0]).toBe('GET /enterprises/octo-enterprise/installation 200')
    expect(creationBodies(github)).toEqual([{}])
    expect(main.log.split('\n')[0]).toBe('Token for the enterprise octo-enterprise')
    expect(main.outputs).toMatchObject({
      'installation-id': '4244',
      owner: 'octo-enterprise',
      repositories: ''
    })
    expect(bareLog(post)).toBe('Token for the enterprise octo-enterprise revoked')
  })

  test('an installation whose account GitHub leaves out is the one that was asked for', async () => {
    const result = await scenario({
      data: (data) => {
        installationOn(data, 'octo-org').account = null
      }
    })
    expectCreatedAndRevoked(result)
    expect(result.main.outputs['owner']).toBe('octo-org')
  })

  test('a renamed repository is found by its id, and a notice asks to update the name', async () => {
    const result = await scenario({ repository: 'octo-org/hallo' })
    expectCreatedAndRevoked(result)
    const { main, transcript, github } = result
    expect(transcript.slice(0, 2)).toEqual([
      'GET /repos/octo-org/hallo/installation 301',
      'GET /repositories/101/installation 200'
    ])
    expect(creationBodies(github)).toEqual([{ repository_ids: [101] }])
    expect(main.outputs['repositories']).toBe('["octo-org/hello"]')
    expect(main.annotations).toEqual([
      {
        level: 'notice',
        title: '',
        message:
          'octo-org/hallo was renamed to octo-org/hello. The token covers it. Use its new name in the workflow.'
      }
    ])
  })

  test('a renamed repository before others: it by its id, they by their names', async () => {
    const result = await scenario({ with: { repositories: 'hallo, lib' } })
    expectCreatedAndRevoked(result)
    expect(creationBodies(result.github)).toEqual([
      { repository_ids: [101], repositories: ['lib'] }
    ])
    expect(result.main.outputs['repositories']).toBe('["octo-org/lib","octo-org/hello"]')
  })

  test('ten repositories are named in the log, the others counted', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `part-${index}`)
    const result = await scenario({
      with: { repositories: names.join() },
      data: (data) => {
        for (const [index, name] of names.entries()) {
          const repository = { id: 1000 + index, owner: 'octo-org', name, private: false }
          data.repositories.push(repository)
          installationOn(data, 'octo-org').repositories.push(repository)
        }
      }
    })
    expectCreatedAndRevoked(result)
    expect(creationBodies(result.github)).toEqual([{ repositories: names }])
    expect(result.main.log.split('\n')[0]).toContain(
      'octo-org/part-9 and 2 more (owner is not set: octo-org)'
    )
  })
})

describe('what is sent', () => {
  test('the JWT has the header and claims that GitHub asks for, and the headers are its own', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { github, main } = await scenario()
    const after = Math.floor(Date.now() / 1000)
    const [lookup, creation] = github.exchanges
    const authorization = lookup?.requestHeaders.authorization ?? ''
    expect(creation?.requestHeaders.authorization).toBe(authorization)
    const [scheme, jwt = ''] = authorization.split(' ')
    expect(scheme).toBe('Bearer')
    const [header, claims] = jwt.split('.')
    expect(decode(header)).toEqual({ alg: 'RS256', typ: 'JWT' })
    const { iat, exp, iss, ...others } = decode(claims)
    expect(others).toEqual({})
    expect(iss).toBe('Iv23liEXAMPLEoctobot')
    expect(iat).toBeGreaterThanOrEqual(before - 60)
    expect(iat).toBeLessThanOrEqual(after - 60)
    expect(exp).toBe(Number(iat) + 600)
    // Hidden before it was sent: a proxy's error page may quote it.
    expect(main.masks).toContain(jwt)
    for (const { requestHeaders } of github.exchanges) {
      expect(requestHeaders).toMatchObject({
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        'user-agent': 'github-app-token'
      })
    }
    expect(creation?.requestHeaders['content-type']).toMatch(/^application\/json/)
  })

  test.each([
    ['the number in app-id', { 'client-id': '', 'app-id': '12345' }, '12345'],
    ['the number in client-id', { 'client-id': '12345' }, '12345'],
    [
      'the client ID in app-id',
      { 'client-id': '', 'app-id': 'Iv23liEXAMPLEoctobot' },
      'Iv23liEXAMPLEoctobot'
    ],
    [
      'both, where client-id wins',
      { 'client-id': 'Iv23liEXAMPLEoctobot', 'app-id': '99999' },
      'Iv23liEXAMPLEoctobot'
    ]
  ])('the App is named by %s', async (_, inputs, issuer) => {
    const result = await scenario({ with: inputs })
    expectCreatedAndRevoked(result)
    const jwt = result.github.exchanges[0]?.requestHeaders.authorization ?? ''
    expect(decode(jwt.split('.')[1])['iss']).toBe(issuer)
  })

  test('a token is revoked with itself', async () => {
    const result = await scenario()
    const token = expectCreatedAndRevoked(result)
    const revocation = result.github.exchanges.at(-1)
    expect(revocation?.requestHeaders.authorization).toBe(`Bearer ${token}`)
    expect(revocation?.requestBody).toBeNull()
  })

  test.each(['', '/api/v3'])('the API is served under the prefix %j', async (prefix) => {
    const result = await scenario({ prefix })
    expectCreatedAndRevoked(result)
    expect(result.transcript).toEqual([
      `GET ${prefix}/repos/octo-org/hello/installation 200`,
      `POST ${prefix}/app/installations/4242/access_tokens 201`,
      `DELETE ${prefix}/installation/token 204`
    ])
  })

  test('github-api-url goes before the host of the workflow, with and without a slash at its end', async () => {
    const result = await scenario({
      prefix: '/api/v3',
      with: { owner: 'octo-org' },
      job: (github) => ({
        apiUrl: 'https://api.github.invalid',
        inputs: { ...credentials, owner: 'octo-org', 'github-api-url': `${github.url}/` }
      })
    })
    expectCreatedAndRevoked(result)
    expect(result.transcript[0]).toBe('GET /api/v3/users/octo-org/installation 200')
  })
})

describe('which permissions', () => {
  test.each([
    ['an input for each', { 'permission-contents': 'write', 'permission-pull-requests': 'read' }],
    ['lines', { permissions: 'contents: write\npull-requests: read\n' }],
    [
      'lines with underscores and blanks',
      { permissions: ' contents:write \n pull_requests : read ' }
    ],
    ['a comma list', { permissions: 'contents: write, pull-requests: read' }],
    ['JSON', { permissions: '{"contents":"write","pull_requests":"read"}' }],
    [
      'JSON over lines, with dashes',
      { permissions: '{\n "contents": "write",\n "pull-requests": "read"\n}' }
    ],
    ['other letter cases', { permissions: 'Contents: WRITE\nPull-Requests: Read' }],
    [
      'both inputs together',
      { permissions: 'contents: write', 'permission-pull-requests': 'read' }
    ],
    [
      'both inputs, which agree',
      { permissions: 'contents: write, pull-requests: read', 'permission-contents': 'write' }
    ]
  ])('%s: the same request', async (_, inputs) => {
    const result = await scenario({ with: inputs })
    expectCreatedAndRevoked(result)
    expect(creationBodies(result.github)).toEqual([
      { repositories: ['hello'], permissions: { contents: 'write', pull_requests: 'read' } }
    ])
    expect(JSON.parse(result.main.outputs['permissions'] ?? '')).toEqual({
      contents: 'write',
      pull_requests: 'read',
      metadata: 'read'
    })
    expect(result.main.log.split('\n')[1]).toBe(
      'Permissions: contents: write, pull-requests: read, metadata: read'
    )
    expect(result.main.annotations).toEqual([])
  })

  test('none asked for: all that were granted, and the log counts and lists them', async () => {
    const { main, github } = await scenario()
    expect(creationBodies(github)).toEqual([{ repositories: ['hello'] }])
    expect(main.log.split('\n')[1]).toBe(
      'Permissions: all 14 that the App has, because the step names none: actions: read, checks: write, contents: write, deployments: write, environments: read, issues: write, members: read, packages: read, pages: write, pull-requests: write, repository-projects: admin, statuses: write, workflows: write, metadata: read'
    )
    expect(main.annotations).toEqual([])
  })

  test('an input for a permission that GitHub has dropped neither breaks the step nor widens the token', async () => {
    const result = await scenario({ with: { 'permission-team-discussions': 'write' } })
    expectCreatedAndRevoked(result)
    expect(creationBodies(result.github)).toEqual([
      { repositories: ['hello'], permissions: { metadata: 'read' } }
    ])
    expect(JSON.parse(result.main.outputs['permissions'] ?? '')).toEqual({ metadata: 'read' })
    expect(result.main.annotations.map(({ level, message }) => [level, message])).toEqual([
      [
        'warning',
        'permission-team-discussions: GitHub has removed this permission. The request leaves it out. Remove the line.'
      ]
    ])
  })

  test('beside others, a permission that GitHub has dropped is left out', async () => {
    const result = await scenario({
      with: { 'permission-team-discussions': 'read', 'permission-contents': 'read' }
    })
    expectCreatedAndRevoked(result)
    expect(creationBodies(result.github)).toEqual([
      { repositories: ['hello'], permissions: { contents: 'read' } }
    ])
  })

  test.each([
    ['an input', { 'permission-quantum-runners': 'write' }],
    ['the list', { permissions: 'quantum-runners: write' }]
  ])(
    'a name that GitHub does not list is sent, and nothing is said if it is granted: by %s',
    async (_, inputs) => {
      const result = await scenario({
        with: inputs,
        data: (data) => {
          installationOn(data, 'octo-org').permissions['quantum_runners'] = 'write'
        }
      })
      expectCreatedAndRevoked(result)
      expect(creationBodies(result.github)).toEqual([
        { repositories: ['hello'], permissions: { quantum_runners: 'write' } }
      ])
      const messages = result.main.annotations.map(({ message }) => message)
      expect(messages.filter((message) => !message.startsWith('Unexpected input(s)'))).toEqual([])
    }
  )
})

describe('what is output', () => {
  test.each(['classic', 'stateless'] as const)('every output, with a %s token', async (format) => {
    const result = await scenario({
      data: (data) => {
        data.tokenFormat = format
      },
      with: { repositories: 'hello,lib', permissions: 'contents: read' }
    })
    const token = expectCreatedAndRevoked(result)
    expect(token.length > 400).toBe(format === 'stateless')
    expect(result.main.outputs).toEqual({
      token,
      tokens: JSON.stringify({ 'octo-org': token }),
      'installation-id': '4242',
      'app-slug': 'octo-bot',
      'expires-at': result.github.tokens()[0]?.expiresAt,
      permissions: '{"metadata":"read","contents":"read"}',
      'repository-selection': 'selected',
      repositories: '["octo-org/hello","octo-org/lib"]',
      owner: 'octo-org',
      'token-source': 'app'
    })
    expect(result.main.masks).toContain(token)
  })

  test('all permissions, if the step names none', async () => {
    const { main } = await scenario({ with: { owner: 'octo-org' } })
    expect(JSON.parse(main.outputs['permissions'] ?? '')).toEqual(allPermissions)
    expect(main.outputs['repository-selection']).toBe('selected')
  })

  test('the log is four lines and what an audit needs, and post adds one', async () => {
    const { main, post, github } = await scenario({
      with: { permissions: 'contents: write, pull-requests: write' }
    })
    const [token] = github.tokens()
    const time = token?.expiresAt.slice(11, 16) ?? ''
    // As GitHub's audit log has it: echo -n TOKEN | openssl dgst -sha256 -binary | base64
    const hash = createHash('sha256').update(String(token?.value)).digest('base64')
    expect(main.log).toBe(
      [
        'Token for octo-org/hello (owner and repositories are not set: this repository only)',
        'Permissions: contents: write, pull-requests: write, metadata: read',
        `App octo-bot, installation 4242, key ${fingerprint}`,
        `Expires at ${time} UTC (in 60 minutes). It is revoked when this job ends.`,
        '▸ Details for the audit log',
        `  Token for octo-org/hello: hashed_token:"${hash}"`
      ].join('\n')
    )
    expect(post.log).toBe(
      'Token for octo-org/hello revoked (4,997 of 5,000 requests left this hour)'
    )
    expect(main.stderr + post.stderr).toBe('')
  })

  test.each([',', '[]'])('the log does not call repositories: %j unset', async (repositories) => {
    const { main } = await scenario({ with: { repositories } })
    expect(main.annotations[0]?.message).toContain(`repositories is "${repositories}". It is set,`)
    expect(main.log).toContain(
      'Token for octo-org/hello (owner is not set, and repositories names nothing: this repository only)'
    )
    expect(main.log).not.toContain('repositories are not set')
  })

  test('the token is saved for post with the API it belongs to, and nothing reaches later steps', async () => {
    const { main, github } = await scenario()
    expect(Object.keys(main.state)).toEqual(['github-app-token'])
    expect(JSON.parse(main.state['github-app-token'] ?? '')).toEqual({
      apiUrl: github.url,
      gitFile: '',
      isFallback: false,
      keepToken: false,
      tokens: [
        {
          token: github.tokens()[0]?.value,
          expiresAt: github.tokens()[0]?.expiresAt,
          subject: 'octo-org/hello'
        }
      ]
    })
    expect(main.exported).toEqual({})
    expect(main.summary).toBe('')
  })

  test.each(['true', 'True', 'TRUE'])(
    'with skip-token-revoke %s the token lives on',
    async (value) => {
      const { main, post, github, transcript } = await scenario({
        with: { 'skip-token-revoke': value }
      })
      expect(main.exitCode).toBe(0)
      expect(main.log.split('\n')[3]).toMatch(
        /^Expires at .* \(in 60 minutes\)\. It is not revoked when this job ends \(skip-token-revoke is true\)\.$/
      )
      const [token] = github.liveTokens()
      expect(main.outputs['token']).toBe(token?.value)
      expect(main.state['github-app-token']).not.toContain(token?.value)
      expect(bareLog(post)).toBe('The token was kept: skip-token-revoke is true.')
      expect(transcript.filter((line) => line.startsWith('DELETE'))).toEqual([])
    }
  )

  test('each line of the key is hidden, but not its armour, and it leaves the environment', async () => {
    const { main } = await scenario({
      nodeArguments: ['--require', join(__dirname, 'support/preload/report-environment.cjs')]
    })
    const lines = appKey.trim().split('\n')
    const hidden = new Set(main.masks.flatMap((mask) => mask.split('\n')))
    expect(lines.slice(1, -1).filter((line) => !hidden.has(line))).toEqual([])
    expect(main.masks).not.toContain(lines[0])
    expect(main.masks).not.toContain(lines.at(-1))
    const left = /^left in the environment: (.*)$/m.exec(main.stdout)?.[1]?.split(' ')
    expect(left).toContain('INPUT_CLIENT-ID')
    expect(left).not.toContain('INPUT_PRIVATE-KEY')
    expect(left).not.toContain('INPUT_FALLBACK-TOKEN')
  })
})

describe("a workflow of actions/create-github-app-token needs only another 'uses:'", () => {
  const theirs = { 'client-id': '', 'app-id': '12345' }

  test.each<[string, Record<string, string>, unknown, string]>([
    ['app-id and private-key', theirs, { repositories: ['hello'] }, 'octo-org/hello'],
    [
      'client-id and private-key',
      { 'client-id': 'Iv23liEXAMPLEoctobot' },
      { repositories: ['hello'] },
      'octo-org/hello'
    ],
    [
      'a key with escaped line ends',
      { ...theirs, 'private-key': appKey.replace(/\n/g, '\\n') },
      { repositories: ['hello'] },
      'octo-org/hello'
    ],
    ['owner: ${{ github.repository_owner }}', { ...theirs, owner: 'octo-org' }, {}, 'octo-org'],
    [
      'owner and a block of repositories',
      { ...theirs, owner: 'octo-org', repositories: 'hello\nlib\n' },
      { repositories: ['hello', 'lib'] },
      'octo-org/hello, octo-org/lib'
    ],
    [
      'one permission',
      { ...theirs, owner: 'octo-org', 'permission-issues': 'write' },
      { permissions: { issues: 'write' } },
      'octo-org'
    ],
    [
      'an explicit skip-token-revoke: false',
      { ...theirs, 'skip-token-revoke': 'false' },
      { repositories: ['hello'] },
      'octo-org/hello'
    ],
    [
      'enterprise',
      { ...theirs, enterprise: 'octo-enterprise' },
      {},
      'the enterprise octo-enterprise'
    ]
  ])('%s', async (_, inputs, body, subject) => {
    const result = await scenario({ with: inputs })
    const token = expectCreatedAndRevoked(result)
    expect(creationBodies(result.github)).toEqual([body])
    const { 'installation-id': id, 'app-slug': slug } = result.main.outputs
    expect([id, slug]).toEqual([String(result.github.tokens()[0]?.installationId), 'octo-bot'])
    expect(result.main.masks).toContain(token)
    expect(result.main.annotations).toEqual([])
    expect(bareLog(result.post)).toBe(`Token for ${subject} revoked`)
  })
})
