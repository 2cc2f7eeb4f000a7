import type { Config } from '../config/config'
import type { AppCredential } from '../config/credential'
import type { TokenServiceCredential } from '../config/token-service'
import type { GitHubClient } from '../github/github-client'
import type { TokenSource } from '../sources/token-source'

/** What a step works with once its config is read. */
export interface Work {
  readonly config: Config
  readonly credential: AppCredential | TokenServiceCredential
  readonly github: GitHubClient
  readonly source: TokenSource
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal
}
