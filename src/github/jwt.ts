import type { Reply } from '../http/reply'
import type { AppClaims } from '../signers/signer'

/** GitHub's advice against clock drift. */
const BACKDATED_SECONDS = 60
/**
 * How many seconds a JWT is valid. GitHub takes at most 600 s by its own clock; the rest is for a
 * runner whose clock is fast.
 */
export const LIFETIME_SECONDS = 540

/**
 * The claims that GitHub asks for:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 *
 * @param now GitHub's time as far as known, in milliseconds since 1970
 */
export function appClaims(issuer: string, now: number): AppClaims {
  const seconds = Math.floor(now / 1000)
  return { iat: seconds - BACKDATED_SECONDS, exp: seconds + LIFETIME_SECONDS, iss: issuer }
}

/** Whether GitHub refused a JWT for its `iat` or `exp`. */
export function isClockRefusal(reply: Pick<Reply, 'status' | 'message'>): boolean {
  return reply.status === 401 && /\('(iat|exp)'\)/.test(reply.message)
}
