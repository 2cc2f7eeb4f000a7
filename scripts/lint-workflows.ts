/**
 * Checks workflows, action.yml and the YAML examples in Markdown, with GitHub's language service and
 * the project's own rules.
 *
 *   lint-workflows [FOLDER]         checks this project, or another folder
 *   lint-workflows --write FOLDER   writes the examples there as workflow files, for other linters
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { documentsBelow } from './workflows/documents'
import { ruleComplaints } from './workflows/rules'
import { findingsOf, type Finding } from './workflows/validate'

const project = resolve(__dirname, '..')

function writeExamples(folder: string): void {
  const workflows = join(folder, '.github', 'workflows')
  mkdirSync(workflows, { recursive: true })
  for (const { kind, file, text, lineOffset } of documentsBelow(project)) {
    if (kind !== 'example') continue
    // The number is the line before the example.
    const name = `${file.replace(/\//g, '-')}-${lineOffset + 1}.yml`
    writeFileSync(join(workflows, name), text)
  }
}

async function lint(root: string): Promise<number> {
  const documents = documentsBelow(root)
  const findings: Finding[] = []
  for (const document of documents) {
    const line = Math.max(1, document.lineOffset + 1)
    const complaints = ruleComplaints(document)
    const found = [
      ...complaints.map((message) => ({ file: document.file, line, message })),
      ...(await findingsOf(document, root))
    ]
    findings.push(...found.sort((one, other) => one.line - other.line))
  }
  findings.forEach(({ file, line, message }) => {
    console.log(`${file}:${line}: ${message}`)
  })
  console.log(`${documents.length} documents, ${findings.length} findings`)
  return findings.length === 0 ? 0 : 1
}

async function main(args: readonly string[]): Promise<number> {
  if (args[0] !== '--write') return lint(args[0] === undefined ? project : resolve(args[0]))
  if (args[1] === undefined) throw new Error('--write needs a folder.')
  writeExamples(resolve(args[1]))
  return 0
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error)
    process.exitCode = 1
  }
)
