import { parseConfig } from '../src/config/config'
import type { Inputs } from '../src/config/step-inputs'
import { nearMiss } from '../src/config/names'
import { parsePermissions } from '../src/config/parse-permissions'
import { readAppJwt } from '../src/config/app-jwt'
import { readPrivateKey } from '../src/config/private-key/read'
import { parseProxy } from '../src/http/proxy-address'
import { secretsInInputs } from '../src/config/misplaced-secrets'
import { explainProblems } from '../src/explain/explain'
import { renderAnnotation } from '../src/explain/render'
import { printable } from '../src/printable'
import { explained } from './support/explained'
import { noCredential, onlyClientId } from './support/inputs'
import { sample } from './support/search'
import { codesOf, explanationsOf } from './support/problems'
import { LONGEST_VARIABLE } from './support/system'

/** A variable of Linux holds 128 KiB, its name included. */
const LONGEST = 131_000

function repeated(text: string, length = LONGEST): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length)
}

function numbered(text: (index: number) => string, length = LONGEST): string {
  const parts: string[] = []
  for (let at = 0, size = 0; size < length; at++) {
    parts.push(text(at))
    size += text(at).length
  }
  return parts.join('').slice(0, length)
}

/** Texts that would take long if anything read them in more than linear time. */
const SHAPES: readonly (readonly [shape: string, text: string])[] = [
  ['commas', repeated(',')],
  ['lines of one letter', repeated('a\n')],
  ['entries that are no names', repeated('!,')],
  ['names', numbered((at) => `o${at},`)],
  ['repositories of other owners', numbered((at) => `x${at}/y,`)],
  ['addresses', numbered((at) => `octo-org/a${at}.git\n`)],
  ['numbers', numbered((at) => `${at + 1},`)],
  ['permissions that are nearly known', numbered((at) => `organization-custom-rol${at}: read,`)],
  ['permissions without a level', repeated('a:b,')],
  ['lists within lists', repeated('[', LONGEST / 2) + repeated(']', LONGEST / 2)],
  ['lists without an end', repeated('[')],
  ['objects within objects', repeated('{"a":')],
  ['a JSON list', `[${repeated('1,', LONGEST - 4)}1]`],
  ['slashes', `https://github.com${repeated('/')}x`],
  ['blanks', `a${repeated(' ')}b`],
  ['colons', repeated(':')],
  ['dashes', repeated('-')],
  ['halves of BEGIN lines', repeated('-----BEGIN A')],
  ['BEGIN', repeated('BEGINA')],
  ['small PEM blocks', repeated('-----BEGIN A-----a!-----END A-----')],
  ['fingerprints', repeated('SHA256: ')],
  ['beginnings of tokens', repeated('eyJaaaaaaaaaaaaaaaa')],
  ['one letter', repeated('a')],
  ['backslashes', repeated('\\')],
  ['quotes', repeated('"')],
  ['percent signs', repeated('%')]
]

function read(inputs: Inputs, fact = 'octo-org/hello'): void {
  const own = { apiUrl: 'https://api.github.com', serverUrl: 'https://github.com' }
  const event = { name: 'push', actor: '', repository: fact, webUrl: '', payload: undefined }
  secretsInInputs(inputs)
  const workflow = { repository: fact, repositoryOwner: fact, ...own, event }
  const decision = parseConfig(inputs, noCredential, workflow)
  if (decision.ok) return
  const several = `${decision.problems.length} inputs need correcting`
  renderAnnotation(explainProblems(decision.problems), { nothingSent: true, several, help: '' })
}

/** Time of the processor, not of the clock: a busy machine does not add to it. */
function seconds(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** All inputs together take about a second at worst; the step as a whole may take 50. */
const MOST_SECONDS = 20

const TRIED = sample(SHAPES, 3)

describe('an input as long as it can be', () => {
  test.each(TRIED)('%s', (_, text) => {
    const spent = seconds(() => {
      for (const input of Object.keys(onlyClientId)) {
        if (input !== 'permissionInputs') read({ ...onlyClientId, [input]: text })
      }
      read({ ...onlyClientId, permissionInputs: new Map([['permission-contents', text]]) })
      read({ ...onlyClientId, owner: 'octo-org, mona', repositories: text })
      read({ ...onlyClientId, owner: numbered((at) => `o${at},`), repositories: text })
      read({ ...onlyClientId, installationId: '1', repositories: text, repositoryIds: text })
      read(onlyClientId, text)
      readPrivateKey(text, 'private-key')
      readPrivateKey(text.slice(0, 65_000), 'private-key')
      readAppJwt(text, Date.now())
      readAppJwt(`Bearer ${text.slice(0, 65_000)}`, Date.now())
      parseProxy('HTTPS_PROXY', text)
      printable(text)
    })
    expect(spent).toBeLessThan(MOST_SECONDS)
  })

  test.each(TRIED)('%s, in all inputs at once', (_, text) => {
    const fields = Object.keys(onlyClientId).filter((name) => name !== 'permissionInputs')
    const inputs = Object.fromEntries(fields.map((name) => [name, text])) as unknown as Inputs
    const permissionInputs = new Map([['permission-contents', text]])
    const spent = seconds(() => {
      read({ ...inputs, enterprise: '', permissionInputs })
    })
    expect(spent).toBeLessThan(MOST_SECONDS)
  })
})

test('20,000 owners and 12,000 repositories of others: told at once', async () => {
  const most = Math.min(LONGEST, LONGEST_VARIABLE)
  const whole = (list: string): string => list.replace(/,[^,]*$/, '')
  const owner = whole(numbered((at) => `o${at},`, most))
  const repositories = whole(numbered((at) => `x${at}/y,`, most))
  const spent = seconds(() => {
    read({ ...onlyClientId, owner, repositories })
  })
  expect(spent).toBeLessThan(MOST_SECONDS)
  const { lines, code, run } = await explained({ with: { owner, repositories } })
  const count = owner.split(',').length
  expect(lines[0]).toBe(
    `owner names ${count} accounts. One step creates tokens for at most 100. Nothing was sent to GitHub.`
  )
  expect(lines[1]).toBe('Fix: use several steps.')
  expect(code).toBe('scope-too-large')
  expect(run.transcript).toEqual([])
})

test.each([
  [100, true],
  [101, false]
])('%i owners, one of them named twice', (count, isFine) => {
  const owners = Array.from({ length: count }, (_, at) => `o${at}`)
  const inputs = { ...onlyClientId, owner: [...owners, 'O0'].join() }
  const own = { apiUrl: 'https://api.github.com', serverUrl: '' }
  const event = { name: '', actor: '', repository: '', webUrl: '', payload: undefined }
  const workflow = { repository: 'a/b', repositoryOwner: 'a', ...own, event }
  const decision = parseConfig(inputs, noCredential, workflow)
  const codes = codesOf(decision)
  expect(codes.includes('scope-too-large')).toBe(!isFine)
})

test('among a hundred owners, each repository is looked up once, not compared with every owner', () => {
  let lowered = 0
  const lower = jest.spyOn(String.prototype, 'toLowerCase').mockImplementation(function (
    this: string
  ) {
    lowered++
    return this.toLocaleLowerCase('en')
  })
  try {
    const owners = Array.from({ length: 100 }, (_, at) => `o${at}`)
    const repositories = numbered((at) => `x${at}/y,`, 60_000)
    read({ ...onlyClientId, owner: owners.join(), repositories })
    // Ten for each repository are many; each with each would be a hundred.
    expect(lowered).toBeLessThan(repositories.split(',').length * 10)
  } finally {
    lower.mockRestore()
  }
})

describe('permissions', () => {
  test('more than GitHub can have are not looked at one by one', () => {
    const permissions = numbered((at) => `organization-custom-rol${at}: read,`, 60_000)
    const parsed = parsePermissions(permissions, new Map())
    const count = permissions.split(',').filter((entry) => entry.includes(': read')).length
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(explanationsOf(parsed).map(({ problem }) => problem)).toEqual([
      expect.stringMatching(
        new RegExp(`^${count} permissions are named|^permissions is "|^In permissions, "`)
      )
    ])
  })

  test('nor are more inputs for them', () => {
    const inputs = new Map(
      Array.from({ length: 60_000 }, (_, at) => [`permissions-content${at}`, 'read'] as const)
    )
    const parsed = parsePermissions('', inputs)
    expect(explanationsOf(parsed).map(({ problem }) => problem)).toEqual([
      '60000 permissions are named. GitHub does not have that many.'
    ])
  })

  test('a name is compared with thousands of others in no time', () => {
    const others = Array.from({ length: 20_000 }, (_, at) => `${'x'.repeat(90)}${at}`)
    const spent = seconds(() => {
      expect(nearMiss(`${'y'.repeat(90)}10000`, others)).toBeUndefined()
    })
    expect(spent).toBeLessThan(MOST_SECONDS)
  })
})
