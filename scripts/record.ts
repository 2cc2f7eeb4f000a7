/**
 * Runs the tests, and records what the action did in each: `npm run record -- FOLDER`. Further
 * arguments go to jest.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { root } from './ncc'

const [name, ...jestArguments] = process.argv.slice(2)
if (name === undefined) throw new Error('Name a folder: npm run record -- FOLDER')
const folder = resolve(name)
if (existsSync(folder) && readdirSync(folder).length > 0) {
  throw new Error(`${folder} is not empty. Name an empty folder, or one that does not exist.`)
}
const jest = require.resolve('jest/bin/jest')
const { status } = spawnSync(process.execPath, [jest, ...jestArguments], {
  cwd: root,
  env: { ...process.env, RECORD_TO: folder, TEST_ALL: '1' },
  stdio: 'inherit'
})
process.exitCode = status ?? 1
