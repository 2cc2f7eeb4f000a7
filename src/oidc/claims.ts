import { textField } from '../json'

/** The claims of the job's OIDC token that policies compare. Empty ones are left out. */
export type OidcClaims = ReadonlyMap<string, string>

/** In the order in which people compare them. */
const NAMES = [
  'iss',
  'aud',
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'ref',
  'environment',
  'job_workflow_ref',
  'event_name'
]

/**
 * Reads the claims of an OIDC token, for messages only: nobody has verified it. Empty if it cannot be
 * read. https://docs.github.com/en/actions/reference/security/oidc
 */
export function readClaims(token: string): OidcClaims {
  const payload = readPayload(token)
  const found = NAMES.map((name) => [name, textField(payload, name)] as const)
  return new Map(found.filter(([, value]) => value !== ''))
}

/** All that a token says; undefined if it cannot be read. Nobody has verified it. */
export function readPayload(token: string): unknown {
  const [, payload = ''] = token.split('.')
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
