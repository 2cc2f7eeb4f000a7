/**
 * Writes down what every step of every test did, if `RECORD_TO` names a folder: see CONTRIBUTING.md.
 * Jest loads this file before each test file (jest.config.js).
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join, resolve } from 'node:path'
import { watchSteps, type EndedStep, type SearchedStep } from '../../local/runner'
import { watchAnswer } from './leak-check'
import { Normaliser, type Known } from './normalise'
import { isLookup, SideBySide } from './side-by-side'

/** A request that reached a server of this process. */
interface RecordedRequest {
  readonly request: string
  readonly headers: Readonly<Record<string, unknown>>
  /** Of the JWT that it carries: the header, the claims, and the seconds that it is good for. */
  readonly jwt?: string
  body: string
  /** 0 if it was not answered. */
  status: number
  /** The id of the installation in the answer to a lookup. */
  installation?: string
  /** The token in the answer. */
  token?: string
}

/** What happened up to the end of a step, or after the last one. */
interface Event {
  readonly step?: Omit<EndedStep, 'folder'>
  readonly requests: RecordedRequest[]
}

/** All that happened in a test, or in one of the cells that run side by side in it. */
class Scene {
  readonly events: Event[] = []
  /** What happens until the next step ends. */
  current: Event = { requests: [] }
  readonly keys = new Set<string>()
  readonly folders = new Map<string, string>()

  end({ secrets }: SearchedStep, { folder, ...step }: EndedStep): void {
    for (const { kind, value } of secrets) if (kind === 'private key') this.keys.add(value)
    const known = [...this.folders.values()]
    const name = this.folders.get(folder) ?? `<job ${new Set(known).size + 1}>`
    this.folders.set(folder, name)
    this.events.push({ ...this.current, step })
    this.current = { requests: [] }
  }
}

/** The name of the cell; null if it is not recorded. */
const cells = new AsyncLocalStorage<string | null>()

/** Keeps apart what runs side by side in one test: everything in `work` gets a record of its own. */
export function recordAs<T>(cell: string, work: () => T): T {
  return cells.run(cell, work)
}

/** For work whose outcome depends on time: nothing of it is recorded. */
export function unrecorded<T>(work: () => T): T {
  return cells.run(null, work)
}

/** Watches the steps and servers of this process. */
export class Recorder {
  readonly #scenes = new Map<string, Scene>()
  readonly #nameOf: () => string
  readonly #stops: (() => void)[] = []

  /** @param nameOf the full name of the test that runs */
  constructor(nameOf: () => string) {
    this.#nameOf = nameOf
  }

  /** From now on, notes everything. */
  start(): void {
    const channel = 'http.server.request.start'
    const receive = (message: unknown): void => {
      const { request, response } = message as Received
      // That is a later step of the job, with commits that have the time in them.
      if (request.headers['user-agent']?.startsWith('git/') === true) return
      this.#scene()?.current.requests.push(watchRequest(request, response))
    }
    subscribe(channel, receive)
    this.#stops.push(
      () => unsubscribe(channel, receive),
      watchSteps((evidence, step) => {
        this.#scene()?.end(evidence, step)
      })
    )
  }

  /** Notes nothing more. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop()
  }

  /** What was noted, normalised, as one text for each scene in which a step ran. */
  records(): Map<string, string> {
    const scenes = [...this.#scenes].filter(([, { events }]) => events.length > 0)
    return new Map(scenes.map(([name, scene]) => [name, render(name, scene)]))
  }

  #scene(): Scene | undefined {
    const cell = cells.getStore()
    if (cell === null) return undefined
    const name = cell === undefined ? this.#nameOf() : `${this.#nameOf()} » ${cell}`
    const scene = this.#scenes.get(name) ?? new Scene()
    this.#scenes.set(name, scene)
    return scene
  }
}

interface Received {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

function watchRequest(request: IncomingMessage, response: ServerResponse): RecordedRequest {
  const jwt = describeJwt(request.headers.authorization ?? '')
  const recorded: RecordedRequest = {
    request: `${request.method ?? ''} ${request.url ?? ''}`,
    headers: request.headers,
    ...(jwt === undefined ? {} : { jwt }),
    body: '',
    status: 0
  }
  // Listening for `data` would take the body away from the server.
  const push = request.push.bind(request)
  request.push = (chunk: unknown, encoding) => {
    if (chunk instanceof Uint8Array) recorded.body += Buffer.from(chunk).toString()
    return push(chunk, encoding)
  }
  watchAnswer(response, (text) => {
    recorded.status = response.statusCode
    const token = /"token"\s*:\s*"([^"]*)/.exec(text)?.[1]
    if (token !== undefined) recorded.token = token
    const id = /^\{"id":(\d+)/.exec(text)?.[1]
    if (id !== undefined && isLookup(recorded.request)) recorded.installation = id
  })
  return recorded
}

function describeJwt(authorization: string): string | undefined {
  const parts = /^Bearer (eyJ[\w-]+)\.(eyJ[\w-]+)\./.exec(authorization)?.slice(1)
  if (parts === undefined) return undefined
  try {
    const [header, claims] = parts.map(
      (part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
    )
    const { iat, exp, ...others } = claims ?? {}
    return JSON.stringify({ header, ...others, seconds: Number(exp) - Number(iat) })
  } catch {
    return undefined
  }
}

const repository = resolve(__dirname, '..', '..')

function render(name: string, { events, current, keys, folders }: Scene): string {
  const known: Known = { keys: [...keys], folders: withRealPaths(folders) }
  const normaliser = new Normaliser(known)
  const runInParallel = new SideBySide()
  const shown = current.requests.length === 0 ? events : [...events, current]
  const record = { name, events: shown.map((event) => describe(event, runInParallel)) }
  return `${JSON.stringify(normaliser.value(record), linesApart, 2)}\n`
}

/** Gives each line of a text a line of its own in the record. */
function linesApart(_: string, value: unknown): unknown {
  return typeof value === 'string' && value.includes('\n') ? value.split('\n') : value
}

/** On macOS, the temporary folder is reached through a link, and a process may know either path. */
function withRealPaths(folders: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map([...folders, [repository, '<repository>'], [process.execPath, '<node>']])
  for (const [path, name] of [...all]) {
    try {
      all.set(realpathSync(path), name)
    } catch {
      // A job's folder is gone by now; its name alone is enough.
      all.set(join('/private', path), name)
    }
  }
  return all
}

/** An event in the order in which the normaliser is to number what it finds. */
function describe({ requests, step }: Event, runInParallel: SideBySide): unknown {
  if (step === undefined) return { requests }
  const { traces, lines, signal } = step
  const printed = (stream: string): string[] =>
    lines.filter((line) => line.stream === stream).map(({ text }) => text)
  const sorted = runInParallel.sort({
    requests,
    stdout: printed('stdout'),
    log: traces.log.lines,
    state: traces.state
  })
  return {
    step: traces.stage,
    requests: sorted.requests,
    exitCode: traces.exitCode,
    signal,
    stdout: sorted.stdout.join('\n'),
    stderr: printed('stderr').join('\n'),
    log: sorted.log.join('\n'),
    output: traces.output,
    state: sorted.state,
    environment: traces.environment,
    path: traces.path,
    summary: traces.summary,
    files: traces.files
      .toSorted((one, other) => (one.path < other.path ? -1 : 1))
      .map(({ path, mode, text }) => ({ path, mode: mode.toString(8), text }))
  }
}

/** The record's file: readable, unique, and short enough for every file system. */
export function fileNameOf(name: string): string {
  const words = name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)
  return `${words}.${createHash('sha256').update(name).digest('hex').slice(0, 10)}.json`
}

const target = process.env['RECORD_TO'] ?? ''

if (target !== '') {
  const { testPath = '' } = expect.getState()
  const recorder = new Recorder(() => expect.getState().currentTestName ?? 'before all tests')
  recorder.start()
  afterAll(() => {
    recorder.stop()
    const folder = join(target, basename(testPath, '.test.ts'))
    const records = recorder.records()
    if (records.size > 0) mkdirSync(folder, { recursive: true })
    for (const [name, text] of records) writeFileSync(join(folder, fileNameOf(name)), text)
  })
}
