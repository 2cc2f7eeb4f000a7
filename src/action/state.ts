import type { IssuedToken } from '../github/api'
import { ProblemError } from '../problems/problem'
import { isoTime } from '../time'
import type { TokenStore } from '../tokens/create'
import type { HashedToken } from '../tokens/describe'
import type { TokenRequest } from '../tokens/plan'
import type { SavedToken } from '../tokens/revoke'
import { TOKEN_LIFE_MS } from '../tokens/token-life'
import type { ProcessIdentity } from '../renew/process-identity'
import * as log from './log'
import { appendToRunnerFile } from './runner-files'
import { STATE_NAME, type SavedRenewal, type SavedState } from './saved-state'

const EMPTY: SavedState = {
  apiUrl: '',
  keepToken: false,
  tokens: [],
  isFallback: false,
  gitFile: ''
}

/**
 * The runner passes the state to post in one variable of its environment. If it is longer than this,
 * in characters, post cannot even be started. Linux takes 128 KiB, Windows 32,767 characters.
 */
const MAX_STATE_LENGTH = { windows: 30_000, others: 120_000 }

/**
 * What main saves for post. Every change except `setApi` is saved at once. What saves raises
 * {@link ProblemError} with `state-too-large` or `runner-file-unwritable`.
 */
export class PostState implements TokenStore {
  #state: SavedState
  readonly #created: HashedToken[] = []
  readonly #tokens = new Map<string, SavedToken>()

  private constructor() {
    this.#state = EMPTY
  }

  /** Saves that there is nothing to revoke: a state that an earlier step planted no longer counts. */
  static saveEmpty(): PostState {
    const state = new PostState()
    state.#save({})
    return state
  }

  /** Every token of this step, also those that are revoked. */
  get created(): readonly HashedToken[] {
    return this.#created
  }

  /** Says which API the tokens belong to. It is saved with the next change. */
  setApi(apiUrl: string): void {
    this.#state = { ...this.#state, apiUrl }
  }

  /** Hides a token in the log, and saves it. */
  addToken({ token, expiresAt, isForeign = false }: IssuedToken, { subject }: TokenRequest): void {
    log.mask(token)
    this.#created.push({ token, subject })
    const end = expiresAt === '' && !isForeign ? isoTime(Date.now() + TOKEN_LIFE_MS) : expiresAt
    this.#tokens.set(token, { token, expiresAt: end, subject, ...(isForeign && { isForeign }) })
    this.#save({ tokens: [...this.#tokens.values()] })
  }

  /** Takes a revoked token out. */
  removeToken({ token }: IssuedToken): void {
    this.#tokens.delete(token)
    this.#save({ tokens: [...this.#tokens.values()] })
  }

  /** Leaves git's file to post, which removes it. */
  setGitFile(gitFile: string): void {
    this.#save({ gitFile })
  }

  /** Leaves the renewal to post, which ends it. */
  setRenewal(renewal: SavedRenewal): void {
    this.#save({ renewal })
  }

  /**
   * Ends the process that renews, if there is one. Post then does not wait for it.
   *
   * @param kill kills the process; returns whether it did
   */
  killRenewer(kill: (renewer: ProcessIdentity) => boolean): void {
    const { renewal } = this.#state
    if (renewal?.process !== undefined && kill(renewal.process)) {
      this.#save({ renewal: { ...renewal, process: undefined } })
    }
  }

  /** Lets the tokens outlive the job. */
  keepAfterJob(): void {
    this.#save({ apiUrl: '', keepToken: true, tokens: [] })
  }

  /** Lets post say that the fallback token is not revoked. */
  setFallback(): void {
    this.#save({ isFallback: true })
  }

  #save(change: Partial<SavedState>): void {
    this.#state = { ...this.#state, ...change }
    const text = JSON.stringify(this.#state)
    const most = MAX_STATE_LENGTH[process.platform === 'win32' ? 'windows' : 'others']
    if (text.length > most) {
      const { length } = text
      const problem = { kind: 'state-too-large', tokens: this.#tokens.size, length, most } as const
      throw new ProblemError([problem], { nothingSent: false })
    }
    appendToRunnerFile('GITHUB_STATE', [[STATE_NAME, text]])
  }
}
