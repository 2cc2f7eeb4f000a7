import { hasBrokenArmour } from './armour'
import type { ForeignKind, KeyMistake } from './mistake'
import { spotIn } from './spot'

/**
 * What people paste in the place of a private key, by how it looks. The first that fits wins, so
 * the narrower patterns come first. Every pattern is anchored and takes linear time.
 */
const LOOKS: readonly (readonly [ForeignKind, RegExp])[] = [
  ['empty', /^$/],
  ['asterisks', /^[*•●\s]+$/],
  ['expression', /^\$\{\{/],
  ['variable', /^\$(?:\w+|env:\w+|\{[^}]*\}|\([^)]*\))$/i],
  ['variable', /^%\w+%$/],
  ['client-secret', /^[0-9a-f]{40}$/i],
  ['fingerprint', /^SHA256:\s*\S+$/i],
  ['fingerprint', /^(?:[0-9a-f]{2}:){15,31}[0-9a-f]{2}$/i],
  // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
  ['token', /^(?:gh[a-z]_|github_pat_)\S+$/],
  ['token', /^v1\.[0-9a-f]{40}$/],
  ['jwt', /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/],
  ['client-id', /^Iv\d[\w.]{6,30}$/],
  ['app-id', /^\d{1,12}$/],
  // An OpenSSH public key: its type, and base64 that starts with the type again (RFC 4253).
  ['public-key', /^(?:ssh|ecdsa|sk)-\S+\s+AAAA/],
  ['public-key', /^AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh)/],
  ['putty', /^PuTTY-User-Key-File-/],
  ['json', /^[[{]/],
  ['path', /^(?=[^\r\n]{1,255}$)(?:file:|[a-z]:[\\/]|~[\\/]|\.{0,2}\\|\.{1,2}\/)\S/i],
  ['path', /^(?=[^\r\n]{1,255}$)\/(?:[\w.@~ +-]+\/|[\w ~+-]*\.\w)\S/],
  ['path', /^[^\r\n"'<>|]{1,255}\.(?:pem|key|der|p8|pk8|p12|pfx|ppk|crt|cer|txt|rsa)$/i],
  ['binary', /[^\P{Cc}\s]|\ufffd/u]
]

/** Base64 of what a key starts with: DER, its PEM, that in base64 again, OpenSSH's magic. */
const STARTS = /^(?:MII[A-Za-z0-9+/_-]{60}|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt)/

/** What a text without a key in it is; texts come outermost first, and the outermost decides. */
export function recognise(texts: readonly [string, ...string[]]): KeyMistake {
  for (const text of texts) {
    const look = LOOKS.find(([, pattern]) => pattern.test(text))
    if (look !== undefined) {
      return { kind: look[0] }
    }
  }
  if (texts.some(hasBrokenArmour)) {
    return { kind: 'broken-dashes' }
  }
  const start = texts.find((text) => STARTS.test(text))
  return start === undefined
    ? { kind: 'unknown', characters: texts[0].length }
    : { kind: 'damaged', spot: spotIn(start) }
}
