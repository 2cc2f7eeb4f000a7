/** Workflow commands, in a line of output and in the files that a step writes to. */
import { existsSync, readFileSync } from 'node:fs'

/** A workflow command found in a line of output. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The commands that a runner obeys. Any other `::word::` is ordinary text. */
export const registeredCommands: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning'
])

type Escapes = readonly (readonly [string, string])[]

// `%25` is last, as in the runner: otherwise `%250A` would become a line end.
const dataEscapes: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%']
]
const propertyEscapes: Escapes = [['%3A', ':'], ['%2C', ','], ...dataEscapes]
const legacyEscapes: Escapes = [['%3B', ';'], ['%5D', ']'], ...dataEscapes]

function unescape(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), text)
}

function parseInfo(
  info: string,
  separator: string,
  escapes: Escapes,
  known: ReadonlySet<string>
): Omit<Command, 'data'> | undefined {
  const space = info.indexOf(' ')
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase()
  if (!known.has(name)) {
    return undefined
  }
  const properties = new Map<string, string>()
  for (const part of space < 0 ? [] : info.slice(space + 1).split(separator)) {
    const equals = part.indexOf('=')
    if (equals > 0 && equals < part.length - 1) {
      const key = part.slice(0, equals).trim().toLowerCase()
      properties.set(key, unescape(part.slice(equals + 1), escapes))
    }
  }
  return { name, properties: Object.fromEntries(properties) }
}

/** `::name key=value,key=value::data`, with only white space before it. */
function parseCurrent(line: string, known: ReadonlySet<string>): Command | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) {
    return undefined
  }
  const info = parseInfo(text.slice(2, end), ',', propertyEscapes, known)
  return info && { ...info, data: unescape(text.slice(end + 2), dataEscapes) }
}

/** `##[name key=value;key=value]data`, anywhere in a line: the form the runner still obeys. */
function parseLegacy(line: string, known: ReadonlySet<string>): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) {
    return undefined
  }
  const info = parseInfo(line.slice(start + 3, end), ';', legacyEscapes, known)
  return info && { ...info, data: unescape(line.slice(end + 1), legacyEscapes) }
}

/** The command in a line of output, if the runner would find one. */
export function parseCommand(
  line: string,
  known: ReadonlySet<string> = registeredCommands
): Command | undefined {
  return parseCurrent(line, known) ?? parseLegacy(line, known)
}

/** Cuts a stream into lines as the runner does: at `\n`, `\r\n`, and also at a single `\r`. */
export class LineSplitter {
  private rest = ''
  private readonly emit: (line: string) => void

  constructor(emit: (line: string) => void) {
    this.emit = emit
  }

  /** Takes the next piece of the stream. */
  write(chunk: string): void {
    const text = this.rest + chunk
    // A `\r` at the end may be the first half of a `\r\n`: wait for the next piece.
    const held = text.endsWith('\r') ? 1 : 0
    const lines = text.slice(0, text.length - held).split(/\r\n|\n|\r/)
    this.rest = (lines.pop() ?? '') + (held > 0 ? '\r' : '')
    lines.forEach(this.emit)
  }

  /** The stream has ended: a last line without a line end counts, too. */
  end(): void {
    if (this.rest !== '') {
      this.emit(this.rest.replace(/\r$/, ''))
      this.rest = ''
    }
  }
}

/** The variables with the paths of a step's files, and the names of these files. */
export const COMMAND_FILES = {
  GITHUB_ENV: 'set_env',
  GITHUB_OUTPUT: 'set_output',
  GITHUB_PATH: 'add_path',
  GITHUB_STATE: 'save_state',
  GITHUB_STEP_SUMMARY: 'step_summary'
} as const

/** The paths of a step's files, by variable. */
export type CommandFiles = Readonly<Record<keyof typeof COMMAND_FILES, string>>

/** The text of a file. If the step has deleted it, the runner takes it as empty. */
export function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

interface Line {
  readonly text: string
  readonly next: number
  /** The length of the line end; 0 if the file ends without one. */
  readonly endLength: number
}

function readLine(text: string, from: number): Line | undefined {
  if (from >= text.length) {
    return undefined
  }
  const feed = text.indexOf('\n', from)
  if (feed < 0) {
    return { text: text.slice(from), next: text.length, endLength: 0 }
  }
  const crlf = feed > from && text[feed - 1] === '\r' && process.platform === 'win32'
  return {
    text: text.slice(from, crlf ? feed - 1 : feed),
    next: feed + 1,
    endLength: crlf ? 2 : 1
  }
}

function readHeredoc(
  text: string,
  from: number,
  delimiter: string
): { readonly value: string; readonly next: number } {
  let end = from
  for (let at = from; ;) {
    const line = readLine(text, at)
    if (line === undefined) {
      throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    }
    if (line.text === delimiter) {
      return { value: text.slice(from, end), next: line.next }
    }
    at = line.next
    end = at - line.endLength
  }
}

/**
 * Reads a file of `name=value` lines and `name<<delimiter` blocks (`GITHUB_OUTPUT`, `GITHUB_STATE`,
 * `GITHUB_ENV`) with the runner's own rules and error messages. The last of two entries wins.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const entries = new Map<string, string>()
  for (let at = 0; ;) {
    const line = readLine(text, at)
    if (line === undefined) {
      return Object.fromEntries(entries)
    }
    at = line.next
    if (line.text === '') {
      continue
    }
    const equals = line.text.indexOf('=')
    const block = line.text.indexOf('<<')
    if (equals >= 0 && (block < 0 || equals < block)) {
      if (equals === 0) {
        throw new Error(`Invalid format '${line.text}'. Name must not be empty`)
      }
      entries.set(line.text.slice(0, equals), line.text.slice(equals + 1))
    } else if (block >= 0) {
      const name = line.text.slice(0, block)
      const delimiter = line.text.slice(block + 2)
      if (name === '' || delimiter === '') {
        throw new Error(
          `Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`
        )
      }
      const { value, next } = readHeredoc(text, at, delimiter)
      entries.set(name, value)
      at = next
    } else {
      throw new Error(`Invalid format '${line.text}'`)
    }
  }
}
