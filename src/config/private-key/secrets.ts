import { compact, pemBlocks, withoutArmour, type Unwrapped } from './unwrap'

/**
 * The runner masks any text it is told to, `}` included, which shreds the log and drops unrelated
 * job outputs: shorter pieces are left alone.
 */
const SHORTEST = 16

/** The width of PEM's lines (RFC 7468, section 2), in which other tools print a key again. */
const WIDTH = 64

/**
 * What must be masked before anything is said about a text: each of its lines, in every state
 * between the text as it came and the key's bytes, then each word beside the armour, and each PEM
 * body as one line and in lines of 64, for whoever prints it wrapped in another way.
 */
export function secretsIn({ texts, core }: Unwrapped): string[] {
  const secrets = new Set<string>()
  for (const text of texts) {
    addText(secrets, text)
  }
  if (typeof core !== 'string') {
    addBody(secrets, core.toString('base64'))
  }
  return [...secrets]
}

function addText(secrets: Set<string>, text: string): void {
  for (const line of text.split(/[\r\n]+/)) {
    add(secrets, line.trim())
  }
  for (const word of withoutArmour(text).split(/\s+/)) {
    add(secrets, word)
  }
  const blocks = pemBlocks(text)
  if (blocks.length === 0) {
    add(secrets, compact(text))
  }
  for (const block of blocks) {
    addBody(secrets, compact(block.body))
  }
}

function addBody(secrets: Set<string>, body: string): void {
  add(secrets, body)
  // A body that is still escaped is cut into lines once it has been unescaped.
  for (let at = 0; at < body.length && !body.includes('\\'); at += WIDTH) {
    add(secrets, body.slice(at, at + WIDTH))
  }
}

function add(secrets: Set<string>, text: string): void {
  if (text.length >= SHORTEST && !secrets.has(text) && !isArmour(text)) {
    secrets.add(text)
  }
}

/** Whether nothing of a key is on the line: armour, and at most quotes or escapes around it. */
function isArmour(line: string): boolean {
  if (!line.includes('--')) {
    return false
  }
  const rest = withoutArmour(line)
  return rest !== line && !/[A-Za-z0-9+/=_]/.test(rest.replace(/\\[nrt]/g, ''))
}
