import type { AppCredential } from '../config/credential'
import type { TokenServiceCredential } from '../config/token-service'
import type { Grant } from '../github/api'
import type { TokenRequest } from '../tokens/plan'
import type { RenewalFolder } from './folder'
import type { ProcessIdentity } from './process-identity'

/** Everything that the renewer needs. Main writes it to the renewer's standard input as JSON. */
export interface RenewalOrder extends RenewalFolder {
  readonly credential: AppCredential | TokenServiceCredential
  readonly request: TokenRequest
  /** The API's base address without a trailing slash. */
  readonly apiUrl: string
  readonly first: FirstToken
  /** The file from which git reads the token, and its lock; undefined without `git-credentials`. */
  readonly git: GitFiles | undefined
  /** The runner's process that started the step; undefined if it cannot be seen from here. */
  readonly runner: ProcessIdentity | undefined
}

/** The token that main created. */
export interface FirstToken {
  readonly token: string
  /** ISO 8601, UTC; empty if GitHub gave none. */
  readonly expiresAt: string
  /** How long it lives from now on, in milliseconds. */
  readonly life: number
  readonly grant: Grant
  /**
   * Whether it is not the token of a GitHub App (it does not begin with `ghs_`). It is then never sent to
   * GitHub.
   */
  readonly isForeign: boolean
}

/** What a renewal for git writes. */
export interface GitFiles {
  readonly file: string
  /** Everything that replacing it writes, the file included. */
  readonly written: readonly string[]
}

/** What the renewer says when it is ready. Nothing else is written to its standard output. */
export const READY = 'ready\n'
