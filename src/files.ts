import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { textField } from './json'
import { sleep } from './time'

/**
 * Whether a path is absolute, has no detours, and is directly in a folder. False if `folder` is an empty
 * text.
 */
export function isDirectlyIn(path: string, folder: string): boolean {
  return folder !== '' && resolve(path) === path && dirname(path) === resolve(folder)
}

/** Creates a file that only its owner can read. Raises an error if there is something already. */
export function createFile(path: string, text: string): void {
  writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
}

/** Where {@link replaceFile} writes the new text first. A process that was killed leaves it there. */
export function unfinishedPath(path: string): string {
  return `${path}.new`
}

/** On Windows, a file cannot be replaced while another process has it open. In milliseconds. */
const REPLACE_DELAYS_MS = [20, 50, 100, 200, 500, 1_000]

/**
 * Writes a file, or replaces it: a reader gets the old text or the new one. Replaces a link, and never
 * follows it. One process at a time may do it. Raises errors of the file system.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = unfinishedPath(path)
  // A process that was killed may have left it.
  rmSync(beside, { force: true })
  try {
    createFile(beside, text)
    await moveWhenFree(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

async function moveWhenFree(from: string, to: string): Promise<void> {
  for (const delay of REPLACE_DELAYS_MS) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (!IN_USE.has(textField(error, 'code'))) throw error
    }
    await sleep(delay)
  }
  renameSync(from, to)
}

const IN_USE: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Whether there is something at a path. A link counts, also one that leads nowhere. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Whether there is a file at a path, and not a link to one. */
export function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** Something that is not a file, such as a link, is where a file of ours should be. */
export class NotAFileError extends Error {
  override readonly name = 'NotAFileError'
  readonly file: 'token-file' | 'git-file'

  constructor(file: 'token-file' | 'git-file') {
    super(`not a file: ${file}`)
    this.file = file
  }
}

/** No file of ours is anywhere near as large. */
const MAX_BYTES = 4 * 1024 * 1024

/**
 * The text of a file that this action wrote; undefined if something else is there. Follows no link, and waits
 * for no pipe. Raises errors of the file system, such as `ENOENT`.
 */
export function readOwnFile(path: string): string | undefined {
  if (!lstatSync(path).isFile()) return undefined
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  // Windows does not have these flags: they count as 0 there.
  const descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    // If something else has taken its place since, reading it fails.
    const { size } = fstatSync(descriptor)
    return size <= MAX_BYTES ? readFileSync(descriptor, 'utf8') : undefined
  } finally {
    closeSync(descriptor)
  }
}
