import { HttpClient } from '@actions/http-client'
import { Agent, type IncomingMessage, type RequestOptions } from 'node:http'
import { lookup } from './name-lookup'

/** One HTTP request. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** One HTTP answer, read to its end. */
export interface WireReply {
  readonly status: number
  readonly statusText: string
  /** By their names in lower case; several of one name are joined. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

const LIMITS = {
  ETIMEDOUT: 'no answer in time',
  ENOTIME: "the step's time was over before the request could be sent",
  ETOOLARGE: 'the answer is too large'
} as const

/** An answer took too long or is too large, or no time was left to send the request. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
  readonly code: keyof typeof LIMITS

  constructor(code: keyof typeof LIMITS) {
    super(LIMITS[code])
    this.code = code
  }
}

/** A connection that is kept for the next request to the same address. */
interface Connection {
  readonly client: HttpClient
  readonly address: string
}

const LARGEST_ANSWER = 32 * 1024 * 1024

/**
 * Sends requests over kept-alive connections: one after another over the same one, side by side over
 * one each, so that one that fails takes no other with it. Uses `HttpClient` of
 * `@actions/http-client` for its proxy support, without what it does badly: its redirects
 * re-send credentials, and its `readBody()` never settles when an answer is cut off.
 */
export class Transport {
  readonly #userAgent: string
  /** Those that wait for their next request. */
  readonly #idle: Connection[] = []

  constructor(userAgent: string) {
    this.#userAgent = userAgent
  }

  /**
   * Sends a request and reads the whole answer within a time limit, in milliseconds. Rejects with
   * Node's network errors, or a {@link LimitError}. A redirect is an answer like any other.
   */
  async exchange(request: WireRequest, limit: number): Promise<WireReply> {
    const connection = this.#idle.pop() ?? this.#connect(request.url)
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new LimitError('ETIMEDOUT'))
      }, limit)
    })
    const answer = send(connection.client, request)
    // If the time is up first, the answer fails later, and nobody listens.
    answer.catch(() => undefined)
    try {
      const reply = await Promise.race([answer, timeUp])
      this.#idle.push(connection)
      return reply
    } catch (error) {
      destroy(connection)
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  #connect(address: string): Connection {
    const client = new HttpClient(this.#userAgent, [CONNECTION_OPTIONS], {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: true
    })
    return { client, address }
  }
}

/** Closes every socket of a connection, also those that still wait for a proxy. */
function destroy({ client, address }: Connection): void {
  // `dispose()` destroys the agent of direct connections only, not the one that goes through a proxy.
  client.getAgent(address).destroy()
  client.dispose()
}

/** Sets what `HttpClient` has no option for. */
const CONNECTION_OPTIONS = {
  prepareRequest: (options: RequestOptions): void => {
    options.lookup = lookup
    // A URL has brackets around an IPv6 address. Node wants none, but the CONNECT of a proxy does.
    const isDirect = options.agent instanceof Agent
    if (isDirect) options.host = options.host?.replace(/^\[(.*)\]$/, '$1')
  },
  canHandleAuthentication: () => false,
  handleAuthentication: () => Promise.reject(new Error('not supported'))
}

/** Node types both as missing, since only an answer has them and not what a server receives. */
type Received = IncomingMessage & { readonly statusCode: number; readonly statusMessage: string }

async function send(client: HttpClient, request: WireRequest): Promise<WireReply> {
  const { message } = await client.request(request.method, request.url, request.body ?? null, {
    ...request.headers
  })
  const text = await readText(message)
  const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value)])
  const { statusCode, statusMessage } = message as Received
  return {
    status: statusCode,
    statusText: statusMessage,
    headers: Object.fromEntries(headers) as Record<string, string>,
    text
  }
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  // Iterating rejects when the connection breaks before the answer is complete.
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_ANSWER) throw new LimitError('ETOOLARGE')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
