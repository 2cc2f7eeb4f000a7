import { parseApiUrl, type Api } from './api-url'
import { parseAppId, type AppId } from './app-id'
import { missingKey, secretlessRun, type SecretlessRun, type WorkflowEvent } from './event'
import { combine, invalid, invalidIfAny, map, type Parsed } from '../parsed'
import type { UnusedFallback } from '../problem'
import { parseRights } from './parse-permissions'
import type { Rights } from './permissions'
import type { PrivateKey } from './private-key/read'
import { parseBoolean, parseGit, type GitSettings } from './switches'
import { parseTargets, type Targets } from './targets'
import { findWrongInputs, refuseWrongInputs } from './wrong-input'

/** What the step does, by its inputs and the event. */
export type Decision =
  { readonly source: 'app'; readonly config: Config } | ({ readonly source: 'fallback' } & Fallback)

/** The token that is output instead of the App's. */
export interface Fallback {
  readonly token: string
  readonly because: SecretlessRun
  readonly git: GitSettings
  readonly api: Api
  /** The workflow's own repository. */
  readonly repository: string
}

/** Everything the workflow wants of the App. */
export interface Config {
  readonly app: AppId
  readonly key: PrivateKey
  readonly targets: Targets
  readonly rights: Rights
  readonly api: Api
  /** Whether the tokens outlive the job. */
  readonly keepToken: boolean
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
  readonly githubApiUrl: string
  /** What to output if GitHub gives the run no secrets; empty for nothing. */
  readonly fallbackToken: string
  readonly gitCredentials: string
  readonly gitIdentity: string
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
 * Decides what the step does, or collects every problem with its inputs. The fallback token is used
 * only if the event proves that GitHub gives the run no secrets, the key is empty and the API is the
 * workflow's own: a misspelt secret stays an error.
 *
 * @param key the private key as it was read; undefined if the inputs for it are empty
 */
export function parseConfig(
  inputs: Inputs,
  key: Parsed<PrivateKey> | undefined,
  workflow: Workflow
): Parsed<Decision> {
  const wrong = findWrongInputs(inputs)
  const unless = <T>(names: readonly string[], parse: () => Parsed<T>): Parsed<T> =>
    refuseWrongInputs<T>(wrong, names) ?? parse()
  const api = unless(['github-api-url'], () => parseApiUrl(inputs.githubApiUrl, workflow))
  const webHosts = api.ok ? api.value.webHosts : []
  const settings = {
    targets: unless(TARGET_INPUTS, () => parseTargets(inputs, { ...workflow, webHosts })),
    rights: unless(['permissions', ...inputs.permissionInputs.keys()], () =>
      parseRights(inputs.permissions, inputs.permissionInputs)
    ),
    api,
    keepToken: unless(['skip-token-revoke'], () =>
      parseBoolean('skip-token-revoke', inputs.skipTokenRevoke)
    ),
    git: unless(['git-credentials', 'git-identity'], () => parseGit(inputs))
  }
  const because = key === undefined ? secretlessRun(workflow.event) : undefined
  const token = inputs.fallbackToken
  if (because !== undefined && token !== '' && api.ok && api.value.isOwn) {
    const { repository } = workflow
    return map(combine<Settings>(settings), (value) => ({
      source: 'fallback',
      token,
      because,
      repository,
      git: value.git,
      api: value.api
    }))
  }
  const isForeign = api.ok && !api.value.isOwn
  const fallback = token === '' ? 'not-set' : isForeign ? 'foreign' : 'set'
  const given = credentials(inputs, key, workflow.event, fallback)
  const config = combine<Config>({ ...given, ...settings })
  return map(config, (value) => ({ source: 'app', config: value }))
}

/** The inputs that say together what the token is for. */
const TARGET_INPUTS = ['owner', 'repositories', 'repository-ids', 'installation-id', 'enterprise']

/** What the inputs say beside the App and its key. */
type Settings = Omit<Config, 'app' | 'key'>

interface Credentials {
  readonly app: Parsed<AppId>
  readonly key: Parsed<PrivateKey>
}

function credentials(
  inputs: Inputs,
  key: Parsed<PrivateKey> | undefined,
  event: WorkflowEvent,
  fallback: UnusedFallback
): Credentials {
  const app = parseAppId(inputs.clientId, inputs.appId, event.repository)
  if (key !== undefined) return { app, key: fallback === 'not-set' ? key : withFallback(key) }
  const missing = missingKey(event, fallback)
  const isBothEmpty = inputs.clientId === '' && inputs.appId === ''
  // If the event explains why all secrets are empty, a second explanation would only confuse.
  if (isBothEmpty && secretlessRun(event) !== undefined) {
    return { app: invalid(missing), key: invalid(missing) }
  }
  return { app, key: invalid(missing) }
}

/** Lets the problems with a key say that there is a fallback token, and why it is not used. */
function withFallback(key: Parsed<PrivateKey>): Parsed<PrivateKey> {
  if (key.ok) return key
  const problems = key.problems.map((problem) =>
    problem.kind === 'key-unusable' || problem.kind === 'key-file-unusable'
      ? { ...problem, isFallbackSet: true }
      : problem
  )
  return invalidIfAny<PrivateKey>(problems) ?? key
}
