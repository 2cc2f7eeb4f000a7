/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2
}

/** One line of a comparison: both medians, their ratio, and the median of the ratios in pairs. */
export function compareRow(name: string, one: readonly number[], other: readonly number[]): string {
  const pairs = one.map((time, index) => time / (other[index] ?? NaN))
  const cells = [
    `${median(one).toFixed(1)} ms`,
    `${median(other).toFixed(1)} ms`,
    (median(one) / median(other)).toFixed(2),
    median(pairs).toFixed(2)
  ]
  return `  ${name.padEnd(14)}${cells.map((cell) => cell.padStart(18)).join('')}`
}
