/** The key services that can sign for the App. OpenBao speaks the language of Vault. */
export type KeyServiceName = 'aws' | 'google' | 'azure' | 'vault'

/** Who gets the job's OIDC token. */
export type OidcReceiver = KeyServiceName | 'token-service'

/** The inputs that say how to log in to a key service. `audience` is for all of them. */
export type LoginInput =
  | 'aws-role-to-assume'
  | 'gcp-workload-identity-provider'
  | 'gcp-service-account'
  | 'azure-client-id'
  | 'azure-tenant-id'
  | 'vault-address'
  | 'vault-role'
  | 'vault-auth-path'
  | 'vault-namespace'
  | 'audience'

/** What is wrong with the inputs for a key service, or with what the service signed. */
export type KeyServiceProblem =
  | { readonly kind: 'kms-key-malformed'; readonly mistake: KmsKeyMistake }
  /** Login inputs are set, but `kms-key` is empty. */
  | {
      readonly kind: 'login-without-key'
      readonly inputs: readonly LoginInput[]
    }
  /** Login inputs are set that belong to another service than the one of `kms-key`. */
  | {
      readonly kind: 'login-of-other-service'
      readonly inputs: readonly LoginInput[]
      readonly service: KeyServiceName
    }
  /** Nothing says how to log in. */
  | { readonly kind: 'login-missing'; readonly service: KeyServiceName }
  /** One input of a login is set, and another one that it needs is not. */
  | {
      readonly kind: 'login-incomplete'
      readonly service: KeyServiceName
      readonly missing: LoginInput
      readonly beside: LoginInput | 'kms-key'
    }
  | {
      readonly kind: 'login-input-malformed'
      readonly input: LoginInput
      readonly text: string
      /** What to write, as an example. */
      readonly example: string
    }
  /** The service's address is not encrypted, and not on this machine. */
  | { readonly kind: 'service-address-insecure'; readonly input: 'kms-key' | 'vault-address' }
  /** The variable of a login that is not made by this step is not usable. */
  | { readonly kind: 'login-variable-malformed'; readonly variable: string }
  /** The job has no OIDC token. `isFork`: the run is for a pull request from a fork, which gets none. */
  | {
      readonly kind: 'oidc-not-available'
      readonly service: OidcReceiver
      readonly isFork: boolean
      /** Whether there is a fallback token. It is not used if anything else is wrong. */
      readonly isFallbackSet?: boolean
    }
  | { readonly kind: 'oidc-audience-refused'; readonly text: string }
  /** What the service signed cannot be the signature of a JWT. Nothing was sent to GitHub. */
  | {
      readonly kind: 'signature-unusable'
      readonly service: KeyServiceName
      readonly found: SignatureMistake
    }

/** What is wrong with `kms-key`. Texts have passed `printable`. */
export type KmsKeyMistake =
  /** It is like nothing known. */
  | { readonly mistake: 'not-a-uri'; readonly text: string }
  | { readonly mistake: 'unknown-scheme'; readonly scheme: string }
  /** A key, but not written as a URI of this action. `uri` is what to write. */
  | { readonly mistake: 'other-spelling'; readonly is: KeySpelling; readonly uri: string }
  /** A part is missing. */
  | {
      readonly mistake: 'part-missing'
      readonly service: KeyServiceName
      readonly part: 'region' | 'account' | 'key' | 'version' | 'vault'
      /** What to write, as an example. */
      readonly uri: string
    }
  /** A part is there, but is not what the service has. */
  | {
      readonly mistake: 'part-malformed'
      readonly service: KeyServiceName
      readonly part: string
      readonly text: string
      readonly uri: string
    }

/** How people write a key, other than as a URI of this action. */
export type KeySpelling =
  | 'aws-arn'
  | 'aws-alias'
  | 'aws-key-id'
  | 'two-slashes'
  | 'google-name'
  | 'google-url'
  | 'azure-url'
  | 'vault-url'

/** Why a signature cannot be used. */
export type SignatureMistake =
  /** Not 256, 384 or 512 bytes, as an RSA key makes them. */
  | { readonly is: 'length'; readonly bytes: number }
  /** The service says that it used another algorithm than RSASSA-PKCS1-v1_5 with SHA-256. */
  | { readonly is: 'algorithm'; readonly algorithm: string }
  /** The service says that it used another key. */
  | { readonly is: 'other-key'; readonly asked: string; readonly used: string }
