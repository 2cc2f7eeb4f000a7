import { generateKeyPairSync } from 'node:crypto'
import { leaks } from '../local/runner'
import type { Fault } from '../local/github/faults'
import {
  AZURE_CLIENT_ID,
  AZURE_KEY_VERSION,
  AZURE_TENANT_ID,
  type AzureApplication,
  type AzureVaultKey,
  type FederatedCredential
} from '../local/key-services/azure'
import { explained, fingerprintOf } from './support/explained'
import { requestsTo, withKeyService, type KeyServiceScenario } from './support/key-service'
import {
  type Arrange as ArrangeAt,
  stepsAt,
  type RunningServices
} from './support/key-service-steps'
import { missingNames, withNetworkOf, type ServiceNetwork } from './support/key-service-network'
import { seededRsaKey } from './support/keys'
import { scenario } from './support/scenario'
import { testWithSignals } from './support/system'
import { cancel } from './support/timing'

type Azure = RunningServices<'azure'>
type Arrange = ArrangeAt<'azure'>

const { signed, refused } = stepsAt('azure')

const KEY_PATH = `/keys/github-app/${AZURE_KEY_VERSION}`
const LOGIN = `POST /${AZURE_TENANT_ID}/oauth2/v2.0/token 200`
const SIGN = `POST ${KEY_PATH}/sign 200`

/** The application of the default Azure. */
function application({ service: { data } }: Azure): AzureApplication {
  const found = data.applications.get(AZURE_CLIENT_ID)
  if (found === undefined) throw new Error('this application is always there')
  return found
}

/** The federated credential of the default Azure. */
function credential(azure: Azure): FederatedCredential {
  const [found] = application(azure).credentials
  if (found === undefined) throw new Error('this credential is always there')
  return found
}

/** The key of the default Azure. */
function vaultKey({ service: { data } }: Azure): AzureVaultKey {
  const found = data.vault.keys['github-app']?.[AZURE_KEY_VERSION]
  if (found === undefined) throw new Error('this key is always there')
  return found
}

describe('a key in Azure Key Vault', () => {
  test('creates a token with a key that the runner never has', async () => {
    const { main, post, transcript, service, oidc } = await signed()
    expect(main.exitCode).toBe(0)
    expect(requestsTo(oidc)).toEqual(['GET /runs/oidc/token 200'])
    expect(oidc.exchanges[0]?.query['audience']).toBe('api://AzureADTokenExchange')
    expect(requestsTo(service)).toEqual([LOGIN, SIGN])
    expect(transcript).toEqual([
      'GET /repos/octo-org/hello/installation 200',
      'POST /app/installations/4242/access_tokens 201',
      'DELETE /installation/token 204'
    ])
    const { host } = new URL(service.url)
    expect(main.log).toContain(`installation 4242, key ${host}/github-app in Azure Key Vault\n`)
    expect(main.annotations).toEqual([])
    const [token = ''] = oidc.tokens
    for (const secret of [token, ...service.data.tokens.keys()]) {
      expect(main.masks).toContain(secret)
      const seen = main.log + post.log + JSON.stringify([main.state, main.outputs])
      expect(leaks(seen, secret)).toBe(false)
    }
  })

  test('signs once for several owners', async () => {
    const { main, service } = await signed({ with: { owner: 'octo-org, mona' } })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(service)).toEqual([LOGIN, SIGN])
  })

  test('signs once for an installation that is named by its id', async () => {
    const { main, service } = await signed({ with: { 'installation-id': '4242' } })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(service)).toEqual([LOGIN, SIGN])
  })

  test("signs again by GitHub's clock, after another login", async () => {
    const { main, service } = await signed({
      data: (data) => {
        data.now = () => Date.now() - 3_600_000
      }
    })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(service)).toEqual([LOGIN, SIGN, LOGIN, SIGN])
    expect(main.annotations.map(({ level }) => level)).toEqual(['warning'])
  })

  test('takes the domain of the tenant, an audience of its own, and capital letters', async () => {
    const { main, service, oidc } = await signed(
      {
        with: {
          'azure-client-id': AZURE_CLIENT_ID.toUpperCase(),
          'azure-tenant-id': 'Octo.OnMicrosoft.com',
          audience: 'api://octo'
        }
      },
      (azure) => {
        credential(azure).audiences = ['api://octo']
      }
    )
    expect(main.exitCode).toBe(0)
    expect(oidc.exchanges[0]?.query['audience']).toBe('api://octo')
    expect(requestsTo(service)[0]).toBe('POST /octo.onmicrosoft.com/oauth2/v2.0/token 200')
  })

  test('no variable of the environment changes where or as whom it logs in', async () => {
    const elsewhere = 'http://127.0.0.1:9'
    const { main, service } = await signed({
      env: {
        AZURE_AUTHORITY_HOST: elsewhere,
        AZURE_CLIENT_ID: 'another-client',
        AZURE_TENANT_ID: 'another-tenant',
        AZURE_CLIENT_SECRET: 'a-secret-of-another-login',
        AZURE_FEDERATED_TOKEN_FILE: '/nowhere/token',
        AZURE_KEYVAULT_URL: elsewhere,
        IDENTITY_ENDPOINT: elsewhere,
        MSI_ENDPOINT: elsewhere
      }
    })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(service)).toEqual([LOGIN, SIGN])
  })
})

describe('Microsoft Entra ID refuses the login', () => {
  const ADD_CREDENTIAL = [
    'add a federated credential, with `sub` and `iss` from the details above:',
    `  az ad app federated-credential create --id ${AZURE_CLIENT_ID} --parameters '{"name": "github-app", "issuer": "ISS", "subject": "SUB", "audiences": ["api://AzureADTokenExchange"]}'`,
    'For a managed identity, the command is `az identity federated-credential create`.'
  ].join('\n')
  const NO_CREDENTIAL =
    "No federated credential of the application in azure-client-id is for this job's OIDC token. The details above show its subject (sub) and its issuer (iss)."

  test.each<[string, Arrange, string, string]>([
    [
      'AADSTS700213',
      (azure) => {
        credential(azure).subject = 'repo:octo-org/hello:environment:production'
      },
      NO_CREDENTIAL,
      ADD_CREDENTIAL
    ],
    [
      'AADSTS70025',
      (azure) => {
        application(azure).credentials = []
      },
      NO_CREDENTIAL,
      ADD_CREDENTIAL
    ],
    [
      'AADSTS7002138',
      (azure) => {
        credential(azure).subject = 'repo:Octo-Org/hello:ref:refs/heads/main'
      },
      "A federated credential of the application has the subject of this job's OIDC token in other upper and lower case. Case matters.",
      'write the subject of the federated credential exactly as the details above show it (sub).'
    ],
    [
      'AADSTS700211',
      (azure) => {
        credential(azure).issuer += '/'
      },
      "No federated credential of the application has the issuer of this job's OIDC token. The details above show it (iss).",
      'set the issuer of the federated credential to exactly this one, without a slash at its end.'
    ],
    [
      'AADSTS700212',
      (azure) => {
        credential(azure).audiences = ['api://octo']
      },
      'The federated credential expects another audience. The details above show the one that was sent (aud).',
      'remove `audience`, or set it to the audience of the federated credential.'
    ],
    [
      'AADSTS700016',
      ({ service: { data } }) => {
        data.applications.clear()
      },
      'The tenant in azure-tenant-id does not have the application in azure-client-id.',
      'correct `azure-client-id` or `azure-tenant-id`. Use the "Application (client) ID" (of a managed identity: "Client ID"), not an object ID.'
    ],
    [
      'AADSTS90002',
      ({ service: { data } }) => {
        data.tenant = { id: '11111111-2222-3333-4444-555555555555', domain: 'other.example.com' }
      },
      'The tenant in azure-tenant-id does not exist.',
      'correct `azure-tenant-id`: it is the "Directory (tenant) ID". A tenant of a sovereign cloud is found only with the host of that cloud in `kms-key`.'
    ],
    [
      'AADSTS700024',
      ({ oidc }) => {
        oidc.verify = () => ({ mistake: 'token is expired' })
      },
      'The OIDC token was not valid at that time: it had ended, or the clocks differ.',
      "run the job again. If your GitHub is a server of your own, check that server's clock (NTP)."
    ],
    [
      'AADSTS70021',
      ({ service }) => {
        service.fail('login', entraFailure(70021, 'No matching federated identity record found.'))
      },
      NO_CREDENTIAL,
      ADD_CREDENTIAL
    ],
    [
      'AADSTS7000229',
      ({ service }) => {
        service.fail('login', entraFailure(7000229, 'The client application is missing.'))
      },
      'The application is registered, but has no service principal in the tenant.',
      `create it:\n  az ad sp create --id ${AZURE_CLIENT_ID}`
    ]
  ])('%s', async (aadsts, arrange, cause, fix) => {
    const { title, lines, code, run } = await refused(arrange)
    expect(title).toBe('Microsoft Entra ID refused the login')
    expect(code).toBe('azure-login-refused')
    expect(lines.join('\n')).toBe(
      `Microsoft Entra ID refused the login (${aadsts}).\n${cause}\nFix: ${fix}`
    )
    expect(run.transcript).toEqual([])
  })

  test('and shows what a federated credential has to match, but not the token', async () => {
    const { details, run } = await refused((azure) => {
      application(azure).credentials = []
    })
    expect(details).toEqual(
      expect.arrayContaining([
        "The job's OIDC token has these claims, and a policy has to match them:",
        '  aud: api://AzureADTokenExchange',
        '  sub: repo:octo-org/hello:ref:refs/heads/main',
        '  sub, the other spelling: repo:octo-org@9919/hello@1296269:ref:refs/heads/main'
      ])
    )
    expect(details.join('\n')).toContain('oauth2/v2.0/token -> 401 AADSTS70025')
    expect(run.main.log).not.toMatch(/eyJ/)
  })

  test.each([
    ['public', 'AADSTS53003: Blocked for (not shown) in the directory (not shown)'],
    [
      'private',
      "AADSTS53003: Blocked for 2c4e6a8b-1111-4222-8333-444455556666 in the directory 'Octo Secret Labs'"
    ]
  ])('for a reason of its own, in a %s repository', async (visibility, shown) => {
    const { lines, code } = await refused(
      ({ service }) => {
        const words = `Blocked for 2c4e6a8b-1111-4222-8333-444455556666 in the directory 'Octo Secret Labs'.`
        service.fail('login', entraFailure(53003, words))
      },
      { event: { repository: { private: visibility === 'private' } } }
    )
    expect(code).toBe('kms-refused')
    expect(lines[0]).toBe(`Microsoft Entra ID refused the login with 400: "${shown}".`)
  })
})

/** An answer of Microsoft Entra ID that the embedded one does not give by itself. */
function entraFailure(number: number, words: string): Fault {
  const description = `AADSTS${number}: ${words} Trace ID: 8eea681d-a1eb-487d-9be7-d61225177f00`
  const body = { error: 'invalid_client', error_description: description, error_codes: [number] }
  return { kind: 'status', status: 400, body }
}

describe('Azure Key Vault refuses to sign', () => {
  const CHANGE = `az keyvault key set-attributes --vault-name VAULT --name github-app --version ${AZURE_KEY_VERSION}`

  test.each<[string, Arrange, string, string, string]>([
    [
      'ForbiddenByRbac',
      (azure) => {
        application(azure).rights = []
      },
      'azure-key-denied',
      'The application has no role with the right to sign with this key.',
      [
        'give it one (docs/KEYS.md of this action has a role that allows nothing else). It can take ten minutes until it works:',
        `  az role assignment create --assignee ${AZURE_CLIENT_ID} --role "GitHub App signer" --scope "$(az keyvault show --name VAULT --query id --output tsv)/keys/github-app"`
      ].join('\n')
    ],
    [
      'ForbiddenByPolicy',
      (azure) => {
        application(azure).rights = ['get']
        azure.service.data.vault.model = 'policies'
      },
      'azure-key-denied',
      'No access policy of the vault allows the application to sign.',
      `add one:\n  az keyvault set-policy --name VAULT --spn ${AZURE_CLIENT_ID} --key-permissions sign`
    ],
    [
      'ForbiddenByFirewall',
      ({ service: { data } }) => {
        data.vault.isClosed = true
      },
      'azure-network-denied',
      'The network settings of VAULT allow only some networks, and this runner is in none of them.',
      'run the job on a runner in an allowed network (self-hosted, or GitHub-hosted in an Azure virtual network), or allow this network in the settings of the vault under "Networking".'
    ],
    [
      'AKV10032',
      ({ service: { data } }) => {
        data.vault.tenant = '11111111-2222-3333-4444-555555555555'
      },
      'azure-key-denied',
      'VAULT belongs to another tenant than the one in azure-tenant-id.',
      'set `azure-tenant-id` to the tenant that this shows:\n  az keyvault show --name VAULT --query properties.tenantId'
    ],
    [
      'KeyNotFound',
      ({ service: { data } }) => {
        data.vault.keys['github-app'] = {}
      },
      'azure-key-not-found',
      'There is no key github-app with this version.',
      'correct `kms-key`. This shows the versions:\n  az keyvault key list-versions --vault-name VAULT --name github-app --query "[].kid"'
    ],
    [
      'KeyDisabled',
      (azure) => {
        vaultKey(azure).isEnabled = false
      },
      'azure-key-not-usable',
      'This version of the key is disabled.',
      `enable it:\n  ${CHANGE} --enabled true`
    ],
    [
      'KeyExpired',
      (azure) => {
        vaultKey(azure).expires = 1_600_000_000
      },
      'azure-key-not-usable',
      'This version of the key has ended, or is not valid yet.',
      `change its times (these are examples):\n  ${CHANGE} --not-before 2026-01-01T00:00:00Z --expires 2036-01-01T00:00:00Z`
    ],
    [
      'KeyNotYetValid',
      (azure) => {
        vaultKey(azure).notBefore = 9_000_000_000
      },
      'azure-key-not-usable',
      'This version of the key has ended, or is not valid yet.',
      `change its times (these are examples):\n  ${CHANGE} --not-before 2026-01-01T00:00:00Z --expires 2036-01-01T00:00:00Z`
    ],
    [
      'KeyOperationForbidden',
      (azure) => {
        vaultKey(azure).operations = ['verify', 'wrapKey']
      },
      'azure-key-not-usable',
      'The permitted operations of the key (key_ops) do not contain sign.',
      `permit it:\n  ${CHANGE} --ops sign`
    ],
    [
      'BadParameter',
      (azure) => {
        vaultKey(azure).privateKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      },
      'kms-key-unsuitable',
      'The key is not an RSA key.',
      "import the App's private key (RSA), and name that key in `kms-key`."
    ]
  ])('%s', async (azureCode, arrange, code, cause, fix) => {
    const { lines, service, run, ...found } = await refused(arrange)
    const { host } = new URL(service.url)
    const message = lines.join('\n').replaceAll(host, 'VAULT')
    expect(found.code).toBe(code)
    expect(message).toBe(
      `Azure Key Vault refused to sign with VAULT/github-app (${azureCode}).\n${cause}\nFix: ${fix}`
    )
    expect(run.transcript).toEqual([])
    expect(run.main.log).not.toMatch(/secret-group|2c4e6a8b|5c0e7f11/)
  })

  test.each<[string, Fault, string]>([
    [
      'without a code of its own, as a Managed HSM does',
      { kind: 'status', status: 403, body: { error: { code: 'Forbidden', message: 'No.' } } },
      'azure-key-denied'
    ],
    [
      'because the public network is closed',
      {
        kind: 'status',
        status: 403,
        body: { error: { code: 'Forbidden', innererror: { code: 'ForbiddenByConnection' } } }
      },
      'azure-network-denied'
    ],
    [
      'with nothing that can be read',
      { kind: 'status', status: 403, body: {} },
      'azure-key-denied'
    ],
    [
      'for an unknown reason',
      { kind: 'status', status: 400, body: { error: { code: 'BadParameter', message: 'Why?' } } },
      'kms-refused'
    ],
    ['for a reason that it does not say', { kind: 'status', status: 400, body: {} }, 'kms-refused']
  ])('%s', async (_, fault, expected) => {
    const { code } = await refused(({ service }) => {
      service.fail('sign', fault)
    })
    expect(code).toBe(expected)
  })
})

describe('Azure Key Vault signs, and GitHub would refuse it', () => {
  test('another version of the key', async () => {
    const other = AZURE_KEY_VERSION.replace('7', '8')
    const { lines, code, title, run } = await refused(({ service }) => {
      service.fail('sign', {
        kind: 'edit',
        edit: (body) => ({ ...body, kid: String(body['kid']).replace(AZURE_KEY_VERSION, other) })
      })
    })
    expect(title).toBe('This key cannot sign for a GitHub App')
    expect(code).toBe('kms-key-unsuitable')
    expect(lines[0]).toBe(
      `Azure Key Vault signed, but with github-app/${other}, not with github-app/${AZURE_KEY_VERSION}. Nothing was sent to GitHub.`
    )
    expect(run.transcript).toEqual([])
  })

  test('a signature of another length', async () => {
    const { lines, code, run } = await refused(({ service }) => {
      service.fail('sign', {
        kind: 'edit',
        edit: (body) => ({ ...body, value: Buffer.alloc(64, 1).toString('base64url') })
      })
    })
    expect(code).toBe('kms-key-unsuitable')
    expect(lines[0]).toContain('Azure Key Vault signed, but its signature has 64 bytes.')
    expect(run.transcript).toEqual([])
  })

  test('a key that was made in the vault: its fingerprint is told', async () => {
    const stranger = seededRsaKey('stranger')
    const { lines, code, service } = await refused((azure) => {
      vaultKey(azure).privateKey = stranger
    })
    const { host } = new URL(service.url)
    expect(code).toBe('kms-key-not-of-app')
    expect(lines[0]).toBe(
      `GitHub refused the JWT that was signed with the key ${host}/github-app in Azure Key Vault: "A JSON web token could not be decoded".`
    )
    expect(lines[2]).toBe(
      `The fingerprint of the key in the key service is ${fingerprintOf(stranger)}.`
    )
  })

  test.each<[string, Arrange]>([
    [
      'may not be read',
      (azure) => {
        application(azure).rights = ['sign']
      }
    ],
    [
      'is no RSA key',
      ({ service }) => {
        service.fail('key', { kind: 'status', status: 200, body: { key: { kty: 'EC' } } })
      }
    ]
  ])('a key whose public half %s', async (_, arrange) => {
    const { lines } = await refused((azure) => {
      vaultKey(azure).privateKey = seededRsaKey('stranger')
      arrange(azure)
    })
    expect(lines).toHaveLength(3)
    expect(lines[2]).toMatch(/^Fix: generate a private key in the settings of the App, import it/)
  })
})

describe('another server than Azure answers', () => {
  test.each<[string, 'login' | 'sign', Fault, string]>([
    [
      'a page',
      'sign',
      { kind: 'html', status: 200 },
      'answered 200, but not like Azure Key Vault: it sent a web page.'
    ],
    [
      'a login page',
      'login',
      { kind: 'html', status: 200 },
      'answered 200, but not like Microsoft Entra ID: it sent a web page.'
    ],
    [
      'JSON of something else',
      'login',
      { kind: 'status', status: 200, body: {} },
      'answered 200, but not like Microsoft Entra ID.'
    ],
    [
      'a signature without a key',
      'sign',
      { kind: 'edit', edit: ({ value }) => ({ value }) },
      'answered 200, but not like Azure Key Vault.'
    ],
    [
      'a signature that is no text',
      'sign',
      { kind: 'edit', edit: ({ kid }) => ({ kid, value: 12 }) },
      'answered 200, but not like Azure Key Vault.'
    ]
  ])('%s', async (_, route, fault, problem) => {
    const { lines, code } = await refused(({ service }) => {
      service.fail(route, fault, 4)
    })
    expect(code).toBe('kms-other-server')
    expect(lines[0]).toContain(problem)
  })

  test.each<['login' | 'sign', number, string]>([
    ['login', 308, 'Microsoft Entra ID'],
    ['sign', 307, 'Azure Key Vault']
  ])('a redirect of the %s is not followed', async (route, status, place) => {
    const { lines, code, service } = await refused((azure) => {
      const location = `${azure.service.url}/other`
      azure.service.fail(route, { kind: 'redirect', status, location })
    })
    expect(code).toBe('kms-other-server')
    expect(lines[0]).toContain(
      `answered ${status}, a redirect to ${service.url}/other. ${place} sends none, so nothing was sent there.`
    )
    expect(requestsTo(service).filter((line) => line.includes('/other'))).toEqual([])
  })

  test('nothing listens there', async () => {
    const { title, lines, code } = await refused(() => undefined, {
      with: { 'kms-key': `azurekms://127.0.0.1:9/github-app/${AZURE_KEY_VERSION}` }
    })
    expect(title).toBe('The key service cannot be reached')
    expect(code).toBe('network-unreachable')
    expect(lines[0]).toContain('http://127.0.0.1:9 cannot be reached: it refuses the connection')
  })

  test('a limit that passes is waited for', async () => {
    const { main, service } = await signed({}, ({ service }) => {
      service.fail('login', {
        kind: 'status',
        status: 429,
        body: { error: 'temporarily_unavailable' }
      })
      service.fail('sign', {
        kind: 'status',
        status: 429,
        headers: { 'retry-after': '3' },
        body: { error: { code: 'Throttled', message: 'Request was not processed.' } }
      })
    })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(service)).toHaveLength(4)
  })

  test.each<['login' | 'sign', number, string]>([
    ['sign', 429, 'Azure Key Vault answered 429 four times.'],
    ['login', 503, 'Microsoft Entra ID answered 503 four times.']
  ])('Azure does not work for long: %s', async (route, status, problem) => {
    const { lines, code } = await refused(({ service }) => {
      service.fail(route, { kind: 'status', status, body: '' }, 4)
    })
    expect(code).toBe('kms-unavailable')
    expect(lines[0]).toBe(problem)
  })
})

testWithSignals('a job that is cancelled while Azure signs asks GitHub for nothing', async () => {
  await withKeyService('azure', {}, async ({ service, options }) => {
    service.fail('sign', { kind: 'hang' })
    const { main, post, transcript } = await scenario({
      ...options,
      isClockStopped: true,
      during: async (running, _, __, clock) => {
        expect(await running.until(() => service.exchanges.length >= 2)).toBe(true)
        await cancel(running, clock, 'SIGTERM')
      }
    })
    expect([main.exitCode, main.signal, main.timedOut]).toEqual([1, null, false])
    expect(main.log).toBe('The job was cancelled: no token is output.')
    expect(post.log).toBe('Nothing to revoke: this step output no token.')
    expect(transcript).toEqual([])
  })
})

describe('the hosts of Azure', () => {
  const PUBLIC_LOGIN = 'login.microsoftonline.com'

  /** Runs a scenario on a machine that reaches the hosts of Azure through a proxy, with TLS. */
  async function inNetwork<T>(
    hosts: Readonly<Record<string, string>>,
    run: (azure: KeyServiceScenario<'azure'>, network: ServiceNetwork) => Promise<T>,
    arrange?: Arrange
  ): Promise<T> {
    const inputs = { 'kms-key': `azurekms://my-vault/github-app/${AZURE_KEY_VERSION}` }
    return withKeyService(
      'azure',
      { with: inputs },
      async (azure) =>
        withNetworkOf(azure.service, hosts, async (network) => {
          const env = { ...azure.options.env, ...network.env }
          return run({ ...azure, options: { ...azure.options, env } }, network)
        }),
      arrange
    )
  }

  test.each([
    ['my-vault', 'my-vault.vault.azure.net', PUBLIC_LOGIN, 'AzureADTokenExchange'],
    ['My-Vault.vault.azure.net', 'my-vault.vault.azure.net', PUBLIC_LOGIN, 'AzureADTokenExchange'],
    [
      'my-hsm.managedhsm.azure.net',
      'my-hsm.managedhsm.azure.net',
      PUBLIC_LOGIN,
      'AzureADTokenExchange'
    ],
    [
      'my-vault.vault.azure.cn',
      'my-vault.vault.azure.cn',
      'login.partner.microsoftonline.cn',
      'AzureADTokenExchangeChina'
    ],
    [
      'my-vault.vault.usgovcloudapi.net',
      'my-vault.vault.usgovcloudapi.net',
      'login.microsoftonline.us',
      'AzureADTokenExchangeUSGov'
    ]
  ])('%s: through a proxy, with a private authority', async (name, host, login, audience) => {
    await inNetwork(
      { [login]: login, [host]: host },
      async ({ options, service, oidc }, { tunnels }) => {
        const uri = `azurekms://${name}/github-app/${AZURE_KEY_VERSION.toUpperCase()}`
        const { main } = await scenario({ ...options, with: { ...options.with, 'kms-key': uri } })
        expect(main.exitCode).toBe(0)
        expect(tunnels.map(({ target }) => target)).toEqual([`${login}:443`, `${host}:443`])
        expect(requestsTo(service)).toEqual([LOGIN, SIGN])
        expect(oidc.exchanges[0]?.query['audience']).toBe(`api://${audience}`)
        const [vault = ''] = host.split('.')
        expect(main.log).toContain(`key ${vault}/github-app in Azure Key Vault\n`)
      },
      (azure) => {
        credential(azure).audiences = [`api://${audience}`]
        azure.service.data.vault.scope = `https://${host.replace(/^[^.]+\./, '')}/.default`
      }
    )
  })

  test.each<[string, Arrange, string]>([
    [
      'denies the right',
      (azure) => {
        application(azure).rights = []
      },
      `az keyvault role assignment create --hsm-name my-hsm --assignee ${AZURE_CLIENT_ID} --role "Managed HSM Crypto User" --scope /keys/github-app`
    ],
    [
      'belongs to another tenant',
      ({ service: { data } }) => {
        data.vault.tenant = '11111111-2222-3333-4444-555555555555'
      },
      'az keyvault show --hsm-name my-hsm --query properties.tenantId'
    ]
  ])('a Managed HSM that %s has commands of its own', async (_, arrange, command) => {
    const host = 'my-hsm.managedhsm.azure.net'
    await inNetwork(
      { [PUBLIC_LOGIN]: PUBLIC_LOGIN, [host]: host },
      async ({ options }) => {
        const uri = `azurekms://${host}/github-app/${AZURE_KEY_VERSION}`
        const { lines } = await explained({ ...options, with: { ...options.with, 'kms-key': uri } })
        expect(lines.at(-1)).toBe(`  ${command}`)
      },
      (azure) => {
        arrange(azure)
        azure.service.data.vault.scope = 'https://managedhsm.azure.net/.default'
      }
    )
  })

  test.each([
    [
      PUBLIC_LOGIN,
      'other.example.com',
      'Check the name servers (DNS) of this runner, and its proxy.'
    ],
    ['my-vault.vault.azure.net', 'other.example.com', 'Use that name in `kms-key`.']
  ])('%s with a certificate for %s: explained', async (host, name, fix) => {
    const vault = 'my-vault.vault.azure.net'
    const hosts = { [PUBLIC_LOGIN]: PUBLIC_LOGIN, [vault]: vault, [host]: name }
    await inNetwork(hosts, async ({ options, service }) => {
      const { title, lines, code } = await explained(options)
      expect(title).toBe("The key service's certificate is not trusted")
      expect(code).toBe('tls-untrusted')
      expect(lines[0]).toContain(`The certificate of https://${host} is not trusted`)
      expect(lines[1]).toBe(`Fix: the certificate is for another host name. ${fix}`)
      expect(requestsTo(service)).toEqual(host === vault ? [LOGIN] : [])
    })
  })

  test('an authority that nobody has named: explained, and nothing is sent', async () => {
    const hosts = { [PUBLIC_LOGIN]: PUBLIC_LOGIN }
    await inNetwork(hosts, async ({ options, service }) => {
      const env = { ...options.env, NODE_EXTRA_CA_CERTS: '' }
      const { code, lines } = await explained({ ...options, env })
      expect(code).toBe('tls-untrusted')
      expect(lines[1]).toContain('if the certificate comes from a private authority')
      expect(requestsTo(service)).toEqual([])
    })
  })

  test('a vault that does not exist: its name cannot be resolved', async () => {
    const hosts = { [PUBLIC_LOGIN]: PUBLIC_LOGIN }
    await inNetwork(hosts, async ({ options }) => {
      const env = { ...options.env, NO_PROXY: '.vault.azure.net' }
      const { code, lines } = await explained({ ...options, env, ...missingNames })
      expect(code).toBe('network-unreachable')
      expect(lines).toEqual([
        'https://my-vault.vault.azure.net cannot be reached: its name cannot be resolved (ENOTFOUND) (tried four times).',
        'Fix: check the host name in `kms-key`. If this runner needs a proxy to reach it, set HTTPS_PROXY.'
      ])
    })
  })
})

describe('inputs that cannot be used', () => {
  const VERSION = AZURE_KEY_VERSION
  const EXAMPLE = '0123456789abcdef0123456789abcdef'
  const WHOLE = `azurekms://my-vault/github-app/${EXAMPLE}`
  const NO_VERSION =
    'kms-key names no version (Azure Key Vault). The newest version of a key can be one that GitHub has never seen.'

  test.each([
    ['azurekms://', 'kms-key names no vault (Azure Key Vault).', WHOLE],
    ['azurekms://my-vault', 'kms-key names no key (Azure Key Vault).', WHOLE],
    ['azurekms://my-vault/github-app', NO_VERSION, WHOLE],
    [
      'azurekms://eu.vault.azure.cn/app/',
      'kms-key has "eu.vault.azure.cn" where Azure Key Vault has the vault.',
      WHOLE
    ],
    [
      'azurekms://eu1.vault.azure.cn/app/',
      NO_VERSION,
      `azurekms://eu1.vault.azure.cn/app/${EXAMPLE}`
    ],
    [
      `azurekms://my-vault.example.com/github-app/${VERSION}`,
      'kms-key has "my-vault.example.com" where Azure Key Vault has the vault.',
      WHOLE
    ],
    [
      `azurekms://127.0.0.1/github-app/${VERSION}`,
      'kms-key has "127.0.0.1" where Azure Key Vault has the vault.',
      WHOLE
    ],
    [
      `azurekms://my-vault/github_app/${VERSION}`,
      'kms-key has "github_app" where Azure Key Vault has the key.',
      WHOLE
    ],
    [
      'azurekms://my-vault/github-app/latest',
      'kms-key has "latest" where Azure Key Vault has the version.',
      WHOLE
    ],
    [
      `azurekms://my-vault/github-app/${VERSION}/sign`,
      `kms-key has "${VERSION}/sign" where Azure Key Vault has the version.`,
      WHOLE
    ]
  ])('%s', async (uri, problem, example) => {
    const { lines, code } = await refused(() => undefined, { with: { 'kms-key': uri } })
    expect(code).toBe('kms-key-malformed')
    expect(lines).toEqual([
      `${problem} Nothing was sent to GitHub.`,
      `Fix: write it like \`${example}\`.`
    ])
  })

  test.each([
    [`https://my-vault.vault.azure.net/keys/github-app/${VERSION}`, 'my-vault'],
    [`https://My-Vault.vault.azure.net:443/keys/github-app/${VERSION}/`, 'my-vault'],
    [`my-hsm.managedhsm.azure.net/keys/github-app/${VERSION}`, 'my-hsm.managedhsm.azure.net'],
    [`azurekms://my-vault/keys/github-app/${VERSION}`, 'my-vault'],
    [`https://my-vault.vault.azure.net/keys/github-app/${VERSION}?api-version=7.4`, 'my-vault'],
    [`azurekms://https://my-vault.vault.azure.net/keys/github-app/${VERSION}`, 'my-vault']
  ])('%s: the URI to write', async (text, vault) => {
    const { lines, code } = await refused(() => undefined, { with: { 'kms-key': text } })
    expect(code).toBe('kms-key-malformed')
    expect(lines).toEqual([
      'kms-key is the address of a key, not its URI. Nothing was sent to GitHub.',
      `Fix: write \`kms-key: azurekms://${vault}/github-app/${VERSION}\`.`
    ])
  })

  test('the address of a key without a version', async () => {
    const text = 'https://my-vault.vault.azure.net/keys/github-app'
    const { lines } = await refused(() => undefined, { with: { 'kms-key': text } })
    expect(lines[0]).toBe(`${NO_VERSION} Nothing was sent to GitHub.`)
  })

  const ID = '01234567-89ab-cdef-0123-456789abcdef'

  test.each<[string, Readonly<Record<string, string>>, string, string, string]>([
    [
      'no login, for example because azure/login has come before',
      { 'azure-client-id': '', 'azure-tenant-id': '' },
      'kms-login-missing',
      'kms-key names a key in Azure Key Vault, but no input says how to log in there.',
      'set `azure-client-id` and `azure-tenant-id`, and add `id-token: write` under `permissions:` of the job. A login with `azure/login` is not used, and not needed: set the ids that it has here.'
    ],
    [
      'only a tenant',
      { 'azure-client-id': '' },
      'kms-login-missing',
      'azure-tenant-id is set, but azure-client-id is empty.',
      'set `azure-client-id`, or remove `azure-tenant-id`. If it comes from a variable, check the name and the context: `vars.NAME`.'
    ],
    [
      'only a client',
      { 'azure-tenant-id': '' },
      'kms-login-missing',
      'azure-client-id is set, but azure-tenant-id is empty.',
      'set `azure-tenant-id`, or remove `azure-client-id`. If it comes from a variable, check the name and the context: `vars.NAME`.'
    ],
    [
      'only an audience',
      { 'azure-client-id': '', 'azure-tenant-id': '', audience: 'api://octo' },
      'kms-login-missing',
      'audience is set, but azure-client-id is empty.',
      'set `azure-client-id`, or remove `audience`. If it comes from a variable, check the name and the context: `vars.NAME`.'
    ],
    [
      'a name instead of the id of the client',
      { 'azure-client-id': 'github-app-signer' },
      'kms-login-malformed',
      'azure-client-id is "github-app-signer", which is not a valid value.',
      `write it like \`${ID}\`.`
    ],
    [
      'a tenant that is none',
      { 'azure-tenant-id': 'common' },
      'kms-login-malformed',
      'azure-tenant-id is "common", which is not a valid value.',
      `write it like \`${ID}\`.`
    ],
    [
      'a tenant that would lead elsewhere',
      { 'azure-tenant-id': 'a.example/../other' },
      'kms-login-malformed',
      'azure-tenant-id is "a.example/../other", which is not a valid value.',
      `write it like \`${ID}\`.`
    ]
  ])('%s', async (_, inputs, code, problem, fix) => {
    const { lines, ...found } = await refused(() => undefined, { with: inputs })
    expect(found.code).toBe(code)
    expect(lines).toEqual([`${problem} Nothing was sent to GitHub.`, `Fix: ${fix}`])
  })
})
