import { sameName } from '../config/names'
import { accountOf } from '../config/targets'
import { tokenServiceCredentialName, type TokenServiceCredential } from '../config/token-service'
import { findReach, type Grant, type Reached } from '../github/api'
import type { GitHubClient } from '../github/github-client'
import { retryUntilKnown } from '../github/new-token'
import { InterruptedError } from '../http/errors'
import type { TokenRequest } from '../tokens/plan'
import { TokenServiceClient, type TokenServiceScope } from './token-service-client'
import type { NewToken, SaveToken, SourceOptions, TokenSource } from './token-source'

/** The token of a service reaches more than it was asked for, or nothing of it. */
export class ReachError extends Error {
  override readonly name = 'ReachError'
  readonly service: TokenServiceCredential
  readonly asked: TokenServiceScope
  readonly reached: Reached

  constructor(service: TokenServiceCredential, asked: TokenServiceScope, reached: Reached) {
    super('the token reaches something else than was asked for')
    this.service = service
    this.asked = asked
    this.reached = reached
  }
}

/** GitHub's installation tokens begin with this, also those of Enterprise Server. */
const INSTALLATION_TOKEN = 'ghs_'

/** What is known of a token before GitHub is asked: nothing. */
const UNKNOWN_GRANT: Grant = {
  permissions: undefined,
  repositorySelection: undefined,
  repositories: undefined,
  repositoryIds: []
}

/** Gets tokens from a service that holds the App's key, and asks GitHub what they reach. */
export class TokenServiceSource implements TokenSource {
  readonly name: string
  readonly app = undefined
  readonly #service: TokenServiceCredential
  readonly #client: TokenServiceClient
  readonly #github: GitHubClient
  readonly #cancelled: AbortSignal

  constructor(service: TokenServiceCredential, { github, cancelled, mask }: SourceOptions) {
    this.name = tokenServiceCredentialName(service)
    this.#service = service
    this.#client = new TokenServiceClient({ service, http: github.http, mask })
    this.#github = github
    this.#cancelled = cancelled
  }

  /**
   * Raises what {@link TokenSource.create} raises. The causes: `TokenServiceError`, and
   * {@link ReachError} if the token reaches more than was asked for.
   */
  async create(request: TokenRequest, save: SaveToken): Promise<NewToken> {
    const asked = scopeOfRequest(request)
    const { token, lost } = await this.#client.exchange(asked)
    const isForeign = !token.startsWith(INSTALLATION_TOKEN)
    const issued = { token, expiresAt: '', grant: UNKNOWN_GRANT, lost, isForeign }
    await save(issued, request)
    if (this.#cancelled.aborted) throw new InterruptedError()
    const common = { ...issued, request, installation: undefined, scope: {} }
    // GitHub would not say what such a token reaches, and a token of another service is not its business.
    if (isForeign) return { ...common, owner: asked.owner }
    const reached = await this.#client.attempt(asked, 'reach', () =>
      retryUntilKnown(() => findReach(this.#github, token), this.#github.http)
    )
    if (!isWithin(asked, reached)) throw new ReachError(this.#service, asked, reached)
    const [owner = asked.owner] = reached.owners
    return { ...common, grant: reached.grant, owner }
  }
}

/** What to ask a service for. Problems with the inputs were found when they were read. */
function scopeOfRequest({ target }: TokenRequest): TokenServiceScope {
  const owner = accountOf(target)
  const [repository] = target.kind === 'repositories' ? target.names : []
  const scope = repository === undefined ? owner : `${owner}/${repository}`
  return { scope, owner, repository }
}

/** Whether a token reaches what was asked for, and nothing else. */
function isWithin(
  { owner, repository }: TokenServiceScope,
  { grant, count, owners }: Reached
): boolean {
  if (owners.some((one) => !sameName(one, owner))) return false
  if (repository === undefined) return count > 0
  const [name = ''] = grant.repositories ?? []
  return count === 1 && sameName(name, `${owner}/${repository}`)
}
