import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../clock'

/** The runner's own time and chance. */
export const systemClock: Clock = {
  now: () => Date.now(),
  // Not performance.now(): loading perf_hooks takes longer than signing the JWT.
  monotonic: () => Number(process.hrtime.bigint() / 1_000_000n),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal })
}
