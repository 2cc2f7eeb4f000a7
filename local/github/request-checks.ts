/**
 * What is checked in each request before its route answers: headers, the App's JWT, the token. The
 * JWT is checked with node:crypto alone, so that this shares no code with the action.
 */
import { verify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { badCredentials, failure, type Answer } from './exchange'
import type { GitHubData } from './github-data'
import type { Registrations } from './registrations'
import type { Links } from './response-bodies'
import type { IssuedToken, TokenStore } from './tokens'

/** What a route expects in `Authorization`: the App's JWT, a token, a token or nothing, or nothing. */
export type Credential = 'jwt' | 'token' | 'optional token' | 'nothing'

/** A request, as its route sees it. */
export interface Call extends Links {
  readonly tokens: TokenStore
  readonly registrations: Registrations
  /** The decoded parameters of the path, by their names in the route. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The path as received: with the prefix, without the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The raw body; empty if there is none. */
  readonly body: string
  /** Records something that GitHub may tolerate, but that the action must not do. */
  readonly complain: (text: string) => void
}

/** The token of the caller, or null for the App (with its JWT) and for an anonymous caller. */
type Caller = { readonly token: IssuedToken | null } | { readonly refusal: Answer }

/** Checks the credential that a route expects. */
export function authenticate(call: Call, wanted: Credential): Caller {
  const [scheme = '', credential = ''] = (call.headers.authorization ?? '').split(' ')
  if (wanted === 'nothing') {
    if (scheme !== '') call.complain('a credential was sent to a route that takes none')
    return { token: null }
  }
  return wanted === 'jwt'
    ? authenticateApp(call, scheme, credential)
    : authenticateToken(call, scheme, credential, wanted)
}

function authenticateApp(call: Call, scheme: string, jwt: string): Caller {
  if (jwt.startsWith('ghs_')) call.complain('a token was sent instead of the JWT of the App')
  if (scheme.toLowerCase() !== 'bearer') {
    call.complain(`the JWT was sent as "${scheme}", not as "Bearer"`)
    return { refusal: failure(401, 'A JSON web token could not be decoded') }
  }
  const refusal = refuseJwt(jwt, call.data)
  return refusal === null ? { token: null } : { refusal: failure(refusal.status, refusal.message) }
}

function authenticateToken(
  call: Call,
  scheme: string,
  value: string,
  wanted: 'token' | 'optional token'
): Caller {
  if (looksLikeJwt(value) && !value.startsWith('ghs_')) {
    call.complain('a JWT was sent instead of a token')
  }
  if (scheme === '' && wanted === 'optional token') return { token: null }
  if (scheme === '') return { refusal: failure(401, 'Requires authentication') }
  const known = ['bearer', 'token'].includes(scheme.toLowerCase())
  const token = known ? call.tokens.find(value) : undefined
  return token === undefined ? { refusal: badCredentials() } : { token }
}

/** The version of the REST API that requests must name. */
const API_VERSION = '2022-11-28'

/** What is missing or wrong in the headers of a request. GitHub itself accepts these requests. */
export function headerComplaints(headers: IncomingHttpHeaders): string[] {
  const complaints: string[] = []
  const expect = (name: string, expected: string): void => {
    const found = headers[name]
    if (found === expected) return
    complaints.push(`${name} is ${typeof found === 'string' ? found : 'missing'}, not ${expected}`)
  }
  expect('accept', 'application/vnd.github+json')
  expect('x-github-api-version', API_VERSION)
  return complaints
}

/** GitHub refuses a request without a User-Agent, with a page instead of JSON. */
export function refuseAnonymousClient(headers: IncomingHttpHeaders): Answer | null {
  if ((headers['user-agent'] ?? '') !== '') return null
  return { status: 403, body: NO_USER_AGENT, headers: { 'content-type': 'text/html' } }
}

/** The page that answers a request without a User-Agent. */
export const NO_USER_AGENT =
  'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.'

/** GitHub refuses a JWT that expires later than in so many seconds, by its own clock. */
const LONGEST_LIFE = 600

/** What GitHub answers to a JWT that it refuses. */
interface JwtRefusal {
  readonly status: 401 | 404
  readonly message: string
}

const UNDECODABLE: JwtRefusal = {
  status: 401,
  message: 'A JSON web token could not be decoded'
}

const ISSUED_AT: JwtRefusal = {
  status: 401,
  message:
    "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"
}

const EXPIRATION: JwtRefusal = {
  status: 401,
  message:
    "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"
}

/** Whether a credential looks like a JWT: it has three parts, and the first is a JSON object. */
function looksLikeJwt(credential: string): boolean {
  const parts = credential.split('.')
  return parts.length === 3 && decode(parts[0]) !== null
}

/** Why GitHub refuses a JWT, by its own clock; null if it accepts the JWT. */
function refuseJwt(jwt: string, data: GitHubData): JwtRefusal | null {
  const [header = '', payload = '', signature = '', ...rest] = jwt.split('.')
  const claims = decode(payload)
  if (rest.length > 0 || claims === null || decode(header)?.['alg'] !== 'RS256') return UNDECODABLE
  return (
    refuseIssuer(claims['iss'], data) ??
    refuseSignature(`${header}.${payload}`, signature, data) ??
    refuseTimes(claims['iat'], claims['exp'], Math.floor(data.now() / 1000))
  )
}

function refuseIssuer(issuer: unknown, { app, issuers }: GitHubData): JwtRefusal | null {
  const name = typeof issuer === 'number' ? String(issuer) : issuer
  const number = typeof name === 'string' && /^\d+$/.test(name)
  const clientId = typeof name === 'string' && /^Iv\d+\.?[0-9A-Za-z]+$/.test(name)
  if (!number && !(clientId && issuers === 'any')) {
    return { status: 401, message: "'Issuer' claim ('iss') must be an Integer" }
  }
  if (name !== String(app.id) && name !== app.clientId) {
    return { status: 404, message: 'Integration not found' }
  }
  if (app.publicKeys.length > 0) return null
  return { status: 401, message: 'Integration must generate a public key' }
}

function refuseSignature(
  signed: string,
  signature: string,
  { app }: GitHubData
): JwtRefusal | null {
  if (!isBase64url(signature)) return UNDECODABLE
  const bytes = Buffer.from(signature, 'base64url')
  const valid = app.publicKeys.some((key) => verify('sha256', Buffer.from(signed), key, bytes))
  return valid ? null : UNDECODABLE
}

/** Times are in whole seconds since 1970. */
function refuseTimes(issuedAt: unknown, expires: unknown, now: number): JwtRefusal | null {
  if (!isInteger(issuedAt) || issuedAt > now) return ISSUED_AT
  if (!isInteger(expires) || expires <= now) return EXPIRATION
  if (expires <= now + LONGEST_LIFE) return null
  return { status: 401, message: "'Expiration time' claim ('exp') is too far in the future" }
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isBase64url(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text)
}

function decode(part: string | undefined): Record<string, unknown> | null {
  if (part === undefined || !isBase64url(part)) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
