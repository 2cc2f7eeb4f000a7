/**
 * Replaces three packages inside the bundle (tsconfig `paths`) that our own packages load and that
 * this action never uses. Loading them takes longer than all else before the first request.
 */

/** `undici`: `@actions/http-client` loads it for `getAgentDispatcher()` only. */
export const ProxyAgent = undefined

/** `semver`: `jsonwebtoken` asks it only whether this Node is at least 6.12, 15.7 and 16.9. */
export function satisfies(): boolean {
  return true
}

/** `@actions/exec`: `@actions/core` loads it for `platform.getDetails()` only. */
export const getExecOutput = undefined
