/** What an answer says about a JWT and about time. */
interface Answer {
  readonly status: number
  readonly message: string
  /** The server's clock, in milliseconds since 1970. */
  readonly date: number | undefined
}

/** A forged `Date` could otherwise buy a JWT that is valid in a far future. */
const MOST = 24 * 60 * 60 * 1000
/** Less than the margins of the JWT's own times cannot be the cause. */
const LEAST = 10 * 1000

/**
 * Whether GitHub refused a JWT for its times, and its clock explains why: by how many milliseconds
 * GitHub's clock is ahead of the runner's (negative: behind). Undefined where it is something else.
 */
export function clockSkew(reply: Answer, now: number): number | undefined {
  if (!isClockRefusal(reply)) return undefined
  if (reply.date === undefined) return undefined
  const skew = reply.date - now
  return Math.abs(skew) >= LEAST && Math.abs(skew) <= MOST ? skew : undefined
}

/** Whether GitHub refused a JWT for its `iat` or `exp`. */
export function isClockRefusal(reply: Pick<Answer, 'status' | 'message'>): boolean {
  return reply.status === 401 && /\('(iat|exp)'\)/.test(reply.message)
}
