/**
 * Makes `npm test` try only some rows of each long table, picked by the seed. Everything is tried by
 * `npm run test:all`, and if test files are named (`npm test -- /scope`).
 */
import { Random, sample, SEED, triesAll } from './search'

/** So many rows of a table are tried. */
const MAX_ROWS = 4

type Each = (typeof test)['each']

let tables = 0

/** `each`, for fewer rows. */
function sampled(each: Each): Each {
  const forSome = (rows: unknown, ...values: unknown[]): unknown => {
    const isList = Array.isArray(rows) && !('raw' in rows)
    const tried = isList ? sample(rows as unknown[], MAX_ROWS, new Random(SEED + tables++)) : rows
    return (each as (...table: unknown[]) => unknown)(tried, ...values)
  }
  return forSome as Each
}

if (!triesAll && process.env['TEST_ROWS'] !== 'all') test.each = sampled(test.each)
