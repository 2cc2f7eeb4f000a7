import { appIdName, type AppId } from '../config/app-id'
import type { AppJwt } from '../config/app-jwt'
import { keyName, type AppKey } from '../config/app-key'
import type { Config } from '../config/config'
import type { AppCredential } from '../config/credential'
import { accountOf, type Target } from '../config/targets'
import type { Installation } from '../github/api'
import type { RefusedError } from '../http/errors'
import type { KeyDetails } from '../signers/signer'
import type { TokenRequest } from '../tokens/plan'
import type { Explanation } from './explanation'
import { dashed, type Level } from '../config/permissions'
import { printable } from '../printable'
import type { AppKeyInput } from '../problems/credential-problem'

/** A failure with all that is known about it: what the rules decide on. */
export interface FailureContext<E = unknown> {
  readonly error: E
  /** How far the step had come when it failed. What comes later is undefined. */
  readonly config?: Config | undefined
  readonly credential?: AppCredential | undefined
  readonly request?: TokenRequest | undefined
  readonly installation?: Installation | undefined
  /** What lookups after the failure found out. Undefined if nothing. */
  readonly evidence?: Evidence | undefined
  /** The variable `NO_PROXY`, which excepts hosts from the proxy; empty if it is not set. */
  readonly noProxy?: string
  /** Whether the workflow's repository is known to be private: only its members read the log. */
  readonly isPrivate?: boolean
}

/** Explains a refusal, if it is the one that the rule is for. */
export type RefusalRule = (context: FailureContext<RefusedError>) => Explanation | undefined

/** What lookups after a failure found out. What they could not find out is undefined. */
export type Evidence =
  /** GitHub refused the JWT's times. Both clocks are in milliseconds since 1970. */
  | { readonly kind: 'clocks'; readonly runner: number; readonly github: number }
  /** GitHub refused what a key service signed: what the service says of its key. */
  | { readonly kind: 'service-key'; readonly key: KeyDetails }
  /** Even `GET /app` is not found, which every GitHub has. */
  | { readonly kind: 'no-api' }
  | { readonly kind: 'app-unknown' }
  /** There is no installation on the owner that the workflow names. */
  | {
      readonly kind: 'not-on-owner'
      readonly app: KnownApp | undefined
      readonly instead: InsteadOfOwner
    }
  /** `onOwner` is the installation on the owner that the workflow names. */
  | {
      readonly kind: 'app-known'
      readonly app: KnownApp | undefined
      readonly onOwner?: Installation | undefined
      readonly repositories?: RepositoryEvidence | undefined
    }
  /** The installation was known. */
  | { readonly kind: 'repositories'; readonly repositories: RepositoryEvidence }

/** What the workflow probably means, if the App is not on the owner that it names. */
export type InsteadOfOwner =
  | { readonly is: 'not-known' }
  /** `owner` names an enterprise on which the App is installed, or `enterprise` an account. */
  | { readonly is: 'other-kind' }
  /** `repositories` has one name, which is an account on which the App is installed. */
  | { readonly is: 'swapped'; readonly account: string }
  /** An account with a similar name on which the App is installed. */
  | { readonly is: 'account'; readonly name: string }

/** Which of the requested repositories the App cannot reach. Names are `owner/name`. */
export interface RepositoryEvidence {
  readonly outOfReach: readonly string[]
  /** Those that have a new name or owner. */
  readonly renamed: readonly string[]
  /** How many were too many to look up. */
  readonly notLookedUp: number
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

/** The App, if it was looked up and is known. */
export function knownApp({ evidence }: FailureContext): KnownApp | undefined {
  return evidence?.kind === 'app-known' || evidence?.kind === 'not-on-owner'
    ? evidence.app
    : undefined
}

/** The installation on the owner that the workflow names, if it was looked up after the failure. */
export function installationOnOwner({ evidence }: FailureContext): Installation | undefined {
  return evidence?.kind === 'app-known' ? evidence.onOwner : undefined
}

/** What was found out about the repositories, if they were looked up one by one. */
export function repositoryEvidence({ evidence }: FailureContext): RepositoryEvidence | undefined {
  return evidence?.kind === 'app-known' || evidence?.kind === 'repositories'
    ? evidence.repositories
    : undefined
}

/** The App's slug, if GitHub has said it. */
export function appName(context: FailureContext): string {
  const slug = context.installation?.appSlug ?? knownApp(context)?.slug ?? ''
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
  return target.kind === 'installation' && target.owner === ''
    ? `the account of installation ${target.id}`
    : accountOf(target)
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
    case 'key-service':
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

/** A permission as people write it: `contents: write`. */
export function permissionLine(name: string, level: Level): string {
  return `${dashed(printable(name))}: ${level}`
}

/**
 * The page where an installation's owner changes it, or a description of the way there. Its address
 * names the account. If the workflow does not name it, the log must not either: anyone may read it.
 */
export function settingsPage(context: FailureContext): string {
  const { request, installation = installationOnOwner(context) } = context
  const url = installation?.settingsUrl ?? ''
  const target = request?.target
  const isNamed = !(target?.kind === 'installation' && target.owner === '')
  return url !== '' && isNamed ? printable(url) : "the account's settings > GitHub Apps > Configure"
}
