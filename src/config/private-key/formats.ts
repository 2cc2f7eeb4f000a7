import type { JsonWebKey } from 'node:crypto'
import type { KeyMistake } from '../../problems/credential-problem'
import { DAMAGED, isMistake, MAX_TEXT_LENGTH, notAKey, notRsa } from './mistakes'

/** A key in a form that node:crypto can import. Only the import shows whether it is a key. */
export type ImportableKey =
  | { readonly format: 'der'; readonly type: 'pkcs1' | 'pkcs8'; readonly key: Buffer }
  | { readonly format: 'jwk'; readonly key: JsonWebKey }

/** Finds out in which format a key is, or what the bytes are instead. */
export function importableKey(bytes: Buffer): ImportableKey | KeyMistake {
  return isOpenSsh(bytes) ? openSshKey(bytes) : derKey(bytes)
}

/**
 * Whether bytes start like a key or a certificate: OpenSSH's magic, or a DER SEQUENCE that starts
 * with an INTEGER or a SEQUENCE. A password that happens to be base64 does not.
 */
export function looksLikeKey(bytes: Buffer): boolean {
  const outer = elementAt(bytes, 0)
  if (outer?.tag !== SEQUENCE) {
    return isOpenSsh(bytes)
  }
  const first = elementAt(bytes, outer.start)
  return (first?.tag === INTEGER || first?.tag === SEQUENCE) && first.end <= outer.end
}

const INTEGER = 0x02
const SEQUENCE = 0x30

/** A letter for the type of each element that the structures below are made of (X.690). */
const LETTERS = new Map([
  [INTEGER, 'i'],
  [0x03, 'b'], // BIT STRING
  [0x04, 'o'], // OCTET STRING
  [SEQUENCE, 's']
])

/**
 * What a DER structure is, by the types of the elements in it: RFC 8017 (PKCS#1), RFC 5958 (PKCS#8,
 * plain and encrypted), RFC 5915 (EC), OpenSSL's DSA, RFC 5280 (public key and certificate) and
 * RFC 7292 (PKCS#12) all differ in these.
 */
const OUTLINES: readonly (readonly [RegExp, 'pkcs1' | 'pkcs8' | KeyMistake])[] = [
  [/^i{9}s?$/, 'pkcs1'],
  [/^iso/, 'pkcs8'],
  [/^so$/, { mistake: 'encrypted' }],
  [/^io/, notRsa('EC')],
  [/^i{6}$/, notRsa('DSA')],
  [/^(?:sb|ii)$/, notAKey('public-key')],
  [/^ssb$/, notAKey('certificate')],
  [/^iss?$/, notAKey('pkcs12')]
]

function derKey(bytes: Buffer): ImportableKey | KeyMistake {
  const outer = elementAt(bytes, 0)
  if (outer?.tag !== SEQUENCE || outer.end > MAX_TEXT_LENGTH) {
    return DAMAGED
  }
  if (outer.end > bytes.length) {
    return { mistake: 'cut-short', bytes: bytes.length, announced: outer.end }
  }
  const key = bytes.subarray(0, outer.end)
  const outline = outlineOf(key, outer.start)
  const type = OUTLINES.find(([pattern]) => pattern.test(outline))?.[1] ?? DAMAGED
  return typeof type === 'string' ? { format: 'der', type, key } : type
}

/** The types of the elements up to the end, a letter each; empty if they do not end there. */
function outlineOf(der: Buffer, start: number): string {
  let outline = ''
  let at = start
  while (at < der.length) {
    const element = elementAt(der, at)
    if (element === undefined || element.end > der.length) {
      return ''
    }
    outline += LETTERS.get(element.tag) ?? '?'
    at = element.end
  }
  return outline
}

interface DerElement {
  readonly tag: number
  readonly start: number
  /** Can be after the last byte, if the key is cut short. */
  readonly end: number
}

/** A longer length than three bytes can hold does not fit into the longest text. */
const MAX_LENGTH_BYTES = 3

/** The head of a DER element: its type, then its length. Undefined if there is no such head. */
function elementAt(der: Buffer, at: number): DerElement | undefined {
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
  if (count === 0 || count > MAX_LENGTH_BYTES || start > der.length) {
    return undefined
  }
  return { tag, start, end: start + der.readUIntBE(at + 2, count) }
}

const OPENSSH_MAGIC = Buffer.from('openssh-key-v1\0', 'latin1')

function isOpenSsh(bytes: Buffer): boolean {
  return bytes.subarray(0, OPENSSH_MAGIC.length).equals(OPENSSH_MAGIC)
}

/**
 * Reads OpenSSH's own format, which OpenSSL does not know: the magic, cipher, KDF and its options,
 * the number of keys, the public key, the private part (OpenSSH, PROTOCOL.key).
 */
function openSshKey(bytes: Buffer): ImportableKey | KeyMistake {
  const head = fieldsAt(bytes, OPENSSH_MAGIC.length, 3)
  if (isMistake(head)) {
    return head
  }
  if (String(head.fields[0]) !== 'none') {
    return { mistake: 'encrypted' }
  }
  const body = fieldsAt(bytes, head.end + 4, 2)
  if (isMistake(body)) {
    return body
  }
  const privatePart = body.fields[1]
  return privatePart !== undefined && bytes.readUInt32BE(head.end) === 1
    ? openSshPrivatePart(privatePart)
    : DAMAGED
}

/** Key types of OpenSSH that are not RSA, and the names that people know them by. */
const OPENSSH_ALGORITHMS: readonly (readonly [RegExp, string])[] = [
  [/ed25519/, 'Ed25519'],
  [/ecdsa/, 'EC'],
  [/dss/, 'DSA']
]

/** The private part: a number twice (with a passphrase, it is a check), the key type, the key. */
function openSshPrivatePart(bytes: Buffer): ImportableKey | KeyMistake {
  const type = fieldsAt(bytes, 8, 1)
  if (isMistake(type) || !bytes.subarray(0, 4).equals(bytes.subarray(4, 8))) {
    return DAMAGED
  }
  const name = String(type.fields[0])
  if (name !== 'ssh-rsa') {
    const algorithm = OPENSSH_ALGORITHMS.find(([pattern]) => pattern.test(name))?.[1]
    return algorithm === undefined ? DAMAGED : notRsa(algorithm)
  }
  const numbers = fieldsAt(bytes, type.end, 6)
  return isMistake(numbers) ? DAMAGED : jwkOf(numbers.fields)
}

/** The key as RFC 7518, section 6.3, writes it. OpenSSH leaves out dp and dq, so they are computed. */
function jwkOf(numbers: readonly Buffer[]): ImportableKey | KeyMistake {
  const [n, e, d, qi, p, q] = numbers.map((bytes) => BigInt(`0x0${bytes.toString('hex')}`))
  if (!n || !e || !d || !qi || !p || !q || p < 3n || q < 3n) {
    return DAMAGED
  }
  return {
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: base64url(n),
      e: base64url(e),
      d: base64url(d),
      p: base64url(p),
      q: base64url(q),
      dp: base64url(d % (p - 1n)),
      dq: base64url(d % (q - 1n)),
      qi: base64url(qi)
    }
  }
}

function base64url(number: bigint): string {
  const hex = number.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url')
}

interface Fields {
  readonly fields: readonly Buffer[]
  /** Index of the first byte after them. */
  readonly end: number
}

/** Reads fields that follow each other, each after its length in four bytes (RFC 4251, section 5). */
function fieldsAt(bytes: Buffer, from: number, count: number): Fields | KeyMistake {
  const fields: Buffer[] = []
  let at = from
  while (fields.length < count) {
    const start = at + 4
    const end = start > bytes.length ? start : start + bytes.readUInt32BE(at)
    if (end > MAX_TEXT_LENGTH) {
      return DAMAGED
    }
    if (end > bytes.length) {
      return { mistake: 'cut-short', bytes: bytes.length, announced: end }
    }
    fields.push(bytes.subarray(start, end))
    at = end
  }
  return { fields, end: at }
}
