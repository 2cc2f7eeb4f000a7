import { getProxyUrl } from '@actions/http-client'
import { valid, type Parsed } from '../parsed'
import { parseProxy } from './proxy-address'

/**
 * Settles whether a proxy is used for an API, as the environment says, and writes its address back
 * in the one form that `@actions/http-client` takes from there: it would silently connect directly
 * if it cannot read it. The value: what must be masked. Problem: `proxy-malformed`.
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
