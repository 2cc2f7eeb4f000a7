import * as core from '@actions/core'
import type { MintedToken } from '../mint'

/** Sets the outputs of tokens that may be handed over; the single ones are those of the first. */
export function publish(minted: readonly [MintedToken, ...MintedToken[]]): void {
  const [{ token, expiresAt, installation, grant }] = minted
  core.setOutput('token', token)
  core.setOutput(
    'tokens',
    Object.fromEntries(minted.map((one) => [one.installation.owner, one.token]))
  )
  core.setOutput('installation-id', installation.id)
  core.setOutput('app-slug', installation.appSlug)
  core.setOutput('expires-at', expiresAt)
  core.setOutput('permissions', grant.permissions)
  core.setOutput('repository-selection', grant.repositorySelection)
  core.setOutput('repositories', grant.repositories ?? '')
  core.setOutput('owner', installation.owner)
  core.setOutput('token-source', 'app')
}

/** Hands out the fallback token. The outputs that describe the App's grant stay empty. */
export function publishFallback(token: string): void {
  core.setOutput('token', token)
  core.setOutput('token-source', 'fallback')
}
