/** The check of an App's JWT, on node:crypto alone so that it shares no code with the signer. */
import { verify } from 'node:crypto'
import type { World } from './world'

/** GitHub refuses a JWT that expires later than this many seconds from now by its own clock. */
const LONGEST_LIFE = 600

/** What GitHub answers to a JWT that it refuses. */
export interface JwtRefusal {
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

/** Whether a credential looks like a JWT: three parts, of which the first is a JSON object. */
export function looksLikeJwt(credential: string): boolean {
  const parts = credential.split('.')
  return parts.length === 3 && decode(parts[0]) !== null
}

/** Checks a JWT by GitHub's clock; null means that it is accepted. */
export function refuseJwt(jwt: string, world: World): JwtRefusal | null {
  const [header = '', payload = '', signature = '', ...rest] = jwt.split('.')
  const claims = decode(payload)
  if (rest.length > 0 || claims === null || decode(header)?.['alg'] !== 'RS256') return UNDECODABLE
  return (
    refuseIssuer(claims['iss'], world) ??
    refuseSignature(`${header}.${payload}`, signature, world) ??
    refuseTimes(claims['iat'], claims['exp'], Math.floor(world.now() / 1000))
  )
}

function refuseIssuer(issuer: unknown, { app, issuers }: World): JwtRefusal | null {
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

function refuseSignature(signed: string, signature: string, { app }: World): JwtRefusal | null {
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
