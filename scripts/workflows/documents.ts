/** What there is to lint: workflows, action.yml files, and the examples in Markdown. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readPage } from '../markdown'

/** How the examples name this action. */
export const ACTION = 'OWNER/github-app-token@v1'

/** A workflow or an action's metadata; `example` is one that stands in a Markdown file. */
export interface LintDocument {
  readonly kind: 'workflow' | 'action' | 'example'
  /** The file that holds it, from the root, with slashes. */
  readonly file: string
  /** What is linted: an example is completed to a workflow. */
  readonly text: string
  /** What to add to a line of `text` for the line of `file`. */
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

/** Every document below a root: `.github/workflows`, `action.yml` files, Markdown there and in docs. */
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

/** The YAML examples of a Markdown file, each as a whole workflow. */
export function examplesIn(file: string, markdown: string): LintDocument[] {
  return readPage(markdown)
    .blocks.filter(({ language }) => /^ya?ml$/i.test(language))
    .map(({ text, line }) => {
      const { added, workflow } = completed(text)
      return { kind: 'example', file, text: `${workflow}\n`, lineOffset: line - 1 - added }
    })
}

/**
 * An example with what was left out around it: when it runs, which permissions `GITHUB_TOKEN` has,
 * the job, the step. What is no part of a workflow stays as it is, for the linters to say so.
 */
function completed(text: string): { readonly workflow: string; readonly added: number } {
  const value: unknown = parse(text)
  const under = (lines: readonly string[], indent: number): ReturnType<typeof completed> => ({
    workflow: [...lines, ...text.split('\n').map((line) => ' '.repeat(indent) + line)].join('\n'),
    added: lines.length
  })
  // Both, since some examples are about a pull request.
  const head = ['on: [push, pull_request]', 'permissions: {}']
  const job = [...head, 'jobs:', '  example:', '    runs-on: ubuntu-latest', '    steps:']
  if (Array.isArray(value)) return under(job, 6)
  if (typeof value !== 'object' || value === null) return under([], 0)
  if ('with' in value && !('uses' in value)) return under([...job, `      - uses: ${ACTION}`], 8)
  if ('jobs' in value && !('on' in value)) return under(head, 0)
  return under([], 0)
}
