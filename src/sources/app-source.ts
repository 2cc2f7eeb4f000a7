import { sameName } from '../config/names'
import { accountOf } from '../config/targets'
import {
  createToken,
  findInstallation,
  type Installation,
  type IssuedToken,
  type Scope
} from '../github/api'
import type { AppClient } from '../github/app-client'
import { InterruptedError, RefusedError } from '../http/errors'
import { printable } from '../printable'
import { ProblemError, type Problem } from '../problems/problem'
import { scopeOf, type TokenRequest } from '../tokens/plan'
import { SourceError, type NewToken, type SaveToken, type TokenSource } from './token-source'

/** Creates tokens as the App: finds the installation, and asks GitHub for a token. */
export class AppSource implements TokenSource {
  readonly name: string
  readonly app: AppClient
  readonly #cancelled: AbortSignal

  /**
   * @param name a short name of the key
   * @param cancelled aborted when the job is cancelled: no token is returned after that
   */
  constructor(name: string, app: AppClient, cancelled: AbortSignal) {
    this.name = name
    this.app = app
    this.#cancelled = cancelled
  }

  async create(request: TokenRequest, save: SaveToken): Promise<NewToken> {
    const { lookup, requestedPermissions } = request
    const isKnown = lookup.kind === 'installation' && requestedPermissions.kind !== 'read-all'
    return isKnown
      ? this.#createById(request, lookup.id, save)
      : this.#createAfterLookup(request, save)
  }

  async #createAfterLookup(request: TokenRequest, save: SaveToken): Promise<NewToken> {
    let installation: Installation | undefined
    try {
      installation = await findInstallation(this.app, request.lookup)
      checkAccount(request, installation)
      const scope = scopeFor(request, installation)
      const issued = await this.#createAndSave(installation.id, scope, request, save)
      return { ...issued, request, owner: installation.owner, installation, scope }
    } catch (error) {
      throw failure(error, installation)
    }
  }

  /** The id is known, so the token is requested while the installation is looked up. */
  async #createById(request: TokenRequest, id: number, save: SaveToken): Promise<NewToken> {
    const scope = scopeOf(request, {})
    const [lookup, creation] = await Promise.allSettled([
      findInstallation(this.app, request.lookup),
      this.#createAndSave(id, scope, request, save)
    ])
    const installation = lookup.status === 'fulfilled' ? lookup.value : undefined
    try {
      // If the installation is on another account, that is reported, and not GitHub's refusal.
      if (creation.status === 'rejected' && !(creation.reason instanceof RefusedError)) {
        throw creation.reason
      }
      if (installation !== undefined) checkAccount(request, installation)
      if (creation.status === 'rejected') throw creation.reason
      if (lookup.status === 'rejected') throw lookup.reason
      const { owner } = lookup.value
      return { ...creation.value, request, owner, installation: lookup.value, scope }
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
    const issued = await createToken(this.app, installationId, scope)
    await save(issued, request)
    if (this.#cancelled.aborted) throw new InterruptedError()
    return issued
  }
}

/** Adds the installation to an error, if it was found. */
function failure(error: unknown, installation: Installation | undefined): unknown {
  const isKnown = installation !== undefined && !(error instanceof InterruptedError)
  return isKnown ? new SourceError(error, installation) : error
}

/** Refuses an installation on another account than the workflow names. */
function checkAccount(request: TokenRequest, installation: Installation): void {
  const problem = accountProblem(request, installation)
  if (problem !== undefined) throw new ProblemError([problem], { nothingSent: false })
}

/** Why an installation is on another account than the workflow names, if it is. */
function accountProblem(
  { target, lookup }: TokenRequest,
  installation: Installation
): Problem | undefined {
  const named = accountOf(target)
  if (named === '' || sameName(named, installation.owner)) return undefined
  if (lookup.kind === 'repository' && installation.movedRepositoryId !== undefined) {
    const repository = printable(`${lookup.owner}/${lookup.repository}`)
    return { kind: 'repository-moved-away', repository }
  }
  const account = printable(named)
  return target.kind === 'installation'
    ? { kind: 'installation-of-other-account', id: target.id, owner: account }
    : { kind: 'installation-found-elsewhere', account }
}

/** The scope to ask for. A repository that was renamed is asked for by its id. */
function scopeFor(request: TokenRequest, installation: Installation): Scope {
  const scope = scopeOf(request, installation.permissions)
  if (scope.permissions !== undefined && Object.keys(scope.permissions).length === 0) {
    const subject = printable(request.subject)
    // GitHub would read an empty list as every permission.
    throw new ProblemError([{ kind: 'nothing-to-read', subject }], { nothingSent: false })
  }
  const id = installation.movedRepositoryId
  if (id === undefined || request.lookup.kind !== 'repository') return scope
  const { repository } = request.lookup
  const { repositories = [], repositoryIds = [], ...rest } = scope
  const others = repositories.filter((name) => !sameName(name, repository))
  const names = others.length === 0 ? {} : { repositories: others }
  return { ...rest, ...names, repositoryIds: [...new Set([id, ...repositoryIds])] }
}
