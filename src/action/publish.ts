import * as core from '@actions/core'
import type { MintedToken } from '../mint'

/** Sets the outputs of a token that may be handed over. */
export function publish(minted: MintedToken): void {
  const { installation, grant } = minted
  core.setOutput('token', minted.token)
  core.setOutput('installation-id', installation.id)
  core.setOutput('app-slug', installation.appSlug)
  core.setOutput('expires-at', minted.expiresAt)
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
