import { parseApiUrl, type Api } from './api-url'
import type { AppJwt } from './app-jwt'
import type { AppKey } from './app-key'
import type { KeyServiceInputs } from './key-service/facts'
import { parseAppId, type AppId } from './app-id'
import {
  isInFork,
  missingKey,
  secretlessRun,
  settingsForDependabot,
  type SecretlessRun,
  type WorkflowEvent
} from './event'
import { combine, invalid, invalidIfAny, map, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { Problem, UnusedFallback } from '../problem'
import { parseFallbackToken } from './fallback-token'
import { parseRequestedPermissions } from './parse-permissions'
import type { RequestedPermissions } from './permissions'
import { renewalProblems } from './renewal'
import { parseBoolean, parseGit, type GitSettings } from './switches'
import { parseTargets, type Targets } from './targets'
import { findMisplacedSecrets, refuseMisplacedSecrets } from './misplaced-secrets'

/** What gives the step its tokens. Plain JSON, so that another process can use it, too. */
export type Credential = AppCredential | FallbackCredential

/** A GitHub App, and what signs for it. */
export interface AppCredential {
  readonly kind: 'app'
  readonly app: AppId
  readonly key: AppKey
}

/** A token that exists already. It is output instead of one of the App. */
export interface FallbackCredential {
  readonly kind: 'fallback'
  readonly token: string
  readonly because: SecretlessRun
  /** What the token reaches: the workflow's own repository, as `owner/name`. */
  readonly repository: string
}

/** Everything the workflow wants. Plain JSON. */
export interface Config {
  readonly credential: Credential
  readonly targets: Targets
  readonly requestedPermissions: RequestedPermissions
  readonly api: Api
  /** Whether the tokens outlive the job. */
  readonly keepToken: boolean
  /** Whether the token is renewed until the job ends. */
  readonly renew: boolean
  readonly git: GitSettings
}

/** The inputs of the step as the runner passes them; lists are not trimmed. Empty if not set. */
export interface Inputs {
  readonly clientId: string
  readonly appId: string
  readonly owner: string
  readonly repositories: string
  readonly repositoryIds: string
  readonly installationId: string
  readonly enterprise: string
  readonly permissions: string
  /** The inputs whose names begin with `permission`, except `permissions`, by lower-case name. */
  readonly permissionInputs: ReadonlyMap<string, string>
  readonly skipTokenRevoke: string
  readonly renew: string
  readonly githubApiUrl: string
  /** What to output if GitHub gives the run no secrets; empty for nothing. */
  readonly fallbackToken: string
  readonly gitCredentials: string
  readonly gitIdentity: string
  /** The inputs for a key in a key service. */
  readonly keyService: KeyServiceInputs
}

/** What the runner says about the workflow itself. */
export interface Workflow {
  /** `GITHUB_REPOSITORY`: `owner/name`. */
  readonly repository: string
  /** `GITHUB_REPOSITORY_OWNER`. */
  readonly repositoryOwner: string
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** `GITHUB_SERVER_URL`. */
  readonly serverUrl: string
  readonly event: WorkflowEvent
}

/**
 * Reads what the workflow wants, or collects every problem with its inputs. The fallback token is used
 * only if the event proves that GitHub gives the run no secrets, the key is empty and the API is the
 * workflow's own: a misspelt secret stays an error.
 *
 * @param key the App's key as it was read; undefined if all inputs for it are empty
 */
export function parseConfig(
  inputs: Inputs,
  key: Parsed<AppKey> | undefined,
  workflow: Workflow
): Parsed<Config> {
  const wrong = findMisplacedSecrets(inputs)
  const unless = <T>(names: readonly string[], parse: () => Parsed<T>): Parsed<T> =>
    refuseMisplacedSecrets<T>(wrong, names) ?? parse()
  const api = unless(['github-api-url'], () => parseApiUrl(inputs.githubApiUrl, workflow))
  const webHosts = api.ok ? api.value.webHosts : []
  const settings = {
    credential: chooseCredential(inputs, key, workflow, api),
    targets: unless(TARGET_INPUTS, () => parseTargets(inputs, { ...workflow, webHosts })),
    requestedPermissions: unless(['permissions', ...inputs.permissionInputs.keys()], () =>
      parseRequestedPermissions(inputs.permissions, inputs.permissionInputs)
    ),
    api,
    keepToken: unless(['skip-token-revoke'], () =>
      parseBoolean('skip-token-revoke', inputs.skipTokenRevoke)
    ),
    renew: unless(['renew'], () => parseBoolean('renew', inputs.renew)),
    git: unless(['git-credentials', 'git-identity'], () => parseGit(inputs))
  }
  const fallback = parseFallbackToken(inputs.fallbackToken)
  const parsed = map(
    combine({ config: combine<Config>(settings), fallback }),
    ({ config }) => config
  )
  return (parsed.ok ? invalidIfAny<Config>(renewalProblems(parsed.value)) : undefined) ?? parsed
}

/** The inputs that say together what the token is for. */
const TARGET_INPUTS = ['owner', 'repositories', 'repository-ids', 'installation-id', 'enterprise']

function chooseCredential(
  inputs: Inputs,
  key: Parsed<AppKey> | undefined,
  workflow: Workflow,
  api: Parsed<Api>
): Parsed<Credential> {
  const { clientId, appId, fallbackToken: token } = inputs
  const { event, repository } = workflow
  const because = key === undefined ? secretlessRun(event) : undefined
  if (because !== undefined && token !== '' && api.ok && api.value.isOwn) {
    return valid({ kind: 'fallback', token, because, repository })
  }
  const fallback = token === '' ? 'not-set' : whyUnused(api)
  if (key !== undefined) return appCredential(inputs, withFallback(key, fallback), event)
  // If the event explains why all secrets are empty, a second explanation would only confuse.
  const isExplained = (because !== undefined || isInFork(event)) && clientId === '' && appId === ''
  const missing = invalid<never>(missingKey(event, fallback, isExplained))
  return isExplained ? missing : appCredential(inputs, missing, event)
}

function whyUnused(api: Parsed<Api>): UnusedFallback {
  return api.ok && !api.value.isOwn ? 'foreign' : 'set'
}

/** The App's id and key. A JWT names its App, so the id can be left out then. Problem: `jwt-of-other-app`. */
function appCredential(
  { clientId, appId }: Inputs,
  key: Parsed<AppKey>,
  event: WorkflowEvent
): Parsed<Credential> {
  if (clientId === '' && appId === '') {
    if (!key.ok && key.problems.some(isAboutJwt)) return key
    if (key.ok && key.value.kind === 'jwt') return valid(appOfJwt(key.value))
  }
  const app = parseAppId(clientId, appId, event.repository, settingsForDependabot(event))
  const other = app.ok && key.ok && otherApp(app.value, key.value)
  if (other) return invalid(other)
  const credential = combine<Omit<AppCredential, 'kind'>>({ app, key })
  return map(credential, (value) => ({ kind: 'app', ...value }))
}

function appOfJwt(key: AppJwt): AppCredential {
  return { kind: 'app', app: { value: key.issuer, input: 'jwt' }, key }
}

function isAboutJwt(problem: Problem): boolean {
  return (
    problem.kind === 'jwt-unusable' ||
    (problem.kind === 'key-twice' && problem.inputs.includes('jwt'))
  )
}

function otherApp({ value, input }: AppId, key: AppKey): Problem | undefined {
  if (input === 'jwt' || key.kind !== 'jwt' || key.issuer === value) return undefined
  return { kind: 'jwt-of-other-app', input, id: printable(value), issuer: printable(key.issuer) }
}

/** Lets the problems with a key say that there is a fallback token, and why it is not used. */
function withFallback(key: Parsed<AppKey>, fallback: UnusedFallback): Parsed<AppKey> {
  if (key.ok || fallback === 'not-set') return key
  const [first, ...others] = key.problems
  return invalid(mentionFallback(first), ...others.map(mentionFallback))
}

function mentionFallback(problem: Problem): Problem {
  const isAboutKey =
    problem.kind === 'key-unusable' ||
    problem.kind === 'key-file-unusable' ||
    problem.kind === 'jwt-unusable'
  return isAboutKey ? { ...problem, isFallbackSet: true } : problem
}
