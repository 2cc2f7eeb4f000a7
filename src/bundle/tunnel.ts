import { isIP } from 'node:net'
import type * as tunnel from 'tunnel/lib/tunnel.js'

type Tunnel = typeof tunnel
type OpenTunnel = Tunnel['httpOverHttp']
type TunnelOptions = Parameters<OpenTunnel>[0]

/**
 * Stands in for the package `tunnel` inside the bundle (tsconfig `paths`): the real one, loaded when
 * a proxy is in use. Without one, loading it (and `assert`, which it needs) is time spent for nothing.
 */
export const httpOverHttp: OpenTunnel = (options) => load().httpOverHttp(corrected(options))
export const httpsOverHttp: OpenTunnel = (options) => load().httpsOverHttp(corrected(options))
export const httpOverHttps: OpenTunnel = (options) => load().httpOverHttps(corrected(options))
export const httpsOverHttps: OpenTunnel = (options) => load().httpsOverHttps(corrected(options))

/**
 * The proxy as Node needs it: an IPv6 address without the brackets of a URL, and the name that the
 * certificate of a proxy with TLS must be for. By itself, Node takes that from the `Host` header of
 * CONNECT, which is GitHub's.
 */
function corrected(options: TunnelOptions): TunnelOptions {
  const host = options.proxy.host.replace(/^\[(.*)\]$/, '$1')
  // An address is no server name (RFC 6066); the certificate is then checked for the address.
  const servername = isIP(host) === 0 ? host : ''
  return { ...options, proxy: { ...options.proxy, host, servername } }
}

function load(): Tunnel {
  // It uses `new Buffer()` for a proxy's credentials, and Node would say so in the log.
  process.noDeprecation = true
  return require('tunnel/lib/tunnel.js') as Tunnel
}
