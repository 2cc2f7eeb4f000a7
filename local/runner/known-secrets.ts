/** The secrets that a step gets, so that it is known what must not leak. */
import { readFileSync, statSync } from 'node:fs'
import type { Secret, SecretKind } from './leaks'

/** What a step gets that may contain secrets. */
export interface Given {
  /** The step's `with:`. */
  readonly inputs: Readonly<Record<string, string>>
  /** The whole environment of its process. */
  readonly env: Readonly<Record<string, string>>
  /** The values that the workflow takes from `secrets`. */
  readonly workflowSecrets: readonly string[]
}

/** Shorter values are mistakes, such as a word instead of a key, and occur in ordinary text. */
const SHORTEST: Readonly<Record<SecretKind, number>> = {
  'private key': 16,
  JWT: 16,
  token: 8,
  'fallback token': 8,
  'login secret': 16,
  'proxy password': 4,
  'workflow secret': 8
}

/** What logs in to a key service, if a job has it. */
const LOGIN_VARIABLES = [
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'VAULT_TOKEN',
  'BAO_TOKEN'
]

const LARGEST_KEY_FILE = 64 * 1024

/**
 * The secrets that a step gets: keys (in any input, and in the file of `private-key-file`), JWTs (in
 * any input, and whatever looks like a part of one in `jwt`), the fallback token, what logs in to a key service, passwords of proxies (as written and decoded), tokens in a saved state, and what the
 * workflow takes from `secrets`.
 */
export function secretsGiven({ inputs, env, workflowSecrets }: Given): Secret[] {
  const keys = [
    inputs['private-key'] ?? '',
    keyFile(inputs['private-key-file'] ?? ''),
    ...Object.values(inputs).filter(isKey)
  ].filter((text) => !isUnexpanded(text))
  const names = Object.keys(env)
  const proxies = names.filter((name) => /^https?_proxy$/i.test(name))
  const states = names.filter((name) => name.startsWith('STATE_'))
  return [
    ...secrets('private key', [...new Set(keys)]),
    ...secrets('JWT', [
      ...new Set(Object.values(inputs).flatMap(jwtsIn)),
      ...piecesOfJwt(inputs['jwt'] ?? '')
    ]),
    ...secrets('fallback token', [inputs['fallback-token'] ?? '']),
    ...secrets(
      'proxy password',
      proxies.flatMap((name) => proxyPasswords(env[name] ?? ''))
    ),
    ...secrets(
      'login secret',
      LOGIN_VARIABLES.map((name) => env[name] ?? '')
    ),
    ...states.flatMap((name) => credentialsIn(env[name] ?? '')),
    ...secrets('workflow secret', workflowSecrets)
  ]
}

/** The tokens and JWTs in a text, found by their format. */
export function credentialsIn(text: string): Secret[] {
  return [
    ...secrets('token', text.match(/\bgh[a-z]_[\w.-]{16,}/g) ?? []),
    ...secrets('JWT', jwtsIn(text))
  ]
}

/** The texts as secrets of a kind, without those that are too short. */
export function secrets(kind: SecretKind, texts: readonly string[]): Secret[] {
  return texts
    .map((text) => text.trim())
    .filter(({ length }) => length >= SHORTEST[kind])
    .map((value) => ({ kind, value }))
}

/** Whether this is an expression or variable that was not expanded: it names a secret, but is none. */
function isUnexpanded(text: string): boolean {
  return /^\s*\$(?:\{\{[^}]*\}\}|\w+)\s*$/.test(text)
}

const JWTS = /(?<![\w.-])eyJ[\w-]{16,}\.[\w-]{16,}\.[\w-]{16,}/g

function jwtsIn(text: string): readonly string[] {
  return text.match(JWTS) ?? []
}

/** The beginning of JSON in base64url, or of that in base64 again. */
const ENCODED_JSON = /ey[\w+/=-]{16}|ZXl[\w+/=-]{16}/

/** What looks like a JWT that is wrapped or damaged: the text as it came, and its longer parts but the header. */
function piecesOfJwt(text: string): readonly string[] {
  if (!ENCODED_JSON.test(text)) return []
  const bare = text.replace(/eyJ[\w-]+\.(?=ey)/g, ' ')
  return [...new Set([text, ...(bare.match(/[\w+/=-]{16,}/g) ?? [])])]
}

function isKey(text: string): boolean {
  return text.includes('PRIVATE KEY') || text.includes('LS0tLS1CRUdJT')
}

/** The file's text; empty if the action cannot read a key from it either. */
function keyFile(path: string): string {
  try {
    const file = statSync(path)
    if (!file.isFile() || file.size > LARGEST_KEY_FILE) return ''
    const text = readFileSync(path, 'utf8')
    // The kernel says of its own files that they are empty.
    return text.length <= LARGEST_KEY_FILE ? text : ''
  } catch {
    return ''
  }
}

/** The password in a proxy's address, alone and with its user, as written and decoded. */
function proxyPasswords(address: string): string[] {
  const authority = address.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  const userinfo = authority.slice(0, Math.max(0, authority.lastIndexOf('@')))
  const colon = userinfo.indexOf(':')
  if (colon < 0 || colon === userinfo.length - 1) return []
  const written = [userinfo.slice(colon + 1), userinfo]
  return [...written, ...written.map(decoded)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
