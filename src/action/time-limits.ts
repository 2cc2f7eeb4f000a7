import type { RateLimitWaits } from '../http/rate-limit-waits'
import { monotonicTime } from '../time'

/** How long all waits of a step for rate limits take at most together, in milliseconds. */
export const MAX_RATE_LIMIT_WAITS_MS = { main: 10 * 60_000, post: 2 * 60_000 } as const

/**
 * The last resort: longer than the 50 seconds of `HttpClient`, which all other limits fit into. Waits for
 * rate limits do not count.
 */
const STEP_TIMEOUT_MS = 60_000

/** What to say then. */
export const TIME_OVER = {
  main: 'The step was not done after a minute of work, and was stopped.',
  post: 'The post step was not done after a minute of work, and was stopped. Tokens that it did not revoke are valid until they expire.'
} as const

/**
 * Calls `act` when the step has worked for a minute. Its waits for rate limits do not count. Does not keep
 * the process alive.
 */
export function onTimeOver(rateLimitWaits: Pick<RateLimitWaits, 'waited'>, act: () => void): void {
  const check = (limit: number, counted: number): void => {
    setTimeout(() => {
      const waited = rateLimitWaits.waited(monotonicTime())
      if (waited > counted) check(waited - counted, waited)
      else act()
    }, limit).unref()
  }
  check(STEP_TIMEOUT_MS, 0)
}
