/** The claims of an App's JWT, times in whole seconds since 1970. */
export interface AppClaims {
  readonly iat: number
  readonly exp: number
  /** The App's client ID or numeric id. */
  readonly iss: string
}

/** Something that has JWTs of the App: it signs them, or has one that was made elsewhere. */
export interface Signer {
  /** When its only JWT ends, in milliseconds since 1970. Undefined if it signs another when asked. */
  readonly expires: number | undefined
  /** A JWT signed with RS256. One that was made elsewhere has its own claims. */
  jwt(claims: AppClaims): Promise<string>
}
