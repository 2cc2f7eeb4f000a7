import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { fingerprintOf } from './fingerprint'
import { numbersIn } from './key-bytes'
import { FEWEST_BITS, MOST_BITS } from './limits'
import { DAMAGED, found, mistaken, type Found } from './mistake'
import { fitTogether, modulusBits, type RsaNumbers } from './rsa-numbers'

/** The App's private key, ready to sign. */
export interface PrivateKey {
  readonly key: KeyObject
  /**
   * As the App's settings show it beside each of its keys: `SHA256:` and the base64 of the SHA-256
   * of the public key's SubjectPublicKeyInfo, in full.
   */
  readonly fingerprint: string
}

/** The key in bytes that base64 held. */
export function keyIn(bytes: Buffer): Found<PrivateKey> {
  const numbers = numbersIn(bytes)
  if (!numbers.ok) {
    return numbers
  }
  const bits = modulusBits(numbers.value)
  if (bits > MOST_BITS) {
    return mistaken({ kind: 'too-large', bits })
  }
  if (!fitTogether(numbers.value)) {
    return mistaken(DAMAGED)
  }
  return bits < FEWEST_BITS ? mistaken({ kind: 'too-small', bits }) : found(keyFrom(numbers.value))
}

/**
 * OpenSSL takes a key in half the time as numbers (RFC 7517) that it takes as PEM or DER. It asks
 * less of them than that they fit together, so that it refuses none that do.
 */
function keyFrom(numbers: RsaNumbers): PrivateKey {
  const key = createPrivateKey({ format: 'jwk', key: jwkOf(numbers) })
  return { key, fingerprint: fingerprintOf(numbers) }
}

function jwkOf({ n, e, d, p, q, dp, dq, qi }: RsaNumbers): JsonWebKey {
  return {
    kty: 'RSA',
    n: n.toString('base64url'),
    e: e.toString('base64url'),
    d: d.toString('base64url'),
    p: p.toString('base64url'),
    q: q.toString('base64url'),
    dp: dp.toString('base64url'),
    dq: dq.toString('base64url'),
    qi: qi.toString('base64url')
  }
}
