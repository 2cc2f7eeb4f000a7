/**
 * Compares two recordings of what the action did in the tests: `npm run record:compare -- A B`.
 * Prints a diff for each record that differs, and fails if any does.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** A record that differs between the two folders. */
export interface Difference {
  /** The record's file, relative to the folders. */
  readonly file: string
  /** The full name of the test. */
  readonly name: string
  readonly kind: 'changed' | 'only in the first' | 'only in the second'
  /** A unified diff; empty if the record is in one folder only. */
  readonly diff: string
}

/** At most this many lines of a diff are printed, because one change often shows in many records. */
const MOST_LINES = 60

/** Finds the records that differ. */
export function compareRecords(first: string, second: string): Difference[] {
  const files = new Set([...recordsBelow(first), ...recordsBelow(second)])
  return [...files].toSorted().flatMap((file) => compareRecord(file, first, second) ?? [])
}

function compareRecord(file: string, first: string, second: string): Difference | undefined {
  const paths = [join(first, file), join(second, file)] as const
  const [one, other] = paths.map(readText)
  if (one === other) return undefined
  const name = nameIn(one ?? other ?? '')
  if (other === undefined) return { file, name, kind: 'only in the first', diff: '' }
  if (one === undefined) return { file, name, kind: 'only in the second', diff: '' }
  return { file, name, kind: 'changed', diff: diffOf(...paths) }
}

function recordsBelow(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`There is no recording in ${folder}`)
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function nameIn(record: string): string {
  return (JSON.parse(record) as { name: string }).name
}

function diffOf(first: string, second: string): string {
  const args = ['diff', '--no-index', '--no-color', '--no-ext-diff', '--unified=3', first, second]
  const { stdout, error } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: Infinity })
  if (error !== undefined) throw error
  // The first lines name the two files.
  const lines = stdout.trimEnd().split('\n').slice(4)
  const more = lines.length - MOST_LINES
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`… and ${more} more lines`] : [])].join(
    '\n'
  )
}

function main(): void {
  const [first, second] = process.argv.slice(2)
  if (first === undefined || second === undefined) {
    throw new Error('Name two folders: npm run record:compare -- BEFORE AFTER')
  }
  const differences = compareRecords(first, second)
  for (const { file, name, kind, diff } of differences) {
    console.log(`${kind}: ${file}\n${name}\n${diff}\n`)
  }
  const count = recordsBelow(first).length
  console.log(`${differences.length} of ${count} records differ`)
  process.exitCode = differences.length === 0 ? 0 : 1
}

if (require.main === module) main()
