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

/** What an answer says about a JWT. */
interface Answer {
  readonly status: number
  readonly message: string
}

/** A forged `Date` could otherwise buy a JWT that is valid in a far future. */
const MAX_SKEW_MS = 24 * 60 * 60 * 1000
/** Less than the margins of the JWT's own times cannot be the cause. */
const MIN_SKEW_MS = 10 * 1000

/**
 * Whether clocks that differ explain that GitHub refused a JWT for its times: by how many
 * milliseconds GitHub's (`date`) is ahead of the runner's (`now`), negative if it is behind.
 * Undefined if something else must be the cause.
 */
export function clockSkew(date: number | undefined, now: number): number | undefined {
  if (date === undefined) return undefined
  const skew = date - now
  return Math.abs(skew) >= MIN_SKEW_MS && Math.abs(skew) <= MAX_SKEW_MS ? skew : undefined
}

/** Whether GitHub refused a JWT for its `iat` or `exp`. */
export function isClockRefusal(reply: Answer): boolean {
  return reply.status === 401 && /\('(iat|exp)'\)/.test(reply.message)
}
