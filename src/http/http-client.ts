import type { Clock } from '../clock'
import { mayHaveTakenEffect, type Attempt } from './attempt'
import { InterruptedError, RefusedError, UnreachableError } from './errors'
import { outcomeOf, readReply, type Reply } from './reply'
import { retryDelay, type Outcome } from './retry'
import { listField, textField } from '../json'
import { LimitError, Transport, type WireRequest } from './transport'

/** One call of GitHub's REST API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** The path below the API's base address, each part encoded: see `route`. */
  readonly path: string
  /** The JWT or token to send as `Authorization: Bearer`. */
  readonly bearer: string
  /** Sent as JSON. */
  readonly body?: unknown
}

/** An answer with a status of 2xx, and everything that was tried to get it. */
export interface Answer {
  readonly reply: Reply
  readonly attempts: readonly Attempt[]
}

/** What a door needs to know. */
export interface DoorOptions {
  /** The API's base address without a trailing slash. */
  readonly apiUrl: string
  readonly clock: Clock
  /** Aborted when the job is cancelled: no read goes on, and nothing but a revocation starts. */
  readonly cancelled: AbortSignal
}

const USER_AGENT = 'github-app-token'
const REQUEST_LIMIT = 10_000
const TOTAL_LIMIT = 50_000
const MOST_REDIRECTS = 3

/**
 * The one way to GitHub: one connection, a time limit for each request and for all together, retries
 * as `retryDelay` decides, redirects of reads within the same host only. Credentials never go to
 * another scheme, host or port than the API's.
 */
export class Door {
  /** Every request of this step, in order: the details of a bug report. */
  readonly journal: Attempt[] = []
  readonly #options: DoorOptions
  readonly #transport = new Transport(USER_AGENT)
  readonly #deadline: number
  #mintsUnderWay = 0

  constructor(options: DoorOptions) {
    this.#options = options
    this.#deadline = options.clock.monotonic() + TOTAL_LIMIT
  }

  /**
   * Calls GitHub and returns its answer: data for GET, a token for POST, 204 for DELETE. Raises
   * {@link RefusedError} for any other answer,
   * {@link UnreachableError} where none came, {@link InterruptedError} when the job is cancelled.
   */
  async call(call: Call): Promise<Answer> {
    const attempts: Attempt[] = []
    for (;;) {
      this.#checkCancelled(call)
      const result = await this.#attempt(call, attempts)
      if (result.kind === 'done') return { reply: result.reply, attempts }
      const delay = retryDelay({
        outcome: result.outcome,
        attempts: attempts.length,
        remaining: this.remaining(),
        isMint: call.method === 'POST',
        random: this.#options.clock.random()
      })
      if (delay === undefined) throw result.error
      await this.#pause(delay, call)
    }
  }

  /** How many requests for a token may have made one although no answer has arrived. */
  get lostMints(): number {
    const isLost = (attempt: Attempt): boolean =>
      attempt.method === 'POST' && mayHaveTakenEffect(attempt)
    return this.journal.filter(isLost).length + this.#mintsUnderWay
  }

  async #attempt(call: Call, attempts: Attempt[]): Promise<AttemptResult> {
    try {
      const reply = await this.#follow(call, (attempt) => {
        attempts.push(attempt)
        this.journal.push(attempt)
      })
      if (isUsable(call, reply)) return { kind: 'done', reply }
      const error = new RefusedError(reply, attempts)
      return { kind: 'failed', error, outcome: outcomeOf(reply) }
    } catch (error) {
      if (error instanceof InterruptedError) throw error
      const { code, message } = describe(error)
      const attempt = {
        kind: 'unanswered',
        method: call.method,
        url: this.#url(call),
        code,
        message
      } as const
      attempts.push(attempt)
      this.journal.push(attempt)
      const failure = new UnreachableError(attempt, attempts, { cause: error })
      return { kind: 'failed', error: failure, outcome: attempt }
    }
  }

  /** Sends a call, and again where it is redirected, if it may be. */
  async #follow(call: Call, record: (attempt: Attempt) => void): Promise<Reply> {
    let url = this.#url(call)
    for (let redirects = 0; ; redirects++) {
      const reply = await this.#exchange(call, url)
      const next = redirectOf(call, reply)
      if (next === undefined || redirects === MOST_REDIRECTS) {
        record(answered(call, reply))
        return reply
      }
      this.journal.push(answered(call, reply))
      url = next
    }
  }

  async #exchange(call: Call, url: string): Promise<Reply> {
    if (this.#limit(call) <= 0) throw new LimitError('ENOTIME')
    const exchange = this.#transport.exchange(wireRequest(call, url), this.#limit(call))
    if (call.method === 'GET') {
      return readReply(url, await this.#unlessCancelled(exchange), call.bearer)
    }
    const mints = call.method === 'POST' ? 1 : 0
    this.#mintsUnderWay += mints
    try {
      return readReply(url, await exchange, call.bearer)
    } finally {
      this.#mintsUnderWay -= mints
    }
  }

  async #unlessCancelled<T>(work: Promise<T>): Promise<T> {
    const { cancelled } = this.#options
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        reject(new InterruptedError())
      }
      cancelled.addEventListener('abort', stop)
      work.then(resolve, reject).finally(() => {
        cancelled.removeEventListener('abort', stop)
      })
    })
  }

  async #pause(delay: number, call: Call): Promise<void> {
    const { clock, cancelled } = this.#options
    try {
      await (call.method === 'DELETE' ? clock.sleep(delay) : clock.sleep(delay, cancelled))
    } catch {
      throw new InterruptedError()
    }
  }

  #checkCancelled(call: Call): void {
    if (call.method !== 'DELETE' && this.#options.cancelled.aborted) throw new InterruptedError()
  }

  #url(call: Call): string {
    return this.#options.apiUrl + call.path
  }

  /** How many milliseconds of the step's time limit are left; negative when it is over. */
  remaining(): number {
    return this.#deadline - this.#options.clock.monotonic()
  }

  /** How long a request may take. A revocation always gets a second, since nobody else makes it. */
  #limit(call: Call): number {
    const limit = Math.min(REQUEST_LIMIT, this.remaining())
    return call.method === 'DELETE' ? Math.max(1_000, limit) : limit
  }
}

type AttemptResult =
  | { readonly kind: 'done'; readonly reply: Reply }
  | { readonly kind: 'failed'; readonly error: Error; readonly outcome: Outcome }

function wireRequest(call: Call, url: string): WireRequest {
  const headers: Record<string, string> = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${call.bearer}`,
    'x-github-api-version': '2022-11-28'
  }
  if (call.body === undefined) return { method: call.method, url, headers, body: undefined }
  headers['content-type'] = 'application/json'
  return { method: call.method, url, headers, body: JSON.stringify(call.body) }
}

/** Whether an answer is what the request asked for: data, a token, or that a token is revoked. */
function isUsable({ method }: Call, { status, body }: Reply): boolean {
  switch (method) {
    case 'GET':
      return status >= 200 && status < 300 && typeof body === 'object'
    case 'POST':
      return status >= 200 && status < 300 && textField(body, 'token') !== ''
    case 'DELETE':
      return status === 204
  }
}

function answered(call: Call, reply: Reply): Attempt {
  return {
    kind: 'answered',
    method: call.method,
    url: reply.url,
    status: reply.status,
    message: reply.message === '' ? reply.statusText : reply.message,
    requestId: reply.requestId,
    isUsable: isUsable(call, reply)
  }
}

/** Where to go instead, if the answer says so and a read may be repeated there. */
function redirectOf(call: Call, reply: Reply): string | undefined {
  if (call.method !== 'GET' || ![301, 302, 307, 308].includes(reply.status)) return undefined
  if (reply.location === undefined || !URL.canParse(reply.location, reply.url)) return undefined
  const next = new URL(reply.location, reply.url)
  return next.origin === new URL(reply.url).origin ? next.href : undefined
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  // Connecting to several addresses of a host fails with one error for all of them.
  const [cause = error] = listField(error, 'errors')
  return { code: textField(cause, 'code'), message: textField(cause, 'message') }
}
