import { startOidc } from '../local/key-services/oidc'
import { explained, type Explained } from './support/explained'
import { missingNames } from './support/key-service-network'
import { appKey, credentials, type ScenarioOptions } from './support/scenario'

type Inputs = Readonly<Record<string, string>>

/** What a job has that can ask for an OIDC token. Nothing listens there. */
const OIDC = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'example-request-token-of-the-job'
}

const VAULT: Inputs = {
  'kms-key': 'hashivault://transit/github-app',
  'vault-address': 'https://vault.example.com:8200',
  'vault-role': 'github-app'
}

/** A step whose inputs for a key service are wrong, so that it sends nothing. */
async function wrong(inputs: Inputs, options: ScenarioOptions = {}): Promise<Explained> {
  const found = await explained({
    env: OIDC,
    ...options,
    with: { 'client-id': credentials['client-id'], 'private-key': '', ...inputs }
  })
  expect(found.run.transcript).toEqual([])
  return found
}

describe('kms-key is not the URI of a key', () => {
  const ONE_OF = 'write one of these:'

  test.each<[Inputs, string, string]>([
    [{ 'kms-key': 'my-key' }, 'kms-key is "my-key", and that names no key service.', ONE_OF],
    [
      { 'kms-key': 'pkcs11:object=app' },
      'kms-key is "pkcs11:object=app", and that names no key service.',
      ONE_OF
    ],
    [
      { 'kms-key': 'file:///etc/app.pem' },
      'kms-key begins with file:, which is no key service that this action knows.',
      ONE_OF
    ],
    [
      { ...VAULT, 'kms-key': 'hashivault://' },
      'kms-key names no key (Vault).',
      'write it like `hashivault://transit/github-app`.'
    ],
    [
      { ...VAULT, 'kms-key': 'hashivault://transit/../sys' },
      'kms-key has "transit/../sys" where Vault has the key.',
      'write it like `hashivault://transit/github-app`.'
    ],
    [
      { ...VAULT, 'kms-key': 'https://vault.example.com:8200/v1/transit/keys/github-app' },
      'kms-key is the address of a key, not its URI.',
      'write `kms-key: hashivault://transit/github-app`.'
    ],
    [
      { ...VAULT, 'kms-key': 'https://vault.example.com/ui/vault/secrets/apps/ci/show/bot' },
      'kms-key is the address of a key, not its URI.',
      'write `kms-key: hashivault://apps/ci/bot`.'
    ]
  ])('%j', async (inputs, problem, fix) => {
    const { title, lines, code } = await wrong(inputs)
    expect(title).toBe('kms-key is not the URI of a key')
    expect(code).toBe('kms-key-malformed')
    expect(lines[0]).toBe(`${problem} Nothing was sent to GitHub.`)
    expect(lines[1]).toBe(`Fix: ${fix}`)
  })

  test.each<[string, string, string]>([
    [
      'commands of the runner in an ARN',
      'arn:aws:kms:eu-central-1:1\n::error::x\n##[error]x',
      'write `kms-key: awskms:///arn:aws:kms:eu-central-1:1\\n: :error: :x\\n## [error]x`.'
    ],
    [
      'commands of the runner in an endpoint',
      'awskms://a\n::b/arn:aws:kms:cn-north-1:123456789012:alias/x',
      'write it like `awskms://a\\n: :b/arn:aws-cn:kms:cn-north-1:123456789012:alias/x`.'
    ],
    ['a very long ARN', `arn:aws:kms:${'x y'.repeat(2000)}`, 'kms-key is the ARN of a key']
  ])('%s: shown in one short line', async (_, key, words) => {
    const { lines, code } = await wrong({ 'kms-key': key, 'aws-role-to-assume': 'x' })
    expect(code).toBe('kms-key-malformed')
    expect(lines.join('\n')).toContain(words)
  })

  test('but the key itself: it is masked, and not shown', async () => {
    const { lines, code, run } = await wrong({ 'kms-key': appKey })
    expect(code).toBe('key-in-wrong-input')
    expect(lines[0]).toContain('kms-key contains a private key')
    expect(run.main.masks).toContain(appKey.split('\n')[1])
  })
})

describe('how to log in', () => {
  test.each<[Inputs, string, string, string]>([
    [
      { 'vault-role': 'github-app', audience: 'vault' },
      'kms-login-conflict',
      'vault-role and audience are set, but kms-key is empty.',
      'set `kms-key` to the URI of the key. If it comes from a variable, check the name and the context: `vars.NAME`. Without a key service, remove these inputs.'
    ],
    [
      { 'private-key': appKey, 'azure-client-id': 'x' },
      'kms-login-conflict',
      'azure-client-id is set, but kms-key is empty.',
      'set `kms-key` to the URI of the key. If it comes from a variable, check the name and the context: `vars.NAME`. Without a key service, remove these inputs.'
    ],
    [
      { ...VAULT, 'aws-role-to-assume': 'x' },
      'kms-login-conflict',
      'kms-key names a key in Vault, but aws-role-to-assume is for another service.',
      'remove `aws-role-to-assume`, or correct `kms-key`.'
    ],
    [
      { ...VAULT, 'gcp-service-account': 'x', 'azure-tenant-id': 'x' },
      'kms-login-conflict',
      'kms-key names a key in Vault, but gcp-service-account and azure-tenant-id are for other services.',
      'remove `gcp-service-account`, `azure-tenant-id`, or correct `kms-key`.'
    ],
    [
      { ...VAULT, 'vault-role': '' },
      'kms-login-missing',
      'kms-key names a key in Vault, but no input says how to log in there, and neither VAULT_TOKEN nor BAO_TOKEN is set.',
      'set `vault-role` to a role of the JWT auth method, and add `id-token: write` under `permissions:` of the job.'
    ],
    [
      { ...VAULT, 'vault-address': '' },
      'kms-login-missing',
      'kms-key is set, but vault-address is empty.',
      'set `vault-address`. If it comes from a variable, check the name and the context: `vars.NAME`.'
    ],
    [
      { ...VAULT, 'vault-role': '', 'vault-auth-path': 'github' },
      'kms-login-missing',
      'vault-auth-path is set, but vault-role is empty.',
      'set `vault-role`, or remove `vault-auth-path`. If it comes from a variable, check the name and the context: `vars.NAME`.'
    ],
    [
      { ...VAULT, 'vault-role': '', audience: 'vault' },
      'kms-login-missing',
      'audience is set, but vault-role is empty.',
      'set `vault-role`, or remove `audience`. If it comes from a variable, check the name and the context: `vars.NAME`.'
    ],
    ...['vault.example.com', 'https://vault.example.com/ui/', 'vault:8200', 'https://h?x=1'].map(
      (address): [Inputs, string, string, string] => [
        { ...VAULT, 'vault-address': address },
        'kms-login-malformed',
        `vault-address is "${address}", which is not a valid value.`,
        'write it like `https://vault.example.com:8200`.'
      ]
    ),
    [
      { ...VAULT, 'vault-address': 'http://vault.example.com' },
      'kms-login-malformed',
      'The address in vault-address begins with http:. Anyone on the network could sign as your App.',
      'use an address that begins with https:.'
    ],
    ...(['vault-role', 'vault-auth-path', 'vault-namespace'] as const).map(
      (input): [Inputs, string, string, string] => [
        { ...VAULT, [input]: 'a b' },
        'kms-login-malformed',
        `${input} is "a b", which is not a valid value.`,
        `write it like \`${{ 'vault-role': 'github-app', 'vault-auth-path': 'jwt', 'vault-namespace': 'admin/team' }[input]}\`.`
      ]
    ),
    [
      { ...VAULT, audience: 'two words' },
      'kms-login-malformed',
      'audience is "two words". An audience is one word of visible characters.',
      'remove `audience`, unless the policy of the service names another one than usual.'
    ]
  ])('%j', async (inputs, code, problem, fix) => {
    const { lines, ...found } = await wrong(inputs)
    expect(found.code).toBe(code)
    expect(lines).toEqual([`${problem} Nothing was sent to GitHub.`, `Fix: ${fix}`])
  })

  test('with a variable that no credential can be', async () => {
    const { lines, code } = await wrong(
      { ...VAULT, 'vault-role': '' },
      { env: { VAULT_TOKEN: 'hvs.example token' } }
    )
    expect(code).toBe('kms-login-malformed')
    expect(lines[0]).toContain('VAULT_TOKEN contains characters that no credential has')
    expect(lines.join()).not.toContain('example token')
  })

  test('with more than one key', async () => {
    const { lines, code } = await wrong({ ...VAULT, 'private-key': appKey })
    expect(code).toBe('key-twice')
    expect(lines[0]).toContain('private-key and kms-key are both set.')
  })
})

describe("the job's OIDC token", () => {
  test.each<[string, Record<string, string | undefined>]>([
    ['no address', { ...OIDC, ACTIONS_ID_TOKEN_REQUEST_URL: undefined }],
    ['no token for it', { ...OIDC, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }],
    [
      'a token that no header can have',
      { ...OIDC, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'example\nrequest-token' }
    ],
    ['an address that is not one', { ...OIDC, ACTIONS_ID_TOKEN_REQUEST_URL: 'token' }],
    [
      'an address that is not encrypted',
      { ...OIDC, ACTIONS_ID_TOKEN_REQUEST_URL: 'http://example.com/token' }
    ]
  ])('%s', async (_, env) => {
    const { title, lines, code } = await wrong(VAULT, { env })
    expect(title).toBe('The job has no OIDC token')
    expect(code).toBe('oidc-not-available')
    expect(lines[0]).toBe(
      'GitHub gives this job no OIDC token, so the step cannot log in to Vault. Nothing was sent to GitHub.'
    )
    expect(lines.slice(2, 5)).toEqual([
      '  permissions:',
      '    id-token: write',
      '    contents: read'
    ])
  })

  test('a pull request from a fork has none', async () => {
    const { lines, code } = await wrong(VAULT, {
      env: {},
      eventName: 'pull_request',
      event: { pull_request: { head: { repo: { full_name: 'mona/hello' } } } }
    })
    expect(code).toBe('oidc-not-available')
    expect(lines[0]).toContain('This pull request comes from a fork')
    expect(lines[1]).toBe('Fix: skip the job for forks:')
  })

  test('the name of its server cannot be resolved', async () => {
    const { title, lines, code } = await wrong(VAULT, {
      ...missingNames,
      env: { ...OIDC, ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.missing.test/token' }
    })
    expect(title).toBe("GitHub's OIDC service cannot be reached")
    expect(code).toBe('network-unreachable')
    expect(lines[0]).toContain('https://pipelines.missing.test cannot be reached')
    expect(lines[1]).toContain('check the name servers (DNS) of this runner.')
  })

  test.each<[string, number, unknown, string, string]>([
    [
      'it is refused',
      403,
      { message: 'Permission denied' },
      'oidc-refused',
      'GitHub refused to give the job\'s OIDC token with 403: "Permission denied".'
    ],
    [
      'the answer is of something else',
      200,
      { value: 'no token' },
      'kms-other-server',
      "answered 200, but not like GitHub's OIDC service."
    ],
    [
      'it is not available',
      503,
      '',
      'kms-unavailable',
      "GitHub's OIDC service answered 503 four times."
    ]
  ])('%s', async (_, status, body, code, problem) => {
    const oidc = await startOidc()
    try {
      oidc.fail('token', { kind: 'status', status, body }, 4)
      const { lines, ...found } = await wrong(VAULT, { env: oidc.env })
      expect(found.code).toBe(code)
      expect(lines[0]).toContain(problem)
    } finally {
      await oidc.close()
    }
  })
})
