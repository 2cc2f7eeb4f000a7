import type { Explanation, ExplanationCode } from '../../explanation'

/**
 * The longest text taken for a key, in characters; nothing inside it can be longer either. A key of
 * {@link MOST_BITS} in base64 twice over is a third of it.
 */
export const LONGEST_TEXT = 64 * 1024

/** GitHub makes keys of 2048 bits; RFC 7518, section 3.3, wants no fewer for RS256. */
export const FEWEST_BITS = 2048

/** To sign with a key of this size takes two seconds; with one of six times as much, minutes. */
export const MOST_BITS = 16_384

/**
 * What stands in the place of a private key, or what is wrong with the one that is there. Carries
 * lengths, counts and kinds only, never a piece of the text itself.
 */
export type KeyMistake =
  | { readonly kind: ForeignKind }
  | { readonly kind: 'unknown'; readonly characters: number }
  | { readonly kind: 'too-long'; readonly characters: number }
  | { readonly kind: 'damaged'; readonly spot: Spot | undefined }
  | CutShort
  | { readonly kind: 'not-rsa'; readonly algorithm: string }
  | { readonly kind: 'too-small'; readonly bits: number }
  | { readonly kind: 'too-large'; readonly bits: number }
  | { readonly kind: 'several'; readonly count: number }

/** Mistakes of which there is no more to tell than their name. */
export type ForeignKind =
  | 'empty'
  | 'client-secret'
  | 'fingerprint'
  | 'client-id'
  | 'app-id'
  | 'token'
  | 'jwt'
  | 'variable'
  | 'expression'
  | 'path'
  | 'asterisks'
  | 'binary'
  | 'json'
  | 'public-key'
  | 'certificate'
  | 'putty'
  | 'pgp'
  | 'pkcs12'
  | 'encrypted'
  | 'first-line-only'
  | 'no-body'
  | 'no-first-line'
  | 'no-last-line'
  | 'broken-dashes'

/** Bytes are missing: the structure announces more of them than there are. */
export interface CutShort {
  readonly kind: 'cut-short'
  readonly bytes: number
  readonly announced: number
  readonly spot: Spot | undefined
}

/** The line that gives a damage away, counted from 1 in the text of the key. */
export interface Spot {
  readonly line: number
  readonly sign: 'stray-character' | 'odd-length'
}

/** Something read from a text or from bytes, or the mistake that is there instead. */
export type Found<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly mistake: KeyMistake }

/** What was looked for. */
export function found<T>(value: T): Found<T> {
  return { ok: true, value }
}

/** A mistake in the place of what was looked for. */
export function mistaken<T>(mistake: KeyMistake): Found<T> {
  return { ok: false, mistake }
}

/** A damage of which no more is known than that it is there. */
export const DAMAGED: KeyMistake = { kind: 'damaged', spot: undefined }

/**
 * What people paste in the place of a private key, by how it looks. The first that fits wins, so
 * the narrower patterns come first. Every pattern is anchored and takes linear time.
 */
const LOOKS: readonly (readonly [ForeignKind, RegExp])[] = [
  ['empty', /^$/],
  ['asterisks', /^[*•●\s]+$/],
  ['expression', /^\$\{\{/],
  ['variable', /^\$(?:\w+|env:\w+|\{[^}]*\}|\([^)]*\))$/i],
  ['variable', /^%\w+%$/],
  ['client-secret', /^[0-9a-f]{40}$/i],
  ['fingerprint', /^SHA256:\s*\S+$/i],
  ['fingerprint', /^(?:[0-9a-f]{2}:){15,31}[0-9a-f]{2}$/i],
  // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
  ['token', /^(?:gh[a-z]_|github_pat_)\S+$/],
  ['token', /^v1\.[0-9a-f]{40}$/],
  ['jwt', /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/],
  ['client-id', /^Iv\d[\w.]{6,30}$/],
  ['app-id', /^\d{1,12}$/],
  // An OpenSSH public key: its type, and base64 that starts with the type again (RFC 4253).
  ['public-key', /^(?:ssh|ecdsa|sk)-\S+\s+AAAA/],
  ['public-key', /^AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh)/],
  ['putty', /^PuTTY-User-Key-File-/],
  ['json', /^[[{]/],
  ['path', /^(?=[^\r\n]{1,255}$)(?:file:|[a-z]:[\\/]|~[\\/]|\.{0,2}\\|\.{1,2}\/)\S/i],
  ['path', /^(?=[^\r\n]{1,255}$)\/(?:[\w.@~ +-]+\/|[\w ~+-]*\.\w)\S/],
  ['path', /^[^\r\n"'<>|]{1,255}\.(?:pem|key|der|p8|pk8|p12|pfx|ppk|crt|cer|txt|rsa)$/i],
  ['binary', /[^\P{Cc}\s]|\ufffd/u]
]

/** Base64 of what a key starts with: DER, its PEM, that in base64 again, OpenSSH's magic. */
const STARTS = /^(?:MII[A-Za-z0-9+/_-]{60}|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt)/

/** What a text without a key in it is; texts come outermost first, and the outermost decides. */
export function recognise(texts: readonly [string, ...string[]]): KeyMistake {
  for (const text of texts) {
    const look = LOOKS.find(([, pattern]) => pattern.test(text))
    if (look !== undefined) {
      return { kind: look[0] }
    }
  }
  if (texts.some(hasBrokenArmour)) {
    return { kind: 'broken-dashes' }
  }
  const start = texts.find((text) => STARTS.test(text))
  return start === undefined
    ? { kind: 'unknown', characters: texts[0].length }
    : { kind: 'damaged', spot: spotIn(start) }
}

const LINE_END = /\r\n|\r|\n/

/**
 * The first line of a base64 body that cannot be right: it has a character that base64 lacks, or
 * is not as long as the first (RFC 7468, section 2: all lines but the last are of one length).
 */
export function spotIn(text: string, body: string = text, at = 0): Spot | undefined {
  const stray = strayCharacter(body)
  if (stray !== -1) {
    return { line: lineOf(text, at + stray), sign: 'stray-character' }
  }
  const lines = body.split(LINE_END).map((line) => line.trim().length)
  const full = lines.find((length) => length > 0)
  const last = lines.findLastIndex((length) => length > 0)
  const odd = lines.findIndex((length, index) => length > 0 && index < last && length !== full)
  return odd === -1 ? undefined : { line: lineOf(text, at) + odd, sign: 'odd-length' }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(LINE_END).length
}

/** The inputs that a key can come from. */
export type PrivateKeyInput = 'private-key' | 'private-key-file'

/** The words for one mistake; title and problem go on from the name of the input. */
interface Words {
  readonly code: ExplanationCode
  readonly title: string
  readonly problem: string
  readonly cure: Cure
}

type Cure =
  'generate' | 'again' | 'whole' | 'secret' | 'path' | 'one' | 'no-passphrase' | 'copy' | 'convert'

/**
 * What a person reads about a mistake. Armour is never quoted: the runner masks each line of a
 * secret and would print `***` in its place.
 */
export function explainKeyMistake(mistake: KeyMistake, input: PrivateKeyInput): Explanation {
  const words = wordsFor(mistake)
  const subject = input === 'private-key' ? input : 'The file in private-key-file'
  return {
    code: words.code,
    title: `${input} ${words.title}`,
    problem: `${subject} ${words.problem}.`,
    fix: CURES[words.cure][input]
  }
}

type WordsByKind = {
  readonly [K in KeyMistake['kind']]: Words | ((mistake: Extract<KeyMistake, { kind: K }>) => Words)
}

function wordsFor(mistake: KeyMistake): Words {
  // The table gives each kind a function of that very kind, which indexing cannot express.
  const words = WORDS[mistake.kind] as Words | ((mistake: KeyMistake) => Words)
  return typeof words === 'function' ? words(mistake) : words
}

const WORDS: WordsByKind = {
  empty: {
    code: 'private-key-empty',
    title: 'is empty',
    problem: 'is empty',
    cure: 'generate'
  },
  unknown: ({ characters }) =>
    notAKey(`is not a private key: ${count(characters, 'character')} without a BEGIN line`),
  'too-long': ({ characters }) =>
    notAKey(`is not a private key: it has ${count(characters, 'character')}, more than 65536`),
  'client-secret': notAKey('looks like a client secret (40 hex characters)'),
  fingerprint: notAKey("looks like a key's fingerprint, which tells keys apart but is not one"),
  'client-id': notAKey('looks like a client ID, which belongs in client-id'),
  'app-id': notAKey('looks like an App ID (digits only), which belongs in app-id'),
  token: notAKey('looks like a GitHub token, not like the key that tokens are made with'),
  jwt: notAKey('looks like a JSON web token, not like the key that such tokens are signed with'),
  variable: notAKey('looks like a variable or command that no shell has expanded', 'secret'),
  expression: notAKey('looks like an expression that GitHub has not evaluated', 'secret'),
  path: notAKey('looks like a path, not like the key in that file', 'path'),
  asterisks: notAKey('is nothing but asterisks, as a log shows a secret', 'copy'),
  binary: notAKey('holds binary data, not text', 'convert'),
  json: notAKey('looks like JSON without a private key in PEM form in it'),
  'public-key': notAKey('is a public key, and an App signs with its private key'),
  certificate: notAKey('is a certificate, and an App signs with its private key'),
  putty: notAKey('is a key in the format of PuTTY, not a PEM file', 'convert'),
  pgp: notAKey('is a PGP key, and GitHub takes only the RSA keys of the App'),
  pkcs12: notAKey('is a PKCS#12 (.pfx) container, not a PEM file', 'convert'),
  encrypted: wrongKind(
    'is encrypted',
    'is encrypted, and nobody can type its passphrase here',
    'no-passphrase'
  ),
  'not-rsa': ({ algorithm }) =>
    wrongKind(
      'is not an RSA key',
      `is of the wrong kind (${algorithm}): GitHub takes RSA keys only`
    ),
  'too-small': ({ bits }) =>
    wrongKind('is too short', `is an RSA key of ${bits} bits: GitHub takes 2048 bits or more`),
  'too-large': ({ bits }) =>
    wrongKind('is too long', `is an RSA key of ${bits} bits: to sign with it would take too long`),
  'first-line-only': incomplete(
    'is cut short: it is the first line of a key and nothing else',
    'whole'
  ),
  'no-body': incomplete('is cut short: nothing stands between its first and last line', 'whole'),
  'no-first-line': incomplete('is cut short: its first line, the one with BEGIN, is missing'),
  'no-last-line': incomplete('is cut short: its last line, the one with END, is missing'),
  'cut-short': (mistake) => incomplete(`is cut short: ${whatIsThere(mistake)}`),
  'broken-dashes': damaged('is damaged: the dashes around BEGIN or END are not all there'),
  damaged: ({ spot }) => damaged(`is damaged: ${spot === undefined ? NO_SPOT : whatIsOdd(spot)}`),
  several: ({ count }) => ({
    code: 'private-key-several',
    title: 'holds several private keys',
    problem: `holds ${count} private keys that differ, and an App signs with one`,
    cure: 'one'
  })
}

function notAKey(problem: string, cure: Cure = 'generate'): Words {
  return { code: 'private-key-not-a-key', title: 'is not a private key', problem, cure }
}

function wrongKind(title: string, problem: string, cure: Cure = 'generate'): Words {
  return { code: 'private-key-wrong-kind', title, problem, cure }
}

function incomplete(problem: string, cure: Cure = 'again'): Words {
  return { code: 'private-key-incomplete', title: 'is cut short', problem, cure }
}

function damaged(problem: string): Words {
  return { code: 'private-key-damaged', title: 'is damaged', problem, cure: 'again' }
}

const NO_SPOT = 'it has the form of a key, but what is in it does not fit together'

function whatIsOdd({ line, sign }: Spot): string {
  return sign === 'stray-character'
    ? `line ${line} has a character where no key has it`
    : `line ${line} is not as long as the first`
}

function whatIsThere({ bytes, announced, spot }: CutShort): string {
  const there = `${bytes} of its ${announced} bytes are there`
  return spot === undefined ? there : `${there}, and ${whatIsOdd(spot)}`
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}

const GENERATE = 'App settings > Private keys > Generate a private key.'
const STORE = '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
const PUT = 'put the whole .pem file where private-key-file points.'

/** `App settings > Private keys`: github.com/settings/apps, or the same page of an organization. */
const CURES: Readonly<Record<Cure, Readonly<Record<PrivateKeyInput, string>>>> = {
  generate: {
    'private-key': `${GENERATE} Store the whole .pem file:\n${STORE}`,
    'private-key-file': `${GENERATE} Put the whole .pem file where private-key-file points.`
  },
  again: {
    'private-key': `store the whole .pem file again:\n${STORE}\nThe file is gone? ${GENERATE}`,
    'private-key-file': `${PUT} The file is gone? ${GENERATE}`
  },
  whole: {
    'private-key': `store the whole .pem file, all its lines:\n${STORE}\nThe file is gone? ${GENERATE}`,
    'private-key-file': `put the whole .pem file, all its lines, where private-key-file points.`
  },
  secret: {
    'private-key':
      'write `private-key: ${{ secrets.NAME }}` in the step under `with:`, with the name of the ' +
      `secret, and store the whole .pem file in that secret:\n${STORE}`,
    'private-key-file': PUT
  },
  path: {
    'private-key': `give the path as private-key-file instead, or store the whole .pem file:\n${STORE}`,
    'private-key-file': 'give that path itself as private-key-file.'
  },
  one: {
    'private-key':
      'keep the newest key only. GitHub accepts the old and the new key of an App side by side, ' +
      `so to rotate, replace the secret first and delete the old key afterwards:\n${STORE}`,
    'private-key-file':
      'keep the newest key only. GitHub accepts the old and the new key of an App side by side, ' +
      'so to rotate, replace the file first and delete the old key afterwards.'
  },
  'no-passphrase': {
    'private-key': `store the .pem file as GitHub made it, without a passphrase:\n${STORE}\nThe file is gone? ${GENERATE}`,
    'private-key-file': `put the .pem file as GitHub made it, without a passphrase, where private-key-file points. The file is gone? ${GENERATE}`
  },
  copy: {
    'private-key': `a secret cannot be read back from a log. Store the whole .pem file:\n${STORE}\nThe file is gone? ${GENERATE}`,
    'private-key-file': `a secret cannot be read back from a log. Put the whole .pem file where private-key-file points. The file is gone? ${GENERATE}`
  },
  convert: {
    'private-key': `store the .pem file that GitHub made, not a converted one:\n${STORE}\nThe file is gone? ${GENERATE}`,
    'private-key-file': `put the .pem file that GitHub made, not a converted one, where private-key-file points. The file is gone? ${GENERATE}`
  }
}

/** Words of a BEGIN line whose dashes are not where they belong. */
const BROKEN_ARMOUR = /BEGIN\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/

/** Whether the text names a private key, but its armour is not whole enough to be read. */
export function hasBrokenArmour(text: string): boolean {
  return BROKEN_ARMOUR.test(text)
}

const STRAY = /[^A-Za-z0-9+/_=\s-]/

/** Where the first character stands that base64 cannot have there; -1 where there is none. */
export function strayCharacter(text: string): number {
  const stray = text.search(STRAY)
  const padding = text.indexOf('=')
  if (padding === -1 || /^[=\s]*$/.test(text.slice(padding))) {
    return stray
  }
  return stray === -1 ? padding : Math.min(stray, padding)
}
