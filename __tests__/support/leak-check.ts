/**
 * Searches what every step of every job left for secrets. Jest loads this file before each test file
 * (jest.config.js), so that no test has to ask for it.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  credentialsIn,
  leaksIn,
  secrets,
  watchSteps,
  type SearchedStep,
  type Secret
} from '../../local/runner'
import { TITLE } from './titles'

let steps: SearchedStep[] = []
let seen: Secret[] = []

watchSteps((step) => {
  steps.push(step)
})
watchServers((found) => {
  seen.push(...found)
})

afterEach(checkSteps)
afterAll(checkSteps)

/**
 * Fails if a step has left a readable secret since the last check, or if the title of an annotation is
 * not one of the fixed titles: the runner does not mask titles.
 */
export function checkSteps(): void {
  const foreign = foreignTitles(steps)
  const found = takeLeaks()
  seen = []
  if (foreign.length > 0) throw new Error(`A title contains a value:\n${foreign.join('\n')}`)
  if (found.length > 0) throw new Error(`A secret leaked:\n${found.join('\n')}`)
}

/**
 * For a test that leaks on purpose: the leaks so far, each as `secret in place`. Fails if the leaks are
 * others. The next check ignores them.
 *
 * @param reason why the test leaks
 */
export function expectLeaks(reason: string, expected: readonly string[]): void {
  expect({ reason, leaks: takeLeaks().toSorted() }).toEqual({
    reason,
    leaks: expected.toSorted()
  })
}

/** The titles that contain more than fixed words and names of inputs and variables. */
export function foreignTitles(searched: readonly Pick<SearchedStep, 'titles'>[]): string[] {
  return searched
    .flatMap(({ titles }) => titles)
    .filter((title) => title !== '' && !TITLE.test(title))
}

function takeLeaks(): string[] {
  const found = leaksIn(steps, seen).map(({ secret, place }) => `${secret} in ${place}`)
  steps = []
  return [...new Set(found)]
}

/** What Node publishes when a server of this process receives a request. */
interface Received {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * Collects each JWT and token that an HTTP server of this process receives, and each token that it
 * answers with, even if the answer is cut off: nothing else knows a token whose answer was lost.
 */
function watchServers(collect: (found: readonly Secret[]) => void): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Received
    const bearer = /^(?:Bearer|token) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const kind = credentialsIn(bearer)[0]?.kind ?? 'token'
    collect(secrets(kind, [bearer]))
    const isCreation = /\/access_tokens$|\/sts\/exchange\?/.test(request.url ?? '')
    watchAnswer(response, (text) => {
      collect(
        isCreation ? secrets('token', tokenIn(text)) : secrets('login secret', loginSecretsIn(text))
      )
    })
  })
}

/** Calls `see` with the text of an answer so far, each time something is written. */
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

/** What a login gives: an OIDC token, or credentials of a key service, in JSON or XML. */
function loginSecretsIn(text: string): string[] {
  const fields =
    /"(?:value|client_token|access_token|accessToken)"\s*:\s*"([^"]*)|<(?:AccessKeyId|SecretAccessKey|SessionToken)>([^<]*)/g
  return [...text.matchAll(fields)].map(([, json, xml]) => json ?? xml ?? '')
}

/** The value of `token` in JSON that may be cut off. */
function tokenIn(json: string): string[] {
  const value = /"token"\s*:\s*"([^"]*)/.exec(json)?.[1]
  return value === undefined ? [] : [value]
}
