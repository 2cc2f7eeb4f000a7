import { invalid, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { ProxyMistake } from '../problems/input-problem'

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
  const mistake = mistakeIn(text)
  if (mistake !== undefined) return invalid({ kind: 'proxy-malformed', variable, mistake })
  const withScheme = SCHEME.test(text) ? text : `http://${text}`
  try {
    const url = new URL(withScheme)
    const user = decodeURIComponent(url.username)
    const password = decodeURIComponent(url.password)
    if (HOST.test(url.hostname)) {
      return valid({ url: url.href, secrets: credentials(user, password, guessSecrets(text)) })
    }
  } catch {
    // Falls through to the one explanation: what exactly is wrong with it may hold the password.
  }
  return invalid({ kind: 'proxy-malformed', variable, mistake: { mistake: 'not-an-address' } })
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i

/** A host as `URL` writes it. `URL` accepts more, such as quotes. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/i

/**
 * What `URL` would accept, and read as something else than was meant. For `URL`, a host ends at the
 * first of `/`, `\`, `?` and `#`. If one of them is in a password, `URL` takes a part of the password
 * for the host, and its name would get to the name server and into the log.
 */
function mistakeIn(text: string): ProxyMistake | undefined {
  if (/^["'`“”‘’]|["'`“”‘’]$/.test(text)) return { mistake: 'quotes' }
  const scheme = /^([a-z][a-z0-9+.-]{0,15}):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return { mistake: 'scheme', scheme: printable(scheme) }
  }
  const rest = text.replace(SCHEME, '')
  const isCutShort = /[?#]/.test(rest) || /[/\\]/.test(rest.slice(0, rest.lastIndexOf('@') + 1))
  return isCutShort ? { mistake: 'not-encoded' } : undefined
}

/** Everything before the last `@`, which may be a password even where the address makes no sense. */
export function guessSecrets(text: string): string[] {
  const authority = text.replace(SCHEME, '')
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
