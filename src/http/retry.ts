import { isTunnelFailure, isUntrusted } from './attempt'

/** What a request came to, as far as it matters for trying again. */
export type Outcome =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** GitHub says that a limit is reached. */
      readonly isRateLimited: boolean
      /** How long GitHub asks to wait, in milliseconds. */
      readonly wait: number | undefined
    }
  | { readonly kind: 'unanswered'; readonly code: string; readonly message: string }

/** What decides whether a failed request is tried again. */
export interface RetryInput {
  readonly outcome: Outcome
  /** How many times it was sent. */
  readonly attempts: number
  /** Milliseconds that are left for the whole step. */
  readonly remaining: number
  /** Whether it creates a token: GitHub has been seen to answer that with a 400 that passes. */
  readonly createsToken: boolean
  /** From 0 up to 1: spreads the waiting of many jobs that failed together. */
  readonly random: number
}

/** A request is sent at most this many times. */
export const MOST_ATTEMPTS = 4

const FIRST_DELAY = 500

/**
 * Decides what is tried again: how many milliseconds to wait first, or undefined to give up. Network
 * errors, 408, 429, 5xx and answers about rate limits are tried again, with growing delays or as
 * GitHub asks; a 400 for a new token once; anything else never. A wait that does not fit into the
 * remaining time is not started.
 */
export function retryDelay(input: RetryInput): number | undefined {
  const { outcome, attempts, remaining, createsToken } = input
  if (attempts >= MOST_ATTEMPTS || !isTemporary(outcome, attempts, createsToken)) return undefined
  const delay = (outcome.kind === 'answered' ? outcome.wait : undefined) ?? backoff(input)
  return delay < remaining ? delay : undefined
}

function isTemporary(outcome: Outcome, attempts: number, createsToken: boolean): boolean {
  switch (outcome.kind) {
    case 'unanswered':
      return (
        !isUntrusted(outcome) && !(isTunnelFailure(outcome) && /=4\d\d\b/.test(outcome.message))
      )
    case 'answered':
      if (outcome.status === 400) return createsToken && attempts === 1
      return outcome.isRateLimited || outcome.status === 408 || outcome.status >= 500
  }
}

/** Half a second, doubled each time, give or take a quarter. */
function backoff({ attempts, random }: RetryInput): number {
  return Math.round(FIRST_DELAY * 2 ** (attempts - 1) * (0.75 + random / 2))
}
