/**
 * The part of HashiCorp Vault that the action uses: the transit engine and the JWT auth method. It
 * answers in Vault's words, also where Vault answers 200 with a signature that GitHub refuses.
 */
import { constants, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { textField } from '../../src/json'
import type { Answer } from '../github/exchange'
import type { Claims, EmbeddedOidc } from './oidc'
import { startService, type EmbeddedService, type ServiceRequest } from './service'

/** What exists in this Vault. May be changed. */
export interface VaultData {
  /** The namespace that everything is in; empty for the root. */
  namespace: string
  isSealed: boolean
  readonly auth: { path: string; readonly roles: Record<string, VaultRole> }
  readonly transit: { mount: string; readonly keys: Record<string, VaultTransitKey> }
  /** Tokens that were made without a login, by value, with their policies. */
  readonly tokens: Map<string, VaultToken>
}

/** A role of the JWT auth method. */
export interface VaultRole {
  boundAudiences: string[]
  boundClaims: Record<string, string>
  tokenType: 'batch' | 'service'
  policy: VaultPolicy
}

/** What a token may do: the paths with `update`, and those with `read`. */
export interface VaultPolicy {
  update: string[]
  read: string[]
}

/** A key of the transit engine. Vault signs with its last version. */
export interface VaultTransitKey {
  readonly versions: KeyObject[]
}

/** A token of Vault. */
export interface VaultToken {
  readonly type: 'batch' | 'service'
  readonly policy: VaultPolicy
  isRevoked: boolean
}

/** A running embedded Vault. */
export interface EmbeddedVault extends EmbeddedService {
  readonly data: VaultData
}

/** What a test can choose. */
export interface VaultOptions {
  /** Who signs the tokens of a login. */
  readonly oidc: Pick<EmbeddedOidc, 'verify'>
  /** The key `github-app`. */
  readonly privateKey: KeyObject
  readonly onHold?: (() => void) | undefined
}

/** Starts a Vault on a free port of the loopback, with the key `transit/github-app` and a role for it. */
export async function startVault(options: VaultOptions): Promise<EmbeddedVault> {
  const { oidc, privateKey, onHold } = options
  const data = defaultVault(privateKey)
  const guard =
    (answer: (request: ServiceRequest) => Answer) =>
    (request: ServiceRequest): Answer =>
      refusal(request, data) ?? answer(request)
  const service = await startService(
    [
      {
        name: 'login',
        method: 'POST',
        path: /^\/v1\/auth\/(.+)\/login$/,
        answer: guard((request) => logIn(request, data, oidc))
      },
      {
        name: 'sign',
        method: 'POST',
        path: /^\/v1\/(.+)\/sign\/([^/]+)\/sha2-256$/,
        answer: guard((request) => signText(request, data))
      },
      {
        name: 'key',
        method: 'GET',
        path: /^\/v1\/(.+)\/keys\/([^/]+)$/,
        answer: guard((request) => describeKey(request, data))
      },
      {
        name: 'revoke-self',
        method: 'POST',
        path: /^\/v1\/auth\/token\/revoke-self$/,
        answer: guard((request) => revokeSelf(request, data))
      }
    ],
    { unknown: () => errors(404, 'no handler for route'), onHold }
  )
  return { ...service, data }
}

function defaultVault(privateKey: KeyObject): VaultData {
  const policy = { update: ['transit/sign/github-app/sha2-256'], read: ['transit/keys/github-app'] }
  return {
    namespace: '',
    isSealed: false,
    auth: {
      path: 'jwt',
      roles: {
        'github-app': {
          boundAudiences: ['https://github.com/octo-org'],
          boundClaims: { repository: 'octo-org/hello' },
          tokenType: 'batch',
          policy
        }
      }
    },
    transit: { mount: 'transit', keys: { 'github-app': { versions: [privateKey] } } },
    tokens: new Map()
  }
}

function errors(status: number, ...texts: string[]): Answer {
  return { status, body: { errors: texts } }
}

const DENIED = errors(403, '1 error occurred:\n\t* permission denied\n\n')

function refusal({ headers, complain }: ServiceRequest, data: VaultData): Answer | undefined {
  if (headers['x-vault-request'] !== 'true') complain('x-vault-request is not true')
  if (data.isSealed) return errors(503, 'Vault is sealed')
  const namespace = String(headers['x-vault-namespace'] ?? '').replace(/\/$/, '')
  return namespace === data.namespace ? undefined : DENIED
}

function logIn(
  { params: [path], body }: ServiceRequest,
  { auth, tokens }: VaultData,
  oidc: VaultOptions['oidc']
): Answer {
  // Without a token, Vault does not say whether a path exists.
  if (path !== auth.path) return DENIED
  const sent: unknown = JSON.parse(body)
  const name = textField(sent, 'role')
  const role = auth.roles[name]
  if (role === undefined) return errors(400, `role "${name}" could not be found`)
  const verified = oidc.verify(textField(sent, 'jwt'))
  if ('mistake' in verified) {
    return errors(
      400,
      `error validating token: error verifying token signature: ${verified.mistake}`
    )
  }
  const mistake = mistakeInClaims(verified.claims, role)
  if (mistake !== undefined) return errors(400, mistake)
  const value = `hvb.AAAAAQ${String(tokens.size).padStart(40, 'x')}`
  tokens.set(value, { type: role.tokenType, policy: role.policy, isRevoked: false })
  return {
    status: 200,
    body: { auth: { client_token: value, token_type: role.tokenType, lease_duration: 60 } }
  }
}

function mistakeInClaims(claims: Claims, role: VaultRole): string | undefined {
  if (!role.boundAudiences.includes(String(claims['aud']))) {
    return 'error validating claims: invalid audience (aud) claim: audience claim does not match any bound audience'
  }
  const wrong = Object.entries(role.boundClaims).find(([name, value]) => claims[name] !== value)
  return (
    wrong &&
    `error validating claims: claim "${wrong[0]}" does not match any associated bound claim values`
  )
}

function tokenOf({ headers }: ServiceRequest, { tokens }: VaultData): VaultToken | undefined {
  const token = tokens.get(String(headers['x-vault-token']))
  return token?.isRevoked === true ? undefined : token
}

function signText(request: ServiceRequest, data: VaultData): Answer {
  const [mount = '', name = ''] = request.params
  const token = tokenOf(request, data)
  if (token?.policy.update.includes(`${mount}/sign/${name}/sha2-256`) !== true) return DENIED
  if (mount !== data.transit.mount) {
    return errors(
      404,
      `no handler for route "${mount}/sign/${name}/sha2-256". route entry not found.`
    )
  }
  const key = data.transit.keys[name]
  const newest = key?.versions.at(-1)
  if (key === undefined || newest === undefined) return errors(400, 'signing key not found')
  const version = key.versions.length
  if (newest.asymmetricKeyType !== 'rsa' && newest.asymmetricKeyType !== 'ec') {
    return errors(400, `key type ${String(newest.asymmetricKeyType)} does not support signing`)
  }
  return {
    status: 200,
    body: {
      data: {
        key_version: version,
        signature: `vault:v${version}:${signature(newest, JSON.parse(request.body))}`
      }
    }
  }
}

function signature(key: KeyObject, sent: unknown): string {
  const text = Buffer.from(textField(sent, 'input'), 'base64')
  const isPlain = textField(sent, 'signature_algorithm') === 'pkcs1v15'
  const padding = isPlain ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_PSS_PADDING
  const bytes =
    key.asymmetricKeyType === 'ec'
      ? sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' })
      : sign('sha256', text, { key, padding })
  const encoding = textField(sent, 'marshaling_algorithm') === 'jws' ? 'base64url' : 'base64'
  return bytes.toString(encoding)
}

function describeKey(request: ServiceRequest, data: VaultData): Answer {
  const [mount = '', name = ''] = request.params
  const token = tokenOf(request, data)
  if (token?.policy.read.includes(`${mount}/keys/${name}`) !== true) return DENIED
  const versions = data.transit.keys[name]?.versions ?? []
  const keys = versions.map((key, at) => [
    String(at + 1),
    { public_key: createPublicKey(key).export({ type: 'spki', format: 'pem' }) }
  ])
  return {
    status: 200,
    body: { data: { latest_version: versions.length, keys: Object.fromEntries(keys) as unknown } }
  }
}

function revokeSelf(request: ServiceRequest, data: VaultData): Answer {
  const token = tokenOf(request, data)
  if (token === undefined) return DENIED
  if (token.type === 'batch') {
    request.complain('a batch token cannot be revoked')
    return errors(400, 'batch tokens cannot be revoked')
  }
  token.isRevoked = true
  return { status: 204, body: null }
}
