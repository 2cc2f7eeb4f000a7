/** One request as a route sees it, and who may make it. */
import type { IncomingHttpHeaders } from 'node:http'
import { badCredentials, failure, type Answer } from './answer'
import { looksLikeJwt, refuseJwt } from './jwt'
import type { Links } from './render'
import type { IssuedToken, TokenStore } from './tokens'

/** What a route wants in `Authorization`: the App's JWT, a token, or a token or nothing. */
export type Credential = 'jwt' | 'token' | 'optional token'

/** A request that found its route. */
export interface Call extends Links {
  readonly tokens: TokenStore
  /** The decoded parts of the path, by their names in the route. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The path as it came, with the prefix and without the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The raw body; empty where there is none. */
  readonly body: string
  /** Notes something that GitHub might tolerate and the action must not do. */
  readonly complain: (text: string) => void
}

/** Who makes the call: null is the App (with its JWT) or nobody. */
export type Caller = { readonly token: IssuedToken | null } | { readonly refusal: Answer }

/** Checks the credential that a route wants. */
export function authenticate(call: Call, wanted: Credential): Caller {
  const [scheme = '', credential = ''] = (call.headers.authorization ?? '').split(' ')
  return wanted === 'jwt'
    ? authenticateApp(call, scheme, credential)
    : authenticateToken(call, scheme, credential, wanted)
}

function authenticateApp(call: Call, scheme: string, jwt: string): Caller {
  if (jwt.startsWith('ghs_')) call.complain('a token was sent where the JWT of the App belongs')
  if (scheme.toLowerCase() !== 'bearer') {
    call.complain(`the JWT was sent as "${scheme}", not as "Bearer"`)
    return { refusal: failure(401, 'A JSON web token could not be decoded') }
  }
  const refusal = refuseJwt(jwt, call.world)
  return refusal === null ? { token: null } : { refusal: failure(refusal.status, refusal.message) }
}

function authenticateToken(
  call: Call,
  scheme: string,
  value: string,
  wanted: 'token' | 'optional token'
): Caller {
  if (looksLikeJwt(value) && !value.startsWith('ghs_')) {
    call.complain('a JWT was sent where a token belongs')
  }
  if (scheme === '' && wanted === 'optional token') return { token: null }
  if (scheme === '') return { refusal: failure(401, 'Requires authentication') }
  const known = ['bearer', 'token'].includes(scheme.toLowerCase())
  const token = known ? call.tokens.find(value) : undefined
  return token === undefined ? { refusal: badCredentials() } : { token }
}
