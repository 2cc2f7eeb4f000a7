import * as core from '@actions/core'
import type { IssuedToken } from '../github/api'
import { field, listField, textField } from '../json'
import { ProblemError } from '../problem'
import type { TokenStore } from '../tokens/create'
import type { TokenRequest } from '../tokens/plan'
import type { SavedToken } from '../tokens/revoke'
import * as log from './log'
import { appendToRunnerFile } from './runner-files'

/** The one value that main leaves for post. */
export interface State {
  /** The API that the tokens belong to, whatever the inputs say when post runs. */
  readonly apiUrl: string
  /** Whether the tokens outlive the job; they are then not listed. */
  readonly keepToken: boolean
  readonly tokens: readonly SavedToken[]
  /** Whether the fallback token was output, which is never revoked. */
  readonly isFallback: boolean
  /** The file from which git reads the tokens; empty if there is none. */
  readonly gitFile: string
}

const EMPTY: State = { apiUrl: '', keepToken: false, tokens: [], isFallback: false, gitFile: '' }

const NAME = 'github-app-token'

/**
 * The runner passes the state to post in one variable of its environment. If it is longer than this,
 * in characters, post cannot even be started. Linux takes 128 KiB, Windows 32,767 characters.
 */
const MOST = { windows: 30_000, others: 120_000 }

/**
 * What main saves for post. Every change is saved at once. Each method raises
 * {@link ProblemError} with `state-too-large` or `runner-file-unwritable`.
 */
export class PostState implements TokenStore {
  #state: State
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

  /** Says which API the tokens belong to. It is saved with the next change. */
  setApi(apiUrl: string): void {
    this.#state = { ...this.#state, apiUrl }
  }

  /** Hides a token in the log, and saves it. */
  addToken({ token, expiresAt }: IssuedToken, { subject }: TokenRequest): void {
    log.mask(token)
    this.#tokens.set(token, { token, expiresAt, subject })
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

  /** Lets the tokens outlive the job. */
  keepAfterJob(): void {
    this.#save({ apiUrl: '', keepToken: true, tokens: [] })
  }

  /** Lets post say that the fallback token is not revoked. */
  setFallback(): void {
    this.#save({ isFallback: true })
  }

  #save(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
    const text = JSON.stringify(this.#state)
    const most = MOST[process.platform === 'win32' ? 'windows' : 'others']
    if (text.length > most) {
      const { length } = text
      const problem = { kind: 'state-too-large', tokens: this.#tokens.size, length, most } as const
      throw new ProblemError([problem], { nothingSent: false })
    }
    appendToRunnerFile('GITHUB_STATE', [[NAME, text]])
  }
}

/** Reads what main saved. If that is missing or cannot be read, there is nothing to do. */
export function loadState(): State {
  const saved = parse(core.getState(NAME))
  return {
    apiUrl: textField(saved, 'apiUrl'),
    keepToken: field(saved, 'keepToken') === true,
    tokens: listField(saved, 'tokens')
      .map((token) => ({
        token: textField(token, 'token'),
        subject: textField(token, 'subject'),
        expiresAt: textField(token, 'expiresAt')
      }))
      .filter(({ token }) => token !== ''),
    isFallback: field(saved, 'isFallback') === true,
    gitFile: textField(saved, 'gitFile')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
