import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installationOn, type World } from '../local/github/world'
import { Job } from '../local/runner'
import { hasGit, startGitServer, type GitServer } from './support/git-server'
import {
  describeWithGit,
  gitFiles,
  headerOf,
  includeVariables,
  laterEnvironment,
  runGit,
  setting,
  type Setting
} from './support/git-scenario'
import { credentials } from './support/scenario'
import { isWindows, testWithLinks } from './support/system'

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

/** Every header with which a repository was asked for. */
function headersFor(repository: string): string[] {
  const requests = server.requests.filter((request) => request.repository === repository)
  return [...new Set(requests.flatMap(({ authorization }) => authorization))]
}

/** What `actions/checkout` leaves in a repository. */
async function persistCheckoutHeader({ gitIn }: Setting, folder: string): Promise<void> {
  const value = Buffer.from(`x-access-token:${CHECKOUT_TOKEN}`).toString('base64')
  const key = `http.${server.url}/.extraheader`
  await gitIn(folder, 'config', '--local', key, `AUTHORIZATION: basic ${value}`)
}

describeWithGit('git-credentials', () => {
  test('says what it sets up and that it is removed, and hides the header', async () => {
    await setting(server, {}, async ({ main, job, github }) => {
      expect(main.exitCode).toBe(0)
      expect(main.log.split('\n')).toContainEqual(
        expect.stringMatching(
          /^Git reaches octo-org\/hello: by HTTPS, and where an address says SSH, until \d\d:\d\d UTC or the end of this job$/
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
      expect(post.log).toBe('Git credentials removed\nToken for octo-org/hello revoked')
      expect(gitFiles(job)).toEqual([])
    })
  })

  test('clone, fetch and push', async () => {
    await setting(server, { with: { repositories: 'lib' } }, async ({ git, gitIn, github }) => {
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
    await setting(server, { with: inputs }, async ({ git, gitIn }) => {
      expect(await git('clone', `${server.url}/octo-org/lib`)).toMatchObject({ code: 0 })
      expect((await gitIn('lib', 'push', 'origin', 'HEAD:third')).code).not.toBe(0)
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
    await setting(server, { with: { owner: 'octo-org, mona' } }, async ({ git, github, main }) => {
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
      expect(main.log).toMatch(/Git reaches .*octo-org.*; every repository of mona, each with its/)
    })
  })

  test('other letter cases: as typed, as GitHub spells it, and in lower case', async () => {
    const world = (change: World): void => {
      for (const one of [...change.accounts, change.app.owner]) {
        if ('login' in one && one.login === 'octo-org') one.login = 'Octo-Org'
      }
      for (const one of change.repositories) {
        if (one.owner === 'octo-org') one.owner = 'Octo-Org'
        if (one.name === 'lib') one.name = 'Lib'
      }
    }
    const inputs = { owner: 'OCTO-org', repositories: 'LIB' }
    await setting(server, { with: inputs, world }, async ({ git }) => {
      for (const name of ['OCTO-org/LIB', 'Octo-Org/Lib', 'octo-org/lib', 'octo-org/lib.git']) {
        expect(await git('ls-remote', `${server.url}/${name}`)).toMatchObject({ code: 0 })
        expect(await git('ls-remote', `git@${server.hostname}:${name}`)).toMatchObject({ code: 0 })
      }
    })
  })

  test("leaves checkout's own header alone, and never adds a second", async () => {
    server.accept(CHECKOUT_TOKEN, 'octo-org/hello')
    await setting(server, { with: { repositories: 'lib' } }, async (all) => {
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
    await setting(server, {}, async (all) => {
      await all.git('init', 'hello')
      await persistCheckoutHeader(all, 'hello')
      const fetched = await all.gitIn('hello', 'fetch', `${server.url}/octo-org/hello`)
      expect(fetched.code).toBe(0)
      expect(headersFor('octo-org/hello')).toEqual([headerOf(all.github)])
    })
  })

  test('reaches no repository beside those named, and none of an owner of a longer name', async () => {
    await setting(server, { with: { repositories: 'lib' } }, async ({ git }) => {
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
    await setting(server, { with: { owner: 'octo-org' } }, async (all) => {
      const { git, gitIn, main, github } = all
      expect(main.log).toMatch(
        /Git reaches the 2 repositories of octo-org that the App is installed for: by HTTPS/
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
    await setting(server, { with: { owner: 'mona' } }, async ({ git, github }) => {
      const routes = github.exchanges.map(({ route }) => route)
      expect(routes).toHaveLength(2)
      expect(await git('ls-remote', `${server.url}/mona/blog`)).toMatchObject({ code: 0 })
    })
  })

  test('two uses in one job, whichever is wider', async () => {
    for (const [first, second] of [
      ['lib', ''],
      ['', 'lib'],
      ['lib', 'lib']
    ]) {
      server.requests.length = 0
      const installOnAll = (world: World): void => {
        installationOn(world, 'octo-org').repositorySelection = 'all'
      }
      const inputs = { owner: 'octo-org', repositories: first ?? '' }
      await setting(server, { with: inputs, world: installOnAll }, async (all) => {
        const { github, job, main } = all
        const again = new Job({
          apiUrl: github.url,
          serverUrl: server.url,
          env: { ...main.exported, RUNNER_TEMP: job.folders.temp },
          inputs: {
            ...credentials,
            'git-credentials': 'true',
            owner: 'octo-org',
            repositories: second ?? ''
          }
        })
        try {
          const other = await again.main()
          const both = Number(main.exported['GIT_CONFIG_COUNT']) * 2
          expect(other.exported['GIT_CONFIG_COUNT']).toBe(String(both))
          const env = laterEnvironment(job, { ...main.exported, ...other.exported })
          const place = { cwd: job.folders.workspace, env }
          const lib = await runGit(['ls-remote', `${server.url}/octo-org/lib`], place)
          expect(lib.code).toBe(0)
          expect(headersFor('octo-org/lib')).toEqual([
            headerOf(github, first === 'lib' && second === '' ? 0 : 1)
          ])
          await again.post()
          const after = await runGit(['ls-remote', `${server.url}/octo-org/lib`], place)
          expect(after.code).toBe(0)
          expect(gitFiles(job)).toHaveLength(1)
        } finally {
          again.close()
        }
      })
    }
  })

  test('after post, access and file are gone, and git works on', async () => {
    await setting(server, { with: { repositories: 'lib' } }, async ({ git, job }) => {
      await git('clone', `${server.url}/octo-org/lib`)
      expect((await job.post()).exitCode).toBe(0)
      expect((await git('ls-remote', `${server.url}/octo-org/lib`)).code).not.toBe(0)
      expect(server.requests.at(-1)?.authorization).toEqual([])
      expect(await git('-C', 'lib', 'status')).toMatchObject({ code: 0 })
    })
  })

  test('the file is removed though the token cannot be revoked', async () => {
    await setting(server, { isOffDescription: true }, async ({ github, job }) => {
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
    await setting(server, { with: { 'skip-token-revoke': 'true' } }, async ({ github, job }) => {
      const post = await job.post()
      expect(post.log).toMatch(/^Git credentials removed\nThe token was kept/)
      expect(github.liveTokens()).toHaveLength(1)
      expect(gitFiles(job)).toEqual([])
    })
  })

  testWithLinks('post removes nothing but the file that main made', async () => {
    await setting(server, {}, async ({ job, main }) => {
      const path = main.exported['GIT_CONFIG_VALUE_0'] ?? ''
      const other = join(job.folder, 'precious.txt')
      writeFileSync(other, 'precious')
      rmSync(path)
      symlinkSync(other, path)
      const post = await job.post()
      expect(post.log).toContain("The file of git's credentials was not removed: something else")
      expect(existsSync(other)).toBe(true)
      expect(post.log).toContain('Token for octo-org/hello revoked')
    })
  })

  test('where the bot is unknown, nothing is left of the credentials either', async () => {
    const world = (change: World): void => {
      change.bots = []
    }
    await setting(
      server,
      { with: { 'git-identity': 'true' }, world },
      async ({ main, ...rest }) => {
        expect(main.exitCode).toBe(1)
        expect(main.outputs).toEqual({})
        expect(main.exported).toEqual({})
        expect(gitFiles(rest.job)).toEqual([])
        expect(rest.github.liveTokens()).toEqual([])
        expect((await rest.job.post()).log).toBe('Nothing to revoke: no token was handed over.')
      }
    )
  })

  test('a token without contents draws a warning', async () => {
    await setting(server, { with: { 'permission-issues': 'read' } }, async ({ main }) => {
      await Promise.resolve()
      expect(main.annotations).toEqual([
        expect.objectContaining({
          level: 'warning',
          message: expect.stringContaining('has no permission for contents') as string
        })
      ])
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
    await setting(
      server,
      { with: inputs, actor: 'dependabot[bot]' },
      async ({ git, job, main }) => {
        expect(main.outputs).toEqual({ token: fallback, 'token-source': 'fallback' })
        expect(main.log).toContain('Git reaches octo-org/hello with the fallback token')
        expect(main.log).toContain('git-identity is left out')
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
