import { readFileSync } from 'node:fs'
import { URL } from 'node:url'

/** The actions that create tokens with an App of one's own. `setup/` reads this list, too. */
const WITH_OWN_APP = JSON.parse(readFileSync(new URL('./actions.json', import.meta.url), 'utf8'))

/** The actions whose uses are listed. */
export const ACTIONS = [...WITH_OWN_APP, 'octo-sts/action']

/**
 * Every use of one of the actions in the text of a workflow or a composite action. The text is read
 * line by line, since Node has no YAML of its own. What cannot be read that way is marked.
 *
 * @returns a list of `line`, `action`, `version` (as written, with its comment), `inputs` (a map),
 *   and `isUnclear` if some inputs could not be read
 */
export function usesIn(text) {
  const lines = text.split(/\r?\n/)
  return lines.flatMap((line, index) => {
    const named = namedIn(line)
    if (named === undefined) return []
    const step = stepAround(lines, index)
    const inputs = step === undefined ? { inputs: new Map(), isUnclear: true } : inputsOf(step)
    return [{ line: index + 1, ...named, ...inputs }]
  })
}

function namedIn(line) {
  if (/^\s*#/.test(line)) return undefined
  for (const action of ACTIONS) {
    const at = line.toLowerCase().indexOf(`${action}@`)
    if (at === -1) continue
    const [, ref = '', comment = ''] =
      /^([^\s'",}]+)['"]?\s*(#.*)?/.exec(line.slice(at + action.length + 1)) ?? []
    return { action, version: `${ref} ${comment}`.trim() }
  }
  return undefined
}

const USES = /^(\s*(?:-\s+)?)(['"]?)uses\2\s*:/

/** The lines of the step that has `uses:` in a line of its own, with the column of its keys. */
function stepAround(lines, index) {
  const key = USES.exec(lines[index])?.[1]
  if (key === undefined) return undefined
  const column = key.length
  const begins = (line) => /^\s*-\s+/.exec(line)?.[0].length === column
  let first = index
  while (!begins(lines[first])) {
    first -= 1
    if (
      first < 0 ||
      (!isBlank(lines[first]) && !begins(lines[first]) && indent(lines[first]) < column)
    )
      return undefined
  }
  let end = index + 1
  while (end < lines.length && (isBlank(lines[end]) || indent(lines[end]) >= column)) end += 1
  const body = lines.slice(first, end).map((line, at) => (at === 0 ? line.replace('-', ' ') : line))
  return { lines: body, column }
}

function isBlank(line) {
  return /^\s*(?:#.*)?$/.test(line)
}

function indent(line) {
  return /^ */.exec(line)[0].length
}

/** The inputs below the `with:` of a step. */
function inputsOf({ lines, column }) {
  const at = lines.findIndex(
    (line) => indent(line) === column && /^\s*(['"]?)with\1\s*:/.test(line)
  )
  if (at === -1) return { inputs: new Map(), isUnclear: false }
  const rest = lines[at].replace(/^\s*['"]?with['"]?\s*:\s*/, '').replace(/^#.*/, '')
  const entries = rest === '' ? blockEntries(lines.slice(at + 1), column) : flowEntries(rest)
  return { inputs: new Map(entries ?? []), isUnclear: entries === undefined || hasMerge(entries) }
}

function hasMerge(entries) {
  return entries.some(([name]) => name === '<<')
}

/** The entries of a mapping with a line for each key. */
function blockEntries(lines, column) {
  const end = lines.findIndex((line) => !isBlank(line) && indent(line) <= column)
  const body = end === -1 ? lines : lines.slice(0, end)
  const first = body.find((line) => !isBlank(line))
  if (first === undefined) return []
  const entries = []
  for (const line of body) {
    const key = indent(line) === indent(first) ? KEY.exec(line) : null
    if (key !== null) entries.push([key[2], [key[3]]])
    else if (!isBlank(line)) entries.at(-1)?.[1].push(line.trim())
  }
  return entries.map(([name, value]) => [name, valueOf(value)])
}

const KEY = /^\s*(['"]?)([^'"\s:#]+)\1\s*:(?:\s+(.*))?$/

function valueOf([first = '', ...more]) {
  const start = withoutComment(first)
  // A block: its text is in the lines below.
  const parts = /^[|>][-+\d]*$/.test(start) ? more : [start, ...more]
  return unquoted(parts.join(' ').trim())
}

function withoutComment(text) {
  const quoted = /^(["']).*?\1(?=\s*(?:#.*)?$)/.exec(text)
  return quoted === null ? text.replace(/(?:^|\s+)#.*$/, '').trim() : quoted[0]
}

function unquoted(text) {
  const inner = /^(["'])(.*)\1$/s.exec(text)
  return inner === null ? text : inner[2]
}

/** The entries of `{ key: value, … }` in one line; undefined for anything else, such as an alias. */
function flowEntries(text) {
  const inner = /^\{(.*)\}\s*(?:#.*)?$/.exec(text)?.[1]
  if (inner === undefined) return undefined
  const parts = inner.match(/(?:\$\{\{.*?\}\}|"[^"]*"|'[^']*'|[^,])+/g) ?? []
  const entries = parts
    .filter((part) => part.trim() !== '')
    .map((part) => /^\s*(['"]?)([^'"\s:]+)\1\s*:\s*(.*?)\s*$/.exec(part))
  if (entries.includes(null)) return undefined
  return entries.map(([, , name, value]) => [name, unquoted(value)])
}
