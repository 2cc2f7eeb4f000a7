import type { Inputs, Workflow } from '../config/step-inputs'
import type { OwnGitHub } from '../config/api-url'
import type { WorkflowEvent } from '../config/event'
import {
  KEY_SERVICE_INPUTS,
  KEY_SERVICE_VARIABLES,
  type KeyServiceInputs,
  type KeyServiceVariables
} from '../config/key-service/facts'
import { isForPermissions, isReadInput } from '../config/input-names'
import { secretKindIn } from '../secret-text'
import { readGivenFile } from './read-file'

/** The environment of a process. Outside this folder, only `git/` and `http/proxy.ts` get it. */
export type Environment = NodeJS.ProcessEnv

/** Reads a variable; empty if it is not set. */
export function readVariable(env: Environment, name: string): string {
  return env[name] ?? ''
}

/** Reads an input as the runner passes it: `INPUT_`, upper case, dashes kept. Trimmed. */
export function readInput(env: Environment, name: string): string {
  return readVariable(env, inputVariable(name)).trim()
}

/** Reads a list. A value of blanks only is kept: it is a list without items, not an input that is not set. */
function readList(env: Environment, name: string): string {
  const text = readVariable(env, inputVariable(name))
  return text.trim() === '' ? text : text.trim()
}

/** Reads an input that is a secret, and removes it from the environment, so that no later code can read it. */
export function takeSecret(env: Environment, name: string): string {
  const value = readInput(env, name)
  // Assigning undefined would leave the text "undefined" behind.
  Reflect.deleteProperty(env, inputVariable(name))
  return value
}

/** Reads the inputs of the step. */
export function readInputs(env: Environment): Inputs {
  return {
    clientId: readInput(env, 'client-id'),
    appId: readInput(env, 'app-id'),
    owner: readInput(env, 'owner'),
    repositories: readList(env, 'repositories'),
    repositoryIds: readList(env, 'repository-ids'),
    installationId: readInput(env, 'installation-id'),
    enterprise: readInput(env, 'enterprise'),
    permissions: readList(env, 'permissions'),
    permissionInputs: permissionInputs(env),
    skipTokenRevoke: readInput(env, 'skip-token-revoke'),
    renew: readInput(env, 'renew'),
    githubApiUrl: readInput(env, 'github-api-url'),
    fallbackToken: takeSecret(env, 'fallback-token'),
    gitCredentials: readInput(env, 'git-credentials'),
    gitIdentity: readInput(env, 'git-identity'),
    keyService: readKeyServiceInputs(env),
    tokenService: readInput(env, 'token-service'),
    trustPolicy: readInput(env, 'trust-policy')
  }
}

/** Reads the inputs for a key in a key service. */
function readKeyServiceInputs(env: Environment): KeyServiceInputs {
  const values = KEY_SERVICE_INPUTS.map((name) => [name, readInput(env, name)])
  return Object.fromEntries(values) as KeyServiceInputs
}

/** Reads the variables that count for a login to a key service. */
export function readKeyServiceVariables(env: Environment): KeyServiceVariables {
  const values = KEY_SERVICE_VARIABLES.map((name) => [name, readVariable(env, name).trim()])
  return Object.fromEntries(values) as KeyServiceVariables
}

/**
 * Every input that the workflow sets, by lower-case name: the runner also passes on those that
 * action.yml does not have.
 */
export function readAllInputs(env: Environment): Map<string, string> {
  const found = new Map<string, string>()
  for (const variable of Object.keys(env)) {
    const name = /^INPUT_(.+)$/.exec(variable.toUpperCase())?.[1]?.toLowerCase()
    if (name !== undefined) found.set(name, readVariable(env, variable).trim())
  }
  return found
}

/** The files of the runner that are missing, by variable: without a runner, all of them. */
export function missingRunnerFiles(env: Environment): string[] {
  return ['GITHUB_OUTPUT', 'GITHUB_STATE'].filter((name) => readVariable(env, name) === '')
}

/** Reads the addresses of the GitHub that runs the workflow. */
export function readOwnGitHub(env: Environment): OwnGitHub {
  return {
    apiUrl: readFact(env, 'GITHUB_API_URL'),
    serverUrl: readFact(env, 'GITHUB_SERVER_URL')
  }
}

/** Whether the workflow sets an input that this action does not read. */
export function hasOtherInputs(env: Environment): boolean {
  return [...readAllInputs(env)].some(([name, value]) => value !== '' && !isReadInput(name, value))
}

/** Reads what the runner says about the workflow: https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function readWorkflow(env: Environment): Workflow {
  const repository = readFact(env, 'GITHUB_REPOSITORY')
  const own = readOwnGitHub(env)
  return {
    repository,
    repositoryOwner: readFact(env, 'GITHUB_REPOSITORY_OWNER'),
    ...own,
    event: readEvent(env, repository, own.serverUrl)
  }
}

/**
 * Reads a variable that a message quotes if its value is not valid. A value that looks like a secret
 * becomes `(not shown)`, which is not valid either.
 */
function readFact(env: Environment, name: string): string {
  const value = readVariable(env, name)
  return secretKindIn(value) === undefined ? value : '(not shown)'
}

function readEvent(env: Environment, repository: string, serverUrl: string): WorkflowEvent {
  let payload: unknown
  return {
    name: readFact(env, 'GITHUB_EVENT_NAME'),
    actor: readVariable(env, 'GITHUB_ACTOR'),
    repository,
    webUrl: serverUrl.replace(/\/$/, ''),
    // A payload can be large; most steps never look at it.
    get payload(): unknown {
      payload ??= readJson(readVariable(env, 'GITHUB_EVENT_PATH'))
      return payload
    }
  }
}

/** GitHub sends no payload of more than 25 MB. */
const MAX_PAYLOAD_BYTES = 32 * 1024 * 1024

function readJson(path: string): unknown {
  try {
    const file = readGivenFile(path, MAX_PAYLOAD_BYTES)
    return file.kind === 'read' ? (JSON.parse(file.text) as unknown) : undefined
  } catch {
    return undefined
  }
}

function permissionInputs(env: Environment): Map<string, string> {
  const found = new Map<string, string>()
  for (const name of Object.keys(env)) {
    // In upper case, as the runner sets them: another spelling comes from somebody else. On Windows
    // it is the same variable, which keeps the other's spelling, and finds the runner's value.
    const variable = name.toUpperCase()
    const input = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase()
    if (input === undefined) continue
    const value = readVariable(env, variable).trim()
    if (isForPermissions(input, value)) found.set(input, value)
  }
  return found
}

function inputVariable(name: string): string {
  return `INPUT_${name.toUpperCase()}`
}
