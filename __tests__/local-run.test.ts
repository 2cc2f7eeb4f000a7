import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startGitHub, type EmbeddedGitHub } from '../local/github/server'
import { defaultData } from '../local/github/github-data'
import { helpText, parseRequest } from '../local/run/options'
import { serverUrlOf } from '../local/run/servers'
import { leaks, readManifest, removeFolder, RunningProcess, type ProcessEnd } from '../local/runner'
import { deferred } from './support/timing'
import { testWithSignals } from './support/system'

const root = resolve(__dirname, '..')
const manifest = readManifest(root)

describe('the arguments', () => {
  test.each([
    [[], { inputs: {} }],
    [
      ['--repositories', 'a,b', '--permission-contents=read'],
      { inputs: { repositories: 'a,b', 'permission-contents': 'read' } }
    ],
    [['--repository', 'mona/blog'], { inputs: {}, repository: 'mona/blog' }],
    [['--owner='], { inputs: { owner: '' } }],
    [['--private-key', ''], { inputs: { 'private-key': '' } }],
    [
      ['--client-id', 'Iv1', '--private-key-file', 'app.pem', '--owner', 'mona'],
      {
        inputs: { 'client-id': 'Iv1', owner: 'mona' },
        real: { apiUrl: 'https://api.github.com', keyFile: 'app.pem' }
      }
    ],
    [
      [
        '--app-id=1',
        '--private-key-file=k',
        '--repository=a/b',
        '--github-api-url=http://x/api/v3'
      ],
      {
        inputs: { 'app-id': '1', 'github-api-url': 'http://x/api/v3' },
        repository: 'a/b',
        real: { apiUrl: 'http://x/api/v3', keyFile: 'k' }
      }
    ]
  ])('%j', (args, options) => {
    expect(parseRequest(args, manifest)).toEqual({ kind: 'run', options })
  })

  test.each([
    [['--nope'], 'There is no option --nope.'],
    [['-x'], 'There is no option --x.'],
    [['--owner'], '--owner needs a value.'],
    [['--owner', '--app-id', '1'], '--owner needs a value.'],
    [['--owner', 'a', '--owner', 'b'], '--owner is given twice.'],
    [['owner'], '"owner" is not an option: options are written --name value.'],
    [['--repository', 'hello'], '--repository is written owner/name.'],
    [
      ['--private-key=-----BEGIN RSA PRIVATE KEY-----'],
      'Every process of this machine can read a key among the arguments. Use --private-key-file PATH.'
    ],
    [
      ['--github-api-url', 'http://x'],
      '--github-api-url needs --client-id (or --app-id) and --private-key-file.'
    ],
    [['--private-key-file', 'k'], '--private-key-file needs --client-id or --app-id.'],
    [
      ['--private-key-file', 'k', '--app-id', '1'],
      'Say what the token is for: --repository owner/name (the repository of the workflow), --owner, --installation-id or --enterprise.'
    ],
    [
      ['--private-key-file', 'k', '--app-id', '1', '--owner', 'a', '--private-key', 'x'],
      'Use either --private-key or --private-key-file, not both.'
    ]
  ])('%j is a mistake', (args, message) => {
    expect(parseRequest(args, manifest)).toEqual({
      kind: 'mistake',
      message: `${message} All options: npm start -- --help`
    })
  })

  test('--help names every input, the permissions in one line', () => {
    expect(parseRequest(['--help'], manifest)).toEqual({ kind: 'help' })
    const text = helpText(manifest)
    for (const name of Object.keys(manifest.inputs)) {
      const shown = name.startsWith('permission-') ? '--permission-NAME' : `--${name} `
      expect(text).toContain(shown)
    }
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  test.each([
    ['https://api.github.com', 'https://github.com'],
    ['https://api.octocorp.ghe.com', 'https://octocorp.ghe.com'],
    ['https://ghes.example.com/api/v3', 'https://ghes.example.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080']
  ])('%s belongs to %s', (apiUrl, serverUrl) => {
    expect(serverUrlOf(apiUrl)).toBe(serverUrl)
  })
})

describe('npm start', () => {
  let folder: string
  let temp: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-run-'))
    temp = join(folder, 'temp')
    mkdirSync(temp)
  })

  afterEach(() => {
    // tsx keeps its cache there; the local run itself leaves nothing behind.
    expect(readdirSync(temp).filter((name) => !name.startsWith('tsx-'))).toEqual([])
    removeFolder(folder)
  })

  function start(...args: string[]): RunningProcess {
    return new RunningProcess({
      command: process.execPath,
      args: ['--require', 'tsx/cjs', join(root, 'local', 'start.ts'), ...args],
      env: {
        PATH: process.env['PATH'] ?? '',
        TMPDIR: temp,
        TEMP: temp,
        TMP: temp,
        ACTION_NODE: process.env['ACTION_NODE'] ?? ''
      },
      cwd: root,
      timeLimit: 120_000,
      ownGroup: false
    })
  }

  test('shows the whole life of a token: created, used, revoked, dead', async () => {
    const { exitCode, stdout, stderr } = await start().end
    const shape = stdout
      .replace(/127\.0\.0\.1:\d+/, '127.0.0.1:PORT')
      .replace(/expires-at=\S+Z/, 'expires-at=TIME')
      .replace(/(?: {3}\| .*\n)+/g, '   | LOG\n')
    expect(shape).toBe(
      [
        'Local run: the packaged action against a small GitHub on 127.0.0.1:PORT. Nothing leaves this machine.',
        '',
        '1. The step runs (dist/main)',
        '   | LOG',
        '   outputs: token=***  app-slug=octo-bot  installation-id=4242  expires-at=TIME',
        '2. The token is used',
        '   GET /installation/repositories   200   octo-org/hello',
        '3. The job ends (dist/post)',
        '   | LOG',
        '4. The token is dead',
        '   GET /installation/repositories   401   Bad credentials',
        '',
        'Created, used, revoked: 5 requests.',
        'See a failure:      npm start -- --repositories nope',
        'Try your own App:   npm start -- --client-id Iv23… --private-key-file app.pem --repository octo-org/hello',
        'All options:        npm start -- --help',
        ''
      ].join('\n')
    )
    expect(stdout + stderr).not.toMatch(/ghs_|PRIVATE KEY/)
    expect(exitCode).toBe(0)
  })

  test('shows a failure as a person would see it', async () => {
    const { exitCode, stdout } = await start('--repositories', 'nope').end
    expect(stdout).toContain('   | Error: ')
    expect(stdout).toContain('\n   The step failed (exit code 1): there is no token to use.\n')
    expect(stdout).toContain('\n2. The token is used: left out\n')
    expect(stdout).toContain('\n4. The token is dead: left out\n')
    expect(stdout).toMatch(/\nThe step failed, so there was no token\.\n$/)
    expect(exitCode).toBe(1)
  })

  test('a mistake in the arguments is one sentence', async () => {
    expect(await start('--nope').end).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: 'There is no option --nope. All options: npm start -- --help\n'
    })
  })

  describe('with an App of one’s own', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
    let github: EmbeddedGitHub

    beforeEach(async () => {
      github = await startGitHub(defaultData({ publicKey }))
      writeFileSync(join(folder, 'app.pem'), key)
    })

    afterEach(async () => {
      await github.close()
    })

    function startReal(...args: string[]): RunningProcess {
      const app = ['--client-id', github.data.app.clientId]
      const keyFile = ['--private-key-file', join(folder, 'app.pem')]
      return start(...app, ...keyFile, '--github-api-url', github.url, ...args)
    }

    function expectNothingLeft({ stdout, stderr }: ProcessEnd): void {
      expect(github.tokens().length).toBeGreaterThan(0)
      expect(github.liveTokens()).toEqual([])
      for (const secret of [key, ...github.tokens().map(({ value }) => value)]) {
        expect(leaks(stdout + stderr, secret)).toBe(false)
      }
    }

    test('does the same there', async () => {
      const end = await startReal('--repository', 'octo-org/lib').end
      const lines = end.stdout.split('\n')
      expect(lines[0]).toBe(`Real GitHub: ${github.url}`)
      expect(lines).toContain('   GET /installation/repositories   200   octo-org/lib')
      expect(lines.slice(-2)).toEqual(['Created, used, revoked.', ''])
      expect(end.exitCode).toBe(0)
      expect(github.exchanges).toHaveLength(5)
      expectNothingLeft(end)
    })

    test('revokes even where the input says to keep the token', async () => {
      const end = await startReal('--owner', 'octo-org', '--skip-token-revoke', 'true').end
      expect(end.stdout).toContain('4. The token still works, because skip-token-revoke is true\n')
      expect(end.stdout).toContain('The local run revoked the token itself.\n')
      expect(end.exitCode).toBe(0)
      expectNothingLeft(end)
    })

    test('revokes itself where post could not', async () => {
      github.fail('DELETE /installation/token', { kind: 'status', status: 403 })
      const end = await startReal('--owner', 'octo-org').end
      expect(end.stdout).toContain('   Expected 401 Bad credentials.\n')
      expect(end.stdout).toContain('The local run revoked the token itself.\n')
      expect(end.stdout).toContain('Not as expected: 3. The job ends (dist/post); 4.')
      expect(end.exitCode).toBe(1)
      expectNothingLeft(end)
    })

    test('revokes after an error in the middle', async () => {
      github.fail('GET /installation/repositories', { kind: 'reset' })
      const end = await startReal('--owner', 'octo-org').end
      expect(end.stdout).toContain('The local run failed: ')
      expect(end.exitCode).toBe(1)
      expectNothingLeft(end)
    })

    const released = deferred()
    testWithSignals.each([
      ['the call', 'GET /installation/repositories', { kind: 'hang' }, 'SIGINT', 130],
      [
        'the mint',
        'POST /app/installations/{installation_id}/access_tokens',
        { kind: 'delay', until: released.promise },
        'SIGTERM',
        143
      ]
    ] as const)('revokes when stopped during %s', async (_, route, fault, signal, code) => {
      github.fail(route, fault)
      const running = startReal('--owner', 'octo-org')
      const reached = (): boolean => github.exchanges.some((exchange) => exchange.route === route)
      expect(await running.until(reached)).toBe(true)
      running.kill(signal)
      released.resolve()
      const end = await running.end
      expect(end.stdout).toContain('Stopped early. No token is left.\n')
      expect(end.exitCode).toBe(code)
      expectNothingLeft(end)
    })
  })
})
