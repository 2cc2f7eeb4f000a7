/** What `@actions/http-client` uses of the package `tunnel`, which has no types of its own. */
declare module 'tunnel/lib/tunnel.js' {
  import type { Agent } from 'node:http'

  interface TunnelOptions {
    readonly maxSockets: number
    readonly keepAlive: boolean
    readonly proxy: {
      readonly host: string
      readonly port: string
      readonly proxyAuth?: string
      /** What its certificate must be for; empty: its address. */
      readonly servername?: string
    }
  }

  export function httpOverHttp(options: TunnelOptions): Agent
  export function httpsOverHttp(options: TunnelOptions): Agent
  export function httpOverHttps(options: TunnelOptions): Agent
  export function httpsOverHttps(options: TunnelOptions): Agent
}
