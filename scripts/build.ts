/** Builds dist/, with the licences of the packages in it. */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pack, root } from './ncc'

for (const entry of ['main', 'post', 'renewer']) {
  // The new build replaces the old one at the end, so that a failed build changes nothing.
  const folder = join('dist', entry)
  const fresh = `${folder}.new`
  mkdirSync(join(root, 'dist'), { recursive: true })
  rmSync(join(root, fresh), { recursive: true, force: true })
  pack(`src/${entry}.ts`, fresh, '--license', 'licenses.txt')
  rmSync(join(root, folder), { recursive: true, force: true })
  renameSync(join(root, fresh), join(root, folder))
}
