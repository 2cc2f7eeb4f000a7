import { field, textField } from '../json'
import { invalid, valid, type Parsed } from '../parsed'
import { holdsKeyWords, secretKindIn } from '../secret-text'
import type { JwtClaim, JwtLookalike, JwtMistake } from '../problems/credential-problem'
import { isAppId, notAnAppId } from './app-id'
import { MAX_TEXT_LENGTH, lookalikeOf } from './private-key/mistakes'
import { MIN_SECRET_LENGTH, textsToMask } from './private-key/secrets'
import { unwrap, withoutSpace, type Unwrapped } from './private-key/unwrap'

/** A JWT of the App that was made elsewhere. It was read, but nobody can verify it except GitHub. */
export interface AppJwt {
  readonly kind: 'jwt'
  readonly jwt: string
  /** Its `iss`: the App's client ID or numeric id, as text. */
  readonly issuer: string
  /** Its `iat`, in seconds since 1970. */
  readonly issuedAt: number
  /** Its `exp`, in seconds since 1970. */
  readonly expires: number
}

/** The result of reading the text of a JWT. */
export interface JwtReading {
  /**
   * What must be masked before anything else is logged, whether or not there is a JWT: the text as it
   * came, each step of its decoding, and the parts between the dots. Not the header, because other
   * JWTs have the same one.
   */
  readonly secrets: readonly string[]
  readonly result: Parsed<AppJwt>
}

/**
 * Reads a JWT of the App: RFC 7519, with what GitHub asks for. Removes quotes, line ends and `Bearer`.
 * If GitHub would refuse the JWT, or could accept it for too long, says why, and shows none of it.
 * Problem: `jwt-unusable`.
 *
 * @param now the runner's time, in milliseconds since 1970
 */
export function readAppJwt(text: string, now: number): JwtReading {
  const unwrapped = unwrap(text)
  const bare = typeof unwrapped.core === 'string' ? withoutScheme(unwrapped.core) : unwrapped.core
  const found = typeof bare === 'string' ? readBare(bare, unwrapped, now) : looksLike('private-key')
  return {
    secrets: [...new Set([...textsToMask(unwrapped), ...pieces(unwrapped, bare)])],
    result: 'mistake' in found ? invalid({ kind: 'jwt-unusable', mistake: found }) : valid(found)
  }
}

/** The text without what an HTTP header has in front of a JWT. */
function withoutScheme(text: string): string {
  const rest = text.replace(/^(?:authorization:\s*)?bearer(?:[\s:]+|$)/i, '')
  const { core } = rest === text ? { core: text } : unwrap(rest)
  return typeof core === 'string' ? core : rest
}

/** Shorter parts occur in ordinary text. */
const PIECE = /[\w+/=-]{16,}/g

function pieces({ texts }: Unwrapped, bare: string | Buffer): string[] {
  const joined = typeof bare === 'string' ? [withoutSpace(bare)] : []
  const parts = [...texts, ...joined].flatMap((text) => text.match(PIECE) ?? [])
  return [...joined.filter(({ length }) => length >= MIN_SECRET_LENGTH), ...parts.filter(isSecret)]
}

/** Anything but a header: it begins with `{"`, and names the algorithm. */
function isSecret(part: string): boolean {
  return !(part.startsWith('eyJ') && field(jsonObject(part), 'alg') !== undefined)
}

/** No JWT that GitHub accepts is as long, even with the largest RSA key. */
const MAX_LENGTH = 8 * 1024

function readBare(bare: string, unwrapped: Unwrapped, now: number): AppJwt | JwtMistake {
  if (bare.length > MAX_TEXT_LENGTH) return { mistake: 'too-long', length: bare.length }
  if (bare === '') return { mistake: 'empty' }
  const mistake = notOneJwt(bare, unwrapped)
  if (mistake !== undefined) return mistake
  const [first = ''] = bare.split(/\s+/)
  const joined = withoutSpace(bare)
  // A JWT that is pasted twice is one JWT.
  const jwt = dotsIn(joined) === 2 ? joined : first
  return jwt.length > MAX_LENGTH ? { mistake: 'too-long', length: jwt.length } : readJwt(jwt, now)
}

/** Three parts of base64url. The signature can be missing. */
const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]*$/

/** What a text is, if it is not a single text with three parts. */
function notOneJwt(bare: string, { texts }: Unwrapped): JwtMistake | undefined {
  // An installation token can contain a JWT, and so have three parts.
  if (/^(?:gh[a-z]_|github_pat_)/.test(bare)) return looksLike('token')
  const joined = withoutSpace(bare)
  // Before the looks of other secrets: a random signature can contain any of their beginnings.
  if (SHAPE.test(joined)) return undefined
  const words = new Set(bare.split(/\s+/))
  const whole = [...words].filter((word) => SHAPE.test(word))
  if (whole.length === 1 && words.size === 1) return undefined
  if (whole.length > 1) return { mistake: 'several', count: whole.length }
  return notAJwt(bare, texts) ?? wrongParts(joined, texts[0])
}

/** Another secret, or something else that people store by mistake. */
function notAJwt(bare: string, texts: readonly string[]): JwtMistake | undefined {
  if (texts.some(holdsKeyWords)) return looksLike('private-key')
  const look = [...texts, bare].map(lookalikeOf).find((one) => one !== undefined && one !== 'jwt')
  if (look !== undefined) return looksLike(look)
  const isKey = !bare.includes('.') && secretKindIn(bare) === 'key'
  return isKey ? looksLike('private-key') : undefined
}

/** @param given the text as it came */
function wrongParts(joined: string, given: string): JwtMistake | undefined {
  const dots = dotsIn(joined)
  if (dots === 2) return undefined
  // Any word is base64 of something. If that has no dots, the word was meant as it is.
  const { length } = dots === 0 ? given : joined
  return { mistake: 'not-three-parts', parts: dots + 1, length }
}

function dotsIn(text: string): number {
  return text.split('.').length - 1
}

function looksLike(lookalike: JwtLookalike): JwtMistake {
  return { mistake: 'not-a-jwt', looksLike: lookalike }
}

function readJwt(jwt: string, now: number): AppJwt | JwtMistake {
  const [header = '', payload = '', signature = ''] = jwt.split('.')
  const [head, claims] = [jsonObject(header), jsonObject(payload)]
  if (claims !== undefined && isOidcToken(claims)) return looksLike('oidc-token')
  if (/[^\w+/=.-]/.test(jwt)) return { mistake: 'stray-character' }
  if (head === undefined) return { mistake: 'unreadable', part: 'header' }
  // Node reads both alphabets, GitHub only that of base64url.
  if (/[+/=]/.test(jwt)) return { mistake: 'base64' }
  if (claims === undefined) return { mistake: 'unreadable', part: 'payload' }
  return mistakeInSignature(head, signature) ?? readClaims(jwt, claims, now)
}

/** If a name occurs twice, the last one counts, as RFC 7519, section 4, allows. */
function jsonObject(part: string): object | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? value : undefined
  } catch {
    return undefined
  }
}

/** https://docs.github.com/en/actions/reference/security/oidc */
function isOidcToken(claims: object): boolean {
  const issuer = textField(claims, 'iss')
  return (
    /^https:\/\/(?:token\.actions\.|[^/]+\/_services\/token)/.test(issuer) ||
    (issuer.startsWith('https:') && textField(claims, 'job_workflow_ref') !== '')
  )
}

/** GitHub's keys have 2048 bits, and the signature has as many. */
const MIN_SIGNATURE_BYTES = 256

function mistakeInSignature(header: object, signature: string): JwtMistake | undefined {
  const algorithm = field(header, 'alg')
  if (algorithm !== 'RS256') {
    const isName = typeof algorithm === 'string' && /^[A-Za-z0-9-]{1,16}$/.test(algorithm)
    return { mistake: 'algorithm', algorithm: isName ? algorithm : undefined }
  }
  const bytes = Buffer.from(signature, 'base64url').length
  return bytes < MIN_SIGNATURE_BYTES ? { mistake: 'signature-short', bytes } : undefined
}

function readClaims(jwt: string, claims: object, now: number): AppJwt | JwtMistake {
  const issuer = readIssuer(field(claims, 'iss'))
  if (typeof issuer !== 'string') return issuer
  const issuedAt = readTime(claims, 'iat')
  if (typeof issuedAt !== 'number') return issuedAt
  const expires = readTime(claims, 'exp')
  if (typeof expires !== 'number') return expires
  const mistake = mistakeInTimes(issuedAt, expires, Math.floor(now / 1000))
  return mistake ?? { kind: 'jwt', jwt, issuer, issuedAt, expires }
}

/** Many libraries write the numeric id as a number. GitHub accepts both. */
function readIssuer(value: unknown): string | JwtMistake {
  if (value === undefined || value === '') return { mistake: 'claim-missing', claim: 'iss' }
  const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value > 0
  const text = isNumber ? String(value) : value
  if (typeof text !== 'string') return { mistake: 'issuer-type' }
  return isAppId(text) ? text : { mistake: 'issuer', found: notAnAppId(text) }
}

/** The year 5138. A larger time must be in milliseconds. */
const MAX_PLAUSIBLE_SECONDS = 100_000_000_000

function readTime(claims: object, claim: Exclude<JwtClaim, 'iss'>): number | JwtMistake {
  const value = field(claims, claim)
  if (value === undefined) return { mistake: 'claim-missing', claim }
  if (typeof value !== 'number') return { mistake: 'not-a-number', claim }
  if (Math.abs(value) >= MAX_PLAUSIBLE_SECONDS) return { mistake: 'milliseconds', claim }
  return Number.isInteger(value) ? value : { mistake: 'not-whole', claim }
}

/** GitHub accepts an `exp` that is at most ten minutes ahead. */
const MAX_LIFE_SECONDS = 600
/** GitHub advises to set `iat` one minute back. */
const BACKDATED_SECONDS = 60
/** How far the clocks of two machines may differ. */
const MAX_SKEW_SECONDS = 60
/** With less time left, the requests of an ordinary step do not fit. */
const MIN_LEFT_SECONDS = 30

/**
 * A JWT that becomes valid later, or lives for longer, can be used by a thief later. So it is refused
 * here, although GitHub would refuse it, too.
 */
function mistakeInTimes(issuedAt: number, expires: number, now: number): JwtMistake | undefined {
  const times = { issuedAt, expires, now }
  if (issuedAt > now + MAX_SKEW_SECONDS) return { mistake: 'not-yet-valid', times }
  if (expires <= now) return { mistake: 'expired', times }
  const isLong =
    expires - now > MAX_LIFE_SECONDS + MAX_SKEW_SECONDS ||
    expires - issuedAt > MAX_LIFE_SECONDS + BACKDATED_SECONDS + MAX_SKEW_SECONDS
  if (isLong) return { mistake: 'lives-too-long', times }
  return expires - now < MIN_LEFT_SECONDS ? { mistake: 'ends-soon', times } : undefined
}
