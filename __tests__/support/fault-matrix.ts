import { readFileSync } from 'node:fs'
import type { Fault } from '../../local/github/faults'
import type { RouteName } from '../../local/github/routes'
import type { EmbeddedGitHub } from '../../local/github/server'
import type { Job } from '../../local/runner'
import { stateFile } from './token-checks'
import { gitFiles } from './git-scenario'
import { withNetwork } from './real-proxy-network'
import { startProxy, type Death, type Silence } from './test-proxy'
import { recordAs, unrecorded } from './recorder'
import { scenario, type Scenario, type ScenarioOptions } from './scenario'

/** One kind of workflow step, which makes other requests than the others. */
export interface Shape {
  readonly name: string
  readonly options: ScenarioOptions
}

/** One request: the first of its route is 1. */
export interface Position {
  readonly route: RouteName
  readonly at: number
}

/** How often a request fails: once, or this time and each time after it. */
export type Often = 'once' | 'each time'

/** A fault with its name for messages. */
export interface NamedFault {
  readonly name: string
  readonly fault: Fault
}

/** One cell of the matrix: a fault at one request of a step. */
export interface Cell {
  readonly shape: Shape
  readonly position: Position
  readonly named: NamedFault
  readonly often: Often
  /** Whether a proxy fails, so that GitHub does not see which requests and answers arrive. */
  readonly isBehindProxy?: boolean
}

/** The name of a cell for messages. */
export function cellName({ shape, position, named, often }: Cell): string {
  return `${shape.name}: ${position.route} #${position.at}, ${named.name}, ${often}`
}

/** The request at which a fault happens. */
export interface FaultSite {
  readonly route: RouteName
  /** The base address of another server. */
  readonly otherServer: string
}

type Variants = (site: FaultSite) => readonly NamedFault[]

/**
 * Every kind of fault, in the forms that matter. Without a new kind here, the types are wrong.
 */
export const FAULTS: Readonly<Record<Fault['kind'], Variants>> = {
  status: (site) => [
    ...STATUSES.map((status) => named(`${status}`, { kind: 'status', status })),
    // Nothing can see that an answer to a revocation is untrue.
    ...(site.route.startsWith('DELETE') ? [] : [named('204', { kind: 'status', status: 204 })]),
    ...[403, 429, 503].flatMap((status) =>
      ['0', '3600'].map((wait) =>
        named(`${status} with retry-after ${wait}`, {
          kind: 'status',
          status,
          headers: { 'retry-after': wait }
        })
      )
    ),
    // Only an answer of a gateway can hide that the request had an effect.
    ...[502, 504].flatMap((status) => afterwards(site, { kind: 'status', status }, `${status}`))
  ],
  reset: (site) => [
    named('reset', { kind: 'reset' }),
    ...afterwards(site, { kind: 'reset' }, 'reset')
  ],
  hang: (site) => [named('hang', { kind: 'hang' }), ...afterwards(site, { kind: 'hang' }, 'hang')],
  cut: (site) => [named('cut', { kind: 'cut' }), ...afterwards(site, { kind: 'cut' }, 'cut')],
  html: () =>
    [200, 404, 502].map((status) => named(`a page with ${status}`, { kind: 'html', status })),
  delay: () => [named('delay', { kind: 'delay', ms: 40 })],
  redirect: ({ route, otherServer }) => [
    named('redirect on the same host', {
      kind: 'redirect',
      status: 302,
      location: '?again=1'
    }),
    named('redirect to another host', {
      kind: 'redirect',
      status: 307,
      location: `${otherServer}/${route.startsWith('GET') ? 'read' : 'write'}`
    })
  ],
  edit: ({ route }) => {
    // An answer to a revocation has no body, so all edits are the same.
    const edits = route.startsWith('DELETE') ? EDITS.slice(0, 1) : EDITS
    return edits.map(([name, edit]) => named(name, { kind: 'edit', edit }))
  }
}

const STATUSES = [400, 401, 403, 404, 409, 410, 422, 429, 451, 500, 502, 503, 504]

function named(name: string, fault: Fault): NamedFault {
  return { name, fault }
}

/** For a request with an effect: the request has its effect, and then the answer is lost. */
function afterwards({ route }: FaultSite, fault: Fault, name: string): NamedFault[] {
  if (route.startsWith('GET')) return []
  return [named(`${name} after it took effect`, { ...fault, after: true } as Fault)]
}

type Body = Record<string, unknown>

/** Bodies that are sent instead of the ordinary one. A text is sent as it is. */
const EDITS: readonly (readonly [string, (body: Body) => unknown])[] = [
  ['an empty object', () => ({})],
  ['null', () => 'null'],
  ['a list', () => []],
  ['half a body', (body) => JSON.stringify(body).slice(0, 40)],
  ['neither id nor token', (body) => ({ ...body, id: undefined, token: undefined })],
  [
    'no description of the grant',
    (body) => ({
      ...body,
      permissions: undefined,
      repositories: undefined,
      repository_selection: undefined,
      expires_at: undefined
    })
  ],
  ['other types', (body) => mapFields(body, ofAnotherType)],
  ['null in each field', (body) => mapFields(body, () => null)],
  [
    'more permissions than there are',
    (body) => ({ ...body, permissions: { contents: 'write', administration: 'write' } })
  ],
  [
    'another account',
    (body) => ({ ...body, id: 4243, account: { login: 'mona', id: 2, type: 'User' } })
  ]
]

function mapFields(body: Body, change: (value: unknown) => unknown): Body {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, change(value)]))
}

function ofAnotherType(value: unknown): unknown {
  if (typeof value === 'string') return 7
  if (typeof value === 'number') return String(value)
  return Array.isArray(value) ? { 0: value } : [value]
}

/** A run, with more than {@link scenario} returns. */
export interface Observed extends Scenario {
  /** Everything that main wrote to the file of its state. */
  readonly savedText: string
  /** The tokens that worked after main. */
  readonly aliveAfterMain: readonly string[]
  /** How many requests main made. The others are post's. */
  readonly mainRequests: number
  /** The files for git that were there after main. */
  readonly gitFilesAfterMain: readonly string[]
}

/** Runs a step without a fault. */
export async function cleanRun(shape: Shape): Promise<Observed> {
  return observe(shape.options)
}

/** Runs one cell. */
export async function runCell(cell: Cell): Promise<Observed> {
  return isDecided(cell) ? recordAs(cellName(cell), () => run(cell)) : unrecorded(() => run(cell))
}

/**
 * Whether a cell comes to the same each time. If there are several owners, the fault hits the one
 * whose request arrives at its place. If the lookup of the bot fails, a request beside it is under way.
 */
function isDecided({ shape, position }: Cell): boolean {
  const inputs = shape.options.with ?? {}
  const isBesideOthers =
    position.route === 'GET /users/{username}' && inputs['git-credentials'] === 'true'
  return !(inputs['owner'] ?? '').includes(',') && !isBesideOthers
}

async function run({ shape, position, named: { fault }, often }: Cell): Promise<Observed> {
  return observe({
    ...shape.options,
    isOffDescription: true,
    arrange: (github) => {
      const before = Array<Fault>(position.at - 1).fill({ kind: 'delay', ms: 0 })
      github.fail(position.route, [
        ...before,
        ...Array<Fault>(often === 'once' ? 1 : MANY).fill(fault)
      ])
    }
  })
}

/** A proxy that is silent in one request of a step, or in that and all later ones. */
export interface ProxyCell {
  readonly shape: Shape
  /** The request; the first is 1. */
  readonly at: number
  readonly silence: Silence
  readonly often: Often
}

/** Where a proxy can stop. */
export const SILENCES: readonly Silence[] = [
  'at CONNECT',
  'in its status line',
  'after CONNECT',
  "in GitHub's status line"
]

/** The name of a cell for messages. */
export function proxyCellName({ shape, at, silence, often }: ProxyCell): string {
  return `${shape.name}: request ${at}, a proxy silent ${silence}, ${often}`
}

/** Runs a step behind a proxy, with a tunnel for each request. Without a cell, the proxy works. */
export async function runBehindProxy(shape: Shape, cell?: ProxyCell): Promise<Observed> {
  let hold = (): void => undefined
  const proxy = await startProxy({
    silence: (tunnel) => {
      const isSilent =
        cell?.often === 'once' ? tunnel === cell.at : tunnel >= (cell?.at ?? Infinity)
      return isSilent ? cell?.silence : undefined
    },
    onHold: () => {
      hold()
    }
  })
  try {
    return await observe({
      ...shape.options,
      isOffDescription: true,
      closesConnections: true,
      // A proxy is never used for the loopback, so GitHub gets a name.
      job: ({ port }, clock) => {
        hold = clock.hold
        const HTTP_PROXY = `http://127.0.0.1:${proxy.port}`
        return { apiUrl: `http://github.test:${port}`, env: { HTTP_PROXY } }
      }
    })
  } finally {
    await proxy.close()
  }
}

/** A connection that dies before its first request, or that and all later ones. */
export interface DeathCell {
  readonly shape: Shape
  /** The connection; the first is 1. */
  readonly at: number
  readonly death: Death
  readonly often: Often
}

/** The name of a cell for messages. */
export function deathCellName({ shape, at, death, often }: DeathCell): string {
  return `${shape.name}: connection ${at} is ${death}, ${often}`
}

/** Runs a step over TLS; returns how many connections it opened, too. Without a cell, all work. */
export async function runOverTls(
  shape: Shape,
  cell?: DeathCell
): Promise<Observed & { readonly connections: number }> {
  let run: (Observed & { readonly connections: number }) | undefined
  await withNetwork(
    async (network) => {
      const job = { ...network.job({}), ...shape.options, isOffDescription: true }
      run = { ...(await observe(job)), connections: network.connections }
    },
    undefined,
    (connection) => {
      const dies =
        cell?.often === 'once' ? connection === cell.at : connection >= (cell?.at ?? Infinity)
      return dies ? cell?.death : undefined
    }
  )
  if (run === undefined) throw new Error('the step did not end')
  return run
}

/** More requests of one route than any step makes. */
const MANY = 60

/** Runs a step, and looks at what main left. */
export async function observe(options: ScenarioOptions): Promise<Observed> {
  let seen: Omit<Observed, keyof Scenario> | undefined
  const run = await scenario({
    ...options,
    between: (_, job, github) => {
      seen = lookAt(job, github)
    }
  })
  if (seen === undefined) throw new Error('main did not end')
  return { ...run, ...seen }
}

function lookAt(job: Job, github: EmbeddedGitHub): Omit<Observed, keyof Scenario> {
  return {
    savedText: readFileSync(stateFile(job), 'utf8'),
    aliveAfterMain: github.liveTokens().map(({ value }) => value),
    mainRequests: github.exchanges.length,
    gitFilesAfterMain: gitFiles(job)
  }
}

/** The requests of a run without faults, each with its place among those of its route. */
export function positionsOf({ github }: Pick<Scenario, 'github'>): Position[] {
  const counts = new Map<string, number>()
  return github.exchanges.map(({ route }) => {
    if (route === null) throw new Error('a request without a route')
    const at = (counts.get(route) ?? 0) + 1
    counts.set(route, at)
    return { route: route as RouteName, at }
  })
}
