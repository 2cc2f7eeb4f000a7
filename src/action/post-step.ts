import { amountOfTime, clockTime } from '../time'
import { ProblemError } from '../problem'
import { GitHubClient } from '../github/github-client'
import { HttpClient } from '../http/http-client'
import { RefusedError } from '../http/errors'
import { revokeAll, type RevocationResult } from '../tokens/revoke'
import type { Environment } from './inputs'
import { longJobsPage } from './help'
import * as log from './log'
import { endProcess, endProcessNow, onTimeOver } from './run-step'
import { settleProxy } from '../http/proxy'
import { loadState, type State } from './state'

/** The post step: revokes what main output. Warns if it cannot, and never fails the job. */
export async function postStep(env: Environment = process.env): Promise<void> {
  onTimeOver(() => {
    log.annotate({
      level: 'warning',
      message: 'The step was not done after a minute, and was stopped.'
    })
    endProcessNow(0)
  })
  const state = loadState()
  await orWarn('The file with git credentials was not removed', () => removeGit(state, env))
  await orWarn('The token was not revoked', () => revokeSaved(state, env))
  await endProcess(0)
}

/** One duty that fails does not keep the other from being done. */
async function orWarn(failure: string, duty: () => Promise<void>): Promise<void> {
  try {
    await duty()
  } catch (error) {
    log.annotate({ level: 'warning', message: `${failure}: ${await reasonOf(error)}` })
  }
}

/** Comes first, since it takes no network: a killed job has only seconds. */
async function removeGit({ gitFile }: State, env: Environment): Promise<void> {
  if (gitFile === '') return
  // Loaded late: most steps do nothing for git.
  const { removeGitFile } = await import('../git/git-file')
  const removal = removeGitFile(gitFile, env)
  if (removal.kind === 'removed') log.info('Git credentials removed')
  if (removal.kind !== 'failed') return
  const message = `The file with git credentials was not removed: ${removal.reason}.`
  log.annotate({ level: 'warning', message })
}

async function revokeSaved(state: State, env: Environment): Promise<void> {
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
  const results = await revoke(state, env)
  for (const result of results) await report(result)
  reportExpired(results, env)
}

async function revoke(state: State, env: Environment): Promise<RevocationResult[]> {
  // The proxy may have been set after main.
  const proxy = settleProxy(env, state.apiUrl)
  if (!proxy.ok) {
    const error = new ProblemError(proxy.problems, { nothingSent: true })
    return state.tokens.map((saved) => ({ kind: 'failed', saved, error }))
  }
  proxy.value.forEach(log.mask)
  const http = new HttpClient(new AbortController().signal)
  return revokeAll(new GitHubClient(state.apiUrl, http), state.tokens)
}

async function report(result: RevocationResult): Promise<void> {
  const { subject, expiresAt } = result.saved
  switch (result.kind) {
    case 'revoked':
      log.info(`Token for ${subject} revoked`)
      break
    case 'not-accepted':
      log.info(`GitHub no longer accepts the token for ${subject}`)
      break
    case 'expired':
      // Said once for all tokens.
      break
    case 'failed':
      log.annotate({
        level: 'warning',
        message: `The token for ${subject} was not revoked: ${await reasonOf(result.error)} ${endOf(expiresAt)}`
      })
  }
}

function endOf(expiresAt: string): string {
  const isOver = Date.parse(expiresAt) <= Date.now()
  return isOver
    ? `By this runner's clock, it expired at ${clockTime(expiresAt)}.`
    : `It expires by itself at ${clockTime(expiresAt)}.`
}

/** A notice, since many do not know why their requests fail after an hour. */
function reportExpired(results: readonly RevocationResult[], env: Environment): void {
  const expired = results.filter((result) => result.kind === 'expired')
  const [first] = expired
  if (first === undefined) return
  const [which, named] = [expired.length === 1 ? 'The token' : 'The tokens', subjects(expired)]
  const end = `at ${clockTime(first.saved.expiresAt)}, ${amountOfTime(first.ago)} before this job ended`
  log.annotate({
    level: 'notice',
    message: `${which} for ${named} expired ${end}: see "A job is longer than an hour", ${longJobsPage(env)}`
  })
}

/** At most this many are named. */
const MOST_NAMED = 3

function subjects(results: readonly RevocationResult[]): string {
  const named = results.slice(0, MOST_NAMED).map(({ saved }) => saved.subject)
  const more = results.length - named.length
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`
}

/** At most this many characters of an answer are shown. */
const LONGEST_QUOTE = 120

/** What went wrong, in one line. */
async function reasonOf(error: unknown): Promise<string> {
  // Loaded late: a step that succeeds does not wait for what explains failures.
  const { explain } = await import('../explain/explain')
  const [{ problem }] = explain({ error: shortened(error), evidence: {} })
  return problem.replace(/\n\s*/g, ' ')
}

function shortened(error: unknown): unknown {
  if (!(error instanceof RefusedError)) return error
  const { reply, attempts } = error
  return new RefusedError({ ...reply, message: reply.message.slice(0, LONGEST_QUOTE) }, attempts)
}
