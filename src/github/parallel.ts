/** GitHub rate-limits more parallel requests than this. */
const MAX_PARALLEL = 10

/** How {@link runInParallel} works. */
export interface ParallelOptions<R> {
  /** How many items are worked on at a time. */
  readonly limit?: number
  /** Whether nothing new is started after this result. */
  readonly isLast?: (result: R) => boolean
}

/**
 * Works on all items in parallel, at most `limit` at a time. After a result that `isLast`, nothing new
 * is started, but what is under way is finished. The results are in the order of the items, without
 * those of items that were not started.
 *
 * @param work must not reject
 */
export async function runInParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  { limit = MAX_PARALLEL, isLast = () => false }: ParallelOptions<R> = {}
): Promise<R[]> {
  const results: R[] = []
  const waiting = items.entries()
  let isOver = false
  const workInTurn = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      results[index] = await work(item)
      if (isLast(results[index])) isOver = true
      if (isOver) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, workInTurn))
  return results
}
