import { sameName } from './config/names'
import { ExplainedError, type Explanation } from './explanation'
import { compareGrant, type Comparison } from './grant'
import type { AppSession } from './github/app-session'
import type { Door } from './github/door'
import { InterruptedError } from './github/errors'
import { findInstallation, type Installation, type RepositoryLookup } from './github/installations'
import { createToken, revokeToken, type IssuedToken, type Scope } from './github/tokens'
import type { TokenRequest } from './plan'

/** A token that may be handed over. */
export interface MintedToken extends IssuedToken {
  readonly installation: Installation
  readonly request: TokenRequest
  readonly comparison: Comparison
}

/** What minting acts on. */
export interface MintDependencies {
  readonly app: AppSession
  readonly door: Door
  /** Hides a token and saves it for post. Called at once after minting, before anything can fail. */
  readonly keep: (token: IssuedToken) => void
  /** Takes a token that is revoked out of what post will revoke. */
  readonly forget: (token: IssuedToken) => void
  /** Tells how far the work is, for the explanation of a failure. */
  readonly found: (installation: Installation) => void
  /** Aborted when the job is cancelled: a token minted meanwhile is saved, and not handed over. */
  readonly cancelled: AbortSignal
}

/**
 * Finds the installation and mints one token. Where GitHub granted something other than was asked,
 * the token is revoked at once and the failure explained (`grant-differs`, `repository-moved`).
 * Raises also what `AppSession.call` raises.
 */
export async function mintToken(
  request: TokenRequest,
  dependencies: MintDependencies
): Promise<MintedToken> {
  const installation = await findInstallation(dependencies.app, request.lookup)
  dependencies.found(installation)
  const scope = scopeFor(request, installation)
  const issued = await createToken(dependencies.app, installation.id, scope)
  await keepOrRevoke(issued, dependencies)
  if (dependencies.cancelled.aborted) throw new InterruptedError()
  const comparison = compareGrant(installation.owner, scope, issued.grant)
  if (comparison.wrong.length === 0) return { ...issued, installation, request, comparison }
  const revoked = await tryRevoke(issued, dependencies)
  throw new GrantError({ comparison, installation, request, grant: issued, revoked })
}

/** GitHub granted something other than was asked. */
export class GrantError extends Error {
  override readonly name = 'GrantError'
  readonly details: GrantErrorDetails

  constructor(details: GrantErrorDetails) {
    super('the grant differs from what was asked')
    this.details = details
  }
}

/** What a {@link GrantError} knows. */
export interface GrantErrorDetails {
  readonly comparison: Comparison
  readonly installation: Installation
  readonly request: TokenRequest
  readonly grant: Pick<IssuedToken, 'grant' | 'expiresAt'>
  /** Whether the token could be revoked at once. */
  readonly revoked: boolean
}

/** A repository that was renamed is asked for by its id, if it still belongs to the owner named. */
function scopeFor(request: TokenRequest, installation: Installation): Scope {
  const { lookup, scope } = request
  const id = installation.movedRepositoryId
  if (id === undefined || lookup.kind !== 'repository') return scope
  if (!sameName(lookup.owner, installation.owner)) {
    throw new ExplainedError([movedAway(lookup)], { nothingSent: false })
  }
  const { repositories = [], ...rest } = scope
  const others = repositories.filter((name) => !sameName(name, lookup.repository))
  const names = others.length === 0 ? {} : { repositories: others }
  return { ...rest, ...names, repositoryIds: [id] }
}

function movedAway({ owner, repository }: RepositoryLookup): Explanation {
  return {
    code: 'repository-moved',
    title: `${owner}/${repository} has moved to another owner`,
    problem: `${owner}/${repository} has moved to another owner. A token for an owner that the workflow does not name is not minted.`,
    fix: 'set `owner` and `repositories` to where it is now.'
  }
}

async function keepOrRevoke(issued: IssuedToken, dependencies: MintDependencies): Promise<void> {
  try {
    dependencies.keep(issued)
  } catch (error) {
    await tryRevoke(issued, dependencies)
    throw error
  }
}

async function tryRevoke(issued: IssuedToken, dependencies: MintDependencies): Promise<boolean> {
  try {
    await revokeToken(dependencies.door, issued.token)
    dependencies.forget(issued)
    return true
  } catch {
    return false
  }
}
