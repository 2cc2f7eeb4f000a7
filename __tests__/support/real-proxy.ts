import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Certificate } from './certificate'
import { squid, tinyproxy } from './real-proxy-programs'
import { sample } from './search'
import { describeIfInstalled } from './system'

/** The name of GitHub in these tests. Proxies are not used for names of the loopback. */
export const GITHUB_HOST = 'github.test'

/** One request to connect, from the proxy's own log. */
export interface ProxyRequest {
  /** `host:port`. */
  readonly target: string
  readonly result: 'connected' | 'refused'
  /** The user; null if no user was named, or if the proxy does not log users. */
  readonly user: string | null
}

/** How the proxy is set up. */
export interface ProxyOptions {
  /** User names and passwords. If absent, the proxy asks for none. */
  readonly users?: Readonly<Record<string, string>>
  /** Hosts to which it refuses to connect. */
  readonly refuse?: readonly string[]
  /** Another port of 127.0.0.1, to which clients connect over TLS. Only squid can do this. */
  readonly tls?: Certificate & { readonly port: number }
}

/** What is needed to start a program. */
export interface ProxySetting extends ProxyOptions {
  readonly refuse: readonly string[]
  /** Host names of this machine. No other name can be resolved. */
  readonly hosts: readonly string[]
  /** For configuration and log. The program may run as another user than the tests. */
  readonly folder: string
  /** On 127.0.0.1. */
  readonly port: number
}

/** How to start a program. */
export interface ProxyLaunch {
  readonly command: string
  readonly args: readonly string[]
  /** The file in which it logs requests. */
  readonly log: string
  /** Ends everything else that was started for it. */
  close(): Promise<void>
}

/** A proxy program that people use. */
export interface ProxyProgram {
  readonly name: 'tinyproxy' | 'squid'
  /** What is not installed here, if something is missing. */
  readonly missing: string | undefined
  readonly logsUsers: boolean
  /** Writes its configuration. */
  prepare(setting: ProxySetting): Promise<ProxyLaunch>
  /** Reads its log. */
  read(log: string): ProxyRequest[]
}

/** A running proxy program, on the loopback. */
export interface RealProxy {
  /** Its address without a scheme. */
  readonly address: string
  /**
   * Every request so far, in order. Some are logged only when their connection has ended, so this
   * waits until there are at least so many. If they do not come, it returns the ones that are there.
   */
  requests(atLeast: number): Promise<ProxyRequest[]>
  close(): Promise<void>
}

/** If this is set, as in CI, a missing proxy is a failure. */
const REQUIRED = 'CI_NEEDS_PROXIES'
const MOST_STARTS = 3
/** Milliseconds. */
const START_LIMIT = 120_000
const LOG_LIMIT = 120_000
/** The proxy refuses this host. If its log has this request, it has all earlier ones, too. */
const MARKER = { host: 'marker.test', target: 'marker.test:443' } as const

/** Runs the same tests for each proxy program. If one is not installed, they are left out with a message. */
export function describeWithProxies(title: string, tests: (program: ProxyProgram) => void): void {
  for (const program of sample([tinyproxy, squid], 1)) {
    describeIfInstalled(`${title} behind ${program.name}`, program.missing, REQUIRED, () => {
      tests(program)
    })
  }
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

/** A port on which nothing listens at the moment. */
export async function unusedPort(): Promise<number> {
  for (;;) {
    // Lower than the ports that systems assign by themselves, so that no other process gets it by chance.
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

/** Tries again with another port if another process took the chosen one first. */
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
  // If root starts squid, it changes to a user of its own.
  chmodSync(folder, 0o755)
  const port = await unusedPort()
  const refuse = [MARKER.host, ...(options.refuse ?? [])]
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
      await requestMarker(port)
      const isPast = (): boolean => log().some(({ target }) => target === MARKER.target)
      if (!(await until(LOG_LIMIT, isPast))) throw new Error(`${program.name} logs no requests`)
      const others = (): ProxyRequest[] => log().filter(({ target }) => target !== MARKER.target)
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
  // A program that cannot be started has no `pid`: `hasEnded` sees that.
  child.on('error', () => undefined)
  return child
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

/** Kills the program: an orderly end takes squid some seconds, and nothing of it is still needed. */
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

/** Asks the proxy for the marker, and waits for the refusal. */
async function requestMarker(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `CONNECT ${MARKER.target} HTTP/1.1\r\nhost: ${MARKER.target}\r\nconnection: close\r\n\r\n`
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
