import { InterruptedError } from '../github/errors'
import * as log from './log'

/** A step's work. It is told when the job is cancelled, and fails by throwing. */
export type Run = (cancelled: AbortSignal) => Promise<void>

/** What becomes of a failure: says it, and never fails itself. */
export type ReportFailure = (error: unknown) => Promise<void> | void

/** How long a cancelled step may still save a token that is on its way; the runner kills after 10 s. */
const GRACE = 5_000

/**
 * Runs a step to its end. The process fails unless the work is done: a promise that never settles
 * must not look like success.
 */
export async function start(run: Run, reportFailure: ReportFailure): Promise<void> {
  process.exitCode = 1
  const cancellation = new AbortController()
  const cancel = (): void => {
    cancellation.abort()
    setTimeout(() => {
      log.info('The job was cancelled; GitHub did not answer in time.')
      process.exit(1)
    }, GRACE).unref()
  }
  process.once('SIGINT', cancel)
  process.once('SIGTERM', cancel)
  let isSettled = false
  process.once('exit', () => {
    if (!isSettled)
      log.error('The step ended too early', 'The step ended before its work was done.')
  })
  try {
    await run(cancellation.signal)
    process.exitCode = 0
  } catch (error) {
    if (error instanceof InterruptedError)
      log.info('The job was cancelled: no token was handed over.')
    else await reportFailure(error)
  }
  isSettled = true
}
