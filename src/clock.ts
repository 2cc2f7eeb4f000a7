/** Time and chance, as parameters: what is decided by them can then be tested. */
export interface Clock {
  /** The runner's wall clock, in milliseconds since 1970. It may be wrong. */
  now(): number
  /** Milliseconds since some fixed moment; never goes backwards. */
  monotonic(): number
  /** Waits; rejects as soon as the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** A number from 0 up to 1. */
  random(): number
}
