import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkExchange } from '../../local/github/openapi-check'
import { startGitHub, type EmbeddedGitHub } from '../../local/github/server'
import { defaultData, type GitHubData } from '../../local/github/github-data'
import { Job, removeFolder, type JobOptions, type StepResult } from '../../local/runner'
import { includeFiles, pathsForGit } from '../../src/git/include'
import { bareEnvironment, hasGit, type GitServer } from './git-server'
import { describeIfInstalled, findProgram } from './system'
import { appPublicKey, credentials } from './scenario'

/** Tests that need git. If it is not installed, they are left out with a message. */
export function describeWithGit(name: string, tests: () => void): void {
  if (hasGit) describe(name, tests)
  else {
    test(`${name}: left out, because git is not installed here`, () => {
      expect(hasGit).toBe(false)
    })
  }
}

/** If this is set, as in CI, a missing Git LFS is a failure. */
const LFS_REQUIRED = 'CI_NEEDS_GIT_LFS'

/** Tests that need git and Git LFS. If one is missing, they are left out with a message. */
export function describeWithGitLfs(title: string, tests: () => void): void {
  const isThere = hasGit && findProgram('git-lfs') !== undefined
  describeIfInstalled(title, isThere ? undefined : 'git-lfs or git', LFS_REQUIRED, tests)
}

/** A job after main has run, with a GitHub and its repositories. */
export interface GitScenario {
  readonly server: GitServer
  readonly github: EmbeddedGitHub
  readonly job: Job
  readonly main: StepResult
  /** Runs git as a later step does; a failure is a result like any other. */
  readonly git: (...args: string[]) => Promise<GitResult>
  /** The same in a folder of the workspace. */
  readonly gitIn: (folder: string, ...args: string[]) => Promise<GitResult>
}

/** The result of a git command. */
export interface GitResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** How to run main. */
export interface GitScenarioOptions extends JobOptions {
  readonly with?: Readonly<Record<string, string>>
  readonly data?: (data: GitHubData) => void
  /** Sets faults before main starts. */
  readonly arrange?: (github: EmbeddedGitHub) => void
  /** Whether GitHub answers, on purpose, as its published description does not. */
  readonly isOffDescription?: boolean
}

/**
 * Runs main with `git-credentials`. `use` is the rest of the job; it runs post if the test needs it.
 * Checks what must always hold: no request has two `Authorization` headers, and the home folder does
 * not change.
 */
export async function gitScenario(
  server: GitServer,
  options: GitScenarioOptions,
  use: (scenario: GitScenario) => Promise<void>
): Promise<void> {
  const { with: inputs, data: change, arrange, isOffDescription, ...rest } = options
  const data = defaultData({ publicKey: appPublicKey })
  data.webUrl = server.url
  change?.(data)
  const github = await startGitHub(data)
  server.trust(github)
  arrange?.(github)
  const job = new Job({
    apiUrl: github.url,
    serverUrl: server.url,
    ...rest,
    inputs: { ...credentials, 'git-credentials': 'true', ...inputs }
  })
  try {
    const main = await job.main()
    const env = laterEnvironment(job, main.exported)
    const gitIn = (folder: string, ...args: string[]): Promise<GitResult> =>
      runGit(args, { cwd: join(job.folders.workspace, folder), env })
    await use({ server, github, job, main, git: (...args) => gitIn('', ...args), gitIn })
    expect(github.complaints).toEqual([])
    if (isOffDescription !== true) {
      expect(github.exchanges.flatMap(checkExchange)).toEqual([])
    }
    expect(server.requests.filter(({ authorization }) => authorization.length > 1)).toEqual([])
    expect(readdirSync(job.folders.home)).toEqual([])
  } finally {
    job.close()
    await github.close()
  }
}

/** Another use of the action in the same job, after its main has run. */
export interface SecondUse extends Pick<GitScenario, 'main' | 'git' | 'gitIn'> {
  readonly post: () => Promise<StepResult>
}

/** Runs main again in a job, with the environment that the first use left. */
export async function secondUse(
  { server, github, job, main }: GitScenario,
  { with: inputs, env, ...rest }: GitScenarioOptions,
  use: (second: SecondUse) => Promise<void>
): Promise<void> {
  const again = new Job({
    apiUrl: github.url,
    serverUrl: server.url,
    ...rest,
    env: { ...main.exported, RUNNER_TEMP: job.folders.temp, ...env },
    inputs: { ...credentials, 'git-credentials': 'true', ...inputs }
  })
  try {
    const second = await again.main()
    const later = laterEnvironment(job, { ...main.exported, ...second.exported })
    const gitIn = (folder: string, ...args: string[]): Promise<GitResult> =>
      runGit(args, { cwd: join(job.folders.workspace, folder), env: later })
    const git = (...args: string[]): Promise<GitResult> => gitIn('', ...args)
    await use({ main: second, git, gitIn, post: () => again.post() })
  } finally {
    again.close()
  }
}

/** The environment of a later step. */
export function laterEnvironment(
  job: Job,
  more: Readonly<Record<string, string>>
): NodeJS.ProcessEnv {
  // A request over SSH fails at once.
  return { ...bareEnvironment(job.folders.home), GIT_SSH_COMMAND: 'false', ...more }
}

/** Runs git. A failure is returned as a result, too. */
export function runGit(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }
): Promise<GitResult> {
  return new Promise((resolve) => {
    execFile('git', args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

/** The files that the action created for git, and that are still there. */
export function gitFiles(job: Job): string[] {
  return readdirSync(job.folders.temp).filter((name) => name.endsWith('.gitconfig'))
}

/** The variables with which main includes its file in git's configuration, after so many older entries. */
export function includeVariables(job: Job, file: string, before = 0): Record<string, string> {
  const places = pathsForGit(job.folders.temp, file, process.platform)
  const entries = places.flatMap((place, index) => [
    [`GIT_CONFIG_KEY_${before + index}`, 'include.path'],
    [`GIT_CONFIG_VALUE_${before + index}`, place]
  ])
  const count = String(before + places.length)
  return Object.fromEntries([...entries, ['GIT_CONFIG_COUNT', count]]) as Record<string, string>
}

/** The header that git should send for a token. The first token that was created has index 0. */
export function headerOf(github: EmbeddedGitHub, index = 0): string {
  const token = github.tokens()[index]?.value ?? ''
  return `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}

/** What git prints with only this configuration, which is included as the action does it. */
export async function withConfiguration(text: string, args: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'git-configuration-'))
  try {
    const file = join(folder, 'gitconfig')
    writeFileSync(file, text)
    const included = includeFiles({}, [file, join(folder, 'nothing')])
    if (!included.ok) throw new Error('an empty environment is refused')
    const env = { ...bareEnvironment(folder), ...Object.fromEntries(included.value) }
    const { stdout, stderr } = await runGit(args, { cwd: folder, env })
    expect(stderr).toBe('')
    return stdout.trim()
  } finally {
    removeFolder(folder)
  }
}
