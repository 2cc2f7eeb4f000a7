import type { Clock } from '../clock'
import type { Permissions } from '../config/permissions'
import type { AppSession } from './app-client'
import { mayHaveTakenEffect } from '../http/attempt'
import type { Answer, Door } from '../http/http-client'
import { RefusedError } from '../http/errors'
import { route } from './route'
import { permissionsField } from './permissions'
import { idField, listField, textField } from '../json'

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

/** How GitHub answered when a token was to be revoked. */
export type Revocation =
  /** 204: the token is revoked, and it lived until then. */
  | { readonly kind: 'revoked' }
  /** GitHub does not accept the token, and its time was over so many milliseconds ago. */
  | { readonly kind: 'expired'; readonly ago: number }
  /** GitHub does not accept the token, although its time is not over. */
  | { readonly kind: 'not-accepted' }

/** How long to wait before each further try, in milliseconds: three tries within three seconds. */
const REVOCATION_DELAYS = [1_000, 2_000]

/**
 * Revokes a token with itself. GitHub answers 401 for a token that has ended, but also, for some
 * seconds, for one that is new: so a 401 is asked again, unless the token is past its end. Only 204
 * means that the token is revoked. Raises what `Door.call` raises, also for a 401 that is not
 * GitHub's own. https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token
 */
export async function revokeToken(
  door: Door,
  { token, expiresAt }: Pick<IssuedToken, 'token' | 'expiresAt'>,
  clock: Clock
): Promise<Revocation> {
  for (let tries = 0; ; tries++) {
    try {
      await door.call({ method: 'DELETE', path: '/installation/token', bearer: token })
      return { kind: 'revoked' }
    } catch (error) {
      if (!(error instanceof RefusedError) || error.reply.status !== 401) throw error
      const { message, date = clock.now() } = error.reply
      const isGitHubs = message === 'Bad credentials'
      const ago = date - Date.parse(expiresAt)
      if (isGitHubs && ago >= 0) return { kind: 'expired', ago }
      const delay = REVOCATION_DELAYS[tries]
      if (delay !== undefined) await clock.sleep(delay)
      else if (isGitHubs) return { kind: 'not-accepted' }
      else throw error
    }
  }
}
