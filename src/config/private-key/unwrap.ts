import { hasArmour } from './armour'
import { base64Bytes } from './base64'
import { looksLikeDer } from './der'
import { isOpenSsh } from './openssh'

/** A text taken out of its wrappings. */
export interface Unwrapped {
  /** The text as it came, then after each step that gave a text. */
  readonly texts: readonly [string, ...string[]]
  /** What is inside of all wrappings: the last of the texts, or the bytes that it is the base64 of. */
  readonly core: string | Buffer
}

/** PEM with nothing around it, as GitHub hands it out: there is no layer to look for. */
const CLEAN = /^-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\s]+-----END [A-Z ]+-----$/

/** Takes one layer off a text; undefined where there is no such layer. */
type Step = (text: string) => string | Buffer | undefined

/** Two encodings, each quoted and escaped twice, with room to spare. */
const MOST_STEPS = 16

/** Earlier steps first: no text is base64 before it has shed its quotes and escapes. */
const STEPS: readonly Step[] = [visible, unquoted, unescaped, decoded]

/**
 * Takes off, one at a time and in whatever order they come, the wrappings that people and tools put
 * around a key: invisible marks, quotes, escapes, base64.
 */
export function unwrap(text: string): Unwrapped {
  const texts: [string, ...string[]] = [text.trim()]
  let current = texts[0]
  for (let taken = 0; taken < MOST_STEPS; taken++) {
    const inner = CLEAN.test(current) ? undefined : firstLayer(current)
    if (inner === undefined) {
      break
    }
    if (typeof inner !== 'string') {
      return { texts, core: inner }
    }
    current = inner
    texts.push(current)
  }
  return { texts, core: current }
}

function firstLayer(text: string): string | Buffer | undefined {
  for (const step of STEPS) {
    const inner = step(text)
    if (inner !== undefined && inner !== text) {
      return inner
    }
  }
  return undefined
}

/** Byte-order marks, zero-width characters, and the NULs of UTF-16 (PowerShell's `>`) read as UTF-8. */
function visible(text: string): string {
  return text.replace(/[\0\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
}

/** Without quotes and blanks at either end, in pairs or not; U+FFFD is a mark that was not UTF-8. */
function unquoted(text: string): string {
  const edge = /[\s"'`“”‘’\ufffd]/
  let start = 0
  let end = text.length
  while (start < end && edge.test(text.charAt(start))) start++
  while (end > start && edge.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** One level of backslash escapes, as JSON (RFC 8259, section 7) and shells write them. */
function unescaped(text: string): string {
  return text.replace(/\\(u[0-9A-Fa-f]{4}|[^]|$)/g, (_, escape: string) =>
    unescapedCharacter(escape)
  )
}

/** @param escape what stands behind the backslash: a character, `u` with its four digits, nothing */
function unescapedCharacter(escape: string): string {
  switch (escape) {
    case 'n':
      return '\n'
    case 'r':
      return '\r'
    case 't':
      return '\t'
    default:
      return escape.length > 1 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : escape
  }
}

/** Base64 of a text or of a key's bytes. Any word is base64 of something: noise is no layer. */
function decoded(text: string): string | Buffer | undefined {
  // Once its blanks are gone, PEM is made of base64url's alphabet: armour is looked for first.
  const bytes = hasArmour(text) ? undefined : base64Bytes(text)
  if (bytes === undefined) {
    return undefined
  }
  return looksLikeDer(bytes) || isOpenSsh(bytes) ? bytes : textIn(bytes)
}

/** The bytes as text, if they are text: no controls, nothing that UTF-8 cannot read. */
function textIn(bytes: Buffer): string | undefined {
  const text = unquoted(visible(bytes.toString('utf8')))
  return text === '' || /[^\P{Cc}\s]|\ufffd/u.test(text) ? undefined : text
}
