import type { TokenServiceCredential } from '../config/token-service'
import { bearerAuthorization } from '../http/request-parts'
import { mayHaveLostToken } from '../http/attempt'
import { callService, type ServiceResult, type ServiceRequest } from '../http/call-service'
import { RefusedError, UnreachableError } from '../http/errors'
import type { HttpClient } from '../http/http-client'
import type { Reply } from '../http/reply'
import { messageField, textField } from '../json'
import { readClaims, type OidcClaims } from '../oidc/claims'
import { requestOidcToken } from '../oidc/request'
import { monotonicTime } from '../time'

/** The parts of the work with a token service. */
export type TokenServiceStage = 'oidc' | 'exchange' | 'reach'

/** What the token service was asked for. */
export interface TokenServiceScope {
  /** `owner/name`, or an owner. */
  readonly scope: string
  readonly owner: string
  /** Undefined for the owner. */
  readonly repository: string | undefined
}

/** The work with a token service failed. The cause is what the HTTP client raised. */
export class TokenServiceError extends Error {
  override readonly name = 'TokenServiceError'
  override readonly cause: RefusedError | UnreachableError
  readonly service: TokenServiceCredential
  readonly stage: TokenServiceStage
  readonly asked: TokenServiceScope
  /** The claims of the job's OIDC token, if it was sent. */
  readonly claims: OidcClaims | undefined

  constructor(
    cause: RefusedError | UnreachableError,
    facts: Pick<TokenServiceError, 'service' | 'stage' | 'asked' | 'claims'>
  ) {
    super(`${facts.stage}: ${cause.message}`)
    this.cause = cause
    this.service = facts.service
    this.stage = facts.stage
    this.asked = facts.asked
    this.claims = facts.claims
  }
}

/** What all calls of a token service share. */
export interface TokenServiceClientOptions {
  readonly service: TokenServiceCredential
  readonly http: HttpClient
  /** Hides a secret in the log. */
  readonly mask: (secret: string) => void
}

/** An OIDC token, and when it was requested, by the monotonic clock. */
interface OidcToken {
  readonly text: Promise<string>
  readonly requestedAt: number
}

/** GitHub's OIDC tokens are valid for five minutes. */
const MAX_USE_MS = 120_000

/** An answer has a token and little else. The service is foreign, so it must not fill the memory. */
const MAX_ANSWER_BYTES = 64 * 1024

/** What a token can be: masking a shorter text would hide ordinary words of the log. */
const TOKEN = /^[\x21-\x7e]{20,4096}$/

/**
 * Exchanges the job's OIDC token for tokens, in the protocol of octo-sts:
 * https://github.com/octo-sts/app
 */
export class TokenServiceClient {
  readonly #options: TokenServiceClientOptions
  #oidcToken: OidcToken | undefined
  /** Set when the job's OIDC token is there. */
  claims: OidcClaims | undefined

  constructor(options: TokenServiceClientOptions) {
    this.#options = options
  }

  /**
   * Gets a token, which is not masked yet, and how many earlier requests may have created one, too.
   * Raises {@link TokenServiceError}, and `InterruptedError`.
   */
  async exchange(
    asked: TokenServiceScope
  ): Promise<{ readonly token: string; readonly lost: number }> {
    const { http, service } = this.#options
    const idToken = await this.#currentOidcToken(asked)
    const url = new URL('/sts/exchange', service.url)
    url.searchParams.set('scope', asked.scope)
    url.searchParams.set('identity', service.trustPolicy)
    const request: ServiceRequest<string> = {
      method: 'GET',
      url: url.href,
      authorize: () => bearerAuthorization(idToken),
      refusals: {
        codeOf: tokenServiceMessage,
        isTemporary: ({ status }) => status === 429
      },
      effect: 'creates-token',
      maxBytes: MAX_ANSWER_BYTES,
      read: ({ body }) => {
        const token = textField(body, 'token')
        return TOKEN.test(token) ? token : undefined
      }
    }
    const send = (): Promise<ServiceResult<string>> => callService(http, request)
    const { value, attempts } = await this.attempt(asked, 'exchange', send)
    return { token: value, lost: attempts.filter(mayHaveLostToken).length }
  }

  /** Turns what the HTTP client raises into a {@link TokenServiceError}. */
  async attempt<T>(
    asked: TokenServiceScope,
    stage: TokenServiceStage,
    work: () => Promise<T>
  ): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const isKnown = error instanceof RefusedError || error instanceof UnreachableError
      const facts = { service: this.#options.service, stage, asked, claims: this.claims }
      throw isKnown ? new TokenServiceError(error, facts) : error
    }
  }

  /** One token is enough for all owners of a step. */
  async #currentOidcToken(asked: TokenServiceScope): Promise<string> {
    const now = monotonicTime()
    if (this.#oidcToken === undefined || now - this.#oidcToken.requestedAt > MAX_USE_MS) {
      this.#oidcToken = { text: this.#requestOidcToken(asked), requestedAt: now }
    }
    return this.#oidcToken.text
  }

  async #requestOidcToken(asked: TokenServiceScope): Promise<string> {
    const { http, service, mask } = this.#options
    const token = await this.attempt(asked, 'oidc', () => requestOidcToken(http, service.oidc))
    mask(token)
    this.claims = readClaims(token)
    return token
  }
}

/**
 * What a token service says of a failure: as gRPC gateways write it, or as OAuth does (RFC 6749, section
 * 5.2). Empty if it says nothing.
 */
export function tokenServiceMessage({ message, body }: Reply): string {
  if (message !== '') return message
  const description = messageField(body, 'error_description')
  return description === '' ? messageField(body, 'error') : description
}
