import { HttpClient } from '@actions/http-client'
import type { RequestHandler } from '@actions/http-client/lib/interfaces'
import { Agent, type IncomingMessage, type RequestOptions } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { listField, textField } from '../json'
import { handlePendingEvents } from '../time'
import { EarlyAgent } from './early-agent'
import { hostToConnect, type EarlyConnection } from './early-connection'
import { lookup } from './name-lookup'
import type { RequestBody } from './request-parts'

/** What is sent. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: RequestBody | undefined
  /** How many bytes the answer may have; undefined for as many as any answer of GitHub. */
  readonly maxBytes?: number | undefined
}

/** What came back, read to its end. */
export interface TransportReply {
  readonly status: number
  readonly statusText: string
  /** Names in lower case; several headers of one name are joined. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

const LIMITS = {
  ETIMEDOUT: 'no answer in time',
  ENOTIME: "the step's time was over before the request could be sent",
  ETOOLARGE: 'the answer is too large'
} as const

/** No answer arrived, or none that could be read to its end. The message is Node's, or one of `LIMITS`. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  /** Node's error code, such as `ECONNREFUSED`, or one of our own limits; empty if there is none. */
  readonly code: string

  /** @param cause a limit that was reached, or what Node raised */
  constructor(cause: keyof typeof LIMITS | Error) {
    if (typeof cause === 'string') {
      super(LIMITS[cause])
      this.code = cause
      return
    }
    // Node tries all addresses of a host. If none works, it raises one error for all of them.
    const [first = cause] = listField(cause, 'errors')
    super(textField(first, 'message'), { cause })
    this.code = textField(first, 'code')
  }
}

/** A connection that is kept for the next request to the same address. */
interface Connection {
  readonly client: HttpClient
  /** The address of its first request; the others have the same origin. */
  readonly address: string
  /** Opens its direct connections, if one was opened early. */
  readonly agent: EarlyAgent | undefined
}

const MAX_ANSWER_BYTES = 32 * 1024 * 1024

/**
 * Sends requests over connections that stay open: one after another over the same one, side by side
 * over one each, so that one that fails takes no other with it. Uses `HttpClient` of
 * `@actions/http-client` for its proxy support, without what it does badly: its redirects re-send
 * credentials, and its `readBody()` never settles if an answer is cut off.
 */
export class HttpTransport {
  readonly #userAgent: string
  #early: EarlyConnection | undefined
  /** Those that wait for their next request. */
  readonly #idle: Connection[] = []

  /** @param early a connection for the first request; undefined if none was opened */
  constructor(userAgent: string, early?: EarlyConnection) {
    this.#userAgent = userAgent
    this.#early = early
  }

  /**
   * Sends a request and reads the whole answer within a time limit, in milliseconds. Raises
   * {@link TransportError}. A redirect is an answer like any other.
   */
  async exchange(request: TransportRequest, limit: number): Promise<TransportReply> {
    const connection = this.#takeIdle(request.url) ?? this.#connect(request.url)
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new TransportError('ETIMEDOUT'))
      }, limit)
    })
    const answer = send(connection.client, request)
    // If the time is up first, the answer fails later, and nobody listens.
    answer.catch(() => undefined)
    try {
      const reply = await Promise.race([answer, timeUp])
      // If the answer was very fast, its connection is free for another request only after this.
      await handlePendingEvents()
      this.#idle.push(connection)
      return reply
    } catch (error) {
      destroy(connection)
      throw isNetworkFailure(error) ? new TransportError(error) : error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Closes the connections that wait for a next request. */
  close(): void {
    for (const connection of this.#idle.splice(0)) destroy(connection)
  }

  #takeIdle(address: string): Connection | undefined {
    const { origin } = new URL(address)
    const at = this.#idle.findLastIndex((one) => new URL(one.address).origin === origin)
    return at === -1 ? undefined : this.#idle.splice(at, 1)[0]
  }

  #connect(address: string): Connection {
    const agent = this.#early?.leadsTo(address) === true ? new EarlyAgent(this.#early) : undefined
    if (agent !== undefined) this.#early = undefined
    const options = connectionOptions(agent) as RequestHandler
    const client = new HttpClient(this.#userAgent, [options], {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: true
    })
    return { client, address, agent }
  }
}

/** Whether an error comes from the network. Any other is a mistake in a program. */
function isNetworkFailure(error: unknown): error is Error {
  if (error instanceof TransportError) return false
  return error instanceof Error && !PROGRAM_ERRORS.some((kind) => error instanceof kind)
}

const PROGRAM_ERRORS = [TypeError, RangeError, ReferenceError, SyntaxError]

/** Closes every socket of a connection, also those that still wait for a proxy. */
function destroy({ client, address, agent }: Connection): void {
  // `dispose()` destroys the agent of direct connections only, not the one that goes through a proxy.
  client.getAgent(address).destroy()
  client.dispose()
  agent?.destroy()
}

/** What `HttpClient` calls of a handler that handles no authentication. */
type ConnectionOptions = Omit<RequestHandler, 'handleAuthentication'>

/** Sets what `HttpClient` has no option for. */
function connectionOptions(agent: EarlyAgent | undefined): ConnectionOptions {
  return {
    prepareRequest: (options: RequestOptions): void => {
      options.lookup = lookup
      // The CONNECT of a proxy needs the brackets of an IPv6 address.
      if (options.agent instanceof Agent) options.host = hostToConnect(String(options.host))
      // Any other agent is for plain http or a proxy, where the early connection does not lead.
      if (agent !== undefined && options.agent instanceof HttpsAgent) options.agent = agent
    },
    canHandleAuthentication: () => false
  }
}

/** Node types both as missing, since only an answer has them and not what a server receives. */
type Received = IncomingMessage & { readonly statusCode: number; readonly statusMessage: string }

async function send(client: HttpClient, request: TransportRequest): Promise<TransportReply> {
  const { method, url, headers, body } = request
  const { message } =
    body === undefined
      ? await client.request(method, url, null, { ...headers })
      : await client.request(method, url, body.text, {
          ...headers,
          'content-type': body.contentType
        })
  const text = await readText(message, request.maxBytes)
  const { statusCode, statusMessage } = message as Received
  const received = Object.entries(message.headers).map(([name, value]) => [name, String(value)])
  return {
    status: statusCode,
    statusText: statusMessage,
    headers: Object.fromEntries(received) as Record<string, string>,
    text
  }
}

async function readText(message: IncomingMessage, maxBytes = MAX_ANSWER_BYTES): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  // Iterating rejects if the connection breaks before the answer is complete.
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new TransportError('ETOOLARGE')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
