import { createPrivateKey, sign, verify, type KeyObject } from 'node:crypto'
import { invalid, valid, type Parsed } from '../../parsed'
import type { KeyInput, KeyMistake } from '../../problems/credential-problem'
import { fingerprintOf } from './fingerprint'
import { importableKey, type ImportableKey } from './formats'
import {
  DAMAGED,
  isMistake,
  MAX_TEXT_LENGTH,
  notAKey,
  notRsa,
  recognize,
  withOddLine
} from './mistakes'
import { textsToMask } from './secrets'
import { base64Bytes, pemBlocks, unwrap, type PemBlock, type Unwrapped } from './unwrap'

/** The App's private key. It was checked: it can sign. */
export interface PrivateKey extends ImportedKey {
  readonly kind: 'pem'
  /** The input that it came from. */
  readonly input: KeyInput
}

interface ImportedKey {
  /** PKCS#8 as PEM, whatever form the key came in. */
  readonly pem: string
  /**
   * As the App's settings show it beside each of its keys: `SHA256:` and the base64 of the SHA-256
   * of the public key's SubjectPublicKeyInfo, in full.
   */
  readonly fingerprint: string
}

/** The result of reading the text of a private key. */
export interface PrivateKeyReading {
  /**
   * What must be masked before anything else is logged, whether or not a key was found: the text as
   * it came and every step of its decoding, by lines of 16 or more characters, without BEGIN and
   * END lines.
   */
  readonly secrets: readonly string[]
  readonly result: Parsed<PrivateKey>
}

/**
 * Reads the App's RSA private key in every form that people store it in: PEM (RFC 7468) of PKCS#1,
 * PKCS#8 or OpenSSH, or its base64 alone; escaped, quoted, indented, on one line, in base64 or
 * base64url once or twice, beside a public key or certificate. If there is no usable key, says what
 * the text is instead, and shows none of it.
 */
export function readPrivateKey(text: string, input: KeyInput): PrivateKeyReading {
  const unwrapped = unwrap(text)
  const key = findKey(unwrapped)
  return {
    secrets: textsToMask(unwrapped),
    result: isMistake(key)
      ? invalid({ kind: 'key-unusable', input, mistake: key })
      : valid({ kind: 'pem', ...key, input })
  }
}

type Found = ImportedKey | KeyMistake

function findKey({ texts, core }: Unwrapped): Found {
  if (typeof core !== 'string') {
    return keyFromBytes(core)
  }
  // Such a text is not unwrapped either.
  if (core.length > MAX_TEXT_LENGTH) {
    return { mistake: 'too-long', length: core.length }
  }
  const blocks = pemBlocks(core)
  return blocks.length === 0 ? recognize(texts) : keyFromPem(core, blocks)
}

/** Labels of what people keep in the same file as the key. */
const LABELS_BESIDE_KEY = /PUBLICKEY$|CERTIFICATE$|REQUEST$|PARAMETERS$|CRL$/

/** The one private key among the PEM blocks of a text. */
function keyFromPem(text: string, blocks: readonly PemBlock[]): Found {
  const keys = blocks.filter((block) => !LABELS_BESIDE_KEY.test(block.label))
  const whole = keys.filter((block) => block.missing !== 'first-line' && hasBody(block))
  // A lone END line, or a BEGIN line pasted twice, does no harm beside a key.
  const candidates = whole.length > 0 ? whole : keys
  const [first, ...others] = candidates.map((block) => keyFromBlock(text, block))
  if (first === undefined) {
    return blocks[0]?.label.endsWith('PUBLICKEY') ? notAKey('public-key') : notAKey('certificate')
  }
  return onlyKey([first, ...others])
}

function hasBody(block: PemBlock): boolean {
  return /[A-Za-z0-9]/.test(block.body)
}

/** The same key twice is one key. If the keys differ, it is not clear which one to use. */
function onlyKey(found: readonly [Found, ...Found[]]): Found {
  const fingerprints = new Set(found.map((key) => (isMistake(key) ? undefined : key.fingerprint)))
  const hasKey = found.some((key) => !isMistake(key))
  return hasKey && fingerprints.size > 1
    ? { mistake: 'several', keys: fingerprints.size }
    : found[0]
}

/** Labels of private keys that GitHub does not accept, whatever is in the block. */
const REFUSED: ReadonlyMap<string, KeyMistake> = new Map<string, KeyMistake>([
  ['ECPRIVATEKEY', notRsa('EC')],
  ['DSAPRIVATEKEY', notRsa('DSA')],
  ['ENCRYPTEDPRIVATEKEY', { mistake: 'encrypted' }],
  ['SSH2ENCRYPTEDPRIVATEKEY', { mistake: 'encrypted' }],
  ['PGPPRIVATEKEYBLOCK', notAKey('pgp')],
  ['PGPPUBLICKEYBLOCK', notAKey('pgp')]
])

function keyFromBlock(text: string, block: PemBlock): Found {
  const mistake = REFUSED.get(block.label) ?? mistakeInLayout(block)
  if (mistake !== undefined) {
    return mistake
  }
  const body = withoutHeaders(block.body)
  const bytes = base64Bytes(body)
  const key = bytes === undefined ? DAMAGED : keyFromBytes(bytes)
  return isMistake(key) ? withOddLine(key, text, body, block.at) : key
}

/** Replaces headers (RFC 1421) with blanks, so that every other character keeps its index. */
function withoutHeaders(body: string): string {
  return body.includes(':')
    ? body.replace(/^[ \t]*[A-Za-z-]{1,40}:.*$/gm, (line) => ' '.repeat(line.length))
    : body
}

/** What is wrong with a block before its base64 is decoded. */
function mistakeInLayout(block: PemBlock): KeyMistake | undefined {
  if (/Proc-Type:\s{0,9}4,\s{0,9}ENCRYPTED/.test(block.body)) {
    return { mistake: 'encrypted' }
  }
  if (block.missing === 'nothing') {
    return hasBody(block) ? undefined : { mistake: 'no-body' }
  }
  if (block.missing === 'first-line') {
    return { mistake: 'no-first-line' }
  }
  return { mistake: hasBody(block) ? 'no-last-line' : 'only-first-line' }
}

function keyFromBytes(bytes: Buffer): Found {
  const importable = importableKey(bytes)
  if (isMistake(importable)) {
    return importable
  }
  const key = importKey(importable)
  if (key === undefined) {
    return DAMAGED
  }
  return key.asymmetricKeyType === 'rsa'
    ? checkRsaKey(key, bytes.length)
    : notRsa(algorithmName(String(key.asymmetricKeyType)))
}

/** Object identifier of rsaEncryption (RFC 8017, appendix A.1). */
const RSA_ENCRYPTION = Buffer.from('2a864886f70d010101', 'hex')

/**
 * OpenSSL computes the public half of a DSA or DH key when it imports the key. Above this number of
 * bytes, that can take minutes.
 */
const MAX_OTHER_KEY_BYTES = 4096

function importKey(importable: ImportableKey): KeyObject | undefined {
  if (importable.format === 'der' && importable.type === 'pkcs8') {
    const { key } = importable
    if (key.length > MAX_OTHER_KEY_BYTES && !key.includes(RSA_ENCRYPTION)) {
      return undefined
    }
  }
  try {
    return createPrivateKey(importable)
  } catch {
    return undefined
  }
}

/** `Ed25519` and `Ed448` are written like this, all others in capitals. */
function algorithmName(type: string): string {
  return type.startsWith('ed') ? `E${type.slice(1)}` : type.toUpperCase()
}

/** GitHub creates keys of 2048 bits; RFC 7518, section 3.3, requires as many for RS256. */
const MIN_BITS = 2048

/** To sign with a key of this size takes seconds; with one of six times the size, minutes. */
const MAX_BITS = 16_384

/** Checks the size first: with numbers that are too long, one signature takes minutes. */
function checkRsaKey(key: KeyObject, length: number): Found {
  const bits = Number(key.asymmetricKeyDetails?.modulusLength)
  if (bits > MAX_BITS) {
    return { mistake: 'too-many-bits', bits }
  }
  // The numbers of a key take up less than five times the bytes of its modulus.
  if (length > 5 * (bits / 8) + 1024 || !canSign(key)) {
    return DAMAGED
  }
  return bits >= MIN_BITS
    ? { pem: pemOf(key), fingerprint: fingerprintOf(key) }
    : { mistake: 'too-few-bits', bits }
}

/**
 * Whether a signature of the key is correct. OpenSSL imports almost any numbers, and GitHub answers
 * a wrong signature as it answers the signature of another App's key.
 */
function canSign(key: KeyObject): boolean {
  const data = Buffer.from('GitHub App')
  try {
    return verify('sha256', data, key, sign('sha256', data, key))
  } catch {
    return false
  }
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}
