import type { Config } from '../config/config'
import {
  describeFallback,
  describeLost,
  describeSkew,
  describeTokens,
  remarksOnToken
} from '../describe'
import { AppSession } from '../github/app-session'
import { Door } from '../github/door'
import type { GitHub } from '../github/github'
import type { IssuedToken } from '../github/tokens'
import { mintTokens, type MintedToken } from '../mint'
import { planRequests, type TokenRequest } from '../plan'
import type { SavedToken } from '../revoke'
import { privateKeySigner } from '../signers/private-key-signer'
import { readConfig } from './config'
import type { Environment } from './environment'
import * as log from './log'
import { publish, publishFallback } from './publish'
import { requireRunner } from './runner'
import { start } from './start'
import { EMPTY_STATE, saveState } from './state'
import { systemClock } from './system-clock'

/** How far the step has come: what a report of a failure draws on. */
interface Progress {
  config?: Config
  github?: GitHub
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
  progress.github?.door.close()
}

async function run(env: Environment, progress: Progress, cancelled: AbortSignal): Promise<void> {
  requireRunner(env)
  saveState(EMPTY_STATE)
  const decision = readConfig(env)
  switch (decision.source) {
    case 'fallback':
      publishFallback(decision.token)
      log.remark(describeFallback(decision.because))
      return
    case 'app':
      await handOver(decision.config, progress, cancelled)
  }
}

async function handOver(config: Config, progress: Progress, cancelled: AbortSignal): Promise<void> {
  const requests = planRequests(config.targets, config.rights)
  const github = connect(config, cancelled)
  progress.config = config
  progress.github = github
  const minted = await mintTokens(requests, { ...github, cancelled, ...safe(config) })
  publish(minted)
  if (config.keepToken) saveState({ ...EMPTY_STATE, keepToken: true })
  tell(minted, config, github.app)
}

function connect(config: Config, cancelled: AbortSignal): GitHub {
  const clock = systemClock
  const door = new Door({ apiUrl: config.api.url, clock, cancelled })
  const signer = privateKeySigner(config.key)
  const app = new AppSession({ door, signer, issuer: config.app.value, clock, mask: log.mask })
  return { door, app }
}

/** Where tokens are put until they are handed over. */
interface Safe {
  readonly keep: (issued: IssuedToken, request: TokenRequest) => void
  readonly forget: (issued: IssuedToken) => void
}

/**
 * Hides each token, and leaves it to post: whatever happens next, it is neither seen nor forgotten.
 * Tokens that outlive the job are no exception until they have been handed over.
 */
function safe({ api }: Config): Safe {
  const tokens = new Map<string, SavedToken>()
  const save = (): void => {
    saveState({ apiUrl: api.url, keepToken: false, tokens: [...tokens.values()] })
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

function warnOfLost({ github }: Progress): void {
  const lost = github?.door.lostMints ?? 0
  if (lost > 0) log.remark({ level: 'warning', message: describeLost(lost) })
}

async function fail(error: unknown, env: Environment, progress: Progress): Promise<void> {
  // Loaded only now: a step that succeeds shall not wait for what explains failures.
  const { reportFailure } = await import('./failure')
  await reportFailure({ error, ...progress }, env)
}
