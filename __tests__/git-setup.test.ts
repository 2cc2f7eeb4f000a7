import {
  chmodSync,
  mkdirSync,
  readdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installationOn } from '../local/github/github-data'
import { Job, type JobOptions } from '../local/runner'
import { parseGit } from '../src/config/switches'
import { gitConfiguration, withoutAddressesOf, withoutExceptionsTo } from '../src/git/config-text'
import { includeFiles, pathsForGit } from '../src/git/include'
import { invalid } from '../src/parsed'
import { botIdentity } from '../src/git/identity'
import { isReached, needsListing, reachOf, reachOfRepository, type Reach } from '../src/git/reach'

import { askVersion, gitProblem } from '../src/git/version'
import { webAddressProblem } from '../src/git/prepare'
import { removeGitFile } from '../src/git/git-file'
import type { CreatedToken } from '../src/tokens/create'
import { explained, LOOKUP } from './support/explained'
import { codesOf, explanationsOf } from './support/problems'
import {
  describeWithGit,
  gitFiles,
  headerOf,
  includeVariables,
  runGit,
  withConfiguration
} from './support/git-scenario'
import { bareEnvironment } from './support/git-server'
import { expectLeaks } from './support/leak-check'
import { errorOf, scenario } from './support/scenario'
import { testWithLinks, testWithScripts, testWithSignals } from './support/system'
import { bareLog } from './support/post-log'

const withCredentials = { 'git-credentials': 'true' } as const
const withIdentity = { 'git-identity': 'true' } as const
const USER = 'GET /users/{username}'
const NOWHERE = resolve('/nowhere/at/all')

/** Has one call of node:fs fail. */
function failing(call: string, path: string, code: string): JobOptions {
  return {
    nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'failures.cjs')],
    env: { FAILING_CALL: call, FAILING_PATH: path, FAILING_CODE: code }
  }
}

/** A job whose first program on `PATH` is a `git` of our own, a shell script. */
async function withFakeGit(
  script: string | undefined,
  use: (job: JobOptions, folder: string) => Promise<void>
): Promise<void> {
  const job = new Job()
  try {
    const bin = join(job.folder, 'bin')
    mkdirSync(bin)
    if (script !== undefined) {
      writeFileSync(join(bin, 'git'), `#!/bin/sh\n${script}\n`)
      chmodSync(join(bin, 'git'), 0o755)
    }
    await use({ env: { PATH: bin } }, job.folder)
  } finally {
    job.close()
  }
}

describe('what is checked before a token is created', () => {
  const cases: [string, string, string, RegExp][] = [
    ['a git that fails', 'exit 3', 'git-missing', /git does not run \(exit code 3\)/],
    ['a git that is killed', 'kill -9 $$', 'git-missing', /git does not run \(SIGKILL\)/],
    ['something else', 'echo hello', 'git-missing', /git answers "hello" to `git --version`/],
    [
      'an old git',
      'echo git version 2.30.9',
      'git-too-old',
      /git is 2\.30\.9\. It needs 2\.31 or newer/
    ]
  ]

  async function expectRefused(script: string | undefined, code: string, text: RegExp) {
    await withFakeGit(script, async (job) => {
      const failure = await explained({ ...job, with: withCredentials })
      expect(failure.code).toBe(code)
      expect(failure.lines[0]).toMatch(text)
      expect(failure.run.transcript).toEqual([])
      expect(failure.run.main.exported).toEqual({})
    })
  }

  test('no git', async () => {
    await expectRefused(undefined, 'git-missing', /git is not on PATH\. Nothing was sent/)
  })

  testWithScripts.each(cases)('%s', async (_, script, code, text) => {
    await expectRefused(script, code, text)
  })

  testWithScripts('git gets nothing of the environment that may be secret', async () => {
    await withFakeGit('/usr/bin/env > "$0.seen"; echo git version 2.99.1', async (job, folder) => {
      const env = { ...job.env, ACTIONS_RUNTIME_TOKEN: 'secret', MY_SECRET: 'secret' }
      const { main } = await scenario({ env, with: withCredentials })
      expect(main.exitCode).toBe(0)
      const seen = readFileSync(join(folder, 'bin', 'git.seen'), 'utf8')
      const names = seen.split('\n').map((line) => line.split('=')[0] ?? '')
      expect(names).toContain('PATH')
      expect(names.filter((name) => /^(INPUT|STATE|ACTIONS|GITHUB|MY)_/.test(name))).toEqual([])
    })
  })

  testWithScripts('a git that does not answer and ignores SIGTERM is killed', async () => {
    await withFakeGit("trap '' TERM; exec /bin/sleep 600", async ({ env }, folder) => {
      expect(await askVersion(env ?? {}, folder, 200)).toEqual({
        kind: 'failed',
        reason: 'SIGKILL'
      })
    })
  })

  test('git-identity alone needs no git', async () => {
    await withFakeGit(undefined, async (job) => {
      const { main } = await scenario({ ...job, with: withIdentity })
      expect(main.exitCode).toBe(0)
    })
  })

  testWithScripts('a job that is cancelled while git is asked sends nothing', async () => {
    const script = 'kill -INT $PPID\nsleep 0.2\necho git version 2.43.0'
    await withFakeGit(script, async ({ env }) => {
      const PATH = `${env?.['PATH'] ?? ''}:/usr/bin:/bin`
      const { main, transcript } = await scenario({ env: { PATH }, with: withCredentials })
      expect([main.exitCode, main.outputs]).toEqual([1, {}])
      expect(main.log).toBe('The job was cancelled: no token is output.')
      expect(transcript).toEqual([])
    })
  })

  test('neither is loaded or asked for when off', async () => {
    await withFakeGit(undefined, async (job) => {
      const { main, post, transcript } = await scenario({ ...job, with: { 'git-identity': '' } })
      expect(main.exported).toEqual({})
      expect(main.outputs).not.toHaveProperty('git-user-name')
      expect(transcript).toHaveLength(3)
      expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
    })
  })
})

describeWithGit('what stands in the way of git-credentials', () => {
  const cases: [string, JobOptions['env'], string, string][] = [
    [
      'RUNNER_TEMP is not set',
      { RUNNER_TEMP: undefined },
      'no-runner',
      'RUNNER_TEMP is not set, so git cannot be set up for later steps.'
    ],
    [
      'RUNNER_TEMP is empty',
      { RUNNER_TEMP: '' },
      'no-runner',
      'RUNNER_TEMP is not set, so git cannot be set up for later steps.'
    ],
    [
      'RUNNER_TEMP does not exist',
      { RUNNER_TEMP: NOWHERE },
      'git-file-unwritable',
      `git-credentials is true, but its file cannot be written in RUNNER_TEMP (${NOWHERE}): ENOENT.`
    ],
    [
      'GIT_CONFIG_COUNT is no count',
      { GIT_CONFIG_COUNT: 'many' },
      'git-config-conflict',
      'GIT_CONFIG_COUNT is "many", which is not a number.'
    ],
    [
      'GIT_CONFIG_COUNT counts more than there is',
      { GIT_CONFIG_COUNT: '1' },
      'git-config-conflict',
      'GIT_CONFIG_COUNT is 1, but GIT_CONFIG_KEY_0 is empty.'
    ],
    [
      'GIT_CONFIG_COUNT counts a key without a value',
      { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.pager' },
      'git-config-conflict',
      'GIT_CONFIG_COUNT is 1, but GIT_CONFIG_VALUE_0 is not set.'
    ],
    [
      'GITHUB_SERVER_URL has a character that no host has',
      { GITHUB_SERVER_URL: 'https://git"hub.example.com' },
      'api-url-malformed',
      'GITHUB_SERVER_URL is "https://git"hub.example.com", whose host contains an invalid character, so the action does not know the addresses of repositories.'
    ],
    [
      'GITHUB_SERVER_URL has a path',
      { GITHUB_SERVER_URL: 'https://github.example.com/octo-org' },
      'api-url-malformed',
      'GITHUB_SERVER_URL is "https://github.example.com/octo-org", which contains more than a host and a port, so the action does not know the addresses of repositories.'
    ],
    [
      'GITHUB_SERVER_URL is empty, and GITHUB_API_URL has a character that no host has',
      { GITHUB_SERVER_URL: '', GITHUB_API_URL: 'https://git"hub.example.com/api/v3' },
      'api-url-malformed',
      'GITHUB_API_URL is "https://git"hub.example.com", whose host contains an invalid character, so the action does not know the addresses of repositories.'
    ],
    [
      'GITHUB_SERVER_URL is not set, and GITHUB_API_URL has a character that no host has',
      { GITHUB_SERVER_URL: undefined, GITHUB_API_URL: 'https://git"hub.example.com/api/v3' },
      'api-url-malformed',
      'GITHUB_API_URL is "https://git"hub.example.com", whose host contains an invalid character, so the action does not know the addresses of repositories.'
    ],
    [
      'GITHUB_SERVER_URL has a password, which is not shown',
      { GITHUB_SERVER_URL: 'https://mona:password@github.example.com' },
      'api-url-malformed',
      'GITHUB_SERVER_URL contains a user name or password, so the action does not know the addresses of repositories.'
    ],
    [
      'GITHUB_SERVER_URL is no address',
      { GITHUB_SERVER_URL: 'localhost:3000' },
      'api-url-malformed',
      'GITHUB_SERVER_URL is "localhost:3000", which is not a web address, so the action does not know the addresses of repositories.'
    ]
  ]

  test.each(cases)('%s', async (_, env, code, text) => {
    const failure = await explained({ env: env ?? {}, with: withCredentials })
    expect(failure.code).toBe(code)
    expect(failure.lines[0]).toContain(text)
    expect(failure.lines[0]).toContain('Nothing was sent to GitHub.')
    expect(failure.run.transcript).toEqual([])
  })

  test('github-api-url has a character that no host has', async () => {
    const url = 'https://git"hub.example.com/api/v3'
    const failure = await explained({ with: { ...withCredentials, 'github-api-url': url } })
    expect(failure.code).toBe('api-url-malformed')
    expect(failure.lines[0]).toContain(
      'github-api-url is "https://git"hub.example.com", whose host'
    )
    expect(failure.run.transcript).toEqual([])
  })

  testWithLinks.each([
    ['blanks and quotes', ' a "b" \'c\' '],
    ['comments and sections', '#;[x] = "]'],
    ['a line end', 'line\n\tx = y'],
    ['what git expands', '~%(prefix)$HOME'],
    ['what a pattern means', '*?{a,b}']
  ])('git finds its file where the name of RUNNER_TEMP has %s', async (_, name) => {
    const folder = mkdtempSync(join(tmpdir(), 'runner-temp-'))
    const temp = join(folder, name)
    mkdirSync(temp)
    try {
      const { post } = await scenario({
        env: { RUNNER_TEMP: temp },
        with: withCredentials,
        between: async ({ exported }, job, github) => {
          const env = { ...bareEnvironment(job.folders.home), ...exported }
          const address = 'https://github.com/octo-org/hello'
          const args = ['--no-pager', 'config', '--get-urlmatch', 'http.extraheader', address]
          const { stdout } = await runGit(args, { cwd: job.folders.workspace, env })
          expect(stdout).toBe(`Authorization: ${headerOf(github)}\n`)
        }
      })
      expect(post.log).toContain('Git credentials removed')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('neither GITHUB_ENV nor RUNNER_TEMP is set', async () => {
    const failure = await explained({
      env: { GITHUB_ENV: undefined, RUNNER_TEMP: undefined },
      with: withCredentials
    })
    expect(failure.code).toBe('no-runner')
    expect(failure.lines[0]).toContain(
      'GITHUB_ENV and RUNNER_TEMP are not set, so git cannot be set up for later steps.'
    )
  })

  test.each(['openSync', 'writeFileSync'])(
    'a mistake in this action is not called a problem with the file: %s',
    async (call) => {
      const failure = await explained({ ...failing(call, '.gitconfig', ''), with: withCredentials })
      expect(failure.code).toBe('unexpected')
      expect(failure.run.github.liveTokens()).toEqual([])
    }
  )

  test.each([
    ['created: nothing is sent', 'openSync', 'EACCES', 0],
    ['written, on a full disk: the token is revoked', 'writeFileSync', 'ENOSPC', 1]
  ])('the file cannot be %s', async (_, call, reason, created) => {
    const failure = await explained({
      ...failing(call, '.gitconfig', reason),
      with: withCredentials,
      between: (__, job, github) => {
        expect(gitFiles(job)).toEqual([])
        expect(github.tokens()).toHaveLength(created)
        expect(github.liveTokens()).toEqual([])
      }
    })
    expect(failure.code).toBe('git-file-unwritable')
    expect(failure.lines[0]).toMatch(
      new RegExp(`^git-credentials is true, but its file cannot be written in .*: ${reason}\\.`)
    )
    expect(failure.run.main.exported).toEqual({})
  })

  testWithScripts.each<[string, JobOptions, string, string]>([
    // Git is asked for its version in the folder RUNNER_TEMP, before a token is created.
    ['is gone by then', {}, '/bin/rm _runner_file_commands/set_env_*', 'is gone'],
    [
      'has no room',
      failing('appendFileSync', 'set_env', 'ENOSPC'),
      '',
      'cannot be written (ENOSPC)'
    ]
  ])(
    'the file of GITHUB_ENV %s: the token is revoked, and no file is left',
    async (_, options, script, what) => {
      await withFakeGit(`${script}\necho git version 2.99.1`, async ({ env }) => {
        const failure = await explained({
          ...options,
          env: { ...env, ...options.env },
          with: withCredentials,
          between: (__, job, github) => {
            expect(gitFiles(job)).toEqual([])
            expect(github.liveTokens()).toEqual([])
          }
        })
        expect(failure.lines).toEqual([
          `The runner's file GITHUB_ENV ${what}, so the step cannot pass on a token.`,
          'The token for octo-org/hello was revoked. No token is output.',
          "Fix: check that the runner's disk is not full, and that nothing deletes the runner's temporary files while a job runs."
        ])
        expect(failure.code).toBe('runner-file-unwritable')
      })
    }
  )

  test('on Windows, git is led to the file by slashes, and no Docker action by its own path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'windows-'))
    try {
      const temp = `${folder}/work\\_temp`
      mkdirSync(temp)
      const { main, post } = await scenario({
        nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'on-windows.cjs')],
        env: { RUNNER_TEMP: temp },
        with: withCredentials
      })
      expect(main.exported).toEqual({
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'include.path',
        GIT_CONFIG_VALUE_0: expect.stringMatching(/\/work\/_temp\/git-credentials-/) as string
      })
      expect(post.log).toContain('Git credentials removed')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('an enterprise has no repositories', async () => {
    const failure = await explained({ with: { ...withCredentials, enterprise: 'octo-enterprise' } })
    expect(failure.code).toBe('scope-conflict')
  })

  test('entries that are there already are kept', async () => {
    const entries = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.pager',
      GIT_CONFIG_VALUE_0: ''
    }
    await scenario({
      env: entries,
      with: withCredentials,
      between: ({ exported }, job) => {
        const [file = ''] = gitFiles(job)
        expect(exported).toEqual(includeVariables(job, file, 1))
      }
    })
  })

  test.each([
    [150, 2, /Git can use the 150 repositories of octo-org/, /rewritten to HTTPS only if/],
    [
      1000,
      10,
      /Git can use all repositories of octo-org/,
      /a thousand or more repositories of octo-org/
    ]
  ])('an installation on %d repositories', async (count, pages, line, notice) => {
    const { main, transcript } = await scenario({
      with: { ...withCredentials, owner: 'octo-org' },
      data: (data) => {
        const { repositories } = installationOn(data, 'octo-org')
        for (let id = repositories.length; id < count; id++) {
          const repository = { id: id + 1000, owner: 'octo-org', name: `r${id}`, private: true }
          repositories.push(repository)
        }
      }
    })
    expect(main.log).toMatch(line)
    expect(main.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(notice)])
    const listings = transcript.filter((one) => one.startsWith('GET /installation/repositories'))
    expect(listings).toHaveLength(pages)
  })

  test.each([
    [1, 'the one repository of installation 4242 that the App is installed on'],
    [2, 'the 2 repositories of installation 4242 that the App is installed on']
  ])('an installation by its id, on %d repositories', async (count, what) => {
    const { main } = await scenario({
      with: { ...withCredentials, 'installation-id': '4242' },
      data: (data) => {
        installationOn(data, 'octo-org').repositories.length = count
      }
    })
    expect(main.log).toContain(`Git can use ${what} over HTTPS`)
  })

  test('if no token can be created, nothing is left', async () => {
    const run = await scenario({
      with: { ...withCredentials, repositories: 'nope' },
      between: (_, job) => {
        expect(runnerFiles(job)).toEqual([])
      }
    })
    expect(errorOf(run).message).toContain('nope')
    expect(run.main.exported).toEqual({})
    expect(bareLog(run.post)).toBe('Nothing to revoke: this step output no token.')
  })

  function runnerFiles(job: Job): string[] {
    const state = JSON.parse(
      readFileSync(join(job.folders.temp, '_runner_file_commands', 'save_state_1'), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .at(-1) ?? ''
    ) as { gitFile: string }
    expect(state.gitFile).toMatch(/git-credentials-[0-9a-f-]{36}\.gitconfig$/)
    return [state.gitFile].filter((file) => removeGitFile(file, env(job)).kind !== 'absent')
  }

  function env(job: Job): NodeJS.ProcessEnv {
    return { RUNNER_TEMP: job.folders.temp }
  }
})

describeWithGit('what is done for git with the fallback token', () => {
  const fallback = {
    actor: 'dependabot[bot]',
    with: { 'private-key': '', 'fallback-token': 'ghs_fallback0123456789012345678901234567' }
  }
  const reaches = /Git can use octo-org\/hello with the fallback token/
  const leftOut = /git-identity does nothing here: without the private key/

  test('credentials, for the repository of the workflow', async () => {
    const { main, post } = await scenario({
      ...fallback,
      with: { ...fallback.with, ...withCredentials }
    })
    expect(main.exported['GIT_CONFIG_COUNT']).toBe('2')
    expect(main.log).toMatch(reaches)
    expect(main.log).not.toMatch(leftOut)
    expect(post.log).toContain('Git credentials removed')
  })

  test('a step that fails leaves no file', async () => {
    const { main } = await scenario({
      ...fallback,
      ...failing('appendFileSync', 'set_output', 'ENOSPC'),
      with: { ...fallback.with, ...withCredentials },
      between: (_, job) => {
        expect(gitFiles(job)).toEqual([])
      }
    })
    expect([main.exitCode, main.outputs]).toEqual([1, {}])
  })

  test('no identity', async () => {
    const { main } = await scenario({ ...fallback, with: { ...fallback.with, ...withIdentity } })
    expect(main.exitCode).toBe(0)
    expect(main.exported).toEqual({})
    expect(main.log).not.toMatch(reaches)
    expect(main.log).toMatch(leftOut)
  })

  test('nothing, where the repository of the workflow is not known', async () => {
    const { main } = await scenario({
      ...fallback,
      env: { GITHUB_REPOSITORY: 'hello' },
      with: { ...fallback.with, ...withCredentials, owner: 'octo-org' },
      between: (_, job) => {
        expect(gitFiles(job)).toEqual([])
      }
    })
    expect(main.exitCode).toBe(0)
    expect(main.exported).toEqual({})
    expect(main.log).not.toMatch(reaches)
  })
})

test('a runner that does not name the repository of the workflow: git is set up for the owner', async () => {
  const { main } = await scenario({
    env: { GITHUB_REPOSITORY: undefined },
    with: { ...withCredentials, owner: 'octo-org', 'permission-contents': 'read' }
  })
  expect(main.exitCode).toBe(0)
  expect(main.log).toContain('Git can use')
  expect(main.log).not.toContain('undefined')
})

describe('git-identity', () => {
  const identity = {
    name: 'octo-bot[bot]',
    email: '987654+octo-bot[bot]@users.noreply.github.com'
  }

  test('is in the environment of later steps, in the outputs and in the log', async () => {
    const { main, transcript } = await scenario({ with: withIdentity })
    expect(main.exported).toEqual({
      GIT_AUTHOR_NAME: identity.name,
      GIT_AUTHOR_EMAIL: identity.email,
      GIT_COMMITTER_NAME: identity.name,
      GIT_COMMITTER_EMAIL: identity.email
    })
    expect(main.outputs).toMatchObject({
      'git-user-name': identity.name,
      'git-user-email': identity.email,
      'bot-user-id': '987654'
    })
    expect(main.log).toContain(
      `Commits are by ${identity.name} <${identity.email}> until the end of this job`
    )
    expect(transcript).toContain('GET /users/octo-bot%5Bbot%5D 200')
  })

  test('is asked for with the token', async () => {
    const { github } = await scenario({ with: withIdentity })
    const asked = github.exchanges.find(({ route }) => route === USER)
    expect(asked?.requestHeaders.authorization).toBe(`Bearer ${github.tokens()[0]?.value ?? ''}`)
  })

  test('on Enterprise Server, the address is of that host', async () => {
    const { main } = await scenario({
      with: withIdentity,
      serverUrl: 'https://github.example.com:8443',
      prefix: '/api/v3'
    })
    expect(main.outputs['git-user-email']).toBe(
      '987654+octo-bot[bot]@users.noreply.github.example.com'
    )
  })

  test('waits until GitHub knows the new token', async () => {
    const { main, transcript } = await scenario({
      with: withIdentity,
      // GitHub's description of this route has no such answer.
      isOffDescription: true,
      arrange: (github) => {
        github.fail(USER, { kind: 'status', status: 401, body: { message: 'Bad credentials' } })
      }
    })
    expect(main.exitCode).toBe(0)
    expect(transcript.filter((line) => line.includes('%5Bbot%5D'))).toEqual([
      'GET /users/octo-bot%5Bbot%5D 401',
      'GET /users/octo-bot%5Bbot%5D 200'
    ])
  })

  test('a token that GitHub does not get to know is given up, and revoked', async () => {
    const failure = await explained({
      with: withIdentity,
      isOffDescription: true,
      arrange: (github) => {
        const fault = { kind: 'status', status: 401, body: { message: 'Bad credentials' } } as const
        github.fail(USER, fault, 5)
      }
    })
    expect(failure.run.transcript.filter((line) => line.includes('%5Bbot%5D 401'))).toHaveLength(5)
    expect(failure.run.github.liveTokens()).toEqual([])
  })

  test('an answer that is no user: explained, and the token is revoked', async () => {
    const failure = await explained({
      with: withIdentity,
      isOffDescription: true,
      arrange: (github) => {
        github.fail(USER, { kind: 'edit', edit: (body) => ({ ...body, id: 'none' }) })
      }
    })
    expect(failure.code).toBe('not-github')
    expect(failure.run.github.liveTokens()).toEqual([])
  })

  testWithSignals.each(['SIGINT', 'SIGTERM'] as const)(
    'a job that is cancelled meanwhile hands nothing over, and post revokes: %s',
    async (signal) => {
      const { main, post, github } = await scenario({
        with: withIdentity,
        isClockStopped: true,
        arrange: (each) => {
          each.fail(USER, { kind: 'hang' })
        },
        during: async (process, each) => {
          await process.until(() => each.exchanges.some(({ route }) => route === USER))
          process.kill(signal)
        }
      })
      expect([main.exitCode, main.outputs, main.exported]).toEqual([1, {}, {}])
      expect(main.log).toBe('The job was cancelled: no token is output.')
      expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
      expect(github.liveTokens()).toEqual([])
    }
  )

  test('a bot that GitHub does not know: explained, and the token is revoked', async () => {
    const failure = await explained({
      with: withIdentity,
      data: (data) => {
        data.bots = []
      }
    })
    expect(failure.code).toBe('bot-unknown')
    expect(failure.lines.slice(0, 2)).toEqual([
      'git-identity is true, but GitHub does not know the user octo-bot[bot], whose id is part of the e-mail address of its commits.',
      'The token for octo-org/hello was revoked. No token is output.'
    ])
    expect(failure.run.github.liveTokens()).toEqual([])
    expect(failure.run.main.exported).toEqual({})
    expect(bareLog(failure.run.post)).toBe('Nothing to revoke: this step output no token.')
  })

  test('an App whose name GitHub leaves out: so is its bot', async () => {
    const failure = await explained({
      with: withIdentity,
      isOffDescription: true,
      arrange: (github) => {
        github.fail(LOOKUP, { kind: 'edit', edit: (body) => ({ ...body, app_slug: null }) })
      }
    })
    expect(failure.code).toBe('bot-unknown')
    expect(failure.lines[0]).toContain(
      "GitHub does not know the App's bot, whose id is part of the e-mail address"
    )
    expect(failure.run.transcript.filter((line) => line.includes('/users/'))).toEqual([])
    expect(failure.run.github.liveTokens()).toEqual([])
  })

  test('where GitHub fails, the tokens of all owners are revoked', async () => {
    const failure = await explained({
      with: { ...withIdentity, owner: 'octo-org, mona' },
      isOffDescription: true,
      arrange: (github) => {
        github.fail(USER, { kind: 'status', status: 403, body: { message: 'No' } })
      }
    })
    expect(failure.lines).toContainEqual(
      expect.stringMatching(/^The tokens for octo-org, mona were revoked/)
    )
    expect(failure.run.github.tokens()).toHaveLength(2)
    expect(failure.run.github.liveTokens()).toEqual([])
  })
})

describeWithGit('a commit made with git-identity', () => {
  test('shows the bot as author and committer', async () => {
    await scenario({
      with: withIdentity,
      between: async (main, job) => {
        const env = { ...bareEnvironment(job.folders.home), ...main.exported }
        const place = { cwd: job.folders.workspace, env }
        await runGit(['init', '--quiet'], place)
        await runGit(['commit', '--quiet', '--allow-empty', '--message', 'By the bot'], place)
        const { stdout } = await runGit(['log', '--format=%an <%ae>%n%cn <%ce>'], place)
        const bot = 'octo-bot[bot] <987654+octo-bot[bot]@users.noreply.github.com>'
        expect(stdout).toBe(`${bot}\n${bot}\n`)
      }
    })
  })
})

describeWithGit('which addresses git takes where', () => {
  const WEB = 'https://github.com'
  const { text } = gitConfiguration(WEB, [
    {
      token: 'one',
      reach: { kind: 'repositories', names: ['octo-org/lib', 'octo-org/hello', 'octo-org/hello2'] }
    },
    { token: 'two', reach: { kind: 'owner', owners: ['mona'] } }
  ])

  const addresses: [string, string | undefined][] = [
    ['git@github.com:octo-org/lib.git', `${WEB}/octo-org/lib.git`],
    ['git@github.com:octo-org/lib', `${WEB}/octo-org/lib`],
    ['ssh://git@github.com/octo-org/lib.git', `${WEB}/octo-org/lib.git`],
    ['ssh://git@github.com/octo-org/lib', `${WEB}/octo-org/lib`],
    ['git@github.com:octo-org/lib-evil', undefined],
    ['git@github.com:octo-org/lib-evil.git', undefined],
    ['git@github.com:octo-org/library', undefined],
    ['git@github.com:octo-org/lib.github.io', undefined],
    ['git@github.com:octo-org/lib.github.io.git', undefined],
    ['git@github.com:octo-org/lib.x', undefined],
    ['ssh://git@github.com/octo-org/lib.git2', undefined],
    ['git@github.com:octo-org/hello', `${WEB}/octo-org/hello`],
    ['git@github.com:octo-org/hello2', `${WEB}/octo-org/hello2`],
    ['git@github.com:octo-org/hello3', undefined],
    ['git@github.com:octo-evil/lib', undefined],
    ['git@github.com:octo-org-evil/lib', undefined],
    ['git@github.com:mona/blog', `${WEB}/mona/blog`],
    ['git@github.com:mona-evil/blog', undefined],
    ['git@github.com.evil:octo-org/lib', undefined],
    ['me@github.com:octo-org/lib', undefined],
    ['https://github.com/octo-org/lib', undefined]
  ]

  test.each(addresses)('%s', async (address, rewritten) => {
    const found = await withConfiguration(text, ['ls-remote', '--get-url', address])
    expect(found).toBe(rewritten ?? address)
  })

  test.each([
    ['octo-org/lib', 'one'],
    ['octo-org/lib.git', 'one'],
    ['octo-org/lib/info/refs', 'one'],
    ['octo-org/lib-evil', ''],
    ['octo-org/library', ''],
    ['octo-org/lib.github.io', ''],
    ['octo-org', ''],
    ['mona/blog', 'two'],
    ['mona/anything.git', 'two'],
    ['mona-evil/blog', ''],
    ['', '']
  ])('the header for /%s', async (path, token) => {
    const args = ['config', '--get-urlmatch', 'http.extraheader', `${WEB}/${path}`]
    const encoded = Buffer.from(`x-access-token:${token}`).toString('base64')
    const expected = token === '' ? '' : `Authorization: Basic ${encoded}`
    expect(await withConfiguration(text, args)).toBe(expected)
  })

  test('with many repositories, only what ends in .git is rewritten', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `octo-org/lib${at}`)
    const many = gitConfiguration(WEB, [{ token: 'one', reach: { kind: 'repositories', names } }])
    expect(many.isShortened).toBe(true)
    const asked = ['lib7.git', 'lib7', 'lib7.github.io', 'lib7-evil.git'].map(
      (name) => `git@github.com:octo-org/${name}`
    )
    const found = asked.map((address) =>
      withConfiguration(many.text, ['ls-remote', '--get-url', address])
    )
    expect(await Promise.all(found)).toEqual([`${WEB}/octo-org/lib7.git`, ...asked.slice(1)])
  })
})

describeWithGit('files of two uses in one job', () => {
  const WEB = 'https://github.com'
  const OWNER: Reach = { kind: 'owner', owners: ['octo-org'] }
  const repositories = (...names: string[]): Reach => ({
    kind: 'repositories',
    names: names.map((name) => `octo-org/${name}`)
  })
  const many = repositories(...Array.from({ length: 30 }, (_, at) => `lib${at}`))
  const reaches: [string, Reach][] = [
    ['lib', repositories('lib')],
    ['lib2', repositories('lib2')],
    ['lib and hello', repositories('lib', 'hello')],
    ['lib-docs', repositories('lib-docs')],
    ['lib0 to lib29', many],
    ['the owner', OWNER],
    ['another owner', { kind: 'owner', owners: ['mona'] }]
  ]
  const pairs = reaches.flatMap(([first, earlier]) =>
    reaches.map(([second, newer]): [string, string, Reach, Reach] => [
      first,
      second,
      earlier,
      newer
    ])
  )

  function textFor(token: string, reach: Reach): string {
    return gitConfiguration(WEB, [{ token, reach }]).text
  }

  test.each(pairs)('%s, then %s', async (_, __, earlier, newer) => {
    const first = textFor('one', earlier)
    const second = withoutExceptionsTo(first, textFor('two', newer))
    const both = withoutAddressesOf(second, first) + second
    const headers = [...both.matchAll(/^\[http "(.*)"\]$/gm)].map(([, url]) => url)
    expect(headers).toHaveLength(new Set(headers).size)
    const rewrites = new Set(both.match(/^\[url .*\n.*$/gm) ?? [])
    const aliases = [...rewrites].map((section) => section.split('\n')[1])
    expect(aliases).toHaveLength(new Set(aliases).size)
    const addresses = [
      'octo-org/lib.git',
      'octo-org/lib2.git',
      'octo-org/lib-docs.git',
      'mona/blog'
    ]
    const isKnown = (name: string): boolean =>
      [earlier, newer].some((reach) => isReached(reach, name.replace('.git', '')))
    const expected = addresses.map((name) => (isKnown(name) ? `${WEB}/` : 'git@github.com:') + name)
    const found = addresses.map((name) =>
      withConfiguration(both, ['ls-remote', '--get-url', `git@github.com:${name}`])
    )
    expect(await Promise.all(found)).toEqual(expected)
  })

  test('whatever else stands in an earlier file stays there', () => {
    const text = textFor('one', OWNER)
    const others =
      '[http]\n\tproxy = x\n[user "x"]\n\tname = y\n[http "https://github.com/mona/"]\n'
    const rest = withoutAddressesOf(text, text + others)
    expect(rest).toBe(`# Credentials for one job, which removes them when it ends.\n${others}`)
  })
})

describe('the tables of the pure parts', () => {
  test.each([
    ['https://github.com', undefined],
    ['http://127.0.0.1:3000', undefined],
    ['http://[::1]:3000', undefined],
    ['https://my_host.example.com', undefined],
    ['https://gïthub.example.com', undefined],
    ['https://git"hub.com', 'is "https://git"hub.com", whose host contains an invalid character'],
    [
      'https://git%22hub.com',
      'is "https://git%22hub.com", whose host contains an invalid character'
    ],
    ['https://git;hub.com', 'is "https://git;hub.com", whose host contains an invalid character'],
    ["https://git'hub.com", `is "https://git'hub.com", whose host contains an invalid character`],
    ['https://git{hub}.com', 'is "https://git{hub}.com", whose host contains an invalid character'],
    ['https://git\nhub"].com', 'is "https://git\\nhub"].com", which is not a web address'],
    ['https://git]hub.com', 'is "https://git]hub.com", which is not a web address'],
    ['https://github.com:99999', 'is "https://github.com:99999", which is not a web address'],
    ['https://github.com:x', 'is "https://github.com:x", which is not a web address'],
    ['ssh://github.com', 'is "ssh://github.com", which is not a web address'],
    ['github.com', 'is "github.com", which is not a web address'],
    ['https://mona:password@github.com', 'contains a user name or password'],
    ['https://mona@github.com', 'contains a user name or password'],
    ['https://h/git"]', 'is "https://h/git"]", which contains more than a host and a port'],
    ['https://h/?x', 'is "https://h/?x", which contains more than a host and a port'],
    ['https://h#', 'is "https://h#", which contains more than a host and a port']
  ])('webAddressProblem of %j', (address, wrong) => {
    const problem = webAddressProblem('GITHUB_SERVER_URL', address)
    expect(problem && explanationsOf(invalid(problem))[0]?.problem).toBe(
      wrong &&
        `GITHUB_SERVER_URL ${wrong}, so the action does not know the addresses of repositories.`
    )
  })

  test.each([
    ['git version 2.39.5', undefined],
    ['git version 2.31.0', undefined],
    ['git version 2.39.5 (Apple Git-154)', undefined],
    ['git version 2.45.1.windows.1', undefined],
    ['git version 3.0.0', undefined],
    ['git version 2.30.2', 'git-too-old'],
    ['git version 1.8.3.1', 'git-too-old'],
    ['git version', 'git-missing'],
    ['', 'git-missing']
  ])('gitProblem of "%s"', (output, code) => {
    expect(gitProblem({ kind: 'said', output: `${output}\n` })?.kind).toBe(code)
  })

  test.each([
    [{}, '2', 0],
    [{ GIT_CONFIG_COUNT: '' }, '2', 0],
    [{ GIT_CONFIG_COUNT: '0', GIT_CONFIG_KEY_0: 'left.over' }, '2', 0],
    [{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'a.b', GIT_CONFIG_VALUE_0: '' }, '3', 1]
  ])('includeFiles beside %j', (env, count, first) => {
    const added = includeFiles(env, ['/x', '/y'])
    expect(added.ok && Object.fromEntries(added.value)).toEqual({
      [`GIT_CONFIG_KEY_${first}`]: 'include.path',
      [`GIT_CONFIG_VALUE_${first}`]: '/x',
      [`GIT_CONFIG_KEY_${first + 1}`]: 'include.path',
      [`GIT_CONFIG_VALUE_${first + 1}`]: '/y',
      GIT_CONFIG_COUNT: count
    })
  })

  test.each([
    [{ GIT_CONFIG_COUNT: '-1' }],
    [{ GIT_CONFIG_COUNT: '1x' }],
    [{ GIT_CONFIG_COUNT: '99999999999' }],
    [{ GIT_CONFIG_COUNT: '2147483647' }],
    [{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_VALUE_0: 'x' }],
    [{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: '', GIT_CONFIG_VALUE_0: 'x' }],
    [{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'a.b' }]
  ])('includeFiles refuses %j', (env) => {
    const added = includeFiles(env, ['/x'])
    expect(codesOf(added)).toEqual(['git-config-conflict'])
  })

  test.each([
    ['/home/runner/work/_temp', 'linux', ['/home/runner/work/_temp/f', '/github/runner_temp/f']],
    ['/Users/runner/work/_temp', 'darwin', ['/Users/runner/work/_temp/f']],
    ['D:\\a\\_temp', 'win32', ['D:/a/_temp/f']],
    ['D:\\a\\_temp\\', 'win32', ['D:/a/_temp/f']]
  ] as const)('pathsForGit %s on %s', (folder, platform, places) => {
    expect(pathsForGit(folder, 'f', platform)).toEqual(places)
  })

  test.each([
    ['https://github.com', '7+octo-bot[bot]@users.noreply.github.com'],
    ['https://acme.ghe.com', '7+octo-bot[bot]@users.noreply.acme.ghe.com'],
    ['https://github.example.com:8443', '7+octo-bot[bot]@users.noreply.github.example.com']
  ])('botIdentity on %s', (webUrl, email) => {
    expect(botIdentity('octo-bot', 7, webUrl)).toEqual({ name: 'octo-bot[bot]', email, userId: 7 })
  })

  test('parseGit', () => {
    const off = { gitCredentials: '', gitIdentity: '', enterprise: '' }
    expect(parseGit(off)).toMatchObject({ value: { credentials: false, identity: false } })
    const on = { ...off, gitCredentials: 'true', gitIdentity: 'TRUE' }
    expect(parseGit(on)).toMatchObject({ value: { credentials: true, identity: true } })
    const wrong = { ...off, gitCredentials: 'yes', gitIdentity: 'no' }
    expect(parseGit(wrong)).toMatchObject({ problems: [{}, {}] })
    expect(parseGit({ ...off, enterprise: 'acme', gitIdentity: 'true' }).ok).toBe(true)
    expect(parseGit({ ...on, enterprise: 'acme' }).ok).toBe(false)
  })
})

describe('what a token is used for', () => {
  const both = { kind: 'repositories', ids: [], reason: 'both-set' } as const

  function token(target: object, grant: object, owner = 'Octo-Org'): CreatedToken {
    return { request: { target }, owner, grant } as unknown as CreatedToken
  }

  const selected = (...repositories: string[]): object => ({
    repositorySelection: 'selected',
    repositories: repositories.length === 0 ? undefined : repositories
  })
  const all = { repositorySelection: 'all', repositories: undefined }

  test.each([
    [
      'names, in every spelling',
      token({ ...both, owner: 'OCTO-ORG', names: ['LIB'] }, selected('Octo-Org/Lib')),
      ['OCTO-ORG/LIB', 'OCTO-ORG/Lib', 'Octo-Org/Lib', 'octo-org/lib']
    ],
    [
      'ids, by the names that GitHub gives',
      token({ ...both, owner: 'octo-org', names: [], ids: [102] }, selected('octo-org/lib')),
      ['octo-org/lib']
    ],
    [
      'a renamed repository, by both names',
      token(
        { ...both, owner: 'octo-org', names: ['hallo'] },
        selected('octo-org/hello'),
        'octo-org'
      ),
      ['octo-org/hallo', 'octo-org/hello']
    ],
    [
      'an installation by its id, with names',
      token(
        { kind: 'installation', id: 1, owner: '', names: ['lib'], ids: [] },
        selected('o/lib'),
        'o'
      ),
      ['o/lib']
    ],
    [
      'what is no name is left out',
      token(
        { ...both, owner: 'o', names: [], ids: [1] },
        selected('o/lib"]\n[x', 'o/../p', 'o/ok'),
        'o'
      ),
      ['o/ok']
    ]
  ])('%s', (_, created, names) => {
    expect(needsListing(created)).toBe(false)
    expect(reachOf(created, undefined)).toEqual({ kind: 'repositories', names })
  })

  test('a whole account, in every spelling', () => {
    const created = token({ kind: 'owner', owner: 'OCTO-ORG' }, all)
    expect(needsListing(created)).toBe(false)
    expect(reachOf(created, undefined)).toEqual({
      kind: 'owner',
      owners: ['OCTO-ORG', 'Octo-Org', 'octo-org']
    })
  })

  test('some of an account, where only GitHub can tell which', () => {
    const created = token({ kind: 'owner', owner: 'octo-org' }, selected(), 'octo-org')
    expect(needsListing(created)).toBe(true)
    expect(reachOf(created, ['octo-org/lib'])).toEqual({
      kind: 'repositories',
      names: ['octo-org/lib']
    })
  })

  test('one repository, for the fallback token', () => {
    expect(reachOfRepository('octo-org/hello')).toMatchObject({ names: ['octo-org/hello'] })
    expect(reachOfRepository('')).toBeUndefined()
  })
})

describeWithGit('what post cannot remove', () => {
  test('where RUNNER_TEMP is not set by then', async () => {
    const { post } = await scenario({
      with: withCredentials,
      forPost: { env: { RUNNER_TEMP: undefined } }
    })
    expect(bareLog(post)).toBe(
      'Warning: The file with git credentials was not removed: it is not in RUNNER_TEMP.\nToken for octo-org/hello revoked'
    )
    expectLeaks('post cannot tell that the file is its own; the token in it is revoked', [
      'token in post: the file _temp/git-credentials-UUID.gitconfig'
    ])
  })

  test('a folder where an unfinished file would be: it goes, too', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'runner-temp-'))
    const { post } = await scenario({
      env: { RUNNER_TEMP: temp },
      with: withCredentials,
      between: () => {
        const [name = ''] = readdirSync(temp)
        mkdirSync(join(temp, `${name}.new`, 'folder'), { recursive: true })
      }
    })
    expect(post.annotations).toEqual([])
    expect(readdirSync(temp)).toEqual([])
    rmSync(temp, { recursive: true })
  })

  testWithLinks('where the folder cannot be read by then', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'runner-temp-'))
    const { post } = await scenario({
      env: { RUNNER_TEMP: folder },
      with: withCredentials,
      between: () => {
        rmSync(folder, { recursive: true })
        symlinkSync(folder, folder)
      }
    })
    rmSync(folder)
    expect(bareLog(post)).toBe(
      'Warning: The file with git credentials was not removed: ELOOP.\nToken for octo-org/hello revoked'
    )
  })
})

describeWithGit('a step that fails', () => {
  test('leaves its file to post where it cannot remove it', async () => {
    const { main, post } = await scenario({
      ...failing('rmSync', '.gitconfig', 'EBUSY'),
      with: withCredentials,
      arrange: (github) => {
        github.fail(LOOKUP, { kind: 'status', status: 404 })
      },
      forPost: { nodeArguments: [] }
    })
    expect(main.exitCode).toBe(1)
    expect(bareLog(post)).toBe(
      'Git credentials removed\nNothing to revoke: this step output no token.'
    )
  })
})

describe('what post removes', () => {
  test.each([
    ['EBUSY', 'EBUSY'],
    ['', 'the reason is not known']
  ])('a file that cannot be removed is reported: %s', async (code, reason) => {
    const { post } = await scenario({
      with: withCredentials,
      between: (_, job) => {
        expect(gitFiles(job)).toHaveLength(1)
      },
      forPost: failing('rmSync', '.gitconfig', code)
    })
    expect(bareLog(post)).toBe(
      `Warning: The file with git credentials was not removed: ${reason}.\nToken for octo-org/hello revoked`
    )
    expectLeaks('the file cannot be removed', [
      'token in post: the file _temp/git-credentials-UUID.gitconfig'
    ])
  })

  test.each([
    ['/elsewhere/git-credentials-00000000-0000-0000-0000-000000000000.gitconfig'],
    ['/temp/../git-credentials-00000000-0000-0000-0000-000000000000.gitconfig'],
    ['/temp/deeper/git-credentials-00000000-0000-0000-0000-000000000000.gitconfig'],
    ['/temp/other.gitconfig'],
    ['git-credentials-00000000-0000-0000-0000-000000000000.gitconfig']
  ])('not %s', (path) => {
    expect(removeGitFile(path, { RUNNER_TEMP: '/temp' })).toMatchObject({ kind: 'failed' })
  })

  test('nothing where RUNNER_TEMP is not set', () => {
    const path = '/git-credentials-00000000-0000-0000-0000-000000000000.gitconfig'
    expect(removeGitFile(path, {})).toMatchObject({ kind: 'failed' })
  })
})
