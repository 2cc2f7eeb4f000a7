/**
 * How much the tests try that search for the one bad case among very many: `npm test` tries a sample
 * that a seed picks, `npm run test:all` tries everything.
 */
import { Random } from './fuzz'

/** Whether everything is tried. */
export const triesAll: boolean = process.env['TEST_ALL'] === '1'

/** Picks the sample, and all other chance; jest.config.js sets it. `TEST_SEED=1234` tries other cases. */
export const SEED = Number(process.env['TEST_SEED'])

/** So many of the cases, in their order; all of them if everything is tried. */
export function sample<T>(cases: readonly T[], count: number, random = new Random(SEED)): T[] {
  if (triesAll) return [...cases]
  const left = cases.map((_, index) => index)
  const picked = Array.from(
    { length: Math.min(count, cases.length) },
    () => left.splice(random.int(left.length), 1)[0]
  )
  return cases.filter((_, index) => picked.includes(index))
}
