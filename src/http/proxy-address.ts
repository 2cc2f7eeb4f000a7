import { invalid, valid, type Parsed } from '../parsed'
import { printable } from '../printable'

/** A proxy to go through. */
export interface Proxy {
  /** Its address with scheme, and with credentials if it has some. Never print it. */
  readonly url: string
  /** What must be masked: the credentials, encoded and decoded. */
  readonly secrets: readonly string[]
}

/**
 * Reads the value of a proxy variable; an address without a scheme is taken as `http://`.
 * Problem: `proxy-malformed`, since falling back to a direct connection would go around the proxy.
 *
 * @param variable the name of the variable, for the message
 */
export function parseProxy(variable: string, text: string): Parsed<Proxy> {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  const secrets = guessSecrets(text)
  try {
    const url = new URL(withScheme)
    const user = decodeURIComponent(url.username)
    const password = decodeURIComponent(url.password)
    if ((url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') {
      return valid({ url: url.href, secrets: credentials(user, password, secrets) })
    }
  } catch {
    // Falls through to the one explanation: what exactly is wrong with it may hold the password.
  }
  return invalid({ kind: 'proxy-malformed', variable, ...otherScheme(text) })
}

/** Everything before the last `@`, which may be a password even where the address makes no sense. */
export function guessSecrets(text: string): string[] {
  const authority = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  const end = authority.lastIndexOf('@')
  if (end < 0) return []
  const userinfo = authority.slice(0, end)
  return [userinfo, userinfo.slice(userinfo.indexOf(':') + 1)].filter(isMaskable)
}

function credentials(user: string, password: string, guessed: readonly string[]): string[] {
  const found = [...guessed, password, `${user}:${password}`]
  return [...new Set(password === '' ? guessed : found.filter(isMaskable))]
}

/** Masking one to three characters would shred the log and hide nothing. */
function isMaskable(text: string): boolean {
  return text.length >= 4
}

function otherScheme(text: string): { readonly scheme?: string } {
  const scheme = /^([a-z][a-z0-9+.-]{0,15}):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return {}
  return { scheme: printable(scheme) }
}
