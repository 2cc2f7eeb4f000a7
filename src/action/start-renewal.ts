import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createFile } from '../files'
import { pathsWrittenFor } from '../git/git-file'
import { textField } from '../json'
import type { LogMessage } from '../parsed'
import { printable } from '../printable'
import { ProblemError } from '../problems/problem'
import {
  createFolder,
  filesOf,
  newFolderPath,
  removeFolder,
  type RenewalFolder
} from '../renew/folder'
import type { RenewalOrder } from '../renew/order'
import { identify, killProcess } from '../renew/process-identity'
import { lifeOf, renewalDelay } from '../renew/schedule'
import { notStarted, startRenewer } from '../renew/start'
import type { CreatedToken } from '../tokens/create'
import { readVariable, type Environment } from './inputs'
import type { Work } from './work'
import type { PostState } from './state'

/**
 * Creates the folder of a renewal before there is a token. Raises {@link ProblemError} with `no-runner`
 * or `renewal-not-started`.
 */
export function prepareRenewal(state: PostState, env: Environment): RenewalFolder {
  const temp = readVariable(env, 'RUNNER_TEMP')
  if (temp === '') {
    const problem = { kind: 'no-runner', missing: ['RUNNER_TEMP'], need: 'renewal' } as const
    throw new ProblemError([problem], { nothingSent: true })
  }
  const renewal = { folder: newFolderPath(temp), secret: randomBytes(32).toString('base64') }
  // Post must know the folder before it exists.
  state.setRenewal({ ...renewal, process: undefined })
  writeOrFail(() => {
    createFolder(renewal.folder)
  })
  return renewal
}

/**
 * Ends the renewal and removes its folder if the step fails. It has renewed nothing yet. Never fails: post
 * tries again.
 */
export function discardRenewal({ folder }: RenewalFolder, state: PostState): void {
  try {
    state.killRenewer(killProcess)
    removeFolder(folder)
  } catch {
    // Post tries again, and warns if it cannot.
  }
}

/** A token that is to be renewed. */
export interface TokenToRenew {
  readonly created: CreatedToken
  /** Git's file; undefined if git uses no token of this step. */
  readonly gitFile: string | undefined
}

/** A renewal that has begun. */
export interface StartedRenewal {
  /** For the output `token-file`. */
  readonly tokenFile: string
  /** After how many milliseconds it is renewed. */
  readonly delay: number
  readonly messages: readonly LogMessage[]
}

/**
 * Writes the token to its file, and starts what renews it. Raises {@link ProblemError} with
 * `renewal-not-started`, `state-too-large` or `runner-file-unwritable`, and `InterruptedError`.
 */
export async function startRenewal(
  renewal: RenewalFolder,
  { created, gitFile }: TokenToRenew,
  { config, credential, source, cancelled }: Work,
  state: PostState,
  env: Environment
): Promise<StartedRenewal> {
  const tokenFile = writeTokenFile(renewal, created.token)
  const { token, expiresAt, grant, request, isForeign = false } = created
  const life = lifeOf(expiresAt, source.app?.now() ?? Date.now())
  const order: RenewalOrder = {
    ...renewal,
    credential,
    request,
    apiUrl: config.api.url,
    first: { token, expiresAt, life, grant, isForeign },
    git: gitFile === undefined ? undefined : { file: gitFile, written: pathsWrittenFor(gitFile) },
    runner: identify(process.ppid)
  }
  const [, script = ''] = process.argv
  try {
    await startRenewer(order, {
      program: join(dirname(dirname(script)), 'renewer', 'index.js'),
      certificateFlags: certificateFlags(env),
      env: environmentOf(env),
      cancelled,
      save: (renewer) => {
        state.setRenewal({ ...renewal, process: renewer })
      }
    })
  } catch (error) {
    // It is killed, and has created nothing: post must not wait for it.
    state.setRenewal({ ...renewal, process: undefined })
    throw error
  }
  return { tokenFile, delay: renewalDelay(life), messages: messagesOn(order, env) }
}

/** Writes the token to its file, and returns the file. Problem: `renewal-not-started`. */
export function writeTokenFile({ folder }: RenewalFolder, token: string): string {
  const { token: path } = filesOf(folder)
  writeOrFail(() => {
    createFile(path, token)
  })
  return path
}

function writeOrFail(write: () => void): void {
  try {
    write()
  } catch (error) {
    throw notStarted({ is: 'folder-unwritable', code: printable(textField(error, 'code')) })
  }
}

/**
 * The variables that the renewer gets: what leads it to GitHub in the way that main went, and what lets
 * the runner end it. No other, and no input or secret of the job.
 */
const PASSED_ON: ReadonlySet<string> = new Set([
  'RUNNER_TRACKING_ID',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_USE_SYSTEM_CA',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  // Without it, Node has no network on Windows.
  'SYSTEMROOT',
  'TZ'
])

/** Those that are paths. The renewer works in another folder than main, so they must be absolute. */
const PATHS: ReadonlySet<string> = new Set(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'])

function environmentOf(env: Environment): Record<string, string> {
  const passed = Object.entries(env as Record<string, string>)
    .filter(([name, value]) => PASSED_ON.has(name.toUpperCase()) && value !== '')
    .map(([name, value]) => [name, PATHS.has(name) ? resolve(value) : value] as const)
  return Object.fromEntries(passed)
}

/** `NODE_OPTIONS` is not passed on, except for these. */
const CERTIFICATE_FLAGS = ['--use-openssl-ca', '--use-system-ca', '--use-bundled-ca']

function certificateFlags(env: Environment): string[] {
  const words = readVariable(env, 'NODE_OPTIONS').split(/\s+/)
  return CERTIFICATE_FLAGS.filter((flag) => words.includes(flag))
}

/** Events that can run in a repository with secrets although somebody else has caused them. */
const EVENTS_OF_OTHERS: ReadonlySet<string> = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment'
])

function messagesOn({ credential, request, runner }: RenewalOrder, env: Environment): LogMessage[] {
  const messages: LogMessage[] = []
  const event = readVariable(env, 'GITHUB_EVENT_NAME')
  if (EVENTS_OF_OTHERS.has(event)) {
    messages.push({
      level: 'warning',
      message: `renew: people outside the repository can start this run (${event}). If the job runs code of theirs, that code can read the key in the memory of the process that renews. Then remove \`renew\`.`
    })
  }
  if (credential.kind === 'app' && credential.key.kind === 'pem' && isMemoryReadable()) {
    messages.push({
      level: 'warning',
      message:
        "renew: on this runner, each process of the job's user can read the memory of the others (ptrace_scope is 0 or missing), and so the key. Do not run code that you do not trust in this job, or set kernel.yama.ptrace_scope to 1."
    })
  }
  if (credential.kind === 'app' && request.requestedPermissions.kind !== 'listed') {
    messages.push({
      level: 'warning',
      message:
        'renew: the step does not name its permissions. If somebody gives the App more while the job runs, renewed tokens are refused. Name them with `permissions` or `permission-*`.'
    })
  }
  if (runner === undefined) {
    messages.push({
      level: 'notice',
      message:
        'renew: the process that renews does not see the runner, as in a job container. If the runner dies without a post step, tokens are renewed until 6 hours after this step.'
    })
  }
  return messages
}

/** Whether a process can read the memory of others of the same user. Only Linux says it. */
function isMemoryReadable(): boolean {
  if (process.platform !== 'linux') return false
  try {
    return readFileSync('/proc/sys/kernel/yama/ptrace_scope', 'utf8').trim() === '0'
  } catch {
    return true
  }
}
