import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request that the action must not make. */
export interface UnexpectedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A server on the loopback that is not the API. */
export interface OtherServer {
  /** Its address, without a slash at its end. */
  readonly url: string
  /** `127.0.0.1:PORT`. */
  readonly host: string
  /** How many connections were opened to it, with or without a request. */
  readonly connections: number
  readonly requests: readonly UnexpectedRequest[]
  close(): Promise<void>
}

/** Starts a server that accepts every request, and records it. */
export async function startOtherServer(): Promise<OtherServer> {
  const requests: UnexpectedRequest[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request
    void text(request).then((body) => {
      requests.push({ method, path, headers, body })
      response.end('{}')
    })
  })
  server.on('connection', () => {
    connections++
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    get connections() {
      return connections
    },
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
}
