import { type Inputs, type Workflow, parseConfig, type Decision } from '../config/config'
import type { WorkflowEvent } from '../config/event'
import { secretIn, printable } from '../printable'
import { readSmallFile } from './read-file'
import { invalid, valid, type Parsed, combine, type LogMessage } from '../parsed'
import { textField } from '../json'
import { readPrivateKey, type PrivateKey } from '../config/private-key/read'
import { ProblemError, type KeyFileMistake } from '../problem'
import { maskable, findWrongInput, secretsInInputs } from '../config/wrong-input'
import * as log from './log'
import { settleProxy } from '../http/proxy'

/** The environment of a process. Only this folder reads it. */
export type Environment = NodeJS.ProcessEnv

/** Reads a variable; empty where it is not set. */
export function readVariable(env: Environment, name: string): string {
  return env[name] ?? ''
}

/** Reads an input as the runner passes it: `INPUT_`, upper case, dashes kept. Trimmed. */
export function readInput(env: Environment, name: string): string {
  return readVariable(env, inputVariable(name)).trim()
}

/** An input that takes a list. Blanks alone stay: that is a list that came out empty, not none. */
function readList(env: Environment, name: string): string {
  const text = readVariable(env, inputVariable(name))
  return text.trim() === '' ? text : text.trim()
}

/** Reads an input that is a secret, and removes it from the environment: nobody reads it after us. */
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
    githubApiUrl: readInput(env, 'github-api-url'),
    fallbackToken: takeSecret(env, 'fallback-token'),
    gitCredentials: readInput(env, 'git-credentials'),
    gitIdentity: readInput(env, 'git-identity')
  }
}

/** Reads what the runner says about the workflow: https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function readWorkflow(env: Environment): Workflow {
  const repository = readFact(env, 'GITHUB_REPOSITORY')
  const serverUrl = readFact(env, 'GITHUB_SERVER_URL')
  return {
    repository,
    repositoryOwner: readFact(env, 'GITHUB_REPOSITORY_OWNER'),
    apiUrl: readFact(env, 'GITHUB_API_URL'),
    serverUrl,
    event: readEvent(env, repository, serverUrl)
  }
}

/** Reads a variable that messages quote, if it makes no sense. A secret in it makes none. */
function readFact(env: Environment, name: string): string {
  const value = readVariable(env, name)
  return secretIn(value) === undefined ? value : '(not shown)'
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
const LARGEST_PAYLOAD = 32 * 1024 * 1024

function readJson(path: string): unknown {
  try {
    const file = readSmallFile(path, LARGEST_PAYLOAD)
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
    const input = /^INPUT_(PERMISSION.*)$/.exec(variable)?.[1]?.toLowerCase()
    if (input === undefined || input === 'permissions') continue
    const value = readVariable(env, variable).trim()
    if (value !== '') found.set(input, value)
  }
  return found
}

function inputVariable(name: string): string {
  return `INPUT_${name.toUpperCase()}`
}

/** No private key is anywhere near as large. */
const LARGEST = 64 * 1024

/** Reads the file that `private-key-file` names. Problem: `private-key-file`. */
export function readKeyFile(path: string): Parsed<string> {
  try {
    const file = readSmallFile(path, LARGEST)
    switch (file.kind) {
      case 'not-a-file':
        return unusable(path, { mistake: 'not-a-file' })
      case 'too-large':
        return unusable(path, { mistake: 'too-large', bytes: file.bytes })
      case 'read':
        return file.text.trim() === '' ? unusable(path, { mistake: 'empty' }) : valid(file.text)
    }
  } catch (error) {
    return unusable(path, { mistake: 'unreadable', code: textField(error, 'code') })
  }
}

function unusable(path: string, mistake: KeyFileMistake): Parsed<string> {
  return invalid({ kind: 'key-file-unusable', path: printable(path), mistake })
}

/**
 * Reads everything the step is told, once; nothing later looks at inputs or environment. Hides the
 * secrets among it before anything is said. Raises one {@link ProblemError} for all problems.
 */
export function readConfig(env: Environment): Decision {
  const key = readKey(env)
  const inputs = readInputs(env)
  log.mask(inputs.fallbackToken)
  secretsInInputs(inputs).forEach(log.mask)
  const decision = parseConfig(inputs, key, readWorkflow(env))
  const proxy = decision.ok ? proxyFor(decision.value, env) : valid([])
  if (proxy.ok) proxy.value.forEach(log.mask)
  const settled = combine<{ decision: Decision; proxy: unknown }>({ decision, proxy })
  if (!settled.ok) throw new ProblemError(settled.problems, { nothingSent: true })
  for (const message of [...settled.messages, ...unsafeTls(env)]) log.remark(message)
  return settled.value.decision
}

/** The key from either of its inputs; undefined where both are empty. */
function readKey(env: Environment): Parsed<PrivateKey> | undefined {
  const text = takeSecret(env, 'private-key')
  const path = readInput(env, 'private-key-file')
  const key = text === '' ? undefined : read(text, 'private-key')
  if (path === '') return key
  maskable(path).forEach(log.mask)
  const wrong = findWrongInput('private-key-file', path)
  if (wrong !== undefined) return invalid(wrong)
  if (key !== undefined) return invalid({ kind: 'key-twice' })
  const file = readKeyFile(path)
  return file.ok ? read(file.value, 'private-key-file') : file
}

function read(text: string, input: 'private-key' | 'private-key-file'): Parsed<PrivateKey> {
  const { secrets, result } = readPrivateKey(text, input)
  secrets.forEach(log.mask)
  return result
}

function proxyFor(decision: Decision, env: Environment): Parsed<readonly string[]> {
  return decision.source === 'app' ? settleProxy(env, decision.config.api.url) : valid([])
}

function unsafeTls(env: Environment): LogMessage[] {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return []
  return [
    {
      level: 'warning',
      message:
        'NODE_TLS_REJECT_UNAUTHORIZED is 0: whoever is on the way to GitHub can read the token. For a private certificate authority, set NODE_EXTRA_CA_CERTS instead.'
    }
  ]
}
