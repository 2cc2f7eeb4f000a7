/** Failures that a test injects: what goes wrong, and for which of the coming requests. */

/** A failure in place of the ordinary answer. Times are in milliseconds. */
export type Fault =
  | (Losable & {
      readonly kind: 'status'
      readonly status: number
      /** A string is sent as it is, anything else as JSON; GitHub's error shape where absent. */
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    })
  /** The connection is destroyed before any answer. */
  | (Losable & { readonly kind: 'reset' })
  /** No answer until the server closes. */
  | (Losable & { readonly kind: 'hang' })
  /** The headers and half of the body, then the connection is destroyed. */
  | (Losable & { readonly kind: 'cut' })
  /** A page of HTML where JSON belongs, as proxies send it. */
  | { readonly kind: 'html'; readonly status: number; readonly body?: string }
  /** The ordinary answer, later: after a time, or when something has happened. */
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'delay'; readonly until: Promise<unknown> }
  /** A redirect, to another host too; it has no effect. */
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  /** The ordinary answer with another body, say one that grants less than was asked for. */
  | { readonly kind: 'edit'; readonly edit: (body: Record<string, unknown>) => unknown }

/** A failure that can strike before the request takes effect or after it. */
interface Losable {
  /** The request takes effect (a token is minted), and only then its answer is lost. */
  readonly after?: boolean
}

/** The failures that wait for requests, in order, for each route. */
export class FaultQueue {
  private readonly waiting = new Map<string, Fault[]>()

  /** Lines up faults for a route, all of them `times` times over. */
  add(route: string, faults: readonly Fault[], times: number): void {
    const queue = this.waiting.get(route) ?? []
    for (let time = 0; time < times; time++) queue.push(...faults)
    this.waiting.set(route, queue)
  }

  /** Takes the fault for a request of this route, if one waits. */
  next(route: string | null): Fault | null {
    return this.waiting.get(route ?? '')?.shift() ?? null
  }
}
