import type { ServiceKey } from '../../config/key-service/service-key'
import { RefusedError, UnreachableError } from '../../http/errors'
import type { Authorization } from '../../http/authorization'
import type { HttpClient, ServiceAnswers } from '../../http/http-client'
import type { Reply } from '../../http/reply'
import type { RequestBody } from '../../http/transport'
import type { OidcClaims } from './oidc-claims'

/** The parts of the work with a key service, in their order. */
export type ServiceStage =
  'oidc' | 'login' | 'impersonation' | 'signature' | 'public-key' | 'logout'

/** The work with a key service failed. The cause is what the HTTP client raised. */
export class KeyServiceError extends Error {
  override readonly name = 'KeyServiceError'
  override readonly cause: RefusedError | UnreachableError
  readonly key: ServiceKey
  readonly stage: ServiceStage
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
export interface ServiceCall<T> {
  readonly stage: ServiceStage
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: RequestBody
  /** What authorizes the call, made anew each time that it is sent. Default: nothing. */
  readonly authorize?: () => Authorization
  readonly answers: ServiceAnswers
  /** What is secret in the body. It is removed from the answer. */
  readonly secrets?: readonly string[]
  /** Reads what was asked for from an answer with a status of success; undefined if it is not there. */
  readonly read: (reply: Reply) => T | undefined
}

/** What a login gives. A shorter text would hide ordinary words of the log when it is masked. */
export function isCredential(text: string): boolean {
  return /^[\x21-\x7e]{16,}$/.test(text)
}

/** What all calls of one signature share. */
export interface ServiceClientOptions {
  readonly key: ServiceKey
  readonly http: HttpClient
  /** Hides a secret in the log. */
  readonly mask: (secret: string) => void
}

/** Calls a key service, and the services that log in to it. */
export class ServiceClient {
  readonly #options: ServiceClientOptions
  /** Set when the job's OIDC token is there. */
  claims: OidcClaims | undefined

  constructor(options: ServiceClientOptions) {
    this.#options = options
  }

  /** Hides a secret in the log. Call it before the secret is used. */
  mask(secret: string): void {
    this.#options.mask(secret)
  }

  /** Sends a call until its answer can be read. Raises {@link KeyServiceError}, and `InterruptedError`. */
  async call<T>(call: ServiceCall<T>): Promise<T> {
    const { key, http } = this.#options
    const { stage, method, url, headers = {}, body, secrets = [], answers, read } = call
    let value: T | undefined
    try {
      await http.send({
        method,
        url,
        headers: { accept: 'application/json', ...headers },
        body,
        authorize: () => {
          const authorization = call.authorize?.() ?? { headers: {}, secrets: [] }
          return { ...authorization, secrets: [...authorization.secrets, ...secrets] }
        },
        effect: stage === 'logout' ? 'revokes-token' : 'none',
        // A request to a key service could be used elsewhere: it goes only where the workflow says.
        followsRedirects: false,
        service: answers,
        isUsable: (reply) => {
          const isSuccess = reply.status >= 200 && reply.status < 300
          value = isSuccess ? read(reply) : undefined
          return value !== undefined
        }
      })
    } catch (error) {
      const isKnown = error instanceof RefusedError || error instanceof UnreachableError
      throw isKnown ? new KeyServiceError(error, { key, stage, claims: this.claims }) : error
    }
    return value as T
  }
}
