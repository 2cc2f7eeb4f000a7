/** Which files of src/ have something that can run. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript'
import { root } from '../ncc'

/**
 * The files of src/ that are more than types, as `src/...` with forward slashes. Without those of
 * src/bundle/: a stand-in of which nothing is used is left out of the bundle.
 */
export function sourcesWithCode(): string[] {
  const names = readdirSync(join(root, 'src'), { encoding: 'utf8', recursive: true })
  return names
    .filter((name) => /(?<!\.d)\.ts$/.test(name) && !name.startsWith('bundle'))
    .filter((name) => hasCode(join(root, 'src', name)))
    .map((name) => ['src', ...name.split(sep)].join('/'))
    .sort()
}

function hasCode(file: string): boolean {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, removeComments: true }
  })
  return outputText.replace('export {};', '').trim() !== ''
}
