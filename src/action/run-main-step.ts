import type { EarlyConnection } from '../http/early-connection'
import { InterruptedError } from '../http/errors'
import { HttpClient } from '../http/http-client'
import { describeLost } from '../tokens/describe'
import { RateLimitWaits } from '../http/rate-limit-waits'
import * as log from './log'
import { endProcess, endProcessNow } from './end-process'
import { MAX_RATE_LIMIT_WAITS_MS, onTimeOver, TIME_OVER } from './time-limits'

/** The work of the main step, and what to say of its end. */
export interface MainStep {
  /** A connection for the first request; undefined if none was opened. */
  readonly early: EarlyConnection | undefined
  /**
   * Does the work, and fails by throwing.
   *
   * @param http sends all requests of the step
   * @param cancelled aborted when the job is cancelled
   */
  readonly run: (http: HttpClient, cancelled: AbortSignal) => Promise<void>
  /** Says why the work failed. Never fails itself. */
  readonly reportFailure: (error: unknown) => Promise<void>
}

/** How long a cancelled step may still save a token that is on its way; the runner kills after 10 s. */
const CANCEL_GRACE_MS = 5_000

/**
 * Runs the main step to its end, and ends the process. The process fails unless the work is done: a promise
 * that never settles must not look like success.
 */
export async function runMainStep({ early, run, reportFailure }: MainStep): Promise<void> {
  process.exitCode = 1
  const cancellation = new AbortController()
  const rateLimitWaits = new RateLimitWaits(MAX_RATE_LIMIT_WAITS_MS.main, log.info)
  const http = new HttpClient({ cancelled: cancellation.signal, rateLimitWaits, early })
  let isSettled = false
  const giveUp = (report: () => void): void => {
    isSettled = true
    report()
    reportLostTokens(http)
    endProcessNow(1)
  }
  const cancel = (): void => {
    // A second signal changes nothing: the timer of the first one ends the process earlier.
    cancellation.abort()
    setTimeout(() => {
      giveUp(() => {
        log.info('The job was cancelled, and GitHub did not answer in time.')
      })
    }, CANCEL_GRACE_MS).unref()
  }
  // Each time, not once: a second signal would kill the step, and the token would live on.
  process.on('SIGINT', cancel)
  process.on('SIGTERM', cancel)
  process.once('exit', () => {
    if (!isSettled)
      log.error('The step ended too early', 'The step ended before its work was done.')
  })
  onTimeOver(rateLimitWaits, () => {
    giveUp(() => {
      log.error('The step took too long', TIME_OVER.main)
    })
  })
  let exitCode = 1
  try {
    await run(http, cancellation.signal)
    exitCode = 0
  } catch (error) {
    if (error instanceof InterruptedError) {
      log.info('The job was cancelled: no token is output.')
      reportLostTokens(http)
    } else {
      // What is looked up to explain a failure must not delay the explanation.
      rateLimitWaits.close()
      await reportFailure(error)
    }
  }
  isSettled = true
  await endProcess(exitCode)
}

/** Says that a step that was stopped may leave tokens at GitHub that nobody knows. */
function reportLostTokens({ lostTokens }: HttpClient): void {
  if (lostTokens > 0) log.annotate({ level: 'warning', message: describeLost(lostTokens) })
}
