import type { AwsKey } from '../../../src/config/key-service/aws'
import { inputExample, refusalExample, type Example } from './common'

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab'
const PREFIX = 'arn:aws:kms:eu-central-1:123456789012:'

/** The key of the examples. */
const awsKey: AwsKey = {
  kind: 'key-service',
  service: 'aws',
  arn: `${PREFIX}key/${ID}`,
  prefix: PREFIX,
  region: 'eu-central-1',
  resource: `key/${ID}`,
  kmsUrl: 'https://kms.eu-central-1.amazonaws.com',
  stsUrl: 'https://sts.eu-central-1.amazonaws.com',
  login: {
    kind: 'oidc',
    role: 'arn:aws:iam::123456789012:role/github-app',
    oidc: { url: 'https://pipelines.example.com/token', token: '', audience: 'sts.amazonaws.com' }
  }
}

/** The same key, with credentials of the environment. */
const withVariables: AwsKey = {
  ...awsKey,
  login: {
    kind: 'variables',
    credentials: { accessKeyId: '', secretAccessKey: '', sessionToken: '' }
  }
}

/** What is said of AWS STS and AWS KMS. */
export function awsExamples(): Example[] {
  const role = 'arn:aws:sts::123456789012:assumed-role/github-app/octo-org-hello@1'
  return [
    inputExample('kms-key-malformed', {
      kind: 'kms-key-malformed',
      mistake: { mistake: 'other-spelling', is: 'aws-arn', uri: `awskms:///${awsKey.arn}` }
    }),
    login(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
    login(
      400,
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com'
    ),
    login(400, 'InvalidIdentityToken', 'Incorrect token audience'),
    signature(
      'aws-key-denied',
      'AccessDeniedException',
      `User: ${role} is not authorized to perform: kms:Sign on resource: ${awsKey.arn} because no identity-based policy allows the kms:Sign action`
    ),
    signature('aws-key-not-found', 'NotFoundException', `Key '${awsKey.arn}' does not exist`),
    signature('aws-key-disabled', 'DisabledException', `${awsKey.arn} is disabled.`),
    signature('aws-key-disabled', 'KMSInvalidStateException', `${awsKey.arn} is pending import.`),
    signature(
      'kms-key-unsuitable',
      'InvalidKeyUsageException',
      `${awsKey.arn} key usage is ENCRYPT_DECRYPT which is not valid for Sign.`
    ),
    signature(
      'aws-credentials-refused',
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      withVariables
    ),
    signature(
      'clock-off',
      'InvalidSignatureException',
      'Signature expired: 20261121T130311Z is now earlier than 20261124T125811Z (20261124T130311Z - 5 min.)'
    )
  ]
}

function login(status: number, code: string, message: string): Example {
  const body = `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`
  const url = `${awsKey.stsUrl}/`
  return refusalExample('aws-login-refused', awsKey, 'login', { status, body, url })
}

function signature(code: string, name: string, message: string, key = awsKey): Example {
  const body = { __type: name, message }
  return refusalExample(code, key, 'signature', { status: 400, body, url: `${key.kmsUrl}/` })
}
