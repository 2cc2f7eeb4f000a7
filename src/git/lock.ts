import { closeSync, fstatSync, lstatSync, openSync, rmSync, type Stats } from 'node:fs'
import { monotonicTime, sleep } from '../time'
import { textField } from '../json'

/** The clock for waiting. A test has its own. */
export interface LockClock {
  /** Milliseconds since some fixed moment. */
  monotonic(): number
  sleep(milliseconds: number): Promise<void>
}

const SYSTEM_CLOCK: LockClock = { monotonic: monotonicTime, sleep }

/** How long to wait for a lock, in milliseconds: much less than the time limit of a step. */
const LOCK_TIMEOUT_MS = 10_000

/**
 * A process has the lock for some milliseconds, or for two seconds if the file is in use. If a lock
 * stays longer than this, its process is dead.
 */
const MAX_HELD_MS = 5_000

/** How long to wait between two attempts, in milliseconds. */
const PAUSE_MS = 50

/** Another process has the lock, or something that is not a file is there. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

/**
 * Does some work while no other process works with the same lock. The lock is a file. The work must
 * be short. A lock of a dead process is removed. Raises {@link LockedError},
 * and errors of the file system.
 */
export async function withLock<Result>(
  path: string,
  work: () => Result | Promise<Result>,
  clock: LockClock = SYSTEM_CLOCK
): Promise<Result> {
  const own = await acquire(path, clock)
  try {
    return await work()
  } finally {
    // If this process was suspended, another one may have removed its lock and created its own.
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
    } else if (found !== undefined && now - since >= MAX_HELD_MS) rmSync(path, { force: true })
    if (now - start >= LOCK_TIMEOUT_MS) throw new LockedError('the lock is not free')
    await clock.sleep(PAUSE_MS)
  }
}

/** Creates the lock. Undefined if there is one already. Follows no link. */
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

/** Distinguishes a lock from a later one at the same path. Undefined if there is no file. */
function identityOf(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true ? identity(found) : undefined
}

function identity({ ino, mtimeMs }: Stats): string {
  return `${ino} ${mtimeMs}`
}
