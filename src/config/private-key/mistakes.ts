import type { Explanation, ExplanationCode } from '../../explanation'

/** The inputs that a key can come from. */
export type PrivateKeyInput = 'private-key' | 'private-key-file'

/** The longest text that is read as a key, in characters. The largest usable key needs a third. */
export const LONGEST_TEXT = 64 * 1024

/**
 * Why a text is not a usable private key. Holds lengths, counts and kinds only, never a part of the
 * text.
 */
export interface KeyMistake {
  readonly code: ExplanationCode
  /** Continues after the name of the input, as does the problem. */
  readonly title: string
  readonly problem: string
  readonly fix: Fix
}

/** Tells a mistake from what was looked for. */
export function isMistake(found: object): found is KeyMistake {
  return 'code' in found
}

/**
 * What a person reads about a mistake. BEGIN and END lines are never quoted: the runner masks each
 * line of a secret, and would print `***` instead.
 */
export function explainKeyMistake(mistake: KeyMistake, input: PrivateKeyInput): Explanation {
  const subject = input === 'private-key' ? input : 'The file in private-key-file'
  return {
    code: mistake.code,
    title: `${input} ${mistake.title}`,
    problem: `${subject} ${mistake.problem}.`,
    fix: FIXES[mistake.fix][input]
  }
}

export const ENCRYPTED = wrongKind(
  'is encrypted',
  'is encrypted, and nobody can type its passphrase here',
  'no-passphrase'
)
export const PUBLIC_KEY = notAKey('is a public key, and an App signs with its private key')
export const CERTIFICATE = notAKey('is a certificate, and an App signs with its private key')
export const PGP = notAKey('is a PGP key, and GitHub takes only the RSA keys of the App')
export const PKCS12 = notAKey('is a PKCS#12 (.pfx) container, not a PEM file', 'convert')

export const FIRST_LINE_ONLY = incomplete('it is the first line of a key and nothing else', 'whole')
export const NO_BODY = incomplete('nothing stands between its first and last line', 'whole')
export const NO_FIRST_LINE = incomplete('its first line, the one with BEGIN, is missing')
export const NO_LAST_LINE = incomplete('its last line, the one with END, is missing')
export const DAMAGED = damaged('it has the form of a key, but what is in it does not fit together')

/** The key announces more bytes than there are. */
export function cutShort(bytes: number, announced: number): KeyMistake {
  return incomplete(`${bytes} of its ${announced} bytes are there`)
}

/** A private key that is not an RSA key. */
export function notRsa(algorithm: string): KeyMistake {
  return wrongKind(
    'is not an RSA key',
    `is of the wrong kind (${algorithm}): GitHub takes RSA keys only`
  )
}

/** An RSA key that GitHub does not accept. */
export function tooSmall(bits: number): KeyMistake {
  return wrongKind('is too short', `is an RSA key of ${bits} bits: GitHub takes 2048 bits or more`)
}

/** An RSA key that takes minutes to sign with. */
export function tooLarge(bits: number): KeyMistake {
  return wrongKind(
    'is too long',
    `is an RSA key of ${bits} bits: to sign with it would take too long`
  )
}

/** A text that is longer than {@link LONGEST_TEXT}. */
export function tooLong(length: number): KeyMistake {
  return notAKey(`is not a private key: it has ${characters(length)}, more than ${LONGEST_TEXT}`)
}

/** Several keys that differ. */
export function several(keys: number): KeyMistake {
  return {
    code: 'private-key-several',
    title: 'holds several private keys',
    problem: `holds ${keys} private keys that differ, and an App signs with one`,
    fix: 'one'
  }
}

function notAKey(problem: string, fix: Fix = 'generate'): KeyMistake {
  return { code: 'private-key-not-a-key', title: 'is not a private key', problem, fix }
}

function wrongKind(title: string, problem: string, fix: Fix = 'generate'): KeyMistake {
  return { code: 'private-key-wrong-kind', title, problem, fix }
}

function incomplete(what: string, fix: Fix = 'again'): KeyMistake {
  const problem = `is cut short: ${what}`
  return { code: 'private-key-incomplete', title: 'is cut short', problem, fix }
}

function damaged(what: string): KeyMistake {
  const problem = `is damaged: ${what}`
  return { code: 'private-key-damaged', title: 'is damaged', problem, fix: 'again' }
}

function characters(count: number): string {
  return `${count} character${count === 1 ? '' : 's'}`
}

const LINE_END = /\r\n|\r|\n/

/**
 * Names the first line of a base64 body that cannot be right: it has a character that is not
 * base64, or is not as long as the first (RFC 7468, section 2: only the last line may be shorter).
 *
 * @param at index of the body in the text, whose lines are counted
 */
export function oddLine(text: string, body: string = text, at = 0): string | undefined {
  const stray = strayCharacter(body)
  if (stray !== -1) {
    return `line ${lineOf(text, at + stray)} has a character where no key has it`
  }
  const lengths = body.split(LINE_END).map((line) => line.trim().length)
  const full = lengths.find((length) => length > 0)
  const last = lengths.findLastIndex((length) => length > 0)
  const odd = lengths.findIndex((length, index) => length > 0 && index < last && length !== full)
  return odd === -1 ? undefined : `line ${lineOf(text, at) + odd} is not as long as the first`
}

/** Adds the line that {@link oddLine} found to what is wrong with the bytes. */
export function withOddLine(mistake: KeyMistake, line: string | undefined): KeyMistake {
  const isDamaged = mistake === DAMAGED
  if (line === undefined || (!isDamaged && mistake.code !== 'private-key-incomplete')) {
    return mistake
  }
  return isDamaged ? damaged(line) : { ...mistake, problem: `${mistake.problem}, and ${line}` }
}

/** Index of the first character that is invalid in base64, or -1. */
function strayCharacter(text: string): number {
  const stray = text.search(/[^A-Za-z0-9+/_=\s-]/)
  const padding = text.indexOf('=')
  if (padding === -1 || /^[=\s]*$/.test(text.slice(padding))) {
    return stray
  }
  return stray === -1 ? padding : Math.min(stray, padding)
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split(LINE_END).length
}

const EMPTY: KeyMistake = {
  code: 'private-key-empty',
  title: 'is empty',
  problem: 'is empty',
  fix: 'generate'
}
const TOKEN = 'looks like a GitHub token, not like the key that tokens are made with'
const JWT = 'looks like a JSON web token, not like the key that such tokens are signed with'

/**
 * What people paste instead of a private key. The first pattern that matches decides, so narrow
 * patterns come first. Every pattern takes linear time.
 */
const LOOKS: readonly (readonly [KeyMistake, ...RegExp[]])[] = [
  [EMPTY, /^$/],
  [notAKey('is nothing but asterisks, as a log shows a secret', 'copy'), /^[*•●\s]+$/],
  [notAKey('looks like an expression that GitHub has not evaluated', 'secret'), /^\$\{\{/],
  [
    notAKey('looks like a variable or command that no shell has expanded', 'secret'),
    /^\$(?:\w+|env:\w+|\{[^}]*\}|\([^)]*\))$/i,
    /^%\w+%$/
  ],
  [notAKey('looks like a client secret (40 hex characters)'), /^[0-9a-f]{40}$/i],
  [
    notAKey("looks like a key's fingerprint, which tells keys apart but is not one"),
    /^SHA256:\s*\S+$/i,
    /^(?:[0-9a-f]{2}:){15,31}[0-9a-f]{2}$/i
  ],
  // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
  [notAKey(TOKEN), /^(?:gh[a-z]_|github_pat_)\S+$/, /^v1\.[0-9a-f]{40}$/],
  [notAKey(JWT), /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/],
  [notAKey('looks like a client ID, which belongs in client-id'), /^Iv\d[\w.]{6,30}$/],
  [notAKey('looks like an App ID (digits only), which belongs in app-id'), /^\d{1,12}$/],
  // An OpenSSH public key: its type, and base64 that starts with the type again (RFC 4253).
  [PUBLIC_KEY, /^(?:ssh|ecdsa|sk)-\S+\s+AAAA/, /^AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh)/],
  [notAKey('is a key in the format of PuTTY, not a PEM file', 'convert'), /^PuTTY-User-Key-File-/],
  [notAKey('looks like JSON without a private key in PEM form in it'), /^[[{]/],
  [
    notAKey('looks like a path, not like the key in that file', 'path'),
    /^(?=[^\r\n]{1,255}$)(?:file:|[a-z]:[\\/]|~[\\/]|\.{0,2}\\|\.{1,2}\/)\S/i,
    /^(?=[^\r\n]{1,255}$)\/(?:[\w.@~ +-]+\/|[\w ~+-]*\.\w)\S/,
    /^[^\r\n"'<>|]{1,255}\.(?:pem|key|der|p8|pk8|p12|pfx|ppk|crt|cer|txt|rsa)$/i
  ],
  [notAKey('holds binary data, not text', 'convert'), /[^\P{Cc}\s]|\ufffd/u]
]

/** A BEGIN line whose dashes are not where they belong. */
const BROKEN_BEGIN = /BEGIN\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/

/** Base64 of what a key starts with: DER, its PEM, that in base64 again, OpenSSH's magic. */
const STARTS = /^(?:MII[A-Za-z0-9+/_-]{60}|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt)/

/** Says what a text without a key is. The outermost text comes first, and decides. */
export function recognise(texts: readonly [string, ...string[]]): KeyMistake {
  for (const text of texts) {
    const look = LOOKS.find(([, ...patterns]) => patterns.some((pattern) => pattern.test(text)))
    if (look !== undefined) {
      return look[0]
    }
  }
  if (texts.some((text) => BROKEN_BEGIN.test(text))) {
    return damaged('the dashes around BEGIN or END are not all there')
  }
  const start = texts.find((text) => STARTS.test(text))
  return start === undefined
    ? notAKey(`is not a private key: ${characters(texts[0].length)} without a BEGIN line`)
    : withOddLine(DAMAGED, oddLine(start))
}

type Fix =
  'generate' | 'again' | 'whole' | 'secret' | 'path' | 'one' | 'no-passphrase' | 'copy' | 'convert'

const GENERATE = 'App settings > Private keys > Generate a private key.'
const STORE = '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
const PUT = 'put the whole .pem file where private-key-file points.'

/** `App settings > Private keys`: github.com/settings/apps, or the same page of an organization. */
const FIXES: Readonly<Record<Fix, Readonly<Record<PrivateKeyInput, string>>>> = {
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
