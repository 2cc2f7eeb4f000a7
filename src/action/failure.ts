import { explain } from '../diagnose/explain'
import { renderAnnotation, renderDetails, renderStack } from '../diagnose/render'
import { investigate } from '../diagnose/investigate'
import type { Situation } from '../diagnose/situation'
import { ExplainedError } from '../explanation'
import { RefusedError, UnreachableError } from '../github/errors'
import type { GitHub } from '../github/github'
import { GrantError } from '../mint'
import type { Environment } from './environment'
import { helpPage } from './help'
import * as log from './log'

/** Everything a report of a failure draws on. */
export interface Failure {
  readonly error: unknown
  readonly situation: Situation
  /** Undefined where the step failed before it had one. */
  readonly github?: GitHub
}

/** Finds out why the step failed and says it: first the details, folded, then one annotation. */
export async function reportFailure(failure: Failure, env: Environment): Promise<void> {
  const { error, situation, github } = failure
  const evidence = github === undefined ? {} : await investigate(error, situation, github.app)
  const journal = github?.door.journal ?? []
  const details = [
    ...(journal.length === 0 ? [] : renderDetails(journal, situation.config)),
    ...(isForeseen(error) ? [] : renderStack(error))
  ]
  if (details.length > 0) log.folded('Details for a bug report', details)
  const nothingSent = error instanceof ExplainedError && error.nothingSent
  const { title, message } = renderAnnotation(
    explain({ error, situation, evidence }),
    nothingSent,
    helpPage(env)
  )
  log.error(title, message)
}

function isForeseen(error: unknown): boolean {
  return [ExplainedError, RefusedError, UnreachableError, GrantError].some(
    (kind) => error instanceof kind
  )
}
