import { LONGEST_TEXT } from '../config/private-key/mistakes'
import type { InputProblem, KeyInput, KeyLookalike, KeyMistake, OddLine } from '../problem'
import type { Explanation, ExplanationCode } from './explanation'

/**
 * What a person reads about a private key that cannot be used. BEGIN and END lines are never quoted:
 * the runner masks each line of a secret, and would print `***` instead.
 */
export function explainKey({ input, mistake }: UnusableKey): Explanation {
  const subject = input === 'private-key' ? input : 'The file in private-key-file'
  const describe = MISTAKES[mistake.mistake] as (mistake: KeyMistake) => Words
  const words = describe(mistake)
  return {
    code: words.code,
    title: `${input} ${words.title}`,
    problem: `${subject} ${words.problem}.`,
    fix: FIXES[words.fix][input]
  }
}

type UnusableKey = Extract<InputProblem, { readonly kind: 'key-unusable' }>

/** Title and problem continue after the name of the input. */
interface Words {
  readonly code: ExplanationCode
  readonly title: string
  readonly problem: string
  readonly fix: Fix
}

/** For each mistake, the words for it. */
type MistakeWords<Mistake extends KeyMistake> = {
  readonly [One in Mistake as One['mistake']]: (mistake: One) => Words
}

const MISTAKES: MistakeWords<KeyMistake> = {
  empty: () => ({
    code: 'private-key-empty',
    title: 'is empty',
    problem: 'is empty',
    fix: 'generate'
  }),
  'not-a-key': ({ looksLike }) => notAKey(...LOOKALIKES[looksLike]),
  'no-begin-line': ({ length }) =>
    notAKey(`is not a private key: ${characters(length)} without a BEGIN line`, 'generate'),
  'too-long': ({ length }) =>
    notAKey(
      `is not a private key: it has ${characters(length)}, more than ${LONGEST_TEXT}`,
      'generate'
    ),
  encrypted: () => ({
    code: 'private-key-wrong-kind',
    title: 'is encrypted',
    problem: 'is encrypted, and nobody can type its passphrase here',
    fix: 'no-passphrase'
  }),
  'not-rsa': ({ algorithm }) => ({
    code: 'private-key-wrong-kind',
    title: 'is not an RSA key',
    problem: `is of the wrong kind (${algorithm}): GitHub takes RSA keys only`,
    fix: 'generate'
  }),
  'too-few-bits': ({ bits }) => ({
    code: 'private-key-wrong-kind',
    title: 'is too short',
    problem: `is an RSA key of ${bits} bits: GitHub takes 2048 bits or more`,
    fix: 'generate'
  }),
  'too-many-bits': ({ bits }) => ({
    code: 'private-key-wrong-kind',
    title: 'is too long',
    problem: `is an RSA key of ${bits} bits: to sign with it would take too long`,
    fix: 'generate'
  }),
  'only-first-line': () => incomplete('it is the first line of a key and nothing else', 'whole'),
  'no-body': () => incomplete('nothing stands between its first and last line', 'whole'),
  'no-first-line': () => incomplete('its first line, the one with BEGIN, is missing'),
  'no-last-line': () => incomplete('its last line, the one with END, is missing'),
  'cut-short': ({ bytes, announced, oddLine }) => {
    const line = oddLine === undefined ? '' : `, and ${describeLine(oddLine)}`
    return incomplete(`${bytes} of its ${announced} bytes are there${line}`)
  },
  damaged: ({ oddLine }) =>
    damaged(
      oddLine === undefined
        ? 'it has the form of a key, but what is in it does not fit together'
        : describeLine(oddLine)
    ),
  'broken-dashes': () => damaged('the dashes around BEGIN or END are not all there'),
  several: ({ keys }) => ({
    code: 'private-key-several',
    title: 'holds several private keys',
    problem: `holds ${keys} private keys that differ, and an App signs with one`,
    fix: 'one'
  })
}

function notAKey(problem: string, fix: Fix): Words {
  return { code: 'private-key-not-a-key', title: 'is not a private key', problem, fix }
}

function incomplete(what: string, fix: Fix = 'again'): Words {
  const problem = `is cut short: ${what}`
  return { code: 'private-key-incomplete', title: 'is cut short', problem, fix }
}

function damaged(what: string): Words {
  const problem = `is damaged: ${what}`
  return { code: 'private-key-damaged', title: 'is damaged', problem, fix: 'again' }
}

function describeLine({ line, reason }: OddLine): string {
  return reason === 'length'
    ? `line ${line} is not as long as the first`
    : `line ${line} has a character where no key has it`
}

function characters(count: number): string {
  return `${count} character${count === 1 ? '' : 's'}`
}

const LOOKALIKES: Readonly<Record<KeyLookalike, readonly [problem: string, fix: Fix]>> = {
  'public-key': ['is a public key, and an App signs with its private key', 'generate'],
  certificate: ['is a certificate, and an App signs with its private key', 'generate'],
  pgp: ['is a PGP key, and GitHub takes only the RSA keys of the App', 'generate'],
  pkcs12: ['is a PKCS#12 (.pfx) container, not a PEM file', 'convert'],
  putty: ['is a key in the format of PuTTY, not a PEM file', 'convert'],
  asterisks: ['is nothing but asterisks, as a log shows a secret', 'copy'],
  expression: ['looks like an expression that GitHub has not evaluated', 'secret'],
  variable: ['looks like a variable or command that no shell has expanded', 'secret'],
  'client-secret': ['looks like a client secret (40 hex characters)', 'generate'],
  fingerprint: [
    "looks like a key's fingerprint, which tells keys apart but is not one",
    'generate'
  ],
  token: ['looks like a GitHub token, not like the key that tokens are made with', 'generate'],
  jwt: [
    'looks like a JSON web token, not like the key that such tokens are signed with',
    'generate'
  ],
  'client-id': ['looks like a client ID, which belongs in client-id', 'generate'],
  'app-id': ['looks like an App ID (digits only), which belongs in app-id', 'generate'],
  json: ['looks like JSON without a private key in PEM form in it', 'generate'],
  path: ['looks like a path, not like the key in that file', 'path'],
  binary: ['holds binary data, not text', 'convert']
}

type Fix =
  'generate' | 'again' | 'whole' | 'secret' | 'path' | 'one' | 'no-passphrase' | 'copy' | 'convert'

const GENERATE = 'App settings > Private keys > Generate a private key.'
const STORE = '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
const PUT = 'put the whole .pem file where private-key-file points.'

/** `App settings > Private keys`: github.com/settings/apps, or the same page of an organization. */
const FIXES: Readonly<Record<Fix, Readonly<Record<KeyInput, string>>>> = {
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
