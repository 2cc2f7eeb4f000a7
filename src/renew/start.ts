import { spawn, type ChildProcess } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, parse } from 'node:path'
import { InterruptedError } from '../http/errors'
import { textField } from '../json'
import { ProblemError } from '../problems/problem'
import type { NotStarted } from '../problems/renewal-problem'
import type { RenewalOrder } from './order'
import { identify, statPath, type ProcessIdentity } from './process-identity'

/** How to start the renewer. */
export interface StartOptions {
  /** The path of its program, `dist/renewer/index.js`. */
  readonly program: string
  /** Flags of Node that say which certificates are trusted. */
  readonly certificateFlags: readonly string[]
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string>>
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal
  /** Called as soon as the process exists, before it gets the order; undefined if it ended already. */
  readonly save: (renewer: ProcessIdentity | undefined) => void
}

/** How long the renewer may take to say that it is ready, in milliseconds. */
const READY_TIMEOUT_MS = 10_000

/**
 * Starts the renewer, which outlives this process. If that fails, kills it: until it is ready, it
 * creates nothing. Raises `InterruptedError`, what `save` raises, and {@link ProblemError} with
 * `renewal-not-started`.
 */
export async function startRenewer(order: RenewalOrder, options: StartOptions): Promise<void> {
  const child = spawnRenewer(order, options)
  try {
    const failed = failureOf(child)
    // If `save` fails, nobody waits for it.
    failed.catch(ignore)
    if (child.pid !== undefined) {
      options.save(identify(child.pid))
      // If it ended already, it cannot read: its end says why.
      child.stdin?.on('error', ignore)
      child.stdin?.end(JSON.stringify(order))
    }
    await Promise.race([failed, waitUntilReady(child, options.cancelled)])
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  } finally {
    // If too many files are open, Node makes no streams.
    child.stdin?.destroy()
    child.stdout?.destroy()
    child.unref()
  }
}

/** Another error says what is wrong. */
function ignore(): void {
  // Nothing.
}

/** Node raises some errors, and reports others later. Raises what {@link startRenewer} raises. */
function spawnRenewer(
  order: RenewalOrder,
  { program, env, certificateFlags }: StartOptions
): ChildProcess {
  try {
    // Node looks up the real path of its program, and may not read a link on the way.
    const real = realpathSync(program)
    return spawn(process.execPath, [...certificateFlags, ...flagsFor(order, real), real], {
      env,
      // The folder of the step could then not be removed on Windows.
      cwd: parse(real).root,
      // Windows ends other children together with their parent.
      detached: true,
      // The runner would wait for the end of a process that has the streams of the step.
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true
    })
  } catch (error) {
    throw notRunning(error)
  }
}

/**
 * What Node is started with. Without the first flag, any process of the user could switch on the
 * debugger, and read the key. The rights stop our own packages from touching other files: they limit
 * neither the network nor what links lead to.
 *
 * @param program its real path
 */
function flagsFor({ folder, git, runner }: RenewalOrder, program: string): string[] {
  const writes = [folder, ...(git?.written ?? [])]
  const reads = [
    dirname(program),
    ...writes,
    ...(runner === undefined ? [] : [statPath(runner.pid)])
  ]
  return [
    '--disable-sigusr1',
    '--permission',
    ...reads.map((path) => `--allow-fs-read=${path}`),
    ...writes.map((path) => `--allow-fs-write=${path}`)
  ]
}

/** Rejects if the process cannot be started, or ends. */
async function failureOf(child: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    child.once('error', (error) => {
      reject(notRunning(error))
    })
    child.once('exit', (code, signal) => {
      reject(notStarted({ is: 'ended', status: String(code ?? signal) }))
    })
  })
}

async function waitUntilReady(
  { stdout }: Pick<ChildProcess, 'stdout'>,
  cancelled: AbortSignal
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(notStarted({ is: 'no-answer', seconds: READY_TIMEOUT_MS / 1000 }))
    }, READY_TIMEOUT_MS)
    const stop = (): void => {
      clearTimeout(timer)
      reject(new InterruptedError())
    }
    cancelled.addEventListener('abort', stop, { once: true })
    // It writes nothing else.
    stdout?.once('data', () => {
      clearTimeout(timer)
      cancelled.removeEventListener('abort', stop)
      resolve()
    })
  })
}

function notRunning(error: unknown): ProblemError {
  return notStarted({ is: 'not-running', code: textField(error, 'code') })
}

/** The error if the renewer does not start. */
export function notStarted(found: NotStarted): ProblemError {
  return new ProblemError([{ kind: 'renewal-not-started', found }], { nothingSent: false })
}
