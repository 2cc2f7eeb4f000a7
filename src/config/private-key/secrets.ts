import { pemBlocks, withoutBoundaries, withoutSpace, type Unwrapped } from './unwrap'

/**
 * The runner masks any text it is told to, even `}`, and then the log is unreadable and unrelated
 * job outputs are dropped. Shorter parts are therefore not masked.
 */
export const MIN_SECRET_LENGTH = 16

/** The width of PEM's lines (RFC 7468, section 2), in which other tools print a key again. */
const LINE_WIDTH = 64

/**
 * What must be masked before anything is logged about a text: each of its lines after each step of
 * {@link unwrap}, each word outside of the BEGIN and END lines, and each PEM body as one line and in
 * lines of 64, because other tools may print it wrapped differently.
 */
export function textsToMask({ texts, core }: Unwrapped): string[] {
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
  for (const word of withoutBoundaries(text).split(/\s+/)) {
    add(secrets, word)
  }
  const blocks = pemBlocks(text)
  if (blocks.length === 0) {
    add(secrets, withoutSpace(text))
  }
  for (const block of blocks) {
    addBody(secrets, withoutSpace(block.body))
  }
}

function addBody(secrets: Set<string>, body: string): void {
  add(secrets, body)
  // A body that is still escaped is cut into lines after the step that removes the escapes.
  if (body.includes('\\')) return
  for (let at = 0; at < body.length; at += LINE_WIDTH) {
    add(secrets, body.slice(at, at + LINE_WIDTH))
  }
}

function add(secrets: Set<string>, text: string): void {
  if (text.length >= MIN_SECRET_LENGTH && !secrets.has(text) && !isBoundary(text)) {
    secrets.add(text)
  }
}

/** Whether a line is a BEGIN or END line, at most with quotes or escapes around it. */
function isBoundary(line: string): boolean {
  if (!line.includes('--')) {
    return false
  }
  const rest = withoutBoundaries(line)
  return rest !== line && !/[A-Za-z0-9+/=_]/.test(rest.replace(/\\[nrt]/g, ''))
}
