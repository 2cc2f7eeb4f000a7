import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LockedError, withLock, type LockClock } from '../src/git/lock'
import { testWithLinks } from './support/system'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  path = join(folder, 'lock')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A clock that goes on only while somebody waits; `meanwhile` is what others do in that time. */
function waitingClock(meanwhile: (now: number) => void = () => undefined): LockClock {
  let now = 0
  return {
    monotonic: () => now,
    sleep: async (milliseconds) => {
      await Promise.resolve()
      now += milliseconds
      meanwhile(now)
    }
  }
}

/** Another lock in the same place: a file with another number or time. */
function replace(file: string, seconds: number): void {
  rmSync(file)
  writeFileSync(file, 'another')
  utimesSync(file, seconds, seconds)
}

test('the lock is there during the work, and gone after it', async () => {
  const seen = await withLock(path, () => readdirSync(folder), waitingClock())
  expect([seen, readdirSync(folder)]).toEqual([['lock'], []])
})

test('the lock is gone after work that fails', async () => {
  const work = (): never => {
    throw new Error('no')
  }
  await expect(withLock(path, work, waitingClock())).rejects.toThrow('no')
  expect(readdirSync(folder)).toEqual([])
})

test('it waits until another process has done its work', async () => {
  writeFileSync(path, '')
  const clock = waitingClock((now) => {
    if (now >= 1000) rmSync(path, { force: true })
  })
  const end = await withLock(path, () => clock.monotonic(), clock)
  expect(end).toBe(1000)
})

test('a lock that a dead process left is taken after five seconds', async () => {
  writeFileSync(path, '')
  const clock = waitingClock()
  const end = await withLock(path, () => clock.monotonic(), clock)
  expect(end).toBeGreaterThanOrEqual(5000)
  expect(end).toBeLessThan(6000)
  expect(readdirSync(folder)).toEqual([])
})

test('a lock that others take in turn is never removed', async () => {
  writeFileSync(path, '')
  let count = 0
  const clock = waitingClock((now) => {
    if (now % 1000 === 0) replace(path, (count += 1))
  })
  await expect(withLock(path, () => undefined, clock)).rejects.toThrow(LockedError)
  expect(existsSync(path)).toBe(true)
})

test('something else in its place is left alone, and it gives up after ten seconds', async () => {
  mkdirSync(path)
  const clock = waitingClock()
  await expect(withLock(path, () => undefined, clock)).rejects.toThrow(LockedError)
  expect(clock.monotonic()).toBe(10_000)
  expect(readdirSync(folder)).toEqual(['lock'])
})

testWithLinks('a link in its place is not followed', async () => {
  const other = join(folder, 'other')
  symlinkSync(other, path)
  await expect(withLock(path, () => undefined, waitingClock())).rejects.toThrow(LockedError)
  expect(existsSync(other)).toBe(false)
})

test('a lock that another process has taken over is not removed', async () => {
  const work = (): void => {
    replace(path, 1)
  }
  await withLock(path, work, waitingClock())
  expect(readFileSync(path, 'utf8')).toBe('another')
})

test('where there can be no lock, the error of the file system is raised', async () => {
  const nowhere = join(folder, 'nowhere', 'lock')
  await expect(withLock(nowhere, () => undefined, waitingClock())).rejects.toThrow('ENOENT')
})
