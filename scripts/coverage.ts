/**
 * Coverage of src/ by the tests, measured where it counts: in the processes of the action that they
 * start. What jest itself imports does not count, nor what only a search comes upon. Fails unless
 * everything ran. Arguments go to jest.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CoverageReport, type CoverageResults } from 'monocart-coverage-reports'
import { BUNDLE, buildTraceable, nameSourceMaps } from './coverage/build'
import { sourcesWithCode } from './coverage/sources'
import { root } from './ncc'

/** Tests that try very many cases, most of them alike: what they alone reach has no case of its own. */
const SEARCHES = ['fault-matrix', 'fuzz', 'host-safety', 'kill-sweep', 'leaks']

const METRICS = ['statements', 'branches', 'functions', 'lines'] as const

function runTests(action: string, data: string): boolean {
  const jest = require.resolve('jest/bin/jest')
  const env = { ...process.env, ACTION_FOLDER: action, ACTION_COVERAGE: data }
  const leftOut = `/(${SEARCHES.join('|')})\\.test\\.ts$`
  const args = [jest, '--testPathIgnorePatterns', leftOut, '--', ...process.argv.slice(2)]
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0
}

/** What Node tells of one process. */
interface ProcessCoverage {
  readonly result: readonly { readonly url: string }[]
}

/** Takes out what is not of the bundle, which is nearly all. */
function keepOwnCode(data: string): void {
  const bundle = BUNDLE.replaceAll('\\', '/')
  for (const name of readdirSync(data)) {
    const file = join(data, name)
    const { result } = readCoverage(file)
    writeFileSync(
      file,
      JSON.stringify({ result: result.filter(({ url }) => url.includes(bundle)) })
    )
  }
}

/** A process that was killed while it wrote leaves half a file. */
function readCoverage(file: string): ProcessCoverage {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessCoverage
  } catch {
    return { result: [] }
  }
}

async function report(action: string, data: string): Promise<CoverageResults> {
  const coverage = new CoverageReport({
    name: 'src/',
    outputDir: join(root, 'coverage'),
    clean: true,
    logging: 'error',
    reports: ['v8', ['console-details', { skipPercent: 100 }]],
    sourcePath: (path: string) =>
      path.includes('node_modules/') ? path : path.slice(path.lastIndexOf('src/')),
    sourceFilter: (path: string) => path.startsWith('src/')
  })
  nameSourceMaps(action)
  keepOwnCode(data)
  await coverage.addFromDir(data)
  const results = await coverage.generate()
  if (results === undefined) throw new Error('no process of the action left anything to count')
  return results
}

/** What did not run, in words. */
function shortcomings({ summary, files }: CoverageResults): string[] {
  const seen = files.map(({ sourcePath }) => sourcePath)
  return [
    ...METRICS.filter((metric) => summary[metric].pct !== 100).map(
      (metric) => `${String(summary[metric].pct)} % of ${metric} ran`
    ),
    ...sourcesWithCode()
      .filter((source) => !seen.includes(source))
      .map((source) => `${source} is in no bundle`)
  ]
}

async function main(): Promise<void> {
  const temp = mkdtempSync(join(tmpdir(), 'coverage-'))
  try {
    const action = join(temp, 'action')
    const data = join(temp, 'data')
    mkdirSync(data)
    buildTraceable(action)
    const hasPassed = runTests(action, data)
    const lacking = shortcomings(await report(action, data))
    console.log(lacking.length === 0 ? 'All of src/ ran.' : lacking.join('\n'))
    process.exitCode = hasPassed && lacking.length === 0 ? 0 : 1
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

void main()
