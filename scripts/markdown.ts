import { parseDocument } from 'yaml'

/** A fenced block of code. */
export interface CodeBlock {
  /** The word after the fence; empty if there is none. */
  readonly language: string
  readonly text: string
  /** Its first line in the file, counted from 1. */
  readonly line: number
}

/** The parts of a Markdown file that tests and linters check. */
export interface Page {
  readonly blocks: readonly CodeBlock[]
  /** The text of each `code span` outside of blocks. */
  readonly spans: readonly string[]
  /** The targets of links outside of blocks. */
  readonly links: readonly string[]
  /** The ids of `<a id="…"></a>`, in their order. */
  readonly ids: readonly string[]
  /** Those of `ids` that are not right before a heading. */
  readonly strayIds: readonly string[]
  /** The anchors that GitHub gives to the headings. */
  readonly slugs: readonly string[]
  /** The file's lines; those inside of blocks are empty. */
  readonly prose: readonly string[]
}

/** Reads a Markdown file as this project writes them: fences of three backticks, ATX headings. */
export function readPage(text: string): Page {
  const { blocks, prose } = splitBlocks(text.split('\n'))
  const ids = prose.flatMap((line, index) => idsIn(line).map((id) => ({ id, index })))
  // Prettier puts a blank line between an anchor and its heading.
  const next = (index: number): string => prose.slice(index + 1).find((line) => line !== '') ?? ''
  return {
    blocks,
    prose,
    spans: prose.flatMap((line) => matches(line, /`([^`]+)`/g)),
    links: prose.flatMap((line) => matches(line.replace(/`[^`]*`/g, ''), /\]\(([^)\s]+)\)/g)),
    ids: ids.map(({ id }) => id),
    strayIds: ids.filter(({ index }) => !next(index).startsWith('#')).map(({ id }) => id),
    slugs: slugsOf(prose)
  }
}

function splitBlocks(lines: readonly string[]): { blocks: CodeBlock[]; prose: string[] } {
  const blocks: CodeBlock[] = []
  const prose: string[] = []
  let open: { language: string; indent: number; line: number; lines: string[] } | undefined
  for (const [index, line] of lines.entries()) {
    const fence = /^(\s*)```(\w*)\s*$/.exec(line)
    if (fence === null && open === undefined) prose.push(line)
    else prose.push('')
    if (fence === null) open?.lines.push(line.slice(open.indent))
    else if (open === undefined) {
      const [, indent = '', language = ''] = fence
      open = { language, indent: indent.length, line: index + 2, lines: [] }
    } else {
      blocks.push({ language: open.language, text: open.lines.join('\n'), line: open.line })
      open = undefined
    }
  }
  if (open !== undefined) throw new Error(`The block in line ${open.line - 1} has no end.`)
  return { blocks, prose }
}

function idsIn(line: string): string[] {
  return matches(line, /<a id="([^"]+)"><\/a>/g)
}

/** The first group of every match. */
export function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

/** Lower case, without punctuation, dashes for spaces. A second heading with the same text gets `-1`. */
function slugsOf(prose: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return prose.flatMap((line) => {
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1]
    if (heading === undefined) return []
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return [count === 0 ? slug : `${slug}-${count}`]
  })
}

/** The rows of the first table under a heading, without the heading row. */
export function tableUnder(page: Page, heading: string): string[][] {
  const start = page.prose.indexOf(heading)
  if (start === -1) throw new Error(`There is no heading "${heading}".`)
  const first = page.prose.findIndex((line, index) => index > start && line.startsWith('|'))
  const rest = page.prose.slice(first)
  const length = rest.findIndex((line) => !line.startsWith('|'))
  return rest.slice(2, length).map((row) =>
    row
      .slice(1, row.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim())
  )
}

/** The blocks between an anchor and the next one. */
export function blocksUnder(page: Page, id: string): CodeBlock[] {
  const lines = page.prose.map((line) => idsIn(line)[0])
  const start = lines.indexOf(id)
  const length = lines.slice(start + 1).findIndex((other) => other !== undefined)
  const end = length === -1 ? lines.length : start + 1 + length
  return page.blocks.filter(({ line }) => start !== -1 && line > start && line <= end)
}

/** A step, or a job that calls a workflow, in an example. */
export interface ExampleStep {
  readonly uses: string | undefined
  readonly id: string | undefined
  readonly with: Readonly<Record<string, unknown>>
}

/** Parses the YAML of an example, and returns its errors. */
export function readYaml(text: string): { value: unknown; complaints: string[] } {
  const document = parseDocument(text)
  const complaints = [...document.errors, ...document.warnings].map(({ message }) => message)
  return { value: complaints.length === 0 ? document.toJS() : undefined, complaints }
}

/** Every mapping in an example that has `uses`, `id` or `with`, at any depth. */
export function stepsIn(value: unknown): ExampleStep[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn)
  if (!isRecord(value)) return []
  const isStep = ['uses', 'id', 'with'].some((key) => key in value)
  const nested = Object.entries(value).flatMap(([key, part]) =>
    key === 'with' ? [] : stepsIn(part)
  )
  if (!isStep) return nested
  const own = {
    uses: textOf(value['uses']),
    id: textOf(value['id']),
    with: isRecord(value['with']) ? value['with'] : {}
  }
  return [own, ...nested]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Every `steps.ID.outputs.NAME` in a text. */
export function outputReferences(text: string): { readonly id: string; readonly output: string }[] {
  return [...text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].map((match) => ({
    id: match[1] ?? '',
    output: match[2] ?? ''
  }))
}

/** The npm commands in a text: the NAME of `npm run NAME`, or the command itself. */
export function npmCommands(text: string): { readonly script: boolean; readonly name: string }[] {
  return [...text.matchAll(/\bnpm (run (?:--\S+ )*)?([a-z][a-z:-]*)/g)].map((match) => ({
    script: match[1] !== undefined,
    name: match[2] ?? ''
  }))
}
