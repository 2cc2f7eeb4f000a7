import type { Answer } from '../http/http-client'
import { RefusedError } from '../http/errors'
import type { Reply } from '../http/reply'
import type { Signer } from '../signers/signer'
import type { GitHubCall, GitHubClient } from './github-client'
import { appClaims, clockSkew, isClockRefusal } from './jwt'

/** What it takes to call GitHub as the App. */
export interface AppClientOptions {
  readonly github: GitHubClient
  readonly signer: Signer
  /** The JWT's `iss`: the App's client ID or numeric id. */
  readonly issuer: string
  /** Called with each JWT before it is first sent. */
  readonly mask: (secret: string) => void
}

/** A call that the App's JWT authorizes. */
type AppCall = Omit<GitHubCall, 'bearer' | 'expires'>

/**
 * Calls GitHub as the App, with a JWT that is made when it is first needed. If GitHub refuses the JWT
 * for its times, and GitHub's own `Date` explains why, the JWT is made again by GitHub's clock, and
 * the call is repeated once. A JWT that was made elsewhere cannot be made again.
 */
export class AppClient {
  readonly #options: AppClientOptions
  #jwt: Promise<string> | undefined
  #skew: number | undefined

  constructor(options: AppClientOptions) {
    this.#options = options
  }

  /** GitHub's clock less the runner's, in milliseconds, if it had to be corrected. */
  get clockSkew(): number | undefined {
    return this.#skew
  }

  /** GitHub's time as far as known, in milliseconds since 1970. */
  now(): number {
    return Date.now() + (this.#skew ?? 0)
  }

  /** Calls GitHub. Raises what `HttpClient.send` raises, and what the signer raises. */
  async call(call: AppCall): Promise<Answer> {
    const jwt = (this.#jwt ??= this.#makeJwt())
    try {
      return await this.#send(call, jwt)
    } catch (error) {
      const isFinal = this.#options.signer.expires !== undefined
      if (isFinal || !(error instanceof RefusedError) || !isClockRefusal(error.reply)) throw error
      this.#correctClock(error.reply)
      // Another call at the same time may have corrected the clock before this one.
      if (this.#jwt === jwt) throw error
      return await this.#send(call, (this.#jwt ??= this.#makeJwt()))
    }
  }

  async #send(call: AppCall, jwt: Promise<string>): Promise<Answer> {
    const { github, signer } = this.#options
    return github.call({ ...call, bearer: await jwt, expires: signer.expires })
  }

  async #makeJwt(): Promise<string> {
    const { signer, issuer, mask } = this.#options
    const jwt = await signer.jwt(appClaims(issuer, this.now()))
    mask(jwt)
    return jwt
  }

  #correctClock(reply: Reply): void {
    if (this.#skew !== undefined) return
    const skew = clockSkew(reply.date, Date.now())
    if (skew === undefined) return
    this.#skew = skew
    this.#jwt = undefined
  }
}
