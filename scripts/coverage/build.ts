/** The build of the action that coverage is measured with. */
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

/** Where the bundle is, below the folder of the action. */
export const BUNDLE = join('dist', 'either')

/** Builds an action like this one into a folder, but one that can be traced back to src/. */
export function buildTraceable(folder: string): void {
  const bundle = join(folder, BUNDLE)
  for (const step of ['main', 'post']) {
    mkdirSync(join(folder, 'dist', step), { recursive: true })
    writeFileSync(join(folder, 'dist', step, 'index.js'), "require('../either/index.cjs')\n")
  }
  copyFileSync(join(root, 'action.yml'), join(folder, 'action.yml'))
  pack('scripts/coverage/either-step.cjs', bundle, '--source-map', '--no-source-map-register')
  // Until the tests are over: Node would copy the maps into the report of each process.
  for (const file of scriptsIn(bundle)) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, ''))
  }
}

/** Says in each file of the bundle where its source map is. */
export function nameSourceMaps(folder: string): void {
  for (const file of scriptsIn(join(folder, BUNDLE))) {
    appendFileSync(file, `//# sourceMappingURL=${file}.map\n`)
  }
}

function scriptsIn(bundle: string): string[] {
  const names = readdirSync(bundle).filter((name) => /\.c?js$/.test(name))
  return names.map((name) => join(bundle, name))
}
