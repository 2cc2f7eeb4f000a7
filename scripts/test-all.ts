/** Runs the tests. Those that search try all cases, not only a sample. Arguments go to jest. */
import { spawnSync } from 'node:child_process'
import { root } from './ncc'

const args = [require.resolve('jest/bin/jest'), ...process.argv.slice(2)]
const env = { ...process.env, TEST_ALL: '1' }
process.exitCode =
  spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
