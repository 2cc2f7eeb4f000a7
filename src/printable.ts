import { isIPv6 } from 'node:net'
import { withoutSecrets } from './secret-text'

const MAX_LENGTH = 200

/**
 * Makes text that somebody else wrote (an input, a reply, an error, a file) fit for a log line or
 * an annotation: what looks like a secret is left out, control characters and line ends become
 * visible escapes, `::` and `##[` are broken so that the runner finds no command in them, and at
 * most 200 characters are kept. The runner obeys `##[command]` anywhere in a line:
 * https://github.com/actions/runner (ActionCommand.cs).
 *
 * @param longest in characters
 */
export function printable(foreign: string, longest: number = MAX_LENGTH): string {
  const bare = withoutSecrets(foreign)
  const cut = bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare
  return breakCommands(escapeInvisible(cut))
}

/**
 * Breaks the runner's command markers (`::`, `##[`) with a space. The `::` of an IPv6 address stays,
 * since the runner obeys it only at the start of a line, where the log breaks it.
 */
function breakCommands(text: string): string {
  return text.replace(WITH_COLONS, breakColons).replace(/##(?=\[)/g, '## ')
}

/** A word with colons in it, as far as an IPv6 address or a command of the runner goes. */
const WITH_COLONS = /[\w.%:-]{2,}/g

function breakColons(word: string, at: number, text: string): string {
  // The ARN of a role has no region. No line can begin with its colons.
  if (/^arn:aws[\w-]*:\w+::\d{12}:(?!.*::)/.test(word)) return word
  // Node takes anything behind a percent sign for a zone.
  const isAddress = isIPv6(word) && !/%.*:/.test(word) && (word !== '::' || text[at - 1] === '[')
  // What a text begins with may come to stand at the start of a line.
  const isWithin = text.slice(0, at).trim() !== ''
  return isAddress && isWithin ? word : word.replace(/:(?=:)/g, ': ')
}

/** Escapes controls, line and paragraph separators, and the marks that reorder text on a screen. */
function escapeInvisible(text: string): string {
  if (VISIBLE_ASCII.test(text)) return text
  // Created here: Node needs some milliseconds for it, and most steps have only plain text.
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escape)
}

const VISIBLE_ASCII = /^[ -~]*$/

function escape(character: string): string {
  switch (character) {
    case '\n':
      return '\\n'
    case '\r':
      return '\\r'
    case '\t':
      return '\\t'
    default:
      return `\\u{${Number(character.codePointAt(0)).toString(16)}}`
  }
}
