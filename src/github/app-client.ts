import type { Answer } from '../http/http-client'
import { RefusedError } from '../http/errors'
import type { Reply } from '../http/reply'
import type { KeyDetails, Signer } from '../signers/signer'
import type { GitHubCall, GitHubClient } from './github-client'
import { clockSkew, monotonicTime } from '../time'
import { appClaims, isClockRefusal, LIFETIME_SECONDS } from './jwt'

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
type AppCall = Omit<GitHubCall, 'bearer' | 'bearerExpires'>

/** A JWT, and when it was made, by the monotonic clock. */
interface Jwt {
  readonly text: Promise<string>
  readonly madeAt: number
}

/** A JWT is sent for at most so many milliseconds: a minute less than it is valid. */
const MAX_USE_MS = LIFETIME_SECONDS * 1000 - 60_000

/**
 * Calls GitHub as the App, with a JWT that is made when it is first needed, and again before it ends.
 * If GitHub refuses the JWT for its times, and GitHub's own `Date` explains why, the JWT is made again
 * by GitHub's clock, and the call is repeated once. A JWT that was made elsewhere cannot be made again.
 */
export class AppClient {
  readonly #options: AppClientOptions
  #jwt: Jwt | undefined
  #skew: number | undefined

  constructor(options: AppClientOptions) {
    this.#options = options
  }

  /** GitHub's clock less the runner's, in milliseconds, if it had to be corrected. */
  get clockSkew(): number | undefined {
    return this.#skew
  }

  /** The key service's clock less the runner's, in milliseconds, if it had to be corrected. */
  get signerClockSkew(): number | undefined {
    return this.#options.signer.clockSkew?.()
  }

  /** GitHub's time as far as known, in milliseconds since 1970. */
  now(): number {
    return Date.now() + (this.#skew ?? 0)
  }

  /** Calls GitHub. Raises what `HttpClient.send` and `Signer.jwt` raise. */
  async call(call: AppCall): Promise<Answer> {
    const { github, signer } = this.#options
    let sent: Jwt | undefined
    const bearer = (): Promise<string> => {
      sent = this.#currentJwt()
      return sent.text
    }
    const authorized = { ...call, bearer, bearerExpires: signer.expiresMs }
    try {
      return await github.call(authorized)
    } catch (error) {
      const isFinal = signer.expiresMs !== undefined
      if (isFinal || !(error instanceof RefusedError) || !isClockRefusal(error.reply)) throw error
      this.#correctClock(error.reply)
      // Another call at the same time may have corrected the clock before this one.
      if (this.#jwt === sent) throw error
      return await github.call(authorized)
    }
  }

  /** Asks a key service which key it has; undefined if the key is not in one. Never rejects. */
  async lookUpKey(): Promise<KeyDetails | undefined> {
    return this.#options.signer.lookUpKey?.()
  }

  #currentJwt(): Jwt {
    const now = monotonicTime()
    // A wait for a rate limit can be longer than a JWT is valid.
    if (this.#jwt === undefined || now - this.#jwt.madeAt > MAX_USE_MS) {
      this.#jwt = { text: this.#makeJwt(), madeAt: now }
    }
    return this.#jwt
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
