import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../local/github/faults'
import { installationOn, type GitHubData } from '../local/github/github-data'
import type { RouteName } from '../local/github/routes'
import type { EmbeddedGitHub } from '../local/github/server'
import type { JobOptions } from '../local/runner'
import { EMPTY_LEDGER, sealLedger } from '../src/renew/ledger'
import { hasCome, later } from '../src/renew/schedule'
import { CREATION, explained, LOOKUP } from './support/explained'
import { withKeyService } from './support/key-service'
import { expectLeaks } from './support/leak-check'
import {
  describeWithGit,
  describeWithGitLfs,
  gitFiles,
  laterEnvironment,
  runGit
} from './support/git-scenario'
import { startGitServer, type GitServer } from './support/git-server'
import { renewable, withTokenService, type TokenServiceScenario } from './support/token-service'
import {
  expectNothingLeft,
  kill,
  LIFE,
  preloaded,
  RENEWAL,
  renewalJob,
  runs,
  until,
  warnings,
  type RenewalJob,
  type RenewalOptions
} from './support/renewal'
import { sample, triesAll } from './support/search'
import { canLink, describeWithSignals, isWindows, testWithLinks } from './support/system'
import { deferred, type SharedClock } from './support/timing'

/** Takes some seconds, so `npm test` leaves it out. */
const testInFull: jest.It = triesAll ? test : test.skip

/** No system has a process with this number. */
const NO_PROCESS = 2 ** 30

const REVOCATION = 'DELETE /installation/token'

type OtherThing = readonly [string, (path: string) => void]

/** What is no file. The path of a socket is too long on other systems. */
const OTHER_THINGS: readonly OtherThing[] = [
  [
    'a folder',
    (path) => {
      mkdirSync(path)
    }
  ],
  ...(canLink
    ? [
        [
          'a link',
          (path: string): void => {
            symlinkSync(__filename, path)
          }
        ] as const
      ]
    : []),
  ...(isWindows
    ? []
    : [
        [
          'a pipe',
          (path: string): void => {
            spawnSync('mkfifo', [path])
            expect(lstatSync(path).isFIFO()).toBe(true)
          }
        ] as const
      ]),
  ...(process.platform === 'linux' ? [['a socket', makeSocket] as const] : [])
]

/** Makes a socket on which nobody listens. */
function makeSocket(path: string): void {
  const code = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['-e', code, path])
  expect(lstatSync(path).isSocket()).toBe(true)
}

test('the token in the file is good at every read, and the first one keeps its hour', async () => {
  await renewalJob({}, async (renewal) => {
    const { github, main, pass, tokenInFile, post } = renewal
    expect(main.exitCode).toBe(0)
    expect(main.log).toContain(
      '; renewed every 4 seconds until this job ends, in token-file. It is revoked when this job ends.'
    )
    const [first] = github.tokens()
    expect([main.outputs['token'], tokenInFile()]).toEqual([first?.value, first?.value])
    const end = Date.parse(first?.expiresAt ?? '')
    for (let step = 0; step < 30; step++) {
      await pass(LIFE / 10)
      const live = github.liveTokens().map(({ value }) => value)
      expect(live).toContain(tokenInFile())
      expect(live.includes(first?.value ?? '')).toBe(github.data.now() < end)
    }
    const count = github.tokens().length - 1
    expect(count).toBeGreaterThan(4)
    const ended = await post()
    expect(ended.annotations).toEqual([])
    expect(ended.log).toMatch(
      new RegExp(`^Renewed ${count} times, last at \\d\\d:\\d\\d UTC$`, 'm')
    )
    const hashes = github
      .tokens()
      .map(({ value }) => createHash('sha256').update(value).digest('base64'))
    expect(
      [...ended.log.matchAll(/^ {2}\d\d:\d\d UTC ([\w+/]{43}=)$/gm)].map(([, hash]) => hash)
    ).toEqual(hashes.slice(1))
    await expectNothingLeft(renewal)
  })
})

test('a key service that refuses for no known reason: post does not speak of details', async () => {
  await withKeyService('vault', {}, async ({ options, service }) => {
    const { with: inputs = {}, env = {} } = options
    await renewalJob({ with: inputs, env, isOffDescription: true }, async (renewal) => {
      service.fail('sign', { kind: 'status', status: 418 }, 100)
      await renewal.pass(LIFE + 2_000)
      const { log: end } = await renewal.post()
      expect(end).toContain('Fix: search for the words of this answer in docs/TROUBLESHOOTING.md.')
      expect(end).not.toContain('details above')
    })
  })
})

test('a key in a key service: the renewer logs in anew each time', async () => {
  await withKeyService('vault', {}, async ({ options, service }) => {
    const { with: inputs = {}, env = {} } = options
    await renewalJob({ with: inputs, env }, async (renewal) => {
      await renewal.pass(RENEWAL)
      expect(renewal.github.tokens()).toHaveLength(2)
      const logins = service.exchanges.filter(({ path }) => path.endsWith('/login'))
      expect(logins).toHaveLength(2)
      expect(warnings(await renewal.post())).toEqual([])
      await expectNothingLeft(renewal)
    })
  })
})

describe('a token of a token service', () => {
  const FOREIGN = 'glpat-EXAMPLE0123456789abcdef'

  const giveForeign = ({ service }: TokenServiceScenario): void => {
    const faults = [FOREIGN, `${FOREIGN}2`, `${FOREIGN}3`].map((token): Fault => ({
      kind: 'status',
      status: 200,
      body: { token }
    }))
    service.fail('exchange', faults)
  }

  /** The service does not say when its token ends, so it is renewed after half an hour. */
  async function renewOnce({ pass, clock }: RenewalJob): Promise<void> {
    await pass(1_000)
    clock.jumpAhead(30 * 60_000)
    await pass(10_000)
  }

  function tokensSent({ github }: RenewalJob): string[] {
    return github.exchanges.map(({ requestHeaders }) => requestHeaders.authorization ?? '')
  }

  test('the renewer asks the service again', async () => {
    await withTokenService({}, async (services) => {
      await renewalJob(renewable(services), async (renewal) => {
        await renewOnce(renewal)
        const [, renewed] = renewal.github.tokens()
        expect(renewal.tokenInFile()).toBe(renewed?.value)
        expect(services.service.exchanges).toHaveLength(2)
        expect(warnings(await renewal.post())).toEqual([])
        await expectNothingLeft(renewal)
      })
    })
  })

  test('a renewed one that is not of a GitHub App is not used, and GitHub never sees it', async () => {
    await withTokenService({}, async (services) => {
      await renewalJob(renewable(services), async (renewal) => {
        const first = renewal.tokenInFile()
        giveForeign(services)
        await renewOnce(renewal)
        expect(renewal.tokenInFile()).toBe(first)
        const post = await renewal.post()
        expect(post.log).toContain(
          'the token service gave a token that is not one of a GitHub App, although the first one was.'
        )
        expect(warnings(post).join('\n')).toMatch(
          /The token for .* \(renewed at .*\) cannot be revoked/
        )
        expect(tokensSent(renewal).filter((sent) => sent.includes(FOREIGN))).toEqual([])
        expect(post.masks).toContain(FOREIGN)
        await expectNothingLeft(renewal)
      })
    })
  })

  test('the same one again is not used, and not revoked', async () => {
    await withTokenService({}, async (services) => {
      await renewalJob(renewable(services), async (renewal) => {
        const token = renewal.tokenInFile()
        const again: Fault = { kind: 'status', status: 200, body: { token } }
        services.service.fail('exchange', again)
        renewal.github.fail('GET /installation/repositories', { kind: 'status', status: 503 }, 4)
        await renewOnce(renewal)
        expect(renewal.tokenInFile()).toBe(token)
        expect(renewal.github.liveTokens().map(({ value }) => value)).toEqual([token])
        expect((await renewal.post()).log).toContain('the token service gave the same token again.')
        await expectNothingLeft(renewal)
      })
    })
  })

  test.each([['with post'], ['without post, because the folder is gone']])(
    'none of them is of a GitHub App: each is used, and GitHub never sees one: %s',
    async (end) => {
      await withTokenService({}, async (services) => {
        giveForeign(services)
        await renewalJob(renewable(services), async (renewal) => {
          await renewOnce(renewal)
          expect(services.service.exchanges).toHaveLength(2)
          expect(renewal.tokenInFile()).toBe(`${FOREIGN}2`)
          if (end === 'with post') {
            const post = await renewal.post()
            expect(post.log).toMatch(/^Renewed once, /m)
            expect(warnings(post).join('\n')).toContain('cannot be revoked')
          } else {
            rmSync(renewal.folder, { recursive: true })
            await renewal.pass(10_000)
            await until(() => !runs(renewal.renewer))
          }
          expect(tokensSent(renewal)).toEqual([])
        })
      })
    }
  )
})

/** Four tries of one request take some seconds. */
const LONGER_LIFE = 24_000

function livesLonger(data: GitHubData): void {
  data.tokenLife = LONGER_LIFE
}

describe('the clock of the runner', () => {
  const HOUR = 60 * 60_000
  const preload = preloaded('wrong-clock.cjs')
  const wrongClock = {
    nodeArguments: ['--require', preload],
    env: { TEST_RENEWER_PRELOAD: preload }
  }

  const livesAnHour = (data: GitHubData): void => {
    data.tokenLife = HOUR
  }

  function setOffset({ env }: SharedClock, hours: number): void {
    writeFileSync(join(env['TEST_CLOCK_SHARED'] ?? '', 'offset'), String(hours * HOUR))
  }

  async function halfAnHour({ clock, pass }: RenewalJob): Promise<void> {
    clock.jumpAhead(31 * 60_000)
    await pass(12_000)
  }

  test.each([-3, 1.6, 3, 23])('is wrong by %d hours: every token is revoked', async (hours) => {
    const options: RenewalOptions = {
      ...wrongClock,
      data: livesAnHour,
      arrange: (_, clock) => {
        setOffset(clock, hours)
      }
    }
    await renewalJob(options, async (renewal) => {
      await halfAnHour(renewal)
      await halfAnHour(renewal)
      expect(renewal.github.tokens()).toHaveLength(3)
      expect(renewal.tokenInFile()).toBe(renewal.github.tokens()[2]?.value)
      expect(warnings(await renewal.post())).toEqual([])
      await expectNothingLeft(renewal)
    })
  })

  test('is set right, by 23 hours, where no runner is seen: the tokens of the job live on', async () => {
    const options: RenewalOptions = {
      env: { ...wrongClock.env, TEST_PPID: '0' },
      nodeArguments: [...wrongClock.nodeArguments, '--require', preloaded('other-parent.cjs')],
      data: livesAnHour,
      arrange: (_, clock) => {
        setOffset(clock, 0)
      }
    }
    await renewalJob(options, async (renewal) => {
      await renewal.pass(1_000)
      setOffset(renewal.clock, 23)
      await renewal.pass(20_000)
      const live = renewal.github.liveTokens().map(({ value }) => value)
      expect(live).toContain(renewal.main.outputs['token'])
      expect(live).toContain(renewal.tokenInFile())
      const end = await renewal.post()
      expect(warnings(end)).toEqual([])
      expect(end.log).not.toContain('no valid token')
      await expectNothingLeft(renewal)
    })
  })
})

describe('GitHub fails', () => {
  test('once, and asks to wait for a day: it is asked again while the token is good', async () => {
    await renewalJob({ isOffDescription: true, data: livesLonger }, async (renewal) => {
      const headers = { 'retry-after': '86400' }
      renewal.github.fail(LOOKUP, { kind: 'status', status: 503, headers }, 1)
      await renewal.pass(LONGER_LIFE * 0.9)
      expect(renewal.github.tokens()).toHaveLength(2)
      expect(renewal.tokenInFile()).toBe(renewal.github.tokens()[1]?.value)
      expect(warnings(await renewal.post())).toEqual([])
      await expectNothingLeft(renewal)
    })
  })

  test.each<[string, RouteName, number, number, string]>([
    // One renewal, with its retries.
    ['it does not answer', LOOKUP, 500, 4, 'One renewal failed and was'],
    ['it creates no token, twice', CREATION, 403, 2, '2 renewals failed and were']
  ])('for a while: %s, and nobody notices', async (_, route, status, times, words) => {
    await renewalJob({ isOffDescription: true, data: livesLonger }, async (renewal) => {
      const { github, pass, tokenInFile, post } = renewal
      github.fail(route, { kind: 'status', status }, times)
      for (let step = 0; step < 10; step++) {
        await pass(LONGER_LIFE / 8)
        expect(github.liveTokens().map(({ value }) => value)).toContain(tokenInFile())
      }
      const end = await post()
      expect(warnings(end)).toEqual([])
      const line = `^${words} tried again in time\\. The last, at .*: GitHub`
      expect(end.log).toMatch(new RegExp(line, 'm'))
      await expectNothingLeft(renewal)
    })
  })

  testInFull('until the token has ended: post says when there was none', async () => {
    await renewalJob({ isOffDescription: true, data: livesLonger }, async (renewal) => {
      const { github, pass, tokenInFile, post } = renewal
      github.fail(LOOKUP, { kind: 'reset' }, 16)
      await pass(LONGER_LIFE)
      expect(github.liveTokens()).toEqual([])
      await pass(LONGER_LIFE / 2)
      expect(github.liveTokens().map(({ value }) => value)).toContain(tokenInFile())
      const end = await post()
      expect(warnings(end)).toEqual(['renewal-failed'])
      expect(end.log).toMatch(
        /Between \d\d:\d\d UTC and \d\d:\d\d UTC, token-file had no valid token, so requests with it failed with 401\./
      )
      await expectNothingLeft(renewal)
    })
  })

  test.each<[string, (github: EmbeddedGitHub) => void, string]>([
    [
      'refused for no known reason',
      (github): void => {
        github.fail(CREATION, { kind: 'status', status: 403 }, 100)
      },
      'Fix: https://docs.github.com/rest/apps describes the requests.\nThen run the job again.'
    ],
    [
      'suspended',
      ({ data }): void => {
        installationOn(data, 'octo-org').suspendedAt = '2026-01-02T03:04:05Z'
      },
      'Fix: an owner of octo-org unsuspends it'
    ]
  ])(
    'until post comes: post says since when there is none, and what to do: %s',
    async (_, fail, fix) => {
      await renewalJob({ isOffDescription: true }, async (renewal) => {
        fail(renewal.github)
        await renewal.pass(LIFE + 2_000)
        const end = await renewal.post()
        expect(warnings(end)).toEqual(['renewal-failed'])
        expect(end.log).toContain(fix)
        expect(end.log).toMatch(
          /After \d\d:\d\d UTC, token-file had no valid token, so requests with it failed with 401\./
        )
        await expectNothingLeft(renewal)
      })
    }
  )

  test.each([
    [1, "GitHub's answer to a request for a renewed token was lost. A token that nobody knows"],
    [2, "GitHub's answers to 2 requests for renewed tokens were lost. Tokens that nobody knows"]
  ])('answers with a token are lost: %i: post says so', async (count, words) => {
    await renewalJob({ isOffDescription: true, data: livesLonger }, async (renewal) => {
      renewal.github.fail(CREATION, { kind: 'cut', after: true }, count)
      await renewal.pass(LONGER_LIFE * 0.75)
      expect(renewal.github.tokens()).toHaveLength(count + 2)
      const end = await renewal.post()
      expect(warnings(end)).toEqual(['renewal-token-lost'])
      expect(end.log).toContain(words)
      expect(renewal.github.liveTokens()).toHaveLength(count)
    })
  })

  test.each([
    ['it is revoked', 0, 0],
    ['GitHub does not answer then, and post revokes it', 500, 4],
    ['GitHub does not know it yet, and post revokes it', 401, 3]
  ])(
    'the App got more permissions since: a wider token is not used: %s',
    async (_, status, times) => {
      await renewalJob({ isOffDescription: times > 0 }, async (renewal) => {
        const { github, pass, main, tokenInFile, post } = renewal
        installationOn(github.data, 'octo-org').permissions['administration'] = 'write'
        const body = { message: 'Bad credentials' }
        github.fail(REVOCATION, { kind: 'status', status, body }, times)
        await pass(RENEWAL)
        expect(github.tokens().length).toBeGreaterThan(1)
        expect(github.liveTokens()).toHaveLength(times === 0 ? 1 : 2)
        expect(tokenInFile()).toBe(main.outputs['token'])
        const end = await post()
        expect(warnings(end)).toEqual(['renewal-failed'])
        expect(end.log.includes('could not be revoked')).toBe(times > 0)
        await expectNothingLeft(renewal)
      })
    }
  )

  test('it grants something else than is asked for: the token is revoked, and not used', async () => {
    const options = { with: { 'permission-issues': 'read' } }
    await renewalJob(options, async (renewal) => {
      const { github, pass, tokenInFile, post } = renewal
      const edit = (body: object): object => ({
        ...body,
        permissions: { metadata: 'read', issues: 'write' }
      })
      github.fail(CREATION, { kind: 'edit', edit })
      await pass(RENEWAL)
      const [, wrong, right] = github.tokens()
      expect(wrong?.revokedAt).not.toBeNull()
      expect(tokenInFile()).toBe(right?.value)
      const end = await post()
      expect(warnings(end)).toEqual([])
      expect(end.log).toMatch(/One renewal failed and was tried again in time\..*issues/)
      await expectNothingLeft(renewal)
    })
  })
})

describeWithSignals('the renewer', () => {
  test('ends by itself, and revokes, if its folder cannot be looked at, but not for a moment', async () => {
    const env = { TEST_RENEWER_PRELOAD: preloaded('folder-unreadable.cjs') }
    await renewalJob({ env, data: livesLonger }, async (renewal) => {
      const flag = join(renewal.clock.env['TEST_CLOCK_SHARED'] ?? '', 'unreadable')
      await renewal.pass(500)
      writeFileSync(flag, '')
      await renewal.pass(1_000)
      rmSync(flag)
      await renewal.pass(2_000)
      expect(renewal.github.liveTokens().length).toBeGreaterThan(0)
      writeFileSync(flag, '')
      await renewal.pass(10_000)
      await until(() => !runs(renewal.renewer))
      expect(renewal.github.liveTokens()).toEqual([])
    })
  })

  test('is frozen past the end of the token, and goes on', async () => {
    await renewalJob({}, async (renewal) => {
      const { clock, github, tokenInFile, post } = renewal
      await clock.pass(1_000)
      clock.jumpAhead(LIFE * 3)
      await clock.pass(2_000)
      expect(github.liveTokens().map(({ value }) => value)).toContain(tokenInFile())
      const end = await post()
      expect(warnings(end)).toEqual(['renewal-failed'])
      expect(end.log).toContain('the process that renews did not run for a while')
      await expectNothingLeft(renewal)
    })
  })

  test('is frozen when post comes: post kills it, and reports', async () => {
    await renewalJob({}, async (renewal) => {
      await renewal.pass(RENEWAL)
      kill(renewal.renewer, 'SIGSTOP')
      renewal.clock.frozen.add(renewal.renewer)
      const end = await renewal.post()
      expect(warnings(end)).toEqual(['renewal-stopped'])
      expect(end.log).toMatch(
        /did not answer within 5 seconds, and was killed\. Renewed tokens may live until/
      )
      await expectNothingLeft(renewal)
    })
  })

  test('is killed: post says so, and revokes what it knows', async () => {
    await renewalJob({}, async (renewal) => {
      await renewal.pass(RENEWAL)
      kill(renewal.renewer, 'SIGKILL')
      await until(() => !runs(renewal.renewer))
      const end = await renewal.post()
      expect(warnings(end)).toEqual(['renewal-stopped'])
      await expectNothingLeft(renewal)
    })
  })

  test('is killed while GitHub creates a token: post says that it may be left', async () => {
    const answered = deferred()
    await renewalJob({}, async (renewal) => {
      const { github, clock, renewer } = renewal
      github.fail(CREATION, { kind: 'delay', until: answered.promise })
      void clock.pass(RENEWAL)
      await until(() => github.exchanges.filter(({ method }) => method === 'POST').length === 2)
      kill(renewer, 'SIGKILL')
      answered.resolve()
      await until(() => !runs(renewer) && github.tokens().length === 2)
      expect(warnings(await renewal.post())).toEqual(['renewal-stopped', 'renewal-token-lost'])
      expect(github.liveTokens()).toHaveLength(1)
    })
  })

  test.each([
    ['', 0],
    [', as soon as GitHub answers', 8]
  ])('ends by itself, and revokes, if its folder is gone%s', async (_, faults) => {
    const data = (all: GitHubData): void => {
      // A failed try takes some seconds, and the next one comes after ten.
      all.tokenLife = 60_000
    }
    await renewalJob({ isOffDescription: true, data }, async (renewal) => {
      const { clock, folder, github, renewer } = renewal
      await clock.pass(35_000)
      github.fail(REVOCATION, { kind: 'status', status: 500 }, faults)
      rmSync(folder, { recursive: true })
      clock.release()
      await until(() => !runs(renewer))
      expect(github.tokens().map(({ revokedAt }) => revokedAt === null)).toEqual([false, false])
      expect(warnings(await renewal.post())).toEqual(['renewal-stopped'])
    })
  })

  test.each([
    ['', []],
    [' on a system that does not tell processes apart', ['on-windows.cjs']]
  ])('ends by itself, and revokes, if the runner is gone%s', async (_, preloads) => {
    const runner = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1e6)'])
    await renewalJob(asChildOf(runner.pid ?? 0, preloads), async (renewal) => {
      await renewal.clock.pass(RENEWAL)
      expect(runs(renewal.renewer)).toBe(true)
      runner.kill('SIGKILL')
      renewal.clock.release()
      await until(() => !runs(renewal.renewer))
      expect(renewal.github.liveTokens()).toEqual([])
      const end = await renewal.post()
      expect(warnings(end)).toEqual(['renewal-stopped'])
      expect(end.log).toContain('did not find the runner any more, and ended.')
    })
  })

  test.each<[string, JobOptions]>([
    ['Windows', { nodeArguments: ['--require', preloaded('on-windows.cjs')] }],
    [
      'a Linux that lets nobody look into /proc',
      {
        nodeArguments: ['--require', preloaded('failures.cjs')],
        env: { FAILING_CALL: 'readFileSync', FAILING_PATH: '/proc/', FAILING_CODE: 'EACCES' }
      }
    ]
  ])('is frozen when post comes, on %s: post kills nothing, and reports', async (name, options) => {
    await renewalJob(options, async (renewal) => {
      const { main, renewer, clock } = renewal
      expect(main.log).not.toContain('does not see the runner')
      expect(main.log.includes('can read the memory of the others')).toBe(name !== 'Windows')
      await renewal.pass(RENEWAL)
      kill(renewer, 'SIGSTOP')
      clock.frozen.add(renewer)
      // What main could not find out is enough.
      const end = await renewal.post(name === 'Windows' ? {} : { nodeArguments: [] })
      expect(warnings(end)).toEqual(['renewal-stopped'])
      expect(end.log).toContain('did not answer within 5 seconds. Renewed tokens may live until')
      expect(runs(renewer)).toBe(true)
      expect(renewal.github.liveTokens()).toEqual([])
    })
  })

  test.each([
    ['it is outside of the container', 0, []],
    ['it has ended', NO_PROCESS, []],
    ['it has ended, on Windows', NO_PROCESS, ['on-windows.cjs']]
  ])(
    'sees no runner: the log says so, and it ends after six hours: %s',
    async (_, pid, preloads) => {
      await renewalJob(asChildOf(pid, preloads), async (renewal) => {
        const { clock, github, main, renewer } = renewal
        expect(main.log).toContain('does not see the runner, as in a job container')
        await clock.pass(RENEWAL)
        const { length } = github.tokens()
        clock.jumpAhead(6 * 3_600_000)
        clock.release()
        await until(() => !runs(renewer))
        expect(github.tokens()).toHaveLength(length)
        const end = await renewal.post()
        expect(end.log).toContain('The process that renews the token ended after 6 hours')
        await expectNothingLeft(renewal)
      })
    }
  )
})

test('the renewer sees the runner: it ends after 24 hours, and revokes', async () => {
  await renewalJob({}, async (renewal) => {
    renewal.clock.jumpAhead(24 * 3_600_000)
    renewal.clock.release()
    await until(() => !runs(renewal.renewer))
    expect(renewal.github.liveTokens()).toEqual([])
    const end = await renewal.post()
    expect(end.log).toContain('ended after 24 hours, and tried to revoke its tokens.')
    await expectNothingLeft(renewal)
  })
})

test.each([
  ['neither clock', 999, 999, false],
  ['the wall clock, because the machine has slept', 1000, 999, true],
  ['the monotonic clock, because the wall clock was set back', -5000, 1000, true]
])('a moment has come by %s', (_, wall, monotonic, isCome) => {
  const start = { wall: 1_000_000, monotonic: 50 }
  const now = { wall: start.wall + wall, monotonic: start.monotonic + monotonic }
  expect(hasCome(later(start, 1000), now)).toBe(isCome)
})

describe('RUNNER_TEMP is another one in post', () => {
  test.each([
    ['no folder', undefined],
    ['another folder', __dirname]
  ])('%s: it removes nothing, and warns', async (_, temp) => {
    await renewalJob({}, async (renewal) => {
      const end = await renewal.post({ env: { RUNNER_TEMP: temp } })
      expect(warnings(end)).toEqual(['renewal-record-changed'])
      expect(end.log).toContain('The record of renewed tokens is gone')
      expect(existsSync(renewal.folder)).toBe(true)
      if (!isWindows) expect(runs(renewal.renewer)).toBe(false)
      await renewal.post()
      await expectNothingLeft(renewal)
      expectLeaks('the first post leaves the folder', [
        'token in post: the file _temp/github-app-token-UUID/token'
      ])
    })
  })

  test('after a step that failed: there is nothing to say', async () => {
    const { run } = await explained({
      with: { renew: 'true', owner: 'lonely-org' },
      forPost: { env: { RUNNER_TEMP: undefined } }
    })
    expect(run.post.log).toBe('Nothing to revoke: this step output no token.')
  })
})

/** Main sees this process as the runner. Main and the renewer load the scripts. */
function asChildOf(
  pid: number,
  preloads: readonly string[] = []
): Required<Pick<JobOptions, 'env' | 'nodeArguments'>> {
  const paths = preloads.map(preloaded)
  return {
    env: {
      TEST_PPID: String(pid),
      ...(paths[0] !== undefined && { TEST_RENEWER_PRELOAD: paths[0] })
    },
    nodeArguments: [preloaded('other-parent.cjs'), ...paths].flatMap((path) => ['--require', path])
  }
}

describe('the record of renewed tokens', () => {
  type Change = readonly [string, (file: string, old: string) => void]

  const CHANGES: readonly Change[] = [
    [
      'forged',
      (file) => {
        writeFileSync(file, JSON.stringify({ ledger: '{"tokens":[]}', seal: 'AAAA' }))
      }
    ],
    [
      'cut',
      (file) => {
        writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))
      }
    ],
    [
      'replayed',
      (file, old) => {
        writeFileSync(file, old)
      }
    ],
    [
      'deleted',
      (file) => {
        rmSync(file)
      }
    ]
  ]

  test.each(sample(CHANGES, 1))(
    '%s while the renewer works: its next one is complete',
    async (_, change) => {
      await renewalJob({}, async (renewal) => {
        const ledger = join(renewal.folder, 'ledger.json')
        const old = readFileSync(ledger, 'utf8')
        await renewal.pass(RENEWAL)
        change(ledger, old)
        const end = await renewal.post()
        expect(warnings(end)).toEqual([])
        await expectNothingLeft(renewal)
      })
    }
  )

  const REPLACED: readonly Change[] = OTHER_THINGS.map(([name, make]) => [
    `replaced by ${name}`,
    (file) => {
      rmSync(file)
      make(file)
    }
  ])

  test.each(sample([...CHANGES, ...REPLACED], 2))(
    '%s after the renewer was killed: post reports it',
    async (name, change) => {
      await renewalJob({}, async (renewal) => {
        const ledger = join(renewal.folder, 'ledger.json')
        const old = readFileSync(ledger, 'utf8')
        await renewal.pass(RENEWAL)
        kill(renewal.renewer, 'SIGKILL')
        await until(() => !runs(renewal.renewer))
        change(ledger, old)
        const end = await renewal.post()
        expect(end.log).toMatch(/Renewed tokens may live until \d\d:\d\d UTC/)
        expect(warnings(end)).toEqual([
          ['replayed', 'deleted'].includes(name) ? 'renewal-stopped' : 'renewal-record-changed'
        ])
        expect(end.log.includes('is not a file any more')).toBe(name.startsWith('replaced by'))
        expect(renewal.github.liveTokens()).toHaveLength(1)
      })
    }
  )

  testWithLinks('a link in place of the folder: post writes nothing through it', async () => {
    await renewalJob({}, async (renewal) => {
      const { folder, job, post } = renewal
      kill(renewal.renewer, 'SIGKILL')
      await until(() => !runs(renewal.renewer))
      const other = join(job.folders.workspace, 'other')
      mkdirSync(other)
      renameSync(folder, `${folder}.old`)
      symlinkSync(other, folder)
      await post()
      expect(readdirSync(other)).toEqual([])
      rmSync(folder)
      rmSync(`${folder}.old`, { recursive: true })
    })
  })

  testWithLinks('links in place of the files are not followed', async () => {
    await renewalJob({}, async (renewal) => {
      const { folder, job, pass, post } = renewal
      const other = join(job.folders.workspace, 'other')
      writeFileSync(other, 'of the job')
      for (const name of ['token', 'ledger.json']) {
        renameSync(join(folder, name), join(folder, `${name}.old`))
        symlinkSync(other, join(folder, name))
      }
      await pass(RENEWAL)
      expect(readFileSync(other, 'utf8')).toBe('of the job')
      expect(lstatSync(join(folder, 'token')).isSymbolicLink()).toBe(true)
      const end = await post()
      expect(warnings(end)).toEqual(['renewal-failed'])
      expect(end.log).toContain('token-file was replaced by something that is not a file.')
      expect(readFileSync(other, 'utf8')).toBe('of the job')
      await expectNothingLeft(renewal)
    })
  })

  test('while GitHub creates a token, it becomes a folder: the token is revoked', async () => {
    const answered = deferred()
    await renewalJob({}, async (renewal) => {
      const { clock, folder, github, main, tokenInFile } = renewal
      const ledger = join(folder, 'ledger.json')
      github.fail(CREATION, { kind: 'delay', until: answered.promise })
      const passed = clock.pass(RENEWAL)
      await until(() => github.exchanges.filter(({ method }) => method === 'POST').length === 2)
      rmSync(ledger)
      mkdirSync(ledger)
      answered.resolve()
      await passed
      expect(github.tokens().map(({ revokedAt }) => revokedAt === null)).toEqual([true, false])
      expect(tokenInFile()).toBe(main.outputs['token'])
      const end = await renewal.post()
      expect(warnings(end)).toEqual(['renewal-record-changed'])
      expect(end.log).toContain('The record of renewed tokens is not a file any more')
      await expectNothingLeft(renewal)
    })
  })

  test('its folder is removed after a renewal: post does not say that nothing was renewed', async () => {
    await renewalJob({}, async (renewal) => {
      await renewal.pass(RENEWAL)
      kill(renewal.renewer, 'SIGKILL')
      await until(() => !runs(renewal.renewer))
      rmSync(renewal.folder, { recursive: true })
      const end = await renewal.post()
      expect(warnings(end)).toEqual(['renewal-stopped'])
      expect(end.log).not.toMatch(/not renewed|No renewal/)
    })
  })

  test('a time in it is not valid, under a right seal: post reports it, and does not fail', async () => {
    await renewalJob({}, async (renewal) => {
      await renewal.pass(RENEWAL)
      kill(renewal.renewer, 'SIGKILL')
      await until(() => !runs(renewal.renewer))
      const { secret } = (
        JSON.parse(renewal.main.state['github-app-token'] ?? '') as {
          readonly renewal: { readonly secret: string }
        }
      ).renewal
      const forged = sealLedger({ ...EMPTY_LEDGER, renewals: 1, renewedAt: 'never' }, secret)
      writeFileSync(join(renewal.folder, 'ledger.json'), forged)
      const end = await renewal.post()
      expect(end.exitCode).toBe(0)
      expect(warnings(end)).toEqual(['renewal-record-changed'])
    })
  })

  test('post cannot tell the process to end: it says why, and kills it', async () => {
    await renewalJob({}, async (renewal) => {
      const end = await renewal.post({
        nodeArguments: ['--require', preloaded('failures.cjs')],
        env: { FAILING_CALL: 'writeFileSync', FAILING_PATH: 'stop', FAILING_CODE: 'ENOSPC' }
      })
      expect(warnings(end)).toEqual(['renewal-stopped'])
      expect(end.log).toContain(
        'could not be told to end, because its folder in RUNNER_TEMP cannot be written (ENOSPC)'
      )
      expect(end.log).toContain('Fix: check that the disk is not full')
      await expectNothingLeft(renewal)
    })
  })

  test('post cannot read it: it says why', async () => {
    await renewalJob({}, async (renewal) => {
      await renewal.pass(RENEWAL)
      const end = await renewal.post({
        nodeArguments: ['--require', preloaded('failures.cjs')],
        env: { FAILING_CALL: 'openSync', FAILING_PATH: 'ledger.json', FAILING_CODE: 'EIO' }
      })
      expect(warnings(end)).toEqual(['renewal-record-changed'])
      expect(end.log).toContain(
        'The record of renewed tokens cannot be read (EIO), so they cannot be revoked.'
      )
    })
  })

  test('a token file that is gone is not made again', async () => {
    await renewalJob({}, async (renewal) => {
      rmSync(join(renewal.folder, 'token'))
      await renewal.pass(RENEWAL)
      expect(readdirSync(renewal.folder)).toEqual(['ledger.json'])
      expect(warnings(await renewal.post())).toEqual([])
    })
  })
})

test.each<OtherThing>([
  [
    'a nonce of somebody else',
    (path) => {
      writeFileSync(path, 'mine')
    }
  ],
  ...OTHER_THINGS
])('%s ends the renewer, and post does not take its answer', async (_, make) => {
  await renewalJob({}, async (renewal) => {
    make(join(renewal.folder, 'stop'))
    renewal.clock.release()
    await until(() => !runs(renewal.renewer))
    expect(warnings(await renewal.post())).toEqual(['renewal-stopped'])
    await expectNothingLeft(renewal)
  })
})

/** The renewer cannot replace a file, so many times. */
function inUse(file: string, times: number): Record<string, string> {
  const TEST_RENEWER_PRELOAD = preloaded('file-in-use.cjs')
  return { TEST_RENEWER_PRELOAD, TEST_FILE: file, TEST_IN_USE: String(times) }
}

test.each([
  ['for a moment: it is tried again at once', 3, []],
  [
    'for longer: the new token waits',
    7,
    [
      'One renewal failed and was tried again in time. The last, at TIME UTC: its files cannot be written (EPERM).'
    ]
  ]
])('the token file is in use %s', async (_, times, failures) => {
  const env = inUse('token', times)
  await renewalJob({ env, data: livesLonger }, async (renewal) => {
    await renewal.pass(LONGER_LIFE * 0.8)
    const { github, tokenInFile } = renewal
    expect(github.tokens()).toHaveLength(2)
    expect(tokenInFile()).toBe(github.tokens()[1]?.value)
    const end = await renewal.post()
    expect(warnings(end)).toEqual([])
    const lines = end.log.split('\n').filter((line) => line.includes('failed'))
    expect(lines.map((line) => line.replace(/\d\d:\d\d/, 'TIME'))).toEqual(failures)
    await expectNothingLeft(renewal)
  })
})

test('only the owner can read the files', async () => {
  if (isWindows) return
  await renewalJob({}, async ({ folder, pass }) => {
    await pass(RENEWAL)
    expect(lstatSync(folder).mode & 0o777).toBe(0o700)
    const modes = readdirSync(folder).map((name) => lstatSync(join(folder, name)).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600])
  })
})

describeWithGit('git', () => {
  let server: GitServer

  beforeAll(async () => {
    server = await startGitServer(['octo-org/lib', 'octo-org/hello'])
  })

  afterAll(async () => {
    await server.close()
  })

  beforeEach(() => {
    server.requests.length = 0
  })

  const AUTHOR = ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com']
  const inputs = { 'git-credentials': 'true', owner: 'octo-org', repositories: 'lib' }

  test('pushes all along one long step', async () => {
    const options = {
      with: inputs,
      serverUrl: server.url,
      data: (data: { webUrl: string }): void => {
        data.webUrl = server.url
      }
    }
    await renewalJob(options, async (renewal) => {
      const { github, job, main, pass, post } = renewal
      server.trust(github)
      expect(main.log).toContain('in token-file and for git')
      expect(main.log).toContain('over HTTPS and SSH addresses until the end of this job')
      // The environment of one step: it is never read again.
      const env = laterEnvironment(job, main.exported)
      const git = (...args: string[]): ReturnType<typeof runGit> =>
        runGit(args, { cwd: job.folders.workspace, env })
      expect(await git('clone', `${server.url}/octo-org/lib`)).toMatchObject({ code: 0 })
      const codes: number[] = []
      for (let step = 0; step < 8; step++) {
        await pass(LIFE / 3)
        await git('-C', 'lib', ...AUTHOR, 'commit', '--quiet', '--allow-empty', '-m', String(step))
        const { code } = await git('-C', 'lib', 'push', '--quiet', 'origin', 'HEAD:main')
        codes.push(code)
      }
      expect(codes).toEqual(codes.map(() => 0))
      const used = new Set(server.requests.flatMap(({ authorization }) => authorization))
      expect(used.size).toBeGreaterThan(4)
      expect(warnings(await post())).toEqual([])
      await expectNothingLeft(renewal)
    })
  })

  test('its file is in use for a moment: it is tried again at once', async () => {
    const options = { serverUrl: server.url, with: inputs, env: inUse('.gitconfig', 3) }
    await renewalJob({ ...options, data: livesLonger }, async ({ pass, post, github }) => {
      await pass(LONGER_LIFE * 0.8)
      expect(github.tokens()).toHaveLength(2)
      const end = await post()
      expect(warnings(end)).toEqual([])
      expect(end.log).toMatch(/^Renewed once, /m)
      expect(end.log).not.toContain('failed')
    })
  })

  test('its file comes back after post has removed it: post removes it again', async () => {
    const options = {
      serverUrl: server.url,
      with: inputs,
      env: { TEST_RENEWER_PRELOAD: preloaded('git-file-again.cjs') }
    }
    await renewalJob(options, async (renewal) => {
      const end = await renewal.post()
      expect(warnings(end)).toEqual([])
      expect(gitFiles(renewal.job)).toEqual([])
      await expectNothingLeft(renewal)
    })
  })

  test('its file becomes a folder: the renewal fails, and the token file is renewed all the same', async () => {
    const options = { serverUrl: server.url, with: inputs, data: livesLonger }
    await renewalJob(options, async (renewal) => {
      const { github, job, pass, post, tokenInFile } = renewal
      const [name = ''] = gitFiles(job)
      const file = join(job.folders.temp, name)
      rmSync(file)
      mkdirSync(file)
      await pass(LONGER_LIFE * 0.75)
      expect(tokenInFile()).toBe(github.tokens()[1]?.value)
      const end = await post()
      expect(end.log).toContain("git's file was replaced by something that is not a file.")
      expect(end.log).toMatch(/^Renewed once, at /m)
      expect(end.log).not.toContain('no valid token')
      rmSync(file, { recursive: true })
      await expectNothingLeft(renewal)
    })
  })

  test.each([[undefined], [__dirname]])(
    'RUNNER_TEMP in post is %s: its file stays, and post says so',
    async (temp) => {
      await renewalJob({ serverUrl: server.url, with: inputs }, async (renewal) => {
        const end = await renewal.post({ env: { RUNNER_TEMP: temp } })
        expect(end.log).toContain('was not removed: it is not in RUNNER_TEMP')
        expect(gitFiles(renewal.job)).toHaveLength(1)
        await renewal.post()
        await expectNothingLeft(renewal)
        expectLeaks('the first post leaves the files', [
          'token in post: the file _temp/git-credentials-UUID.gitconfig',
          'token in post: the file _temp/github-app-token-UUID/token'
        ])
      })
    }
  )

  test('its file is locked by something else: the renewal fails, and post removes the file', async () => {
    const waits = preloaded('git-lock-waits.cjs')
    const options = {
      serverUrl: server.url,
      with: inputs,
      data: livesLonger,
      env: { TEST_RENEWER_PRELOAD: waits }
    }
    await renewalJob(options, async (renewal) => {
      mkdirSync(join(renewal.job.folders.temp, 'git-credentials.lock'))
      await renewal.pass(LONGER_LIFE * 0.75)
      const end = await renewal.post({ nodeArguments: ['--require', waits] })
      expect(warnings(end)).toEqual(['renewal-failed'])
      expect(end.log).toContain("another process has locked git's file.")
      expect(end.log).toContain('Git credentials removed')
      await expectNothingLeft(renewal)
    })
  })

  test.each([
    ['the later post first', true],
    ['the earlier post first', false]
  ])('two uses in one job with a renewal in between: %s', async (_, isLaterFirst) => {
    const options = { serverUrl: server.url, with: { ...inputs, repositories: 'lib, hello' } }
    await renewalJob(options, async (renewal) => {
      const { github, job, pass } = renewal
      server.trust(github)
      await pass(RENEWAL)
      await renewal.another({ ...inputs, 'permission-contents': 'read' }, async (second) => {
        await pass(RENEWAL)
        const env = laterEnvironment(job, { ...renewal.main.exported, ...second.main.exported })
        const git = async (name: string): Promise<number> => {
          const args = ['ls-remote', '--quiet', `${server.url}/octo-org/${name}`]
          return (await runGit(args, { cwd: job.folders.workspace, env })).code
        }
        expect([await git('lib'), await git('hello')]).toEqual([0, 0])
        const headers = (name: string): readonly string[] =>
          server.requests.filter(({ repository }) => repository.endsWith(name)).at(-1)
            ?.authorization ?? []
        expect(headers('lib')).toEqual([headerFor(second.tokenInFile())])
        expect(headers('hello')).toEqual([headerFor(renewal.tokenInFile())])
        const posts = isLaterFirst ? [second.post, renewal.post] : [renewal.post, second.post]
        for (const post of posts) expect(warnings(await post())).toEqual([])
      })
      await expectNothingLeft(renewal)
      expect(server.requests.filter(({ authorization }) => authorization.length > 1)).toEqual([])
    })
  })
})

describeWithGitLfs('Git LFS', () => {
  test('two uses in one job with a renewal in between: one token is sent', async () => {
    const server = await startGitServer(['octo-org/lib'])
    const inputs = { 'git-credentials': 'true', owner: 'octo-org', repositories: 'lib' }
    try {
      await renewalJob({ serverUrl: server.url, with: inputs }, async (renewal) => {
        const { github, job, pass } = renewal
        server.trust(github)
        await renewal.another(inputs, async (second) => {
          await pass(RENEWAL)
          const env = laterEnvironment(job, { ...renewal.main.exported, ...second.main.exported })
          const { workspace } = job.folders
          const git = async (...args: string[]): Promise<void> => {
            expect(await runGit(args, { cwd: workspace, env })).toMatchObject({ code: 0 })
          }
          const author = ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com']
          await git('clone', `${server.url}/octo-org/lib`)
          await git('-C', 'lib', 'lfs', 'install', '--local')
          await git('-C', 'lib', 'lfs', 'track', '*.bin')
          writeFileSync(join(workspace, 'lib', 'large.bin'), 'large')
          await git('-C', 'lib', 'add', '--all')
          await git('-C', 'lib', ...author, 'commit', '--quiet', '--message', 'Large')
          await git('-C', 'lib', 'push', '--quiet', 'origin', 'HEAD:main')
          const large = server.requests.filter(({ path }) => path.includes('lfs'))
          const sent = new Set(large.flatMap(({ authorization }) => authorization.join()))
          expect([...sent]).toEqual([headerFor(second.tokenInFile())])
          expect(warnings(await second.post())).toEqual([])
        })
        expect(warnings(await renewal.post())).toEqual([])
        await expectNothingLeft(renewal)
      })
    } finally {
      await server.close()
    }
  })
})

function headerFor(token: string): string {
  return `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}
