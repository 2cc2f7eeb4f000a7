import type { Fault } from '../local/github/faults'
import type { RouteName } from '../local/github/routes'
import { startGitHub, type EmbeddedGitHub } from '../local/github/server'
import { addOrganization, defaultData } from '../local/github/github-data'
import { runAction, type JobOptions, type StepResult } from '../local/runner'
import { startOtherServer, type OtherServer } from './support/other-server'
import { recordAs, unrecorded } from './support/recorder'
import { appPublicKey, credentials } from './support/scenario'
import { Random, sample, SEED } from './support/search'
import { bareLog } from './support/post-log'

let elsewhere: OtherServer

beforeAll(async () => {
  elsewhere = await startOtherServer()
})

afterEach(() => {
  expect({ connections: elsewhere.connections, requests: elsewhere.requests }).toEqual({
    connections: 0,
    requests: []
  })
})

afterAll(async () => {
  await elsewhere.close()
})

interface Run {
  readonly main: StepResult
  readonly post: StepResult
  /** Every request that GitHub received, as `METHOD /path`. */
  readonly requests: readonly string[]
}

interface RunOptions {
  /** The job's inputs, beside the App's credentials. */
  readonly with?: Readonly<Record<string, string>>
  readonly job?: (github: EmbeddedGitHub) => JobOptions
  readonly arrange?: (github: EmbeddedGitHub) => void
  readonly host?: string
}

/**
 * Runs main and post against a GitHub that may answer anything, and checks that whatever reaches it
 * was meant for its own address.
 */
async function run({ with: inputs, job, arrange, host }: RunOptions): Promise<Run> {
  const data = defaultData({ publicKey: appPublicKey })
  OWNERS.forEach((login, index) => addOrganization(data, login, 5000 + index))
  const github = await startGitHub(data, host === undefined ? {} : { host })
  try {
    arrange?.(github)
    const { main, post } = await runAction({
      apiUrl: github.url,
      inputs: { ...credentials, ...inputs },
      ...job?.(github)
    })
    expect(post.exitCode).toBe(0)
    const requests = github.exchanges.map(({ method, path }) => `${method} ${path}`)
    if (job === undefined) {
      const hosts = new Set(github.exchanges.map(({ requestHeaders }) => requestHeaders.host))
      expect([...hosts].filter((each) => each !== new URL(github.url).host)).toEqual([])
    }
    return { main, post, requests }
  } finally {
    await github.close()
  }
}

/** As many owners as GitHub is asked for side by side. */
const OWNERS = Array.from({ length: 10 }, (_, index) => `org-${index}`)

const THERE = '/repositories/101/installation'
const STATUSES = [301, 302, 303, 307, 308]

/** Where an answer may point; `own` is GitHub's address, `other` the host of somebody else. */
const LOCATIONS: readonly (readonly [string, (own: URL, other: string) => string])[] = [
  ['another port', (_, other) => `http://${other}${THERE}`],
  ['another port, over TLS', (_, other) => `https://${other}${THERE}`],
  ['another port, in capitals', (_, other) => `HTTP://${other}${THERE}`],
  ['another name of the same machine', ({ port }) => `http://localhost:${port}${THERE}`],
  ['another address of the same machine', ({ port }) => `http://0.0.0.0:${port}${THERE}`],
  ['the same machine by IPv6', ({ port }) => `http://[::1]:${port}${THERE}`],
  ['the default port', () => `http://127.0.0.1${THERE}`],
  ['another scheme', ({ host }) => `https://${host}${THERE}`],
  ['a scheme without hosts', ({ host }) => `javascript:fetch("http://${host}")`],
  ['a file', () => 'file:///etc/passwd'],
  ['no scheme', (_, other) => `//${other}${THERE}`],
  ['no scheme, more slashes', (_, other) => `////${other}${THERE}`],
  ['no scheme, backslashes', (_, other) => `\\\\${other}${THERE}`],
  ['no scheme, a slash and a backslash', (_, other) => `/\\${other}${THERE}`],
  ['no scheme, a tab between the slashes', (_, other) => `/\t/${other}${THERE}`],
  ['backslashes after the scheme', (_, other) => `http:\\\\${other}${THERE}`],
  ['a tab in the host', (_, other) => `http://${other.replace('0', '0\t')}${THERE}`],
  ['the own host as a user', ({ host }, other) => `http://${host}@${other}${THERE}`],
  ['the own host as a user, with a slash', ({ host }, other) => `http://${host}%2f@${other}/`],
  ['the own host as a password', ({ host }, other) => `http://x:${host}@${other}${THERE}`],
  ['the own host behind a backslash', ({ host }, other) => `http://${other}\\@${host}${THERE}`],
  ['the own host as a fragment', ({ host }, other) => `http://${other}#@${host}${THERE}`],
  ['the own host as a query', ({ host }, other) => `http://${other}?@${host}${THERE}`],
  ['the own host as a subdomain', ({ host }, other) => `http://${host}.${other}${THERE}`],
  ['the other host as a user', ({ host }, other) => `http://${other}@${host}${THERE}`],
  ['the other host as a path', (_, other) => `/.//${other}${THERE}`],
  ['the other host as a relative path', (_, other) => `../../../../${other}${THERE}`],
  ['the other host in the own scheme', (_, other) => `http:${other}${THERE}`],
  ['the other host after a question mark', (_, other) => `?//${other}`],
  ['nothing', () => ''],
  ['no address', () => 'http://['],
  ['no port', () => 'http://127.0.0.1:99999/']
]

type Redirect = (github: EmbeddedGitHub) => Fault

const REDIRECTS: readonly Redirect[] = STATUSES.flatMap((status) =>
  LOCATIONS.map(([, where]) => ({ url }: EmbeddedGitHub): Fault => {
    return { kind: 'redirect', status, location: where(new URL(url), elsewhere.host) }
  })
)

function inGroups<T>(items: readonly T[], size: number): (readonly [number, readonly T[]])[] {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, at) => at * size)
  return starts.map((start) => [start, items.slice(start, start + size)])
}

const ROUTES = {
  repository: 'GET /repos/{owner}/{repo}/installation',
  byId: 'GET /repositories/{repository_id}/installation',
  account: 'GET /users/{username}/installation',
  enterprise: 'GET /enterprises/{enterprise}/installation',
  installation: 'GET /app/installations/{installation_id}',
  app: 'GET /app',
  installations: 'GET /app/installations',
  creation: 'POST /app/installations/{installation_id}/access_tokens',
  user: 'GET /users/{username}',
  reach: 'GET /installation/repositories',
  revoke: 'DELETE /installation/token'
} as const satisfies Record<string, RouteName>

function redirectEach(github: EmbeddedGitHub, route: RouteName, all: readonly Redirect[]): void {
  github.fail(
    route,
    all.map((redirect) => redirect(github))
  )
}

/** Runs a step in which the order of the answers decides which redirect meets which request. */
function raced(options: RunOptions): ReturnType<typeof run> {
  return unrecorded(() => run(options))
}

describe('no redirect leads elsewhere: the statuses to the places', () => {
  // After a creation was refused for its repositories, each of them is looked up, whatever the answers.
  test.each(sample(inGroups(REDIRECTS, 49), 1))('lookups, from %i on', async (_, redirects) => {
    const names = redirects.map((_each, index) => `r${index}`)
    const { main, requests } = await raced({
      with: { owner: 'octo-org', repositories: ['hello', ...names].join() },
      arrange: (github) => {
        const message =
          'There is at least one repository that does not exist or is not accessible to the parent installation.'
        github.fail(ROUTES.creation, { kind: 'status', status: 422, body: { message } })
        github.fail(ROUTES.repository, { kind: 'delay', ms: 0 })
        redirectEach(github, ROUTES.repository, redirects)
      }
    })
    expect(main.exitCode).toBe(1)
    for (const name of names) expect(requests).toContain(`GET /repos/octo-org/${name}/installation`)
  })

  test.each(sample(inGroups(REDIRECTS, OWNERS.length), 2))(
    'creations, from %i on',
    async (_, redirects) => {
      const owners = OWNERS.slice(0, redirects.length)
      const { main, requests } = await raced({
        with: { owner: owners.join() },
        arrange: (github) => {
          redirectEach(github, ROUTES.creation, redirects)
        }
      })
      expect(main.exitCode).toBe(1)
      const posts = requests.filter((request) => request.startsWith('POST'))
      expect(new Set(posts).size).toBe(posts.length)
      expect(posts.length).toBeGreaterThan(0)
      expect(requests.filter((request) => !/^(?:GET \/users|POST \/app)\//.test(request))).toEqual(
        []
      )
    }
  )

  test.each(sample(inGroups(REDIRECTS, OWNERS.length), 2))(
    'revocations, from %i on',
    async (_, redirects) => {
      const owners = OWNERS.slice(0, redirects.length)
      const { main, post, requests } = await raced({
        with: { owner: owners.join() },
        arrange: (github) => {
          redirectEach(github, ROUTES.revoke, redirects)
        }
      })
      expect(main.exitCode).toBe(0)
      const deletions = requests.filter((request) => request.startsWith('DELETE'))
      expect(deletions).toEqual(owners.map(() => 'DELETE /installation/token'))
      expect(requests.slice(-owners.length)).toEqual(deletions)
      expect(post.log.match(/was not revoked: /g)).toHaveLength(owners.length)
    }
  )
})

describe('no redirect leads elsewhere: from every route', () => {
  const reached: Readonly<Record<keyof typeof ROUTES, RunOptions>> = {
    repository: {},
    byId: { with: { repositories: 'hallo' } },
    account: { with: { owner: 'octo-org' } },
    enterprise: { with: { enterprise: 'octo-enterprise' } },
    installation: { with: { 'installation-id': '4242' } },
    app: { with: { owner: 'lonely-org' } },
    installations: { with: { owner: 'lonely-org' } },
    creation: {},
    user: { with: { 'git-identity': 'true' } },
    reach: { with: { owner: 'octo-org', 'git-credentials': 'true' } },
    revoke: {}
  }
  const routes = Object.keys(ROUTES) as (keyof typeof ROUTES)[]

  test.each(
    routes.flatMap((route, at) => {
      const cases = STATUSES.map((status, index) => {
        // Each time another place: all of them come up several times.
        const [place, where] = LOCATIONS[(at * 7 + index * 3) % 24] ?? ['', () => '']
        return [route, status, place, where] as const
      })
      return sample(cases, 1, new Random(SEED + at))
    })
  )('%s: %i to %s', async (route, status, _, where) => {
    let given: Readonly<EmbeddedGitHub> | undefined
    const { main, post } = await run({
      ...reached[route],
      arrange: (github) => {
        given = github
        const location = where(new URL(github.url), elsewhere.host)
        github.fail(ROUTES[route], { kind: 'redirect', status, location }, 9)
      }
    })
    const redirected = given?.exchanges.filter(({ fault }) => fault === 'redirect') ?? []
    expect(redirected).toHaveLength(1)
    const isExplained = ['repository', 'byId', 'account', 'enterprise', 'creation'].includes(route)
    if (isExplained) expect(main.log).toContain('The credentials were not sent there.')
    if (route === 'revoke') expect(post.log).toContain('The credentials were not sent there.')
    expect(main.exitCode).toBe(route === 'revoke' ? 0 : 1)
  })
})

describe('pages are counted, not followed', () => {
  const link = (): Record<string, string> => ({
    link: `<${elsewhere.url}/app/installations?page=2>; rel="next", </${elsewhere.host}>; rel="next"`
  })
  const full = (one: (index: number) => unknown): unknown[] =>
    Array.from({ length: 100 }, (_, index) => one(index))

  test('of installations', async () => {
    const { requests } = await run({
      with: { owner: 'lonely-org' },
      arrange: (github) => {
        const body = full((index) => ({ account: { login: `stranger-${index}` } }))
        github.fail(ROUTES.installations, { kind: 'status', status: 200, body, headers: link() })
      }
    })
    expect(requests.filter((request) => request === 'GET /app/installations')).toHaveLength(2)
  })

  test('of repositories', async () => {
    const { requests } = await run({
      with: { owner: 'octo-org', 'git-credentials': 'true' },
      arrange: (github) => {
        const repositories = full((index) => ({ full_name: `octo-org/r${index}` }))
        const body = { total_count: 101, repositories }
        github.fail(ROUTES.reach, { kind: 'status', status: 200, body, headers: link() })
      }
    })
    expect(requests.filter((request) => request === 'GET /installation/repositories')).toHaveLength(
      2
    )
  })
})

describe('an odd address of the API', () => {
  const fill = (text: string, { port }: EmbeddedGitHub): string =>
    text.replaceAll('PORT', String(port)).replaceAll('OTHER', elsewhere.host)

  const REFUSED = [
    'http://127.0.0.1:PORT@OTHER',
    'http://127.0.0.1:PORT%2f@OTHER',
    'http://OTHER@127.0.0.1:PORT',
    'http://127.0.0.1:PORT#@OTHER',
    'http://127.0.0.1:PORT/#@OTHER/',
    'http://127.0.0.1:PORT?@OTHER',
    'http://127.0.0.1:PORT/?next=http://OTHER',
    '127.0.0.1:PORT',
    '//127.0.0.1:PORT',
    '\\\\127.0.0.1:PORT',
    'ftp://127.0.0.1:PORT',
    'ws://127.0.0.1:PORT',
    'javascript://127.0.0.1:PORT/%0aOTHER',
    'http://127.0.0.1:PORT:1',
    'http://127.0.0.1:PORT,http://OTHER',
    'http://127.0.0.1:PORT http://OTHER',
    'http://127.0.0.1 @OTHER',
    'http://127.0.0.1%00.OTHER',
    'http://',
    'http://[::1'
  ]

  const OWN = [
    'http://127.0.0.1:PORT',
    'http://127.0.0.1:PORT////',
    'HTTP://127.0.0.1:PORT',
    'http:127.0.0.1:PORT',
    'http:\\\\127.0.0.1:PORT',
    'http:///127.0.0.1:PORT',
    'http://2130706433:PORT',
    'http://0x7f.1:PORT',
    'http://127.1:PORT',
    'http://１２７.0.0.1:PORT',
    'http://127.0.0.1:0PORT',
    'http://LOCALHOST:PORT'
  ]

  const OWN_PATH = [
    'http://127.0.0.1:PORT//OTHER',
    'http://127.0.0.1:PORT/..//OTHER',
    'http://127.0.0.1:PORT/@OTHER',
    'http://127.0.0.1:PORT\\@OTHER',
    'http://127.0.0.1:PORT/%2f%2fOTHER',
    'http://127.0.0.1:PORT/\\\\OTHER/',
    'http://127.0.0.1:PORT/;@OTHER',
    'http://127.0.0.1:PORT/http://OTHER',
    'http://127.0.0.1:PORT/%0d%0aHost:%20OTHER'
  ]

  const given: readonly (readonly [string, (url: string) => JobOptions])[] = [
    [
      'github-api-url',
      (url) => ({ inputs: { ...credentials, owner: 'octo-org', 'github-api-url': url } })
    ],
    ['GITHUB_API_URL', (url) => ({ apiUrl: url, env: { GITHUB_API_URL: url } })]
  ]

  describe.each(given)('in %s', (_, job) => {
    const runAt = (text: string): Promise<Run> => run({ job: (github) => job(fill(text, github)) })

    test.each(sample(REFUSED, 5))('is refused: %s', async (text) => {
      const { main, requests } = await runAt(text)
      expect(main.exitCode).toBe(1)
      expect(main.annotations[0]?.message).toMatch(/#api-url-malformed$/)
      expect(requests).toEqual([])
    })

    test.each(sample(OWN, 3))('is taken for what it is: %s', async (text) => {
      const { main, post, requests } = await runAt(text)
      expect(main.exitCode).toBe(0)
      expect(requests).toHaveLength(3)
      expect(bareLog(post)).toMatch(/ revoked$/)
    })

    test.each(sample(OWN_PATH, 3))('never leaves its host: %s', async (text) => {
      const { main, requests } = await runAt(text)
      expect(main.exitCode).toBe(1)
      expect(requests.length).toBeGreaterThan(0)
    })
  })

  test('the address of the web pages is not asked for anything', async () => {
    const { main, requests } = await run({
      with: { owner: 'octo-org', 'git-credentials': 'true', 'git-identity': 'true' },
      job: ({ url }) => ({
        apiUrl: url,
        serverUrl: elsewhere.url,
        inputs: { ...credentials, 'git-credentials': 'true', 'git-identity': 'true' }
      })
    })
    expect(main.exitCode).toBe(0)
    expect(requests).toContain('DELETE /installation/token')
  })

  test('post goes to the saved one, wherever everything else points by then', async () => {
    const github = await startGitHub(defaultData({ publicKey: appPublicKey }))
    try {
      const { post } = await runAction({ apiUrl: github.url, inputs: credentials }, (_, job) => {
        const { url } = elsewhere
        const state = { apiUrl: url, keepToken: false, tokens: [{ token: 'x', subject: 'x' }] }
        job.exportVariable('STATE_github-app-token', JSON.stringify(state))
        job.exportVariable('STATE_apiUrl', url)
        job.exportVariable('INPUT_GITHUB-API-URL', url)
        job.exportVariable('GITHUB_API_URL', url)
      })
      expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
      expect(github.liveTokens()).toEqual([])
    } finally {
      await github.close()
    }
  })
})

describe('a name that would change the host or the path', () => {
  // Plain ones, such as `..`, are in inputs.test.ts.
  const hostile = (host: string): string[] => [
    ...[`@${host}`, `//${host}`, 'http://elsewhere.test', `\\\\${host}`, `${host}#`],
    ...['..%2f..', '%2e%2e', 'octo-org%0d%0aHost: x', 'octo-org\r\nHost: x', '℀']
  ]

  test.each(['owner', 'repositories', 'enterprise', 'repository-ids', 'installation-id'])(
    'in %s is refused',
    async (input) => {
      const values = hostile(elsewhere.host)
      const runs = await Promise.all(
        values.map((value, index) =>
          recordAs(String(index), () => run({ with: { [input]: value } }))
        )
      )
      const outcomes = runs.map(({ main, requests }) => [main.exitCode, ...requests])
      expect(outcomes).toEqual(values.map(() => [1]))
    }
  )

  test.each(hostile('OTHER'))(
    'in the repository of the run stays in its place: %s',
    async (text) => {
      const name = text.replace('OTHER', elsewhere.host)
      const { main, requests } = await run({
        job: ({ url }) => ({ apiUrl: url, inputs: credentials, env: { GITHUB_REPOSITORY: name } })
      })
      expect(main.exitCode).toBe(1)
      const path =
        /^GET \/(?:repos|users)\/[^/]+(?:\/[^/]+)?\/installation$|^GET \/app(?:\/installations)?$/
      expect(requests.filter((request) => !path.test(request))).toEqual([])
    }
  )

  test.each([
    ['app_slug', '../../elsewhere'],
    ['app_slug', '//OTHER'],
    ['app_slug', '@OTHER/'],
    ['id', '4242/../../..//OTHER'],
    ['id', '@OTHER'],
    ['html_url', 'http://OTHER'],
    ['access_tokens_url', 'http://OTHER/app/installations/4242/access_tokens'],
    ['repositories_url', 'http://OTHER/installation/repositories']
  ])('in an answer leads nowhere: %s is %s', async (field, text) => {
    const value = text.replace('OTHER', elsewhere.host)
    const { requests } = await run({
      with: { 'git-identity': 'true' },
      arrange: (github) => {
        const edit = (body: Record<string, unknown>): unknown => ({ ...body, [field]: value })
        github.fail(ROUTES.repository, { kind: 'edit', edit })
      }
    })
    const known =
      /^(?:GET \/repos\/octo-org\/hello\/installation|POST \/app\/installations\/4242\/access_tokens|GET \/users\/octo-bot%5Bbot%5D|DELETE \/installation\/token)$/
    expect(requests.filter((request) => !known.test(request))).toEqual([])
  })
})
