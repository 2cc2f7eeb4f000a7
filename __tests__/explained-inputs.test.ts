import { parseApiUrl } from '../src/config/api-url'
import type { Parsed } from '../src/parsed'
import { parsePermissions } from '../src/config/parse-permissions'
import { type Level } from '../src/config/permissions'
import { parseTargets } from '../src/config/targets'
import { installationOn } from '../local/github/github-data'
import { explained } from './support/explained'
import { explanationsOf } from './support/problems'
import { appKey, scenario } from './support/scenario'
import { startProxy } from './support/test-proxy'

const GITHUB = { apiUrl: 'https://api.github.com', serverUrl: 'https://github.com' }

/** The one problem with an input: its code, and problem and fix in one text. */
function problemOf(parsed: Parsed<unknown>): { code: string; text: string } {
  const [first, ...others] = explanationsOf(parsed)
  if (first === undefined) throw new Error('the input is usable')
  expect(others).toEqual([])
  return { code: first.code, text: `${first.problem}\nFix: ${first.fix}` }
}

function valueOf<T>(parsed: Parsed<T>): { value: T; remarks: string[] } {
  if (!parsed.ok) throw new Error(JSON.stringify(explanationsOf(parsed)))
  const remarks = parsed.messages.map(({ level, message }) => `${level}: ${message}`)
  return { value: parsed.value, remarks }
}

describe('an input for a permission that action.yml does not know', () => {
  test('and that is close to one it does: the right name, and no token with every permission', async () => {
    const { title, lines, code, run } = await explained({
      with: { 'permissions-contents': 'read' }
    })
    expect(title).toBe('A permission is misspelt')
    expect(lines[0]).toContain('permissions-contents is not an input of this action.')
    expect(lines[0]).toContain('Nothing was sent to GitHub.')
    expect(lines[1]).toBe('Fix: write `permission-contents`.')
    expect(code).toBe('permission-unknown')
    expect(run.transcript).toEqual([])
  })

  test.each([
    ['permission-content', 'permission-contents'],
    ['permission-contentss', 'permission-contents'],
    ['permission-issue', 'permission-issues'],
    ['permission-pull-request', 'permission-pull-requests'],
    ['permission-pul-requets', 'permission-pull-requests'],
    ['permission-acitons', 'permission-actions'],
    ['permissions-contents', 'permission-contents'],
    ['permissions-content', 'permission-contents'],
    ['permissions-pull_requests', 'permission-pull-requests'],
    ['permissions_contents', 'permission-contents'],
    ['permission_contents', 'permission-contents'],
    ['permissions-frobnicate', 'permission-frobnicate'],
    ['permission', 'permissions'],
    ['permission-', 'permissions']
  ])('%s means %s', (input, meant) => {
    const { code, text } = problemOf(parsePermissions('', new Map([[input, 'read']])))
    expect(code).toBe('permission-unknown')
    expect(text).toMatch(
      new RegExp(`^${input} is not (?:an input of this action|a permission that GitHub knows)`)
    )
    expect(text).toContain(`Fix: write \`${meant}\`.`)
  })

  test.each<[string, string, Level]>([
    ['unlike any', 'frobnicate', 'read'],
    ['known, at a level that is not', 'contents', 'admin']
  ])('but %s: it is sent, and nothing is said if it is granted', async (_, name, level) => {
    const { main, github } = await scenario({
      isOffDescription: true,
      with: { [`permission-${name}`]: level },
      data: (data) => {
        installationOn(data, 'octo-org').permissions[name] = level
      }
    })
    expect(main.exitCode).toBe(0)
    expect(github.exchanges[1]?.requestBody).toMatchObject({ permissions: { [name]: level } })
    const messages = main.annotations.map(({ message }) => message)
    expect(messages.filter((message) => !message.startsWith('Unexpected input(s)'))).toEqual([])
  })

  test.each(['id-token', 'code', 'teams', 'releases'])(
    'but %s: the error alone says what is wrong',
    async (name) => {
      const { run } = await explained({ with: { permissions: `${name}: write` } })
      expect(run.main.annotations.map(({ level }) => level)).toEqual(['error'])
    }
  )
})

describe('names in permissions', () => {
  test.each([
    ['content: read', 'contents'],
    ['issue: write', 'issues'],
    ['{"pull_request": "write"}', 'pull-requests'],
    ['contents: read, pul-requests: write', 'pull-requests']
  ])('%s is misspelt', (permissions, meant) => {
    const { code, text } = problemOf(parsePermissions(permissions, new Map()))
    expect(code).toBe('permission-unknown')
    expect(text).toContain(`Fix: write \`${meant}\`.`)
  })

  test('one that is unlike any is sent', () => {
    const { value, remarks } = valueOf(parsePermissions('frobnicate: read', new Map()))
    expect(value).toEqual({ frobnicate: 'read' })
    expect(remarks).toEqual([])
  })

  test.each([
    ['no access', 'Fix: remove the permission.'],
    ['No-Access', 'Fix: remove the permission.'],
    ['false', 'Fix: remove the permission.'],
    ['read-write', 'Fix: use write, which includes read.'],
    ['read/write', 'Fix: use write, which includes read.'],
    ['Read and write', 'Fix: use write, which includes read.'],
    ['rw', 'Fix: use write, which includes read.'],
    ['everything', 'is "everything", which is not a level.\nFix: use read or write.'],
    ['${{ inputs.level }}', 'permission-contents looks like an expression that was not evaluated.'],
    ['inputs.level', 'permission-contents looks like an expression that was not evaluated.'],
    ['x'.repeat(19), 'permission-contents is not a level: it is 19 characters long.']
  ])('a level that there is not: %s', (level, words) => {
    const { code, text } = problemOf(
      parsePermissions('', new Map([['permission-contents', level]]))
    )
    expect(code).toBe('permission-malformed')
    expect(text).toContain(words)
  })

  test.each<[string, string, string]>([
    [
      'contents: read\nissues: read\nworkflows write',
      'In line 3 of permissions, "workflows write" has no colon between a name and a level.',
      'write one permission in each line'
    ],
    ['contents=read', 'In permissions, "contents=read" has no colon', 'write one permission'],
    [
      '- contents: read\n- issues: write',
      'In line 1 of permissions, "- contents: read" begins with a dash.',
      'remove the dash from each line: `contents: read`.'
    ],
    [
      'contents: read\n# for the release, too\nissues: write',
      'In line 2 of permissions, "# for the release" contains a comment.',
      'remove what begins with `#`'
    ],
    [
      'contents: read # clone',
      'In permissions, "contents: read # clone" contains a comment.',
      'remove what begins with `#`'
    ],
    [
      'contents: read issues: write',
      'In permissions, "contents: read issues: write" contains more than one permission.',
      'begin with `permissions: |`, not with `permissions: >`'
    ],
    ['contents:', 'In permissions, "contents:" is not a name and a level.', 'write one permission'],
    [
      '{contents: read}',
      'permissions is "{contents: read}", which begins like JSON, but is not valid JSON.',
      'write `{"contents": "read"}`'
    ],
    ['["contents"]', 'which begins like a JSON list.', 'write `{"contents": "read"}`'],
    [
      'write-all',
      'permissions is "write-all". Only read-all is possible.',
      'remove `permissions`.'
    ],
    [
      'read-all, issues: write',
      'In permissions, "read-all" is not alone.',
      'use `permissions: read-all` alone'
    ],
    [
      'repo, workflow',
      'permissions contains "repo", which is a scope of a personal access token',
      '`workflows: write` instead of `workflow`'
    ],
    [
      'contents: read, read:org',
      'permissions contains "read:org", which is a scope',
      'name permissions'
    ]
  ])('%j cannot be read: which entry, and what to do', (permissions, problem, fix) => {
    const { code, text } = problemOf(parsePermissions(permissions, new Map()))
    expect(code).toBe('permission-malformed')
    expect(text).toContain(problem)
    expect(text.split('Fix: ')[1]).toContain(fix)
  })

  test('one that is asked for at two levels', async () => {
    const { title, lines, code, run } = await explained({
      with: { permissions: 'contents: read', 'permission-contents': 'write' }
    })
    expect(title).toBe('A permission is requested at two levels')
    expect(lines[0]).toContain(
      'contents is requested twice: read by permissions, write by permission-contents.'
    )
    expect(code).toBe('permission-conflict')
    expect(run.transcript).toEqual([])
  })

  test('one that is asked for twice at one level is nothing to complain of', () => {
    const inputs = new Map([['permission-pull-requests', 'read']])
    const { value, remarks } = valueOf(parsePermissions('pull_requests: read', inputs))
    expect(value).toEqual({ pull_requests: 'read' })
    expect(remarks).toEqual([])
  })
})

describe('an id that GitHub does not know', () => {
  test.each([
    ['iv23liexampleoctobot', 'Upper and lower case differ'],
    ['Iv23liexampleoctobot', 'Upper and lower case differ'],
    ['IV23LIEXAMPLEOCTOBOT', 'Upper and lower case differ'],
    ['Ov23liEXAMPLEoctobot', 'An id that begins with Ov is of an OAuth App'],
    ['4242', 'The id of an installation is another number.']
  ])('%s: %s', async (id, hint) => {
    const { lines } = await explained({ with: { 'client-id': id } })
    expect(lines.join('\n')).toContain(hint)
  })

  test('that looks right has no such hint', async () => {
    const { lines } = await explained({ with: { 'client-id': 'Iv23liOTHERbotOTHER1' } })
    expect(lines.join('\n')).not.toMatch(/differ|OAuth|another number/)
  })
})

describe('the id of the App', () => {
  test('is a client secret: it is named, and none of it shown', async () => {
    const secret = '0123456789abcdef0123456789abcdef01234567'
    const { title, lines, code, run } = await explained({ with: { 'client-id': secret } })
    expect(title).toBe("client-id is not an App's id")
    expect(lines[0]).toBe(
      'client-id looks like a client secret (40 hex characters). Nothing was sent to GitHub.'
    )
    expect(lines[1]).toContain('use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID')
    expect(code).toBe('app-id-malformed')
    expect(run.main.log).not.toContain(secret.slice(0, 8))
    expect(run.transcript).toEqual([])
  })

  test.each([
    ['<12345>', 'is "<12345>", which contains "<". No App\'s id has that'],
    ['"Iv23liAbC"', 'has quotes around it'],
    ['12345;', 'contains ";"'],
    ['Iv23li AbC', 'contains a blank'],
    ['\u0406v23liAbC', 'contains "\u0406" (U+0406), which is not one of the letters A to Z'],
    ['12a', 'is "12a", which cannot be an App\'s id'],
    ['https://github.com/settings/apps/octo-bot', "is an address, not the App's id"],
    [
      'https://mona:S3cretPassw0rd@github.com/apps/octo-bot',
      'contains an address with a user name or password'
    ],
    ['SHA256:abcdef', 'is the fingerprint of a key'],
    [`ghp_${'a1B2'.repeat(9)}`, "contains a token, not the App's id. It is not shown here."],
    ['x'.repeat(40), "is 40 characters long. No App's id is that long"],
    ['x'.repeat(300), 'is 300 characters long']
  ])('has stray characters, or is something else: %s', async (id, words) => {
    const { title, lines, code, run } = await explained({ with: { 'client-id': '', 'app-id': id } })
    expect(title).toBe("app-id is not an App's id")
    expect(lines[0]).toContain(words)
    expect(code).toBe('app-id-malformed')
    expect(run.transcript).toEqual([])
  })

  test.each([
    'vars.APP_CLIENT_ID',
    'secrets.APP_ID',
    '$APP_ID',
    '${APP_ID}',
    '%APP_ID%',
    '${{ vars.X }}'
  ])('is not evaluated: %s', async (id) => {
    const { lines, code, run } = await explained({ with: { 'client-id': id } })
    expect(lines[0]).toBe(
      'client-id looks like an expression or a variable that was not evaluated. Nothing was sent to GitHub.'
    )
    expect(lines[1]).toContain('write `client-id: ${{ vars.NAME }}` in the step')
    expect(code).toBe('app-id-malformed')
    expect(run.transcript).toEqual([])
  })

  test("and the key are in each other's place: both are named, neither is shown", async () => {
    const { lines, run } = await explained({
      with: { 'client-id': appKey, 'private-key': 'Iv23liEXAMPLEoctobot' }
    })
    expect(lines.join('\n')).toContain("client-id contains a private key, not the App's id.")
    expect(lines.join('\n')).toContain('private-key looks like a client ID')
    expect(run.transcript).toEqual([])
  })

  test('missing, with a key: what to set', async () => {
    const { title, lines, code } = await explained({ with: { 'client-id': '' } })
    expect(title).toBe('The App is not named')
    expect(lines).toEqual([
      'client-id and app-id are empty. Nothing was sent to GitHub.',
      'Fix: set `client-id` (or `app-id`) to the Client ID or the App ID from the App\'s settings page, under "About".',
      'If it is set in the workflow, its variable or secret is empty. Check, in this order:',
      '  1. the name, and its context: `vars.NAME` for a variable, `secrets.NAME` for a secret',
      '  2. is it a variable or secret of the organization? Then octo-org must share it with octo-org/hello',
      '  3. is it of an environment? Then the job needs `environment:`',
      "  4. is this a reusable workflow? Then `vars` are those of the caller's repository, and the caller must pass a secret under `secrets:`"
    ])
    expect(code).toBe('app-id-missing')
  })

  test('missing, and the runner does not name its repository', async () => {
    const { lines } = await explained({
      with: { 'client-id': '', owner: 'octo-org' },
      env: { GITHUB_REPOSITORY: '' }
    })
    expect(lines[4]).toContain('Then the organization must share it with this repository')
  })

  test('two that differ: client-id wins, with a notice', async () => {
    const { main } = await scenario({ with: { 'app-id': '999' } })
    expect(main.exitCode).toBe(0)
    expect(main.annotations).toEqual([
      {
        level: 'notice',
        title: '',
        message:
          'client-id and app-id are both set, and differ. The step uses client-id. Remove one of them.'
      }
    ])
    const same = await scenario({ with: { 'app-id': 'Iv23liEXAMPLEoctobot' } })
    expect(same.main.annotations).toEqual([])
  })
})

describe('owner and repositories', () => {
  const workplace = {
    repository: 'octo-org/hello',
    repositoryOwner: 'octo-org',
    webHosts: ['github.com', 'api.github.com']
  }

  function targets(owner: string, repositories: string): ReturnType<typeof parseTargets> {
    const others = { repositoryIds: '', installationId: '', enterprise: '' }
    return parseTargets({ owner, repositories, ...others }, workplace)
  }

  test('an owner/name whose owner is not named in owner', async () => {
    const { title, lines, code, run } = await explained({
      with: { owner: 'octo-org', repositories: 'hello, mona/blog' }
    })
    expect(title).toBe('A repository belongs to an owner that is not named')
    expect(lines[0]).toBe(
      'repositories contains mona/blog, but owner is octo-org. Nothing was sent to GitHub.'
    )
    expect(lines[1]).toBe(
      'Fix: if mona owns all of them, set `owner: mona`. For several owners, set `owner: octo-org, mona` and write each repository as `owner/name`.'
    )
    expect(code).toBe('repository-owner-mismatch')
    expect(run.transcript).toEqual([])
  })

  test('a URL in place of a name: the obvious reading is taken, with a notice', async () => {
    const { main, transcript } = await scenario({
      with: { repositories: 'octo-org/hello.git' }
    })
    expect(main.exitCode).toBe(0)
    expect(main.annotations[0]?.message).toBe(
      'repositories contains "octo-org/hello.git". It was read as octo-org/hello.'
    )
    expect(transcript[0]).toBe('GET /repos/octo-org/hello/installation 200')
  })

  test.each([
    ['https://github.com/octo-org/hello', 'octo-org/hello'],
    ['https://github.com/octo-org/hello.git', 'octo-org/hello'],
    ['https://github.com/octo-org/hello/', 'octo-org/hello'],
    ['git@github.com:octo-org/hello.git', 'octo-org/hello'],
    ['ssh://git@github.com/octo-org/hello.git', 'octo-org/hello'],
    ['ssh://git@github.com:22/octo-org/hello', 'octo-org/hello'],
    ['ssh://github.com/octo-org/hello', 'octo-org/hello'],
    ['ssh://git@ssh.github.com:443/octo-org/hello.git', 'octo-org/hello'],
    ['org-12345@github.com:octo-org/hello.git', 'octo-org/hello'],
    ['git@github.com:/octo-org/hello.git', 'octo-org/hello'],
    ['git@GitHub.com:octo-org/hello', 'octo-org/hello'],
    ['git+ssh://git@github.com/octo-org/hello.git', 'octo-org/hello'],
    ['git+https://github.com/octo-org/hello.git', 'octo-org/hello'],
    ['git://github.com/octo-org/hello.git', 'octo-org/hello'],
    ['github.com/octo-org/hello', 'octo-org/hello'],
    ['https://www.github.com/octo-org/hello', 'octo-org/hello'],
    ['octo-org/hello.git', 'octo-org/hello'],
    ['hello.git', 'hello']
  ])('%s is read as %s of octo-org', (text, read) => {
    const { value, remarks } = valueOf(targets('', text))
    expect(value).toMatchObject([{ kind: 'repositories', owner: 'octo-org', names: ['hello'] }])
    expect(remarks).toEqual([`notice: repositories contains "${text}". It was read as ${read}.`])
  })

  test.each(['*', 'octo-org/*'])('%s is a pattern, which there is not', (text) => {
    const { code, text: said } = problemOf(targets('', text))
    expect(code).toBe('repository-malformed')
    expect(said).toContain('there are no patterns. For every repository that the App can reach')
    expect(said).toContain('set `owner` and remove `repositories`')
  })

  test.each([
    ['- hello', 'remove the dash before each name'],
    ['"hello"', 'remove the quotes'],
    ['hello lib', 'write `repositories: |`, not `repositories: >`'],
    ['hello # the main one', 'Comments are not possible here'],
    ['https://github.com/octo-org/lib#readme', 'remove `#` and what follows it'],
    ['hello@main', 'remove `@` and what follows it'],
    ['!hello', 'a repository cannot be excluded'],
    ['hello?', 'list names such as `hello` or `octo-org/hello`, separated by commas or lines.']
  ])('%s is more than a name: %s', (text, words) => {
    expect(problemOf(targets('', text)).text).toContain(words)
  })

  test.each(['{"a": "hello", "b": "lib"}', '{\n  "a": "hello",\n  "b": "lib"\n}', '{hello,lib}'])(
    'an object is one mistake: %s',
    (text) => {
      expect(problemOf(targets('', text)).text).toContain('it begins like a JSON object')
    }
  )

  test('many names with the same mistake share one Fix', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `lib-${at}@main`)
    const { title, lines } = await explained({ with: { repositories: names.join('\n') } })
    expect(title).toBe('repositories contains an invalid name')
    expect(lines).toHaveLength(12)
    expect(lines[10]).toBe('and 20 more. Nothing was sent to GitHub.')
    expect(lines[11]).toMatch(/^Fix: remove `@` and what follows it/)
  })

  test('a name with a dot is no host: an Enterprise Server can be called like an owner', () => {
    const server = { ...workplace, webHosts: ['octo'], repositoryOwner: 'octo' }
    const inputs = { owner: '', repositoryIds: '', installationId: '', enterprise: '' }
    const { value } = valueOf(parseTargets({ ...inputs, repositories: 'octo/hello' }, server))
    expect(value).toMatchObject([{ owner: 'octo', names: ['hello'] }])
  })

  test('a URL of another owner does not change the owner', () => {
    const { code, text } = problemOf(targets('octo-org', 'https://github.com/mona/blog'))
    expect(code).toBe('repository-owner-mismatch')
    expect(text).toContain('set `owner: mona`')
  })

  test.each(['https://github.com:8443', 'ssh://git@github.com:22'])(
    'a port is no owner: %s',
    (text) => {
      expect(problemOf(targets(text, 'hello')).code).toBe('owner-malformed')
    }
  )

  test.each([
    'https://gitlab.com/octo-org/hello',
    'git@gitlab.com:octo-org/hello.git',
    'ssh://git@gitlab.com/octo-org/hello.git',
    'git@ssh.gitlab.com:octo-org/hello.git',
    'https://mona:hunter2@github.com/octo-org/hello',
    'https://mona@github.com/octo-org/hello',
    'file:///github.com/octo-org/hello'
  ])('%s is no repository of this GitHub', (text) => {
    expect(problemOf(targets('', text)).code).toBe('repository-malformed')
  })

  test.each([
    'https://github.com/mona',
    'github.com/mona',
    'git@github.com:mona',
    'ssh://git@github.com/mona'
  ])('%s in place of an owner is read, with a notice', (text) => {
    const { value, remarks } = valueOf(targets(text, ''))
    expect(value).toEqual([{ kind: 'owner', owner: 'mona' }])
    expect(remarks).toEqual(['notice: owner is an address. Its account mona was used.'])
  })

  test.each([
    ['octo-org/hello', 'set `owner: octo-org` and `repositories: hello`.'],
    ['https://github.com/octo-org/hello', 'set `owner: octo-org` and `repositories: hello`.'],
    ['git@github.com:octo-org/hello', 'set `owner: octo-org` and `repositories: hello`.'],
    ['https://gitlab.com/octo-org/hello', 'use the name of the organization or user'],
    ['octo org', 'use the name of the organization or user'],
    ['..', 'use the name of the organization or user']
  ])('owner %s is no account', (owner, fix) => {
    const { code, text } = problemOf(targets(owner, ''))
    expect(code).toBe('owner-malformed')
    expect(text).toContain(fix)
  })
})

describe('github-api-url', () => {
  test.each([
    ['https://github.com', 'https://api.github.com'],
    ['https://www.github.com/', 'https://api.github.com'],
    ['https://acme.ghe.com', 'https://api.acme.ghe.com'],
    ['https://github.example.com', 'https://github.example.com/api/v3'],
    ['https://github.example.com:8443/', 'https://github.example.com:8443/api/v3'],
    ['https://acme.ghe.com/api/v3', 'https://api.acme.ghe.com'],
    ['https://api.acme.ghe.com/api/v3/', 'https://api.acme.ghe.com'],
    ['https://api.github.com/api/v3', 'https://api.github.com'],
    ['https://github.com/api/v3', 'https://api.github.com'],
    ['https://api.github.com/graphql', 'https://api.github.com']
  ])('%s has its API at %s', (input, url) => {
    const { value, remarks } = valueOf(parseApiUrl(input, GITHUB))
    expect(value.url).toBe(url)
    expect(remarks).toEqual([
      `notice: github-api-url is "${input.replace(/\/$/, '')}". The API there is ${url}, which was used.`
    ])
  })

  test('with the path of an Enterprise Server: a notice, and the API without that path is asked', async () => {
    const proxy = await startProxy({ refusal: '403 Forbidden' })
    try {
      const { lines, run } = await explained({
        with: { owner: 'octo-org', 'github-api-url': 'https://acme.ghe.com/api/v3' },
        env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }
      })
      expect(run.main.annotations[0]?.message).toBe(
        'github-api-url is "https://acme.ghe.com/api/v3". The API there is https://api.acme.ghe.com, which was used.'
      )
      expect(lines[0]).toContain('The proxy does not connect to https://api.acme.ghe.com: ')
      expect(proxy.tunnels).toEqual([{ target: 'api.acme.ghe.com:443', credentials: '' }])
    } finally {
      await proxy.close()
    }
  })

  test.each([
    ['https://api.github.com/', 'https://api.github.com'],
    ['https://api.github.com///', 'https://api.github.com'],
    ['https://api.acme.ghe.com', 'https://api.acme.ghe.com'],
    ['https://github.example.com/api/v3/', 'https://github.example.com/api/v3'],
    ['https://github.example.com/api', 'https://github.example.com/api'],
    ['https://api.github.com/nope', 'https://api.github.com/nope'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080']
  ])('%s is taken as it is, without slashes at its end', (input, url) => {
    const { value, remarks } = valueOf(parseApiUrl(input, GITHUB))
    expect(value.url).toBe(url)
    expect(remarks).toEqual([])
  })

  test("the workflow's own address is taken as it is, given or not", () => {
    const own = { apiUrl: 'https://github.example.com', serverUrl: 'https://github.example.com' }
    for (const input of ['', 'https://github.example.com', 'https://github.example.com/']) {
      const { value, remarks } = valueOf(parseApiUrl(input, own))
      expect(value).toMatchObject({ url: own.apiUrl, isOwn: true })
      expect(remarks).toEqual([])
    }
  })

  test('http off the loopback draws a warning', () => {
    const { remarks } = valueOf(parseApiUrl('http://github.example.com/api/v3', GITHUB))
    expect(remarks).toEqual([
      'warning: http://github.example.com/api/v3 is not encrypted. Anyone on the network can read the token.'
    ])
  })

  test.each([
    ['github.com', 'is "github.com", which is not a web address'],
    ['ftp://github.com', 'begins with "ftp:", not with https:'],
    ['https://mona:hunter2@github.com', 'contains a user name or password'],
    ['mona:hunter2@github.com', 'contains a user name or password'],
    ['//mona:hunter2@github.com', 'contains a user name or password'],
    ['https://github.com?x=1', 'contains a "?" or a "#"'],
    ['https://github.com#top', 'contains a "?" or a "#"'],
    ['https://github.com/api/v3?', 'contains a "?" or a "#"']
  ])('%s is none', async (input, words) => {
    const { title, lines, code, run } = await explained({ with: { 'github-api-url': input } })
    expect(title).toBe("github-api-url is not an API's address")
    expect(lines[0]).toBe(`github-api-url ${words}. Nothing was sent to GitHub.`)
    expect(code).toBe('api-url-malformed')
    expect(run.main.log).not.toContain('hunter2')
    expect(run.transcript).toEqual([])
  })
})

describe('more permissions than GitHub has', () => {
  const names = Array.from({ length: 501 }, (_, index) => `name-${index}`)

  test.each<[string, Record<string, string>]>([
    ['in the list', { permissions: names.map((name) => `${name}: read`).join('\n') }],
    [
      'in inputs of their own',
      Object.fromEntries(names.map((name) => [`permission-${name}`, 'read']))
    ]
  ])('%s: one problem, and nothing is sent', async (_, inputs) => {
    const { code, title, run } = await explained({ with: inputs })
    expect([code, title]).toEqual(['permission-malformed', 'Too many permissions'])
    expect(run.transcript).toEqual([])
  })
})
