import { generateKeyPairSync } from 'node:crypto'
import { leaks } from '../local/runner'
import type { Fault } from '../local/github/faults'
import type { VaultRole } from '../local/key-services/vault'
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

type Vault = RunningServices<'vault'>
type Arrange = ArrangeAt<'vault'>

const { signed, refused } = stepsAt('vault')

const LOGIN = 'POST /v1/auth/jwt/login 200'
const SIGN = 'POST /v1/transit/sign/github-app/sha2-256 200'
const LOGOUT = 'POST /v1/auth/token/revoke-self 204'

/** Vault gives tokens that live on after the job. */
function makeServiceTokens({ service: { data } }: Vault): void {
  const [role] = Object.values(data.auth.roles)
  if (role !== undefined) role.tokenType = 'service'
}

describe('a key in Vault', () => {
  test('creates a token with a key that the runner never has', async () => {
    const { main, post, transcript, service, oidc } = await signed()
    expect(main.exitCode).toBe(0)
    expect(requestsTo(oidc)).toEqual(['GET /runs/oidc/token 200'])
    expect(requestsTo(service)).toEqual([LOGIN, SIGN])
    expect(transcript).toEqual([
      'GET /repos/octo-org/hello/installation 200',
      'POST /app/installations/4242/access_tokens 201',
      'DELETE /installation/token 204'
    ])
    expect(main.log).toContain('installation 4242, key transit/github-app in Vault\n')
    expect(main.annotations).toEqual([])
    const [token = ''] = oidc.tokens
    for (const secret of [token, ...service.data.tokens.keys()]) {
      expect(main.masks).toContain(secret)
      expect(leaks(main.log + post.log + JSON.stringify([main.state, main.outputs]), secret)).toBe(
        false
      )
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

  test('no variable of the environment changes where or how it logs in', async () => {
    const elsewhere = 'http://127.0.0.1:9'
    const { main, service } = await signed({
      env: {
        VAULT_ADDR: elsewhere,
        VAULT_AGENT_ADDR: elsewhere,
        VAULT_NAMESPACE: 'another',
        VAULT_SKIP_VERIFY: 'true',
        VAULT_TOKEN: 'hvs.CAESIEXAMPLEEXAMPLE0123456789',
        VAULT_PROXY_ADDR: elsewhere,
        BAO_ADDR: elsewhere
      }
    })
    expect(main.exitCode).toBe(0)
    expect(main.masks).toContain('hvs.CAESIEXAMPLEEXAMPLE0123456789')
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
})

describe('a token of Vault', () => {
  test('that lives on is revoked by the step', async () => {
    const { service } = await signed({}, makeServiceTokens)
    expect(requestsTo(service)).toEqual([LOGIN, SIGN, LOGOUT])
    expect([...service.data.tokens.values()].map(({ isRevoked }) => isRevoked)).toEqual([true])
  })

  test('whose revocation is refused ends by itself', async () => {
    const { main, service } = await signed({}, (vault) => {
      makeServiceTokens(vault)
      const body = { errors: ['permission denied'] }
      vault.service.fail('revoke-self', { kind: 'status', status: 403, body })
    })
    expect([main.exitCode, main.annotations]).toEqual([0, []])
    expect(requestsTo(service)).toEqual([LOGIN, SIGN, LOGOUT.replace('204', '403')])
  })

  test.each<[string, Fault]>([
    ['not answered', { kind: 'hang' }],
    ['to be tried later', { kind: 'status', status: 503, headers: { 'retry-after': '45' } }]
  ])('whose revocation is %s does not take the time of the step', async (_, fault) => {
    const { main, service } = await signed({}, (vault) => {
      makeServiceTokens(vault)
      vault.service.fail('revoke-self', fault, 9)
    })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(service)).toHaveLength(3)
  })

  test('that would hide ordinary words of the log is not taken', async () => {
    const { lines, code, run } = await refused(({ service }) => {
      const edit = (body: Record<string, unknown>): unknown => ({
        ...body,
        auth: { client_token: 'token', token_type: 'batch' }
      })
      service.fail('login', { kind: 'edit', edit })
    })
    expect(code).toBe('kms-other-server')
    expect(lines[0]).toContain('answered 200, but not like Vault.')
    expect(run.main.masks).not.toContain('token')
  })

  test.each(['VAULT_TOKEN', 'BAO_TOKEN'])(
    'from %s is used without a login, and not revoked',
    async (variable) => {
      const token = 'hvs.CAESIEXAMPLEEXAMPLE0123456789'
      const { main, service, oidc } = await signed(
        { with: { 'vault-role': '' }, env: { [variable]: token } },
        ({ service: { data } }) => {
          const policy = { update: ['transit/sign/github-app/sha2-256'], read: [] }
          data.tokens.set(token, { type: 'service', policy, isRevoked: false })
        }
      )
      expect(main.exitCode).toBe(0)
      expect(main.log).toContain(`key transit/github-app in Vault (login with ${variable})\n`)
      expect(main.masks).toContain(token)
      expect(requestsTo(oidc)).toEqual([])
      expect(requestsTo(service)).toEqual([SIGN])
    }
  )
})

describe('where a key can be', () => {
  test.each([
    ['hashivault://github-app', 'transit', '', 'key transit/github-app in Vault'],
    ['openbao://apps/ci/bot', 'apps/ci', 'admin/team', 'key apps/ci/bot in OpenBao'],
    ['HASHIVAULT://apps/bot', 'apps', 'admin', 'key apps/bot in Vault']
  ])('%s', async (uri, mount, namespace, name) => {
    const { main } = await signed(
      {
        with: {
          'kms-key': uri,
          'vault-namespace': namespace === '' ? '' : `/${namespace}/`,
          'vault-auth-path': 'github'
        }
      },
      ({ service: { data } }) => {
        const key = uri.split('/').at(-1) ?? ''
        data.namespace = namespace
        data.transit.mount = mount
        data.auth.path = 'github'
        data.transit.keys[key] = { versions: data.transit.keys['github-app']?.versions ?? [] }
        data.auth.roles['github-app']?.policy.update.push(`${mount}/sign/${key}/sha2-256`)
      }
    )
    expect(main.exitCode).toBe(0)
    expect(main.log).toContain(`installation 4242, ${name}\n`)
  })
})

/** The role of the default Vault. */
function role({ service: { data } }: Vault): VaultRole {
  const found = data.auth.roles['github-app']
  if (found === undefined) throw new Error('this role is always there')
  return found
}

describe('Vault refuses', () => {
  const SAID = 'Vault refused to sign with transit/github-app: '

  test.each<[string, Arrange, string, string, string]>([
    [
      'a claim',
      (vault) => {
        role(vault).boundClaims = { environment: 'production' }
      },
      'vault-login-refused',
      "The claim environment of the job's OIDC token is not one that the role github-app accepts. The details above show the claims.",
      'correct bound_claims of auth/jwt/role/github-app, or run the job where these claims match (branch, environment).'
    ],
    [
      'the audience',
      (vault) => {
        role(vault).boundAudiences = ['vault']
      },
      'vault-login-refused',
      'The role github-app expects another audience. The details above show the one that was sent (aud).',
      'set `audience` to one of bound_audiences of the role, or add the one that was sent to the role.'
    ],
    [
      'a role that is not there',
      ({ service: { data } }) => {
        delete data.auth.roles['github-app']
      },
      'vault-login-refused',
      'There is no role github-app at auth/jwt.',
      'correct `vault-role`, or `vault-auth-path` if the role is at another path.'
    ],
    [
      'a path that is not there',
      ({ service: { data } }) => {
        data.auth.path = 'github'
      },
      'vault-login-refused',
      'Most often, no auth method is mounted at auth/jwt.',
      'correct `vault-auth-path`. If the auth method is in a namespace, set `vault-namespace`.'
    ],
    [
      'a path that is not there, as a proxy of Vault says it',
      ({ service }) => {
        const errors = ['no handler for route "auth/jwt/login". route entry not found.']
        service.fail('login', { kind: 'status', status: 404, body: { errors } })
      },
      'vault-login-refused',
      'Most often, no auth method is mounted at auth/jwt.',
      'correct `vault-auth-path`. If the auth method is in a namespace, set `vault-namespace`.'
    ],
    [
      'an expired token',
      ({ oidc }) => {
        oidc.verify = () => ({ mistake: 'token is expired' })
      },
      'vault-login-refused',
      'Vault compared the times in the OIDC token with its own clock.',
      'check the clock of the Vault server (NTP), then run the job again.'
    ],
    [
      'a signature of another issuer',
      ({ oidc }) => {
        oidc.verify = () => ({ mistake: 'failed to verify id token signature' })
      },
      'vault-login-refused',
      'The auth method could not verify the OIDC token.',
      "set oidc_discovery_url of auth/jwt/config to the address of GitHub's tokens: https://token.actions.githubusercontent.com"
    ],
    [
      'a policy without the right to sign',
      (vault) => {
        role(vault).policy = { update: [], read: [] }
      },
      'vault-key-denied',
      'The policies of the role github-app do not allow to sign with this key.',
      'add this to a policy of the role:\n  path "transit/sign/github-app/sha2-256" { capabilities = ["update"] }'
    ],
    [
      'a key that is not there',
      ({ service: { data } }) => {
        delete data.transit.keys['github-app']
      },
      'vault-key-not-found',
      'There is no key github-app in the transit engine at transit.',
      'correct `kms-key`, or import the key: see docs/KEYS.md of this action.'
    ],
    [
      'an engine that is not there',
      ({ service: { data } }) => {
        data.transit.mount = 'keys'
      },
      'vault-key-not-found',
      'No transit engine is mounted at transit.',
      'write the mount in `kms-key` (`hashivault://MOUNT/KEY`). If the engine is in a namespace, set `vault-namespace`.'
    ]
  ])('%s', async (_, arrange, code, cause, fix) => {
    const { lines, run, ...found } = await refused(arrange)
    expect(found.code).toBe(code)
    expect(lines.slice(1).join('\n')).toBe(`${cause}\nFix: ${fix}`)
    expect(run.transcript).toEqual([])
  })

  test('a namespace that is not there', async () => {
    const { lines, code } = await refused(() => undefined, {
      with: { 'vault-namespace': 'admin/team' }
    })
    expect(code).toBe('vault-login-refused')
    expect(lines.slice(1)).toEqual([
      'Most often, no auth method is mounted at auth/jwt in the namespace admin/team.',
      'Fix: correct `vault-auth-path`, or `vault-namespace`.'
    ])
  })

  test('a login for a reason of its own', async () => {
    const { lines, code } = await refused(({ service }) => {
      service.fail('login', { kind: 'status', status: 400, body: { errors: ['what is this?'] } })
    })
    expect(code).toBe('kms-refused')
    expect(lines[0]).toBe('Vault refused the login with 400: "what is this?".')
  })

  test('a key that cannot sign', async () => {
    const { lines, code } = await refused(({ service: { data } }) => {
      const { privateKey } = generateKeyPairSync('x25519')
      data.transit.keys['github-app'] = { versions: [privateKey] }
    })
    expect(code).toBe('kms-key-unsuitable')
    expect(lines[0]).toBe(`${SAID}"key type x25519 does not support signing".`)
  })

  test('everything, because it is sealed', async () => {
    const { lines, code } = await refused(({ service: { data } }) => {
      data.isSealed = true
    })
    expect(code).toBe('kms-unavailable')
    expect(lines).toEqual([
      'Vault is sealed, so it can use no key.',
      'Fix: an operator has to unseal Vault. Then run the job again.'
    ])
  })

  test('a refused login shows what a policy has to match, but not the token', async () => {
    const { details, run } = await refused((vault) => {
      role(vault).boundClaims = { ref: 'refs/heads/release' }
    })
    expect(details).toEqual(
      expect.arrayContaining([
        "The job's OIDC token has these claims, and a policy has to match them:",
        '  aud: https://github.com/octo-org',
        '  sub: repo:octo-org/hello:ref:refs/heads/main',
        '  ref: refs/heads/main',
        '  sub, the other spelling: repo:octo-org@9919/hello@1296269:ref:refs/heads/main'
      ])
    )
    expect(run.main.log).not.toMatch(/eyJ|hvb\./)
  })

  test('with a token of the environment, which has ended', async () => {
    const { lines, code } = await refused(() => undefined, {
      with: { 'vault-role': '' },
      env: { VAULT_TOKEN: 'hvs.CAESIEXAMPLEEXAMPLE0123456789' }
    })
    expect(code).toBe('vault-key-denied')
    expect(lines[1]).toBe(
      'The token in VAULT_TOKEN has ended, or its policies do not allow to sign with this key.'
    )
  })
})

describe('Vault signs, and GitHub would refuse it', () => {
  test('a key on an elliptic curve', async () => {
    const { lines, code, title, run } = await refused(({ service: { data } }) => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      data.transit.keys['github-app'] = { versions: [privateKey] }
    })
    expect(title).toBe('This key cannot sign for a GitHub App')
    expect(code).toBe('kms-key-unsuitable')
    expect(lines[0]).toBe(
      'Vault signed, but its signature has 64 bytes. RSA keys of 2,048 bits, as GitHub generates them, make signatures of 256 bytes, so this is another kind of key. Nothing was sent to GitHub.'
    )
    expect(run.transcript).toEqual([])
  })

  test('a rotated key: the version and the fingerprint are told', async () => {
    const stranger = seededRsaKey('stranger')
    const { lines, code } = await refused(({ service: { data } }) => {
      data.transit.keys['github-app']?.versions.push(stranger)
    })
    expect(code).toBe('kms-key-not-of-app')
    expect(lines[0]).toBe(
      'GitHub refused the JWT that was signed with version 2 of the key transit/github-app in Vault: "A JSON web token could not be decoded".'
    )
    expect(lines[2]).toBe(
      `The fingerprint of the key in the key service is ${fingerprintOf(stranger)}.`
    )
  })

  test.each<[string, Arrange]>([
    [
      'may not be read',
      (vault) => {
        role(vault).policy.read = []
      }
    ],
    [
      'is not in the answer',
      ({ service }) => {
        service.fail('key', { kind: 'status', status: 200, body: { data: {} } })
      }
    ],
    [
      'is not a key',
      ({ service }) => {
        const data = { latest_version: 1, keys: { 1: { public_key: 'rsa-2048' } } }
        service.fail('key', { kind: 'status', status: 200, body: { data } })
      }
    ]
  ])('a key whose public half %s', async (_, arrange) => {
    const { lines } = await refused((vault) => {
      vault.service.data.transit.keys['github-app'] = { versions: [seededRsaKey('stranger')] }
      arrange(vault)
    })
    expect(lines).toHaveLength(3)
    expect(lines[2]).toMatch(/^Fix: generate a private key in the settings of the App, import it/)
  })
})

test('an App that has no key at GitHub', async () => {
  const { lines, code } = await refused(() => undefined, {
    data: ({ app }) => {
      app.publicKeys = []
    }
  })
  expect(code).toBe('key-none-registered')
  expect(lines).toEqual([
    'The App with client-id Iv23liEXAMPLEoctobot has no key at GitHub, so GitHub cannot accept the key transit/github-app in Vault: "Integration must generate a public key".',
    'Fix: generate a key (App settings > Private keys > Generate a private key), and import it into the key service, and name it in `kms-key`: see docs/KEYS.md of this action.'
  ])
})

describe('another server than Vault answers', () => {
  test.each<[string, Fault, string]>([
    [
      'a page',
      { kind: 'html', status: 200 },
      'answered 200, but not like Vault: it sent a web page.'
    ],
    [
      'JSON of something else',
      { kind: 'status', status: 200, body: {} },
      'answered 200, but not like Vault.'
    ],
    [
      'a redirect',
      { kind: 'redirect', status: 307, location: 'https://other.example.com/' },
      'answered 307, a redirect to https://other.example.com/. Vault sends none, so nothing was sent there.'
    ],
    [
      'a redirect to nowhere',
      { kind: 'status', status: 307, body: '' },
      'answered 307, a redirect. Vault sends none, so nothing was sent there.'
    ]
  ])('%s', async (_, fault, problem) => {
    const { lines, code } = await refused(({ service }) => {
      service.fail('sign', fault, 4)
    })
    expect(code).toBe('kms-other-server')
    expect(lines[0]).toContain(problem)
  })

  test.each(['login', 'sign'])('a redirect of the %s is not followed', async (route) => {
    const { code, service } = await refused((vault) => {
      const location = `${vault.service.url}/v1/other`
      vault.service.fail(route, { kind: 'redirect', status: 307, location })
    })
    expect(code).toBe('kms-other-server')
    expect(requestsTo(service).filter((line) => line.includes('/other'))).toEqual([])
  })

  test('a proxy that wants credentials', async () => {
    const { title, code, run } = await refused(({ service }) => {
      service.fail('login', { kind: 'html', status: 407 })
    })
    expect(title).toBe('The proxy needs other credentials')
    expect(code).toBe('proxy-refused')
    expect(run.transcript).toEqual([])
  })

  test('nothing listens there', async () => {
    const { title, lines, code } = await refused(() => undefined, {
      with: { 'vault-address': 'http://127.0.0.1:9' }
    })
    expect(title).toBe('The key service cannot be reached')
    expect(code).toBe('network-unreachable')
    expect(lines[0]).toContain('http://127.0.0.1:9 cannot be reached: it refuses the connection')
    expect(lines[1]).toContain('check `vault-address`')
  })

  test('an error that passes is tried again', async () => {
    const { main, service } = await signed({}, ({ service }) => {
      service.fail('login', { kind: 'status', status: 412, body: { errors: [] } })
      service.fail('sign', { kind: 'status', status: 500, body: { errors: ['internal error'] } })
    })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(service)).toHaveLength(4)
  })

  test('an error without a known cause', async () => {
    const { lines, code } = await refused(({ service }) => {
      service.fail('sign', { kind: 'status', status: 400, body: { errors: ['what is this?'] } })
    })
    expect(code).toBe('kms-refused')
    expect(lines[0]).toBe('Vault refused to sign with 400: "what is this?".')
  })

  test('Vault does not work for long', async () => {
    const { lines, code } = await refused(({ service }) => {
      service.fail('sign', { kind: 'status', status: 502, body: '' }, 4)
    })
    expect(code).toBe('kms-unavailable')
    expect(lines[0]).toBe('Vault answered 502 four times.')
  })
})

test("the job's OIDC token has the audience that the workflow names", async () => {
  const { main, oidc } = await signed({ with: { audience: 'https://vault' } }, (vault) => {
    role(vault).boundAudiences = ['https://vault']
  })
  expect(main.exitCode).toBe(0)
  expect(oidc.exchanges[0]?.query['audience']).toBe('https://vault')
})

testWithSignals('a job that is cancelled while Vault signs asks GitHub for nothing', async () => {
  await withKeyService('vault', {}, async ({ service, options }) => {
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

testWithSignals('a job that is cancelled while Vault signs ends its login', async () => {
  await withKeyService(
    'vault',
    {},
    async ({ service, options }) => {
      service.fail('sign', { kind: 'hang' })
      const { main } = await scenario({
        ...options,
        isClockStopped: true,
        during: async (running, _, __, clock) => {
          expect(await running.until(() => service.exchanges.length >= 2)).toBe(true)
          await cancel(running, clock, 'SIGTERM')
        }
      })
      expect([main.exitCode, main.timedOut]).toEqual([1, false])
      expect(requestsTo(service).at(-1)).toBe(LOGOUT)
    },
    makeServiceTokens
  )
})

describe('the network of Vault', () => {
  const HOST = 'vault.example.com'

  /** Runs a scenario on a machine that reaches Vault through a proxy, with TLS. */
  async function inNetwork<T>(
    run: (vault: KeyServiceScenario<'vault'>, network: ServiceNetwork) => Promise<T>,
    certificate: string = HOST
  ): Promise<T> {
    const options = { with: { 'vault-address': `https://${HOST}:8200/` } }
    return withKeyService('vault', options, async (vault) =>
      withNetworkOf(vault.service, { [HOST]: certificate }, async (network) => {
        const env = { ...vault.options.env, ...network.env }
        return run({ ...vault, options: { ...vault.options, env } }, network)
      })
    )
  }

  test('a proxy and a certificate of a private authority', async () => {
    await inNetwork(async ({ options, service }, { tunnels }) => {
      const { main } = await scenario(options)
      expect(main.exitCode).toBe(0)
      expect([...new Set(tunnels.map(({ target }) => target))]).toEqual([`${HOST}:8200`])
      expect(requestsTo(service)).toEqual([LOGIN, SIGN])
    })
  })

  test.each([
    [
      'an authority that nobody has named',
      HOST,
      { NODE_EXTRA_CA_CERTS: '', VAULT_CACERT: '/etc/ssl/cert.pem' },
      'Fix: if the certificate comes from a private authority, set one of these for the runner or the job:'
    ],
    [
      'a certificate for another host',
      'other.example.com',
      {},
      'Fix: the certificate is for another host name. Use that name in `vault-address`.'
    ]
  ])('%s: explained, and nothing is sent', async (_, certificate, more, fix) => {
    await inNetwork(async ({ options, service }) => {
      const env = { ...options.env, ...more }
      const { title, lines, code } = await explained({ ...options, env })
      expect(title).toBe("The key service's certificate is not trusted")
      expect(code).toBe('tls-untrusted')
      expect(lines[1]).toBe(fix)
      expect(requestsTo(service)).toEqual([])
    }, certificate)
  })

  test('a proxy that is not there', async () => {
    await inNetwork(async ({ options }) => {
      const env = { ...options.env, HTTPS_PROXY: 'http://127.0.0.1:9' }
      const { title, code } = await explained({ ...options, env })
      expect(title).toBe('The proxy does not connect to the key service')
      expect(code).toBe('proxy-refused')
    })
  })

  test('a name that cannot be resolved', async () => {
    const { lines, code } = await refused(() => undefined, {
      ...missingNames,
      with: { 'vault-address': 'https://vault.missing.test' }
    })
    expect(code).toBe('network-unreachable')
    expect(lines).toEqual([
      'https://vault.missing.test cannot be reached: its name cannot be resolved (ENOTFOUND) (tried four times).',
      'Fix: check the host name in `vault-address`. If this runner needs a proxy to reach it, set HTTPS_PROXY.'
    ])
  })
})
