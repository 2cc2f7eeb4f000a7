import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { textField } from '../json'
import { sleep } from '../time'

const OUR_NAME = /^github-app-token-[0-9a-f-]{36}$/

/** A path in `RUNNER_TEMP` that nobody can guess. */
export function newFolderPath(temp: string): string {
  return join(resolve(temp), `github-app-token-${randomUUID()}`)
}

/** Creates the folder. Only its owner can look into it. Raises errors of the file system. */
export function createFolder(path: string): void {
  mkdirSync(path, { mode: 0o700 })
}

/** The files of a folder. Each is replaced as a whole. */
export function filesOf(folder: string): RenewalFiles {
  return {
    token: join(folder, 'token'),
    ledger: join(folder, 'ledger.json'),
    stop: join(folder, 'stop')
  }
}

/** The folder of a renewal, below `RUNNER_TEMP`. Post removes it. */
export interface RenewalFolder {
  readonly folder: string
  /** Seals the ledger: 32 random bytes in base64. */
  readonly secret: string
}

/** See {@link filesOf}. */
interface RenewalFiles {
  /** The token that is valid now, and nothing else. */
  readonly token: string
  /** What the renewer did. */
  readonly ledger: string
  /** Post writes it, so that the renewer ends. */
  readonly stop: string
}

/** Whether a path is one of {@link newFolderPath}, directly in `RUNNER_TEMP`. */
export function isFolderPath(path: string, temp: string): boolean {
  const isInside = temp !== '' && resolve(path) === path && dirname(path) === resolve(temp)
  return isInside && OUR_NAME.test(basename(path))
}

/** Distinguishes a folder from a later one at the same path. Undefined if there is no folder. */
export function identityOfFolder(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true ? `${found.dev} ${found.ino}` : undefined
}

/** Removes a folder of ours with its files. Follows no link. Raises errors of the file system. */
export function removeFolder(path: string): void {
  if (identityOfFolder(path) !== undefined) rmSync(path, { recursive: true, force: true })
}

/** Creates a file that only its owner can read. Raises an error if there is something already. */
export function createFile(path: string, text: string): void {
  writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
}

/** On Windows, a file cannot be replaced while another process has it open. In milliseconds. */
const REPLACE_DELAYS_MS = [20, 50, 100, 200, 500, 1_000]

/**
 * Writes a file, or replaces it: a reader gets the old text or the new one. Replaces a link, and never
 * follows it. Raises errors of the file system.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  // A process that was killed may have left it.
  rmSync(beside, { force: true })
  createFile(beside, text)
  for (const delay of REPLACE_DELAYS_MS) {
    try {
      renameSync(beside, path)
      return
    } catch (error) {
      if (!IN_USE.has(textField(error, 'code'))) throw error
    }
    await sleep(delay)
  }
  renameSync(beside, path)
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

/** No file of the renewer is anywhere near as large. */
const MAX_BYTES = 4 * 1024 * 1024

/**
 * The text of a file; undefined if there is something else in its place. Follows no link, and waits
 * for no pipe. Raises errors of the file system, such as `ENOENT`.
 */
export function readFile(path: string): string | undefined {
  if (lstatSync(path).isSymbolicLink()) return undefined
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  // Windows does not have these flags: they count as 0 there.
  const descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    const found = fstatSync(descriptor)
    const isUsable = found.isFile() && found.size <= MAX_BYTES
    return isUsable ? readFileSync(descriptor, 'utf8') : undefined
  } finally {
    closeSync(descriptor)
  }
}
