/** Characters that owner, repository and enterprise names are made of. */
const VALID_NAME = /^[A-Za-z0-9._-]{1,100}$/

/**
 * Whether a text can be an owner, repository or enterprise name. `.` and `..` are not
 * names: in a path, they would lead out of it.
 */
export function isName(text: string): boolean {
  return VALID_NAME.test(text) && text !== '.' && text !== '..'
}

/** Whether two owner or repository names are the same: GitHub compares them without regard to case. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Splits an input that takes a list: commas or lines, blanks around and between them dropped. */
export function splitList(text: string): string[] {
  return text
    .split(/[\n\r,]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/**
 * The known name that a text most probably means: at most two letters are different (one, if the
 * name has fewer than six). Undefined if no name is that near.
 */
export function nearMiss(text: string, known: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase()
  let best: { readonly name: string; readonly distance: number } | undefined
  for (const name of known) {
    const distance = editDistance(wanted, name.toLowerCase(), 2)
    const allowed = Math.min(wanted.length, name.length) < 6 ? 1 : 2
    if (distance <= allowed && (best === undefined || distance < best.distance)) {
      best = { name, distance }
    }
  }
  return best?.name
}

/**
 * How many letters must be added, removed, replaced or swapped with their neighbour to turn one text
 * into the other; anything above `limit` is reported as `limit + 1`.
 */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const cells = [row]
    rows.push(cells)
    let least = row
    // Cells further off the diagonal cost more than the limit: left out, they count as infinite.
    const last = Math.min(other.length, row + limit)
    for (let column = Math.max(1, row - limit); column <= last; column++) {
      const cell = cheapest(one, other, row, column, rows)
      cells[column] = cell
      least = Math.min(least, cell)
    }
    if (least > limit) return limit + 1
  }
  return Math.min(at(rows, one.length, other.length), limit + 1)
}

function cheapest(
  one: string,
  other: string,
  row: number,
  column: number,
  rows: readonly (readonly number[])[]
): number {
  const same = one[row - 1] === other[column - 1]
  const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
  return Math.min(
    at(rows, row - 1, column) + 1,
    at(rows, row, column - 1) + 1,
    at(rows, row - 1, column - 1) + (same ? 0 : 1),
    at(rows, row - 2, column - 2) + (swapped ? 1 : Infinity)
  )
}

/** What is outside of the table cannot be the cheapest. */
function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Infinity
}
