/** Failures that a test asks for, and how each answer is sent. */
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { failure, readBody, type Answer, type Exchange } from './exchange'

/** What happens instead of the ordinary answer. Times are in milliseconds. */
export type Fault =
  | (LostAnswer & {
      readonly kind: 'status'
      readonly status: number
      /** A string is sent as it is, anything else as JSON. Default: an error in GitHub's shape. */
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    })
  /** The connection is destroyed before any answer. */
  | (LostAnswer & { readonly kind: 'reset' })
  /** No answer until the server closes. */
  | (LostAnswer & { readonly kind: 'hang' })
  /** The headers and half of the body, then the connection is destroyed. */
  | (LostAnswer & { readonly kind: 'cut' })
  /** A page of HTML instead of JSON, as proxies send it. */
  | { readonly kind: 'html'; readonly status: number; readonly body?: string }
  /** The ordinary answer or a fault, but later: after a time, or when a promise is resolved. */
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'delay'; readonly until: Promise<unknown>; readonly fault?: Fault }
  /** A redirect, also to another host. The request has no effect. */
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  /** The ordinary answer with another body, for example one that grants less. */
  | { readonly kind: 'edit'; readonly edit: (body: Record<string, unknown>) => unknown }

/** A failure that happens before the request has an effect, or after it. */
interface LostAnswer {
  /** The request has its effect (a token is created), and only then its answer is lost. */
  readonly after?: boolean
}

/** The faults for the next requests, in order, for each route. */
export class FaultQueue {
  private readonly waiting = new Map<string, Fault[]>()

  /** Adds faults for a route, the whole list so many times. */
  add(route: string, faults: readonly Fault[], times: number): void {
    const queue = this.waiting.get(route) ?? []
    for (let time = 0; time < times; time++) queue.push(...faults)
    this.waiting.set(route, queue)
  }

  /** Takes the fault for a request of this route, if there is one. */
  next(route: string | null): Fault | null {
    return this.waiting.get(route ?? '')?.shift() ?? null
  }
}

/** A request that is not answered yet. */
export interface PendingAnswer {
  readonly exchange: Exchange
  readonly response: ServerResponse
  /** Headers that every answer has. */
  readonly commonHeaders: Readonly<Record<string, string>>
  /** Makes the ordinary answer. This call gives the request its effect. */
  readonly ordinary: () => Answer
  /** Aborted when the server closes. */
  readonly closing: AbortSignal
  /** Called if a request gets no answer before the server closes. */
  readonly onHold: () => void
}

/** Answers a request, or fails as the fault says. */
export async function answerRequest(pending: PendingAnswer, fault: Fault | null): Promise<void> {
  if (fault === null) {
    send(pending, pending.ordinary())
    return
  }
  switch (fault.kind) {
    case 'delay':
      await answerLater(pending, fault)
      return
    case 'edit': {
      const answer = pending.ordinary()
      send(pending, { ...answer, body: fault.edit(answer.body as Record<string, unknown>) })
      return
    }
    case 'html':
      send(pending, page(fault.status, fault.body))
      return
    case 'redirect':
      send(pending, redirect(fault.status, fault.location))
      return
    case 'status':
    case 'cut':
    case 'hang':
    case 'reset':
      loseAnswer(pending, fault, fault.after === true ? pending.ordinary() : null)
  }
}

async function answerLater(
  pending: PendingAnswer,
  fault: Extract<Fault, { kind: 'delay' }>
): Promise<void> {
  if ('ms' in fault) {
    await sleep(fault.ms, undefined, { signal: pending.closing })
    await answerRequest(pending, null)
    return
  }
  await fault.until
  await answerRequest(pending, fault.fault ?? null)
}

type LossFault = Extract<Fault, { kind: 'status' | 'cut' | 'hang' | 'reset' }>

/** `answer` is the answer that is lost; null if the request had no effect. */
function loseAnswer(pending: PendingAnswer, fault: LossFault, answer: Answer | null): void {
  switch (fault.kind) {
    case 'status':
      send(pending, statusAnswer(fault))
      return
    case 'cut':
      cut(pending, answer ?? withoutEffect(pending))
      return
    case 'hang':
      pending.onHold()
      return
    case 'reset':
      pending.response.destroy()
  }
}

/** A body to cut off. Only a GET has no effect, so only its ordinary answer can be made. */
function withoutEffect({ exchange, ordinary }: PendingAnswer): Answer {
  return exchange.method === 'GET' ? ordinary() : failure(502, 'Server Error')
}

function statusAnswer({ status, body, headers }: Extract<Fault, { kind: 'status' }>): Answer {
  const answer = body === undefined ? failure(status, 'Server Error') : { status, body }
  return headers === undefined ? answer : { ...answer, headers }
}

function page(status: number, body?: string): Answer {
  const html = `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body>Error</body></html>\n`
  return { status, body: body ?? html, headers: { 'content-type': 'text/html; charset=utf-8' } }
}

function redirect(status: number, location: string): Answer {
  return { ...failure(status, 'Moved'), headers: { location } }
}

function send(pending: PendingAnswer, answer: Answer): void {
  const bytes = writeHead(pending, answer)
  pending.response.end(bytes)
}

function cut(pending: PendingAnswer, answer: Answer): void {
  const { response } = pending
  const bytes = writeHead(pending, answer)
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy())
}

/** Writes status and headers, and records the answer in the exchange. */
function writeHead({ exchange, response, commonHeaders }: PendingAnswer, answer: Answer): Buffer {
  const text = bodyText(answer.body)
  const bytes = Buffer.from(text)
  const headers: Record<string, string> = { ...commonHeaders }
  // A 204 has neither a type nor a length.
  if (answer.status !== 204) headers['content-length'] = String(bytes.length)
  else delete headers['content-type']
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    headers[name.toLowerCase()] = value
  }
  exchange.status = answer.status
  exchange.responseHeaders = headers
  exchange.responseBody = readBody(text)
  response.writeHead(answer.status, headers)
  return bytes
}

function bodyText(body: unknown): string {
  if (body === null || body === undefined) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}
