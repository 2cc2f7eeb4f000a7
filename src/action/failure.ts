import type { Config } from '../config/config'
import { explain } from '../diagnose/explain'
import { investigate } from '../diagnose/investigate'
import { renderAnnotation, renderDetails, renderStack } from '../diagnose/render'
import { ExplainedError, type Explanation } from '../explanation'
import { RefusedError, UnreachableError } from '../github/errors'
import type { GitHub } from '../github/github'
import { GrantError, MintError, type MintFailure } from '../mint'
import type { Environment } from './environment'
import { helpPage } from './help'
import * as log from './log'

/** Everything a report of a failure draws on. */
export interface Failure {
  readonly error: unknown
  /** Undefined where the step failed before it knew what to do. */
  readonly config?: Config
  /** Undefined where the step failed before it had one. */
  readonly github?: GitHub
}

/** Finds out why the step failed and says it: first the details, folded, then one annotation. */
export async function reportFailure(failure: Failure, env: Environment): Promise<void> {
  const { error, config, github } = failure
  const explanations = await explainAll(failure)
  const journal = github?.door.journal ?? []
  const details = [
    ...(journal.length === 0 ? [] : renderDetails(journal, config)),
    ...causes(error).filter(isUnforeseen).flatMap(renderStack)
  ]
  if (details.length > 0) log.folded('Details for a bug report', details)
  const { title, message } = renderAnnotation(explanations, {
    nothingSent: error instanceof ExplainedError && error.nothingSent,
    several: headingFor(error, explanations.length, config),
    help: helpPage(env)
  })
  log.error(title, message)
}

async function explainAll(failure: Failure): Promise<readonly [Explanation, ...Explanation[]]> {
  const { error, config } = failure
  if (!(error instanceof MintError)) return explain({ error, situation: {}, evidence: {} })
  const [first, ...others] = error.failures
  const one = await explainOne(first, failure)
  const rest = await Promise.all(others.map((other) => explainOne(other, failure)))
  const subjects = error.failures.map(({ request }) => request.subject)
  const isOnly = (config?.targets.length ?? 1) === 1
  const told: readonly Explanation[] = isOnly ? one : distinct([one, ...rest], subjects)
  const [explanation = one[0], ...further] = told
  return [withTakenBack(explanation, error.takenBack), ...further]
}

async function explainOne(
  { error, request, installation }: MintFailure,
  { config, github }: Failure
): Promise<readonly [Explanation, ...Explanation[]]> {
  const situation = { ...(config && { config }), request, ...(installation && { installation }) }
  const evidence = github === undefined ? {} : await investigate(error, situation, github.app)
  return explain({ error, situation, evidence })
}

/** What keeps several tokens from being minted is said once; anything else says which it is about. */
function distinct(
  explanations: readonly (readonly Explanation[])[],
  subjects: readonly string[]
): Explanation[] {
  const told = new Map<string, { explanation: Explanation; subjects: string[] }>()
  for (const [index, each] of explanations.entries()) {
    for (const explanation of each) {
      const text = `${explanation.code} ${explanation.problem}`
      const known = told.get(text) ?? { explanation, subjects: [] }
      told.set(text, { ...known, subjects: [...known.subjects, subjects[index] ?? ''] })
    }
  }
  return [...told.values()].map(({ explanation, subjects: about }) => saidOf(explanation, about))
}

function saidOf(explanation: Explanation, subjects: readonly string[]): Explanation {
  const [subject = '', ...others] = subjects
  const owner = subject.replace(/[/ ].*$/, '')
  if (others.length > 0 || explanation.problem.includes(owner)) return explanation
  return { ...explanation, problem: `For ${subject}: ${explanation.problem}` }
}

function withTakenBack(explanation: Explanation, takenBack: readonly string[]): Explanation {
  if (takenBack.length === 0) return explanation
  const which = takenBack.length === 1 ? 'The token' : 'The tokens'
  const were = takenBack.length === 1 ? 'was' : 'were'
  const note = `${which} for ${takenBack.join(', ')} ${were} revoked again: none is handed over.`
  return { ...explanation, problem: `${explanation.problem}\n${note}` }
}

function headingFor(error: unknown, count: number, config: Config | undefined): string {
  return error instanceof MintError
    ? `${error.failures.length} of ${config?.targets.length ?? count} tokens could not be minted`
    : `${count} inputs need correcting`
}

function causes(error: unknown): unknown[] {
  return error instanceof MintError ? error.failures.map((failure) => failure.error) : [error]
}

function isUnforeseen(error: unknown): boolean {
  return ![ExplainedError, RefusedError, UnreachableError, GrantError].some(
    (kind) => error instanceof kind
  )
}
