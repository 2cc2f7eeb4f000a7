/** An HTTP server for an embedded service: it records each request, and fails if a test asks for it. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { readBody, type Answer, type Exchange } from '../github/exchange'
import { answerRequest, FaultQueue, type Fault } from '../github/faults'

/** A request, as its route sees it. */
export interface ServiceRequest {
  readonly method: string
  /** The path, still percent-encoded. */
  readonly path: string
  /** What the parentheses of the route's path matched, decoded. */
  readonly params: readonly string[]
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** The raw body; empty if there is none. */
  readonly body: string
  /** Records something that the service may tolerate, but that the action must not do. */
  readonly complain: (text: string) => void
}

/** One kind of request that a service answers. */
export interface ServiceRoute {
  /** For `fail`, and in the exchanges. */
  readonly name: string
  readonly method: string
  readonly path: RegExp
  /** For services that do everything at one path. Default: every request is for it. */
  readonly isFor?: (request: Pick<ServiceRequest, 'headers' | 'body'>) => boolean
  readonly answer: (request: ServiceRequest) => Answer
}

/** A running embedded service. */
export interface EmbeddedService {
  /** Its address without a trailing slash. */
  readonly url: string
  readonly exchanges: readonly Exchange[]
  /** What no client should do. Tests expect none. */
  readonly complaints: readonly string[]
  /** Makes the next requests of a route fail, with each fault in turn; the whole list so many times. */
  fail(route: string, fault: Fault | readonly Fault[], times?: number): void
  /** Ends the server and every connection. */
  close(): Promise<void>
}

/** How a service behaves. */
export interface ServiceOptions {
  /** What is answered if no route matches. */
  readonly unknown: (request: Omit<ServiceRequest, 'params'>) => Answer
  /** Called for each request that gets no answer because of a fault. */
  readonly onHold?: (() => void) | undefined
  /** The clock of the service, in milliseconds since 1970. */
  readonly now?: () => number
}

/** Starts a service on a free port of the loopback. */
export async function startService(
  routes: readonly ServiceRoute[],
  options: ServiceOptions
): Promise<EmbeddedService> {
  const service = new Service(routes, options)
  const server = createServer((request, response) => {
    void service.serve(request, response)
  })
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges: service.exchanges,
    complaints: service.complaints,
    fail: (route, fault, times = 1) => {
      if (!routes.some(({ name }) => name === route)) throw new Error(`no such route: ${route}`)
      service.faults.add(route, Array.isArray(fault) ? fault : [fault as Fault], times)
    },
    close: () => {
      service.closing.abort()
      return new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
    }
  }
}

class Service {
  readonly exchanges: Exchange[] = []
  readonly complaints: string[] = []
  readonly faults = new FaultQueue()
  readonly closing = new AbortController()
  private readonly routes: readonly ServiceRoute[]
  private readonly options: ServiceOptions

  constructor(routes: readonly ServiceRoute[], options: ServiceOptions) {
    this.routes = routes
    this.options = options
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.exchange(request, response, await text(request))
    } catch (error) {
      if (response.destroyed || this.closing.signal.aborted) return
      this.complaints.push(`an embedded service itself failed: ${String(error)}`)
      response.destroy()
    }
  }

  private async exchange(
    request: IncomingMessage,
    response: ServerResponse,
    body: string
  ): Promise<void> {
    const { method = '', headers } = request
    const url = new URL(`http://${headers.host ?? 'localhost'}${request.url ?? '/'}`)
    const { pathname: path, searchParams: query } = url
    const route = this.routes.find(
      (one) =>
        one.method === method && one.path.test(path) && one.isFor?.({ headers, body }) !== false
    )
    const exchange: Exchange = {
      method,
      route: route?.name ?? null,
      path,
      query: Object.fromEntries(query),
      requestHeaders: headers,
      requestBody: readBody(body),
      connection: 0,
      fault: null,
      status: null,
      responseHeaders: {},
      responseBody: null
    }
    this.exchanges.push(exchange)
    const complain = (complaint: string): void => {
      this.complaints.push(`${method} ${path}: ${complaint}`)
    }
    const common = { method, path, query, headers, body, complain }
    const ordinary = (): Answer => {
      const params = (route?.path.exec(path) ?? []).slice(1).map(decodeURIComponent)
      return route?.answer({ ...common, params }) ?? this.options.unknown(common)
    }
    const pending = {
      exchange,
      response,
      commonHeaders: {
        'content-type': 'application/json',
        date: new Date(this.options.now?.() ?? Date.now()).toUTCString()
      },
      ordinary,
      closing: this.closing.signal,
      onHold: this.options.onHold ?? (() => undefined)
    }
    await answerRequest(pending, this.faults.next(route?.name ?? null))
  }
}
