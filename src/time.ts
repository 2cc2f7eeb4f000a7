import { setImmediate, setTimeout } from 'node:timers/promises'

/** Milliseconds since some fixed moment. Unlike `Date.now`, it never goes backwards. */
export function monotonicTime(): number {
  // Not performance.now(): loading perf_hooks takes longer than signing the JWT.
  return Number(process.hrtime.bigint() / 1_000_000n)
}

/** Waits so many milliseconds; rejects as soon as the signal is aborted. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal })
}

/** A time in milliseconds since 1970, to the second: `2026-11-21T14:03:11Z`. */
export function isoTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Lets Node handle what happened on the network while code was running. */
export async function handlePendingEvents(): Promise<void> {
  await setImmediate()
}

/** A time in milliseconds, to the second: `1 second`, `90 seconds`. */
export function inSeconds(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

/** A difference in milliseconds as people say it: `90 seconds`, `25 minutes`, `30 hours`. */
export function amountOfTime(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000)
  if (seconds < 120) return inSeconds(seconds * 1000)
  const minutes = Math.round(seconds / 60)
  if (minutes < 300) return `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}

/** The time of an ISO 8601 text, for sentences: `14:03 UTC`. The text must be valid. */
export function clockTime(iso: string): string {
  return `${new Date(iso).toISOString().slice(11, 16)} UTC`
}

/** A forged `Date` could otherwise buy a signature that is valid in a far future. */
const MAX_SKEW_MS = 24 * 60 * 60 * 1000
/** Differences below this are within the margins of a signature's times, so they are not the cause. */
const MIN_SKEW_MS = 10 * 1000

/**
 * Whether clocks that differ explain that a server refused the time of a request: by how many
 * milliseconds the server's (`date`) is ahead of the runner's (`now`), negative if it is behind.
 * Undefined if something else must be the cause.
 */
export function clockSkew(date: number | undefined, now: number): number | undefined {
  if (date === undefined) return undefined
  const skew = date - now
  return Math.abs(skew) >= MIN_SKEW_MS && Math.abs(skew) <= MAX_SKEW_MS ? skew : undefined
}
