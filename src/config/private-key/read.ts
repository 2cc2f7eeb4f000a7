import { invalid, valid, type Parsed } from '../../parsed'
import { explainKeyMistake, type PrivateKeyInput } from './explain'
import { keyIn, type PrivateKey } from './key'
import { LONGEST_TEXT } from './limits'
import { mistaken, type Found } from './mistake'
import { keyInPem } from './pem'
import { recognise } from './recognise'
import { secretsIn } from './secrets'
import { unwrap, type Unwrapped } from './unwrap'

export type { PrivateKeyInput } from './explain'
export type { PrivateKey } from './key'

/** What became of the text of a private key. */
export interface PrivateKeyReading {
  /**
   * What must be masked before anything else is said, whether or not a key was found: the text as
   * it came and every step of its decoding, by lines of 16 or more characters, armour left out.
   */
  readonly secrets: readonly string[]
  readonly result: Parsed<PrivateKey>
}

/**
 * Reads the App's RSA private key from whatever shape people store it in: PEM (RFC 7468) of PKCS#1,
 * PKCS#8 or OpenSSH, or its base64 without armour; escaped, quoted, indented, on one line, in
 * base64 or base64url once or twice, beside a public key or certificate. Where it cannot be had,
 * says what is there instead, and shows none of it.
 */
export function readPrivateKey(text: string, input: PrivateKeyInput): PrivateKeyReading {
  const tooLong = text.length > LONGEST_TEXT
  const unwrapped: Unwrapped = tooLong ? { texts: [text], core: text } : unwrap(text)
  const key: Found<PrivateKey> = tooLong
    ? mistaken({ kind: 'too-long', characters: text.length })
    : keyWithin(unwrapped)
  return {
    secrets: secretsIn(unwrapped),
    result: key.ok ? valid(key.value) : invalid(explainKeyMistake(key.mistake, input))
  }
}

function keyWithin({ texts, core }: Unwrapped): Found<PrivateKey> {
  if (typeof core !== 'string') {
    return keyIn(core)
  }
  return keyInPem(core) ?? mistaken(recognise(texts))
}
