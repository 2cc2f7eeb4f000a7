import { randomUUID } from 'node:crypto'
import {
  closeSync,
  lstatSync,
  openSync,
  rmSync,
  writeFileSync,
  constants,
  readFileSync,
  renameSync
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { ProblemError } from '../problem'
import { textField } from '../json'
import { printable } from '../printable'
import type { LogMessage } from '../parsed'
import { takeOverFailed } from './describe'
import { includedFiles, placesOf } from './include'
import { withoutAddressesOf } from './take-over'
import { lockClock, LockedError, withLock } from './lock'

/** A path in `RUNNER_TEMP` that nobody can guess. */
export function newGitFilePath(folder: string): string {
  return join(resolve(folder), `git-credentials-${randomUUID()}.gitconfig`)
}

const OUR_NAME = /^git-credentials-[0-9a-f-]{36}\.gitconfig$/

/** Whether a file of this name is one that {@link newGitFilePath} names. */
export function isGitFileName(name: string): boolean {
  return OUR_NAME.test(name)
}

/** Where the next text of a file is written, before it takes the file's place. */
export function unfinishedPath(path: string): string {
  return `${path}.new`
}

/**
 * The file that git reads the tokens from: new, and its owner's alone (on Windows, the folder decides
 * who may read it). Raises {@link ProblemError} with `git-file-unwritable`.
 */
export class GitFile {
  readonly #path: string
  readonly #descriptor: number
  #isOpen = true

  constructor(path: string) {
    this.#path = path
    try {
      // Never a file or link that was there before.
      this.#descriptor = openSync(path, 'wx', 0o600)
    } catch (error) {
      throw unwritable(dirname(path), codeOf(error), true)
    }
  }

  /** Fills the file, once. */
  write(text: string): void {
    try {
      writeFileSync(this.#descriptor, text)
      this.#close()
    } catch (error) {
      throw unwritable(dirname(this.#path), codeOf(error), false)
    }
  }

  /** Removes the file. Never fails: what cannot be removed is left to post. */
  discard(): void {
    try {
      this.#close()
      rmSync(this.#path, { force: true })
    } catch {
      // Post tries again, and says why it cannot.
    }
  }

  #close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    closeSync(this.#descriptor)
  }
}

/** What became of the file that main left. */
export type Removal =
  | { readonly kind: 'removed' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Removes the file that main left: only one of our own making that lies in `RUNNER_TEMP` itself, and
 * nothing that somebody put in its place. Never fails.
 */
export function removeGitFile(path: string, env: NodeJS.ProcessEnv): Removal {
  const folder = env['RUNNER_TEMP'] ?? ''
  const isInside = folder !== '' && resolve(path) === path && dirname(path) === resolve(folder)
  if (!isInside || !isGitFileName(basename(path))) {
    return { kind: 'failed', reason: 'it does not lie in RUNNER_TEMP' }
  }
  try {
    // Left by a process that was killed while it wrote: it holds the same tokens.
    rmSync(unfinishedPath(path), { force: true })
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found === undefined) return { kind: 'absent' }
    if (!found.isFile()) return { kind: 'failed', reason: 'something else lies in its place' }
    rmSync(path)
    return { kind: 'removed' }
  } catch (error) {
    return { kind: 'failed', reason: codeOf(error) }
  }
}

/** The file cannot be written; the reason is a code of Node's. */
export function unwritable(folder: string, reason: string, nothingSent: boolean): ProblemError {
  const problem = { kind: 'git-file-unwritable', folder: printable(folder), reason } as const
  return new ProblemError([problem], { nothingSent })
}

/** Node's code for an error of the file system, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return printable(textField(error, 'code'))
}

/**
 * The files of earlier uses in this job that git reads: only what is directly in `RUNNER_TEMP` and
 * has the name of a file of ours.
 */
export function earlierGitFiles(env: NodeJS.ProcessEnv): string[] {
  const folder = resolve(env['RUNNER_TEMP'] ?? '')
  const names = includedFiles(env).filter((file) => {
    const name = basename(file)
    return isGitFileName(name) && placesOf(folder, name, process.platform)[0] === file
  })
  return [...new Set(names.map((file) => join(folder, basename(file))))]
}

/** The text of a file for git; empty if there is no such file, or it cannot be read. */
export function readGitFileOrNothing(path: string): string {
  try {
    return readGitFile(path)
  } catch {
    return ''
  }
}

/**
 * The lock under which files that git may be reading are changed: one for all steps of a job.
 *
 * @param folder `RUNNER_TEMP`
 */
export function gitLockPath(folder: string): string {
  return join(folder, 'git-credentials.lock')
}

/**
 * Replaces the text of a file that git may be reading: git finds the old text or the new one, never a
 * part. Call it under the lock at {@link gitLockPath}. Raises errors of the file system.
 */
export function replaceGitFile(path: string, text: string): void {
  const beside = unfinishedPath(path)
  try {
    // A process that was killed may have left it. Under the lock, nobody else writes it.
    rmSync(beside, { force: true })
    writeFileSync(beside, text, { flag: 'wx', mode: 0o600 })
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/**
 * Removes each address that the newer text has from the earlier files. Never fails, and says what it
 * could not do: git itself works with both, so the job can go on.
 */
export async function takeOver(newer: string, files: readonly string[]): Promise<LogMessage[]> {
  const [first] = files
  if (first === undefined) return []
  try {
    await withLock(gitLockPath(dirname(first)), lockClock, () => {
      for (const file of files) {
        const text = readGitFile(file)
        const rest = withoutAddressesOf(newer, text)
        if (rest !== text) replaceGitFile(file, rest)
      }
    })
    return []
  } catch (error) {
    const isLocked = error instanceof LockedError
    return [takeOverFailed(isLocked ? 'another process keeps it locked' : codeOf(error))]
  }
}

/** The text of a file; empty if there is no such file. Follows no link. */
function readGitFile(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return ''
  if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'not a file' })
  // Windows does not have the second flag: it counts as 0 there.
  const flag = constants.O_RDONLY | constants.O_NOFOLLOW
  return readFileSync(path, { encoding: 'utf8', flag: flag as unknown as string })
}
