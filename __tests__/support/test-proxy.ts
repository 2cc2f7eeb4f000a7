/** Servers that tests put between the action and the embedded GitHub: a proxy, and TLS. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import {
  connect,
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket
} from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Certificate } from './certificate'

/** One request to connect, as the proxy received it. */
export interface Tunnel {
  /** `host:port`. */
  readonly target: string
  /** User name and password as sent, decoded from `Proxy-Authorization`; empty where there are none. */
  readonly credentials: string
}

/** A proxy on the loopback. It connects every host name to this machine. */
export interface TestProxy {
  readonly port: number
  readonly tunnels: readonly Tunnel[]
  /** Requests other than CONNECT: a proxy can read these. */
  readonly others: readonly string[]
  close(): Promise<void>
}

/** Where a proxy stops, without closing the connection. */
export type Silence =
  /** It does not answer the request for a tunnel. */
  | 'at CONNECT'
  /** It answers that with half a status line. */
  | 'in its status line'
  /** It opens the tunnel, and passes nothing on. */
  | 'after CONNECT'
  /** It passes the request on, and half a status line of the answer. */
  | "in GitHub's status line"

/** How a proxy behaves. */
export interface ProxyOptions {
  /** The status line with which it refuses every tunnel, such as `502 Bad Gateway`. */
  readonly refusal?: string | undefined
  /** Whether the proxy is silent in a tunnel; the first is 1. */
  readonly silence?: (tunnel: number) => Silence | undefined
  /** Called for each tunnel in which the proxy is silent. */
  readonly onHold?: () => void
  /** For a proxy to which clients connect over TLS. */
  readonly certificate?: Certificate
  /** The address it listens on; default: 127.0.0.1. */
  readonly address?: string
  /**
   * The port of this machine to which a tunnel to `host:port` leads; default: the port that is asked
   * for.
   */
  readonly port?: (target: string) => number
}

const OPENED = 'HTTP/1.1 200 Connection established\r\n\r\n'

/** Starts a proxy. */
export async function startProxy(options: ProxyOptions = {}): Promise<TestProxy> {
  const { refusal, certificate, address = '127.0.0.1', onHold = () => undefined } = options
  const tunnels: Tunnel[] = []
  const others: string[] = []
  const sockets = new Set<Socket>()
  const server = certificate === undefined ? createServer() : createHttpsServer(certificate)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    others.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.writeHead(500).end()
  })
  server.on('connection', (socket: Socket) => {
    keep(socket, sockets)
  })
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    const target = request.url ?? ''
    tunnels.push({ target, credentials: credentialsOf(request) })
    if (refusal !== undefined) {
      client.end(`HTTP/1.1 ${refusal}\r\ncontent-length: 0\r\n\r\n`)
      return
    }
    const silence = options.silence?.(tunnels.length)
    if (silence === 'at CONNECT' || silence === 'in its status line') {
      if (silence === 'in its status line') client.write('HTTP/1.1 2')
      onHold()
      return
    }
    if (silence === 'after CONNECT') {
      client.write(OPENED)
      client.resume()
      onHold()
      return
    }
    const port = options.port?.(target) ?? Number(target.slice(target.lastIndexOf(':') + 1))
    const upstream = connect(port, '127.0.0.1')
    keep(upstream, sockets)
    upstream.once('connect', () => {
      client.write(OPENED)
      client.pipe(upstream)
      if (silence === undefined) upstream.pipe(client)
      else {
        upstream.once('data', (answer: Buffer) => {
          client.write(answer.subarray(0, 10))
          onHold()
        })
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    tunnels,
    others,
    close: () => end(server, sockets)
  }
}

function credentialsOf({ headers }: IncomingMessage): string {
  const encoded = /^Basic (.+)$/.exec(headers['proxy-authorization'] ?? '')?.[1] ?? ''
  return Buffer.from(encoded, 'base64').toString()
}

/** Takes TLS off, and passes everything on to an embedded GitHub, which may be started later. */
export interface TlsRelay {
  readonly port: number
  /** How many connections were opened to it, with or without a request. */
  readonly connections: number
  /** Sets the port on the loopback to which everything is passed on. */
  leadTo(port: number): void
  close(): Promise<void>
}

/** How a connection fails before its first request is passed on. */
export const DEATHS = [
  // The server accepts the connection, and never answers the TLS handshake.
  'silent in the handshake',
  'closed before the handshake',
  'closed after the handshake',
  // The server closes the connection when it receives something.
  'closed at the first request'
] as const

export type Death = (typeof DEATHS)[number]

/** How a relay behaves. */
export interface RelayOptions {
  /** How a connection fails, if it does; the first is 1. */
  readonly death?: ((connection: number) => Death | undefined) | undefined
  /** Called for each connection that is silent. */
  readonly onHold?: () => void
}

/** Starts a server for TLS with a certificate. */
export async function startTlsRelay(
  certificate: Certificate,
  { death: deathOf = () => undefined, onHold = () => undefined }: RelayOptions = {}
): Promise<TlsRelay> {
  let target = 0
  let connections = 0
  const sockets = new Set<Socket>()
  /** By the client's port, which its socket with TLS has, too. */
  const deaths = new Map<number | undefined, Death>()
  const secure = createTlsServer(certificate, (client) => {
    client.on('error', () => undefined)
    const death = deaths.get(client.remotePort)
    if (death === 'closed after the handshake') client.destroy()
    else if (death === 'closed at the first request') client.once('data', () => client.destroy())
    else passOn(client, connect(target, '127.0.0.1'))
  })
  const passOn = (client: Socket, upstream: Socket): void => {
    keep(upstream, sockets)
    client.on('error', () => upstream.destroy())
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    client.pipe(upstream).pipe(client)
  }
  secure.on('tlsClientError', () => undefined)
  const server = createTcpServer((socket) => {
    connections += 1
    keep(socket, sockets)
    const death = deathOf(connections)
    if (death !== undefined) deaths.set(socket.remotePort, death)
    if (death === 'silent in the handshake') onHold()
    else if (death === 'closed before the handshake') socket.destroy()
    else secure.emit('connection', socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections
    },
    leadTo: (port) => {
      target = port
    },
    close: () => end(server, sockets)
  }
}

function keep(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket)
  // Either side may end first.
  socket.on('error', () => socket.destroy())
  socket.on('close', () => sockets.delete(socket))
}

function end(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    for (const socket of sockets) socket.destroy()
  })
}
