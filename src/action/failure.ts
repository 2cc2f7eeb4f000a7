import { explain } from '../diagnose/explain'
import { renderAnnotation, renderDetails, renderStack } from '../diagnose/render'
import type { Evidence, Situation } from '../diagnose/situation'
import { ExplainedError } from '../explanation'
import type { Attempt } from '../github/attempt'
import { RefusedError, UnreachableError } from '../github/errors'
import { GrantError } from '../mint'
import * as log from './log'

/** Everything a report of a failure draws on. */
export interface Failure {
  readonly error: unknown
  readonly situation: Situation
  readonly evidence: Evidence
  readonly journal: readonly Attempt[]
  readonly helpPage: string
}

/** Says why the step failed: first the details, folded, then one annotation. */
export function reportFailure(failure: Failure): void {
  const { error, situation, journal } = failure
  const details = [
    ...(journal.length === 0 ? [] : renderDetails(journal, situation.config)),
    ...(isForeseen(error) ? [] : renderStack(error))
  ]
  if (details.length > 0) log.folded('Details for a bug report', details)
  const nothingSent = error instanceof ExplainedError && error.nothingSent
  const { title, message } = renderAnnotation(explain(failure), nothingSent, failure.helpPage)
  log.error(title, message)
}

function isForeseen(error: unknown): boolean {
  return [ExplainedError, RefusedError, UnreachableError, GrantError].some(
    (kind) => error instanceof kind
  )
}
