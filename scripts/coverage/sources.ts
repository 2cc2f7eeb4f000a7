/** Finds the files of src/ that contain code. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript'
import { root } from '../ncc'

/**
 * The files of src/ that contain more than types, as `src/...` with forward slashes. Files of
 * src/bundle/ are not among them, because the bundle leaves out what nothing uses.
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
