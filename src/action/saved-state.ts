import { field, positiveIntegerField, listField, textField } from '../json'
import type { RenewalFolder } from '../renew/folder'
import type { ProcessIdentity } from '../renew/process-identity'
import type { SavedToken } from '../tokens/revoke'
import { readVariable, type Environment } from './inputs'

/** The one value that main leaves for post. */
export interface SavedState {
  /** The API that the tokens belong to, whatever the inputs say when post runs. */
  readonly apiUrl: string
  /** Whether the tokens outlive the job; they are then not listed. */
  readonly keepToken: boolean
  readonly tokens: readonly SavedToken[]
  /** Whether the fallback token was output, which is never revoked. */
  readonly isFallback: boolean
  /** The file from which git reads the tokens; empty if there is none. */
  readonly gitFile: string
  /** The renewal of the tokens; undefined without `renew`. */
  readonly renewal?: SavedRenewal | undefined
}

/** What main saves of a renewal. */
export interface SavedRenewal extends RenewalFolder {
  /** The renewer. Undefined if main has not started it: then it never got a key. */
  readonly process: ProcessIdentity | undefined
}

/** The name under which the runner keeps the value. */
export const STATE_NAME = 'github-app-token'

/** Reads what main saved. If that is missing or cannot be read, there is nothing to do. */
export function loadState(env: Environment): SavedState {
  const saved = parse(readVariable(env, `STATE_${STATE_NAME}`))
  return {
    apiUrl: textField(saved, 'apiUrl'),
    keepToken: field(saved, 'keepToken') === true,
    tokens: listField(saved, 'tokens')
      .map((token) => ({
        token: textField(token, 'token'),
        subject: textField(token, 'subject'),
        expiresAt: textField(token, 'expiresAt'),
        isForeign: field(token, 'isForeign') === true
      }))
      .filter(({ token }) => token !== ''),
    isFallback: field(saved, 'isFallback') === true,
    gitFile: textField(saved, 'gitFile'),
    renewal: readRenewal(field(saved, 'renewal'))
  }
}

function readRenewal(saved: unknown): SavedRenewal | undefined {
  const folder = textField(saved, 'folder')
  if (folder === '') return undefined
  const process = field(saved, 'process')
  const pid = positiveIntegerField(process, 'pid')
  return {
    folder,
    secret: textField(saved, 'secret'),
    process: pid === undefined ? undefined : { pid, startTime: textField(process, 'startTime') }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
