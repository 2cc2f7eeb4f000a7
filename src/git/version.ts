import { printable } from '../printable'
import type { Problem } from '../problems/problem'
import { execFile, type ExecFileException } from 'node:child_process'

/** What running `git --version` came to. */
export type GitAnswer =
  | { readonly kind: 'said'; readonly output: string }
  /** It could not be run; the reason is Node's error code (`ENOENT`) or its exit status. */
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * The first git that reads `GIT_CONFIG_COUNT`:
 * https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const OLDEST_GIT = { major: 2, minor: 31 }

/** Why this git cannot be given credentials, if it cannot. Problems: `git-missing`, `git-too-old`. */
export function gitProblem(answer: GitAnswer): Problem | undefined {
  if (answer.kind === 'failed') {
    const { reason } = answer
    return reason === 'ENOENT'
      ? { kind: 'git-missing', found: { is: 'absent' } }
      : { kind: 'git-missing', found: { is: 'not-running', reason: printable(reason) } }
  }
  const [, version, major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(answer.output) ?? []
  if (version === undefined) {
    const said = printable(answer.output.trim())
    return { kind: 'git-missing', found: { is: 'something-else', answer: said } }
  }
  const isNewEnough =
    Number(major) > OLDEST_GIT.major ||
    (Number(major) === OLDEST_GIT.major && Number(minor) >= OLDEST_GIT.minor)
  if (isNewEnough) return undefined
  const oldest = `${OLDEST_GIT.major}.${OLDEST_GIT.minor}`
  return { kind: 'git-too-old', version: printable(version), oldest }
}

/** How long git may take to tell its version, in milliseconds. */
const GIT_TIMEOUT_MS = 10_000

/**
 * What a program needs to start, and nothing more: `INPUT_`, `STATE_` and `ACTIONS_` variables hold
 * secrets. Windows writes some of these names in other letter cases.
 */
const ALLOWED_VARIABLES = new Set([
  'PATH',
  'PATHEXT',
  'SYSTEMROOT',
  'WINDIR',
  'HOME',
  'USERPROFILE',
  'TEMP',
  'TMP',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'DEVELOPER_DIR'
])

/**
 * Asks the git that later steps will find for its version. Never rejects.
 *
 * @param limit how long git may take, in milliseconds
 */
export async function askVersion(
  env: NodeJS.ProcessEnv,
  folder: string,
  limit = GIT_TIMEOUT_MS
): Promise<GitAnswer> {
  const kill = { timeout: limit, killSignal: 'SIGKILL' } as const
  const options = { cwd: folder, env: allowed(env), ...kill, windowsHide: true }
  return new Promise((settle) => {
    execFile('git', ['--version'], options, (error, output) => {
      if (error === null) settle({ kind: 'said', output })
      else settle({ kind: 'failed', reason: reasonOf(error) })
    })
  })
}

function reasonOf({ code, signal }: ExecFileException): string {
  return typeof code === 'number' ? `exit code ${code}` : String(code ?? signal)
}

function allowed(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => ALLOWED_VARIABLES.has(name.toUpperCase()))
  )
}
