/** Builds dist/: what runs on the runner, with the licences of what it holds. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..')
const ncc = require.resolve('@vercel/ncc/dist/ncc/cli.js')

// Types are checked by `npm run types`. Minified, since every kilobyte takes time to load.
const options = ['--transpile-only', '--minify', '--target', 'es2022', '--license', 'licenses.txt']

for (const step of ['main', 'post']) {
  // Built beside and moved at the end: a build that fails leaves the old one in place.
  const folder = join('dist', step)
  const fresh = `${folder}.new`
  mkdirSync(join(root, 'dist'), { recursive: true })
  rmSync(join(root, fresh), { recursive: true, force: true })
  execFileSync(
    process.execPath,
    [ncc, 'build', `src/${step}.ts`, '-o', fresh, ...options, '--no-cache', '--quiet'],
    { cwd: root, stdio: 'inherit' }
  )
  rmSync(join(root, folder), { recursive: true, force: true })
  renameSync(join(root, fresh), join(root, folder))
}
