import type { SecretKind } from '../secret-text'

/** What is wrong with any input, with a switch, or with an address. */
export type InputProblem =
  | { readonly kind: 'secret-in-input'; readonly input: string; readonly secret: SecretKind }
  | { readonly kind: 'key-in-input-name' }
  | { readonly kind: 'boolean-malformed'; readonly input: string; readonly text: string }
  | {
      readonly kind: 'api-url-malformed'
      readonly name: 'github-api-url' | 'GITHUB_API_URL'
      readonly mistake: AddressMistake
    }
  | {
      readonly kind: 'web-url-malformed'
      readonly name: 'github-api-url' | 'GITHUB_API_URL' | 'GITHUB_SERVER_URL'
      readonly mistake: AddressMistake
    }
  | {
      readonly kind: 'proxy-malformed'
      readonly variable: string
      readonly mistake: ProxyMistake
    }

/** What is wrong with an address. One with a password in it is not shown. */
export type AddressMistake =
  | {
      readonly mistake: 'not-an-address' | 'invalid-host' | 'not-only-a-host'
      readonly text: string
    }
  | { readonly mistake: 'scheme'; readonly scheme: string }
  | { readonly mistake: 'credentials' | 'query' }

/** What is wrong with a proxy's address, which is never shown: it can have a password in it. */
export type ProxyMistake =
  | { readonly mistake: 'scheme'; readonly scheme: string }
  /** `not-encoded`: it has a `#`, `?`, `/` or `\\` where only a password can have one. */
  | { readonly mistake: 'quotes' | 'not-encoded' | 'not-an-address' }
