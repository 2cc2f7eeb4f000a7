import type { Config } from '../config/config'
import { describeLost } from './log-result'
import { clockTime } from '../time'
import { explain } from '../explain/explain'
import { investigate } from '../explain/investigate'
import { renderAnnotation, renderDetails, renderStack, type HelpPage } from '../explain/render'
import type { Explanation } from '../explain/explanation'
import { RefusedError, UnreachableError } from '../http/errors'
import type { GitHub } from '../github/github'
import { GrantError, MintError, type MintFailure, type UnusedToken } from '../tokens/create'
import { type Environment, readVariable } from './inputs'
import * as log from './log'
import { secretIn } from '../printable'
import { ProblemError } from '../problem'

/** What the step was about to do, and its way to GitHub. */
export interface Work {
  readonly config: Config
  readonly github: GitHub
}

/** Everything a report of a failure draws on. */
export interface Failure {
  readonly error: unknown
  /** Undefined where the step failed before it knew what to do. */
  readonly work?: Work
}

/** Finds out why the step failed and says it: first the details, folded, then one annotation. */
export async function reportFailure(failure: Failure, env: Environment): Promise<void> {
  const { error, work } = failure
  const report = await explainAll(failure)
  const details = [
    ...(work === undefined ? [] : renderDetails(work.github.door.journal, work.config)),
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

async function explainAll({ error, work }: Failure): Promise<Report> {
  // Only work under way raises the first.
  if (error instanceof MintError && work !== undefined) return explainMint(error, work)
  const explanations = explain({ error, evidence: {} })
  return { explanations, heading: `${explanations.length} inputs need correcting` }
}

async function explainMint({ failures, unused }: MintError, work: Work): Promise<Report> {
  const [first, ...others] = failures
  const one = await explainOne(first, work)
  const rest = await Promise.all(others.map((other) => explainOne(other, work)))
  const count = work.config.targets.length
  const told = count === 1 ? one.explanations : distinct([one, ...rest])
  const [explanation = one.explanations[0], ...further] = told
  return {
    explanations: [withLost(withUnused(explanation, unused), work), ...further],
    heading: `${failures.length} of ${count} tokens could not be created`
  }
}

/** Why one token could not be created. */
interface Told {
  readonly subject: string
  readonly explanations: Explanations
}

async function explainOne(failure: MintFailure, { config, github }: Work): Promise<Told> {
  const evidence = await investigate(failure, github.app)
  return {
    subject: failure.request.subject,
    explanations: explain({ ...failure, config, evidence })
  }
}

/** What keeps several tokens from being minted is said once; anything else says which it is about. */
function distinct(told: readonly Told[]): Explanation[] {
  const groups = new Map<string, { explanation: Explanation; subjects: string[] }>()
  for (const { subject, explanations } of told) {
    for (const explanation of explanations) {
      const text = `${explanation.code} ${explanation.problem}`
      const group = groups.get(text) ?? { explanation, subjects: [] }
      groups.set(text, { ...group, subjects: [...group.subjects, subject] })
    }
  }
  return [...groups.values()].map(({ explanation, subjects }) => saidOf(explanation, subjects))
}

function saidOf(explanation: Explanation, subjects: readonly string[]): Explanation {
  const [subject = '', ...others] = subjects
  const owner = subject.replace(/[/ ].*$/, '')
  if (others.length > 0 || explanation.problem.includes(owner)) return explanation
  return { ...explanation, problem: `For ${subject}: ${explanation.problem}` }
}

/** Of all the step's requests: a lost token may live on although another one has failed. */
function withLost(explanation: Explanation, { github }: Work): Explanation {
  const lost = github.door.lostMints
  if (lost === 0) return explanation
  return { ...explanation, problem: `${explanation.problem}\n${describeLost(lost)}` }
}

/** Says of each token that was created what became of it. */
function withUnused(explanation: Explanation, unused: readonly UnusedToken[]): Explanation {
  const revoked = unused.filter(({ fate }) => fate === 'revoked').map(({ subject }) => subject)
  const lines = unused.filter(({ fate }) => fate !== 'revoked').map(describeLiving)
  if (revoked.length > 0) {
    const [which, were] = revoked.length === 1 ? ['The token', 'was'] : ['The tokens', 'were']
    lines.unshift(`${which} for ${revoked.join(', ')} ${were} revoked again: none is handed over.`)
  }
  return { ...explanation, problem: [explanation.problem, ...lines].join('\n') }
}

function describeLiving({ subject, expiresAt, fate }: UnusedToken): string {
  const end = clockTime(expiresAt)
  return fate === 'alive'
    ? `A token for ${subject} was created, and could neither be saved nor revoked. It lives until ${end}.`
    : `The token for ${subject} is not revoked yet. That is tried again when the job ends; otherwise it lives until ${end}.`
}

function causes(error: unknown): unknown[] {
  return error instanceof MintError ? error.failures.map((failure) => failure.error) : [error]
}

function isUnforeseen(error: unknown): boolean {
  return ![ProblemError, RefusedError, UnreachableError, GrantError].some(
    (kind) => error instanceof kind
  )
}

/** Where the action is published: for steps that use a local copy (`uses: ./`). */
const HOME = { repository: 'OWNER/github-app-token', ref: 'v1' }

/** The page of explanations that belongs to the very version in use. */
export function helpPage(env: Environment): HelpPage {
  return page(env, 'docs/TROUBLESHOOTING.md')
}

/** What to do if a job is longer than a token lives. */
export function longJobsPage(env: Environment): string {
  return page(env, 'README.md#a-job-is-longer-than-an-hour')
}

function page(env: Environment, path: string): string {
  const repository = readVariable(env, 'GITHUB_ACTION_REPOSITORY')
  const ref = readVariable(env, 'GITHUB_ACTION_REF')
  const isKnown = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]{1,100}$/.test(ref)
  const source =
    isKnown && secretIn(`${repository} ${ref}`) === undefined ? { repository, ref } : HOME
  return `https://github.com/${source.repository}/blob/${source.ref}/${path}`
}
