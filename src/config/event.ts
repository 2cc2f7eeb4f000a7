import { field } from '../json'
import type { Explanation } from '../explanation'
import { printable } from '../printable'

/** What the workflow's event says about where it comes from. */
export interface WorkflowEvent {
  /** `GITHUB_EVENT_NAME`, such as `pull_request`. */
  readonly name: string
  /** `GITHUB_ACTOR`. */
  readonly actor: string
  /** `owner/name` of the workflow's repository. */
  readonly repository: string
  /** The address of GitHub's web pages without a trailing slash. */
  readonly webUrl: string
  /** The event's payload (`GITHUB_EVENT_PATH`), parsed; undefined where there is none. */
  readonly payload: unknown
}

/** Why a run gets no secrets, where the event proves it. */
export type SecretlessRun =
  | {
      readonly kind: 'fork'
      /** `owner/name`, or empty where the fork is deleted. */ readonly head: string
    }
  | { readonly kind: 'dependabot' }

/** Events of pull requests that run without secrets when the pull request comes from a fork. */
const FORK_EVENTS = /^pull_request(_review|_review_comment)?$/

/**
 * Whether the event proves that GitHub gives this run no secrets:
 * https://docs.github.com/en/actions/reference/security/secure-use and
 * https://docs.github.com/en/code-security/dependabot/working-with-dependabot/troubleshooting-dependabot-on-github-actions
 */
export function secretlessRun(event: WorkflowEvent): SecretlessRun | undefined {
  if (event.actor === 'dependabot[bot]') return { kind: 'dependabot' }
  if (!FORK_EVENTS.test(event.name)) return undefined
  const pullRequest = field(event.payload, 'pull_request')
  const head = field(pullRequest, 'head')
  if (head === undefined) return undefined
  const repository = field(head, 'repo')
  // The repository of a head is null where the fork has been deleted.
  if (repository === null) return { kind: 'fork', head: '' }
  const name = field(repository, 'full_name')
  if (typeof name !== 'string' || name.toLowerCase() === event.repository.toLowerCase()) {
    return undefined
  }
  return { kind: 'fork', head: name }
}

/**
 * Explains an empty private key by what the event shows (`private-key-empty`).
 *
 * @param isFallbackForeign whether there is a fallback token, but for another GitHub than is used
 */
export function explainMissingKey(event: WorkflowEvent, isFallbackForeign = false): Explanation {
  const run = secretlessRun(event)
  const text =
    run === undefined
      ? somewhereElse(event)
      : run.kind === 'fork'
        ? fork(run.head)
        : dependabot(event)
  const problem = isFallbackForeign
    ? `${text.problem}\nfallback-token is not handed out: it is for this workflow's own GitHub, and github-api-url names another.`
    : text.problem
  return { code: 'private-key-empty', title: 'private-key is empty', problem, fix: text.fix }
}

type Text = Pick<Explanation, 'problem' | 'fix'>

function fork(head: string): Text {
  const which = head === '' ? 'a fork that has been deleted' : `the fork ${printable(head)}`
  return {
    problem: `private-key is empty: this pull request comes from ${which}, and GitHub gives such runs no secrets.`,
    fix: [
      'skip the job for forks:',
      '  if: github.event.pull_request.head.repo.full_name == github.repository',
      'or add `fallback-token: ${{ github.token }}` (read-only on forks).'
    ].join('\n')
  }
}

function dependabot({ repository, webUrl }: WorkflowEvent): Text {
  return {
    problem: 'private-key is empty: Dependabot runs read only Dependabot secrets.',
    fix: `add it there: ${printable(webUrl)}/${printable(repository)}/settings/secrets/dependabot`
  }
}

function somewhereElse({ name, repository }: WorkflowEvent): Text {
  const owner = printable(repository.replace(/\/[^]*$/, ''))
  return {
    problem: `private-key is empty. The event is ${printable(name)}, so neither a fork nor Dependabot explains it.`,
    fix: [
      'check, in this order:',
      `  1. the secret's name, and that ${owner} shares it with ${printable(repository)}`,
      '  2. an environment secret: the job needs `environment:`',
      '  3. a reusable workflow: the caller must pass it under `secrets:`'
    ].join('\n')
  }
}
