import type { Clock } from '../clock'
import { sameName } from '../config/names'
import { printable } from '../printable'
import { ProblemError, type Problem } from '../problem'
import { compareGrant, type Comparison } from './grant'
import type { AppSession } from '../github/app-client'
import type { Door } from '../http/http-client'
import { InterruptedError, RefusedError } from '../http/errors'
import {
  findInstallation,
  type Installation,
  createToken,
  revokeToken,
  type IssuedToken,
  type Scope
} from '../github/api'
import { scopeOf, type TokenRequest } from './plan'

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
  readonly clock: Clock
  /** Hides a token and saves it for post. Called at once after minting, before anything can fail. */
  readonly keep: (token: IssuedToken, request: TokenRequest) => void
  /** Takes a token that is revoked out of what post will revoke. */
  readonly forget: (token: IssuedToken) => void
  /** Aborted when the job is cancelled: a token minted meanwhile is saved, and not handed over. */
  readonly cancelled: AbortSignal
}

/** One token that could not be output, and how far its creation had come. */
export interface MintFailure {
  readonly error: unknown
  readonly request: TokenRequest
  readonly installation: Installation | undefined
}

/** What became of a token that was created and is not output. */
export interface UnusedToken {
  /** What it is for, as people say it: `octo-org/hello`. */
  readonly subject: string
  /** ISO 8601, UTC; empty if GitHub gave none. */
  readonly expiresAt: string
  /** `saved`: not revoked, and post tries again. `alive`: not revoked, and post does not know it. */
  readonly fate: 'revoked' | 'saved' | 'alive'
}

/** Not every token could be created, or passed on. Those that were created are revoked. */
export class MintError extends Error {
  override readonly name = 'MintError'
  readonly failures: readonly [MintFailure, ...MintFailure[]]
  readonly unused: readonly UnusedToken[]

  constructor(failures: readonly [MintFailure, ...MintFailure[]], unused: readonly UnusedToken[]) {
    super(`${failures.length} tokens could not be created`)
    this.failures = failures
    this.unused = unused
  }
}

/** A token was created, but could not be saved for post. The cause says why. */
class UnsavedError extends Error {
  override readonly name = 'UnsavedError'
  readonly token: UnusedToken

  constructor(token: UnusedToken, cause: unknown) {
    super('a token could not be saved', { cause })
    this.token = token
  }
}

/** GitHub slows down who asks for more at a time. */
const SIDE_BY_SIDE = 10

/**
 * Mints all tokens, side by side, or none: when one fails, the others are revoked at once. Raises
 * {@link MintError}, and {@link InterruptedError} when the job is cancelled: post then revokes what
 * was saved.
 */
export async function mintTokens(
  requests: readonly [TokenRequest, ...TokenRequest[]],
  dependencies: MintDependencies
): Promise<readonly [MintedToken, ...MintedToken[]]> {
  const results = await sideBySide(
    requests,
    SIDE_BY_SIDE,
    (request) => mintToken(request, dependencies),
    ({ kind }) => kind !== 'minted'
  )
  if (results.some(({ kind }) => kind === 'interrupted')) throw new InterruptedError()
  const minted = results.flatMap((result) => (result.kind === 'minted' ? [result.token] : []))
  const [failure, ...failures] = results.flatMap((result) =>
    result.kind === 'failed' ? [result.failure] : []
  )
  // As many as there are requests, so at least one.
  if (failure === undefined) return minted as unknown as readonly [MintedToken, ...MintedToken[]]
  const unsaved = results.flatMap((result) =>
    result.kind === 'failed' && result.unsaved !== undefined ? [result.unsaved] : []
  )
  const unused = await revokeUnused(minted, dependencies)
  throw new MintError([failure, ...failures], [...unsaved, ...unused])
}

/** Revokes tokens that are saved for post and not output. Never rejects: post tries again. */
export async function revokeUnused(
  minted: readonly MintedToken[],
  dependencies: RevokeDependencies
): Promise<UnusedToken[]> {
  return Promise.all(
    minted.map(async (token) => ({
      subject: token.request.subject,
      expiresAt: token.expiresAt,
      fate: (await tryRevoke(token, dependencies)) ? 'revoked' : 'saved'
    }))
  )
}

type MintResult =
  | { readonly kind: 'minted'; readonly token: MintedToken }
  | {
      readonly kind: 'failed'
      readonly failure: MintFailure
      readonly unsaved?: UnusedToken | undefined
    }
  | { readonly kind: 'interrupted' }

/** Mints one token. Never rejects: whatever goes wrong is told with how far it had come. */
async function mintToken(
  request: TokenRequest,
  dependencies: MintDependencies
): Promise<MintResult> {
  let installation: Installation | undefined
  try {
    const token = await acquire(request, dependencies, (found) => {
      installation = found
    })
    return { kind: 'minted', token }
  } catch (error) {
    if (error instanceof InterruptedError) return { kind: 'interrupted' }
    const [reason, unsaved] =
      error instanceof UnsavedError ? [error.cause, error.token] : [error, undefined]
    return { kind: 'failed', failure: { error: reason, request, installation }, unsaved }
  }
}

type Found = (installation: Installation) => void

async function acquire(
  request: TokenRequest,
  dependencies: MintDependencies,
  found: Found
): Promise<MintedToken> {
  const { lookup, rights } = request
  const isKnown = lookup.kind === 'installation' && rights.kind !== 'read-all'
  const { installation, scope, issued } = isKnown
    ? await mintById(request, lookup.id, dependencies, found)
    : await mintAfterLookup(request, dependencies, found)
  const comparison = compareGrant(installation.owner, scope, issued.grant)
  if (comparison.wrong.length === 0) return { ...issued, installation, request, comparison }
  const revoked = await tryRevoke(issued, dependencies)
  throw new GrantError({ comparison, installation, grant: issued, revoked })
}

interface Acquired {
  readonly installation: Installation
  readonly scope: Scope
  readonly issued: IssuedToken
}

async function mintAfterLookup(
  request: TokenRequest,
  dependencies: MintDependencies,
  found: Found
): Promise<Acquired> {
  const installation = await findInstallation(dependencies.app, request.lookup)
  found(installation)
  const problem = accountProblem(request, installation)
  if (problem !== undefined) throw new ProblemError([problem], { nothingSent: false })
  const scope = scopeFor(request, installation)
  const issued = await mintAndKeep(installation.id, scope, request, dependencies)
  return { installation, scope, issued }
}

/** The id is known, so that the look-up of what else is known of it need not come first. */
async function mintById(
  request: TokenRequest,
  id: number,
  dependencies: MintDependencies,
  found: Found
): Promise<Acquired> {
  const scope = scopeOf(request, {})
  const [lookup, mint] = await Promise.allSettled([
    findInstallation(dependencies.app, request.lookup),
    mintAndKeep(id, scope, request, dependencies)
  ])
  if (lookup.status === 'fulfilled') found(lookup.value)
  const problem = lookup.status === 'fulfilled' ? accountProblem(request, lookup.value) : undefined
  const mismatch = problem && new ProblemError([problem], { nothingSent: false })
  if (mint.status === 'rejected') {
    // On another account than the one meant, a refusal says nothing about what was asked for.
    throw mint.reason instanceof RefusedError ? (mismatch ?? mint.reason) : mint.reason
  }
  if (lookup.status === 'rejected' || mismatch !== undefined) {
    await tryRevoke(mint.value, dependencies)
    throw lookup.status === 'rejected' ? lookup.reason : mismatch
  }
  return { installation: lookup.value, scope, issued: mint.value }
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
  readonly grant: Pick<IssuedToken, 'grant' | 'expiresAt'>
  /** Whether the token could be revoked at once. */
  readonly revoked: boolean
}

/** Why an installation that was found is on another account than the workflow names, if it is. */
function accountProblem(
  { target, lookup }: TokenRequest,
  installation: Installation
): Problem | undefined {
  const named = target.kind === 'enterprise' ? target.enterprise : target.owner
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

/** A repository that was renamed is asked for by its id. */
function scopeFor(request: TokenRequest, installation: Installation): Scope {
  const scope = scopeOf(request, installation.permissions)
  if (scope.permissions !== undefined && Object.keys(scope.permissions).length === 0) {
    const subject = printable(request.subject)
    // Sent empty, the list would mean every permission.
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

async function mintAndKeep(
  installationId: number,
  scope: Scope,
  request: TokenRequest,
  dependencies: MintDependencies
): Promise<IssuedToken> {
  const issued = await createToken(dependencies.app, installationId, scope)
  try {
    dependencies.keep(issued, request)
  } catch (error) {
    const fate = (await tryRevoke(issued, dependencies)) ? 'revoked' : 'alive'
    const { expiresAt } = issued
    throw new UnsavedError({ subject: request.subject, expiresAt, fate }, error)
  }
  if (dependencies.cancelled.aborted) throw new InterruptedError()
  return issued
}

type RevokeDependencies = Pick<MintDependencies, 'door' | 'clock' | 'forget'>

/** Whether the token is revoked now. */
async function tryRevoke(
  issued: IssuedToken,
  { door, clock, forget }: RevokeDependencies
): Promise<boolean> {
  try {
    if ((await revokeToken(door, issued, clock)).kind !== 'revoked') return false
  } catch {
    return false
  }
  try {
    forget(issued)
  } catch {
    // The state still has the token: post finds that GitHub no longer accepts it.
  }
  return true
}

/**
 * Works on all items side by side, at most so many at a time. Nothing new is begun after a result
 * that `endsIt`; what is under way is waited for. The results stand in the order of the items, and
 * there are none for those that were not begun. `work` does not reject.
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
  endsIt: (result: R) => boolean
): Promise<R[]> {
  const results: R[] = []
  const waiting = items.entries()
  let isOver = false
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      results[index] = await work(item)
      if (endsIt(results[index])) isOver = true
      if (isOver) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane))
  return results
}
