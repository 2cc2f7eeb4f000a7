import { describeHashes, describeLost, type HashedToken } from '../tokens/describe'
import { explain, explainProblems } from '../explain/explain'
import { investigate } from '../explain/investigate'
import { explainOtherInputs, notExplainedBy } from '../explain/other-inputs'
import { renderClaims } from '../explain/oidc-token'
import { renderAnnotation, renderDetails, renderStack } from '../explain/render'
import type { FailureContext } from '../explain/context'
import type { Explanation } from '../explain/explanation'
import { RefusedError, UnreachableError } from '../http/errors'
import { KeyServiceError } from '../signers/key-service/key-service-client'
import { TokenServiceError } from '../sources/token-service-client'
import { ReachError } from '../sources/token-service-source'
import { CreateError, GrantError, type CreateFailure, type UnusedToken } from '../tokens/create'
import { field } from '../json'
import { ProblemError } from '../problems/problem'
import { helpPage } from './help'
import { readAllInputs, readWorkflow, type Environment } from './inputs'
import * as log from './log'
import type { Work } from './work'
import { tokenEnd } from '../tokens/token-life'

/** What else a report is made of. */
export interface StepFacts {
  readonly env: Environment
  /** Every token that was created, also those that are revoked by now. */
  readonly created: readonly HashedToken[]
}

/**
 * Finds out why the step failed and says it: first the details, folded, then one annotation.
 *
 * @param work undefined if the step failed before its config was read
 */
export async function reportFailure(
  error: unknown,
  work: Work | undefined,
  { env, created }: StepFacts
): Promise<void> {
  const report = await explainAll(error, work, env)
  const details = [
    ...(work === undefined
      ? []
      : renderDetails(work.github.http.journal, work.credential, work.config.api)),
    ...claimsOf(error),
    ...describeHashes(created),
    ...causes(error).filter(isUnforeseen).flatMap(renderStack)
  ]
  if (details.length > 0) log.folded('Details for a bug report', details)
  const { title, message } = renderAnnotation(report.explanations, {
    nothingSent: error instanceof ProblemError && error.nothingSent,
    several: report.heading,
    help: helpPage(env)
  })
  log.error(title, message)
}

type Explanations = readonly [Explanation, ...Explanation[]]

/** What the annotation says, and its title where there is more than one thing to say. */
interface Report {
  readonly explanations: Explanations
  readonly heading: string
}

async function explainAll(
  error: unknown,
  work: Work | undefined,
  env: Environment
): Promise<Report> {
  const inputs = readAllInputs(env)
  const other = explainOtherInputs(inputs)
  // Without work nothing creates tokens.
  if (error instanceof CreateError && work !== undefined) {
    return withOtherInputs(await explainCreation(error, work, readEnvironmentFacts(env)), other)
  }
  if (work === undefined && error instanceof ProblemError && other !== undefined) {
    const explanations = explainInputs(error, other, inputs)
    return { explanations, heading: `${explanations.length} inputs need correcting` }
  }
  const explanations = explain({ error })
  const heading = `${explanations.length} inputs need correcting`
  return withOtherInputs({ explanations, heading }, other)
}

/** An input that this action does not have comes first: it can be why another one is empty. */
function explainInputs(
  error: ProblemError,
  other: Explanation,
  inputs: ReadonlyMap<string, string>
): Explanations {
  const [first, ...others] = notExplainedBy(inputs, error.problems)
  return first === undefined ? [other] : [other, ...explainProblems([first, ...others])]
}

/** An input that this action does not have comes last: the failure can have another reason. */
function withOtherInputs(report: Report, other: Explanation | undefined): Report {
  const { explanations } = report
  if (other === undefined) return report
  const [{ title }, ...others] = explanations
  const heading = others.length === 0 ? title : report.heading
  return { explanations: [...explanations, other], heading }
}

/** What the environment says that explanations need. */
type EnvironmentFacts = Pick<FailureContext, 'noProxy' | 'isPrivate'>

function readEnvironmentFacts(env: Environment): EnvironmentFacts {
  // In the order in which `@actions/http-client` uses the variables.
  const lower = env['no_proxy'] ?? ''
  const { payload } = readWorkflow(env).event
  return {
    noProxy: lower === '' ? (env['NO_PROXY'] ?? '') : lower,
    isPrivate: field(field(payload, 'repository'), 'private') === true
  }
}

async function explainCreation(
  { failures, unused }: CreateError,
  work: Work,
  facts: EnvironmentFacts
): Promise<Report> {
  const [first, ...others] = failures
  const one = await explainOne(first, work, facts)
  const rest = await Promise.all(others.map((other) => explainOne(other, work, facts)))
  const count = work.config.targets.length
  const told = count === 1 ? one.explanations : distinct([one, ...rest])
  const [explanation = one.explanations[0], ...further] = told
  return {
    explanations: [withLost(withUnused(explanation, unused), work), ...further],
    heading: `${failures.length} of ${count} tokens could not be created`
  }
}

/** Why one token could not be created. */
interface OneFailure {
  readonly subject: string
  readonly explanations: Explanations
}

async function explainOne(
  failure: CreateFailure,
  work: Work,
  facts: EnvironmentFacts
): Promise<OneFailure> {
  const { config, credential, source } = work
  const appOnly = credential.kind === 'app' ? credential : undefined
  // Without the App's key, nothing more can be found out.
  const evidence = source.app === undefined ? undefined : await investigate(failure, source.app)
  return {
    subject: failure.request.subject,
    explanations: explain({ ...failure, config, credential: appOnly, evidence, ...facts })
  }
}

/** A cause that several tokens share is said once. Any other says which token it is about. */
function distinct(told: readonly OneFailure[]): Explanation[] {
  const groups = new Map<string, { explanation: Explanation; subjects: string[] }>()
  for (const { subject, explanations } of told) {
    for (const explanation of explanations) {
      const text = `${explanation.code} ${explanation.problem}`
      const group = groups.get(text) ?? { explanation, subjects: [] }
      groups.set(text, { ...group, subjects: [...group.subjects, subject] })
    }
  }
  return [...groups.values()].map(({ explanation, subjects }) =>
    nameSubjects(explanation, subjects)
  )
}

function nameSubjects(explanation: Explanation, subjects: readonly string[]): Explanation {
  const [subject = '', ...others] = subjects
  const owner = subject.replace(/[/ ].*$/, '')
  if (others.length > 0 || explanation.problem.includes(owner)) return explanation
  return { ...explanation, problem: `For ${subject}: ${explanation.problem}` }
}

/** Of all the step's requests: a lost token may live on although another one has failed. */
function withLost(explanation: Explanation, { github }: Work): Explanation {
  const lost = github.http.lostTokens
  if (lost === 0) return explanation
  return { ...explanation, problem: `${explanation.problem}\n${describeLost(lost)}` }
}

/** Says of each token that was created what became of it. */
function withUnused(explanation: Explanation, unused: readonly UnusedToken[]): Explanation {
  const revoked = unused
    .filter(({ outcome }) => outcome === 'revoked')
    .map(({ subject }) => subject)
  const lines = unused.filter(({ outcome }) => outcome !== 'revoked').map(describeLiving)
  if (revoked.length > 0) {
    const [which, were] = revoked.length === 1 ? ['The token', 'was'] : ['The tokens', 'were']
    lines.unshift(`${which} for ${revoked.join(', ')} ${were} revoked. No token is output.`)
  }
  return { ...explanation, problem: [explanation.problem, ...lines].join('\n') }
}

function describeLiving({ subject, expiresAt, outcome }: UnusedToken): string {
  const end = tokenEnd(expiresAt)
  if (outcome === 'foreign') {
    return `The token for ${subject} cannot be revoked: it is not a token of a GitHub App. It is not output.`
  }
  return outcome === 'alive'
    ? `A token for ${subject} was created, and could neither be saved nor revoked. It lives until ${end}.`
    : `The token for ${subject} is not revoked yet. The action tries again when the job ends. If that fails, the token lives until ${end}.`
}

function causes(error: unknown): unknown[] {
  return error instanceof CreateError ? error.failures.map((failure) => failure.error) : [error]
}

function isUnforeseen(error: unknown): boolean {
  return !EXPECTED.some((kind) => error instanceof kind)
}

const EXPECTED = [
  ProblemError,
  RefusedError,
  UnreachableError,
  GrantError,
  KeyServiceError,
  TokenServiceError,
  ReachError
]

/** What a policy has to match, if a key service or a token service refused. */
function claimsOf(error: unknown): string[] {
  const refused = causes(error).find(
    (one) => one instanceof KeyServiceError || one instanceof TokenServiceError
  )
  return refused?.claims === undefined ? [] : renderClaims(refused.claims)
}
