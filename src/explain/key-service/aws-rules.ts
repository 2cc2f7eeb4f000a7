import type { AwsKey } from '../../config/key-service/aws'
import { printable } from '../../printable'
import {
  awsError,
  isClockRefusal,
  isIssuerUnreachable,
  isThrottled,
  type AwsError
} from '../../signers/key-service/aws-answers'
import { quote, times } from '../words'
import type { Explanation } from '../explanation'
import type { KeyServiceRefusal, KeyServiceWords } from './service-rule'

type Refusal = KeyServiceRefusal<AwsKey>

/** What people read about AWS KMS. */
export const AWS: KeyServiceWords<AwsKey> = {
  serviceName: (_, stage) => (stage === 'login' ? 'AWS STS' : 'AWS KMS'),
  addressInput: () => 'kms-key',
  message: (reply, isPrivate) => publicMessage(awsError(reply), isPrivate),
  explain: explainAws
}

/** What a person reads as the cause, and what to do. */
type Cause = Pick<Explanation, 'problem' | 'fix'>

/** Explains a refusal of AWS STS or AWS KMS, by AWS's code for it. */
function explainAws(refusal: Refusal): Explanation | undefined {
  const error = awsError(refusal.reply)
  if (isThrottled(error)) return throttled(refusal, error)
  return refusal.stage === 'login' ? explainLogin(refusal, error) : explainSignature(refusal, error)
}

/** What AWS says. If anyone can read the log, without the ARNs and accounts in it. */
function publicMessage({ code, message }: AwsError, isPrivate: boolean): string {
  const text = message === '' ? code : message
  if (isPrivate) return text
  return text.replace(/\barn:aws[\w-]*:[^\s"',]*/g, 'arn:…').replace(/(?<!\d)\d{12}(?!\d)/g, '…')
}

/** AWS's message and code, for a sentence. */
function said({ isPrivate }: Refusal, error: AwsError): string {
  // Longer than other messages: it ends with the cause, behind two ARNs.
  return `${quote(publicMessage(error, isPrivate), 500)} (${printable(error.code)})`
}

function throttled({ serviceName, attempts }: Refusal, { code }: AwsError): Explanation {
  return {
    code: 'kms-unavailable',
    title: 'The key service is not available',
    problem: `${serviceName} gets too many requests from this account (${printable(code)}, ${times(attempts)}).`,
    fix: 'run the job again later. If it happens often, ask AWS for a higher quota.'
  }
}

function explainLogin(refusal: Refusal, error: AwsError): Explanation | undefined {
  const cause = loginCause(refusal, error)
  if (cause === undefined) return undefined
  return {
    code: 'aws-login-refused',
    title: 'AWS refused the login',
    problem: `AWS STS refused the login: ${said(refusal, error)}.\n${cause.problem}`,
    fix: cause.fix
  }
}

function loginCause(refusal: Refusal, error: AwsError): Cause | undefined {
  const { key } = refusal
  const issuer = claim(refusal, 'iss', 'https://token.actions.githubusercontent.com')
  switch (error.code) {
    case 'AccessDenied':
      return {
        problem:
          'Either the role of aws-role-to-assume does not exist, or its trust policy does not allow this job. AWS does not say which. The details above show what the trust policy has to match.',
        fix: trustPolicy(refusal, issuer.replace(/^https:\/\//, ''))
      }
    case 'InvalidIdentityToken':
    case 'IDPCommunicationError':
      return tokenCause(refusal, error, issuer)
    case 'ExpiredTokenException':
    case 'IDPRejectedClaim':
      return {
        problem: "AWS compared the times in the job's OIDC token with its own clock.",
        fix: 'run the job again.'
      }
    case 'RegionDisabledException':
      return {
        problem: `AWS STS is not active in ${key.region} for the account of the role.`,
        fix: `activate ${key.region} in the console of AWS: IAM > Account settings > Security Token Service.`
      }
    default:
      return undefined
  }
}

function claim({ claims }: Refusal, name: string, otherwise: string): string {
  return printable(claims?.get(name) ?? otherwise, 500)
}

function trustPolicy(refusal: Refusal, provider: string): string {
  return [
    'compare `aws-role-to-assume` with the ARN of the role. Its trust policy needs a statement like this:',
    '  "Effect": "Allow",',
    `  "Principal": { "Federated": "arn:aws:iam::ACCOUNT:oidc-provider/${provider}" },`,
    '  "Action": "sts:AssumeRoleWithWebIdentity",',
    '  "Condition": { "StringEquals": {',
    `    "${provider}:aud": "${claim(refusal, 'aud', 'sts.amazonaws.com')}",`,
    `    "${provider}:sub": "${claim(refusal, 'sub', 'repo:OWNER/NAME:ref:refs/heads/main')}"`,
    '  } }'
  ].join('\n')
}

function tokenCause(refusal: Refusal, error: AwsError, issuer: string): Cause {
  const audience = claim(refusal, 'aud', 'sts.amazonaws.com')
  if (/no openidconnect provider/i.test(error.message)) {
    return {
      problem: `The account of the role has no identity provider for ${issuer}.`,
      fix: `create it in the account of the role:\n  aws iam create-open-id-connect-provider --url ${issuer} --client-id-list ${audience}`
    }
  }
  if (/audience/i.test(error.message)) {
    return {
      problem: `The identity provider in the account of the role does not accept the audience ${audience}.`,
      fix: `remove \`audience\` if it is set, or add the audience to the identity provider:\n  aws iam add-client-id-to-open-id-connect-provider --client-id ${audience} --open-id-connect-provider-arn ARN`
    }
  }
  if (isIssuerUnreachable(error)) {
    return {
      problem: `AWS could not get the keys of ${issuer}, with which it verifies the token.`,
      fix: 'run the job again. On GitHub Enterprise Server, AWS must be able to reach its OIDC service from the internet.'
    }
  }
  return {
    problem: "AWS could not verify the job's OIDC token.",
    fix: `check that the identity provider in the account of the role is for ${issuer}.`
  }
}

function explainSignature(refusal: Refusal, error: AwsError): Explanation | undefined {
  const problem = `AWS KMS refused to sign: ${said(refusal, error)}.`
  if (isClockRefusal(error)) return clockOff(problem)
  return SIGNATURE_RULES.get(error.code)?.(problem, refusal, error)
}

/** What AWS's codes mean when a key is used. */
const SIGNATURE_RULES: ReadonlyMap<
  string,
  (problem: string, refusal: Refusal, error: AwsError) => Explanation | undefined
> = new Map([
  ['AccessDeniedException', denied],
  ['NotFoundException', notFound],
  ['DisabledException', unusableState],
  ['KMSInvalidStateException', unusableState],
  ['InvalidKeyUsageException', unsuitable],
  ['UnsupportedOperationException', unsuitable],
  ['ValidationException', invalidRequest],
  ['UnrecognizedClientException', credentialsRefused],
  ['InvalidClientTokenId', credentialsRefused],
  ['InvalidSignatureException', credentialsRefused],
  ['IncompleteSignatureException', credentialsRefused],
  ['MissingAuthenticationTokenException', credentialsRefused],
  ['ExpiredTokenException', credentialsRefused]
])

/** AWS's message has both times. */
function clockOff(problem: string): Explanation {
  return {
    code: 'clock-off',
    title: "This runner's clock is wrong",
    problem: `${problem}\nThe action corrects a clock by up to one day, but not this one.`,
    fix: "set the runner's clock (NTP), then run the job again."
  }
}

function notFound(problem: string, { key }: Refusal): Explanation {
  return {
    code: 'aws-key-not-found',
    title: 'AWS KMS does not have this key',
    problem: `${problem}\nkms-key names ${key.resource} in ${key.region}.`,
    fix: 'correct `kms-key`: compare region, account and id with the ARN that the console of AWS shows (KMS > Customer managed keys).'
  }
}

function invalidRequest(
  problem: string,
  _: Refusal,
  { message }: AwsError
): Explanation | undefined {
  return /algorithm|key ?spec|key usage/i.test(message) ? unsuitable(problem) : undefined
}

function denied(problem: string, { key }: Refusal, { message }: AwsError): Explanation {
  const { login } = key
  const who =
    login.kind === 'oidc' ? 'the role of aws-role-to-assume' : 'the user of AWS_ACCESS_KEY_ID'
  const isForbidden = /explicit deny/i.test(message)
  return {
    code: 'aws-key-denied',
    title: 'AWS does not allow this login to sign',
    problem: `${problem}\n${isForbidden ? forbidden(message) : notAllowed(message, who)}`,
    fix: isForbidden
      ? 'change that statement, or ask those who wrote it: no other policy can allow it then.'
      : [
          `add this statement to a policy of ${who}. The key policy must allow it, too: the default one does, for the account of the key.`,
          ...statement(key)
        ].join('\n')
  }
}

/** AWS names the kind of policy that is the cause. */
function forbidden(message: string): string {
  const kind = /explicit deny in an? ([\w -]{1,40})/i.exec(message)?.[1]
  return `A statement with "Effect": "Deny" forbids it${kind === undefined ? '' : ` (in a ${printable(kind)})`}.`
}

function notAllowed(message: string, who: string): string {
  if (/no identity-based policy/i.test(message)) return `No policy of ${who} allows it.`
  if (/no resource-based policy/i.test(message)) return 'The key policy does not allow it.'
  return `No policy of ${who} allows it, or the key policy does not allow it, or there is no such key. AWS does not say which.`
}

/** The least right that is needed, as a statement of a policy. */
function statement({ arn, prefix, resource }: AwsKey): string[] {
  const isAlias = resource.startsWith('alias/')
  return [
    `  { "Effect": "Allow", "Action": "kms:Sign", "Resource": "${isAlias ? `${prefix}key/*` : arn}",`,
    '    "Condition": { "StringEquals": {',
    ...(isAlias ? [`      "kms:RequestAlias": "${resource}",`] : []),
    '      "kms:SigningAlgorithm": "RSASSA_PKCS1_V1_5_SHA_256", "kms:MessageType": "RAW" } } }'
  ]
}

function unusableState(
  problem: string,
  { key }: Refusal,
  { code, message }: AwsError
): Explanation {
  const common = {
    code: 'aws-key-disabled',
    title: 'The key in AWS KMS cannot be used now'
  } as const
  if (/pending import/i.test(message)) {
    return {
      ...common,
      problem: `${problem}\nThe private key is not imported yet, or it was deleted or has expired.`,
      fix: "import the App's private key into it: see docs/KEYS.md of this action."
    }
  }
  if (/pending (?:replica )?deletion/i.test(message)) {
    return {
      ...common,
      problem: `${problem}\nThe key is going to be deleted.`,
      fix: `if it is still needed:\n  aws kms cancel-key-deletion ${keyOptions(key)}\n  aws kms enable-key ${keyOptions(key)}`
    }
  }
  if (code === 'DisabledException') {
    return {
      ...common,
      problem: `${problem}\nSomebody disabled the key.`,
      fix: `find out why. To enable it again:\n  aws kms enable-key ${keyOptions(key)}`
    }
  }
  return {
    ...common,
    problem,
    fix: `look at its state:\n  aws kms describe-key ${keyOptions(key)}`
  }
}

/** Most commands take no alias. */
function keyOptions({ arn, resource, region }: AwsKey): string {
  return `--region ${region} --key-id ${resource.startsWith('alias/') ? 'ID-OF-THE-KEY' : arn}`
}

function unsuitable(problem: string): Explanation {
  return {
    code: 'kms-key-unsuitable',
    title: 'This key cannot sign for a GitHub App',
    problem,
    fix: "import the App's private key into a key that is created with `--origin EXTERNAL --key-spec RSA_2048 --key-usage SIGN_VERIFY`, and name it in `kms-key`: see docs/KEYS.md of this action."
  }
}

function credentialsRefused(problem: string, { key }: Refusal): Explanation {
  const { login, region } = key
  const cause: Cause =
    login.kind === 'oidc'
      ? {
          problem:
            'AWS STS gave these credentials a moment ago, so most often this region is not enabled for the account.',
          fix: `enable ${region} for the account of the role (Account > AWS Regions), or correct the region in \`kms-key\`. If a proxy changes requests, it must not change those to AWS.`
        }
      : {
          problem:
            'The step used the credentials in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.',
          fix: 'set all three from the same login: temporary credentials need AWS_SESSION_TOKEN, too, and end after some hours. Better, set `aws-role-to-assume`, so that this step logs in itself.'
        }
  return {
    code: 'aws-credentials-refused',
    title: 'AWS does not accept the credentials',
    problem: `${problem}\n${cause.problem}`,
    fix: cause.fix
  }
}
