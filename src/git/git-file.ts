import { randomUUID } from 'node:crypto'
import { closeSync, constants, lstatSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import {
  isDirectlyIn,
  isThere,
  NotAFileError,
  readOwnFile,
  replaceFile,
  unfinishedPath
} from '../files'
import { ProblemError } from '../problems/problem'
import { textField } from '../json'
import { printable } from '../printable'
import { withoutAddressesOf, withTokenReplaced } from './config-text'
import { LockedError, withLock } from './lock'

/** A path in `RUNNER_TEMP` that nobody can guess. */
export function newGitFilePath(folder: string): string {
  return join(resolve(folder), `git-credentials-${randomUUID()}.gitconfig`)
}

/** Do not follow a link. Windows does not have this flag: it counts as 0 there. */
const NO_LINK = constants.O_NOFOLLOW

const OUR_NAME = /^git-credentials-[0-9a-f-]{36}\.gitconfig$/

/** Whether {@link newGitFilePath} makes such names. */
export function isGitFileName(name: string): boolean {
  return OUR_NAME.test(name)
}

/**
 * Creates the file from which git reads the tokens, empty. Only its owner can read it (on Windows,
 * the rights of the folder apply). Raises {@link ProblemError} with `git-file-unwritable`.
 */
export function createGitFile(path: string): void {
  try {
    // Fails if there is a file or link already.
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    throw unwritable(dirname(path), codeOf(error), true)
  }
}

/** Fills the file. Raises {@link ProblemError} with `git-file-unwritable`. */
export function writeGitFile(path: string, text: string): void {
  try {
    const descriptor = openSync(path, constants.O_WRONLY | NO_LINK)
    try {
      writeFileSync(descriptor, text)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw unwritable(dirname(path), codeOf(error), false)
  }
}

/** Removes the file that this step created. Never fails. */
export function discardGitFile(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Post tries again, and warns if it cannot.
  }
}

/** The result of {@link removeGitFile}. */
export type Removal =
  | { readonly kind: 'removed' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Removes the file that main created. It must have a name of ours and be directly in `RUNNER_TEMP`.
 * If something that is not a file is there, that stays. Never fails.
 */
export function removeGitFile(path: string, env: NodeJS.ProcessEnv): Removal {
  const folder = env['RUNNER_TEMP'] ?? ''
  if (!isDirectlyIn(path, folder) || !isGitFileName(basename(path))) {
    return { kind: 'failed', reason: 'it is not in RUNNER_TEMP' }
  }
  try {
    // A process that was killed while it wrote leaves this file, which contains the same tokens.
    remove(unfinishedPath(path))
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found === undefined) return { kind: 'absent' }
    if (!found.isFile()) return { kind: 'failed', reason: NOT_A_FILE }
    rmSync(path)
    return { kind: 'removed' }
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) }
  }
}

/** Removes whatever is at a path. Follows no link. */
function remove(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found !== undefined) rmSync(path, { recursive: found.isDirectory() })
}

/** The error if the file cannot be written. */
export function unwritable(folder: string, reason: string, nothingSent: boolean): ProblemError {
  const problem = { kind: 'git-file-unwritable', folder: printable(folder), reason } as const
  return new ProblemError([problem], { nothingSent })
}

/** The code of an error of the file system, such as `ENOENT`. Raises any other error again. */
function codeOf(error: unknown): string {
  const code = printable(textField(error, 'code'))
  if (code === '') throw error
  return code
}

const NOT_A_FILE = 'it was replaced by something that is not a file'

/** Why a file cannot be changed, for a function that never fails. */
function reasonOf(error: unknown): string {
  if (error instanceof NotAFileError) return NOT_A_FILE
  return printable(textField(error, 'code')) || 'the reason is not known'
}

/**
 * Removes the addresses of a newer file from the files of earlier uses. Returns the reason if it
 * cannot. Never throws: git itself works with both files, so the job can go on.
 */
export async function updateEarlierFiles(
  newerFile: string,
  earlierFiles: readonly string[]
): Promise<string | undefined> {
  if (earlierFiles.length === 0) return undefined
  try {
    const newer = readGitFile(newerFile)
    // If git can use no token, there is no file.
    if (newer === '') return undefined
    for (const file of earlierFiles) {
      await withLock(gitLockPath(dirname(newerFile)), async () => {
        const text = readGitFile(file)
        const rest = withoutAddressesOf(newer, text)
        if (rest !== text) await replaceFile(file, rest)
      })
    }
    return undefined
  } catch (error) {
    return error instanceof LockedError ? 'another process has locked it' : reasonOf(error)
  }
}

/**
 * The lock for changing files that git may be reading. All steps of a job use the same lock.
 *
 * @param folder `RUNNER_TEMP`
 */
function gitLockPath(folder: string): string {
  return join(folder, 'git-credentials.lock')
}

/**
 * Replaces older tokens in a file by a new one, for the addresses that are still in it. Never makes a
 * file that is gone. Raises `LockedError`, and errors of the file system.
 *
 * @param isAllowed asked while no other process can change the file
 */
export async function replaceTokensInGitFile(
  path: string,
  older: readonly string[],
  token: string,
  isAllowed: () => boolean
): Promise<void> {
  await withLock(gitLockPath(dirname(path)), async () => {
    if (!isAllowed()) return
    const text = readGitFile(path)
    const renewed = withTokenReplaced(text, older, token)
    if (renewed !== text) await replaceFile(path, renewed)
  })
}

/** The paths that {@link replaceTokensInGitFile} writes. */
export function pathsWrittenFor(path: string): string[] {
  return [path, unfinishedPath(path), gitLockPath(dirname(path))]
}

/**
 * Does what {@link removeGitFile} does while no other process can change the file, so that a renewal
 * does not make it again. Never fails.
 */
export async function removeGitFileLocked(path: string, env: NodeJS.ProcessEnv): Promise<Removal> {
  // The lock is beside the file: elsewhere, nothing is touched.
  if (!isDirectlyIn(path, env['RUNNER_TEMP'] ?? '')) return removeGitFile(path, env)
  try {
    return await withLock(gitLockPath(dirname(path)), () => removeGitFile(path, env))
  } catch {
    return removeGitFile(path, env)
  }
}

/** The text of a file for git. Empty if there is no such file, or if it cannot be read. */
export function readGitFileOrNothing(path: string): string {
  try {
    return readGitFile(path)
  } catch {
    return ''
  }
}

/** The text of a file. Empty if there is none. Raises {@link NotAFileError}, and errors of the file system. */
function readGitFile(path: string): string {
  if (!isThere(path)) return ''
  const text = readOwnFile(path)
  if (text === undefined) throw new NotAFileError('git-file')
  return text
}
