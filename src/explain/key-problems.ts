import { MAX_TEXT_LENGTH } from '../config/private-key/mistakes'
import type {
  AppKeyInput,
  CredentialProblem,
  KeyInput,
  KeyLookalike,
  KeyMistake,
  OddLine
} from '../problems/credential-problem'
import type { Explanation, ExplanationCode } from './explanation'
import { counted } from './words'

/**
 * What a person reads about a private key that cannot be used. BEGIN and END lines are never quoted:
 * the runner masks each line of a secret, and would print `***` instead.
 */
export function explainKey({ input, mistake, isFallbackSet }: UnusableKey): Explanation {
  const subject = input === 'private-key' ? input : 'The file in private-key-file'
  const describe = MISTAKES[mistake.mistake] as (mistake: KeyMistake) => Words
  const words = describe(mistake)
  return {
    code: words.code,
    title: `${input} ${words.title}`,
    problem: `${subject} ${words.problem}.${unusedFallback(isFallbackSet)}`,
    fix: FIXES[words.fix][input]
  }
}

/** Says why a fallback token is not used, if there is one. */
export function unusedFallback(isSet = false): string {
  return isSet
    ? '\nfallback-token is not used: it is only for pull requests from forks, for runs of Dependabot, and for steps in which no input for a credential is set.'
    : ''
}

type UnusableKey = Extract<CredentialProblem, { readonly kind: 'key-unusable' }>

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
    notAKey(
      `is not a private key: ${counted(length, 'character')} without a BEGIN line`,
      'generate'
    ),
  'too-long': ({ length }) =>
    notAKey(
      `is not a private key: it has ${counted(length, 'character')}, more than ${MAX_TEXT_LENGTH}`,
      'generate'
    ),
  encrypted: () => ({
    code: 'private-key-wrong-kind',
    title: 'is encrypted',
    problem: 'is encrypted, and the action cannot ask for the passphrase',
    fix: 'no-passphrase'
  }),
  'not-rsa': ({ algorithm }) => ({
    code: 'private-key-wrong-kind',
    title: 'is not an RSA key',
    problem: `is of the wrong kind (${algorithm}). GitHub accepts only RSA keys`,
    fix: 'generate'
  }),
  'too-few-bits': ({ bits }) => ({
    code: 'private-key-wrong-kind',
    title: 'is too short',
    problem: `is an RSA key of ${bits} bits. GitHub requires 2048 bits or more`,
    fix: 'generate'
  }),
  'too-many-bits': ({ bits }) => ({
    code: 'private-key-wrong-kind',
    title: 'is too long',
    problem: `is an RSA key of ${bits} bits. Signing with it takes too long`,
    fix: 'generate'
  }),
  'only-first-line': () => incomplete('it contains only the first line of a key', 'whole'),
  'no-body': () => incomplete('there is nothing between its first and last line', 'whole'),
  'no-first-line': () => incomplete('its first line, the one with BEGIN, is missing'),
  'no-last-line': () => incomplete('its last line, the one with END, is missing'),
  'cut-short': ({ bytes, announced, oddLine }) => {
    const line = oddLine === undefined ? '' : `, and ${describeLine(oddLine)}`
    return incomplete(`${bytes} of its ${announced} bytes are there${line}`)
  },
  damaged: ({ oddLine }) =>
    damaged(
      oddLine === undefined
        ? 'it looks like a key, but its numbers do not fit together'
        : describeLine(oddLine)
    ),
  'broken-dashes': () => damaged('some dashes around BEGIN or END are missing'),
  several: ({ keys }) => ({
    code: 'private-key-several',
    title: 'contains several private keys',
    problem: `contains ${keys} different private keys. An App uses one`,
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
    ? `line ${line} is not as long as the first line`
    : `line ${line} contains an invalid character`
}

const LOOKALIKES: Readonly<Record<KeyLookalike, readonly [problem: string, fix: Fix]>> = {
  'public-key': ['is a public key. An App needs its private key', 'generate'],
  certificate: ['is a certificate. An App needs its private key', 'generate'],
  pgp: ['is a PGP key. GitHub accepts only RSA keys of the App', 'generate'],
  pkcs12: ['is a PKCS#12 (.pfx) file, not a PEM file', 'convert'],
  putty: ['is a PuTTY key, not a PEM file', 'convert'],
  asterisks: ['contains only asterisks, as a log shows a secret', 'copy'],
  expression: ['looks like an expression that GitHub did not evaluate', 'secret'],
  variable: ['looks like a variable or command that no shell expanded', 'secret'],
  name: ['looks like the name of a secret or a variable, not like its value', 'secret'],
  'client-secret': ['looks like a client secret (40 hex characters)', 'generate'],
  fingerprint: ['looks like the fingerprint of a key, not like the key', 'generate'],
  token: ['looks like a GitHub token, not like a private key', 'generate'],
  jwt: ['looks like a JSON web token, not like a private key', 'jwt'],
  'client-id': ['looks like a client ID. Use client-id for it', 'generate'],
  'app-id': ['looks like an App ID (digits only). Use app-id for it', 'generate'],
  json: ['looks like JSON without a private key', 'generate'],
  path: ['looks like a path, not like a private key', 'path'],
  binary: ['contains binary data, not text', 'convert']
}

type Fix =
  | 'generate'
  | 'again'
  | 'whole'
  | 'secret'
  | 'path'
  | 'one'
  | 'no-passphrase'
  | 'copy'
  | 'convert'
  | 'jwt'

const GENERATE_KEY = 'App settings > Private keys > Generate a private key.'
const STORE_KEY = '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
const PUT_KEY_FILE = 'use the whole .pem file as the file in private-key-file.'

/** What to do to use a new key of the App's settings, after "generate a key". */
export function replaceKey(input: AppKeyInput): string {
  switch (input) {
    case 'private-key':
      return `store the whole .pem file:\n${STORE_KEY}`
    case 'private-key-file':
      return 'replace the file in private-key-file by the whole .pem file.'
    case 'jwt':
      return 'sign the JWT with it.'
    case 'kms-key':
      return 'import it into the key service, and name it in `kms-key`: see docs/KEYS.md of this action.'
  }
}

/** `App settings > Private keys`: github.com/settings/apps, or the same page of an organization. */
const FIXES: Readonly<Record<Fix, Readonly<Record<KeyInput, string>>>> = {
  generate: {
    'private-key': `${GENERATE_KEY} Store the whole .pem file:\n${STORE_KEY}`,
    'private-key-file': `${GENERATE_KEY} Use the whole .pem file as the file in private-key-file.`
  },
  again: {
    'private-key': `store the whole .pem file again:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
    'private-key-file': `${PUT_KEY_FILE} If you do not have the file: ${GENERATE_KEY}`
  },
  whole: {
    'private-key': `store the whole .pem file, with all its lines:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
    'private-key-file': `use the whole .pem file, with all its lines, as the file in private-key-file.`
  },
  secret: {
    'private-key':
      'write `private-key: ${{ secrets.NAME }}` in the step under `with:`, with the name of the ' +
      `secret, and store the whole .pem file in that secret:\n${STORE_KEY}`,
    'private-key-file': PUT_KEY_FILE
  },
  path: {
    'private-key': `set the path in private-key-file instead, or store the whole .pem file:\n${STORE_KEY}`,
    'private-key-file': 'set that path itself in private-key-file.'
  },
  one: {
    'private-key':
      'keep only the newest key. GitHub accepts the old and the new key of an App side by side: ' +
      `to rotate, replace the secret first, then delete the old key:\n${STORE_KEY}`,
    'private-key-file':
      'keep only the newest key. GitHub accepts the old and the new key of an App side by side: ' +
      'to rotate, replace the file first, then delete the old key.'
  },
  'no-passphrase': {
    'private-key': `store the .pem file as GitHub created it, without a passphrase:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
    'private-key-file': `use the .pem file as GitHub created it, without a passphrase, as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
  },
  copy: {
    'private-key': `you cannot copy a secret from a log. Store the whole .pem file:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
    'private-key-file': `you cannot copy a secret from a log. Use the whole .pem file as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
  },
  convert: {
    'private-key': `store the .pem file that GitHub created, not a converted one:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
    'private-key-file': `use the .pem file that GitHub created, not a converted one, as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
  },
  jwt: {
    'private-key': `if the App's key signed it, set it in \`jwt\`, and remove \`private-key\`. Otherwise store the whole .pem file:\n${STORE_KEY}`,
    'private-key-file': `if the App's key signed it, set it in \`jwt\`, and remove \`private-key-file\`. Otherwise ${PUT_KEY_FILE}`
  }
}
