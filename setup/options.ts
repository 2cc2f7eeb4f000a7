import { isLoopback, parseApiUrl } from '../src/config/api-url'
import { isName, splitList } from '../src/config/names'
import { SetupError } from './problem'

/** The GitHub that the App is registered at. */
export interface Host {
  /** As people name it, and as the gh command takes it: `github.com`. */
  readonly name: string
  /** Its web pages, without a trailing slash. */
  readonly webUrl: string
  /** Its REST API, without a trailing slash. */
  readonly apiUrl: string
}

/** Where the private key goes. */
export type Storage =
  | { readonly kind: 'repository'; readonly repository: string }
  | { readonly kind: 'environment'; readonly repository: string; readonly environment: string }
  | {
      readonly kind: 'organization'
      readonly organization: string
      /** Names without their owner. */
      readonly repositories: readonly string[]
    }
  /** A new file; when a setup goes on, the file that the key is in. */
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'key-service'
      /** The key's address, as the action takes it. */
      readonly key: string
      /** The file with the public key that the service gives for an import. */
      readonly wrappingKey: string
    }

/** Which kind of account the App belongs to. */
export type AccountType = 'organization' | 'user'

/** What the person asked for. */
export interface Options {
  readonly host: Host
  /** Who will own the App, and on whose repositories it is installed. */
  readonly account: string
  /** Undefined if it has to be looked up. */
  readonly accountType: AccountType | undefined
  /** The repositories that the App must reach, as `owner/name`. */
  readonly repositories: readonly string[]
  readonly storage: Storage
  /** Names of the variable and the secret. */
  readonly variable: string
  readonly secret: string
  /** Whether a secret or variable of that name may be replaced. */
  readonly replaces: boolean
  /** As written: `contents=write`. */
  readonly permissions: readonly string[]
  /** A folder or file with workflows; undefined if it was not named. */
  readonly from: string | undefined
  readonly appName: string | undefined
  /** 0: any free port. */
  readonly port: number
  /** How long to wait for the installation, in milliseconds. */
  readonly wait: number
  readonly opensBrowser: boolean
  readonly isDryRun: boolean
  readonly resume: Resume | undefined
}

/** What is already there when a setup goes on. */
export interface Resume {
  /** The App's name in addresses; undefined if the key tells it. */
  readonly slug: string | undefined
  readonly clientId: string | undefined
  /** The file with the App's key; undefined if the key is stored already. */
  readonly keyFile: string | undefined
}

/** The options as they are written. */
export interface Flags {
  readonly repo?: string
  readonly env?: string
  readonly org?: string
  readonly repos?: string
  readonly permission: readonly string[]
  readonly from?: string
  readonly host: string
  readonly name?: string
  readonly account?: AccountType
  readonly keyFile?: string
  readonly kmsKey?: string
  readonly wrappingKey?: string
  readonly variable: string
  readonly secret: string
  readonly replace?: boolean
  readonly port: number
  readonly wait: number
  readonly browser: boolean
  readonly dryRun?: boolean
  readonly resume?: boolean
  readonly store: boolean
  readonly app?: string
  readonly clientId?: string
}

/** Checks the options, and makes them into what the setup works with. Raises {@link SetupError}. */
export function readFlags(flags: Flags): Options {
  checkEmpty(flags)
  checkTogether(flags)
  const { account, repositories } = readTarget(flags)
  return {
    host: readHost(flags.host),
    account,
    accountType: flags.org === undefined ? flags.account : 'organization',
    repositories,
    storage: readStorage(flags, repositories),
    variable: flags.variable,
    secret: flags.secret,
    replaces: flags.replace === true,
    permissions: flags.permission,
    from: flags.from,
    appName: readAppName(flags.name),
    port: flags.port,
    wait: flags.wait * 1000,
    opensBrowser: flags.browser,
    isDryRun: flags.dryRun === true,
    resume: readResume(flags)
  }
}

/** Two options that contradict each other, and why. */
const CONTRADICTIONS: readonly (readonly [keyof Flags, keyof Flags, why: string])[] = [
  ['repo', 'org', 'both values are stored in one place'],
  ['kmsKey', 'org', 'the client ID is stored in a repository then'],
  ['kmsKey', 'env', 'the key goes to the service, not to an environment']
]

/** Options that make no sense without another one. */
const NEEDS: readonly (readonly [keyof Flags, keyof Flags])[] = [
  ['env', 'repo'],
  ['repos', 'org'],
  ['org', 'repos'],
  ['wrappingKey', 'kmsKey'],
  ['app', 'resume'],
  ['clientId', 'resume']
]

/** A variable of the shell that is not set leaves an empty value: it must not mean another place. */
function checkEmpty(flags: Flags): void {
  const empty = Object.entries(flags).find(([, value]) => value === '')
  if (empty !== undefined) throw malformed(optionName(empty[0]), '')
}

function checkTogether(flags: Flags): void {
  const isSet = (flag: keyof Flags): boolean => flags[flag] !== undefined
  const contradictions: typeof CONTRADICTIONS =
    flags.resume === true
      ? CONTRADICTIONS
      : [...CONTRADICTIONS, ['kmsKey', 'keyFile', 'the key goes to one place']]
  for (const [one, other, why] of contradictions) {
    if (!isSet(one) || !isSet(other)) continue
    const names = { one: optionName(one), other: optionName(other) }
    throw new SetupError({ kind: 'options-contradict', ...names, why })
  }
  for (const [one, other] of NEEDS) if (isSet(one) && !isSet(other)) throw missing(one, other)
  if (flags.store) return
  for (const other of ['resume', 'keyFile'] as const)
    if (!isSet(other)) throw missing('noStore', other)
}

function missing(one: string, other: string): SetupError {
  const why = `${optionName(one)} needs it`
  return new SetupError({ kind: 'option-missing', option: optionName(other), why })
}

/** `keyFile` as people write it: `--key-file`. */
function optionName(flag: string): string {
  return `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** The owner of the App, and the repositories that it must reach. */
interface Target {
  readonly account: string
  readonly repositories: readonly string[]
}

function readTarget({ repo, org, repos = '' }: Flags): Target {
  if (org !== undefined) return organizationTarget(org, repos)
  if (repo === undefined) {
    const why = 'the App belongs to the owner of a repository'
    throw new SetupError({ kind: 'option-missing', option: '--repo', why })
  }
  const [owner = '', name = '', ...rest] = repo.split('/')
  if (!isName(owner) || !isName(name) || rest.length > 0) throw malformed('--repo', repo)
  return { account: owner, repositories: [repo] }
}

function organizationTarget(org: string, repos: string): Target {
  if (!isName(org)) throw malformed('--org', org)
  const names = splitList(repos).map((name) => name.replace(`${org}/`, ''))
  if (names.length === 0 || !names.every(isName)) throw malformed('--repos', repos)
  return { account: org, repositories: names.map((name) => `${org}/${name}`) }
}

function malformed(option: string, text: string): SetupError {
  return new SetupError({ kind: 'name-malformed', option, text })
}

function readStorage(flags: Flags, repositories: readonly string[]): Storage {
  const { org, env, keyFile, kmsKey, wrappingKey, repo = '' } = flags
  if (kmsKey !== undefined) return keyService(kmsKey, wrappingKey)
  const isKept = flags.resume !== true || !flags.store
  if (keyFile !== undefined && isKept) return { kind: 'file', path: keyFile }
  if (org !== undefined) {
    const names = repositories.map((full) => full.slice(org.length + 1))
    return { kind: 'organization', organization: org, repositories: names }
  }
  return env === undefined
    ? { kind: 'repository', repository: repo }
    : { kind: 'environment', repository: repo, environment: env }
}

/** The services whose imports take a key that is wrapped here. */
const WRAPPED = /^(?:awskms:\/\/[^/]*\/arn:[\w:/-]+|(?:hashivault|openbao):\/\/[\w/.-]+)$/

function keyService(key: string, wrappingKey: string | undefined): Storage {
  if (!WRAPPED.test(key)) throw new SetupError({ kind: 'key-service-unknown', key })
  if (wrappingKey === undefined) throw new SetupError({ kind: 'wrapping-key-missing', key })
  return { kind: 'key-service', key, wrappingKey }
}

/** GitHub takes no longer names of Apps. */
const MAX_APP_NAME_LENGTH = 34

function readAppName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  if (name.length <= MAX_APP_NAME_LENGTH && /^[\w. -]*\w[\w. -]*$/.test(name)) return name
  throw malformed('--name', name)
}

function readResume({ resume, app, clientId, keyFile }: Flags): Resume | undefined {
  if (resume !== true) return undefined
  if (app !== undefined && !isName(app)) throw malformed('--app', app)
  if (clientId !== undefined && !/^[\w.]{1,60}$/.test(clientId))
    throw malformed('--client-id', clientId)
  return { slug: app, clientId, keyFile }
}

function readHost(text: string): Host {
  const address = text.includes('://') ? text : `https://${text}`
  const api = parseApiUrl(address, { apiUrl: '', serverUrl: '' })
  if (!api.ok) throw malformed('--host', text)
  const url = new URL(api.value.webUrl)
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) throw malformed('--host', text)
  return { name: url.host, webUrl: url.origin, apiUrl: api.value.url }
}
