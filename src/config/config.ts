import { parseApiUrl, type Api } from './api-url'
import type { AppJwt } from './app-jwt'
import type { AppKey } from './app-key'
import type { KeyServiceInputs } from './key-service/facts'
import type { TokenServiceCredential } from './token-service'
import { problemsBesideService, type OtherValues } from './token-service-scope'
import { parseAppId, type AppId } from './app-id'
import {
  isInFork,
  missingKey,
  secretlessRun,
  settingsForDependabot,
  type FallbackReason,
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
export type Credential = AppCredential | TokenServiceCredential | FallbackCredential

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
  readonly reason: FallbackReason
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
  readonly tokenService: string
  readonly trustPolicy: string
}

/** What the inputs for a key or a token service name. */
export type GivenCredential = AppKey | TokenServiceCredential

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
 * only if the API is the workflow's own, and either the event proves that GitHub gives the run no secrets
 * and the credential is missing, or no input for a credential is set: a misspelt secret stays an error.
 *
 * @param given the App's key or the token service as it was read; undefined if all inputs for it are
 *   empty
 */
export function parseConfig(
  inputs: Inputs,
  given: Parsed<GivenCredential> | undefined,
  workflow: Workflow
): Parsed<Config> {
  const wrong = findMisplacedSecrets(inputs)
  const unless = <T>(names: readonly string[], parse: () => Parsed<T>): Parsed<T> =>
    refuseMisplacedSecrets<T>(wrong, names) ?? parse()
  const api = unless(['github-api-url'], () => parseApiUrl(inputs.githubApiUrl, workflow))
  const webHosts = api.ok ? api.value.webHosts : []
  const targets = unless(TARGET_INPUTS, () => parseTargets(inputs, { ...workflow, webHosts }))
  const settings = {
    credential: chooseCredential(inputs, given, workflow, { api, targets }),
    targets,
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

/** What is read of the other inputs. */
interface Others {
  readonly api: Parsed<Api>
  readonly targets: Parsed<Targets>
}

function chooseCredential(
  inputs: Inputs,
  given: Parsed<GivenCredential> | undefined,
  { event, repository }: Workflow,
  { api, targets }: Others
): Parsed<Credential> {
  const { clientId, appId, fallbackToken: token } = inputs
  const reason = fallbackReason(inputs, given, event)
  if (reason !== undefined && token !== '' && api.ok && api.value.isOwn) {
    return valid({ kind: 'fallback', token, reason, repository })
  }
  const fallback = token === '' ? 'not-set' : whyUnused(api)
  if (given !== undefined) {
    return credentialFrom(withFallback(given, fallback), inputs, event, targets)
  }
  // If the event explains why all secrets are empty, a second explanation would only confuse.
  const isExplained =
    (reason?.kind === 'no-secrets' || isInFork(event)) && clientId === '' && appId === ''
  const missing = invalid<never>(missingKey(event, fallback, isExplained))
  return isExplained ? missing : appCredential(inputs, missing, event)
}

/** Why the fallback token would be used, if there is one. */
function fallbackReason(
  inputs: Inputs,
  given: Parsed<GivenCredential> | undefined,
  event: WorkflowEvent
): FallbackReason | undefined {
  const missing = missingPart(given)
  if (missing === undefined) return undefined
  const run = secretlessRun(event)
  if (run !== undefined) return { kind: 'no-secrets', run, missing }
  const { clientId, appId, tokenService, keyService } = inputs
  const isNothingSet = clientId + appId + tokenService + keyService['kms-key'] === ''
  return isNothingSet ? { kind: 'nothing-set' } : undefined
}

/** What the credential lacks; undefined if it is there, or wrong in another way. */
function missingPart(
  given: Parsed<GivenCredential> | undefined
): Extract<FallbackReason, { readonly kind: 'no-secrets' }>['missing'] | undefined {
  if (given === undefined) return 'private-key'
  if (given.ok || given.problems.length > 1) return undefined
  const [problem] = given.problems
  if (problem.kind === 'oidc-not-available') return 'oidc-token'
  const isAlone = !('isKeySet' in problem && problem.isKeySet)
  if (problem.kind === 'login-without-key') return isAlone ? 'kms-key' : undefined
  if (problem.kind !== 'token-service-incomplete') return undefined
  return isAlone && problem.missing === 'token-service' ? 'token-service' : undefined
}

function whyUnused(api: Parsed<Api>): UnusedFallback {
  return api.ok && !api.value.isOwn ? 'foreign' : 'set'
}

/** The credential that the inputs for a key or a token service name, checked beside the other inputs. */
function credentialFrom(
  given: Parsed<GivenCredential>,
  inputs: Inputs,
  event: WorkflowEvent,
  targets: Parsed<Targets>
): Parsed<Credential> {
  if (!given.ok) {
    const isForService = inputs.tokenService + inputs.trustPolicy !== ''
    return isForService
      ? tokenServiceCredential(inputs, given, targets)
      : appCredential(inputs, given, event)
  }
  const { value, messages } = given
  return value.kind === 'token-service'
    ? tokenServiceCredential(inputs, valid(value, messages), targets)
    : appCredential(inputs, valid(value, messages), event)
}

/** A token service, if it can create what the workflow asks for. */
function tokenServiceCredential(
  inputs: Inputs,
  service: Parsed<TokenServiceCredential>,
  targets: Parsed<Targets>
): Parsed<Credential> {
  const others: OtherValues = new Map([
    ['client-id', inputs.clientId],
    ['app-id', inputs.appId],
    ['repository-ids', inputs.repositoryIds],
    ['installation-id', inputs.installationId],
    ['enterprise', inputs.enterprise],
    ['permissions', inputs.permissions],
    ...inputs.permissionInputs
  ])
  const beside = problemsBesideService(others, targets.ok ? targets.value : undefined)
  const fits = invalidIfAny<true>(beside) ?? valid(true)
  return map(combine<{ service: TokenServiceCredential; fits: true }>({ service, fits }), (all) => {
    return all.service
  })
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

/** Lets the problems with a credential say that there is a fallback token, and why it is not used. */
function withFallback(
  given: Parsed<GivenCredential>,
  fallback: UnusedFallback
): Parsed<GivenCredential> {
  if (given.ok || fallback === 'not-set') return given
  const [first, ...others] = given.problems
  return invalid(mentionFallback(first), ...others.map(mentionFallback))
}

function mentionFallback(problem: Problem): Problem {
  const isAboutKey =
    problem.kind === 'key-unusable' ||
    problem.kind === 'key-file-unusable' ||
    problem.kind === 'jwt-unusable' ||
    problem.kind === 'oidc-not-available'
  return isAboutKey ? { ...problem, isFallbackSet: true } : problem
}
