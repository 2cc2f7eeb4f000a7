/** Characters that owner, repository and enterprise names are made of. */
const NAME = /^[A-Za-z0-9._-]{1,100}$/

/**
 * Whether a text can be an owner, repository or enterprise name. `.` and `..` would climb out of a
 * path, so they are none.
 */
export function isName(text: string): boolean {
  return NAME.test(text) && text !== '.' && text !== '..'
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
