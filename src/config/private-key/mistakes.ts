import type { KeyLookalike, KeyMistake, OddLine } from '../../problems/credential-problem'

/** The longest text that is read as a key, in characters. The largest usable key needs a third. */
export const MAX_TEXT_LENGTH = 64 * 1024

/** Tells a mistake from what was looked for. */
export function isMistake(found: object): found is KeyMistake {
  return 'mistake' in found
}

/** It looks like a key, but its numbers do not fit together. */
export const DAMAGED: KeyMistake = { mistake: 'damaged' }

/** A private key that is not an RSA key. */
export function notRsa(algorithm: string): KeyMistake {
  return { mistake: 'not-rsa', algorithm }
}

/** Something that people store instead of a private key. */
export function notAKey(looksLike: KeyLookalike): KeyMistake {
  return { mistake: 'not-a-key', looksLike }
}

const LINE_END = /\r\n|\r|\n/

/**
 * The first line of a base64 body that cannot be right: it has a character that is not base64, or is
 * not as long as the first (RFC 7468, section 2: only the last line may be shorter).
 *
 * @param at index of the body in the text, whose lines are counted
 */
function findOddLine(text: string, body: string, at: number): OddLine | undefined {
  const stray = strayCharacter(body)
  if (stray !== -1) return { line: lineOf(text, at + stray), reason: 'invalid-character' }
  const lengths = body.split(LINE_END).map((line) => line.trim().length)
  const full = lengths.find((length) => length > 0)
  const last = lengths.findLastIndex((length) => length > 0)
  const odd = lengths.findIndex((length, index) => length > 0 && index < last && length !== full)
  return odd === -1 ? undefined : { line: lineOf(text, at) + odd, reason: 'length' }
}

/**
 * Adds the first odd line of a body to a mistake in its bytes, if the line can be the reason.
 *
 * @param at index of the body in the text, whose lines are counted
 */
export function withOddLine(
  mistake: KeyMistake,
  text: string,
  body: string = text,
  at = 0
): KeyMistake {
  if (mistake.mistake !== 'damaged' && mistake.mistake !== 'cut-short') return mistake
  const oddLine = findOddLine(text, body, at)
  return oddLine === undefined ? mistake : { ...mistake, oddLine }
}

/** Index of the first character that is invalid in base64, or -1. */
function strayCharacter(text: string): number {
  const stray = text.search(/[^A-Za-z0-9+/_=\s-]/)
  const padding = text.indexOf('=')
  if (padding === -1 || /^[=\s]*$/.test(text.slice(padding))) {
    return stray
  }
  return stray === -1 ? padding : Math.min(stray, padding)
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split(LINE_END).length
}

/**
 * What people store instead of a private key. The first pattern that matches decides, so narrow
 * patterns come first. Every pattern takes linear time.
 */
const LOOKALIKES: readonly (readonly [KeyLookalike, ...RegExp[]])[] = [
  ['asterisks', /^[*•●\s]+$/],
  ['expression', /^\$\{\{/, /^(?:secrets|vars|env|inputs|github)\.\w+$/i],
  ['variable', /^\$(?:\w+|env:\w+|\{[^}]*\}|\([^)]*\))$/i, /^%\w+%$/],
  ['name', /^[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,6}$/],
  ['client-secret', /^[0-9a-f]{40}$/i],
  ['fingerprint', /^SHA256:\s*\S+$/i, /^(?:[0-9a-f]{2}:){15,31}[0-9a-f]{2}$/i],
  // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
  ['token', /^(?:gh[a-z]_|github_pat_)\S+$/, /^v1\.[0-9a-f]{40}$/],
  ['jwt', /^(?:bearer\s+)?ey[\w+/=\s-]*\.[\w+/=\s-]+\.[\w+/=\s-]*$/i],
  ['client-id', /^Iv\d[\w.]{6,30}$/],
  ['app-id', /^\d{1,12}$/],
  // An OpenSSH public key: its type, and base64 that starts with the type again (RFC 4253).
  ['public-key', /^(?:ssh|ecdsa|sk)-\S+\s+AAAA/, /^AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh)/],
  ['putty', /^PuTTY-User-Key-File-/],
  ['json', /^[[{]/],
  [
    'path',
    /^(?=[^\r\n]{1,255}$)(?:file:|[a-z]:[\\/]|~[\\/]|\.{0,2}\\|\.{1,2}\/)\S/i,
    /^(?=[^\r\n]{1,255}$)\/(?:[\w.@~ +-]+\/|[\w ~+-]*\.\w)\S/,
    /^[^\r\n"'<>|]{1,255}\.(?:pem|key|der|p8|pk8|p12|pfx|ppk|crt|cer|txt|rsa)$/i
  ],
  ['binary', /[^\P{Cc}\s]|\ufffd/u]
]

/** What a text looks like, if it looks like something that people store instead of a key. */
export function lookalikeOf(text: string): KeyLookalike | undefined {
  return LOOKALIKES.find(([, ...patterns]) => patterns.some((one) => one.test(text)))?.[0]
}

/** A BEGIN line without some of its dashes. */
const BROKEN_BEGIN = /BEGIN\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/

/** Base64 of what a key starts with: DER, its PEM, that in base64 again, OpenSSH's magic. */
const STARTS = /^(?:MII[A-Za-z0-9+/_-]{60}|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt)/

/** Says what a text without a key is. The outermost text comes first, and decides. */
export function recognize(texts: readonly [string, ...string[]]): KeyMistake {
  for (const text of texts) {
    if (text === '') return { mistake: 'empty' }
    const look = lookalikeOf(text)
    if (look !== undefined) return notAKey(look)
  }
  if (texts.some((text) => BROKEN_BEGIN.test(text))) return { mistake: 'broken-dashes' }
  const start = texts.find((text) => STARTS.test(text))
  return start === undefined
    ? { mistake: 'no-begin-line', length: texts[0].length }
    : withOddLine(DAMAGED, start)
}
