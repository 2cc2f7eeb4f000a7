import { combine, invalid, map, valid, type Parsed } from '../../parsed'
import { printable } from '../../printable'
import type { KmsKeyMistake } from '../../problems/key-service-problem'
import type { KeyServiceFacts } from './facts'
import { isEncryptedOrLocal, readOidcRequest, type OidcRequest } from '../oidc'

/** A key in the transit engine of HashiCorp Vault or OpenBao. */
export interface VaultKey {
  readonly kind: 'key-service'
  readonly service: 'vault'
  readonly product: 'Vault' | 'OpenBao'
  /** The server's address without a trailing slash. */
  readonly address: string
  /** The namespace; empty for the root. */
  readonly namespace: string
  /** Where the transit engine is mounted. */
  readonly mount: string
  readonly name: string
  readonly login: VaultLogin
}

/** How to log in to Vault. */
export type VaultLogin =
  /** The job's OIDC token is exchanged at this mount of the JWT auth method. */
  | {
      readonly kind: 'oidc'
      readonly path: string
      readonly role: string
      readonly oidc: OidcRequest
    }
  /** A token that is there already, from this variable. */
  | {
      readonly kind: 'token'
      readonly token: string
      readonly variable: 'VAULT_TOKEN' | 'BAO_TOKEN'
    }

const EXAMPLE = 'hashivault://transit/github-app'

/** Names and paths of Vault: nothing in them needs an escape in an address. */
const PATH = /^[A-Za-z0-9](?:[A-Za-z0-9._-]|\/(?=[A-Za-z0-9]))*$/

/**
 * Reads `hashivault://KEY`, `hashivault://MOUNT/KEY`, or the same with `openbao:`, and how to log in.
 * Problems: `kms-key-malformed`, `login-incomplete`, `login-input-malformed`, `login-missing`,
 * `service-address-insecure`, `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param path what follows `hashivault://`
 */
export function parseVaultKey(
  product: VaultKey['product'],
  path: string,
  facts: KeyServiceFacts
): Parsed<VaultKey> {
  const parts = combine<
    Omit<VaultKey, 'kind' | 'service' | 'product' | 'mount' | 'name'> & { key: KeyPath }
  >({
    key: parseKeyPath(path),
    address: parseAddress(facts.inputs['vault-address']),
    namespace: parsePath('vault-namespace', facts.inputs['vault-namespace'], 'admin/team'),
    login: parseLogin(facts)
  })
  return map(parts, ({ key, ...rest }) => ({
    kind: 'key-service',
    service: 'vault',
    product,
    ...key,
    ...rest
  }))
}

/** The mistake in an address of Vault's API or pages that names a key; undefined if it names none. */
export function recognizeVaultKey(text: string): KmsKeyMistake | undefined {
  const path = /^https?:\/\/[^/]+\/(?:v1|ui\/vault\/secrets)\/(.+)$/i.exec(text)?.[1]
  const [, mount, name] = /^(.+?)\/(?:keys|sign|actions|show)\/([\w.-]+)/.exec(path ?? '') ?? []
  if (mount === undefined || name === undefined || !PATH.test(mount)) return undefined
  return { mistake: 'other-spelling', is: 'vault-url', uri: `hashivault://${mount}/${name}` }
}

/** Where a key is in Vault. */
type KeyPath = Pick<VaultKey, 'mount' | 'name'>

function parseKeyPath(path: string): Parsed<KeyPath> {
  if (path === '') {
    const mistake = {
      mistake: 'part-missing',
      service: 'vault',
      part: 'key',
      uri: EXAMPLE
    } as const
    return invalid({ kind: 'kms-key-malformed', mistake })
  }
  if (!PATH.test(path)) {
    return invalid({
      kind: 'kms-key-malformed',
      mistake: {
        mistake: 'part-malformed',
        service: 'vault',
        part: 'key',
        text: printable(path),
        uri: EXAMPLE
      }
    })
  }
  const end = path.lastIndexOf('/')
  return valid(
    end === -1
      ? { mount: 'transit', name: path }
      : { mount: path.slice(0, end), name: path.slice(end + 1) }
  )
}

function parseAddress(text: string): Parsed<string> {
  if (text === '') {
    return invalid({
      kind: 'login-incomplete',
      service: 'vault',
      missing: 'vault-address',
      beside: 'kms-key'
    })
  }
  const url = URL.canParse(text) ? new URL(text) : undefined
  // `URL` reads other things than an address as well, such as `vault:8200`.
  const isPlain =
    url !== undefined &&
    /^https?:\/\//i.test(text) &&
    url.username + url.password + url.search + url.hash === '' &&
    /^\/*$/.test(url.pathname)
  if (!isPlain) {
    return invalid({
      kind: 'login-input-malformed',
      input: 'vault-address',
      text: printable(text),
      example: 'https://vault.example.com:8200'
    })
  }
  return isEncryptedOrLocal(url)
    ? valid(url.origin)
    : invalid({ kind: 'service-address-insecure', input: 'vault-address' })
}

function parsePath(
  input: 'vault-namespace' | 'vault-auth-path' | 'vault-role',
  text: string,
  example: string
): Parsed<string> {
  const path = text.replace(/^\/+|\/+$/g, '')
  return path === '' || PATH.test(path)
    ? valid(path)
    : invalid({ kind: 'login-input-malformed', input, text: printable(text), example })
}

function parseLogin(facts: KeyServiceFacts): Parsed<VaultLogin> {
  const { inputs } = facts
  if (inputs['vault-role'] !== '') return parseOidcLogin(facts)
  for (const input of ['vault-auth-path', 'audience'] as const) {
    if (inputs[input] !== '') {
      return invalid({
        kind: 'login-incomplete',
        service: 'vault',
        missing: 'vault-role',
        beside: input
      })
    }
  }
  for (const variable of ['VAULT_TOKEN', 'BAO_TOKEN'] as const) {
    const token = facts.variables[variable]
    if (token === '') continue
    return /^[\x21-\x7e]+$/.test(token)
      ? valid({ kind: 'token', token, variable })
      : invalid({ kind: 'login-variable-malformed', variable })
  }
  return invalid({ kind: 'login-missing', service: 'vault' })
}

function parseOidcLogin(facts: KeyServiceFacts): Parsed<VaultLogin> {
  const { inputs } = facts
  const login = combine<Omit<Extract<VaultLogin, { kind: 'oidc' }>, 'kind'>>({
    path: parsePath('vault-auth-path', inputs['vault-auth-path'], 'jwt'),
    role: parsePath('vault-role', inputs['vault-role'], 'github-app'),
    // Vault has no audience of its own: the role names the one that it takes.
    oidc: readOidcRequest('vault', '', facts)
  })
  return map(login, ({ path, ...rest }) => ({
    kind: 'oidc',
    path: path === '' ? 'jwt' : path,
    ...rest
  }))
}
