import type { Config } from '../config/config'
import { describeFallback, describeLost, describeToken, remarksOnToken } from '../describe'
import type { Situation } from '../diagnose/situation'
import { AppSession } from '../github/app-session'
import { Door } from '../github/door'
import type { GitHub } from '../github/github'
import type { IssuedToken } from '../github/tokens'
import { mintToken, type MintedToken } from '../mint'
import { planRequest, type TokenRequest } from '../plan'
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
  situation: Situation
  github?: GitHub
}

/** The main step: mints a token, and hands it over. */
export async function main(env: Environment = process.env): Promise<void> {
  const progress: Progress = { situation: {} }
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
  const request = planRequest(config.target, config.permissions)
  const github = connect(config, cancelled)
  progress.github = github
  progress.situation = { config, request }
  const minted = await mintToken(request, {
    ...github,
    cancelled,
    keep: (issued) => {
      keep(issued, config, request)
    },
    forget: () => {
      saveState(EMPTY_STATE)
    },
    found: (installation) => {
      progress.situation = { config, request, installation }
    }
  })
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

/**
 * Hides the token, and leaves it to post: whatever happens next, it is neither seen nor forgotten.
 * One that is to be kept is no exception until it has been handed over.
 */
function keep(issued: IssuedToken, config: Config, request: TokenRequest): void {
  log.mask(issued.token)
  const { token, expiresAt } = issued
  saveState({
    apiUrl: config.api.url,
    keepToken: false,
    tokens: [{ token, expiresAt, subject: request.subject }]
  })
}

function tell(minted: MintedToken, config: Config, app: AppSession): void {
  describeToken({ minted, config, now: app.now() }).forEach(log.info)
  remarksOnToken(minted, app.clockSkew).forEach(log.remark)
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
