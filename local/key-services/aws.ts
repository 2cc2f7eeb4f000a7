/**
 * The part of AWS that the action uses: STS, which exchanges an OIDC token for credentials of a role,
 * and KMS, which signs. It checks signatures (Signature Version 4), trust policies, rights and session
 * policies with code of its own, and answers in AWS's words.
 */
import { createPublicKey, sign, type KeyObject } from 'node:crypto'
import { textField } from '../../src/json'
import type { Answer } from '../github/exchange'
import { isAllowed, readPolicy, type Policy, type PolicyRequest } from './aws-policy'
import { signatureMistake } from './aws-sigv4'
import type { Claims, EmbeddedOidc } from './oidc'
import { startService, type EmbeddedService, type ServiceRequest } from './service'

/** What exists in this AWS. May be changed. */
export interface AwsData {
  /** AWS's clock, in milliseconds since 1970. */
  now: () => number
  readonly region: string
  readonly account: string
  /** The audiences of the identity provider; empty if there is no provider for GitHub. */
  audiences: string[]
  /** By ARN. */
  readonly roles: Map<string, AwsRole>
  /** By id. */
  readonly keys: Map<string, AwsKmsKey>
  /** The ids of keys by `alias/NAME`. */
  readonly aliases: Record<string, string>
  /** Who may call, by access key id. */
  readonly callers: Map<string, AwsCaller>
}

/** A role. */
export interface AwsRole {
  /** Claims that the trust policy demands. */
  trust: Record<string, string>
  policy: Policy
}

/** A key of KMS. */
export interface AwsKmsKey {
  privateKey: KeyObject
  state: 'Enabled' | 'Disabled' | 'PendingImport' | 'PendingDeletion'
  usage: 'SIGN_VERIFY' | 'ENCRYPT_DECRYPT'
  /** Whether the key policy leaves it to the account to decide. */
  isDelegated: boolean
}

/** What signs requests. */
export interface AwsCaller {
  readonly secretAccessKey: string
  /** Empty for a user. */
  readonly sessionToken: string
  readonly arn: string
  readonly policy: Policy
  /** Undefined for a user. */
  readonly sessionPolicy: Policy | undefined
}

/** A running embedded AWS. */
export interface EmbeddedAws extends EmbeddedService {
  readonly data: AwsData
  /** `arn:aws:kms:REGION:ACCOUNT:` and a resource. */
  readonly arn: (resource: string) => string
}

/** What a test can choose. */
export interface AwsOptions {
  /** Who signs the tokens of a login. */
  readonly oidc: Pick<EmbeddedOidc, 'verify'>
  /** The key behind `alias/github-app`. */
  readonly privateKey: KeyObject
  readonly onHold?: (() => void) | undefined
}

/** The id of the key behind `alias/github-app`. */
export const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab'
/** The role that may sign with it. */
export const ROLE = 'arn:aws:iam::123456789012:role/ci/github-app'

const REGION = 'eu-central-1'
const ACCOUNT = '123456789012'
const PREFIX = `arn:aws:kms:${REGION}:${ACCOUNT}:`

/** Starts an AWS on a free port of the loopback. */
export async function startAws({ oidc, privateKey, onHold }: AwsOptions): Promise<EmbeddedAws> {
  const data = defaultAws(privateKey)
  const operation = (name: string) => ({
    method: 'POST',
    path: /^\/$/,
    isFor: ({ headers }: Pick<ServiceRequest, 'headers'>) =>
      headers['x-amz-target'] === `TrentService.${name}`
  })
  const service = await startService(
    [
      {
        name: 'sign',
        ...operation('Sign'),
        answer: (request) => withKey(request, data, 'kms:Sign', signText)
      },
      {
        name: 'public-key',
        ...operation('GetPublicKey'),
        answer: (request) => withKey(request, data, 'kms:GetPublicKey', describePublicKey)
      },
      {
        name: 'login',
        method: 'POST',
        path: /^\/$/,
        isFor: ({ headers }) => headers['x-amz-target'] === undefined,
        answer: (request) => logIn(request, data, oidc)
      }
    ],
    {
      unknown: () => ({ status: 404, body: '<UnknownOperationException/>' }),
      onHold,
      now: () => data.now()
    }
  )
  return { ...service, data, arn: (resource) => PREFIX + resource }
}

function defaultAws(privateKey: KeyObject): AwsData {
  const role: AwsRole = {
    trust: { aud: 'sts.amazonaws.com', sub: 'repo:octo-org/hello:ref:refs/heads/main' },
    policy: [
      {
        actions: ['kms:Sign'],
        resource: `${PREFIX}key/${KEY_ID}`,
        conditions: {
          'kms:SigningAlgorithm': 'RSASSA_PKCS1_V1_5_SHA_256',
          'kms:MessageType': 'RAW'
        }
      },
      { actions: ['kms:GetPublicKey'], resource: `${PREFIX}key/${KEY_ID}`, conditions: {} }
    ]
  }
  const key: AwsKmsKey = {
    privateKey,
    state: 'Enabled',
    usage: 'SIGN_VERIFY',
    isDelegated: true
  }
  return {
    now: Date.now,
    region: REGION,
    account: ACCOUNT,
    audiences: ['sts.amazonaws.com'],
    roles: new Map([[ROLE, role]]),
    keys: new Map([[KEY_ID, key]]),
    aliases: { 'alias/github-app': KEY_ID },
    callers: new Map()
  }
}

/** An error of STS, which is XML. */
export function stsError(status: number, code: string, message: string): Answer {
  const escaped = message.replaceAll('&', '&amp;').replaceAll("'", '&apos;')
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <Error>
    <Type>Sender</Type>
    <Code>${code}</Code>
    <Message>${escaped}</Message>
  </Error>
  <RequestId>1fd1964b-1544-11ea-ba37-99c3c1dede42</RequestId>
</ErrorResponse>`
  }
}

const NOT_AUTHORIZED = stsError(
  403,
  'AccessDenied',
  'Not authorized to perform sts:AssumeRoleWithWebIdentity'
)

const PARAMETERS = [
  'Action',
  'DurationSeconds',
  'Policy',
  'RoleArn',
  'RoleSessionName',
  'Version',
  'WebIdentityToken'
]

function logIn(request: ServiceRequest, data: AwsData, oidc: AwsOptions['oidc']): Answer {
  const sent = new URLSearchParams(request.body)
  const parameter = (name: string): string => sent.get(name) ?? ''
  checkLogin(request, sent)
  const sessionPolicy = readPolicy(parameter('Policy'))
  if (sessionPolicy === undefined) {
    return stsError(400, 'MalformedPolicyDocument', 'Syntax errors in policy.')
  }
  if (sessionPolicy.some(({ resource }) => resource === '*')) {
    request.complain('a policy for every key')
  }
  const verified = oidc.verify(parameter('WebIdentityToken'))
  if ('mistake' in verified) {
    return stsError(400, 'ExpiredTokenException', 'Token expired: current date/time must be before')
  }
  const role = data.roles.get(parameter('RoleArn'))
  const refusal = refuseClaims(verified.claims, role, data)
  if (role === undefined || refusal !== undefined) return refusal ?? NOT_AUTHORIZED
  const name = /[^/]*$/.exec(parameter('RoleArn'))?.[0] ?? ''
  const number = data.callers.size
  const caller: AwsCaller = {
    secretAccessKey: `embedded/Secret+Of+The+Session/${String(number).padStart(9, '0')}`,
    sessionToken: `IQoJb3JpZ2luX2VjEEXAMPLE//////////${String(number).padStart(40, 'Q')}=`,
    arn: `arn:aws:sts::${data.account}:assumed-role/${name}/${parameter('RoleSessionName')}`,
    policy: role.policy,
    sessionPolicy
  }
  const accessKeyId = `ASIAEXAMPLE${String(number).padStart(9, 'X')}`
  data.callers.set(accessKeyId, caller)
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: session(accessKeyId, caller)
  }
}

/** What STS would tolerate. */
function checkLogin({ headers, query, complain }: ServiceRequest, sent: URLSearchParams): void {
  if ([...sent.keys()].toSorted().join() !== PARAMETERS.join()) complain('other parameters')
  if ([...query].length > 0) complain('parameters in the query')
  if (headers.authorization !== undefined) complain('STS takes the token, no signature')
  if (headers.accept?.includes('json') === true) complain('STS would answer in JSON')
  const name = sent.get('RoleSessionName') ?? ''
  if (!/^[\w+=,.@-]{2,64}$/.test(name)) complain(`the name of the session is ${name}`)
  if (sent.get('DurationSeconds') !== '900') complain('not the shortest life')
}

function refuseClaims(
  claims: Claims,
  role: AwsRole | undefined,
  { audiences }: AwsData
): Answer | undefined {
  if (audiences.length === 0) {
    const message = `No OpenIDConnect provider found in your account for ${String(claims['iss'])}`
    return stsError(400, 'InvalidIdentityToken', message)
  }
  if (!audiences.includes(String(claims['aud']))) {
    return stsError(400, 'InvalidIdentityToken', 'Incorrect token audience')
  }
  const trust = Object.entries(role?.trust ?? {})
  return trust.some(([name, value]) => claims[name] !== value) ? NOT_AUTHORIZED : undefined
}

function session(accessKeyId: string, { secretAccessKey, sessionToken, arn }: AwsCaller): string {
  return `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleWithWebIdentityResult>
    <AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:name</AssumedRoleId><Arn>${arn}</Arn></AssumedRoleUser>
    <Credentials>
      <AccessKeyId>${accessKeyId}</AccessKeyId>
      <SecretAccessKey>${secretAccessKey}</SecretAccessKey>
      <SessionToken>${sessionToken}</SessionToken>
      <Expiration>2038-01-19T03:14:07Z</Expiration>
    </Credentials>
  </AssumeRoleWithWebIdentityResult>
</AssumeRoleWithWebIdentityResponse>`
}

/** An error of KMS, which is JSON. It writes the message with a small or a large letter. */
export function kmsError(code: string, message: string, name = 'message'): Answer {
  return { status: 400, body: { __type: code, [name]: message } }
}

/** A key that was found, and who asks for it. */
interface Use {
  readonly sent: unknown
  readonly arn: string
  readonly key: AwsKmsKey
}

function withKey(
  request: ServiceRequest,
  data: AwsData,
  action: string,
  use: (use: Use) => Answer
): Answer {
  const { headers, body, complain } = request
  if (headers['content-type'] !== 'application/x-amz-json-1.1') complain('content-type')
  const mistake = signatureMistake(request, data)
  if ('code' in mistake) return kmsError(mistake.code, mistake.message)
  const sent: unknown = JSON.parse(body)
  const asked = textField(sent, 'KeyId')
  const resource = asked.startsWith(PREFIX) ? asked.slice(PREFIX.length) : ''
  const id = data.aliases[resource] ?? resource.replace(/^key\//, '')
  const key = data.keys.get(id)
  if (key === undefined) {
    const what = resource.startsWith('alias/')
      ? `Alias ${asked} is not found.`
      : `Key '${asked}' does not exist`
    return kmsError('NotFoundException', what)
  }
  const arn = `${PREFIX}key/${id}`
  const denial = denialOf(mistake.caller, { action, resource: arn, keys: conditionKeys(sent) }, key)
  if (denial !== undefined) {
    const who = `User: ${mistake.caller.arn} is not authorized to perform: ${action} on resource: ${arn}`
    return kmsError('AccessDeniedException', `${who} ${denial}`, 'Message')
  }
  switch (key.state) {
    case 'Enabled':
      return use({ sent, arn, key })
    case 'Disabled':
      return kmsError('DisabledException', `${arn} is disabled.`)
    case 'PendingImport':
      return kmsError('KMSInvalidStateException', `${arn} is pending import.`)
    case 'PendingDeletion':
      return kmsError('KMSInvalidStateException', `${arn} is pending deletion.`)
  }
}

function conditionKeys(sent: unknown): PolicyRequest['keys'] {
  const alias = /:(alias\/.*)$/.exec(textField(sent, 'KeyId'))?.[1]
  return {
    'kms:SigningAlgorithm': textField(sent, 'SigningAlgorithm'),
    'kms:MessageType': textField(sent, 'MessageType'),
    ...(alias === undefined ? {} : { 'kms:RequestAlias': alias })
  }
}

function denialOf(caller: AwsCaller, request: PolicyRequest, key: AwsKmsKey): string | undefined {
  const because = (kind: string): string =>
    `because no ${kind} policy allows the ${request.action} action`
  if (!key.isDelegated) return because('resource-based')
  if (!isAllowed(caller.policy, request)) return because('identity-based')
  const { sessionPolicy } = caller
  return sessionPolicy === undefined || isAllowed(sessionPolicy, request)
    ? undefined
    : because('session')
}

function signText({ sent, arn, key }: Use): Answer {
  if (key.usage !== 'SIGN_VERIFY') {
    const message = `${arn} key usage is ${key.usage} which is not valid for Sign.`
    return kmsError('InvalidKeyUsageException', message)
  }
  const algorithm = textField(sent, 'SigningAlgorithm')
  if (key.privateKey.asymmetricKeyType !== 'rsa' || algorithm !== 'RSASSA_PKCS1_V1_5_SHA_256') {
    const message = `Algorithm ${algorithm} and key spec ECC_NIST_P256 are incompatible.`
    return kmsError('ValidationException', message)
  }
  const text = Buffer.from(textField(sent, 'Message'), 'base64')
  const signature = sign('sha256', text, key.privateKey).toString('base64')
  return { status: 200, body: { KeyId: arn, Signature: signature, SigningAlgorithm: algorithm } }
}

function describePublicKey({ arn, key }: Use): Answer {
  const der = createPublicKey(key.privateKey).export({ type: 'spki', format: 'der' })
  return {
    status: 200,
    body: { KeyId: arn, KeyUsage: key.usage, PublicKey: der.toString('base64') }
  }
}
