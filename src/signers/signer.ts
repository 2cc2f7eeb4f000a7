/** The claims of an App's JWT, times in whole seconds since 1970. */
export interface AppClaims {
  readonly iat: number
  readonly exp: number
  /** The App's client ID or numeric id. */
  readonly iss: string
}

/** Something that signs for the App: with a key that is here, or one that stays in a key service. */
export interface Signer {
  /** Makes a JWT signed with RS256, header `{"alg":"RS256","typ":"JWT"}`. */
  jwt(claims: AppClaims): Promise<string>
}
