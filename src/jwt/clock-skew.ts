/** What an answer says about a JWT. */
interface Answer {
  readonly status: number
  readonly message: string
}

/** A forged `Date` could otherwise buy a JWT that is valid in a far future. */
const MOST = 24 * 60 * 60 * 1000
/** Less than the margins of the JWT's own times cannot be the cause. */
const LEAST = 10 * 1000

/**
 * Whether clocks that differ explain that GitHub refused a JWT for its times: by how many
 * milliseconds GitHub's (`date`) is ahead of the runner's (`now`), negative where it is behind.
 * Undefined where it must be something else.
 */
export function clockSkew(date: number | undefined, now: number): number | undefined {
  if (date === undefined) return undefined
  const skew = date - now
  return Math.abs(skew) >= LEAST && Math.abs(skew) <= MOST ? skew : undefined
}

/** Whether GitHub refused a JWT for its `iat` or `exp`. */
export function isClockRefusal(reply: Answer): boolean {
  return reply.status === 401 && /\('(iat|exp)'\)/.test(reply.message)
}
