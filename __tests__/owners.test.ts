import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../local/github/faults'
import type { EmbeddedGitHub } from '../local/github/server'
import { addOrganization, installationOn, type GitHubData } from '../local/github/github-data'
import { stateFile } from './support/token-checks'
import { ACCOUNT, explained, CREATION } from './support/explained'
import { cancel, deferred } from './support/timing'
import { unrecorded } from './support/recorder'
import { scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { testWithSignals } from './support/system'
import { bareLog } from './support/post-log'

/** The bodies of all requests for a token, by the installation. */
function creationBodies(github: EmbeddedGitHub): Record<string, unknown> {
  const posts = github.exchanges.filter(({ method }) => method === 'POST')
  return Object.fromEntries(
    posts.map(({ path, requestBody }) => [path.split('/')[3], requestBody])
  ) as Record<string, unknown>
}

/** How many tokens were asked for so far. */
function postsOf({ exchanges }: EmbeddedGitHub): number {
  return exchanges.filter(({ method }) => method === 'POST').length
}

function tokenOf(github: EmbeddedGitHub, installationId: number): string {
  const found = github.tokens().filter((token) => token.installationId === installationId)
  expect(found).toHaveLength(1)
  return found[0]?.value ?? ''
}

/** Main created a token for each, post revoked them all, nothing is left alive. */
function expectAllRevoked({ main, post, github }: Scenario, subjects: readonly string[]): void {
  expect(main.exitCode).toBe(0)
  expect(bareLog(post).split('\n').sort()).toEqual(
    subjects.map((subject) => `Token for ${subject} revoked`).sort()
  )
  expect(github.tokens()).toHaveLength(subjects.length)
  expect(github.liveTokens()).toEqual([])
  for (const { value } of github.tokens()) expect(main.masks).toContain(value)
}

/** Adds so many organizations on which the App is installed: org-1, org-2, … with 5001, 5002, … */
function organizations(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `org-${index + 1}`)
}

function withOrganizations(count: number): (data: GitHubData) => void {
  return (data) => {
    organizations(count).forEach((login, index) => addOrganization(data, login, 5001 + index))
  }
}

/** A failed step; by the time that post starts no token of it is alive. */
async function failed(
  options: ScenarioOptions,
  created: number
): Promise<Awaited<ReturnType<typeof explained>>> {
  let alive: number | undefined
  const result = await explained({
    ...options,
    between: (_, __, github) => {
      alive = github.liveTokens().length
    }
  })
  expect(result.run.github.tokens()).toHaveLength(created)
  expect(alive).toBe(0)
  expect(bareLog(result.run.post)).toBe('Nothing to revoke: this step output no token.')
  return result
}

describe('a token for each owner', () => {
  test.each(['classic', 'stateless'] as const)(
    'is created, output and revoked: %s tokens',
    async (format) => {
      const result = await scenario({
        with: { owner: 'octo-org, mona' },
        data: (data) => {
          data.tokenFormat = format
        }
      })
      expectAllRevoked(result, ['octo-org', 'mona'])
      const { main, github, transcript } = result
      expect([...transcript].sort()).toEqual([
        'DELETE /installation/token 204',
        'DELETE /installation/token 204',
        'GET /users/mona/installation 200',
        'GET /users/octo-org/installation 200',
        'POST /app/installations/4242/access_tokens 201',
        'POST /app/installations/4243/access_tokens 201'
      ])
      expect(creationBodies(github)).toEqual({ 4242: {}, 4243: {} })
      const [first, second] = [tokenOf(github, 4242), tokenOf(github, 4243)]
      expect(main.outputs).toMatchObject({
        token: first,
        'installation-id': '4242',
        'app-slug': 'octo-bot',
        'repository-selection': 'selected',
        repositories: '',
        owner: 'octo-org',
        'token-source': 'app'
      })
      expect(JSON.parse(main.outputs['tokens'] ?? '')).toEqual({ 'octo-org': first, mona: second })
      const lines = main.log.split('\n')
      expect(lines).toHaveLength(11)
      expect(lines.filter((line) => line.includes('hashed_token:"'))).toHaveLength(2)
      expect(lines.filter((_, at) => [0, 3, 6, 7].includes(at))).toEqual([
        'Token for every repository that octo-bot can reach in octo-org (repositories is empty)',
        'Token for every repository that octo-bot can reach in mona (repositories is empty)',
        expect.stringMatching(/^They expire at .*\. They are revoked when this job ends\.$/),
        'The output tokens has one token for each of the 2 owners. The other outputs are about the first, octo-org'
      ])
      expect(lines[2]).toContain('App octo-bot, installation 4242, key SHA256:')
      expect(lines[5]).toContain('App octo-bot, installation 4243, key SHA256:')
      expect(main.annotations).toEqual([])
    }
  )

  test.each([
    ['commas', 'octo-org,mona'],
    ['lines', 'octo-org\nmona\n'],
    ['lines of Windows', 'octo-org\r\nmona'],
    ['both, with empty entries', ' octo-org ,\n,\n mona ,'],
    ['names given twice', 'octo-org, mona, octo-org, mona'],
    ['other letter cases', 'OCTO-ORG, Mona'],
    ['names given twice in other letter cases', 'octo-org, Octo-Org, MONA, mona'],
    ['an address among them', 'https://github.com/octo-org, mona']
  ])('the owners are read from %s', async (_, owner) => {
    const result = await scenario({ with: { owner } })
    expect(result.main.exitCode).toBe(0)
    const { github, main } = result
    expect(github.tokens()).toHaveLength(2)
    expect(github.liveTokens()).toEqual([])
    expect(JSON.parse(main.outputs['tokens'] ?? '')).toEqual({
      'octo-org': tokenOf(github, 4242),
      mona: tokenOf(github, 4243)
    })
    expect(main.outputs['owner']).toBe('octo-org')
  })

  test('the single outputs are those of the first named, whichever GitHub answers first', async () => {
    const released = deferred()
    const { main, github } = await scenario({
      with: { owner: 'mona, octo-org' },
      arrange: (embedded) => {
        embedded.fail(ACCOUNT, { kind: 'delay', until: released.promise })
      },
      during: async (running, embedded) => {
        await running.until(() => embedded.tokens().length === 1)
        released.resolve()
      }
    })
    expect(main.outputs).toMatchObject({
      token: tokenOf(github, 4243),
      'installation-id': '4243',
      owner: 'mona',
      'repository-selection': 'all'
    })
    expect(main.log).toContain('The other outputs are about the first, mona')
  })

  test('named repositories go to their owners, in any order and letter case', async () => {
    const repositories = 'octo-org/hello, MONA/blog\nOcto-Org/lib, octo-org/HELLO'
    const result = await scenario({ with: { owner: 'octo-org, mona', repositories } })
    const { main, github, transcript } = result
    expect(main.exitCode).toBe(0)
    expect(github.liveTokens()).toEqual([])
    const bodies = creationBodies(github) as Record<string, { repositories: string[] }>
    expect(bodies['4242']?.repositories.map((name) => name.toLowerCase())).toEqual(['hello', 'lib'])
    expect(bodies['4243']).toEqual({ repositories: ['blog'] })
    expect(transcript.filter((line) => line.startsWith('GET')).sort()).toEqual([
      'GET /repos/mona/blog/installation 200',
      expect.stringMatching(/^GET \/repos\/octo-org\/hello\/installation 200$/i)
    ])
    expect(main.outputs['repositories']).toBe('["octo-org/hello","octo-org/lib"]')
    expect(result.post.log).toContain('Token for mona/blog revoked')
  })

  test('the permissions asked for are asked for each', async () => {
    const { main, github } = await scenario({
      with: { owner: 'octo-org, mona', permissions: 'contents: read' }
    })
    const permissions = { contents: 'read' }
    expect(creationBodies(github)).toEqual({ 4242: { permissions }, 4243: { permissions } })
    expect(main.log.match(/^Permissions: contents: read, metadata: read$/gm)).toHaveLength(2)
  })

  test('the output tokens is there for an enterprise as well', async () => {
    const { main, github } = await scenario({ with: { enterprise: 'octo-enterprise' } })
    expect(JSON.parse(main.outputs['tokens'] ?? '')).toEqual({
      'octo-enterprise': tokenOf(github, 4244)
    })
    expect(main.log).not.toContain('The output tokens')
  })

  test('skip-token-revoke keeps them all, and leaves none of them in the state', async () => {
    const { main, post, github } = await scenario({
      with: { owner: 'octo-org, mona', 'skip-token-revoke': 'true' }
    })
    expect(github.liveTokens()).toHaveLength(2)
    expect(main.state['github-app-token']).not.toContain('ghs_')
    expect(bareLog(post)).toBe('The token was kept: skip-token-revoke is true.')
  })

  test('one that post cannot revoke is named, and keeps no other alive', async () => {
    // Which one that is depends on which request comes first.
    const { post, github } = await unrecorded(() =>
      scenario({
        with: { owner: 'octo-org, mona' },
        arrange: (embedded) => {
          embedded.fail('DELETE /installation/token', { kind: 'status', status: 403 })
        }
      })
    )
    const [alive, ...others] = github.liveTokens()
    expect(others).toEqual([])
    const [kept, gone] =
      alive?.installationId === 4242 ? ['octo-org', 'mona'] : ['mona', 'octo-org']
    expect(post.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringMatching(
        `^warning: The token for ${kept} was not revoked: .*403.* It expires by`
      )
    ])
    expect(post.log).toContain(`Token for ${gone} revoked`)
  })
})

describe('nothing reaches beyond the owners that are named, and each has a share', () => {
  test.each<[string, Record<string, string>, string, string, string]>([
    [
      'an owner without a repository',
      { owner: 'octo-org, mona', repositories: 'octo-org/hello' },
      'owner names mona, but repositories names no repository of this account. Nothing was sent to GitHub.',
      'add `mona/NAME` to `repositories`',
      'scope-conflict'
    ],
    [
      'a bare name',
      { owner: 'octo-org, mona', repositories: 'octo-org/hello, mona/blog, lib' },
      'repositories contains "lib", but owner names 2 accounts: octo-org, mona. Nothing was sent to GitHub.',
      'write it with its owner, such as `octo-org/lib`.',
      'scope-conflict'
    ],
    [
      'an owner that is not named, beside several',
      { owner: 'octo-org, mona', repositories: 'octo-org/hello, mona/blog, sleepy-org/bed' },
      'repositories contains sleepy-org/bed, but owner names octo-org, mona. Nothing was sent to GitHub.',
      'set `owner: octo-org, mona, sleepy-org`',
      'repository-owner-mismatch'
    ],
    [
      'an owner that is not named, beside one',
      { owner: 'octo-org', repositories: 'mona/blog' },
      'repositories contains mona/blog, but owner is octo-org. Nothing was sent to GitHub.',
      'set `owner: octo-org, mona`',
      'repository-owner-mismatch'
    ],
    [
      "an owner that is not the workflow's",
      { repositories: 'mona/blog' },
      'repositories contains mona/blog, but owner is not set, so the owner is octo-org. Nothing was sent to GitHub.',
      'set `owner: octo-org, mona`',
      'repository-owner-mismatch'
    ]
  ])('%s is refused', async (_, inputs, problem, fix, code) => {
    const result = await explained({ with: inputs })
    expect(result.lines[0]).toBe(problem)
    expect(result.lines[1]).toContain(fix)
    expect(result.code).toBe(code)
    expect(result.run.transcript).toEqual([])
  })

  test.each([
    'mona/blog',
    'hello, mona/blog',
    'hello\nmona/blog',
    'octo-org/hello,MONA/blog',
    '["mona/blog"]',
    'https://github.com/mona/blog',
    'git@github.com:mona/blog.git'
  ])(
    'a value passed through from a dispatch input reaches no other organization: %j',
    async (repositories) => {
      const { code, run } = await explained({
        eventName: 'workflow_dispatch',
        event: { inputs: { repositories }, repository: { private: false } },
        with: { owner: 'octo-org', repositories }
      })
      expect(code).toBe('repository-owner-mismatch')
      expect(run.transcript).toEqual([])
    }
  )

  test('everything that is wrong is told at once', async () => {
    const { lines, title, run } = await explained({
      with: { owner: 'octo-org, mona, sleepy-org', repositories: 'octo-org/hello, lib, a/b, c d' }
    })
    expect(title).toBe('3 inputs need correcting')
    expect(lines.filter((line) => /^\d\. /.test(line))).toEqual([
      expect.stringContaining('1. repositories contains "c d"'),
      expect.stringContaining('2. repositories contains "lib"'),
      expect.stringContaining('3. repositories contains a/b')
    ])
    expect(run.transcript).toEqual([])
  })
})

describe('when one owner fails, the others are revoked at once and nothing is output', () => {
  const takenBack = 'The token for octo-org was revoked. No token is output.'

  test('not installed there', async () => {
    const { title, lines, code } = await failed({ with: { owner: 'octo-org, lonely-org' } }, 1)
    expect(title).toBe('The App is not installed on this account')
    expect(lines.slice(0, 2)).toEqual(['octo-bot is not installed on lonely-org.', takenBack])
    expect(code).toBe('app-not-installed')
  })

  test('suspended there', async () => {
    const { lines, code } = await failed({ with: { owner: 'sleepy-org, octo-org' } }, 1)
    expect(lines[0]).toContain(
      'octo-bot is installed on sleepy-org, but the installation is suspended'
    )
    expect(lines[1]).toBe(takenBack)
    expect(code).toBe('installation-suspended')
  })

  test('a permission that was not granted there', async () => {
    const { lines, code } = await failed(
      {
        with: { owner: 'octo-org, mona', permissions: 'contents: write' },
        data: (data) => {
          installationOn(data, 'mona').permissions['contents'] = 'read'
        }
      },
      1
    )
    expect(lines.slice(0, 3)).toEqual([
      'octo-bot lacks 1 permission on mona.',
      '  contents: write   granted: read',
      takenBack
    ])
    expect(code).toBe('permissions-not-granted')
  })

  test('a repository out of reach there', async () => {
    const { lines, code } = await failed(
      { with: { owner: 'octo-org, mona', repositories: 'octo-org/lib, mona/blog, mona/nope' } },
      1
    )
    expect(lines[0]).toBe(
      'mona has no repository nope. octo-bot can reach all repositories of mona.'
    )
    expect(lines[1]).toBe('The token for octo-org/lib was revoked. No token is output.')
    expect(code).toBe('repositories-not-accessible')
  })

  test('GitHub is not available for one', async () => {
    const unavailable = { kind: 'status', status: 503 } as const
    const ordinary = { kind: 'delay', ms: 0 } as const
    const { lines, code, run } = await failed(
      {
        with: { owner: 'octo-org, mona, org-1' },
        data: withOrganizations(1),
        arrange: (github) => {
          github.fail(ACCOUNT, [unavailable, ordinary, ordinary])
          github.fail(ACCOUNT, unavailable, 3)
        }
      },
      2
    )
    const refused = new Set(run.transcript.filter((line) => line.endsWith(' 503')))
    expect(refused.size).toBe(1)
    const owners = ['octo-org', 'mona', 'org-1'].filter(
      (owner) => ![...refused].join().includes(owner)
    )
    expect(lines.slice(0, 2)).toEqual([
      'For octo-org: GitHub answered 503 four times.',
      `The tokens for ${owners.join(', ')} were revoked. No token is output.`
    ])
    expect(code).toBe('github-unavailable')
  })

  test('GitHub grants one something other than was asked', async () => {
    const { lines, code, run } = await failed(
      {
        with: { owner: 'octo-org, mona', permissions: 'contents: read' },
        arrange: (github) => {
          github.fail(CREATION, {
            kind: 'edit',
            edit: (body) => ({ ...body, permissions: { contents: 'write', metadata: 'read' } })
          })
        }
      },
      2
    )
    const other = run.github.tokens()[0]?.installationId === 4242 ? 'mona' : 'octo-org'
    expect(lines[0]).toContain('The token was revoked.')
    expect(lines).toContain(`The token for ${other} was revoked. No token is output.`)
    expect(code).toBe('grant-differs')
  })

  test('every failure is explained in the one annotation', async () => {
    const { title, lines, code } = await failed(
      { with: { owner: 'lonely-org, octo-org, sleepy-org' } },
      1
    )
    expect(title).toBe('2 of 3 tokens could not be created')
    expect(lines[0]).toBe('2 of 3 tokens could not be created.')
    expect(lines.filter((line) => /^\d\. /.test(line))).toEqual([
      '1. octo-bot is not installed on lonely-org.',
      expect.stringMatching(
        /^2\. octo-bot is installed on sleepy-org, but the installation is suspended: /
      )
    ])
    expect(lines.filter((line) => line.startsWith('   Fix: '))).toHaveLength(2)
    expect(lines[2]?.trim()).toBe(takenBack)
    expect(code).toBe('app-not-installed')
  })

  test('what keeps every token from being created is said once', async () => {
    const { title, lines, code, run } = await failed(
      {
        with: { owner: 'octo-org, mona, sleepy-org' },
        data: (data) => {
          data.app.publicKeys = [generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey]
        }
      },
      0
    )
    expect(title).toBe('The private key does not belong to this App')
    expect(lines.join('\n').match(/could not be decoded/g)).toHaveLength(1)
    expect(lines.filter((line) => line.includes('Fix: '))).toHaveLength(1)
    expect(code).toBe('key-refused')
    expect(run.transcript.filter((line) => line.endsWith(' 401'))).toHaveLength(3)
  })

  test('what is said once counts as often as it occurred', async () => {
    const { title, lines } = await failed(
      {
        with: { owner: 'octo-org, lonely-org, mona' },
        arrange: (github) => {
          github.fail(CREATION, { kind: 'status', status: 409, body: { message: 'Conflict' } }, 2)
        }
      },
      0
    )
    expect(title).toBe('3 of 3 tokens could not be created')
    expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(2)
  })

  test('what cannot be revoked at once is left to post, and not said to be gone', async () => {
    const { lines, run } = await explained({
      with: { owner: 'octo-org, lonely-org' },
      arrange: (github) => {
        github.fail('DELETE /installation/token', { kind: 'status', status: 403 })
      },
      between: (_, __, github) => {
        expect(github.liveTokens()).toHaveLength(1)
      }
    })
    expect(lines.join('\n')).not.toContain('was revoked.')
    expect(bareLog(run.post)).toBe('Token for octo-org revoked')
    expect(run.github.liveTokens()).toEqual([])
  })

  test('owners whose turn has not come are not asked for any more', async () => {
    const owners = ['lonely-org', ...organizations(12)]
    const released = deferred()
    const { code, run } = await failed(
      {
        with: { owner: owners.join() },
        data: withOrganizations(12),
        arrange: (github) => {
          github.fail(CREATION, { kind: 'delay', until: released.promise }, 12)
        },
        during: async (main, github) => {
          await main.until(() => postsOf(github) === 9)
          released.resolve()
        }
      },
      9
    )
    expect(code).toBe('app-not-installed')
    const asked = run.transcript.filter((line) => line.startsWith('GET /users/org-'))
    expect(asked).toHaveLength(9)
    const late = asked.filter((line) => /org-1[0-2]/.test(line))
    expect(late).toEqual([])
  })
})

describe('many owners', () => {
  test('never have more than ten requests under way', async () => {
    const owners = organizations(12)
    const released = deferred()
    let most = 0
    const result = await scenario({
      with: { owner: owners.join('\n') },
      data: withOrganizations(12),
      arrange: (github) => {
        github.fail(CREATION, { kind: 'delay', until: released.promise }, 12)
      },
      during: async (main, github) => {
        await main.until(() => postsOf(github) >= 10)
        // One more would be here by then.
        await sleep(200)
        most = postsOf(github)
        released.resolve()
      }
    })
    expect(most).toBe(10)
    expectAllRevoked(result, owners)
    const tokens = JSON.parse(result.main.outputs['tokens'] ?? '') as Record<string, string>
    expect(Object.keys(tokens)).toEqual(owners)
    expect(new Set(Object.values(tokens)).size).toBe(12)
  })

  test.each([
    ['ahead', -2],
    ['behind', 2]
  ])(
    "the runner's clock is %s: each first call is refused, and all are corrected",
    async (_, hours) => {
      const owners = organizations(4)
      const released = deferred()
      const result = await scenario({
        with: { owner: owners.join() },
        data: withOrganizations(4),
        arrange: (github) => {
          github.data.now = () => Date.now() + hours * 3_600_000
          github.fail(ACCOUNT, { kind: 'delay', until: released.promise }, 4)
        },
        during: async (main, github) => {
          await main.until(() => github.exchanges.length === 4)
          released.resolve()
        }
      })
      expect(result.main.exitCode).toBe(0)
      const counts = new Map<string, number>()
      for (const line of result.transcript) {
        const kind = `${line.split(' ')[0] ?? ''} ${line.split(' ')[2] ?? ''}`
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
      }
      expect(Object.fromEntries(counts)).toEqual({
        'GET 401': 4,
        'GET 200': 4,
        'POST 201': 4,
        'DELETE 204': 4
      })
      expect(result.main.annotations).toHaveLength(1)
      expect(result.main.annotations[0]?.message).toContain('120 minutes')
      expect(result.github.liveTokens()).toEqual([])
    }
  )
})

describe('a job that is cancelled between two creations', () => {
  /** One creation is answered at once, the other is not; then comes the signal, and then the rest. */
  function cancelled(
    second: Fault,
    signal: NodeJS.Signals,
    then: () => void = () => undefined
  ): ScenarioOptions {
    return {
      with: { owner: 'octo-org, mona' },
      isClockStopped: true,
      arrange: (github) => {
        github.fail(CREATION, [{ kind: 'delay', ms: 0 }, second])
      },
      during: async (main, github, job, clock) => {
        const isCreated = await main.until(() => {
          const [token] = github.tokens()
          if (token === undefined || postsOf(github) < 2) return false
          return readFileSync(stateFile(job), 'utf8').includes(token.value)
        })
        expect(isCreated).toBe(true)
        await cancel(main, clock, signal)
        then()
      }
    }
  }

  testWithSignals.each(['SIGINT', 'SIGTERM'] as const)(
    'saves both, hands neither over, and post revokes them: %s',
    async (signal) => {
      const released = deferred()
      const { main, post, github } = await scenario(
        cancelled({ kind: 'delay', until: released.promise }, signal, released.resolve)
      )
      expect([main.exitCode, main.signal]).toEqual([1, null])
      expect(main.outputs).toEqual({})
      expect(main.log).toBe('The job was cancelled: no token is output.')
      expect(github.tokens()).toHaveLength(2)
      expect(bareLog(post).split('\n').sort()).toEqual([
        'Token for mona revoked',
        'Token for octo-org revoked'
      ])
      expect(github.liveTokens()).toEqual([])
    }
  )

  test('leaves what was saved to post, even killed on the spot', async () => {
    const { main, post, github } = await scenario(cancelled({ kind: 'hang' }, 'SIGKILL'))
    expect([main.exitCode, main.signal]).toEqual([null, 'SIGKILL'])
    expect(main.outputs).toEqual({})
    const [token, ...others] = github.tokens()
    expect(others).toEqual([])
    expect(main.masks).toContain(token?.value)
    expect(main.state['github-app-token']).toContain(token?.value)
    const saved = token?.installationId === 4242 ? 'octo-org' : 'mona'
    expect(bareLog(post)).toBe(`Token for ${saved} revoked`)
    expect(github.liveTokens()).toEqual([])
  })

  testWithSignals('starts no further one', async () => {
    const released = deferred()
    const { main, github } = await scenario({
      with: { owner: organizations(12).join() },
      data: withOrganizations(12),
      arrange: (embedded) => {
        embedded.fail(CREATION, { kind: 'delay', until: released.promise }, 12)
      },
      during: async (running, embedded, _, clock) => {
        expect(await running.until(() => postsOf(embedded) === 10)).toBe(true)
        await cancel(running, clock, 'SIGINT')
        released.resolve()
      }
    })
    expect(main.outputs).toEqual({})
    expect(github.tokens()).toHaveLength(10)
    expect(github.liveTokens()).toEqual([])
  })
})
