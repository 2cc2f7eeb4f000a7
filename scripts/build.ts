/** Builds dist/: what runs on the runner, with the licences of what it holds. */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pack, root } from './ncc'

for (const step of ['main', 'post']) {
  // Built beside and moved at the end: a build that fails leaves the old one in place.
  const folder = join('dist', step)
  const fresh = `${folder}.new`
  mkdirSync(join(root, 'dist'), { recursive: true })
  rmSync(join(root, fresh), { recursive: true, force: true })
  pack(`src/${step}.ts`, fresh, '--license', 'licenses.txt')
  rmSync(join(root, folder), { recursive: true, force: true })
  renameSync(join(root, fresh), join(root, folder))
}
