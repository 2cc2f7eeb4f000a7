import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startGitHub, type EmbeddedGitHub } from '../local/github/server'
import { defaultData } from '../local/github/github-data'
import { helpText, parseRequest } from '../local/run/options'
import { START } from '../local/key-services/start'
import { FAILURES } from '../local/run/failures'
import { leaks, readManifest, removeFolder, RunningProcess, type ProcessEnd } from '../local/runner'
import { makeJwt } from './support/app-jwt'
import { deferred } from './support/timing'
import { testWithSignals } from './support/system'

const root = resolve(__dirname, '..')
const manifest = readManifest(root)
const failureNames = Object.keys(FAILURES).join(', ')
/** What `npm start` runs: the program is node. */
const [, script = ''] =
  (
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>
    }
  ).scripts['start']?.split(' ') ?? []

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()

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
    [['--fail', 'wrong-key'], { inputs: {}, failure: 'wrong-key' }],
    [['--kms-key', 'vault'], { inputs: {}, keyService: 'vault' }],
    // The action refuses these before it sends anything.
    [['--github-api-url', 'github.com'], { inputs: { 'github-api-url': 'github.com' } }],
    [['--github-api-url='], { inputs: { 'github-api-url': '' } }],
    [
      ['--client-id', 'Iv1', '--private-key-file', 'app.pem', '--owner', 'mona'],
      {
        inputs: { 'client-id': 'Iv1', owner: 'mona' },
        real: { keyFile: 'app.pem' }
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
        real: { keyFile: 'k' }
      }
    ],
    [
      ['--jwt-file', 'app.jwt', '--repository=a/b'],
      { inputs: {}, repository: 'a/b', real: { jwtFile: 'app.jwt' } }
    ]
  ])('%j', (args, options) => {
    expect(parseRequest(args, manifest)).toEqual({ kind: 'run', options })
  })

  test.each([
    [['--nope'], 'There is no option --nope.'],
    [['-x'], 'There is no option -x.'],
    [['-owner', 'mona'], 'There is no option -owner. Write two dashes: --owner.'],
    [['-owner=mona'], 'There is no option -owner. Write two dashes: --owner.'],
    [['-nope'], 'There is no option -nope.'],
    [['--client_id', '1'], 'There is no option --client_id. Did you mean --client-id?'],
    [['--ownr', 'mona'], 'There is no option --ownr. Did you mean --owner?'],
    [['--permission', 'read'], 'There is no option --permission. Did you mean --permissions?'],
    [['--owner'], '--owner needs a value.'],
    [['--owner', '--app-id', '1'], '--owner needs a value.'],
    [['--owner', 'a', '--owner', 'b'], '--owner is given twice.'],
    [
      ['owner'],
      '"owner" is not an option. Write --name value, and -- before the first option: npm start -- --name value.'
    ],
    [['--fail', 'nope'], `There is no failure "nope". Use one of these: ${failureNames}.`],
    [['--fail'], `--fail needs a value. Use one of these: ${failureNames}.`],
    [
      ['--fail', 'fork', '--app-id', '1', '--private-key-file', 'k', '--owner', 'a'],
      '--fail works only with the small GitHub of this machine. Leave out --private-key-file.'
    ],
    [['--private-key-file', ''], '--private-key-file needs a value.'],
    [
      ['--repository', 'hello'],
      '--repository is the repository of the workflow, written owner/name. For the repositories of the token, use --repositories.'
    ],
    [
      ['--github-api-url', 'http://x'],
      '--github-api-url needs --client-id (or --app-id) and --private-key-file, or --jwt-file.'
    ],
    [['--private-key-file', 'k'], '--private-key-file needs --client-id or --app-id.'],
    [
      ['--private-key-file', 'k', '--app-id', '1'],
      'Say what the token is for, such as --repository octo-org/hello (only that repository).'
    ],
    [
      ['--private-key-file', 'k', '--app-id', '1', '--owner', 'a', '--private-key', 'x'],
      'Use either --private-key or --private-key-file, not both.'
    ],
    [
      ['--jwt-file', 'j', '--private-key-file', 'k', '--app-id', '1', '--owner', 'a'],
      'Use either --jwt-file or --private-key-file, not both.'
    ],
    [['--jwt-file='], '--jwt-file needs a value.'],
    [
      ['--kms-key', 'hashivault://transit/app'],
      `The local run has key services of its own. Use one of these: ${Object.keys(START).join(', ')}.`
    ],
    [
      ['--kms-key', 'vault', '--private-key-file', 'k', '--app-id', '1'],
      'Use either --kms-key or --private-key-file, not both.'
    ],
    [
      ['--jwt-file', 'j', '--fail', 'fork'],
      '--fail works only with the small GitHub of this machine. Leave out --jwt-file.'
    ],
    [
      ['--jwt', 'x'],
      'Others can read a JWT in a command line. Write it to a file, and use --jwt-file.'
    ]
  ])('%j is a mistake', (args, message) => {
    expect(parseRequest(args, manifest)).toEqual({
      kind: 'mistake',
      message: `${message} All options: npm start -- --help`
    })
  })

  test.each([
    ['as a value', ['--private-key', pem]],
    ['after an equals sign', [`--private-key=${pem}`]],
    ['in another option', ['--private-key-file', pem, '--app-id', '1', '--owner', 'a']],
    ['with no option', [pem]],
    ['without quotes', ['--private-key', ...pem.trim().split(/\s+/)]],
    ['on one line', ['--private-key', pem.replaceAll('\n', '\\n')]],
    ['in base64', ['--private-key', Buffer.from(pem).toString('base64')]],
    ['without BEGIN and END', ['--private-key', pem.split('\n').slice(1, -2).join('')]]
  ])('a private key %s is exposed, and the message says what to do', (_, args) => {
    const request = parseRequest(args, manifest)
    const message = request.kind === 'mistake' ? request.message : ''
    expect(message).toContain('A private key is among the arguments. It is exposed now:')
    expect(message).toContain("the shell's history")
    expect(message).toContain('the list of processes')
    expect(message).toContain('the screen')
    expect(message).toContain("Delete this key in the App's settings")
    expect(message).toContain('--private-key-file PATH')
    expect(leaks(message, pem)).toBe(false)
  })

  test.each(['--jwt', '--fallback-token'])('a JWT is exposed, too: %s', (option) => {
    const jwt = makeJwt()
    const request = parseRequest([option, jwt], manifest)
    const message = request.kind === 'mistake' ? request.message : ''
    expect(message).toContain('A JSON web token is among the arguments. It is exposed now:')
    expect(message).toContain('--jwt-file PATH')
    expect(leaks(message, jwt)).toBe(false)
  })

  test.each(['ghp_', 'ghs_', 'github_pat_'])('a token %s is exposed, too', (prefix) => {
    const token = `${prefix}${'aB3'.repeat(12)}`
    const request = parseRequest(['--fallback-token', token], manifest)
    const message = request.kind === 'mistake' ? request.message : ''
    expect(message).toContain('A token is among the arguments. It is exposed now:')
    expect(message).not.toContain(token)
  })

  test('--help names every input, the permissions in one line, and every failure', () => {
    expect(parseRequest(['--help'], manifest)).toEqual({ kind: 'help' })
    const text = helpText(manifest)
    for (const name of Object.keys(manifest.inputs)) {
      const shown = name.startsWith('permission-') ? '--permission-NAME' : `--${name} `
      expect(text).toContain(shown)
    }
    for (const name of Object.keys(FAILURES)) expect(text).toContain(`  --fail ${name} `)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
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
    return startWith({}, ...args)
  }

  function startWith(env: Readonly<Record<string, string>>, ...args: string[]): RunningProcess {
    return new RunningProcess({
      command: process.execPath,
      args: [join(root, script), ...args],
      env: {
        PATH: process.env['PATH'] ?? '',
        TMPDIR: temp,
        TEMP: temp,
        TMP: temp,
        ACTION_NODE: process.env['ACTION_NODE'] ?? '',
        ...env
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
        '4. The token is used again',
        '   GET /installation/repositories   401   Bad credentials',
        '',
        'Created, used, revoked: 5 requests.',
        'See a failure:      npm start -- --fail wrong-key',
        'Try your own App:   npm start -- --client-id Iv23… --private-key-file app.pem --repository octo-org/hello --permission-metadata read',
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
    expect(stdout).toContain('\n4. The token is used again: left out\n')
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

  test('without the packages, one sentence says how to install them', async () => {
    for (const name of ['local', 'src', 'action.yml', 'package.json']) {
      cpSync(join(root, name), join(folder, 'clone', name), { recursive: true })
    }
    const end = await new RunningProcess({
      command: process.execPath,
      args: [join(folder, 'clone', script)],
      env: { PATH: process.env['PATH'] ?? '' },
      cwd: folder,
      timeLimit: 120_000,
      ownGroup: false
    }).end
    expect(end).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: 'The package tsx is not installed. Run this first: npm ci\n'
    })
  })

  test.each(Object.keys(START))('with the key in a key service: %s', async (kind) => {
    const { exitCode, stdout } = await start('--kms-key', kind).end
    expect(stdout).toContain(`with the key in a small key service (${kind})`)
    expect(stdout).not.toContain('SHA256:')
    expect(stdout).toContain('\nCreated, used, revoked: 5 requests.\n')
    expect(exitCode).toBe(0)
  })

  test('a permission that the runner warns about works', async () => {
    const { exitCode, stdout } = await start('--permission-pull_requests', 'write').end
    const warning =
      "   | Warning: Unexpected input(s) 'permission-pull_requests', valid inputs are […]\n"
    expect(stdout.split(warning)).toHaveLength(3)
    expect(stdout).not.toContain("'private-key'")
    expect(stdout).toContain('   | Permissions: pull-requests: write, metadata: read\n')
    expect(stdout).toContain('\nCreated, used, revoked: 5 requests.\n')
    expect(exitCode).toBe(0)
  })

  test.each([
    ['github.com', 'github-api-url is "github.com", which is not a web address.'],
    ['https://mona:hunter2@github.com', 'github-api-url contains a user name or password.'],
    ['mona:hunter2@github.com', 'github-api-url contains a user name or password.'],
    ['//mona:hunter2@github.com', 'github-api-url contains a user name or password.']
  ])('the action itself refuses the address %s, with any App', async (address, message) => {
    writeFileSync(join(folder, 'app.pem'), pem)
    const own = ['--app-id', '1', '--private-key-file', join(folder, 'app.pem'), '--owner', 'mona']
    for (const app of [[], own]) {
      const { exitCode, stdout, stderr } = await start(...app, '--github-api-url', address).end
      expect(stdout).toContain(`   | Error: ${message} Nothing was sent to GitHub.\n`)
      expect(stdout + stderr).not.toContain('hunter2')
      expect(exitCode).toBe(1)
    }
  })

  test.each<[string, string[]]>([
    ['wrong-key', ['GitHub refused the key: "A JSON web token could not be decoded".']],
    ['not-installed', ['octo-bot is not installed on octo-org.']],
    ['repository-missing', ['it cannot reach the repository hello.']],
    [
      'permission-missing',
      ['octo-bot lacks 2 permissions on octo-org.', '  contents: write        granted: read']
    ],
    ['suspended', ['suspended']],
    ['rate-limit', ['You have exceeded a secondary rate limit']],
    ['unavailable', ['GitHub answered 503 four times.']],
    ['fork', ['private-key is empty. This pull request comes from the fork mona/hello']]
  ])('--fail %s shows how the step fails', async (name, words) => {
    const { ACTION_PRELOAD = '' } = process.env
    const { exitCode, stdout } = await startWith({ ACTION_PRELOAD }, '--fail', name).end
    const log = stdout.split('\n').filter((line) => line.startsWith('   | '))
    for (const text of words) expect(log.join('\n')).toContain(text)
    expect(log.some((line) => line.startsWith('   | Error: '))).toBe(true)
    expect(stdout).toMatch(/\nThe step failed, so there was no token\.\n$/)
    expect(exitCode).toBe(1)
  })

  test('--fail rate-limit fails at once: the step does not wait for so long', async () => {
    // Without the clock of the tests, which passes over waits.
    const { exitCode, stdout } = await startWith({ ACTION_PRELOAD: '' }, '--fail', 'rate-limit').end
    expect(stdout).toContain('It ends later than this step can wait.')
    expect(exitCode).toBe(1)
  })

  test('--fail not-revoked shows a token that outlives its job', async () => {
    const { ACTION_PRELOAD = '' } = process.env
    const { exitCode, stdout } = await startWith({ ACTION_PRELOAD }, '--fail', 'not-revoked').end
    expect(stdout).toContain(
      '   | Warning: The token for octo-org/hello was not revoked: GitHub answered 503 four times.'
    )
    expect(stdout).toContain(
      '\nFailed, as --fail not-revoked arranges it: 3. The job ends (dist/post); 4. The token is used again.\n'
    )
    expect(exitCode).toBe(1)
  })

  test('--fail fork with a fallback token shows that it is output', async () => {
    const { exitCode, stdout } = await start(
      '--fail',
      'fork',
      '--fallback-token',
      'example-fallback-token'
    ).end
    expect(stdout).toContain('\n2. The token is used: left out, because it is the fallback token\n')
    expect(stdout).toContain('\nThe step output the fallback token.\n')
    expect(exitCode).toBe(0)
  })

  test('every failure has a test', () => {
    expect(failureNames.split(', ')).toEqual([
      'wrong-key',
      'not-installed',
      'repository-missing',
      'permission-missing',
      'suspended',
      'rate-limit',
      'unavailable',
      'fork',
      'not-revoked'
    ])
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

    test('a file that is no key, and has short lines, leaves the explanation readable', async () => {
      writeFileSync(join(folder, 'app.pem'), '# Title\n\n>\n> [!IMPORTANT]\n\nnothing like a key\n')
      const { stdout } = await startReal('--repository', 'octo-org/hello').end
      expect(stdout).toContain('Fix: App settings > Private keys > Generate a private key.')
    })

    test('finds the key from the folder in which npm was started', async () => {
      const app = ['--client-id', github.data.app.clientId, '--private-key-file', 'app.pem']
      const rest = ['--github-api-url', github.url, '--repository', 'octo-org/lib']
      const end = await startWith({ INIT_CWD: folder }, ...app, ...rest).end
      expect(end.exitCode).toBe(0)
      expectNothingLeft(end)
      const missing = await startWith({ INIT_CWD: temp }, ...app, ...rest).end
      expect(missing.stdout).toBe(
        `The local run cannot start: --private-key-file ${join(temp, 'app.pem')} cannot be read (ENOENT).\n`
      )
    })

    test('takes a JWT from a file, without an id', async () => {
      const jwt = makeJwt({ key: createPrivateKey(key) })
      writeFileSync(join(folder, 'app.jwt'), `${jwt}\n`)
      const app = ['--jwt-file', 'app.jwt', '--github-api-url', github.url]
      const end = await startWith({ INIT_CWD: folder }, ...app, '--repository', 'octo-org/lib').end
      expect(end.stdout).toContain('JWT from the input jwt')
      expect(end.exitCode).toBe(0)
      expect(leaks(end.stdout + end.stderr, jwt)).toBe(false)
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
        'the creation',
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
