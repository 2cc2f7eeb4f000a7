import { createHash } from 'node:crypto'
import { fromBigInt, type RsaNumbers } from './rsa-numbers'

/** AlgorithmIdentifier of rsaEncryption with its NULL (RFC 3279, section 2.3.1). */
const RSA_ENCRYPTION = Buffer.from('300d06092a864886f70d0101010500', 'hex')

/**
 * The fingerprint as the App's settings show it beside a key: `SHA256:` and the standard base64 of
 * the SHA-256 of the public key's SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7). The DER is put
 * together here, since having OpenSSL export it takes as long as reading the key.
 */
export function fingerprintOf({ n, e }: Pick<RsaNumbers, 'n' | 'e'>): string {
  const publicKey = element(0x30, element(0x02, signed(n)), element(0x02, signed(e)))
  const info = element(0x30, RSA_ENCRYPTION, element(0x03, Buffer.alloc(1), publicKey))
  return `SHA256:${createHash('sha256').update(info).digest('base64')}`
}

/** A leading zero keeps a number whose first bit is set from being read as negative. */
function signed(number: Buffer): Buffer {
  return number.readUInt8() < 0x80 ? number : Buffer.concat([Buffer.alloc(1), number])
}

function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.of(tag, ...derLength(content.length)), content])
}

function derLength(length: number): number[] {
  if (length < 0x80) {
    return [length]
  }
  const bytes = fromBigInt(BigInt(length))
  return [0x80 + bytes.length, ...bytes]
}
