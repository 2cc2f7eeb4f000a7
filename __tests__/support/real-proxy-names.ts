import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The name of GitHub in these tests. It is no loopback address by its name, as proxies need it. */
export const GITHUB_HOST = 'github.test'

/** What a machine's resolver would do for a proxy that has no hosts file of its own. */
export interface Names {
  readonly port: number
  close(): Promise<void>
}

const VERSION = 5
const NO_AUTHENTICATION = 0
const DOMAIN_NAME = 3
const SUCCEEDED = 0
const HOST_UNREACHABLE = 4

/** Starts a SOCKS server (RFC 1928) that knows some names, and leads each of them to this machine. */
export async function startNames(hosts: readonly string[]): Promise<Names> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    void serve(socket, hosts, sockets)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      })
  }
}

async function serve(
  client: Socket,
  hosts: readonly string[],
  sockets: Set<Socket>
): Promise<void> {
  // Each message comes in one piece: it is a few bytes, and the client waits for the answer.
  await nextChunk(client)
  client.write(Buffer.from([VERSION, NO_AUTHENTICATION]))
  const request = await nextChunk(client)
  const length = request[4] ?? 0
  const host = request.toString('latin1', 5, 5 + length)
  if (request[3] !== DOMAIN_NAME || !hosts.includes(host)) {
    client.end(answer(HOST_UNREACHABLE))
    return
  }
  const server = connect(request.readUInt16BE(5 + length), '127.0.0.1')
  sockets.add(server)
  server.on('error', () => client.destroy())
  server.once('connect', () => {
    client.write(answer(SUCCEEDED))
    client.pipe(server).pipe(client)
  })
}

/** With an address of nothing but zeroes, which no client looks at. */
function answer(status: number): Buffer {
  return Buffer.from([VERSION, status, 0, 1, 0, 0, 0, 0, 0, 0])
}

async function nextChunk(socket: Socket): Promise<Buffer> {
  return new Promise((resolve) => socket.once('data', resolve))
}
