/**
 * Works on all items side by side, at most so many at a time. Nothing new is begun after a result
 * that `endsIt`; what is under way is waited for. The results stand in the order of the items, and
 * there are none for those that were not begun. `work` does not reject.
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
  endsIt: (result: R) => boolean
): Promise<R[]> {
  const results: R[] = []
  const waiting = items.entries()
  let isOver = false
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      results[index] = await work(item)
      if (endsIt(results[index])) isOver = true
      if (isOver) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane))
  return results
}
