/**
 * Works on all items side by side, at most so many at a time, and settles each: the results stand in
 * the order of the items. Items that have not been begun when one fails are not begun any more.
 */
export async function settleAll<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>
): Promise<(PromiseSettledResult<R> | undefined)[]> {
  const results: (PromiseSettledResult<R> | undefined)[] = items.map(() => undefined)
  const waiting = [...items.entries()]
  let hasFailed = false
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !hasFailed; next = waiting.shift()) {
      const [index, item] = next
      const [result] = await Promise.allSettled([work(item)])
      if (result.status === 'rejected') hasFailed = true
      results[index] = result
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane))
  return results
}
