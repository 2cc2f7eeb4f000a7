import { createHash, createPublicKey, type KeyObject } from 'node:crypto'

/**
 * The fingerprint of a key, as GitHub shows it in the App's settings: `SHA256:` and the hash of the public
 * half in base64. Raises an error if the text is not a key.
 *
 * @param key a private or a public key; a text is PEM
 */
export function fingerprintOf(key: KeyObject | string): string {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return `SHA256:${createHash('sha256').update(publicKey).digest('base64')}`
}
