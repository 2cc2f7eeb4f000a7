import { combine, invalid, invalidIfAny, map, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { CredentialInput, UnusedFallback } from '../problems/credential-problem'
import type { Problem } from '../problems/problem'
import type { Api } from './api-url'
import { parseAppId, type AppId } from './app-id'
import type { AppJwt } from './app-jwt'
import type { AppKey } from './app-key'
import {
  isInFork,
  missingKey,
  secretlessRun,
  settingsForDependabot,
  type FallbackReason,
  type WorkflowEvent
} from './event'
import type { Inputs, Workflow } from './step-inputs'
import type { Targets } from './targets'
import type { TokenServiceCredential } from './token-service'
import { tokenServiceConflicts, type OtherValues } from './token-service-conflicts'

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

/** What the inputs for a key, a login and a token service say. */
export interface GivenCredential {
  /** The inputs that are set, of those of which only one may be set. */
  readonly inputs: readonly CredentialInput[]
  /** What they name; undefined if all of them are empty. */
  readonly parsed: Parsed<AppKey | TokenServiceCredential> | undefined
}

/** What the choice of a credential depends on, besides the credential itself. */
interface Circumstances {
  readonly inputs: Inputs
  readonly workflow: Workflow
  readonly api: Parsed<Api>
  readonly targets: Parsed<Targets>
}

/**
 * Decides what the token comes from. The fallback token is used only if the API is the workflow's own,
 * and either the event proves that GitHub gives the run no secrets and the credential is missing, or no
 * input for a credential is set: a misspelt secret stays an error.
 */
export function chooseCredential(
  given: GivenCredential,
  circumstances: Circumstances
): Parsed<Credential> {
  const { inputs, workflow, api } = circumstances
  const { event, repository } = workflow
  const { clientId, appId, fallbackToken: token } = inputs
  const reason = fallbackReason(given, inputs, event)
  if (reason !== undefined && token !== '' && api.ok && api.value.isOwn) {
    return valid({ kind: 'fallback', token, reason, repository })
  }
  const fallback = whyUnused(token, api)
  if (given.parsed !== undefined) {
    return checkBesideOthers(mentionFallback(given.parsed, fallback), circumstances)
  }
  // If the event explains why all secrets are empty, a second explanation would only confuse.
  const isExplained =
    (reason?.kind === 'no-secrets' || isInFork(event)) && clientId === '' && appId === ''
  const missing = invalid<never>(missingKey(event, fallback, isExplained))
  return isExplained ? missing : appCredential(inputs, missing, event)
}

/** Why the fallback token would be used, if there is one. */
function fallbackReason(
  given: GivenCredential,
  { clientId, appId }: Inputs,
  event: WorkflowEvent
): FallbackReason | undefined {
  const missing = missingPart(given)
  if (missing === undefined) return undefined
  const run = secretlessRun(event)
  if (run !== undefined) return { kind: 'no-secrets', run, missing }
  const isNothingSet = clientId === '' && appId === '' && given.inputs.length === 0
  return isNothingSet ? { kind: 'nothing-set' } : undefined
}

/** What the credential lacks; undefined if it is there, or wrong in another way. */
function missingPart({
  inputs,
  parsed
}: GivenCredential):
  Extract<FallbackReason, { readonly kind: 'no-secrets' }>['missing'] | undefined {
  if (parsed === undefined) return 'private-key'
  if (parsed.ok || parsed.problems.length > 1) return undefined
  const [{ kind }] = parsed.problems
  if (kind === 'oidc-not-available') return 'oidc-token'
  if (inputs.length > 0) return undefined
  if (kind === 'login-without-key') return 'kms-key'
  return kind === 'token-service-incomplete' ? 'token-service' : undefined
}

function whyUnused(token: string, api: Parsed<Api>): UnusedFallback {
  if (token === '') return 'not-set'
  return api.ok && !api.value.isOwn ? 'other-github' : 'set'
}

/** Lets the problems with a credential say that there is a fallback token. */
function mentionFallback<T>(parsed: Parsed<T>, fallback: UnusedFallback): Parsed<T> {
  if (parsed.ok || fallback === 'not-set') return parsed
  const [first, ...others] = parsed.problems
  return invalid(withFallback(first), ...others.map(withFallback))
}

function withFallback(problem: Problem): Problem {
  const isAboutKey =
    problem.kind === 'key-unusable' ||
    problem.kind === 'key-file-unusable' ||
    problem.kind === 'jwt-unusable' ||
    problem.kind === 'oidc-not-available'
  return isAboutKey ? { ...problem, isFallbackSet: true } : problem
}

function checkBesideOthers(
  parsed: Parsed<AppKey | TokenServiceCredential>,
  { inputs, workflow: { event }, targets }: Circumstances
): Parsed<Credential> {
  if (!parsed.ok) {
    const isForService = inputs.tokenService + inputs.trustPolicy !== ''
    return isForService
      ? tokenServiceCredential(inputs, parsed, targets)
      : appCredential(inputs, parsed, event)
  }
  const { value, messages } = parsed
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
  const beside = tokenServiceConflicts(others, targets.ok ? targets.value : undefined)
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
