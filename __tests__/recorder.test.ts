import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { checkPrimeSync, createPublicKey, createSign, createVerify } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../local/runner'
import { compareRecords } from '../scripts/compare-records'
import { inParallel } from './support/search'
import { Normaliser } from './support/normalise'
import { fileNameOf, recordAs, Recorder, unrecorded } from './support/recorder'
import { appKey, scenario, type ScenarioOptions } from './support/scenario'
import { seededRsaKey } from './support/keys'
import { SideBySide } from './support/side-by-side'

const token = (letter: string): string => `ghs_${letter.repeat(36)}`
const JWT = 'eyJhbGciOiJSUzI1NiJ9AAAA.eyJpc3MiOiJJdjIzIn0AAAAA.c2lnbmF0dXJlIG9mIHRoZSBqd3Q'
const FINGERPRINT = `SHA256:${'Ab1'.repeat(14)}C=`
const LONG = 'x'.repeat(100_000)
const seconds = Math.floor(Date.now() / 1000)

describe('what differs from run to run is replaced', () => {
  const known = {
    keys: [LONG, '-----BEGIN K-----\nMIIEabcd\nxyz90123==\n-----END K-----\n'],
    folders: new Map([
      ['/tmp/actions-runner-Ab12Cd', '<job 1>'],
      ['/srv/repository', '<repository>']
    ])
  }

  test.each([
    ['a token', `x ${token('A')}.`.replace('.', ' y'), 'x <token 1> y'],
    ['a stateless token', `ghs_12345_${JWT}`, '<token 1>'],
    ['a JWT', `Bearer ${JWT}`, 'Bearer <JWT>'],
    [
      "git's header",
      `Basic ${Buffer.from(`x-access-token:${token('B')}`).toString('base64')}`,
      'Basic <base64 of <token 1>>'
    ],
    ['a UUID', 'git-0b1eb290-3d14-49dc-8c0f-5e48dccfad94.x', 'git-<UUID 1>.x'],
    [
      'a delimiter',
      'a<<ghadelimiter_0b1eb290-3d14-49dc-8c0f-5e48dccfad94',
      'a<<ghadelimiter_<UUID 1>'
    ],
    ['a fingerprint', `key ${FINGERPRINT}`, 'key <fingerprint 1>'],
    ['a request id', '(request 8C1A:2F41:1B2C3D:4E5F60:00000002)', '(request <request id 1>)'],
    ['a port', 'http://127.0.0.1:43210/api', 'http://127.0.0.1:<port 1>/api'],
    ['the port of a made-up host', 'api.test:43210', 'api.test:<port 1>'],
    ['the port of an odd host', 'http://0x7f.1:043210/', 'http://0x7f.1:0<port 1>/'],
    ['a process id', '(node:12345) Warning', '(node:<pid>) Warning'],
    ['the thread of an error', '802CC5200D7F0000:error:0A00010B', '<thread>:error:0A00010B'],
    ['a folder of a job', '/tmp/actions-runner-Ab12Cd/_temp/x', '<job 1>/_temp/x'],
    ['the repository', '/srv/repository/dist', '<repository>/dist'],
    ['another temporary folder', '/tmp/keys-Xy12Zw/key.pem', '<folder 1>/key.pem'],
    ['a time', 'at 2026-11-21T14:03:11Z', 'at <time>'],
    ['a time of HTTP', 'Sat, 21 Nov 2026 14:03:11 GMT', '<time>'],
    ['a time of day', 'Expires at 14:03 UTC', 'Expires at <clock>'],
    ['seconds since 1970', `reset ${seconds}`, 'reset <time>'],
    ['how far a clock is off', '91 seconds ahead', '<skew> seconds ahead'],
    ['a duration', 'in 12 ms', 'in <duration>'],
    [
      'a stack',
      'Error: x\n    at f (/a/b.js:1:2)\n    at g (/a/c.js:3:4)\nend',
      'Error: x\n<stack>\nend'
    ],
    [
      'the start of an encrypted key',
      'DEK-Info: AES-256-CBC,C9A6B26F',
      'DEK-Info: AES-256-CBC,<IV>'
    ],
    ['a chunk', 'dist/main/123.index.js', 'dist/main/<chunk>'],
    ['the lines of a key', 'MIIEabcd xyz90123==', '<key text 1> <key text 2>'],
    ['a text that is far too long for a key', LONG, LONG],
    ['a masked piece of a key', '::add-mask::Ab3Ab3Ab3Ab3Ab3Ab3', '::add-mask::<key text 1>'],
    ['random base64', 'x Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3+ y', 'x <key text 1> y']
  ])('%s', (_, text, expected) => {
    expect(new Normaliser(known).text(text)).toBe(expected)
  })

  test.each([
    ['an installation', '/app/installations/4242/access_tokens'],
    ['a number of long ago', 'run 1658821493'],
    ['a wait', 'Waiting 2 seconds'],
    ['a long name', 'skip-token-revoke-and-other-words-in-a-name'],
    ['a version', 'x-github-api-version 2022-11-28']
  ])('and nothing else: %s', (_, text) => {
    expect(new Normaliser(known).text(text)).toBe(text)
  })

  test('equal values have equal numbers, in names of fields too', () => {
    const [a, b] = [token('A'), token('B')]
    expect(new Normaliser(known).value({ list: [b, a, b], [a]: 1, none: null })).toEqual({
      list: ['<token 1>', '<token 2>', '<token 1>'],
      '<token 2>': 1,
      none: null
    })
  })
})

describe('what happens side by side is sorted', () => {
  const request = (name: string, authorization = '') => ({
    request: name,
    headers: { authorization },
    status: 200
  })
  const lookUp = (owner: string, installation: string) => ({
    ...request(`GET /users/${owner}/installation`),
    installation
  })
  const create = (id: string, value: string) => ({
    ...request(`POST /app/installations/${id}/access_tokens`),
    token: value
  })
  const [a, b] = [token('A'), token('B')]
  const state = (...tokens: string[]): string =>
    `"tokens":[${tokens.map((value) => `{"token":"${value}"}`).join()}]`

  test('requests, masks and the state', () => {
    const runInParallel = new SideBySide()
    const sorted = runInParallel.sort({
      requests: [lookUp('mona', '43'), create('43', b), lookUp('octo-org', '42'), create('42', a)],
      stdout: [`::add-mask::${b}`, `::add-mask::${a}`, 'Token for mona'],
      log: ['Token for mona'],
      state: [state(), state(b), state(b, a)].join('\n')
    })
    expect(sorted).toEqual({
      requests: [lookUp('octo-org', '42'), create('42', a), lookUp('mona', '43'), create('43', b)],
      stdout: [`::add-mask::${a}`, `::add-mask::${b}`, 'Token for mona'],
      log: ['Token for mona'],
      state: ['"tokens":[…]', '"tokens":[…]', state(a, b)].join('\n')
    })
    const revoke = (value: string) => request('DELETE /installation/token', `Bearer ${value}`)
    const post = runInParallel.sort({
      requests: [revoke(b), revoke(a)],
      stdout: ['Token for mona revoked', 'Token for b revoked'],
      log: [],
      state: ''
    })
    expect(post.requests).toEqual([revoke(a), revoke(b)])
    expect(post.stdout).toEqual(['Token for b revoked', 'Token for mona revoked'])
  })

  test('what is looked up after a refusal', () => {
    const refused = { ...create('42', a), status: 422 }
    const listed = (path: string): string => `GET http://127.0.0.1${path} -> 200 OK`
    const sorted = new SideBySide().sort({
      requests: [lookUp('x', '42'), refused, lookUp('c', '42'), lookUp('b', '42')],
      stdout: ['::group::Requests', listed('/c'), listed('/b'), 'end'],
      log: [],
      state: ''
    })
    expect(sorted.requests).toEqual([
      lookUp('x', '42'),
      refused,
      lookUp('b', '42'),
      lookUp('c', '42')
    ])
    expect(sorted.stdout).toEqual(['::group::Requests', listed('/b'), listed('/c'), 'end'])
  })

  test('the lookup by id and the request for the token beside it', () => {
    const lookUpById = request('GET /app/installations/42')
    const listed = (path: string): string => `http://127.0.0.1/app/installations/${path} -> 200 OK`
    const sorted = new SideBySide().sort({
      requests: [create('42', a), lookUpById],
      stdout: ['::group::Requests', `POST ${listed('42/access_tokens')}`, `GET ${listed('42')}`],
      log: [],
      state: ''
    })
    expect(sorted.requests).toEqual([lookUpById, create('42', a)])
    expect(sorted.stdout.at(1)).toBe(`GET ${listed('42')}`)
  })

  test('a step that has one owner stays as it was', () => {
    const step = {
      requests: [
        { ...request('GET /users/octo-org/installation'), status: 301 },
        lookUp('new-org', '42'),
        create('42', a)
      ],
      stdout: ['b', `::add-mask::${a}`, 'a'],
      log: [],
      state: [state(), state(a)].join('\n')
    }
    expect(new SideBySide().sort(step)).toEqual(step)
  })
})

/** Records what `work` does. */
async function record(work: () => Promise<unknown>): Promise<Map<string, string>> {
  const recorder = new Recorder(() => 'a test')
  recorder.start()
  try {
    await work()
  } finally {
    recorder.stop()
  }
  return recorder.records()
}

describe('recording', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'records-'))
  })
  afterEach(() => {
    removeFolder(folder)
  })

  async function recordTo(name: string, options: ScenarioOptions): Promise<string> {
    const target = join(folder, name)
    mkdirSync(join(target, 'some'), { recursive: true })
    for (const [test, text] of await record(() => scenario(options))) {
      writeFileSync(join(target, 'some', fileNameOf(test)), text)
    }
    return target
  }

  test('a scenario twice is the same twice, and a planted difference is seen', async () => {
    const options = {
      with: { owner: 'octo-org, mona', 'git-identity': 'true' }
    }
    const first = await recordTo('first', options)
    expect(compareRecords(first, await recordTo('second', options))).toEqual([])

    const planted = {
      with: { ...options.with, 'permission-contents': 'read' }
    }
    const [difference, ...others] = compareRecords(first, await recordTo('planted', planted))
    expect(others).toEqual([])
    expect(difference).toMatchObject({ name: 'a test', kind: 'changed' })
    expect(difference?.diff).toMatch(/^-.*"body": "\{\}"/m)
    expect(difference?.diff).toMatch(/^\+.*"body": "\{\\"permissions\\"/m)
  })

  test('a record that is missing is a difference', async () => {
    const first = await recordTo('first', {})
    const second = join(folder, 'second')
    mkdirSync(second)
    expect(compareRecords(first, second)).toMatchObject([{ kind: 'only in the first' }])
    expect(compareRecords(second, first)).toMatchObject([{ kind: 'only in the second' }])
  })

  test('a record holds everything that a step does, and no secret', async () => {
    const records = await record(() => scenario({ with: { repositories: 'lib' } }))
    const text = records.get('a test') ?? ''
    const { events } = JSON.parse(text) as {
      events: Record<string, unknown>[]
    }
    expect(events.map(({ step, exitCode }) => [step, exitCode])).toEqual([
      ['main', 0],
      ['post', 0]
    ])
    expect(events[0]).toMatchObject({
      requests: [
        { request: 'GET /repos/octo-org/lib/installation', status: 200 },
        {
          request: 'POST /app/installations/4242/access_tokens',
          token: '<token 1>'
        }
      ],
      output: expect.arrayContaining(['<token 1>', '["octo-org/lib"]']) as unknown,
      stdout: expect.arrayContaining(['::add-mask::<token 1>']) as unknown
    })
    for (const line of appKey.split('\n').slice(1, -2)) expect(text).not.toContain(line)
    expect(text).not.toMatch(/gh[a-z]_\w{16}|eyJ/)
  })

  test('what runs side by side is kept apart, or left out', async () => {
    const records = await record(() =>
      inParallel(['octo-org', 'mona', 'left out'], 3, async (owner) => {
        const work = (): Promise<unknown> =>
          scenario({ with: { owner: owner.replace('left out', 'mona') } })
        await (owner === 'left out' ? unrecorded(work) : recordAs(owner, work))
      })
    )
    expect([...records.keys()].toSorted()).toEqual(['a test » mona', 'a test » octo-org'])
    for (const [name, text] of records) {
      const lookUps = [...text.matchAll(/GET \/users\/([\w-]+)\/installation/g)]
      expect(lookUps.map(([, owner]) => `a test » ${owner ?? ''}`)).toEqual([name])
    }
  })
})

describe('a key from a seed', () => {
  test.each([1024, 2048])('is a key of %i bits that signs, and the same each time', (bits) => {
    const key = seededRsaKey('x', bits)
    expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: bits })
    const signature = createSign('sha256').update('text').sign(key)
    expect(createVerify('sha256').update('text').verify(createPublicKey(key), signature)).toBe(true)
    const text = (seed: string): string =>
      seededRsaKey(seed, bits).export({ type: 'pkcs1', format: 'pem' }).toString()
    expect(text('x')).toBe(key.export({ type: 'pkcs1', format: 'pem' }).toString())
    expect(text('y')).not.toBe(text('x'))
  })

  test("the App's key, whose primes are not searched, has primes", () => {
    const { p = '', q = '' } = seededRsaKey('app').export({ format: 'jwk' })
    const isPrime = (part: string): boolean => checkPrimeSync(Buffer.from(part, 'base64url'))
    expect([p, q].map(isPrime)).toEqual([true, true])
  })
})
