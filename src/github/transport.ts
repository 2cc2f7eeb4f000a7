import { HttpClient } from '@actions/http-client'
import type { IncomingMessage } from 'node:http'

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

/** The answer took longer than it may, or is larger than any answer of GitHub's. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
  readonly code: 'ETIMEDOUT' | 'ETOOLARGE'

  constructor(code: 'ETIMEDOUT' | 'ETOOLARGE') {
    super(code === 'ETIMEDOUT' ? 'no answer in time' : 'the answer is too large')
    this.code = code
  }
}

const LARGEST_ANSWER = 32 * 1024 * 1024

/**
 * Sends requests over kept-alive connections: one after another over the same one, side by side over
 * one each, so that one that fails takes no other with it. Wraps `HttpClient` of
 * `@actions/http-client` for its proxy support, and takes from it what it does badly: its redirects
 * re-send credentials, and its `readBody()` never settles when an answer is cut off.
 */
export class Transport {
  readonly #userAgent: string
  readonly #clients = new Set<HttpClient>()
  /** Those with a connection that waits for its next request. */
  readonly #idle: HttpClient[] = []

  constructor(userAgent: string) {
    this.#userAgent = userAgent
  }

  /**
   * Sends a request and reads the whole answer within a time limit, in milliseconds. Rejects with
   * Node's network errors, or a {@link LimitError}. A redirect is an answer like any other.
   */
  async exchange(request: WireRequest, limit: number): Promise<WireReply> {
    const client = this.#idle.pop() ?? this.#connect()
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new LimitError('ETIMEDOUT'))
      }, limit)
    })
    const answer = send(client, request)
    // Where the time is up first, the answer's own failure comes later and has nobody to hear it.
    answer.catch(() => undefined)
    try {
      const reply = await Promise.race([answer, timeUp])
      this.#idle.push(client)
      return reply
    } catch (error) {
      this.#end(client)
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ends every connection, and with it any request under way. */
  close(): void {
    this.#idle.length = 0
    for (const client of this.#clients) this.#end(client)
  }

  #connect(): HttpClient {
    const client = new HttpClient(this.#userAgent, [], {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: true
    })
    this.#clients.add(client)
    return client
  }

  #end(client: HttpClient): void {
    this.#clients.delete(client)
    client.dispose()
  }
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
