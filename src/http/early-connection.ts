import { once } from 'node:events'
import { connect, isIP, type Socket } from 'node:net'
import { handlePendingEvents } from '../time'
import { lookup } from './name-lookup'

/** The host as Node connects to it: a URL has brackets around an IPv6 address. */
export function hostToConnect(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

/** Options of each connection that stays open, as an agent of Node sets them. */
const KEEP_ALIVE_OPTIONS = { keepAlive: true, keepAliveInitialDelay: 1000, noDelay: true }

/**
 * A connection with TLS that is opened while the code that will use it still loads. Nothing is written
 * to it before a request takes it, and until then it does not keep the process alive.
 */
export class EarlyConnection {
  /** Where it leads. */
  readonly address: { readonly host: string; readonly port: number }
  readonly #trusted: Promise<boolean>
  #socket: Socket
  #isTaken = false

  /** @param url the address of an API, with the scheme `https` */
  constructor(url: URL) {
    const { hostname, port } = url
    this.address = { host: hostToConnect(hostname), port: port === '' ? 443 : Number(port) }
    this.#socket = idle(connect({ ...this.address, ...KEEP_ALIVE_OPTIONS, lookup }))
    this.#trusted = this.#secure()
    // Only a request that takes the connection needs to know.
    this.#trusted.catch(() => undefined)
  }

  /** Whether it leads to the host and port of an address with the scheme `https`. */
  leadsTo(address: string): boolean {
    const { protocol, hostname, port } = new URL(address)
    const { host, port: ownPort } = this.address
    return (
      protocol === 'https:' &&
      hostToConnect(hostname) === host &&
      (port === '' ? 443 : Number(port)) === ownPort
    )
  }

  /**
   * Gives the connection away, once. Resolves to undefined if it failed, was closed by the other side,
   * is not trusted, or leads elsewhere: then nothing of it is left.
   *
   * @param leadsThere whether it leads where the request goes
   */
  async take(leadsThere: boolean): Promise<Socket | undefined> {
    if (this.#isTaken) return undefined
    this.#isTaken = true
    const isUsable = leadsThere && (await this.#trusted.catch(() => false))
    // The other side may have closed it meanwhile.
    await handlePendingEvents()
    if (!isUsable || this.#socket.destroyed) {
      this.close()
      return undefined
    }
    return this.#socket.off('data', destroyThis).ref()
  }

  /** Closes it, also if it was given away. */
  close(): void {
    this.#isTaken = true
    this.#socket.destroy()
  }

  async #secure(): Promise<boolean> {
    await once(this.#socket, 'connect')
    // Loaded here, because this takes longer than to open the connection.
    const tls = await import('node:tls')
    const { host } = this.address
    // An address is no server name (RFC 6066); the certificate is then checked for the address.
    const servername = isIP(host) === 0 ? host : ''
    const secure = tls.connect({ host, servername, socket: this.#socket })
    this.#socket = idle(secure).on('data', destroyThis)
    await once(secure, 'secureConnect')
    // If NODE_TLS_REJECT_UNAUTHORIZED is 0, a certificate that is not trusted raises no error.
    return secure.authorized
  }
}

/** A socket that no request uses yet. */
function idle(socket: Socket): Socket {
  return socket.on('error', destroyThis).unref()
}

function destroyThis(this: Socket): void {
  this.destroy()
}
