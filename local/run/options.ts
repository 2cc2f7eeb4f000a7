/** The arguments of `npm start`, and its help. */
import { parseArgs } from 'node:util'
import type { InputDeclaration, Manifest } from '../runner'

/** What the arguments ask for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string }
  | { readonly kind: 'run'; readonly options: Options }

/** Which GitHub to use, and with which inputs. */
export interface Options {
  /** Absent for the embedded GitHub. */
  readonly real?: { readonly apiUrl: string; readonly keyFile: string }
  /** The workflow's own repository. */
  readonly repository?: string
  /** The action's inputs, without the key. */
  readonly inputs: Readonly<Record<string, string>>
}

const publicApi = 'https://api.github.com'
const ownOptions = ['private-key-file', 'repository'] as const
const hint = 'All options: npm start -- --help'

function mistake(message: string): Request {
  return { kind: 'mistake', message: `${message} ${hint}` }
}

/** What is wrong with one option, if something is. */
function complaint(
  name: string,
  value: string | undefined,
  known: ReadonlySet<string>,
  seen: ReadonlyMap<string, string>
): string | undefined {
  // A misspelt permission is passed on, as the runner does, to show what the action does with it.
  if (!known.has(name) && !/^permissions?[-_]/.test(name)) {
    return `There is no option --${name}.`
  }
  if (value === undefined) {
    return `--${name} needs a value.`
  }
  if (seen.has(name)) {
    return `--${name} is given twice.`
  }
  return undefined
}

/** Reads the arguments after `npm start --`. */
export function parseRequest(args: readonly string[], manifest: Manifest): Request {
  const known = new Set<string>([...ownOptions, ...Object.keys(manifest.inputs)])
  const misspelt = args.flatMap((arg) => /^--(permissions?[-_][^=]*)/.exec(arg)?.[1] ?? [])
  const names = [...known, ...misspelt]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    strict: false,
    tokens: true
  })
  const values = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') {
      return mistake(`"${token.value}" is not an option: options are written --name value.`)
    }
    if (token.kind !== 'option') {
      continue
    }
    if (token.name === 'help' || token.name === 'h') {
      return { kind: 'help' }
    }
    // If the value looks like an option, the value was forgotten.
    const forgotten = token.inlineValue !== true && token.value?.startsWith('-') === true
    const value = forgotten ? undefined : token.value
    const wrong = complaint(token.name, value, known, values)
    if (wrong !== undefined) {
      return mistake(wrong)
    }
    values.set(token.name, value ?? '')
  }
  return combine(values)
}

/** Checks which options may be used together. */
function combine(values: ReadonlyMap<string, string>): Request {
  const keyFile = values.get('private-key-file')
  const repository = values.get('repository')
  const hasId = ['client-id', 'app-id'].some((name) => (values.get(name) ?? '') !== '')
  if (repository !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    return mistake('--repository is written owner/name.')
  }
  if (values.get('private-key')?.includes('PRIVATE KEY') === true) {
    return mistake(
      'Every process of this machine can read a key among the arguments. Use --private-key-file PATH.'
    )
  }
  const own = new Set<string>(ownOptions)
  const inputs = Object.fromEntries([...values].filter(([name]) => !own.has(name)))
  const common = { inputs, ...(repository === undefined ? {} : { repository }) }
  if (keyFile === undefined) {
    return values.has('github-api-url')
      ? mistake('--github-api-url needs --client-id (or --app-id) and --private-key-file.')
      : { kind: 'run', options: common }
  }
  if (!hasId) {
    return mistake('--private-key-file needs --client-id or --app-id.')
  }
  if (values.has('private-key')) {
    return mistake('Use either --private-key or --private-key-file, not both.')
  }
  if (!['repository', 'owner', 'enterprise', 'installation-id'].some((name) => values.has(name))) {
    return mistake(
      'Say what the token is for: --repository owner/name (the repository of the workflow), --owner, --installation-id or --enterprise.'
    )
  }
  const apiUrl = values.get('github-api-url') ?? publicApi
  return { kind: 'run', options: { ...common, real: { apiUrl, keyFile } } }
}

const width = 96

function firstSentence(description: string): string {
  const line = description.trim().replace(/\s+/g, ' ')
  return /^.*?[.:](?=\s|$)/.exec(line)?.[0].replace(/[.:]$/, '') ?? line
}

function entry(name: string, text: string): string {
  const indent = 30
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] ?? ''
    if (last !== '' && indent + last.length + word.length >= width) {
      lines.push(word)
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    }
  }
  const [first = '', ...rest] = lines
  return [`  ${name.padEnd(indent - 3)} ${first}`, ...rest.map((x) => ' '.repeat(indent) + x)].join(
    '\n'
  )
}

function inputEntries(inputs: Readonly<Record<string, InputDeclaration>>): string[] {
  const own = new Set<string>(ownOptions)
  const shown = Object.entries(inputs).filter(
    ([name]) => !name.startsWith('permission-') && !own.has(name)
  )
  const permissions = Object.keys(inputs).filter((name) => name.startsWith('permission-'))
  return [
    ...shown.map(([name, { description }]) => entry(`--${name}`, firstSentence(description))),
    entry(
      '--permission-NAME',
      `One of ${permissions.length} permissions, as in --permission-contents read (action.yml lists them)`
    )
  ]
}

/** The text of `--help`. */
export function helpText(manifest: Manifest): string {
  return [
    'Runs the packaged action (dist/) as a runner does: main, a request with the token, post.',
    '',
    'npm start',
    '  against a small GitHub on this machine. Nothing leaves this machine.',
    'npm start -- --client-id ID --private-key-file PATH --repository OWNER/NAME',
    '  the same with your own App against the real GitHub. The token is always revoked.',
    '',
    'Every option takes a value: --name value, or --name=value.',
    entry('--private-key-file', 'File with the private key of your App (.pem)'),
    entry('--repository', 'The repository of the workflow, owner/name'),
    entry('--help', 'This text'),
    '',
    'The inputs of the action:',
    ...inputEntries(manifest.inputs)
  ].join('\n')
}
