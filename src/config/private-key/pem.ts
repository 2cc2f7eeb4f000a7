import { pemBlocks, type PemBlock } from './armour'
import { base64Bytes, strayCharacter } from './base64'
import { keyIn, type PrivateKey } from './key'
import { DAMAGED, mistaken, type ForeignKind, type Found, type KeyMistake } from './mistake'
import { spotIn } from './spot'

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
