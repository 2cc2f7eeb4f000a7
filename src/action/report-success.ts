import type { GitResult } from '../git/set-up'
import type { AppClient } from '../github/app-client'
import type { CreatedTokens } from '../tokens/create'
import {
  describeHashes,
  describeSkew,
  describeTokens,
  messagesOnToken,
  type HashedToken
} from '../tokens/describe'
import { hasOtherInputs, readAllInputs, type Environment } from './inputs'
import * as log from './log'
import type { StartedRenewal } from './start-renewal'
import type { Work } from './work'

/** What the main step has passed on to later steps. */
export interface PassedOn {
  readonly tokens: CreatedTokens
  readonly gitResult: GitResult | undefined
  readonly startedRenewal: StartedRenewal | undefined
}

/**
 * Says what the tokens can do, until when, and what to know about them.
 *
 * @param created every token that was created
 */
export function reportSuccess(
  passedOn: PassedOn,
  work: Work,
  created: readonly HashedToken[]
): void {
  reportTokens(passedOn, work)
  if (work.source.app !== undefined) reportSkew(work.source.app)
  log.folded('Details for the audit log', describeHashes(created))
  reportGit(passedOn.gitResult)
  passedOn.startedRenewal?.messages.forEach(log.annotate)
}

function reportTokens(
  { tokens, gitResult, startedRenewal }: PassedOn,
  { config, source }: Work
): void {
  const renewal = startedRenewal && {
    delay: startedRenewal.delay,
    isForGit: gitResult?.file !== undefined
  }
  const facts = { keepToken: config.keepToken, source: source.name, renewal }
  describeTokens(tokens, facts, source.app?.now() ?? Date.now()).forEach(log.info)
  tokens.flatMap(messagesOnToken).forEach(log.annotate)
}

function reportSkew({ clockSkew, signerClockSkew }: AppClient): void {
  const skew = clockSkew ?? signerClockSkew
  if (skew === undefined) return
  const server = clockSkew === undefined ? 'the key service' : 'GitHub'
  log.annotate({ level: 'warning', message: describeSkew(skew, server) })
}

/** An input of another action is ignored, so the token may reach more than the workflow means. */
export async function warnOfOtherInputs(env: Environment): Promise<void> {
  if (!hasOtherInputs(env)) return
  // Loaded late: most steps set only inputs of this action.
  const { describeOtherInputs } = await import('../explain/other-inputs')
  const message = describeOtherInputs(readAllInputs(env))
  if (message !== undefined) log.annotate({ level: 'warning', message })
}

/** Says what is set up for git. */
export function reportGit(result: GitResult | undefined): void {
  result?.lines.forEach(log.info)
  result?.messages.forEach(log.annotate)
}
