import { join } from 'node:path'
import type { Fault } from '../local/github/faults'
import { defaultData } from '../local/github/github-data'
import { startGitHub } from '../local/github/server'
import { Job } from '../local/runner'
import { sleep } from '../src/time'
import {
  appPublicKey,
  credentials,
  errorOf,
  scenario,
  type Scenario,
  type ScenarioOptions
} from './support/scenario'
import { describeWithSignals } from './support/system'
import { cancel, deferred, TestClock } from './support/timing'
import { bareLog } from './support/post-log'

const lookupRoute = 'GET /repos/{owner}/{repo}/installation'
const creationRoute = 'POST /app/installations/{installation_id}/access_tokens'

const notHandedOver = 'The job was cancelled: no token is output.'
const lost =
  'The answer to a request for a token was lost: a token that nobody knows may exist for an hour.'

type Signals = readonly [NodeJS.Signals, ...NodeJS.Signals[]]

/**
 * Sends signals to main as soon as GitHub has received a number of requests. Time stands still until
 * main has heard them; `then` is what happens next.
 */
function cancelAfter(
  requests: number,
  signals: Signals,
  then: (clock: TestClock) => void = () => undefined
): ScenarioOptions {
  return {
    isClockStopped: true,
    during: async (main, github, _, clock) => {
      const isReached = await main.until(() => github.exchanges.length >= requests)
      expect(isReached).toBe(true)
      await cancel(main, clock, ...signals)
      then(clock)
    }
  }
}

function failing(route: typeof lookupRoute | typeof creationRoute, fault: Fault): ScenarioOptions {
  return {
    arrange: (github) => {
      github.fail(route, fault)
    }
  }
}

/** Main ended by itself, as failed, and handed nothing over. */
function expectCancelled({ main }: Scenario): void {
  expect([main.exitCode, main.signal, main.timedOut]).toEqual([1, null, false])
  expect(main.outputs).toEqual({})
}

function posts({ transcript }: Scenario): string[] {
  return transcript.filter((line) => line.startsWith('POST'))
}

describeWithSignals('a job that is cancelled before the creation', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('requests no token: %s', async (signal) => {
    const result = await scenario({
      ...failing(lookupRoute, { kind: 'hang' }),
      ...cancelAfter(1, [signal])
    })
    expectCancelled(result)
    expect(posts(result)).toEqual([])
    expect(result.main.log).toBe(notHandedOver)
    expect(bareLog(result.post)).toBe('Nothing to revoke: this step output no token.')
  })

  test('does not wait for a GitHub that asked to wait', async () => {
    const result = await scenario({
      ...failing(lookupRoute, { kind: 'status', status: 503, headers: { 'retry-after': '40' } }),
      ...cancelAfter(1, ['SIGINT'])
    })
    expectCancelled(result)
    expect(posts(result)).toEqual([])
    expect(result.main.log).toBe(notHandedOver)
  })
})

describeWithSignals('a job that is cancelled during the creation', () => {
  test.each<[Signals, string]>([
    [['SIGINT'], 'false'],
    [['SIGTERM'], 'false'],
    [['SIGINT', 'SIGINT', 'SIGTERM'], 'false'],
    [['SIGINT'], 'true']
  ])(
    'hides the token and leaves it to post: %j, with skip-token-revoke %s',
    async (signals, keep) => {
      const released = deferred()
      const result = await scenario({
        with: { 'skip-token-revoke': keep },
        ...failing(creationRoute, { kind: 'delay', until: released.promise }),
        ...cancelAfter(2, signals, released.resolve)
      })
      expectCancelled(result)
      const [token, ...others] = result.github.tokens()
      expect(others).toEqual([])
      expect(result.main.masks).toContain(token?.value)
      expect(result.main.state['github-app-token']).toContain(token?.value)
      expect(result.main.log).toBe(notHandedOver)
      expect(result.main.annotations).toEqual([])
      expect(bareLog(result.post)).toBe('Token for octo-org/hello revoked')
      expect(result.github.liveTokens()).toEqual([])
    }
  )

  test('starts no second one where the first failed', async () => {
    const result = await scenario({
      ...failing(creationRoute, { kind: 'status', status: 503, headers: { 'retry-after': '40' } }),
      ...cancelAfter(2, ['SIGTERM'])
    })
    expectCancelled(result)
    expect(posts(result)).toHaveLength(1)
    expect(result.main.log).toBe(notHandedOver)
  })

  test('says that a token may live on where the answer was lost', async () => {
    const result = await scenario({
      ...failing(creationRoute, {
        kind: 'status',
        status: 502,
        after: true,
        headers: { 'retry-after': '40' }
      }),
      ...cancelAfter(2, ['SIGINT'])
    })
    expectCancelled(result)
    expect(posts(result)).toHaveLength(1)
    expect(result.main.log).toBe(`${notHandedOver}\nWarning: ${lost}`)
    expect(result.github.liveTokens()).toHaveLength(1)
  })

  test('ends by itself, as failed, where GitHub does not answer', async () => {
    const result = await scenario({
      ...failing(creationRoute, { kind: 'hang', after: true }),
      ...cancelAfter(2, ['SIGINT'], (clock) => {
        clock.start()
      })
    })
    expectCancelled(result)
    expect(result.main.log).toBe(
      `The job was cancelled, and GitHub did not answer in time.\nWarning: ${lost}`
    )
    expect(bareLog(result.post)).toBe('Nothing to revoke: this step output no token.')
  })
})

test('a step that fails for another reason says nothing of a cancelled job', async () => {
  const result = await scenario({
    arrange: (github) => {
      github.fail(creationRoute, { kind: 'status', status: 403 })
    }
  })
  errorOf(result)
  expect(result.main.log).not.toContain('cancelled')
})

test('a step whose work never ends does not look like success', async () => {
  const result = await scenario({
    ...failing(lookupRoute, { kind: 'status', status: 503 }),
    nodeArguments: ['--require', join(__dirname, 'support/preload/lost-timers.cjs')]
  })
  expect(errorOf(result).message).toContain('The step ended before its work was done.')
  expect(result.main.outputs).toEqual({})
})

test('a wait that begins after the job was cancelled is not begun', async () => {
  await expect(sleep(3_600_000, AbortSignal.abort())).rejects.toThrow('aborted')
}, 5000)

describeWithSignals('a post step that is told to end', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('revokes the token first: %s', async (signal) => {
    const github = await startGitHub(defaultData({ publicKey: appPublicKey }))
    const clock = new TestClock()
    const job = new Job({ apiUrl: github.url, inputs: credentials, env: clock.env })
    try {
      await job.main()
      const released = deferred()
      github.fail('DELETE /installation/token', { kind: 'delay', until: released.promise })
      const post = job.startPost()
      await post.process.until(() => github.exchanges.at(-1)?.method === 'DELETE')
      post.process.kill(signal)
      released.resolve()
      const { exitCode, log } = await post.result
      expect(exitCode).toBe(0)
      expect(log).toContain('Token for octo-org/hello revoked')
      expect(github.liveTokens()).toEqual([])
    } finally {
      job.close()
      await github.close()
      clock.close()
    }
  })
})
