/**
 * Makes `npm test` try only some tests, picked by the seed, and report the others as skipped.
 * Everything is tried by `npm run test:all`, and if test files are named (`npm test -- /scope`).
 *
 * - A test whose function is async is a scenario: it starts processes, which takes time. Each block
 *   (`describe`, or the file itself) tries its first scenario, and then one of every twelve in a row.
 * - A table of scenarios counts as one scenario: one of its rows is tried, or none.
 * - A table of other tests tries four rows.
 * - Other tests always run.
 */
import { Random, sample, SEED, triesAll } from './search'

/** After the first scenario of a block, one of so many in a row is tried. */
const GROUP = 12

/** So many rows of a table that starts no processes are tried. */
const MAX_ROWS = 4

type Each = (...table: readonly unknown[]) => (title: string, ...rest: readonly unknown[]) => void
type Body = (...values: unknown[]) => unknown

const { test: jestTest, describe: jestDescribe } = globalThis

/** Scenarios of the current block so far. */
let scenarios = 0
/** The place in its group of the scenario that is tried. */
let picked = 0
let choices = 0

function nextRandom(): Random {
  return new Random(SEED + choices++)
}

function isScenario(body: unknown): boolean {
  return typeof body === 'function' && body.constructor.name === 'AsyncFunction'
}

function isNextTried(): boolean {
  const place = scenarios++ - 1
  if (place < 0) return true
  if (place % GROUP === 0) picked = nextRandom().int(GROUP)
  return place % GROUP === picked
}

/** `test`, but some scenarios are skipped. */
function testSome(title: string, body?: jest.ProvidesCallback, timeout?: number): void {
  const isTried = !isScenario(body) || isNextTried()
  ;(isTried ? jestTest : jestTest.skip)(title, body, timeout)
}

function countOfRows(body: unknown): number {
  if (!isScenario(body)) return MAX_ROWS
  return isNextTried() ? 1 : 0
}

/** `test.each`, but some rows are skipped. */
function eachOfSome(...table: readonly unknown[]): ReturnType<Each> {
  const [rows] = table
  const each = jestTest.each as Each
  if (!Array.isArray(rows) || 'raw' in rows) return each(...table)
  return (title, ...rest) => {
    const tried = sample(rows, countOfRows(rest[0]), nextRandom())
    if (tried.length > 0) each(tried)(title, ...rest)
    const others = rows.filter((row) => !tried.includes(row))
    if (others.length > 0) (jestTest.skip.each as Each)(others)(title, ...rest)
  }
}

/** A block counts its scenarios itself. */
function counting(body: Body): Body {
  return (...values) => {
    const outer = { scenarios, picked }
    scenarios = 0
    body(...values)
    ;({ scenarios, picked } = outer)
  }
}

function describeCounting(title: string, body: Body): void {
  jestDescribe(title, counting(body))
}

function describeEachCounting(...table: readonly unknown[]): ReturnType<Each> {
  return (title, body) => {
    ;(jestDescribe.each as Each)(...table)(title, counting(body as Body))
  }
}

if (!triesAll && process.env['TEST_ROWS'] !== 'all') {
  const test = Object.assign(testSome, jestTest, { each: eachOfSome })
  const describe = Object.assign(describeCounting, jestDescribe, { each: describeEachCounting })
  Object.assign(globalThis, { test, it: test, describe })
}
