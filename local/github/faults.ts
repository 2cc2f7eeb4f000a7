/** Failures that a test asks for, and how each answer is sent. */
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { failure, type Answer } from './exchange'
import { readBody, type Exchange } from './exchange'

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

/** What sending needs to know about one request. */
export interface Delivery {
  readonly exchange: Exchange
  readonly response: ServerResponse
  /** Headers that every answer has. */
  readonly commonHeaders: Readonly<Record<string, string>>
  /** Computes the ordinary answer; the request takes effect by this call. */
  readonly ordinary: () => Answer
  /** Aborted when the server closes. */
  readonly closing: AbortSignal
  /** Called if a request gets no answer before the server closes. */
  readonly onHold: () => void
}

/** Answers a request, or fails it in the way that a fault says. */
export async function deliver(delivery: Delivery, fault: Fault | null): Promise<void> {
  if (fault === null) {
    send(delivery, delivery.ordinary())
    return
  }
  switch (fault.kind) {
    case 'delay':
      await ('until' in fault
        ? fault.until
        : sleep(fault.ms, undefined, { signal: delivery.closing }))
      send(delivery, delivery.ordinary())
      return
    case 'edit': {
      const answer = delivery.ordinary()
      send(delivery, { ...answer, body: fault.edit(answer.body as Record<string, unknown>) })
      return
    }
    case 'html':
      send(delivery, page(fault.status, fault.body))
      return
    case 'redirect':
      send(delivery, redirect(fault.status, fault.location))
      return
    case 'status':
    case 'cut':
    case 'hang':
    case 'reset':
      lose(delivery, fault, fault.after === true ? delivery.ordinary() : null)
  }
}

type Loss = Extract<Fault, { kind: 'status' | 'cut' | 'hang' | 'reset' }>

/** `answer` is what gets lost, or null where the request did not take effect. */
function lose(delivery: Delivery, fault: Loss, answer: Answer | null): void {
  switch (fault.kind) {
    case 'status':
      send(delivery, statusAnswer(fault))
      return
    case 'cut':
      cut(delivery, answer ?? withoutEffect(delivery))
      return
    case 'hang':
      delivery.onHold()
      return
    case 'reset':
      delivery.response.destroy()
  }
}

/** A body to cut off. Only a GET may be carried out for it: anything else would take effect. */
function withoutEffect({ exchange, ordinary }: Delivery): Answer {
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

function send(delivery: Delivery, answer: Answer): void {
  const bytes = writeHead(delivery, answer)
  delivery.response.end(bytes)
}

function cut(delivery: Delivery, answer: Answer): void {
  const { response } = delivery
  const bytes = writeHead(delivery, answer)
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy())
}

/** Writes status and headers, and notes the answer in the exchange. */
function writeHead({ exchange, response, commonHeaders }: Delivery, answer: Answer): Buffer {
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
