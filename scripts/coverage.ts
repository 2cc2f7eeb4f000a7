/**
 * Measures which code of src/ runs in the tests, and fails if less than 99.9 % does. Only the processes of
 * the action count, not what jest imports. Arguments go to jest.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CoverageReport, type CoverageResults } from 'monocart-coverage-reports'
import { BUNDLE, buildWithSourceMaps, nameSourceMaps } from './coverage/build'
import { sourcesWithCode } from './coverage/sources'
import { root } from './ncc'

/** Tests that try very many cases. Code that only they reach needs a test of its own. */
const SEARCHES = [
  'fault-matrix',
  'fuzz',
  'host-safety',
  'key-service-faults',
  'kill-sweep',
  'leaks',
  'renew-kills',
  'renew-real',
  // Its program is not the action.
  'setup-[a-z]+'
]

/**
 * So much of each must run, in percent. Some branches run only if two events come in one order, so one of
 * them can be missed.
 */
const FLOOR = 99.9

const METRICS = ['statements', 'branches', 'functions', 'lines'] as const

function runTests(action: string, data: string): boolean {
  const jest = require.resolve('jest/bin/jest')
  const env = { ...process.env, TEST_ALL: '1', ACTION_FOLDER: action, ACTION_COVERAGE: data }
  const leftOut = `/(${SEARCHES.join('|')})\\.test\\.ts$`
  const args = [jest, '--testPathIgnorePatterns', leftOut, '--', ...process.argv.slice(2)]
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0
}

/** Node's report about one process. */
interface ProcessCoverage {
  readonly result: readonly { readonly url: string }[]
}

/** Removes all other code from the reports. */
function keepBundle(data: string): void {
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

/** Empty if the process was killed while it wrote its report. */
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
  keepBundle(data)
  await coverage.addFromDir(data)
  const results = await coverage.generate()
  if (results === undefined) throw new Error('No process of the action wrote a report.')
  return results
}

/** Says what did not run. The table names the lines. */
function gaps({ summary, files }: CoverageResults): string[] {
  const seen = files.map(({ sourcePath }) => sourcePath)
  return [
    ...METRICS.filter((metric) => Number(summary[metric].pct) < FLOOR).map(
      (metric) => `${String(summary[metric].pct)} % of ${metric} ran`
    ),
    ...sourcesWithCode()
      .filter((source) => !seen.includes(source))
      .map((source) => `${source} is not in the bundle`)
  ]
}

async function main(): Promise<void> {
  const temp = mkdtempSync(join(tmpdir(), 'coverage-'))
  try {
    const action = join(temp, 'action')
    const data = join(temp, 'data')
    mkdirSync(data)
    buildWithSourceMaps(action)
    const hasPassed = runTests(action, data)
    const found = gaps(await report(action, data))
    console.log(found.length === 0 ? `At least ${FLOOR} % of src/ ran.` : found.join('\n'))
    process.exitCode = hasPassed && found.length === 0 ? 0 : 1
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

void main()
