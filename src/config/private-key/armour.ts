/**
 * The BEGIN and END lines of PEM (RFC 7468), forgiving about white space in and around the label:
 * line ends turned into spaces, or taken away together with every blank, leave them readable.
 * Repetitions are bounded so that no text takes more than linear time; at the end to five dashes,
 * because those of the next line may follow at once.
 */
const ARMOUR = /-{2,9}\s{0,9}(BEGIN|END)[A-Z0-9\s]{1,80}-{2,5}/g

/** Words of a BEGIN line whose dashes are not where they belong. */
const BROKEN_ARMOUR = /BEGIN\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/

/** One PEM block, whole or not. */
export interface PemBlock {
  /** The label without its blanks: `RSAPRIVATEKEY`. */
  readonly label: string
  /** What stands between the armour lines. */
  readonly body: string
  /** Where the body starts in the text. */
  readonly at: number
  readonly missing: 'nothing' | 'first-line' | 'last-line'
}

/** Whether the text holds a BEGIN or END line. */
export function hasArmour(text: string): boolean {
  return text.search(ARMOUR) !== -1
}

/** Whether the text names a private key, but its armour is not whole enough to be read. */
export function hasBrokenArmour(text: string): boolean {
  return BROKEN_ARMOUR.test(text)
}

/** The text with a line end in the place of each armour line. */
export function withoutArmour(text: string): string {
  return text.replace(ARMOUR, '\n')
}

/** The PEM blocks of a text, in its order. What stands outside of them is of no interest. */
export function pemBlocks(text: string): PemBlock[] {
  const lines = [...text.matchAll(ARMOUR)]
  const blocks: PemBlock[] = []
  let behind = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const label = line[0].replace(/[-\s]+/g, '').replace(/^(?:BEGIN|END)/, '')
    const end = line.index + line[0].length
    if (line[1] === 'BEGIN') {
      const body = text.slice(end, next?.index)
      const missing = next?.[1] === 'END' ? 'nothing' : 'last-line'
      blocks.push({ label, body, at: end, missing })
    } else if (lines[index - 1]?.[1] !== 'BEGIN') {
      blocks.push({
        label,
        body: text.slice(behind, line.index),
        at: behind,
        missing: 'first-line'
      })
    }
    behind = end
  }
  return blocks
}
