import type { Api } from '../config/api-url'
import { appIdName } from '../config/app-id'
import { keyName } from '../config/app-key'
import type { AppCredential } from '../config/credential'
import { tokenServiceCredentialName, type TokenServiceCredential } from '../config/token-service'
import type { Explanation } from './explanation'
import { mayHaveCreatedTokenDespiteError, type Attempt } from '../http/attempt'
import { textField } from '../json'
import { printable } from '../printable'

/** The one annotation of a failed step. */
export interface Annotation {
  readonly title: string
  readonly message: string
}

/** The address of docs/TROUBLESHOOTING.md. */
export type HelpPage = string

/** GitHub cuts a message after 4,096 characters; the runner may lengthen it a little. */
const MAX_MESSAGE_LENGTH = 4000

const ASSURANCE = ' Nothing was sent to GitHub.'

/** What an annotation says beside the explanations. */
export interface AnnotationOptions {
  /** Whether it is worth saying that GitHub was not asked anything. */
  readonly nothingSent: boolean
  /** The title if there are several explanations, and the first line of the message. */
  readonly several: string
  readonly help: HelpPage
}

/**
 * Puts explanations into one annotation: problem, fix and help; several are numbered, and share one
 * help if it is the same for all. If that is too long, the problem is cut, not the fix and the help.
 */
export function renderAnnotation(
  explanations: readonly [Explanation, ...Explanation[]],
  options: AnnotationOptions
): Annotation {
  const [first, ...others] = explanations
  const end = `Help: ${options.help}#${first.code}`
  if (others.length === 0) return renderOne(first, options.nothingSent, end)
  return others.every(({ code }) => code === first.code)
    ? renderSeveral(explanations, options, `\n${end}`)
    : renderSeveral(explanations, options, '')
}

function renderOne(explanation: Explanation, nothingSent: boolean, end: string): Annotation {
  const { code, title, problem, fix } = explanation
  // An empty key was obviously not sent anywhere.
  const isAssured = nothingSent && code !== 'private-key-empty'
  const rest = `\nFix: ${fix}\n${end}`
  const text = cut(isAssured ? problem + ASSURANCE : problem, MAX_MESSAGE_LENGTH - rest.length)
  return { title, message: text + rest }
}

/** @param end the help for all; empty if each has its own */
function renderSeveral(
  explanations: readonly Explanation[],
  { several, nothingSent, help }: AnnotationOptions,
  end: string
): Annotation {
  let message = `${several}.${nothingSent ? ASSURANCE : ''}`
  for (const [index, { code, problem, fix }] of explanations.entries()) {
    const own = end === '' ? `\n   Help: ${help}#${code}` : ''
    const entry = `\n${index + 1}. ${indent(problem)}\n   Fix: ${indent(fix)}${own}`
    const more = `\nand ${explanations.length - index} more`
    if (message.length + entry.length + more.length + end.length >= MAX_MESSAGE_LENGTH) {
      message += more
      break
    }
    message += entry
  }
  return { title: several, message: message + end }
}

/** Indents the further lines of a numbered entry, so that they do not look like entries. */
function indent(text: string): string {
  return text.replace(/\n/g, '\n      ')
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  // Do not cut a surrogate pair in half.
  return `${text.slice(0, Math.max(0, longest - 1)).replace(/[\ud800-\udbff]$/, '')}…`
}

/**
 * The lines of the details for a bug report: every request, and who sent it. Empty if nothing was
 * sent. Contains no secret.
 */
export function renderDetails(
  journal: readonly Attempt[],
  credential: AppCredential | TokenServiceCredential,
  api: Api
): readonly string[] {
  if (journal.length === 0) return []
  const asker = `${askerName(credential)}; API ${api.url}`
  return [...journal.map(renderAttempt), asker]
}

function askerName(credential: AppCredential | TokenServiceCredential): string {
  switch (credential.kind) {
    case 'app':
      return `${appIdName(credential.app)}; ${keyName(credential.key)}`
    case 'token-service':
      return tokenServiceCredentialName(credential)
  }
}

function renderAttempt(attempt: Attempt): string {
  const request = `${attempt.method} ${printable(attempt.url)}`
  switch (attempt.kind) {
    case 'answered': {
      const id =
        attempt.requestId === undefined ? '' : ` (request id ${printable(attempt.requestId)})`
      const late = mayHaveCreatedTokenDespiteError(attempt)
        ? ' (GitHub may have created a token)'
        : ''
      return `${request} -> ${attempt.status} ${printable(attempt.message)}${id}${late}`
    }
    case 'unanswered':
      return `${request} -> no answer: ${printable(`${attempt.code} ${attempt.message}`.trim())}`
  }
}

/** Where an unexpected error came from: its stack without its message, which may hold anything. */
export function renderStack(error: unknown): string[] {
  return textField(error, 'stack')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => printable(line.trim()))
}
