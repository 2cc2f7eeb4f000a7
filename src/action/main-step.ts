import type { Config, Fallback } from '../config/config'
import {
  describeFallback,
  describeLost,
  describeSkew,
  describeTokens,
  remarksOnToken
} from './log-result'
import { AppSession } from '../github/app-client'
import { Door } from '../http/http-client'
import { InterruptedError } from '../http/errors'
import type { GitHub } from '../github/github'
import type { IssuedToken } from '../github/api'
import {
  mintTokens,
  MintError,
  revokeUnused,
  type MintDependencies,
  type MintedToken
} from '../tokens/create'
import { planRequests, type TokenRequest } from '../tokens/plan'
import type { SavedToken } from '../tokens/revoke'
import { privateKeySigner } from '../signers/pem'
import { readConfig, type Environment } from './inputs'
import type { Work } from './report-failure'
import type { GitReport, GitSetup } from '../git/set-up'
import * as log from './log'
import { publish, publishFallback, setVariables } from './outputs'
import { requireRunner } from './runner-files'
import { start } from './run-step'
import { EMPTY_STATE, saveState } from './state'
import { systemClock } from './system-clock'

/** How far the step has come: what a report of a failure draws on. */
interface Progress {
  /** Set once it is known what to do. */
  work?: Work
}

/** The main step: mints the tokens, and hands them over. */
export async function main(env: Environment = process.env): Promise<void> {
  const progress: Progress = {}
  await start(
    (cancelled) => run(env, progress, cancelled),
    (error) => fail(error, env, progress),
    () => {
      warnOfLost(progress)
    }
  )
}

async function run(env: Environment, progress: Progress, cancelled: AbortSignal): Promise<void> {
  requireRunner(env)
  saveState(EMPTY_STATE)
  const decision = readConfig(env)
  switch (decision.source) {
    case 'fallback':
      await handOverFallback(decision, env)
      return
    case 'app':
      await handOver(decision.config, env, progress, cancelled)
  }
}

async function handOver(
  config: Config,
  env: Environment,
  progress: Progress,
  cancelled: AbortSignal
): Promise<void> {
  const requests = planRequests(config.targets, config.rights)
  const github = connect(config, cancelled)
  progress.work = { config, github }
  const safe = openSafe(config.api.url)
  const git = await prepareGit(config, safe, env)
  try {
    const dependencies = { ...github, ...safe, clock: systemClock, cancelled }
    const minted = await mintTokens(requests, dependencies)
    const report = await orRevoke(minted, dependencies, async () => {
      const completed = await git?.complete(minted, github.door, systemClock)
      if (completed !== undefined) setVariables(completed.variables)
      publish(minted, completed?.outputs)
      if (config.keepToken) safe.release()
      await git?.takeOver(systemClock)
      return completed
    })
    tell(minted, config, github.app)
    tellGit(report)
  } catch (error) {
    git?.discard()
    throw error
  }
}

async function handOverFallback(fallback: Fallback, env: Environment): Promise<void> {
  const { token, because, repository } = fallback
  const git = await prepareGit(fallback, openSafe(fallback.api.url), env)
  const report = git?.completeFallback(token, repository)
  if (report !== undefined) setVariables(report.variables)
  publishFallback(token)
  await git?.takeOver(systemClock)
  log.remark(describeFallback(because))
  tellGit(report)
}

async function prepareGit(
  { git, api: { webUrl, isOwn } }: Pick<Config, 'git' | 'api'>,
  { remember }: Safe,
  env: Environment
): Promise<GitSetup | undefined> {
  if (!git.credentials && !git.identity) return undefined
  // Loaded only now: a step that does nothing for git shall not wait for it.
  const { prepareGit: prepare } = await import('../git/set-up')
  return prepare({ wishes: git, webUrl, isOwn, remember }, env)
}

/** Passes tokens on. If that fails, revokes them: a failed step must not leave a living token. */
async function orRevoke<T>(
  minted: readonly [MintedToken, ...MintedToken[]],
  dependencies: MintDependencies,
  passOn: () => Promise<T>
): Promise<T> {
  try {
    return await passOn()
  } catch (error) {
    if (error instanceof InterruptedError) throw error
    const [{ request, installation }] = minted
    const unused = await revokeUnused(minted, dependencies)
    throw new MintError([{ error, request, installation }], unused)
  }
}

function connect(config: Config, cancelled: AbortSignal): GitHub {
  const clock = systemClock
  const door = new Door({ apiUrl: config.api.url, clock, cancelled })
  const signer = privateKeySigner(config.key)
  const app = new AppSession({ door, signer, issuer: config.app.value, clock, mask: log.mask })
  return { door, app }
}

/** Where tokens are put until they are handed over, and what else post needs. */
interface Safe {
  readonly keep: (issued: IssuedToken, request: TokenRequest) => void
  readonly forget: (issued: IssuedToken) => void
  /** Leaves the file from which git reads the tokens to post. */
  readonly remember: (gitFile: string) => void
  /** Lets the tokens outlive the job. */
  readonly release: () => void
}

/**
 * Hides each token, and leaves it to post: whatever happens next, it is neither seen nor forgotten.
 * Tokens that outlive the job are no exception until they have been handed over.
 */
function openSafe(apiUrl: string): Safe {
  const tokens = new Map<string, SavedToken>()
  let gitFile = ''
  const save = (): void => {
    saveState({ ...EMPTY_STATE, apiUrl, gitFile, tokens: [...tokens.values()] })
  }
  return {
    keep: ({ token, expiresAt }, { subject }) => {
      log.mask(token)
      tokens.set(token, { token, expiresAt, subject })
      save()
    },
    forget: ({ token }) => {
      tokens.delete(token)
      save()
    },
    remember: (file) => {
      gitFile = file
      save()
    },
    release: () => {
      saveState({ ...EMPTY_STATE, gitFile, keepToken: true })
    }
  }
}

function tell(
  minted: readonly [MintedToken, ...MintedToken[]],
  config: Config,
  app: AppSession
): void {
  describeTokens({ minted, config, now: app.now() }).forEach(log.info)
  minted.flatMap(remarksOnToken).forEach(log.remark)
  if (app.clockSkew !== undefined) {
    log.remark({ level: 'warning', message: describeSkew(app.clockSkew) })
  }
}

function tellGit(report: GitReport | undefined): void {
  report?.lines.forEach(log.info)
  report?.remarks.forEach(log.remark)
}

function warnOfLost({ work }: Progress): void {
  const lost = work?.github.door.lostMints
  if (lost !== undefined && lost > 0) {
    log.remark({ level: 'warning', message: describeLost(lost) })
  }
}

async function fail(error: unknown, env: Environment, progress: Progress): Promise<void> {
  // Loaded only now: a step that succeeds shall not wait for what explains failures.
  const { reportFailure } = await import('./report-failure')
  await reportFailure({ error, ...progress }, env)
}
