import { isIP } from 'node:net'
import type * as tunnel from 'tunnel/lib/tunnel.js'

type Tunnel = typeof tunnel
type OpenTunnel = Tunnel['httpOverHttp']
type TunnelOptions = Parameters<OpenTunnel>[0]

/**
 * Stands in for the package `tunnel` inside the bundle (tsconfig `paths`): the real one, loaded when
 * a proxy is in use. Without one, loading it (and `assert`, which it needs) is time spent for nothing.
 */
export const httpOverHttp: OpenTunnel = (options) => load().httpOverHttp(options)
export const httpsOverHttp: OpenTunnel = (options) => load().httpsOverHttp(options)
export const httpOverHttps: OpenTunnel = (options) => load().httpOverHttps(overTls(options))
export const httpsOverHttps: OpenTunnel = (options) => load().httpsOverHttps(overTls(options))

/** Left to itself it checks the certificate of a proxy against the name of GitHub. */
function overTls(options: TunnelOptions): TunnelOptions {
  const { host } = options.proxy
  // An address is no name to ask a server for; it is checked all the same.
  return { ...options, proxy: { ...options.proxy, servername: isIP(host) === 0 ? host : '' } }
}

function load(): Tunnel {
  // It uses `new Buffer()` for a proxy's credentials, and Node would say so in the log.
  process.noDeprecation = true
  return require('tunnel/lib/tunnel.js') as Tunnel
}
