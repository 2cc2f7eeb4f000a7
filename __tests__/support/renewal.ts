/** Jobs whose token is renewed, with GitHub's time under the control of the test. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultData, type GitHubData } from '../../local/github/github-data'
import { checkExchange } from '../../local/github/openapi-check'
import { startGitHub, type EmbeddedGitHub } from '../../local/github/server'
import {
  Job,
  type JobOptions,
  type RunningProcess,
  type StepOptions,
  type StepResult
} from '../../local/runner'
import { gitFiles } from './git-scenario'
import { appPublicKey, credentials } from './scenario'
import { SharedClock, TestClock } from './timing'

/** How long a token lives in these tests, in milliseconds. It is renewed after half of it. */
export const LIFE = 8_000

/** Half a life, and a little more: a token is renewed in it. */
export const RENEWAL = LIFE / 2 + 2_000

/** A job between main and post. */
export interface RenewalJob {
  readonly github: EmbeddedGitHub
  readonly job: Job
  readonly main: StepResult
  /** Passes with all that the renewer does in it. */
  readonly pass: (milliseconds: number) => Promise<void>
  readonly clock: SharedClock
  /** The process that renews. */
  readonly renewer: number
  /** The folder of the renewal. */
  readonly folder: string
  /** What is in `token-file` now. */
  readonly tokenInFile: () => string
  /** Runs post, and lets the time pass that it needs. */
  readonly post: (options?: StepOptions) => Promise<StepResult>
  /** Uses the action again in the same job, with the same clock. */
  readonly another: (
    inputs: Readonly<Record<string, string>>,
    use: (second: Pick<RenewalJob, 'main' | 'tokenInFile' | 'post'>) => Promise<void>
  ) => Promise<void>
}

/** How to run main. */
export interface RenewalOptions extends JobOptions {
  readonly with?: Readonly<Record<string, string>>
  readonly data?: (data: GitHubData) => void
  /** Sets faults before main starts. */
  readonly arrange?: (github: EmbeddedGitHub, clock: SharedClock) => void
  readonly isOffDescription?: boolean
  /** More options of the job, if they depend on GitHub. */
  readonly job?: ((github: EmbeddedGitHub) => JobOptions) | undefined
  /** What happens while main runs. */
  readonly during?: (
    main: RunningProcess,
    github: EmbeddedGitHub,
    clock: SharedClock,
    testClock: TestClock
  ) => Promise<void> | void
}

/** Runs main with `renew`. `use` is the rest of the job. Nothing of it runs on afterwards. */
export async function renewalJob(
  options: RenewalOptions,
  use: (job: RenewalJob) => Promise<void>
): Promise<void> {
  const clock = new SharedClock(true)
  const testClock = new TestClock()
  const data = defaultData({ publicKey: appPublicKey, now: clock.now })
  data.tokenLife = LIFE
  options.data?.(data)
  const github = await startGitHub(data, { onHold: testClock.hold })
  options.arrange?.(github, clock)
  const settings = { ...options, ...options.job?.(github) }
  const job = new Job({
    apiUrl: github.url,
    ...settings,
    env: { ...settings.env, ...clock.env, ...testClock.env },
    inputs: { ...credentials, renew: 'true', ...options.with }
  })
  try {
    const running = job.startMain()
    clock.add(running.process)
    await options.during?.(running.process, github, clock, testClock)
    const main = await running.result
    await use({
      github,
      job,
      main,
      clock,
      pass: (milliseconds) => clock.pass(milliseconds),
      renewer: clock.renewers()[0] ?? 0,
      folder: join(job.folders.temp, renewalFolders(job)[0] ?? 'nothing'),
      ...uses(job, main, clock),
      another: async (inputs, useAgain) => {
        const again = new Job({
          apiUrl: github.url,
          ...settings,
          env: { ...main.exported, RUNNER_TEMP: job.folders.temp, ...clock.env, ...testClock.env },
          inputs: { ...credentials, renew: 'true', ...inputs }
        })
        try {
          const second = await again.main()
          await useAgain({ main: second, ...uses(again, second, clock) })
        } finally {
          again.close()
        }
      }
    })
    expect(clock.errors()).toEqual([])
    expect(github.complaints).toEqual([])
    if (options.isOffDescription !== true) {
      expect(github.exchanges.flatMap(checkExchange)).toEqual([])
    }
  } finally {
    for (const pid of clock.renewers()) kill(pid, 'SIGKILL')
    job.close()
    await github.close()
    testClock.close()
    clock.close()
  }
}

function uses(
  job: Job,
  main: StepResult,
  clock: SharedClock
): Pick<RenewalJob, 'tokenInFile' | 'post'> {
  return {
    tokenInFile: () => readFileSync(main.outputs['token-file'] ?? '', 'utf8'),
    post: async (options) => {
      const post = job.startPost(options)
      clock.add(post.process)
      clock.release()
      const result = await post.result
      clock.hold()
      return result
    }
  }
}

/** The path of a script for Node's `--require`. */
export function preloaded(name: string): string {
  return join(__dirname, 'preload', name)
}

/** Sends a signal to a process that may have ended. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  // 0 would be this process and all that it has started.
  if (pid <= 1) return
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended.
  }
}

/** How long a test waits for something that a process does, in milliseconds. */
const TIMEOUT = 120_000

/** Waits until a condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + TIMEOUT
  while (!condition()) {
    if (performance.now() > end) throw new Error(`It was never true: ${String(condition)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** The folders of renewals that are there. */
export function renewalFolders(job: Job): string[] {
  if (!existsSync(job.folders.temp)) return []
  return readdirSync(job.folders.temp).filter((name) => name.startsWith('github-app-token-'))
}

/** Whether a process runs. One that has ended and is not reaped yet does not. */
export function runs(pid: number): boolean {
  if (pid <= 1) return false
  try {
    process.kill(pid, 0)
    const stat = `/proc/${pid}/stat`
    return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, 'utf8'))
  } catch {
    return false
  }
}

/** What post warns of, by the anchors of its help. */
export function warnings(post: StepResult): string[] {
  expect([post.exitCode, post.stderr]).toEqual([0, ''])
  return post.annotations
    .filter(({ level }) => level === 'warning')
    .map(({ message }) => /#([a-z-]+)$/.exec(message)?.[1] ?? message)
}

/** Nothing is left: no token, no process, no file. */
export async function expectNothingLeft({ github, job, renewer }: RenewalJob): Promise<void> {
  expect(github.liveTokens()).toEqual([])
  // It answers post right before its end.
  await until(() => !runs(renewer))
  expect([...renewalFolders(job), ...gitFiles(job)]).toEqual([])
}
