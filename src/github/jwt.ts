/** The claims of an App's JWT, times in whole seconds since 1970. */
export interface AppClaims {
  readonly iat: number
  readonly exp: number
  /** The App's client ID or numeric id. */
  readonly iss: string
}

/** GitHub's advice against clock drift. */
const BACKDATED = 60
/** GitHub takes at most 600 s by its own clock; the rest is for a runner whose clock is fast. */
const LIFETIME = 540

/**
 * The claims that GitHub asks for:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 *
 * @param now GitHub's time as far as known, in milliseconds since 1970
 */
export function appClaims(issuer: string, now: number): AppClaims {
  const seconds = Math.floor(now / 1000)
  return { iat: seconds - BACKDATED, exp: seconds + LIFETIME, iss: issuer }
}
