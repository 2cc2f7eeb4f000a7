import { rmSync } from 'node:fs'

/** Milliseconds between two attempts. */
const PAUSE = 50
const MOST_ATTEMPTS = 100

/**
 * Removes a folder with all that is in it. On Windows, a process that was killed keeps the folder it
 * worked in for a moment, so this tries for some seconds: there, `maxRetries` of `rmSync` does not
 * wait between its attempts (https://github.com/nodejs/node/issues/64016).
 */
export function removeFolder(folder: string): void {
  for (let attempts = 1; ; attempts++) {
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch (error) {
      if (attempts === MOST_ATTEMPTS) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}
