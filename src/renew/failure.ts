// Not loaded late: somebody may remove the action's own folder before a renewal fails.
import { explain } from '../explain/explain'
import { NotAFileError } from '../files'
import { LockedError } from '../git/lock'
import { textField } from '../json'
import { printable } from '../printable'
import type { RenewalFailure } from '../problems/renewal-problem'
import { SourceError } from '../sources/token-source'
import type { RenewalOrder } from './order'

/** The token service gave a token of GitHub first, and now another one. */
export class ForeignTokenError extends Error {
  override readonly name = 'ForeignTokenError'
}

/** A token service gave a token again that is in use. */
export class SameTokenError extends Error {
  override readonly name = 'SameTokenError'
}

/** At most this many characters of a reason, and of what to do about it, are kept. */
const MAX_TEXT_LENGTH = 600

/** What went wrong, and what to do about it, each in one line. */
export function describeFailure(
  error: unknown,
  { credential, request }: RenewalOrder
): Pick<RenewalFailure, 'reason' | 'fix'> {
  const cause = error instanceof SourceError ? error.cause : error
  if (cause instanceof NotAFileError) {
    const file = cause.file === 'token-file' ? 'token-file' : "git's file"
    return {
      reason: `${file} was replaced by something that is not a file.`,
      fix: 'find out which step of the job replaced it.'
    }
  }
  if (cause instanceof ForeignTokenError) {
    return {
      reason:
        'the token service gave a token that is not one of a GitHub App, although the first one was.',
      fix: 'ask those who run the token service.'
    }
  }
  if (cause instanceof SameTokenError) {
    return {
      reason: 'the token service gave the same token again.',
      fix: 'ask those who run the token service for a new token for each request.'
    }
  }
  if (cause instanceof LockedError) {
    return {
      reason: "another process has locked git's file.",
      fix: 'find out which step of the job did that.'
    }
  }
  const code = textField(cause, 'syscall') === '' ? '' : textField(cause, 'code')
  if (code !== '') {
    return {
      reason: `its files cannot be written (${printable(code)}).`,
      fix: 'check that the disk is not full, and that no step changes the files of a renewal.'
    }
  }
  const app = credential.kind === 'app' ? credential : undefined
  const [{ problem, fix }] = explain({ error: cause, credential: app, request })
  return {
    reason: withoutDetails(oneLine(problem)),
    fix: withoutDetails(oneLine(fix)) || OTHER_FIX
  }
}

/** The renewer has no log, so there are no details above. */
function withoutDetails(text: string): string {
  const sentences = text.split(/(?<=\.) /)
  return sentences.filter((sentence) => !sentence.includes('details above')).join(' ')
}

const OTHER_FIX = 'search for the words of this answer in docs/TROUBLESHOOTING.md.'

function oneLine(text: string): string {
  return text.replace(/\n\s*/g, ' ').slice(0, MAX_TEXT_LENGTH)
}
