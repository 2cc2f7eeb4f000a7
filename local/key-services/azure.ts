/**
 * The parts of Azure that the action uses, on one port: the token endpoint of Microsoft Entra ID, and
 * the keys of a vault. They answer in Azure's words, and check each request as strictly as Azure does.
 */
import { constants, createPublicKey, privateEncrypt, randomUUID, type KeyObject } from 'node:crypto'
import { textField } from '../../src/json'
import type { Answer } from '../github/exchange'
import type { Claims, EmbeddedOidc } from './oidc'
import { startService, type EmbeddedService, type ServiceRequest } from './service'

/** What exists in this Azure. May be changed. */
export interface AzureData {
  /** The tenant that has the application and the vault: its id and its domain. */
  tenant: { readonly id: string; readonly domain: string }
  /** By client ID. */
  readonly applications: Map<string, AzureApplication>
  readonly vault: {
    /** Who owns the vault, by the id of the tenant. */
    tenant: string
    /** Who decides about rights: Azure's roles, or the policies of the vault. */
    model: 'roles' | 'policies'
    /** Whether the firewall keeps this machine out. */
    isClosed: boolean
    /** The scope of its access tokens. */
    scope: string
    readonly keys: Record<string, Record<string, AzureVaultKey>>
  }
  /** Access tokens that were given, with who got them. */
  readonly tokens: Map<string, AzureToken>
  /** The clock of the vault, in milliseconds since 1970. */
  now: () => number
}

/** An application that can log in, and what it may do with the keys of the vault. */
export interface AzureApplication {
  credentials: FederatedCredential[]
  rights: ('sign' | 'get')[]
}

/** What an OIDC token must have, character for character. */
export interface FederatedCredential {
  issuer: string
  subject: string
  audiences: string[]
}

/** A version of a key. Times are in seconds since 1970. */
export interface AzureVaultKey {
  privateKey: KeyObject
  isEnabled: boolean
  notBefore?: number
  expires?: number
  operations: string[]
}

/** An access token. */
export interface AzureToken {
  readonly clientId: string
  readonly tenant: string
  readonly scope: string
}

/** A running embedded Azure. */
export interface EmbeddedAzure extends EmbeddedService {
  readonly data: AzureData
}

/** What a test can choose. */
export interface AzureOptions {
  /** Who signs the tokens of a login. */
  readonly oidc: Pick<EmbeddedOidc, 'verify' | 'claims'>
  /** The key `github-app`. */
  readonly privateKey: KeyObject
  readonly onHold?: (() => void) | undefined
}

/** The only application that exists at the start. */
export const AZURE_CLIENT_ID = '8f3b2c1d-1111-4222-8333-444455556666'
/** The tenant that exists at the start. */
export const AZURE_TENANT_ID = '72f988bf-1111-41af-91ab-2d7cd011db47'
/** The version of the key `github-app`. */
export const AZURE_KEY_VERSION = '78deebed173b48e48f55abf87ed4cf71'

const SUPPORT =
  'Trace ID: 8eea681d-a1eb-487d-9be7-d61225177f00 Correlation ID: d0f0de73-8a5d-4de0-99b6-83e71da1f7a4 Timestamp: 2026-11-21 13:03:11Z'
const API_VERSIONS = ['7.4', '7.5', '7.6', '2025-07-01']

/** Starts an Azure on a free port of the loopback, with the key `github-app` and an application for it. */
export async function startAzure(options: AzureOptions): Promise<EmbeddedAzure> {
  const { oidc, onHold } = options
  const data = defaultAzure(options)
  const vault =
    (right: 'sign' | 'get', answer: (request: ServiceRequest) => Answer) =>
    (request: ServiceRequest): Answer =>
      refusal(request, data, right) ?? answer(request)
  const service = await startService(
    [
      {
        name: 'login',
        method: 'POST',
        path: /^\/([^/]+)\/oauth2\/v2\.0\/token$/,
        answer: (request) => logIn(request, data, oidc)
      },
      {
        // Only Microsoft's own clients ask for it.
        name: 'configuration',
        method: 'GET',
        path: /^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/,
        answer: ({ params: [tenant = ''], headers: { host = '' } }) => {
          const login = `https://${host}/${tenant}`
          return {
            status: 200,
            body: {
              issuer: `${login}/v2.0`,
              authorization_endpoint: `${login}/oauth2/v2.0/authorize`,
              token_endpoint: `${login}/oauth2/v2.0/token`,
              jwks_uri: `${login}/discovery/v2.0/keys`
            }
          }
        }
      },
      {
        name: 'sign',
        method: 'POST',
        path: /^\/keys\/([^/]+)\/([^/]+)\/sign$/,
        answer: vault('sign', (request) => signDigest(request, data))
      },
      {
        name: 'key',
        method: 'GET',
        path: /^\/keys\/([^/]+)\/([^/]+)$/,
        answer: vault('get', (request) => describeKey(request, data))
      }
    ],
    { unknown: () => failure(404, 'NotFound', 'Resource not found.'), onHold }
  )
  return { ...service, data }
}

function defaultAzure({ oidc, privateKey }: AzureOptions): AzureData {
  const key: AzureVaultKey = { privateKey, isEnabled: true, operations: ['sign'] }
  return {
    tenant: { id: AZURE_TENANT_ID, domain: 'octo.onmicrosoft.com' },
    applications: new Map([
      [
        AZURE_CLIENT_ID,
        {
          credentials: [
            {
              issuer: String(oidc.claims['iss']),
              subject: 'repo:octo-org/hello:ref:refs/heads/main',
              audiences: ['api://AzureADTokenExchange']
            }
          ],
          rights: ['sign', 'get']
        }
      ]
    ]),
    vault: {
      tenant: AZURE_TENANT_ID,
      model: 'roles',
      isClosed: false,
      scope: 'https://vault.azure.net/.default',
      keys: { 'github-app': { [AZURE_KEY_VERSION]: key } }
    },
    tokens: new Map(),
    now: Date.now
  }
}

function loginFailure(status: number, error: string, code: number, words: string): Answer {
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${words} ${SUPPORT}`,
      error_codes: [code],
      timestamp: '2026-11-21 13:03:11Z'
    }
  }
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
function logIn(request: ServiceRequest, data: AzureData, oidc: AzureOptions['oidc']): Answer {
  const sent = new URLSearchParams(request.body)
  const malformed = grantMistake(request, sent)
  if (malformed !== undefined) return malformed
  const [tenant = ''] = request.params
  if (![data.tenant.id, data.tenant.domain].includes(tenant.toLowerCase())) {
    return loginFailure(
      400,
      'invalid_request',
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID.`
    )
  }
  const clientId = sent.get('client_id') ?? ''
  const application = data.applications.get(clientId)
  if (application === undefined) {
    return loginFailure(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory 'Octo Secret Labs'.`
    )
  }
  const scope = sent.get('scope') ?? ''
  if (scope !== data.vault.scope) {
    return loginFailure(
      400,
      'invalid_scope',
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`
    )
  }
  const mistake = assertionMistake(sent.get('client_assertion') ?? '', application, oidc)
  if (mistake !== undefined) return mistake
  const token = accessToken({ aud: scope.replace('/.default', ''), appid: clientId })
  data.tokens.set(token, { clientId, tenant: data.tenant.id, scope })
  return {
    status: 200,
    body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token }
  }
}

/** What is wrong with the form of a login. */
function grantMistake(
  { query, headers, complain }: ServiceRequest,
  sent: URLSearchParams
): Answer | undefined {
  // Microsoft's clients send the number of a request in its address, and nothing else.
  if ([...query.keys()].some((name) => name !== 'client-request-id'))
    complain('a login has a query, which servers log')
  const [type] = String(headers['content-type']).split(';')
  const wrong = Object.entries(GRANT).find(([name, value]) => sent.get(name) !== value)
  if (type === 'application/x-www-form-urlencoded' && wrong === undefined) return undefined
  complain('a login is not a form with a client assertion')
  return loginFailure(400, 'invalid_request', 900144, "The request body must contain 'grant_type'.")
}

const GRANT = {
  grant_type: 'client_credentials',
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
}

/** Azure compares character for character, and says which part does not match. */
function assertionMistake(
  assertion: string,
  { credentials }: AzureApplication,
  oidc: AzureOptions['oidc']
): Answer | undefined {
  const verified = oidc.verify(assertion)
  if ('mistake' in verified) {
    return verified.mistake.includes('expired')
      ? loginFailure(
          401,
          'invalid_client',
          700024,
          'Client assertion is not within its valid time range.'
        )
      : loginFailure(401, 'invalid_client', 50027, 'JWT token is invalid or malformed.')
  }
  const { iss, sub, aud } = claimsOf(verified.claims)
  const mismatch = (code: number, what: string): Answer =>
    loginFailure(
      401,
      'invalid_client',
      code,
      `No matching federated identity record found for presented assertion ${what}. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`
    )
  if (credentials.length === 0) {
    return loginFailure(
      401,
      'invalid_client',
      70025,
      'The client has no configured federated identity credentials.'
    )
  }
  const ofIssuer = credentials.filter(({ issuer }) => issuer === iss)
  if (ofIssuer.length === 0) return mismatch(700211, `issuer '${iss}'`)
  const ofSubject = ofIssuer.filter(({ subject }) => subject === sub)
  if (ofSubject.length === 0) {
    const isCase = ofIssuer.some(({ subject }) => subject.toLowerCase() === sub.toLowerCase())
    return mismatch(
      isCase ? 7002138 : 700213,
      `subject '${sub}'${isCase ? '. The subject matches with case-insensitive comparison, but not with case-sensitive comparison' : ''}`
    )
  }
  const isForUs = ofSubject.some(({ audiences }) => audiences.includes(aud))
  return isForUs ? undefined : mismatch(700212, `audience '${aud}'`)
}

function claimsOf(claims: Claims): { iss: string; sub: string; aud: string } {
  return { iss: String(claims['iss']), sub: String(claims['sub']), aud: String(claims['aud']) }
}

function accessToken(claims: object): string {
  const parts = [
    { alg: 'RS256', typ: 'JWT' },
    { ...claims, uti: randomUUID() }
  ]
  const text = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${text}.${Buffer.from(randomUUID()).toString('base64url')}`
}

function failure(status: number, code: string, message: string, inner?: string): Answer {
  const innererror = inner === undefined ? {} : { innererror: { code: inner } }
  return { status, body: { error: { code, message, ...innererror } } }
}

/** What the vault refuses before it looks at the key, in the order in which it does. */
function refusal(
  request: ServiceRequest,
  data: AzureData,
  right: 'sign' | 'get'
): Answer | undefined {
  if (data.vault.isClosed) {
    return failure(
      403,
      'Forbidden',
      'Client address is not authorized and caller is not a trusted service.\r\nClient address: 203.0.113.7\r\nCaller: appid=8f3b2c1d-1111-4222-8333-444455556666;oid=2c4e6a8b-1111-4222-8333-444455556666\r\nVault: my-vault;location=westeurope',
      'ForbiddenByFirewall'
    )
  }
  const caller = readCaller(request, data)
  if ('answer' in caller) return caller.answer
  const version = request.query.get('api-version') ?? ''
  if (!API_VERSIONS.includes(version)) {
    request.complain(`api-version is ${version}`)
    return failure(400, 'BadParameter', 'api-version is not known.')
  }
  return data.applications.get(caller.clientId)?.rights.includes(right) === true
    ? undefined
    : notAllowed(request, data, caller.clientId, right)
}

/** Who sent a request, or the answer if the vault does not know. */
function readCaller(
  { headers }: ServiceRequest,
  { vault, tokens }: AzureData
): AzureToken | { readonly answer: Answer } {
  const value = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
  const token = tokens.get(value)
  if (token?.scope !== vault.scope) {
    const challenge = `Bearer authorization="https://login.microsoftonline.com/${vault.tenant}", resource="${vault.scope.replace('/.default', '')}"`
    const words =
      value === ''
        ? 'AKV10000: Request is missing a Bearer or PoP token.'
        : 'AKV10022: Invalid audience.'
    const answer = failure(401, 'Unauthorized', words)
    return { answer: { ...answer, headers: { 'www-authenticate': challenge } } }
  }
  const issuers = [vault.tenant, token.tenant].map((tenant) => `https://sts.windows.net/${tenant}/`)
  return token.tenant === vault.tenant
    ? token
    : {
        answer: failure(
          401,
          'Unauthorized',
          `AKV10032: Invalid issuer. Expected one of ${issuers.join(', found ')}.`
        )
      }
}

function notAllowed(
  { params: [name = ''] }: ServiceRequest,
  { vault }: AzureData,
  clientId: string,
  right: string
): Answer {
  const caller = `appid=${clientId};oid=2c4e6a8b-1111-4222-8333-444455556666;iss=https://sts.windows.net/${vault.tenant}/`
  return vault.model === 'roles'
    ? failure(
        403,
        'Forbidden',
        `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: ${caller}\r\nAction: 'Microsoft.KeyVault/vaults/keys/${right}/action'\r\nResource: '/subscriptions/5c0e7f11-1111-4222-8333-444455556666/resourcegroups/secret-group/providers/microsoft.keyvault/vaults/my-vault/keys/${name}'`,
        'ForbiddenByRbac'
      )
    : failure(
        403,
        'Forbidden',
        `The user, group or application '${caller}' does not have keys ${right} permission on key vault 'my-vault;location=westeurope'.`,
        'ForbiddenByPolicy'
      )
}

function find({ params: [name = '', version = ''] }: ServiceRequest, { vault }: AzureData) {
  return vault.keys[name]?.[version]
}

function notFound({ params: [name = '', version = ''] }: ServiceRequest): Answer {
  return failure(
    404,
    'KeyNotFound',
    `A key with (name/id) ${name}/${version} was not found in this key vault. If you recently deleted this key you may be able to recover it using the correct recovery command.`
  )
}

function kid({ headers, params: [name = '', version = ''] }: ServiceRequest): string {
  return `https://${headers.host ?? ''}/keys/${name}/${version}`
}

/** https://learn.microsoft.com/en-us/rest/api/keyvault/keys/sign/sign */
function signDigest(request: ServiceRequest, data: AzureData): Answer {
  const key = find(request, data)
  if (key === undefined) return notFound(request)
  const unusable = stateMistake(key, data.now() / 1000)
  if (unusable !== undefined) return unusable
  const sent: unknown = JSON.parse(request.body)
  const [algorithm, value] = [textField(sent, 'alg'), textField(sent, 'value')]
  const names = Object.keys(sent as object).toSorted()
  if (names.join() !== 'alg,value')
    request.complain(`a signature is asked for with ${names.join()}`)
  const digest = Buffer.from(value, 'base64url')
  if (digest.toString('base64url') !== value || digest.length !== 32) {
    return failure(
      400,
      'BadParameter',
      'Property has invalid value: value is not a base64url digest of 32 bytes.'
    )
  }
  if (key.privateKey.asymmetricKeyType !== 'rsa' || algorithm !== 'RS256') {
    return failure(
      400,
      'BadParameter',
      `Key and signing algorithm are incompatible. Key ${kid(request)} is not of type 'RSA' or '${algorithm}' is not known.`
    )
  }
  return { status: 200, body: { kid: kid(request), value: signature(key.privateKey, digest) } }
}

/** The vault gets only the digest: it adds the name of the hash (RFC 8017, 9.2), and signs that. */
function signature(key: KeyObject, digest: Buffer): string {
  const info = Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), digest])
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info).toString('base64url')
}

function stateMistake(key: AzureVaultKey, now: number): Answer | undefined {
  if (!key.isEnabled) {
    return failure(
      403,
      'Forbidden',
      'Operation sign is not allowed on a disabled key.',
      'KeyDisabled'
    )
  }
  if (now < (key.notBefore ?? 0)) {
    return failure(
      403,
      'Forbidden',
      'Operation sign is not allowed on a key that is not yet valid.',
      'KeyNotYetValid'
    )
  }
  if (now >= (key.expires ?? Infinity)) {
    return failure(
      403,
      'Forbidden',
      'Operation sign is not allowed on an expired key.',
      'KeyExpired'
    )
  }
  return key.operations.includes('sign')
    ? undefined
    : failure(
        403,
        'Forbidden',
        'Operation sign is not permitted on this key.',
        'KeyOperationForbidden'
      )
}

function describeKey(request: ServiceRequest, data: AzureData): Answer {
  const key = find(request, data)
  if (key === undefined) return notFound(request)
  const jwk = createPublicKey(key.privateKey).export({ format: 'jwk' })
  return {
    status: 200,
    body: {
      key: { ...jwk, kid: kid(request), key_ops: key.operations },
      attributes: { enabled: key.isEnabled, nbf: key.notBefore, exp: key.expires }
    }
  }
}
