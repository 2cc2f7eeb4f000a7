import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { Fault } from '../local/github/faults'
import { addOrganization } from '../local/github/github-data'
import { leaks, removeFolder } from '../local/runner'
import { readPage } from '../scripts/markdown'
import { readAppJwt } from '../src/config/app-jwt'
import { readPrivateKey } from '../src/config/private-key/read'
import { explain, explainProblems } from '../src/explain/explain'
import type { Explanation } from '../src/explain/explanation'
import { renderAnnotation } from '../src/explain/render'
import { RefusedError } from '../src/http/errors'
import { readReply } from '../src/http/reply'
import type { Parsed } from '../src/parsed'
import { secretKindIn } from '../src/secret-text'
import { CLIENT_ID, makeJwt, signed, type JwtChanges } from './support/app-jwt'
import { explained, fingerprint, CREATION, LOOKUP } from './support/explained'
import { hasGit } from './support/git-server'
import { makeRsaKey, wrapped } from './support/keys'
import { appKey, scenario, type ScenarioOptions } from './support/scenario'
import { findProgram, isWindows } from './support/system'

const LOOKED_UP = 'GET /repos/octo-org/hello/installation'
const CREATED = 'POST /app/installations/4242/access_tokens'
const NAME = 'the JWT from the input jwt'

/** The inputs of a step that has only a JWT. */
function withJwt(
  jwt: string,
  more: Readonly<Record<string, string>> = {}
): Readonly<Record<string, string>> {
  return { 'client-id': '', 'private-key': '', jwt, ...more }
}

/** The parts of a JWT that are not the same in others. */
function secretParts(jwt: string): string[] {
  return jwt.split('.').slice(1)
}

describe('a step with a JWT that was made elsewhere', () => {
  test('creates a token without an id and without a key', async () => {
    const jwt = makeJwt()
    const { main, post, transcript } = await scenario({ with: withJwt(jwt) })
    expect(main.exitCode).toBe(0)
    expect(transcript).toEqual([
      `${LOOKED_UP} 200`,
      `${CREATED} 201`,
      'DELETE /installation/token 204'
    ])
    expect(main.log).toContain('App octo-bot, installation 4242, JWT from the input jwt\n')
    expect(main.log).not.toContain('SHA256:')
    expect(main.outputs['token-source']).toBe('app')
    expect(main.annotations).toEqual([])
    for (const part of [jwt, ...secretParts(jwt)]) expect(main.masks).toContain(part)
    expect(leaks(main.log + post.log, jwt)).toBe(false)
  })

  test('creates tokens for several owners with the same JWT', async () => {
    const jwt = makeJwt()
    const { main, github } = await scenario({ with: withJwt(jwt, { owner: 'octo-org, mona' }) })
    expect(main.exitCode).toBe(0)
    expect(Object.keys(JSON.parse(main.outputs['tokens'] ?? '') as object)).toEqual([
      'octo-org',
      'mona'
    ])
    expect(github.exchanges.filter(({ method }) => method !== 'DELETE')).toHaveLength(4)
  })

  test.each([
    ['client-id', CLIENT_ID, CLIENT_ID],
    ['app-id', '12345', 12345],
    ['client-id', '12345', '12345']
  ])('takes an id that is the iss: %s %s', async (input, id, iss) => {
    const { main } = await scenario({
      with: withJwt(makeJwt({ claims: { iss } }), { [input]: id })
    })
    expect(main.exitCode).toBe(0)
  })

  test.each([
    ['quotes', (jwt: string) => `"${jwt}"`],
    ['line ends', (jwt: string) => `\r\n${wrapped(jwt, 76)}\n`],
    ['Bearer', (jwt: string) => `Bearer ${jwt}`],
    ['the header of a request, in quotes', (jwt: string) => `'Authorization: Bearer ${jwt}'`],
    ['base64', (jwt: string) => Buffer.from(jwt).toString('base64')],
    ['a copy', (jwt: string) => `${jwt}\n${jwt}`]
  ])('removes %s', async (_, wrap) => {
    const jwt = makeJwt()
    const { main } = await scenario({ with: withJwt(wrap(jwt)) })
    expect(main.exitCode).toBe(0)
    for (const part of [jwt, ...secretParts(jwt)]) expect(main.masks).toContain(part)
  })

  test('leaves the environment of the process, and no state, file or output', async () => {
    const jwt = makeJwt()
    const { main, post } = await scenario({
      with: withJwt(jwt, { 'git-credentials': String(hasGit) }),
      nodeArguments: ['--require', join(__dirname, 'support/preload/report-environment.cjs')]
    })
    expect(main.stdout).toContain('left in the environment: ')
    expect(/^left in the environment: (.*)$/m.exec(main.stdout)?.[1]).not.toContain('INPUT_JWT')
    expect(leaks(JSON.stringify([main.state, main.outputs, main.exported]), jwt)).toBe(false)
    expect(post.log).toContain('Token for octo-org/hello revoked')
  })

  test('masks the JWT before anything else is said', async () => {
    const jwt = makeJwt({ claims: { exp: 1 } })
    const { run } = await explained({ with: withJwt(jwt, { owner: '-' }) })
    const lines = run.main.stdout.split('\n')
    const masks = lines.findLastIndex((line) => line.startsWith('::add-mask::'))
    expect(masks).toBeLessThan(lines.findIndex((line) => line.startsWith('::error')))
    for (const part of [jwt, ...secretParts(jwt)]) expect(run.main.masks).toContain(part)
  })
})

describe('exactly one key', () => {
  test.each([
    [{ 'private-key': appKey, jwt: 'x' }, 'private-key and jwt are both set.'],
    [{ 'private-key-file': '/x', jwt: 'x' }, 'private-key-file and jwt are both set.'],
    [
      { 'private-key': appKey, 'private-key-file': '/x', jwt: 'x' },
      'private-key, private-key-file and jwt are all set.'
    ]
  ])('%#', async (inputs, text) => {
    const { title, lines, code, run } = await explained({
      with: { 'client-id': '', 'private-key': '', ...inputs }
    })
    expect(title).toBe('More than one key is set')
    expect(lines[0]).toBe(`${text} Nothing was sent to GitHub.`)
    expect(code).toBe('key-twice')
    expect(run.transcript).toEqual([])
  })

  test('both are masked, even if neither is used', async () => {
    const jwt = makeJwt()
    const { run } = await explained({ with: { jwt } })
    expect(run.main.masks).toEqual(expect.arrayContaining([jwt, appKey.split('\n')[1]]))
  })

  test('an empty jwt is explained like an empty key', async () => {
    const { title, lines, code } = await explained({
      with: withJwt('', { 'client-id': CLIENT_ID })
    })
    expect(title).toBe('private-key is empty')
    expect(lines.at(-1)).toBe(
      '  5. do you use `jwt` instead? Then a step of the same job must set it as an output'
    )
    expect(code).toBe('private-key-empty')
  })

  test('an empty jwt and no id: both are named', async () => {
    const { lines } = await explained({ with: withJwt('') })
    expect(lines[0]).toBe('2 inputs need correcting. Nothing was sent to GitHub.')
    expect(lines.join('\n')).toContain('5. do you use `jwt` instead?')
  })

  test.each([
    ['an empty one uses the fallback token', '', 0],
    ['one that is set does not', makeJwt({ key: makeRsaKey().privateKey }), 1]
  ])('in a run from a fork, %s', async (_, jwt, exitCode) => {
    const fork = { pull_request: { head: { repo: { full_name: 'mona/hello' } } } }
    const { main } = await scenario({
      ...{ eventName: 'pull_request', event: fork },
      with: withJwt(jwt, { 'fallback-token': 'ghs_TheTokenOfTheJobItselfWhichTheRunnerMade' })
    })
    expect(main.exitCode).toBe(exitCode)
    expect(main.outputs['token-source']).toBe(exitCode === 0 ? 'fallback' : undefined)
  })
})

describe('an id that is not the iss', () => {
  test.each([
    [
      'client-id',
      'Iv23liOTHER',
      `client-id is Iv23liOTHER, but the JWT in jwt is for the App ${CLIENT_ID} (its iss).`
    ],
    [
      'app-id',
      '12345',
      `app-id is 12345, but the JWT in jwt is for the App ${CLIENT_ID} (its iss).`
    ]
  ])('%s', async (input, id, text) => {
    const { title, lines, code, run } = await explained({
      with: withJwt(makeJwt(), { [input]: id })
    })
    expect(title).toBe(`${input} is not the App of the JWT`)
    expect(lines[0]).toBe(`${text} Nothing was sent to GitHub.`)
    expect(lines[1]).toContain(`Fix: remove \`${input}\``)
    expect(code).toBe('jwt-other-app')
    expect(run.transcript).toEqual([])
  })

  test('is reported beside a JWT that cannot be read, if it is malformed itself', async () => {
    const { lines } = await explained({ with: withJwt('x', { 'client-id': 'a b' }) })
    expect(lines[0]).toBe('2 inputs need correcting. Nothing was sent to GitHub.')
  })
})

describe('a JWT in another input', () => {
  test.each(['private-key', 'private-key-file'])('%s names jwt', async (input) => {
    const jwt = makeJwt()
    const { lines, run } = await explained({ with: { 'private-key': '', [input]: jwt } })
    expect(lines.join('\n')).toMatch(/in (?:only in )?`jwt`/)
    expect(run.transcript).toEqual([])
    expect(run.main.masks).toContain(jwt)
  })

  test.each([
    ['Bearer', (jwt: string) => `Bearer ${jwt}`],
    ['lines', (jwt: string) => wrapped(jwt, 76)]
  ])('private-key, with %s', (_, wrap) => {
    const { lines, code } = message(readPrivateKey(wrap(makeJwt()), 'private-key').result)
    expect(lines[0]).toMatch(/^private-key looks like a JSON web token, not like a private key/)
    expect(lines[1]).toContain("if the App's key signed it, set it in `jwt`")
    expect(code).toBe('private-key-not-a-key')
  })

  test.each(['owner', 'repositories', 'permissions', 'permission-contents', 'github-api-url'])(
    '%s',
    async (input) => {
      const jwt = makeJwt()
      const { lines, code } = await explained({ with: { [input]: jwt } })
      expect(lines).toEqual([
        `${input} contains a JSON web token. It is not shown here. Nothing was sent to GitHub.`,
        `Fix: set a JWT of the App only in \`jwt\`, and correct \`${input}\`.`
      ])
      expect(code).toBe('key-in-wrong-input')
    }
  )

  test('a token of an installation that contains a JWT is a token', () => {
    expect(secretKindIn(makeJwt())).toBe('jwt')
    expect(secretKindIn(`ghs_12345_${makeJwt()}`)).toBe('token')
  })

  test.each(['client-id', 'app-id'])('%s', async (input) => {
    const { lines, code } = await explained({ with: { 'client-id': '', [input]: makeJwt() } })
    expect(lines[0]).toContain(`${input} contains a JSON web token, not the App's id.`)
    expect(lines[1]).toMatch(/Set the JWT in `jwt`\.$/)
    expect(code).toBe('app-id-malformed')
  })
})

describe('a JWT that GitHub refuses', () => {
  test('because of its signature', async () => {
    const jwt = makeJwt({ key: makeRsaKey().privateKey })
    const { title, lines, code, details, run } = await explained({ with: withJwt(jwt) })
    expect(title).toBe('No key of this App signed the JWT')
    expect(lines.slice(0, 2)).toEqual([
      'GitHub refused the JWT of jwt: "A JSON web token could not be decoded".',
      `Either the key that signed it does not belong to the App with iss ${CLIENT_ID}, or it was deleted, or the JWT was changed after it was signed.`
    ])
    expect(code).toBe('jwt-refused')
    expect(details.at(-1)).toBe(`iss ${CLIENT_ID}; JWT from the input jwt; API API`)
    expect(run.main.log).not.toContain(fingerprint)
  })

  test.each([
    ['which is unknown', { claims: { iss: '99999' } }, 'app-unknown', 'the App with iss 99999'],
    ['of an App without a key', {}, 'key-none-registered', `the App with iss ${CLIENT_ID}`]
  ] as const)('because of its iss, %s', async (_, changes: JwtChanges, expected, id) => {
    const { lines, code } = await explained({
      with: withJwt(makeJwt(changes)),
      data: ({ app }) => {
        if (expected === 'key-none-registered') app.publicKeys = []
      }
    })
    expect(code).toBe(expected)
    expect(lines[0]?.toLowerCase()).toContain(id.toLowerCase())
    expect(lines[0]).toContain(NAME)
  })

  const MINUTE = 60_000

  test('because of its times, and the answer does not tell GitHub’s time', async () => {
    const body = { message: "'Issued at' claim ('iat') must be an Integer" }
    const { title, lines, code } = await explained({
      with: withJwt(makeJwt()),
      arrange: (github) => {
        github.fail(LOOKUP, { kind: 'status', status: 401, body, headers: { date: 'yesterday' } })
      }
    })
    expect(title).toBe('GitHub refused the times of the JWT')
    expect(lines[1]).toMatch(/\(exp\)\. GitHub's answer does not contain its time\.$/)
    expect(code).toBe('jwt-clock')
  })

  test('because it ended while the machine slept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leaping-clock-'))
    const leap = join(folder, 'leap')
    try {
      const { title, lines, code } = await explained({
        with: withJwt(makeJwt()),
        nodeArguments: ['--require', join(__dirname, 'support/preload/leaping-clock.cjs')],
        env: { LEAP_FILE: leap },
        arrange: ({ data }) => {
          data.now = () => {
            writeFileSync(leap, '')
            return Date.now() + 60 * MINUTE
          }
        }
      })
      expect(title).toBe('The JWT ended while the step ran')
      expect(lines.at(-1)).toMatch(/^Fix: make the JWT in the step before this one, with 9 minutes/)
      expect(code).toBe('jwt-clock')
    } finally {
      removeFolder(folder)
    }
  })

  test.each([
    ['is behind', -5 * MINUTE, "'Issued at' claim ('iat')"],
    ['is ahead', 10 * MINUTE, "'Expiration time' claim ('exp') must be"]
  ])(
    'because GitHub’s clock %s: both times are told, and no second JWT is tried',
    async (_, by, words) => {
      const { title, lines, code, run } = await explained({
        with: withJwt(makeJwt()),
        arrange: ({ data }) => {
          data.now = () => Date.now() + by
        }
      })
      expect(title).toBe('GitHub refused the times of the JWT')
      expect(lines[0]).toContain(`GitHub refused the times in the JWT of jwt: "${words}`)
      expect(lines[0]).toContain('The request was GET http')
      const [iat, exp, github, runner] = timesIn(lines[1] ?? '')
      expect(lines[1]).toMatch(
        /^The JWT is valid from \S+Z \(iat\) to \S+Z \(exp\)\. GitHub's time is \S+Z, and this runner's is \S+Z\.$/
      )
      expect(exp - iat).toBe(10 * MINUTE)
      expect(Math.round((github - runner) / MINUTE)).toBe(by / MINUTE)
      expect(lines[2]).toBe('The action cannot make this JWT again.')
      expect(code).toBe('jwt-clock')
      expect(run.transcript).toEqual([`${LOOKED_UP} 401`])
    }
  )

  test('because it ended in the middle: the refused request is named, the other token is revoked', async () => {
    const start = Date.now()
    const jwt = makeJwt({ claims: { exp: Math.floor(start / 1000) + 100 } })
    const { lines, code, run } = await explained({
      with: withJwt(jwt, { owner: 'octo-org, acme' }),
      data: (data) => {
        addOrganization(data, 'acme', 5000)
      },
      arrange: (github) => {
        github.fail('POST /app/installations/{installation_id}/access_tokens', [
          { kind: 'delay', ms: 0 },
          {
            kind: 'status',
            status: 401,
            body: {
              message:
                "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"
            },
            headers: { date: new Date(start + 101_000).toUTCString() }
          }
        ])
      }
    })
    const text = lines.join('\n')
    expect(code).toBe('jwt-clock')
    expect(text).toMatch(
      /The request was POST http:\S+\/app\/installations\/(?:4242|5000)\/access_tokens\./
    )
    expect(text).toMatch(/(?:octo-org|acme)\b.* (?:was|were) revoked\. No token is output\./)
    expect(run.github.liveTokens()).toEqual([])
  })

  test.each([
    [
      'by both clocks: it ended while the step ran',
      1,
      'The JWT ended while the step ran',
      /with 9 minutes of life/
    ],
    [
      'by GitHub’s clock alone: the clocks differ',
      -40,
      'GitHub refused the times of the JWT',
      /^set the clock/
    ]
  ])('because it has ended %s', (_, runner, title, fix) => {
    const explanation = explainEnd(runner * 1000, 0)
    expect(explanation.title).toBe(title)
    expect(explanation.fix).toMatch(fix)
  })

  test('because it has ended after a wait for a rate limit: the wait is named', () => {
    const { title, problem } = explainEnd(1000, 480_000)
    expect(title).toBe('The JWT ended while the step ran')
    expect(problem.split('\n').at(-1)).toBe(
      "The step waited 8 minutes for GitHub's rate limit. The action cannot make this JWT again."
    )
  })

  /** @param runner the runner's time, after the end of the JWT */
  function explainEnd(runner: number, rateLimitWaited: number): Explanation {
    const { result } = readAppJwt(jwtWith(), NOW)
    if (!result.ok) throw new Error('this JWT is good')
    const key = result.value
    const words = { message: "'Expiration time' claim ('exp') must be" }
    const received = { status: 401, statusText: '', headers: {}, text: JSON.stringify(words) }
    const reply = readReply('https://api.github.com/app', received, [])
    const end = key.expires * 1000
    const [explanation] = explain({
      error: new RefusedError(reply, [], rateLimitWaited),
      credential: { kind: 'app', app: { value: key.issuer, input: 'jwt' }, key },
      evidence: { kind: 'clocks', runner: end + runner, github: end + 1000 }
    })
    return explanation
  }

  describe('a rate limit that it cannot outlive', () => {
    const LIMIT: Fault = { kind: 'status', status: 429, headers: { 'retry-after': '45' } }

    function living(seconds: number, faults: readonly Fault[]): ScenarioOptions {
      const exp = Math.floor(Date.now() / 1000) + seconds
      return {
        with: withJwt(makeJwt({ claims: { exp } })),
        isOffDescription: true,
        sharesTime: true,
        arrange: (github) => {
          github.fail(CREATION, faults)
        }
      }
    }

    test('is not waited for, and the log says why', async () => {
      const { lines, code, run } = await explained(living(50, [LIMIT]))
      expect(code).toBe('rate-limited')
      expect(lines[0]).toMatch(
        /The step cannot wait for it, because the JWT of jwt ends at \d\d:\d\d UTC\.$/
      )
      expect(run.main.log).not.toContain('tries again')
      expect(run.transcript).toEqual([`${LOOKED_UP} 200`, `${CREATED} 429`])
    })

    test('is not waited for again', async () => {
      const { lines, code, run } = await explained(living(150, [LIMIT, LIMIT, LIMIT, LIMIT]))
      expect(code).toBe('rate-limited')
      expect(lines[0]).toMatch(
        /The step waited \d+ (?:seconds|minutes) for it, and cannot wait any longer, because the JWT of jwt ends at /
      )
      expect(run.main.log).toContain('tries again')
    })

    test('is named, if the JWT is refused after the wait', async () => {
      const body = { message: "'Expiration time' claim ('exp') must be a numeric value" }
      const refusal: Fault = { kind: 'status', status: 401, body }
      const { lines, code } = await explained(living(150, [LIMIT, refusal]))
      expect(code).toBe('jwt-clock')
      expect(lines[2]).toMatch(
        /^The step waited \d+ seconds for GitHub's rate limit\. The action cannot make this JWT again\.$/
      )
    })

    test('and one that it outlives is waited for, with the same JWT', async () => {
      const { main, github } = await scenario(living(120, [LIMIT]))
      expect(main.exitCode).toBe(0)
      expect(main.log).toContain('tries again')
      const sent = github.exchanges.slice(0, 3).map(({ requestHeaders }) => requestHeaders)
      expect(new Set(sent.map(({ authorization }) => authorization)).size).toBe(1)
    })
  })

  test('a clock that is off by less is no reason to refuse it', async () => {
    const now = Date.now() + 50_000
    const { main } = await scenario({
      with: withJwt(makeJwt({ now, claims: { iat: Math.floor(now / 1000) } })),
      arrange: ({ data }) => {
        data.now = () => Date.now() + 50_000
      }
    })
    expect(main.exitCode).toBe(0)
  })

  function timesIn(line: string): [number, number, number, number] {
    const times = (line.match(/\d{4}-\S+?Z/g) ?? []).map((time) => Date.parse(time))
    return times as [number, number, number, number]
  }
})

const NOW = Date.parse('2026-11-21T13:03:11Z')
const SECONDS = NOW / 1000
const HEAD = JSON.stringify({ alg: 'RS256', typ: 'JWT' })
const USUAL = { iat: SECONDS - 60, exp: SECONDS + 540, iss: CLIENT_ID }

/** A JWT that is made at the time of the tables below. */
function jwtWith(changes: JwtChanges = {}): string {
  return makeJwt({ now: NOW, ...changes })
}

function claims(changes: Readonly<Record<string, unknown>>): string {
  return jwtWith({ claims: changes })
}

/** What a person reads. */
function message(parsed: Parsed<unknown>): { lines: string[]; code: string } {
  if (parsed.ok) throw new Error('this can be used')
  const [first] = explainProblems(parsed.problems)
  const { message } = renderAnnotation([first], { nothingSent: false, several: '', help: '' })
  return { lines: message.split('\n'), code: first.code }
}

const [HEADER = '', PAYLOAD = '', SIGNATURE = ''] = jwtWith().split('.')

describe('what is read', () => {
  test.each<[string, string, Partial<Record<'issuer' | 'issuedAt' | 'expires', unknown>>]>([
    [
      'a client ID',
      jwtWith(),
      { issuer: CLIENT_ID, issuedAt: SECONDS - 60, expires: SECONDS + 540 }
    ],
    ['a number', claims({ iss: 12345 }), { issuer: '12345' }],
    ['a number as text', claims({ iss: '12345' }), { issuer: '12345' }],
    [
      'GitHub’s own example: 60 seconds back, ten minutes ahead',
      claims({ exp: SECONDS + 600 }),
      {}
    ],
    [
      'a maker whose clock is a little ahead',
      claims({ iat: SECONDS + 59, exp: SECONDS + 659 }),
      {}
    ],
    ['a short life', claims({ exp: SECONDS + 30 }), { expires: SECONDS + 30 }],
    ['more claims', claims({ jti: 'é 漢 😀', nbf: 'x' }), {}],
    [
      'a claim twice: the last counts',
      signed(HEAD, `{"iss":"a b","iat":1,"exp":1,${JSON.stringify(USUAL).slice(1)}`),
      { issuer: CLIENT_ID }
    ],
    [
      'blanks and lines in the JSON',
      signed(`{\n  "alg": "RS256"\n}`, JSON.stringify(USUAL, null, 2)),
      {}
    ],
    ['the same JWT on two lines', `${jwtWith()}\n${jwtWith()}`, {}],
    [
      'a signature in which a key seems to begin',
      `${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, 9)}-MII${SIGNATURE.slice(13)}`,
      {}
    ],
    ['a byte-order mark', `\ufeff${jwtWith()}`, {}],
    [
      'a larger key',
      jwtWith({ key: generateKeyPairSync('rsa', { modulusLength: 4096 }).privateKey }),
      {}
    ]
  ])('%s', (_, text, expected) => {
    const { result } = readAppJwt(text, NOW)
    expect(result).toMatchObject({ ok: true, value: { kind: 'jwt', ...expected } })
    if (result.ok) expect(result.value.jwt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
  })
})

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const OIDC = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:octo-org/hello:ref:refs/heads/main',
  job_workflow_ref: 'x'
}
const TOKEN = `ghs_${'aB3'.repeat(12)}`

/** Every refusal: its code, and the first line, which says what is wrong. */
const REFUSED: readonly (readonly [what: string, text: string, code: string, line: RegExp])[] = [
  ['only quotes', '""', 'jwt-not-a-jwt', /^jwt contains no JWT, only quotes or the word Bearer\.$/],
  ['only Bearer', 'Bearer', 'jwt-not-a-jwt', /only quotes or the word Bearer/],
  ['a PEM', appKey, 'jwt-not-a-jwt', /^jwt contains a private key, or a part of one, not a JWT\.$/],
  ['a PEM on one line', appKey.replaceAll('\n', '\\n'), 'jwt-not-a-jwt', /contains a private key/],
  [
    'base64 of a PEM',
    Buffer.from(appKey).toString('base64'),
    'jwt-not-a-jwt',
    /contains a private key/
  ],
  [
    'the body of a PEM',
    appKey.split('\n').slice(1, -2).join(''),
    'jwt-not-a-jwt',
    /contains a private key/
  ],
  [
    'a line of the body of a PEM',
    appKey.split('\n')[3] ?? '',
    'jwt-not-a-jwt',
    /contains a private key/
  ],
  [
    'the body of a PEM after Bearer',
    `Bearer ${appKey.split('\n').slice(1, -2).join('')}`,
    'jwt-not-a-jwt',
    /contains a private key/
  ],
  [
    'an OIDC token',
    jwtWith({ payload: OIDC }),
    'jwt-not-a-jwt',
    /is the job's OIDC token\. GitHub accepts only/
  ],
  [
    'an OIDC token of a Server',
    jwtWith({ payload: { ...OIDC, iss: 'https://ghe.example/_services/token' } }),
    'jwt-not-a-jwt',
    /OIDC/
  ],
  [
    'an OIDC token of an enterprise',
    jwtWith({ payload: { ...OIDC, iss: 'https://other.example/x' } }),
    'jwt-not-a-jwt',
    /OIDC/
  ],
  ['an installation token', TOKEN, 'jwt-not-a-jwt', /^jwt is a token of GitHub/],
  [
    'an installation token with a JWT in it',
    `ghs_12345_${jwtWith()}`,
    'jwt-not-a-jwt',
    /^jwt is a token of GitHub/
  ],
  ['a client secret', '0123456789'.repeat(4), 'jwt-not-a-jwt', /client secret/],
  ['a fingerprint', fingerprint, 'jwt-not-a-jwt', /fingerprint/],
  ['a client ID', CLIENT_ID, 'jwt-not-a-jwt', /client ID\. Use client-id/],
  ['an App ID', '12345', 'jwt-not-a-jwt', /App ID/],
  ['asterisks', '***', 'jwt-not-a-jwt', /only asterisks/],
  ['the name of a secret', 'APP_JWT', 'jwt-not-a-jwt', /the name of a secret or a variable/],
  ['an expression', '${{ steps.sign.outputs.jwt }}', 'jwt-not-a-jwt', /did not evaluate/],
  ['a variable', '$JWT', 'jwt-not-a-jwt', /no shell expanded/],
  ['JSON', JSON.stringify({ token: jwtWith() }), 'jwt-not-a-jwt', /looks like JSON/],
  ['a path', './app.jwt', 'jwt-not-a-jwt', /reads no JWT from a file/],
  [
    'a word',
    'jwt',
    'jwt-not-a-jwt',
    /^jwt is not a JWT: 3 characters in 1 part, and a JWT has 3 parts\.$/
  ],
  [
    'a word that is base64 of another text',
    'abc',
    'jwt-not-a-jwt',
    /^jwt is not a JWT: 3 characters in 1 part, and/
  ],
  ['the same after Bearer', 'Bearer abc', 'jwt-not-a-jwt', /: 10 characters in 1 part, and/],
  ['two parts', `${HEADER}.${PAYLOAD}`, 'jwt-not-a-jwt', /in 2 parts/],
  ['an encrypted JWT (five parts)', `${HEADER}.a.b.c.${SIGNATURE}`, 'jwt-not-a-jwt', /in 5 parts/],
  ['no header', `${PAYLOAD}.${SIGNATURE}`, 'jwt-not-a-jwt', /in 2 parts/],
  ['only dots', '..', 'jwt-not-a-jwt', /its header is not base64url of a JSON object/],
  [
    '64 KiB of a claim',
    claims({ x: 'x'.repeat(48_000) }),
    'jwt-not-a-jwt',
    /^jwt has \d+ characters\. The JWT of an App has fewer than 8192\.$/
  ],
  ['more than 64 KiB', 'x.y.z'.repeat(20_000), 'jwt-not-a-jwt', /^jwt has 100000 characters/],
  [
    'two JWTs on two lines',
    `${jwtWith()}\n${claims({ iss: '12345' })}`,
    'jwt-not-a-jwt',
    /^jwt contains 2 different JWTs\.$/
  ],
  [
    'base64',
    `${HEADER}.${PAYLOAD}=.${SIGNATURE}`,
    'jwt-not-a-jwt',
    /^jwt is written in base64, not in base64url\.$/
  ],
  [
    'base64 of the signature',
    `${HEADER}.${PAYLOAD}.${Buffer.from(SIGNATURE, 'base64url').toString('base64')}`,
    'jwt-not-a-jwt',
    /base64url/
  ],
  [
    'a letter with an accent',
    `${HEADER}.${PAYLOAD}é.${SIGNATURE}`,
    'jwt-not-a-jwt',
    /a character that no JWT has/
  ],
  [
    'a header that is no JSON',
    `${HEADER.slice(2)}.${PAYLOAD}.${SIGNATURE}`,
    'jwt-not-a-jwt',
    /its header is not/
  ],
  [
    'a payload that is cut',
    `${HEADER}.${PAYLOAD.slice(0, -8)}.${SIGNATURE}`,
    'jwt-not-a-jwt',
    /its payload is not/
  ],
  ...[[], 'text', 7, null, true].map(
    (payload) =>
      [
        `a payload that is ${JSON.stringify(payload)}`,
        jwtWith({ payload: payload ?? null }),
        'jwt-not-a-jwt',
        /its payload is not base64url of a JSON object/
      ] as const
  ),
  [
    'HS256',
    jwtWith({ header: { alg: 'HS256' } }),
    'jwt-wrong-signature',
    /^jwt is signed with HS256\. GitHub accepts only RS256\.$/
  ],
  [
    'ES256',
    jwtWith({ header: { alg: 'ES256' }, key: ec }),
    'jwt-wrong-signature',
    /signed with ES256/
  ],
  ['PS256', jwtWith({ header: { alg: 'PS256' } }), 'jwt-wrong-signature', /signed with PS256/],
  [
    'none',
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${PAYLOAD}.`,
    'jwt-wrong-signature',
    /^jwt is not signed \(its alg is none\)\.$/
  ],
  ['no alg', jwtWith({ header: {} }), 'jwt-wrong-signature', /does not say RS256 in its header/],
  [
    'an alg that is a command',
    jwtWith({ header: { alg: '\n::error::x' } }),
    'jwt-wrong-signature',
    /does not say RS256/
  ],
  [
    'an EC signature',
    jwtWith({ key: ec }),
    'jwt-wrong-signature',
    /^jwt is cut short, or not signed with RS256: its signature has \d+ bytes\./
  ],
  [
    'a signature that is cut',
    `${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, 64)}`,
    'jwt-wrong-signature',
    /has 48 bytes/
  ],
  ['no signature', `${HEADER}.${PAYLOAD}.`, 'jwt-wrong-signature', /has 0 bytes/],
  [
    'no iss',
    claims({ iss: undefined }),
    'jwt-claims',
    /^jwt has no iss\. GitHub requires iss, iat and exp\.$/
  ],
  ['an empty iss', claims({ iss: '' }), 'jwt-claims', /has no iss/],
  [
    'an iss with a blank',
    claims({ iss: 'Iv23 abc' }),
    'jwt-claims',
    /^jwt has an iss that is "Iv23 abc", which contains/
  ],
  [
    'an iss that is a client secret',
    claims({ iss: '0123456789'.repeat(4) }),
    'jwt-claims',
    /client secret/
  ],
  ['an iss that is a command', claims({ iss: '\n::error::x' }), 'jwt-claims', /"\\n: :error: :x"/],
  [
    'an iss that is a key',
    claims({ iss: appKey }),
    'jwt-claims',
    /contains a private key, not the App's id/
  ],
  [
    'an iss that is a fraction',
    claims({ iss: 1.5 }),
    'jwt-claims',
    /neither text nor a whole number/
  ],
  [
    'an iss that is a list',
    claims({ iss: ['12345'] }),
    'jwt-claims',
    /neither text nor a whole number/
  ],
  ['no iat', claims({ iat: undefined }), 'jwt-claims', /has no iat/],
  ['no exp', claims({ exp: undefined }), 'jwt-claims', /has no exp/],
  [
    'an exp that is text',
    claims({ exp: String(USUAL.exp) }),
    'jwt-claims',
    /^jwt has an exp that is not a number\.$/
  ],
  ['an iat that is null', claims({ iat: null }), 'jwt-claims', /has an iat that is not a number/],
  [
    'an exp that is a fraction',
    claims({ exp: USUAL.exp + 0.5 }),
    'jwt-claims',
    /^jwt has an exp that is not a whole number\.$/
  ],
  [
    'milliseconds',
    claims({ iat: NOW, exp: NOW + 540_000 }),
    'jwt-claims',
    /^jwt has an iat in milliseconds\. GitHub reads it as seconds\.$/
  ],
  [
    'an exp that no number holds',
    signed(HEAD, `{"iss":"1","iat":${USUAL.iat},"exp":1e999}`),
    'jwt-claims',
    /milliseconds/
  ],
  [
    'expired',
    claims({ exp: SECONDS }),
    'jwt-times',
    /^jwt has expired\. Its iat is 2026-11-21T13:02:11Z, its exp is 2026-11-21T13:03:11Z, and this runner's time is 2026-11-21T13:03:11Z\.$/
  ],
  ['an exp before 1970', claims({ exp: -5 }), 'jwt-times', /has expired/],
  [
    'nearly expired',
    claims({ exp: SECONDS + 29 }),
    'jwt-times',
    /^jwt ends in 29 seconds\. The requests of this step may take longer\./
  ],
  ['nearly expired, by a second', claims({ exp: SECONDS + 1 }), 'jwt-times', /ends in 1 second\. /],
  [
    'iat in the future',
    claims({ iat: SECONDS + 61 }),
    'jwt-times',
    /^jwt is not yet valid\. GitHub refuses it now, but somebody who copies it could use it later\./
  ],
  [
    'for next month',
    claims({ iat: SECONDS + 2_592_000, exp: SECONDS + 2_592_540 }),
    'jwt-times',
    /not yet valid/
  ],
  [
    'an hour of life',
    claims({ exp: SECONDS + 3540 }),
    'jwt-times',
    /^jwt lives for 60 minutes\. GitHub accepts at most 10 minutes/
  ],
  [
    'an hour of life that is nearly over',
    claims({ iat: SECONDS - 3540, exp: SECONDS + 60 }),
    'jwt-times',
    /lives for 60 minutes/
  ],
  [
    'a minute too much',
    claims({ iat: SECONDS, exp: SECONDS + 661 }),
    'jwt-times',
    /lives for 11 minutes/
  ]
]

/** Many JWTs have the same header. */
function isHeader(part: string): boolean {
  return Buffer.from(part, 'base64url').toString().includes('"alg"')
}

describe('what is refused before any request', () => {
  test.each(REFUSED)('%s', (_, text, expected, line) => {
    const { secrets, result } = readAppJwt(text, NOW)
    const { lines, code } = message(result)
    expect(lines[0]).toMatch(line)
    expect(code).toBe(expected)
    expect(lines.at(-2)).toMatch(/^Fix: \S/)
    const shown = lines.join('\n')
    for (const secret of secrets) {
      if (secret !== CLIENT_ID) expect(shown).not.toContain(secret)
    }
    for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(16)
  })

  // Those that are refused for their times would have other times in a step. The word jwt is in titles.
  test.each(REFUSED.filter(([, text, code]) => code !== 'jwt-times' && text !== 'jwt'))(
    'in a step: %s',
    async (_, text, expected, line) => {
      const { code, lines, run } = await explained({ with: withJwt(text) })
      expect(code).toBe(expected)
      expect(lines[0]?.replace(' Nothing was sent to GitHub.', '')).toMatch(line)
      expect(run.transcript).toEqual([])
    }
  )

  test.each<[string, number, number, string]>([
    ['has expired', -660, -60, 'has expired'],
    ['ends soon', -500, 15, 'ends in'],
    ['is for later', 3000, 3500, 'is not yet valid'],
    ['lives for an hour', -60, 3600, 'lives for']
  ])('in a step: one that %s', async (_, issued, ends, words) => {
    const seconds = Math.floor(Date.now() / 1000)
    const jwt = makeJwt({ claims: { iat: seconds + issued, exp: seconds + ends } })
    const { code, lines } = await explained({ with: withJwt(jwt) })
    expect(code).toBe('jwt-times')
    expect(lines[0]).toContain(words)
  })

  test('everything of it that is long enough is masked, except the common header', () => {
    for (const [, text] of REFUSED) {
      const { secrets } = readAppJwt(text, NOW)
      expect(secrets).not.toContain(HEADER)
      const words = text.split(/[\s.]+/).filter((word) => /^[\w+/=-]{16,}$/.test(word))
      const open = words.filter(
        (word) => !isHeader(word) && !secrets.some((one) => word.includes(one))
      )
      expect(open).toEqual([])
    }
  })

  test.each([
    ['a PEM', appKey],
    ['a JWT for later', makeJwt({ claims: { exp: Math.floor(Date.now() / 1000) + 86_400 } })],
    ['an OIDC token', makeJwt({ payload: OIDC })]
  ])('in a step, nothing is sent: %s', async (_, jwt) => {
    const { lines, run } = await explained({ with: withJwt(jwt) })
    expect(lines[0]).toMatch(/^jwt .*\. Nothing was sent to GitHub\.$/)
    expect(run.transcript).toEqual([])
  })
})

describe('the recipe in docs/RECIPES.md', () => {
  const root = resolve(__dirname, '..')
  const page = readFileSync(join(root, 'docs', 'RECIPES.md'), 'utf8')
  const section =
    page.split('\n## ').find((text) => text.startsWith('A JWT made elsewhere\n')) ?? ''
  const [block] = readPage(section).blocks
  const steps = parse(block?.text ?? '') as { id?: string; run?: string; with?: object }[]
  const script = steps.find(({ id }) => id === 'sign')?.run ?? ''

  test('masks the JWT before it becomes an output, which the action takes', () => {
    const mask = script.indexOf('::add-mask::$jwt')
    expect(mask).toBeGreaterThan(0)
    expect(script.indexOf('GITHUB_OUTPUT')).toBeGreaterThan(mask)
    expect(steps[1]?.with).toMatchObject({ jwt: '${{ steps.sign.outputs.jwt }}' })
  })

  test('the description of the input says first how to mask it', () => {
    const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
      readonly inputs: Readonly<Record<string, { readonly description: string }>>
    }
    expect(inputs['jwt']?.description).toMatch(
      /^A JWT of the App that was made elsewhere\. Mask it [^.]*`echo "::add-mask::\$jwt"`/
    )
  })

  const canRun = !isWindows && ['bash', 'openssl'].every((name) => findProgram(name) !== undefined)
  const testRecipe = canRun ? test : test.skip

  testRecipe('makes a JWT that creates a token, and prints it only to mask it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jwt-recipe-'))
    try {
      writeFileSync(join(folder, 'app.pem'), appKey)
      const sign = '#!/bin/sh\nexec openssl dgst -sha256 -sign app.pem\n'
      writeFileSync(join(folder, 'sign.sh'), sign, { mode: 0o700 })
      const output = join(folder, 'output')
      const env = { PATH: process.env['PATH'], CLIENT_ID, GITHUB_OUTPUT: output }
      const options = { cwd: folder, env, encoding: 'utf8' } as const
      const stdout = execFileSync('bash', ['--noprofile', '--norc', '-e', '-c', script], options)
      const jwt = /^jwt=(.*)\n$/.exec(readFileSync(output, 'utf8'))?.[1] ?? ''
      expect(stdout).toBe(`::add-mask::${jwt}\n`)
      const { main } = await scenario({ with: withJwt(jwt) })
      expect(main.exitCode).toBe(0)
      expect(main.outputs['token-source']).toBe('app')
    } finally {
      removeFolder(folder)
    }
  })
})
