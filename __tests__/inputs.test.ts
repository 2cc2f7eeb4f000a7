import { join } from 'node:path'
import { parseApiUrl } from '../src/config/api-url'
import { parseAppId } from '../src/config/app-id'
import { parseBoolean } from '../src/config/switches'
import { secretlessRun, type WorkflowEvent } from '../src/config/event'
import { isName, splitList, nearMiss } from '../src/config/names'
import { combine, invalid, valid, type Parsed } from '../src/parsed'
import { KNOWN_PERMISSIONS } from '../src/config/permission-list'
import { parsePermissions } from '../src/config/parse-permissions'
import { unusedException } from '../src/http/no-proxy'
import { guessSecrets, parseProxy } from '../src/http/proxy-address'
import { parseTargets, type RepositoriesTarget, type Target } from '../src/config/targets'
import type { ExplanationCode } from '../src/explain/explanation'
import type { Problem } from '../src/problems/problem'
import { route } from '../src/github/api'
import { printable } from '../src/printable'
import { codesOf } from './support/problems'
import { appKey, errorOf, scenario } from './support/scenario'
import { sample } from './support/search'
import { LONGEST_VARIABLE } from './support/system'

/** The value, or the codes of all problems. */
function outcome<T>(parsed: Parsed<T>): T | readonly ExplanationCode[] {
  return parsed.ok ? parsed.value : codesOf(parsed)
}

/** Runs a step with bad inputs: one annotation, and nobody was asked. */
async function refused(
  inputs: Record<string, string>,
  env: Record<string, string> = {}
): Promise<string> {
  const result = await scenario({ with: inputs, env })
  const { message } = errorOf(result)
  expect(result.transcript).toEqual([])
  expect(result.main.annotations.filter(({ level }) => level === 'error')).toHaveLength(1)
  expect(result.main.outputs).toEqual({})
  expect(message).toMatch(/^(?: {3})?Help: https:\/\/.*\/docs\/TROUBLESHOOTING\.md#[a-z-]+$/m)
  expect(result.post.log.split('\n').at(-1)).toBe('Nothing to revoke: this step output no token.')
  return message
}

describe('bad inputs end the step before anything is sent', () => {
  test('all of them are told at once', async () => {
    const message = await refused({
      'client-id': 'octo bot',
      'private-key': '',
      owner: 'octo-org/hello',
      'permission-contents': 'all',
      'permission-issue': 'read',
      'permissions-pull-requests': 'write',
      permissions: 'checks: write, checks: read',
      'skip-token-revoke': 'yes',
      'github-api-url': 'api.github.com'
    })
    const [first, ...lines] = message.split('\n')
    expect(first).toBe('9 inputs need correcting. Nothing was sent to GitHub.')
    expect(lines.filter((line) => /^\d\. /.test(line))).toEqual([
      expect.stringMatching(/^1\. client-id is "octo bot"/),
      expect.stringMatching(/^2\. private-key is empty/),
      expect.stringMatching(
        /^3\. owner is "octo-org\/hello", which is an account and a repository/
      ),
      expect.stringMatching(/^\d\. permissions-pull-requests is not an input of this action/),
      expect.stringMatching(/^5\. checks is requested twice: write by permissions, read by/),
      expect.stringMatching(/^6\. permission-contents is "all", which is not a level/),
      expect.stringMatching(/^7\. permission-issue is not a permission that GitHub knows/),
      expect.stringMatching(/^\d\. github-api-url is "api\.github\.com"/),
      expect.stringMatching(/^\d\. skip-token-revoke is "yes"/)
    ])
    expect(message).toContain('write `permission-issues`.')
    expect(lines.filter((line) => line.startsWith('   Fix: '))).toHaveLength(9)
  })

  test('several bad repositories are all named', async () => {
    const message = await refused({ repositories: 'hello,a b,../etc,x/y/z,mona/blog' })
    expect(message).toMatch(/^3 inputs need correcting\./)
    const entries = ['"a b"', '"../etc"', '"x/y/z"', 'mona/blog']
    for (const entry of entries) expect(message).toContain(entry)
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['no id', { 'client-id': '' }, /^client-id and app-id are empty\..*#app-id-missing$/s],
    ['no key', { 'private-key': '' }, /^private-key is empty\..*#private-key-empty$/s],
    ['blanks for a key', { 'private-key': ' \n ' }, /^private-key is empty\./],
    [
      'no such level',
      { 'permission-contents': 'none' },
      /^permission-contents is "none".*Fix: remove the permission/s
    ],
    [
      'no list of permissions',
      { permissions: 'contents' },
      /^In permissions, "contents" has no colon between a name and a level\./
    ],
    [
      'no name of a permission',
      { permissions: '{"":"read"}' },
      /^permissions: "" cannot be the name of a permission\./
    ],
    [
      'a level that is no text',
      { permissions: '{"contents":null}' },
      /^permissions: contents is "null", which is not a level\..*Fix: remove the permission\./s
    ],
    [
      'no level of a permission that nobody knows',
      { 'permission-frobnicate': 'reed' },
      /^permission-frobnicate is "reed", which is not a level\..*use read or write or admin\./s
    ],
    [
      'a misspelt name in a list',
      { permissions: 'issues: read, content: read' },
      /^permissions: content is not a permission that GitHub knows\..*write `contents`\./s
    ],
    [
      'one bad repository beside a good one',
      { repositories: 'hello,a b' },
      /^repositories contains "a b", which cannot be the name of a repository\./
    ],
    [
      'half a JSON list',
      { repositories: '["hello", "lib"' },
      /^repositories is "\["hello", "lib"", .* but its end, the `\]`, is missing\..*`hello, lib`/s
    ],
    [
      'a list in brackets that is no JSON',
      { repositories: "['hello', 'lib']" },
      /^repositories is "\['hello', 'lib'\]", .* but is not valid JSON\..*`\["hello", "lib"\]`/s
    ],
    [
      'half a JSON list of ids',
      { owner: 'octo-org', 'repository-ids': '[101, 102' },
      /^repository-ids is "\[101, 102", .* but its end, the `\]`, is missing\..*`101, 102`/s
    ],
    [
      'a JSON list of owners',
      { owner: '["octo-org", "mona"]' },
      /^owner is "\["octo-org", "mona"\]", .*JSON.*without brackets and quotes.*`octo-org, mona`/s
    ],
    [
      'an address of another host',
      { repositories: 'https://gitlab.com/octo-org/hello' },
      /^repositories contains "https:\/\/gitlab\.com\/octo-org\/hello", which cannot be/
    ],
    [
      'a line of a key that looks like an owner and a name',
      { owner: 'octo-org', repositories: `${'hJ6'.repeat(9)}/${'kL7'.repeat(10)}` },
      /^repositories contains \(not shown\), but owner is octo-org\..*Fix: list names of repo/s
    ],
    [
      'the same among several owners',
      { owner: 'octo-org, mona', repositories: `octo-org/hello, ${'aB3'.repeat(14)}` },
      /^repositories contains "\(not shown\)", but owner names 2 .*such as `octo-org\/NAME`\./s
    ],
    ['no account', { owner: ',' }, /^owner is ",". It is set, but names no account\./],
    ['no account and no repository', { owner: 'a b', repositories: 'c d' }, /^2 inputs need/],
    [
      'no permission',
      { permissions: '{}' },
      /^permissions is "\{\}"\. It is set, but names no permission/
    ],
    ['no switch', { 'skip-token-revoke': '1' }, /^skip-token-revoke is "1"\./],
    ['no URL', { 'github-api-url': 'ftp://example.com' }, /^github-api-url begins with "ftp:"/],
    [
      'two scopes',
      { enterprise: 'acme', owner: 'octo-org' },
      /^enterprise is set together with owner\./
    ]
  ])('%s', async (_, inputs, text) => {
    expect(await refused(inputs)).toMatch(text)
  })

  test.each(
    sample(
      [
        ['owner', '${{ github.repository_owner }}'],
        ['owner', '$OWNER'],
        ['owner', '${OWNER}'],
        ['repositories', '${{ github.event.repository.name }}'],
        ['enterprise', '%ENTERPRISE%'],
        ['client-id', '${{ vars.CLIENT_ID }}'],
        ['private-key', '${{ secrets.APP_PRIVATE_KEY }}'],
        ['private-key', '$APP_PRIVATE_KEY'],
        ['permission-contents', '${{ inputs.level }}'],
        ['github-api-url', '${{ github.api_url }}'],
        ['skip-token-revoke', '${{ inputs.keep }}']
      ],
      4
    )
  )('an expression that nobody expanded: %s is %s', async (name, value) => {
    const message = await refused({ [name]: value })
    expect(message.split('\n')[0]).toContain(name)
  })

  test.each(
    sample(
      [
        ['owner', '.'],
        ['owner', '..'],
        ['owner', '../octo-org'],
        ['owner', 'octo-org/../mona'],
        ['owner', 'octo%2forg'],
        ['owner', 'octo-org?x=1'],
        ['owner', 'octo-org#x'],
        ['owner', 'octo org'],
        ['owner', 'öcto-org'],
        ['owner', 'octo-org,..'],
        ['owner', 'octo\\org'],
        ['owner', '/'],
        ['repositories', '.'],
        ['repositories', '..'],
        ['repositories', 'octo-org/..'],
        ['repositories', '../hello'],
        ['repositories', '/hello'],
        ['repositories', 'octo-org/hello/installation'],
        ['repositories', 'hello%00'],
        ['repositories', 'hello?'],
        ['enterprise', '..'],
        ['enterprise', 'acme/billing']
      ],
      5
    )
  )('a name that would lead elsewhere: %s is %j', async (name, value) => {
    const message = await refused({ [name]: value })
    expect(message).toContain(name)
  })

  test.each(
    sample(
      [
        ['owner', 'o'.repeat(20_000)],
        ['repositories', 'r'.repeat(20_000)],
        ['repositories', Array.from({ length: 501 }, (_, index) => `r${index}`).join()],
        ['permissions', 'contents: read, '.repeat(2_000) + 'x'],
        ['permissions', '{'.repeat(20_000)],
        ['permission-contents', 'w'.repeat(20_000)],
        ['client-id', '1'.repeat(20_000)],
        ['private-key', 'k'.repeat(Math.min(60_000, LONGEST_VARIABLE))],
        ['github-api-url', 'h'.repeat(20_000)],
        ['skip-token-revoke', 't'.repeat(20_000)]
      ],
      3
    )
  )('a very long %s is told in short', async (name, value) => {
    const message = await refused({ [name]: value })
    expect(message.length).toBeLessThan(1500)
  })

  test('what an input holds cannot command the runner', async () => {
    const message = await refused({
      'skip-token-revoke': 'a\n::error::forged\r##[set-output name=token]x\t\u001b[31m'
    })
    expect(message).toContain('a\\n: :error: :forged\\r## [set-output name=token]x\\t\\u{1b}[31m')
  })

  test.each([
    ['a client secret', '0123456789abcdef0123456789abcdef01234567'],
    ['a personal access token', `ghp_${'aB3'.repeat(12)}`],
    ['a private key', appKey],
    ['a private key in one line', appKey.replace(/\n/g, '\\n')]
  ])('%s in place of the id is not printed', async (_, value) => {
    const message = await refused({ 'client-id': value })
    for (let at = 0; at + 12 <= value.length; at += 12) {
      const part = value.slice(at, at + 12)
      if (!/-----|PRIVATE/.test(part)) expect(message).not.toContain(part)
    }
  })
})

describe('a misspelt permission input never widens the token', () => {
  test.each([
    ['permissions-contents', 'permission-contents'],
    ['permission-content', 'permission-contents'],
    ['permission_contents', 'permission-contents'],
    ['permission contents', 'permission-contents'],
    ['Permission-Content', 'permission-contents'],
    ['permissioncontents', 'permission-contents'],
    ['permission-pull-request', 'permission-pull-requests'],
    ['permission-pull_request', 'permission-pull-requests'],
    ['permissions-frobnicate', 'permission-frobnicate'],
    // As near to the name that follows, `organization-custom-roles`: the first of them is meant.
    ['permission-organization-custom-o-roles', 'permission-organization-custom-org-roles'],
    ['permission', 'permissions']
  ])('%s', async (input, meant) => {
    const message = await refused({ [input]: 'read' })
    expect(message).toContain(`write \`${meant}\`.`)
    expect(message).toMatch(/#permission-unknown$/)
  })

  test.each([
    ['permisson-contents', 'read', 'permission-contents'],
    ['permision-pull-requests', 'write', 'permission-pull-requests'],
    ['premission-issues', 'write', 'permission-issues'],
    ['permisson-content', 'rd', 'permission-contents'],
    ['permissoncontents', 'read', 'permission-contents'],
    ['permisson-frobnicate', 'read', 'permission-frobnicate'],
    ['perm-contents', 'read', 'permission-contents'],
    ['contents-permission', 'read', 'permission-contents'],
    ['contents_permissions', 'read', 'permission-contents'],
    ['contents', 'read', 'permission-contents'],
    ['pull-requests', 'Write', 'permission-pull-requests'],
    ['pull_request', 'write', 'permission-pull-requests'],
    ['permissons', 'contents: read', 'permissions'],
    ['perms', 'contents: read', 'permissions'],
    ['token-permissions', '{"contents": "read"}', 'permissions']
  ])('%s: %s', async (input, value, meant) => {
    const message = await refused({ [input]: value })
    expect(message).toContain(`${input} is not an input of this action. If it were ignored,`)
    expect(message).toContain(`Fix: write \`${meant}\`.`)
    expect(message).toMatch(/#permission-unknown$/)
  })

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'alone',
      { 'permissions-contents': 'read' },
      /If it were ignored, the token could get every permission that the App has\./
    ],
    [
      'beside another misspelt one',
      { 'permissions-contents': 'read', 'permission-isues': 'read' },
      /If it were ignored, the token could get every permission that the App has\./
    ],
    [
      'beside another permission',
      { 'permissions-contents': 'read', 'permission-issues': 'read' },
      /If it were ignored, the token would not have it\./
    ],
    [
      'in permissions, beside another permission',
      { permissions: 'isues: read, contents: read' },
      /If it were ignored, the token would not have it\./
    ],
    [
      'a list without a name, alone',
      { permissions: '{}' },
      /names no permission\. GitHub would grant every permission\..* if the token needs every permission\./s
    ],
    [
      'a list without a name, beside another permission',
      { permissions: '{}', 'permission-issues': 'read' },
      /names no permission\. Nothing was sent to GitHub\.\nFix: .* or remove `permissions`\./
    ]
  ])('what would happen without it: %s', async (_, inputs, words) => {
    expect(await refused(inputs)).toMatch(words)
  })

  test.each(['permissions-contents', 'permission-contents'])(
    'an empty %s asks for nothing, as every input does that is left out',
    async (input) => {
      const { main, github } = await scenario({ with: { [input]: ' ' } })
      expect(main.exitCode).toBe(0)
      expect(github.exchanges[1]?.requestBody).toEqual({ repositories: ['hello'] })
    }
  )

  test.each(['PERMISSION-CONTENTS', 'permission-Contents', 'permission-contents'])(
    '%s is the input itself: the runner ignores the case of letters',
    async (input) => {
      const { github } = await scenario({ with: { [input]: 'read' } })
      expect(github.exchanges[1]?.requestBody).toMatchObject({ permissions: { contents: 'read' } })
    }
  )
})

describe('parseTargets', () => {
  const workplace = {
    repository: 'octo-org/hello',
    repositoryOwner: 'octo-org',
    webHosts: ['github.com']
  }
  const none = {
    owner: '',
    repositories: '',
    repositoryIds: '',
    installationId: '',
    enterprise: ''
  }
  /** The one target, or the codes of all problems. */
  const target = (inputs: Partial<typeof none>): unknown => {
    const parsed = parseTargets({ ...none, ...inputs }, workplace)
    if (!parsed.ok) return outcome(parsed)
    expect(parsed.value).toHaveLength(1)
    return parsed.value[0]
  }
  const repositories = (
    owner: string,
    names: readonly [string, ...string[]],
    reason: RepositoriesTarget['reason']
  ): Target => ({ kind: 'repositories', owner, names, ids: [], reason })

  test.each<[Partial<typeof none>, Target | ExplanationCode[]]>([
    [{}, repositories('octo-org', ['hello'], 'nothing-set')],
    [{ owner: 'mona' }, { kind: 'owner', owner: 'mona' }],
    [{ owner: 'Mona' }, { kind: 'owner', owner: 'Mona' }],
    [{ repositories: 'lib' }, repositories('octo-org', ['lib'], 'owner-not-set')],
    [{ owner: 'mona', repositories: 'a,b' }, repositories('mona', ['a', 'b'], 'both-set')],
    [{ owner: 'mona', repositories: 'a,A,a' }, repositories('mona', ['a'], 'both-set')],
    [{ repositories: 'octo-org/lib' }, repositories('octo-org', ['lib'], 'owner-not-set')],
    [{ repositories: 'Octo-Org/lib' }, repositories('octo-org', ['lib'], 'owner-not-set')],
    [{ repositories: 'lib.git' }, repositories('octo-org', ['lib'], 'owner-not-set')],
    [{ repositories: '.github' }, repositories('octo-org', ['.github'], 'owner-not-set')],
    [{ repositories: '...' }, repositories('octo-org', ['...'], 'owner-not-set')],
    [
      { repositories: 'https://github.com/octo-org/lib.git' },
      repositories('octo-org', ['lib'], 'owner-not-set')
    ],
    [
      { repositories: 'git@github.com:octo-org/lib' },
      repositories('octo-org', ['lib'], 'owner-not-set')
    ],
    [{ owner: 'https://github.com/mona/' }, { kind: 'owner', owner: 'mona' }],
    [{ enterprise: 'acme' }, { kind: 'enterprise', enterprise: 'acme' }],
    [{ repositories: 'mona/blog' }, ['repository-owner-mismatch']],
    [{ owner: 'octo-org', repositories: 'mona/blog' }, ['repository-owner-mismatch']],
    [{ repositories: 'x/y/z,octo-org/lib,x y' }, ['repository-malformed', 'repository-malformed']],
    [
      { repositories: 'mona/blog,octo-org/lib,x y' },
      ['repository-malformed', 'repository-owner-mismatch']
    ],
    [{ repositories: 'https://example.com/octo-org/lib' }, ['repository-malformed']],
    [{ repositories: '.git' }, ['repository-malformed']],
    [{ repositories: 'a/b/c' }, ['repository-malformed']],
    [{ repositories: 'octo-org/' }, ['repository-malformed']],
    [{ repositories: 'lib *' }, ['repository-malformed']],
    // A list that names nothing must not turn into everything.
    [{ owner: 'octo-org', repositories: ',' }, ['scope-unknown']],
    [{ owner: 'octo-org', repositories: '\n,\n' }, ['scope-unknown']],
    [{ owner: 'a,b/c' }, ['owner-malformed']],
    [{ owner: '..\nb' }, ['owner-malformed']],
    [{ owner: 'octo-org/hello' }, ['owner-malformed']],
    [{ owner: 'https://example.com/mona' }, ['owner-malformed']],
    [{ owner: '..' }, ['owner-malformed']],
    [{ owner: 'x'.repeat(101) }, ['owner-malformed']],
    [{ enterprise: 'a/b' }, ['owner-malformed']],
    [{ enterprise: 'acme', owner: 'mona' }, ['scope-conflict']],
    [{ enterprise: 'acme', repositories: 'a' }, ['scope-conflict']],
    [{ repositories: Array.from({ length: 501 }, (_, i) => `r${i}`).join() }, ['scope-too-large']]
  ])('%j', (inputs, expected) => {
    expect(target(inputs)).toEqual(expected)
  })

  test.each(['', 'hello', 'a/b/c', '../hello'])(
    'nothing is set, in a workflow of the repository %j',
    async (repository) => {
      const message = await refused({}, { GITHUB_REPOSITORY: repository })
      expect(message).toContain(
        `owner and repositories are not set, and GITHUB_REPOSITORY ("${repository}") names no repository.`
      )
      expect(message).toMatch(/#scope-unknown$/)
    }
  )

  test('a list without a name, in a workflow without a repository', async () => {
    const message = await refused({ repositories: ',' }, { GITHUB_REPOSITORY: '' })
    expect(message).toContain('owner is not set, repositories names nothing, and GITHUB_REPOSITORY')
  })

  test.each(['', '..'])('repositories alone, in a workflow of the owner %j', async (owner) => {
    const message = await refused({ repositories: 'lib' }, { GITHUB_REPOSITORY_OWNER: owner })
    expect(message).toContain(
      `owner is not set, and GITHUB_REPOSITORY_OWNER ("${owner}") names no account.`
    )
    expect(message).toMatch(/#scope-unknown$/)
  })

  test('500 repositories are as many as GitHub takes', () => {
    const names = Array.from({ length: 500 }, (_, index) => `r${index}`)
    expect(target({ repositories: names.join() })).toMatchObject({ names })
  })
})

describe('parsePermissions', () => {
  const parse = (text: string, inputs: Record<string, string> = {}): ReturnType<typeof outcome> =>
    outcome(parsePermissions(text, new Map(Object.entries(inputs))))

  test.each<[string, unknown]>([
    ['', undefined],
    ['contents: read', { contents: 'read' }],
    ['contents:read', { contents: 'read' }],
    ['contents : read', { contents: 'read' }],
    ['contents: read,', { contents: 'read' }],
    ['pull-requests: write\nissues: read', { pull_requests: 'write', issues: 'read' }],
    ['pull_requests: write', { pull_requests: 'write' }],
    ['PULL-requests: Write', { pull_requests: 'write' }],
    ['contents: read, contents: read', { contents: 'read' }],
    ['organization_custom_properties: admin', { organization_custom_properties: 'admin' }],
    ['{"contents":"read"}', { contents: 'read' }],
    ['{"contents":"READ","issues":"write"}', { contents: 'read', issues: 'write' }],
    ['team_discussions: write', { metadata: 'read' }],
    ['team-discussions: write, contents: read', { contents: 'read' }],
    ['galactic-travel: read', { galactic_travel: 'read' }],
    ['contents: read, contents: write', ['permission-conflict']],
    ['pull-requests: read, pull_requests: write', ['permission-conflict']],
    ['content: read', ['permission-unknown']],
    ['pullrequests: read', ['permission-unknown']],
    ['contnets: read', ['permission-unknown']],
    ['contents: none', ['permission-malformed']],
    ['contents: reed', ['permission-malformed']],
    ['contents', ['permission-malformed']],
    ['contents=read', ['permission-malformed']],
    ['contents: read issues: write', ['permission-malformed']],
    ['contents: read: write', ['permission-malformed']],
    [': read', ['permission-malformed']],
    [',', ['permission-malformed']],
    ['{}', ['permission-malformed']],
    ['{', ['permission-malformed']],
    ['{"contents":null}', ['permission-malformed']],
    ['{"contents":{"a":1}}', ['permission-malformed']],
    ['{"contents":["read"]}', ['permission-malformed']],
    ['{"":"read"}', ['permission-malformed']],
    ['{"__proto__":"write"}', ['permission-malformed']],
    ['["contents"]', ['permission-malformed']],
    ['"contents"', ['permission-malformed']],
    ['../contents: read', ['permission-malformed']],
    ['content: read, issue: read', ['permission-unknown', 'permission-unknown']]
  ])('%s', (text, expected) => {
    expect(parse(text)).toEqual(expected)
  })

  test.each<[Record<string, string>, unknown]>([
    [{ 'permission-contents': 'read' }, { contents: 'read' }],
    [{}, undefined],
    [{ 'permission-pull_requests': 'read' }, { pull_requests: 'read' }],
    [{ 'permission-contents': 'read,write' }, ['permission-malformed']],
    [{ 'permission-': 'read' }, ['permission-unknown']],
    [{ permission: 'read' }, ['permission-unknown']],
    [{ 'permission--contents': 'read' }, ['permission-malformed']]
  ])('%j', (inputs, expected) => {
    expect(parse('', inputs)).toEqual(expected)
  })

  test('the two ways together', () => {
    const inputs = { 'permission-issues': 'write' }
    expect(parse('contents: read', inputs)).toEqual({ contents: 'read', issues: 'write' })
    expect(parse('issues: write', inputs)).toEqual({ issues: 'write' })
    expect(parse('issues: read', inputs)).toEqual(['permission-conflict'])
    expect(parse('nonsense', inputs)).toEqual(['permission-malformed'])
  })

  test("a name or level outside GitHub's list is taken without a message", () => {
    const parsed = parsePermissions(
      'galactic-travel: read, contents: admin, issues: read',
      new Map()
    )
    expect(parsed.ok && parsed.messages).toEqual([])
  })

  test('every listed name is taken, and is no near miss of another', () => {
    for (const [name, levels] of KNOWN_PERMISSIONS) {
      for (const level of levels) {
        const parsed = parsePermissions(`${name}: ${level}`, new Map())
        expect(parsed).toEqual({ ok: true, value: { [name]: level }, messages: [] })
      }
    }
  })
})

describe('parseAppId', () => {
  test.each<[string, string, unknown]>([
    ['Iv23liEXAMPLEoctobot', '', { value: 'Iv23liEXAMPLEoctobot', input: 'client-id' }],
    ['Iv1.0123456789abcdef', '', { value: 'Iv1.0123456789abcdef', input: 'client-id' }],
    ['12345', '', { value: '12345', input: 'client-id' }],
    ['', '12345', { value: '12345', input: 'app-id' }],
    ['', 'Iv23liEXAMPLEoctobot', { value: 'Iv23liEXAMPLEoctobot', input: 'app-id' }],
    ['Iv23liEXAMPLEoctobot', '12345', { value: 'Iv23liEXAMPLEoctobot', input: 'client-id' }],
    ['Iv23liEXAMPLEoctobot', 'no id at all', { value: 'Iv23liEXAMPLEoctobot', input: 'client-id' }],
    ['', '', ['app-id-missing']],
    ['12 345', '', ['app-id-malformed']],
    ['-1', '', ['app-id-malformed']],
    ['1e3', '', ['app-id-malformed']],
    ['12345\n', '', ['app-id-malformed']],
    ['0123456789abcdef0123456789abcdef01234567', '', ['app-id-malformed']],
    ['SHA256:abc', '', ['app-id-malformed']],
    ['*', '', ['app-id-malformed']],
    ['"12345"', '', ['app-id-malformed']],
    ['', '1'.repeat(21), ['app-id-malformed']]
  ])('%j %j', (clientId, appId, expected) => {
    expect(outcome(parseAppId(clientId, appId, 'octo-org/hello'))).toEqual(expected)
  })
})

describe('parseApiUrl', () => {
  const own = { apiUrl: 'https://api.github.com', serverUrl: 'https://github.com' }
  const url = (input: string, at = own): unknown => {
    const parsed = parseApiUrl(input, at)
    return parsed.ok ? parsed.value.url : outcome(parsed)
  }

  test.each<[string, unknown]>([
    ['', 'https://api.github.com'],
    ['https://api.github.com', 'https://api.github.com'],
    ['https://api.github.com///', 'https://api.github.com'],
    ['https://github.com', 'https://api.github.com'],
    ['https://www.github.com/', 'https://api.github.com'],
    ['https://api.acme.ghe.com', 'https://api.acme.ghe.com'],
    ['https://acme.ghe.com', 'https://api.acme.ghe.com'],
    ['https://github.example.com', 'https://github.example.com/api/v3'],
    ['https://github.example.com/', 'https://github.example.com/api/v3'],
    ['https://github.example.com:8443', 'https://github.example.com:8443/api/v3'],
    ['https://github.example.com/api/v3', 'https://github.example.com/api/v3'],
    ['https://github.example.com/api/v3/', 'https://github.example.com/api/v3'],
    ['https://GitHub.Example.com/api/v3', 'https://github.example.com/api/v3'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['api.github.com', ['api-url-malformed']],
    ['//api.github.com', ['api-url-malformed']],
    ['https://', ['api-url-malformed']],
    ['https://api.github.com:99999', ['api-url-malformed']],
    ['https://mona:secret@api.github.com', ['api-url-malformed']],
    ['https://mona@api.github.com', ['api-url-malformed']],
    ['https://api.github.com?x=1', ['api-url-malformed']],
    ['https://api.github.com/#x', ['api-url-malformed']],
    ['ftp://api.github.com', ['api-url-malformed']],
    ['file:///etc/passwd', ['api-url-malformed']],
    ['javascript:alert(1)', ['api-url-malformed']],
    ['${{ github.api_url }}', ['api-url-malformed']]
  ])('%j', (input, expected) => {
    expect(url(input)).toEqual(expected)
  })

  test('a password in it is not printed', () => {
    const parsed = parseApiUrl('https://mona:hunter2000@api.github.com', own)
    expect(JSON.stringify(parsed)).not.toContain('hunter2000')
  })

  test("the workflow's own address is the default, and github.com where there is none", () => {
    const enterprise = { apiUrl: 'http://ghe.local/api/v3/', serverUrl: 'http://ghe.local' }
    expect(url('', enterprise)).toBe('http://ghe.local/api/v3')
    expect(url('', { apiUrl: '', serverUrl: '' })).toBe('https://api.github.com')
    expect(url('', { apiUrl: 'nonsense', serverUrl: '' })).toEqual(['api-url-malformed'])
  })
})

describe('parseProxy', () => {
  const url = (text: string): unknown => {
    const parsed = parseProxy('HTTPS_PROXY', text)
    return parsed.ok ? parsed.value.url : outcome(parsed)
  }

  test.each<[string, unknown]>([
    ['http://proxy.example.com:3128', 'http://proxy.example.com:3128/'],
    ['https://proxy.example.com', 'https://proxy.example.com/'],
    ['HTTP://proxy.example.com', 'http://proxy.example.com/'],
    ['proxy.example.com:3128', 'http://proxy.example.com:3128/'],
    ['proxy', 'http://proxy/'],
    ['10.0.0.1:8080', 'http://10.0.0.1:8080/'],
    ['[::1]:8080', 'http://[::1]:8080/'],
    ['mona:secret@proxy:3128', 'http://mona:secret@proxy:3128/'],
    ['socks5://proxy:1080', ['proxy-malformed']],
    ['ftp://proxy', ['proxy-malformed']],
    ['file:///proxy', ['proxy-malformed']],
    ['http://', ['proxy-malformed']],
    ['http:///', ['proxy-malformed']],
    ['://proxy', ['proxy-malformed']],
    ['http://proxy:99999', ['proxy-malformed']],
    ['http://mona:%zz@proxy', ['proxy-malformed']],
    ['%zz', ['proxy-malformed']],
    ['two words', ['proxy-malformed']],
    ['http://host"name', ['proxy-malformed']],
    ['my_proxy:3128', 'http://my_proxy:3128/'],
    ['http://mona:p@ssword@proxy/', 'http://mona:p%40ssword@proxy/'],
    ['http://proxy:3128/path', 'http://proxy:3128/path']
  ])('%s', (text, expected) => {
    expect(url(text)).toEqual(expected)
  })

  // `URL` takes what is before the mark for the whole host, and with it a part of the password.
  test.each(['#', '?', '/', '\\'])('a password with %s in it is not taken for a host', (mark) => {
    for (const text of [
      `http://mona:Tr0ub4dor@Horse${mark}9@proxy:3128`,
      `mona:Tr0ub4dor@Horse${mark}9@proxy`,
      `https://mona:Tr0ub4dor${mark}@proxy`
    ]) {
      expect(parseProxy('HTTPS_PROXY', text)).toMatchObject({
        problems: [{ kind: 'proxy-malformed', mistake: { mistake: 'not-encoded' } }]
      })
    }
  })

  test.each(['"http://proxy:3128"', "'proxy:3128'", '`proxy`', '“http://proxy”', 'http://proxy"'])(
    'the quotes of %s are named',
    (text) => {
      expect(parseProxy('HTTPS_PROXY', text)).toMatchObject({
        problems: [{ kind: 'proxy-malformed', mistake: { mistake: 'quotes' } }]
      })
    }
  )

  test('the credentials are secrets as written and as decoded, and no message holds them', () => {
    const parsed = parseProxy('HTTPS_PROXY', 'http://mona:p%40ssword@proxy')
    expect(parsed.ok && [...parsed.value.secrets].sort()).toEqual(
      ['mona:p%40ssword', 'mona:p@ssword', 'p%40ssword', 'p@ssword'].sort()
    )
    const refusal = parseProxy('HTTPS_PROXY', 'socks5://mona:hunter2000@proxy')
    expect(JSON.stringify(refusal)).not.toContain('hunter2000')
  })

  test('a text too short to hide without shredding the log is not hidden', () => {
    expect(guessSecrets('http://a:b@proxy')).toEqual([])
  })
})

describe('unusedException', () => {
  test.each<[string, string, string]>([
    ['*.github.com', '*.github.com', '.github.com'],
    ['localhost,*.github.com', '*.github.com', '.github.com'],
    ['*github.com', '*github.com', 'github.com'],
    ['https://api.github.com/', 'https://api.github.com/', 'api.github.com'],
    ['*.api.github.com', '*.api.github.com', 'api.github.com'],
    ['"api.github.com"', '"api.github.com"', 'api.github.com'],
    ['localhost api.github.com', 'api.github.com', 'api.github.com'],
    ['localhost;.github.com', '.github.com', '.github.com'],
    ['api.github.com:8443', 'api.github.com:8443', 'api.github.com']
  ])('%s', (noProxy, entry, usable) => {
    expect(unusedException(noProxy, 'https://api.github.com')).toEqual({ entry, usable })
  })

  test.each(['', 'localhost,.example.com', 'hub.com', 'www.api.github.com', '*', '10.0.0.0/8'])(
    'nothing in %j was meant for the API',
    (noProxy) => {
      expect(unusedException(noProxy, 'https://api.github.com')).toBeUndefined()
    }
  )
})

describe('parseBoolean', () => {
  test.each<[string, unknown]>([
    ['', false],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['tRUE', ['boolean-malformed']],
    ['yes', ['boolean-malformed']],
    ['0', ['boolean-malformed']],
    ['on', ['boolean-malformed']]
  ])('%j', (text, expected) => {
    expect(outcome(parseBoolean('skip-token-revoke', text))).toEqual(expected)
  })
})

describe('nearMiss', () => {
  const known = ['contents', 'issues', 'pages', 'pull_requests', 'checks']

  test.each([
    ['content', 'contents'],
    ['contentss', 'contents'],
    ['contnets', 'contents'],
    ['conntents', 'contents'],
    ['CONTENTS', 'contents'],
    ['contents', 'contents'],
    ['pull_request', 'pull_requests'],
    ['pullrequests', 'pull_requests'],
    ['page', 'pages'],
    ['pgaes', 'pages'],
    ['pag', undefined],
    ['cats', undefined],
    ['actions', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined]
  ])('%.20s means %s', (text, meant) => {
    expect(nearMiss(text, known)).toBe(meant)
  })

  test('the nearest of several wins', () => {
    expect(nearMiss('octo-orgs', ['octo-org', 'octo-orgz'])).toBe('octo-org')
    expect(nearMiss('octo-orgz', ['octo-org', 'octo-orgz'])).toBe('octo-orgz')
  })
})

describe('printable', () => {
  test.each([
    ['plain', 'plain'],
    ['Grüße 日本 🎉', 'Grüße 日本 🎉'],
    ['one\ntwo\rthree\tfour', 'one\\ntwo\\rthree\\tfour'],
    ['\u0000\u001b[31m\u007f', '\\u{0}\\u{1b}[31m\\u{7f}'],
    ['\u2028\u2029\u202e\u200b\ufeff', '\\u{2028}\\u{2029}\\u{202e}\\u{200b}\\u{feff}'],
    ['::error::x', ': :error: :x'],
    [':::: ', ': : : : '],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['connect ECONNREFUSED ::1:443', 'connect ECONNREFUSED ::1:443'],
    ['[2001:db8::7]:443 and fe80::1%eth0', '[2001:db8::7]:443 and fe80::1%eth0'],
    ['::add-mask::1 [::error::]', ': :add-mask: :1 [: :error: :]'],
    ['[::1::debug::x]', '[: :1: :debug: :x]'],
    ['::1 refused, [::]:80 too', ': :1 refused, [::]:80 too'],
    [' ::add x', ' : :add x'],
    ['x ::%0A::error::y', 'x : :%0A: :error: :y'],
    ['##[error]x', '## [error]x'],
    ['###[error]x', '### [error]x'],
    ['a:b #[x] ## [y]', 'a:b #[x] ## [y]'],
    ['\ud800', '\\u{d800}']
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test('holds no command and no control, whatever it is given', () => {
    for (const text of ['#\u200b#[error]', ':\n:error::', '##\u0000[x]', '::'.repeat(200)]) {
      expect(printable(text)).not.toMatch(/::|##\[|[\p{Cc}\p{Cf}]/u)
    }
  })

  test('is cut after 200 characters', () => {
    expect(printable('x'.repeat(200))).toBe('x'.repeat(200))
    expect(printable('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`)
  })
})

describe('route', () => {
  test.each([
    [route`/repos/${'octo-org'}/${'hello'}/installation`, '/repos/octo-org/hello/installation'],
    [route`/repos/${'a/b'}/${'c?d#e'}`, '/repos/a%2Fb/c%3Fd%23e'],
    [route`/users/${'octo-bot[bot]'}`, '/users/octo-bot%5Bbot%5D'],
    [route`/app/installations/${4242}/access_tokens`, '/app/installations/4242/access_tokens'],
    [route`/app`, '/app'],
    [route`/x/${''}`, '/x/'],
    [route`/x/${'ü %2f'}`, '/x/%C3%BC%20%252f']
  ])('%s', (path, expected) => {
    expect(path).toBe(expected)
  })
})

describe('names and lists', () => {
  test.each([
    ['hello', true],
    ['.github', true],
    ['a.b_c-d', true],
    ['...', true],
    ['x'.repeat(100), true],
    ['', false],
    ['.', false],
    ['..', false],
    ['a/b', false],
    ['a b', false],
    ['a\n', false],
    ['ü', false],
    ['x'.repeat(101), false]
  ])('%j is a name: %s', (text, expected) => {
    expect(isName(text)).toBe(expected)
  })

  test.each([
    ['', []],
    [' , \n,', []],
    ['a', ['a']],
    ['a,b\nc\r\nd', ['a', 'b', 'c', 'd']],
    [' a b , c ', ['a b', 'c']]
  ])('the list %j', (text, expected) => {
    expect(splitList(text)).toEqual(expected)
  })
})

describe('combine', () => {
  const problem: Problem = { kind: 'app-id-missing', repository: '', settings: '' }
  const other: Problem = { kind: 'key-twice', inputs: ['private-key', 'jwt'] }

  test('all values, with all messages', () => {
    const remark = { level: 'notice', message: 'm' } as const
    expect(combine({ a: valid(1, [remark]), b: valid('x') })).toEqual(
      valid({ a: 1, b: 'x' }, [remark])
    )
  })

  test('all problems in order, one that several inputs share once', () => {
    expect(
      combine({ a: invalid(problem), b: valid(1), c: invalid(other, problem), d: invalid(problem) })
    ).toEqual(invalid(problem, other))
  })
})

describe('secretlessRun', () => {
  const event = (change: Partial<WorkflowEvent>): WorkflowEvent => ({
    name: 'pull_request',
    actor: 'mona',
    repository: 'octo-org/hello',
    webUrl: 'https://github.com',
    payload: undefined,
    ...change
  })
  const from = (repo: unknown): unknown => ({ pull_request: { head: { repo } } })
  const fork = from({ full_name: 'mona/hello' })

  test.each<[string, Partial<WorkflowEvent>, unknown]>([
    ['a fork', { payload: fork }, { kind: 'fork', head: 'mona/hello' }],
    ['a fork that is gone', { payload: from(null) }, { kind: 'fork', head: '' }],
    [
      'a review of it',
      { name: 'pull_request_review', payload: fork },
      { kind: 'fork', head: 'mona/hello' }
    ],
    [
      'a comment on it',
      { name: 'pull_request_review_comment', payload: fork },
      { kind: 'fork', head: 'mona/hello' }
    ],
    [
      'pull_request_target, which has secrets',
      { name: 'pull_request_target', payload: fork },
      undefined
    ],
    ['a comment on an issue', { name: 'issue_comment', payload: fork }, undefined],
    ['workflow_run', { name: 'workflow_run', payload: fork }, undefined],
    ['the repository itself', { payload: from({ full_name: 'octo-org/hello' }) }, undefined],
    [
      'the same in another letter case',
      { payload: from({ full_name: 'Octo-Org/HELLO' }) },
      undefined
    ],
    ['no payload', {}, undefined],
    ['a payload of another shape', { payload: { pull_request: null } }, undefined],
    ['a head without a repository', { payload: { pull_request: { head: {} } } }, undefined],
    ['a name that is no text', { payload: from({ full_name: 7 }) }, undefined],
    ['a push', { name: 'push', payload: {} }, undefined],
    ['Dependabot', { name: 'push', actor: 'dependabot[bot]' }, { kind: 'dependabot' }],
    ['a person with such a name', { name: 'push', actor: 'dependabot' }, undefined]
  ])('%s', (_, change, expected) => {
    expect(secretlessRun(event(change))).toEqual(expected)
  })
})

test.each(['INPUT_permission-contents', 'input_permission-contents', 'Input_Permissions'])(
  'a variable that no runner writes asks for nothing: %s',
  async (name) => {
    const { github } = await scenario({
      with: { 'permission-issues': 'read' },
      env: { [name]: 'write' }
    })
    const [token] = github.tokens()
    expect(token?.permissions).toEqual({ issues: 'read', metadata: 'read' })
  }
)

test.each(['input_permission-issues', 'Input_Permission-Issues', 'INPUT_permission-issues'])(
  'on Windows, another spelling that was there first hides no permission: %s',
  async (name) => {
    const { main, github } = await scenario({
      with: { 'permission-issues': 'read' },
      env: { [name]: 'write' },
      nodeArguments: ['--require', join(__dirname, 'support/preload/windows-environment.cjs')]
    })
    expect(main.annotations).toEqual([])
    const [token] = github.tokens()
    expect(token?.permissions).toEqual({ issues: 'read', metadata: 'read' })
  }
)

test.each([' ', '\n', ' ,\n '])(
  'a list of repositories that came out as %j does not widen the token to all of the owner',
  async (repositories) => {
    const { main, transcript } = await scenario({ with: { owner: 'octo-org', repositories } })
    expect(main.exitCode).toBe(1)
    expect(main.log).toContain('It is set, but names no repository')
    expect(transcript).toEqual([])
  }
)
