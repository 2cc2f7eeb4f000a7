import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Certificate } from './certificate'
import { GITHUB_HOST } from './real-proxy-names'
import { squid } from './real-proxy-squid'
import { tinyproxy } from './real-proxy-tinyproxy'

/** One request to connect, as the proxy's own log tells it. */
export interface ProxyRequest {
  /** `host:port`. */
  readonly target: string
  readonly result: 'connected' | 'refused'
  /** The user that was named; null where none was, or where the proxy does not log it. */
  readonly user: string | null
}

/** How the proxy is set up. */
export interface ProxyOptions {
  /** Names and passwords: nobody else may pass. Everybody may where absent. */
  readonly users?: Readonly<Record<string, string>>
  /** Hosts that it connects nobody to. */
  readonly refuse?: readonly string[]
  /** Another port of 127.0.0.1, where the proxy itself speaks TLS. Only squid can. */
  readonly tls?: Certificate & { readonly port: number }
}

/** What a program needs to know to be started. */
export interface ProxySetting extends ProxyOptions {
  readonly refuse: readonly string[]
  /** Names that lead to this machine. No other can be resolved. */
  readonly hosts: readonly string[]
  /** For configuration and log. The program may run as another user than the tests do. */
  readonly folder: string
  /** On 127.0.0.1. */
  readonly port: number
}

/** How to start a program. */
export interface ProxyLaunch {
  readonly command: string
  readonly args: readonly string[]
  /** The file that it logs requests to. */
  readonly log: string
  /** Ends what else was started for it. */
  close(): Promise<void>
}

/** A proxy that people run. */
export interface ProxyProgram {
  readonly name: 'tinyproxy' | 'squid'
  /** What of it is not installed here. */
  readonly missing: string | undefined
  readonly logsUsers: boolean
  /** Writes its configuration. */
  prepare(setting: ProxySetting): Promise<ProxyLaunch>
  /** Reads its log. */
  read(log: string): ProxyRequest[]
}

/** A program under way, on the loopback. */
export interface RealProxy {
  /** Its address without a scheme. */
  readonly address: string
  /**
   * Every request so far, in order. Some are logged only when their connection has ended, so it waits
   * until there are at least so many; where they do not come, it returns those that are there.
   */
  requests(atLeast: number): Promise<ProxyRequest[]>
  close(): Promise<void>
}

/** Set where a proxy that is missing shall be a failure, as in CI. */
const REQUIRED = 'CI_NEEDS_PROXIES'
const MOST_STARTS = 3
/** Milliseconds. */
const START_LIMIT = 120_000
const LOG_LIMIT = 120_000
/** Nobody is connected to it. Asking for it shows that the log has come this far. */
const LANDMARK = { host: 'landmark.test', target: 'landmark.test:443' } as const

/** The same tests for each of the proxies. Where one is missing they are left out, and say so. */
export function describeWithProxies(title: string, tests: (program: ProxyProgram) => void): void {
  for (const program of [tinyproxy, squid]) {
    describeWithProxy(program, `${title} behind ${program.name}`, () => {
      tests(program)
    })
  }
}

function describeWithProxy({ missing }: ProxyProgram, title: string, tests: () => void): void {
  if (missing === undefined) {
    describe(title, tests)
    return
  }
  const reason = `${missing} is not installed here`
  if (process.env[REQUIRED] === '1') {
    test(title, () => {
      throw new Error(`${reason}, and ${REQUIRED} is 1`)
    })
    return
  }
  process.stderr.write(`Left out: ${title}, because ${reason}\n`)
  describe.skip(`${title} (left out: ${reason})`, tests)
}

/** Starts a proxy for the time of `use`. */
export async function withProxy(
  program: ProxyProgram,
  options: ProxyOptions,
  use: (proxy: RealProxy) => Promise<void>
): Promise<void> {
  const proxy = await startProxy(program, options)
  try {
    await use(proxy)
  } finally {
    await proxy.close()
  }
}

/** A port on which nobody listens at the moment. */
export async function unusedPort(): Promise<number> {
  for (;;) {
    // Below those that systems give away by themselves, so that nobody comes upon it by chance.
    const port = 10_000 + Math.floor(Math.random() * 5_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => {
        resolve(false)
      })
      server.listen(port, '127.0.0.1', () => {
        resolve(true)
      })
    })
    await new Promise((resolve) => server.close(resolve))
    if (isFree) return port
  }
}

/** Tries other ports where somebody was quicker to take the one it chose. */
async function startProxy(program: ProxyProgram, options: ProxyOptions): Promise<RealProxy> {
  for (let starts = 1; ; starts++) {
    try {
      return await startOnce(program, options)
    } catch (error) {
      if (starts === MOST_STARTS) throw error
    }
  }
}

async function startOnce(program: ProxyProgram, options: ProxyOptions): Promise<RealProxy> {
  const folder = mkdtempSync(join(tmpdir(), `${program.name}-`))
  // Started by root, squid goes on as a user of its own.
  chmodSync(folder, 0o755)
  const port = await unusedPort()
  const refuse = [LANDMARK.host, ...(options.refuse ?? [])]
  const launch = await program.prepare({ ...options, refuse, hosts: [GITHUB_HOST], folder, port })
  const child = start(launch, join(folder, 'output'))
  const close = async (): Promise<void> => {
    await end(child)
    await launch.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const log = (): ProxyRequest[] => program.read(readText(launch.log))
  try {
    if (!(await until(START_LIMIT, async () => hasEnded(child) || (await accepts(port)))))
      throw new Error('it accepts no connection')
    if (hasEnded(child)) throw new Error('it has ended')
  } catch (error) {
    const output = readText(join(folder, 'output'))
    await close()
    throw new Error(`${program.name} did not start:\n${output}`, { cause: error })
  }
  return {
    address: `127.0.0.1:${port}`,
    requests: async (atLeast) => {
      await pass(port)
      const isPast = (): boolean => log().some(({ target }) => target === LANDMARK.target)
      if (!(await until(LOG_LIMIT, isPast))) throw new Error(`${program.name} logs no requests`)
      const others = (): ProxyRequest[] => log().filter(({ target }) => target !== LANDMARK.target)
      await until(LOG_LIMIT, () => others().length >= atLeast)
      return others()
    },
    close
  }
}

function start({ command, args }: ProxyLaunch, output: string): ChildProcess {
  const file = openSync(output, 'w')
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    stdio: ['ignore', file, file]
  })
  closeSync(file)
  // A program that cannot be started has no `pid`, which is looked at in any case.
  child.on('error', () => undefined)
  return child
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

/** At once: an orderly end takes squid seconds, and nothing of it is needed any more. */
async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

async function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      resolve(true)
      socket.destroy()
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

/** Asks for the landmark, and waits for the refusal. */
async function pass(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `CONNECT ${LANDMARK.target} HTTP/1.1\r\nhost: ${LANDMARK.target}\r\nconnection: close\r\n\r\n`
  )
  await new Promise((resolve) => {
    socket.on('error', () => undefined)
    socket.on('close', resolve)
    socket.once('data', () => socket.destroy())
  })
}

async function until(limit: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const last = Date.now() + limit
  while (!(await holds())) {
    if (Date.now() > last) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return true
}

function readText(path: string): string {
  return readFileSync(path, 'utf8')
}
