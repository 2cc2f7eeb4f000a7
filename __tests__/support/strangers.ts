import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on the loopback that is not GitHub's: nothing may arrive there. */
export interface Stranger {
  /** Its address, without a slash at its end. */
  readonly url: string
  /** Every request that arrived, as `METHOD /path`. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** Starts a stranger on a free port. It answers everything with an empty object. */
export async function startStranger(): Promise<Stranger> {
  const requests: string[] = []
  const server: Server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
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
