import { spawn } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { installationOn, type GitHubData } from '../local/github/github-data'
import type { EmbeddedGitHub } from '../local/github/server'
import type { JobOptions, StepResult } from '../local/runner'
import { CREATION, explained, LOOKUP } from './support/explained'
import { withKeyService } from './support/key-service'
import {
  describeWithGit,
  describeWithGitLfs,
  gitFiles,
  laterEnvironment,
  runGit
} from './support/git-scenario'
import { startGitServer, type GitServer } from './support/git-server'
import { withTokenService } from './support/token-service'
import {
  kill,
  LIFE,
  preloaded,
  renewalFolders,
  renewalJob,
  runs,
  type RenewalJob,
  type RenewalOptions
} from './support/renewal'
import { scenario } from './support/scenario'
import { sample, triesAll } from './support/search'
import { describeWithSignals, isWindows, testWithLinks } from './support/system'
import { cancel, deferred } from './support/timing'

/** Takes some seconds, so `npm test` leaves it out. */
const testInFull: jest.It = triesAll ? test : test.skip

/** Half a life, and a little more: a token is renewed in it. */
const RENEWAL = LIFE / 2 + 2_000

/** What post warns of, by the anchors of its help. */
function warnings(post: StepResult): string[] {
  expect([post.exitCode, post.stderr]).toEqual([0, ''])
  return post.annotations
    .filter(({ level }) => level === 'warning')
    .map(({ message }) => /#([a-z-]+)$/.exec(message)?.[1] ?? message)
}

/** Nothing is left: no token, no process, no file. */
function expectNothingLeft({ github, job, renewer }: RenewalJob): void {
  expect(github.liveTokens()).toEqual([])
  expect(runs(renewer)).toBe(false)
  expect([...renewalFolders(job), ...gitFiles(job)]).toEqual([])
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
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
    expect(ended.log.match(/^ {2}\d\d:\d\d UTC [\w+/]{43}=$/gm)).toHaveLength(count)
    expectNothingLeft(renewal)
  })
})

describe('what cannot be renewed', () => {
  test.each<[string, Record<string, string>]>([
    ['renew and skip-token-revoke are both true.', { 'skip-token-revoke': 'true' }],
    [
      'renew is true, but the step names 2 owners.',
      { owner: 'octo-org, mona', repositories: 'octo-org/lib, mona/blog' }
    ]
  ])('%s', async (problem, inputs) => {
    const { lines, code, run } = await explained({ with: { renew: 'true', ...inputs } })
    expect(lines[0]).toContain(problem)
    expect(code).toBe('renew-conflict')
    expect(run.transcript).toEqual([])
  })

  test('a login with a token from a variable', async () => {
    const options = {
      with: { renew: 'true', 'vault-role': '' },
      env: { VAULT_TOKEN: 'hvs.0123456789abcdef' }
    }
    await withKeyService('vault', options, async ({ options: job }) => {
      const { lines, code } = await explained(job)
      expect(lines[0]).toContain('the step logs in to Vault with credentials from variables.')
      expect(code).toBe('renew-conflict')
    })
  })

  test('the fallback token: the file holds it, and a notice says so', async () => {
    const token = 'ghs_fallback0123456789012345678901234567'
    let held = ''
    const { main, post } = await scenario({
      with: { renew: 'true', 'private-key': '', 'fallback-token': token },
      actor: 'dependabot[bot]',
      between: (step) => {
        held = readFileSync(step.outputs['token-file'] ?? '', 'utf8')
      }
    })
    expect(held).toBe(token)
    expect(main.log).toContain('Notice: renew does nothing here')
    expect(post.log).toBe('Nothing to revoke: the fallback token is not revoked.')
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
      expectNothingLeft(renewal)
    })
  })
})

test('a token of a token service: the renewer asks the service again', async () => {
  await withTokenService({}, async ({ options, service }) => {
    const { with: inputs = {}, env = {} } = options
    const renewable = {
      with: inputs,
      env,
      // The service does not say when its token ends, so it is renewed after half an hour.
      data: (data: GitHubData): void => {
        data.tokenLife = 60 * 60_000
      },
      job: (github: EmbeddedGitHub): JobOptions => {
        service.data.github = github
        return {}
      }
    }
    await renewalJob(renewable, async (renewal) => {
      await renewal.pass(1_000)
      renewal.clock.jumpAhead(30 * 60_000)
      await renewal.pass(10_000)
      const [, renewed] = renewal.github.tokens()
      expect(renewal.tokenInFile()).toBe(renewed?.value)
      expect(service.exchanges).toHaveLength(2)
      expect(warnings(await renewal.post())).toEqual([])
      expectNothingLeft(renewal)
    })
  })
})

describe('the renewer does not start', () => {
  test('it ends at once', async () => {
    const { lines, code, run } = await explained({
      with: { renew: 'true' },
      env: { TEST_RENEWER_PRELOAD: preloaded('renewer-ends.cjs') }
    })
    expect(lines[0]).toBe('renew is true, but the process that renews ended at once (7).')
    expect(code).toBe('renewal-not-started')
    expect(run.github.liveTokens()).toEqual([])
    expect(run.post.log).not.toContain('may live')
  })

  test('it does not get ready within ten seconds', async () => {
    const { lines, run } = await explained({
      with: { renew: 'true' },
      env: { TEST_RENEWER_PRELOAD: preloaded('renewer-hangs.cjs') },
      during: async (main, github, _, clock) => {
        await main.until(
          () =>
            github.tokens().length > 0 && clock.timers().filter((ms) => ms === 10_000).length > 2
        )
        clock.hold()
      }
    })
    expect(lines[0]).toContain('was not ready after 10 seconds')
    expect(run.github.liveTokens()).toEqual([])
  })

  test('RUNNER_TEMP does not exist', async () => {
    const { lines, run } = await explained({
      with: { renew: 'true' },
      env: { RUNNER_TEMP: join(__dirname, 'nothing') }
    })
    expect(lines[0]).toContain('its files cannot be written in RUNNER_TEMP (ENOENT)')
    expect(run.transcript).toEqual([])
  })
})

/** Four tries of one request take some seconds. */
const LONGER_LIFE = 24_000

function livesLonger(data: GitHubData): void {
  data.tokenLife = LONGER_LIFE
}

describe('GitHub fails', () => {
  test('for a while: it is tried again in time, and nobody notices', async () => {
    await renewalJob({ isOffDescription: true, data: livesLonger }, async (renewal) => {
      const { github, pass, tokenInFile, post } = renewal
      // One renewal, with its retries.
      github.fail(LOOKUP, { kind: 'status', status: 500 }, 4)
      for (let step = 0; step < 10; step++) {
        await pass(LONGER_LIFE / 8)
        expect(github.liveTokens().map(({ value }) => value)).toContain(tokenInFile())
      }
      const end = await post()
      expect(warnings(end)).toEqual([])
      expect(end.log).toMatch(
        /^One renewal failed and was tried again in time\. The last, at .*: GitHub/m
      )
      expectNothingLeft(renewal)
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
        /Between \d\d:\d\d UTC and \d\d:\d\d UTC, token-file had no valid token\./
      )
      expectNothingLeft(renewal)
    })
  })

  test('an answer with a token is lost: post says so', async () => {
    await renewalJob({ isOffDescription: true }, async (renewal) => {
      renewal.github.fail(CREATION, { kind: 'cut', after: true })
      await renewal.pass(RENEWAL + 2_000)
      expect(renewal.github.tokens().length).toBeGreaterThan(2)
      const end = await renewal.post()
      expect(warnings(end)).toEqual(['renewal-token-lost'])
      expect(renewal.github.liveTokens()).toHaveLength(1)
    })
  })

  test('the App got more permissions since: a wider token is revoked, and not used', async () => {
    await renewalJob({}, async (renewal) => {
      const { github, pass, main, tokenInFile, post } = renewal
      installationOn(github.data, 'octo-org').permissions['administration'] = 'write'
      await pass(RENEWAL)
      expect(github.tokens().length).toBeGreaterThan(1)
      expect(github.liveTokens().map(({ value }) => value)).toEqual([main.outputs['token']])
      expect(tokenInFile()).toBe(main.outputs['token'])
      const end = await post()
      expect(warnings(end)).toEqual(['renewal-failed'])
      expectNothingLeft(renewal)
    })
  })
})

describeWithSignals('the renewer', () => {
  test('is frozen past the end of the token, and goes on', async () => {
    await renewalJob({}, async (renewal) => {
      const { clock, github, tokenInFile, post } = renewal
      await clock.pass(1_000)
      clock.jumpAhead(LIFE * 3)
      await clock.pass(2_000)
      expect(github.liveTokens().map(({ value }) => value)).toContain(tokenInFile())
      const end = await post()
      expect(warnings(end)).toEqual(['renewal-failed'])
      expect(end.log).toContain('the machine may have been asleep')
      expectNothingLeft(renewal)
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
      expectNothingLeft(renewal)
    })
  })

  test('is killed: post says so, and revokes what it knows', async () => {
    await renewalJob({}, async (renewal) => {
      await renewal.pass(RENEWAL)
      kill(renewal.renewer, 'SIGKILL')
      await until(() => !runs(renewal.renewer))
      const end = await renewal.post()
      expect(warnings(end)).toEqual(['renewal-stopped'])
      expectNothingLeft(renewal)
    })
  })

  test('ends by itself, and revokes, if its folder is gone', async () => {
    await renewalJob({}, async (renewal) => {
      const { clock, folder, github, renewer } = renewal
      await clock.pass(RENEWAL)
      rmSync(folder, { recursive: true })
      clock.release()
      await until(() => !runs(renewer))
      expect(github.liveTokens()).toEqual([])
      expect(warnings(await renewal.post())).toEqual(['renewal-stopped'])
    })
  })

  test('ends by itself, and revokes, if the runner is gone', async () => {
    const runner = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1e6)'])
    await renewalJob(asChildOf(runner.pid ?? 0), async (renewal) => {
      await renewal.clock.pass(RENEWAL)
      expect(runs(renewal.renewer)).toBe(true)
      runner.kill('SIGKILL')
      renewal.clock.release()
      await until(() => !runs(renewal.renewer))
      expect(renewal.github.liveTokens()).toEqual([])
    })
  })

  test('sees no runner: the log says so, and no token is created after six hours', async () => {
    await renewalJob(asChildOf(0), async (renewal) => {
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
      expectNothingLeft(renewal)
    })
  })
})

describeWithSignals('a job that is cancelled', () => {
  test('while the renewer starts: it is killed, and post has nothing to report', async () => {
    const env = { TEST_RENEWER_PRELOAD: preloaded('renewer-hangs.cjs') }
    const options: RenewalOptions = {
      env,
      during: async (main, _github, clock) => {
        await main.until(() => clock.renewers().length > 0)
        await until(() => runs(clock.renewers()[0] ?? 0))
        main.kill('SIGINT')
      }
    }
    await renewalJob(options, async (renewal) => {
      expect(renewal.main.exitCode).toBe(1)
      expect(renewal.main.log).toContain('The job was cancelled: no token is output.')
      expect(renewal.main.outputs).toEqual({})
      expect(warnings(await renewal.post())).toEqual([])
      expectNothingLeft(renewal)
    })
  })

  testInFull(
    'while main waits for the renewer, with a kill: the renewer gets no whole order, or ends',
    async () => {
      const env = { TEST_RENEWER_PRELOAD: preloaded('renewer-hangs.cjs') }
      const options: RenewalOptions = {
        env,
        during: async (main, _github, clock) => {
          await main.until(() => clock.renewers().length > 0)
          main.kill('SIGKILL')
        }
      }
      await renewalJob(options, async (renewal) => {
        renewal.clock.frozen.add(renewal.renewer)
        const end = await renewal.post()
        // If main had saved the process, it may have got the key: post cannot know.
        expect([[], ['renewal-stopped']]).toContainEqual(warnings(end))
        expectNothingLeft(renewal)
      })
    }
  )

  test('right after the renewer is ready', async () => {
    const options: RenewalOptions = {
      during: async (main) => {
        await main.until(() => main.output.includes('Token for octo-org/hello'))
        main.kill('SIGKILL')
      }
    }
    await renewalJob(options, async (renewal) => {
      expect(warnings(await renewal.post())).toEqual([])
      expectNothingLeft(renewal)
    })
  })

  test('while GitHub creates the first token: nothing is started', async () => {
    const answered = deferred()
    const options: RenewalOptions = {
      arrange: (github) => {
        github.fail(CREATION, { kind: 'delay', until: answered.promise })
      },
      during: async (main, github, _, testClock) => {
        await main.until(() => github.exchanges.length >= 2)
        await cancel(main, testClock, 'SIGINT')
        answered.resolve()
      }
    }
    await renewalJob(options, async (renewal) => {
      expect(renewal.clock.renewers()).toEqual([])
      expect(renewal.main.exitCode).toBe(1)
      expect(warnings(await renewal.post())).toEqual([])
      expectNothingLeft(renewal)
    })
  })

  test('while GitHub creates a renewed token: post waits for it, and revokes it', async () => {
    const answered = deferred()
    await renewalJob({}, async (renewal) => {
      const { github, clock } = renewal
      github.fail(CREATION, { kind: 'delay', until: answered.promise })
      void clock.pass(RENEWAL)
      await until(() => github.exchanges.filter(({ method }) => method === 'POST').length === 2)
      const post = renewal.post()
      await until(() => existsSync(join(renewal.folder, 'stop')))
      answered.resolve()
      const end = await post
      expect(warnings(end)).toEqual([])
      expect(github.tokens()).toHaveLength(2)
      expectNothingLeft(renewal)
    })
  })
})

function asChildOf(pid: number): { env: Record<string, string>; nodeArguments: string[] } {
  return {
    env: { TEST_PPID: String(pid) },
    nodeArguments: ['--require', preloaded('other-parent.cjs')]
  }
}

describe('the record of renewed tokens', () => {
  const CHANGES: readonly [string, (file: string, old: string) => void][] = [
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
        expectNothingLeft(renewal)
      })
    }
  )

  test.each(sample(CHANGES, 2))(
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
          ['forged', 'cut'].includes(name) ? 'renewal-record-changed' : 'renewal-stopped'
        ])
        expect(renewal.github.liveTokens()).toHaveLength(1)
      })
    }
  )

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
      expect(end.log).toContain('something else is in the place of token-file.')
      expect(readFileSync(other, 'utf8')).toBe('of the job')
      expectNothingLeft(renewal)
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

test('a nonce of somebody else ends the renewer, and post does not take its answer', async () => {
  await renewalJob({}, async (renewal) => {
    writeFileSync(join(renewal.folder, 'stop'), 'mine')
    renewal.clock.release()
    await until(() => !runs(renewal.renewer))
    expect(warnings(await renewal.post())).toEqual(['renewal-stopped'])
    expectNothingLeft(renewal)
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

describe('main warns', () => {
  test.each(['pull_request_target', 'workflow_run', 'issue_comment'])('%s', async (eventName) => {
    await renewalJob({ eventName }, async ({ main }) => {
      expect(main.log).toContain(`people outside the repository can start this run (${eventName})`)
      return Promise.resolve()
    })
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
      expectNothingLeft(renewal)
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
      expectNothingLeft(renewal)
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
        expectNothingLeft(renewal)
      })
    } finally {
      await server.close()
    }
  })
})

function headerFor(token: string): string {
  return `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}
