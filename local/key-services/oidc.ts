/** GitHub's OIDC service: it gives a job a token, and services verify it with the published key. */
import { createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { startService, type EmbeddedService, type ServiceRequest } from './service'

/** The claims of an OIDC token. */
export type Claims = Record<string, unknown>

/** The claims of a valid token, or what is wrong with it. */
export type Verified = { readonly claims: Claims } | { readonly mistake: string }

/** A running OIDC service. */
export interface EmbeddedOidc extends EmbeddedService {
  /** What the runner sets for a job that has `permissions: id-token: write`. */
  readonly env: Readonly<Record<string, string>>
  /** What the next tokens say, beside their times and audience. May be changed. */
  readonly claims: Claims
  /** Every token that was given. */
  readonly tokens: readonly string[]
  /** Reads a token as a service does that trusts this one. May be replaced. */
  verify: (token: string) => Verified
}

/** How the service differs from GitHub's. */
export interface OidcOptions {
  readonly onHold?: (() => void) | undefined
  /** The clock of the service, in milliseconds since 1970. */
  readonly now?: () => number
}

const REQUEST_TOKEN =
  'eyJhbGciOiJSUzI1NiJ9.cmVxdWVzdCB0b2tlbiBvZiB0aGUgam9i.c2lnbmF0dXJlLW9mLXRoZS1ydW5uZXI'

/** How long a token is valid, in seconds. */
const LIFETIME = 300

/** Made once: to generate a key takes long. */
let keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined

/** Starts an OIDC service on a free port of the loopback. */
export async function startOidc(options: OidcOptions = {}): Promise<EmbeddedOidc> {
  keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { privateKey, publicKey } = keys
  const now = options.now ?? Date.now
  const claims = pushClaims()
  const tokens: string[] = []
  const service = await startService(
    [
      {
        name: 'token',
        method: 'GET',
        path: /^\/runs\/oidc\/token$/,
        answer: (request) => {
          if (request.headers.authorization !== `Bearer ${REQUEST_TOKEN}`) {
            return { status: 401, body: { message: 'Bad credentials' } }
          }
          const token = makeToken(claims, request, privateKey, Math.floor(now() / 1000))
          tokens.push(token)
          return { status: 200, body: { count: token.length, value: token } }
        }
      },
      {
        name: 'configuration',
        method: 'GET',
        path: /^\/\.well-known\/openid-configuration$/,
        answer: ({ headers }) => {
          const issuer = `http://${headers.host ?? ''}`
          return { status: 200, body: { issuer, jwks_uri: `${issuer}/.well-known/jwks` } }
        }
      },
      {
        name: 'keys',
        method: 'GET',
        path: /^\/\.well-known\/jwks$/,
        answer: () => ({
          status: 200,
          body: { keys: [{ ...publicKey.export({ format: 'jwk' }), ...HEADER, use: 'sig' }] }
        })
      }
    ],
    { unknown: () => ({ status: 404, body: { message: 'Not Found' } }), onHold: options.onHold }
  )
  claims['iss'] = service.url
  return {
    ...service,
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${service.url}/runs/oidc/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN
    },
    claims,
    tokens,
    verify: (token) => verifyToken(token, createPublicKey(privateKey), now() / 1000)
  }
}

const HEADER = { alg: 'RS256', kid: 'embedded-oidc-key', typ: 'JWT' }

function makeToken(
  claims: Claims,
  { query }: ServiceRequest,
  key: KeyObject,
  seconds: number
): string {
  const aud = query.get('audience') ?? `https://github.com/${String(claims['repository_owner'])}`
  const times = { iat: seconds, nbf: seconds - LIFETIME, exp: seconds + LIFETIME }
  const text = [HEADER, { ...claims, aud, ...times }].map(encode).join('.')
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function verifyToken(token: string, key: KeyObject, seconds: number): Verified {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  if (!verify('sha256', Buffer.from(`${header}.${payload}`), key, bytes)) {
    return { mistake: 'invalid signature' }
  }
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
  return Number(claims['exp']) <= seconds ? { mistake: 'token is expired' } : { claims }
}

/** The claims of a push to the default branch, as GitHub makes them since July 2026. */
function pushClaims(): Claims {
  return {
    jti: 'example-id',
    sub: 'repo:octo-org/hello:ref:refs/heads/main',
    repository: 'octo-org/hello',
    repository_id: '1296269',
    repository_owner: 'octo-org',
    repository_owner_id: '9919',
    ref: 'refs/heads/main',
    ref_type: 'branch',
    event_name: 'push',
    run_id: '1234567890',
    job_workflow_ref: 'octo-org/hello/.github/workflows/ci.yml@refs/heads/main',
    runner_environment: 'github-hosted'
  }
}
