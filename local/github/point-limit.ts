/**
 * GitHub's secondary limit on the points that requests cost in a minute:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
import { failure, type Answer } from './exchange'

/** How a limit counts. */
export interface PointLimitOptions {
  /** Points in a minute. GitHub has 900. */
  readonly points: number
  /** Whether each endpoint has so many, or all have them together: GitHub's words allow both. */
  readonly counts: 'each endpoint' | 'all together'
}

/** A request that was not refused. */
interface Paid {
  /** In milliseconds. */
  readonly at: number
  readonly cost: number
}

const MINUTE = 60_000

/** Counts the points of the last minute. A refused request costs none. */
export class PointLimit {
  private readonly options: PointLimitOptions
  private readonly paid = new Map<string, readonly Paid[]>()

  constructor(options: PointLimitOptions) {
    this.options = options
  }

  /** Takes the points of a request, and returns whether there were enough. `now` is in milliseconds. */
  take(method: string, endpoint: string, now: number): boolean {
    const key = this.options.counts === 'each endpoint' ? endpoint : ''
    const recent = (this.paid.get(key) ?? []).filter(({ at }) => now - at < MINUTE)
    const used = recent.reduce((sum, { cost }) => sum + cost, 0)
    const cost = method === 'GET' ? 1 : 5
    const isEnough = used + cost <= this.options.points
    this.paid.set(key, isEnough ? [...recent, { at: now, cost }] : recent)
    return isEnough
  }
}

/** How long GitHub asks to wait if the limit is reached, in seconds. */
export const RETRY_AFTER = 60

/** What GitHub answers if the limit is reached. */
export function limitReached(): Answer {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  return failure(403, message, { 'retry-after': String(RETRY_AFTER) })
}
