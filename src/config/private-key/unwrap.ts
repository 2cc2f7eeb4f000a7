import { looksLikeKey } from './formats'
import { MAX_TEXT_LENGTH } from './mistakes'

/** A text with its wrappings removed. */
export interface Unwrapped {
  /** The text as it came, then the text after each step. */
  readonly texts: readonly [string, ...string[]]
  /** What is inside all wrappings: the last of the texts, or the bytes that it is the base64 of. */
  readonly core: string | Buffer
}

/** PEM with nothing around it, as GitHub creates it: there is no wrapping to look for. */
const CLEAN = /^-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\s]+-----END [A-Z ]+-----$/

/** Removes one wrapping from a text; undefined if the text does not have it. */
type Step = (text: string) => string | Buffer | undefined

/** Two encodings, each quoted and escaped twice, and some more. */
const MAX_STEPS = 16

/** Earlier steps first: quotes and escapes must be gone before a text can be base64. */
const STEPS: readonly Step[] = [
  withoutMarks,
  withoutQuotes,
  withoutEscapes,
  withoutPercents,
  decoded
]

/**
 * Removes, one at a time and in any order, the wrappings that people and tools put around a key:
 * invisible marks, quotes, escapes, percent-encoding, base64. A text that is too long stays as it is.
 */
export function unwrap(text: string): Unwrapped {
  if (text.length > MAX_TEXT_LENGTH) {
    return { texts: [text], core: text }
  }
  const texts: [string, ...string[]] = [text.trim()]
  let current = texts[0]
  for (let taken = 0; taken < MAX_STEPS; taken++) {
    const inner = CLEAN.test(current) ? undefined : unwrapOnce(current)
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

function unwrapOnce(text: string): string | Buffer | undefined {
  for (const step of STEPS) {
    const inner = step(text)
    if (inner !== undefined && inner !== text) {
      return inner
    }
  }
  return undefined
}

/** Byte-order marks, zero-width characters, and the NULs of UTF-16 (PowerShell's `>`) read as UTF-8. */
function withoutMarks(text: string): string {
  return text.replace(/[\0\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
}

/** Quotes and blanks at either end, in pairs or not; U+FFFD is a mark that was not UTF-8. */
function withoutQuotes(text: string): string {
  const edge = /[\s"'`“”‘’\ufffd]/
  let start = 0
  let end = text.length
  while (start < end && edge.test(text.charAt(start))) start++
  while (end > start && edge.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** One level of backslash escapes, as JSON (RFC 8259, section 7) and shells write them. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(u[0-9A-Fa-f]{4}|[^]|$)/g, (_, escape: string) =>
    unescapedCharacter(escape)
  )
}

/** @param escape what follows the backslash: a character, `u` with its four digits, or nothing */
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

/** A text in which each percent sign begins an encoded character. */
const PERCENT_ENCODED = /^(?:[\w.!~*'()+/=:;,?@&$#-]|%[0-9a-f]{2})+$/i

/** Percent-encoding, as in a URL or a form. In a form, a blank is a plus sign, and `/` is encoded. */
function withoutPercents(text: string): string | undefined {
  if (!text.includes('%') || !PERCENT_ENCODED.test(text)) return undefined
  const isForm = !/%20|[/=]/.test(text)
  try {
    return decodeURIComponent(isForm ? text.replace(/\+/g, ' ') : text)
  } catch {
    return undefined
  }
}

/** Base64 of a text or of a key. Any word is base64 of something, so other bytes do not count. */
function decoded(text: string): string | Buffer | undefined {
  // Without its blanks, PEM consists of base64url characters, so BEGIN is looked for first.
  const bytes = text.search(BOUNDARY) === -1 ? base64Bytes(text) : undefined
  if (bytes === undefined) {
    return undefined
  }
  return looksLikeKey(bytes) ? bytes : textIn(bytes)
}

/** The bytes as text, if they are text: UTF-8 without control characters. */
function textIn(bytes: Buffer): string | undefined {
  const text = withoutQuotes(withoutMarks(bytes.toString('utf8')))
  return text === '' || /[^\P{Cc}\s]|\ufffd/u.test(text) ? undefined : text
}

/** Both alphabets of RFC 4648 (sections 4 and 5), with or without padding. */
const BASE64 = /^[A-Za-z0-9+/_-]+=*$/

/** The bytes of a text that is base64 or base64url from start to end, with any white space in it. */
export function base64Bytes(text: string): Buffer | undefined {
  const body = withoutSpace(text)
  return BASE64.test(body) ? Buffer.from(body, 'base64') : undefined
}

/** The text without any white space: base64 is the same if it is wrapped or indented differently. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '')
}

/**
 * The boundaries of PEM (RFC 7468), its BEGIN and END lines. White space in and around the label
 * does not matter, so that they are found if line ends became spaces, or if all blanks are gone.
 * Repetitions are bounded, so that every text takes linear time; at the end to five dashes, because
 * those of the next line may follow at once.
 */
const BOUNDARY = /-{2,9}\s{0,9}(BEGIN|END)[A-Z0-9\s]{1,80}-{2,5}/g

/** One PEM block, complete or not. */
export interface PemBlock {
  /** The label without its blanks: `RSAPRIVATEKEY`. */
  readonly label: string
  /** The text between the boundaries. */
  readonly body: string
  /** Index of the body in the text. */
  readonly at: number
  readonly missing: 'nothing' | 'first-line' | 'last-line'
}

/** The PEM blocks of a text, in its order. Anything outside of them is ignored. */
export function pemBlocks(text: string): PemBlock[] {
  const boundaries = [...text.matchAll(BOUNDARY)]
  const blocks: PemBlock[] = []
  let at = 0
  for (const [index, boundary] of boundaries.entries()) {
    const next = boundaries[index + 1]
    const label = boundary[0].replace(/[-\s]+/g, '').replace(/^(?:BEGIN|END)/, '')
    const end = boundary.index + boundary[0].length
    if (boundary[1] === 'BEGIN') {
      const missing = next?.[1] === 'END' ? 'nothing' : 'last-line'
      blocks.push({ label, body: text.slice(end, next?.index), at: end, missing })
    } else if (boundaries[index - 1]?.[1] !== 'BEGIN') {
      const body = text.slice(at, boundary.index)
      blocks.push({ label, body, at, missing: 'first-line' })
    }
    at = end
  }
  return blocks
}

/** The text with a line end instead of each boundary. */
export function withoutBoundaries(text: string): string {
  return text.replace(BOUNDARY, '\n')
}
