import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  credentialsIn,
  leaksIn,
  secrets,
  watchSteps,
  type Evidence,
  type Secret
} from '../../local/runner'
import { TITLE } from './titles'

// Jest loads this file before each test file (jest.config.js), so that every step of every job that
// a test starts is looked through, whether or not the test thinks of it.

let steps: Evidence[] = []
let seen: Secret[] = []

watchSteps((evidence) => {
  steps.push(evidence)
})
watchWire((found) => {
  seen.push(...found)
})

afterEach(checkSteps)
afterAll(checkSteps)

/**
 * Fails if a secret can be read in what a step has left since the last check, or if a title of an
 * annotation is none of those that the code gives: the runner would show what is in it.
 */
export function checkSteps(): void {
  const foreign = foreignTitles(steps)
  const found = takeLeaks()
  seen = []
  if (foreign.length > 0) throw new Error(`A title holds a value:\n${foreign.join('\n')}`)
  if (found.length > 0) throw new Error(`A secret leaked:\n${found.join('\n')}`)
}

/**
 * For a test that leaks on purpose: states what leaked until now, each as `secret in surface`, which
 * is then not held against it. Fails where something else leaked, or nothing did.
 *
 * @param reason why it is to leak
 */
export function expectLeaks(reason: string, expected: readonly string[]): void {
  expect({ reason, leaks: takeLeaks().toSorted() }).toEqual({
    reason,
    leaks: expected.toSorted()
  })
}

/** The titles that hold anything but fixed words and names of inputs and variables. */
export function foreignTitles(evidence: readonly Pick<Evidence, 'titles'>[]): string[] {
  return evidence
    .flatMap(({ titles }) => titles)
    .filter((title) => title !== '' && !TITLE.test(title))
}

function takeLeaks(): string[] {
  const found = leaksIn(steps, seen).map(({ secret, surface }) => `${secret} in ${surface}`)
  steps = []
  return [...new Set(found)]
}

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
