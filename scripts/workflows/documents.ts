/** Finds what to check: workflows, action.yml files, and the YAML examples in Markdown. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readPage } from '../markdown'

/** How the examples name this action. */
export const ACTION = 'OWNER/github-app-token@v1'

/** A workflow, an action.yml, or a YAML example in a Markdown file. */
export interface LintDocument {
  readonly kind: 'workflow' | 'action' | 'example'
  /** The path of its file from the root, with slashes. */
  readonly file: string
  /** What is checked. An example is completed to a workflow. */
  readonly text: string
  /** Add this to a line of `text` to get the line of `file`. */
  readonly lineOffset: number
}

const lineEnds = /\r\n/g

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(lineEnds, '\n')
}

function filesIn(root: string, folder: string, name: RegExp): string[] {
  const path = join(root, folder)
  const names = existsSync(path) ? readdirSync(path).filter((one) => name.test(one)) : []
  return names.map((one) => (folder === '' ? one : `${folder}/${one}`)).sort()
}

/** Every document in `.github/workflows`, the `action.yml` files, and the Markdown of the root and docs. */
export function documentsBelow(root: string): LintDocument[] {
  const whole = (kind: 'workflow' | 'action', file: string): LintDocument => ({
    kind,
    file,
    text: read(root, file),
    lineOffset: 0
  })
  const manifests = ['action.yml', 'local/job-github/action.yml']
  const pages = [...filesIn(root, '', /\.md$/), ...filesIn(root, 'docs', /\.md$/)]
  return [
    ...filesIn(root, '.github/workflows', /\.ya?ml$/).map((file) => whole('workflow', file)),
    ...manifests
      .filter((file) => existsSync(join(root, file)))
      .map((file) => whole('action', file)),
    ...pages.flatMap((file) => examplesIn(file, read(root, file)))
  ]
}

/** The YAML examples of a Markdown file, each completed to a workflow. */
export function examplesIn(file: string, markdown: string): LintDocument[] {
  return readPage(markdown)
    .blocks.filter(({ language }) => /^ya?ml$/i.test(language))
    .map(({ text, line }) => {
      const { added, workflow } = completed(text)
      return { kind: 'example', file, text: `${workflow}\n`, lineOffset: line - 1 - added }
    })
}

/**
 * Adds what an example leaves out: `on`, `permissions`, the job, the step. If it is not a part of a
 * workflow, it stays as it is, and the linters say so.
 */
function completed(text: string): { readonly workflow: string; readonly added: number } {
  const value: unknown = parse(text)
  const under = (lines: readonly string[], indent: number): ReturnType<typeof completed> => ({
    workflow: [...lines, ...text.split('\n').map((line) => ' '.repeat(indent) + line)].join('\n'),
    added: lines.length
  })
  // Both events, because some examples use the fields of a pull request.
  const head = ['on: [push, pull_request]', 'permissions: {}']
  const job = [...head, 'jobs:', '  example:', '    runs-on: ubuntu-latest', '    steps:']
  if (Array.isArray(value)) return under(job, 6)
  if (typeof value !== 'object' || value === null) return under([], 0)
  if ('with' in value && !('uses' in value)) return under([...job, `      - uses: ${ACTION}`], 8)
  if ('jobs' in value && !('on' in value)) return under(head, 0)
  return under([], 0)
}
