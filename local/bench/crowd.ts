/**
 * Many jobs that start together, in virtual time, against a model of GitHub's limits. What a job does
 * after an answer is decided by the action's own functions.
 */
import { MAX_RATE_LIMIT_WAITS_MS } from '../../src/action/time-limits'
import { RateLimitWaits } from '../../src/http/rate-limit-waits'
import { decideRetry } from '../../src/http/retry'
import { PointLimit, RETRY_AFTER, type PointLimitOptions } from '../github/point-limit'

/** How long jobs wait if a limit is reached. */
export interface Policy {
  /** In all, in milliseconds. */
  readonly longest: number
  /** How much longer than GitHub asks: by a random part, up to this one. */
  readonly jitter: number
}

const MINUTE = 60_000

/** What the main step does. */
export const ACTION: Policy = { longest: MAX_RATE_LIMIT_WAITS_MS.main, jitter: 1 }

/** No wait for a limit fits into the 50 seconds of a step. */
export const NO_WAIT: Policy = { longest: 0, jitter: 0 }

const POLICIES: Readonly<Record<string, Policy>> = {
  'no wait for a limit': NO_WAIT,
  '5 minutes, as GitHub asks': { longest: 5 * MINUTE, jitter: 0 },
  '10 minutes, plus 0 to 100 % (the action)': ACTION,
  '10 minutes, plus 0 to 200 %': { longest: 10 * MINUTE, jitter: 2 }
}

/** Many jobs. */
export interface Crowd {
  readonly jobs: number
  readonly policy: Policy
  readonly counts: PointLimitOptions['counts']
  /** Returns a number from 0 up to 1. */
  readonly random: () => number
}

/** GitHub's points in a minute. */
const POINTS = 900
/** The jobs start within so many milliseconds. */
const START = 10_000
/** A request is answered after so many milliseconds. */
const ROUND_TRIP = 100
/** The step's time limit without waits for limits, in milliseconds. */
const STEP_LIMIT = 50_000
/** What each job sends. */
const REQUESTS = [
  { method: 'GET', endpoint: 'the lookup' },
  { method: 'POST', endpoint: 'the creation' }
] as const

/** How long each job took that got a token, in milliseconds, the shortest first. */
export function runCrowd({ jobs, policy, counts, random }: Crowd): number[] {
  const limit = new PointLimit({ points: POINTS, counts })
  const working = new Set(Array.from({ length: jobs }, () => new Job(random() * START, policy)))
  const times: number[] = []
  while (working.size > 0) {
    const job = [...working].reduce((first, other) => (other.now < first.now ? other : first))
    const result = job.sendNext(limit, random)
    if (result !== 'goes on') working.delete(job)
    if (result === 'has a token') times.push(job.now - job.start)
  }
  return times.sort((one, other) => one - other)
}

class Job {
  readonly start: number
  /** When it sends its next request, or ends. */
  now: number
  private readonly policy: Policy
  private readonly waits: RateLimitWaits
  private answered = 0
  private rateLimitHits = 0

  constructor(start: number, policy: Policy) {
    this.start = start
    this.now = start
    this.policy = policy
    this.waits = new RateLimitWaits(policy.longest, () => undefined)
  }

  sendNext(limit: PointLimit, random: () => number): 'goes on' | 'has a token' | 'gives up' {
    const request = REQUESTS[this.answered]
    if (request === undefined) return 'has a token'
    const isAnswered = limit.take(request.method, request.endpoint, this.now)
    this.now += ROUND_TRIP
    if (isAnswered) {
      this.answered += 1
      this.rateLimitHits = 0
      return 'goes on'
    }
    this.rateLimitHits += 1
    const retry = decideRetry({
      outcome: { kind: 'answered', status: 403, isRateLimited: true, wait: RETRY_AFTER * 1000 },
      attempts: this.rateLimitHits,
      rateLimitHits: this.rateLimitHits,
      remaining: STEP_LIMIT,
      remainingForRateLimits: this.waits.budgetLeft(this.now),
      createsToken: request.method === 'POST',
      random: random() * this.policy.jitter
    })
    if (retry?.kind !== 'rate-limit') return 'gives up'
    this.waits.begin(this.now, retry)
    this.now += this.waits.currentWaitLeft(this.now)
    return 'goes on'
  }
}

/** A table: what becomes of so many jobs with each policy. */
export function crowdTable(
  counts: PointLimitOptions['counts'],
  sizes: readonly number[],
  random: () => number
): string[] {
  const row = (name: string, cells: readonly string[]): string =>
    `  ${name.padEnd(42)}${cells.map((cell) => cell.padEnd(32)).join('')}`.trimEnd()
  const rows = Object.entries(POLICIES).map(([name, policy]) =>
    row(
      name,
      sizes.map((jobs) => describeTimes(jobs, runCrowd({ jobs, policy, counts, random })))
    )
  )
  const heading = sizes.map((jobs) => `${jobs.toLocaleString('en')} jobs`)
  return [row(`Points of ${counts}`, heading), ...rows]
}

function describeTimes(jobs: number, times: readonly number[]): string {
  if (times.length < jobs) return `${times.length} get a token`
  return `all, median ${seconds(times, 0.5)}, p99 ${seconds(times, 0.99)}`
}

function seconds(times: readonly number[], part: number): string {
  const time = times[Math.ceil(times.length * part) - 1] ?? NaN
  return `${Math.round(time / 1000)} s`
}
