import { LONGEST_TEXT } from './limits'
import { DAMAGED, found, mistaken, type Found } from './mistake'
import { fromBigInt, toBigInt, unsigned, type RsaNumbers } from './rsa-numbers'

const MAGIC = Buffer.from('openssh-key-v1\0', 'latin1')

/** Key types of OpenSSH that people make, in the words they know them by. */
const ALGORITHMS: readonly (readonly [RegExp, string])[] = [
  [/ed25519/, 'Ed25519'],
  [/ecdsa/, 'EC'],
  [/dss/, 'DSA']
]

/** Whether the bytes are what OpenSSH puts into its `OPENSSH PRIVATE KEY` files. */
export function isOpenSsh(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC)
}

/**
 * The RSA numbers in OpenSSH's own key format, which Node does not read: the magic, cipher, KDF
 * and its options, the number of keys, the public key, the private part (OpenSSH, PROTOCOL.key).
 */
export function openSshNumbers(bytes: Buffer): Found<RsaNumbers> {
  const head = fieldsAt(bytes, MAGIC.length, 3)
  if (!head.ok) {
    return head
  }
  const keys = head.value.end
  const [cipher] = head.value.fields
  if (cipher?.toString('latin1') !== 'none') {
    return mistaken({ kind: 'encrypted' })
  }
  const body = fieldsAt(bytes, keys + 4, 2)
  if (!body.ok) {
    return body
  }
  const secret = body.value.fields[1]
  return secret === undefined || bytes.readUInt32BE(keys) !== 1
    ? mistaken(DAMAGED)
    : secretNumbers(secret)
}

/** The private part: a number twice (what proves a passphrase right), the key type, its numbers. */
function secretNumbers(secret: Buffer): Found<RsaNumbers> {
  const type = fieldsAt(secret, 8, 1)
  const name = type.ok ? type.value.fields[0]?.toString('latin1') : undefined
  if (!type.ok || name === undefined || !secret.subarray(0, 4).equals(secret.subarray(4, 8))) {
    return mistaken(DAMAGED)
  }
  if (name !== 'ssh-rsa') {
    const algorithm = ALGORITHMS.find(([pattern]) => pattern.test(name))?.[1]
    return mistaken(algorithm === undefined ? DAMAGED : { kind: 'not-rsa', algorithm })
  }
  const numbers = fieldsAt(secret, type.value.end, 6)
  return numbers.ok ? withExponents(numbers.value.fields.map(unsigned)) : mistaken(DAMAGED)
}

/** OpenSSH leaves out the exponents modulo the primes minus one; the rest follows from them. */
function withExponents(numbers: readonly Buffer[]): Found<RsaNumbers> {
  const [n, e, d, qi, p, q] = numbers
  if (!n || !e || !d || !qi || !p || !q || toBigInt(p) < 3n || toBigInt(q) < 3n) {
    return mistaken(DAMAGED)
  }
  const dp = fromBigInt(toBigInt(d) % (toBigInt(p) - 1n))
  const dq = fromBigInt(toBigInt(d) % (toBigInt(q) - 1n))
  return found({ n, e, d, p, q, dp, dq, qi })
}

interface Fields {
  readonly fields: readonly Buffer[]
  /** Where the byte behind the last of them is. */
  readonly end: number
}

/** So many fields, one behind the other, each after its length in four bytes (RFC 4251, section 5). */
function fieldsAt(bytes: Buffer, from: number, count: number): Found<Fields> {
  const fields: Buffer[] = []
  let at = from
  while (fields.length < count) {
    const start = at + 4
    const end = start > bytes.length ? start : start + bytes.readUInt32BE(at)
    if (end > LONGEST_TEXT) {
      return mistaken(DAMAGED)
    }
    if (end > bytes.length) {
      return mistaken({ kind: 'cut-short', bytes: bytes.length, announced: end, spot: undefined })
    }
    fields.push(bytes.subarray(start, end))
    at = end
  }
  return found({ fields, end: at })
}
