import type { Explanation, ExplanationCode } from '../../explanation'
import type { CutShort, KeyMistake, Spot } from './mistake'

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
