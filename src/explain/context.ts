import { appIdName, type AppId } from '../config/app-id'
import type { AppJwt } from '../config/app-jwt'
import { keyName, type AppKey } from '../config/app-key'
import type { AppCredential, Config } from '../config/config'
import type { Target } from '../config/targets'
import type { Installation } from '../github/api'
import type { RefusedError } from '../http/errors'
import type { KeyDetails } from '../signers/signer'
import type { TokenRequest } from '../tokens/plan'
import type { Explanation } from './explanation'
import { dashed, type Level } from '../config/permissions'
import { printable } from '../printable'
import type { AppKeyInput } from '../problem'

/** A failure with all that is known about it: what the rules decide on. */
export interface FailureContext<E = unknown> {
  readonly error: E
  /** How far the step had come when it failed. What comes later is undefined. */
  readonly config?: Config | undefined
  readonly credential?: AppCredential | undefined
  readonly request?: TokenRequest | undefined
  readonly installation?: Installation | undefined
  readonly evidence: Evidence
  /** The variable `NO_PROXY`, which excepts hosts from the proxy; empty if it is not set. */
  readonly noProxy?: string
  /** Whether the workflow's repository is known to be private: only its members read the log. */
  readonly isPrivate?: boolean
}

/** The failure to get one token. */
export interface TokenFailure {
  readonly error: unknown
  readonly request: TokenRequest
  readonly installation?: Installation | undefined
}

/** Explains a refusal, if it is the one that the rule is for. */
export type RefusalRule = (context: FailureContext<RefusedError>) => Explanation | undefined

/** What further look-ups found out after a failure. What could not be found out is undefined. */
export interface Evidence {
  /** The App as GitHub knows it (`GET /app`), or that GitHub does not know it. */
  readonly app?: KnownApp | 'unknown' | undefined
  /** Whether even `GET /app` is not found: every GitHub has it. */
  readonly isNoApi?: boolean
  /** The installation on the owner named. */
  readonly onOwner?: Installation | undefined
  /** Whether there is no installation on that owner. */
  readonly isNotOnOwner?: boolean
  /** Whether `owner` names an enterprise on which the App is installed, or `enterprise` an account. */
  readonly isOfOtherKind?: boolean
  /** The account on which the App is installed that the workflow most probably means. */
  readonly meant?: string
  /** Whether the App is not on the owner, but on the account that the name of the repository names. */
  readonly isSwapped?: boolean
  /** Which of the repositories asked for the App cannot reach, as `owner/name`. */
  readonly outOfReach?: readonly string[]
  /** Which of them have a new name or owner, as `owner/name`. */
  readonly renamed?: readonly string[]
  /** How many of them were too many to look up. */
  readonly notLookedUp?: number
  /** What the key service says of its key, if GitHub refused what the key signed. */
  readonly key?: KeyDetails
  /** Both clocks, if GitHub refused the JWT's times, in milliseconds since 1970. */
  readonly clocks?: { readonly runner: number; readonly github: number }
}

/** The App as GitHub knows it. */
export interface KnownApp {
  readonly slug: string
  /** Its public page, such as `https://github.com/apps/octo-bot`; empty if GitHub names none. */
  readonly htmlUrl: string
}

/** Whether the workflow names the account: only then can it be misspelt. */
export function isOwnerTyped(target: Target): boolean {
  return target.kind !== 'repositories' || target.reason === 'both-set'
}

/** The App's slug, if GitHub has said it. */
export function appName({ installation, evidence }: FailureContext): string {
  const known = evidence.app === undefined || evidence.app === 'unknown' ? '' : evidence.app.slug
  const slug = installation?.appSlug ?? known
  return slug === '' ? 'The App' : printable(slug)
}

/** The App's slug, or `the App`, for the middle of a sentence. */
export function theApp(context: FailureContext): string {
  return appName(context).replace(/^The App$/, 'the App')
}

/** The account or enterprise that the workflow named. */
export function accountName({ request }: FailureContext): string {
  const target = request?.target
  if (target === undefined) return 'the account'
  if (target.kind === 'enterprise') return target.enterprise
  if (target.kind === 'installation' && target.owner === '')
    return `the account of installation ${target.id}`
  return target.owner
}

/** The App's id as the workflow gave it, with its input, and a short name of the key, with its input. */
export function credentials({ credential }: FailureContext): {
  readonly id: string
  readonly idInput: AppId['input']
  readonly key: string
  readonly keyInput: AppKeyInput
} {
  if (credential === undefined)
    return { id: 'this id', idInput: 'client-id', key: 'the key', keyInput: 'private-key' }
  const { app, key } = credential
  return {
    id: appIdName(app),
    idInput: app.input,
    key: `the ${keyName(key)}`,
    keyInput: keyInput(key)
  }
}

function keyInput(key: AppKey): AppKeyInput {
  switch (key.kind) {
    case 'pem':
      return key.input
    case 'jwt':
      return 'jwt'
    case 'aws':
    case 'azure':
    case 'google':
    case 'vault':
      return 'kms-key'
  }
}

/** The JWT, if it was made elsewhere. */
export function givenJwt({ credential }: FailureContext): AppJwt | undefined {
  return credential?.key.kind === 'jwt' ? credential.key : undefined
}

/** The API in use. */
export function apiUrl({ config }: FailureContext): string {
  const url = config?.api.url
  return url === undefined ? 'the API' : printable(url)
}

/** What GitHub said, fit to be quoted. The sentence around it has its own full stop. */
export function quote(message: string, longest?: number): string {
  return `"${printable(message, longest).replace(/\.$/, '')}"`
}

/** A permission as people write it: `contents: write`. */
export function permissionLine(name: string, level: Level): string {
  return `${dashed(printable(name))}: ${level}`
}

/** How often something was tried, for sentences: in words as far as a request is repeated. */
export function times(count: number): string {
  const words = ['never', 'once', 'twice', 'three times', 'four times']
  const [word = `${count} times`] = words.slice(count)
  return word
}

/** A count with its noun. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** Two names or more for a sentence: `private-key, private-key-file and jwt`. */
export function joined(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.slice(-1).join()}`
}

/** At most this many names are in a sentence. The others are counted. */
const MAX_LISTED = 10

/** Names for a sentence: `hello, lib`, or the first few `and 40 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - MAX_LISTED
  const shown = names.slice(0, MAX_LISTED).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}

/**
 * The page where an installation's owner changes it, or a description of the way there. Its address
 * names the account. If the workflow does not name it, the log must not either: anyone may read it.
 */
export function settingsPage({ request, installation, evidence }: FailureContext): string {
  const url = (installation ?? evidence.onOwner)?.settingsUrl ?? ''
  const target = request?.target
  const isNamed = !(target?.kind === 'installation' && target.owner === '')
  return url !== '' && isNamed ? printable(url) : "the account's settings > GitHub Apps > Configure"
}
