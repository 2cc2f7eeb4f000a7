/** How main and post handle tokens: what must hold however a step ends. */
import { join } from 'node:path'
import type { EmbeddedGitHub } from '../../local/github/server'
import type { Job, StepResult } from '../../local/runner'

/** The file to which main saves its state. Each time it saves, it adds to the file. */
export function stateFile(job: Job): string {
  return join(job.folders.temp, '_runner_file_commands', 'save_state_1')
}

/** The tokens that GitHub sent in a complete answer, whether main read it or not. */
export function sentTokens(github: EmbeddedGitHub): string[] {
  const bodies = github.exchanges
    .filter(({ status, fault }) => status === 201 && fault !== 'cut')
    .map(({ responseBody }) => (responseBody as { token?: unknown } | null)?.token)
  return github.tokens().flatMap(({ value }) => (bodies.includes(value) ? [value] : []))
}

/** The tokens that main read: those that it asked the runner to mask. */
export function readTokens(github: EmbeddedGitHub, main: StepResult): string[] {
  return github.tokens().flatMap(({ value }) => (main.masks.includes(value) ? [value] : []))
}

/** The tokens that GitHub refused to revoke, because it does not know them. */
export function deniedTokens(exchanges: EmbeddedGitHub['exchanges']): string[] {
  return exchanges
    .filter(({ method, status }) => method === 'DELETE' && status === 401)
    .map(({ requestHeaders }) => bearerOf(requestHeaders.authorization))
}

/** The credential of an `Authorization` header. */
export function bearerOf(authorization: string | undefined): string {
  return (authorization ?? '').replace(/^Bearer /, '')
}

/**
 * What main did wrong with a token that it read. It must mask the token before it writes it anywhere,
 * and save it for post. `savedText` is everything that main saved.
 */
export function handlingMistakes(token: string, main: StepResult, savedText: string): string[] {
  const first = main.lines.find(({ text }) => text.includes(token))
  return [
    ...(first?.text === `::add-mask::${token}` ? [] : ['a token is written before it is masked']),
    ...(savedText.includes(token) ? [] : ['a token is not saved for post'])
  ]
}

const NOT_REVOKED =
  /^The token for .+ was not revoked: .+ It expires by itself at (\d\d:\d\d UTC|the end of its hour)\.$/

/** The warnings of post that a token was not revoked, with the reason and the time of its end. */
export function notRevoked({ annotations }: StepResult): string[] {
  return annotations
    .filter(({ level, message }) => level === 'warning' && NOT_REVOKED.test(message))
    .map(({ message }) => message)
}

const LOST =
  /(The answer to a request|(\d+) answers to requests) for a token (?:was|were) lost: a token that nobody knows may exist for an hour\./g

/** How many tokens may still work without anyone having them, according to the log. */
export function lostByLog({ log }: StepResult): number {
  return [...log.matchAll(LOST)].reduce((sum, [, , count]) => sum + Number(count ?? 1), 0)
}
