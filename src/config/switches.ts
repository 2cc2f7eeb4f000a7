import { combine, invalid, valid, type Parsed } from '../parsed'
import { printable } from '../printable'

/**
 * Reads a switch. Empty means off. What counts as true and false is YAML 1.2's core schema, as
 * `getBooleanInput` of `@actions/core` reads it. Problem: `boolean-malformed`.
 */
export function parseBoolean(input: string, text: string): Parsed<boolean> {
  if (['true', 'True', 'TRUE'].includes(text)) return valid(true)
  if (['', 'false', 'False', 'FALSE'].includes(text)) return valid(false)
  return invalid({ kind: 'boolean-malformed', input, text: printable(text) })
}

/** What the step does for git. Both are off by default. */
export interface GitSettings {
  /** `git-credentials`: git reaches what the tokens reach. */
  readonly credentials: boolean
  /** `git-identity`: commits are the bot's. */
  readonly identity: boolean
}

/** The inputs that {@link parseGit} reads, as the runner passes them. */
interface GitInputs {
  readonly gitCredentials: string
  readonly gitIdentity: string
  readonly enterprise: string
}

/**
 * Reads `git-credentials` and `git-identity`. Problems: `boolean-malformed`,
 * `git-credentials-with-enterprise`.
 */
export function parseGit(inputs: GitInputs): Parsed<GitSettings> {
  const settings = combine<GitSettings>({
    credentials: parseBoolean('git-credentials', inputs.gitCredentials),
    identity: parseBoolean('git-identity', inputs.gitIdentity)
  })
  // A token of an enterprise reaches no repository.
  const isUseless = settings.ok && settings.value.credentials && inputs.enterprise !== ''
  return isUseless ? invalid({ kind: 'git-credentials-with-enterprise' }) : settings
}
