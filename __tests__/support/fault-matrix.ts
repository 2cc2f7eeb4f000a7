import { readFileSync } from 'node:fs'
import type { Fault } from '../../local/github/faults'
import type { RouteName } from '../../local/github/routes'
import type { EmbeddedGitHub } from '../../local/github/server'
import type { Job } from '../../local/runner'
import { stateFile } from './token-checks'
import { gitFiles } from './git-scenario'
import { startProxy, type Silence } from './test-proxy'
import { recordAs, unrecorded } from './recorder'
import { scenario, type Scenario, type ScenarioOptions } from './scenario'

/** One kind of workflow step, which makes requests of its own. */
export interface Shape {
  readonly name: string
  readonly options: ScenarioOptions
}

/** Where a request stands among those of its route: the first is 1. */
export interface Position {
  readonly route: RouteName
  readonly at: number
}

/** How often a request fails: once, or that time and each time after. */
export type Often = 'once' | 'each time'

/** A fault with its name for messages. */
export interface NamedFault {
  readonly name: string
  readonly fault: Fault
}

/** One entry of the matrix. */
export interface Cell {
  readonly shape: Shape
  readonly position: Position
  readonly named: NamedFault
  readonly often: Often
  /** A proxy fails: GitHub does not see what becomes of requests and answers. */
  readonly isBehindProxy?: boolean
}

/** The name of a cell for messages. */
export function cellName({ shape, position, named, often }: Cell): string {
  return `${shape.name}: ${position.route} #${position.at}, ${named.name}, ${often}`
}

/** What a fault is made for. */
export interface FaultSite {
  readonly route: RouteName
  /** The base address of another server. */
  readonly stranger: string
}

type Variants = (site: FaultSite) => readonly NamedFault[]

/**
 * Every kind of fault, in the forms that matter. A new kind has to be added here before the types
 * are right again.
 */
export const FAULTS: Readonly<Record<Fault['kind'], Variants>> = {
  status: (site) => [
    ...STATUSES.map((status) => named(`${status}`, { kind: 'status', status })),
    // That a token is revoked which is not, nobody can see.
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
    // Only what a gateway says in place of GitHub can hide that the request took effect.
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
  redirect: ({ route, stranger }) => [
    named('redirect on the same host', {
      kind: 'redirect',
      status: 302,
      location: '?again=1'
    }),
    named('redirect to another host', {
      kind: 'redirect',
      status: 307,
      location: `${stranger}/${route.startsWith('GET') ? 'read' : 'write'}`
    })
  ],
  edit: ({ route }) => {
    // What is answered to a revocation has no body: any other is the same.
    const edits = route.startsWith('DELETE') ? EDITS.slice(0, 1) : EDITS
    return edits.map(([name, edit]) => named(name, { kind: 'edit', edit }))
  }
}

const STATUSES = [400, 401, 403, 404, 409, 410, 422, 429, 451, 500, 502, 503, 504]

function named(name: string, fault: Fault): NamedFault {
  return { name, fault }
}

/** For a request that has an effect: it has it, and then its answer is lost. */
function afterwards({ route }: FaultSite, fault: Fault, name: string): NamedFault[] {
  if (route.startsWith('GET')) return []
  return [named(`${name} after it took effect`, { ...fault, after: true } as Fault)]
}

type Body = Record<string, unknown>

/** What is answered in place of the ordinary body. A text is sent as it is. */
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

/** What is known of a run beside what {@link scenario} tells. */
export interface Observed extends Scenario {
  /** What main wrote to the file of its state, each time it saved. */
  readonly savedText: string
  /** The tokens that worked when main had ended. */
  readonly aliveAfterMain: readonly string[]
  /** How many requests were main's; the others are post's. */
  readonly mainRequests: number
  /** The files for git that were there when main had ended. */
  readonly gitFilesAfterMain: readonly string[]
}

/** Runs a shape without any fault. */
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

/** Runs a shape behind a proxy, with a tunnel for each request; without a cell it works. */
export async function runBehindProxy(shape: Shape, cell?: ProxyCell): Promise<Observed> {
  let hold = (): void => undefined
  const proxy = await startProxy({
    silence: (tunnel) => {
      const isStruck =
        cell?.often === 'once' ? tunnel === cell.at : tunnel >= (cell?.at ?? Infinity)
      return isStruck ? cell?.silence : undefined
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
      // The loopback is never reached through a proxy, so GitHub gets a name.
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

/** More requests of one route than any step makes. */
const MANY = 60

async function observe(options: ScenarioOptions): Promise<Observed> {
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
