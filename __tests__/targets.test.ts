import type { Parsed } from '../src/parsed'
import { KNOWN_PERMISSIONS } from '../src/config/permission-list'
import { parseRequestedPermissions } from '../src/config/parse-permissions'
import {
  readLevels,
  type Level,
  type Permissions,
  type RequestedPermissions
} from '../src/config/permissions'
import {
  parseTargets,
  type TargetInputs,
  type RepositoriesTarget,
  type Target,
  type Targets
} from '../src/config/targets'
import type { ExplanationCode } from '../src/explain/explanation'
import type { Lookup, Scope } from '../src/github/api'
import { planRequests, scopeOf } from '../src/tokens/plan'
import { runInParallel } from '../src/github/parallel'
import { codesOf } from './support/problems'

const workplace = {
  repository: 'octo-org/hello',
  repositoryOwner: 'octo-org',
  webHosts: ['github.com']
}
const none: TargetInputs = {
  owner: '',
  repositories: '',
  repositoryIds: '',
  installationId: '',
  enterprise: ''
}

/** The value, or the codes of all problems. */
function outcome<T>(parsed: Parsed<T>): T | readonly ExplanationCode[] {
  return parsed.ok ? parsed.value : codesOf(parsed)
}

function owned(owner: string, names: string[], ids: number[] = []): RepositoriesTarget {
  return { kind: 'repositories', owner, names, ids, reason: 'both-set' }
}

function everythingOf(owner: string): Target {
  return { kind: 'owner', owner }
}

function installed(id: number, owner = '', names: string[] = [], ids: number[] = []): Target {
  return { kind: 'installation', id, owner, names, ids }
}

const numbers = (count: number): string =>
  Array.from({ length: count }, (_, index) => index + 1).join()
const names = (count: number, owner = ''): string =>
  Array.from({ length: count }, (_, index) => `${owner}r${index}`).join()

describe('parseTargets', () => {
  test.each<[Partial<TargetInputs>, readonly Target[]]>([
    [{ owner: 'a, b' }, [everythingOf('a'), everythingOf('b')]],
    [{ owner: 'b\na' }, [everythingOf('b'), everythingOf('a')]],
    [{ owner: 'a,A,b,a' }, [everythingOf('a'), everythingOf('b')]],
    [{ owner: 'a, A' }, [everythingOf('a')]],
    [{ owner: 'a,,' }, [everythingOf('a')]],
    [{ owner: 'a,b', repositories: 'b/x,a/y' }, [owned('a', ['y']), owned('b', ['x'])]],
    [{ owner: 'a,b', repositories: 'A/x\nB/x,a/z' }, [owned('a', ['x', 'z']), owned('b', ['x'])]],
    [{ owner: 'a,b', repositories: '["a/x","b/x"]' }, [owned('a', ['x']), owned('b', ['x'])]],
    [
      { owner: 'a,b', repositories: 'https://github.com/a/x, git@github.com:b/y.git' },
      [owned('a', ['x']), owned('b', ['y'])]
    ],
    [{ owner: 'a', repositories: '["x", "a/y"]' }, [owned('a', ['x', 'y'])]],
    [{ owner: 'a', repositoryIds: '1' }, [owned('a', [], [1])]],
    [{ owner: 'a', repositoryIds: '2, 1\n2' }, [owned('a', [], [2, 1])]],
    [{ owner: 'a', repositoryIds: '[1, "2"]' }, [owned('a', [], [1, 2])]],
    [{ owner: 'a', repositories: 'x', repositoryIds: '1' }, [owned('a', ['x'], [1])]],
    [{ owner: 'a, A', repositoryIds: '1' }, [owned('a', [], [1])]],
    [{ installationId: '7' }, [installed(7)]],
    [{ installationId: '7', owner: 'a' }, [installed(7, 'a')]],
    [{ installationId: '7', repositories: 'x' }, [installed(7, '', ['x'])]],
    [{ installationId: '7', repositories: 'a/x, y' }, [installed(7, 'a', ['x', 'y'])]],
    [{ installationId: '7', owner: 'a', repositories: 'x,X' }, [installed(7, 'a', ['X'])]],
    [{ installationId: '7', repositoryIds: '1,2,1' }, [installed(7, '', [], [1, 2])]],
    [{ installationId: '7', owner: 'a', repositoryIds: '1' }, [installed(7, 'a', [], [1])]],
    [{ enterprise: 'e' }, [{ kind: 'enterprise', enterprise: 'e' }]],
    [{ repositories: ',' }, [{ ...owned('octo-org', ['hello']), reason: 'empty-list' }]],
    [{ repositories: '[]' }, [{ ...owned('octo-org', ['hello']), reason: 'empty-list' }]]
  ])('%j', (inputs, expected) => {
    expect(outcome(parseTargets({ ...none, ...inputs }, workplace))).toEqual(expected)
  })

  test.each<[Partial<TargetInputs>, readonly ExplanationCode[]]>([
    [{ owner: ',' }, ['owner-malformed']],
    [{ owner: '\n,\n' }, ['owner-malformed']],
    [{ owner: 'a, b c' }, ['owner-malformed']],
    [{ owner: 'a/x, b/y' }, ['owner-malformed', 'owner-malformed']],
    [{ owner: '["a","b"]' }, ['owner-malformed']],
    [{ owner: '["a","b"' }, ['owner-malformed']],
    [{ owner: 'a b' }, ['owner-malformed']],
    [{ owner: 'a; b' }, ['owner-malformed']],
    [{ owner: 'a,b', repositories: 'a/x' }, ['scope-conflict']],
    [{ owner: 'a,b', repositories: 'x' }, ['scope-conflict']],
    [{ owner: 'a,b', repositories: 'a/x,b/y,z' }, ['scope-conflict']],
    [{ owner: 'a,b', repositories: 'a/x,b/y,c/z' }, ['repository-owner-mismatch']],
    [
      { owner: 'a,b', repositories: 'a/x,b/y,c/z,d/z,e' },
      ['repository-owner-mismatch', 'repository-owner-mismatch', 'scope-conflict']
    ],
    [{ owner: 'a,b', repositories: 'a/x,b/y,c d' }, ['repository-malformed']],
    [{ owner: 'a,b', repositories: ',' }, ['scope-unknown']],
    [{ owner: 'a,b', repositories: '[]' }, ['scope-unknown']],
    [{ owner: 'a,b', repositories: names(501, 'a/') + ',b/x' }, ['scope-too-large']],
    [{ owner: 'a,b', repositoryIds: '1' }, ['scope-conflict']],
    [{ owner: 'a', repositories: 'b/x' }, ['repository-owner-mismatch']],
    [{ owner: 'a', repositories: '["b/x"]' }, ['repository-owner-mismatch']],
    [{ owner: 'a', repositories: '["x"' }, ['repository-malformed']],
    [{ owner: 'a', repositories: '["x", "y"' }, ['repository-malformed']],
    [{ owner: 'a', repositories: "['x', 'y']" }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: '[1, 2' }, ['repository-malformed']],
    [{ owner: 'a', repositories: '[{"name":"x"}]' }, ['repository-malformed']],
    [{ owner: 'a', repositories: '[""]' }, ['repository-malformed']],
    [{ repositoryIds: '1' }, ['scope-conflict']],
    [{ repositories: 'x', repositoryIds: '1' }, ['scope-conflict']],
    [{ owner: 'a', repositoryIds: ',' }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: '[]' }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: '0' }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: '01' }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: '-1' }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: '1.5' }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: '1e3' }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: '9'.repeat(16) }, ['repository-malformed']],
    [{ owner: 'a', repositoryIds: 'x, 1, a/y' }, ['repository-malformed']],
    [{ owner: 'a', repositories: names(400), repositoryIds: numbers(101) }, ['scope-too-large']],
    [{ installationId: '7', repositoryIds: numbers(501) }, ['scope-too-large']],
    [{ installationId: '7', owner: 'a,b' }, ['scope-conflict']],
    [{ installationId: '7', owner: 'a', repositories: 'b/x' }, ['repository-owner-mismatch']],
    [{ installationId: '7', repositories: 'a/x,b/y' }, ['repository-owner-mismatch']],
    [{ installationId: '7', repositories: ',' }, ['scope-unknown']],
    [{ installationId: '0' }, ['installation-malformed']],
    [{ installationId: '-7' }, ['installation-malformed']],
    [{ installationId: '7 8' }, ['installation-malformed']],
    [{ installationId: '0x7' }, ['installation-malformed']],
    [{ installationId: '9'.repeat(16) }, ['installation-malformed']],
    [{ enterprise: 'e', installationId: '7' }, ['scope-conflict']],
    [{ enterprise: 'e', repositoryIds: '1' }, ['scope-conflict']],
    [
      { owner: 'a b', repositories: 'c d', repositoryIds: 'x', installationId: 'y' },
      ['owner-malformed', 'repository-malformed', 'installation-malformed', 'repository-malformed']
    ]
  ])('%j is refused', (inputs, expected) => {
    expect(outcome(parseTargets({ ...none, ...inputs }, workplace))).toEqual(expected)
  })

  test('500 names and ids together are as many as GitHub takes', () => {
    const inputs = { ...none, owner: 'a', repositories: names(400), repositoryIds: numbers(100) }
    expect(parseTargets(inputs, workplace).ok).toBe(true)
  })

  test('500 repositories are as many for each owner', () => {
    const repositories = `${names(500, 'a/')},${names(500, 'b/')}`
    expect(parseTargets({ ...none, owner: 'a,b', repositories }, workplace).ok).toBe(true)
  })

  test('a list that names nothing, where that means this repository, draws a warning', () => {
    const parsed = parseTargets({ ...none, repositories: ',' }, workplace)
    expect(parsed.ok && parsed.messages).toEqual([
      {
        level: 'warning',
        message:
          'repositories is ",". It is set, but names no repository. The token is for this repository only.'
      }
    ])
  })
})

describe('planRequests', () => {
  test.each<[Target, Lookup, string]>([
    [everythingOf('a'), { kind: 'account', owner: 'a' }, 'a'],
    [owned('a', ['x', 'y']), { kind: 'repository', owner: 'a', repository: 'x' }, 'a/x, a/y'],
    [owned('a', [], [1]), { kind: 'account', owner: 'a' }, 'repository 1 in a'],
    [owned('a', [], [1, 2]), { kind: 'account', owner: 'a' }, '2 repositories by id in a'],
    [
      owned('a', ['x'], [1, 2]),
      { kind: 'repository', owner: 'a', repository: 'x' },
      'a/x and 2 repositories by id'
    ],
    [
      owned('a', names(12).split(','), [1]),
      { kind: 'repository', owner: 'a', repository: 'r0' },
      'a/r0, a/r1, a/r2, a/r3, a/r4, a/r5, a/r6, a/r7, a/r8, a/r9 and 2 more and repository 1'
    ],
    [
      { kind: 'enterprise', enterprise: 'e' },
      { kind: 'enterprise', enterprise: 'e' },
      'the enterprise e'
    ],
    [installed(7), { kind: 'installation', id: 7 }, 'installation 7'],
    [installed(7, 'a'), { kind: 'installation', id: 7 }, 'a (installation 7)'],
    [installed(7, '', ['x']), { kind: 'installation', id: 7 }, 'x of installation 7'],
    [installed(7, 'a', ['x']), { kind: 'installation', id: 7 }, 'a/x'],
    [installed(7, '', [], [1]), { kind: 'installation', id: 7 }, 'repository 1 of installation 7'],
    [installed(7, 'a', [], [1, 2]), { kind: 'installation', id: 7 }, '2 repositories by id in a']
  ])('%j', (target, lookup, subject) => {
    const requestedPermissions: RequestedPermissions = { kind: 'everything' }
    expect(planRequests([target], requestedPermissions)).toEqual([
      { target, requestedPermissions, lookup, subject }
    ])
  })

  test('one request for each owner, in their order', () => {
    const targets: Targets = [everythingOf('b'), owned('a', ['x']), everythingOf('c')]
    const requests = planRequests(targets, { kind: 'read-all' })
    expect(requests.map(({ subject }) => subject)).toEqual(['b', 'a/x', 'c'])
    expect(requests.map(({ requestedPermissions }) => requestedPermissions.kind)).toEqual([
      'read-all',
      'read-all',
      'read-all'
    ])
  })
})

describe('scopeOf', () => {
  const granted: Permissions = { contents: 'write', workflows: 'write', metadata: 'read' }

  test.each<[Target, RequestedPermissions, Scope]>([
    [everythingOf('a'), { kind: 'everything' }, {}],
    [installed(7), { kind: 'everything' }, {}],
    [{ kind: 'enterprise', enterprise: 'e' }, { kind: 'everything' }, {}],
    [owned('a', ['x']), { kind: 'everything' }, { repositories: ['x'] }],
    [owned('a', [], [1]), { kind: 'everything' }, { repositoryIds: [1] }],
    [
      installed(7, '', ['x'], [1]),
      { kind: 'everything' },
      { repositories: ['x'], repositoryIds: [1] }
    ],
    [
      everythingOf('a'),
      { kind: 'listed', permissions: { issues: 'write' } },
      { permissions: { issues: 'write' } }
    ],
    [
      everythingOf('a'),
      { kind: 'read-all' },
      { permissions: { contents: 'read', metadata: 'read' } }
    ]
  ])('%j with %j', (target, requestedPermissions, scope) => {
    const [request] = planRequests([target], requestedPermissions)
    expect(scopeOf(request, granted)).toEqual(scope)
  })

  test('read-all of nothing is an empty list, and not the absence of one', () => {
    const [request] = planRequests([everythingOf('a')], { kind: 'read-all' })
    expect(scopeOf(request, {})).toEqual({ permissions: {} })
  })
})

describe('readLevels', () => {
  test.each<[Permissions, Permissions]>([
    [{}, {}],
    [{ contents: 'read' }, { contents: 'read' }],
    [
      { contents: 'write', repository_projects: 'admin' },
      { contents: 'read', repository_projects: 'read' }
    ],
    [{ workflows: 'write' }, {}],
    [{ workflows: 'write', profile: 'write', issues: 'write' }, { issues: 'read' }],
    [{ frobnicate: 'admin' }, { frobnicate: 'read' }],
    [
      { constructor: 'write', toString: 'write' } as unknown as Permissions,
      { constructor: 'read', toString: 'read' } as unknown as Permissions
    ]
  ])('%j', (granted, expected) => {
    expect(readLevels(granted)).toEqual(expected)
  })

  test('every listed permission that knows read, and no other', () => {
    const granted = [...KNOWN_PERMISSIONS].map(
      ([name, levels]) => [name, levels.at(-1) ?? 'read'] as [string, Level]
    )
    const readable = [...KNOWN_PERMISSIONS].filter(([, levels]) => levels.includes('read'))
    expect(readable.length).toBeLessThan(granted.length)
    expect(readLevels(Object.fromEntries(granted))).toEqual(
      Object.fromEntries(readable.map(([name]) => [name, 'read']))
    )
  })
})

describe('parseRequestedPermissions', () => {
  test.each<[string, Record<string, string>, RequestedPermissions | readonly ExplanationCode[]]>([
    ['', {}, { kind: 'everything' }],
    ['read-all', {}, { kind: 'read-all' }],
    ['READ-ALL', {}, { kind: 'read-all' }],
    ['contents: read', {}, { kind: 'listed', permissions: { contents: 'read' } }],
    ['', { 'permission-contents': 'read' }, { kind: 'listed', permissions: { contents: 'read' } }],
    ['read-all', { 'permission-contents': 'read' }, ['permission-conflict']],
    ['read-all: read', {}, { kind: 'listed', permissions: { read_all: 'read' } }],
    ['read_all', {}, ['permission-malformed']],
    ['read-all, issues: read', {}, ['permission-malformed']],
    ['{}', {}, ['permission-malformed']],
    [',', {}, ['permission-malformed']]
  ])('%j with %j', (permissions, inputs, expected) => {
    expect(
      outcome(parseRequestedPermissions(permissions, new Map(Object.entries(inputs))))
    ).toEqual(expected)
  })
})

describe('runInParallel', () => {
  /** Work that is done when it is told to be; "failed" ends it all. */
  class Works {
    readonly begun: string[] = []
    most = 0
    private readonly open = new Map<string, (result: string) => void>()

    readonly work = async (item: string): Promise<string> => {
      this.begun.push(item)
      return new Promise((resolve) => {
        this.open.set(item, resolve)
        this.most = Math.max(this.most, this.open.size)
      })
    }

    async end(item: string, result = item.toUpperCase()): Promise<void> {
      this.open.get(item)?.(result)
      this.open.delete(item)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async function run(works: Works, items: readonly string[], most: number): Promise<string[]> {
    return runInParallel(items, works.work, {
      limit: most,
      isLast: (result) => result === 'failed'
    })
  }

  test('the results stand in the order of the items, whichever is done first', async () => {
    const works = new Works()
    const all = run(works, ['a', 'b', 'c'], 10)
    for (const item of ['c', 'a', 'b']) await works.end(item)
    expect(await all).toEqual(['A', 'B', 'C'])
  })

  test('no more than so many at a time, and the next as soon as one is done', async () => {
    const works = new Works()
    const all = run(works, ['a', 'b', 'c', 'd'], 2)
    expect(works.begun).toEqual(['a', 'b'])
    await works.end('b')
    expect(works.begun).toEqual(['a', 'b', 'c'])
    await works.end('c')
    expect(works.begun).toEqual(['a', 'b', 'c', 'd'])
    await works.end('a')
    await works.end('d')
    expect(await all).toHaveLength(4)
    expect(works.most).toBe(2)
  })

  test('after a failure what was begun is waited for, and nothing else is begun', async () => {
    const works = new Works()
    const all = run(works, ['a', 'b', 'c', 'd'], 2)
    await works.end('a', 'failed')
    await works.end('b')
    expect(works.begun).toEqual(['a', 'b'])
    expect(await all).toEqual(['failed', 'B'])
  })

  test('every failure of what was begun is kept', async () => {
    const works = new Works()
    const all = run(works, ['a', 'b'], 2)
    await works.end('b', 'failed')
    await works.end('a', 'failed')
    expect(await all).toEqual(['failed', 'failed'])
  })

  test('nothing to do', async () => {
    expect(await run(new Works(), [], 10)).toEqual([])
  })
})
