/** What is wrong with the inputs that say what the token is for. */
export type TargetProblem =
  | { readonly kind: 'owner-names-none'; readonly text: string }
  | { readonly kind: 'owner-malformed'; readonly text: string }
  /** An account's name that is too long for one; it may be a secret. */
  | {
      readonly kind: 'owner-too-long'
      readonly input: 'owner' | 'repositories'
      readonly length: number
      readonly longest: number
    }
  /** `owner` begins like a JSON list. */
  | { readonly kind: 'owner-is-json'; readonly text: string }
  /** `owner` holds `owner/name`. */
  | {
      readonly kind: 'owner-has-repository'
      readonly text: string
      readonly owner: string
      readonly name: string
    }
  | { readonly kind: 'enterprise-malformed'; readonly text: string }
  /** A list that begins like JSON, and is none; `isOpen` if its end is missing. */
  | {
      readonly kind: 'list-unreadable'
      readonly input: 'repositories' | 'repository-ids'
      readonly text: string
      readonly isOpen: boolean
    }
  /** A list that begins like a JSON object. */
  | {
      readonly kind: 'list-is-object'
      readonly input: 'repositories' | 'repository-ids'
      readonly text: string
    }
  | { readonly kind: 'repository-malformed'; readonly text: string }
  | { readonly kind: 'repository-id-malformed'; readonly text: string }
  | { readonly kind: 'installation-id-malformed'; readonly text: string }
  /** `owner` is not set, and the runner names no owner. */
  | { readonly kind: 'workflow-owner-missing'; readonly text: string }
  /** Nothing is set, or a list that names none, and the runner names no repository. */
  | {
      readonly kind: 'workflow-repository-missing'
      readonly text: string
      readonly reason: 'nothing-set' | 'empty-list'
    }
  /** `repositories` is set and empty; without it, the token would cover everything. */
  | { readonly kind: 'repositories-name-none'; readonly text: string }
  | { readonly kind: 'repository-ids-without-owner' }
  | { readonly kind: 'repository-ids-with-owners'; readonly count: number }
  | { readonly kind: 'installation-id-with-owners'; readonly count: number }
  /** `installation-id` beside names of two accounts, as they were written. */
  | { readonly kind: 'installation-id-with-accounts'; readonly named: readonly [string, string] }
  | { readonly kind: 'enterprise-with-others'; readonly inputs: readonly string[] }
  | { readonly kind: 'git-credentials-with-enterprise' }
  /** `owners` are those of `owner`, or the workflow's if `isOwnerSet` is false. */
  | {
      readonly kind: 'repository-of-other-owner'
      /** As it was written. */
      readonly entry: string
      /** Undefined if it cannot be shown. */
      readonly owner: string | undefined
      readonly owners: readonly string[]
      readonly isOwnerSet: boolean
    }
  /** One of several owners of which no repository is named. */
  | { readonly kind: 'owner-without-repository'; readonly owner: string }
  /** A repository without its owner, and several owners. */
  | {
      readonly kind: 'repository-without-owner'
      readonly name: string
      readonly owners: readonly [string, ...string[]]
    }
  | { readonly kind: 'too-many-owners'; readonly count: number }
  /** `owner` is empty if the workflow names none. */
  | { readonly kind: 'too-many-repositories'; readonly count: number; readonly owner: string }

/** What the action refuses to create a token for, although GitHub might. */
export type GrantProblem =
  /** The lookup of an account was answered with an installation on another one. */
  | { readonly kind: 'installation-found-elsewhere'; readonly account: string }
  | { readonly kind: 'installation-of-other-account'; readonly id: number; readonly owner: string }
  | { readonly kind: 'repository-moved-away'; readonly repository: string }
  /** `permissions` is `read-all`, and nothing was granted that can be read. */
  | { readonly kind: 'nothing-to-read'; readonly subject: string }
