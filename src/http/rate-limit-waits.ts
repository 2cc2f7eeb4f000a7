import { inSeconds } from '../time'

/** A wait for one of GitHub's limits, when it begins. Times are in milliseconds. */
export interface RateLimitWait {
  /** How long the step waits. */
  readonly delay: number
  /** How long GitHub asks to wait at least. */
  readonly asked: number
}

/** Answers to parallel requests that meet one limit differ by less than this, in milliseconds. */
const SAME_RATE_LIMIT_MS = 1_000

/**
 * The waits of a step for GitHub's rate limits. All requests share them: requests that meet a limit
 * together wait until the same moment, and their waits do not add up. Together, the waits of a step
 * never take longer than its `longest`. Moments (`now`) are those of one monotonic clock.
 */
export class RateLimitWaits {
  readonly #longest: number
  readonly #announce: (line: string) => void
  #isClosed = false
  /** How long the waits before the latest one took. */
  #before = 0
  /** The latest wait. */
  #start = 0
  #end = 0

  /**
   * @param longest how long all waits may take together, in milliseconds
   * @param announce called with a line for the log when a wait begins, and when it becomes longer
   */
  constructor(longest: number, announce: (line: string) => void) {
    this.#longest = longest
    this.#announce = announce
  }

  /** How long the step has waited so far, in milliseconds. */
  waited(now: number): number {
    return this.#before + Math.min(now, this.#end) - this.#start
  }

  /** How long the step may still wait, in milliseconds. */
  budgetLeft(now: number): number {
    return this.#isClosed ? 0 : this.#longest - this.waited(now)
  }

  /** How long the wait that is under way still takes, in milliseconds; 0 if there is none. */
  currentWaitLeft(now: number): number {
    return Math.max(0, this.#end - now)
  }

  /** Begins a wait, or joins the one that is under way. */
  begin(now: number, wait: RateLimitWait): void {
    const isUnderWay = now < this.#end
    const asksNothingNew = now + wait.asked < this.#end + SAME_RATE_LIMIT_MS
    const delay = isUnderWay && asksNothingNew ? wait.asked : wait.delay
    const end = now + Math.min(delay, this.budgetLeft(now))
    if (isUnderWay) {
      this.#end = Math.max(this.#end, end)
      if (asksNothingNew) return
    } else {
      this.#before = this.waited(now)
      this.#start = now
      this.#end = end
    }
    this.#announce(describeWait(wait))
  }

  /** From now on, no wait is begun. */
  close(): void {
    this.#isClosed = true
  }
}

/** What the log says when a wait begins. */
export function describeWait({ delay, asked }: RateLimitWait): string {
  const least = Math.round(asked / 1000)
  const request = least === 0 ? '' : ` (GitHub asks for at least ${least})`
  return `GitHub's rate limit is reached. The step tries again in ${inSeconds(delay)}${request}.`
}
