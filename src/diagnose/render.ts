import type { Config } from '../config/config'
import type { Explanation } from '../explanation'
import type { Attempt } from '../github/attempt'
import { printable } from '../printable'

/** The one annotation of a failed step. */
export interface Annotation {
  readonly title: string
  readonly message: string
}

/** Where the explanations stand at length: the address of docs/TROUBLESHOOTING.md. */
export type HelpPage = string

/**
 * Puts explanations into one annotation: problem, fix and help; several are numbered.
 *
 * @param nothingSent whether it is worth saying that GitHub was not asked anything
 */
export function renderAnnotation(
  explanations: readonly [Explanation, ...Explanation[]],
  nothingSent: boolean,
  help: HelpPage
): Annotation {
  const [first, ...others] = explanations
  const assurance = nothingSent ? ' Nothing was sent to GitHub.' : ''
  const end = `Help: ${help}#${first.code}`
  if (others.length === 0) {
    const message = [`${first.problem}${assurance}`, `Fix: ${first.fix}`, end].join('\n')
    return { title: first.title, message }
  }
  const lines = explanations.flatMap((explanation, index) => [
    `${index + 1}. ${explanation.problem}`,
    `   Fix: ${explanation.fix}`
  ])
  const count = `${explanations.length} inputs need correcting`
  return { title: count, message: [`${count}.${assurance}`, ...lines, end].join('\n') }
}

/** The lines of the details for a bug report: every request, and who asked. No secret. */
export function renderDetails(journal: readonly Attempt[], config: Config | undefined): string[] {
  const lines = journal.map(renderAttempt)
  if (config === undefined) return lines
  const { app, key, api } = config
  return [...lines, `${app.input} ${app.value}; key ${key.fingerprint}; API ${api.url}`]
}

function renderAttempt(attempt: Attempt): string {
  const request = `${attempt.method} ${printable(attempt.url)}`
  switch (attempt.kind) {
    case 'answered': {
      const id =
        attempt.requestId === undefined ? '' : ` (request id ${printable(attempt.requestId)})`
      return `${request} -> ${attempt.status} ${printable(attempt.message)}${id}`
    }
    case 'unanswered':
      return `${request} -> no answer: ${printable(`${attempt.code} ${attempt.message}`.trim())}`
  }
}

/** Where an unexpected error came from: its stack without its message, which may hold anything. */
export function renderStack(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => printable(line.trim()))
}
