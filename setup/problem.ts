/**
 * Why a setup cannot go on: only the facts. `explain.ts` has the words. None of them is a secret.
 */
export type SetupProblem =
  /** The arguments cannot be read; `said` are the words of the library. */
  | { readonly kind: 'options-unreadable'; readonly said: string }
  | { readonly kind: 'option-missing'; readonly option: string; readonly why: string }
  | {
      readonly kind: 'options-contradict'
      readonly one: string
      readonly other: string
      readonly why: string
    }
  | { readonly kind: 'name-malformed'; readonly option: string; readonly text: string }
  | { readonly kind: 'permissions-unusable'; readonly what: string; readonly fix: string }
  | { readonly kind: 'workflows-unreadable'; readonly path: string; readonly code: string }
  /** No step of the workflows names a permission; `uses` of the action were found. */
  | { readonly kind: 'workflows-name-none'; readonly path: string; readonly uses: number }
  | { readonly kind: 'gh-missing' }
  | { readonly kind: 'gh-logged-out'; readonly host: string; readonly said: string }
  | { readonly kind: 'gh-refused'; readonly command: string; readonly said: string }
  | { readonly kind: 'secret-exists'; readonly names: readonly string[]; readonly where: string }
  | { readonly kind: 'account-unknown'; readonly account: string; readonly host: string }
  | { readonly kind: 'account-type-unknown'; readonly account: string }
  | { readonly kind: 'account-of-other-person'; readonly account: string; readonly person: string }
  | { readonly kind: 'name-taken'; readonly name: string; readonly page: string }
  | { readonly kind: 'port-taken'; readonly port: number; readonly code: string }
  | { readonly kind: 'no-consent'; readonly account: string; readonly isOrganization: boolean }
  /** GitHub does not accept the code: `wasSent` if an earlier request for it got no answer. */
  | { readonly kind: 'code-refused'; readonly wasSent: boolean; readonly apps: string }
  | {
      readonly kind: 'conversion-unclear'
      readonly status: number
      readonly apps: string
    }
  | {
      readonly kind: 'app-of-other-account'
      readonly slug: string
      readonly owner: string
      readonly account: string
    }
  | {
      readonly kind: 'key-not-stored'
      readonly slug: string
      readonly settings: string
      readonly resume: string
    }
  | { readonly kind: 'file-unwritable'; readonly path: string; readonly code: string }
  | { readonly kind: 'file-unreadable'; readonly path: string; readonly code: string }
  | { readonly kind: 'key-file-unusable'; readonly path: string; readonly what: string }
  | { readonly kind: 'key-service-unknown'; readonly key: string }
  | { readonly kind: 'wrapping-key-missing'; readonly key: string }
  | { readonly kind: 'wrapping-key-unusable'; readonly path: string }
  | {
      readonly kind: 'approval-pending'
      readonly slug: string
      readonly account: string
      readonly person: string
      readonly resume: string
    }
  | {
      readonly kind: 'not-installed'
      readonly slug: string
      readonly account: string
      readonly page: string
      readonly resume: string
    }
  | {
      readonly kind: 'repository-not-covered'
      readonly slug: string
      readonly repositories: readonly string[]
      readonly settings: string
      readonly resume: string
    }
  | { readonly kind: 'nothing-to-resume' }
  | { readonly kind: 'client-id-unknown'; readonly variable: string }
  | {
      readonly kind: 'secret-not-stored'
      readonly names: readonly string[]
      readonly where: string
    }
  /** GitHub refused or could not be reached; the words are those of the action. */
  | { readonly kind: 'github-failed'; readonly what: string; readonly fix: string }
  | { readonly kind: 'token-not-revoked'; readonly until: string }

/** The setup cannot go on. Never holds a secret. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
  readonly problem: SetupProblem

  constructor(problem: SetupProblem, options?: ErrorOptions) {
    super(problem.kind, options)
    this.problem = problem
  }
}

/** The person ended the setup. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'

  constructor() {
    super('stopped')
  }
}
