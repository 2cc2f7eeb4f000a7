/** Builds dist/: what runs on the runner, with the licences of what it holds. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..')

for (const step of ['main', 'post']) {
  const folder = join('dist', step)
  rmSync(join(root, folder), { recursive: true, force: true })
  const ncc = require.resolve('@vercel/ncc/dist/ncc/cli.js')
  const options = [
    '--license',
    'licenses.txt',
    '--target',
    'es2022',
    '--minify',
    '--no-cache',
    '--quiet'
  ]
  execFileSync(process.execPath, [ncc, 'build', `src/${step}.ts`, '-o', folder, ...options], {
    cwd: root,
    stdio: 'inherit'
  })
}
