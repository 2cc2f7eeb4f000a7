import { createPublicKey, type KeyObject } from 'node:crypto'
import { checkExchange } from '../../local/github/openapi-check'
import { startGitHub, type EmbeddedGitHub } from '../../local/github/server'
import { defaultData, type GitHubData } from '../../local/github/github-data'
import {
  Job,
  type JobOptions,
  type RunningProcess,
  type StepOptions,
  type StepResult
} from '../../local/runner'
import { seededRsaKey } from './keys'
import { SharedClock, TestClock } from './timing'

/** The App's private key in every test. */
export const appPrivateKey: KeyObject = seededRsaKey('app')

/** The same in the format in which GitHub offers it (PKCS#1). */
export const appKey: string = appPrivateKey.export({ type: 'pkcs1', format: 'pem' }).toString()

/** The public half of the App's key. */
export const appPublicKey: KeyObject = createPublicKey(appPrivateKey)

/** The inputs of a step that names only the App. */
export const credentials = {
  'client-id': 'Iv23liEXAMPLEoctobot',
  'private-key': appKey
} as const

/** One step in one job, against an embedded GitHub of its own. */
export interface ScenarioOptions extends JobOptions {
  /** More inputs than the App's credentials. They can also replace the credentials. */
  readonly with?: Readonly<Record<string, string>>
  /** Changes what exists at GitHub, before the step starts. */
  readonly data?: (data: GitHubData) => void
  /** Sets faults before the step starts. */
  readonly arrange?: (github: EmbeddedGitHub) => void
  /** More options of the job, if they depend on GitHub's address. */
  readonly job?: (github: EmbeddedGitHub, clock: TestClock) => JobOptions
  /** What happens while main runs. */
  readonly during?: (
    main: RunningProcess,
    github: EmbeddedGitHub,
    job: Job,
    clock: TestClock
  ) => Promise<void> | void
  /** What happens between main and post. */
  readonly between?: (main: StepResult, job: Job, github: EmbeddedGitHub) => Promise<void> | void
  /** Options for post, if they differ from main's. */
  readonly forPost?: StepOptions
  /** The path in front of every route, such as `/api/v3`. */
  readonly prefix?: string
  /** Whether GitHub closes each connection after one answer. */
  readonly closesConnections?: boolean
  /** Whether requests may differ from GitHub's published description on purpose. */
  readonly isOffDescription?: boolean
  /** No time passes before `during` starts the clock: no retry, no time limit. */
  readonly isClockStopped?: boolean
  /** The clocks of GitHub and of the steps go on together if the steps wait. */
  readonly sharesTime?: boolean
}

/** The result of a scenario. */
export interface Scenario {
  readonly main: StepResult
  readonly post: StepResult
  readonly github: EmbeddedGitHub
  /** Every request as `METHOD /path status`, in order; main and post together. */
  readonly transcript: readonly string[]
}

/**
 * Runs main and post as a runner does and checks what holds in every scenario: requests and answers
 * follow GitHub's own description, main reports at most one error, and post never fails. Leaks are
 * searched after every test: see `leak-check.ts`.
 */
export async function scenario(options: ScenarioOptions = {}): Promise<Scenario> {
  const data = defaultData({ publicKey: appPublicKey })
  const shared = options.sharesTime === true ? new SharedClock() : undefined
  if (shared !== undefined) data.now = shared.now
  options.data?.(data)
  const clock = new TestClock(options.isClockStopped)
  const github = await startGitHub(data, {
    onHold: clock.hold,
    prefix: options.prefix ?? '',
    closesConnections: options.closesConnections ?? false
  })
  try {
    options.arrange?.(github)
    const inputs = { ...credentials, ...options.with }
    const job = { apiUrl: github.url, ...options, inputs, ...options.job?.(github, clock) }
    const env = { ...job.env, ...clock.env, ...shared?.env }
    const { main, post } = await runSteps({ ...job, env }, options, github, { clock, shared })
    const transcript = github.exchanges.map(
      ({ method, path, status }) => `${method} ${path} ${status ?? 'no answer'}`
    )
    if (options.isOffDescription !== true) {
      expect(github.exchanges.flatMap(checkExchange)).toEqual([])
    }
    expect(github.complaints).toEqual([])
    expect(main.annotations.filter(({ level }) => level === 'error').length).toBeLessThanOrEqual(1)
    expect(post.exitCode).toBe(0)
    return { main, post, github, transcript }
  } finally {
    await github.close()
    clock.close()
    shared?.close()
  }
}

async function runSteps(
  jobOptions: JobOptions,
  { during, between, forPost }: ScenarioOptions,
  github: EmbeddedGitHub,
  { clock, shared }: { readonly clock: TestClock; readonly shared: SharedClock | undefined }
): Promise<Pick<Scenario, 'main' | 'post'>> {
  const job = new Job(jobOptions)
  try {
    const running = job.startMain()
    shared?.add(running.process)
    await during?.(running.process, github, job, clock)
    const main = await running.result
    await between?.(main, job, github)
    const post = job.startPost(forPost)
    shared?.add(post.process)
    return { main, post: await post.result }
  } finally {
    job.close()
  }
}

/** The one error of a failed main step: title and message. */
export function errorOf({ main }: Pick<Scenario, 'main'>): { title: string; message: string } {
  const error = main.annotations.find(({ level }) => level === 'error')
  expect(main.exitCode).toBe(1)
  if (error === undefined) throw new Error(`main did not fail:\n${main.log}`)
  return error
}

/** The bodies of all requests for a token, in order. */
export function creationBodies(github: EmbeddedGitHub): unknown[] {
  return github.exchanges
    .filter(({ method }) => method === 'POST')
    .map(({ requestBody }) => requestBody)
}

/** Main output its token, post revoked it, and nothing is left alive. */
export function expectCreatedAndRevoked({ main, post, github }: Scenario): void {
  expect(main.exitCode).toBe(0)
  expect(main.outputs['token']).toBe(github.tokens()[0]?.value)
  expect(post.log).toContain('Token for octo-org/hello revoked')
  expect(github.liveTokens()).toEqual([])
}
