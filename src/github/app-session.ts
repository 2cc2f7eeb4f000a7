import type { Clock } from '../clock'
import { appClaims } from '../jwt/claims'
import { clockSkew } from '../jwt/clock-skew'
import type { Signer } from '../signers/signer'
import type { Answer, Call, Door } from './door'
import { RefusedError } from './errors'

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
    try {
      return await this.#send(call)
    } catch (error) {
      const skew = this.#skewBehind(error)
      if (skew === undefined) throw error
      this.#skew = skew
      this.#jwt = undefined
      return await this.#send(call)
    }
  }

  async #send(call: Omit<Call, 'bearer'>): Promise<Answer> {
    this.#jwt ??= this.#makeJwt()
    return this.#options.door.call({ ...call, bearer: await this.#jwt })
  }

  async #makeJwt(): Promise<string> {
    const { signer, issuer, mask } = this.#options
    const jwt = await signer.sign(appClaims(issuer, this.now()))
    mask(jwt)
    return jwt
  }

  #skewBehind(error: unknown): number | undefined {
    if (this.#skew !== undefined || !(error instanceof RefusedError)) return undefined
    return clockSkew(error.reply, this.#options.clock.now())
  }
}
