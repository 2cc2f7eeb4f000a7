import { sign, type KeyObject } from 'node:crypto'
import { seededRsaKey } from './keys'

/** What a test changes in a JWT of the App. */
export interface JwtChanges {
  readonly header?: unknown
  /** Replaces claims; undefined removes one. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Replaces the whole payload. */
  readonly payload?: unknown
  readonly key?: KeyObject
  /** The time at which it is made, in milliseconds since 1970. Default: now. */
  readonly now?: number
}

/** The client ID of the App of the embedded GitHub. */
export const CLIENT_ID = 'Iv23liEXAMPLEoctobot'

const appPrivateKey = seededRsaKey('app')

/** A JWT of the App as another program would make it: with node:crypto alone. */
export function makeJwt({
  header,
  claims,
  payload,
  key,
  now = Date.now()
}: JwtChanges = {}): string {
  const seconds = Math.floor(now / 1000)
  const usual = { iat: seconds - 60, exp: seconds + 540, iss: CLIENT_ID, ...claims }
  return signed(
    JSON.stringify(header ?? { alg: 'RS256', typ: 'JWT' }),
    JSON.stringify(payload === undefined ? usual : payload),
    key
  )
}

/** Signs the texts of a header and a payload, whatever is in them. */
export function signed(header: string, payload: string, key: KeyObject = appPrivateKey): string {
  const input = [header, payload].map((text) => Buffer.from(text).toString('base64url')).join('.')
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
}
