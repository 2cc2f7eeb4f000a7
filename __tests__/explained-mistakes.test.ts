/** What people write by mistake: each is named in the log of a step. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installationOn } from '../local/github/github-data'
import { explained, LOOKUP } from './support/explained'
import { appKey, scenario, type ScenarioOptions } from './support/scenario'

const HEX = '0123456789abcdef0123456789abcdef01234567'

type Mistake = readonly [
  name: string,
  inputs: Record<string, string>,
  code: string,
  words: string | RegExp
]

async function expectNamed(options: ScenarioOptions, code: string, words: string | RegExp) {
  const failure = await explained({ isOffDescription: true, ...options })
  expect(failure.code).toBe(code)
  expect(failure.lines.join('\n')).toEqual(
    typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words)
  )
  return failure
}

describe('an account or a repository', () => {
  test.each<Mistake>([
    ['a long owner', { owner: 'o'.repeat(45) }, 'owner-malformed', '45 characters long'],
    [
      'a long owner of a repository',
      { repositories: `${'o'.repeat(45)}/lib` },
      'owner-malformed',
      'repositories contains the name of an account'
    ],
    ['an object', { repositories: '{"a": 1}' }, 'repository-malformed', 'like a JSON object'],
    ['a client secret', { owner: HEX }, 'key-in-wrong-input', '40 hex characters'],
    [
      'a client secret as a repository',
      { repositories: HEX },
      'key-in-wrong-input',
      'write it with its owner'
    ],
    [
      'an address with a password',
      { repositories: 'https://mona:S3cretPassw0rd@github.com/octo-org/lib' },
      'key-in-wrong-input',
      'an address with a user name or password'
    ],
    [
      'a password without a scheme',
      { repositories: 'mona:S3cretPassw0rd@github.com' },
      'key-in-wrong-input',
      'an address with a user name or password'
    ],
    [
      'a password with a slash',
      { repositories: 'https://mona:S3cret/Passw0rd@github.com/octo-org/lib' },
      'key-in-wrong-input',
      'an address with a user name or password'
    ],
    ['a list of nothing', { repositories: ',, nope' }, 'repository-not-selected', 'nope']
  ])('%s', async (_, inputs, code, words) => {
    const { run } = await expectNamed({ with: inputs }, code, words)
    expect(run.main.log).not.toMatch(/S3cret|0123456789abcdef/)
  })

  test.each<Mistake>([
    [
      'only repositories',
      { repositories: 'nope' },
      'repository-unknown',
      'If another account owns it, set `owner`.'
    ],
    [
      'only several repositories',
      { repositories: 'nope, nada' },
      'repository-unknown',
      'If another account owns them, set `owner`.'
    ],
    [
      'both',
      { owner: 'octo-org', repositories: 'nope' },
      'repository-unknown',
      'correct `owner` or `repositories`.'
    ],
    [
      'an installation',
      { 'installation-id': '4242', owner: 'octo-org', repositories: 'nope' },
      'repositories-not-accessible',
      'Fix: correct `repositories`.'
    ]
  ])('that does not exist, with %s', async (_, inputs, code, fix) => {
    const data: ScenarioOptions['data'] = (all) => {
      Object.assign(installationOn(all, 'octo-org'), { repositorySelection: 'all' })
    }
    await expectNamed({ with: inputs, data }, code, fix)
  })

  test('an address for git with SSH is read as its repository', async () => {
    const { main, transcript } = await scenario({
      with: { repositories: 'ssh://git@github.com/octo-org/lib.git' },
      env: { GITHUB_SERVER_URL: 'https://github.com' }
    })
    expect(main.exitCode).toBe(0)
    expect(main.annotations[0]?.message).toBe(
      'repositories contains "ssh://git@github.com/octo-org/lib.git". It was read as octo-org/lib.'
    )
    expect(transcript[0]).toBe('GET /repos/octo-org/lib/installation 200')
  })
})

describe('permissions', () => {
  test.each<[string, string, string]>([
    ['no colon in a line', 'contents: read\nissues read', 'In line 2 of permissions'],
    ['a dash', '- contents: read', 'begins with a dash'],
    ['a comment', 'contents: read # clone', 'contains a comment'],
    ['a JSON list', '["contents"]', 'begins like a JSON list'],
    ['JSON without quotes', '{contents: read}', 'is not valid JSON'],
    ['every level', 'write-all', 'Only read-all is possible'],
    ['a scope', 'repo', 'is a scope of a personal access token'],
    ['read-all beside others', 'read-all, issues: write', 'is not alone'],
    ['lines that YAML joined', 'contents: read issues: write', 'more than one permission'],
    ['no level', 'contents:', 'is not a name and a level']
  ])('%s', async (_, permissions, words) => {
    await expectNamed({ with: { permissions } }, 'permission-malformed', words)
  })

  test.each<[string, string, string]>([
    ['a long text', 'x'.repeat(19), 'it is 19 characters long'],
    ['an expression', '${{ inputs.level }}', 'looks like an expression'],
    ['both levels', 'read-write', 'use write, which includes read'],
    ['no access', 'No access', 'remove the permission']
  ])('the level is %s', async (_, level, words) => {
    await expectNamed({ with: { 'permission-contents': level } }, 'permission-malformed', words)
  })

  test.each<[string, string, string, string]>([
    [
      'short for organization',
      'org-secrets: read',
      'permission-unknown',
      'It uses the name organization-secrets.'
    ],
    ['of an account', 'gists: read', 'permission-unknown', "for a user's own account"],
    [
      'of an account, twice',
      'gists: read, followers: read',
      'permission-unknown',
      "gists, followers are permissions for a user's own account. The token of an installation cannot have them."
    ],
    ['in no list', 'frobnicate: read, quux: read', 'permission-unknown', 'are in no list'],
    ['with one level', 'metadata: write', 'permission-malformed', 'only the level read']
  ])('a name %s', async (_, permissions, code, words) => {
    await expectNamed({ with: { permissions } }, code, words)
  })

  test.each(['permissons', 'permission', 'permissionfile'])('%s as an input', async (input) => {
    await expectNamed({ with: { [input]: 'contents: read' } }, 'permission-unknown', 'permissions')
  })
})

describe('the id of the App', () => {
  test.each<[string, string, string]>([
    ['a blank', 'Iv23li AbC', 'which contains a blank'],
    ['a line end', 'Iv23li\nAbC', 'which contains a line end'],
    ['another letter', 'Iv23liАbC', '(U+0410)']
  ])('%s', async (_, id, words) => {
    await expectNamed({ with: { 'client-id': id } }, 'app-id-malformed', words)
  })
})

describe('the private key', () => {
  test.each([
    ['percent-encoded', encodeURIComponent(appKey)],
    ['of a form', encodeURIComponent(appKey).replaceAll('%20', '+')]
  ])('%s is read', async (_, key) => {
    const { main } = await scenario({ with: { 'private-key': key } })
    expect(main.exitCode).toBe(0)
  })

  test('with percent signs that encode nothing', async () => {
    await expectNamed(
      { with: { 'private-key': '%E0%A4%A0%FF%FE-and-more-text' } },
      'private-key-not-a-key',
      'private-key'
    )
  })

  test('in a file that may not be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mistakes-'))
    const file = join(folder, 'app.pem')
    writeFileSync(file, 'a file with some text')
    await expectNamed(
      {
        with: { 'private-key': '', 'private-key-file': file },
        nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'failures.cjs')],
        env: {
          FAILING_CALL: 'openSync',
          FAILING_PATH: file,
          FAILING_CODE: 'EACCES'
        }
      },
      'private-key-file',
      "let the runner's user read the file"
    )
    rmSync(folder, { recursive: true })
  })

  test('is set twice, beside a fallback token', async () => {
    const { lines } = await expectNamed(
      { with: { jwt: 'abc', 'fallback-token': `ghs_${'aB3'.repeat(12)}` } },
      'key-twice',
      'private-key and jwt are both set'
    )
    expect(lines.join('\n')).not.toContain('fallback-token')
  })

  test('is empty in a fork, and there is a fallback token', async () => {
    await expectNamed(
      {
        with: { 'private-key': '', 'fallback-token': `ghs_${'aB3'.repeat(12)}` },
        event: { repository: { fork: true } }
      },
      'private-key-empty',
      'is a fork'
    )
  })
})

describe('an input of another action', () => {
  test.each<[string, Record<string, string>, string]>([
    ['clientid', { 'client-id': '', clientid: 'Iv23liAbC' }, 'use `client-id`'],
    ['jwts', { 'client-id': '', 'private-key': '', jwts: 'abc' }, 'use `jwt`'],
    ['private_key_file', { 'private-key': '', private_key_file: 'a.pem' }, '`private-key-file`'],
    ['a repository in scope', { scope: 'octo-org/lib', owner: 'a b' }, '`repositories`'],
    ['an owner in scope', { scope: 'octo-org', identity: 'release', owner: 'a b' }, 'use `owner`'],
    ['ownr', { ownr: 'octo-org', owner: 'a b' }, 'use `owner`']
  ])('%s', async (_, inputs, words) => {
    const { run } = await explained({ isOffDescription: true, with: inputs })
    expect(run.main.log).toContain(words)
  })
})

describe('what the runner or GitHub leaves out', () => {
  test('the repository of the action: the help is that of the published one', async () => {
    await expectNamed(
      { with: { owner: 'a b' }, env: { GITHUB_ACTION_REPOSITORY: undefined } },
      'owner-malformed',
      'owner'
    )
  })

  test('permissions and selection of an installation', async () => {
    const { main } = await scenario({
      isOffDescription: true,
      arrange: (github) => {
        github.fail(LOOKUP, {
          kind: 'edit',
          edit: (body: object) => ({
            ...body,
            permissions: undefined,
            repository_selection: undefined
          })
        })
      }
    })
    expect(main.exitCode).toBe(0)
  })
})
