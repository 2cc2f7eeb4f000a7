/** Builds dist/, with the licences of the packages in it. */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pack, root } from './ncc'

/** From a folder of dist/ to the file that it is built from. */
const BUNDLES = {
  main: 'src/main.ts',
  post: 'src/post.ts',
  renewer: 'src/renewer.ts',
  setup: 'setup/main.ts'
}

for (const [name, entry] of Object.entries(BUNDLES)) {
  // The new build replaces the old one at the end, so that a failed build changes nothing.
  const folder = join('dist', name)
  const fresh = `${folder}.new`
  mkdirSync(join(root, 'dist'), { recursive: true })
  rmSync(join(root, fresh), { recursive: true, force: true })
  pack(entry, fresh, '--license', 'licenses.txt')
  // The package open brings a copy of this program. Without it, it uses the one of the system.
  rmSync(join(root, fresh, 'xdg-open'), { force: true })
  rmSync(join(root, folder), { recursive: true, force: true })
  renameSync(join(root, fresh), join(root, folder))
}
