import { isTunnelFailure, isUntrusted } from './attempt'

/** What a request came to, as far as it matters for trying again. */
export type Outcome =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** GitHub says that a limit is reached. */
      readonly isRateLimited: boolean
      /** Another service than GitHub says that it may answer otherwise later. */
      readonly isTemporary?: boolean
      /** How long the answer asks to wait, in milliseconds. */
      readonly wait: number | undefined
    }
  | { readonly kind: 'unanswered'; readonly code: string; readonly message: string }

/** What decides whether a failed request is tried again. */
export interface RetryInput {
  readonly outcome: Outcome
  /** How many times it was sent. */
  readonly attempts: number
  /** How many of these times GitHub said that a limit is reached. */
  readonly rateLimitHits: number
  /** Milliseconds until the step's time is over, without waits for limits, or until the authorization ends. */
  readonly remaining: number
  /** Milliseconds that are left for waits for limits in the whole step, or until the authorization ends. */
  readonly remainingForRateLimits: number
  /** Whether it creates a token: GitHub has been seen to answer that with a temporary 400. */
  readonly createsToken: boolean
  /** From 0 up to 1: spreads the waiting of many jobs that failed together. */
  readonly random: number
}

/** How long to wait before a request is sent again, in milliseconds. */
export type Retry =
  | { readonly kind: 'failure'; readonly delay: number }
  /** GitHub said that a limit is reached, and asks to wait at least so long. */
  | { readonly kind: 'rate-limit'; readonly delay: number; readonly asked: number }

/** How long a request may take, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 10_000

/** A request is sent at most this many times, without those that meet a limit. */
export const MAX_ATTEMPTS = 4

const FIRST_DELAY_MS = 500

/**
 * GitHub's documentation asks for at least a minute if the answer does not say how long to wait:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export const RATE_LIMIT_DELAY_MS = 60_000

/**
 * The shortest wait for a limit. It is doubled each time, up to a minute, so that a GitHub that asks for
 * no wait is not asked again and again.
 */
const MIN_RATE_LIMIT_DELAY_MS = 1_000

/**
 * Decides what is tried again, and after how long; undefined to give up. Network errors, 408, 5xx and
 * what another service calls temporary are tried again with growing delays, or as GitHub asks. A 400
 * for a new token is tried again once. Anything else is not tried again. If GitHub says that a limit is
 * reached, the wait is as long as GitHub asks, and up to twice as long by chance, so that jobs that met the
 * limit together do not meet it again. A wait that does not fit into the remaining time is not started.
 */
export function decideRetry(input: RetryInput): Retry | undefined {
  const { outcome, remaining } = input
  if (outcome.kind === 'answered' && outcome.isRateLimited) return afterLimit(input, outcome.wait)
  if (triesOf(input) >= MAX_ATTEMPTS || !isTemporary(input)) return undefined
  const delay = (outcome.kind === 'answered' ? outcome.wait : undefined) ?? backoff(input)
  return delay < remaining ? { kind: 'failure', delay } : undefined
}

function afterLimit(
  { rateLimitHits, remainingForRateLimits, random }: RetryInput,
  asked = RATE_LIMIT_DELAY_MS
): Retry | undefined {
  const shortest = Math.min(MIN_RATE_LIMIT_DELAY_MS * 2 ** (rateLimitHits - 1), RATE_LIMIT_DELAY_MS)
  const least = Math.max(asked, shortest)
  if (least > remainingForRateLimits) return undefined
  const delay = Math.min(Math.round(least * (1 + random)), remainingForRateLimits)
  return { kind: 'rate-limit', delay, asked }
}

function triesOf({ attempts, rateLimitHits }: RetryInput): number {
  return attempts - rateLimitHits
}

function isTemporary(input: RetryInput): boolean {
  const { outcome, createsToken } = input
  switch (outcome.kind) {
    case 'unanswered':
      return (
        !isUntrusted(outcome) && !(isTunnelFailure(outcome) && /=4\d\d\b/.test(outcome.message))
      )
    case 'answered':
      if (outcome.isTemporary === true) return true
      if (outcome.status === 400) return createsToken && triesOf(input) === 1
      return outcome.status === 408 || outcome.status >= 500
  }
}

/** Half a second, doubled each time, give or take a quarter. */
function backoff(input: RetryInput): number {
  return Math.round(FIRST_DELAY_MS * 2 ** (triesOf(input) - 1) * (0.75 + input.random / 2))
}
