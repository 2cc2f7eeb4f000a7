import type { MintedToken } from '../tokens/create'
import { appendToRunnerFile } from './runner-files'

/**
 * Sets the outputs of tokens that may be handed over; the single ones are those of the first.
 * Problem: `runner-file-unwritable`.
 *
 * @param others outputs beside those of the tokens
 */
export function publish(
  minted: readonly [MintedToken, ...MintedToken[]],
  others: Readonly<Record<string, unknown>> = {}
): void {
  const [{ token, expiresAt, installation, grant }] = minted
  setOutputs({
    token,
    tokens: Object.fromEntries(minted.map((one) => [one.installation.owner, one.token])),
    'installation-id': installation.id,
    'app-slug': installation.appSlug,
    'expires-at': expiresAt,
    permissions: grant.permissions,
    'repository-selection': grant.repositorySelection,
    repositories: grant.repositories ?? '',
    owner: installation.owner,
    'token-source': 'app',
    ...others
  })
}

/**
 * Hands out the fallback token. The outputs that describe the App's grant stay empty. Problem:
 * `runner-file-unwritable`.
 */
export function publishFallback(token: string): void {
  setOutputs({ token, 'token-source': 'fallback' })
}

/** Sets outputs: a text as it is, anything else as JSON. Problem: `runner-file-unwritable`. */
export function setOutputs(outputs: Readonly<Record<string, unknown>>): void {
  appendToRunnerFile('GITHUB_OUTPUT', Object.entries(outputs))
}

/** Sets variables for later steps. Problem: `runner-file-unwritable`. */
export function setVariables(variables: ReadonlyMap<string, string>): void {
  appendToRunnerFile('GITHUB_ENV', variables)
}
