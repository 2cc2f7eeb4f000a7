import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = readFileSync(join(__dirname, '..', '..', 'src', 'explain', 'explanation.ts'), 'utf8')

/** The names of all explanations, from the text of the type `ExplanationCode`: no run has a list of them. */
export const EXPLANATION_CODES: readonly string[] = [
  ...source.matchAll(/^ {2}\| '([a-z-]+)'$/gm)
].flatMap(([, code]) => code ?? [])
