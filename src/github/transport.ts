import { HttpClient } from '@actions/http-client'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

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
  readonly headers: IncomingHttpHeaders
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
 * Sends one request at a time over one kept-alive connection. Wraps `HttpClient` of
 * `@actions/http-client` for its proxy support, and takes from it what it does badly: its redirects
 * re-send credentials, and its `readBody()` never settles when an answer is cut off.
 */
export class Transport {
  readonly #userAgent: string
  #client: HttpClient | undefined

  constructor(userAgent: string) {
    this.#userAgent = userAgent
  }

  /**
   * Sends a request and reads the whole answer within a time limit, in milliseconds. Rejects with
   * Node's network errors, or a {@link LimitError}. A redirect is an answer like any other.
   */
  async exchange(request: WireRequest, limit: number): Promise<WireReply> {
    const client = (this.#client ??= this.#connect())
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
      return await Promise.race([answer, timeUp])
    } catch (error) {
      this.close()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ends the connection, and with it any request under way. The next request makes a new one. */
  close(): void {
    this.#client?.dispose()
    this.#client = undefined
  }

  #connect(): HttpClient {
    return new HttpClient(this.#userAgent, [], {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: true
    })
  }
}

async function send(client: HttpClient, request: WireRequest): Promise<WireReply> {
  const { message } = await client.request(request.method, request.url, request.body ?? null, {
    ...request.headers
  })
  const text = await readText(message)
  return {
    status: message.statusCode ?? 0,
    statusText: message.statusMessage ?? '',
    headers: message.headers,
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
