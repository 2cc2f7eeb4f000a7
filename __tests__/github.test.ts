/** The embedded GitHub: its words, its rules, its failures, and its likeness to GitHub's description. */
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { Fault } from '../local/github/faults'
import { checkExchange } from '../local/github/openapi-check'
import { startGitHub, type EmbeddedGitHub, type GitHubOptions } from '../local/github/server'
import { defaultData, installationOn, type GitHubData } from '../local/github/github-data'

const NOW = Date.parse('2026-11-21T13:03:11Z')
const SECONDS = NOW / 1000
const HOUR = 3_600_000
const CREATION = 'POST /app/installations/{installation_id}/access_tokens'
const CREATION_PATH = '/app/installations/4242/access_tokens'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly json: Record<string, unknown>
}

interface Sent {
  readonly credential?: string
  readonly scheme?: string
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

let data: GitHubData
let github: EmbeddedGitHub

async function restart(options: GitHubOptions = {}): Promise<void> {
  await github.close()
  github = await startGitHub(data, options)
}

beforeEach(async () => {
  data = defaultData({ publicKey, now: () => NOW })
  github = await startGitHub(data)
})

afterEach(async () => {
  await github.close()
  expect(github.exchanges.flatMap(checkExchange)).toEqual([])
})

afterAll(() => {
  agent.destroy()
})

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** Seconds since 1970, by the embedded GitHub's clock. */
const CLAIMS = { iss: '12345', iat: SECONDS - 60, exp: SECONDS + 540 }

function jwt(claims: object = {}, key: KeyObject = privateKey, header: object = {}): string {
  const signed = `${encode({ alg: 'RS256', typ: 'JWT', ...header })}.${encode({ ...CLAIMS, ...claims })}`
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}

function send(method: string, path: string, sent: Sent = {}): Promise<Reply> {
  const { credential, scheme = 'Bearer', body } = sent
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
  const headers: Record<string, string> = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    'user-agent': 'github-test',
    ...(credential === undefined ? {} : { authorization: `${scheme} ${credential}` }),
    ...(text === null ? {} : { 'content-type': 'application/json' }),
    ...sent.headers
  }
  return new Promise((resolve, reject) => {
    const request = httpRequest(github.url + path, { method, headers, agent }, (response) => {
      let received = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (received += chunk))
      response.on('error', reject)
      response.on('end', () => {
        const type = response.headers['content-type'] ?? ''
        const json = type.startsWith('application/json') ? (JSON.parse(received) as object) : {}
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: received,
          json: json as Record<string, unknown>
        })
      })
    })
    request.on('error', reject)
    request.end(text ?? undefined)
  })
}

function asApp(path: string): Promise<Reply> {
  return send('GET', path, { credential: jwt() })
}

function createToken(body?: unknown, path = CREATION_PATH): Promise<Reply> {
  return send('POST', path, { credential: jwt(), body })
}

async function createdToken(body?: unknown): Promise<string> {
  const { status, json } = await createToken(body)
  expect(status).toBe(201)
  return String(json['token'])
}

describe('the JWT', () => {
  const ISSUED_AT =
    "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"
  const EXPIRATION =
    "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"
  const UNDECODABLE = 'A JSON web token could not be decoded'

  function hmacJwt(): string {
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(CLAIMS)}`
    return `${signed}.${createHmac('sha256', 'secret').update(signed).digest('base64url')}`
  }

  test.each<[string, () => string, number, string]>([
    ['a stranger’s key', () => jwt({}, stranger.privateKey), 401, UNDECODABLE],
    ['a changed signature', () => `${jwt().slice(0, -8)}AAAAAAAA`, 401, UNDECODABLE],
    ['no signature', () => jwt().replace(/[^.]+$/, ''), 401, UNDECODABLE],
    ['another algorithm', hmacJwt, 401, UNDECODABLE],
    ['no algorithm', () => jwt({}, privateKey, { alg: 'none' }), 401, UNDECODABLE],
    ['no JWT at all', () => 'hello', 401, UNDECODABLE],
    ['an unknown number', () => jwt({ iss: 999 }), 404, 'Integration not found'],
    ['an unknown client ID', () => jwt({ iss: 'Iv1.0123abcd' }), 404, 'Integration not found'],
    [
      'a malformed id',
      () => jwt({ iss: '12345x' }),
      401,
      "'Issuer' claim ('iss') must be an Integer"
    ],
    ['no issuer', () => jwt({ iss: undefined }), 401, "'Issuer' claim ('iss') must be an Integer"],
    ['issued in the future', () => jwt({ iat: SECONDS + 1 }), 401, ISSUED_AT],
    ['issued at a text', () => jwt({ iat: 'now' }), 401, ISSUED_AT],
    ['expired', () => jwt({ iat: SECONDS - 700, exp: SECONDS }), 401, EXPIRATION],
    ['never expiring', () => jwt({ exp: undefined }), 401, EXPIRATION],
    [
      'expiring too late',
      () => jwt({ exp: SECONDS + 601 }),
      401,
      "'Expiration time' claim ('exp') is too far in the future"
    ]
  ])('with %s is refused', async (_what, credential, status, message) => {
    const reply = await send('GET', '/app', { credential: credential() })
    expect(reply.status).toBe(status)
    expect(reply.json).toEqual({
      message,
      documentation_url: 'https://docs.github.com/rest',
      status: String(status)
    })
  })

  test('is accepted with the number, as a text too, and with the client ID', async () => {
    for (const iss of [12345, '12345', data.app.clientId]) {
      const reply = await send('GET', '/app', { credential: jwt({ iss, exp: SECONDS + 600 }) })
      expect(reply.json).toMatchObject({ id: 12345, slug: 'octo-bot' })
    }
    expect(github.complaints).toEqual([])
  })

  test('may name the App by its number only, on hosts that know nothing else', async () => {
    data.issuers = 'number'
    const reply = await send('GET', '/app', { credential: jwt({ iss: data.app.clientId }) })
    expect(reply.json['message']).toBe("'Issuer' claim ('iss') must be an Integer")
  })

  test('is accepted when any of the App’s keys signed it', async () => {
    data.app.publicKeys.push(stranger.publicKey)
    const credential = jwt({}, stranger.privateKey)
    expect((await send('GET', '/app', { credential })).status).toBe(200)
  })

  test('needs a key at GitHub', async () => {
    data.app.publicKeys = []
    const reply = await asApp('/app')
    expect(reply.status).toBe(401)
    expect(reply.json['message']).toBe('Integration must generate a public key')
  })

  test('is checked by GitHub’s clock, which the answer’s Date tells', async () => {
    data.now = () => NOW - HOUR
    const reply = await asApp('/app')
    expect(reply.json['message']).toBe(ISSUED_AT)
    expect(Date.parse(reply.headers.date ?? '')).toBe(NOW - HOUR)
  })

  test('must be sent as Bearer', async () => {
    const reply = await send('GET', '/app', { credential: jwt(), scheme: 'token' })
    expect(reply.json['message']).toBe(UNDECODABLE)
    expect(github.complaints).toHaveLength(1)
  })
})

describe('finding an installation', () => {
  test.each([
    ['/repos/octo-org/hello/installation', 4242],
    ['/repos/OCTO-org/Hello/installation', 4242],
    ['/orgs/octo-org/installation', 4242],
    ['/users/octo-org/installation', 4242],
    ['/users/Mona/installation', 4243],
    ['/repos/mona/dotfiles/installation', 4243],
    ['/enterprises/octo-enterprise/installation', 4244],
    ['/users/sleepy-org/installation', 4245],
    ['/app/installations/4242', 4242],
    ['/repositories/101/installation', 4242]
  ])('%s', async (path, id) => {
    const reply = await asApp(path)
    expect(reply.status).toBe(200)
    expect(reply.json).toMatchObject({ id, app_slug: 'octo-bot' })
    expect(github.complaints).toEqual([])
  })

  test.each([
    '/repos/octo-org/nope/installation',
    '/repos/octo-org/secret-plans/installation',
    '/repos/lonely-org/island/installation',
    '/users/lonely-org/installation',
    '/users/nobody/installation',
    '/users/octo-enterprise/installation',
    '/orgs/mona/installation',
    '/enterprises/octo-org/installation',
    '/app/installations/1',
    '/repositories/103/installation'
  ])('%s does not exist', async (path) => {
    const reply = await asApp(path)
    expect(reply.status).toBe(404)
    expect(reply.json['message']).toBe('Not Found')
  })

  test('a renamed repository is redirected to its id', async () => {
    const reply = await asApp('/repos/octo-org/hallo/installation')
    expect(reply.status).toBe(301)
    expect(reply.headers.location).toBe(`${github.url}/repositories/101/installation`)
  })

  test('shows who suspended it, an enterprise’s slug, and the page to change it', async () => {
    const suspended = await asApp('/users/sleepy-org/installation')
    expect(suspended.json['suspended_at']).toBe('2026-01-02T03:04:05Z')
    const enterprise = await asApp('/enterprises/octo-enterprise/installation')
    expect(enterprise.json['account']).toMatchObject({ slug: 'octo-enterprise' })
    expect(enterprise.json['account']).not.toHaveProperty('login')
    expect((await asApp('/app/installations/4242')).json['html_url']).toBe(
      'https://github.com/organizations/octo-org/settings/installations/4242'
    )
  })

  test('an account may be null', async () => {
    installationOn(data, 'octo-org').account = null
    expect((await asApp('/app/installations/4242')).json['account']).toBeNull()
  })

  test('the list comes in pages', async () => {
    const ids: unknown[] = []
    let path: string | undefined = '/app/installations?per_page=3'
    while (path !== undefined) {
      const reply: Reply = await asApp(path)
      ids.push(...(reply.json as unknown as { id: number }[]).map(({ id }) => id))
      const next = /<([^>]+)>; rel="next"/.exec(String(reply.headers['link'] ?? ''))?.[1]
      path = next?.slice(github.url.length)
    }
    expect(ids).toEqual([4242, 4243, 4244, 4245])
    expect(github.exchanges).toHaveLength(2)
    expect(github.exchanges[1]?.query).toEqual({ per_page: '3', page: '2' })
  })
})

describe('creating a token', () => {
  test('grants everything where nothing, or an empty list, is asked for', async () => {
    for (const body of [undefined, {}, { repositories: [], repository_ids: [], permissions: {} }]) {
      const { status, json } = await createToken(body)
      expect(status).toBe(201)
      expect(json['permissions']).toEqual(installationOn(data, 'octo-org').permissions)
      expect(json['repository_selection']).toBe('selected')
      expect(json).not.toHaveProperty('repositories')
      expect(json['expires_at']).toBe('2026-11-21T14:03:11Z')
    }
    expect(github.complaints).toEqual([])
  })

  test('grants what was asked for, and always metadata: read', async () => {
    const permissions = { contents: 'read', pull_requests: 'write' }
    const { json } = await createToken({ repositories: ['HELLO'], permissions })
    expect(json['permissions']).toEqual({ ...permissions, metadata: 'read' })
    expect(json['repositories']).toMatchObject([{ id: 101, full_name: 'octo-org/hello' }])
    const byId = await createToken({ repository_ids: [102], repositories: ['lib'] })
    expect(byId.json['repositories']).toMatchObject([{ id: 102, name: 'lib' }])
  })

  test('an installation on all repositories says so, unless some are named', async () => {
    const path = '/app/installations/4243/access_tokens'
    expect((await createToken({}, path)).json['repository_selection']).toBe('all')
    const named = await createToken({ repositories: ['blog'] }, path)
    expect(named.json['repository_selection']).toBe('selected')
  })

  const NOT_GRANTED = 'The permissions requested are not granted to this installation.'
  const NO_REPOSITORY =
    'There is at least one repository that does not exist or is not accessible to the parent installation.'
  const tooMany = Array.from({ length: 501 }, (_, index) => `repository-${index}`)

  test.each<[string, unknown, number, string]>([
    ['a permission never granted', { permissions: { secrets: 'read' } }, 422, NOT_GRANTED],
    ['a level above', { permissions: { actions: 'write' } }, 422, NOT_GRANTED],
    ['an unknown permission', { permissions: { telepathy: 'read' } }, 422, NOT_GRANTED],
    ['an unknown repository', { repositories: ['hello', 'nope'] }, 422, NO_REPOSITORY],
    ['one not selected', { repositories: ['secret-plans'] }, 422, NO_REPOSITORY],
    ['one of another owner', { repositories: ['octo-org/hello'] }, 422, NO_REPOSITORY],
    ['an unknown repository id', { repository_ids: [201] }, 422, NO_REPOSITORY],
    ['too many repositories', { repositories: tooMany }, 422, 'More than 500 repositories']
  ])('refuses %s', async (_what, body, status, message) => {
    const reply = await createToken(body)
    expect(reply.status).toBe(status)
    expect(reply.json).toMatchObject({ message, status: String(status) })
    expect(github.tokens()).toEqual([])
  })

  test('refuses a suspended installation and an unknown one', async () => {
    const suspended = await createToken({}, '/app/installations/4245/access_tokens')
    expect(suspended.status).toBe(403)
    expect(suspended.json['message']).toBe('This installation has been suspended')
    expect((await createToken({}, '/app/installations/1/access_tokens')).status).toBe(404)
  })

  test('refuses a token that would be too complex, and says what is possible', async () => {
    data.scopeLimit = 20
    expect((await createToken({ permissions: { issues: 'write' } })).status).toBe(201)
    const reply = await createToken()
    expect(reply.status).toBe(422)
    expect(reply.json['message']).toMatch(/at most 1 repositories/)
  })

  test('gives classic and stateless tokens', async () => {
    expect(await createdToken()).toMatch(/^ghs_[A-Za-z0-9]{36}$/)
    data.tokenFormat = 'stateless'
    const token = await createdToken()
    expect(token).toMatch(/^ghs_12345_[^.]+\.[^.]+\.[^.]+$/)
    expect(token).toMatch(/^ghs_[A-Za-z0-9._-]+$/)
    expect(token).toContain('-')
    expect(token.length).toBeGreaterThan(480)
    expect(token.length).toBeLessThan(560)
    const forced = await send('POST', CREATION_PATH, {
      credential: jwt(),
      headers: { 'x-github-stateless-s2s-token': 'disabled' }
    })
    expect(String(forced.json['token'])).toHaveLength(40)
  })

  test('shares one connection with the lookup, and the record shows it', async () => {
    await asApp('/repos/octo-org/hello/installation')
    await createToken({ repositories: ['hello'] })
    const [lookup, created] = github.exchanges
    expect(lookup?.connection).toBe(created?.connection)
    expect(created).toMatchObject({
      route: CREATION,
      path: CREATION_PATH,
      requestBody: { repositories: ['hello'] },
      status: 201,
      fault: null
    })
  })
})

describe('using and revoking a token', () => {
  test('it reaches its repositories until it is revoked, and then nothing', async () => {
    const credential = await createdToken({ repositories: ['hello'] })
    const used = await send('GET', '/installation/repositories', { credential, scheme: 'token' })
    expect(used.json).toMatchObject({
      total_count: 1,
      repositories: [{ full_name: 'octo-org/hello' }]
    })
    expect(github.liveTokens().map(({ value }) => value)).toEqual([credential])

    const revoked = await send('DELETE', '/installation/token', { credential })
    expect([revoked.status, revoked.text]).toEqual([204, ''])
    expect(github.liveTokens()).toEqual([])
    expect(github.tokens()[0]?.revokedAt).toBe('2026-11-21T13:03:11Z')

    for (const [method, path] of [
      ['DELETE', '/installation/token'],
      ['GET', '/installation/repositories']
    ] as const) {
      const reply = await send(method, path, { credential })
      expect(reply.status).toBe(401)
      expect(reply.json['message']).toBe('Bad credentials')
    }
    expect(github.complaints).toEqual([])
  })

  test('it expires after an hour by GitHub’s clock', async () => {
    const credential = await createdToken()
    data.now = () => NOW + HOUR - 1
    expect((await send('GET', '/installation/repositories', { credential })).status).toBe(200)
    data.now = () => NOW + HOUR
    expect((await send('GET', '/installation/repositories', { credential })).status).toBe(401)
    expect(github.liveTokens()).toEqual([])
  })

  test('users, the bot among them, and repositories', async () => {
    const bot = await send('GET', '/users/octo-bot%5Bbot%5D')
    expect(bot.json).toMatchObject({ login: 'octo-bot[bot]', id: 987654, type: 'Bot' })
    expect((await send('GET', '/users/mona')).json['type']).toBe('User')
    expect((await send('GET', '/users/nobody')).status).toBe(404)
    expect((await send('GET', '/repos/octo-org/hello')).json['id']).toBe(101)
    expect((await send('GET', '/repos/octo-org/hallo')).status).toBe(301)
    expect((await send('GET', '/repositories/101')).status).toBe(200)
    expect((await send('GET', '/repos/octo-org/lib')).status).toBe(404)
    const credential = await createdToken()
    expect((await send('GET', '/repos/octo-org/lib', { credential })).json['private']).toBe(true)
    expect(github.complaints).toEqual([])
  })
})

describe('the protocol', () => {
  test('complains about what a client should not do', async () => {
    await send('GET', '/users/mona', { headers: { accept: '*/*', 'x-github-api-version': '' } })
    await send('GET', '/installation/repositories', { credential: jwt() })
    await send('GET', '/app', { credential: await createdToken() })
    await createToken('{"repositories"')
    await createToken('[]')
    await createToken({ repository: 'hello' })
    expect(github.complaints).toEqual([
      'GET /users/mona: accept is */*, not application/vnd.github+json',
      'GET /users/mona: x-github-api-version is , not 2022-11-28',
      'GET /installation/repositories: a JWT was sent instead of a token',
      'GET /app: a token was sent instead of the JWT of the App',
      `POST ${CREATION_PATH}: the body is not a JSON object`,
      `POST ${CREATION_PATH}: the body is not a JSON object`,
      `POST ${CREATION_PATH}: the body has an unknown field repository`
    ])
    const statuses = github.exchanges.map(({ status }) => status)
    expect(statuses).toEqual([200, 401, 201, 401, 400, 400, 201])
    // These bodies are wrong by GitHub's description too.
    const malformed = github.exchanges.filter(({ status }) => status === 400)
    expect(malformed.map((each) => checkExchange(each).length > 0)).toEqual([true, true])
    await restart()
  })

  test('refuses a client that does not name itself', async () => {
    const reply = await send('GET', '/users/mona', { headers: { 'user-agent': '' } })
    expect(reply.status).toBe(403)
    expect(reply.text).toMatch(/^Request forbidden by administrative rules\. Please make sure/)
  })

  test('serves under a prefix only', async () => {
    await restart({ prefix: '/api/v3' })
    expect(github.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v3$/)
    const reply = await asApp('/repos/octo-org/hallo/installation')
    expect(reply.headers.location).toBe(`${github.url}/repositories/101/installation`)
    const outside = await fetch(`http://127.0.0.1:${github.port}/app`)
    expect(outside.status).toBe(404)
    expect(github.complaints).toContain('GET /app: no such route')
    await restart()
  })

  test('every answer has GitHub’s headers', async () => {
    const { headers } = await asApp('/app')
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(headers['x-github-request-id']).toMatch(/^[0-9A-F:]+$/)
    expect(headers['x-ratelimit-limit']).toBe('5000')
    expect(headers['x-ratelimit-remaining']).toBe('4999')
    expect(headers['x-ratelimit-reset']).toBe(String(SECONDS + 3600))
  })
})

describe('faults', () => {
  function outcome(reply: Promise<Reply>): Promise<number | string> {
    return reply.then(
      ({ status }) => status,
      () => 'lost'
    )
  }

  test('are used up in order, each for its own route', async () => {
    const status: Fault = { kind: 'status', status: 503, headers: { 'Retry-After': '1' } }
    github.fail(CREATION, [status, { kind: 'reset' }], 2)
    expect((await asApp('/app')).status).toBe(200)
    const outcomes = []
    for (let time = 0; time < 5; time++) outcomes.push(await outcome(createToken()))
    expect(outcomes).toEqual([503, 'lost', 503, 'lost', 201])
    expect(github.tokens()).toHaveLength(1)
    expect(github.exchanges.map(({ fault }) => fault)).toEqual([
      ...[null, 'status', 'reset', 'status', 'reset', null]
    ])
    expect(github.exchanges[1]?.responseHeaders['retry-after']).toBe('1')
    expect(github.exchanges[2]?.status).toBeNull()
  })

  test.each<Fault['kind']>(['status', 'reset', 'cut', 'hang'])(
    '%s takes effect only when told to',
    async (kind) => {
      const fault = (after: boolean): Fault =>
        kind === 'status'
          ? { kind, status: 502, after }
          : { kind: kind as 'reset' | 'cut' | 'hang', after }
      for (const after of [false, true]) {
        github.fail(CREATION, fault(after))
        const reply = outcome(createToken())
        if (kind === 'hang') {
          while (github.exchanges.length === 0) await new Promise(setImmediate)
          await github.close()
        }
        expect(await reply).toBe(kind === 'status' ? 502 : 'lost')
        expect(github.tokens()).toHaveLength(after ? 1 : 0)
        await restart()
      }
    }
  )

  test('html, redirect, delay and edit', async () => {
    github.fail('GET /app', [
      { kind: 'html', status: 502 },
      { kind: 'redirect', status: 302, location: 'http://127.0.0.1:1/app' },
      { kind: 'delay', ms: 1 },
      { kind: 'edit', edit: (body) => ({ ...body, slug: 'edited' }) },
      { kind: 'status', status: 429, body: { message: 'You have exceeded a secondary rate limit' } }
    ])
    const html = await asApp('/app')
    expect([html.status, html.headers['content-type']]).toEqual([502, 'text/html; charset=utf-8'])
    expect(html.text).toMatch(/^<!DOCTYPE html>/)
    const redirect = await asApp('/app')
    expect([redirect.status, redirect.headers.location]).toEqual([302, 'http://127.0.0.1:1/app'])
    expect((await asApp('/app')).json['slug']).toBe('octo-bot')
    expect((await asApp('/app')).json['slug']).toBe('edited')
    expect((await asApp('/app')).json['message']).toMatch(/secondary rate limit/)
    expect((await asApp('/app')).status).toBe(200)
  })

  test('need a route that exists', () => {
    expect(() => {
      github.fail('GET /nope' as 'GET /app', { kind: 'reset' })
    }).toThrow('no route GET /nope')
  })
})

describe('the check against GitHub’s description', () => {
  const exchange = {
    method: 'POST',
    route: CREATION,
    path: CREATION_PATH,
    query: {},
    requestBody: { permissions: { contents: 'read' } },
    fault: null,
    status: 201,
    responseBody: { token: 'ghs_x', expires_at: '2026-11-21T14:03:11Z' }
  }

  test.each<[object, RegExp]>([
    [{ route: null }, /not a route/],
    [{ route: 'GET /zen' }, /not a route/],
    [{ query: { dry: 'true' } }, /query: must NOT have additional properties/],
    [{ requestBody: { repositories: 'hello' } }, /request body\/repositories: must be array/],
    [
      { requestBody: { permissions: { contents: 'maintain' } } },
      /contents: must be equal to one of/
    ],
    [{ requestBody: [] }, /request body: must be object/],
    [{ status: 200 }, /status 200 is not documented/],
    [{ status: null }, /no response/],
    [{ responseBody: { token: 'ghs_x' } }, /must have required property 'expires_at'/],
    [{ responseBody: null }, /response 201: must be object/],
    [{ status: 404, responseBody: 'Not Found' }, /response 404: must be object/],
    [
      { route: 'DELETE /installation/token', status: 204, requestBody: null },
      /response 204: has a body/
    ],
    [{ route: 'GET /app', status: 200, responseBody: {} }, /request body: this route takes none/],
    [
      { fault: 'html', requestBody: { repository_ids: ['1'] } },
      /repository_ids\/0: must be integer/
    ]
  ])('finds %j', (wrong, violation) => {
    expect(checkExchange({ ...exchange, ...wrong }).join('\n')).toMatch(violation)
  })

  test('lets conforming exchanges and injected faults pass', () => {
    expect(checkExchange(exchange)).toEqual([])
    expect(checkExchange({ ...exchange, fault: 'html', status: 502, responseBody: '<' })).toEqual(
      []
    )
    expect(checkExchange({ ...exchange, status: 503, responseBody: { message: '' } })).toEqual([])
  })

  test('understands nullable, beside a reference too', async () => {
    await asApp('/app/installations/4242')
    const [recorded] = github.exchanges
    const body = recorded?.responseBody as Record<string, unknown>
    for (const [suspendedBy, violations] of [[null, 0] as const, [7, 1] as const]) {
      const responseBody = { ...body, suspended_by: suspendedBy }
      const found = recorded && checkExchange({ ...recorded, responseBody })
      expect(found).toHaveLength(violations)
    }
  })
})
