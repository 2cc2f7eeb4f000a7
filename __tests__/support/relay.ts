import { createServer as createHttpServer } from 'node:http'
import { connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Certificate } from './certificate'

/** Something in front of an embedded GitHub, which may be started before that is. */
export interface Relay {
  readonly port: number
  /** The port on the loopback that everything is passed on to. */
  leadTo(port: number): void
  close(): Promise<void>
}

/** Takes TLS off, and passes on what was inside. */
export async function startTlsRelay(certificate: Certificate): Promise<Relay> {
  return start((target) =>
    createTlsServer(certificate, (socket) => {
      join(socket, target())
    }).on('tlsClientError', () => undefined)
  )
}

/** A proxy that tunnels (CONNECT) to the embedded GitHub, whatever host it is asked for. */
export async function startProxy(onConnect: (host: string) => void): Promise<Relay> {
  return start((target) =>
    createHttpServer().on('connect', (request, socket: Socket) => {
      onConnect(request.url ?? '')
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      join(socket, target())
    })
  )
}

async function start(make: (target: () => number) => Server): Promise<Relay> {
  let target = 0
  const server = make(() => target)
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      target = port
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      })
  }
}

function join(client: Socket, port: number): void {
  const server = connect(port, '127.0.0.1')
  client.pipe(server).pipe(client)
  for (const [one, other] of [
    [client, server],
    [server, client]
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
}
