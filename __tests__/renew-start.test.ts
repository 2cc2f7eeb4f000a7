/** What main does for a renewal, and what is left if it fails or the job is cancelled. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitHubData } from '../local/github/github-data'
import type { ServiceKind } from '../local/key-services/start'
import type { JobOptions } from '../local/runner'
import { makeJwt } from './support/app-jwt'
import { CREATION, explained, type Explained } from './support/explained'
import { withKeyService } from './support/key-service'
import {
  expectNothingLeft,
  preloaded,
  RENEWAL,
  renewalJob,
  runs,
  until,
  warnings,
  type RenewalOptions
} from './support/renewal'
import { scenario } from './support/scenario'
import { describeWithSignals, isWindows, testWithSignals } from './support/system'
import { cancel, deferred } from './support/timing'

const testOnLinux: jest.It = process.platform === 'linux' ? test : test.skip

/** How main starts the renewer: see preload/renewer-start.cjs. */
function startingWith(moment: string): Required<Pick<JobOptions, 'env' | 'nodeArguments'>> {
  const nodeArguments = ['--require', preloaded('renewer-start.cjs')]
  return { env: { TEST_START: moment }, nodeArguments }
}

describe('what cannot be renewed', () => {
  test.each<[string, Record<string, string>]>([
    ['renew and skip-token-revoke are both true.', { 'skip-token-revoke': 'true' }],
    [
      'renew is true, but the step names 2 owners.',
      { owner: 'octo-org, mona', repositories: 'octo-org/lib, mona/blog' }
    ],
    [
      'renew is true, but the JWT in jwt ends after 10 minutes at most',
      { 'client-id': '', 'private-key': '', jwt: makeJwt() }
    ]
  ])('%s', async (problem, inputs) => {
    const { lines, code, run } = await explained({ with: { renew: 'true', ...inputs } })
    expect(lines[0]).toContain(problem)
    expect(code).toBe('renew-conflict')
    expect(run.transcript).toEqual([])
  })

  test.each<[ServiceKind, string, Record<string, string>, Record<string, string>]>([
    ['vault', 'Vault', { 'vault-role': '' }, { VAULT_TOKEN: 'hvs.0123456789abcdef' }],
    [
      'aws',
      'AWS KMS',
      { 'aws-role-to-assume': '' },
      {
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
      }
    ]
  ])('a login to a key service with variables: %s', async (kind, name, inputs, env) => {
    const options = { with: { renew: 'true', ...inputs }, env }
    await withKeyService(kind, options, async ({ options: job, service }) => {
      const { lines, code, run } = await explained(job)
      expect(lines[0]).toContain(`the step logs in to ${name} with credentials from variables.`)
      expect(code).toBe('renew-conflict')
      expect([run.transcript, service.exchanges]).toEqual([[], []])
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

describe('the renewer does not start', () => {
  function expectNotStarted({ code, run }: Explained): void {
    expect(code).toBe('renewal-not-started')
    expect(run.github.liveTokens()).toEqual([])
    expect(run.post.log).not.toContain('may live')
  }

  const endsAtOnce = { TEST_RENEWER_PRELOAD: preloaded('renewer-ends.cjs') }

  test('it ends at once', async () => {
    const failure = await explained({ with: { renew: 'true' }, env: endsAtOnce })
    expect(failure.lines[0]).toBe('renew is true, but the process that renews ended at once (7).')
    expectNotStarted(failure)
  })

  testWithSignals('a signal ends it at once', async () => {
    const env = { ...endsAtOnce, TEST_END_SIGNAL: 'SIGKILL' }
    const failure = await explained({ with: { renew: 'true' }, env })
    expect(failure.lines[0]).toContain('ended at once (SIGKILL)')
    expectNotStarted(failure)
  })

  testOnLinux('it has ended before main can give it the order', async () => {
    const { env, nodeArguments } = startingWith('late')
    const failure = await explained({
      with: { renew: 'true' },
      env: { ...env, ...endsAtOnce },
      nodeArguments
    })
    expect(failure.lines[0]).toContain('ended at once (7)')
    expectNotStarted(failure)
  })

  test.each([
    ['there is no Node any more', join(__dirname, 'nothing'), 'ENOENT'],
    [
      'there is a file in place of a folder',
      join(__filename, 'node'),
      isWindows ? 'ENOENT' : 'ENOTDIR'
    ]
  ])('%s', async (_, path, reason) => {
    const failure = await explained({ with: { renew: 'true' }, ...startingWith(path) })
    expect(failure.lines[0]).toBe(
      `renew is true, but the process that renews cannot be started (${reason}).`
    )
    expectNotStarted(failure)
  })

  testOnLinux('too many files are open', async () => {
    const failure = await explained({ with: { renew: 'true' }, ...startingWith('no-file') })
    expect(failure.lines[0]).toContain('cannot be started (EMFILE)')
    expectNotStarted(failure)
  })

  test('the Node of the runner does not know the flags: the fix names Node 24', async () => {
    const { lines } = await explained({
      with: { renew: 'true' },
      env: { TEST_RENEWER_PRELOAD: preloaded('renewer-ends.cjs'), TEST_END_STATUS: '9' }
    })
    expect(lines[0]).toContain('the process that renews ended at once (9)')
    expect(lines.join('\n')).toContain('use a runner that starts actions with Node 24.')
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

  test('the runner does not say where RUNNER_TEMP is', async () => {
    const { lines, code, run } = await explained({
      with: { renew: 'true' },
      env: { RUNNER_TEMP: undefined }
    })
    expect(lines[0]).toContain('RUNNER_TEMP is not set')
    expect(code).toBe('no-runner')
    expect(run.transcript).toEqual([])
  })

  test.each([
    ['EBUSY', 'EBUSY'],
    ['', 'the reason is not known']
  ])(
    'the folder cannot be removed after a failure (%j): post tries again, and warns',
    async (failingCode, reason) => {
      const { code, run } = await explained({
        with: { renew: 'true', owner: 'lonely-org' },
        nodeArguments: ['--require', preloaded('failures.cjs')],
        env: {
          FAILING_CALL: 'rmSync',
          FAILING_PATH: 'github-app-token-',
          FAILING_CODE: failingCode
        }
      })
      expect(code).toBe('app-not-installed')
      expect(warnings(run.post)).toEqual([
        `The folder with the renewed token was not removed: ${reason}.`
      ])
    }
  )
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
      await expectNothingLeft(renewal)
    })
  })

  test.each([
    ['before it gives the order: the renewer ends at once', 'killed-before-order', 'none'],
    ['after it has given the order: post ends the renewer', 'killed-after-order', 'none'],
    [
      'after it has given the order to a renewer that hangs: post kills it',
      'killed-after-order',
      'renewer-hangs.cjs'
    ]
  ])('with a kill %s', async (_, moment, preload) => {
    const hangs = preload !== 'none'
    const { env, nodeArguments } = startingWith(moment)
    const options = {
      env: { ...env, ...(hangs && { TEST_RENEWER_PRELOAD: preloaded(preload) }) },
      nodeArguments
    }
    await renewalJob(options, async (renewal) => {
      const { main, renewer, clock } = renewal
      expect(main.signal).toBe('SIGKILL')
      if (moment === 'killed-before-order') await until(() => !runs(renewer))
      if (hangs) clock.frozen.add(renewer)
      else if (runs(renewer)) await renewal.pass(RENEWAL)
      const end = await renewal.post()
      expect(warnings(end)).toEqual(hangs ? ['renewal-stopped'] : [])
      expect(end.log.includes('Renewed once')).toBe(moment === 'killed-after-order' && !hangs)
      await expectNothingLeft(renewal)
    })
  })

  test('right after the renewer is ready', async () => {
    const options: RenewalOptions = {
      during: async (main) => {
        await main.until(() => main.output.includes('Token for octo-org/hello'))
        main.kill('SIGKILL')
      }
    }
    await renewalJob(options, async (renewal) => {
      expect(warnings(await renewal.post())).toEqual([])
      await expectNothingLeft(renewal)
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
      await expectNothingLeft(renewal)
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
      await expectNothingLeft(renewal)
    })
  })

  test('while a renewed token waits until it is used: post revokes it', async () => {
    const data = (all: GitHubData): void => {
      // It waits for five seconds then.
      all.tokenLife = 100_000
    }
    await renewalJob({ data }, async (renewal) => {
      const { github, main, pass, tokenInFile } = renewal
      await pass(51_500)
      expect(github.tokens()).toHaveLength(2)
      expect(tokenInFile()).toBe(main.outputs['token'])
      const end = await renewal.post()
      expect(warnings(end)).toEqual([])
      expect(end.log).toContain('No renewal was needed')
      await expectNothingLeft(renewal)
    })
  })
})

test('main fails after the renewer is ready: the renewer ends, and post has nothing to warn of', async () => {
  const FAILING = { FAILING_CALL: 'appendFileSync', FAILING_PATH: 'output', FAILING_CODE: 'ENOSPC' }
  const { code, run } = await explained({
    with: { renew: 'true' },
    env: FAILING,
    nodeArguments: ['--require', preloaded('failures.cjs')]
  })
  expect(code).toBe('runner-file-unwritable')
  expect(run.post.annotations).toEqual([])
  expect(run.github.liveTokens()).toEqual([])
})

test('the renewer trusts the certificates that main trusts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'renew-start-'))
  try {
    const report = join(folder, 'report')
    const options = {
      env: {
        NODE_OPTIONS: '--use-openssl-ca --no-deprecation',
        SSL_CERT_DIR: 'certificates',
        SSL_CERT_FILE: '',
        TEST_RENEWER_ARGUMENTS: report
      }
    }
    await renewalJob(options, async ({ job }) => {
      const text = readFileSync(report, 'utf8')
      expect(text).toContain('--use-openssl-ca')
      expect(text).not.toContain('--no-deprecation')
      expect(text).toContain(JSON.stringify(join(job.folders.workspace, 'certificates')))
      expect(text).not.toContain('SSL_CERT_FILE')
      return Promise.resolve()
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

describe('main warns', () => {
  test.each([
    ['no permission is named', {}, true],
    ['read-all', { permissions: 'read-all' }, true],
    ['a permission is named', { 'permission-contents': 'read' }, false]
  ])('that a wider App ends the renewal: %s', async (_, inputs, isWarned) => {
    const { main } = await scenario({ with: { renew: 'true', ...inputs } })
    const warning = 'Warning: renew: the step does not name its permissions.'
    expect(main.log.includes(warning)).toBe(isWarned)
  })

  test.each(['pull_request_target', 'workflow_run', 'issue_comment'])('%s', async (eventName) => {
    await renewalJob({ eventName }, async ({ main }) => {
      expect(main.log).toContain(`people outside the repository can start this run (${eventName})`)
      return Promise.resolve()
    })
  })
})
