import { closeSync, fstatSync, lstatSync, openSync, rmSync, type Stats } from 'node:fs'
import { monotonicTime, sleep } from '../time'
import { textField } from '../json'

/** The time that a lock goes by; a test gives its own. */
export interface LockClock {
  /** Milliseconds since some fixed moment. */
  monotonic(): number
  sleep(milliseconds: number): Promise<void>
}

export const lockClock: LockClock = { monotonic: monotonicTime, sleep }

/** How long to wait for a lock, in milliseconds: well below what a step has. */
const LIMIT = 10_000

/** A lock is held for milliseconds. If one stays longer than this, its process has ended. */
const LONGEST_HELD = 5_000

/** How long to wait between two attempts, in milliseconds. */
const PAUSE = 50

/** Somebody else holds the lock, or something else is in its place. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

/**
 * Does some work while no other process does work under the same lock, which is a file. The work must
 * be short: it waits for nothing. A lock that a dead process left is removed. Raises
 * {@link LockedError}, and errors of the file system.
 */
export async function withLock<Result>(
  path: string,
  clock: LockClock,
  work: () => Result
): Promise<Result> {
  const own = await acquire(path, clock)
  try {
    return work()
  } finally {
    // Another process may have taken the lock from one that was suspended.
    if (identityOf(path) === own) rmSync(path)
  }
}

async function acquire(path: string, clock: LockClock): Promise<string> {
  const start = clock.monotonic()
  let seen: string | undefined
  let since = start
  for (;;) {
    const own = create(path)
    if (own !== undefined) return own
    const now = clock.monotonic()
    const found = identityOf(path)
    if (found !== seen) {
      seen = found
      since = now
    } else if (found !== undefined && now - since >= LONGEST_HELD) rmSync(path, { force: true })
    if (now - start >= LIMIT) throw new LockedError('the lock is not free')
    await clock.sleep(PAUSE)
  }
}

/** Creates the lock; undefined if there is one. Never follows a link. */
function create(path: string): string | undefined {
  try {
    const descriptor = openSync(path, 'wx', 0o600)
    try {
      return identity(fstatSync(descriptor))
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    if (textField(error, 'code') === 'EEXIST') return undefined
    throw error
  }
}

/** Tells one lock from another in the same place; undefined if there is no file. */
function identityOf(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true ? identity(found) : undefined
}

function identity({ ino, mtimeMs }: Stats): string {
  return `${ino} ${mtimeMs}`
}
