import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { installationOn, type GitHubData } from '../local/github/github-data'
import type { EmbeddedGitHub } from '../local/github/server'
import type { Job } from '../local/runner'
import { CREATION } from './support/explained'
import { hasGit, startGitServer, type GitServer } from './support/git-server'
import {
  describeWithGit,
  gitFiles,
  headerOf,
  includeVariables,
  laterEnvironment,
  runGit,
  secondUse,
  gitScenario,
  type SecondUse,
  type GitScenario,
  type GitScenarioOptions
} from './support/git-scenario'
import { credentials, scenario } from './support/scenario'
import { isWindows, testWithLinks } from './support/system'
import { bareLog } from './support/post-log'

const REPOSITORIES = [
  'octo-org/hello',
  'octo-org/lib',
  'octo-org/secret-plans',
  'octo-org/lib-evil',
  'mona/dotfiles',
  'mona/blog'
]

/** What the job of `actions/checkout` keeps for the workflow's own repository. */
const CHECKOUT_TOKEN = 'ghs_checkout0123456789012345678901234567'

let server: GitServer

beforeAll(async () => {
  if (hasGit) server = await startGitServer(REPOSITORIES)
}, 30_000)

afterAll(async () => {
  if (hasGit) await server.close()
})

beforeEach(() => {
  if (hasGit) server.requests.length = 0
})

function installOnAll(data: GitHubData): void {
  installationOn(data, 'octo-org').repositorySelection = 'all'
}

/** Has one call of node:fs fail. */
function failing(call: string, path: string): GitScenarioOptions {
  return {
    nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'failures.cjs')],
    env: { FAILING_CALL: call, FAILING_PATH: path, FAILING_CODE: 'ENOSPC' }
  }
}

function gitTexts({ folders }: Job): string[] {
  const names = readdirSync(folders.temp).filter((name) => name.endsWith('.gitconfig'))
  return names.map((name) => readFileSync(join(folders.temp, name), 'utf8'))
}

/** The addresses with a header in all files of this action. */
function addressesIn(job: Job): string[] {
  const all = gitTexts(job).join('')
  return [...all.matchAll(/^\[http "(.*)"\]$/gm)].map(([, url = '']) => url)
}

function modeIn({ folders }: Job): (name: string) => number {
  return (name) => statSync(join(folders.temp, name)).mode & 0o777
}

/** Every header with which a repository was asked for. */
function headersFor(repository: string): string[] {
  const requests = server.requests.filter((request) => request.repository === repository)
  return [...new Set(requests.flatMap(({ authorization }) => authorization))]
}

/** What `actions/checkout` leaves in a repository. */
async function persistCheckoutHeader({ gitIn }: GitScenario, folder: string): Promise<void> {
  const value = Buffer.from(`x-access-token:${CHECKOUT_TOKEN}`).toString('base64')
  const key = `http.${server.url}/.extraheader`
  await gitIn(folder, 'config', '--local', key, `AUTHORIZATION: basic ${value}`)
}

describeWithGit('git-credentials', () => {
  test('says what it sets up and that it is removed, and hides the header', async () => {
    await gitScenario(server, {}, async ({ main, job, github }) => {
      expect(main.exitCode).toBe(0)
      expect(main.log.split('\n')).toContainEqual(
        expect.stringMatching(
          /^Git can use octo-org\/hello over HTTPS and SSH addresses until \d\d:\d\d UTC or the end of this job$/
        )
      )
      expect(main.masks).toContain(headerOf(github).replace('Basic ', ''))
      const [file = ''] = gitFiles(job)
      const path = join(job.folders.temp, file)
      expect(main.exported).toEqual(includeVariables(job, file))
      // Windows has no modes.
      if (!isWindows) expect(statSync(path).mode & 0o777).toBe(0o600)
      expect(readFileSync(path, 'utf8')).toContain(headerOf(github))
      const post = await job.post()
      expect(bareLog(post)).toBe('Git credentials removed\nToken for octo-org/hello revoked')
      expect(gitFiles(job)).toEqual([])
    })
  })

  test('clone, fetch and push', async () => {
    await gitScenario(server, { with: { repositories: 'lib' } }, async ({ git, gitIn, github }) => {
      expect(await git('clone', `${server.url}/octo-org/lib`)).toMatchObject({ code: 0 })
      expect(await gitIn('lib', 'fetch')).toMatchObject({ code: 0 })
      const commit = ['-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit']
      await gitIn('lib', ...commit, '--allow-empty', '--message', 'Second')
      expect(await gitIn('lib', 'push', 'origin', 'HEAD:second')).toMatchObject({ code: 0 })
      expect(server.requests.some(({ isWrite, status }) => isWrite && status === 200)).toBe(true)
      expect(headersFor('octo-org/lib')).toEqual([headerOf(github)])
    })
  })

  test('a token that may only read cannot push', async () => {
    const inputs = { repositories: 'lib', 'permission-contents': 'read' }
    await gitScenario(server, { with: inputs }, async ({ git, gitIn }) => {
      expect(await git('clone', `${server.url}/octo-org/lib`)).toMatchObject({ code: 0 })
      const pushed = await gitIn('lib', 'push', 'origin', 'HEAD:third')
      expect(pushed.stderr).toBe(
        `remote: Permission to octo-org/lib.git denied to octo-bot[bot].\nfatal: unable to access '${server.url}/octo-org/lib/': The requested URL returned error: 403\n`
      )
    })
  })

  test('addresses in SSH form, submodules among them, of several owners', async () => {
    server.commit('octo-org/lib', {
      '.gitmodules': `[submodule "blog"]
  path = blog
  url = git@${server.hostname}:mona/blog.git
[submodule "dotfiles"]
  path = dotfiles
  url = ${server.url}/mona/dotfiles
`
    })
    await gitScenario(
      server,
      { with: { owner: 'octo-org, mona' } },
      async ({ git, github, main }) => {
        const cloned = await git(
          'clone',
          '--recurse-submodules',
          `ssh://git@${server.hostname}/octo-org/lib`
        )
        expect(cloned).toMatchObject({ code: 0 })
        const headers = ['octo-org/lib', 'mona/blog', 'mona/dotfiles'].map(headersFor)
        const byOwner = JSON.parse(main.outputs['tokens'] ?? '') as Record<string, string>
        const expected = ['octo-org', 'mona', 'mona'].map((owner) => {
          const index = github.tokens().findIndex(({ value }) => value === byOwner[owner])
          return [headerOf(github, index)]
        })
        expect(headers).toEqual(expected)
        expect(main.log).toMatch(
          /Git can use .*octo-org.*; every repository of mona over .*, with a token for each owner$/m
        )
      }
    )
  })

  test('other letter cases: as typed, as GitHub spells it, and in lower case', async () => {
    const data = (change: GitHubData): void => {
      for (const one of [...change.accounts, change.app.owner]) {
        if ('login' in one && one.login === 'octo-org') one.login = 'Octo-Org'
      }
      for (const one of change.repositories) {
        if (one.owner === 'octo-org') one.owner = 'Octo-Org'
        if (one.name === 'lib') one.name = 'Lib'
      }
    }
    const inputs = { owner: 'OCTO-org', repositories: 'LIB' }
    await gitScenario(server, { with: inputs, data }, async ({ git }) => {
      for (const name of ['OCTO-org/LIB', 'Octo-Org/Lib', 'octo-org/lib', 'octo-org/lib.git']) {
        expect(await git('ls-remote', `${server.url}/${name}`)).toMatchObject({ code: 0 })
        expect(await git('ls-remote', `git@${server.hostname}:${name}`)).toMatchObject({ code: 0 })
      }
    })
  })

  test("leaves checkout's own header alone, and never adds a second", async () => {
    server.accept(CHECKOUT_TOKEN, 'octo-org/hello')
    await gitScenario(server, { with: { repositories: 'lib' } }, async (all) => {
      const { git, gitIn, github } = all
      await git('init', 'hello')
      await persistCheckoutHeader(all, 'hello')
      const hello = await gitIn('hello', 'fetch', `${server.url}/octo-org/hello`)
      const lib = await gitIn('hello', 'fetch', `${server.url}/octo-org/lib`)
      expect([hello.code, lib.code]).toEqual([0, 0])
      const persisted = Buffer.from(`x-access-token:${CHECKOUT_TOKEN}`).toString('base64')
      expect(headersFor('octo-org/hello')).toEqual([`basic ${persisted}`])
      expect(headersFor('octo-org/lib')).toEqual([headerOf(github)])
    })
  })

  test('takes the place of a header of checkout for the same repository', async () => {
    await gitScenario(server, {}, async (all) => {
      await all.git('init', 'hello')
      await persistCheckoutHeader(all, 'hello')
      const fetched = await all.gitIn('hello', 'fetch', `${server.url}/octo-org/hello`)
      expect(fetched.code).toBe(0)
      expect(headersFor('octo-org/hello')).toEqual([headerOf(all.github)])
    })
  })

  test('reaches no repository beside those named, and none of an owner of a longer name', async () => {
    await gitScenario(server, { with: { repositories: 'lib' } }, async ({ git }) => {
      for (const name of [
        'octo-org/hello',
        'octo-org/lib-evil',
        'octo-org-evil/lib',
        'mona/blog'
      ]) {
        expect((await git('ls-remote', `${server.url}/${name}`)).code).not.toBe(0)
        expect(headersFor(name)).toEqual([])
      }
    })
  })

  test('an installation on some repositories is set up for those, not for the owner', async () => {
    server.accept(CHECKOUT_TOKEN, 'octo-org/secret-plans')
    await gitScenario(server, { with: { owner: 'octo-org' } }, async (all) => {
      const { git, gitIn, main, github } = all
      expect(main.log).toMatch(
        /Git can use the 2 repositories of octo-org that the App is installed on over HTTPS/
      )
      await git('init', 'any')
      await persistCheckoutHeader(all, 'any')
      const fetches = ['hello', 'lib', 'secret-plans'].map((name) =>
        gitIn('any', 'ls-remote', `${server.url}/octo-org/${name}`)
      )
      expect((await Promise.all(fetches)).map(({ code }) => code)).toEqual([0, 0, 0])
      expect(headersFor('octo-org/lib')).toEqual([headerOf(github)])
      expect(headersFor('octo-org/secret-plans')).not.toEqual([headerOf(github)])
    })
  })

  test('an installation on all repositories costs no further request', async () => {
    await gitScenario(server, { with: { owner: 'mona' } }, async ({ git, github }) => {
      const routes = github.exchanges.map(({ route }) => route)
      expect(routes).toHaveLength(2)
      expect(await git('ls-remote', `${server.url}/mona/blog`)).toMatchObject({ code: 0 })
    })
  })

  test.each([
    ['lib', '', 0],
    ['', 'lib', 1],
    ['lib', 'lib', 1],
    ['lib', 'hello', 0]
  ])('two uses in one job, for "%s" and "%s"', async (first, second, used) => {
    const inputs = { owner: 'octo-org', repositories: first }
    await gitScenario(server, { with: inputs, data: installOnAll }, async (all) => {
      const { github, job, main } = all
      const again = { with: { owner: 'octo-org', repositories: second } }
      await secondUse(all, again, async (later) => {
        const both = Number(main.exported['GIT_CONFIG_COUNT']) * 2
        expect(later.main.exported['GIT_CONFIG_COUNT']).toBe(String(both))
        expect(later.main.annotations).toEqual([])
        for (const address of [`${server.url}/octo-org/lib`, `git@${server.hostname}:octo-org/lib`])
          expect(await later.git('ls-remote', address)).toMatchObject({ code: 0 })
        expect(headersFor('octo-org/lib')).toEqual([headerOf(github, used)])
        expect(addressesIn(job).filter((one, at, each) => each.indexOf(one) !== at)).toEqual([])
        expect(readdirSync(job.folders.temp).filter((name) => /lock|new/.test(name))).toEqual([])
        if (!isWindows) expect(new Set(gitFiles(job).map(modeIn(job)))).toEqual(new Set([0o600]))
        expect((await later.post()).log).toMatch(/^Git credentials removed\n/)
        expect(gitFiles(job)).toHaveLength(1)
        expect((await job.post()).log).toMatch(/^Git credentials removed\n/)
      })
    })
  })

  test('a later use whose token git cannot use takes nothing over', async () => {
    await gitScenario(server, { with: { repositories: 'lib' } }, async (all) => {
      const before = gitTexts(all.job)
      const again = { with: { repositories: 'lib', 'permission-issues': 'write' } }
      await secondUse(all, again, async (later) => {
        expect(later.main.exitCode).toBe(0)
        expect(gitTexts(all.job)).toEqual(before)
        expect(await later.git('ls-remote', `${server.url}/octo-org/lib`)).toMatchObject({
          code: 0
        })
        await later.post()
      })
    })
  })

  test('the addresses that a later use took over have no credential when it has ended', async () => {
    const inputs = { owner: 'octo-org', repositories: 'hello, lib' }
    await gitScenario(server, { with: inputs }, async (all) => {
      const again = { with: { owner: 'octo-org', repositories: 'lib' } }
      await secondUse(all, again, async (later) => {
        await later.post()
        const codes = ['hello', 'lib'].map(
          async (name) => (await later.git('ls-remote', `${server.url}/octo-org/${name}`)).code
        )
        expect(await Promise.all(codes)).toEqual([0, 128])
        expect(headersFor('octo-org/lib')).toEqual([])
      })
    })
  })

  test.each<[string, GitScenarioOptions]>([
    ['before it has a token', { with: { repositories: 'nope' } }],
    ['when the outputs are written', failing('appendFileSync', 'set_output')],
    ['when git is to be led to its file', failing('appendFileSync', 'set_env')]
  ])('a later use that fails takes nothing away: %s', async (_, options) => {
    await gitScenario(server, { with: { repositories: 'lib' } }, async (all) => {
      const before = gitTexts(all.job)
      const again = { ...options, with: { repositories: 'lib', ...options.with } }
      await secondUse(all, again, async (later) => {
        expect(later.main.exitCode).toBe(1)
        expect(gitTexts(all.job)).toEqual(before)
        await later.post()
        expect(await all.git('ls-remote', `${server.url}/octo-org/lib`)).toMatchObject({ code: 0 })
      })
    })
  })

  test.each<[string, GitScenarioOptions]>([
    ['it cannot be read', failing('readFileSync', '.gitconfig')],
    ['the file cannot be replaced', failing('renameSync', '.gitconfig.new')],
    ['the lock cannot be made', failing('openSync', 'git-credentials.lock')]
  ])('an earlier file that cannot be changed draws a warning: %s', async (_, options) => {
    await gitScenario(server, { with: { repositories: 'lib' } }, async (all) => {
      const [earlier = ''] = gitTexts(all.job)
      await secondUse(all, { ...options, with: { repositories: 'lib' } }, async (later) => {
        expect(later.main.exitCode).toBe(0)
        expect(later.main.annotations).toEqual([
          {
            level: 'warning',
            title: '',
            message:
              'git-credentials: an earlier use of this action set git up for some of the same addresses, and its file cannot be changed: ENOSPC. Git uses the newer token. Git LFS sends both tokens, which GitHub answers with 400. Use one step for both, if the job uses Git LFS.'
          }
        ])
        expect(gitTexts(all.job)).toContain(earlier)
        expect(await later.git('ls-remote', `${server.url}/octo-org/lib`)).toMatchObject({
          code: 0
        })
        expect(headersFor('octo-org/lib')).toEqual([headerOf(all.github, 1)])
        expect(readdirSync(all.job.folders.temp).filter((name) => /lock|new/.test(name))).toEqual(
          []
        )
      })
    })
  })

  describe('the lock for earlier files', () => {
    /** Runs a later use that finds something in the place of the lock. */
    async function withLockFound(
      preload: string,
      arrange: (lock: string) => void,
      use: (later: SecondUse, lock: string, job: Job) => void
    ): Promise<void> {
      const inputs = { repositories: 'lib' }
      const nodeArguments = ['--require', join(__dirname, 'support', 'preload', preload)]
      await gitScenario(server, { with: inputs }, async (all) => {
        const lock = join(all.job.folders.temp, 'git-credentials.lock')
        arrange(lock)
        await secondUse(all, { with: inputs, nodeArguments }, async (later) => {
          expect(later.main.exitCode).toBe(0)
          use(later, lock, all.job)
          await later.post()
        })
        rmSync(lock, { recursive: true, force: true })
      })
    }

    test('one that a dead process left is taken', async () => {
      const leave = (lock: string): void => {
        writeFileSync(lock, '')
      }
      await withLockFound('git-lock-waits.cjs', leave, ({ main }, lock, job) => {
        expect(main.annotations).toEqual([])
        expect(new Set(addressesIn(job)).size).toBe(addressesIn(job).length)
        expect(existsSync(lock)).toBe(false)
      })
    })

    test('something else in its place draws a warning', async () => {
      await withLockFound('git-lock-waits.cjs', mkdirSync, ({ main }, lock) => {
        expect(main.log).toContain('its file cannot be changed: another process has locked it.')
        expect(statSync(lock).isDirectory()).toBe(true)
      })
    })

    test('one that another process has taken meanwhile is not removed', async () => {
      const nothing = (): void => undefined
      await withLockFound('git-lock-taken.cjs', nothing, ({ main }, lock) => {
        expect(main.annotations).toEqual([])
        expect(readFileSync(lock, 'utf8')).toBe('another')
      })
    })
  })

  test('a step that sets GIT_CONFIG_COUNT to 0 uses the credential of checkout', async () => {
    server.accept(CHECKOUT_TOKEN, 'octo-org/hello')
    await gitScenario(server, {}, async (all) => {
      await all.git('init', 'hello')
      await persistCheckoutHeader(all, 'hello')
      const env = laterEnvironment(all.job, { ...all.main.exported, GIT_CONFIG_COUNT: '0' })
      const cwd = join(all.job.folders.workspace, 'hello')
      const fetched = await runGit(['fetch', `${server.url}/octo-org/hello`], { cwd, env })
      expect(fetched).toMatchObject({ code: 0 })
      expect(headersFor('octo-org/hello')).not.toContain(headerOf(all.github))
    })
  })

  test('an earlier file that somebody has removed is not missed', async () => {
    await gitScenario(server, { with: { repositories: 'lib' } }, async (all) => {
      rmSync(all.main.exported['GIT_CONFIG_VALUE_0'] ?? '')
      await secondUse(all, { with: { repositories: 'lib' } }, async (later) => {
        expect(later.main.annotations).toEqual([])
        expect(gitFiles(all.job)).toHaveLength(1)
        await later.post()
      })
    })
  })

  testWithLinks('what is no earlier file of this action is left alone', async () => {
    await gitScenario(server, { with: { repositories: 'lib' } }, async (all) => {
      const { job, main } = all
      const [name = ''] = gitFiles(job)
      const ours = join(job.folders.temp, name)
      const text = readFileSync(ours, 'utf8')
      const others = [
        join(job.folder, name),
        join(job.folders.temp, 'other.gitconfig'),
        join(job.folders.temp, 'git-credentials-00000000-0000-0000-0000-000000000000.gitconfig')
      ]
      others.forEach((file) => {
        writeFileSync(file, text)
      })
      rmSync(ours)
      symlinkSync(others[2] ?? '', ours)
      const entries = [ours, ...others.slice(0, 2)].flatMap((file, index) => [
        [`GIT_CONFIG_KEY_${index}`, 'include.path'],
        [`GIT_CONFIG_VALUE_${index}`, file]
      ])
      const env = {
        ...main.exported,
        GIT_CONFIG_COUNT: '3',
        ...(Object.fromEntries(entries) as Record<string, string>)
      }
      await secondUse(all, { with: { repositories: 'lib' }, env }, async (later) => {
        expect(later.main.log).toContain(
          'its file cannot be changed: it was replaced by something that is not a file.'
        )
        expect(others.map((file) => readFileSync(file, 'utf8'))).toEqual([text, text, text])
        await later.post()
      })
      rmSync(ours)
      others.forEach((file) => {
        rmSync(file)
      })
    })
  })

  test('post removes what a killed process left beside the file', async () => {
    await gitScenario(server, {}, async ({ job, main }) => {
      const beside = `${main.exported['GIT_CONFIG_VALUE_0'] ?? ''}.new`
      writeFileSync(beside, 'left')
      expect((await job.post()).log).toContain('Git credentials removed')
      expect(existsSync(beside)).toBe(false)
    })
  })

  test('after post, access and file are gone, and git works on', async () => {
    await gitScenario(server, { with: { repositories: 'lib' } }, async ({ git, job }) => {
      await git('clone', `${server.url}/octo-org/lib`)
      expect((await job.post()).exitCode).toBe(0)
      expect((await git('ls-remote', `${server.url}/octo-org/lib`)).code).not.toBe(0)
      expect(server.requests.at(-1)?.authorization).toEqual([])
      expect(await git('-C', 'lib', 'status')).toMatchObject({ code: 0 })
    })
  })

  test('the file is removed though the token cannot be revoked', async () => {
    await gitScenario(server, { isOffDescription: true }, async ({ github, job }) => {
      github.fail('DELETE /installation/token', {
        kind: 'status',
        status: 403,
        body: { message: 'no' }
      })
      const post = await job.post()
      expect(post.log).toMatch(/^Git credentials removed\nWarning: The token .* was not revoked/)
      expect(gitFiles(job)).toEqual([])
    })
  })

  test('the file is removed though the token is kept', async () => {
    await gitScenario(
      server,
      { with: { 'skip-token-revoke': 'true' } },
      async ({ github, job }) => {
        const post = await job.post()
        expect(post.log).toMatch(/^Git credentials removed\nThe token was kept/)
        expect(github.liveTokens()).toHaveLength(1)
        expect(gitFiles(job)).toEqual([])
      }
    )
  })

  testWithLinks('post removes nothing but the file that main made', async () => {
    await gitScenario(server, {}, async ({ job, main }) => {
      const path = main.exported['GIT_CONFIG_VALUE_0'] ?? ''
      const other = join(job.folder, 'precious.txt')
      writeFileSync(other, 'precious')
      rmSync(path)
      symlinkSync(other, path)
      const post = await job.post()
      expect(post.log).toContain(
        'The file with git credentials was not removed: it was replaced by something that is not a file.'
      )
      expect(existsSync(other)).toBe(true)
      expect(post.log).toContain('Token for octo-org/hello revoked')
    })
  })

  test('where the bot is unknown, nothing is left of the credentials either', async () => {
    const data = (change: GitHubData): void => {
      change.bots = []
    }
    await gitScenario(
      server,
      { with: { 'git-identity': 'true' }, data },
      async ({ main, ...rest }) => {
        expect(main.exitCode).toBe(1)
        expect(main.outputs).toEqual({})
        expect(main.exported).toEqual({})
        expect(gitFiles(rest.job)).toEqual([])
        expect(rest.github.liveTokens()).toEqual([])
        expect((await rest.job.post()).log).toBe('Nothing to revoke: this step output no token.')
      }
    )
  })

  test('a token without contents draws a warning, and hides no other credential', async () => {
    server.accept(CHECKOUT_TOKEN, 'octo-org/hello')
    await gitScenario(server, { with: { 'permission-issues': 'read' } }, async (all) => {
      const { gitIn, job, main } = all
      expect(main.exitCode).toBe(0)
      expect(main.exported).toEqual({})
      expect(main.log).not.toContain('Git can use')
      expect(main.annotations).toEqual([
        {
          level: 'warning',
          title: '',
          message:
            'git-credentials is true, but git does not use the token for octo-org/hello: it has no permission for contents. Add `contents: read` to its permissions, or `contents: write` to push.'
        }
      ])
      await all.git('init', 'hello')
      await persistCheckoutHeader(all, 'hello')
      const fetched = await gitIn('hello', 'fetch', `${server.url}/octo-org/hello`)
      expect(fetched).toMatchObject({ code: 0 })
      expect(gitFiles(job)).toEqual([])
      expect(bareLog(await job.post())).toBe('Token for octo-org/hello revoked')
    })
  })

  test('of several tokens, git uses those with contents', async () => {
    const data = (change: GitHubData): void => {
      installationOn(change, 'mona').permissions = { issues: 'write', metadata: 'read' }
    }
    await gitScenario(
      server,
      { with: { owner: 'octo-org, mona' }, data },
      async ({ git, main }) => {
        expect(main.log).toMatch(/Git can use the 2 repositories of octo-org [^;]* over HTTPS/)
        expect(main.annotations.map(({ message }) => message)).toEqual([
          expect.stringContaining('git does not use the token for mona: it has no permission')
        ])
        const address = `${server.url}/octo-org/lib`
        expect(await git('ls-remote', address)).toMatchObject({ code: 0 })
        await git('ls-remote', `${server.url}/mona/blog`)
        expect(headersFor('mona/blog')).toEqual([])
      }
    )
  })

  test('a token whose permissions GitHub does not tell is used', async () => {
    const arrange = (github: EmbeddedGitHub): void => {
      github.fail(CREATION, { kind: 'edit', edit: (body) => ({ ...body, permissions: null }) })
    }
    await gitScenario(server, { isOffDescription: true, arrange }, async ({ git, main }) => {
      expect(main.annotations).toEqual([])
      const address = `${server.url}/octo-org/hello`
      expect(await git('ls-remote', address)).toMatchObject({ code: 0 })
    })
  })

  test.each<[Record<string, string>, string]>([
    [{ owner: 'octo-org' }, 'octo-org'],
    [{ owner: 'octo-org', 'permission-contents': 'write' }, ''],
    [{}, 'octo-org/hello'],
    [{ repositories: 'lib, HELLO' }, 'octo-org/lib, octo-org/HELLO'],
    [{ repositories: 'lib' }, ''],
    [{ owner: 'mona' }, '']
  ])('pushes to the workflow’s repository with a read-only token: %j', async (inputs, subject) => {
    const all = { 'permission-contents': 'read', ...inputs }
    await gitScenario(server, { with: all, data: installOnAll }, async ({ main }) => {
      await Promise.resolve()
      const other =
        subject === 'octo-org/hello'
          ? 'remove `git-credentials`.'
          : 'name in `repositories` what the job needs, without hello.'
      const message = `git-credentials: pushes to octo-org/hello fail with 403, because git uses the token for ${subject}, which can only read contents. To push with this token, add \`contents: write\`. To push with another token, such as the one of actions/checkout, ${other}`
      const notice = { level: 'notice', title: '', message }
      expect(main.annotations).toEqual(subject === '' ? [] : [notice])
    })
  })

  test('a read-only token of another GitHub is none for the workflow’s repository', async () => {
    const inputs = { owner: 'octo-org', 'permission-contents': 'read' }
    await scenario({
      with: { ...inputs, 'git-credentials': 'true' },
      data: installOnAll,
      env: { GITHUB_API_URL: 'https://github.example.com/api/v3' },
      job: ({ url }) => ({
        inputs: {
          ...credentials,
          ...inputs,
          'git-credentials': 'true',
          'github-api-url': url
        }
      }),
      between: ({ annotations, exitCode }) => {
        expect([exitCode, annotations]).toEqual([0, []])
      }
    })
  })

  test('the fallback token serves the workflow’s own repository', async () => {
    const fallback = 'ghs_fallback0123456789012345678901234567'
    server.accept(fallback, 'octo-org/hello')
    const inputs = {
      'private-key': '',
      'fallback-token': fallback,
      repositories: 'lib',
      'git-identity': 'true'
    }
    await gitScenario(
      server,
      { with: inputs, actor: 'dependabot[bot]' },
      async ({ git, job, main }) => {
        expect(main.outputs).toEqual({ token: fallback, 'token-source': 'fallback' })
        expect(main.log).toContain('Git can use octo-org/hello with the fallback token')
        expect(main.log).toContain('git-identity does nothing here')
        expect(await git('ls-remote', `git@${server.hostname}:octo-org/hello`)).toMatchObject({
          code: 0
        })
        expect((await git('ls-remote', `${server.url}/octo-org/lib`)).code).not.toBe(0)
        expect((await job.post()).log).toContain('Git credentials removed')
        expect(gitFiles(job)).toEqual([])
      }
    )
  })
})
