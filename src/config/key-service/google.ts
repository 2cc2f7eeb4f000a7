import { combine, invalid, map, valid, type Parsed } from '../../parsed'
import { printable } from '../../printable'
import type { KmsKeyMistake } from '../../problems/key-service-problem'
import { isLoopback } from '../api-url'
import type { KeyServiceFacts } from './facts'
import { readOidcRequest, type OidcRequest } from '../oidc'
import { googleKeyPath, googleProviderPath } from './google-paths'

/** One version of a key in Google Cloud KMS. */
export interface GoogleKey {
  readonly kind: 'key-service'
  readonly service: 'google'
  /** The address of a server on this machine that answers instead of Google; empty for Google. */
  readonly server: string
  readonly project: string
  readonly location: string
  readonly ring: string
  readonly name: string
  readonly version: string
  readonly login: GoogleLogin
}

/** How to log in to Google: the job's OIDC token is exchanged. There is no other login. */
export interface GoogleLogin {
  readonly kind: 'oidc'
  readonly provider: GoogleProvider
  /** The e-mail address of the service account to sign as; empty to sign as the workload itself. */
  readonly serviceAccount: string
  readonly oidc: OidcRequest
}

/** The workload identity provider that trusts GitHub's OIDC tokens. */
export interface GoogleProvider {
  /** The number of its project. */
  readonly project: string
  readonly pool: string
  readonly name: string
}

/** Where a key version is in Google Cloud KMS. */
export type GoogleKeyName = Pick<GoogleKey, 'project' | 'location' | 'ring' | 'name' | 'version'>

/** Longer than the name of any key. */
const MAX_URI_LENGTH = 500

const EXAMPLE =
  'gcpkms://projects/my-project/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1'

/**
 * Reads `gcpkms://projects/…/cryptoKeyVersions/N`, and how to log in. `/versions/N` is the same.
 * `gcpkms://127.0.0.1:PORT/projects/…` asks a server on this machine instead of Google.
 * Problems: `kms-key-malformed`, `login-missing`, `login-incomplete`, `login-input-malformed`,
 * `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param path what follows `gcpkms://`
 */
export function parseGoogleKey(path: string, facts: KeyServiceFacts): Parsed<GoogleKey> {
  const [authority = ''] = /^(?!projects\/)[^/]+(?=\/projects\/)/.exec(path) ?? []
  const name = authority === '' ? path : path.slice(authority.length + 1)
  const parts = combine<{ server: string; key: GoogleKeyName; login: GoogleLogin }>({
    server: parseServer(authority),
    key: parseName(name),
    login: parseLogin(facts)
  })
  return map(parts, ({ key, ...rest }) => ({
    kind: 'key-service',
    service: 'google',
    ...key,
    ...rest
  }))
}

/** The mistake in the name or address of a key version that is no URI; undefined if it is neither. */
export function recognizeGoogleKey(text: string): KmsKeyMistake | undefined {
  const [, scheme, path] =
    /^(?:(https:)?\/\/cloudkms\.googleapis\.com\/(?:v1\/)?)?(projects\/.*)$/is.exec(text) ?? []
  if (path === undefined) return undefined
  const key = readName(path)
  return 'mistake' in key
    ? key
    : {
        mistake: 'other-spelling',
        is: scheme === undefined ? 'google-name' : 'google-url',
        uri: `gcpkms://${googleKeyPath(key)}`
      }
}

function parseServer(authority: string): Parsed<string> {
  const address = `http://${authority}`
  const isLocal =
    /^[\w.:[\]-]+$/.test(authority) &&
    URL.canParse(address) &&
    isLoopback(new URL(address).hostname)
  if (authority === '' || isLocal) return valid(authority === '' ? '' : new URL(address).origin)
  return malformed(wrongPart('word "projects"', authority))
}

function parseName(path: string): Parsed<GoogleKeyName> {
  const key = readName(path)
  return 'mistake' in key ? malformed(key) : valid(key)
}

/** Each part of the name of a key version, with its name for people. */
const PARTS = [
  // An old project can belong to a domain: `example.com:my-project`.
  ['project', 'project', /^(?:[a-z\d.-]+:)?[a-z\d-]+$/],
  ['location', 'location', /^[a-z\d-]+$/],
  ['ring', 'key ring', /^[\w-]+$/],
  ['name', 'key', /^[\w-]+$/],
  ['version', 'version', /^[1-9]\d*$/]
] as const

const NAME =
  /^(?<key>projects\/(?<project>[^/]+)\/locations\/(?<location>[^/]+)\/keyRings\/(?<ring>[^/]+)\/cryptoKeys\/(?<name>[^/]+))(?:\/(?:cryptoKeyVersions|versions)(?:\/(?<version>[^/]*))?)?\/?$/

function readName(path: string): GoogleKeyName | KmsKeyMistake {
  if (path === '') return missing('key', EXAMPLE)
  const found = NAME.exec(path)?.groups
  if (found === undefined) return wrongPart('name of a key version', path)
  const value = (group: string): string => found[group] ?? ''
  if (value('version') === '')
    return missing('version', `gcpkms://${value('key')}/cryptoKeyVersions/1`)
  const wrong = PARTS.find(([group, , pattern]) => !pattern.test(value(group)))
  if (wrong !== undefined) return wrongPart(wrong[1], value(wrong[0]))
  return {
    project: value('project'),
    location: value('location'),
    ring: value('ring'),
    name: value('name'),
    version: value('version')
  }
}

function missing(part: 'key' | 'version', uri: string): KmsKeyMistake {
  return { mistake: 'part-missing', service: 'google', part, uri: printable(uri, MAX_URI_LENGTH) }
}

function wrongPart(part: string, text: string): KmsKeyMistake {
  return {
    mistake: 'part-malformed',
    service: 'google',
    part,
    text: printable(text),
    uri: EXAMPLE
  }
}

function malformed(mistake: KmsKeyMistake): Parsed<never> {
  return invalid({ kind: 'kms-key-malformed', mistake })
}

const PROVIDER_INPUT = 'gcp-workload-identity-provider'

function parseLogin(facts: KeyServiceFacts): Parsed<GoogleLogin> {
  const { inputs } = facts
  if (inputs[PROVIDER_INPUT] === '') {
    const beside = (['gcp-service-account', 'audience'] as const).find(
      (input) => inputs[input] !== ''
    )
    return beside === undefined
      ? invalid({ kind: 'login-missing', service: 'google' })
      : invalid({ kind: 'login-incomplete', service: 'google', missing: PROVIDER_INPUT, beside })
  }
  const provider = parseProvider(inputs[PROVIDER_INPUT])
  const audience = provider.ok
    ? `https://iam.googleapis.com/${googleProviderPath(provider.value)}`
    : ''
  const login = combine<Omit<GoogleLogin, 'kind'>>({
    provider,
    serviceAccount: parseServiceAccount(inputs['gcp-service-account']),
    oidc: readOidcRequest('google', audience, facts)
  })
  return map(login, (parts) => ({ kind: 'oidc', ...parts }))
}

/** Pages of Google show the full name of a provider with a host in front of it. */
const PROVIDER =
  /^(?:(?:https:)?\/\/iam\.googleapis\.com\/)?projects\/(\d+)\/locations\/global\/workloadIdentityPools\/([a-z\d-]+)\/providers\/([a-z\d-]+)\/?$/

function parseProvider(text: string): Parsed<GoogleProvider> {
  const [, project, pool, name] = PROVIDER.exec(text) ?? []
  return project === undefined || pool === undefined || name === undefined
    ? invalid({
        kind: 'login-input-malformed',
        input: PROVIDER_INPUT,
        text: printable(text),
        example:
          'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github'
      })
    : valid({ project, pool, name })
}

function parseServiceAccount(text: string): Parsed<string> {
  return text === '' || /^[a-z\d-]+@[a-z\d.-]+\.gserviceaccount\.com$/.test(text)
    ? valid(text)
    : invalid({
        kind: 'login-input-malformed',
        input: 'gcp-service-account',
        text: printable(text),
        example: 'github-app@my-project.iam.gserviceaccount.com'
      })
}
