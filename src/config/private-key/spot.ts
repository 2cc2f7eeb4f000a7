import { strayCharacter } from './base64'
import type { Spot } from './mistake'

const LINE_END = /\r\n|\r|\n/

/**
 * The first line of a base64 body that cannot be right: it has a character that base64 lacks, or
 * is not as long as the first (RFC 7468, section 2: all lines but the last are of one length).
 */
export function spotIn(text: string, body: string = text, at = 0): Spot | undefined {
  const stray = strayCharacter(body)
  if (stray !== -1) {
    return { line: lineOf(text, at + stray), sign: 'stray-character' }
  }
  const lines = body.split(LINE_END).map((line) => line.trim().length)
  const full = lines.find((length) => length > 0)
  const last = lines.findLastIndex((length) => length > 0)
  const odd = lines.findIndex((length, index) => length > 0 && index < last && length !== full)
  return odd === -1 ? undefined : { line: lineOf(text, at) + odd, sign: 'odd-length' }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(LINE_END).length
}
