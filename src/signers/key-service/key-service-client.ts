import type { KmsKey } from '../../config/key-service/kms-key'
import { callService, type ServiceRequest } from '../../http/call-service'
import { RefusedError, UnreachableError } from '../../http/errors'
import type { HttpClient } from '../../http/http-client'
import { textField } from '../../json'
import type { OidcClaims } from '../../oidc/claims'

/** The parts of the work with a key service, in their order. */
export type KeyServiceStage =
  'oidc' | 'login' | 'impersonation' | 'signature' | 'public-key' | 'logout'

/** The work with a key service failed. The cause is what the HTTP client raised. */
export class KeyServiceError extends Error {
  override readonly name = 'KeyServiceError'
  override readonly cause: RefusedError | UnreachableError
  readonly key: KmsKey
  readonly stage: KeyServiceStage
  /** The claims of the job's OIDC token, if it was sent. */
  readonly claims: OidcClaims | undefined

  constructor(
    cause: RefusedError | UnreachableError,
    facts: Pick<KeyServiceError, 'key' | 'stage' | 'claims'>
  ) {
    super(`${facts.stage}: ${cause.message}`)
    this.cause = cause
    this.key = facts.key
    this.stage = facts.stage
    this.claims = facts.claims
  }
}

/** One call of a key service. */
export interface KeyServiceCall<T> extends ServiceRequest<T> {
  readonly stage: KeyServiceStage
}

/** What a login gives. A shorter text would hide ordinary words of the log when it is masked. */
export function isCredential(text: string): boolean {
  return /^[\x21-\x7e]{16,}$/.test(text)
}

/** A field that can be a credential; undefined if it cannot. */
export function credentialField(value: unknown, name: string): string | undefined {
  const text = textField(value, name)
  return isCredential(text) ? text : undefined
}

/** What all calls of one signature share. */
export interface KeyServiceClientOptions {
  readonly key: KmsKey
  readonly http: HttpClient
  /** Hides a secret in the log. */
  readonly mask: (secret: string) => void
}

/** Calls a key service, and the services that log in to it. */
export class KeyServiceClient {
  readonly #options: KeyServiceClientOptions
  /** Set when the job's OIDC token is there. */
  claims: OidcClaims | undefined

  constructor(options: KeyServiceClientOptions) {
    this.#options = options
  }

  /** Hides a secret in the log. Call it before the secret is used. */
  mask(secret: string): void {
    this.#options.mask(secret)
  }

  /** Sends a call until its answer can be read. Raises {@link KeyServiceError}, and `InterruptedError`. */
  async call<T>(call: KeyServiceCall<T>): Promise<T> {
    const { key, http } = this.#options
    // The end of a login is sent in any case, also after the job is cancelled.
    const effect = call.stage === 'logout' ? 'revokes-token' : 'none'
    try {
      return (await callService(http, { ...call, effect })).value
    } catch (error) {
      const isKnown = error instanceof RefusedError || error instanceof UnreachableError
      const facts = { key, stage: call.stage, claims: this.claims }
      throw isKnown ? new KeyServiceError(error, facts) : error
    }
  }
}
