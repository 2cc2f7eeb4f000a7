import type * as tunnel from 'tunnel/lib/tunnel.js'

type Tunnel = typeof tunnel

/**
 * Stands in for the package `tunnel` inside the bundle (tsconfig `paths`): the real one, loaded when
 * a proxy is in use. Without one, loading it (and `assert`, which it needs) is time spent for nothing.
 */
export const httpOverHttp: Tunnel['httpOverHttp'] = (options) => load().httpOverHttp(options)
export const httpsOverHttp: Tunnel['httpsOverHttp'] = (options) => load().httpsOverHttp(options)
export const httpOverHttps: Tunnel['httpOverHttps'] = (options) => load().httpOverHttps(options)
export const httpsOverHttps: Tunnel['httpsOverHttps'] = (options) => load().httpsOverHttps(options)

function load(): Tunnel {
  // It uses `new Buffer()` for a proxy's credentials, and Node would say so in the log.
  process.noDeprecation = true
  return require('tunnel/lib/tunnel.js') as Tunnel
}
