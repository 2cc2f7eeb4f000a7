import type { Config } from '../config/config'
import type { Target } from '../config/target/target'
import type { Installation } from '../github/installations'
import type { TokenRequest } from '../tokens/plan'

/** How far the step had come when it failed. What comes later is undefined. */
export interface Situation {
  readonly config?: Config
  readonly request?: TokenRequest
  readonly installation?: Installation
}

/** A situation in which a token was asked for. */
export type Asked = Situation & Required<Pick<Situation, 'request'>>

/** What further look-ups found out after a failure. What could not be found out is undefined. */
export interface Evidence {
  /** The App as GitHub knows it (`GET /app`), or that GitHub does not know it. */
  readonly app?: KnownApp | 'unknown' | undefined
  /** The installation on the owner named. */
  readonly onOwner?: Installation | undefined
  /** Whether there is none on the owner named. */
  readonly isNotOnOwner?: boolean
  /** The account on which the App is installed that the workflow most probably means. */
  readonly meant?: string
  /** Which of the repositories asked for the App cannot reach, as `owner/name`. */
  readonly outOfReach?: readonly string[]
  /** Which of them have a new name or owner, as `owner/name`. */
  readonly renamed?: readonly string[]
  /** How many of them were too many to look up. */
  readonly notLookedUp?: number
  /** Both clocks where GitHub did not believe the runner's, in milliseconds since 1970. */
  readonly clocks?: { readonly runner: number; readonly github: number }
}

/** The App as GitHub knows it. */
export interface KnownApp {
  readonly slug: string
  /** Its public page, such as `https://github.com/apps/octo-bot`; empty where GitHub names none. */
  readonly htmlUrl: string
}

/** A failure with all that is known about it: what the rules decide on. */
export interface Case<E> {
  readonly error: E
  readonly situation: Situation
  readonly evidence: Evidence
}

/** Whether a person named the account, rather than the runner: only then can it be misspelt. */
export function isOwnerTyped(target: Target): boolean {
  return target.kind !== 'repositories' || target.because === 'both-set'
}
