import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { seededRsaKey } from './seeded-key'

/** A key pair in the forms that people have it in. */
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
 * Makes an RSA key. Each key is another one, and the same in every run. With 2048 bits that takes a
 * moment, so make each key once.
 */
export function makeRsaKey(bits = 2048): TestKey {
  return testKey(seededRsaKey(`key ${++made}`, bits))
}

/** An RSA key that is there already, in all forms. */
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

/** A text in lines of a width. */
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

/** A DER element (X.690) for the structures that no library here writes. */
export function derElement(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), content])
}

/** What a certificate looks like from the outside: SEQUENCE of SEQUENCE, SEQUENCE, BIT STRING. */
export function certificateBytes(): Buffer {
  const part = derElement(0x30, derElement(0x04, Buffer.alloc(200, 7)))
  return derElement(0x30, part, part, derElement(0x03, Buffer.alloc(257, 1)))
}
