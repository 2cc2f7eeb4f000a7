import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../local/github/faults'
import {
  KEY_ID,
  kmsError,
  ROLE,
  stsError,
  type AwsKmsKey,
  type AwsRole
} from '../local/key-services/aws'
import { leaks, removeFolder } from '../local/runner'
import { makeAuthority } from './support/certificate'
import { explained, fingerprintOf, type Explained } from './support/explained'
import {
  type Arrange as ArrangeAt,
  stepsAt,
  type RunningServices
} from './support/key-service-steps'
import { seededRsaKey } from './support/keys'
import type { ScenarioOptions } from './support/scenario'
import { testWithSignals } from './support/system'
import { startProxy, startTlsRelay, type TestProxy } from './support/test-proxy'
import { cancel } from './support/timing'

type Aws = RunningServices<'aws'>
type Arrange = ArrangeAt<'aws'>

const { signed, refused } = stepsAt('aws')

/** What AWS was asked, in order. */
function calls({ service }: Pick<Aws, 'service'>): string[] {
  return service.exchanges.map(({ route, status }) => `${route ?? ''} ${status ?? 'no answer'}`)
}

/** The one role of the embedded AWS. */
function role({ service: { data } }: Pick<Aws, 'service'>): AwsRole {
  const found = data.roles.get(ROLE)
  if (found === undefined) throw new Error('this role is always there')
  return found
}

/** The one key of the embedded AWS. */
function kmsKey({ service: { data } }: Pick<Aws, 'service'>): AwsKmsKey {
  const found = data.keys.get(KEY_ID)
  if (found === undefined) throw new Error('this key is always there')
  return found
}

/** Makes a request fail with an answer. */
function failing(route: string, answer: { status: number; body: unknown }, times = 1): Arrange {
  return ({ service }) => {
    service.fail(route, { kind: 'status', ...answer }, times)
  }
}

/** The URI of a key in the embedded AWS, which is known only when it runs. */
function atService(resource: string): Arrange & { readonly uri: () => string } {
  let uri = ''
  const arrange: Arrange = ({ service }) => {
    uri = `awskms://${new URL(service.url).host}/${service.arn(resource)}`
  }
  return Object.assign(arrange, { uri: () => uri })
}

const ARN = `arn:aws:kms:eu-central-1:123456789012:key/${KEY_ID}`

describe('a key in AWS KMS', () => {
  test('creates a token with a key that the runner never has', async () => {
    const run = await signed()
    const { main, post, transcript, service, oidc } = run
    expect(main.exitCode).toBe(0)
    expect(oidc.exchanges.map(({ query }) => query['audience'])).toEqual(['sts.amazonaws.com'])
    expect(calls(run)).toEqual(['login 200', 'sign 200'])
    expect(transcript).toEqual([
      'GET /repos/octo-org/hello/installation 200',
      'POST /app/installations/4242/access_tokens 201',
      'DELETE /installation/token 204'
    ])
    expect(main.log).toContain(`installation 4242, key ${KEY_ID} in AWS KMS (eu-central-1)\n`)
    expect(main.annotations).toEqual([])
    const [[accessKeyId, { secretAccessKey, sessionToken, arn }] = ['', undefined as never]] =
      service.data.callers
    expect(arn).toMatch(/:assumed-role\/github-app\/octo-org-hello@1234567890$/)
    for (const secret of [oidc.tokens[0] ?? '', accessKeyId, secretAccessKey, sessionToken]) {
      expect(main.masks).toContain(secret)
      const left = main.log + post.log + JSON.stringify([main.state, main.outputs])
      expect(leaks(left, secret)).toBe(false)
    }
  })

  test('can be named by an alias', async () => {
    const { main, service } = await aliased('alias/github-app', () => undefined)
    expect(main.exitCode).toBe(0)
    expect(main.log).toContain(
      'installation 4242, key alias/github-app in AWS KMS (eu-central-1)\n'
    )
    const [caller] = service.data.callers.values()
    expect(caller?.sessionPolicy).toEqual([
      {
        actions: ['kms:Sign'],
        resource: 'arn:aws:kms:eu-central-1:123456789012:key/*',
        conditions: {
          'kms:RequestAlias': 'alias/github-app',
          'kms:SigningAlgorithm': 'RSASSA_PKCS1_V1_5_SHA_256',
          'kms:MessageType': 'RAW'
        }
      },
      {
        actions: ['kms:GetPublicKey'],
        resource: 'arn:aws:kms:eu-central-1:123456789012:key/*',
        conditions: { 'kms:RequestAlias': 'alias/github-app' }
      }
    ])
  })

  test('signs once for several owners', async () => {
    const run = await signed({ with: { owner: 'octo-org, mona' } })
    expect(run.main.exitCode).toBe(0)
    expect(calls(run)).toEqual(['login 200', 'sign 200'])
  })

  test('signs once with installation-id', async () => {
    const run = await signed({ with: { 'installation-id': '4242' } })
    expect(run.main.exitCode).toBe(0)
    expect(calls(run)).toEqual(['login 200', 'sign 200'])
  })

  test("signs again by GitHub's clock", async () => {
    const run = await signed({
      data: (data) => {
        data.now = () => Date.now() - 3_600_000
      }
    })
    expect(run.main.exitCode).toBe(0)
    expect(calls(run)).toEqual(['login 200', 'sign 200', 'login 200', 'sign 200'])
    expect(run.main.annotations.map(({ level }) => level)).toEqual(['warning'])
  })

  test('the name of the session has only characters that STS takes, and at most 64', async () => {
    const { service } = await signed({}, ({ oidc }) => {
      oidc.claims['repository'] = `octo-org/${'ö'.repeat(5)}${'x'.repeat(90)}`
    })
    const [caller] = service.data.callers.values()
    expect(caller?.arn).toMatch(/\/octo-org-{6}x{39}@1234567890$/)
  })

  test('a token that does not name its run can log in, too', async () => {
    const { service } = await signed({}, ({ oidc }) => {
      delete oidc.claims['run_id']
    })
    expect([...service.data.callers.values()][0]?.arn).toMatch(/\/github-app-token$/)
  })
})

/** Runs a step whose key is named by an alias. */
async function aliased(alias: string, arrange: Arrange): ReturnType<typeof signed> {
  const key = atService(alias)
  const options: ScenarioOptions = {
    job: () => ({ inputs: { 'client-id': 'Iv23liEXAMPLEoctobot', ...withAlias(key.uri()) } })
  }
  return signed(options, (aws) => {
    key(aws)
    arrange(aws)
  })
}

function withAlias(uri: string): Record<string, string> {
  return { 'kms-key': uri, 'aws-role-to-assume': ROLE }
}

const STATIC = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
}

/** Lets the embedded AWS know the credentials of the variables. */
function knowVariables(aws: Aws, sessionToken = ''): void {
  aws.service.data.callers.set(STATIC.AWS_ACCESS_KEY_ID, {
    secretAccessKey: STATIC.AWS_SECRET_ACCESS_KEY,
    sessionToken,
    arn: 'arn:aws:iam::123456789012:user/ci',
    policy: role(aws).policy,
    sessionPolicy: undefined
  })
}

describe('credentials of the environment', () => {
  test.each(['', 'IQoJb3JpZ2luX2VjEXAMPLETOKENEXAMPLETOKENEXAMPLE='])(
    'are used without a login, if no login input is set: session token "%s"',
    async (token) => {
      const run = await signed(
        { with: { 'aws-role-to-assume': '' }, env: { ...STATIC, AWS_SESSION_TOKEN: token } },
        (aws) => {
          knowVariables(aws, token)
        }
      )
      expect(run.main.exitCode).toBe(0)
      expect(run.oidc.exchanges).toEqual([])
      expect(calls(run)).toEqual(['sign 200'])
      expect(run.main.log).toContain(
        `key ${KEY_ID} in AWS KMS (eu-central-1, login with AWS_ACCESS_KEY_ID)\n`
      )
      expect(run.main.masks).toEqual(expect.arrayContaining(Object.values(STATIC)))
    }
  )

  test('are not used if a login input is set', async () => {
    const { code } = await refused(
      (aws) => {
        role(aws).trust = { aud: 'other' }
        knowVariables(aws)
      },
      { env: STATIC }
    )
    expect(code).toBe('aws-login-refused')
  })
})

describe('AWS refuses the login', () => {
  const SAID = 'AWS STS refused the login: '

  test('because of the trust policy: the statement to write is told', async () => {
    const { title, lines, code, details, run } = await refused((aws) => {
      role(aws).trust = { aud: 'sts.amazonaws.com', sub: 'repo:octo-org/hello:environment:prod' }
    })
    expect(title).toBe('AWS refused the login')
    expect(code).toBe('aws-login-refused')
    const host = expect.stringContaining('oidc-provider/http://127.0.0.1') as string
    expect(lines).toEqual([
      `${SAID}"Not authorized to perform sts:AssumeRoleWithWebIdentity" (AccessDenied).`,
      'Either the role of aws-role-to-assume does not exist, or its trust policy does not allow this job. AWS does not say which. The details above show what the trust policy has to match.',
      'Fix: compare `aws-role-to-assume` with the ARN of the role. Its trust policy needs a statement like this:',
      '  "Effect": "Allow",',
      host,
      '  "Action": "sts:AssumeRoleWithWebIdentity",',
      '  "Condition": { "StringEquals": {',
      expect.stringMatching(/^ {4}"http.*:aud": "sts\.amazonaws\.com",$/) as string,
      expect.stringMatching(/:sub": "repo:octo-org\/hello:ref:refs\/heads\/main"$/) as string,
      '  } }'
    ])
    expect(details).toEqual(
      expect.arrayContaining([
        '  aud: sts.amazonaws.com',
        '  sub, the other spelling: repo:octo-org@9919/hello@1296269:ref:refs/heads/main'
      ])
    )
    expect(run.main.log).not.toMatch(/eyJ/)
    expect(run.transcript).toEqual([])
  })

  test.each<[string, Arrange, string, string, ScenarioOptions?]>([
    [
      'there is no such role',
      ({ service: { data } }) => {
        data.roles.delete(ROLE)
      },
      'Not authorized to perform sts:AssumeRoleWithWebIdentity" (AccessDenied)',
      'Either the role of aws-role-to-assume does not exist'
    ],
    [
      'no identity provider',
      ({ service: { data } }) => {
        data.audiences = []
      },
      'No OpenIDConnect provider found in your account for http',
      'aws iam create-open-id-connect-provider --url http'
    ],
    [
      'the audience',
      () => undefined,
      'Incorrect token audience" (InvalidIdentityToken)',
      'add-client-id-to-open-id-connect-provider --client-id sts.example.com --open-id-connect-provider-arn ARN',
      { with: { audience: 'sts.example.com' } }
    ],
    [
      'a token that has ended',
      ({ oidc }) => {
        oidc.verify = () => ({ mistake: 'token is expired' })
      },
      '(ExpiredTokenException)',
      "AWS compared the times in the job's OIDC token with its own clock."
    ],
    [
      'a provider that cannot be reached, four times',
      failing(
        'login',
        stsError(
          400,
          'InvalidIdentityToken',
          "Couldn't retrieve verification key from your identity provider"
        ),
        4
      ),
      "Couldn't retrieve verification key from your identity provider",
      'AWS could not get the keys of http'
    ],
    [
      'a token of another issuer',
      (aws) => {
        delete aws.oidc.claims['iss']
        const answer = stsError(400, 'InvalidIdentityToken', 'Provided Token is not a Login With')
        failing('login', answer)(aws)
      },
      'Provided Token is not a Login With',
      "AWS could not verify the job's OIDC token.\nFix: check that the identity provider in the account of the role is for https://token.actions.githubusercontent.com."
    ],
    [
      'a region without STS',
      failing('login', stsError(403, 'RegionDisabledException', 'STS is not activated')),
      'STS is not activated" (RegionDisabledException)',
      'activate eu-central-1 in the console of AWS: IAM > Account settings'
    ]
  ])('%s', async (_, arrange, said, cause, options = {}) => {
    const { lines, code, run } = await refused(arrange, options)
    expect(code).toBe('aws-login-refused')
    expect(lines[0]).toContain(SAID)
    expect(lines[0]).toContain(said)
    expect(lines.slice(1).join('\n')).toContain(cause)
    expect(run.transcript).toEqual([])
  })

  test('an error of another kind is quoted, without accounts', async () => {
    const message = "Value 'arn:aws:iam::123456789012:role/x' is too long for 123456789012"
    const answer = stsError(400, 'ValidationError', message)
    const { lines, code } = await refused(failing('login', answer))
    expect(code).toBe('kms-refused')
    expect(lines[0]).toBe(
      'AWS STS refused the login with 400: "Value \'arn:…\' is too long for …".'
    )
  })

  test('something that passes is tried again', async () => {
    const run = await signed({}, ({ service }) => {
      const limit = stsError(400, 'Throttling', 'Rate exceeded')
      service.fail('login', { kind: 'status', status: limit.status, body: limit.body })
      const busy = stsError(400, 'IDPCommunicationError', 'timeout')
      service.fail('login', { kind: 'status', status: busy.status, body: busy.body })
      service.fail('sign', {
        kind: 'status',
        status: 500,
        body: { __type: 'KMSInternalException' }
      })
    })
    expect(run.main.exitCode).toBe(0)
    expect(calls(run)).toEqual(['login 400', 'login 400', 'login 200', 'sign 500', 'sign 200'])
  })
})

describe('AWS KMS refuses', () => {
  const SAID = 'AWS KMS refused to sign: '
  const WHO = 'User: arn:… is not authorized to perform: kms:Sign on resource: arn:… because no'

  test.each<[string, Arrange, string, string, string, ScenarioOptions?]>([
    [
      'a role without the right',
      (aws) => {
        role(aws).policy = []
      },
      'aws-key-denied',
      `"${WHO} identity-based policy allows the kms:Sign action" (AccessDeniedException).`,
      [
        'No policy of the role of aws-role-to-assume allows it.',
        'Fix: add this statement to a policy of the role of aws-role-to-assume. The key policy must allow it, too: the default one does, for the account of the key.',
        `  { "Effect": "Allow", "Action": "kms:Sign", "Resource": "${ARN}",`,
        '    "Condition": { "StringEquals": {',
        '      "kms:SigningAlgorithm": "RSASSA_PKCS1_V1_5_SHA_256", "kms:MessageType": "RAW" } } }'
      ].join('\n')
    ],
    [
      'a key policy without the right',
      (aws) => {
        kmsKey(aws).isDelegated = false
      },
      'aws-key-denied',
      `"${WHO} resource-based policy allows the kms:Sign action" (AccessDeniedException).`,
      'The key policy does not allow it.\nFix: add this'
    ],
    [
      'an explicit deny',
      failing(
        'sign',
        kmsError('AccessDeniedException', 'with an explicit deny in a service control policy')
      ),
      'aws-key-denied',
      '"with an explicit deny in a service control policy" (AccessDeniedException).',
      'A statement with "Effect": "Deny" forbids it (in a service control policy).\nFix: change that statement, or ask those who wrote it: no other policy can allow it then.'
    ],
    [
      'an explicit deny somewhere',
      failing('sign', kmsError('AccessDeniedException', 'with an explicit deny')),
      'aws-key-denied',
      '"with an explicit deny" (AccessDeniedException).',
      'A statement with "Effect": "Deny" forbids it.'
    ],
    [
      'a denial without a cause',
      failing('sign', kmsError('com.amazonaws.kms#AccessDeniedException', '')),
      'aws-key-denied',
      '"AccessDeniedException" (AccessDeniedException).',
      'No policy of the role of aws-role-to-assume allows it, or the key policy does not allow it, or there is no such key. AWS does not say which.'
    ],
    [
      'a key that is not there',
      ({ service: { data } }) => {
        data.keys.delete(KEY_ID)
      },
      'aws-key-not-found',
      '"Key \'arn:…\' does not exist" (NotFoundException).',
      `kms-key names key/${KEY_ID} in eu-central-1.\nFix: correct \`kms-key\`: compare region, account and id with the ARN that the console of AWS shows (KMS > Customer managed keys).`
    ],
    [
      'a key that is disabled',
      (aws) => {
        kmsKey(aws).state = 'Disabled'
      },
      'aws-key-disabled',
      '"arn:… is disabled" (DisabledException).',
      `Somebody disabled the key.\nFix: find out why. To enable it again:\n  aws kms enable-key --region eu-central-1 --key-id ${ARN}`
    ],
    [
      'a key without its material',
      (aws) => {
        kmsKey(aws).state = 'PendingImport'
      },
      'aws-key-disabled',
      '"arn:… is pending import" (KMSInvalidStateException).',
      "The private key is not imported yet, or it was deleted or has expired.\nFix: import the App's private key into it: see docs/KEYS.md of this action."
    ],
    [
      'a key that is going to be deleted',
      (aws) => {
        kmsKey(aws).state = 'PendingDeletion'
      },
      'aws-key-disabled',
      '"arn:… is pending deletion" (KMSInvalidStateException).',
      `The key is going to be deleted.\nFix: if it is still needed:\n  aws kms cancel-key-deletion --region eu-central-1 --key-id ${ARN}\n  aws kms enable-key --region eu-central-1 --key-id ${ARN}`
    ],
    [
      'a key in another state',
      failing('sign', kmsError('KMSInvalidStateException', 'is updating')),
      'aws-key-disabled',
      '"is updating" (KMSInvalidStateException).',
      `Fix: look at its state:\n  aws kms describe-key --region eu-central-1 --key-id ${ARN}`
    ],
    [
      'a key that is for something else',
      (aws) => {
        kmsKey(aws).usage = 'ENCRYPT_DECRYPT'
      },
      'kms-key-unsuitable',
      '"arn:… key usage is ENCRYPT_DECRYPT which is not valid for Sign" (InvalidKeyUsageException).',
      "Fix: import the App's private key into a key that is created with `--origin EXTERNAL --key-spec RSA_2048 --key-usage SIGN_VERIFY`, and name it in `kms-key`: see docs/KEYS.md of this action."
    ],
    [
      'a key on an elliptic curve',
      (aws) => {
        kmsKey(aws).privateKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      },
      'kms-key-unsuitable',
      '"Algorithm RSASSA_PKCS1_V1_5_SHA_256 and key spec ECC_NIST_P256 are incompatible" (ValidationException).',
      "Fix: import the App's private key"
    ],
    [
      'an operation that the key does not have',
      failing('sign', kmsError('UnsupportedOperationException', '')),
      'kms-key-unsuitable',
      '"UnsupportedOperationException" (UnsupportedOperationException).',
      "Fix: import the App's private key"
    ],
    [
      'credentials of STS',
      ({ service: { data } }) => {
        data.callers.set = () => data.callers
      },
      'aws-credentials-refused',
      '"The security token included in the request is invalid" (UnrecognizedClientException).',
      'AWS STS gave these credentials a moment ago, so most often this region is not enabled for the account.\nFix: enable eu-central-1 for the account of the role (Account > AWS Regions), or correct the region in `kms-key`. If a proxy changes requests, it must not change those to AWS.'
    ],
    [
      'another secret than that of the access key',
      knowVariables,
      'aws-credentials-refused',
      '(InvalidSignatureException).',
      'The step used the credentials in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.\nFix: set all three from the same login',
      {
        with: { 'aws-role-to-assume': '' },
        env: { ...STATIC, AWS_SECRET_ACCESS_KEY: 'another/secret/EXAMPLE/another/secret/12' }
      }
    ],
    [
      'the right of a user',
      (aws) => {
        role(aws).policy = []
        knowVariables(aws)
      },
      'aws-key-denied',
      `"${WHO} identity-based policy allows the kms:Sign action" (AccessDeniedException).`,
      'No policy of the user of AWS_ACCESS_KEY_ID allows it.',
      { with: { 'aws-role-to-assume': '' }, env: STATIC }
    ],
    [
      'too many requests',
      failing('sign', kmsError('ThrottlingException', 'Rate exceeded'), 4),
      'kms-unavailable',
      'AWS KMS gets too many requests from this account (ThrottlingException, four times).',
      'Fix: run the job again later. If it happens often, ask AWS for a higher quota.'
    ],
    [
      'something unknown',
      failing('sign', kmsError('ValidationException', 'what is this?')),
      'kms-refused',
      'AWS KMS refused to sign with 400: "what is this?".',
      'Fix: see the details above, and docs/KEYS.md of this action for the rights that the login needs.'
    ]
  ])('%s', async (_, arrange, code, said, rest, options = {}) => {
    const { lines, run, ...found } = await refused(arrange, options)
    expect(found.code).toBe(code)
    expect(code.startsWith('kms-') ? `${SAID}${lines[0] ?? ''}` : lines[0]).toContain(SAID)
    expect(lines[0]).toContain(said)
    expect(lines.slice(1).join('\n')).toContain(rest)
    expect(run.transcript).toEqual([])
  })

  test('an alias: the statement to write names it', async () => {
    const { main } = await aliased('alias/github-app', (aws) => {
      role(aws).policy = []
    })
    const message = main.annotations[0]?.message ?? ''
    expect(message).toContain(
      [
        '  { "Effect": "Allow", "Action": "kms:Sign", "Resource": "arn:aws:kms:eu-central-1:123456789012:key/*",',
        '    "Condition": { "StringEquals": {',
        '      "kms:RequestAlias": "alias/github-app",'
      ].join('\n')
    )
  })

  test('an alias of a disabled key', async () => {
    const { main } = await aliased('alias/github-app', (aws) => {
      kmsKey(aws).state = 'Disabled'
    })
    expect(main.annotations[0]?.message).toContain(
      'enable-key --region eu-central-1 --key-id ID-OF'
    )
  })

  test('in a private repository, the log shows ARNs', async () => {
    const { lines } = await refused(
      (aws) => {
        role(aws).policy = []
      },
      { event: { repository: { private: true } } }
    )
    expect(lines[0]).toContain(
      'User: arn:aws:sts::123456789012:assumed-role/github-app/octo-org-hello@1234567890 is not authorized'
    )
    expect(lines[0]).toMatch(/because no identity-based policy allows the kms:Sign action" \(Acc/)
  })
})

describe("AWS's clock", () => {
  test.each([
    ['behind', 7],
    ['ahead of', -7]
  ])('if the runner is %s it: signs once more, and warns', async (direction, minutes) => {
    const now = (): number => Date.now() + minutes * 60_000
    const run = await signed(
      {
        data: (data) => {
          // GitHub takes the JWT, so that only AWS finds the clock wrong.
          data.now = minutes > 0 ? now : Date.now
        }
      },
      ({ service: { data } }) => {
        data.now = now
      }
    )
    expect(run.main.exitCode).toBe(0)
    expect(calls(run)).toEqual(['login 200', 'sign 400', 'sign 200'])
    expect(run.main.annotations).toEqual([
      {
        level: 'warning',
        title: '',
        message: `This runner's clock is 7 minutes ${direction} the key service's. The step used the key service's time. Set the runner's clock.`
      }
    ])
  })

  test('that is days away is not believed', async () => {
    const { lines, code, run } = await refused(({ service: { data } }) => {
      data.now = () => Date.now() + 3 * 24 * 3_600_000
    })
    expect(code).toBe('clock-off')
    expect(lines[0]).toMatch(/^AWS KMS refused to sign: "Signature expired: .* - 5 min\.\)"/)
    expect(lines.slice(1)).toEqual([
      'The action corrects a clock by up to one day, but not this one.',
      "Fix: set the runner's clock (NTP), then run the job again."
    ])
    expect(run.transcript).toEqual([])
  })

  test('that changes between two requests is an error', async () => {
    const { code } = await refused(({ service: { data } }) => {
      let asked = 0
      // The answer has a date, too.
      data.now = () => Date.now() + (++asked > 3 ? -1 : 1) * 3_600_000
    })
    expect(code).toBe('clock-off')
  })
})

describe('AWS KMS signs, and GitHub would refuse it', () => {
  const good = { KeyId: ARN, SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' }

  test.each<[string, Record<string, unknown>, string]>([
    [
      'another algorithm',
      { ...good, SigningAlgorithm: 'RSASSA_PSS_SHA_256' },
      'with RSASSA_PSS_SHA_256. GitHub takes only RSASSA-PKCS1-v1_5 with SHA-256 (RS256)'
    ],
    [
      'another key',
      { ...good, KeyId: ARN.replace('1234abcd', '9999abcd') },
      `with arn:aws:kms:eu-central-1:…:key/9999abcd-12ab-34cd-56ef-1234567890ab, not with key/${KEY_ID}`
    ]
  ])('%s', async (_, answer, found) => {
    const body = { ...answer, Signature: Buffer.alloc(256, 1).toString('base64') }
    const { lines, code, run } = await refused(failing('sign', { status: 200, body }))
    expect(code).toBe('kms-key-unsuitable')
    expect(lines[0]).toBe(`AWS KMS signed, but ${found}. Nothing was sent to GitHub.`)
    expect(run.transcript).toEqual([])
  })

  test('another length', async () => {
    const body = { ...good, Signature: Buffer.alloc(72, 1).toString('base64') }
    const { lines, code } = await refused(failing('sign', { status: 200, body }))
    expect(code).toBe('kms-key-unsuitable')
    expect(lines[0]).toContain('its signature has 72 bytes')
  })

  test('an alias of a key in another account', async () => {
    const Signature = Buffer.alloc(256, 1).toString('base64')
    const KeyId = ARN.replace('123456789012', '999999999999')
    const { main } = await aliased(
      'alias/github-app',
      failing('sign', { status: 200, body: { ...good, KeyId, Signature } })
    )
    expect(main.annotations[0]?.message).toContain('not with alias/github-app')
  })

  test('a key that was made in AWS: its fingerprint is told', async () => {
    const stranger = seededRsaKey('stranger')
    const { lines, code } = await refused((aws) => {
      kmsKey(aws).privateKey = stranger
    })
    expect(code).toBe('kms-key-not-of-app')
    expect(lines[0]).toBe(
      `GitHub refused the JWT that was signed with the key ${KEY_ID} in AWS KMS (eu-central-1): "A JSON web token could not be decoded".`
    )
    expect(lines[2]).toBe(
      `The fingerprint of the key in the key service is ${fingerprintOf(stranger)}.`
    )
  })

  test('a key whose public half cannot be read', async () => {
    const { lines } = await refused((aws) => {
      kmsKey(aws).privateKey = seededRsaKey('stranger')
      role(aws).policy = role(aws).policy.slice(0, 1)
    })
    expect(lines).toHaveLength(3)
    expect(lines[2]).toMatch(/^Fix: generate a private key in the settings of the App, import it/)
  })
})

describe('another server than AWS answers', () => {
  test.each<[string, string, Fault, string]>([
    [
      'the login with a page',
      'login',
      { kind: 'html', status: 200 },
      'answered 200, but not like AWS STS: it sent a web page.'
    ],
    [
      'the login with JSON',
      'login',
      { kind: 'status', status: 200, body: {} },
      'answered 200, but not like AWS STS.'
    ],
    [
      'the signature with a page',
      'sign',
      { kind: 'html', status: 403 },
      'answered 403, but not like AWS KMS: it sent a web page.'
    ],
    [
      'the signature with half of it',
      'sign',
      { kind: 'status', status: 200, body: { KeyId: ARN, Signature: 'AAAA' } },
      'answered 200, but not like AWS KMS.'
    ],
    [
      'a signature that is no base64',
      'sign',
      {
        kind: 'status',
        status: 200,
        body: { KeyId: ARN, Signature: '?', SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' }
      },
      'answered 200, but not like AWS KMS.'
    ],
    [
      'the login with a redirect',
      'login',
      { kind: 'redirect', status: 307, location: 'https://other.example.com/' },
      'a redirect to https://other.example.com/. AWS STS sends none, so nothing was sent there.'
    ],
    [
      'the signature with a redirect',
      'sign',
      { kind: 'redirect', status: 308, location: '/elsewhere' },
      'a redirect to /elsewhere. AWS KMS sends none, so nothing was sent there.'
    ]
  ])('%s', async (_, route, fault, problem) => {
    const { lines, code } = await refused(({ service }) => {
      service.fail(route, fault, 4)
    })
    expect(code).toBe('kms-other-server')
    expect(lines[0]).toContain(problem)
  })

  test('nothing listens there', async () => {
    const { title, lines, code } = await refused(() => undefined, {
      with: { 'kms-key': `awskms://127.0.0.1:9/${ARN}` }
    })
    expect(title).toBe('The key service cannot be reached')
    expect(code).toBe('network-unreachable')
    expect(lines[0]).toContain('http://127.0.0.1:9 cannot be reached: it refuses the connection')
    expect(lines[1]).toContain('check `kms-key`')
  })
})

describe('which hosts are asked', () => {
  test('no variable changes them', async () => {
    const elsewhere = 'http://127.0.0.1:9'
    const run = await signed({
      env: {
        AWS_ENDPOINT_URL: elsewhere,
        AWS_ENDPOINT_URL_KMS: elsewhere,
        AWS_ENDPOINT_URL_STS: elsewhere,
        AWS_REGION: 'us-east-1',
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_PROFILE: 'planted',
        AWS_CONFIG_FILE: '/planted',
        AWS_SHARED_CREDENTIALS_FILE: '/planted',
        AWS_WEB_IDENTITY_TOKEN_FILE: '/planted',
        AWS_ROLE_ARN: 'arn:aws:iam::999999999999:role/planted',
        AWS_CONTAINER_CREDENTIALS_FULL_URI: elsewhere,
        AWS_USE_FIPS_ENDPOINT: 'true'
      }
    })
    expect(run.main.exitCode).toBe(0)
    expect(calls(run)).toEqual(['login 200', 'sign 200'])
  })

  const CHINA = `arn:aws-cn:kms:cn-north-1:123456789012:alias/app`
  const GOV = `arn:aws-us-gov:kms:us-gov-west-1:123456789012:alias/app`
  const EUROPE = `arn:aws-eusc:kms:eusc-de-east-1:123456789012:alias/app`

  test.each<[string, string, string]>([
    [`awskms:///${ARN}`, ROLE, 'sts.eu-central-1.amazonaws.com:443'],
    [`awskms:///${ARN}`, '', 'kms.eu-central-1.amazonaws.com:443'],
    [`AWSKMS:///${CHINA}`, ROLE.replace('aws', 'aws-cn'), 'sts.cn-north-1.amazonaws.com.cn:443'],
    [`awskms:///${CHINA}`, '', 'kms.cn-north-1.amazonaws.com.cn:443'],
    [`awskms:///${GOV}`, '', 'kms.us-gov-west-1.amazonaws.com:443'],
    [`awskms:///${EUROPE}`, '', 'kms.eusc-de-east-1.amazonaws.eu:443'],
    [`awskms://kms-fips.EXAMPLE.com/${ARN}`, '', 'kms-fips.example.com:443'],
    [`awskms://kms.example.com:8443/${ARN}`, '', 'kms.example.com:8443'],
    // A host that is not on this machine never leads the login elsewhere.
    [`awskms://kms.example.com/${ARN}`, ROLE, 'sts.eu-central-1.amazonaws.com:443']
  ])('%s with the role "%s": %s', async (uri, roleArn, target) => {
    await withProxy({ refusal: '403 Forbidden' }, async (proxy) => {
      const { code, title } = await refused(() => undefined, {
        with: { 'kms-key': uri, 'aws-role-to-assume': roleArn },
        env: { ...STATIC, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }
      })
      expect(title).toBe('The proxy does not connect to the key service')
      expect(code).toBe('proxy-refused')
      expect(proxy.tunnels.map((tunnel) => tunnel.target)).toEqual([target])
    })
  })

  test('through a proxy, with certificates of a private authority', async () => {
    const authority = makeAuthority('Octo Root')
    const issue = async (host: string) => startTlsRelay(authority.issue(host, { from: -1, to: 30 }))
    const sts = await issue('sts.eu-central-1.amazonaws.com')
    const kms = await issue('kms.eu-central-1.amazonaws.com')
    const folder = mkdtempSync(join(tmpdir(), 'aws-tls-'))
    const file = join(folder, 'ca.pem')
    writeFileSync(file, authority.cert)
    let tunnels: TestProxy['tunnels'] = []
    const port = (): number =>
      tunnels.at(-1)?.target.startsWith('sts.') === true ? sts.port : kms.port
    try {
      await withProxy({ port }, async (proxy) => {
        ;({ tunnels } = proxy)
        const options = {
          with: { 'kms-key': `awskms:///${ARN}` },
          env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NODE_EXTRA_CA_CERTS: file }
        }
        const run = await signed(options, ({ service }) => {
          for (const relay of [sts, kms]) relay.leadTo(Number(new URL(service.url).port))
        })
        expect(run.main.exitCode).toBe(0)
        expect(calls(run)).toEqual(['login 200', 'sign 200'])
        expect(proxy.tunnels.map(({ target }) => target)).toEqual([
          'sts.eu-central-1.amazonaws.com:443',
          'kms.eu-central-1.amazonaws.com:443'
        ])
      })
    } finally {
      await Promise.all([sts.close(), kms.close()])
      removeFolder(folder)
    }
  })
})

async function withProxy(
  options: Parameters<typeof startProxy>[0],
  run: (proxy: TestProxy) => Promise<void>
): Promise<void> {
  const proxy = await startProxy(options)
  try {
    await run(proxy)
  } finally {
    await proxy.close()
  }
}

testWithSignals('a job that is cancelled while KMS signs asks GitHub for nothing', async () => {
  let aws: Aws | undefined
  const { main, transcript } = await signed(
    {
      isClockStopped: true,
      during: async (running, _, __, clock) => {
        const isAsked = (): boolean => aws?.service.exchanges.at(-1)?.route === 'sign'
        expect(await running.until(isAsked)).toBe(true)
        await cancel(running, clock, 'SIGTERM')
      }
    },
    (started) => {
      aws = started
      started.service.fail('sign', { kind: 'hang' })
    }
  )
  expect(main.exitCode).toBe(1)
  expect(main.outputs).toEqual({})
  expect(main.log).toContain('The job was cancelled')
  expect(transcript).toEqual([])
})

describe('mistakes in the inputs', () => {
  const URI =
    'awskms:///arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  const MALFORMED = 'kms-key-malformed'

  test.each<[string, string, string]>([
    [ARN, 'is the ARN of a key, without the scheme in front of it.', `awskms:///${ARN}`],
    [
      'alias/github-app',
      'is the name of an alias. Its region and account are missing.',
      'awskms:///arn:aws:kms:REGION:ACCOUNT:alias/github-app'
    ],
    [
      KEY_ID,
      'is the id of a key. Its region and account are missing.',
      `awskms:///arn:aws:kms:REGION:ACCOUNT:key/${KEY_ID}`
    ],
    [
      `key/mrk-${'0a'.repeat(16)}`,
      'is the id of a key. Its region and account are missing.',
      `awskms:///arn:aws:kms:REGION:ACCOUNT:key/mrk-${'0a'.repeat(16)}`
    ],
    [`awskms://${ARN}`, 'needs three slashes between `awskms:` and the ARN.', `awskms:///${ARN}`],
    [`awskms:${ARN}`, 'needs three slashes between `awskms:` and the ARN.', `awskms:///${ARN}`],
    [
      'awskms:///alias/github-app',
      'is the name of an alias. Its region and account are missing.',
      'awskms:///arn:aws:kms:REGION:ACCOUNT:alias/github-app'
    ],
    [
      'awskms://alias/github-app',
      'is the name of an alias. Its region and account are missing.',
      'awskms:///arn:aws:kms:REGION:ACCOUNT:alias/github-app'
    ],
    [
      `awskms://localhost:4566/${KEY_ID}`,
      'is the id of a key. Its region and account are missing.',
      `awskms://localhost:4566/arn:aws:kms:REGION:ACCOUNT:key/${KEY_ID}`
    ],
    ['awskms://', 'names no key (AWS KMS).', URI],
    ['awskms://octo', 'has "octo" where AWS KMS has the ARN.', URI],
    ['awskms:///octo', 'has "octo" where AWS KMS has the ARN.', URI],
    ['awskms:///arn:aws:s3:::octo', 'has "arn:aws:s3: : :octo" where AWS KMS has the ARN.', URI],
    [ARN.replace('eu-central-1', ''), 'is the ARN', `awskms:///${ARN.replace('eu-central-1', '')}`],
    [`awskms:///${ARN.replace('eu-central-1', '')}`, 'names no region (AWS KMS).', URI],
    [`awskms:///${ARN.replace('123456789012', '')}`, 'names no account (AWS KMS).', URI],
    [`awskms:///${ARN.replace(/key.*/, '')}`, 'names no key (AWS KMS).', URI],
    [
      `awskms:///${ARN.replace('eu-central-1', 'Frankfurt')}`,
      'has "Frankfurt" where AWS KMS has the region.',
      URI
    ],
    [
      `awskms:///${ARN.replace('123456789012', '1234')}`,
      'has "1234" where AWS KMS has the account.',
      URI
    ],
    [
      `awskms:///${ARN.replace(/key.*/, 'key/octo')}`,
      'has "key/octo" where AWS KMS has the key.',
      URI
    ],
    [
      `awskms:///${ARN.replace(/key.*/, 'alias/a?b')}`,
      'has "alias/a?b" where AWS KMS has the key.',
      URI
    ],
    [
      `awskms:///${ARN.replace('eu-central-1', 'cn-north-1')}`,
      'has "aws" where AWS KMS has the partition.',
      `awskms:///${ARN.replace('eu-central-1', 'cn-north-1').replace(':aws:', ':aws-cn:')}`
    ],
    [`awskms://oc to/${ARN}`, 'has "oc to" where AWS KMS has the endpoint.', URI],
    [`awskms://octo:99999/${ARN}`, 'has "octo:99999" where AWS KMS has the endpoint.', URI]
  ])('kms-key: %s', async (uri, problem, right) => {
    const { lines, code } = await wrongInputs({ 'kms-key': uri }, STATIC)
    expect(code).toBe(MALFORMED)
    expect(lines[0]).toContain(`kms-key ${problem}`)
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^Fix: write (?:it like )?`(?:kms-key: )?/) as string
    ])
    expect(lines[1]?.replace(/^Fix: [^`]*`(?:kms-key: )?|`\.$/g, '')).toBe(right)
  })

  test.each<[string, Record<string, string>, Record<string, string>, string, string]>([
    [
      'nothing says how to log in',
      {},
      {},
      'kms-login-missing',
      'kms-key names a key in AWS KMS, but no input says how to log in there, and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set.'
    ],
    [
      'half of the credentials',
      {},
      { AWS_ACCESS_KEY_ID: STATIC.AWS_ACCESS_KEY_ID },
      'kms-login-missing',
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set.'
    ],
    [
      'a damaged variable',
      {},
      { ...STATIC, AWS_SESSION_TOKEN: 'two EXAMPLE words' },
      'kms-login-malformed',
      'AWS_SESSION_TOKEN contains characters that no credential has'
    ],
    [
      'only an audience',
      { audience: 'octo' },
      {},
      'kms-login-missing',
      'audience is set, but aws-role-to-assume is empty.'
    ],
    [
      'the name of a role',
      { 'aws-role-to-assume': 'github-app' },
      {},
      'kms-login-malformed',
      'aws-role-to-assume is "github-app", which is not a valid value.'
    ],
    [
      'a role of another partition',
      { 'aws-role-to-assume': ROLE.replace('aws', 'aws-cn') },
      {},
      'kms-login-malformed',
      'Fix: write it like `arn:aws:iam::123456789012:role/github-app`.'
    ],
    [
      'no permission for an OIDC token',
      { 'aws-role-to-assume': ROLE },
      {},
      'oidc-not-available',
      'GitHub gives this job no OIDC token, so the step cannot log in to AWS KMS.'
    ],
    [
      'a login for Vault',
      { 'aws-role-to-assume': ROLE, 'vault-role': 'octo' },
      {},
      'kms-login-conflict',
      'kms-key names a key in AWS KMS, but vault-role is for another service.'
    ]
  ])('%s', async (_, inputs, env, code, problem) => {
    const run = await wrongInputs({ 'kms-key': `awskms:///${ARN}`, ...inputs }, env)
    expect(run.code).toBe(code)
    expect(run.lines.join('\n')).toContain(problem)
  })
})

/** Runs a step that asks nobody, because its inputs are wrong. */
async function wrongInputs(
  inputs: Record<string, string>,
  env: Record<string, string> = {}
): Promise<Explained> {
  const run = await explained({ with: { 'private-key': '', ...inputs }, env })
  expect(run.run.transcript).toEqual([])
  return run
}
