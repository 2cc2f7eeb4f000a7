import { sameName } from '../config/names'
import { ExplainedError, type Explanation } from '../explanation'
import {
  createToken,
  findInstallation,
  type Installation,
  type IssuedToken,
  type Scope
} from '../github/api'
import type { AppClient } from '../github/app-client'
import { InterruptedError, RefusedError } from '../http/errors'
import { scopeOf, type TokenRequest } from '../tokens/plan'
import { SourceError, type NewToken, type SaveToken, type TokenSource } from './token-source'

/** Creates tokens as the App: finds the installation, and asks GitHub for a token. */
export class AppSource implements TokenSource {
  readonly #app: AppClient
  readonly #cancelled: AbortSignal

  /** @param cancelled aborted when the job is cancelled: no token is returned after that */
  constructor(app: AppClient, cancelled: AbortSignal) {
    this.#app = app
    this.#cancelled = cancelled
  }

  async create(request: TokenRequest, save: SaveToken): Promise<NewToken> {
    const { lookup, rights } = request
    const isKnown = lookup.kind === 'installation' && rights.kind !== 'read-all'
    return isKnown
      ? this.#createById(request, lookup.id, save)
      : this.#createAfterLookup(request, save)
  }

  async #createAfterLookup(request: TokenRequest, save: SaveToken): Promise<NewToken> {
    let installation: Installation | undefined
    try {
      installation = await findInstallation(this.#app, request.lookup)
      checkAccount(request, installation)
      const scope = scopeFor(request, installation)
      const issued = await this.#createAndSave(installation.id, scope, request, save)
      return { ...issued, request, installation, scope }
    } catch (error) {
      throw failure(error, installation)
    }
  }

  /** The id is known, so the lookup of what else is known of the installation need not come first. */
  async #createById(request: TokenRequest, id: number, save: SaveToken): Promise<NewToken> {
    const scope = scopeOf(request, {})
    const [lookup, creation] = await Promise.allSettled([
      findInstallation(this.#app, request.lookup),
      this.#createAndSave(id, scope, request, save)
    ])
    const installation = lookup.status === 'fulfilled' ? lookup.value : undefined
    try {
      // On another account than the one meant, a refusal says nothing about what was asked for.
      if (creation.status === 'rejected' && !(creation.reason instanceof RefusedError)) {
        throw creation.reason
      }
      if (installation !== undefined) checkAccount(request, installation)
      if (creation.status === 'rejected') throw creation.reason
      if (lookup.status === 'rejected') throw lookup.reason
      return { ...creation.value, request, installation: lookup.value, scope }
    } catch (error) {
      throw failure(error, installation)
    }
  }

  async #createAndSave(
    installationId: number,
    scope: Scope,
    request: TokenRequest,
    save: SaveToken
  ): Promise<IssuedToken> {
    const issued = await createToken(this.#app, installationId, scope)
    await save(issued, request)
    if (this.#cancelled.aborted) throw new InterruptedError()
    return issued
  }
}

/** An error of the source, or `InterruptedError` as it is. */
function failure(error: unknown, installation: Installation | undefined): Error {
  return error instanceof InterruptedError ? error : new SourceError(error, installation)
}

/** Refuses an installation on another account than the workflow names. */
function checkAccount(request: TokenRequest, installation: Installation): void {
  const problem = accountProblem(request, installation)
  if (problem !== undefined) throw new ExplainedError([problem], { nothingSent: false })
}

/** Why an installation that was found is on another account than the workflow names, if it is. */
function accountProblem(
  { target, lookup }: TokenRequest,
  installation: Installation
): Explanation | undefined {
  const named = target.kind === 'enterprise' ? target.enterprise : target.owner
  if (named === '' || sameName(named, installation.owner)) return undefined
  if (lookup.kind === 'repository' && installation.movedRepositoryId !== undefined) {
    return movedAway(lookup.owner, lookup.repository)
  }
  return target.kind === 'installation' ? onAnother(target.id, named) : foundElsewhere(named)
}

/** An account that has a new name, or an answer that belongs to another question. */
function foundElsewhere(named: string): Explanation {
  return {
    code: 'installation-mismatch',
    title: 'The installation found is on another account',
    problem: `GitHub answers the look-up of ${named} with an installation on another account. A token for an account that the workflow does not name is not minted.`,
    fix: `has ${named} a new name? Then write that one.`
  }
}

function movedAway(owner: string, repository: string): Explanation {
  return {
    code: 'repository-moved',
    title: 'The repository has moved to another owner',
    problem: `${owner}/${repository} has moved to another owner. A token for an owner that the workflow does not name is not minted.`,
    fix: 'set `owner` and `repositories` to where it is now.'
  }
}

function onAnother(id: number, owner: string): Explanation {
  return {
    code: 'installation-mismatch',
    title: 'The installation is on another account',
    problem: `installation-id is ${id}, but that installation is on another account than ${owner}, which the workflow names. No token was handed over.`,
    fix: 'correct `installation-id`, or remove it: the installation on `owner` is found by itself.'
  }
}

/** A repository that was renamed is asked for by its id. */
function scopeFor(request: TokenRequest, installation: Installation): Scope {
  const scope = scopeOf(request, installation.permissions)
  if (scope.permissions !== undefined && Object.keys(scope.permissions).length === 0) {
    throw new ExplainedError([nothingToRead(request)], { nothingSent: false })
  }
  const id = installation.movedRepositoryId
  if (id === undefined || request.lookup.kind !== 'repository') return scope
  const { repository } = request.lookup
  const { repositories = [], repositoryIds = [], ...rest } = scope
  const others = repositories.filter((name) => !sameName(name, repository))
  const names = others.length === 0 ? {} : { repositories: others }
  return { ...rest, ...names, repositoryIds: [...new Set([id, ...repositoryIds])] }
}

/** Sent empty, the list would mean every permission. */
function nothingToRead({ subject }: TokenRequest): Explanation {
  return {
    code: 'permissions-not-granted',
    title: 'There is nothing to read',
    problem: `permissions is read-all, but the App has no permission for ${subject} that can be read.`,
    fix: 'name the permissions that the job needs.'
  }
}
