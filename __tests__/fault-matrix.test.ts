import type { Fault } from '../local/github/faults'
import {
  cellName,
  cleanRun,
  deathCellName,
  FAULTS,
  positionsOf,
  proxyCellName,
  runBehindProxy,
  runCell,
  runOverTls,
  SILENCES,
  type Cell,
  type DeathCell,
  type Observed,
  type Position,
  type ProxyCell,
  type Shape
} from './support/fault-matrix'
import { makeJwt } from './support/app-jwt'
import { violations } from './support/fault-rules'
import { hasGit } from './support/git-server'
import { startOtherServer, type OtherServer } from './support/other-server'
import { recordAs, unrecorded } from './support/recorder'
import { DEATHS } from './support/test-proxy'
import { inParallel, Random, sample, SEED } from './support/search'

/** `FAULT_CELLS=all` tries every fault in every step: `npm run test:all` thins the steps but the first. */
const ALL_CELLS = process.env['FAULT_CELLS'] === 'all'

const LANES = 4

/** One token for one repository: every fault at every request, or a sample of them. */
const PLAIN: Shape = {
  name: 'one repository',
  options: { with: { 'permission-contents': 'read' } }
}

/** What makes other requests, or several of a kind, or asks for more once it has failed. */
const OTHERS: readonly Shape[] = [
  shape('two owners', { owner: 'octo-org, mona' }),
  shape('an installation by its id', { 'installation-id': '4242', owner: 'octo-org' }),
  shape('repositories by their ids', { owner: 'octo-org', 'repository-ids': '101, 102' }),
  shape('an enterprise', { enterprise: 'octo-enterprise' }),
  shape('everything that can be read', { permissions: 'read-all' }),
  shape('a renamed repository', { repositories: 'hallo' }),
  shape('git', {
    owner: 'octo-org',
    'git-identity': 'true',
    'git-credentials': String(hasGit)
  }),
  shape('an owner without the App', { owner: 'lonely-org' }),
  shape('a repository out of reach', { owner: 'octo-org', repositories: 'hello, secret-plans' }),
  shape('one of two owners without the App', { owner: 'octo-org, lonely-org' }),
  {
    name: 'a JWT that was made elsewhere',
    options: {
      // Made for each step, because a JWT lives for ten minutes.
      get with() {
        return { 'client-id': '', 'private-key': '', jwt: makeJwt(), owner: 'octo-org, mona' }
      }
    }
  },
  {
    name: 'a bot that is not there',
    options: {
      with: { owner: 'octo-org, mona', 'git-identity': 'true' },
      data: (data) => {
        data.bots = []
      }
    }
  }
]

const KINDS = Object.keys(FAULTS) as Fault['kind'][]

function shape(name: string, inputs: Readonly<Record<string, string>>): Shape {
  return { name, options: { with: inputs } }
}

let otherServer: OtherServer
beforeAll(async () => {
  otherServer = await startOtherServer()
})
afterAll(async () => {
  await otherServer.close()
})

/** Every fault of a kind at a request, once and each time. */
function cellsOf(of: Shape, position: Position, kind: Fault['kind']): Cell[] {
  const variants = FAULTS[kind]({ route: position.route, otherServer: otherServer.url })
  return variants.flatMap((named) =>
    (['once', 'each time'] as const).map((often) => ({ shape: of, position, named, often }))
  )
}

/** Runs cells and names those that break a rule, with what is wrong. */
async function expectSound(cells: readonly Cell[], clean: Observed): Promise<void> {
  const wrong: string[] = []
  await inParallel(cells, LANES, async (cell) => {
    const found = await judge(cell, clean)
    if (found.length > 0) wrong.push([cellName(cell), ...found].join('\n  '))
  })
  expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
  expect(otherServer.requests).toEqual([])
}

async function judge(
  cell: Cell,
  clean: Observed,
  run: () => Promise<Observed> = () => runCell(cell)
): Promise<string[]> {
  try {
    return violations(cell, await run(), clean)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

describe('one repository: the faults at each request', () => {
  let clean: Observed
  beforeAll(async () => {
    clean = await cleanRun(PLAIN)
  })

  test.each(KINDS)('%s', async (kind) => {
    const positions = positionsOf(clean)
    expect(positions).toHaveLength(3)
    const random = new Random(SEED)
    const cells = sample(positions, 2, random).flatMap((position) =>
      sample(cellsOf(PLAIN, position, kind), 1, random)
    )
    await expectSound(cells, clean)
  })
})

describe('a proxy that is silent', () => {
  const two = shape('two owners', { owner: 'octo-org, mona' })

  test.each([PLAIN, two])('$name', async (each) => {
    const clean = await runBehindProxy(each)
    const positions = positionsOf(clean)
    const cells = positions.flatMap((position, index) =>
      SILENCES.flatMap((silence) =>
        (['once', 'each time'] as const).map((often) => {
          const proxyCell: ProxyCell = { shape: each, at: index + 1, silence, often }
          const named = { name: silence, fault: { kind: 'hang' } } as const
          // A proxy that stays silent fails each revocation, too.
          const failing: Position =
            often === 'once' ? position : { route: 'DELETE /installation/token', at: 1 }
          const cell = { shape: each, position: failing, named, often, isBehindProxy: true }
          return { proxyCell, cell }
        })
      )
    )
    const wrong: string[] = []
    await inParallel(sample(cells, 4), LANES, async ({ proxyCell, cell }) => {
      const found = await judge(cell, clean, () =>
        recordAs(proxyCellName(proxyCell), () => runBehindProxy(each, proxyCell))
      )
      if (found.length > 0) wrong.push([proxyCellName(proxyCell), ...found].join('\n  '))
    })
    expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
  })
})

describe('a connection that dies before its first request', () => {
  const others = [
    shape('two owners', { owner: 'octo-org, mona' }),
    shape('an installation by its id', { 'installation-id': '4242', owner: 'octo-org' })
  ]

  test.each([PLAIN, ...others])('$name', async (each) => {
    const clean = await runOverTls(each)
    const [lookup] = positionsOf(clean)
    if (lookup === undefined) throw new Error('main asks for nothing')
    const cells = Array.from({ length: clean.connections }, (_, index) => index + 1).flatMap((at) =>
      DEATHS.flatMap((death) =>
        (['once', 'each time'] as const).map((often): DeathCell => ({
          shape: each,
          at,
          death,
          often
        }))
      )
    )
    const wrong: string[] = []
    await inParallel(sample(cells, 4), LANES, async (deathCell) => {
      const { often, death } = deathCell
      // A server that stays away fails each revocation, too.
      const position: Position =
        often === 'once' ? lookup : { route: 'DELETE /installation/token', at: 1 }
      const named = { name: death, fault: { kind: 'reset' } } as const
      const cell = { shape: each, position, named, often, isBehindProxy: true }
      const found = await judge(cell, clean, async () => {
        const run = await unrecorded(() => runOverTls(each, deathCell))
        if (often === 'once') expect(run.main.exitCode).toBe(0)
        return run
      })
      if (found.length > 0) wrong.push([deathCellName(deathCell), ...found].join('\n  '))
    })
    expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
  })
})

describe('other steps: faults at each request, in a form that the seed picks', () => {
  test.each(OTHERS)('$name', async (other) => {
    const clean = await cleanRun(other)
    const random = new Random(SEED)
    const cells = positionsOf(clean).flatMap((position) =>
      sample(KINDS, 1, random).flatMap((kind) => {
        const all = cellsOf(other, position, kind)
        return ALL_CELLS ? all : [random.pick(all)]
      })
    )
    await expectSound(cells, clean)
  })

  test('a token that is revoked right after its creation, when GitHub does not know it yet', async () => {
    const other = shape('one of two owners without the App', { owner: 'octo-org, lonely-org' })
    const clean = await cleanRun(other)
    const position = positionsOf(clean).find(({ route }) => route.startsWith('DELETE'))
    if (position === undefined) throw new Error('main revokes nothing')
    const cells = cellsOf(other, position, 'status').filter(({ named }) => named.name === '401')
    expect(cells).toHaveLength(2)
    await expectSound(cells, clean)
  })
})
