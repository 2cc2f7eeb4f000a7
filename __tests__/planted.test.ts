/** State that another step plants in the environment: post obeys main's alone. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startGitHub, type EmbeddedGitHub } from '../local/github/server'
import { defaultData } from '../local/github/github-data'
import { Job, parseCommand, type JobOptions, type StepResult } from '../local/runner'
import { appPublicKey, credentials, errorOf } from './support/scenario'
import { startOtherServer, type OtherServer } from './support/other-server'
import { sample } from './support/search'
import { canLink, LONGEST_VARIABLE } from './support/system'
import { bareLog } from './support/post-log'

const KEY = 'STATE_github-app-token'
const NOTHING = 'Nothing to revoke: this step output no token.'
const FOREIGN = 'ghs_0123456789012345678901234567890123'
const FILE = 'git-credentials-00000000-0000-0000-0000-000000000000.gitconfig'

let stranger: OtherServer
beforeAll(async () => {
  stranger = await startOtherServer()
})
afterAll(async () => {
  await stranger.close()
})

/** A state in main's own form, made to send a token to another host and to remove a file. */
function forged(job: Job, more: object = {}): string {
  return JSON.stringify({
    apiUrl: stranger.url,
    keepToken: false,
    tokens: [{ token: FOREIGN, subject: 'octo-org/hello', expiresAt: '' }],
    gitFile: decoy(job),
    ...more
  })
}

/** A file in `RUNNER_TEMP` that is named as the action names its own. */
function decoy(job: Job): string {
  const path = join(job.folders.temp, FILE)
  if (!existsSync(path)) writeFileSync(path, 'of another step')
  return path
}

interface Ended {
  readonly main: StepResult
  readonly post: StepResult
  readonly github: EmbeddedGitHub
}

/** Runs main and post; `plant` comes before main or between the two. */
async function run(
  when: 'before' | 'between',
  plant: (job: Job) => void,
  {
    inputs,
    start
  }: { inputs?: Record<string, string>; start?: (job: Job) => Promise<StepResult> } = {}
): Promise<Ended> {
  const github = await startGitHub(defaultData({ publicKey: appPublicKey }))
  const job = new Job({ apiUrl: github.url, inputs: { ...credentials, ...inputs } })
  try {
    if (when === 'before') plant(job)
    const main = await (start?.(job) ?? job.main())
    if (when === 'between') plant(job)
    const post = await job.post()
    expectUnmoved(job, post)
    return { main, post, github }
  } finally {
    job.close()
    await github.close()
  }
}

/** What is planted moved nothing: no request elsewhere, no file, no complaint. */
function expectUnmoved(job: Job, post: StepResult): void {
  expect(post.exitCode).toBe(0)
  expect(post.annotations).toEqual([])
  expect(post.stderr).toBe('')
  expect(existsSync(decoy(job))).toBe(true)
  expect(stranger.requests).toEqual([])
}

function expectAsEver({ main, post, github }: Ended): void {
  expect(main.exitCode).toBe(0)
  expect(main.annotations).toEqual([])
  expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
  expect(github.exchanges.map(({ method, status }) => `${method} ${String(status)}`)).toEqual([
    'GET 200',
    'POST 201',
    'DELETE 204'
  ])
  expect(github.liveTokens()).toEqual([])
}

describe.each(['before', 'between'] as const)('planted %s main and post', (when) => {
  test.each<[string, string, (job: Job) => string]>(
    sample<[string, string, (job: Job) => string]>(
      [
        ['the name that main saves', KEY, forged],
        ['that name, kept tokens', KEY, (job) => forged(job, { keepToken: true })],
        ['that name, no token', KEY, (job) => forged(job, { tokens: [] })],
        ['that name, no JSON', KEY, () => '\n::error::forged\n##[error]forged'],
        ['other letters', 'STATE_GITHUB-APP-TOKEN', forged],
        ['small letters', 'state_github-app-token', forged],
        ['an underscore', 'STATE_github_app_token', forged],
        ['a longer name', 'STATE_github-app-token-2', forged],
        ['another value of the state', 'STATE_gitFile', decoy],
        ['an address', 'STATE_apiUrl', () => stranger.url],
        ['the name of the action it replaces', 'STATE_token', () => FOREIGN],
        ['that of its expiry', 'STATE_expiresAt', () => '1970-01-01T00:00:00Z'],
        ['post as main', 'STATE_isPost', () => 'true'],
        ['no name at all', 'STATE_', forged]
      ],
      5
    )
  )('%s', async (_, name, value) => {
    expectAsEver(
      await run(when, (job) => {
        decoy(job)
        job.exportVariable(name, value(job))
      })
    )
  })
})

describe('where main comes to an early end, what is planted is not obeyed either', () => {
  test.each<[string, Record<string, string>]>([
    ['an owner that is none', { owner: '/' }],
    ['no key', { 'private-key': '' }],
    ['an App that is not installed', { owner: 'lonely-org' }]
  ])('%s', async (_, inputs) => {
    for (const when of ['before', 'between'] as const) {
      const { main, post } = await run(
        when,
        (job) => {
          job.exportVariable(KEY, forged(job))
        },
        { inputs }
      )
      errorOf({ main })
      expect(bareLog(post)).toBe(NOTHING)
    }
  })

  test('a main that is killed', async () => {
    const github = await startGitHub(defaultData({ publicKey: appPublicKey }))
    github.fail('GET /repos/{owner}/{repo}/installation', { kind: 'hang' })
    const job = new Job({ apiUrl: github.url, inputs: credentials })
    try {
      job.exportVariable(KEY, forged(job))
      const { process, result } = job.startMain()
      expect(await process.until(() => github.exchanges.length > 0)).toBe(true)
      process.kill('SIGKILL')
      expect((await result).signal).toBe('SIGKILL')
      const post = await job.post()
      expectUnmoved(job, post)
      expect(bareLog(post)).toBe(NOTHING)
    } finally {
      job.close()
      await github.close()
    }
  })
})

/** Post alone, with nothing that main saved. */
async function postAlone(
  state: (job: Job) => string,
  options: JobOptions,
  check: (post: StepResult, job: Job) => void
): Promise<void> {
  const job = new Job(options)
  try {
    job.exportVariable(KEY, state(job))
    const post = await job.post()
    expect(post.exitCode).toBe(0)
    expect(post.signal).toBeNull()
    expect(post.stderr).toBe('')
    check(post, job)
  } finally {
    job.close()
  }
}

describe('where main never ran', () => {
  test.each([
    ['', ''],
    ['no JSON', 'no JSON'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['an empty object', '{}'],
    ['tokens that are a text', '{"tokens":"ghs_x"}'],
    ['no tokens', '{"tokens":[]}'],
    ['tokens that are none', '{"tokens":[null,7,[],{}]}'],
    ['an empty token', '{"tokens":[{"token":""}],"apiUrl":"http://127.0.0.1:9"}'],
    ['a token that is a number', '{"tokens":[{"token":7}],"apiUrl":"http://127.0.0.1:9"}'],
    ['a prototype', `{"__proto__":{"tokens":[{"token":"${FOREIGN}"}]}}`],
    ['lists in lists', '['.repeat(LONGEST_VARIABLE / 2) + ']'.repeat(LONGEST_VARIABLE / 2)],
    ['lists without an end', '['.repeat(LONGEST_VARIABLE)],
    [
      'objects in objects',
      '{"tokens":'.repeat(LONGEST_VARIABLE / 11) + '1' + '}'.repeat(LONGEST_VARIABLE / 11)
    ],
    ['a long text', JSON.stringify({ tokens: 'x'.repeat(LONGEST_VARIABLE) })],
    ['many that are no tokens', JSON.stringify({ tokens: Array(LONGEST_VARIABLE / 6).fill('') })]
  ])('a state that makes no sense is nothing to revoke: %s', async (_, state) => {
    await postAlone(
      () => state,
      {},
      (post) => {
        expect(bareLog(post)).toBe(NOTHING)
      }
    )
  })

  test.each(['', 'nonsense', 'file:///etc/passwd', 'http://127.0.0.1:9\r\nx: y', 'http://['])(
    'a token whose API is %j is a warning',
    async (apiUrl) => {
      const state = JSON.stringify({ apiUrl, tokens: [{ token: FOREIGN, subject: 'a/b' }] })
      await postAlone(
        () => state,
        {},
        (post) => {
          expect(post.annotations.map(({ level }) => level)).toEqual(['warning'])
          expect(post.log).toContain('was not revoked')
          expect(post.log).not.toContain(FOREIGN)
        }
      )
    }
  )

  test('a line end in a token or in its name is no command and no header', async () => {
    const github = await startGitHub(defaultData({ publicKey: appPublicKey }))
    const trick = 'x\r\n::error::forged\n##[error]forged'
    const state = JSON.stringify({
      apiUrl: github.url,
      tokens: [
        { token: `${FOREIGN}\r\nx-forged: yes`, subject: 'a/b', expiresAt: trick },
        { token: FOREIGN, subject: trick, expiresAt: trick }
      ]
    })
    try {
      await postAlone(
        () => state,
        {},
        (post) => {
          const names = post.lines.map(({ text }) => parseCommand(text)?.name)
          expect(new Set(names)).toEqual(new Set(['add-mask', 'warning', undefined]))
          expect(post.annotations.map(({ level }) => level)).toEqual(['warning'])
          expect(post.log).not.toContain(FOREIGN)
        }
      )
      const headers = github.exchanges.flatMap(({ requestHeaders }) => Object.keys(requestHeaders))
      expect(headers).toContain('authorization')
      expect(headers).not.toContain('x-forged')
    } finally {
      await github.close()
    }
  })

  test('nothing of the job goes to an address that is planted', async () => {
    const other = await startGitHub(defaultData({ publicKey: appPublicKey }))
    try {
      const state = JSON.stringify({ apiUrl: other.url, tokens: [{ token: FOREIGN }] })
      await postAlone(
        () => state,
        { inputs: credentials },
        (post) => {
          expect(post.log).not.toContain(FOREIGN)
        }
      )
      // Only whoever planted the token learns of it.
      const seen = other.exchanges.map(({ method, path, requestBody, requestHeaders }) => [
        `${method} ${path}`,
        requestHeaders.authorization,
        requestBody
      ])
      const revocation = ['DELETE /installation/token', `Bearer ${FOREIGN}`, null]
      expect(seen).toEqual([revocation, revocation, revocation])
    } finally {
      await other.close()
    }
  })
})

describe('a planted file for git', () => {
  const OUTSIDE = 'it is not in RUNNER_TEMP.'
  const ELSE = 'it was replaced by something that is not a file.'

  /** The path of a file outside `RUNNER_TEMP` that is named as the action names its own. */
  function outside(job: Job): string {
    return join(job.folder, FILE)
  }

  function linked(job: Job): string {
    symlinkSync(outside(job), join(job.folders.temp, FILE))
    return join(job.folders.temp, FILE)
  }

  test.each<readonly [string, (job: Job) => string, string]>([
    ...(canLink ? [['a link to a file outside', linked, ELSE] as const] : []),
    ['elsewhere', outside, OUTSIDE],
    ['by way of ..', ({ folders }) => `${folders.temp}/../${FILE}`, OUTSIDE],
    ['by way of a folder and ..', ({ folders }) => `${folders.temp}/x/../../${FILE}`, OUTSIDE],
    ['with a further slash', ({ folders }) => `${folders.temp}//${FILE}`, OUTSIDE],
    ['relative', () => `../${FILE}`, OUTSIDE],
    ['a place of the system', () => '/etc/x', OUTSIDE],
    ['a file of the runner', ({ folders }) => join(folders.temp, 'event.json'), OUTSIDE],
    ['RUNNER_TEMP itself', ({ folders }) => folders.temp, OUTSIDE],
    ['a line end after the name', ({ folders }) => `${join(folders.temp, FILE)}\n`, OUTSIDE],
    ['a line end before a command', (job) => `${outside(job)}\n::error::forged`, OUTSIDE],
    ['a NUL', ({ folders }) => `${join(folders.temp, FILE)}\0`, OUTSIDE],
    [
      'through a link to a folder',
      (job) => {
        // A junction, where there are such: nobody needs a privilege for it.
        symlinkSync(job.folder, join(job.folders.temp, 'link'), 'junction')
        return join(job.folders.temp, 'link', FILE)
      },
      OUTSIDE
    ],
    [
      'a folder in its place',
      (job) => {
        mkdirSync(join(job.folders.temp, FILE))
        return join(job.folders.temp, FILE)
      },
      ELSE
    ]
  ])('%s: nothing is removed', async (_, place, reason) => {
    let path = ''
    await postAlone(
      (job) => {
        writeFileSync(outside(job), 'not for us')
        path = place(job)
        return JSON.stringify({ gitFile: path, tokens: [] })
      },
      {},
      (post, job) => {
        expect(post.annotations).toEqual([
          {
            level: 'warning',
            title: '',
            message: `The file with git credentials was not removed: ${reason}`
          }
        ])
        expect(post.log).toContain(NOTHING)
        for (const kept of [outside(job), join(job.folders.temp, 'event.json')]) {
          expect(existsSync(kept)).toBe(true)
        }
        if (reason === ELSE) expect(existsSync(path)).toBe(true)
      }
    )
  })

  test.each([[7], [null], [[]], [{}], [['/etc/x']]])(
    'a path that is no text is none: %j',
    async (gitFile) => {
      await postAlone(
        () => JSON.stringify({ gitFile, tokens: [] }),
        {},
        (post) => {
          expect(bareLog(post)).toBe(NOTHING)
        }
      )
    }
  )
})
