import type { Credential } from '../config/credential'
import type { CreatedTokens } from '../tokens/create'
import { appendToRunnerFile } from './runner-files'

/**
 * Sets the outputs. Those that describe one token are about the first. What is not known is empty.
 * Problem: `runner-file-unwritable`.
 *
 * @param source what created the tokens
 * @param others outputs besides those of the tokens
 */
export function setOutputs(
  tokens: CreatedTokens,
  source: Exclude<Credential['kind'], 'fallback'>,
  others: Readonly<Record<string, unknown>>
): void {
  const [{ token, expiresAt, owner, installation, grant }] = tokens
  writeOutputs({
    token,
    tokens: Object.fromEntries(tokens.map((one) => [one.owner, one.token])),
    'installation-id': installation?.id ?? '',
    'app-slug': installation?.appSlug ?? '',
    'expires-at': expiresAt,
    permissions: grant.permissions ?? '',
    'repository-selection': grant.repositorySelection ?? '',
    repositories: grant.repositories ?? '',
    owner,
    'token-source': source === 'app' ? 'app' : 'service',
    ...others
  })
}

/**
 * Outputs the fallback token. The outputs that describe the App's grant stay empty. Problem:
 * `runner-file-unwritable`.
 *
 * @param others outputs besides the token
 */
export function setFallbackOutputs(token: string, others: Readonly<Record<string, unknown>>): void {
  writeOutputs({ token, 'token-source': 'fallback', ...others })
}

function writeOutputs(outputs: Readonly<Record<string, unknown>>): void {
  appendToRunnerFile('GITHUB_OUTPUT', Object.entries(outputs))
}

/** Sets variables for later steps. Problem: `runner-file-unwritable`. */
export function setVariables(variables: ReadonlyMap<string, string>): void {
  appendToRunnerFile('GITHUB_ENV', variables)
}
