import { handlePendingEvents, amountOfTime } from '../time'
import { ProblemError } from '../problems/problem'
import type { Removal } from '../git/git-file'
import { GitHubClient } from '../github/github-client'
import type { EarlyConnection } from '../http/early-connection'
import { HttpClient } from '../http/http-client'
import { RateLimitWaits } from '../http/rate-limit-waits'
import { RefusedError } from '../http/errors'
import type { RateLimit } from '../http/reply'
import { revokeAll, type RevocationResult, type SavedToken } from '../tokens/revoke'
import type { Environment } from './inputs'
import type { RenewalEnd } from './end-renewal'
import { longJobsPage } from './help'
import * as log from './log'
import { endProcess, endProcessNow } from './end-process'
import { MAX_RATE_LIMIT_WAITS_MS, onTimeOver, TIME_OVER } from './time-limits'
import { normalizeProxy } from '../http/proxy'
import { loadState, type SavedState } from './saved-state'
import { tokenEnd } from '../tokens/token-life'

/**
 * The post step: revokes what main output. Warns if it cannot, and never fails the job.
 *
 * @param early a connection to GitHub that is being opened; undefined if there is none
 */
export async function postStep(early: EarlyConnection | undefined): Promise<void> {
  const { env } = process
  const rateLimitWaits = new RateLimitWaits(MAX_RATE_LIMIT_WAITS_MS.post, log.info)
  const http = new HttpClient({ cancelled: new AbortController().signal, rateLimitWaits, early })
  onTimeOver(rateLimitWaits, () => {
    log.annotate({ level: 'warning', message: TIME_OVER.post })
    endProcessNow(0)
  })
  // A job can be cancelled a second time. Without a handler, the signal would end this process.
  process.on('SIGINT', goOn)
  process.on('SIGTERM', goOn)
  const state = loadState(env)
  // The early connection goes on now.
  await handlePendingEvents()
  let renewal: RenewalEnd | undefined
  await warnIfItFails('The process that renews the token was not ended', async () => {
    renewal = await endRenewal(state, env)
  })
  if (renewal === undefined) {
    await warnIfItFails('The file with git credentials was not removed', () =>
      removeGit(state, env)
    )
  }
  await warnIfItFails('The token was not revoked', () => revokeSaved(state, renewal, env, http))
  await warnIfItFails('The renewal was not reported', () => renewal?.report())
  await endProcess(0)
}

/** Post ends by itself within its time limit. */
function goOn(): void {
  // Nothing.
}

/** One duty that fails does not keep the other from being done. */
async function warnIfItFails(failure: string, duty: () => Promise<void> | void): Promise<void> {
  try {
    await duty()
  } catch (error) {
    log.annotate({ level: 'warning', message: `${failure}: ${await reasonOf(error)}` })
  }
}

/** Comes first, since it takes no network: a killed job has only seconds. */
async function removeGit({ gitFile }: SavedState, env: Environment): Promise<void> {
  if (gitFile === '') return
  // Loaded late: most steps do nothing for git.
  const { removeGitFile } = await import('../git/git-file')
  reportRemoval(removeGitFile(gitFile, env))
}

function reportRemoval(removal: Removal): void {
  if (removal.kind === 'removed') log.info('Git credentials removed')
  if (removal.kind !== 'failed') return
  const message = `The file with git credentials was not removed: ${removal.reason}.`
  log.annotate({ level: 'warning', message })
}

/** Comes before the tokens are revoked, because only the renewer knows the renewed ones. */
async function endRenewal(state: SavedState, env: Environment): Promise<RenewalEnd | undefined> {
  const { renewal, gitFile, tokens } = state
  if (renewal === undefined) return undefined
  // Loaded late: most steps renew nothing.
  const { endRenewal: end } = await import('./end-renewal')
  const [{ subject } = { subject: '' }] = tokens
  return end(renewal, { subject, gitFile, onGitFileRemoved: reportRemoval }, env)
}

async function revokeSaved(
  saved: SavedState,
  renewal: RenewalEnd | undefined,
  env: Environment,
  http: HttpClient
): Promise<void> {
  const state = { ...saved, tokens: withRenewed(saved.tokens, renewal) }
  for (const { token } of state.tokens) log.mask(token)
  if (state.keepToken) {
    log.info('The token was kept: skip-token-revoke is true.')
    return
  }
  if (state.tokens.length === 0) {
    log.info(
      state.isFallback
        ? 'Nothing to revoke: the fallback token is not revoked.'
        : 'Nothing to revoke: this step output no token.'
    )
    return
  }
  const results = await revoke(state, env, http)
  for (const result of results) await report(result)
  // That a renewed token ends is no news.
  if (renewal === undefined) reportExpired(results, env)
}

function withRenewed(
  tokens: readonly SavedToken[],
  renewal: RenewalEnd | undefined
): readonly SavedToken[] {
  const known = new Set(tokens.map(({ token }) => token))
  return [...tokens, ...(renewal?.tokens ?? []).filter(({ token }) => !known.has(token))]
}

async function revoke(
  state: SavedState,
  env: Environment,
  http: HttpClient
): Promise<RevocationResult[]> {
  // The proxy may have been set after main.
  const proxy = normalizeProxy(env, state.apiUrl)
  if (!proxy.ok) {
    const error = new ProblemError(proxy.problems, { nothingSent: true })
    return state.tokens.map((saved) =>
      saved.isForeign === true ? { kind: 'foreign', saved } : { kind: 'failed', saved, error }
    )
  }
  proxy.value.forEach(log.mask)
  return revokeAll(new GitHubClient(state.apiUrl, http), state.tokens)
}

async function report(result: RevocationResult): Promise<void> {
  const { subject, expiresAt } = result.saved
  switch (result.kind) {
    case 'revoked':
      log.info(`Token for ${subject} revoked${requestsLeft(result.rateLimit)}`)
      break
    case 'not-accepted':
      log.info(`GitHub no longer accepts the token for ${subject}`)
      break
    case 'expired':
      // Said once for all tokens.
      break
    case 'foreign':
      log.annotate({
        level: 'warning',
        message: `The token for ${subject} cannot be revoked: it does not begin with ghs_, so it is not a token of a GitHub App. It ends when its token service says.`
      })
      break
    case 'failed':
      log.annotate({
        level: 'warning',
        message: `The token for ${subject} was not revoked: ${await reasonOf(result.error)} ${endOf(expiresAt)}`
      })
  }
}

/** The limit is shared by all tokens of the installation. Enterprise Server has none by default. */
function requestsLeft(rateLimit: RateLimit | undefined): string {
  if (rateLimit === undefined) return ''
  const [remaining, limit] = [rateLimit.remaining, rateLimit.limit].map(withCommas)
  return ` (${remaining} of ${limit} requests left this hour)`
}

/** `14,988`. Without `Intl`, which takes some milliseconds to load. */
function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function endOf(expiresAt: string): string {
  const isOver = Date.parse(expiresAt) <= Date.now()
  return isOver
    ? `By this runner's clock, it expired at ${tokenEnd(expiresAt)}.`
    : `It expires by itself at ${tokenEnd(expiresAt)}.`
}

/** A notice, since many do not know why their requests fail after an hour. */
function reportExpired(results: readonly RevocationResult[], env: Environment): void {
  const expired = results.filter((result) => result.kind === 'expired')
  const [first] = expired
  if (first === undefined) return
  const [which, named] = [expired.length === 1 ? 'The token' : 'The tokens', subjects(expired)]
  const end = `at ${tokenEnd(first.saved.expiresAt)}, ${amountOfTime(first.ago)} before this job ended`
  log.annotate({
    level: 'notice',
    message: `${which} for ${named} expired ${end}: see "A job is longer than an hour", ${longJobsPage(env)}`
  })
}

/** At most this many are named. */
const MAX_NAMED = 3

function subjects(results: readonly RevocationResult[]): string {
  const named = results.slice(0, MAX_NAMED).map(({ saved }) => saved.subject)
  const more = results.length - named.length
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`
}

/** At most this many characters of an answer are shown. */
const MAX_QUOTE_LENGTH = 120

/** What went wrong, in one line. */
async function reasonOf(error: unknown): Promise<string> {
  // Loaded late: a step that succeeds does not wait for what explains failures.
  const { explain } = await import('../explain/explain')
  const [{ problem }] = explain({ error: shortened(error) })
  return problem.replace(/\n\s*/g, ' ')
}

function shortened(error: unknown): unknown {
  if (!(error instanceof RefusedError)) return error
  const { reply, attempts, rateLimitWaited } = error
  const message = reply.message.slice(0, MAX_QUOTE_LENGTH)
  return new RefusedError({ ...reply, message }, attempts, rateLimitWaited)
}
