import type { HttpClient } from '../http/http-client'

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
  readonly expiresMs: number | undefined
  /**
   * A JWT signed with RS256. One that was made elsewhere has its own claims. A key service raises
   * `KeyServiceError`, `InterruptedError`, and `ProblemError` with `signature-unusable`.
   */
  jwt(claims: AppClaims): Promise<string>
  /** Asks the key service for details of its key. Missing if the key is not in one. Never rejects. */
  readonly lookUpKey?: () => Promise<KeyDetails>
  /**
   * The key service's clock less the runner's, in milliseconds, if it refused the time of a request.
   * Undefined if it did not.
   */
  readonly clockSkew?: () => number | undefined
}

/** What a key service says of a key. What it does not say is undefined. */
export interface KeyDetails {
  /** Of its public half, as GitHub shows it in the App's settings. */
  readonly fingerprint: string | undefined
  /** Which version signed. */
  readonly version: string | undefined
  /** What the key is for in the service, if that is not RSASSA-PKCS1-v1_5 with SHA-256. */
  readonly otherAlgorithm: string | undefined
}

/** What a signer needs besides its key. */
export interface SignerOptions {
  readonly http: HttpClient
  /** Hides a secret in the log. Called before the secret is used. */
  readonly mask: (secret: string) => void
}
