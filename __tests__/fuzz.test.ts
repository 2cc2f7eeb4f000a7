import { isIPv6 } from 'node:net'
import type { Fault } from '../local/github/faults'
import { startGitHub, type EmbeddedGitHub } from '../local/github/server'
import type { RouteName } from '../local/github/routes'
import { defaultData } from '../local/github/github-data'
import { leaks, parseCommand, runAction, type JobOptions, type StepResult } from '../local/runner'
import { keyName } from '../src/config/app-key'
import { parseConfig, type Config } from '../src/config/config'
import type { AppCredential, GivenCredential } from '../src/config/credential'
import type { Inputs, Workflow } from '../src/config/step-inputs'
import { KEY_SERVICE_INPUTS, type KeyServiceInputs } from '../src/config/key-service/facts'
import { secretlessRun } from '../src/config/event'
import { nearMiss } from '../src/config/names'
import { isLevel, type Permissions, type RequestedPermissions } from '../src/config/permissions'
import { readAppJwt } from '../src/config/app-jwt'
import { readPrivateKey } from '../src/config/private-key/read'
import { parseProxy } from '../src/http/proxy-address'
import type { Target } from '../src/config/targets'
import {
  describeFallback,
  describeSkew,
  describeTokens,
  messagesOnToken
} from '../src/tokens/describe'
import { explain, explainProblems } from '../src/explain/explain'
import { renderAnnotation, renderDetails, renderStack } from '../src/explain/render'
import type { Evidence, FailureContext, InsteadOfOwner } from '../src/explain/context'
import type { Explanation } from '../src/explain/explanation'
import type { Attempt } from '../src/http/attempt'
import { RefusedError, UnreachableError } from '../src/http/errors'
import { type Installation, permissionsField } from '../src/github/api'
import { readReply, type Reply } from '../src/http/reply'
import { compareGrant } from '../src/tokens/grant'
import { GrantError, type CreatedToken } from '../src/tokens/create'
import { planRequests, scopeOf, type TokenRequest } from '../src/tokens/plan'
import { printable } from '../src/printable'
import { makeJwt, signed } from './support/app-jwt'
import { damage, hostileJson, hostileText, LONG_PIECES } from './support/fuzz'
import { givenKey, noCredential } from './support/inputs'
import { checkSteps } from './support/leak-check'
import { unrecorded } from './support/recorder'
import { appKey, appPublicKey, credentials } from './support/scenario'
import { Random, SEED, triesOf, withSeed } from './support/search'
import { LONGEST_VARIABLE } from './support/system'
import { TestClock } from './support/timing'
import { TITLE } from './support/titles'

/** `FUZZ_CASES=5000` looks further. */
const PROCESSES = Number(process.env['FUZZ_CASES'] ?? triesOf(1_000, 12))
const PURE = triesOf(10_000, 100)

const HELP = 'https://github.com/OWNER/github-app-token/blob/v1/docs/TROUBLESHOOTING.md'
const KEY = readPrivateKey(appKey, 'private-key')

async function forSeeds(count: number, run: (random: Random) => void): Promise<void> {
  for (let seed = SEED; seed < SEED + count; seed++) await withSeed(seed, run)
}

/** Controls, separators and marks that end a line, hide text or change its order. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** As a plain condition first: asking `expect` a hundred thousand times would take half a minute. */
function expectOneLine(line: string): void {
  const isOne = !UNSEEN.test(line) && !line.includes('##[') && !/^\s*::/.test(line)
  if (!isOne) throw new Error(`no plain line: ${JSON.stringify(line.slice(0, 500))}`)
}

function expectReadable(explanations: readonly [Explanation, ...Explanation[]]): void {
  const { title, message } = renderAnnotation(explanations, {
    nothingSent: true,
    several: `${explanations.length} inputs need correcting`,
    help: HELP
  })
  expectOneLine(title)
  expect(title).toMatch(TITLE)
  message.split('\n').forEach(expectOneLine)
  expect(message.length).toBeLessThanOrEqual(4096)
  expect(message).toMatch(/\n {0,3}Fix: /)
  expect(message).toMatch(/^(?: {3})?Help: https:[^ ]+#[a-z-]+$/m)
  expect(leaks(title + message, appKey)).toBe(false)
}

describe('pure functions', () => {
  test('printable makes one short line of anything', () =>
    forSeeds(PURE, (random) => {
      const text = printable(hostileText(random))
      expectOneLine(text)
      // Where it stands in an IPv6 address, and no line can begin with it.
      const words = text.match(/[\w.%:-]*::[\w.%:-]*/g) ?? []
      expect(words.filter((word) => !isIPv6(word) || /%.*:/.test(word))).toEqual([])
      expect(text).not.toMatch(/^\s*::/)
      expect(text.length).toBeLessThan(200 * 10)
    }))

  test('inputs become a config, or problems that can be read', () =>
    forSeeds(PURE, (random) => {
      const config = parseConfig(inputs(random), credential(random), workflow(random))
      if (!config.ok) expectReadable(explainProblems(config.problems))
      else {
        for (const { message } of config.messages) expectOneLine(message)
        expectPlan(config.value)
      }
    }))

  test('damaged keys are read, or named, and never shown', () =>
    forSeeds(PURE / 2, (random) => {
      const text = damagedKey(random)
      const { secrets, result } = readPrivateKey(text, 'private-key')
      for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(16)
      if (result.ok) expect(result.value.fingerprint).toMatch(/^SHA256:[A-Za-z0-9+/]{43}=$/)
      else expectReadable(explainProblems(result.problems))
    }))

  test('hostile JWTs are read, or named, and never shown', () =>
    forSeeds(PURE / 2, (random) => {
      const text = random.chance(0.8) ? hostileJwt(random) : hostileText(random)
      const { secrets, result } = readAppJwt(text, Date.now())
      for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(16)
      if (result.ok) expect(result.value.jwt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
      else expectReadable(explainProblems(result.problems))
    }))

  test('answers are read, whatever they hold', () =>
    forSeeds(PURE, (random) => {
      const answer = reply(random)
      expect(typeof answer.message).toBe('string')
      expect(answer.wait ?? 0).toBeGreaterThanOrEqual(0)
    }))

  test('failures are explained, whatever GitHub said', () =>
    forSeeds(PURE, (random) => {
      const known = { error: failure(random), ...progress(random), evidence: evidence(random) }
      expectReadable(explain(known))
      renderDetails(attempts(random), APP, someConfig(random).api).forEach(expectOneLine)
      renderStack(known.error).forEach(expectOneLine)
    }))

  test('what was granted is described in single lines', () =>
    forSeeds(PURE, (random) => {
      const others = Array.from({ length: random.int(3) }, () => createdToken(random))
      const created = [createdToken(random), ...others] as const
      const now = random.chance(0.9) ? Date.now() : Number.MAX_SAFE_INTEGER
      const renewal = random.chance(0.5) ? { delay: 1_800_000, isForGit: true } : undefined
      const known = { keepToken: random.chance(0.5), source: keyName(APP.key), renewal }
      describeTokens(created, known, now).forEach(expectOneLine)
      for (const { message } of created.flatMap(messagesOnToken)) expectOneLine(message)
      expectOneLine(describeSkew(random.int(1e9) - 5e8, 'GitHub'))
    }))

  test('proxies, payloads and names do no harm', () =>
    forSeeds(PURE, (random) => {
      const proxy = parseProxy('HTTPS_PROXY', hostileText(random))
      if (!proxy.ok) expectReadable(explainProblems(proxy.problems))
      const run = secretlessRun({ ...workflow(random).event, payload: hostileJson(random) })
      if (run !== undefined) {
        const targets = [{ kind: 'owner', owner: 'octo-org' }] as const
        const reason = { kind: 'no-secrets', run, missing: 'private-key' } as const
        expectOneLine(describeFallback(reason, targets, { kind: 'everything' }).message)
      }
      nearMiss(hostileText(random).slice(0, 60), [hostileText(random).slice(0, 60), 'octo-org'])
    }))
})

function inputs(random: Random): Inputs {
  const some = (usual: string): string => {
    if (random.chance(0.6)) return random.chance(0.5) ? '' : usual
    if (random.chance(0.1))
      return random.pick([appKey, Buffer.from(appKey).toString('base64'), makeJwt()])
    return random.chance(0.3) ? damage(random, usual) : hostileText(random).trim()
  }
  const names = ['permission-contents', 'permission-content', 'permission', 'permission-__proto__']
  return {
    clientId: some('Iv23liAbC'),
    appId: some('12345'),
    owner: some(random.chance(0.3) ? 'octo-org, mona' : 'octo-org'),
    repositories: some(random.chance(0.3) ? 'octo-org/hello, mona/blog' : 'hello, lib'),
    repositoryIds: random.chance(0.8) ? '' : some('101, 102'),
    installationId: random.chance(0.8) ? '' : some('4242'),
    enterprise: random.chance(0.8) ? '' : some('octo-enterprise'),
    permissions: some(random.chance(0.2) ? 'read-all' : 'contents: read'),
    permissionInputs: new Map(
      names.filter(() => random.chance(0.1)).map((name) => [name, some('read')])
    ),
    skipTokenRevoke: random.chance(0.8) ? '' : some('true'),
    githubApiUrl: random.chance(0.6) ? '' : some('https://github.example.com/api/v3'),
    fallbackToken: some('ghs_fallback0123456789'),
    gitCredentials: random.chance(0.8) ? '' : some('true'),
    gitIdentity: random.chance(0.8) ? '' : some('true'),
    keyService: keyServiceInputs(random, some),
    renew: random.chance(0.8) ? '' : some('true'),
    ...tokenServiceInputs(random, some)
  }
}

function tokenServiceInputs(
  random: Random,
  some: (usual: string) => string
): Pick<Inputs, 'tokenService' | 'trustPolicy'> {
  return {
    tokenService: random.chance(0.8) ? '' : some('octo-sts.dev'),
    trustPolicy: random.chance(0.8) ? '' : some('release')
  }
}

function keyServiceInputs(random: Random, some: (usual: string) => string): KeyServiceInputs {
  const values = KEY_SERVICE_INPUTS.map((name) => [name, random.chance(0.8) ? '' : some('jwt')])
  return Object.fromEntries(values) as KeyServiceInputs
}

function workflow(random: Random): Workflow {
  const some = (usual: string): string => (random.chance(0.8) ? usual : hostileText(random))
  const repository = some('octo-org/hello')
  return {
    repository,
    repositoryOwner: some('octo-org'),
    apiUrl: 'https://api.github.com',
    serverUrl: 'https://github.com',
    event: {
      name: some('pull_request'),
      actor: some('dependabot[bot]'),
      repository,
      webUrl: some('https://github.com'),
      payload: payload(random)
    }
  }
}

function payload(random: Random): unknown {
  const head = random.chance(0.5) ? hostileJson(random) : { repo: hostileJson(random) }
  return random.pick([
    undefined,
    hostileJson(random),
    { pull_request: { head } },
    { pull_request: { head: { repo: { full_name: hostileText(random) } } } }
  ])
}

function credential(random: Random): GivenCredential {
  if (random.chance(0.5)) return givenKey(KEY.result)
  if (random.chance(0.3)) {
    return { inputs: ['jwt'], parsed: readAppJwt(hostileJwt(random), Date.now()).result }
  }
  return random.chance(0.6)
    ? noCredential
    : givenKey(readPrivateKey(hostileText(random), 'private-key').result)
}

/** A JWT that is whole, damaged, or whose parts hold anything. */
function hostileJwt(random: Random): string {
  switch (random.int(4)) {
    case 0:
      return makeJwt({ claims: { [random.pick(['iss', 'iat', 'exp', 'x'])]: hostileJson(random) } })
    case 1:
      return damage(random, makeJwt())
    case 2:
      return signed(hostileText(random), hostileText(random))
    default:
      return makeJwt({
        header: random.chance(0.5) ? hostileJson(random) : { alg: hostileText(random) },
        payload: random.chance(0.5) ? hostileJson(random) : undefined
      })
  }
}

function damagedKey(random: Random): string {
  let text = appKey
  for (let times = random.int(4); times >= 0; times--) text = damage(random, text)
  return text.trim()
}

function expectPlan({ targets, requestedPermissions, api }: Config): void {
  for (const { subject } of planRequests(targets, requestedPermissions))
    expectOneLine(subject.slice(0, 200))
  expect(URL.canParse(api.url)).toBe(true)
}

function reply(random: Random): Reply {
  const text = random.chance(0.7) ? JSON.stringify(answerBody(random)) : hostileText(random)
  const headers: Record<string, string> = {}
  for (const name of HEADERS) if (random.chance(0.3)) headers[name] = headerValue(random)
  const status = random.pick(STATUSES)
  return readReply(
    `https://api.github.com/${encodeURIComponent(printable(hostileText(random)))}`,
    {
      status,
      statusText: hostileText(random),
      headers,
      text
    },
    []
  )
}

const STATUSES = [200, 201, 204, 301, 400, 401, 403, 404, 407, 408, 409, 422, 429, 451, 500, 503]
const HEADERS = [
  ...['date', 'location', 'retry-after', 'x-github-request-id'],
  ...['x-ratelimit-remaining', 'x-ratelimit-reset']
]

function headerValue(random: Random): string {
  return random.pick([
    '0',
    '1',
    '999999999',
    '999999999999',
    'Sat, 21 Nov 2026 13:03:11 GMT',
    '+275760-09-13T00:00:00.000Z',
    '-271821-04-20T00:00:00.000Z',
    hostileText(random)
  ])
}

const MESSAGES = [
  'Not Found',
  'Integration not found',
  'A JSON web token could not be decoded',
  'Integration must generate a public key',
  "'Issuer' claim ('iss') must be an Integer",
  "'Issued at' claim ('iat') must be an Integer",
  'This installation has been suspended',
  'The permissions requested are not granted to this installation.',
  'There is at least one repository that does not exist or is not accessible to the parent installation.',
  'You have exceeded a secondary rate limit',
  'too complex',
  'has an IP allow list enabled'
]

function answerBody(random: Random): unknown {
  const message = random.pick(MESSAGES)
  return random.pick([
    hostileJson(random),
    { message },
    { message: message + hostileText(random) },
    { message: hostileJson(random) }
  ])
}

function attempts(random: Random): Attempt[] {
  return Array.from({ length: random.int(6) }, () =>
    random.chance(0.5)
      ? {
          kind: 'answered',
          method: random.pick(['GET', 'POST']),
          effect: random.pick(['none', 'creates-token']),
          url: hostileText(random),
          status: random.pick(STATUSES),
          message: hostileText(random),
          requestId: random.chance(0.5) ? undefined : hostileText(random),
          isUsable: random.chance(0.5)
        }
      : {
          kind: 'unanswered',
          method: random.pick(['GET', 'POST']),
          effect: random.pick(['none', 'creates-token']),
          url: hostileText(random),
          code: random.pick(['', 'ECONNRESET', 'CERT_HAS_EXPIRED', 'EPROTO', hostileText(random)]),
          message: random.chance(0.2)
            ? `tunneling socket could not be established, ${hostileText(random)}`
            : hostileText(random)
        }
  )
}

function failure(random: Random): unknown {
  switch (random.int(6)) {
    case 0:
      return new UnreachableError(
        {
          url: hostileText(random),
          code: random.pick([
            '',
            'ENOTFOUND',
            'ETIMEDOUT',
            'SELF_SIGNED_CERT',
            hostileText(random)
          ]),
          message: hostileText(random)
        },
        attempts(random),
        { cause: hostileText(random) }
      )
    case 1: {
      const { comparison, installation, expiresAt } = createdToken(random)
      const revoked = random.chance(0.5)
      return new GrantError({ comparison, installation, expiresAt, revoked })
    }
    case 2:
      return random.pick([
        hostileJson(random),
        undefined,
        Object.assign(new Error(hostileText(random)), { code: hostileJson(random) }),
        Object.assign(new Error(''), {
          name: hostileText(random),
          code: Object.create(null) as object
        })
      ])
    default:
      return new RefusedError(reply(random), attempts(random))
  }
}

function installation(random: Random): Installation {
  return {
    id: 1 + random.int(1e6),
    appSlug: random.chance(0.5) ? 'octo-bot' : hostileText(random),
    owner: random.chance(0.5) ? 'octo-org' : hostileText(random),
    permissions: permissions(random),
    repositorySelection: random.pick(['all', 'selected']),
    suspendedAt: hostileText(random),
    settingsUrl: random.chance(0.3) ? '' : hostileText(random),
    movedRepositoryId: random.chance(0.8) ? undefined : 101
  }
}

function permissions(random: Random): Permissions {
  const fields = Array.from({ length: random.int(30) }, () => {
    const name = random.pick(['contents', '__proto__', 'constructor', hostileText(random)])
    return `${JSON.stringify(name)}:"${random.pick(['read', 'write', 'admin', 'none'])}"`
  })
  const found = permissionsField(JSON.parse(`{"all":{${fields.join(',')}}}`), 'all') ?? {}
  expect(Object.values(found).every(isLevel)).toBe(true)
  return found
}

const KNOWN = parseConfig(
  {
    ...inputs(new Random(1)),
    clientId: 'Iv23liAbC',
    appId: '',
    owner: 'octo-org',
    repositories: 'hello, lib',
    repositoryIds: '',
    installationId: '',
    enterprise: '',
    permissions: 'contents: read, constructor: write',
    permissionInputs: new Map(),
    skipTokenRevoke: '',
    renew: '',
    githubApiUrl: ''
  },
  givenKey(KEY.result),
  {
    repository: 'octo-org/hello',
    repositoryOwner: 'octo-org',
    apiUrl: 'https://api.github.com',
    serverUrl: 'https://github.com',
    event: { name: 'push', actor: 'mona', repository: '', webUrl: '', payload: undefined }
  }
)

const GOOD = KNOWN.ok ? KNOWN.value : fail('these inputs are good')
const APP = GOOD.credential.kind === 'app' ? GOOD.credential : fail('there is a key')

const WITH_JWT: AppCredential = {
  kind: 'app',
  app: { value: 'Iv23liAbC', input: 'jwt' },
  key: { kind: 'jwt', jwt: makeJwt(), issuer: 'Iv23liAbC', issuedAt: 0, expires: 600 }
}

function fail(message: string): never {
  throw new Error(message)
}

function someConfig(random: Random): Config {
  const target = random.pick<Target>([
    GOOD.targets[0],
    { kind: 'owner', owner: 'octo-org' },
    { kind: 'enterprise', enterprise: 'octo-enterprise' },
    {
      kind: 'repositories',
      owner: 'octo-org',
      names: ['hello'],
      ids: random.chance(0.5) ? [] : [101, 102],
      reason: random.pick(['nothing-set', 'owner-not-set'] as const)
    },
    {
      kind: 'installation',
      id: 4242,
      owner: random.pick(['', 'octo-org']),
      names: random.pick([[], ['hello']]),
      ids: random.pick([[], [101]])
    }
  ])
  const requestedPermissions = random.pick<RequestedPermissions>([
    GOOD.requestedPermissions,
    { kind: 'everything' },
    { kind: 'read-all' }
  ])
  const api = { ...GOOD.api, isOwn: random.chance(0.7) }
  return { ...GOOD, targets: [target], requestedPermissions, api, keepToken: random.chance(0.3) }
}

function requestOf({ targets, requestedPermissions }: Config): TokenRequest {
  return planRequests(targets, requestedPermissions)[0]
}

/** How far the step had come. */
function progress(random: Random): Partial<FailureContext> {
  if (random.chance(0.1)) return {}
  const config = someConfig(random)
  const request = requestOf(config)
  const credential = random.chance(0.7) ? APP : WITH_JWT
  return random.chance(0.5)
    ? { config, credential, request }
    : { config, credential, request, installation: installation(random) }
}

function evidence(random: Random): Evidence | undefined {
  const names = (): string[] =>
    Array.from({ length: random.int(60) }, (_, index) => `octo-org/r${index}${'x'.repeat(80)}`)
  const someTime = (): number => random.pick([Date.now(), 0, 8.64e15, -8.64e15])
  const maybe = <T>(value: T): T | undefined => (random.chance(0.6) ? value : undefined)
  const app = maybe({ slug: hostileText(random), htmlUrl: hostileText(random) })
  const repositories = {
    outOfReach: random.chance(0.6) ? names() : [],
    renamed: random.chance(0.6) ? names() : [],
    notLookedUp: random.int(500)
  }
  const key = {
    version: maybe(hostileText(random)),
    fingerprint: maybe('SHA256:FFZx8/CLsO1Rx/ebWrU+Dz6IZC5vxzLSVY/xR//TOBU='),
    otherAlgorithm: maybe(hostileText(random))
  }
  const instead = random.pick<InsteadOfOwner>([
    { is: 'not-known' },
    { is: 'other-kind' },
    { is: 'swapped', account: hostileText(random) },
    { is: 'account', name: hostileText(random) }
  ])
  return random.pick<Evidence | undefined>([
    undefined,
    { kind: 'clocks', runner: someTime(), github: someTime() },
    { kind: 'service-key', key },
    { kind: 'no-api' },
    { kind: 'app-unknown' },
    { kind: 'not-on-owner', app, instead },
    {
      kind: 'app-known',
      app,
      onOwner: maybe(installation(random)),
      repositories: maybe(repositories)
    },
    { kind: 'repositories', repositories }
  ])
}

function createdToken(random: Random): CreatedToken {
  const request = requestOf(someConfig(random))
  const found = installation(random)
  const grant = {
    permissions: random.chance(0.9) ? permissions(random) : undefined,
    repositorySelection: random.pick(['all', 'selected', undefined] as const),
    repositories: random.chance(0.5) ? undefined : [hostileText(random), 'octo-org/hello'],
    repositoryIds: [random.int(3), 101]
  }
  const expiresAt = random.pick(['', '2026-11-21T14:03:11Z', '+275760-09-13', hostileText(random)])
  const comparison = compareGrant(found.owner, scopeOf(request, found.permissions), grant)
  const lost = random.int(3)
  const isKnown = random.chance(0.8)
  return {
    token: 'ghs_x',
    expiresAt,
    grant,
    lost,
    owner: found.owner,
    installation: isKnown ? found : undefined,
    isForeign: !isKnown && random.chance(0.5),
    request,
    comparison
  }
}

/** So many are looked through at a time for what leaked: a failure names the first of them. */
const BATCH = 24

describe('whole processes', () => {
  test('end well, say no more than one error, and give nothing away', async () => {
    for (let at = 0; at < PROCESSES; at += BATCH) {
      const seeds = Array.from({ length: Math.min(BATCH, PROCESSES - at) }, (_, one) => at + one)
      const work = async (worker: number): Promise<void> => {
        for (const seed of seeds.filter((each) => each % 4 === worker)) {
          await withSeed(SEED + seed, wholeProcess)
        }
      }
      await Promise.all([0, 1, 2, 3].map(work))
      await withSeed(SEED + at, checkSteps)
    }
  })
})

async function wholeProcess(random: Random): Promise<void> {
  const clock = new TestClock()
  const data = defaultData({ publicKey: appPublicKey })
  const github = await startGitHub(data, { onHold: clock.hold })
  try {
    const job = hostileJob(random, github)
    const run = () => runAction({ env: clock.env, publicTexts: LONG_PIECES, ...job })
    // Which of several owners gets which answer depends on whose request comes first.
    const isRace = /[,\s]/.test(job.inputs?.['owner'] ?? '')
    const { main, post } = await (isRace ? unrecorded(run) : run())
    expectCalm(main)
    expectCalm(post)
    expect(post.exitCode).toBe(0)
  } finally {
    await github.close()
    clock.close()
  }
}

/** A job whose key, inputs, event or GitHub is not what it should be. */
function hostileJob(random: Random, github: EmbeddedGitHub): JobOptions {
  const job = { apiUrl: github.url, inputs: { ...credentials } }
  switch (random.int(5)) {
    case 4:
      return {
        ...job,
        inputs: { ...credentials, 'private-key': '', jwt: argument(hostileJwt(random)) }
      }
    case 0:
      return { ...job, inputs: { ...credentials, 'private-key': argument(damagedKey(random)) } }
    case 1:
      return { ...job, inputs: { ...credentials, ...hostileInputs(random) } }
    case 2:
      return {
        ...job,
        inputs: { ...credentials, 'private-key': '', 'fallback-token': FALLBACK },
        eventName: 'pull_request',
        event: payload(random) ?? null,
        actor: argument(random.pick(['mona', 'dependabot[bot]', hostileText(random)])),
        actionRepository: argument(hostileText(random)),
        actionRef: argument(hostileText(random))
      }
    default:
      hostileGitHub(random, github)
      return { ...job, inputs: { ...credentials, ...usualInputs(random) } }
  }
}

const FALLBACK = 'ghs_FallbackFallbackFallbackFallback1234'

/** What an environment variable can hold. */
function argument(text: string): string {
  const longest = Math.min(100_000, LONGEST_VARIABLE)
  return Buffer.from(text.replaceAll('\0', '').slice(0, longest)).toString()
}

function usualInputs(random: Random): Record<string, string> {
  return random.pick<Record<string, string>>([
    {},
    { owner: 'octo-org' },
    { owner: 'octo-org', repositories: 'hello, lib, nope' },
    { owner: 'octo-org, mona' },
    { owner: 'octo-org, sleepy-org' },
    { 'installation-id': '4242' },
    { 'installation-id': '4243', owner: 'octo-org' },
    { owner: 'octo-org', 'repository-ids': '101, 999' },
    { repositories: 'hallo' },
    { enterprise: 'octo-enterprise' },
    { permissions: 'contents: read' },
    { permissions: 'read-all' },
    { 'skip-token-revoke': 'true' }
  ])
}

const INPUTS = [
  ...['client-id', 'app-id', 'private-key-file', 'owner', 'repositories', 'enterprise'],
  ...['repository-ids', 'installation-id'],
  ...['permissions', 'permission-contents', 'permission-content', 'skip-token-revoke'],
  ...['github-api-url', 'fallback-token', 'jwt']
]

function hostileInputs(random: Random): Record<string, string> {
  const given = INPUTS.filter(() => random.chance(0.25)).map((name) => [
    name,
    random.chance(0.15) ? random.pick([appKey, makeJwt()]) : argument(hostileValue(random, name))
  ])
  return Object.fromEntries(given) as Record<string, string>
}

/** Words of a secret that stand in other inputs, too, would look like a leak. */
function hostileValue(random: Random, input: string): string {
  if (input !== 'fallback-token') return hostileText(random)
  return Array.from({ length: 1 + random.int(8) }, () => {
    const unique = Math.floor(random.next() * 1e12).toString(36)
    return hostileText(random).slice(0, 7) + unique
  }).join('')
}

const ROUTES: readonly RouteName[] = [
  'GET /repos/{owner}/{repo}/installation',
  'GET /users/{username}/installation',
  'GET /app',
  'GET /app/installations',
  'GET /app/installations/{installation_id}',
  'POST /app/installations/{installation_id}/access_tokens',
  'DELETE /installation/token'
]

function hostileGitHub(random: Random, github: EmbeddedGitHub): void {
  for (const route of ROUTES) {
    if (random.chance(0.5)) github.fail(route, fault(random), random.pick([1, 1, 4]))
  }
}

function fault(random: Random): Fault {
  const status = random.pick(STATUSES.filter((each) => each !== 204))
  switch (random.int(8)) {
    case 0:
      return { kind: 'html', status, body: argument(hostileText(random)) }
    case 1:
      return random.pick([{ kind: 'reset' }, { kind: 'cut' }, { kind: 'hang' }] as const)
    case 2:
      return { kind: 'redirect', status: 302, location: headerText(hostileText(random)) }
    case 3:
    case 4: {
      const seed = random.int(1e9)
      return { kind: 'edit', edit: (body) => damagedBody(new Random(seed), body) }
    }
    default:
      return { kind: 'status', status, body: answerBody(random), headers: hostileHeaders(random) }
  }
}

/** Some fields of an ordinary answer replaced, but not the token: nobody else knows it. */
function damagedBody(random: Random, body: Record<string, unknown>): unknown {
  const damaged = Object.entries(body).map(([name, value]) => [
    name,
    name === 'token' || random.chance(0.7) ? value : hostileJson(random)
  ])
  return Object.fromEntries(damaged)
}

function hostileHeaders(random: Random): Record<string, string> {
  const given = HEADERS.filter(() => random.chance(0.3))
  return Object.fromEntries(given.map((name) => [name, headerText(headerValue(random))]))
}

/** What an HTTP header can hold. */
function headerText(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 2000)
}

const OWN_COMMANDS = ['add-mask', 'group', 'endgroup', 'error', 'warning', 'notice']

function expectCalm(step: StepResult): void {
  expect(step.timedOut).toBe(false)
  expect(step.signal).toBeNull()
  expect([0, 1]).toContain(step.exitCode)
  expect(step.stderr).toBe('')
  const errors = step.annotations.filter(({ level }) => level === 'error')
  expect(errors.length).toBe(step.exitCode === 0 ? 0 : 1)
  for (const { text } of step.lines) expectOwnLine(text)
  expect(Object.keys(step.exported)).toEqual([])
}

const OWN_GROUPS = ['Details for a bug report', 'Details for the audit log']

/** A line of raw output: plain text, or a command that the action itself means. */
function expectOwnLine(line: string): void {
  const command = parseCommand(line)
  if (command === undefined) {
    expectOneLine(line)
    return
  }
  expect(line.startsWith(`::${command.name}`)).toBe(true)
  expect(OWN_COMMANDS).toContain(command.name)
  expect(Object.keys(command.properties).filter((name) => name !== 'title')).toEqual([])
  if (command.name === 'add-mask') return
  if (command.name === 'group') expect(OWN_GROUPS).toContain(command.data)
  expectOneLine(command.properties['title'] ?? '')
  command.data.split('\n').forEach(expectOneLine)
}
