import { invalid, type Parsed } from '../../parsed'
import { printable } from '../../printable'
import type { KeyServiceName, KmsKeyMistake, LoginInput } from '../../problems/key-service-problem'
import { parseAwsKey, recognizeAwsKey } from './aws'
import type { KeyServiceFacts } from './facts'
import { parseGoogleKey, recognizeGoogleKey } from './google'
import type { KmsKey } from './kms-key'
import { parseAzureKey, recognizeAzureKey } from './azure'
import { parseVaultKey, recognizeVaultKey } from './vault'

/** Whom each login input is for; `audience` is for all. */
const SERVICE_OF: Readonly<Record<Exclude<LoginInput, 'audience'>, KeyServiceName>> = {
  'aws-role-to-assume': 'aws',
  'gcp-workload-identity-provider': 'google',
  'gcp-service-account': 'google',
  'azure-client-id': 'azure',
  'azure-tenant-id': 'azure',
  'vault-address': 'vault',
  'vault-role': 'vault',
  'vault-auth-path': 'vault',
  'vault-namespace': 'vault'
}

/**
 * Reads `kms-key`, a URI as sigstore and cosign write it, and how to log in to its service.
 * Problems: `kms-key-malformed`, `login-without-key`, `login-of-other-service`, and those of the service.
 */
export function parseKmsKey(facts: KeyServiceFacts): Parsed<KmsKey> {
  const key = facts.inputs['kms-key']
  if (key === '') return invalid({ kind: 'login-without-key', inputs: loginInputs(facts) })
  const parts = /^(?<scheme>[a-z][a-z0-9+.-]*):\/*(?<rest>.*)$/is.exec(key)?.groups
  const { scheme = '', rest = '' } = parts ?? {}
  const known = SCHEMES.get(scheme.toLowerCase())
  if (known === undefined) return malformed(recognize(key, scheme))
  const { service, parse } = known
  const others = loginInputs(facts).filter(
    (input) => input !== 'audience' && SERVICE_OF[input] !== service
  )
  if (others.length > 0) return invalid({ kind: 'login-of-other-service', inputs: others, service })
  return parse(rest, facts)
}

/** A scheme of a URI. */
interface Scheme {
  readonly service: KeyServiceName
  /** Reads what follows the scheme and its slashes, and the login. */
  readonly parse: (rest: string, facts: KeyServiceFacts) => Parsed<KmsKey>
}

const SCHEMES: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['awskms', { service: 'aws', parse: (_, facts) => parseAwsKey(facts.inputs['kms-key'], facts) }],
  ['gcpkms', { service: 'google', parse: parseGoogleKey }],
  ['azurekms', { service: 'azure', parse: parseAzureKey }],
  ['hashivault', { service: 'vault', parse: (rest, facts) => parseVaultKey('Vault', rest, facts) }],
  ['openbao', { service: 'vault', parse: (rest, facts) => parseVaultKey('OpenBao', rest, facts) }]
])

function loginInputs({ inputs }: KeyServiceFacts): LoginInput[] {
  const names = [...(Object.keys(SERVICE_OF) as LoginInput[]), 'audience' as const]
  return names.filter((name) => inputs[name] !== '')
}

/** What a text is that is no URI of a key. */
function recognize(key: string, scheme: string): KmsKeyMistake {
  const spelling =
    recognizeAwsKey(key) ??
    recognizeGoogleKey(key) ??
    recognizeAzureKey(key) ??
    recognizeVaultKey(key)
  if (spelling !== undefined) return spelling
  const isUri = scheme !== '' && /^[a-z0-9+.-]+:\/\//i.test(key)
  return isUri
    ? { mistake: 'unknown-scheme', scheme: printable(scheme) }
    : { mistake: 'not-a-uri', text: printable(key) }
}

function malformed(mistake: KmsKeyMistake): Parsed<never> {
  return invalid({ kind: 'kms-key-malformed', mistake })
}
