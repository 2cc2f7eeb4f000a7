import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseFallbackToken } from '../src/config/fallback-token'
import { secretlessRun } from '../src/config/event'
import { explained } from './support/explained'
import { seededRsaKey } from './support/keys'
import { appKey, errorOf, scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { canLink, isWindows } from './support/system'

const strangerKey = seededRsaKey('stranger').export({ type: 'pkcs1', format: 'pem' }).toString()

const KEYLESS = { 'private-key': '' }
const NOTHING = { 'client-id': '', 'private-key': '' }
const FALLBACK = 'ghs_TheTokenOfTheJobItselfWhichTheRunnerMade'

function pullRequest(head: unknown, name = 'pull_request'): ScenarioOptions {
  const repository = { full_name: 'octo-org/hello', private: false }
  return { eventName: name, event: { pull_request: { head: { repo: head } }, repository } }
}

const fork = pullRequest({ full_name: 'mona/hello' })
const dependabot: ScenarioOptions = { ...pullRequest({ full_name: 'octo-org/hello' }) }
const dependabotRun: ScenarioOptions = { ...dependabot, actor: 'dependabot[bot]' }

const FORK_TEXT = [
  'private-key is empty. This pull request comes from the fork mona/hello, and GitHub gives such runs no secrets.',
  'Fix: skip the job for forks:',
  '  if: github.event.pull_request.head.repo.full_name == github.repository',
  'or add `fallback-token: ${{ github.token }}` (read-only on forks).'
]

const DEPENDABOT_TEXT = [
  'private-key is empty. Dependabot runs can read only Dependabot secrets.',
  'Fix: add it there: https://github.com/octo-org/hello/settings/secrets/dependabot'
]

const UNUSED =
  'fallback-token is not used: it is only for pull requests from forks, for runs of Dependabot, and for steps in which no input for a credential is set.'

const IN_FORK_TEXT = [
  'private-key is empty. mona/hello is a fork, and has none of the secrets of the original repository.',
  'Fix: skip the job in forks, with the name of the original repository:',
  "  if: github.repository == 'OWNER/NAME'",
  'If the job is meant to run in mona/hello, store the key there.'
]

const SAME_REPOSITORY =
  'This run gets secrets (a pull request of the same repository). So the secret is empty, has another name, or this job cannot read it.'

const UNKNOWN_ORIGIN =
  "The event is pull_request, but this run does not know whether it comes from a fork. GitHub gives no secrets to a fork's pull request."

/** A run in a fork, of the fork itself. */
function inFork(eventName: string, payload: object = {}): ScenarioOptions {
  const repository = { full_name: 'mona/hello', private: false, fork: true }
  return { repository: 'mona/hello', eventName, event: { ...payload, repository } }
}

function eventText(event: string, isFallbackSet = false): string[] {
  return otherText(
    `This run gets secrets (event ${event}). So the secret is empty, has another name, or this job cannot read it.`,
    isFallbackSet
  )
}

function otherText(reason: string, isFallbackSet = false): string[] {
  return [
    `private-key is empty. ${reason}`,
    ...(isFallbackSet
      ? [
          'fallback-token is not used: it is only for pull requests from forks, for runs of Dependabot, and for steps in which no input for a credential is set.'
        ]
      : []),
    'Fix: check, in this order:',
    '  1. the name of the secret: `secrets.NAME`, not `vars.NAME`',
    '  2. is it a secret of the organization? Then octo-org must share it with octo-org/hello',
    '  3. is it a secret of an environment? Then the job needs `environment:`',
    '  4. is this a reusable workflow? Then the caller must pass it under `secrets:`',
    '  5. do you use `jwt` instead? Then a step of the same job must set it as an output'
  ]
}

describe('an empty key is explained by where the run comes from', () => {
  test.each<[string, ScenarioOptions, string[]]>([
    ['a fork', fork, FORK_TEXT],
    [
      'a review in a fork',
      pullRequest({ full_name: 'mona/hello' }, 'pull_request_review'),
      FORK_TEXT
    ],
    ['Dependabot', dependabotRun, DEPENDABOT_TEXT],
    ['Dependabot pushing', { eventName: 'push', actor: 'dependabot[bot]' }, DEPENDABOT_TEXT],
    ['a push', { eventName: 'push' }, eventText('push')],
    [
      'a pull request of the same repository, whatever the case of its name',
      pullRequest({ full_name: 'Octo-Org/Hello' }),
      otherText(SAME_REPOSITORY)
    ],
    [
      'pull_request_target, which gets secrets even for forks',
      pullRequest({ full_name: 'mona/hello' }, 'pull_request_target'),
      eventText('pull_request_target')
    ],
    ['a push in a fork', inFork('push'), IN_FORK_TEXT],
    ['a schedule in a fork', inFork('schedule'), IN_FORK_TEXT],
    [
      'a pull request within a fork',
      inFork('pull_request', { pull_request: { head: { repo: { full_name: 'mona/hello' } } } }),
      IN_FORK_TEXT
    ],
    ['workflow_dispatch', { eventName: 'workflow_dispatch' }, eventText('workflow_dispatch')]
  ])('%s', async (_, event, text) => {
    const { title, lines, code, run, details } = await explained({ ...event, with: KEYLESS })
    expect(title).toBe('private-key is empty')
    expect(lines).toEqual(text)
    expect(code).toBe('private-key-empty')
    expect(run.transcript).toEqual([])
    expect(details).toEqual([])
  })

  test('a deleted fork since', async () => {
    const { lines } = await explained({ ...pullRequest(null), with: KEYLESS })
    expect(lines[0]).toContain('This pull request comes from a deleted fork, and')
  })

  test('the id is empty as well: on a fork one explanation is enough', async () => {
    const { title, lines } = await explained({ ...fork, with: NOTHING })
    expect(title).toBe('private-key is empty')
    expect(lines).toEqual(FORK_TEXT)
  })

  test('the id is empty as well: in a fork, and for Dependabot, one explanation names both', async () => {
    const fork = await explained({ ...inFork('push'), with: NOTHING })
    expect(fork.lines[0]).toBe(
      'private-key and client-id are empty. mona/hello is a fork, and has none of the secrets of the original repository.'
    )
    expect(fork.lines.at(-1)).toContain('store the key and the id there.')
    const run = await explained({ ...dependabotRun, with: NOTHING })
    expect(run.lines).toEqual([
      'private-key and client-id are empty. Dependabot runs can read only Dependabot secrets.',
      'Fix: add both there (or only the key, and set the id as a variable): https://github.com/octo-org/hello/settings/secrets/dependabot'
    ])
  })

  test('only the id is empty, and Dependabot started the run', async () => {
    const { lines, code } = await explained({ ...dependabotRun, with: { 'client-id': '' } })
    expect(code).toBe('app-id-missing')
    expect(lines).toContain(
      '     Dependabot started this run, so a secret must be one of Dependabot: https://github.com/octo-org/hello/settings/secrets/dependabot'
    )
  })

  test('the id is empty as well: on a push both are named', async () => {
    const { title, lines } = await explained({ with: NOTHING })
    expect(title).toBe('2 inputs need correcting')
    expect(lines[1]).toBe('1. client-id and app-id are empty.')
    expect(lines.join('\n')).toContain(
      '2. private-key is empty. This run gets secrets (event push).'
    )
  })

  test('a name that a fork chose cannot forge a command', async () => {
    const { main } = await scenario({
      ...pullRequest({ full_name: 'mona/x\n::error::forged ##[error]forged' }),
      with: KEYLESS
    })
    expect(main.annotations).toHaveLength(1)
    expect(main.annotations[0]?.message).toContain('mona/x\\n: :error: :forged ## [error]forged')
  })

  test.each<[string, unknown]>([
    ['an empty object', {}],
    ['a list', []],
    ['text', 'pull_request'],
    ['a number', 7],
    ['null', null],
    ['a pull request that is text', { pull_request: 'x' }],
    ['a head that is a number', { pull_request: { head: 5 } }],
    ['a repository without a name', { pull_request: { head: { repo: {} } } }],
    ['a name that is a number', { pull_request: { head: { repo: { full_name: 7 } } } }],
    ['a head without repository', { pull_request: { head: {} } }]
  ])('a payload that is %s proves nothing', (_, payload) => {
    const event = { name: 'pull_request', actor: 'mona', repository: 'a/b', webUrl: '', payload }
    expect(secretlessRun(event)).toBeUndefined()
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['missing', { GITHUB_EVENT_PATH: '/nowhere/event.json' }],
    ['a folder', { GITHUB_EVENT_PATH: tmpdir() }],
    ['no JSON', { GITHUB_EVENT_PATH: join(__dirname, 'secretless.test.ts') }],
    ['not named', { GITHUB_EVENT_PATH: '' }]
  ])('a payload whose file is %s proves nothing', async (_, env) => {
    const { lines } = await explained({
      ...fork,
      env,
      with: { ...KEYLESS, 'fallback-token': FALLBACK }
    })
    expect(lines).toEqual(otherText(UNKNOWN_ORIGIN, true))
  })
})

describe('fallback-token', () => {
  function expectFallback({ main, post, transcript }: Scenario, why: string, more = ''): void {
    expect(main.exitCode).toBe(0)
    expect(main.outputs).toEqual({ token: FALLBACK, 'token-source': 'fallback' })
    expect(main.masks).toContain(FALLBACK)
    expect(JSON.stringify(main.state)).not.toContain(FALLBACK)
    expect(main.log + post.log).not.toContain(FALLBACK)
    expect(main.annotations).toEqual([
      {
        level: 'notice',
        title: '',
        message: `private-key is empty: ${why}. The step outputs the token from fallback-token, and does not revoke it.${more}`
      }
    ])
    expect(post.log).toBe('Nothing to revoke: the fallback token is not revoked.')
    expect(transcript).toEqual([])
  }

  test.each<[string, ScenarioOptions, string]>([
    ['a fork', fork, 'this pull request comes from a fork, and GitHub gives such runs no secrets'],
    [
      'a deleted fork',
      pullRequest(null),
      'this pull request comes from a fork, and GitHub gives such runs no secrets'
    ],
    ['Dependabot', dependabotRun, 'Dependabot runs read only Dependabot secrets']
  ])('is handed out on %s, masked, and never revoked', async (_, event, why) => {
    const inputs = { ...KEYLESS, 'fallback-token': FALLBACK }
    expectFallback(await scenario({ ...event, with: inputs }), why)
    expectFallback(await scenario({ ...event, with: { ...inputs, 'client-id': '' } }), why)
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'owner and permissions',
      { owner: 'mona', 'permission-contents': 'write' },
      ' The inputs for repositories and permissions have no effect on it.'
    ],
    ['repositories', { repositories: 'lib' }, ' The inputs for repositories have no effect on it.'],
    [
      'permissions',
      { permissions: 'read-all' },
      ' The inputs for permissions have no effect on it.'
    ]
  ])('is not rateLimitHits by inputs, and the log says so: %s', async (_, inputs, more) => {
    const run = await scenario({
      ...fork,
      with: { ...KEYLESS, 'fallback-token': FALLBACK, ...inputs }
    })
    const why = 'this pull request comes from a fork, and GitHub gives such runs no secrets'
    expectFallback(run, why, more)
  })

  test.each<[string, string, string, string]>([
    ['an expression', 'env.MY_TOKEN', 'looks like an expression', 'MY_TOKEN'],
    ['another one', '${{ env.MY_TOKEN }}', 'looks like an expression', 'MY_TOKEN'],
    ['a variable', '$GITHUB_TOKEN', 'looks like an expression', '$GITHUB_TOKEN'],
    ['a secret that is not evaluated', 'secrets.FALLBACK_TOKEN', 'looks like an', 'FALLBACK_TOKEN'],
    ['a boolean', 'true', 'is 4 characters long. No token is that short', '"true"'],
    ['two lines', `${FALLBACK}\n${FALLBACK}`, 'contains blanks or several lines', FALLBACK],
    ['another alphabet', 'ghs_абвгдежзийклмноп', 'contains a character that no token has', 'абв']
  ])('is refused if it is no token: %s', async (_, token, words, unshown) => {
    for (const event of [fork, { eventName: 'push' }]) {
      const { title, lines, code, run } = await explained({
        ...event,
        with: { ...(event === fork ? KEYLESS : {}), 'fallback-token': token }
      })
      expect(title).toBe('fallback-token is not a token')
      expect(code).toBe('fallback-token-malformed')
      expect(lines[0]).toContain(`fallback-token ${words}`)
      expect(lines[1]).toBe('Fix: write `fallback-token: ${{ github.token }}`.')
      expect(lines[0]).not.toContain(unshown)
      expect(run.transcript).toEqual([])
      const isMasked = token.includes(FALLBACK) ? [FALLBACK] : []
      expect(run.main.masks).toEqual(expect.arrayContaining(isMasked))
      expect(run.main.masks).not.toContain('true')
    }
  })

  test.each(['github.token', '${{ github.token }}', 'secrets.GITHUB_TOKEN', '%TOKEN%'])(
    'is refused if it is not evaluated: %s',
    (token) => {
      expect(parseFallbackToken(token)).toMatchObject({
        problems: [{ kind: 'fallback-token-malformed', found: { is: 'expression' } }]
      })
    }
  )

  test.each([FALLBACK, 'a'.repeat(16), '0123456789abcdef0123456789abcdef01234567'])(
    'can be a token: %s',
    (token) => {
      expect(parseFallbackToken(token).ok).toBe(true)
    }
  )

  test('is refused if it is a key, and the key is masked', async () => {
    const { code, lines, run } = await explained({
      ...fork,
      with: { ...KEYLESS, 'fallback-token': appKey }
    })
    expect(code).toBe('key-in-wrong-input')
    expect(lines[0]).toMatch(/^fallback-token contains a private key, or a part of one\./)
    const line = appKey.split('\n')[1]
    expect(run.main.masks).toContain(line)
  })

  test('is masked before anything else is said', async () => {
    const { main } = await scenario({
      ...fork,
      with: { ...KEYLESS, 'fallback-token': FALLBACK, owner: 'a b' }
    })
    expect(main.lines[0]?.text).toBe(`::add-mask::${FALLBACK}`)
  })

  test.each([
    ['a key', 'private-key', 'private-key-not-a-key'],
    ['a JWT', 'jwt', 'jwt-not-a-jwt']
  ])(
    'beside %s that cannot be used: the error says why the token is not used',
    async (_, input, expected) => {
      const inputs = { 'private-key': '', [input]: 'none' }
      const { lines, code } = await explained({
        ...fork,
        with: { ...inputs, 'fallback-token': FALLBACK }
      })
      expect(code).toBe(expected)
      expect(lines.join('\n')).toContain(UNUSED)
      const without = await explained({ ...fork, with: inputs })
      expect(without.lines.join('\n')).not.toContain('fallback-token')
    }
  )

  test('is set and something else is wrong: nobody is told to add it', async () => {
    const inputs = { ...KEYLESS, 'fallback-token': FALLBACK, 'github-api-url': 'nowhere' }
    const { lines, codes } = await explained({ ...fork, with: inputs })
    expect(codes).toEqual(['private-key-empty', 'api-url-malformed'])
    expect(lines.join('\n')).toContain('skip the job for forks')
    expect(lines.join('\n')).not.toContain('add `fallback-token')
  })

  test('leaves the environment of the process', async () => {
    const { main } = await scenario({
      ...fork,
      nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'report-environment.cjs')],
      with: { ...KEYLESS, 'fallback-token': FALLBACK }
    })
    expect(main.log).not.toContain('INPUT_FALLBACK-TOKEN')
  })

  test.each<[string, ScenarioOptions, string[]]>([
    ['a push', { eventName: 'push' }, eventText('push', true)],
    [
      'a pull request of the same repository',
      pullRequest({ full_name: 'octo-org/hello' }),
      otherText(SAME_REPOSITORY, true)
    ],
    [
      'pull_request_target',
      pullRequest({ full_name: 'mona/hello' }, 'pull_request_target'),
      eventText('pull_request_target', true)
    ]
  ])('is not handed out on %s: a misspelt secret stays an error', async (_, event, text) => {
    const { lines, run } = await explained({
      ...event,
      with: { ...KEYLESS, 'fallback-token': FALLBACK }
    })
    expect(lines).toEqual(text)
    expect(run.main.masks).toContain(FALLBACK)
  })

  test('is not handed out for another GitHub than its own, and the error says so', async () => {
    const { lines, code, run } = await explained({
      ...fork,
      with: {
        ...KEYLESS,
        'fallback-token': FALLBACK,
        'github-api-url': 'https://github.example.com/api/v3'
      }
    })
    expect(lines[0]).toBe(FORK_TEXT[0])
    expect(lines[1]).toBe(
      "fallback-token is not used: it is for this workflow's own GitHub, but github-api-url names another one."
    )
    expect(code).toBe('private-key-empty')
    expect(run.transcript).toEqual([])
  })

  test.each([
    ['https://github.example.com/api/v3', 'https://github.example.com/api/v3/'],
    ['', 'https://api.github.com']
  ])(
    "is handed out where the workflow's own API is %j, and github-api-url is %s",
    async (...at) => {
      const [apiUrl, given] = at
      const inputs = { ...KEYLESS, 'fallback-token': FALLBACK, 'github-api-url': given }
      const { main } = await scenario({ ...fork, apiUrl, with: inputs })
      expect(main.outputs['token-source']).toBe('fallback')
      expect(main.annotations).toHaveLength(1)
    }
  )

  test.each([
    ['https://api.github.com', 'https://github.com'],
    ['https://api.github.com', 'https://www.github.com'],
    ['https://api.github.com', 'https://API.github.com'],
    ['https://api.acme.ghe.com', 'https://acme.ghe.com'],
    ['https://api.acme.ghe.com', 'https://API.acme.ghe.com'],
    ['https://github.example.com/api/v3', 'https://github.example.com'],
    ['https://github.example.com/api/v3', 'https://GitHub.example.com/api/v3']
  ])('is handed out for %s, written %s, with a notice', async (apiUrl, given) => {
    const inputs = { ...KEYLESS, 'fallback-token': FALLBACK, 'github-api-url': given }
    const { main, transcript } = await scenario({ ...fork, apiUrl, with: inputs })
    expect(main.outputs['token-source']).toBe('fallback')
    expect(main.annotations[0]?.message).toBe(
      `github-api-url is "${given}". The API there is ${apiUrl}, which was used.`
    )
    expect(transcript).toEqual([])
  })

  test.each([
    ['https://api.acme.ghe.com', '', 'https://acme.ghe.com/octo-org/hello'],
    ['https://github.example.com/api/v3', '', 'https://github.example.com/octo-org/hello'],
    ['https://api.github.com', 'nonsense', 'https://api.github.com/octo-org/hello'],
    ['https://api.github.com', 'https://github.com', 'https://github.com/octo-org/hello']
  ])('of %s, whose pages are at %j, goes with the address %s', async (...at) => {
    const [apiUrl, serverUrl, address] = at
    const inputs = { ...KEYLESS, 'fallback-token': FALLBACK, repositories: address }
    const { main } = await scenario({ ...fork, apiUrl, serverUrl, with: inputs })
    expect(main.outputs['token-source']).toBe('fallback')
    expect(main.annotations[0]?.message).toBe(
      `repositories contains "${address}". It was read as octo-org/hello.`
    )
  })

  test('does not hide other bad inputs', async () => {
    const { title, lines } = await explained({
      ...fork,
      with: { ...KEYLESS, 'fallback-token': FALLBACK, 'permission-content': 'read' }
    })
    expect(title).toBe('A permission is misspelt')
    expect(lines[1]).toBe('Fix: write `permission-contents`.')
  })

  test('is not needed where there is a key, even on a fork', async () => {
    const { main, github } = await scenario({ ...fork, with: { 'fallback-token': FALLBACK } })
    expect(main.exitCode).toBe(0)
    expect(main.outputs['token-source']).toBe('app')
    expect(main.outputs['token']).toBe(github.tokens()[0]?.value)
  })

  test('does not stand in for a key that cannot be read', async () => {
    const { code } = await explained({
      ...fork,
      with: { 'private-key': 'octocat', 'fallback-token': FALLBACK }
    })
    expect(code).toBe('private-key-not-a-key')
  })
})

describe('private-key-file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'key-files-'))
  const at = (name: string): string => join(folder, name)
  const good = at('app.pem')

  beforeAll(() => {
    writeFileSync(good, appKey)
    writeFileSync(at('empty.pem'), '')
    writeFileSync(at('blank.pem'), ' \n\n')
    writeFileSync(at('large.pem'), 'A'.repeat(64 * 1024 + 1))
    writeFileSync(at('largest.pem'), appKey.padEnd(64 * 1024, '\n'))
    writeFileSync(at('stranger.pem'), strangerKey)
    writeFileSync(at('secret.pem'), '0123456789abcdef0123456789abcdef01234567')
    mkdirSync(at('folder'))
    if (canLink) {
      symlinkSync(good, at('link.pem'))
      symlinkSync(at('gone.pem'), at('broken.pem'))
    }
    if (!isWindows) execFileSync('mkfifo', [at('pipe')])
  })

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test.each(['app.pem', 'largest.pem', ...(canLink ? ['link.pem'] : [])])(
    '%s holds the key',
    async (name) => {
      const { main } = await scenario({ with: { ...KEYLESS, 'private-key-file': at(name) } })
      expect(main.exitCode).toBe(0)
      expect(main.outputs['token-source']).toBe('app')
    }
  )

  test('the key in it is masked as one that is given directly', async () => {
    const { main } = await scenario({ with: { ...KEYLESS, 'private-key-file': good } })
    expect(main.masks).toEqual(expect.arrayContaining(appKey.trim().split('\n').slice(1, -1)))
  })

  const PATH =
    'use the path of the .pem file as this runner sees it. In a container job, use the path inside the container. `~` and `$NAME` are not replaced.'
  const EMPTY =
    'write the whole .pem file to it. If an earlier step writes it from a secret, that secret is empty: check its name, and whether this run can read it.'

  test.each<readonly [string, string, string]>([
    ['missing.pem', 'does not exist', PATH],
    ...(canLink ? [['broken.pem', 'does not exist', PATH] as const] : []),
    ['folder', 'is not a file', PATH],
    ['empty.pem', 'is empty', EMPTY],
    ['blank.pem', 'is empty', EMPTY],
    [
      'large.pem',
      'has 65537 bytes. No private key is that large',
      'use the .pem file that GitHub created, alone.'
    ],
    ...(isWindows ? [] : [['pipe', 'is not a file', PATH] as const])
  ])('%s %s', async (name, what, fix) => {
    const { title, lines, code, run } = await explained({
      with: { ...KEYLESS, 'private-key-file': at(name) }
    })
    expect(title).toBe('private-key-file cannot be used')
    expect(lines[0]).toBe(
      `private-key-file is "${at(name)}", which ${what}. Nothing was sent to GitHub.`
    )
    expect(lines[1]).toBe(`Fix: ${fix}`)
    expect(code).toBe('private-key-file')
    expect(run.transcript).toEqual([])
  })

  test('something else than a key is in it', async () => {
    const { title, lines, code } = await explained({
      with: { ...KEYLESS, 'private-key-file': at('secret.pem') }
    })
    expect(title).toBe('private-key-file is not a private key')
    expect(lines[0]).toBe(
      'The file in private-key-file looks like a client secret (40 hex characters). Nothing was sent to GitHub.'
    )
    expect(code).toBe('private-key-not-a-key')
  })

  test('both inputs are set: which one is meant cannot be told', async () => {
    const { title, lines, code } = await explained({ with: { 'private-key-file': good } })
    expect(title).toBe('More than one key is set')
    expect(lines[0]).toContain('private-key and private-key-file are both set.')
    expect(code).toBe('key-twice')
  })

  test('a file that is missing on a fork is an error of its own', async () => {
    const { main } = await scenario({
      ...fork,
      with: { ...KEYLESS, 'private-key-file': at('missing.pem'), 'fallback-token': FALLBACK }
    })
    const { title, message } = errorOf({ main })
    expect(title).toBe('private-key-file cannot be used')
    expect(message).toContain(UNUSED)
  })

  test("a key that is not this App's: no text sends to a secret", async () => {
    const { lines, code } = await explained({
      with: { ...KEYLESS, 'private-key-file': at('stranger.pem') }
    })
    expect(code).toBe('key-refused')
    expect(lines.at(-1)).toMatch(
      /generate a key, and replace the file in private-key-file by the whole \.pem file\.$/
    )
    expect(lines.join('\n')).not.toContain('gh secret set')
  })

  test('an App without any key: no text sends to a secret', async () => {
    const { lines, code } = await explained({
      with: { ...KEYLESS, 'private-key-file': good },
      data: (data) => {
        data.app.publicKeys = []
      }
    })
    expect(code).toBe('key-none-registered')
    expect(lines.at(-1)).toContain('replace the file in private-key-file by the whole .pem file.')
    expect(lines.join('\n')).not.toContain('gh secret set')
  })

  test('the key itself is in the input for its path', async () => {
    const { lines, code } = await explained({ with: { ...KEYLESS, 'private-key-file': appKey } })
    expect(code).toBe('key-in-wrong-input')
    expect(lines.at(-1)).toContain('that input takes a path. Set the key only in `private-key`')
  })
})
