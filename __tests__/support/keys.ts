import {
  checkPrimeSync,
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject
} from 'node:crypto'

/** A key pair in all forms that people use. */
export interface TestKey {
  readonly privateKey: KeyObject
  readonly pkcs1: string
  readonly pkcs8: string
  readonly openSsh: string
  readonly publicKey: string
  /** As OpenSSL makes it: the SHA-256 of the public key's SubjectPublicKeyInfo. */
  readonly fingerprint: string
}

let made = 0

/**
 * Creates an RSA key. Each call returns another key, and each run of the tests the same keys. With
 * 2048 bits this takes a moment, so create each key once.
 */
export function makeRsaKey(bits = 2048): TestKey {
  return testKey(seededRsaKey(`key ${++made}`, bits))
}

/** An existing RSA key in all forms. */
export function testKey(privateKey: KeyObject): TestKey {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return {
    privateKey,
    pkcs1: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    pkcs8: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    openSsh: pem('OPENSSH PRIVATE KEY', openSshBytes('ssh-rsa', openSshNumbers(privateKey))),
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: `SHA256:${createHash('sha256').update(spki).digest('base64')}`
  }
}

/** PEM with lines of 64 characters (RFC 7468). */
export function pem(label: string, bytes: Buffer): string {
  const body = wrapped(bytes.toString('base64'), 64)
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`
}

/** A text, cut into lines of the same length. */
export function wrapped(text: string, width: number): string {
  const lines: string[] = []
  for (let at = 0; at < text.length; at += width) {
    lines.push(text.slice(at, at + width))
  }
  return lines.join('\n')
}

/** The body of a PEM text in one line, without its armour. */
export function bodyOf(text: string): string {
  return text.replace(/-----[^-]+-----/g, '').replace(/\s/g, '')
}

/** OpenSSH's key file (OpenSSH, PROTOCOL.key) with the fields of its private part. */
export function openSshBytes(type: string, fields: readonly Buffer[], cipher = 'none'): Buffer {
  const check = Buffer.from('00c0ffee', 'hex')
  const secret = [check, check, field(type), ...fields.map(field), field('mona@example')]
  const blank = (8 - (Buffer.concat(secret).length % 8)) % 8
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, blank))
  return Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field(cipher),
    field(cipher === 'none' ? 'none' : 'bcrypt'),
    field(''),
    Buffer.from([0, 0, 0, 1]),
    field(Buffer.concat([field(type), ...fields.slice(0, 2).map(field)])),
    field(Buffer.concat([...secret, padding]))
  ])
}

/** n, e, d, q⁻¹ mod p, p, q: the order in which OpenSSH writes an RSA key. */
export function openSshNumbers(privateKey: KeyObject): Buffer[] {
  const { n, e, d, qi, p, q } = privateKey.export({ format: 'jwk' })
  return [n, e, d, qi, p, q].map((number) => mpint(Buffer.from(number ?? '', 'base64url')))
}

function mpint(number: Buffer): Buffer {
  return (number[0] ?? 0) < 0x80 ? number : Buffer.concat([Buffer.from([0]), number])
}

function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** An element of DER (X.690), with its length in the shortest form. */
export function derElement(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const size = content.length
  const head = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

/** The outer structure of a certificate: SEQUENCE of SEQUENCE, SEQUENCE, BIT STRING. */
export function certificateBytes(): Buffer {
  const part = derElement(0x30, derElement(0x04, Buffer.alloc(200, 7)))
  return derElement(0x30, part, part, derElement(0x03, Buffer.alloc(257, 1)))
}

const EXPONENT = 65537n

/**
 * An RSA key that is the same in every run, so that a test that damages a key always damages the
 * same one. It protects nothing. It takes no longer than a random key.
 */
export function seededRsaKey(seed: string, bits = 2048): KeyObject {
  const p = primeFrom(`${seed} p`, bits / 2)
  const q = primeFrom(`${seed} q`, bits / 2)
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n))
  const numbers = {
    n: p * q,
    e: EXPONENT,
    d,
    p,
    q,
    dp: d % (p - 1n),
    dq: d % (q - 1n),
    qi: inverse(q, p)
  }
  const fields = Object.entries(numbers).map(([name, value]) => [name, base64Url(value)] as const)
  const key: JsonWebKey = { kty: 'RSA', ...Object.fromEntries(fields) }
  return createPrivateKey({ format: 'jwk', key })
}

/**
 * How far the primes of the App's key are from their starting points: nearly every test file has this
 * key, and finding it takes longer than most tests.
 */
const KNOWN_DISTANCES: Readonly<Record<string, bigint>> = { 'app p 1024': 8n, 'app q 1024': 844n }

/** The first prime that fits, from a starting point that the seed decides. */
function primeFrom(seed: string, bits: number): bigint {
  const start = seededBytes(seed, bits / 8)
  // The two highest bits are set, so that the product of two primes has the full length.
  start.writeUInt8(start.readUInt8(0) | 0xc0, 0)
  let candidate = BigInt(`0x${start.toString('hex')}`) | 1n
  const distance = KNOWN_DISTANCES[`${seed} ${bits}`]
  if (distance !== undefined) return candidate + distance
  while (candidate % EXPONENT === 1n || !checkPrimeSync(candidate)) candidate += 2n
  return candidate
}

/** Bytes that look random and are the same in every run. */
export function seededBytes(seed: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash('sha512').update(`${seed} ${index}`).digest()
  )
  return Buffer.concat(blocks).subarray(0, length)
}

/** The number that gives 1 when multiplied by `value`, modulo `modulus` (extended Euclid). */
function inverse(value: bigint, modulus: bigint): bigint {
  let [high, low] = [modulus, value % modulus]
  let [before, now] = [0n, 1n]
  while (low !== 0n) {
    const quotient = high / low
    ;[high, low] = [low, high - quotient * low]
    ;[before, now] = [now, before - quotient * now]
  }
  return ((before % modulus) + modulus) % modulus
}

function base64Url(value: bigint): string {
  const digits = value.toString(16)
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString(
    'base64url'
  )
}
