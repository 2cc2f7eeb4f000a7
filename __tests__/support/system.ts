/** What the system that runs the tests has, and tests that are left out if something is missing. */
import { accessSync, constants, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { removeFolder } from '../../local/runner'

/** Whether this is Windows. */
export const isWindows = process.platform === 'win32'

/**
 * Tests in which a process handles a signal. Windows has no signals: Node ends the process at once.
 * The runner sends Ctrl+C on the console instead, which a test cannot send.
 */
export const testWithSignals: jest.It = isWindows ? test.skip : test

/** See {@link testWithSignals}. */
export const describeWithSignals: jest.Describe = isWindows ? describe.skip : describe

/** Tests that replace a program by a script: Windows starts only compiled programs. */
export const testWithScripts: jest.It = isWindows ? test.skip : test

/** Whether links to files can be created: on Windows this needs a privilege. */
export const canLink = !isWindows || makesLinks()

/** See {@link canLink}. */
export const testWithLinks: jest.It = canLink ? test : test.skip

/** How many characters one environment variable can hold, or a little less. */
export const LONGEST_VARIABLE = isWindows ? 30_000 : 120_000

function makesLinks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  try {
    symlinkSync(join(folder, 'nothing'), join(folder, 'link'))
    return true
  } catch {
    return false
  } finally {
    removeFolder(folder)
  }
}

/** Servers are often in folders that are not in the PATH of an ordinary user. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin']

/** The path of an installed program; undefined if it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return findIn([...folders, ...SERVER_FOLDERS], name)
}

/**
 * Tests that need programs. If one is missing, they are left out with a message.
 *
 * @param missing what is not installed here, if something is missing
 * @param required the variable that makes this a failure, as in CI
 */
export function describeIfInstalled(
  title: string,
  missing: string | undefined,
  required: string,
  tests: () => void
): void {
  if (missing === undefined) {
    describe(title, tests)
    return
  }
  const reason = `${missing} is not installed here`
  if (process.env[required] === '1') {
    test(title, () => {
      throw new Error(`${reason}, and ${required} is 1`)
    })
    return
  }
  process.stderr.write(`Left out: ${title}, because ${reason}\n`)
  describe.skip(`${title} (left out: ${reason})`, tests)
}

/** The path of a program in the first folder that has it. */
export function findIn(folders: readonly string[], name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
