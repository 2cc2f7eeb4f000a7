import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { findLeaks, Job, leaksIn, type Secret, type StepOptions } from '../local/runner'
import { searchedTexts, type StepTraces } from '../local/runner/step-report'
import { StepLog } from '../local/runner/step-log'
import { Masker } from '../local/runner/masker'
import { secretsGiven } from '../local/runner/known-secrets'
import { LOOKUP } from './support/explained'
import { checkSteps, expectLeaks, foreignTitles } from './support/leak-check'
import { FOREIGN_PARTS } from './support/titles'
import { scenario } from './support/scenario'
import { makeRsaKey, seededBytes } from './support/keys'
import { isWindows } from './support/system'

const key = makeRsaKey()
const part = (bytes: number): string => seededBytes(`part ${bytes}`, bytes).toString('base64url')
const json = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const JWT = `${json({ alg: 'RS256', typ: 'JWT' })}.${json({ iss: part(9) })}.${part(64)}`
const TOKEN = `ghs_${seededBytes('token', 18).toString('hex')}`
const STATELESS = `ghs_12345_${json({ alg: 'RS256', typ: 'JWT', kid: 's2s' })}.${json({ jti: part(16) })}.${part(63)}`
const PASSWORD = 'p@ss:w/ord"<1>'

type Kind = Secret['kind']

const SECRETS: readonly Secret[] = [
  { kind: 'private key', value: key.pkcs1 },
  { kind: 'JWT', value: JWT },
  { kind: 'token', value: TOKEN },
  { kind: 'fallback token', value: STATELESS },
  { kind: 'proxy password', value: PASSWORD },
  { kind: 'workflow secret', value: `one line\n${part(20)}\nanother` }
]

const base64 = (text: string, skip = 0): string =>
  Buffer.from(text).subarray(skip).toString('base64')
const xml = (text: string): string =>
  text.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** The part of a secret that nothing else has in common with it. */
const core = (text: string): string => text.split(/[.\n]/).toSorted(byLength)[0] ?? ''
const byLength = (one: string, other: string): number => other.length - one.length

/** Ways in which a secret may show. */
const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  'the whole': (secret) => secret,
  'in base64': (secret) => base64(secret),
  'in base64, one byte on': (secret) => base64(secret, 1),
  'in base64, two bytes on': (secret) => base64(secret, 2),
  'in JSON': (secret) => JSON.stringify({ secret }),
  'in a URI': (secret) => encodeURIComponent(secret),
  'in XML': xml,
  'in hex': (secret) => Buffer.from(secret).toString('hex'),
  'one line or part': core,
  'one line or part, in base64': (secret) => base64(core(secret)),
  '16 characters, or a short one as a whole': (secret) =>
    secret.length < 32 ? secret : core(secret).slice(3, 19)
}

/** A step that leaves nothing. */
const nothing = (log = new StepLog(new Masker())): StepTraces => ({
  stage: 'main',
  exitCode: 1,
  log,
  output: '',
  state: '',
  environment: '',
  path: '',
  summary: '',
  files: []
})

function logOf(...lines: string[]): StepLog {
  const log = new StepLog(new Masker())
  lines.forEach((line) => {
    log.write(line)
  })
  return log
}

/** A text as the value of a command's property. */
function property(text: string): string {
  return text.replace(
    /[%\r\n:,]/g,
    (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
  )
}

/** The data of a command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\n', '%0A')
}

/** Places where a secret may show. */
const PLACES: Readonly<Record<string, (text: string) => StepTraces>> = {
  'the log': (text) => nothing(logOf(...text.split('\n'))),
  'debug lines': (text) => nothing(logOf(`::debug::${data(text)}`)),
  annotations: (text) => nothing(logOf(`::notice::${data(text)}`)),
  'properties of annotations': (text) => nothing(logOf(`::error title=${property(text)}::x`)),
  'the summary': (text) => ({ ...nothing(), summary: text }),
  'the environment file': (text) => ({ ...nothing(), environment: text }),
  'the path file': (text) => ({ ...nothing(), path: text }),
  'the outputs': (text) => ({ ...nothing(), output: text }),
  'the state': (text) => ({ ...nothing(), stage: 'post', state: text }),
  'the file left': (text) => ({ ...nothing(), files: [{ path: 'left', mode: 0o600, text }] })
}

function foundIn(traces: StepTraces, secrets: readonly Secret[] = SECRETS): string[] {
  const evidence = { secrets, texts: searchedTexts(traces), publicTexts: [], titles: [] }
  return leaksIn([evidence], []).map(({ secret, place }) => `${secret} in ${place}`)
}

describe.each(Object.entries(PLACES))('%s', (place, leave) => {
  test.each(
    SECRETS.flatMap(({ kind, value }) =>
      Object.entries(FORMS).map(([form, encode]) => [kind, form, encode(value)] as const)
    )
  )('%s, %s', (kind, _, text) => {
    const traces = leave(`before ${text} after`)
    expect(foundIn(traces)).toContain(`${kind} in ${traces.stage}: ${place}`)
  })

  test('nothing, in ordinary text', () => {
    const text = 'App octo-bot, key SHA256:abc, -----BEGIN RSA PRIVATE KEY-----, p@ss, another'
    expect(foundIn(leave(text))).toEqual([])
  })
})

describe('a private key', () => {
  const { d, p, q, dp, dq, qi } = createPrivateKey(key.pkcs1).export({ format: 'jwk' })
  const numbers = Object.entries({ d, p, q, dp, dq, qi })
  const forms = (['pkcs1', 'pkcs8'] as const).flatMap((type) => {
    const der = key.privateKey.export({ type, format: 'der' })
    return [0, 1, 2].flatMap((skip) => [
      [`${type}, base64 from byte ${skip}`, der.subarray(skip).toString('base64')],
      [`${type}, base64url from byte ${skip}`, der.subarray(skip).toString('base64url')]
    ])
  })

  test.each([...forms, ...numbers.map(([name, value]) => [`the number ${name}`, value ?? ''])])(
    '%s',
    (_, text = '') => {
      const middle = text.slice(Math.floor(text.length / 2)).slice(0, 16)
      for (const shapes of [
        key.pkcs1,
        key.pkcs8,
        key.pkcs1.replaceAll('\n', '\\n'),
        base64(key.pkcs1)
      ]) {
        const secrets = [{ kind: 'private key', value: shapes }] as const
        expect(findLeaks(secrets, [{ name: 'x', text: `(${middle})` }])).toHaveLength(1)
      }
    }
  )

  test('its public half is no secret', () => {
    const fingerprint = { name: 'x', text: `key ${key.fingerprint}` }
    expect(findLeaks([{ kind: 'private key', value: key.pkcs1 }], [fingerprint])).toEqual([])
  })
})

describe('what counts as seen', () => {
  const secret: Secret = { kind: 'token', value: TOKEN }
  const seen = (text: string, publicTexts: readonly string[] = [], value = TOKEN): boolean =>
    findLeaks([{ kind: 'token', value }], [{ name: 'x', text }], publicTexts).length > 0

  test.each(Array.from({ length: 17 }, (_, shift) => [shift]))(
    '16 characters at any place: %i',
    (shift) => {
      const before = '-'.repeat(shift)
      expect(seen(`${before}${TOKEN.slice(5, 21)}-`)).toBe(true)
      expect(seen(`${before}${TOKEN.slice(5, 20)}-`)).toBe(false)
    }
  )

  test('a text that is public gives nothing away, what is around it does', () => {
    const value = `known to everybody${TOKEN}`
    expect(seen('known to everybody', [], value)).toBe(true)
    expect(seen('known to everybody', ['known to everybody'], value)).toBe(false)
    expect(seen(TOKEN.slice(4, 20), ['known to everybody'], value)).toBe(true)
    expect(seen('known to everybody', ['known to everybody'], `to everybody\n${TOKEN}`)).toBe(false)
  })

  test('a run of few different characters only as a whole', () => {
    const value = 'x'.repeat(40)
    expect(seen('x'.repeat(39), [], value)).toBe(false)
    expect(seen(`-${value}-`, [], value)).toBe(true)
  })

  test('a place that a secret belongs to', () => {
    const text = `token=${TOKEN}`
    expect(findLeaks([secret], [{ name: 'x', text, allows: ['token'] }])).toEqual([])
    expect(findLeaks([secret], [{ name: 'x', text, allows: ['JWT'] }])).toHaveLength(1)
  })

  test('the report does not hold the secret', () => {
    const found = findLeaks(SECRETS, [
      { name: 'x', text: SECRETS.map(({ value }) => value).join() }
    ])
    expect(found.map((leak) => leak.secret).toSorted()).toEqual(
      SECRETS.map(({ kind }) => kind).toSorted()
    )
    expect(found.map((leak) => Object.keys(leak).join())).toEqual(SECRETS.map(() => 'secret,place'))
  })
})

describe('secrets that a step is given', () => {
  const given = (more: Partial<Parameters<typeof secretsGiven>[0]>): [Kind, string][] =>
    secretsGiven({ inputs: {}, env: {}, workflowSecrets: [], ...more }).map(({ kind, value }) => [
      kind,
      value
    ])
  const pem = key.pkcs1.trim()

  test.each<[string, Parameters<typeof given>[0], [Kind, string][]]>([
    ['a key', { inputs: { 'private-key': ` ${pem}\n` } }, [['private key', pem]]],
    ['a key in another input', { inputs: { 'client-id': pem } }, [['private key', pem]]],
    ['base64 of one', { inputs: { owner: base64(pem) } }, [['private key', base64(pem)]]],
    ['a word in place of a key', { inputs: { 'private-key': 'octo' } }, []],
    ['an expression', { inputs: { 'private-key': '${{ secrets.APP_PRIVATE_KEY }}' } }, []],
    ['a fallback', { inputs: { 'fallback-token': TOKEN } }, [['fallback token', TOKEN]]],
    [
      'a proxy',
      { env: { HTTPS_PROXY: 'http://mona:p%40ss@proxy:1' } },
      ['p%40ss', 'mona:p%40ss', 'p@ss', 'mona:p@ss'].map((text) => ['proxy password', text])
    ],
    ['a JWT in another input', { inputs: { owner: JWT } }, [['JWT', JWT]]],
    [
      'a JWT with Bearer, and its parts but the header',
      { inputs: { jwt: `Bearer ${JWT}` } },
      [JWT, `Bearer ${JWT}`, ...JWT.split('.').slice(1)].map((text) => ['JWT', text])
    ],
    ['a word in place of a JWT', { inputs: { jwt: 'Iv23liEXAMPLEoctobot' } }, []],
    ['a proxy without a password', { env: { http_proxy: 'http://mona@proxy:1' } }, []],
    ['a saved token', { env: { STATE_a: `{"token":"${TOKEN}"}` } }, [['token', TOKEN]]],
    ['a secret', { workflowSecrets: ['hunter2000'] }, [['workflow secret', 'hunter2000']]]
  ])('%s', (_, input, expected) => {
    expect(given(input)).toEqual(expected)
  })
})

describe('a step that leaks', () => {
  let server: Server

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.end(JSON.stringify({ token: TOKEN }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })

  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })

  /** A request with the JWT, whose answer is the token: nothing else tells the detector of these. */
  async function createToken(): Promise<void> {
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/app/installations/1/access_tokens`
    const headers = { authorization: `Bearer ${JWT}`, connection: 'close' }
    await (await fetch(url, { method: 'POST', headers })).text()
  }

  type Plant = readonly (readonly [place: string, text?: string])[]

  const planted = (plant: Plant): StepOptions => ({ env: { LEAKS: JSON.stringify(plant) } })

  async function run(main: Plant, post: Plant = []): Promise<void> {
    await createToken()
    const job = new Job({
      script: join(__dirname, 'support', 'leaking-step.cjs'),
      inputs: { 'private-key': key.pkcs1, 'fallback-token': STATELESS },
      secrets: ['hunter2000'],
      ...{ env: { HTTP_PROXY: `http://mona:${encodeURIComponent(PASSWORD)}@127.0.0.1:9` } }
    })
    try {
      await job.main(planted(main))
      await job.post(planted(post))
    } finally {
      job.close()
    }
  }

  const BODY = key.pkcs1.split('\n')[3] ?? ''

  test.each<[string, string, string]>([
    ['token in main: the log', 'stdout', TOKEN],
    ['JWT in main: the log', 'stderr', JWT],
    ['private key in main: the log', 'stdout', BODY],
    ['fallback token in main: the log', 'group', STATELESS],
    ['proxy password in main: the log', 'stdout', PASSWORD],
    ['token in main: debug lines', 'debug', TOKEN],
    ['token in main: properties of annotations', 'title', TOKEN],
    ['JWT in main: properties of annotations', 'property', JWT],
    ['workflow secret in main: properties of annotations', 'title', 'hunter2000'],
    ['token in main: the summary', 'summary', TOKEN],
    ['token in main: the environment file', 'environment', TOKEN],
    ['token in main: the path file', 'path', TOKEN],
    ['JWT in main: the outputs', 'output', JWT],
    ['private key in main: the outputs', 'output', BODY],
    ['JWT in main: the outputs', 'old output', JWT],
    ['JWT in main: the state', 'state', JWT],
    ['fallback token in main: the state', 'state', STATELESS]
  ])('%s, by %s', async (expected, place, text) => {
    await run([[place, text]])
    expectLeaks('planted', [expected])
  })

  test.each<[string, string, string]>([
    ['temp', TOKEN, 'token in STAGE: the file _temp/left'],
    [
      'beside the command files',
      TOKEN,
      'token in STAGE: the file _temp/_runner_file_commands/save_state_1.left'
    ],
    ['home', JWT, 'JWT in STAGE: the file home/.left'],
    ['workspace', BODY, 'private key in STAGE: the file workspace/left'],
    ['name of a file', TOKEN, `token in STAGE: the file _temp/${TOKEN}`],
    ['open git file', TOKEN, 'token in STAGE: the file _temp/git-credentials-UUID.gitconfig']
  ])('in a file that stays after post: %s', async (place, text, expected) => {
    await run([[place, text]])
    // Windows has no modes, so that there the file looks as it should.
    const isSound = isWindows && place === 'open git file'
    const stages = isSound ? ['post'] : ['main', 'post']
    expectLeaks(
      'planted',
      stages.map((stage) => expected.replace('STAGE', stage))
    )
  })

  test('in an annotation', async () => {
    await run([['notice', TOKEN]])
    expectLeaks('planted', ['token in main: annotations', 'token in main: the log'])
  })

  test.each([['output'], ['git file']])('in %s of a step that fails', async (place) => {
    await run([[place, TOKEN], ['fail']], place === 'git file' ? [['remove the git file']] : [])
    expectLeaks('planted', [
      expect.stringMatching(/^token in main: the (?:outputs|file )/) as string
    ])
  })

  test('in post', async () => {
    await run(
      [],
      [
        ['output', TOKEN],
        ['state', TOKEN],
        ['stdout', TOKEN]
      ]
    )
    const where = ['the log', 'the outputs', 'the state']
    expectLeaks(
      'planted',
      where.map((place) => `token in post: ${place}`)
    )
  })

  test('in the file for git, when post has not removed it', async () => {
    await run([['git file', TOKEN]])
    expectLeaks('planted', ['token in post: the file _temp/git-credentials-UUID.gitconfig'])
  })

  test('before it is masked, or in a piece or form that no mask hides', async () => {
    await run([
      ['stdout', TOKEN],
      ['mask', TOKEN]
    ])
    expectLeaks('planted', ['token in main: the log'])
    for (const text of [TOKEN.slice(0, 16), Buffer.from(TOKEN).toString('hex')]) {
      await run([
        ['mask', TOKEN],
        ['stdout', text]
      ])
      expectLeaks('planted', ['token in main: the log'])
    }
  })

  test('while it runs, when the job is closed', async () => {
    await createToken()
    const script = join(__dirname, 'support', 'leaking-step.cjs')
    const job = new Job({ script, ...planted([['stdout', TOKEN], ['hang']]) })
    const { process: step } = job.startMain()
    expect(await step.until(() => step.output !== '')).toBe(true)
    job.close()
    expectLeaks('planted', ['token in main: the log'])
  })

  test('fails a test that does not expect it', async () => {
    await run([['stdout', TOKEN]])
    expect(checkSteps).toThrow('A secret leaked:\ntoken in main: the log')
  })

  test('nothing, where each secret is only where it belongs', async () => {
    await run(
      [
        ['mask', key.pkcs1],
        ...[JWT, TOKEN, STATELESS, PASSWORD].map((text) => ['mask', text] as const),
        ...[key.pkcs1, JWT, TOKEN, STATELESS, 'hunter2000'].map(
          (text) => ['stdout', text] as const
        ),
        ['stdout', base64(TOKEN)],
        ['notice', TOKEN],
        ['debug', JSON.stringify({ JWT })],
        ['state', TOKEN],
        ['output', TOKEN],
        ['output', STATELESS],
        ['git file', TOKEN]
      ],
      [['stdout', TOKEN], ['remove the git file']]
    )
    expectLeaks('nothing leaks', [])
  })

  test('nothing, in what somebody else has put beside it', async () => {
    const { main, post } = await scenario({
      between: ({ outputs }, job) => {
        const write = planted([['temp', outputs['token'] ?? '']])
        const script = join(__dirname, 'support', 'leaking-step.cjs')
        execFileSync(process.execPath, [script], {
          env: { ...process.env, ...write.env, RUNNER_TEMP: job.folders.temp }
        })
      }
    })
    expect([main.exitCode, post.exitCode]).toEqual([0, 0])
  })
})

test('a credential is hidden before it is first sent, by main and by post', async () => {
  const { main, post, transcript } = await scenario({
    nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'check-masks.cjs')]
  })
  expect([main.exitCode, post.exitCode]).toEqual([0, 0])
  expect(transcript).toHaveLength(3)
})

test.each([0, 1, 2])('an answer that repeats part %i of the JWT does not show it', async (part) => {
  const { main } = await scenario({
    isOffDescription: true,
    arrange: (github) => {
      const body = {
        // Read when it is sent, when the JWT is known.
        get message() {
          const sent = github.exchanges.at(-1)?.requestHeaders.authorization ?? ''
          return `Bad ${sent.split('.')[part]?.replace('Bearer ', '') ?? ''}`
        }
      }
      github.fail(LOOKUP, { kind: 'status', status: 400, body })
    }
  })
  expect(main.log).toContain('GitHub refused the request with 400: "Bad ***"')
})

describe('titles of annotations, which the runner does not mask', () => {
  test('the code puts nothing into one but names of inputs and variables, and numbers', () => {
    expect(FOREIGN_PARTS).toEqual([])
  })

  test.each([
    ['The App is not installed on this account', true],
    ['private-key is cut short', true],
    ['5 inputs need correcting', true],
    ['GitHub answered 422', true],
    ['octo-bot is not installed on octo-org', false],
    ['The App is not installed on octo-org', false],
    ['hunter2 is cut short', false],
    ['GitHub answered Not Found', false]
  ])('%s: %s', (title, isFixed) => {
    expect(foreignTitles([{ titles: ['', title] }])).toEqual(isFixed ? [] : [title])
  })
})
