import type { Explanation } from '../explanation'
import { printable } from '../printable'
import { execFile, type ExecFileException } from 'node:child_process'

/** The result of running `git --version`. */
export type GitAnswer =
  | { readonly kind: 'said'; readonly output: string }
  /** The reason is Node's error code (`ENOENT`), the exit code, or the signal. */
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * The oldest version of git that reads `GIT_CONFIG_COUNT`:
 * https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const OLDEST = { major: 2, minor: 31 }

const WHERE =
  'install it before this step; in a container job, in the image. Without `git-credentials` no git is needed.'

/** The problem with this git, if there is one: `git-missing` or `git-too-old`. */
export function gitProblem(answer: GitAnswer): Explanation | undefined {
  if (answer.kind === 'failed') {
    const isAbsent = answer.reason === 'ENOENT'
    return missing(isAbsent ? 'is not on PATH' : `does not run (${printable(answer.reason)})`)
  }
  const [, version, major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(answer.output) ?? []
  if (version === undefined) {
    return missing(`answers "${printable(answer.output.trim())}" when it is asked for its version`)
  }
  const isNewEnough =
    Number(major) > OLDEST.major ||
    (Number(major) === OLDEST.major && Number(minor) >= OLDEST.minor)
  return isNewEnough ? undefined : tooOld(version)
}

function missing(what: string): Explanation {
  return {
    code: 'git-missing',
    title: 'There is no git to give credentials to',
    problem: `git-credentials is true, but git ${what}.`,
    fix: WHERE
  }
}

function tooOld(version: string): Explanation {
  return {
    code: 'git-too-old',
    title: 'This git is too old for git-credentials',
    problem: `git-credentials is true, but git is ${printable(version)}. It needs ${OLDEST.major}.${OLDEST.minor} or newer, which takes configuration from the environment.`,
    fix: WHERE
  }
}

/** How long git may take to print its version, in milliseconds. */
const LIMIT = 10_000

/**
 * The variables that a program needs to start. Others are not passed on, because `INPUT_`, `STATE_`
 * and `ACTIONS_` variables contain secrets. On Windows, some of these names are in mixed case.
 */
const ALLOWED = new Set([
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

/** Asks git for its version. Later steps find the same git. Never rejects. */
export async function askVersion(env: NodeJS.ProcessEnv, folder: string): Promise<GitAnswer> {
  const options = { cwd: folder, env: allowed(env), timeout: LIMIT, windowsHide: true }
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
  return Object.fromEntries(Object.entries(env).filter(([name]) => ALLOWED.has(name.toUpperCase())))
}
