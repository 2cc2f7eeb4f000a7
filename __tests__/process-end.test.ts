import { execFileSync } from 'node:child_process'
import dns from 'node:dns'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StepOptions } from '../local/runner'
import { isLookingUp, lookup } from '../src/http/name-lookup'
import { errorOf, scenario } from './support/scenario'

const HOST = 'github.slow.example'

const node = process.env['ACTION_NODE'] ?? process.execPath
const script = 'process.platform !== "win32" && typeof process.execve === "function"'
const endsAtOnce = execFileSync(node, ['-p', script]).toString().trim() === 'true'

let folder: string
let fifo: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'name-server-'))
  fifo = join(folder, 'fifo')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A step that knows the address of {@link HOST}. */
function knownHost(): StepOptions {
  return {
    nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'slow-lookup.cjs')],
    env: { SLOW_HOST: HOST, SLOW_ADDRESS: '127.0.0.1' }
  }
}

/** The same, but the lookup never ends. */
function silentNameServer(): StepOptions {
  const step = knownHost()
  return { ...step, env: { ...step.env, SLOW_FIFO: fifo } }
}

function apiUrl({ url }: { readonly url: string }): string {
  return url.replace('127.0.0.1', HOST)
}

function countLookups(): number {
  return readFileSync(`${fifo}.lookups`, 'utf8').length
}

const onPosix = process.platform === 'win32' ? describe.skip : describe

onPosix('a name server that never answers', () => {
  const onNewNode = endsAtOnce ? test : test.skip

  beforeEach(() => {
    execFileSync('mkfifo', [fifo])
  })

  onNewNode('main ends, and all its tries share one lookup', async () => {
    const { main } = await scenario({
      job: (github) => ({ apiUrl: apiUrl(github), ...silentNameServer() })
    })
    expect(main.timedOut).toBe(false)
    expect(errorOf({ main }).message).toContain('did not answer in time (ETIMEDOUT)')
    expect(countLookups()).toBe(1)
  })

  onNewNode('main does not wait for the lookup of a connection that it never needs', async () => {
    const { main } = await scenario({
      job: () => ({ apiUrl: `https://${HOST}`, ...silentNameServer() }),
      with: { 'permission-contents': 'wriet' },
      isClockStopped: true
    })
    expect(main.timedOut).toBe(false)
    expect(errorOf({ main }).title).toContain('permission')
    expect(countLookups()).toBe(1)
  })

  onNewNode('post ends with a warning, and does not fail the job', async () => {
    const { main, post } = await scenario({
      job: (github) => ({ apiUrl: apiUrl(github), ...knownHost() }),
      forPost: silentNameServer()
    })
    expect(main.exitCode).toBe(0)
    expect(post.timedOut).toBe(false)
    expect(post.log).toContain('was not revoked')
    expect(countLookups()).toBe(1)
  })
})

onPosix('a system on which no program can replace the process', () => {
  test('main ends when the lookup does', async () => {
    execFileSync('mkfifo', [fifo])
    const step = silentNameServer()
    const { main } = await scenario({
      job: (github) => ({
        apiUrl: apiUrl(github),
        ...step,
        env: { ...step.env, SLOW_EXECVE: 'missing' }
      }),
      during: async (running) => {
        await running.until(() => running.output.includes('::error'))
        // A writer lets the reader go on.
        writeFileSync(fifo, '')
      }
    })
    expect(main.timedOut).toBe(false)
    expect(main.exitCode).toBe(1)
  })
})

test('Node looks up one address only, if it is told so: the step works', async () => {
  const step = knownHost()
  const { main } = await scenario({
    job: (github) => ({
      apiUrl: apiUrl(github),
      ...step,
      nodeArguments: [...(step.nodeArguments ?? []), '--no-network-family-autoselection']
    })
  })
  expect(main.exitCode).toBe(0)
})

describe('lookup', () => {
  const addresses = [
    { address: '192.0.2.1', family: 4 },
    { address: '2001:db8::1', family: 6 }
  ]

  /** Holds lookups back; each call of `answer` answers the next. */
  function holdLookups(): { readonly count: () => number; answer(error: Error | null): void } {
    const held: ((error: Error | null, found: typeof addresses) => void)[] = []
    const spy = jest.spyOn(dns, 'lookup').mockImplementation(((_: string, __: unknown, answer) => {
      held.push(answer as (typeof held)[number])
    }) as typeof dns.lookup)
    return {
      count: () => spy.mock.calls.length,
      answer: (error) => held.shift()?.(error, addresses)
    }
  }

  afterEach(() => {
    jest.restoreAllMocks()
  })

  test('requests for one host share a lookup; the next request after the answer looks up again', () => {
    const lookups = holdLookups()
    const [first, second, third] = [jest.fn(), jest.fn(), jest.fn()]
    lookup('one.example', { all: true }, first)
    lookup('one.example', { all: false }, second)
    expect([lookups.count(), isLookingUp()]).toEqual([1, true])
    lookups.answer(null)
    expect(first.mock.calls).toEqual([[null, addresses]])
    expect(second.mock.calls).toEqual([[null, '192.0.2.1', 4]])
    expect(isLookingUp()).toBe(false)
    lookup('one.example', { all: true }, third)
    expect(lookups.count()).toBe(2)
    lookups.answer(null)
    expect(third).toHaveBeenCalledTimes(1)
  })

  test('a failure reaches everybody who waits', () => {
    const lookups = holdLookups()
    const waiting = [jest.fn(), jest.fn()]
    for (const each of waiting) lookup('two.example', {}, each)
    const error = new Error('ENOTFOUND')
    lookups.answer(error)
    for (const each of waiting) expect(each.mock.calls).toEqual([[error, []]])
  })

  test('another host, or another family, is another lookup', () => {
    const lookups = holdLookups()
    lookup('one.example', { all: true }, jest.fn())
    lookup('two.example', { all: true }, jest.fn())
    lookup('one.example', { all: true, family: 6 }, jest.fn())
    expect(lookups.count()).toBe(3)
    for (let count = 0; count < 3; count++) lookups.answer(null)
  })
})
