import { field, textField } from '../json'
import { printable } from '../printable'
import type { RunOrigin, UnusedFallback } from '../problems/credential-problem'
import type { Problem } from '../problems/problem'

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
  /** The event's payload (`GITHUB_EVENT_PATH`), parsed; undefined if there is none. */
  readonly payload: unknown
}

/** Why a run gets no secrets, if the event proves it. */
export type SecretlessRun =
  /** `head` is `owner/name`, or empty if the fork was deleted. */
  { readonly kind: 'fork'; readonly head: string } | { readonly kind: 'dependabot' }

/** Why the fallback token is used. */
export type FallbackReason =
  /** GitHub gives this run no secrets, and this is what is missing. */
  | {
      readonly kind: 'no-secrets'
      readonly run: SecretlessRun
      readonly missing: 'private-key' | 'kms-key' | 'token-service' | 'oidc-token'
    }
  /** No input for a credential is set, so the App is not set up here. */
  | { readonly kind: 'nothing-set' }

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
  // The repository of a head is null if the fork was deleted.
  if (repository === null) return { kind: 'fork', head: '' }
  const name = field(repository, 'full_name')
  if (typeof name !== 'string' || name.toLowerCase() === event.repository.toLowerCase()) {
    return undefined
  }
  return { kind: 'fork', head: name }
}

/** Whether the workflow's repository is a fork. It has none of the original's secrets and variables. */
export function isInFork({ payload }: WorkflowEvent): boolean {
  return field(field(payload, 'repository'), 'fork') === true
}

/** The address of the repository's settings if Dependabot started the run; empty otherwise. */
export function settingsForDependabot(event: WorkflowEvent): string {
  const isDependabot = secretlessRun(event)?.kind === 'dependabot'
  return isDependabot ? `${printable(event.webUrl)}/${printable(event.repository)}/settings` : ''
}

/**
 * Why the private key is missing, as far as the event shows.
 *
 * @param isIdEmpty whether the App's id is missing, too
 */
export function missingKey(
  event: WorkflowEvent,
  fallback: UnusedFallback,
  isIdEmpty: boolean
): Problem {
  const repository = printable(event.repository)
  const run = secretlessRun(event)
  switch (run?.kind) {
    case 'fork':
      return { kind: 'key-empty-for-fork', fork: printable(run.head), fallback }
    case 'dependabot': {
      const settings = settingsForDependabot(event)
      return { kind: 'key-empty-for-dependabot', settings, isIdEmpty, fallback }
    }
    case undefined: {
      if (isInFork(event)) return { kind: 'key-empty-in-fork', repository, isIdEmpty, fallback }
      const origin = originOf(event)
      return { kind: 'key-empty', event: printable(event.name), origin, repository, fallback }
    }
  }
}

function originOf({ name, payload }: WorkflowEvent): RunOrigin {
  if (!FORK_EVENTS.test(name)) return 'event-with-secrets'
  const head = field(field(payload, 'pull_request'), 'head')
  return textField(field(head, 'repo'), 'full_name') === '' ? 'unknown' : 'same-repository'
}
