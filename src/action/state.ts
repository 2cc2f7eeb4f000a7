import * as core from '@actions/core'
import { field, listField, textField } from '../json'
import { ProblemError } from '../problem'
import type { SavedToken } from '../tokens/revoke'
import { appendToRunnerFile } from './runner-files'

/** The one value that main leaves for post. */
export interface State {
  /** The API that the tokens belong to, whatever the inputs say by the time of post. */
  readonly apiUrl: string
  /** Whether the tokens outlive the job; they are then not listed. */
  readonly keepToken: boolean
  readonly tokens: readonly SavedToken[]
  /** The file from which git reads the tokens; empty where there is none. */
  readonly gitFile: string
}

/** What main saves before anything else, so that nobody else can have set it. */
export const EMPTY_STATE: State = { apiUrl: '', keepToken: false, tokens: [], gitFile: '' }

const KEY = 'github-app-token'

/**
 * The runner hands the state to post in one variable: with one that is longer, in characters, post
 * could not even be started. Linux takes 128 KiB, Windows 32,767 characters.
 */
const MOST = { windows: 30_000, others: 120_000 }

/**
 * Saves what post needs; the last time counts. Problems: `state-too-large`,
 * `runner-file-unwritable`.
 */
export function saveState(state: State): void {
  const text = JSON.stringify(state)
  const most = MOST[process.platform === 'win32' ? 'windows' : 'others']
  if (text.length > most) {
    const { length } = text
    const problem = { kind: 'state-too-large', tokens: state.tokens.length, length, most } as const
    throw new ProblemError([problem], { nothingSent: false })
  }
  appendToRunnerFile('GITHUB_STATE', [[KEY, text]])
}

/** Reads what main saved; nothing to do where that is missing or makes no sense. */
export function loadState(): State {
  const saved = parse(core.getState(KEY))
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
