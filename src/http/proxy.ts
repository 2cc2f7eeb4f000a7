import { checkBypass } from '@actions/http-client/lib/proxy'
import { valid, type Parsed } from '../parsed'
import { parseProxy } from './proxy-address'

/** The variable that sets a proxy, and its value. */
interface ProxySetting {
  /** The variable in the spelling that `@actions/http-client` looks for first. */
  readonly variable: string
  readonly name: string
  readonly value: string
}

/**
 * Settles whether a proxy is used for an API, as the environment says, and writes its address back
 * in the one form that `@actions/http-client` takes from there: it would silently connect directly
 * if it cannot read it. The value: what must be masked. Problem: `proxy-malformed`.
 *
 * @param env `process.env` itself: `@actions/http-client` reads `NO_PROXY` and the proxy from there
 */
export function normalizeProxy(env: NodeJS.ProcessEnv, apiUrl: string): Parsed<readonly string[]> {
  const setting = findProxy(env, new URL(apiUrl))
  if (setting === undefined) return valid([])
  const proxy = parseProxy(spelling(env, setting.name), setting.value)
  if (!proxy.ok) return proxy
  env[setting.variable] = proxy.value.url
  return valid(proxy.value.secrets)
}

/** Whether requests to a URL go through a proxy, or would if its address could be read. */
export function isProxied(env: NodeJS.ProcessEnv, url: URL): boolean {
  return findProxy(env, url) !== undefined
}

function findProxy(env: NodeJS.ProcessEnv, url: URL): ProxySetting | undefined {
  const variable = `${url.protocol.replace(':', '')}_proxy`
  const setting = [variable, variable.toUpperCase()]
    .map((name) => ({ variable, name, value: (env[name] ?? '').trim() }))
    .find(({ value }) => value !== '')
  // The library itself says whether `NO_PROXY` or the loopback excepts this URL from any proxy.
  return setting === undefined || checkBypass(url) ? undefined : setting
}

/** The name as it was set: on Windows a variable is found in any letter case. */
function spelling(env: NodeJS.ProcessEnv, name: string): string {
  const names = Object.keys(env).filter((one) => one.toLowerCase() === name.toLowerCase())
  const [spelt = name] = names
  return names.includes(name) ? name : spelt
}
