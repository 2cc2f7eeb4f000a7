import { ACTION, NO_WAIT, runCrowd } from '../local/bench/crowd'
import { defaultData } from '../local/github/github-data'
import { PointLimit } from '../local/github/point-limit'
import { startGitHub, type EmbeddedGitHub } from '../local/github/server'
import { Job, type JobOptions, type RunningStep, type StepResult } from '../local/runner'
import { appPublicKey, credentials } from './support/scenario'
import { Random, SEED, triesOf } from './support/search'
import { SharedClock } from './support/timing'

describe('a thousand jobs that start together, in virtual time', () => {
  test.each(['all together', 'each endpoint'] as const)(
    'all get a token, if GitHub counts points of %s',
    (counts) => {
      const random = new Random(SEED)
      const jobs = 1000
      const times = runCrowd({ jobs, policy: ACTION, counts, random: () => random.next() })
      expect(times).toHaveLength(jobs)
      expect(times.at(-1)).toBeLessThan(11 * 60_000)
      expect(times[jobs / 2]).toBeLessThan(4 * 60_000)
    }
  )

  test('without waits for limits, most get none', () => {
    const random = new Random(SEED)
    const counts = 'all together'
    const crowd = { jobs: 1000, policy: NO_WAIT, counts, random: () => random.next() } as const
    expect(runCrowd(crowd).length).toBeLessThanOrEqual(150)
  })
})

/** How many processes there are, and how many of them get a token in a minute. */
const PROCESSES = triesOf(60, 12)
const IN_A_MINUTE = PROCESSES / 4

describe('processes that start together, and GitHub lets a quarter of them through in a minute', () => {
  let github: EmbeddedGitHub
  let clock: SharedClock
  let jobs: Job[]

  beforeEach(async () => {
    clock = new SharedClock()
    const data = defaultData({ publicKey: appPublicKey, now: clock.now })
    // A lookup costs 1 point, a creation or a revocation 5.
    const limit = new PointLimit({ points: 6 * IN_A_MINUTE, counts: 'all together' })
    github = await startGitHub(data, { limit })
    const options: JobOptions = { apiUrl: github.url, inputs: credentials, env: clock.env }
    jobs = Array.from({ length: PROCESSES }, () => new Job(options))
  })

  afterEach(async () => {
    for (const job of jobs) job.close()
    await github.close()
    clock.close()
  })

  /** Starts a step in each job at the same moment. */
  async function inEach(start: (job: Job) => RunningStep): Promise<StepResult[]> {
    const steps = jobs.map(start)
    clock.add(...steps.map(({ process }) => process))
    return Promise.all(steps.map(({ result }) => result))
  }

  test(`all ${PROCESSES} get a token, and wait for it as the log says`, async () => {
    const results = await inEach((job) => job.startMain())
    expect(results.filter(({ exitCode }) => exitCode !== 0).map(({ log }) => log)).toEqual([])
    expect(new Set(results.map(({ outputs }) => outputs['token'])).size).toBe(PROCESSES)
    expect(github.liveTokens()).toHaveLength(PROCESSES)
    const waited = results.filter(({ log }) => log.startsWith("GitHub's rate limit is reached."))
    expect(waited.length).toBeGreaterThanOrEqual(PROCESSES / 2)
    expect(github.complaints).toEqual([])
  })
})
