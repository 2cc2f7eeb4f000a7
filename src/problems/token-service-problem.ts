/** What is wrong with the inputs for a token service. Texts have passed `printable`. */
export type TokenServiceProblem =
  | { readonly kind: 'token-service-malformed'; readonly mistake: TokenServiceMistake }
  /** One of the two inputs is set, and the other one is empty. */
  | {
      readonly kind: 'token-service-incomplete'
      readonly missing: 'token-service' | 'trust-policy'
    }
  /** `meant` is the name in it, if it is the path of a policy; empty otherwise. */
  | { readonly kind: 'trust-policy-malformed'; readonly text: string; readonly meant: string }
  /** With a token for this audience, the service could log in as the job. */
  | {
      readonly kind: 'token-service-audience-refused'
      readonly audience: string
      readonly cloud: 'AWS' | 'Azure' | 'Google Cloud'
      /** Whether the input `audience` names it; otherwise it is the host of `token-service`. */
      readonly isInput: boolean
    }
  /** Inputs that have no effect on the token of a service. */
  | { readonly kind: 'token-service-with-others'; readonly inputs: readonly string[] }
  /** Several repositories of one owner. */
  | {
      readonly kind: 'token-service-with-repositories'
      readonly owner: string
      readonly count: number
    }

/** Why `token-service` is no address of a service. */
export type TokenServiceMistake =
  | { readonly mistake: 'not-an-address' | 'not-only-a-host'; readonly text: string }
  | { readonly mistake: 'scheme'; readonly scheme: string }
  | { readonly mistake: 'credentials' | 'not-encrypted' }
