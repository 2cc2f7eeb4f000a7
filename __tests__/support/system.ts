/** What the system that runs the tests has, and tests that are left out where it is missing. */
import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../../local/runner'

/** Whether this is Windows. */
export const isWindows = process.platform === 'win32'

/**
 * Tests in which a process hears a signal. Windows has none: Node ends the process at once, and what
 * the runner sends there instead, Ctrl+C on its console, no test can send.
 */
export const testWithSignals: jest.It = isWindows ? test.skip : test

/** See {@link testWithSignals}. */
export const describeWithSignals: jest.Describe = isWindows ? describe.skip : describe

/** Tests that put a script in the place of a program: Windows starts only what is compiled. */
export const testWithScripts: jest.It = isWindows ? test.skip : test

/** Whether links to files can be made: on Windows that takes a privilege. */
export const canLink = !isWindows || makesLinks()

/** See {@link canLink}. */
export const testWithLinks: jest.It = canLink ? test : test.skip

/** Characters that one variable of the environment can hold, or a little less. */
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
