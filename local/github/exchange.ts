/** The record of one request, and answers in the shape in which GitHub sends them. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Call } from './request-checks'
import type { Fault } from './faults'

/** What was received and answered. The server fills in the answer's part when it answers. */
export interface Exchange {
  readonly method: string
  /** Method and path template, as `GET /repos/{owner}/{repo}/installation`; null: no such route. */
  readonly route: string | null
  /** As it came, with the prefix, percent-encoded, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly requestHeaders: IncomingHttpHeaders
  /** Parsed where it is JSON, otherwise text; null where there is none. */
  readonly requestBody: unknown
  /** Connections count from 1: two exchanges with the same number shared one. */
  readonly connection: number
  /** The kind of fault that was injected, or null. */
  readonly fault: Fault['kind'] | null
  /** Null where nothing was answered, as yet or ever. */
  status: number | null
  /** Names in small letters. */
  responseHeaders: Readonly<Record<string, string>>
  /** Parsed where it is JSON, otherwise text; null where there is none. */
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

/** Status, JSON body (null: none) and the headers beyond those that every answer has. */
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

/** What GitHub answers to anything that does not exist, or that the caller may not know of. */
export function notFound(): Answer {
  return failure(404, 'Not Found')
}

/** What GitHub answers to a token that is wrong, revoked or expired. */
export function badCredentials(): Answer {
  return failure(401, 'Bad credentials')
}

/** A permanent redirect; GitHub names the target in the body as well. */
export function moved(location: string): Answer {
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
  /** The `link` header, where there is more than one page. */
  readonly headers: Record<string, string>
}

/** Cuts out the page that the query asks for. */
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
