import { createHash, createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { invalid, valid, type Parsed } from '../parsed'
import { fitTogether, fromBigInt, modulusBits, numbersIn, type RsaNumbers } from './formats'
import {
  DAMAGED,
  explainKeyMistake,
  FEWEST_BITS,
  found,
  LONGEST_TEXT,
  mistaken,
  MOST_BITS,
  recognise,
  spotIn,
  strayCharacter,
  type ForeignKind,
  type Found,
  type KeyMistake,
  type PrivateKeyInput
} from './mistakes'
import { secretsIn } from './secrets'
import { base64Bytes, pemBlocks, unwrap, type PemBlock, type Unwrapped } from './unwrap'

export type { PrivateKeyInput } from './mistakes'

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

/** What people keep in the same file as a key, by label: none of it is in the way of the key. */
const BESIDE = /PUBLICKEY$|CERTIFICATE$|REQUEST$|PARAMETERS$|CRL$/

/** Labels of private keys that GitHub takes in no form, whatever is left of them. */
const REFUSED: ReadonlyMap<string, KeyMistake> = new Map<string, KeyMistake>([
  ['ECPRIVATEKEY', { kind: 'not-rsa', algorithm: 'EC' }],
  ['DSAPRIVATEKEY', { kind: 'not-rsa', algorithm: 'DSA' }],
  ['ENCRYPTEDPRIVATEKEY', { kind: 'encrypted' }],
  ['SSH2ENCRYPTEDPRIVATEKEY', { kind: 'encrypted' }],
  ['PGPPRIVATEKEYBLOCK', { kind: 'pgp' }],
  ['PGPPUBLICKEYBLOCK', { kind: 'pgp' }]
])

/** The one private key among the PEM blocks of a text; undefined where there are no blocks. */
export function keyInPem(text: string): Found<PrivateKey> | undefined {
  const blocks = pemBlocks(text)
  const [first] = blocks
  if (first === undefined) {
    return undefined
  }
  const keys = blocks.filter((block) => !BESIDE.test(block.label))
  const whole = keys.filter((block) => block.missing !== 'first-line' && hasBody(block))
  // A stray END line, or a BEGIN line pasted twice, does no harm beside a key.
  const [key, ...others] = (whole.length > 0 ? whole : keys).map((block) => keyInBlock(text, block))
  return key === undefined ? mistaken({ kind: besideKind(first) }) : theOnly(key, others)
}

function hasBody(block: PemBlock): boolean {
  return /[A-Za-z0-9]/.test(block.body)
}

/** The same key twice is one key; of two different ones, nobody could say which is meant. */
function theOnly(
  first: Found<PrivateKey>,
  others: readonly Found<PrivateKey>[]
): Found<PrivateKey> {
  const all = [first, ...others]
  const fingerprints = new Set(all.map((one) => (one.ok ? one.value.fingerprint : '')))
  const different = fingerprints.size > 1 && all.some((one) => one.ok)
  return different ? mistaken({ kind: 'several', count: fingerprints.size }) : first
}

function besideKind(block: PemBlock): ForeignKind {
  return block.label.endsWith('PUBLICKEY') ? 'public-key' : 'certificate'
}

function keyInBlock(text: string, block: PemBlock): Found<PrivateKey> {
  const mistake = REFUSED.get(block.label) ?? unusable(block)
  if (mistake !== undefined) {
    return mistaken(mistake)
  }
  const body = withoutHeaders(block.body)
  const bytes = strayCharacter(body) === -1 ? base64Bytes(body) : undefined
  const key = bytes === undefined ? mistaken<PrivateKey>(DAMAGED) : keyIn(bytes)
  return key.ok ? key : mistaken(withSpot(key.mistake, text, body, block.at))
}

/** Headers of RFC 1421 become blanks, so that every place in the text stays where it is. */
function withoutHeaders(body: string): string {
  return body.includes(':')
    ? body.replace(/^[ \t]*[A-Za-z-]{1,40}:.*$/gm, (line) => ' '.repeat(line.length))
    : body
}

/** What can be told without a look at the bytes. */
function unusable(block: PemBlock): KeyMistake | undefined {
  if (/Proc-Type:\s{0,9}4,\s{0,9}ENCRYPTED/.test(block.body)) {
    return { kind: 'encrypted' }
  }
  if (block.missing === 'nothing') {
    return hasBody(block) ? undefined : { kind: 'no-body' }
  }
  if (block.missing === 'first-line') {
    return { kind: 'no-first-line' }
  }
  return { kind: hasBody(block) ? 'no-last-line' : 'first-line-only' }
}

/** A mistake in the bytes often shows in the text: the line that gives it away is worth telling. */
function withSpot(mistake: KeyMistake, text: string, body: string, at: number): KeyMistake {
  return mistake.kind === 'damaged' || mistake.kind === 'cut-short'
    ? { ...mistake, spot: spotIn(text, body, at) }
    : mistake
}

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
