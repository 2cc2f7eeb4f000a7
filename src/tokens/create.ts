import type { Installation, IssuedToken } from '../github/api'
import type { GitHubClient } from '../github/github-client'
import { runInParallel } from '../github/parallel'
import { InterruptedError } from '../http/errors'
import { SourceError, type SaveToken, type TokenSource } from '../sources/token-source'
import { compareGrant, type Comparison } from './grant'
import type { TokenRequest } from './plan'
import { revokeToken, type RevocationResult } from './revoke'

/** A token that may be output. */
export interface CreatedToken extends IssuedToken {
  /** The account whose repositories it reaches: its login, or the slug of an enterprise. */
  readonly owner: string
  /** Undefined if the source does not tell it. */
  readonly installation: Installation | undefined
  readonly request: TokenRequest
  readonly comparison: Comparison
}

/** The tokens of a step; the single outputs are about the first. */
export type CreatedTokens = readonly [CreatedToken, ...CreatedToken[]]

/** Keeps tokens for post, which revokes what is still in it. */
export interface TokenStore {
  /** Hides a token in the log, and saves it. Raises an error if it cannot be saved. */
  addToken(token: IssuedToken, request: TokenRequest): void
  removeToken(token: IssuedToken): void
}

/** What creating tokens needs. */
export interface CreateOptions {
  readonly source: TokenSource
  readonly github: GitHubClient
  readonly store: TokenStore
}

/** One token that could not be output, and how far its creation had come. */
export interface CreateFailure {
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
  /**
   * `saved`: not revoked, and post tries again. `alive`: not revoked, and post does not know it.
   * `foreign`: GitHub cannot revoke it.
   */
  readonly outcome: 'revoked' | 'saved' | 'alive' | 'foreign'
}

/** Not every token could be created, or passed on. Those that were created are revoked. */
export class CreateError extends Error {
  override readonly name = 'CreateError'
  readonly failures: readonly [CreateFailure, ...CreateFailure[]]
  readonly unused: readonly UnusedToken[]

  constructor(
    failures: readonly [CreateFailure, ...CreateFailure[]],
    unused: readonly UnusedToken[]
  ) {
    super(`${failures.length} tokens could not be created`)
    this.failures = failures
    this.unused = unused
  }
}

/** GitHub granted something other than was asked for. */
export class GrantError extends Error {
  override readonly name = 'GrantError'
  readonly details: GrantErrorDetails

  constructor(details: GrantErrorDetails) {
    super('the grant differs from what was asked for')
    this.details = details
  }
}

/** What a {@link GrantError} knows. */
export interface GrantErrorDetails {
  readonly comparison: Comparison
  readonly installation: Installation | undefined
  /** When the token expires by itself: ISO 8601, UTC. */
  readonly expiresAt: string
  /** Whether the token could be revoked at once. */
  readonly revoked: boolean
}

/**
 * Creates all tokens in parallel, or none: if one fails, the others are revoked at once. Raises
 * {@link CreateError}, and {@link InterruptedError} if the job is cancelled: post then revokes what
 * was saved.
 */
export async function createTokens(
  requests: readonly [TokenRequest, ...TokenRequest[]],
  options: CreateOptions
): Promise<CreatedTokens> {
  const results = await runInParallel(requests, (request) => createOne(request, options), {
    isLast: ({ kind }) => kind !== 'created'
  })
  if (results.some(({ kind }) => kind === 'interrupted')) throw new InterruptedError()
  const failed = results.filter((result) => result.kind === 'failed')
  const created = results.flatMap((one) => (one.kind === 'created' ? [one.token] : []))
  const [failure, ...failures] = failed.map(({ failure: each }) => each)
  // There is at least one request, so at least one token.
  if (failure === undefined) return created as [CreatedToken, ...CreatedToken[]]
  const unused = failed.flatMap((one) => (one.unused === undefined ? [] : [one.unused]))
  throw new CreateError(
    [failure, ...failures],
    [...unused, ...(await revokeUnused(created, options))]
  )
}

type Result =
  | { readonly kind: 'created'; readonly token: CreatedToken }
  | {
      readonly kind: 'failed'
      readonly failure: CreateFailure
      readonly unused: UnusedToken | undefined
    }
  | { readonly kind: 'interrupted' }

/** How far the creation of a token has come. */
interface CreationProgress {
  token: IssuedToken | undefined
  isSaved: boolean
}

/** Never rejects. */
async function createOne(request: TokenRequest, options: CreateOptions): Promise<Result> {
  const progress: CreationProgress = { token: undefined, isSaved: false }
  const save = (token: IssuedToken): void => {
    progress.token = token
    options.store.addToken(token, request)
    progress.isSaved = true
  }
  try {
    return await createAndCompare(request, save, options)
  } catch (error) {
    if (error instanceof InterruptedError) return { kind: 'interrupted' }
    const { token, isSaved } = progress
    const unused = token && (await endToken(token, request, isSaved ? 'saved' : 'alive', options))
    const [cause, installation] =
      error instanceof SourceError ? [error.cause, error.installation] : [error, undefined]
    return { kind: 'failed', failure: { error: cause, request, installation }, unused }
  }
}

async function createAndCompare(
  request: TokenRequest,
  save: SaveToken,
  options: CreateOptions
): Promise<Result> {
  const token = await options.source.create(request, save)
  const { owner, installation, scope, grant } = token
  const comparison = compareGrant(owner, scope, grant)
  if (comparison.wrong.length === 0) return { kind: 'created', token: { ...token, comparison } }
  const { outcome } = await endToken(token, request, 'saved', options)
  const revoked = outcome === 'revoked'
  const { expiresAt } = token
  const error = new GrantError({ comparison, installation, expiresAt, revoked })
  return { kind: 'failed', failure: { error, request, installation }, unused: undefined }
}

/**
 * Revokes tokens that are saved and not output, all at once, because a cancelled step has only
 * seconds. Never rejects: post tries again.
 */
export async function revokeUnused(
  tokens: readonly CreatedToken[],
  options: RevokeOptions
): Promise<UnusedToken[]> {
  return Promise.all(tokens.map((token) => endToken(token, token.request, 'saved', options)))
}

type RevokeOptions = Pick<CreateOptions, 'github' | 'store'>

/**
 * Revokes a token that is not output. Never rejects.
 *
 * @param otherwise what becomes of the token if it cannot be revoked now
 */
async function endToken(
  token: IssuedToken,
  { subject }: TokenRequest,
  otherwise: 'saved' | 'alive',
  { github, store }: RevokeOptions
): Promise<UnusedToken> {
  const { expiresAt } = token
  const end = await tryRevoke(token, github)
  if (end === 'foreign') return { subject, expiresAt, outcome: 'foreign' }
  if (end !== 'revoked') return { subject, expiresAt, outcome: otherwise }
  try {
    store.removeToken(token)
  } catch {
    // The state still has the token: post then finds that GitHub no longer accepts it.
  }
  return { subject, expiresAt, outcome: 'revoked' }
}

async function tryRevoke(
  token: IssuedToken,
  github: GitHubClient
): Promise<RevocationResult['kind']> {
  try {
    return (await revokeToken(github, token)).kind
  } catch {
    return 'failed'
  }
}
