import { setMaxListeners } from 'node:events'
import { monotonicTime, sleep } from '../time'
import { mayHaveLostToken, type Attempt, type Effect } from './attempt'
import { withoutQuery, type Authorization, type RequestBody } from './request-parts'
import type { EarlyConnection } from './early-connection'
import { InterruptedError, RefusedError, UnreachableError } from './errors'
import type { RateLimitWaits } from './rate-limit-waits'
import { readReply, type Reply } from './reply'
import { decideRetry, REQUEST_TIMEOUT_MS, type Outcome } from './retry'
import { HttpTransport, TransportError } from './transport'

/** One request, and what the client must know of it. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** The whole address, each inserted part encoded. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: RequestBody | undefined
  /**
   * Returns what authorizes the request. Called each time that it is sent, because a JWT may end while
   * the step waits.
   */
  readonly authorize: () => Authorization | Promise<Authorization>
  /**
   * When the authorization ends, in milliseconds since 1970, if `authorize` has no newer one. The
   * request is not sent again after that time. Undefined if there is always a newer one.
   */
  readonly authorizationExpires?: number | undefined
  readonly effect: Effect
  /** How many bytes the answer may have; undefined for as many as any answer of GitHub. */
  readonly maxBytes?: number | undefined
  /** Whether it is sent again to where it is redirected, within the same scheme, host and port. */
  readonly followsRedirects: boolean
  /**
   * How to read a refusal of a service other than GitHub. Undefined: GitHub answers, and can ask to wait
   * until a rate limit is over.
   */
  readonly refusals?: RefusalReader | undefined
  /** Whether an answer is what was asked for. Any other raises a {@link RefusedError}. */
  readonly isUsable: (reply: Reply) => boolean
}

/** How to read the refusals of a service other than GitHub. */
export interface RefusalReader {
  /** The service's own code for what went wrong; empty if there is none. The journal has no more of it. */
  readonly codeOf: (reply: Reply) => string
  /** Whether the same request may be answered otherwise some seconds later. */
  readonly isTemporary: (reply: Reply) => boolean
}

/** A usable answer, and everything that was tried to get it. */
export interface Answer {
  readonly reply: Reply
  readonly attempts: readonly Attempt[]
}

/** What all requests of a step share. */
export interface HttpClientOptions {
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal
  /** The waits of the step for rate limits, none of them begun. */
  readonly rateLimitWaits: RateLimitWaits
  /** A connection for the first request; undefined if none was opened. */
  readonly early: EarlyConnection | undefined
}

const USER_AGENT = 'github-app-token'
const TOTAL_TIMEOUT_MS = 50_000
/** What a revocation gets at least. */
const MIN_REVOCATION_TIMEOUT_MS = 1_000
const MAX_REDIRECTS = 3

/**
 * Sends all requests of a step: over connections that stay open, with a time limit for each request
 * and for all together, retries as {@link decideRetry} decides, and redirects only for requests that
 * allow it, and only within the same scheme, host and port. While a request waits because GitHub
 * says that a rate limit is reached, no other one is sent, except to revoke a token, and the time limit
 * for all together does not run.
 */
export class HttpClient {
  /** Every request of this step, in order: the details of a bug report. */
  readonly journal: Attempt[] = []
  readonly #cancelled: AbortSignal
  readonly #rateLimitWaits: RateLimitWaits
  readonly #transport: HttpTransport
  readonly #deadline = monotonicTime() + TOTAL_TIMEOUT_MS
  #creationsUnderWay = 0

  constructor({ cancelled, rateLimitWaits, early }: HttpClientOptions) {
    this.#cancelled = cancelled
    this.#rateLimitWaits = rateLimitWaits
    this.#transport = new HttpTransport(USER_AGENT, early)
    // Each request that is under way listens. Node warns about more than ten.
    setMaxListeners(0, cancelled)
  }

  /**
   * Sends a request until its answer is usable. Raises {@link RefusedError} for any other answer,
   * {@link UnreachableError} if none came, {@link InterruptedError} if the job is cancelled.
   */
  async send(request: HttpRequest): Promise<Answer> {
    const attempts: Attempt[] = []
    let rateLimitHits = 0
    for (;;) {
      this.#checkCancelled(request)
      if (request.effect !== 'revokes-token') await this.#waitForRateLimit()
      const authorized = await authorize(request)
      this.#checkCancelled(request)
      const result = await this.#attempt(authorized, attempts)
      if (result.kind === 'done') return { reply: result.reply, attempts }
      const { outcome, error } = result
      if (outcome.kind === 'answered' && outcome.isRateLimited) rateLimitHits += 1
      const retry = decideRetry({
        outcome,
        attempts: attempts.length,
        rateLimitHits,
        remaining: Math.min(this.remaining(), longestDelay(request)),
        remainingForRateLimits: Math.min(
          this.#rateLimitWaits.budgetLeft(monotonicTime()),
          longestDelay(request)
        ),
        // GitHub has been seen to answer such a request with a temporary 400; other services not.
        createsToken: request.effect === 'creates-token' && request.refusals === undefined,
        random: Math.random()
      })
      if (retry === undefined) throw error
      if (retry.kind === 'rate-limit') {
        this.#rateLimitWaits.begin(monotonicTime(), retry)
        await this.#waitForRateLimit()
      } else await this.#pause(retry.delay, request)
    }
  }

  /** Closes the connections that wait for a next request, if there is none. */
  close(): void {
    this.#transport.close()
  }

  /** How many requests may have created a token although no usable answer has arrived. */
  get lostTokens(): number {
    return this.journal.filter(mayHaveLostToken).length + this.#creationsUnderWay
  }

  /** How many milliseconds of the step's time limit are left; negative when it is over. */
  remaining(): number {
    const now = monotonicTime()
    return this.#deadline + this.#rateLimitWaits.waited(now) - now
  }

  async #attempt(request: AuthorizedRequest, attempts: Attempt[]): Promise<AttemptResult> {
    try {
      const reply = await this.#follow(request, (attempt) => {
        attempts.push(attempt)
        this.journal.push(attempt)
      })
      if (request.isUsable(reply)) return { kind: 'done', reply }
      const waited = this.#rateLimitWaits.waited(monotonicTime())
      const error = new RefusedError(reply, attempts, waited)
      return { kind: 'failed', error, outcome: outcomeOf(request, reply) }
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      const attempt = unanswered(request, error)
      attempts.push(attempt)
      this.journal.push(attempt)
      const failure = new UnreachableError(attempt, attempts, { cause: error })
      return { kind: 'failed', error: failure, outcome: attempt }
    }
  }

  /** Sends a request, and again to where it is redirected, if it may be. */
  async #follow(request: AuthorizedRequest, record: (attempt: Attempt) => void): Promise<Reply> {
    let { url } = request
    for (let redirects = 0; ; redirects++) {
      const reply = await this.#exchange(request, url)
      const next = redirectOf(request, reply)
      if (next === undefined || redirects === MAX_REDIRECTS) {
        record(answered(request, reply))
        return reply
      }
      this.journal.push(answered(request, reply))
      url = next
    }
  }

  async #exchange(request: AuthorizedRequest, url: string): Promise<Reply> {
    const limit = this.#requestTimeout(request)
    if (limit <= 0) throw new TransportError('ENOTIME')
    const exchange = this.#transport.exchange({ ...request, url }, limit)
    if (request.effect === 'none') {
      return readReply(url, await this.#unlessCancelled(exchange), request.secrets)
    }
    const creations = request.effect === 'creates-token' ? 1 : 0
    this.#creationsUnderWay += creations
    try {
      return readReply(url, await exchange, request.secrets)
    } finally {
      this.#creationsUnderWay -= creations
    }
  }

  async #unlessCancelled<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        reject(new InterruptedError())
      }
      this.#cancelled.addEventListener('abort', stop)
      work.then(resolve, reject).finally(() => {
        this.#cancelled.removeEventListener('abort', stop)
      })
    })
  }

  async #pause(delay: number, { effect }: HttpRequest): Promise<void> {
    if (effect === 'revokes-token') {
      await sleep(delay)
      return
    }
    try {
      await sleep(delay, this.#cancelled)
    } catch {
      throw new InterruptedError()
    }
  }

  /**
   * Waits until the current wait for a rate limit is over. A cancelled job ends the wait at once, also
   * before a revocation: post tries again.
   */
  async #waitForRateLimit(): Promise<void> {
    for (let left = this.#rateLimitLeft(); left > 0; left = this.#rateLimitLeft()) {
      try {
        await sleep(left, this.#cancelled)
      } catch {
        throw new InterruptedError()
      }
    }
  }

  #rateLimitLeft(): number {
    return this.#rateLimitWaits.currentWaitLeft(monotonicTime())
  }

  #checkCancelled({ effect }: HttpRequest): void {
    if (effect !== 'revokes-token' && this.#cancelled.aborted) throw new InterruptedError()
  }

  /** How long a request may take; nothing or less if the step's time is over. */
  #requestTimeout({ effect }: HttpRequest): number {
    const limit = Math.min(REQUEST_TIMEOUT_MS, this.remaining())
    return effect === 'revokes-token' ? Math.max(MIN_REVOCATION_TIMEOUT_MS, limit) : limit
  }
}

/** How many milliseconds a request may wait, so that its authorization does not end while it is sent. */
function longestDelay({ authorizationExpires = Infinity }: HttpRequest): number {
  return authorizationExpires - REQUEST_TIMEOUT_MS - Date.now()
}

/** A request as it is sent. */
interface AuthorizedRequest extends HttpRequest {
  /** What is removed from its answer. */
  readonly secrets: readonly string[]
}

async function authorize(request: HttpRequest): Promise<AuthorizedRequest> {
  const { headers, secrets } = await request.authorize()
  return { ...request, headers: { ...request.headers, ...headers }, secrets }
}

type AttemptResult =
  | { readonly kind: 'done'; readonly reply: Reply }
  | { readonly kind: 'failed'; readonly error: Error; readonly outcome: Outcome }

/** The part of an answer that decides whether to try again. */
function outcomeOf({ refusals }: HttpRequest, reply: Reply): Outcome {
  const { status, wait } = reply
  return refusals === undefined
    ? { kind: 'answered', status, isRateLimited: reply.isRateLimited, wait }
    : {
        kind: 'answered',
        status,
        isRateLimited: false,
        isTemporary: refusals.isTemporary(reply),
        wait
      }
}

function answered(request: HttpRequest, reply: Reply): Attempt {
  const message = request.refusals?.codeOf(reply) ?? reply.message
  return {
    kind: 'answered',
    method: request.method,
    effect: request.effect,
    url: withoutQuery(reply.url),
    status: reply.status,
    message: message === '' ? reply.statusText : message,
    requestId: reply.requestId,
    isUsable: request.isUsable(reply)
  }
}

function unanswered({ method, effect, url }: HttpRequest, error: TransportError) {
  const { code, message } = error
  return { kind: 'unanswered', method, effect, url: withoutQuery(url), code, message } as const
}

/** Where to go instead, if the answer says so and the request may be repeated there. */
function redirectOf({ followsRedirects }: HttpRequest, reply: Reply): string | undefined {
  if (!followsRedirects || ![301, 302, 307, 308].includes(reply.status)) return undefined
  if (reply.location === undefined || !URL.canParse(reply.location, reply.url)) return undefined
  const next = new URL(reply.location, reply.url)
  return next.origin === new URL(reply.url).origin ? next.href : undefined
}
