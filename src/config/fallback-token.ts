import { invalid, valid, type Parsed } from '../parsed'
import type { NotAToken } from '../problems/credential-problem'
import { secretKindIn } from '../secret-text'
import { isExpression } from './expression'

/** GitHub's tokens are longer. Their format can change, so little more is known of them. */
const MIN_TOKEN_LENGTH = 16

/**
 * Reads `fallback-token`; empty for nothing. It is checked even if this run does not use it: otherwise a
 * mistake would be found only by the first pull request from a fork. Problems: `secret-in-input`,
 * `fallback-token-malformed`.
 */
export function parseFallbackToken(text: string): Parsed<string> {
  if (secretKindIn(text) === 'key') {
    return invalid({ kind: 'secret-in-input', input: 'fallback-token', secret: 'key' })
  }
  const found = text === '' ? undefined : recognize(text)
  return found === undefined ? valid(text) : invalid({ kind: 'fallback-token-malformed', found })
}

/**
 * What must be masked of `fallback-token`: each part that can be a token. If it is `true` by mistake, to
 * mask it would hide every "true" in the log.
 */
export function maskableFallback(text: string): string[] {
  return text.split(/\s+/).filter((word) => word.length >= MIN_TOKEN_LENGTH && !isExpression(word))
}

function recognize(text: string): NotAToken | undefined {
  if (isExpression(text)) return { is: 'expression' }
  if (/\s/.test(text)) return { is: 'blanks' }
  if (!/^[\x21-\x7e]+$/.test(text)) return { is: 'characters' }
  return text.length < MIN_TOKEN_LENGTH ? { is: 'short', length: text.length } : undefined
}
