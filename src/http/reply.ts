import { messageField } from '../json'
import type { TransportReply } from './transport'

/** How many requests of a limit are left. */
export interface RateLimit {
  readonly remaining: number
  readonly limit: number
}

/** An answer, with what GitHub says in its headers. */
export interface Reply {
  /** The address that answered: a different one if a redirect was followed. */
  readonly url: string
  readonly status: number
  readonly statusText: string
  /** The JSON of the body; undefined if it is empty or not JSON. */
  readonly body: unknown
  /** The body as it came. */
  readonly text: string
  /** Whether there was a body that is no JSON. */
  readonly isNotJson: boolean
  /** `message` of GitHub's error body; empty if there is none. */
  readonly message: string
  /** `x-github-request-id`. */
  readonly requestId: string | undefined
  /** The server's clock (`Date`), in milliseconds since 1970. */
  readonly date: number | undefined
  /** `Location`, where to go instead. */
  readonly location: string | undefined
  readonly isRateLimited: boolean
  /** `x-ratelimit-remaining` and `x-ratelimit-limit`; undefined if the answer does not have both. */
  readonly rateLimit: RateLimit | undefined
  /** How long GitHub asks to wait (`Retry-After`, or until `x-ratelimit-reset`), in milliseconds. */
  readonly wait: number | undefined
}

/**
 * Reads what an answer says. Never throws.
 *
 * @param secrets what was sent with the request. An answer may repeat it, also in the escapes of
 *   JSON, and the log could then show a piece that no mask matches: it is removed.
 */
export function readReply(
  url: string,
  received: TransportReply,
  secrets: readonly string[]
): Reply {
  const remove = remover(secrets)
  const raw = withoutSecrets(received, remove)
  const body = parseJson(raw.text, remove)
  const message = messageField(body, 'message')
  const date = parseDate(header(raw, 'date'))
  const isRateLimited = isLimit(raw, message)
  return {
    url,
    status: raw.status,
    statusText: raw.statusText,
    body,
    text: raw.text,
    isNotJson: body === undefined && raw.text.trim() !== '',
    message,
    requestId: header(raw, 'x-github-request-id'),
    date,
    location: header(raw, 'location'),
    isRateLimited,
    rateLimit: rateLimitOf(raw),
    wait: waitOf(raw, date, isRateLimited)
  }
}

/** Shorter parts of a secret occur in ordinary answers. */
const MIN_PART_LENGTH = 16

type Remove = (text: string) => string

/** A function that replaces secrets, and each part of them between dots, by asterisks. */
function remover(secrets: readonly string[]): Remove {
  const parts = secrets
    .flatMap((secret) => [secret, ...secret.split('.')])
    .filter((part) => part.length >= MIN_PART_LENGTH)
  return (text) => parts.reduce((rest, part) => rest.replaceAll(part, '***'), text)
}

function withoutSecrets(raw: TransportReply, remove: Remove): TransportReply {
  const headers = Object.entries(raw.headers).map(([name, value]) => [name, remove(value)] as const)
  return {
    status: raw.status,
    statusText: remove(raw.statusText),
    headers: Object.fromEntries(headers),
    text: remove(raw.text)
  }
}

/** Cleans every string of a JSON value, names of fields included. */
function removeDeep(value: unknown, remove: Remove): unknown {
  if (typeof value === 'string') return remove(value)
  if (Array.isArray(value)) return value.map((item) => removeDeep(item, remove))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(
    ([name, item]) => [remove(name), removeDeep(item, remove)] as const
  )
  return Object.fromEntries(entries)
}

function header(raw: TransportReply, name: string): string | undefined {
  return raw.headers[name]
}

function parseJson(text: string, remove: Remove): unknown {
  try {
    return removeDeep(JSON.parse(text), remove)
  } catch {
    return undefined
  }
}

function parseDate(text: string | undefined): number | undefined {
  const date = Date.parse(text ?? '')
  return Number.isNaN(date) ? undefined : date
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isLimit(raw: TransportReply, message: string): boolean {
  if (raw.status === 429) return true
  if (raw.status !== 403) return false
  return (
    header(raw, 'retry-after') !== undefined ||
    header(raw, 'x-ratelimit-remaining') === '0' ||
    /\brate limit\b/i.test(message)
  )
}

function rateLimitOf(raw: TransportReply): RateLimit | undefined {
  const [remaining, limit] = ['remaining', 'limit'].map((name) => {
    const text = header(raw, `x-ratelimit-${name}`) ?? ''
    return /^\d{1,9}$/.test(text) ? Number(text) : undefined
  })
  return remaining === undefined || limit === undefined ? undefined : { remaining, limit }
}

function waitOf(
  raw: TransportReply,
  date: number | undefined,
  isRateLimited: boolean
): number | undefined {
  const after = header(raw, 'retry-after')
  if (after !== undefined && /^\d{1,9}$/.test(after)) return Number(after) * 1000
  const until = parseDate(after)
  if (until !== undefined && date !== undefined) return Math.max(0, until - date)
  const reset = header(raw, 'x-ratelimit-reset')
  if (!isRateLimited || header(raw, 'x-ratelimit-remaining') !== '0') return undefined
  if (reset === undefined || !/^\d{1,12}$/.test(reset) || date === undefined) return undefined
  return Math.max(0, Number(reset) * 1000 - date)
}

/** Whether an answer is a web page: it then comes from another server than an API. */
export function isWebPage({ isNotJson, text }: Reply): boolean {
  return isNotJson && /^\s*<(?:!doctype html|html)/i.test(text)
}
