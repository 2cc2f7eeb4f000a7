import type { RouteName } from '../local/github/routes'
import type { EmbeddedService } from '../local/key-services/service'
import { START, type ServiceKind } from '../local/key-services/start'
import { FAULTS, observe, type Cell, type NamedFault, type Observed } from './support/fault-matrix'
import { violations } from './support/fault-rules'
import { hostileText } from './support/fuzz'
import { withKeyService } from './support/key-service'
import { startOtherServer, type OtherServer } from './support/other-server'
import { scenario } from './support/scenario'
import { inParallel, Random, sample, SEED } from './support/search'

/** `FAULT_CELLS=all` tries every fault at every service: `npm run test:all` thins all but the first. */
const ALL_CELLS = process.env['FAULT_CELLS'] === 'all'

const LANES = 4
/** More requests of one route than any step makes. */
const MANY = 60

/** The server that fails, and the request: the first of its route is 1. */
interface Place {
  readonly server: 'oidc' | 'service'
  readonly route: string
  readonly at: number
}

/** One fault at one request of a step. */
interface ServiceCell {
  readonly place: Place
  readonly named: NamedFault
  readonly often: 'once' | 'each time'
}

let otherServer: OtherServer
beforeAll(async () => {
  otherServer = await startOtherServer()
})
afterAll(async () => {
  await otherServer.close()
})

/** A cell of the fault matrix for GitHub in which GitHub does not fail, for the rules that hold there. */
function asCell({ named, often }: ServiceCell): Cell {
  const position = { route: 'GET /app', at: 1 } as const
  return { shape: { name: 'a key service', options: {} }, position, named, often }
}

/** The requests of a step without a fault. */
function pathsForGit(servers: Readonly<Record<Place['server'], EmbeddedService>>): Place[] {
  return (['oidc', 'service'] as const).flatMap((server) => {
    const counts = new Map<string, number>()
    return servers[server].exchanges.flatMap(({ route }) => {
      if (route === null) return []
      const at = (counts.get(route) ?? 0) + 1
      counts.set(route, at)
      return [{ server, route, at }]
    })
  })
}

async function run(kind: ServiceKind, cell?: ServiceCell): Promise<[Observed, Place[]]> {
  return withKeyService(
    kind,
    { with: { 'permission-contents': 'read' } },
    async ({ options, oidc, service }) => [await observe(options), pathsForGit({ oidc, service })],
    ({ oidc, service }) => {
      if (cell === undefined) return
      const { place, named, often } = cell
      const before = Array.from({ length: place.at - 1 }, () => ({ kind: 'delay', ms: 0 }) as const)
      const failing = Array.from({ length: often === 'once' ? 1 : MANY }, () => named.fault)
      const target: EmbeddedService = place.server === 'oidc' ? oidc : service
      target.fail(place.route, [...before, ...failing])
    }
  )
}

/** Every fault, as of a request that GitHub answers, and texts that attack the log. */
function faultsAt({ route }: Place, random: Random): NamedFault[] {
  const asRoute = (route === 'token' ? 'GET /app' : 'POST /app-manifests/{code}') as RouteName
  const site = { route: asRoute, otherServer: otherServer.url }
  // Not the text of a message: it may be a credential here, and must then be hidden.
  const [credential, message] = [hostileText(random), hostileText(random)]
  const hostile = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one)]))
      : credential
  return [
    ...Object.values(FAULTS).flatMap((variants) => variants(site)),
    { name: 'hostile text in each field', fault: { kind: 'edit', edit: hostile } },
    ...['message', 'errors', 'error', 'error_description'].map((name) => ({
      name: `hostile text in ${name}`,
      fault: { kind: 'status', status: 400, body: { [name]: message } } as const
    }))
  ]
}

test.each<[ServiceKind, string, unknown]>([
  ['vault', 'login', { errors: ['role '.repeat(200_000)] }],
  ['google', 'login', { error: 'invalid_grant', error_description: 'a'.repeat(1_000_000) }]
])('a message of %s that is hard to search does not stop the step', async (kind, route, body) => {
  await withKeyService(
    kind,
    {},
    async ({ options }) => {
      const { main } = await scenario(options)
      expect([main.exitCode, main.timedOut]).toEqual([1, false])
    },
    ({ service }) => {
      service.fail(route, { kind: 'status', status: 400, body })
    }
  )
})

describe('a fault at each request to a key service', () => {
  const kinds = Object.keys(START) as ServiceKind[]
  const [FIRST] = kinds

  test.each(kinds)('%s', async (kind) => {
    const [clean, places] = await run(kind)
    expect(clean.main.exitCode).toBe(0)
    expect(places.length).toBeGreaterThan(2)
    const random = new Random(SEED)
    const isThin = kind !== FIRST && !ALL_CELLS
    const cells = places.flatMap((place) => {
      const faults = faultsAt(place, random)
      const named = isThin ? [random.pick(faults), random.pick(faults)] : sample(faults, 2, random)
      return named.map((one): ServiceCell => {
        return { place, named: one, often: random.pick(['once', 'each time']) }
      })
    })
    const wrong: string[] = []
    await inParallel(cells, LANES, async (cell) => {
      const found = await judge(kind, cell, clean)
      const { place, named, often } = cell
      const name = `${place.server} ${place.route} #${place.at}, ${named.name}, ${often}`
      if (found.length > 0) wrong.push([name, ...found].join('\n  '))
    })
    expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
    expect(otherServer.requests).toEqual([])
  })

  async function judge(kind: ServiceKind, cell: ServiceCell, clean: Observed): Promise<string[]> {
    try {
      const [found] = await run(kind, cell)
      return violations(asCell(cell), found, clean)
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  }
})
