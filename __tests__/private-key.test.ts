import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  generatePrimeSync,
  sign,
  verify,
  type KeyObject
} from 'node:crypto'
import type { Explanation } from '../src/explain/explanation'
import type { KeyInput } from '../src/problems/credential-problem'
import { readPrivateKey, type PrivateKeyReading } from '../src/config/private-key/read'
import { explainProblems } from '../src/explain/explain'
import { explained as explainedStep } from './support/explained'
import {
  bodyOf,
  certificateBytes,
  derElement,
  makeRsaKey,
  openSshBytes,
  openSshNumbers,
  pem,
  testKey,
  wrapped
} from './support/keys'
import { unrecorded } from './support/recorder'
import { sample, triesOf } from './support/search'
import { appKey, scenario } from './support/scenario'

const key = makeRsaKey()
const other = makeRsaKey()
const small = makeRsaKey(1024)
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const ed25519 = generateKeyPairSync('ed25519').privateKey
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey
const certificate = pem('CERTIFICATE', certificateBytes())

const lines = key.pkcs1.trimEnd().split('\n')
const BEGIN = lines[0] ?? ''

function read(text: string, input: KeyInput = 'private-key'): PrivateKeyReading {
  return readPrivateKey(text, input)
}

function explained(text: string, input: KeyInput = 'private-key'): Explanation {
  const { result } = read(text, input)
  if (result.ok) {
    throw new Error('a key was read where there is none')
  }
  const [explanation, ...others] = explainProblems(result.problems)
  expect(others).toEqual([])
  return explanation
}

function fingerprintIn(text: string): string {
  const { result } = read(text)
  return result.ok ? result.value.fingerprint : JSON.stringify(result.problems)
}

/** What stays readable of a text once the runner has masked the secrets, in runs of 16 and more. */
function runsLeft(text: string, secrets: readonly string[]): string[] {
  const hidden = new Uint8Array(text.length)
  for (const secret of secrets) {
    for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + 1)) {
      hidden.fill(1, at, at + secret.length)
    }
  }
  const shown = Array.from(text, (character, at) => (hidden[at] === 1 ? '\n' : character)).join('')
  const rest = shown.replace(/-{2,}\s*(?:BEGIN|END)[A-Z0-9\s]*-{2,5}/g, '\n')
  const runs = rest.match(/[^\s"'`]{16,}/g) ?? []
  return runs.filter((run) => !/^-*[A-Z]+-+$/.test(run))
}

/** The first run of 16 characters that a message shares with a text it must not show. */
function leak(explanation: Explanation, text: string): string | undefined {
  const message = [explanation.title, explanation.problem, explanation.fix].join('\n')
  for (let at = 0; at + 16 <= message.length; at++) {
    const run = message.slice(at, at + 16)
    if (text.includes(run)) {
      return run
    }
  }
  return undefined
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url')
}

type Shape = (pem: string) => string

/** Other layouts of a PEM text. */
const LAYOUTS: Readonly<Record<string, Shape>> = {
  'as GitHub hands it out': (text) => text,
  'without the last line end': (text) => text.trimEnd(),
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'CR line ends': (text) => text.replaceAll('\n', '\r'),
  'every line indented': (text) => text.replace(/^/gm, '    '),
  'every line indented by a tab': (text) => text.replace(/^/gm, '\t'),
  'line ends turned into spaces': (text) => text.replaceAll('\n', ' '),
  'spaces turned into line ends': (text) => text.replaceAll(' ', '\n'),
  'line ends lost': (text) => text.replaceAll('\n', ''),
  'all blanks lost': (text) => text.replace(/\s/g, ''),
  'blanks around the labels': (text) =>
    text.replace(/-----(?!\n)/g, '----- ').replace(/(?=-----\n)/g, ' '),
  'two blanks in the labels': (text) => text.replaceAll(' ', '  '),
  'blank lines around': (text) => `\n\n  \n${text}\n \n`,
  'blank lines between': (text) => text.replaceAll('\n', '\n\n'),
  'lines of another width': (text) => {
    const [first = '', last = ''] = text.match(/-----[^-]+-----/g) ?? []
    return `${first}\n${wrapped(bodyOf(text), 76)}\n${last}\n`
  },
  'a byte-order mark': (text) => `\ufeff${text}`,
  'zero-width spaces': (text) => text.replaceAll('\n', '\u200b\n'),
  'UTF-16 read as UTF-8': (text) => `\ufffd\ufffd${Array.from(text).join('\0')}\0`,
  'a public key before it': (text) => `${key.publicKey}${text}`,
  'a public key behind it': (text) => `${text}${key.publicKey}`,
  'a certificate before it': (text) => `${certificate}${text}`,
  'a certificate behind it': (text) => `${text}${certificate}`,
  'an OpenSSH public key beside it': (text) => `ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB mona\n${text}`,
  'a comment before it': (text) => `# The key of octo-bot\n${text}`,
  'a header inside': (text) => text.replace(/\n/, '\nComment: octo-bot\n\n'),
  'a header inside, every line indented': (text) =>
    text.replace(/\n/, '\nComment: octo-bot\n\n').replace(/^/gm, ' \t'),
  'the same key twice': (text) => `${text}${text}`,
  'the first line twice': (text) => text.replace(/^[^\n]*\n/, '$&$&'),
  'an assignment': (text) => `KEY="${text}"`
}

/** Wrappings of a text, whatever is inside. */
const WRAPPINGS: Readonly<Record<string, Shape>> = {
  'double quotes': (text) => `"${text}"`,
  'single quotes': (text) => `'${text}'`,
  backticks: (text) => `\`${text}\``,
  'a lone quote': (text) => `"${text}`,
  '\\n escaped': (text) => text.replaceAll('\n', '\\n'),
  '\\n escaped twice': (text) => text.replaceAll('\n', '\\\\n'),
  '\\r\\n escaped': (text) => text.replaceAll('\n', '\\r\\n'),
  '\\r\\n escaped twice': (text) => text.replaceAll('\n', '\\\\r\\\\n'),
  'every line indented by an escaped tab': (text) => text.replace(/^/gm, '\\t'),
  'a JSON string': (text) => JSON.stringify(text),
  'a JSON string twice': (text) => JSON.stringify(JSON.stringify(text)),
  'a JSON string with escaped slashes': (text) => JSON.stringify(text).replaceAll('/', '\\/'),
  'JSON with code points': (text) => JSON.stringify(text).replaceAll('+', '\\u002b'),
  base64,
  'base64 in lines': (text) => wrapped(base64(text), 76),
  'base64 in lines with CRLF': (text) => wrapped(base64(text), 64).replaceAll('\n', '\r\n'),
  'base64 without padding': (text) => base64(text).replaceAll('=', ''),
  base64url,
  'base64url with padding': (text) => base64(text).replaceAll('+', '-').replaceAll('/', '_'),
  'base64 of UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').toString('base64'),
  'base64 twice': (text) => base64(base64(text)),
  'base64 in lines, twice': (text) => wrapped(base64(wrapped(base64(text), 76)), 76),
  'base64url twice': (text) => base64url(base64url(text))
}

/** Percent-encoding replaces half of a surrogate pair, because it cannot be encoded. */
const wellFormed: Shape = (text) => text.replace(/\p{Cs}/gu, '\ufffd')

/** Percent-encodings, once: a second time, it is not clear what a plus sign stands for. */
const PERCENT_ENCODED: Readonly<Record<string, Shape>> = {
  'percent-encoded': (text) => encodeURIComponent(wellFormed(text)),
  'percent-encoded, but for slashes and plus signs': (text) => encodeURI(wellFormed(text)),
  'percent-encoded as in a form': (text) =>
    new URLSearchParams([['key', text]]).toString().slice('key='.length)
}

/** Forms without any PEM around the key's bytes. */
const BARE: Readonly<Record<string, Shape>> = {
  'base64 of the bytes': bodyOf,
  'base64 of the bytes in lines': (text) => wrapped(bodyOf(text), 64),
  'base64url of the bytes': (text) => Buffer.from(bodyOf(text), 'base64').toString('base64url'),
  'base64 of the bytes, in base64': (text) => base64(bodyOf(text)),
  'base64 of the bytes on an indented line': (text) => `  ${bodyOf(text)}\n`
}

const FORMS: readonly (readonly [string, string])[] = [
  ['PKCS#1', key.pkcs1],
  ['PKCS#8', key.pkcs8],
  ['OpenSSH', key.openSsh]
]

const SHAPES = Object.entries({ ...LAYOUTS, ...WRAPPINGS, ...PERCENT_ENCODED, ...BARE })

describe.each(FORMS)('a key in %s form', (_, text) => {
  it.each(SHAPES)('is read: %s', (_name, shape) => {
    expect(fingerprintIn(shape(text))).toBe(key.fingerprint)
  })

  it.each(SHAPES)('is hidden in every step: %s', (_name, shape) => {
    const shaped = shape(text)
    const { secrets } = read(shaped)
    const body = bodyOf(text)
    for (const step of [shaped, text, body, wrapped(body, 64)]) {
      expect(runsLeft(step, secrets)).toEqual([])
    }
  })

  it.each(sample(Object.entries(LAYOUTS), 5))('is read in every wrapping: %s', (_name, layout) => {
    const read = Object.entries(WRAPPINGS).map(([name, wrap]) => [
      name,
      fingerprintIn(wrap(layout(text)))
    ])
    expect(read).toEqual(Object.keys(WRAPPINGS).map((name) => [name, key.fingerprint]))
  })

  it.each(sample(Object.entries(WRAPPINGS), 5))('is read in two wrappings: %s', (_name, inner) => {
    const read = Object.entries(WRAPPINGS).map(([name, wrap]) => [
      name,
      fingerprintIn(wrap(inner(text)))
    ])
    expect(read).toEqual(Object.keys(WRAPPINGS).map((name) => [name, key.fingerprint]))
  })
})

/** Whether what was read signs as the key does; undefined if no key was read. */
function signatureIsRight(
  text: string,
  publicKey: KeyObject | string = key.publicKey
): boolean | undefined {
  const { result } = read(text)
  if (!result.ok) return undefined
  const signature = sign('sha256', Buffer.from('octo'), result.value.pem)
  return verify('sha256', Buffer.from('octo'), publicKey, signature)
}

/** A wrong character in the first prime of a key of 2048 bits in PKCS#1 form. */
const DAMAGED_PRIME: Shape = (text) => flipped(text, 900)

describe('the key that was read', () => {
  it.each(FORMS)('signs as the key that was given: %s', (_, text) => {
    expect(signatureIsRight(text)).toBe(true)
  })

  it.each<[string, string]>([
    ['a prime', DAMAGED_PRIME(key.pkcs1)],
    ['a prime of a PKCS#8 key', flipped(key.pkcs8, 1200)],
    ['the private exponent', flipped(bodyOf(key.pkcs1), 700)]
  ])('may be damaged if it signs all the same: %s', (_, text) => {
    expect(signatureIsRight(text)).toBe(true)
  })

  it('may have three primes', () => {
    const bytes = threePrimeKey()
    const publicKey = createPublicKey({ key: bytes, format: 'der', type: 'pkcs1' })
    expect(signatureIsRight(bytes.toString('base64'), publicKey)).toBe(true)
  })

  it('has no remarks and is told from another', () => {
    expect(read(key.pkcs1).result).toMatchObject({ ok: true, messages: [] })
    expect(fingerprintIn(other.pkcs1)).toBe(other.fingerprint)
    expect(other.fingerprint).not.toBe(key.fingerprint)
  })

  it('may have more bits than GitHub gives it', () => {
    const large = makeRsaKey(3072)
    expect(fingerprintIn(large.pkcs1)).toBe(large.fingerprint)
  })
})

describe('secrets', () => {
  const texts = [...FORMS.map(([, text]) => text), BEGIN, lines.slice(0, 9).join('\n'), 'hunter2']
  const shaped = texts.flatMap((text) => SHAPES.map(([, shape]) => shape(text)))

  it('are never short, never armour alone, never twice', () => {
    for (const text of shaped) {
      const { secrets } = read(text)
      expect(secrets.filter((secret) => secret.length < 16)).toEqual([])
      expect(secrets.filter((secret) => /^["']*-+[A-Z ]+-+["']*$/.test(secret))).toEqual([])
      expect(new Set(secrets).size).toBe(secrets.length)
    }
  })

  it('hold a text on one line as a whole', () => {
    const escaped = key.pkcs1.trimEnd().replaceAll('\n', '\\n')
    expect(read(escaped).secrets).toContain(escaped)
    expect(read('a webhook secret of some length').secrets).toContain(
      'a webhook secret of some length'
    )
  })

  it('of a clean key are its lines and its body', () => {
    expect(read(key.pkcs1).secrets.toSorted()).toEqual(
      [...lines.slice(1, -1).filter((line) => line.length >= 16), bodyOf(key.pkcs1)].toSorted()
    )
  })

  it('hold what was decoded even where no key came of it', () => {
    const cut = lines.slice(0, 9).join('\n')
    const { secrets, result } = read(base64(base64(cut)))
    expect(result.ok).toBe(false)
    expect(secrets).toEqual(expect.arrayContaining([base64(base64(cut)), base64(cut), lines[5]]))
  })

  it('hold the lines of a text that is too long to be read', () => {
    const { secrets } = read(`${key.pkcs1}${'\n'.repeat(70_000)}`)
    expect(runsLeft(key.pkcs1, secrets)).toEqual([])
  })
})

function pkcs8(privateKey: KeyObject): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function encrypted(type: 'pkcs1' | 'pkcs8'): string {
  const cipher = { cipher: 'aes-256-cbc', passphrase: 'hunter2' }
  return key.privateKey.export({ type, format: 'pem', ...cipher }).toString()
}

function withLine(number: number, change: (line: string) => string): string {
  return lines.map((line, index) => (index === number - 1 ? change(line) : line)).join('\n')
}

function flipped(text: string, at: number): string {
  const character = text.charAt(at) === 'A' ? 'B' : 'A'
  return text.slice(0, at) + character + text.slice(at + 1)
}

const sec1 = ec.export({ type: 'sec1', format: 'pem' }).toString()
const rsaBytes = Buffer.from(bodyOf(key.pkcs1), 'base64')
const openSshRsa = openSshBytes('ssh-rsa', openSshNumbers(key.privateKey))
const openSshEd25519 = openSshBytes('ssh-ed25519', [Buffer.alloc(32, 1), Buffer.alloc(64, 2)])
const openSshEc = openSshBytes('ecdsa-sha2-nistp256', [Buffer.from('nistp256'), Buffer.alloc(65)])
const pfx = derElement(
  0x30,
  derElement(0x02, Buffer.from([3])),
  derElement(0x30, derElement(0x04, Buffer.alloc(300, 9)))
)

/** So many INTEGERs in a SEQUENCE: nine make an RSA key, six a DSA key. */
function integers(count: number): Buffer {
  return derElement(0x30, ...integerElements(count))
}

function integerElements(count: number): Buffer[] {
  return Array<Buffer>(count).fill(derElement(0x02, Buffer.alloc(20, 1)))
}

const zero = derElement(0x02, Buffer.of(0))
const one = derElement(0x02, Buffer.of(1))
const zeros = derElement(0x30, ...Array<Buffer>(9).fill(zero))
const ones = derElement(0x30, zero, ...Array<Buffer>(8).fill(one))

/** An RSA key in PKCS#1 of any numbers at all. */
function pkcs1Of(...numbers: readonly bigint[]): Buffer {
  return derElement(0x30, zero, ...numbers.map(integer))
}

function integer(number: bigint): Buffer {
  const hex = number.toString(16)
  // With a zero before it, none is taken for negative.
  return derElement(0x02, Buffer.from(`00${hex.length % 2 === 0 ? '' : '0'}${hex}`, 'hex'))
}

function inverse(number: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [modulus, number % modulus, 0n, 1n]
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y]
  return (x + modulus) % modulus
}

/** Numbers that fit together although one of the primes is even. */
function evenNumbers(): bigint[] {
  const [p, q, e] = [1n << 1040n, numberOf('q'), 65_537n]
  const d = inverse(e, (p - 1n) * (q - 1n))
  return [p * q, e, d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)]
}

/** The numbers of the key under their names in RFC 7518, section 6.3. */
function numberOf(name: 'n' | 'e' | 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi'): bigint {
  const number = key.privateKey.export({ format: 'jwk' })[name] ?? ''
  return BigInt(`0x${Buffer.from(number, 'base64url').toString('hex')}`)
}

/** The key with a private exponent that is as good, and 40,000 bits longer. */
function longExponentNumbers(): bigint[] {
  const [n, e, d, p, q] = [
    numberOf('n'),
    numberOf('e'),
    numberOf('d'),
    numberOf('p'),
    numberOf('q')
  ]
  const exponent = d + (((p - 1n) * (q - 1n)) << 40_000n)
  return [n, e, exponent, p, q, numberOf('dp'), numberOf('dq'), numberOf('qi')]
}

/** A prime of 700 bits that a key with the exponent 65537 can have. */
function primeFactor(): bigint {
  const prime = generatePrimeSync(700, { bigint: true })
  return prime % 65_537n === 1n ? primeFactor() : prime
}

/** An RSA key with three primes (RFC 8017, appendix A.1.2). */
function threePrimeKey(): Buffer {
  const [p, q, r, e] = [primeFactor(), primeFactor(), primeFactor(), 65_537n]
  const d = inverse(e, (p - 1n) * (q - 1n) * (r - 1n))
  const numbers = [p * q * r, e, d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)]
  const third = derElement(0x30, ...[r, d % (r - 1n), inverse(p * q, r)].map(integer))
  return derElement(0x30, one, ...numbers.map(integer), derElement(0x30, third))
}

const longKey = pkcs1Of(1n << 16_391n, ...Array<bigint>(7).fill(3n))
const longestKey = pkcs1Of(1n << 99_999n, ...Array<bigint>(7).fill(3n))
const longExponentKey = pkcs1Of(...longExponentNumbers())
const evenKey = pkcs1Of(...evenNumbers())

/** PKCS#8 (RFC 5958): version, algorithm, key. */
function keyInfo(algorithm: Buffer, inside: Buffer): string {
  const parts = [derElement(0x30, algorithm), derElement(0x04, inside)]
  return pem('PRIVATE KEY', derElement(0x30, zero, ...parts))
}

const rsaOid = derElement(0x06, Buffer.from('2a864886f70d010101', 'hex'))
/** Its numbers are long enough for OpenSSL to take long, except for the one that makes it slow. */
const longDsaKey = keyInfo(
  Buffer.concat([
    derElement(0x06, Buffer.from('2a8648ce380401', 'hex')),
    derElement(0x30, ...[1n, 1n, 3n].map((less) => integer((1n << 12_000n) - less)))
  ]),
  derElement(0x02, Buffer.of(3))
)
const octoOid = derElement(0x06, Buffer.from('2a0102', 'hex'))
/** Up to the number of keys, with that; the public key and the private part follow. */
const openSshHead = openSshRsa.subarray(0, 39)

function inOpenSsh(...bytes: readonly Buffer[]): string {
  return pem('OPENSSH PRIVATE KEY', Buffer.concat(bytes))
}

/** One byte less than it was, at a place. */
function lowered(bytes: Buffer, at: number): Buffer {
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.of((bytes[at] ?? 0) - 1),
    bytes.subarray(at + 1)
  ])
}

const multiPrime = derElement(0x30, ...integerElements(9), derElement(0x30, ...integerElements(3)))

type Mistake = readonly [name: string, text: string, code: string, words: string]

const NOT_A_KEY: readonly Mistake[] = (
  [
    [
      'a client secret',
      '0123456789abcdef0123456789abcdef01234567',
      'client secret (40 hex characters)'
    ],
    ['a fingerprint', key.fingerprint, 'fingerprint'],
    ['a fingerprint without padding', key.fingerprint.replace('=', ''), 'fingerprint'],
    ['a public key', key.publicKey, 'is a public key'],
    ['a PKCS#1 public key', pkcs1Public(), 'is a public key'],
    ['base64 of a public key', bodyOf(key.publicKey), 'is a public key'],
    ['an OpenSSH public key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ mona', 'is a public key'],
    ['its middle alone', 'AAAAB3NzaC1yc2EAAAADAQABAAABAQC7', 'is a public key'],
    ['a certificate', certificate, 'is a certificate'],
    ['base64 of a certificate', bodyOf(certificate), 'is a certificate'],
    ['an expression without its braces', 'secrets.APP_PRIVATE_KEY', 'expression'],
    ['the name of a secret', 'APP_PRIVATE_KEY', 'the name of a secret'],
    ['a variable', '$APP_PRIVATE_KEY', 'variable'],
    ['a variable in braces', '${APP_PRIVATE_KEY}', 'variable'],
    ['a quoted variable', '"$APP_PRIVATE_KEY"', 'variable'],
    ['a PowerShell variable', '$env:APP_PRIVATE_KEY', 'variable'],
    ['a Windows variable', '%APP_PRIVATE_KEY%', 'variable'],
    ['a command', '$(cat /run/secrets/app.pem)', 'variable or command'],
    ['an expression', '${{ secrets.OCTO_BOT_KEY }}', 'expression'],
    ['an absolute path', '/run/secrets/app-key', 'path'],
    ['a path at the root', '/app.pem', 'path'],
    ['a home path', '~/keys/app.pem', 'path'],
    ['a relative path', './keys/app', 'path'],
    ['a path above', '../app.key', 'path'],
    ['a file name', 'octo-bot.2026-01-01.pem', 'path'],
    ['a Windows path', 'C:\\new\\tokens\\app.pem', 'path'],
    ['a quoted Windows path', '"C:\\new\\tokens\\app"', 'path'],
    ['a share', '\\\\server\\keys\\app', 'path'],
    ['a file URL', 'file:///run/secrets/x', 'path'],
    ['a client ID', 'Iv23liAbCdEfGhIjKlMn', 'client ID'],
    ['an old client ID', 'Iv1.0123456789abcdef', 'client ID'],
    ['an App ID', '123456', 'App ID'],
    ['an installation token', `ghs_${'aB3'.repeat(12)}`, 'GitHub token'],
    ['a stateless token', `ghs_12345_eyJhbGciOi.${'aB3'.repeat(60)}.x-y_z`, 'GitHub token'],
    ['a classic token', `ghp_${'aB3'.repeat(12)}`, 'GitHub token'],
    ['a fine-grained token', `github_pat_${'aB3'.repeat(24)}`, 'GitHub token'],
    ['base64 of a token', base64(`ghp_${'aB3'.repeat(12)}`), 'GitHub token'],
    ['a JWT', 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJJdjIzIn0.c2lnbmF0dXJl', 'JSON web token'],
    ['asterisks', '***', 'asterisks'],
    ['binary data', '0\u0082\u0004\ufffd\u0002\u0001\0\ufffd', 'binary'],
    ['JSON', '{"kty":"RSA","n":"AQAB"}', 'JSON'],
    ['a PuTTY key', 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n', 'PuTTY'],
    ['a PGP key', pem('PGP PRIVATE KEY BLOCK', Buffer.alloc(300, 5)), 'PGP'],
    ['a PKCS#12 container', pfx.toString('base64'), 'PKCS#12'],
    ['a webhook secret', 'correct horse battery staple', '28 characters without a BEGIN line'],
    ['a word', 'x', '1 character without a BEGIN line'],
    ['a word that is base64', 'aGVsbG8gd29ybGQ=', '16 characters without a BEGIN line'],
    ['noise', 'MAKEMEHAPPY1234567890abcd', '25 characters without a BEGIN line'],
    ['a long text', 'x'.repeat(65_537), '65537 characters, more than 65536']
  ] as const
).map(([name, text, words]) => [name, text, 'private-key-not-a-key', words])

function pkcs1Public(): string {
  return createPublicKey(key.privateKey).export({ type: 'pkcs1', format: 'pem' }).toString()
}

const INCOMPLETE: readonly Mistake[] = (
  [
    ['only the first line', BEGIN, 'only the first line of a key'],
    ['only the first line, with its escape', `${BEGIN}\\n`, 'only the first line of a key'],
    ['base64 of the first line', base64(`${BEGIN}\n`), 'only the first line of a key'],
    ['nothing between', `${BEGIN}\n${lines.at(-1) ?? ''}`, 'nothing between'],
    ['the last line missing', lines.slice(0, -1).join('\n'), 'its last line'],
    ['the second half missing', lines.slice(0, 12).join('\n'), 'its last line'],
    ['base64 of half a key', base64(lines.slice(0, 12).join('\n')), 'its last line'],
    ['half of the base64', base64(key.pkcs1).slice(0, 900), 'its last line'],
    ['the first line missing', lines.slice(1).join('\n'), 'its first line'],
    ['only the last line', lines.at(-1) ?? '', 'its first line'],
    [
      'lines missing inside',
      lines.toSpliced(5, 3).join('\n'),
      `of its ${rsaBytes.length} bytes are there`
    ],
    ['a character missing', withLine(7, (line) => line.slice(1)), 'line 7 is not as long'],
    [
      'half of the bytes',
      rsaBytes.subarray(0, 600).toString('base64'),
      `600 of its ${rsaBytes.length} bytes`
    ],
    [
      'half of an OpenSSH key',
      pem('OPENSSH PRIVATE KEY', openSshRsa.subarray(0, 600)),
      '600 of its'
    ],
    ['a head of an OpenSSH key', openSshRsa.subarray(0, 24).toString('base64'), '24 of its']
  ] as const
).map(([name, text, words]) => [name, text, 'private-key-incomplete', words])

const DAMAGED: readonly Mistake[] = (
  [
    [
      'a stray character',
      withLine(7, (line) => `${line.slice(0, 9)}*${line.slice(10)}`),
      'line 7 contains an invalid character'
    ],
    [
      'a stray character, CRLF',
      withLine(7, (line) => `${line}!`).replaceAll('\n', '\r\n'),
      'line 7 contains an'
    ],
    [
      'padding inside',
      withLine(3, (line) => `${line.slice(0, 9)}=${line.slice(10)}`),
      'line 3 contains an invalid character'
    ],
    [
      'padding inside, and a stray character behind it',
      withLine(3, (line) => `${line.slice(0, 9)}=${line.slice(10, 20)}*${line.slice(21)}`),
      'line 3 contains an invalid character'
    ],
    ['a character too many', withLine(9, (line) => `${line}A`), 'line 9 is not as long'],
    ['a wrong character in the modulus', flipped(key.pkcs1, 150), 'do not fit together'],
    ['a wrong character in a PKCS#8 key', flipped(key.pkcs8, 150), 'do not fit together'],
    ['a wrong character in an OpenSSH key', flipped(key.openSsh, 900), 'do not fit together'],
    ['a wrong character in the bytes', flipped(bodyOf(key.pkcs1), 150), 'do not fit together'],
    ['a wrong first character', flipped(key.pkcs1, BEGIN.length + 1), 'do not fit together'],
    ['primes that are none', pem('RSA PRIVATE KEY', ones), 'do not fit together'],
    ['numbers that are not', pem('RSA PRIVATE KEY', zeros), 'do not fit together'],
    ['noise', pem('RSA PRIVATE KEY', Buffer.alloc(1200, 0x5a)), 'do not fit together'],
    [
      'an unknown structure',
      pem('PRIVATE KEY', derElement(0x30, derElement(0x04))),
      'fit together'
    ],
    [
      'an unknown length',
      pem('PRIVATE KEY', Buffer.from('3084ffffffff020100', 'hex')),
      'fit together'
    ],
    [
      'an endless length',
      pem('PRIVATE KEY', Buffer.from('3083ffffff020100', 'hex')),
      'fit together'
    ],
    ['a version of its own', pem('RSA PRIVATE KEY', integers(9)), 'do not fit together'],
    ['an even number for a prime', pem('RSA PRIVATE KEY', evenKey), 'do not fit together'],
    ['three primes that are none', multiPrime.toString('base64'), 'do not fit together'],
    ['an exponent far longer than the modulus', longExponentKey.toString('base64'), 'fit together'],
    ['a DSA key that takes long to import', longDsaKey, 'do not fit together'],
    ['an element without a length', derElement(0x30, zero, Buffer.of(2)).toString('base64'), 'fit'],
    [
      'a stray character in base64',
      `${base64(key.pkcs1).slice(0, 500)}*${base64(key.pkcs1)}`,
      'line 1 contains an'
    ],
    [
      'a stray character in bare base64',
      `${wrapped(bodyOf(key.pkcs1), 64)}\n#`,
      'contains an invalid character'
    ],
    ['dashes lost', key.pkcs1.replaceAll('-', ''), 'some dashes around BEGIN'],
    [
      'dashes turned into a long one',
      key.pkcs1.replaceAll('-----', '—'),
      'some dashes around BEGIN'
    ],
    [
      'zeros in an OpenSSH key',
      openSshBytes('ssh-rsa', Array<Buffer>(6).fill(Buffer.of(0))).toString('base64'),
      'do not'
    ],
    ['an algorithm that cannot be read', keyInfo(Buffer.of(6, 9), rsaBytes), 'fit together'],
    ['no algorithm', keyInfo(Buffer.of(), rsaBytes), 'do not fit together'],
    ['an unknown algorithm', keyInfo(octoOid, rsaBytes), 'do not fit together'],
    ['nothing in a PKCS#8 key', keyInfo(rsaOid, Buffer.of()), 'do not fit together'],
    ['half a key in a PKCS#8 key', keyInfo(rsaOid, rsaBytes.subarray(0, 600)), 'fit together'],
    ['a DSA key in a PKCS#8 key for RSA', keyInfo(rsaOid, integers(6)), 'do not fit together'],
    ['no key in an OpenSSH file', inOpenSsh(lowered(openSshRsa, 38)), 'do not fit together'],
    ['no private part in an OpenSSH key', inOpenSsh(openSshHead, Buffer.alloc(8)), 'fit together'],
    [
      'check numbers of an OpenSSH key that differ',
      inOpenSsh(lowered(openSshRsa, openSshRsa.indexOf('00c0ffee', 'hex') + 3)),
      'do not fit together'
    ],
    [
      'numbers missing in an OpenSSH key',
      inOpenSsh(openSshBytes('ssh-rsa', openSshNumbers(key.privateKey).slice(0, 2))),
      'do not fit together'
    ],
    [
      'an endless field in an OpenSSH key',
      inOpenSsh(openSshHead, Buffer.alloc(4, 0xff)),
      'do not fit together'
    ],
    [
      'an unknown OpenSSH key',
      openSshBytes('ssh-octo', []).toString('base64'),
      'do not fit together'
    ]
  ] as const
).map(([name, text, words]) => [name, text, 'private-key-damaged', words])

const WRONG_KIND: readonly Mistake[] = (
  [
    ['an EC key', sec1, '(EC)'],
    ['an EC key in PKCS#8', pkcs8(ec), '(EC)'],
    ['base64 of an EC key', bodyOf(sec1), '(EC)'],
    ['an Ed25519 key', pkcs8(ed25519), '(Ed25519)'],
    ['base64 of an Ed25519 key', bodyOf(pkcs8(ed25519)), '(Ed25519)'],
    ['a DSA key', pkcs8(dsa), '(DSA)'],
    ['a DSA key as OpenSSL wrote it', integers(6).toString('base64'), '(DSA)'],
    ['an RSA-PSS key', pkcs8(pss), '(RSA-PSS)'],
    ['an OpenSSH Ed25519 key', pem('OPENSSH PRIVATE KEY', openSshEd25519), '(Ed25519)'],
    ['an OpenSSH EC key', pem('OPENSSH PRIVATE KEY', openSshEc), '(EC)'],
    ['an encrypted PKCS#8 key', encrypted('pkcs8'), 'is encrypted'],
    ['an encrypted PKCS#1 key', encrypted('pkcs1'), 'is encrypted'],
    ['an encrypted key on one line', encrypted('pkcs1').replaceAll('\n', ' '), 'is encrypted'],
    ['base64 of an encrypted key', bodyOf(encrypted('pkcs8')), 'is encrypted'],
    [
      'an encrypted OpenSSH key',
      openSshBytes('ssh-rsa', [], 'aes256-ctr').toString('base64'),
      'is encrypted'
    ],
    ['a key longer than can be signed with', pem('RSA PRIVATE KEY', longKey), '16392 bits'],
    ['a key of 100,000 bits', pem('RSA PRIVATE KEY', longestKey), '100000 bits'],
    ['a short key', small.pkcs1, '1024 bits'],
    ['a short OpenSSH key', small.openSsh, '1024 bits']
  ] as const
).map(([name, text, words]) => [name, text, 'private-key-wrong-kind', words])

const SEVERAL: readonly Mistake[] = [
  ['two keys', key.pkcs1 + other.pkcs1, 'private-key-several', '2 different private keys'],
  [
    'two keys and one again',
    key.pkcs1 + other.pkcs8 + key.pkcs8,
    'private-key-several',
    '2 different private'
  ],
  [
    'two keys, escaped',
    JSON.stringify(key.pkcs1 + other.pkcs8),
    'private-key-several',
    '2 different private'
  ],
  [
    'a key and half of one',
    key.pkcs1 + lines.slice(0, 9).join('\n'),
    'private-key-several',
    '2 different private'
  ],
  ['a key and an EC key', sec1 + key.pkcs1, 'private-key-several', '2 different private']
]

const EMPTY: readonly Mistake[] = [
  ['nothing', '', 'private-key-empty', 'is empty'],
  ['blanks', ' \r\n\t', 'private-key-empty', 'is empty'],
  ['quotes', '""', 'private-key-empty', 'is empty']
]

const MISTAKES = [...NOT_A_KEY, ...INCOMPLETE, ...DAMAGED, ...WRONG_KIND, ...SEVERAL, ...EMPTY]

describe('a mistake is named for what it is', () => {
  it.each(MISTAKES)('%s', (_name, text, code, words) => {
    const explanation = explained(text)
    expect(explanation).toMatchObject({ code, problem: expect.stringContaining(words) as string })
    expect(explanation.problem).toMatch(/^private-key [^\n]*\.$/)
    expect(explanation.title).toMatch(/^private-key [a-z][^.\n]*[^.\n]$/)
  })

  it.each(MISTAKES)('and not shown: %s', (_name, text) => {
    const inFile = explained(text, 'private-key-file')
    for (const explanation of [explained(text), inFile]) {
      expect(leak(explanation, text)).toBeUndefined()
      expect(JSON.stringify(explanation)).not.toContain('-----')
      expect(JSON.stringify(explanation)).not.toContain('!')
    }
    expect(inFile.title).toMatch(/^private-key-file /)
    expect(inFile.problem).toMatch(/^The file in private-key-file /)
    expect(inFile.fix).not.toContain('gh secret set')
  })

  it.each(MISTAKES)('and hidden: %s', (_name, text) => {
    expect(runsLeft(text.trim(), read(text).secrets)).toEqual([])
  })

  it('in the words of the log', () => {
    expect(explained('0123456789abcdef0123456789abcdef01234567')).toEqual({
      code: 'private-key-not-a-key',
      title: 'private-key is not a private key',
      problem: 'private-key looks like a client secret (40 hex characters).',
      fix:
        'App settings > Private keys > Generate a private key. Store the whole .pem file:\n' +
        '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
    })
  })

  it('with a cure of its own where there is one', () => {
    expect(explained('/run/secrets/x').fix).toContain('in private-key-file')
    expect(explained('$KEY').fix).toContain('${{ secrets.NAME }}')
    expect(explained(key.pkcs1 + other.pkcs1).fix).toContain('side by side')
    expect(explained(key.pkcs1 + other.pkcs1, 'private-key-file').fix).toContain('side by side')
    expect(explained(encrypted('pkcs8')).fix).toContain('without a passphrase')
    expect(explained(lines.slice(0, 9).join('\n')).fix).toContain('the whole .pem file again')
  })
})

/** Those of the mistakes that are told apart in a way that no other of them is. */
const IN_A_STEP: ReadonlySet<string> = new Set([
  ...['a variable', 'a word', 'a word that is base64', 'base64 of a token', 'a long text'],
  ...['a public key', 'base64 of a public key', 'a certificate', 'base64 of a certificate'],
  ...['a PGP key', 'a PKCS#12 container', 'quotes'],
  ...['only the first line', 'nothing between', 'the second half missing'],
  ...['the first line missing', 'lines missing inside', 'a character missing'],
  ...['half of the bytes', 'half of an OpenSSH key', 'a head of an OpenSSH key'],
  ...['a stray character', 'padding inside', 'a stray character, CRLF', 'a character too many'],
  ...['padding inside, and a stray character behind it'],
  ...['a wrong character in the modulus', 'a wrong character in a PKCS#8 key'],
  ...['a wrong character in an OpenSSH key', 'primes that are none', 'numbers that are not'],
  ...['noise', 'an unknown structure', 'an unknown length', 'an endless length'],
  ...['a version of its own', 'a stray character in base64', 'a stray character in bare base64'],
  ...['dashes lost', 'an algorithm that cannot be read', 'no algorithm', 'an unknown algorithm'],
  ...['nothing in a PKCS#8 key', 'half a key in a PKCS#8 key', 'no key in an OpenSSH file'],
  ...['a DSA key in a PKCS#8 key for RSA', 'no private part in an OpenSSH key'],
  ...['check numbers of an OpenSSH key that differ', 'numbers missing in an OpenSSH key'],
  ...['an endless field in an OpenSSH key', 'zeros in an OpenSSH key', 'an unknown OpenSSH key'],
  ...['an EC key', 'an EC key in PKCS#8', 'base64 of an EC key', 'an OpenSSH Ed25519 key'],
  ...['a DSA key as OpenSSL wrote it', 'three primes that are none', 'a short key'],
  ...['an exponent far longer than the modulus', 'a DSA key that takes long to import'],
  ...['an element without a length', 'an Ed25519 key'],
  ...['an encrypted PKCS#8 key', 'an encrypted PKCS#1 key', 'base64 of an encrypted key'],
  ...['an encrypted OpenSSH key', 'two keys', 'two keys and one again'],
  ...['a key longer than can be signed with']
])

describe('in a step', () => {
  const steps = MISTAKES.filter(([name]) => IN_A_STEP.has(name))
  const app = testKey(createPrivateKey(appKey))

  test.each(sample(steps, 8))(
    'a mistake ends it before anything is sent: %s',
    async (name, text, code, words) => {
      const run = () => explainedStep({ with: { 'private-key': text } })
      // OpenSSL encrypts with random bytes, and which lines are masked depends on them.
      const failure = await (name === 'an encrypted PKCS#1 key' ? unrecorded(run) : run())
      expect(failure.code).toBe(code)
      expect(failure.title).toMatch(/^private-key /)
      expect(failure.lines[0]).toContain(words)
      expect(failure.lines[0]).toMatch(/^private-key [^\n]*\.$/)
      expect(failure.run.transcript).toEqual([])
      expect(runsLeft(text, failure.run.main.masks)).toEqual([])
    }
  )

  test('every one of those mistakes is in the tables', () => {
    expect(new Set(steps.map(([name]) => name))).toEqual(IN_A_STEP)
  })

  test.each<[string, string, Shape | undefined]>([
    ['PKCS#1', app.pkcs1, LAYOUTS['a header inside']],
    ['PKCS#1', app.pkcs1, LAYOUTS['the first line twice']],
    ['PKCS#1', app.pkcs1, BARE['base64 of the bytes']],
    ['PKCS#1', app.pkcs1, WRAPPINGS['base64 twice']],
    ['PKCS#8', app.pkcs8, LAYOUTS['a certificate before it']],
    ['PKCS#8', app.pkcs8, WRAPPINGS['\\r\\n escaped']],
    ['PKCS#8', app.pkcs8, WRAPPINGS['every line indented by an escaped tab']],
    ['PKCS#8', app.pkcs8, WRAPPINGS['JSON with code points']],
    ['PKCS#8', app.pkcs8, WRAPPINGS['a JSON string with escaped slashes']],
    ['OpenSSH', app.openSsh, LAYOUTS['the same key twice']],
    ['OpenSSH', app.openSsh, BARE['base64 of the bytes in lines']],
    ['PKCS#1', app.pkcs1, DAMAGED_PRIME]
  ])('a key in %s form signs in any shape: case %#', async (_, text, shape) => {
    const shaped = shape?.(text) ?? ''
    const { main, transcript } = await scenario({ with: { 'private-key': shaped } })
    expect(main.exitCode).toBe(0)
    expect(main.outputs['token-source']).toBe('app')
    expect(transcript).toHaveLength(3)
    expect(runsLeft(shaped, main.masks)).toEqual([])
  })
})

/** Pieces that, repeated, make careless patterns take quadratic time. */
const PIECES = [
  '-',
  '\\',
  ' ',
  '=',
  'A',
  '"',
  '\n',
  '--BEGIN',
  'BEGIN A PRIVATE ',
  'a:',
  '/a',
  '../',
  '$('
]

describe('64 KiB of nothing but', () => {
  it.each(PIECES)('%j is explained like any other text', (piece) => {
    for (const start of ['', `${BEGIN}\n`, 'MII']) {
      const text = `${start}${piece.repeat(65_536)}`.slice(0, 65_535)
      expect(explained(`${text}~`).code).toMatch(/^private-key-/)
    }
  })
})

/** A generator with a seed (mulberry32), so that a failure can be seen again. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Random = (below: number) => number
type Damage = (text: string, random: Random) => string

function spliced(text: string, at: number, removed: number, inserted = ''): string {
  return text.slice(0, at) + inserted + text.slice(at + removed)
}

const STRANGERS = [
  '::add-mask::',
  '##[error]',
  '\0',
  '\n',
  '\\',
  '"',
  '=',
  '-',
  '-----',
  'é',
  '\ud800',
  '${{',
  'BEGIN',
  '%0A',
  '`',
  ' '
]

const DAMAGES: readonly Damage[] = [
  (text, random) => flipped(text, random(text.length)),
  (text, random) => spliced(text, random(text.length), 1),
  (text, random) => spliced(text, random(text.length), random(200)),
  (text, random) => spliced(text, random(text.length), 0, STRANGERS[random(STRANGERS.length)]),
  (text, random) => text.slice(0, random(text.length)),
  (text, random) => text.slice(random(text.length)),
  (text, random) => spliced(text, random(text.length), 0, text.slice(0, random(text.length))),
  (text, random) =>
    text.replaceAll(text.charAt(random(text.length)), STRANGERS[random(STRANGERS.length)] ?? ''),
  (text, random) =>
    text
      .split('\n')
      .toSorted(() => random(3) - 1)
      .join('\n'),
  (text, random) => (random(2) === 0 ? text.toLowerCase() : text.toUpperCase())
]

function pick<T>(list: readonly T[], random: Random): T {
  return list[random(list.length)] as T
}

const FUZZED = [
  ...FORMS.map(([, text]) => text),
  sec1,
  encrypted('pkcs1'),
  key.pkcs1 + key.publicKey
]
const RUNS = triesOf(4000, 250)

describe('damaged keys', () => {
  const shapes = SHAPES.map(([, shape]) => shape)

  it('are read right or explained, and never shown', () => {
    const random = seeded(20_261_121)
    const codes = new Set<string>()
    let right = 0
    for (let run = 0; run < RUNS; run++) {
      let text = pick(shapes, random)(pick(FUZZED, random))
      for (let damages = 1 + random(2); damages > 0 && text !== ''; damages--) {
        text = pick(DAMAGES, random)(text, random)
      }
      const given = random(2) === 0 ? text : pick(shapes, random)(text)
      const { secrets, result } = read(given)
      expect(runsLeft(given, secrets)).toEqual([])
      expect(secrets.filter((secret) => secret.length < 16)).toEqual([])
      if (result.ok) {
        // Damage outside of the key does no harm; a damaged key must not pass for one.
        expect(result.value.fingerprint).toBe(key.fingerprint)
        right++
        continue
      }
      const [explanation] = explainProblems(result.problems)
      codes.add(explanation.code)
      expect(leak(explanation, text)).toBeUndefined()
      expect(explanation.problem).not.toContain('-----')
      expect(explanation.problem).toMatch(/^private-key [^\n]*\.$/)
    }
    expect(right).toBeGreaterThan(RUNS / 80)
    codes.delete('private-key-empty')
    expect([...codes].toSorted()).toEqual([
      'private-key-damaged',
      'private-key-incomplete',
      'private-key-not-a-key',
      'private-key-several',
      'private-key-wrong-kind'
    ])
  })
})

/** Everything that a PEM file can have where another character was. */
const CHARACTERS = Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_*\\ \n'
)
const PLACES = triesOf(8, 2)

describe('each character in some places of a PEM file', () => {
  it.each(FORMS)('is explained, or the key signs as it did: %s', (_, text) => {
    const random = seeded(20_261_128)
    const seen = { explained: 0, right: 0 }
    for (let place = 0; place < PLACES; place++) {
      const at = random(text.length)
      for (const character of CHARACTERS) {
        const damaged = spliced(text, at, 1, character)
        const isRight = signatureIsRight(damaged)
        if (isRight === undefined) {
          expect(explained(damaged).problem).toMatch(/^private-key is [^\n]*\.$/)
          seen.explained++
        } else {
          expect([at, character, isRight]).toEqual([at, character, true])
          seen.right++
        }
      }
    }
    expect(seen.explained).toBeGreaterThan(0)
    expect(seen.right).toBeGreaterThan(0)
  })
})
