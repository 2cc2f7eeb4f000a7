import { execFile, type ExecFileException } from 'node:child_process'
import type { GitAnswer } from '../git/version'
import type { Environment } from './inputs'

/** How long git may take to tell its version, in milliseconds. */
const LIMIT = 10_000

/**
 * What a program needs to start, and nothing more: `INPUT_`, `STATE_` and `ACTIONS_` variables hold
 * secrets. Windows writes some of these names in other letter cases.
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

/** Asks the git that later steps will find for its version. Never rejects. */
export async function askVersion(env: Environment, folder: string): Promise<GitAnswer> {
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

function allowed(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => ALLOWED.has(name.toUpperCase())))
}
