/**
 * The part of Google Cloud that the action uses, on one server: the Security Token Service, the IAM
 * Credentials API, and Cloud KMS. It answers in Google's words, also where Google answers 200 with a
 * signature that GitHub refuses. Each request and answer is compared with Google's own description.
 */
import { constants, createPublicKey, privateEncrypt, sign, type KeyObject } from 'node:crypto'
import { field, listField, textField } from '../../src/json'
import type { Answer } from '../github/exchange'
import {
  checkGoogleRequest,
  checkGoogleResponse,
  GOOGLE_METHODS,
  googlePath,
  type GoogleMethod
} from './google-check'
import type { Claims, EmbeddedOidc } from './oidc'
import { startService, type EmbeddedService, type ServiceRequest } from './service'

/** What exists at this Google. May be changed. */
export interface GoogleData {
  /** By full name: `projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`. */
  readonly providers: Record<string, GoogleProvider>
  /** By e-mail address: which members may act as the service account. */
  readonly serviceAccounts: Record<string, string[]>
  /** By full name: `projects/…/cryptoKeyVersions/N`. */
  readonly keys: Record<string, GoogleKeyVersion>
  /** Names of APIs that are not enabled, such as `cloudkms.googleapis.com`. */
  readonly disabledApis: Set<string>
  /** Access tokens by value. */
  readonly tokens: Map<string, GoogleToken>
}

/** A workload identity provider for OIDC tokens. */
export interface GoogleProvider {
  isEnabled: boolean
  issuer: string
  allowedAudiences: string[]
  /** The attribute condition. */
  condition: (claims: Claims) => boolean
  /** What `google.subject` is made of. */
  subject: (claims: Claims) => string
}

/** A version of a key. */
export interface GoogleKeyVersion {
  privateKey: KeyObject
  algorithm: string
  state: string
  /** Members with `roles/cloudkms.signer`. */
  signers: string[]
  /** Members with `roles/cloudkms.publicKeyViewer`. */
  viewers: string[]
}

/** An access token. */
export interface GoogleToken {
  /** Everything that a policy can call its owner. */
  readonly members: readonly string[]
  readonly scopes: readonly string[]
}

/** A running embedded Google. */
export interface EmbeddedGoogle extends EmbeddedService {
  readonly data: GoogleData
}

/** What a test can choose. */
export interface GoogleOptions {
  /** Who signs the tokens of a login. */
  readonly oidc: Pick<EmbeddedOidc, 'verify' | 'url'>
  /** The key of {@link GOOGLE_KEY}. */
  readonly privateKey: KeyObject
  readonly onHold?: (() => void) | undefined
}

const POOL = 'projects/123456789012/locations/global/workloadIdentityPools/github'

/** The provider that trusts the OIDC service. */
export const GOOGLE_PROVIDER = `${POOL}/providers/actions`

/** The version of a key that the default repository may sign with. */
export const GOOGLE_KEY =
  'projects/octo-keys/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1'

/** The service account that the default repository may act as. It may sign, too. */
export const GOOGLE_ACCOUNT = 'github-app@octo-keys.iam.gserviceaccount.com'

/** The default repository, as policies name it. */
export const GOOGLE_MEMBER = `principalSet://iam.googleapis.com/${POOL}/attribute.repository/octo-org/hello`

// The IAM Credentials API takes this scope, too, although its description does not name it: Google's
// client for Python asks for it.
const IAM = 'https://www.googleapis.com/auth/iam'
const CLOUD_KMS = 'https://www.googleapis.com/auth/cloudkms'

type Handler = (request: ServiceRequest, data: GoogleData) => Answer

/** Starts a Google on a free port of the loopback. */
export async function startGoogle(options: GoogleOptions): Promise<EmbeddedGoogle> {
  const { oidc, privateKey, onHold } = options
  const data = defaultData(oidc.url, privateKey)
  const route = (name: string, method: GoogleMethod, handler: Handler) => ({
    name,
    method: GOOGLE_METHODS[method].httpMethod,
    path: googlePath(method),
    answer: (request: ServiceRequest) => checked(method, request, data, handler)
  })
  const service = await startService(
    [
      route('login', 'exchangeToken', (request) => exchangeToken(request, data, oidc)),
      route('impersonate', 'generateAccessToken', generateAccessToken),
      route('sign', 'asymmetricSign', asymmetricSign),
      route('public-key', 'getPublicKey', getPublicKey)
    ],
    { unknown: () => failure(404, 'NOT_FOUND', 'Not Found'), onHold }
  )
  return { ...service, data }
}

function defaultData(issuer: string, privateKey: KeyObject): GoogleData {
  const account = `serviceAccount:${GOOGLE_ACCOUNT}`
  return {
    providers: {
      [GOOGLE_PROVIDER]: {
        isEnabled: true,
        issuer,
        allowedAudiences: [`https://iam.googleapis.com/${GOOGLE_PROVIDER}`],
        condition: (claims) => claims['repository_owner_id'] === '9919',
        subject: (claims) => String(claims['sub'])
      }
    },
    serviceAccounts: { [GOOGLE_ACCOUNT]: [GOOGLE_MEMBER] },
    keys: {
      [GOOGLE_KEY]: {
        privateKey,
        algorithm: 'RSA_SIGN_PKCS1_2048_SHA256',
        state: 'ENABLED',
        signers: [GOOGLE_MEMBER, account],
        viewers: [GOOGLE_MEMBER, account]
      }
    },
    disabledApis: new Set(),
    tokens: new Map()
  }
}

/** Answers, and complains about each difference from Google's description. */
function checked(
  method: GoogleMethod,
  request: ServiceRequest,
  data: GoogleData,
  handler: Handler
): Answer {
  const { host, scopes } = GOOGLE_METHODS[method]
  const accepted = method === 'generateAccessToken' ? [...(scopes ?? []), IAM] : scopes
  const differences = checkGoogleRequest(method, bodyOf(request))
  for (const difference of differences) request.complain(difference)
  if (differences.length > 0) {
    return failure(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.')
  }
  const answer =
    apiRefusal(new URL(host).hostname, data) ??
    tokenRefusal(request, data, accepted) ??
    handler(request, data)
  if (answer.status === 200) {
    for (const difference of checkGoogleResponse(method, answer.body)) request.complain(difference)
  }
  return answer
}

/**
 * The body as JSON. Google's own clients send forms to the Security Token Service, with other names for
 * the same. To Google, a field that is null is not set.
 */
function bodyOf({ body, headers }: ServiceRequest): unknown {
  if (body === '') return null
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return JSON.parse(body, (_, value: unknown) => value ?? undefined)
  }
  const fields = [...new URLSearchParams(body)].map(([name, value]) => [
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value
  ])
  return Object.fromEntries(fields) as unknown
}

function failure(status: number, code: string, message: string, details?: unknown[]): Answer {
  const error = { code: status, message, status: code, ...(details && { details }) }
  return { status, body: { error } }
}

function apiRefusal(api: string, { disabledApis }: GoogleData): Answer | undefined {
  if (!disabledApis.has(api)) return undefined
  return failure(
    403,
    'PERMISSION_DENIED',
    `${api} has not been used in project 123456789012 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/${api}/overview?project=123456789012 then retry.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'SERVICE_DISABLED',
        domain: 'googleapis.com',
        metadata: { service: api, consumer: 'projects/123456789012' }
      }
    ]
  )
}

function tokenRefusal(
  request: ServiceRequest,
  data: GoogleData,
  scopes: readonly string[] | null
): Answer | undefined {
  if (scopes === null) {
    if (request.headers.authorization !== undefined) request.complain('no token is needed here')
    return undefined
  }
  const token = tokenOf(request, data)
  if (token === undefined) {
    return failure(
      401,
      'UNAUTHENTICATED',
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.'
    )
  }
  return token.scopes.some((scope) => scopes.includes(scope))
    ? undefined
    : failure(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
          domain: 'googleapis.com'
        }
      ])
}

function tokenOf({ headers }: ServiceRequest, { tokens }: GoogleData): GoogleToken | undefined {
  return tokens.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '')
}

function addToken(data: GoogleData, token: GoogleToken): string {
  const value = `ya29.c.c0AY${String(data.tokens.size).padStart(120, 'x')}`
  data.tokens.set(value, token)
  return value
}

function oauthError(error: string, description: string): Answer {
  return { status: 400, body: { error, error_description: description } }
}

function exchangeToken(
  request: ServiceRequest,
  data: GoogleData,
  oidc: GoogleOptions['oidc']
): Answer {
  const sent = bodyOf(request)
  const expected = {
    grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
    subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt'
  }
  for (const [name, value] of Object.entries(expected)) {
    if (textField(sent, name) !== value) {
      return oauthError('invalid_request', `Invalid value for "${name}".`)
    }
  }
  const audience = textField(sent, 'audience')
  if (!/^\/\/iam\.googleapis\.com\/projects\/\d+\//.test(audience)) {
    return oauthError(
      'invalid_request',
      'Invalid value for "audience". This value should be the full resource name of the Identity Provider. See https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token for the list of possible formats.'
    )
  }
  const provider = data.providers[audience.slice('//iam.googleapis.com/'.length)]
  if (provider?.isEnabled !== true) {
    return oauthError(
      'invalid_target',
      'The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist.'
    )
  }
  const verified = oidc.verify(textField(sent, 'subjectToken'))
  if ('mistake' in verified) return oauthError('invalid_grant', verified.mistake)
  const { claims } = verified
  const refusal = refuseClaims(claims, provider)
  if (refusal !== undefined) return refusal
  const members = [
    `principal://iam.googleapis.com/${POOL}/subject/${provider.subject(claims)}`,
    `principalSet://iam.googleapis.com/${POOL}/attribute.repository/${String(claims['repository'])}`
  ]
  const token = addToken(data, { members, scopes: textField(sent, 'scope').split(' ') })
  return {
    status: 200,
    body: {
      access_token: token,
      issued_token_type: expected.requestedTokenType,
      token_type: 'Bearer',
      expires_in: 3599
    }
  }
}

function refuseClaims(claims: Claims, provider: GoogleProvider): Answer | undefined {
  const { iss, aud } = claims
  if (iss !== provider.issuer) {
    return oauthError(
      'invalid_grant',
      `The issuer in ID Token ${String(iss)} does not match the expected ones.`
    )
  }
  if (!provider.allowedAudiences.includes(String(aud))) {
    return oauthError(
      'invalid_grant',
      `The audience in ID Token [${String(aud)}] does not match the expected audience.`
    )
  }
  if (Buffer.byteLength(provider.subject(claims)) > 127) {
    return oauthError(
      'invalid_request',
      'The size of mapped attribute google.subject exceeds the 127 bytes limit. Either modify your attribute mapping or the incoming assertion to produce a mapped attribute that is less than 127 bytes.'
    )
  }
  return provider.condition(claims)
    ? undefined
    : oauthError(
        'unauthorized_client',
        'The given credential is rejected by the attribute condition.'
      )
}

function generateAccessToken(request: ServiceRequest, data: GoogleData): Answer {
  const [name = ''] = request.params
  const email = name.replace(/^projects\/-\/serviceAccounts\//, '')
  const sent = bodyOf(request)
  const scopes = listField(sent, 'scope').map(String)
  if (scopes.join() !== CLOUD_KMS) request.complain(`more scopes than needed: ${scopes.join()}`)
  if (field(sent, 'lifetime') !== '300s') request.complain('a longer lifetime than needed')
  if (!isAllowed(request, data, data.serviceAccounts[email] ?? [])) {
    return denied('iam.serviceAccounts.getAccessToken')
  }
  const members = [`serviceAccount:${email}`]
  return {
    status: 200,
    body: {
      accessToken: addToken(data, { members, scopes }),
      expireTime: new Date(Date.now() + 300_000).toISOString().replace(/\.\d+/, '')
    }
  }
}

function isAllowed(request: ServiceRequest, data: GoogleData, allowed: readonly string[]): boolean {
  return tokenOf(request, data)?.members.some((member) => allowed.includes(member)) === true
}

/** Google does not say whether it exists. */
function denied(permission: string, resource = ''): Answer {
  const on = resource === '' ? 'resource' : `resource '${resource}'`
  return failure(
    403,
    'PERMISSION_DENIED',
    `Permission '${permission}' denied on ${on} (or it may not exist).`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'IAM_PERMISSION_DENIED',
        domain: 'iam.googleapis.com',
        metadata: { permission }
      }
    ]
  )
}

/** The version of the key that the request names, or why it cannot be used. */
function keyOf(
  request: ServiceRequest,
  data: GoogleData,
  role: 'signers' | 'viewers',
  permission: string
): GoogleKeyVersion | Answer {
  const [name = ''] = request.params
  const key = name.replace(/\/cryptoKeyVersions\/.*$/, '')
  const versions = Object.entries(data.keys).filter(([one]) => one.startsWith(`${key}/`))
  if (!versions.some(([, version]) => isAllowed(request, data, version[role]))) {
    return denied(`cloudkms.cryptoKeyVersions.${permission}`, key)
  }
  const version = data.keys[name]
  if (version === undefined) {
    return failure(404, 'NOT_FOUND', `CryptoKeyVersion ${name} not found.`)
  }
  const { state } = version
  if (state === 'ENABLED') return version
  return failure(
    400,
    'FAILED_PRECONDITION',
    `${name} is not enabled, current state is: ${state}.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.PreconditionFailure',
        violations: [{ type: `KEY_${state}`, subject: name }]
      }
    ]
  )
}

function asymmetricSign(request: ServiceRequest, data: GoogleData): Answer {
  const scopes = tokenOf(request, data)?.scopes.join()
  if (scopes !== CLOUD_KMS) request.complain(`more scopes than needed: ${scopes ?? ''}`)
  const key = keyOf(request, data, 'signers', 'useToSign')
  if ('status' in key) return key
  const digest = textField(field(bodyOf(request), 'digest'), 'sha256')
  const bytes = Buffer.from(digest, 'base64')
  if (bytes.length !== 32) {
    return failure(400, 'INVALID_ARGUMENT', 'The length of the SHA-256 digest is not 32 bytes.')
  }
  const [name] = request.params
  const signature = signDigest(key, bytes).toString('base64')
  return { status: 200, body: { signature, name, protectionLevel: 'SOFTWARE' } }
}

/** DER of a DigestInfo for SHA-256, without the digest (RFC 8017, 9.2). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** Signs as the algorithm of the version says. */
function signDigest({ privateKey, algorithm }: GoogleKeyVersion, digest: Buffer): Buffer {
  if (/^RSA_SIGN_PKCS1_\d+_SHA256$/.test(algorithm)) {
    const padding = constants.RSA_PKCS1_PADDING
    return privateEncrypt({ key: privateKey, padding }, Buffer.concat([DIGEST_INFO, digest]))
  }
  // Node signs with other algorithms only what it digests itself. Nobody verifies these signatures.
  const padding = algorithm.includes('_PSS_')
    ? constants.RSA_PKCS1_PSS_PADDING
    : constants.RSA_PKCS1_PADDING
  const key = privateKey.asymmetricKeyType === 'rsa' ? { key: privateKey, padding } : privateKey
  return sign(algorithm.endsWith('_SHA512') ? 'sha512' : 'sha256', digest, key)
}

function getPublicKey(request: ServiceRequest, data: GoogleData): Answer {
  const key = keyOf(request, data, 'viewers', 'viewPublicKey')
  if ('status' in key) return key
  const [name] = request.params
  const pem = createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' })
  return {
    status: 200,
    body: { pem, algorithm: key.algorithm, name, protectionLevel: 'SOFTWARE' }
  }
}
