import { DAMAGED, found, LONGEST_TEXT, mistaken, type Found } from './mistakes'

/** Where the content of a DER element lies (X.690: identifier, length, content). */
export interface DerElement {
  readonly tag: number
  readonly start: number
  /** May lie behind the last byte: the element announces more than there is. */
  readonly end: number
}

export const INTEGER = 0x02
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04
export const SEQUENCE = 0x30

/** No key that fits in 64 KiB of text needs more than three bytes to tell its length. */
const MOST_LENGTH_BYTES = 3

/** The element whose identifier stands at a place. Undefined where there is no definite length. */
export function elementAt(der: Buffer, at: number): DerElement | undefined {
  const tag = der[at]
  const first = der[at + 1]
  if (tag === undefined || first === undefined) {
    return undefined
  }
  if (first < 0x80) {
    return { tag, start: at + 2, end: at + 2 + first }
  }
  const count = first - 0x80
  const start = at + 2 + count
  if (count === 0 || count > MOST_LENGTH_BYTES || start > der.length) {
    return undefined
  }
  return { tag, start, end: start + der.readUIntBE(at + 2, count) }
}

/** The elements inside an element, which they must fill exactly. */
export function childrenOf(der: Buffer, parent: DerElement): DerElement[] | undefined {
  const children: DerElement[] = []
  let at = parent.start
  while (at < parent.end) {
    const child = elementAt(der, at)
    if (child === undefined || child.end > parent.end || child.end > der.length) {
      return undefined
    }
    children.push(child)
    at = child.end
  }
  return children
}

/** The content of an element. */
export function contentOf(der: Buffer, element: DerElement): Buffer {
  return der.subarray(element.start, element.end)
}

/**
 * Whether bytes start like a key or certificate: a SEQUENCE whose first element is an INTEGER or a
 * SEQUENCE and lies within it. Bytes of a password that happens to be base64 do not.
 */
export function looksLikeDer(bytes: Buffer): boolean {
  const outer = elementAt(bytes, 0)
  if (outer?.tag !== SEQUENCE) {
    return false
  }
  const first = elementAt(bytes, outer.start)
  return (first?.tag === INTEGER || first?.tag === SEQUENCE) && first.end <= outer.end
}

/** The RSA numbers in a key's bytes: PKCS#1 or PKCS#8 DER, or OpenSSH's own form. */
export function numbersIn(bytes: Buffer): Found<RsaNumbers> {
  return isOpenSsh(bytes) ? openSshNumbers(bytes) : derNumbers(bytes)
}

function derNumbers(der: Buffer): Found<RsaNumbers> {
  const outer = elementAt(der, 0)
  if (outer?.tag !== SEQUENCE || outer.end > LONGEST_TEXT) {
    return mistaken(DAMAGED)
  }
  if (outer.end > der.length) {
    const announced = outer.end
    return mistaken({ kind: 'cut-short', bytes: der.length, announced, spot: undefined })
  }
  const parts = childrenOf(der, outer)
  return parts === undefined ? mistaken(DAMAGED) : SHAPES[shapeOf(parts)](der, parts)
}

type Shape =
  | 'pkcs1'
  | 'pkcs8'
  | 'multi-prime'
  | 'encrypted'
  | 'ec'
  | 'dsa'
  | 'public-key'
  | 'certificate'
  | 'pkcs12'
  | 'none'

/**
 * What a DER structure is, told by the types of its elements: the ASN.1 of RFC 8017 (PKCS#1),
 * RFC 5958 (PKCS#8, plain and encrypted), RFC 5915 (EC), OpenSSL's DSA, RFC 5280 (public key and
 * certificate) and RFC 7292 (PKCS#12) have no shape in common.
 */
function shapeOf(parts: readonly DerElement[]): Shape {
  const tags = parts.map((part) => LETTERS.get(part.tag) ?? '?').join('')
  return SHAPES_BY_TAGS.find(([pattern]) => pattern.test(tags))?.[1] ?? 'none'
}

const LETTERS = new Map([
  [INTEGER, 'i'],
  [BIT_STRING, 'b'],
  [OCTET_STRING, 'o'],
  [SEQUENCE, 's']
])

const SHAPES_BY_TAGS: readonly (readonly [RegExp, Shape])[] = [
  [/^i{9}$/, 'pkcs1'],
  [/^iso/, 'pkcs8'],
  [/^i{9}s$/, 'multi-prime'],
  [/^so$/, 'encrypted'],
  [/^io/, 'ec'],
  [/^i{6}$/, 'dsa'],
  [/^(?:sb|ii)$/, 'public-key'],
  [/^ssb$/, 'certificate'],
  [/^iss?$/, 'pkcs12']
]

type Reader = (der: Buffer, parts: readonly DerElement[]) => Found<RsaNumbers>

const SHAPES: Readonly<Record<Shape, Reader>> = {
  pkcs1: pkcs1Numbers,
  pkcs8: pkcs8Numbers,
  'multi-prime': () => mistaken({ kind: 'not-rsa', algorithm: 'multi-prime RSA' }),
  encrypted: () => mistaken({ kind: 'encrypted' }),
  ec: () => mistaken({ kind: 'not-rsa', algorithm: 'EC' }),
  dsa: () => mistaken({ kind: 'not-rsa', algorithm: 'DSA' }),
  'public-key': () => mistaken({ kind: 'public-key' }),
  certificate: () => mistaken({ kind: 'certificate' }),
  pkcs12: () => mistaken({ kind: 'pkcs12' }),
  none: () => mistaken(DAMAGED)
}

/** RSAPrivateKey of RFC 8017, appendix A.1.2; version 0 is the one with two primes. */
function pkcs1Numbers(der: Buffer, parts: readonly DerElement[]): Found<RsaNumbers> {
  const [version, n, e, d, p, q, dp, dq, qi] = parts.map((part) => unsigned(contentOf(der, part)))
  if (!n || !e || !d || !p || !q || !dp || !dq || !qi || version?.length !== 0) {
    return mistaken(DAMAGED)
  }
  return found({ n, e, d, p, q, dp, dq, qi })
}

/** PrivateKeyInfo and OneAsymmetricKey of RFC 5958: version, algorithm, key. */
function pkcs8Numbers(der: Buffer, parts: readonly DerElement[]): Found<RsaNumbers> {
  const [, algorithm, key] = parts
  const [oid] = (algorithm && childrenOf(der, algorithm)) ?? []
  const name = oid && ALGORITHMS.get(contentOf(der, oid).toString('hex'))
  if (name === undefined || key === undefined) {
    return mistaken(DAMAGED)
  }
  return name === 'RSA'
    ? wrappedNumbers(contentOf(der, key))
    : mistaken({ kind: 'not-rsa', algorithm: name })
}

/** The PKCS#1 key inside of PKCS#8: where it does not fill its place, it was damaged, not cut. */
function wrappedNumbers(der: Buffer): Found<RsaNumbers> {
  const outer = elementAt(der, 0)
  const parts = outer?.end === der.length ? childrenOf(der, outer) : undefined
  return parts !== undefined && shapeOf(parts) === 'pkcs1'
    ? pkcs1Numbers(der, parts)
    : mistaken(DAMAGED)
}

/** The algorithms a key may name, by the bytes of their object identifiers. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['2a864886f70d010101', 'RSA'],
  ['2a864886f70d01010a', 'RSA-PSS'],
  ['2a864886f70d010301', 'DH'],
  ['2a8648ce3d0201', 'EC'],
  ['2a8648ce380401', 'DSA'],
  ['2b656e', 'X25519'],
  ['2b656f', 'X448'],
  ['2b6570', 'Ed25519'],
  ['2b6571', 'Ed448']
])

const MAGIC = Buffer.from('openssh-key-v1\0', 'latin1')

/** Key types of OpenSSH that people make, in the words they know them by. */
const OPENSSH_ALGORITHMS: readonly (readonly [RegExp, string])[] = [
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
    const algorithm = OPENSSH_ALGORITHMS.find(([pattern]) => pattern.test(name))?.[1]
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

/**
 * The numbers of an RSA private key with two primes, under the names of RFC 7518 (section 6.3);
 * unsigned, most significant byte first, no leading zeros.
 */
export interface RsaNumbers {
  readonly n: Buffer
  readonly e: Buffer
  readonly d: Buffer
  readonly p: Buffer
  readonly q: Buffer
  readonly dp: Buffer
  readonly dq: Buffer
  readonly qi: Buffer
}

/** An INTEGER's or mpint's content as an unsigned number. */
export function unsigned(content: Buffer): Buffer {
  const first = content.findIndex((byte) => byte !== 0)
  return first === -1 ? Buffer.alloc(0) : content.subarray(first)
}

/** A number as arithmetic needs it. */
export function toBigInt(number: Buffer): bigint {
  return BigInt(`0x0${number.toString('hex')}`)
}

/** A number as keys hold it. */
export function fromBigInt(number: bigint): Buffer {
  const hex = number.toString(16)
  return unsigned(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'))
}

/** How many bits the modulus has: the size people name a key by. */
export function modulusBits({ n }: RsaNumbers): number {
  return toBigInt(n).toString(2).length
}

/**
 * Whether the numbers fit together (RFC 8017, section 3.2). OpenSSL takes any numbers for a key:
 * of the single characters that a PEM file can have wrong, it notices 4 in 100. The signatures of
 * such a key are wrong, and GitHub's answer to those does not tell it from another App's key.
 */
export function fitTogether(numbers: RsaNumbers): boolean {
  const [n, e, d] = [toBigInt(numbers.n), toBigInt(numbers.e), toBigInt(numbers.d)]
  const [p, q] = [toBigInt(numbers.p), toBigInt(numbers.q)]
  // With an even number, OpenSSL refuses to sign.
  if (p < 3n || q < 3n || n % 2n === 0n || n !== p * q) {
    return false
  }
  const [dp, dq] = [toBigInt(numbers.dp), toBigInt(numbers.dq)]
  return (
    dp === d % (p - 1n) &&
    dq === d % (q - 1n) &&
    (e * dp) % (p - 1n) === 1n &&
    (e * dq) % (q - 1n) === 1n &&
    (toBigInt(numbers.qi) * q) % p === 1n
  )
}
