/** The requests to AWS, against an emulator that others wrote. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startOidc } from '../local/key-services/oidc'
import { removeFolder } from '../local/runner'
import type { AwsCredentials } from '../src/config/key-service/aws'
import { explained, type Explained } from './support/explained'
import { makeRsaKey } from './support/keys'
import { missingMiniStack, startMiniStack, type MiniStack } from './support/ministack'
import { appKey, scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { describeIfInstalled } from './support/system'

const ISSUER = 'token.actions.githubusercontent.com'
const SUBJECT = 'repo:octo-org/hello:ref:refs/heads/main'
/** AWS answers 400. */
const DENIED = 403

const ACCOUNT = 'arn:aws:iam::123456789012:'

describeIfInstalled('against MiniStack', missingMiniStack, 'CI_NEEDS_MINISTACK', () => {
  let aws: MiniStack
  let appKeyArn = ''
  let otherKeyArn = ''

  beforeAll(async () => {
    aws = await startMiniStack()
    appKeyArn = await importKey(appKey)
    otherKeyArn = await importKey(makeRsaKey().pkcs8)
    await aws.kms('CreateAlias', { AliasName: 'alias/github-app', TargetKeyId: appKeyArn })
    await aws.kms('CreateAlias', { AliasName: 'alias/other', TargetKeyId: otherKeyArn })
    await createRole('one-key', rightToSign(appKeyArn))
    await createRole('other-key', rightToSign(otherKeyArn))
    await createRole('everything', { Effect: 'Allow', Action: 'kms:*', Resource: '*' })
    await createRole('other-branch', rightToSign(appKeyArn), `${SUBJECT}-2`)
  })

  afterAll(async () => {
    await aws.close()
  })

  /** Imports a key as docs/KEYS.md says. Returns its ARN. */
  async function importKey(pem: string): Promise<string> {
    const { KeyMetadata } = await aws.kms('CreateKey', {
      Origin: 'EXTERNAL',
      KeySpec: 'RSA_2048',
      KeyUsage: 'SIGN_VERIFY'
    })
    const { Arn } = KeyMetadata as { readonly Arn: string }
    const { PublicKey, ImportToken } = await aws.kms('GetParametersForImport', {
      KeyId: Arn,
      WrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_256',
      WrappingKeySpec: 'RSA_4096'
    })
    await aws.kms('ImportKeyMaterial', {
      KeyId: Arn,
      ImportToken,
      EncryptedKeyMaterial: wrap(pem, String(PublicKey)),
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE'
    })
    return Arn
  }

  /** The least right, as docs/KEYS.md has it. */
  function rightToSign(resource: string): object {
    const conditions = {
      'kms:SigningAlgorithm': 'RSASSA_PKCS1_V1_5_SHA_256',
      'kms:MessageType': 'RAW'
    }
    const Condition = { StringEquals: conditions }
    return { Effect: 'Allow', Action: 'kms:Sign', Resource: resource, Condition }
  }

  async function createRole(name: string, rights: object, subject = SUBJECT): Promise<void> {
    const trust = {
      Effect: 'Allow',
      Principal: { Federated: `${ACCOUNT}oidc-provider/${ISSUER}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: subject }
      }
    }
    await aws.iam('CreateRole', {
      RoleName: name,
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] })
    })
    await aws.iam('PutRolePolicy', {
      RoleName: name,
      PolicyName: 'sign',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [rights] })
    })
  }

  /** Runs a step that logs in with a role. */
  async function withRole<T>(
    role: string,
    key: string,
    run: (options: ScenarioOptions) => Promise<T>,
    host = aws.host
  ): Promise<T> {
    const oidc = await startOidc()
    oidc.claims['iss'] = `https://${ISSUER}`
    try {
      return await run({
        with: {
          'private-key': '',
          'kms-key': `awskms://${host}/${key}`,
          'aws-role-to-assume': `${ACCOUNT}role/${role}`
        },
        env: oidc.env
      })
    } finally {
      await oidc.close()
    }
  }

  function signed(role: string, key: string): Promise<Scenario> {
    return withRole(role, key, scenario)
  }

  function refused(role: string, key: string): Promise<Explained> {
    return withRole(role, key, explained)
  }

  test('an imported key signs for a role that may use it', async () => {
    const { main } = await signed('one-key', appKeyArn)
    expect(main.log).toContain('in AWS KMS (eu-central-1)\n')
    expect(main.exitCode).toBe(0)
  })

  test('an alias of it, too', async () => {
    const alias = 'arn:aws:kms:eu-central-1:123456789012:alias/github-app'
    expect((await signed('one-key', alias)).main.exitCode).toBe(0)
  })

  test('a trust policy refuses another branch', async () => {
    const { code, lines } = await refused('other-branch', appKeyArn)
    expect(code).toBe('aws-login-refused')
    expect(lines[0]).toContain('Not authorized to perform sts:AssumeRoleWithWebIdentity')
  })

  test('a role that is not there', async () => {
    expect((await refused('nobody', appKeyArn)).code).toBe('aws-login-refused')
  })

  test('a role without the right is refused', async () => {
    expect((await refused('other-key', appKeyArn)).code).toBe('aws-key-denied')
  })

  test('a key that is not there', async () => {
    const arn = appKeyArn.replace(/[^/]*$/, '00000000-0000-4000-8000-000000000000')
    expect((await refused('everything', arn)).code).toBe('aws-key-not-found')
  })

  test('another key than the one of the App: GitHub refuses it', async () => {
    expect((await refused('everything', otherKeyArn)).code).toBe('kms-key-not-of-app')
  })

  // The role may do everything. So only the session policy of the step can refuse one.
  test.each<[string, () => string, () => string, boolean]>([
    ['its key', () => appKeyArn, () => appKeyArn, true],
    ['another key', () => appKeyArn, () => otherKeyArn, false],
    ['another alias', () => appKeyArn, () => alias('other'), false],
    ['its alias', () => alias('github-app'), () => alias('github-app'), true],
    ['another alias than its own', () => alias('github-app'), () => alias('other'), false],
    ['the key behind its alias', () => alias('github-app'), () => appKeyArn, false]
  ])('the credentials of a step can use %s, or not', async (_, key, used, isAllowed) => {
    const credentials = await credentialsFor(key())
    const parameters = {
      KeyId: used(),
      Message: Buffer.from('octo').toString('base64'),
      MessageType: 'RAW',
      SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256'
    }
    const status = (operation: string, changes: object = {}): Promise<number> =>
      aws.kmsStatus(credentials, operation, { ...parameters, ...changes })
    expect(await status('Sign')).toBe(isAllowed ? 200 : DENIED)
    expect(await status('Sign', { SigningAlgorithm: 'RSASSA_PSS_SHA_256' })).toBe(DENIED)
    expect(await status('Sign', { MessageType: 'DIGEST' })).toBe(DENIED)
    expect(await status('DescribeKey')).toBe(DENIED)
  })

  function alias(name: string): string {
    return `arn:aws:kms:eu-central-1:123456789012:alias/${name}`
  }

  /** Lets a step log in with a role that may do everything, and returns the credentials that it got. */
  async function credentialsFor(key: string): Promise<AwsCredentials> {
    const listener = await aws.listen()
    try {
      await withRole('everything', key, scenario, listener.host)
      return listener.credentials()
    } finally {
      await listener.close()
    }
  }
})

const script = resolve(__dirname, '..', 'scripts', 'wrap-key.mjs')

/** What the script makes of a key, in base64. */
function wrap(pem: string, wrappingKey: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ministack-'))
  try {
    const files = { 'app.pem': pem, 'wrapping-key': wrappingKey }
    const paths = Object.entries(files).map(([name, content]) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    })
    const { stdout } = spawnSync(process.execPath, [script, ...paths], { encoding: 'utf8' })
    return stdout.trim()
  } finally {
    removeFolder(folder)
  }
}
