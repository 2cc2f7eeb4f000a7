/** What `@actions/http-client` and this action use of the package `tunnel`, which has no types. */
declare module 'tunnel/lib/tunnel.js' {
  import type { Agent, ClientRequest, RequestOptions } from 'node:http'

  interface TunnelOptions {
    readonly maxSockets: number
    readonly keepAlive: boolean
    /** How the CONNECT request is sent: passed on to `http.request` or `https.request`. */
    readonly proxy: {
      readonly host: string
      readonly port: string
      readonly proxyAuth?: string
      /** The name that its certificate must have; empty: its address. */
      readonly servername?: string
      readonly lookup?: RequestOptions['lookup']
    }
  }

  interface TunnelAgent extends Agent {
    /** Sends the CONNECT request: `http.request` or `https.request`. */
    request: (options: RequestOptions) => ClientRequest
  }

  export function httpOverHttp(options: TunnelOptions): TunnelAgent
  export function httpsOverHttp(options: TunnelOptions): TunnelAgent
  export function httpOverHttps(options: TunnelOptions): TunnelAgent
  export function httpsOverHttps(options: TunnelOptions): TunnelAgent
}

/** The half of `jsonwebtoken` that signs: loading the other half would be time spent for nothing. */
declare module 'jsonwebtoken/sign' {
  import { sign } from 'jsonwebtoken'
  export default sign
}
