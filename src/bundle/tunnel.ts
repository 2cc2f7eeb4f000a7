import type { ClientRequest } from 'node:http'
import { isIP, type Socket } from 'node:net'
import type * as tunnel from 'tunnel/lib/tunnel.js'
import { lookup } from '../http/name-lookup'

type Tunnel = typeof tunnel
type OpenTunnel = Tunnel['httpOverHttp']
type TunnelOptions = Parameters<OpenTunnel>[0]
type TunnelAgent = ReturnType<OpenTunnel>

/**
 * Replaces the package `tunnel` inside the bundle (tsconfig `paths`) by the real one, which is loaded
 * only if a proxy is used: loading it, and `assert`, which it needs, takes time.
 */
export const httpOverHttp: OpenTunnel = (options) => open('httpOverHttp', options)
export const httpsOverHttp: OpenTunnel = (options) => open('httpsOverHttp', options)
export const httpOverHttps: OpenTunnel = (options) => open('httpOverHttps', options)
export const httpsOverHttps: OpenTunnel = (options) => open('httpsOverHttps', options)

function open(kind: keyof Tunnel, options: TunnelOptions): TunnelAgent {
  return destroyable(load()[kind](corrected(options)))
}

/**
 * The agent of `tunnel` has no `destroy()`, and keeps no list of the connections that wait for the
 * proxy. A proxy that does not answer would keep the process alive.
 */
function destroyable(agent: TunnelAgent): TunnelAgent {
  const opened = new Set<ClientRequest | Socket>()
  const connect = agent.request
  agent.request = (options) => {
    const request = connect(options)
    opened.add(request)
    request.once('connect', (_, socket) => opened.add(socket))
    return request
  }
  agent.destroy = () => {
    for (const one of opened) one.destroy()
  }
  return agent
}

/**
 * The proxy as Node needs it: an IPv6 address without the brackets of a URL, and the name that the
 * certificate of a proxy with TLS must have. By default, Node takes that name from the `Host` header
 * of CONNECT, which is GitHub's.
 */
function corrected(options: TunnelOptions): TunnelOptions {
  const host = options.proxy.host.replace(/^\[(.*)\]$/, '$1')
  // An address is no server name (RFC 6066); the certificate is then checked for the address.
  const servername = isIP(host) === 0 ? host : ''
  return { ...options, proxy: { ...options.proxy, host, servername, lookup } }
}

function load(): Tunnel {
  // It uses `new Buffer()` for a proxy's credentials, and Node would warn about it in the log.
  process.noDeprecation = true
  return require('tunnel/lib/tunnel.js') as Tunnel
}
