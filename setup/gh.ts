import { spawn } from 'node:child_process'
import { printable } from '../src/printable'
import { SetupError } from './problem'

/** What the gh command said. */
export interface GhAnswer {
  readonly isOk: boolean
  readonly output: string
  /** Its words about an error, fit to be shown. */
  readonly said: string
}

/**
 * Runs GitHub's gh command, as the person who is logged in there: https://cli.github.com.
 * A secret goes to its standard input, never into its arguments or its environment.
 */
export class Gh {
  readonly #host: string
  readonly #env: NodeJS.ProcessEnv

  /**
   * @param host the GitHub to use, such as `github.com`
   * @param env the variables of the person's terminal
   */
  constructor(host: string, env: NodeJS.ProcessEnv) {
    this.#host = host
    this.#env = { ...env, GH_HOST: host, GH_PROMPT_DISABLED: '1', NO_COLOR: '1' }
  }

  /** Runs a command. Raises {@link SetupError} if gh is missing or not logged in. */
  async ask(args: readonly string[], input = ''): Promise<GhAnswer> {
    const answer = await run(args, input, this.#env)
    const isLoggedOut = !answer.isOk && /gh auth (?:login|refresh)|HTTP 401/.test(answer.said)
    if (!isLoggedOut) return answer
    throw new SetupError({ kind: 'gh-logged-out', host: this.#host, said: answer.said })
  }

  /** Runs a command that must work. Raises {@link SetupError} if it does not. */
  async run(args: readonly string[], input = ''): Promise<string> {
    const { isOk, output, said } = await this.ask(args, input)
    if (isOk) return output
    throw new SetupError({ kind: 'gh-refused', command: ghCommand(args), said })
  }

  /** Runs a command that must answer with a list in JSON. Raises {@link SetupError} if it does not. */
  async list(args: readonly string[]): Promise<readonly unknown[]> {
    const output = await this.run(args)
    const list = readList(output)
    if (list !== undefined) return list
    const said = printable(output, MAX_SAID_LENGTH)
    throw new SetupError({ kind: 'gh-refused', command: ghCommand(args), said })
  }
}

/** A list in JSON; undefined if the text is none. */
function readList(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? (value as unknown[]) : undefined
  } catch {
    return undefined
  }
}

/** A command as people type it. */
export function ghCommand(args: readonly string[]): string {
  return ['gh', ...args].map(quotedWord).join(' ')
}

/** A word of a command as a shell takes it. */
export function quotedWord(word: string): string {
  return /^[\w./:=@,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

const MAX_SAID_LENGTH = 400

/** A command of gh sends some requests at most. */
const TIME_LIMIT_MS = 120_000

function run(args: readonly string[], input: string, env: NodeJS.ProcessEnv): Promise<GhAnswer> {
  return new Promise((resolve, reject) => {
    const timeout = TIME_LIMIT_MS
    const child = spawn('gh', args, { env, stdio: 'pipe', windowsHide: true, timeout })
    let [output, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    // If gh ends without reading, its exit code says why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', (cause) => {
      reject(new SetupError({ kind: 'gh-missing' }, { cause }))
    })
    child.on('close', (code, signal) => {
      const said = printable(
        signal === null ? errors.trim() : 'it did not end in time',
        MAX_SAID_LENGTH
      )
      resolve({ isOk: code === 0, output: output.trim(), said })
    })
  })
}
