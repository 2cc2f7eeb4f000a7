import { constants, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Clock } from '../clock'
import type { Remark } from '../config/parsed'
import { takeOverFailed } from '../git/describe'
import { includedFiles, placesOf } from '../git/include'
import { withoutAddressesOf } from '../git/take-over'
import { readVariable, type Environment } from './inputs'
import { codeOf, isGitFileName, unfinishedPath } from '../git/git-file'
import { LockedError, withLock } from '../git/lock'

/**
 * The files of earlier uses in this job that git reads: only what is directly in `RUNNER_TEMP` and
 * has the name of a file of ours.
 */
export function earlierGitFiles(env: Environment): string[] {
  const folder = resolve(readVariable(env, 'RUNNER_TEMP'))
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
export async function takeOver(
  newer: string,
  files: readonly string[],
  clock: Clock
): Promise<Remark[]> {
  const [first] = files
  if (first === undefined) return []
  try {
    await withLock(gitLockPath(dirname(first)), clock, () => {
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
