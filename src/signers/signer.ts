import type { AppClaims } from '../github/jwt'

/** Something that can sign for the App: a key at hand, or one that never leaves where it is kept. */
export interface Signer {
  /** Makes a JWT signed with RS256, header `{"alg":"RS256","typ":"JWT"}`. */
  sign(claims: AppClaims): Promise<string>
}
