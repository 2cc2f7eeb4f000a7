/** The files below a job's folder: which ones its steps left, and how the folder is removed. */
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

/** A file that a step left behind. */
export interface LeftFile {
  /** Relative to the job's folder. */
  readonly path: string
  /** The permission bits of its mode. */
  readonly mode: number
  readonly text: string
}

/** Finds the files that a job's steps created or changed, among all files of the job. */
export class LeftFiles {
  readonly #root: string
  readonly #own = new Set<string>()
  #before = new Map<string, string>()

  /** @param root the job's folder */
  constructor(root: string) {
    this.#root = root
  }

  /** A step starts: the files that are there now are not its own. */
  begin(): void {
    this.#before = filesBelow(this.#root)
  }

  /**
   * A step has ended: returns every file that this step or an earlier one created or changed, and that
   * is still there.
   *
   * @param known the files to leave out
   */
  end(known: ReadonlySet<string>): LeftFile[] {
    const now = filesBelow(this.#root)
    for (const [path, signature] of now) {
      if (this.#before.get(path) !== signature) this.#own.add(path)
    }
    return [...this.#own]
      .filter((path) => now.has(path) && !known.has(path))
      .map((path) => ({
        path: relative(this.#root, path),
        mode: lstatSync(path).mode & 0o777,
        text: readText(path)
      }))
  }
}

/** For each file, a text that changes if the file is written. Links are not followed. */
function filesBelow(folder: string, found = new Map<string, string>()): Map<string, string> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) filesBelow(path, found)
    if (!entry.isFile()) continue
    const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false })
    if (stat !== undefined) found.set(path, `${stat.ino} ${stat.size} ${stat.mtimeNs}`)
  }
  return found
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // A step or a test may have removed it, or its permissions.
    return []
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // If this process cannot read it, no other one can.
    return ''
  }
}

/** Milliseconds between two attempts. */
const PAUSE = 50
const MAX_ATTEMPTS = 100

/**
 * Removes a folder with its content. On Windows, a process that was killed keeps its working folder
 * for a moment, so this tries again for some seconds. `maxRetries` of `rmSync` does not wait there (https://github.com/nodejs/node/issues/64016).
 */
export function removeFolder(folder: string): void {
  for (let attempts = 1; ; attempts++) {
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch (error) {
      if (attempts === MAX_ATTEMPTS) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}
