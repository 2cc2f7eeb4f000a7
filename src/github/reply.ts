import type { Outcome } from './retry'
import type { WireReply } from './transport'

/** An answer, with what GitHub says in its headers. */
export interface Reply {
  /** The address that answered: another than was asked where a redirect was followed. */
  readonly url: string
  readonly status: number
  readonly statusText: string
  /** The JSON of the body; undefined where it is empty or no JSON. */
  readonly body: unknown
  /** Whether there was a body that is no JSON. */
  readonly isForeign: boolean
  /** `message` of GitHub's error body; empty where there is none. */
  readonly message: string
  /** `x-github-request-id`. */
  readonly requestId: string | undefined
  /** The server's clock (`Date`), in milliseconds since 1970. */
  readonly date: number | undefined
  /** `Location`, where to go instead. */
  readonly location: string | undefined
  readonly isRateLimited: boolean
  /** How long GitHub asks to wait (`Retry-After`, or until `x-ratelimit-reset`), in milliseconds. */
  readonly wait: number | undefined
}

/** Reads what an answer says. Never throws. */
export function readReply(url: string, wire: WireReply): Reply {
  const body = parseJson(wire.text)
  const message = messageOf(body)
  const date = parseDate(header(wire, 'date'))
  const isRateLimited = isLimit(wire, message)
  return {
    url,
    status: wire.status,
    statusText: wire.statusText,
    body,
    isForeign: body === undefined && wire.text.trim() !== '',
    message,
    requestId: header(wire, 'x-github-request-id'),
    date,
    location: header(wire, 'location'),
    isRateLimited,
    wait: waitOf(wire, date, isRateLimited)
  }
}

/** The part of an answer that decides whether to try again. */
export function outcomeOf(reply: Reply): Outcome {
  const { status, isRateLimited, wait } = reply
  return { kind: 'answered', status, isRateLimited, wait }
}

function header(wire: WireReply, name: string): string | undefined {
  return wire.headers[name]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function messageOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('message' in body)) return ''
  return typeof body.message === 'string' ? body.message : ''
}

function parseDate(text: string | undefined): number | undefined {
  const date = Date.parse(text ?? '')
  return Number.isNaN(date) ? undefined : date
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isLimit(wire: WireReply, message: string): boolean {
  if (wire.status === 429) return true
  if (wire.status !== 403) return false
  return (
    header(wire, 'retry-after') !== undefined ||
    header(wire, 'x-ratelimit-remaining') === '0' ||
    /\brate limit\b/i.test(message)
  )
}

function waitOf(
  wire: WireReply,
  date: number | undefined,
  isRateLimited: boolean
): number | undefined {
  const after = header(wire, 'retry-after')
  if (after !== undefined && /^\d{1,9}$/.test(after)) return Number(after) * 1000
  const until = parseDate(after)
  if (until !== undefined && date !== undefined) return Math.max(0, until - date)
  const reset = header(wire, 'x-ratelimit-reset')
  if (!isRateLimited || header(wire, 'x-ratelimit-remaining') !== '0') return undefined
  if (reset === undefined || !/^\d{1,12}$/.test(reset) || date === undefined) return undefined
  return Math.max(0, Number(reset) * 1000 - date)
}
