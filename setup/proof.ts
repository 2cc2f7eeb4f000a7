import { createToken, listRepositories, type Installation } from '../src/github/api'
import type { Permissions } from '../src/config/permissions'
import { revokeToken } from '../src/tokens/revoke'
import type { AppCalls } from './app-calls'
import { SetupError } from './problem'

/** What a token showed. */
export interface Proof {
  readonly permissions: Permissions
  /** What it reaches, as `owner/name`. */
  readonly repositories: readonly string[]
}

/**
 * Creates a token as the step will, makes one call with it, and revokes it. The token is revoked also
 * if the call fails. Raises {@link SetupError}, and what `AppClient.call` raises.
 */
export async function prove(
  { app, github }: AppCalls,
  installation: Installation,
  repositories: readonly string[],
  permissions: Permissions
): Promise<Proof> {
  const names = repositories.map((name) => name.slice(name.indexOf('/') + 1))
  const token = await createToken(app, installation.id, { repositories: names, permissions })
  const reached = await listRepositories(github, token.token).catch((error: unknown) => {
    return { error }
  })
  const { kind } = await revokeToken(github, token)
  if (reached !== undefined && 'error' in reached) throw reached.error
  if (kind === 'not-accepted')
    throw new SetupError({ kind: 'token-not-revoked', until: token.expiresAt })
  return { permissions: token.grant.permissions ?? {}, repositories: reached ?? [] }
}
