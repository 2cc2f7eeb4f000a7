import { explain } from '../src/explain/explain'
import { RefusedError, UnreachableError } from '../src/http/errors'
import type { Host, Options } from './options'
import { SetupError } from './problem'
import type { KnownApp, Progress } from './progress'
import type { Published } from './published'
import type { Terminal, TerminalEnv } from './terminal'

/** What a setup works with. */
export interface SetupContext {
  readonly options: Options
  readonly terminal: Terminal
  readonly published: Published
  /** The variables of the terminal. */
  readonly env: TerminalEnv
  readonly platform: NodeJS.Platform
  /** Called each time that the setup has come further. */
  readonly onProgress: (progress: Progress) => void
}

/** An App with the key that proves it. */
export interface AppWithKey extends KnownApp {
  readonly pem: string
}

/** Explains what GitHub refuses, or that it cannot be reached, in the words of the action. */
export async function withWords<T>({ apiUrl }: Host, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof UnreachableError)) throw error
    const [{ problem, fix }] = explain({ error })
    // The action names the address that its inputs say.
    const what = problem.replace('the API', apiUrl)
    throw new SetupError({ kind: 'github-failed', what, fix }, { cause: error })
  }
}
