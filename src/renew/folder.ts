import { randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { isDirectlyIn } from '../files'

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
  return isDirectlyIn(path, temp) && OUR_NAME.test(basename(path))
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
