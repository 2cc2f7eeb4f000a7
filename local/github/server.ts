/**
 * The embedded GitHub: a server for the part of GitHub's REST API that the action uses. It checks
 * each request strictly, answers in GitHub's words, fails if a test asks for it, and records all.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { createToken } from './create-token'
import { failure, notFound, readBody, type Answer, type Exchange } from './exchange'
import { headerComplaints, refuseAnonymousClient } from './request-checks'
import { answerCall, assertRoute, matchRoute, type Match, type RouteName } from './routes'
import { answerRequest, FaultQueue, type Fault } from './faults'
import { limitReached, type PointLimit } from './point-limit'
import { TokenStore, type IssuedToken } from './tokens'
import type { GitHubData } from './github-data'
import { Registrations } from './registrations'
import { WebPages, type Person, type Visit } from './web-pages'

/** How the server behaves. */
export interface GitHubOptions {
  /** Path in front of every route, such as `/api/v3` on GHES. Default: none. */
  readonly prefix?: string
  /** Address to listen on. Default: 127.0.0.1. */
  readonly host?: string
  /**
   * Complain about headers that the action must send. Default: true. False if other clients send
   * requests, too, because GitHub does not require these headers.
   */
  readonly checksHeaders?: boolean
  /** Close each connection after one answer. */
  readonly closesConnections?: boolean
  /** A limit on the requests of a minute. Default: none. */
  readonly limit?: PointLimit
  /** Who is signed in in a browser. Default: nobody, and there are no pages for people. */
  readonly person?: Person
  /** Called for each request that gets no answer because of a fault. */
  readonly onHold?: () => void
}

/** A running embedded GitHub. */
export interface EmbeddedGitHub {
  /** Base of the API, with the prefix and without a slash at its end. */
  readonly url: string
  readonly port: number
  /** May be changed while the server runs, its clock (`now`) included. */
  readonly data: GitHubData
  /** Every request, in order, with its answer. */
  readonly exchanges: readonly Exchange[]
  /** Every request of a browser, in order. */
  readonly visits: readonly Visit[]
  /** What no client of GitHub should do, even if GitHub tolerates it. Tests expect none. */
  readonly complaints: readonly string[]
  /** Makes the next requests of a route fail, with each fault in turn; the whole list so many times. */
  fail(route: RouteName, fault: Fault | readonly Fault[], times?: number): void
  /** Every token that was created. */
  tokens(): readonly IssuedToken[]
  /** The tokens that are neither revoked nor expired by GitHub's clock. */
  liveTokens(): IssuedToken[]
  /** Creates a token for another client than the step, by the same rules, without a request. */
  createToken(installationId: number, scope: object): Answer
  /** Ends the server and every connection, those without an answer included. */
  close(): Promise<void>
}

/** Starts an embedded GitHub on a free port of the loopback. */
export async function startGitHub(
  data: GitHubData,
  options: GitHubOptions = {}
): Promise<EmbeddedGitHub> {
  const { host = '127.0.0.1' } = options
  const service = new Service(data, options)
  const server = createServer((request, response) => {
    void service.serve(request, response)
  })
  // Only the client decides when a connection ends, so that tests do not depend on time.
  server.keepAliveTimeout = 0
  if (options.closesConnections === true) server.maxRequestsPerSocket = 1
  server.on('connection', (socket) => {
    service.connected(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${service.prefix}`,
    port,
    data,
    exchanges: service.exchanges,
    visits: service.visits,
    complaints: service.complaints,
    fail: (route, fault, times = 1) => {
      assertRoute(route)
      service.faults.add(route, Array.isArray(fault) ? fault : [fault as Fault], times)
    },
    tokens: () => service.tokens.issued,
    liveTokens: () => service.tokens.live(),
    createToken: (installationId, scope) => service.createToken(installationId, scope),
    close: () => close(server, service)
  }
}

function close(server: Server, service: Service): Promise<void> {
  service.closing.abort()
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}

/** A request with its whole body. */
interface Received {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly body: string
  readonly match: Match | null
}

/** The part of the server that does not depend on its address. */
class Service {
  readonly exchanges: Exchange[] = []
  readonly visits: Visit[] = []
  readonly complaints: string[] = []
  readonly faults = new FaultQueue()
  readonly tokens: TokenStore
  private readonly registrations: Registrations
  private readonly pages: WebPages | undefined
  readonly closing = new AbortController()
  private readonly connections = new WeakMap<Socket, number>()
  private connectionCount = 0
  readonly prefix: string
  private readonly data: GitHubData
  private readonly checksHeaders: boolean
  private readonly limit: PointLimit | undefined
  private readonly onHold: () => void

  constructor(data: GitHubData, options: GitHubOptions) {
    this.data = data
    this.prefix = options.prefix ?? ''
    this.checksHeaders = options.checksHeaders ?? true
    this.limit = options.limit
    this.onHold = options.onHold ?? (() => undefined)
    this.tokens = new TokenStore(data)
    this.registrations = new Registrations(data)
    const { person } = options
    this.pages = person && new WebPages(data, this.registrations, person)
  }

  connected(socket: Socket): void {
    this.connectionCount += 1
    this.connections.set(socket, this.connectionCount)
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`)
      const body = await text(request)
      const match = this.match(request.method ?? '', url.pathname)
      if (match === null && this.visit(request, response, url, body)) return
      await this.exchange({ request, response, url, body, match })
    } catch (error) {
      // The client or the server has closed the connection, so there is no one to answer.
      if (response.destroyed || this.closing.signal.aborted) return
      this.complaints.push(`the embedded GitHub itself failed: ${String(error)}`)
      response.destroy()
    }
  }

  /** Answers a browser, if there is a page at this address. */
  private visit(
    request: IncomingMessage,
    response: ServerResponse,
    { pathname, searchParams }: URL,
    body: string
  ): boolean {
    const { method = '' } = request
    const visit = { method, path: pathname, query: searchParams, form: new URLSearchParams(body) }
    const answer = this.pages?.answer(visit)
    if (answer === undefined) return false
    this.visits.push(visit)
    if ('html' in answer) {
      response.writeHead(answer.status, { 'content-type': 'text/html; charset=utf-8' })
      response.end(answer.html)
    } else {
      response.writeHead(answer.status, { location: answer.location })
      response.end()
    }
    return true
  }

  createToken(installationId: number, scope: object): Answer {
    return createToken({
      data: this.data,
      tokens: this.tokens,
      registrations: this.registrations,
      api: '',
      params: { installation_id: String(installationId) },
      query: new URLSearchParams(),
      path: '',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(scope),
      complain: (complaint) => {
        this.complaints.push(complaint)
      }
    })
  }

  private match(method: string, path: string): Match | null {
    // Enterprise Server has GraphQL beside its REST API, not in it.
    const graphql = `${this.prefix.replace(/\/v3$/, '')}/graphql`
    if (path === graphql) return matchRoute(method, '/graphql')
    if (!path.startsWith(`${this.prefix}/`)) return null
    return matchRoute(method, path.slice(this.prefix.length))
  }

  private async exchange(received: Received): Promise<void> {
    const { request, response, url, body, match } = received
    const fault = this.faults.next(match?.route.name ?? null)
    const exchange: Exchange = {
      method: request.method ?? '',
      route: match?.route.name ?? null,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      requestHeaders: request.headers,
      requestBody: readBody(body),
      connection: this.connections.get(request.socket) ?? 0,
      fault: fault?.kind ?? null,
      status: null,
      responseHeaders: {},
      responseBody: null
    }
    this.exchanges.push(exchange)
    this.checkHeaders(received)
    const commonHeaders = this.commonHeaders()
    const closing = this.closing.signal
    const ordinary = (): Answer => this.answer(received)
    const { onHold } = this
    await answerRequest({ exchange, response, commonHeaders, ordinary, closing, onHold }, fault)
  }

  private checkHeaders(received: Received): void {
    const { request, match } = received
    if (!this.checksHeaders || match?.route.name === 'POST /graphql') return
    for (const complaint of headerComplaints(request.headers)) this.complain(received, complaint)
  }

  private answer(received: Received): Answer {
    const { request, url, body, match } = received
    const refusal = refuseAnonymousClient(request.headers)
    if (refusal !== null) return refusal
    if (match === null) {
      this.complain(received, 'no such route')
      return notFound()
    }
    const now = this.data.now()
    if (this.limit?.take(request.method ?? '', match.route.name, now) === false) {
      return limitReached()
    }
    try {
      return answerCall(match.route, {
        data: this.data,
        tokens: this.tokens,
        registrations: this.registrations,
        // The address that the client used, so that links and redirects lead to this server.
        api: `${url.origin}${this.prefix}`,
        params: match.params,
        query: url.searchParams,
        path: url.pathname,
        headers: request.headers,
        body,
        complain: (complaint) => {
          this.complain(received, complaint)
        }
      })
    } catch (error) {
      this.complain(received, String(error))
      return failure(500, 'Server Error')
    }
  }

  private complain({ request, url }: Received, complaint: string): void {
    this.complaints.push(`${request.method ?? ''} ${url.pathname}: ${complaint}`)
  }

  private commonHeaders(): Record<string, string> {
    const now = this.data.now()
    const used = this.exchanges.length
    return {
      date: new Date(now).toUTCString(),
      'content-type': 'application/json; charset=utf-8',
      'x-github-media-type': 'github.v3; format=json',
      'x-github-request-id': requestId(used),
      ...rateLimitHeaders(this.data.requestLimit, used, now)
    }
  }
}

function rateLimitHeaders(limit: number | null, used: number, now: number): Record<string, string> {
  if (limit === null) return {}
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - used)),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.floor(now / 1000) + 3600),
    'x-ratelimit-resource': 'core'
  }
}

/** Looks like GitHub's request ids (`8C1A:2F41:1B:3C:65A0F1D2`), and is different each time. */
function requestId(number: number): string {
  const last = number.toString(16).toUpperCase().padStart(8, '0')
  return `8C1A:2F41:1B2C3D:4E5F60:${last}`
}
