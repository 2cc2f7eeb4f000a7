/** The record of one request, and answers in the shape in which GitHub sends them. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Fault } from './faults'
import type { Call } from './request-checks'

/** One request and its answer. The server sets the fields of the answer when it answers. */
export interface Exchange {
  readonly method: string
  /** Method and path template, as `GET /repos/{owner}/{repo}/installation`; null if unknown. */
  readonly route: string | null
  /** As received: with the prefix, percent-encoded, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly requestHeaders: IncomingHttpHeaders
  /** Parsed if it is JSON, otherwise text; null if there is none. */
  readonly requestBody: unknown
  /** The number of the connection, from 1. Two requests on one connection have the same number. */
  readonly connection: number
  /** The kind of fault that a test asked for, or null. */
  readonly fault: Fault['kind'] | null
  /** Null if there is no answer, or not yet. */
  status: number | null
  /** Names in lower case. */
  responseHeaders: Readonly<Record<string, string>>
  /** Parsed if it is JSON, otherwise text; null if there is none. */
  responseBody: unknown
}

/** A body as JSON if it is JSON, as text otherwise; null if it is empty. */
export function readBody(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** An answer before it is sent: a body of null is none; each answer also gets the common headers. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An error in GitHub's shape: message, documentation_url, and the status as a string. */
export function failure(status: number, message: string, headers?: Record<string, string>): Answer {
  const body = {
    message,
    documentation_url: 'https://docs.github.com/rest',
    status: String(status)
  }
  return headers === undefined ? { status, body } : { status, body, headers }
}

/** What GitHub answers if something does not exist, or if the caller may not see it. */
export function notFound(): Answer {
  return failure(404, 'Not Found')
}

/** What GitHub answers to a token that is wrong, revoked or expired. */
export function badCredentials(): Answer {
  return failure(401, 'Bad credentials')
}

/** A permanent redirect; GitHub names the target in the body as well. */
export function redirectTo(location: string): Answer {
  return {
    status: 301,
    headers: { location },
    body: {
      message: 'Moved Permanently',
      url: location,
      documentation_url: 'https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api'
    }
  }
}

const DEFAULT_SIZE = 30
const LARGEST_SIZE = 100

/** One page of a list. */
export interface Page<T> {
  readonly items: T[]
  /** The `link` header, if there is more than one page. */
  readonly headers: Record<string, string>
}

/** The page of a list that the query asks for, with `per_page`, `page` and a `Link` header. */
export function page<T>(list: readonly T[], call: Call): Page<T> {
  const size = Math.min(positive(call.query.get('per_page'), DEFAULT_SIZE), LARGEST_SIZE)
  const number = positive(call.query.get('page'), 1)
  const last = Math.max(1, Math.ceil(list.length / size))
  const relations: [string, number][] = []
  if (number > 1) relations.push(['prev', number - 1])
  if (number < last) relations.push(['next', number + 1], ['last', last])
  if (number > 1) relations.push(['first', 1])
  const origin = new URL(call.api).origin
  const link = relations
    .map(([relation, target]) => {
      const query = new URLSearchParams({ per_page: String(size), page: String(target) })
      return `<${origin}${call.path}?${query.toString()}>; rel="${relation}"`
    })
    .join(', ')
  return {
    items: list.slice((number - 1) * size, number * size),
    headers: link === '' ? {} : { link }
  }
}

function positive(text: string | null, otherwise: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}
