import { RefusedError, UnreachableError } from '../http/errors'
import { textField } from '../json'
import { printable } from '../printable'
import { ProblemError, type Problem } from '../problems/problem'
import { KeyServiceError } from '../signers/key-service/key-service-client'
import { TokenServiceError } from '../sources/token-service-client'
import { ReachError } from '../sources/token-service-source'
import { GrantError } from '../tokens/create'
import { type FailureContext } from './context'
import { quote } from './words'
import { explainGrant, CREATION_RULES } from './creation-rules'
import { CREDENTIAL_PROBLEMS } from './credential-problems'
import { CREDENTIAL_RULES } from './credential-rules'
import type { Explanation, ExplanationCode, Texts } from './explanation'
import { INPUT_PROBLEMS } from './input-problems'
import { explainKeyService } from './key-service/explain'
import { KEY_SERVICE_PROBLEMS } from './key-service/problems'
import { PERMISSION_PROBLEMS } from './permission-problems'
import { LOOKUP_RULES } from './lookup-rules'
import { explainUnreachable, NETWORK_RULES } from './network-rules'
import { RENEWAL_PROBLEMS } from './renewal-problems'
import { RUNNER_PROBLEMS } from './runner-problems'
import { GRANT_PROBLEMS, TARGET_PROBLEMS } from './target-problems'
import { explainReach, explainTokenService } from './token-service/explain'
import { TOKEN_SERVICE_PROBLEMS } from './token-service/problems'

/** The rules for what GitHub refused, in order: the first that applies explains it. */
const RULES = [...NETWORK_RULES, ...CREDENTIAL_RULES, ...CREATION_RULES, ...LOOKUP_RULES]

/** Explains any failure in the words of the workflow. Pure; never fails. */
export function explain(context: FailureContext): readonly [Explanation, ...Explanation[]] {
  const { error } = context
  if (error instanceof ProblemError) return explainProblems(error.problems)
  if (error instanceof GrantError) return [explainGrant({ ...context, error })]
  if (error instanceof UnreachableError) return [explainUnreachable({ ...context, error })]
  if (error instanceof KeyServiceError) return [explainKeyService({ ...context, error })]
  if (error instanceof TokenServiceError) return [explainTokenService({ ...context, error })]
  if (error instanceof ReachError) return [explainReach(error)]
  if (error instanceof RefusedError) return [explainRefusal({ ...context, error })]
  return [unexpected(error)]
}

const TEXTS: Texts<Problem> = {
  ...CREDENTIAL_PROBLEMS,
  ...INPUT_PROBLEMS,
  ...KEY_SERVICE_PROBLEMS,
  ...TOKEN_SERVICE_PROBLEMS,
  ...TARGET_PROBLEMS,
  ...PERMISSION_PROBLEMS,
  ...RUNNER_PROBLEMS,
  ...GRANT_PROBLEMS,
  ...RENEWAL_PROBLEMS
}

/** Explains what the action itself found. */
export function explainProblems(
  problems: readonly [Problem, ...Problem[]]
): readonly [Explanation, ...Explanation[]] {
  const [first, ...others] = problems
  return merged([explainProblem(first), ...others.map(explainProblem)])
}

/** Explanations of which each is about one entry of a list. */
const OF_ENTRIES: ReadonlySet<ExplanationCode> = new Set([
  'repository-malformed',
  'repository-owner-mismatch'
])

/** At most this many entries are named. */
const MAX_ENTRIES = 10

/** What is merged into one explanation. */
type Group = [Explanation, ...Explanation[]]

/** Entries of one list that need the same remedy become one explanation. */
function merged(
  all: readonly [Explanation, ...Explanation[]]
): readonly [Explanation, ...Explanation[]] {
  const groups = new Map<string, Group>()
  for (const [at, one] of all.entries()) {
    const key = OF_ENTRIES.has(one.code) ? `${one.title}\n${one.fix}` : String(at)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  const [first = all[0], ...others] = [...groups.values()].map(withEntries)
  return [first, ...others]
}

function withEntries(group: Group): Explanation {
  const problems = group.slice(0, MAX_ENTRIES).map(({ problem }) => problem)
  const more = group.length - problems.length
  const rest = more > 0 ? [`and ${more} more.`] : []
  return { ...group[0], problem: [...problems, ...rest].join('\n') }
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
