/** Builds the action in the way that `npm run coverage` needs. */
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { pack, root } from '../ncc'

/** Where the bundle is, below the folder of the action: the only folder that the renewer may read. */
export const BUNDLE = join('dist', 'renewer')

/** Builds the action into a folder, with source maps that lead back to src/. */
export function buildWithSourceMaps(folder: string): void {
  const bundle = join(folder, BUNDLE)
  pack('scripts/coverage/all-steps.cjs', bundle, '--source-map', '--no-source-map-register')
  for (const step of ['main', 'post', 'renewer']) {
    mkdirSync(join(folder, 'dist', step), { recursive: true })
    writeFileSync(join(folder, 'dist', step, 'index.js'), "require('../renewer/index.cjs')\n")
  }
  copyFileSync(join(root, 'action.yml'), join(folder, 'action.yml'))
  // Without this comment, Node does not copy the maps into the report of each process.
  for (const file of scriptsIn(bundle)) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, ''))
  }
}

/** Writes into each file of the bundle where its source map is. Call this after the tests. */
export function nameSourceMaps(folder: string): void {
  for (const file of scriptsIn(join(folder, BUNDLE))) {
    appendFileSync(file, `//# sourceMappingURL=${file}.map\n`)
  }
}

function scriptsIn(bundle: string): string[] {
  const names = readdirSync(bundle).filter((name) => /\.c?js$/.test(name))
  return names.map((name) => join(bundle, name))
}
