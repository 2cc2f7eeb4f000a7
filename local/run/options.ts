/** The arguments of `npm start`, and its help. */
import { parseArgs } from 'node:util'
import { parseApiUrl } from '../../src/config/api-url'
import { nearMiss } from '../../src/config/names'
import type { InputDeclaration, Manifest } from '../runner'
import { exposedSecret } from './exposed-secret'
import { isServiceKind, START, type ServiceKind } from '../key-services/start'
import { FAILURES, isFailureName, type FailureName } from './failures'

/** What the arguments ask for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string }
  | { readonly kind: 'run'; readonly options: Options }

/** The file from which the person's own App gets its key, or its JWT. */
export type RealApp = { readonly keyFile: string } | { readonly jwtFile: string }

/** Which GitHub to use, and with which inputs. */
export interface Options {
  /** Absent for the embedded GitHub. */
  readonly real?: RealApp
  /** How the embedded GitHub fails. */
  readonly failure?: FailureName
  /** The embedded key service that has the key; absent if the step has it. */
  readonly keyService?: ServiceKind
  /** The workflow's own repository. */
  readonly repository?: string
  /** The action's inputs, without the key. */
  readonly inputs: Readonly<Record<string, string>>
}

const ownOptions = ['private-key-file', 'jwt-file', 'kms-key', 'repository', 'fail'] as const
const failureNames = Object.keys(FAILURES).join(', ')
const serviceNames = Object.keys(START).join(', ')
const hint = 'All options: npm start -- --help'

function mistake(message: string): Request {
  return { kind: 'mistake', message: `${message} ${hint}` }
}

/** One option as it was written. */
interface GivenOption {
  readonly name: string
  /** With its dashes. */
  readonly rawName: string
  /** Undefined if it was forgotten. */
  readonly value: string | undefined
}

/** What is wrong with one option, if something is. */
function complaint(
  { name, rawName, value }: GivenOption,
  known: ReadonlySet<string>,
  seen: ReadonlyMap<string, string>
): string | undefined {
  // A misspelt permission is passed on, as the runner does, to show what the action does with it.
  if (!known.has(name) && !/^permissions?[-_]/.test(name)) {
    const meant = nearMiss(name, known)
    return `There is no option ${rawName}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`
  }
  if (value === undefined) {
    const choice = name === 'fail' ? ` Use one of these: ${failureNames}.` : ''
    return `--${name} needs a value.${choice}`
  }
  if (seen.has(name)) {
    return `--${name} is given twice.`
  }
  return undefined
}

/** A secret among the arguments, or an option such as `-owner`, which `parseArgs` takes for several. */
function earlyMistake(args: readonly string[], known: ReadonlySet<string>): Request | undefined {
  // Before anything else, because other messages repeat arguments.
  const exposed = exposedSecret(args)
  if (exposed !== undefined) return { kind: 'mistake', message: exposed }
  const oneDash = args.find((arg) => /^-[a-z][\w-]/i.test(arg))
  if (oneDash === undefined) return undefined
  const name = oneDash.slice(1).replace(/=.*$/s, '')
  return mistake(
    `There is no option -${name}.${known.has(name) ? ` Write two dashes: --${name}.` : ''}`
  )
}

/** Reads the arguments after `npm start --`. */
export function parseRequest(args: readonly string[], manifest: Manifest): Request {
  const known = new Set<string>([...ownOptions, ...Object.keys(manifest.inputs)])
  const early = earlyMistake(args, known)
  if (early !== undefined) return early
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
      // npm removes the names of options that come before `--`, and leaves their values.
      return mistake(
        `"${token.value}" is not an option. Write --name value, and -- before the first option: npm start -- --name value.`
      )
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
    const wrong = complaint({ ...token, value }, known, values)
    if (wrong !== undefined) {
      return mistake(wrong)
    }
    values.set(token.name, value ?? '')
  }
  return combine(values)
}

/** Checks which options may be used together. */
function combine(values: ReadonlyMap<string, string>): Request {
  const repository = values.get('repository')
  if (repository !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    return mistake(
      '--repository is the repository of the workflow, written owner/name. For the repositories of the token, use --repositories.'
    )
  }
  const own = new Set<string>(ownOptions)
  const inputs = Object.fromEntries([...values].filter(([name]) => !own.has(name)))
  const common = { inputs, ...(repository === undefined ? {} : { repository }) }
  if (values.has('jwt')) {
    return mistake(
      'Others can read a JWT in a command line. Write it to a file, and use --jwt-file.'
    )
  }
  return values.has('private-key-file') || values.has('jwt-file')
    ? withOwnApp(values, common)
    : withEmbeddedGitHub(values, common)
}

function withEmbeddedGitHub(values: ReadonlyMap<string, string>, common: Options): Request {
  const address = values.get('github-api-url') ?? ''
  // An address that the action refuses is passed on, to show what the action says.
  if (address !== '' && parseApiUrl(address, { apiUrl: '', serverUrl: '' }).ok) {
    return mistake(
      '--github-api-url needs --client-id (or --app-id) and --private-key-file, or --jwt-file.'
    )
  }
  const failure = values.get('fail')
  if (failure !== undefined && !isFailureName(failure)) {
    return mistake(`There is no failure "${failure}". Use one of these: ${failureNames}.`)
  }
  const keyService = values.get('kms-key')
  if (keyService !== undefined && !isServiceKind(keyService)) {
    return mistake(`The local run has key services of its own. Use one of these: ${serviceNames}.`)
  }
  const options = {
    ...common,
    ...(failure === undefined ? {} : { failure }),
    ...(keyService === undefined ? {} : { keyService })
  }
  return { kind: 'run', options }
}

/** The options of which one says how the person's own App signs; first those that name a file. */
const KEY_OPTIONS = ['private-key-file', 'jwt-file', 'private-key', 'kms-key'] as const

function withOwnApp(values: ReadonlyMap<string, string>, common: Options): Request {
  const isSet = (name: string): boolean => (values.get(name) ?? '') !== ''
  const [file = '', ...others] = KEY_OPTIONS.filter((name) => values.has(name))
  if (!isSet(file)) {
    return mistake(`--${file} needs a value.`)
  }
  if (values.has('fail')) {
    return mistake(`--fail works only with the small GitHub of this machine. Leave out --${file}.`)
  }
  if (file === 'private-key-file' && !['client-id', 'app-id'].some(isSet)) {
    return mistake('--private-key-file needs --client-id or --app-id.')
  }
  if (others.length > 0) {
    return mistake(`Use either --${others.join(' or --')} or --${file}, not both.`)
  }
  if (!['repository', 'owner', 'enterprise', 'installation-id'].some(isSet)) {
    return mistake(
      'Say what the token is for, such as --repository octo-org/hello (only that repository).'
    )
  }
  const path = values.get(file) ?? ''
  const real = file === 'jwt-file' ? { jwtFile: path } : { keyFile: path }
  return { kind: 'run', options: { ...common, real } }
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
  const own = new Set<string>([...ownOptions, 'jwt', 'kms-key'])
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
    'npm start -- --fail NAME',
    '  the same, but it fails as in real life. These are the names:',
    ...Object.entries(FAILURES).map(([name, { meaning }]) => entry(`--fail ${name}`, meaning)),
    'npm start -- --kms-key NAME',
    `  the same, with the key in a small key service: ${serviceNames}`,
    'npm start -- --client-id ID --private-key-file PATH --repository OWNER/NAME',
    '  the same with your own App against the real GitHub. The token is always revoked.',
    '',
    'Every option takes a value: --name value, or --name=value.',
    entry('--private-key-file', 'File with the private key of your App (.pem)'),
    entry(
      '--jwt-file',
      'File with a JWT of your App. Not --jwt itself: others can read a command line'
    ),
    entry('--repository', 'The repository of the workflow, owner/name'),
    entry('--help', 'This text'),
    '',
    'The inputs of the action:',
    ...inputEntries(manifest.inputs)
  ].join('\n')
}
