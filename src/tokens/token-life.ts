import { clockTime } from '../time'

/** How long GitHub's installation tokens live, in milliseconds. */
export const TOKEN_LIFE_MS = 60 * 60_000

/**
 * When a token ends, for sentences: `14:03 UTC`, or `the end of its hour`.
 *
 * @param expiresAt ISO 8601; empty, or anything else, if GitHub gave no time
 */
export function tokenEnd(expiresAt: string): string {
  return Number.isNaN(Date.parse(expiresAt)) ? 'the end of its hour' : clockTime(expiresAt)
}
