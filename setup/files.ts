import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './problem'
import { usesIn, type Use } from './workflows'

/** Where a repository keeps its workflows. */
export const WORKFLOWS = '.github/workflows'

/** Every step of the workflows in a folder, or of one file, that creates an App token. */
export function readUses(path: string): readonly Use[] {
  try {
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => /\.ya?ml$/i.test(name))
          .toSorted()
          .map((name) => join(path, name))
      : [path]
    return files.flatMap((file) =>
      usesIn(file.replaceAll('\\', '/'), readRegularFile(file).toString('utf8'))
    )
  } catch (error) {
    throw new SetupError(
      { kind: 'workflows-unreadable', path, code: codeOf(error) },
      { cause: error }
    )
  }
}

/** Whether a folder exists. */
export function hasWorkflows(): boolean {
  return existsSync(WORKFLOWS)
}

/**
 * Raises {@link SetupError} if a new file cannot be written there. Tries it, because only that shows
 * every reason: a folder, a link to nowhere, a name that is too long.
 */
export function checkNewFile(path: string): void {
  writePrivately(path, '')
  rmSync(path)
}

/** Writes a new file that only this user can read. Raises {@link SetupError} if it cannot. */
export function writePrivately(path: string, content: string | Buffer): void {
  try {
    writeFileSync(path, content, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const code = codeOf(error)
    // Half a file would keep the next try from writing it.
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') rmSync(path, { force: true })
    throw new SetupError({ kind: 'file-unwritable', path, code }, { cause: error })
  }
}

/** Reads a file. Raises {@link SetupError} if it cannot. */
export function readBytes(path: string): Buffer {
  try {
    return readRegularFile(path)
  } catch (error) {
    throw new SetupError({ kind: 'file-unreadable', path, code: codeOf(error) }, { cause: error })
  }
}

/** Nothing that this program reads is as large. */
const MAX_FILE_BYTES = 4 * 1024 * 1024

/** Reads a file, but no device or pipe, which might never end. */
function readRegularFile(path: string): Buffer {
  const status = statSync(path)
  if (!status.isFile()) throw Object.assign(new Error(path), { code: 'not a file' })
  if (status.size > MAX_FILE_BYTES) throw Object.assign(new Error(path), { code: 'too large' })
  return readFileSync(path)
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown'
}
