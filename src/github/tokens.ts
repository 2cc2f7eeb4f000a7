import type { Permissions } from '../config/permissions'
import type { AppSession } from './app-session'
import { mayHaveTakenEffect } from './attempt'
import type { Answer, Door } from './door'
import { RefusedError } from './errors'
import { route } from './route'
import { permissionsField } from './permissions'
import { idField, listField, textField } from '../shape'

/** What a token is asked to reach. What is left out means everything the installation has. */
export interface Scope {
  /** Names without their owner. */
  readonly repositories?: readonly string[]
  readonly repositoryIds?: readonly number[]
  readonly permissions?: Permissions
}

/** What GitHub granted to a token. */
export interface Grant {
  readonly permissions: Permissions
  readonly repositorySelection: 'all' | 'selected'
  /** `owner/name` of each; undefined where GitHub lists none, for all that the installation reaches. */
  readonly repositories: readonly string[] | undefined
  /** The ids of the same, in the same order; 0 where GitHub gives none. */
  readonly repositoryIds: readonly number[]
}

/** An installation access token, with what it is good for. */
export interface IssuedToken {
  /** Opaque: no format, no length. */
  readonly token: string
  /** ISO 8601, UTC; empty where GitHub gave none. */
  readonly expiresAt: string
  readonly grant: Grant
  /** How many earlier requests may have minted a token whose answer was lost. */
  readonly lost: number
}

/**
 * Mints a token. Raises what `AppSession.call` raises.
 * https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
export async function createToken(
  app: AppSession,
  installationId: number,
  scope: Scope
): Promise<IssuedToken> {
  const path = route`/app/installations/${installationId}/access_tokens`
  const body = {
    repositories: scope.repositories,
    repository_ids: scope.repositoryIds,
    permissions: scope.permissions
  }
  return readToken(await app.call({ method: 'POST', path, body }))
}

function readToken({ reply, attempts }: Answer): IssuedToken {
  const token = textField(reply.body, 'token')
  const listed = listField(reply.body, 'repositories')
  const repositories = listed.map((one) => textField(one, 'full_name'))
  return {
    token,
    expiresAt: textField(reply.body, 'expires_at'),
    grant: {
      permissions: permissionsField(reply.body, 'permissions'),
      repositorySelection:
        textField(reply.body, 'repository_selection') === 'all' ? 'all' : 'selected',
      repositories: repositories.length === 0 ? undefined : repositories,
      repositoryIds: listed.map((one) => idField(one, 'id') ?? 0)
    },
    lost: attempts.filter(mayHaveTakenEffect).length
  }
}

/** What became of a token that was to be revoked. */
export type Revocation = 'revoked' | 'already-gone'

/**
 * Revokes a token with itself. That GitHub no longer knows it counts as done. Raises what
 * `Door.call` raises. https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token
 */
export async function revokeToken(door: Door, token: string): Promise<Revocation> {
  try {
    await door.call({ method: 'DELETE', path: '/installation/token', bearer: token })
    return 'revoked'
  } catch (error) {
    if (error instanceof RefusedError && error.reply.status === 401) return 'already-gone'
    throw error
  }
}
