import { createPublicKey, type KeyObject } from 'node:crypto'
import { readBytes } from './files'
import { SetupError } from './problem'

/** No service gives a shorter one, and a very short one cannot wrap anything. */
const MIN_MODULUS_LENGTH = 2048

/** The public key of a key service, from a file. Raises {@link SetupError}. */
export function readWrappingKey(path: string): Buffer {
  const bytes = readBytes(path)
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = publicKeyOf(bytes)
    const length = asymmetricKeyDetails?.modulusLength ?? 0
    if (asymmetricKeyType === 'rsa' && length >= MIN_MODULUS_LENGTH) return bytes
  } catch {
    // What OpenSSL says of other bytes does not help anybody.
  }
  throw new SetupError({ kind: 'wrapping-key-unusable', path })
}

function publicKeyOf(bytes: Buffer): KeyObject {
  const isPem = bytes.includes('-----BEGIN')
  return createPublicKey(isPem ? bytes : { key: bytes, format: 'der', type: 'spki' })
}
