import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { credentialsIn, secrets, type Secret } from '../../local/runner'

/** What Node publishes when a server of this process receives a request. */
interface Received {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * Collects each JWT and token that reaches any HTTP server of this process, and each token that one
 * answers with, sent to its end or not: nothing else knows a token that got lost on the way.
 */
export function watchWire(collect: (found: readonly Secret[]) => void): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Received
    const bearer = /^(?:Bearer|token) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const kind = credentialsIn(bearer)[0]?.kind ?? 'token'
    collect(secrets(kind, [bearer]))
    if (request.url?.endsWith('/access_tokens') === true) {
      watchAnswer(response, (text) => {
        collect(secrets('token', tokenIn(text)))
      })
    }
  })
}

/** Passes on what is written into an answer so far, as often as something is. */
export function watchAnswer(response: ServerResponse, see: (text: string) => void): void {
  let text = ''
  for (const name of ['write', 'end'] as const) {
    const original = response[name].bind(response) as (...args: unknown[]) => never
    response[name] = (...args: unknown[]) => {
      const [chunk] = args
      if (typeof chunk === 'string') text += chunk
      else if (chunk instanceof Uint8Array) text += Buffer.from(chunk).toString()
      see(text)
      return original(...args)
    }
  }
}

/** The value of `token` in JSON that may be cut off. */
function tokenIn(json: string): string[] {
  const value = /"token"\s*:\s*"([^"]*)/.exec(json)?.[1]
  return value === undefined ? [] : [value]
}
