import { printable } from '../printable'

/** A host that `NO_PROXY` names in a form that has no effect. */
export interface UnusedException {
  /** As it was written. */
  readonly entry: string
  /** The same in the form that has an effect. It is equal if only the separators are wrong. */
  readonly usable: string
}

/**
 * Finds in `NO_PROXY` what was probably meant to except an API from the proxy, but has no effect:
 * `*.example.com`, an address instead of a host, quotes, or blanks instead of commas.
 *
 * @param noProxy the variable of a step whose API was not excepted
 */
export function unusedException(noProxy: string, apiUrl: string): UnusedException | undefined {
  const { hostname } = new URL(apiUrl)
  for (const entry of noProxy.split(/[\s,;|]+/)) {
    const host = entry
      .toLowerCase()
      .replace(/["'`]/g, '')
      .replace(/^https?:\/\//, '')
      .replace(/(?::\d*)?(?:\/.*)?$/, '')
      .replace(/^\*+/, '')
    const bare = host.replace(/^\./, '')
    if (bare === '' || !`.${hostname}`.endsWith(`.${bare}`)) continue
    return { entry: printable(entry), usable: bare === hostname ? hostname : host }
  }
  return undefined
}
