/**
 * Prepares the release of a tag, for the workflow. Usage: release TAG NOTES, in a checkout of the
 * tagged commit with all tags. Writes the release notes to the file NOTES, and prints the outputs of
 * the workflow's step. Fails if the tag cannot be released.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { planRelease } from './release/plan'

const root = resolve(__dirname, '..')

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function main(tag: string, notesPath: string): number {
  const { version } = JSON.parse(read('package.json')) as { readonly version: string }
  const plan = planRelease({
    tag,
    packageVersion: version,
    changelog: read('CHANGELOG.md'),
    tags: git('tag', '--list').split('\n')
  })
  if (plan.kind === 'refused') {
    plan.reasons.forEach((reason) => {
      console.error(`::error::${reason}`)
    })
    return 1
  }
  writeFileSync(notesPath, `${plan.notes}\n`)
  const option = plan.isPrerelease ? '--prerelease' : `--latest=${String(plan.isLatest)}`
  console.log(`commit=${git('rev-parse', 'HEAD')}`)
  console.log(`create-option=${option}`)
  console.log(`major-tag=${plan.majorTag}`)
  return 0
}

const [tag, notesPath] = process.argv.slice(2)
if (tag === undefined || notesPath === undefined) {
  console.error('Name the tag and a file for the notes: npm run release -- TAG NOTES')
  process.exitCode = 2
} else {
  process.exitCode = main(tag, resolve(notesPath))
}
