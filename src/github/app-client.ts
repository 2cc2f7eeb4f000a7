import type { Clock } from '../clock'
import { appClaims, clockSkew, isClockRefusal } from './jwt'
import type { Signer } from '../signers/signer'
import type { Answer, Call, Door } from '../http/http-client'
import { RefusedError } from '../http/errors'
import type { Reply } from '../http/reply'

/** What it takes to call GitHub as the App. */
export interface AppSessionOptions {
  readonly door: Door
  readonly signer: Signer
  /** The JWT's `iss`: the App's client ID or numeric id. */
  readonly issuer: string
  readonly clock: Clock
  /** Called with each JWT before it is first sent. */
  readonly mask: (secret: string) => void
}

/**
 * Calls GitHub as the App, with a JWT made when first needed. When GitHub refuses it for its times
 * and its own `Date` explains why, it is made anew by GitHub's clock and the call repeated once.
 */
export class AppSession {
  readonly #options: AppSessionOptions
  #jwt: Promise<string> | undefined
  #skew: number | undefined

  constructor(options: AppSessionOptions) {
    this.#options = options
  }

  /** GitHub's clock less the runner's, in milliseconds, where it had to be corrected. */
  get clockSkew(): number | undefined {
    return this.#skew
  }

  /** GitHub's time as far as known, in milliseconds since 1970. */
  now(): number {
    return this.#options.clock.now() + (this.#skew ?? 0)
  }

  /** Calls GitHub; raises what {@link Door.call} raises, and what the signer raises. */
  async call(call: Omit<Call, 'bearer'>): Promise<Answer> {
    const jwt = (this.#jwt ??= this.#makeJwt())
    try {
      return await this.#send(call, jwt)
    } catch (error) {
      if (!(error instanceof RefusedError) || !isClockRefusal(error.reply)) throw error
      this.#correctClock(error.reply)
      // A call that went out side by side may have corrected the clock before this one.
      if (this.#jwt === jwt) throw error
      return await this.#send(call, (this.#jwt ??= this.#makeJwt()))
    }
  }

  async #send(call: Omit<Call, 'bearer'>, jwt: Promise<string>): Promise<Answer> {
    return this.#options.door.call({ ...call, bearer: await jwt })
  }

  async #makeJwt(): Promise<string> {
    const { signer, issuer, mask } = this.#options
    const jwt = await signer.sign(appClaims(issuer, this.now()))
    mask(jwt)
    return jwt
  }

  #correctClock(reply: Reply): void {
    if (this.#skew !== undefined) return
    const skew = clockSkew(reply.date, this.#options.clock.now())
    if (skew === undefined) return
    this.#skew = skew
    this.#jwt = undefined
  }
}
