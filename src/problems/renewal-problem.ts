import type { KeyServiceName } from './key-service-problem'

/** Why tokens are not renewed, or what went wrong with it. Times are ISO 8601, UTC. */
export type RenewalProblem =
  /** `renew` beside an input that it cannot be combined with. */
  | { readonly kind: 'renew-with-kept-token' | 'renew-with-jwt' }
  | { readonly kind: 'renew-with-static-login'; readonly service: KeyServiceName }
  | { readonly kind: 'renew-with-owners'; readonly count: number }
  | { readonly kind: 'renewal-not-started'; readonly found: NotStarted }
  /** Renewals failed, and the last one of them, too, or the files had an expired token for a while. */
  | {
      readonly kind: 'renewal-failed'
      readonly failures: number
      /** The last of them; undefined if the process did not run when a renewal was due. */
      readonly last: RenewalFailure | undefined
      /** When there was no valid token; undefined if there always was one. */
      readonly gap: RenewalGap | undefined
    }
  /** The process that renews ended before the job, or did not answer. */
  | { readonly kind: 'renewal-stopped'; readonly found: Stopped; readonly until: string }
  /** Answers with a token were lost. */
  | { readonly kind: 'renewal-token-lost'; readonly count: number; readonly until: string }
  /** The record of the renewed tokens is not the one that was written. */
  | {
      readonly kind: 'renewal-record-changed'
      readonly found: RecordFinding
      readonly until: string
    }

/** What was found instead of the record of the renewed tokens. */
export type RecordFinding =
  | { readonly is: 'missing' | 'not-a-file' | 'changed' }
  /** The code is Node's, such as `EIO`. */
  | { readonly is: 'unreadable'; readonly code: string }

/** Why the process that renews tokens did not start. */
export type NotStarted =
  /** The code is Node's, such as `ENOSPC`. */
  | { readonly is: 'folder-unwritable'; readonly code: string }
  | { readonly is: 'not-running'; readonly code: string }
  | { readonly is: 'ended'; readonly status: string }
  | { readonly is: 'no-answer'; readonly seconds: number }

/** How the process that renews tokens ended. */
export type Stopped =
  | { readonly is: 'gone' }
  | { readonly is: 'no-answer'; readonly seconds: number; readonly isKilled: boolean }
  /** Post could not tell it to end. The code is Node's, such as `ENOSPC`. */
  | { readonly is: 'not-told'; readonly code: string }
  /** It ended by itself, after so many hours or because it found no runner. */
  | { readonly is: 'too-old'; readonly hours: number }
  | { readonly is: 'no-runner' }

/** A renewal that failed. */
export interface RenewalFailure {
  readonly at: string
  /** In one line. */
  readonly reason: string
  /** What to do about it. */
  readonly fix: string
}

/** When the files had no valid token. `until` is empty if that has not ended. */
export interface RenewalGap {
  readonly since: string
  readonly until: string
}
