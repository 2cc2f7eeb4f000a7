/** What is wrong with the inputs that name the App, its key, or a token to fall back to. */
export type CredentialProblem =
  /**
   * `repository` is the workflow's, as `owner/name`; empty if the runner names none. `settings` is
   * the address of its settings if Dependabot started the run; empty otherwise.
   */
  | { readonly kind: 'app-id-missing'; readonly repository: string; readonly settings: string }
  | { readonly kind: 'app-id-malformed'; readonly input: AppIdInput; readonly found: NotAnAppId }
  /** No key is set, although this run can read secrets. */
  | (NoKey & {
      readonly kind: 'key-empty'
      readonly event: string
      readonly origin: RunOrigin
      readonly repository: string
    })
  /** No key is set, and the workflow runs in a fork of the repository that it was written for. */
  | (NoKey & {
      readonly kind: 'key-empty-in-fork'
      readonly repository: string
      readonly isIdEmpty: boolean
    })
  /** No key is set; `fork` is the pull request's repository, empty if it was deleted. */
  | (NoKey & { readonly kind: 'key-empty-for-fork'; readonly fork: string })
  /** No key is set; `settings` is the address of the repository's settings. */
  | (NoKey & {
      readonly kind: 'key-empty-for-dependabot'
      readonly settings: string
      readonly isIdEmpty: boolean
    })
  | {
      readonly kind: 'key-unusable'
      readonly input: KeyInput
      readonly mistake: KeyMistake
      /** Whether there is a fallback token. It is only for an empty key. */
      readonly isFallbackSet?: boolean
    }
  /** More than one of the inputs for the key is set. */
  | { readonly kind: 'key-twice'; readonly inputs: readonly CredentialInput[] }
  | {
      readonly kind: 'jwt-unusable'
      readonly mistake: JwtMistake
      /** Whether there is a fallback token. It is only for an empty key. */
      readonly isFallbackSet?: boolean
    }
  /** The JWT's `iss` is another id than the one that the workflow names. */
  | {
      readonly kind: 'jwt-of-other-app'
      readonly input: AppIdInput
      readonly id: string
      readonly issuer: string
    }
  | {
      readonly kind: 'key-file-unusable'
      readonly path: string
      readonly mistake: KeyFileMistake
      /** Whether there is a fallback token. It is only for an empty key. */
      readonly isFallbackSet?: boolean
    }
  | { readonly kind: 'fallback-token-malformed'; readonly found: NotAToken }

/** The inputs that can hold the App's id. */
export type AppIdInput = 'client-id' | 'app-id'

/** What an input holds instead of an App's id. A text is shown only if it is short. */
export type NotAnAppId =
  | {
      readonly is: 'client-secret' | 'private-key' | 'fingerprint' | 'expression' | 'token' | 'jwt'
    }
  | { readonly is: 'address-with-credentials' | 'address' | 'quoted' }
  | { readonly is: 'long-text'; readonly length: number }
  | { readonly is: 'odd-character'; readonly text: string; readonly character: string }
  | { readonly is: 'text'; readonly text: string }

/** What `fallback-token` holds instead of a token. None of it is shown. */
export type NotAToken =
  | { readonly is: 'expression' | 'blanks' | 'characters' }
  | { readonly is: 'short'; readonly length: number }

/**
 * Where a run comes from that Dependabot did not start: an event that gets secrets, a pull request of
 * the same repository, or a pull request of which the payload does not say it.
 */
export type RunOrigin = 'event-with-secrets' | 'same-repository' | 'unknown'

interface NoKey {
  readonly fallback: UnusedFallback
}

/**
 * Why the fallback token is not used if there is no key. `other-github`: it belongs to another GitHub than
 * the one in use. `set`: for another reason, which the problem or another problem says.
 */
export type UnusedFallback = 'not-set' | 'other-github' | 'set'

/** The inputs that a private key can come from. */
export type KeyInput = 'private-key' | 'private-key-file'

/** The inputs of which exactly one says how to sign for the App. */
export type AppKeyInput = KeyInput | 'jwt' | 'kms-key'

/** The inputs of which exactly one says where the token comes from. */
export type CredentialInput = AppKeyInput | 'token-service'

/**
 * Why a text is not a usable private key. Holds lengths, counts and kinds only, never a part of the
 * text.
 */
export type KeyMistake =
  | { readonly mistake: 'empty' }
  | { readonly mistake: 'not-a-key'; readonly looksLike: KeyLookalike }
  /** A text that is like nothing known. */
  | { readonly mistake: 'no-begin-line'; readonly length: number }
  | { readonly mistake: 'too-long'; readonly length: number }
  | { readonly mistake: 'encrypted' }
  /** A private key of another kind: Ed25519, EC and so on. */
  | { readonly mistake: 'not-rsa'; readonly algorithm: string }
  | { readonly mistake: 'too-few-bits'; readonly bits: number }
  | { readonly mistake: 'too-many-bits'; readonly bits: number }
  | { readonly mistake: 'only-first-line' }
  | { readonly mistake: 'no-body' }
  | { readonly mistake: 'no-first-line' }
  | { readonly mistake: 'no-last-line' }
  /** The key announces more bytes than there are. */
  | {
      readonly mistake: 'cut-short'
      readonly bytes: number
      readonly announced: number
      readonly oddLine?: OddLine
    }
  | { readonly mistake: 'damaged'; readonly oddLine?: OddLine }
  | { readonly mistake: 'broken-dashes' }
  /** Several keys that differ. */
  | { readonly mistake: 'several'; readonly keys: number }

/** What people store instead of the App's private key. */
export type KeyLookalike =
  | 'public-key'
  | 'certificate'
  | 'pgp'
  | 'pkcs12'
  | 'putty'
  | 'asterisks'
  | 'expression'
  | 'variable'
  | 'name'
  | 'client-secret'
  | 'fingerprint'
  | 'token'
  | 'jwt'
  | 'client-id'
  | 'app-id'
  | 'json'
  | 'path'
  | 'binary'

/** The first line of a key that cannot be right, counted from 1. */
export interface OddLine {
  readonly line: number
  readonly reason: 'invalid-character' | 'length'
}

/** Why the file that `private-key-file` names cannot be used. */
export type KeyFileMistake =
  | { readonly mistake: 'not-a-file' | 'empty' }
  | { readonly mistake: 'too-large'; readonly bytes: number }
  /** The code is Node's, such as `ENOENT`. */
  | { readonly mistake: 'unreadable'; readonly code: string }

/** Why a text is not a JWT that GitHub accepts now. Holds times, counts and kinds, never a part of the text. */
export type JwtMistake =
  /** Nothing but quotes, or the word Bearer. */
  | { readonly mistake: 'empty' }
  | { readonly mistake: 'not-a-jwt'; readonly looksLike: JwtLookalike }
  | { readonly mistake: 'not-three-parts'; readonly parts: number; readonly length: number }
  | { readonly mistake: 'too-long'; readonly length: number }
  | { readonly mistake: 'several'; readonly count: number }
  /** Base64 instead of base64url. */
  | { readonly mistake: 'base64' }
  | { readonly mistake: 'stray-character' }
  /** The part is not base64url of a JSON object. */
  | { readonly mistake: 'unreadable'; readonly part: 'header' | 'payload' }
  /** `alg` is not RS256; undefined if it cannot be shown. */
  | { readonly mistake: 'algorithm'; readonly algorithm: string | undefined }
  | { readonly mistake: 'signature-short'; readonly bytes: number }
  | { readonly mistake: 'claim-missing'; readonly claim: JwtClaim }
  | {
      readonly mistake: 'not-a-number' | 'not-whole' | 'milliseconds'
      readonly claim: Exclude<JwtClaim, 'iss'>
    }
  | { readonly mistake: 'issuer-type' }
  | { readonly mistake: 'issuer'; readonly found: NotAnAppId }
  | {
      readonly mistake: 'not-yet-valid' | 'expired' | 'ends-soon' | 'lives-too-long'
      readonly times: JwtTimes
    }

/** The claims that GitHub requires in the App's JWT. */
export type JwtClaim = 'iss' | 'iat' | 'exp'

/** What people store instead of a JWT of the App. */
export type JwtLookalike = Exclude<KeyLookalike, 'jwt'> | 'private-key' | 'oidc-token'

/** The times of a JWT and the runner's time, in seconds since 1970. */
export interface JwtTimes {
  readonly issuedAt: number
  readonly expires: number
  readonly now: number
}
