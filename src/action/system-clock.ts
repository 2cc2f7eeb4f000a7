import type { Clock } from '../clock'

/** The runner's own time and chance. */
export const systemClock: Clock = {
  now: () => Date.now(),
  // Not performance.now(): loading perf_hooks takes longer than signing the JWT.
  monotonic: () => Number(process.hrtime.bigint() / 1_000_000n),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }, milliseconds)
      function stop(): void {
        clearTimeout(timer)
        reject(new Error('the wait was cut short'))
      }
      // A signal that was aborted before has no event any more.
      if (signal?.aborted === true) stop()
      else signal?.addEventListener('abort', stop, { once: true })
    })
}
