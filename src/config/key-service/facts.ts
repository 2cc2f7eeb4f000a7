import type { LoginInput } from '../../problems/key-service-problem'

/** The inputs for a key service, by name, as the workflow sets them. Empty if not set. */
export type KeyServiceInputs = Readonly<Record<KeyServiceInput, string>>

/** An input for a key service. */
export type KeyServiceInput = 'kms-key' | LoginInput

/** Each input for a key service. */
export const KEY_SERVICE_INPUTS: readonly KeyServiceInput[] = [
  'kms-key',
  'aws-role-to-assume',
  'gcp-workload-identity-provider',
  'gcp-service-account',
  'azure-client-id',
  'azure-tenant-id',
  'vault-address',
  'vault-role',
  'vault-auth-path',
  'vault-namespace',
  'audience'
]

/**
 * The variables that count for a login. No other does: an earlier step could set it, and so choose where
 * the step logs in.
 */
export const KEY_SERVICE_VARIABLES = [
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'VAULT_TOKEN',
  'BAO_TOKEN'
] as const

/** The values of {@link KEY_SERVICE_VARIABLES}; empty if not set. */
export type KeyServiceVariables = Readonly<Record<(typeof KEY_SERVICE_VARIABLES)[number], string>>

/** What decides how a key service is used. */
export interface KeyServiceFacts {
  readonly inputs: KeyServiceInputs
  readonly variables: KeyServiceVariables
  /** Whether the run is for a pull request from a fork: GitHub gives it no OIDC token. */
  readonly isForkRun: boolean
}

/** What must be masked before a key service is used: the secrets of a login. */
export function secretsOfLogin(variables: KeyServiceVariables): string[] {
  return [
    variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
    variables.AWS_ACCESS_KEY_ID,
    variables.AWS_SECRET_ACCESS_KEY,
    variables.AWS_SESSION_TOKEN,
    variables.VAULT_TOKEN,
    variables.BAO_TOKEN
  ].filter((secret) => secret.length >= MIN_SECRET_LENGTH)
}

/** To mask a shorter text would hide ordinary words of the log. */
const MIN_SECRET_LENGTH = 8
