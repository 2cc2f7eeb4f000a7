import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readPage, tableUnder } from '../scripts/markdown'
import { isForPermissions, OWN_INPUTS } from '../src/config/input-names'
import { explainOtherInputs, notExplainedBy, OTHER_INPUTS } from '../src/explain/other-inputs'
import { explained } from './support/explained'
import { appKey, scenario } from './support/scenario'

const manifest = parse(readFileSync(join(__dirname, '..', 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>
}
const declared = Object.keys(manifest.inputs)

/** What is said of one input. */
function advice(name: string, value = 'x', others: Record<string, string> = {}): string {
  const explanation = explainOtherInputs(new Map([[name, value], ...Object.entries(others)]))
  return explanation === undefined ? '' : `${explanation.problem} Fix: ${explanation.fix}`
}

describe('the table of inputs of other actions', () => {
  test('knows the inputs of this action', () => {
    const own = declared.filter((name) => !name.startsWith('permission-'))
    expect([...OWN_INPUTS].sort()).toEqual(own.sort())
  })

  test('has none that this action has', () => {
    const own = declared.map((name) => name.replace(/-/g, ''))
    expect(Object.keys(OTHER_INPUTS).filter((name) => own.includes(name))).toEqual([])
  })

  test.each(Object.entries(OTHER_INPUTS))('%s: names no input that there is not', (name, other) => {
    expect(name).toMatch(/^[a-z0-9]+$/)
    const outside = ['env:', 'token']
    const named = [...other.instead.matchAll(/`([^`]+)`/g)].flatMap(([, span = '']) => span)
    expect(named.filter((span) => !outside.includes(span) && !declared.includes(span))).toEqual([])
    expect(other.instead).not.toMatch(/\.$/)
  })
})

describe('docs/MIGRATING.md', () => {
  const page = readPage(readFileSync(join(__dirname, '..', 'docs', 'MIGRATING.md'), 'utf8'))
  const rows = [
    '## From tibdex/github-app-token',
    '## From peter-murray/workflow-application-token-action',
    '## From getsentry/action-github-app-token'
  ].flatMap((heading) => tableUnder(page, heading))
  const inputs = rows
    .map(([there = '', here = '']) => ({ name: /^`([a-z_]+)/.exec(there)?.[1] ?? '', here }))
    .filter(({ name }) => name !== '' && !declared.includes(name))

  test('has such inputs', () => {
    expect(inputs.length).toBeGreaterThan(15)
  })

  test.each(inputs)('$name: the log gives the same advice', ({ name, here }) => {
    const own = [...here.matchAll(/`([a-zA-Z_-]+)/g)].map(([, span = '']) => span)
    const text = advice(name)
    expect(text).not.toBe('')
    if (own.length > 0) expect(own.filter((span) => text.includes(span))).not.toEqual([])
  })
})

describe('an input that this action does not have', () => {
  test.each([
    // tibdex/github-app-token
    ['app_id', 'use `app-id`'],
    ['private_key', 'use `private-key`'],
    ['github_api_url', 'use `github-api-url`'],
    ['installation_id', 'use `installation-id`'],
    ['installation_retrieval_mode', 'use `owner`, or `installation-id`'],
    ['installation_retrieval_payload', 'use `owner`, or `installation-id`'],
    ['repository', 'use `repositories`'],
    ['revoke', '`skip-token-revoke`'],
    // peter-murray/workflow-application-token-action
    ['application_id', 'use `client-id` or `app-id`'],
    ['application_private_key', 'use `private-key`'],
    ['organization', 'use `owner`'],
    ['github_api_base_url', 'use `github-api-url`'],
    ['https_proxy', 'HTTPS_PROXY'],
    ['ignore_environment_proxy', 'NO_PROXY'],
    ['revoke_token', 'the token is revoked when the job ends'],
    // getsentry/action-github-app-token
    ['base64_pem_key', 'use `private-key`'],
    ['repo_name', 'use `repositories`'],
    // version 1 of actions/create-github-app-token
    ['skip_token_revoke', 'use `skip-token-revoke`'],
    // others
    ['app_pem', 'use `private-key`'],
    ['app_base64_private_key', 'use `private-key`'],
    ['application_installation_id', 'use `installation-id`'],
    ['org', 'use `owner`'],
    ['creds', 'use `client-id` and `private-key`'],
    ['export-git-user', 'use `git-identity`'],
    ['github-token', 'this action creates the token'],
    // what this action does not do
    ['identity', 'use `trust-policy`, with `token-service`'],
    ['domain', 'use `token-service`, with the host of the service'],
    ['kms-key-id', 'use `kms-key`'],
    ['aws-kms-arn', 'use `kms-key`'],
    ['kms-key-name', 'use `kms-key`'],
    ['role-to-assume', 'use `aws-role-to-assume`'],
    ['aws-region', 'the ARN in `kms-key` has the region'],
    ['kms-key-arn', 'use `kms-key`'],
    // another spelling of an own one
    ['clientid', 'use `client-id`'],
    ['privatekey', 'use `private-key`'],
    ['repository_ids', 'use `repository-ids`'],
    ['git_credentials', 'use `git-credentials`'],
    ['repositores', 'use `repositories`'],
    ['private-kay', 'use `private-key`'],
    ['ower', 'use `owner`'],
    ['jwts', 'use `jwt`']
  ])('%s: %s', (name, words) => {
    const text = advice(name)
    expect(text).toContain(`${name} is not an input of this action, and was ignored. Fix: `)
    expect(text).toContain(words)
  })

  test('scope is an owner for one action, and a repository for another', () => {
    expect(advice('scope', 'octo-org')).toContain('use `owner`.')
    expect(advice('scope', 'octo-org/hello')).toContain('use `owner` and `repositories`.')
    expect(advice('scope', 'octo-org', { identity: 'ci' })).toContain('scope: use `owner`.')
    expect(advice('scope', 'octo-org/hello', { identity: 'ci' })).toContain(
      'scope: use `owner` and `repositories`.'
    )
  })

  test.each([
    'client-id',
    'private-key-file',
    'jwt',
    'permission-contents',
    'permissions-contents'
  ])('is not %s', (name) => {
    expect(advice(name)).toBe('')
  })

  test.each(['node-version', 'fetch-depth', 'x', '', 'constructor', '__proto__'])(
    'of which nothing is known says nothing: %j',
    (name) => {
      expect(advice(name)).toBe('')
    }
  )

  test('several with one advice share a line', () => {
    const inputs = ['kms-key-id', 'organization', 'role-to-assume'].map(
      (name) => [name, 'x'] as const
    )
    expect(explainOtherInputs(new Map(inputs))?.fix.split('\n')).toEqual([
      'change these inputs:',
      '  kms-key-id: use `kms-key`, with the URI of the key (see docs/KEYS.md of this action).',
      '  organization: use `owner`.',
      '  role-to-assume: use `aws-role-to-assume`. The step logs in only for its signature.'
    ])
  })

  test('many are named up to ten, and no value is shown', () => {
    const inputs = Object.keys(OTHER_INPUTS).map((name) => [name, 'hunter2'] as const)
    const explanation = explainOtherInputs(new Map(inputs))
    expect(explanation?.problem.split(/, | and (?!were)/)).toHaveLength(11)
    expect(JSON.stringify(explanation)).not.toContain('hunter2')
  })
})

describe('what another input explains', () => {
  const noId = { kind: 'app-id-missing', repository: '', settings: '' } as const
  const noKey = {
    kind: 'key-empty',
    event: 'push',
    origin: 'event-with-secrets',
    repository: '',
    fallback: 'not-set'
  } as const
  const fork = { kind: 'key-empty-for-fork', fork: 'mona/hello', fallback: 'not-set' } as const
  const twice = { kind: 'key-twice', inputs: ['private-key', 'jwt'] } as const

  test.each<[Record<string, string>, string[]]>([
    [{}, ['app-id-missing', 'key-empty', 'key-empty-for-fork', 'key-twice']],
    [{ app_id: '1' }, ['key-empty', 'key-empty-for-fork', 'key-twice']],
    [{ application_private_key: 'x' }, ['app-id-missing', 'key-empty-for-fork', 'key-twice']],
    [{ app_id: '1', private_key: 'x' }, ['key-empty-for-fork', 'key-twice']],
    // It is empty itself, so the name is not all that is wrong.
    [
      { app_id: '', private_key: '' },
      ['app-id-missing', 'key-empty', 'key-empty-for-fork', 'key-twice']
    ],
    [{ scope: 'o/r', identity: 'ci' }, ['key-empty-for-fork', 'key-twice']],
    [{ 'kms-key-id': 'alias/x' }, ['app-id-missing', 'key-empty-for-fork', 'key-twice']],
    [{ jwts: 'x' }, ['key-empty-for-fork', 'key-twice']],
    [{ organization: 'o' }, ['app-id-missing', 'key-empty', 'key-empty-for-fork', 'key-twice']]
  ])('%j leaves %j', (inputs, left) => {
    const problems = notExplainedBy(new Map(Object.entries(inputs)), [noId, noKey, fork, twice])
    expect(problems.map(({ kind }) => kind)).toEqual(left)
  })
})

describe('a step with the inputs of another action', () => {
  test('and without its own: the right names, and no list of secrets to check', async () => {
    const { title, lines, code, run } = await explained({
      with: { 'client-id': '', 'private-key': '', app_id: '123456', private_key: appKey }
    })
    expect(title).toBe('This action does not have such an input')
    expect(lines).toEqual([
      'app_id and private_key are not inputs of this action, and were ignored. Nothing was sent to GitHub.',
      'Fix: change these inputs:',
      '  app_id: use `app-id`.',
      '  private_key: use `private-key`.'
    ])
    expect(code).toBe('input-unknown')
    expect(run.transcript).toEqual([])
  })

  test('whose secret is empty, too: both are said, each with its help', async () => {
    const { title, lines, codes } = await explained({
      with: { 'client-id': '', 'private-key': '', app_id: '123456', private_key: '' }
    })
    expect(title).toBe('2 inputs need correcting')
    expect(lines[1]).toContain('1. app_id and private_key are not inputs of this action')
    expect(lines.join('\n')).toContain('2. private-key is empty.')
    expect(codes).toEqual(['input-unknown', 'private-key-empty'])
  })

  test('that GitHub refuses: the refusal first, then the input', async () => {
    const { title, lines, codes } = await explained({
      repository: 'lonely-org/island',
      with: { organization: 'octo-org' }
    })
    expect(title).toBe('The App is not installed on this account')
    expect(lines[0]).toBe('The App is not installed on this account.')
    expect(lines[1]).toBe('1. octo-bot is not installed on lonely-org.')
    expect(lines.slice(-2)).toEqual([
      '2. organization is not an input of this action, and was ignored.',
      '   Fix: use `owner`.'
    ])
    expect(codes).toEqual(['app-not-installed', 'input-unknown'])
  })

  test('that GitHub refuses for several owners: the refusals first, then the input', async () => {
    const { title, lines, codes } = await explained({
      with: { owner: 'octo-org, lonely-org, other-org', organization: 'octo-org' }
    })
    expect(title).toBe('2 of 3 tokens could not be created')
    expect(lines.filter((line) => /^\d\. /.test(line))).toEqual([
      expect.stringContaining('1. octo-bot is not installed on lonely-org.'),
      expect.stringContaining('2. octo-bot is not installed on other-org.'),
      '3. organization is not an input of this action, and was ignored.'
    ])
    expect(codes).toEqual(['app-not-installed', 'app-not-installed', 'input-unknown'])
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'of another action',
      { organization: 'octo-org' },
      'organization is not an input of this action, and was ignored. Use `owner`.'
    ],
    [
      'misspelt',
      { repositores: 'lib' },
      'repositores is not an input of this action, and was ignored. Use `repositories`.'
    ],
    [
      'that several are, one of them empty',
      { skip_token_revoke: 'true', repository: 'octo-org/lib', org: '' },
      [
        'skip_token_revoke and repository are not inputs of this action, and were ignored. Change these inputs:',
        '  skip_token_revoke: use `skip-token-revoke`.',
        '  repository: use `repositories`, and `owner` for another account.'
      ].join('\n')
    ]
  ])('that succeeds: a warning about one %s', async (_, inputs, text) => {
    const { main } = await scenario({ with: inputs })
    expect(main.exitCode).toBe(0)
    const [warning, ...others] = main.annotations
    expect(warning?.message).toMatch(/^Unexpected input\(s\)/)
    expect(others).toEqual([expect.objectContaining({ level: 'warning', message: text })])
  })

  test.each<[string, Record<string, string>]>([
    ['empty', { organization: '', repository: ' ' }],
    [
      'unknown',
      { 'node-version': '24', 'check-permissions': 'true', 'perms-mode': 'strict', checks: 'all' }
    ]
  ])('that succeeds says nothing of one that is %s', async (_, inputs) => {
    const { main } = await scenario({ with: inputs })
    expect(main.exitCode).toBe(0)
    expect(main.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Unexpected input\(s\)/)
    ])
  })

  test('that succeeds and sets only inputs of this action: no warning', async () => {
    const { main } = await scenario({ with: { owner: 'octo-org', 'permission-contents': 'read' } })
    expect(main.annotations).toEqual([])
  })
})

describe('an input that could widen the token', () => {
  test('no input of another action in the table is one', () => {
    const named = Object.keys(OTHER_INPUTS).filter((name) => isForPermissions(name, 'true'))
    expect(named).toEqual([])
  })

  test.each([
    ['client-id', 'read'],
    ['permissions', 'contents: read'],
    ['permisson-contents', ''],
    ['contents', 'all'],
    ['environments', 'production'],
    ['check-permissions', 'true'],
    ['version', 'read'],
    ['submission', 'write']
  ])('is not %s: %s', (name, value) => {
    expect(isForPermissions(name, value)).toBe(false)
  })
})
