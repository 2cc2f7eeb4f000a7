import type { KmsKey } from '../../config/key-service/kms-key'
import type { OidcRequest } from '../../config/oidc'
import { callService, type ServiceRequest } from '../../http/call-service'
import { RefusedError, UnreachableError } from '../../http/errors'
import type { HttpClient } from '../../http/http-client'
import { textField } from '../../json'
import { readClaims, type OidcClaims } from '../../oidc/claims'
import { requestOidcToken } from '../../oidc/request'

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
    // The end of a login is sent in any case, also after the job is cancelled.
    const effect = call.stage === 'logout' ? 'revokes-token' : 'none'
    const { value } = await this.#attempt(call.stage, () =>
      callService(this.#options.http, { ...call, effect })
    )
    return value
  }

  /**
   * Gets the job's OIDC token, and hides it in the log. Raises {@link KeyServiceError}, and
   * `InterruptedError`.
   */
  async oidcToken(oidc: OidcRequest): Promise<string> {
    const token = await this.#attempt('oidc', () => requestOidcToken(this.#options.http, oidc))
    this.mask(token)
    this.claims = readClaims(token)
    return token
  }

  async #attempt<T>(stage: KeyServiceStage, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const isKnown = error instanceof RefusedError || error instanceof UnreachableError
      const facts = { key: this.#options.key, stage, claims: this.claims }
      throw isKnown ? new KeyServiceError(error, facts) : error
    }
  }
}
