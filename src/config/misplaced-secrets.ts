import { secretKindIn, type SecretKind } from '../secret-text'
import { guessSecrets } from '../http/proxy-address'
import type { Inputs } from './step-inputs'
import { invalidIfAny, type Parsed } from '../parsed'
import type { Problem } from '../problems/problem'
import { addressesWithCredentials } from './address-credentials'
import { MIN_SECRET_LENGTH, textsToMask } from './private-key/secrets'
import { unwrap } from './private-key/unwrap'

/** Secrets in inputs that they do not belong in, by the name of the input. */
export type WrongInputs = ReadonlyMap<string, Problem>

/**
 * Looks at each input as a whole, before it is read: a list that is split into lines would leave
 * pieces of a key that do not look like one. `client-id` and `app-id` are checked by their own
 * parser, and `fallback-token` is a secret. Problems: `secret-in-input`, `key-in-input-name`.
 */
export function findMisplacedSecrets(inputs: Inputs): WrongInputs {
  const found = new Map<string, Problem>()
  for (const [input, text] of valuesOf(inputs)) {
    const problem = CHECKED_ELSEWHERE.has(input) ? undefined : findMisplacedSecret(input, text)
    if (problem !== undefined) found.set(input, problem)
  }
  for (const name of inputs.permissionInputs.keys()) {
    if (misplacedSecretKind(name) === undefined && !LONG_NAME.test(name)) continue
    found.set(name, { kind: 'key-in-input-name' })
  }
  return found
}

/** The problems with some inputs. Such an input must not be read. Undefined if there is no problem. */
export function refuseMisplacedSecrets<T>(
  found: WrongInputs,
  names: readonly string[]
): Parsed<T> | undefined {
  return invalidIfAny(names.flatMap((name) => found.get(name) ?? []))
}

/** Inputs whose parsers find a password in an address themselves. */
const INPUTS_WITH_OWN_LOGIN_CHECK: ReadonlySet<string> = new Set([
  'github-api-url',
  'token-service'
])

/** A secret in an input, if there is one. Problem: `secret-in-input`. */
export function findMisplacedSecret(input: string, text: string): Problem | undefined {
  const secret = misplacedSecretKind(text)
  if (secret === 'address-with-credentials' && INPUTS_WITH_OWN_LOGIN_CHECK.has(input))
    return undefined
  return secret === undefined ? undefined : { kind: 'secret-in-input', input, secret }
}

/** What must be masked before anything is said about the inputs, wherever in them a secret is. */
export function secretsInInputs(inputs: Inputs): string[] {
  const values = valuesOf(inputs).map(([, text]) => text)
  return [...values, ...inputs.permissionInputs.keys()].flatMap(maskable)
}

/** What must be masked of a text that holds a secret; nothing of any other text. */
export function maskable(text: string): string[] {
  const kind = misplacedSecretKind(text)
  if (kind === 'address-with-credentials')
    return addressesWithCredentials(text).flatMap(guessSecrets)
  return kind === undefined ? [] : textsToMask(unwrap(text))
}

/** Inputs in which {@link findMisplacedSecrets} looks for no secret. */
const CHECKED_ELSEWHERE: ReadonlySet<string> = new Set(['client-id', 'app-id', 'fallback-token'])

/** The inputs that hold one text. */
type TextField = Exclude<keyof Inputs, 'permissionInputs' | 'keyService'>

/** The name of each such input in the workflow. All are here, because a secret is looked for in each. */
const INPUT_NAMES: Readonly<Record<TextField, string>> = {
  clientId: 'client-id',
  appId: 'app-id',
  owner: 'owner',
  repositories: 'repositories',
  repositoryIds: 'repository-ids',
  installationId: 'installation-id',
  enterprise: 'enterprise',
  permissions: 'permissions',
  skipTokenRevoke: 'skip-token-revoke',
  githubApiUrl: 'github-api-url',
  fallbackToken: 'fallback-token',
  gitCredentials: 'git-credentials',
  gitIdentity: 'git-identity',
  tokenService: 'token-service',
  trustPolicy: 'trust-policy',
  renew: 'renew'
}

function valuesOf(inputs: Inputs): [input: string, text: string][] {
  const fields = Object.keys(INPUT_NAMES) as TextField[]
  const texts = fields.map((field): [string, string] => [INPUT_NAMES[field], inputs[field]])
  return [...texts, ...inputs.permissionInputs, ...Object.entries(inputs.keyService)]
}

/** The runner changes the letters of a name to upper case, so that a key in it looks like a word. */
const LONG_NAME = /[a-z0-9+/=]{40}/

function misplacedSecretKind(text: string): SecretKind | undefined {
  // Most inputs are short: do not make every step wait for the rest.
  if (text.length < MIN_SECRET_LENGTH) return undefined
  const { texts, core } = unwrap(text)
  if (typeof core !== 'string') return 'key'
  // The innermost text, because base64 of anything looks like part of a key.
  const kind = texts.map(secretKindIn).findLast((one) => one !== undefined)
  if (kind !== undefined) return kind
  if (addressesWithCredentials(text).length > 0) return 'address-with-credentials'
  return wordsOf(text).some((word) => HEX_SECRET.test(word)) ? 'hex' : undefined
}

/** What GitHub's client secrets and old tokens consist of. */
const HEX_SECRET = /^[0-9a-f]{40}$/i

/** The entries of a list, however it is written. */
function wordsOf(text: string): string[] {
  return text.split(/[\s,"'`[\]]+/)
}
