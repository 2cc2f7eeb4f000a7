/**
 * For the tests that search many cases for a bad one: random choices that a seed repeats, and several
 * cases at a time. `npm test` tries a sample that the seed picks, `npm run test:all` tries every case.
 */
import { recordAs } from './recorder'

/** Whether every case is tried. */
export const triesAll: boolean = process.env['TEST_ALL'] === '1'

/** Decides every random choice; jest.config.js sets it. `TEST_SEED=1234` tries other cases. */
export const SEED = Number(process.env['TEST_SEED'])

/** How many cases to try: all, or only some in `npm test`. */
export function triesOf(all: number, some: number): number {
  return triesAll ? all : some
}

/** So many of the cases, in their order; all of them if every case is tried. */
export function sample<T>(cases: readonly T[], count: number, random = new Random(SEED)): T[] {
  if (triesAll) return [...cases]
  const left = cases.map((_, index) => index)
  const picked = Array.from(
    { length: Math.min(count, cases.length) },
    () => left.splice(random.int(left.length), 1)[0]
  )
  return cases.filter((_, index) => picked.includes(index))
}

/** Random choices that are the same for the same seed. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 up to `below`. */
  int(below: number): number {
    return Math.floor(this.next() * below)
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.int(list.length)]
    if (found === undefined && list.length === 0) throw new Error('nothing to pick from')
    return found as T
  }

  /** True with this probability, from 0 (never) to 1 (always). */
  chance(probability: number): boolean {
    return this.next() < probability
  }
}

/** Runs one case. If it fails, the error names the seed that repeats it. */
export async function withSeed(
  seed: number,
  run: (random: Random) => Promise<void> | void
): Promise<void> {
  try {
    await recordAs(`seed ${seed}`, () => run(new Random(seed)))
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    throw new Error(`seed ${seed}: ${message}`, { cause: error })
  }
}

/** Works on all items, so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<void>
): Promise<void> {
  const waiting = [...items]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: atATime }, worker))
}
