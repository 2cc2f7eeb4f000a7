import type { WorkflowEvent } from './event'
import type { KeyServiceInputs } from './key-service/facts'

/** The inputs of the step as the runner passes them; lists are not trimmed. Empty if not set. */
export interface Inputs {
  readonly clientId: string
  readonly appId: string
  readonly owner: string
  readonly repositories: string
  readonly repositoryIds: string
  readonly installationId: string
  readonly enterprise: string
  readonly permissions: string
  /**
   * The inputs that are for permissions, except `permissions`, by lower-case name. Misspelt ones count: see
   * `isForPermissions`.
   */
  readonly permissionInputs: ReadonlyMap<string, string>
  readonly skipTokenRevoke: string
  readonly renew: string
  readonly githubApiUrl: string
  /** What to output if GitHub gives the run no secrets; empty for nothing. */
  readonly fallbackToken: string
  readonly gitCredentials: string
  readonly gitIdentity: string
  /** The inputs for a key in a key service. */
  readonly keyService: KeyServiceInputs
  readonly tokenService: string
  readonly trustPolicy: string
}

/** What the runner says about the workflow itself. */
export interface Workflow {
  /** `GITHUB_REPOSITORY`: `owner/name`. */
  readonly repository: string
  /** `GITHUB_REPOSITORY_OWNER`. */
  readonly repositoryOwner: string
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** `GITHUB_SERVER_URL`. */
  readonly serverUrl: string
  readonly event: WorkflowEvent
}
