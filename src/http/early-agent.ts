import { Agent, type RequestOptions } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { EarlyConnection } from './early-connection'

type Callback = (error: Error | null, stream: Duplex) => void

/**
 * Opens direct connections with TLS as any agent does, but the first is the early one, if that leads
 * where the request goes.
 */
export class EarlyAgent extends Agent {
  readonly #early: EarlyConnection

  constructor(early: EarlyConnection) {
    super({ keepAlive: true })
    this.#early = early
  }

  override createConnection(options: RequestOptions, callback?: Callback): undefined {
    // Node's own name for an address and TLS options: it decides which connections can be used again.
    const leadsThere = this.getName(options) === this.getName(this.#early.address)
    void this.#early.take(leadsThere).then((early) => {
      // Without a callback, Node's agent returns a socket at once.
      callback?.(null, early ?? (super.createConnection(options) as Socket))
    })
  }

  override destroy(): void {
    this.#early.close()
    super.destroy()
  }
}
