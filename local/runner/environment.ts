/** The environment that a runner gives to a step. */
import { platform } from 'node:os'

/** What a step can find out about its run. Everything has a default. */
export interface RunFacts {
  /** The workflow's own repository, `owner/name`. */
  readonly repository?: string
  readonly apiUrl?: string
  readonly serverUrl?: string
  readonly eventName?: string
  /** The event's payload; default: a push to a public repository. */
  readonly event?: unknown
  readonly actor?: string
  /** As in `uses: owner/name@ref`; both empty for `uses: ./`. */
  readonly actionRepository?: string
  readonly actionRef?: string
}

/** The folders of a job. */
export interface Folders {
  readonly temp: string
  readonly home: string
  readonly workspace: string
  readonly toolCache: string
}

const commit = '5f3c2a1e9b8d7c6a5f4e3d2c1b0a99887766554e'

/** The payload of a push to a public repository, with the fields that actions read. */
export function pushEvent(repository: string): unknown {
  const [owner = '', name = ''] = repository.split('/')
  return {
    ref: 'refs/heads/main',
    after: commit,
    repository: {
      id: 1296269,
      name,
      full_name: repository,
      private: false,
      visibility: 'public',
      fork: false,
      owner: { login: owner },
      html_url: `https://github.com/${repository}`
    },
    sender: { login: 'octocat' }
  }
}

/** The `github` context, with the fields that are also in a step's environment. */
export function githubContext(
  facts: RunFacts,
  folders: Folders,
  eventPath: string
): Record<string, string> {
  const repository = facts.repository ?? 'octo-org/hello'
  const apiUrl = facts.apiUrl ?? 'https://api.github.com'
  return {
    action: '__self',
    action_ref: facts.actionRef ?? '',
    action_repository: facts.actionRepository ?? '',
    actor: facts.actor ?? 'octocat',
    actor_id: '583231',
    api_url: apiUrl,
    base_ref: '',
    event_name: facts.eventName ?? 'push',
    event_path: eventPath,
    graphql_url: `${apiUrl.replace(/\/v3$/, '')}/graphql`,
    head_ref: '',
    job: 'build',
    ref: 'refs/heads/main',
    ref_name: 'main',
    ref_type: 'branch',
    repository,
    repository_owner: repository.split('/')[0] ?? '',
    run_attempt: '1',
    run_id: '1658821493',
    run_number: '3',
    server_url: facts.serverUrl ?? 'https://github.com',
    sha: commit,
    triggering_actor: facts.actor ?? 'octocat',
    workflow: 'CI',
    workspace: folders.workspace
  }
}

const systems: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'macOS' }

/** The variables of a runner's machine, before the workflow adds any. */
export function machineVariables(folders: Folders): Record<string, string> {
  return {
    CI: 'true',
    HOME: folders.home,
    ...(platform() === 'win32' ? windowsVariables(folders) : {})
  }
}

/** The variables that a workflow cannot change: the runner's own and the `github` context. */
export function stepVariables(
  github: Readonly<Record<string, string>>,
  folders: Folders
): Record<string, string> {
  const variables: Record<string, string> = {
    GITHUB_ACTIONS: 'true',
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: systems[platform()] ?? 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.toolCache
  }
  for (const [name, value] of Object.entries(github)) {
    variables[`GITHUB_${name.toUpperCase()}`] = value
  }
  return variables
}

/** Without these, most programs do not start on Windows. */
function windowsVariables(folders: Folders): Record<string, string> {
  const root = process.env['SystemRoot'] ?? 'C:\\Windows'
  return { SystemRoot: root, USERPROFILE: folders.home, TEMP: folders.temp, TMP: folders.temp }
}

/** Environment variables by name; `undefined` removes one. */
export type Variables = Readonly<Record<string, string | undefined>>

/**
 * Merges variables. Later ones win. On Windows, letter case does not matter, and a name keeps its first
 * spelling, even if the runner sets it last: https://github.com/actions/runner (ActionRunner.cs, Handler.cs).
 */
export function mergeVariables(
  layers: readonly Variables[],
  platform: NodeJS.Platform = process.platform
): Record<string, string> {
  const merged = new Map<string, { readonly name: string; readonly value: string | undefined }>()
  for (const [name, value] of layers.flatMap((layer) => Object.entries(layer))) {
    const key = platform === 'win32' ? name.toUpperCase() : name
    merged.set(key, { name: merged.get(key)?.name ?? name, value })
  }
  const all = [...merged.values()].map(({ name, value }) => [name, value] as const)
  return Object.fromEntries(
    all.filter((entry): entry is readonly [string, string] => entry[1] !== undefined)
  )
}

/** The variables that are to be removed. */
export function removedVariables(variables: Variables): Variables {
  const names = Object.keys(variables).filter((name) => variables[name] === undefined)
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

/** A variable of this process; undefined if it is empty, too. */
export function ownVariable(name: string): string | undefined {
  const value = process.env[name]
  return value === '' ? undefined : value
}
