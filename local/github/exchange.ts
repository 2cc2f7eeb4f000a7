/** The record of one request and its answer. */
import type { IncomingHttpHeaders } from 'node:http'
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
