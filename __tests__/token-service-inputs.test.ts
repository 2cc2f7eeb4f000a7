import { explained, type Explained } from './support/explained'
import { appKey, type ScenarioOptions } from './support/scenario'

type Inputs = Readonly<Record<string, string>>

const OIDC = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'example-request-token-of-the-job'
}

const SERVICE: Inputs = { 'token-service': 'octo-sts.dev', 'trust-policy': 'release' }

/** A step whose inputs are wrong, so that it sends nothing. */
async function wrong(inputs: Inputs, options: ScenarioOptions = {}): Promise<Explained> {
  const found = await explained({
    env: OIDC,
    ...options,
    with: { 'client-id': '', 'private-key': '', ...SERVICE, ...inputs }
  })
  expect(found.run.transcript).toEqual([])
  return found
}

const ADDRESS =
  'Fix: write the host of the service, such as `token-service: octo-sts.dev`, or an address with https: and nothing behind the host.'

describe('token-service', () => {
  test.each([
    ['octo sts', 'is "octo sts", which is neither a host nor a web address'],
    ['octo-sts.dev/sts', 'is "octo-sts.dev/sts", which is neither a host nor a web address'],
    ['https://', 'is "https://", which is neither a host nor a web address'],
    [
      'https://octo-sts.dev/sts',
      'is "https://octo-sts.dev/sts", which contains more than a host and a port'
    ],
    [
      'https://octo-sts.dev?a=b',
      'is "https://octo-sts.dev?a=b", which contains more than a host and a port'
    ],
    [
      'https://octo-sts.dev#',
      'is "https://octo-sts.dev#", which contains more than a host and a port'
    ],
    ['ftp://octo-sts.dev', 'begins with "ftp:", not with https:'],
    ['http://octo-sts.dev', 'begins with http:. Anyone on the network could read the token'],
    ['https://me:secret@octo-sts.dev', 'contains a user name or password'],
    ['me@octo-sts.dev', 'contains a user name or password']
  ])('%s', async (text, problem) => {
    const { title, lines, code } = await wrong({ 'token-service': text })
    expect(title).toBe('token-service is not the address of a service')
    expect(code).toBe('token-service-malformed')
    expect(lines).toEqual([`token-service ${problem}. Nothing was sent to GitHub.`, ADDRESS])
    expect(lines.join()).not.toContain('secret')
  })

  test.each([
    ['token-service', 'trust-policy is set, but token-service is empty.', 'trust-policy'],
    ['trust-policy', 'token-service is set, but trust-policy is empty.', 'token-service']
  ])('without %s', async (missing, problem, set) => {
    const { lines, code } = await wrong({ [missing]: '' })
    expect(code).toBe('token-service-incomplete')
    expect(lines).toEqual([
      `${problem} Nothing was sent to GitHub.`,
      `Fix: set \`${missing}\`, or remove \`${set}\`. If it comes from a variable, check the name and the context: \`vars.NAME\`.`
    ])
  })
})

describe('trust-policy', () => {
  test.each([
    ['release.sts.yaml', 'release'],
    ['.github/chainguard/release.sts.yaml', 'release'],
    ['.github/chainguard/team/release.sts.yml', 'team/release']
  ])('%s is a file', async (text, meant) => {
    const { lines, code } = await wrong({ 'trust-policy': text })
    expect(code).toBe('token-service-malformed')
    expect(lines).toEqual([
      `trust-policy is "${text}". That is the name of a file. Write the name of the policy. Nothing was sent to GitHub.`,
      `Fix: write \`trust-policy: ${meant}\`.`
    ])
  })

  test.each([
    'a b',
    '../secrets',
    '/release',
    'a//b',
    'a/../b',
    'x'.repeat(201),
    'r?x=1',
    '-',
    '.sts.yaml',
    'two\nlines.sts.yaml'
  ])('%j is no name', async (text) => {
    const { title, lines } = await wrong({ 'trust-policy': text })
    expect(title).toBe('trust-policy is not the name of a policy')
    expect(lines[0]).toContain(', which is not a valid value.')
    expect(lines[1]).toBe(
      'Fix: write the name of the file `.github/chainguard/NAME.sts.yaml`, such as `trust-policy: release`.'
    )
  })
})

describe('an audience with which the service could log in elsewhere', () => {
  test.each([
    ['sts.amazonaws.com', 'AWS'],
    ['sts.amazonaws.com.cn', 'AWS'],
    ['STS.amazonaws.com', 'AWS'],
    ['api://AzureADTokenExchange', 'Azure'],
    ['api://AzureADTokenExchangeChina', 'Azure'],
    [
      '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/g',
      'Google Cloud'
    ],
    ['https://iam.googleapis.com/projects/1', 'Google Cloud']
  ])('%s', async (audience, cloud) => {
    const { title, lines, code } = await wrong({ audience })
    expect(title).toBe('This audience is not allowed for a token service')
    expect(code).toBe('token-service-audience')
    expect(lines[0]).toBe(
      `audience is "${audience}". With an OIDC token for it, the token service could log in to ${cloud} as this job. Nothing was sent to GitHub.`
    )
  })

  test('as the host of the service', async () => {
    const { lines, code } = await wrong({ 'token-service': 'sts.amazonaws.com' })
    expect(code).toBe('token-service-audience')
    expect(lines[0]).toContain('The host of token-service is "sts.amazonaws.com".')
  })

  test('an audience that none can be', async () => {
    const { lines, code } = await wrong({ audience: 'two words' })
    expect(code).toBe('kms-login-malformed')
    expect(lines[0]).toContain('audience is "two words".')
  })
})

describe('inputs that have no effect on a token of a service', () => {
  test.each<[Inputs, readonly string[]]>([
    [{ 'client-id': 'Iv23liAbC' }, ['  client-id: the service has an App of its own.']],
    [{ 'app-id': '12345' }, ['  app-id: the service has an App of its own.']],
    [
      { owner: 'octo-org', 'repository-ids': '101' },
      ['  repository-ids: the service takes the name of a repository.']
    ],
    [{ 'installation-id': '4242' }, ['  installation-id: the service finds the installation.']],
    [{ enterprise: 'octo' }, ['  enterprise: the service takes an organization or a user.']],
    [
      { permissions: 'contents: read' },
      ['  permissions: the trust policy decides what the token can do.']
    ],
    [
      { 'permission-contents': 'read', 'permission-issues': 'read', 'client-id': 'Iv23liAbC' },
      [
        '  client-id: the service has an App of its own.',
        '  permission-contents: the trust policy decides what the token can do.',
        '  permission-issues: the trust policy decides what the token can do.'
      ]
    ]
  ])('%j', async (inputs, reasons) => {
    const { title, lines, code } = await wrong(inputs)
    expect(title).toBe('Some inputs have no effect with token-service')
    expect(code).toBe('token-service-conflict')
    expect(lines[0]).toMatch(/^token-service is set, and th(is|ese) inputs? ha(s|ve) no effect/)
    expect(lines.slice(1, -1).map((line) => line.replace(/ Nothing was sent.*/, ''))).toEqual(
      reasons
    )
    expect(lines.at(-1)).toMatch(/^Fix: remove (it|them), or remove `token-service` and use/)
  })

  test('several repositories of one owner', async () => {
    const { title, lines, code } = await wrong({ repositories: 'hello, lib' })
    expect(title).toBe('A token service takes one repository for each owner')
    expect(code).toBe('token-service-conflict')
    expect(lines).toEqual([
      'repositories names 2 repositories of octo-org, but a token service creates a token for one repository, or for an owner. Nothing was sent to GitHub.',
      'Fix: use one step for each repository, or set `owner: octo-org` without `repositories`. Then the trust policy in octo-org/.github decides which repositories.'
    ])
  })

  test('a list of repositories that cannot be read is told by itself', async () => {
    const { lines, codes } = await wrong({ repositories: 'lib*' })
    expect(codes).toHaveLength(1)
    expect(lines[0]).toMatch(/^repositories contains "lib\*"/)
  })

  test.each<[Inputs, string]>([
    [{ 'private-key': appKey }, 'private-key and token-service are both set.'],
    [{ 'kms-key': 'hashivault://transit/x' }, 'kms-key and token-service are both set.']
  ])('another key', async (inputs, problem) => {
    const { lines, codes } = await wrong(inputs)
    expect(codes).toContain('key-twice')
    expect(lines.join('\n')).toContain(problem)
  })

  test('a login to a key service', async () => {
    const { code, lines } = await wrong({ 'vault-role': 'github-app' })
    expect(code).toBe('kms-login-conflict')
    expect(lines[0]).toContain('vault-role is set, but kms-key is empty.')
  })
})

test('a secret in one of the inputs is masked, and not shown', async () => {
  const { code, run } = await wrong({ 'trust-policy': appKey })
  expect(code).toBe('key-in-wrong-input')
  expect(run.main.masks).toContain(appKey.split('\n')[1])
})
