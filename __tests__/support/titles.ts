import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')
const sources = readdirSync(join(root, 'src'), { encoding: 'utf8', recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))

/** Every place where the code writes a title, as it is written there, with its quotes. */
const written: readonly string[] = sources.flatMap((text) => [
  ...matches(text, /\btitle:\s+(?:\w+(?:\.length === 1)?\s*\?\s*)?('[^'\n]+'|"[^"\n]+"|`[^`]+`)/g),
  ...matches(
    text,
    /\btitle:\s+\w+(?:\.length === 1)?\s*\?\s*(?:'[^'\n]+'|"[^"\n]+")\s*:\s*('[^'\n]+'|"[^"\n]+")/g
  ),
  ...matches(text, /\blog\.error\(\s*('[^'\n]+')/g),
  ...matches(text, /\bheading: (`[^`]+`)/g)
])

const fixed = written.filter((title) => !title.startsWith('`')).map((title) => title.slice(1, -1))
const inputs = matches(readFileSync(join(root, 'action.yml'), 'utf8'), /^ {2}([a-z-]+):$/gm)

/** What a template may put into a title: names of inputs and variables, other titles, numbers. */
const INSERTED: Readonly<Record<string, string>> = {
  input: oneOf(inputs),
  name: oneOf(['github-api-url', 'GITHUB_API_URL', 'GITHUB_SERVER_URL']),
  // On Windows, in any letter case.
  variable: '[Hh][Tt][Tt][Pp][Ss]?_[Pp][Rr][Oo][Xx][Yy]',
  file: oneOf(['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV']),
  'words.title': oneOf(fixed),
  status: '\\d{3}',
  'explanations.length': '\\d+',
  'failures.length': '\\d+',
  count: '\\d+'
}

/** The parts of templates that could put something else into a title. */
export const FOREIGN_PARTS: readonly string[] = written
  .filter((title) => title.startsWith('`'))
  .flatMap((title) => matches(title, /\$\{([^}]*)\}/g))
  .filter((part) => !Object.hasOwn(INSERTED, part))

/** Every title that the action can give an annotation: the runner masks none, so none holds a value. */
export const TITLE = new RegExp(`^(?:${[oneOf(fixed), ...templates()].join('|')})$`)

function templates(): string[] {
  return written
    .filter((title) => title.startsWith('`'))
    .map((title) =>
      title
        .slice(1, -1)
        .split(/(\$\{[^}]*\})/)
        .map((part) => INSERTED[part.slice(2, -1)] ?? escaped(part))
        .join('')
    )
}

function oneOf(texts: readonly string[]): string {
  return `(?:${texts.map(escaped).join('|')})`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found)
}
