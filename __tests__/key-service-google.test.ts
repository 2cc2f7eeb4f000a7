import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaks, removeFolder } from '../local/runner'
import type { Fault } from '../local/github/faults'
import {
  GOOGLE_ACCOUNT,
  GOOGLE_KEY,
  GOOGLE_MEMBER,
  GOOGLE_PROVIDER,
  type GoogleKeyVersion,
  type GoogleProvider
} from '../local/key-services/google'
import { GOOGLE_METHODS } from '../local/key-services/google-check'
import { makeAuthority } from './support/certificate'
import { explained, fingerprintOf } from './support/explained'
import { requestsTo, withKeyService } from './support/key-service'
import { missingNames } from './support/key-service-network'
import {
  type Arrange as ArrangeAt,
  stepsAt,
  type RunningServices
} from './support/key-service-steps'
import { seededRsaKey } from './support/keys'
import { scenario, type ScenarioOptions } from './support/scenario'
import { testWithSignals } from './support/system'
import { startProxy, startTlsRelay } from './support/test-proxy'
import { cancel } from './support/timing'

type Google = RunningServices<'google'>
type Arrange = ArrangeAt<'google'>

const { signed, refused } = stepsAt('google')

const LOGIN = 'POST /v1/token 200'
const IMPERSONATION = `POST /v1/projects/-/serviceAccounts/${GOOGLE_ACCOUNT}:generateAccessToken 200`
const SIGN = `POST /v1/${GOOGLE_KEY}:asymmetricSign 200`
const PUBLIC_KEY = `GET /v1/${GOOGLE_KEY}/publicKey 200`
const WITH_ACCOUNT = { 'gcp-service-account': GOOGLE_ACCOUNT }
const CREATED = [
  'GET /repos/octo-org/hello/installation 200',
  'POST /app/installations/4242/access_tokens 201',
  'DELETE /installation/token 204'
]

describe('a key in Google Cloud KMS', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['as the workload itself', {}, [LOGIN, SIGN]],
    ['as a service account', WITH_ACCOUNT, [LOGIN, IMPERSONATION, SIGN]]
  ])('creates a token, %s', async (_, inputs, requests) => {
    const { main, post, transcript, service, oidc } = await signed({ with: inputs })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(oidc)).toEqual(['GET /runs/oidc/token 200'])
    expect(requestsTo(service)).toEqual(requests)
    expect(transcript).toEqual(CREATED)
    expect(main.log).toContain(
      'installation 4242, key ci/github-app version 1 in Google Cloud KMS\n'
    )
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

  test('signs for an installation that is named by its id', async () => {
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

  test('accepts the names in the forms that Google shows, and another audience', async () => {
    const { main, oidc } = await signed(
      {
        with: {
          'gcp-workload-identity-provider': `//iam.googleapis.com/${GOOGLE_PROVIDER}`,
          audience: 'octo'
        }
      },
      (google) => {
        provider(google).allowedAudiences = ['octo']
      }
    )
    expect(main.exitCode).toBe(0)
    expect(oidc.exchanges.map(({ query }) => query)).toEqual([
      expect.objectContaining({ audience: 'octo' })
    ])
  })

  test("asks Google's own hosts behind a proxy, whatever the environment says", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'google-'))
    const authority = makeAuthority('Test authority')
    const relay = await startTlsRelay(authority.issue('*.googleapis.com', { from: -1, to: 30 }))
    const proxy = await startProxy({ port: () => relay.port })
    const elsewhere = 'http://127.0.0.1:9'
    writeFileSync(join(folder, 'authority.pem'), authority.cert)
    const options: ScenarioOptions = {
      with: { 'kms-key': `gcpkms://${GOOGLE_KEY}`, ...WITH_ACCOUNT },
      env: {
        HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
        NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
        CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: elsewhere,
        GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'credentials.json'),
        GOOGLE_CLOUD_UNIVERSE_DOMAIN: 'example.com',
        GCE_METADATA_HOST: '127.0.0.1:9'
      }
    }
    try {
      const { main, service } = await withKeyService('google', options, async (google) => {
        relay.leadTo(Number(new URL(google.service.url).port))
        return { ...(await scenario(google.options)), ...google }
      })
      expect(main.exitCode).toBe(0)
      expect(requestsTo(service)).toEqual([LOGIN, IMPERSONATION, SIGN])
      const { exchangeToken, generateAccessToken, asymmetricSign } = GOOGLE_METHODS
      const hosts = [exchangeToken, generateAccessToken, asymmetricSign].map(
        ({ host }) => new URL(host).host
      )
      expect(service.exchanges.map(({ requestHeaders }) => requestHeaders.host)).toEqual(hosts)
      expect(proxy.tunnels.map(({ target }) => target)).toEqual(hosts.map((host) => `${host}:443`))
    } finally {
      await Promise.all([relay.close(), proxy.close()])
      removeFolder(folder)
    }
  })

  testWithSignals('signs nothing more when the job is cancelled', async () => {
    await withKeyService('google', {}, async ({ options, service }) => {
      service.fail('login', { kind: 'hang' })
      const { main, transcript } = await scenario({
        ...options,
        isClockStopped: true,
        during: async (process, _, __, clock) => {
          expect(await process.until(() => service.exchanges.length === 1)).toBe(true)
          await cancel(process, clock, 'SIGINT')
        }
      })
      expect([main.exitCode, main.outputs]).toEqual([1, {}])
      expect(requestsTo(service)).toEqual(['POST /v1/token no answer'])
      expect(transcript).toEqual([])
    })
  })
})

function provider({ service: { data } }: Google): GoogleProvider {
  const found = data.providers[GOOGLE_PROVIDER]
  if (found === undefined) throw new Error('this provider is always there')
  return found
}

function key({ service: { data } }: Google): GoogleKeyVersion {
  const found = data.keys[GOOGLE_KEY]
  if (found === undefined) throw new Error('this key is always there')
  return found
}

const POOL_FLAGS = '--workload-identity-pool github --location global --project 123456789012'
const KEY_FLAGS = '--key github-app --keyring ci --location europe-west3 --project octo-keys'
const SAID = 'Google Cloud KMS refused to sign with ci/github-app version 1'

/** An error as Google's APIs have it. */
function googleError(status: number, code: string, message: string, reason?: string): Fault {
  const details = reason === undefined ? [] : [{ '@type': 'ErrorInfo', reason }]
  return {
    kind: 'status',
    status,
    body: { error: { code: status, message, status: code, details } }
  }
}

describe('Google refuses the login', () => {
  const LOGIN_SAID = "Google's Security Token Service refused the login: "

  test.each<[string, Arrange, string, string, string]>([
    [
      'by the attribute condition',
      (google) => {
        provider(google).condition = () => false
      },
      '"The given credential is rejected by the attribute condition"',
      "The provider actions in the pool github has a condition that the job's OIDC token does not meet. The details above show the claims.",
      `correct the condition, or run the job where it is met (branch, environment). This shows it:\n  gcloud iam workload-identity-pools providers describe actions ${POOL_FLAGS} --format "value(attributeCondition)"`
    ],
    [
      'for a long subject',
      ({ oidc }) => {
        oidc.claims['sub'] = `repo:octo-org@9919/hello@1296269:ref:refs/heads/${'a'.repeat(100)}`
      },
      '"The size of mapped attribute google.subject exceeds the 127 bytes limit. Either modify your attribute mapping or the incoming assertion to produce a mapped attribute that is less than 127 bytes"',
      'The provider makes google.subject from the claim sub, and sub is too long for it: it contains the names of the owner, the repository and the branch or environment. The details above show it.',
      `map google.subject to a shorter claim. Keep your other attributes in the list, because it replaces them. Rights that were given by subject must be given again:\n  gcloud iam workload-identity-pools providers update-oidc actions ${POOL_FLAGS} --attribute-mapping "google.subject=assertion.repository_id,attribute.repository=assertion.repository"`
    ],
    [
      'for a provider that is disabled',
      (google) => {
        provider(google).isEnabled = false
      },
      '"The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist"',
      'There is no provider actions in the pool github, or it is disabled or deleted.',
      `correct \`gcp-workload-identity-provider\`. This shows the providers of the pool, with their full names:\n  gcloud iam workload-identity-pools providers list ${POOL_FLAGS}`
    ],
    [
      'for the audience',
      (google) => {
        provider(google).allowedAudiences = ['octo']
      },
      `"The audience in ID Token [https://iam.googleapis.com/projects/…/locations/global/workloadIdentityPools/github/providers/actions] does not match the expected audience"`,
      'The provider actions in the pool github accepts another audience. The details above show the one that was sent (aud).',
      `set \`audience\` to one of the allowed audiences, or remove \`audience\` if there are none. This shows them:\n  gcloud iam workload-identity-pools providers describe actions ${POOL_FLAGS} --format "value(oidc.allowedAudiences)"`
    ],
    [
      'for the issuer',
      (google) => {
        provider(google).issuer = 'https://gitlab.com'
      },
      '',
      "The provider actions in the pool github does not trust the issuer of the job's OIDC token. The details above show it (iss).",
      `set the issuer of the provider to this iss. For github.com:\n  gcloud iam workload-identity-pools providers update-oidc actions ${POOL_FLAGS} --issuer-uri "https://token.actions.githubusercontent.com"`
    ],
    [
      'for the time',
      ({ oidc }) => {
        oidc.verify = () => ({ mistake: 'ID Token issued at 1764331200 is stale to sign-in.' })
      },
      '"ID Token issued at 1764331200 is stale to sign-in"',
      'Google compared the times in the OIDC token with its own clock.',
      'run the job again. If it fails again, the clock of the GitHub that made the token is wrong.'
    ]
  ])('%s', async (_, arrange, words, cause, fix) => {
    const { lines, code, details, run } = await refused(arrange)
    expect(code).toBe('google-login-refused')
    expect(lines[0]).toContain(`${LOGIN_SAID}${words}`)
    expect(lines.slice(1).join('\n')).toBe(`${cause}\nFix: ${fix}`)
    expect(details).toContain(
      "The job's OIDC token has these claims, and a policy has to match them:"
    )
    expect(run.main.log).not.toMatch(/eyJ|ya29/)
    expect(run.transcript).toEqual([])
  })

  test.each<[string, Record<string, string>, string]>([
    ['the login', {}, 'sts'],
    ['to act as the service account', WITH_ACCOUNT, 'iamcredentials'],
    ['to sign', {}, 'cloudkms']
  ])('because an API is not enabled: %s', async (_, inputs, api) => {
    const { lines, code } = await refused(
      ({ service: { data } }) => {
        data.disabledApis.add(`${api}.googleapis.com`)
      },
      { with: inputs }
    )
    expect(code).toBe('google-api-disabled')
    expect(lines[0]).toContain(
      ` refused the request: "${api}.googleapis.com has not been used in project … before or it is disabled.`
    )
    expect(lines.slice(1)).toEqual([
      `The API ${api}.googleapis.com is not enabled in the project that the request counts for.`,
      'Fix: enable it:',
      `  gcloud services enable ${api}.googleapis.com --project 123456789012`,
      'After some minutes, run the job again.'
    ])
  })

  test.each([
    [false, 'PROJECT'],
    [true, '210987654321']
  ])('because an API is not enabled in another project: private %s', async (isPrivate, project) => {
    const body = {
      error: {
        code: 403,
        status: 'PERMISSION_DENIED',
        message: 'Not used in project 210987654321 before. admin@example.com can enable it.',
        details: [{ reason: 'SERVICE_DISABLED', metadata: { consumer: 'projects/210987654321' } }]
      }
    }
    const { lines } = await refused(
      ({ service }) => {
        service.fail('sign', { kind: 'status', status: 403, body })
      },
      { event: { repository: { private: isPrivate } } }
    )
    expect(lines.join('\n')).toContain(`--project ${project}\n`)
    expect(lines[0]).toContain(
      isPrivate ? 'in project 210987654321 before. admin@' : 'in project … before. … can'
    )
  })

  test.each<[string, Arrange]>([
    [
      'it may not be used',
      ({ service: { data } }) => {
        data.serviceAccounts[GOOGLE_ACCOUNT] = []
      }
    ],
    [
      'it is not there',
      ({ service: { data } }) => {
        Reflect.deleteProperty(data.serviceAccounts, GOOGLE_ACCOUNT)
      }
    ]
  ])('as a service account: %s', async (_, arrange) => {
    const { lines, code, run } = await refused(arrange, { with: WITH_ACCOUNT })
    expect(code).toBe('google-impersonation-denied')
    expect(lines).toEqual([
      "Google's IAM Credentials API refused to act as the service account: \"Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)\".",
      `There is no service account ${GOOGLE_ACCOUNT}, or the workload may not act as it.`,
      'Fix: correct `gcp-service-account`, or allow this repository to act as it (the provider has to map attribute.repository):',
      `  gcloud iam service-accounts add-iam-policy-binding ${GOOGLE_ACCOUNT} --role roles/iam.workloadIdentityUser --member "${GOOGLE_MEMBER}"`
    ])
    expect(run.transcript).toEqual([])
  })
})

describe('Google Cloud KMS refuses to sign', () => {
  const DENIED = `${SAID}: "Permission 'cloudkms.cryptoKeyVersions.useToSign' denied on resource 'projects/…/locations/europe-west3/keyRings/ci/cryptoKeys/github-app' (or it may not exist)".`
  const NOT_ENABLED = `${SAID}: "projects/…/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1 is not enabled, current state is: `
  const AGAIN =
    "import the App's private key again, as docs/KEYS.md of this action says, and name the new version in `kms-key`."

  const states: [string, string][] = [
    [
      'DISABLED',
      `if this key may be used again, enable it:\n  gcloud kms keys versions enable 1 ${KEY_FLAGS}`
    ],
    [
      'DESTROY_SCHEDULED',
      `if this key is still needed, restore it, then enable it:\n  gcloud kms keys versions restore 1 ${KEY_FLAGS}\n  gcloud kms keys versions enable 1 ${KEY_FLAGS}`
    ],
    ['DESTROYED', AGAIN],
    ['IMPORT_FAILED', AGAIN],
    ['constructor', AGAIN],
    [
      'PENDING_GENERATION',
      "this key is made by Google, and GitHub accepts only keys that it generated itself. Import the App's private key, as docs/KEYS.md of this action says, and name it in `kms-key`."
    ],
    ['PENDING_IMPORT', 'wait until the import of the key is done, then run the job again.']
  ]

  test.each<[string, Arrange, Record<string, string>, string, string]>([
    [
      'the workload itself',
      (google) => {
        key(google).signers = []
      },
      {},
      'google-key-denied',
      `${DENIED}\nEither the key does not exist, or the workload may not sign with it. Google does not say which.\nFix: check \`kms-key\`, then allow this repository to sign with this key (the provider has to map attribute.repository):\n  gcloud kms keys add-iam-policy-binding github-app --keyring ci --location europe-west3 --project octo-keys --role roles/cloudkms.signer --member "${GOOGLE_MEMBER}"`
    ],
    [
      'a token that does not name its repository',
      ({ oidc }) => {
        Reflect.deleteProperty(oidc.claims, 'repository')
      },
      {},
      'google-key-denied',
      `${DENIED}\nEither the key does not exist, or the workload may not sign with it. Google does not say which.\nFix: check \`kms-key\`, then allow this repository to sign with this key (the provider has to map attribute.repository):\n  gcloud kms keys add-iam-policy-binding github-app --keyring ci --location europe-west3 --project octo-keys --role roles/cloudkms.signer --member "${GOOGLE_MEMBER.replace('octo-org/hello', 'OWNER/REPOSITORY')}"`
    ],
    [
      'the service account',
      (google) => {
        key(google).signers = [GOOGLE_MEMBER]
      },
      WITH_ACCOUNT,
      'google-key-denied',
      `${DENIED}\nEither the key does not exist, or the service account ${GOOGLE_ACCOUNT} may not sign with it. Google does not say which.\nFix: check \`kms-key\`, then allow the service account ${GOOGLE_ACCOUNT} to sign with this key:\n  gcloud kms keys add-iam-policy-binding github-app --keyring ci --location europe-west3 --project octo-keys --role roles/cloudkms.signer --member "serviceAccount:${GOOGLE_ACCOUNT}"`
    ],
    [
      'outside of a perimeter',
      ({ service }) => {
        const message =
          "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: abc"
        service.fail(
          'sign',
          googleError(403, 'PERMISSION_DENIED', message, 'SECURITY_POLICY_VIOLATED')
        )
      },
      {},
      'google-key-denied',
      `${SAID}: "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: abc".\nVPC Service Controls protect the project of the key, and this runner is outside of the perimeter.\nFix: add an ingress rule for this identity to the perimeter, or use a runner inside of it.`
    ],
    [
      'a version that is not there',
      ({ service: { data } }) => {
        const found = data.keys[GOOGLE_KEY]
        if (found !== undefined) data.keys[GOOGLE_KEY.replace(/1$/, '2')] = found
        Reflect.deleteProperty(data.keys, GOOGLE_KEY)
      },
      {},
      'google-key-not-found',
      `${SAID}: "CryptoKeyVersion projects/…/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1 not found".\nFix: correct \`kms-key\`. This shows the versions of the key:\n  gcloud kms keys versions list ${KEY_FLAGS}`
    ],
    [
      'an algorithm for another digest',
      ({ service }) => {
        service.fail('sign', googleError(400, 'INVALID_ARGUMENT', 'The digest is not SHA-512.'))
      },
      {},
      'kms-key-unsuitable',
      `${SAID}: "The digest is not SHA-512".\nFix: import the App's private key as a key with the purpose asymmetric-signing and the algorithm rsa-sign-pkcs1-2048-sha256, and name it in \`kms-key\`.`
    ],
    ...states.map(([state, fix]): [string, Arrange, Record<string, string>, string, string] => [
      state,
      (google) => {
        key(google).state = state
      },
      {},
      'google-key-not-enabled',
      `${NOT_ENABLED}${state}".\nFix: ${fix}`
    ])
  ])('%s', async (_, arrange, inputs, code, text) => {
    const { lines, run, ...found } = await refused(arrange, { with: inputs })
    expect(found.code).toBe(code)
    expect(lines.join('\n')).toBe(text)
    expect(run.transcript).toEqual([])
  })
})

describe('Google Cloud KMS signs, and GitHub would refuse it', () => {
  test.each(['RSA_SIGN_PSS_2048_SHA256', 'RSA_SIGN_PKCS1_4096_SHA512'])(
    'a key for %s: the algorithm is told',
    async (algorithm) => {
      const { lines, code, run } = await refused((google) => {
        key(google).algorithm = algorithm
      })
      expect(code).toBe('kms-key-unsuitable')
      expect(lines).toEqual([
        'GitHub refused the JWT that was signed with the key ci/github-app version 1 in Google Cloud KMS: "A JSON web token could not be decoded".',
        `In the key service, the key is for ${algorithm}. GitHub accepts only RSASSA-PKCS1-v1_5 with SHA-256 (RS256).`,
        "Fix: import the App's private key again, for RSASSA-PKCS1-v1_5 with SHA-256, as docs/KEYS.md of this action says, and name that key in `kms-key`."
      ])
      expect(run.transcript).toEqual(['GET /repos/octo-org/hello/installation 401'])
    }
  )

  test('a key that was made in the service: the fingerprint is told', async () => {
    const stranger = seededRsaKey('stranger')
    await withKeyService('google', {}, async (google) => {
      key(google).privateKey = stranger
      const { lines, code } = await explained(google.options)
      expect(code).toBe('kms-key-not-of-app')
      expect(lines[2]).toBe(
        `The fingerprint of the key in the key service is ${fingerprintOf(stranger)}.`
      )
      expect(requestsTo(google.service)).toEqual([LOGIN, SIGN, LOGIN, PUBLIC_KEY])
    })
  })

  test.each<[string, Arrange]>([
    [
      'may not be read',
      (google) => {
        key(google).viewers = []
      }
    ],
    [
      'is not in the answer',
      ({ service }) => {
        service.fail('public-key', { kind: 'status', status: 200, body: {} })
      }
    ]
  ])('a key whose public half %s: the commands that show it', async (_, arrange) => {
    const { lines, code } = await refused((google) => {
      key(google).privateKey = seededRsaKey('stranger')
      arrange(google)
    })
    expect(code).toBe('kms-key-not-of-app')
    expect(lines.slice(2)).toEqual([
      'Fix: generate a private key in the settings of the App, import it as docs/KEYS.md of this action says, and name it in `kms-key`.',
      'These commands show the algorithm and the fingerprint of the key:',
      `  gcloud kms keys versions describe 1 ${KEY_FLAGS} --format "value(algorithm)"`,
      `  gcloud kms keys versions get-public-key 1 ${KEY_FLAGS} --output-file key.pem`,
      '  openssl pkey -pubin -in key.pem -outform DER | openssl sha256 -binary | openssl base64'
    ])
  })

  test('a key on an elliptic curve', async () => {
    const { lines, code, run } = await refused((google) => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      Object.assign(key(google), { privateKey, algorithm: 'EC_SIGN_P256_SHA256' })
    })
    expect(code).toBe('kms-key-unsuitable')
    expect(lines[0]).toMatch(/^Google Cloud KMS signed, but its signature has 7[0-2] bytes\./)
    expect(run.transcript).toEqual([])
  })

  test('another version', async () => {
    const { lines, code, run } = await refused(({ service }) => {
      const name = GOOGLE_KEY.replace(/1$/, '2')
      service.fail('sign', { kind: 'edit', edit: (body) => ({ ...body, name }) })
    })
    expect(code).toBe('kms-key-unsuitable')
    expect(lines[0]).toBe(
      'Google Cloud KMS signed, but with locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/2, not with locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1. Nothing was sent to GitHub.'
    )
    expect(run.transcript).toEqual([])
  })

  test("the project's id instead of its number is no other key", async () => {
    const { main } = await signed({}, ({ service }) => {
      const name = GOOGLE_KEY.replace('octo-keys', '123456789012')
      service.fail('sign', { kind: 'edit', edit: (body) => ({ ...body, name }) })
    })
    expect(main.exitCode).toBe(0)
  })
})

describe('another server than Google answers', () => {
  const ROUTES: [string, string][] = [
    ['login', "Google's Security Token Service"],
    ['impersonate', "Google's IAM Credentials API"],
    ['sign', 'Google Cloud KMS']
  ]
  const FAULTS: [string, Fault, string][] = [
    [
      'a page',
      { kind: 'html', status: 200 },
      'answered 200, but not like NAME: it sent a web page.'
    ],
    [
      'JSON of something else',
      { kind: 'status', status: 200, body: { signature: '!', name: 'x' } },
      'answered 200, but not like NAME.'
    ],
    [
      'a redirect',
      { kind: 'redirect', status: 307, location: 'https://other.example.com/' },
      'answered 307, a redirect to https://other.example.com/. NAME sends none, so nothing was sent there.'
    ]
  ]

  test.each(
    ROUTES.flatMap(([route, name]) => FAULTS.map((fault) => [route, name, ...fault] as const))
  )('%s, %s: %s', async (route, name, _, fault, problem) => {
    const { lines, code } = await refused(
      ({ service }) => {
        service.fail(route, fault, 4)
      },
      { with: WITH_ACCOUNT }
    )
    expect(code).toBe('kms-other-server')
    expect(lines[0]).toContain(problem.replace('NAME', name))
  })

  test('nothing listens there', async () => {
    const { lines, code } = await refused(() => undefined, {
      with: { 'kms-key': `gcpkms://localhost:9/${GOOGLE_KEY}` }
    })
    expect(code).toBe('network-unreachable')
    expect(lines[0]).toContain('http://localhost:9 cannot be reached: it refuses the connection')
    expect(lines[1]).toContain('check `kms-key`')
  })

  test("the names of Google's own hosts cannot be resolved: no input is to blame", async () => {
    const { lines, code } = await refused(() => undefined, {
      ...missingNames,
      with: { 'kms-key': `gcpkms://${GOOGLE_KEY}` }
    })
    expect(code).toBe('network-unreachable')
    expect(lines).toEqual([
      'https://sts.googleapis.com cannot be reached: its name cannot be resolved (ENOTFOUND) (tried four times).',
      'Fix: check the name servers (DNS) of this runner. If it needs a proxy to reach this host, set HTTPS_PROXY.'
    ])
  })

  test('an error that passes is tried again', async () => {
    const { main, service } = await signed({ with: WITH_ACCOUNT }, ({ service }) => {
      service.fail('login', googleError(503, 'UNAVAILABLE', 'The service is unavailable.'))
      service.fail('impersonate', googleError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded.'))
      service.fail('sign', { kind: 'reset' })
    })
    expect(main.exitCode).toBe(0)
    expect(requestsTo(service)).toHaveLength(6)
  })

  test.each<[string, string]>([
    ['login', 'refused the login'],
    ['impersonate', 'refused to act as the service account'],
    ['sign', 'refused to sign']
  ])('an error without a known cause: %s', async (route, what) => {
    const { lines, code, details } = await refused(
      ({ service }) => {
        service.fail(route, googleError(400, 'UNKNOWN', 'what is projects/octo-secret?'))
      },
      { with: WITH_ACCOUNT }
    )
    expect(code).toBe('kms-refused')
    expect(lines[0]).toContain(` ${what} with 400: "what is projects/…?".`)
    expect(details.join('\n')).toContain('UNKNOWN')
    expect(details.join('\n')).not.toContain('octo-secret')
  })

  test('an empty refusal', async () => {
    const { lines, code } = await refused(({ service }) => {
      service.fail('sign', { kind: 'status', status: 403, body: {} })
    })
    expect(code).toBe('google-key-denied')
    expect(lines[0]).toBe(`${SAID} with 403.`)
  })

  test('Google does not work for long', async () => {
    const { lines, code } = await refused(({ service }) => {
      service.fail('sign', { kind: 'status', status: 503, body: '' }, 4)
    })
    expect(code).toBe('kms-unavailable')
    expect(lines[0]).toBe('Google Cloud KMS answered 503 four times.')
  })
})

describe('what the workflow gets wrong', () => {
  const WITHOUT_VERSION = GOOGLE_KEY.replace('/cryptoKeyVersions/1', '')
  const EXAMPLE =
    'write it like `gcpkms://projects/my-project/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1`.'
  const MISSING =
    'kms-key names no version (Google Cloud KMS). The newest version of a key can be one that GitHub has never seen.'
  const wrongPart = (text: string, part: string): string =>
    `kms-key has "${text}" where Google Cloud KMS has the ${part}.`

  test.each<[string, string, string]>([
    [
      GOOGLE_KEY,
      'kms-key is the name of a key version, without the scheme in front of it.',
      `write \`kms-key: gcpkms://${GOOGLE_KEY}\`.`
    ],
    [
      `https://cloudkms.googleapis.com/v1/${GOOGLE_KEY}`,
      'kms-key is the address of a key version, not its URI.',
      `write \`kms-key: gcpkms://${GOOGLE_KEY}\`.`
    ],
    [WITHOUT_VERSION, MISSING, `write it like \`gcpkms://${GOOGLE_KEY}\`.`],
    [`gcpkms://${WITHOUT_VERSION}`, MISSING, `write it like \`gcpkms://${GOOGLE_KEY}\`.`],
    [
      `gcpkms://${WITHOUT_VERSION}/cryptoKeyVersions/latest`,
      wrongPart('latest', 'version'),
      EXAMPLE
    ],
    ['gcpkms://', 'kms-key names no key (Google Cloud KMS).', EXAMPLE],
    ['gcpkms://github-app', wrongPart('github-app', 'name of a key version'), EXAMPLE],
    [`gcpkms://example.com/${GOOGLE_KEY}`, wrongPart('example.com', 'word "projects"'), EXAMPLE],
    [
      `gcpkms://127.0.0.1:99999/${GOOGLE_KEY}`,
      wrongPart('127.0.0.1:99999', 'word "projects"'),
      EXAMPLE
    ],
    [`gcpkms://${GOOGLE_KEY.replace('ci', 'c i')}`, wrongPart('c i', 'key ring'), EXAMPLE]
  ])('kms-key: %s', async (uri, problem, fix) => {
    const { lines, code } = await refused(() => undefined, { with: { 'kms-key': uri } })
    expect(code).toBe('kms-key-malformed')
    expect(lines).toEqual([expect.stringContaining(problem), `Fix: ${fix}`])
  })

  test.each<[string, Record<string, string>, string[]]>([
    [
      'no login',
      { 'gcp-workload-identity-provider': '' },
      [
        'kms-key names a key in Google Cloud KMS, but no input says how to log in there.',
        'Fix: set `gcp-workload-identity-provider` to the full name of the provider, and add `id-token: write` under `permissions:` of the job.'
      ]
    ],
    [
      'a service account alone',
      { 'gcp-workload-identity-provider': '', ...WITH_ACCOUNT },
      [
        'gcp-service-account is set, but gcp-workload-identity-provider is empty.',
        'Fix: set `gcp-workload-identity-provider`, or remove `gcp-service-account`. If it comes from a variable, check the name and the context: `vars.NAME`.'
      ]
    ],
    [
      "the project's id in the provider",
      { 'gcp-workload-identity-provider': GOOGLE_PROVIDER.replace('123456789012', 'octo-keys') },
      [
        `gcp-workload-identity-provider is "${GOOGLE_PROVIDER.replace('123456789012', 'octo-keys')}", which is not a valid value.`,
        'Fix: write it like `projects/123456789012/locations/global/workloadIdentityPools/github/providers/github`. It begins with the number of the project, not with its id: `gcloud projects describe PROJECT --format "value(projectNumber)"`.'
      ]
    ],
    [
      'a service account as policies name it',
      { 'gcp-service-account': `serviceAccount:${GOOGLE_ACCOUNT}` },
      [
        `gcp-service-account is "serviceAccount:${GOOGLE_ACCOUNT}", which is not a valid value.`,
        'Fix: write it like `github-app@my-project.iam.gserviceaccount.com`.'
      ]
    ],
    [
      'a service account without its domain',
      { 'gcp-service-account': 'github-app' },
      [
        'gcp-service-account is "github-app", which is not a valid value.',
        'Fix: write it like `github-app@my-project.iam.gserviceaccount.com`.'
      ]
    ]
  ])('%s', async (_, inputs, text) => {
    const { lines } = await refused(() => undefined, { with: inputs })
    const [first = '', ...rest] = text
    expect(lines).toEqual([expect.stringContaining(first), ...rest])
  })
})
