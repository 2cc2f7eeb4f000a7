import type { Attempt } from './attempt'
import type { Reply } from './reply'

/** A server answered with something other than what was asked for. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly reply: Reply
  /** Every time the request was sent, the refusal last. */
  readonly attempts: readonly Attempt[]
  /** How long the step had waited for rate limits until then, in milliseconds. */
  readonly rateLimitWaited: number

  constructor(reply: Reply, attempts: readonly Attempt[], rateLimitWaited = 0) {
    super(`${reply.status} ${reply.message}`)
    this.reply = reply
    this.attempts = attempts
    this.rateLimitWaited = rateLimitWaited
  }
}

/** What is known of a request that was not answered. */
interface NetworkFailure {
  readonly url: string
  readonly code: string
  readonly message: string
}

/** No answer arrived. The message is that of the last attempt: Node's, or one of the transport's limits. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
  /** The address that did not answer, without its query. */
  readonly url: string
  /** Node's error code, such as `ECONNREFUSED`; empty if it gave none. */
  readonly code: string
  /** Every time the request was sent, the last failure last. */
  readonly attempts: readonly Attempt[]

  constructor(failure: NetworkFailure, attempts: readonly Attempt[], options: ErrorOptions) {
    super(failure.message, options)
    this.url = failure.url
    this.code = failure.code
    this.attempts = attempts
  }
}

/** The job was cancelled, so the request was not sent, or its answer not waited for. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'

  constructor() {
    super('interrupted')
  }
}
