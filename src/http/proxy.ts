import { printable } from '../printable'
import { invalid, valid, type Parsed } from '../parsed'
import { getProxyUrl } from '@actions/http-client'

/** A proxy to go through. */
export interface Proxy {
  /** Its address with scheme, and with credentials where it has some. Never print it. */
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

/**
 * Settles whether a proxy is used for an API, as the environment says, and writes its address back
 * in the one form that `@actions/http-client` takes from there: it would silently connect directly
 * where it cannot read it. The value: what must be masked. Problem: `proxy-malformed`.
 */
export function settleProxy(env: NodeJS.ProcessEnv, apiUrl: string): Parsed<readonly string[]> {
  const variable = `${new URL(apiUrl).protocol.replace(':', '')}_proxy`
  const setting = [variable, variable.toUpperCase()]
    .map((name) => ({ name, value: (env[name] ?? '').trim() }))
    .find(({ value }) => value !== '')
  if (setting === undefined || isBypassed(env, variable, apiUrl)) return valid([])
  const proxy = parseProxy(spelling(env, setting.name), setting.value)
  if (!proxy.ok) return proxy
  env[variable] = proxy.value.url
  return valid(proxy.value.secrets)
}

/** The name as it was set: on Windows a variable is found in any letter case. */
function spelling(env: NodeJS.ProcessEnv, name: string): string {
  const names = Object.keys(env).filter((one) => one.toLowerCase() === name.toLowerCase())
  const [spelt = name] = names
  return names.includes(name) ? name : spelt
}

/** Asks the library itself whether `NO_PROXY` or the loopback excepts this API from any proxy. */
function isBypassed(env: NodeJS.ProcessEnv, variable: string, apiUrl: string): boolean {
  const before = env[variable]
  env[variable] = 'http://proxy.invalid'
  const isExcepted = getProxyUrl(apiUrl) === ''
  if (before === undefined) Reflect.deleteProperty(env, variable)
  else env[variable] = before
  return isExcepted
}
