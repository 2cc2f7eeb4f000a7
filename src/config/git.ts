import type { Explanation } from '../explanation'
import { parseBoolean } from './boolean'
import { combine, invalid, type Parsed } from '../parsed'

/** What the step does for git beside minting. Both are off by default. */
export interface GitWishes {
  /** `git-credentials`: git reaches what the tokens reach. */
  readonly credentials: boolean
  /** `git-identity`: commits are the bot's. */
  readonly identity: boolean
}

/** The inputs that {@link parseGit} reads, as the runner passes them. */
export interface GitInputs {
  readonly gitCredentials: string
  readonly gitIdentity: string
  readonly enterprise: string
}

/** Reads `git-credentials` and `git-identity`. Problems: `boolean-malformed`, `scope-conflict`. */
export function parseGit(inputs: GitInputs): Parsed<GitWishes> {
  const wishes = combine<GitWishes>({
    credentials: parseBoolean('git-credentials', inputs.gitCredentials),
    identity: parseBoolean('git-identity', inputs.gitIdentity)
  })
  const isMeaningless = wishes.ok && wishes.value.credentials && inputs.enterprise !== ''
  return isMeaningless ? invalid(CREDENTIALS_OF_ENTERPRISE) : wishes
}

const CREDENTIALS_OF_ENTERPRISE: Explanation = {
  code: 'scope-conflict',
  title: 'git-credentials needs repositories',
  problem:
    'git-credentials is true, but enterprise is set: a token of an enterprise reaches no repository.',
  fix: 'remove `git-credentials`, or use a step of its own with `owner`.'
}
