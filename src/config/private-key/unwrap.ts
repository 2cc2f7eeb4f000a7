import { isOpenSsh, looksLikeDer } from './formats'

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

/**
 * The BEGIN and END lines of PEM (RFC 7468), forgiving about white space in and around the label:
 * line ends turned into spaces, or taken away together with every blank, leave them readable.
 * Repetitions are bounded so that no text takes more than linear time; at the end to five dashes,
 * because those of the next line may follow at once.
 */
const ARMOUR = /-{2,9}\s{0,9}(BEGIN|END)[A-Z0-9\s]{1,80}-{2,5}/g

/** One PEM block, whole or not. */
export interface PemBlock {
  /** The label without its blanks: `RSAPRIVATEKEY`. */
  readonly label: string
  /** What stands between the armour lines. */
  readonly body: string
  /** Where the body starts in the text. */
  readonly at: number
  readonly missing: 'nothing' | 'first-line' | 'last-line'
}

/** Whether the text holds a BEGIN or END line. */
export function hasArmour(text: string): boolean {
  return text.search(ARMOUR) !== -1
}

/** The text with a line end in the place of each armour line. */
export function withoutArmour(text: string): string {
  return text.replace(ARMOUR, '\n')
}

/** The PEM blocks of a text, in its order. What stands outside of them is of no interest. */
export function pemBlocks(text: string): PemBlock[] {
  const lines = [...text.matchAll(ARMOUR)]
  const blocks: PemBlock[] = []
  let behind = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const label = line[0].replace(/[-\s]+/g, '').replace(/^(?:BEGIN|END)/, '')
    const end = line.index + line[0].length
    if (line[1] === 'BEGIN') {
      const body = text.slice(end, next?.index)
      const missing = next?.[1] === 'END' ? 'nothing' : 'last-line'
      blocks.push({ label, body, at: end, missing })
    } else if (lines[index - 1]?.[1] !== 'BEGIN') {
      blocks.push({
        label,
        body: text.slice(behind, line.index),
        at: behind,
        missing: 'first-line'
      })
    }
    behind = end
  }
  return blocks
}

/** Both alphabets of RFC 4648 (sections 4 and 5), padding optional, any white space between. */
const WHOLE = /^[A-Za-z0-9+/_-]+=*$/

/** The text without any white space: base64 is the same however it is wrapped or indented. */
export function compact(text: string): string {
  return text.replace(/\s+/g, '')
}

/** The bytes of a text that is base64 or base64url from end to end. */
export function base64Bytes(text: string): Buffer | undefined {
  const body = compact(text)
  return WHOLE.test(body) ? Buffer.from(body, 'base64') : undefined
}
