import { RefusedError, UnreachableError } from '../http/errors'
import { textField } from '../json'
import { printable } from '../printable'
import { ProblemError, type Problem } from '../problem'
import { GrantError } from '../tokens/create'
import { quote, type FailureContext } from './context'
import { explainGrant, CREATION_RULES } from './creation-rules'
import { CREDENTIAL_RULES } from './credential-rules'
import type { Explanation, Texts } from './explanation'
import { INPUT_PROBLEMS, PERMISSION_PROBLEMS } from './input-problems'
import { LOOKUP_RULES } from './lookup-rules'
import { explainUnreachable, SERVICE_RULES } from './network-rules'
import { GRANT_PROBLEMS, RUNNER_PROBLEMS } from './runner-problems'
import { TARGET_PROBLEMS } from './target-problems'

/** The rules for what GitHub refused, in order: the first that applies explains it. */
const RULES = [...SERVICE_RULES, ...CREDENTIAL_RULES, ...CREATION_RULES, ...LOOKUP_RULES]

/** Explains any failure in the words of the workflow. Pure; never fails. */
export function explain(context: FailureContext): readonly [Explanation, ...Explanation[]] {
  const { error } = context
  if (error instanceof ProblemError) return explainProblems(error.problems)
  if (error instanceof GrantError) return [explainGrant({ ...context, error })]
  if (error instanceof UnreachableError) return [explainUnreachable({ ...context, error })]
  if (error instanceof RefusedError) return [explainRefusal({ ...context, error })]
  return [unexpected(error)]
}

const TEXTS: Texts<Problem> = {
  ...INPUT_PROBLEMS,
  ...TARGET_PROBLEMS,
  ...PERMISSION_PROBLEMS,
  ...RUNNER_PROBLEMS,
  ...GRANT_PROBLEMS
}

/** Explains what the action itself found. */
export function explainProblems(
  problems: readonly [Problem, ...Problem[]]
): readonly [Explanation, ...Explanation[]] {
  const [first, ...others] = problems
  return [explainProblem(first), ...others.map(explainProblem)]
}

function explainProblem(problem: Problem): Explanation {
  // TypeScript does not see that the entry belongs to the kind; the type of the table does.
  const text = TEXTS[problem.kind] as (problem: Problem) => Explanation
  return text(problem)
}

function explainRefusal(context: FailureContext<RefusedError>): Explanation {
  for (const rule of RULES) {
    const explanation = rule(context)
    if (explanation !== undefined) return explanation
  }
  const { status, message } = context.error.reply
  return {
    code: 'github-refused',
    title: `GitHub answered ${status}`,
    problem: `GitHub refused the request with ${status}: ${quote(message)}.`,
    fix: 'see the details above. https://docs.github.com/rest/apps describes the requests.'
  }
}

function unexpected(error: unknown): Explanation {
  return {
    code: 'unexpected',
    title: 'Something went wrong inside this action',
    problem: `Something went wrong inside this action: ${printable(nameOf(error))}.`,
    fix: 'please report it with the details above.'
  }
}

function nameOf(error: unknown): string {
  const [name, code] = [textField(error, 'name'), textField(error, 'code')]
  return code === '' ? name : `${name} (${code})`
}
