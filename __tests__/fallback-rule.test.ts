/** When the fallback token is used: only if a credential cannot be there, and never if one was refused. */
import { explained } from './support/explained'
import { appKey, scenario, type ScenarioOptions } from './support/scenario'
import { withTokenService } from './support/token-service'

type Inputs = Readonly<Record<string, string>>

const FALLBACK = 'ghs_TheTokenOfTheJobItselfWhichTheRunnerMade'

const push: ScenarioOptions = { eventName: 'push' }
const fork = pullRequest('mona/hello')
const dependabot: ScenarioOptions = { ...pullRequest('octo-org/hello'), actor: 'dependabot[bot]' }
const inFork: ScenarioOptions = {
  repository: 'mona/hello',
  eventName: 'push',
  event: { repository: { full_name: 'mona/hello', fork: true } }
}

function pullRequest(head: string): ScenarioOptions {
  const repository = { full_name: 'octo-org/hello' }
  return {
    eventName: 'pull_request',
    event: { pull_request: { head: { repo: { full_name: head } } }, repository }
  }
}

/** What every row begins with: no credential, and a fallback token. */
const NONE: Inputs = { 'client-id': '', 'private-key': '', 'fallback-token': FALLBACK }
const VAULT: Inputs = {
  'kms-key': 'hashivault://transit/github-app',
  'vault-address': 'http://127.0.0.1:9',
  'vault-role': 'github-app'
}
const SERVICE: Inputs = { 'token-service': 'octo-sts.dev', 'trust-policy': 'release' }
const CLIENT_ID: Inputs = { 'client-id': 'Iv23liAbC' }
const KEY: Inputs = { ...CLIENT_ID, 'private-key': appKey }

const NOTHING_SET =
  'client-id, app-id, private-key, private-key-file, kms-key, jwt and token-service are empty or not set. The step outputs'
const FORK = 'this pull request comes from a fork, and GitHub gives such runs'

describe('is used', () => {
  test.each<[string, ScenarioOptions, Inputs, string]>([
    ['nothing is set, on a push', push, {}, NOTHING_SET],
    ['nothing is set, in a fork itself', inFork, {}, NOTHING_SET],
    ['only a login is set, on a push', push, { 'vault-role': 'github-app' }, NOTHING_SET],
    ['only a policy is set, on a push', push, { 'trust-policy': 'release' }, NOTHING_SET],
    ['nothing is set, for a fork', fork, {}, `private-key is empty: ${FORK} no secrets.`],
    [
      'only the id is set, for a fork',
      fork,
      CLIENT_ID,
      `private-key is empty: ${FORK} no secrets.`
    ],
    [
      'only a login is set, for a fork',
      fork,
      { ...CLIENT_ID, 'vault-role': 'github-app' },
      `kms-key is empty: ${FORK} no secrets.`
    ],
    [
      'only a policy is set, for a fork',
      fork,
      { 'trust-policy': 'release' },
      `token-service is empty: ${FORK} no secrets.`
    ],
    [
      'a key service, without an OIDC token, for a fork',
      fork,
      { ...CLIENT_ID, ...VAULT },
      `The job has no OIDC token: ${FORK} none.`
    ],
    [
      'a token service, without an OIDC token, for a fork',
      fork,
      SERVICE,
      `The job has no OIDC token: ${FORK} none.`
    ],
    [
      'a token service, without an OIDC token, for Dependabot',
      dependabot,
      SERVICE,
      'The job has no OIDC token: Dependabot started this run, and GitHub does not give it one.'
    ],
    [
      'a key, for Dependabot',
      dependabot,
      CLIENT_ID,
      'private-key is empty: Dependabot runs read only Dependabot secrets.'
    ]
  ])('%s', async (_, event, inputs, notice) => {
    const { main, transcript } = await scenario({ ...event, with: { ...NONE, ...inputs } })
    expect(main.outputs).toEqual({ token: FALLBACK, 'token-source': 'fallback' })
    expect(main.annotations.map(({ level }) => level)).toEqual(['notice'])
    expect(main.annotations[0]?.message).toContain(notice)
    expect(transcript).toEqual([])
  })

  test('with a warning if an input of another action is set', async () => {
    const inputs = { ...NONE, private_key: 'x' }
    const { main } = await scenario({ ...push, with: inputs })
    expect(main.outputs['token-source']).toBe('fallback')
    // The first is the runner's own.
    expect(main.annotations.map(({ level }) => level)).toEqual(['warning', 'notice', 'warning'])
  })
})

describe('is not used', () => {
  test.each<[string, ScenarioOptions, Inputs, string]>([
    ['only client-id is set, on a push', push, CLIENT_ID, 'private-key-empty'],
    ['only app-id is set, on a push', push, { 'app-id': '12345' }, 'private-key-empty'],
    ['only client-id is set, in a fork itself', inFork, CLIENT_ID, 'private-key-empty'],
    ['a key without an id, on a push', push, { 'private-key': appKey }, 'app-id-missing'],
    ['a key service, on a push', push, { ...CLIENT_ID, ...VAULT }, 'oidc-not-available'],
    ['a token service, on a push', push, SERVICE, 'oidc-not-available'],
    [
      'a login that is there, for a fork',
      { ...fork, env: { VAULT_TOKEN: 'hvs.CAESIEXAMPLEEXAMPLE0123456789' } },
      { ...CLIENT_ID, ...VAULT, 'vault-role': '' },
      'network-unreachable'
    ],
    [
      'a wrong key of a service, for a fork',
      fork,
      { ...CLIENT_ID, ...VAULT, 'kms-key': 'my-key' },
      'kms-key-malformed'
    ],
    [
      'a wrong address and no OIDC token, for a fork',
      fork,
      { ...CLIENT_ID, ...VAULT, 'vault-namespace': 'a b' },
      'kms-login-malformed'
    ],
    [
      'a wrong token service, for a fork',
      fork,
      { ...SERVICE, 'token-service': 'octo sts' },
      'token-service-malformed'
    ],
    [
      'a service without a policy, for a fork',
      fork,
      { 'token-service': 'octo-sts.dev' },
      'token-service-incomplete'
    ],
    ['a key beside a login, for a fork', fork, { ...KEY, 'vault-role': 'x' }, 'kms-login-conflict'],
    ['a key beside a login, on a push', push, { ...KEY, 'vault-role': 'x' }, 'kms-login-conflict'],
    [
      'a key beside a policy, for a fork',
      fork,
      { ...KEY, 'trust-policy': 'release' },
      'token-service-incomplete'
    ],
    [
      'an id beside a policy, on a push',
      push,
      { ...CLIENT_ID, 'trust-policy': 'release' },
      'token-service-incomplete'
    ],
    [
      'a key that cannot be read, for a fork',
      fork,
      { ...CLIENT_ID, 'private-key': 'octocat' },
      'private-key-not-a-key'
    ],
    [
      'only an input of a login is set, and contains a secret, for a fork',
      fork,
      { 'vault-role': 'ghp_0123456789012345678901234567890123456' },
      'key-in-wrong-input'
    ],
    [
      'nothing is set, with another GitHub',
      push,
      { owner: 'octo-org', 'github-api-url': 'https://github.example.com/api/v3' },
      'app-id-missing'
    ]
  ])('%s', async (_, event, inputs, code) => {
    const { codes, run } = await explained({ ...event, with: { ...NONE, ...inputs } })
    expect(codes).toContain(code)
    expect(run.main.outputs).toEqual({})
  })

  test('because of another GitHub: the error says so', async () => {
    const inputs = { owner: 'octo-org', 'github-api-url': 'https://github.example.com/api/v3' }
    const { lines } = await explained({ ...push, with: { ...NONE, ...inputs } })
    expect(lines.join('\n')).toContain(
      "fallback-token is not used: it is for this workflow's own GitHub, but github-api-url names another one."
    )
  })

  test('a token service that refuses, for a fork', async () => {
    const inputs = { 'fallback-token': FALLBACK }
    const { code } = await withTokenService(
      { ...fork, with: inputs },
      ({ options }) => explained(options),
      ({ service: { data } }) => {
        delete data.policies['octo-org/hello/release']
      }
    )
    expect(code).toBe('token-service-no-policy')
  })

  test('a token service that trusts the job, for a fork', async () => {
    const { main } = await withTokenService(
      { ...fork, with: { 'fallback-token': FALLBACK } },
      ({ options }) => scenario(options)
    )
    expect(main.outputs['token-source']).toBe('service')
  })

  test('a fork without an OIDC token is told of the fallback token, if there is none', async () => {
    const inputs = { ...NONE, ...SERVICE, 'fallback-token': '' }
    const { lines, code } = await explained({ ...fork, with: inputs })
    expect(code).toBe('oidc-not-available')
    expect(lines).toEqual([
      'This pull request comes from a fork, and GitHub gives such runs no OIDC token. So the step cannot ask the token service for a token. Nothing was sent to GitHub.',
      'Fix: skip the job for forks:',
      '  if: github.event.pull_request.head.repo.full_name == github.repository',
      'or add `fallback-token: ${{ github.token }}` (read-only on forks).'
    ])
  })
})
