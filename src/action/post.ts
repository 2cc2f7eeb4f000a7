import { clockTime } from '../describe'
import { ExplainedError } from '../explanation'
import { Door } from '../github/door'
import { revokeAll, type RevocationResult } from '../revoke'
import type { Environment } from './environment'
import * as log from './log'
import { settleProxy } from './proxy'
import { loadState, type State } from './state'
import { systemClock } from './system-clock'

/** The post step: takes back what main handed over. Warns when it cannot, and never fails the job. */
export async function post(env: Environment = process.env): Promise<void> {
  const state = loadState()
  await orWarn("The file of git's credentials was not removed", () => removeGit(state, env))
  await orWarn('The token was not revoked', () => takeBack(state, env))
}

/** One duty that fails does not keep the other from being done. */
async function orWarn(failure: string, duty: () => Promise<void>): Promise<void> {
  try {
    await duty()
  } catch (error) {
    log.remark({ level: 'warning', message: `${failure}: ${await reasonOf(error)}` })
  }
}

/** Comes first, since it takes no network: a killed job has only seconds. */
async function removeGit({ gitFile }: State, env: Environment): Promise<void> {
  if (gitFile === '') return
  // Loaded only now: a step that does nothing for git shall not wait for it.
  const { removeGitFile } = await import('./git-file')
  const removal = removeGitFile(gitFile, env)
  if (removal.kind === 'removed') log.info('Git credentials removed')
  if (removal.kind !== 'failed') return
  const message = `The file of git's credentials was not removed: ${removal.reason}.`
  log.remark({ level: 'warning', message })
}

async function takeBack(state: State, env: Environment): Promise<void> {
  for (const { token } of state.tokens) log.mask(token)
  if (state.keepToken) log.info('The token was kept: skip-token-revoke is true.')
  else if (state.tokens.length === 0) log.info('Nothing to revoke: no token was handed over.')
  else for (const result of await revoke(state, env)) await tell(result)
}

async function revoke(state: State, env: Environment): Promise<RevocationResult[]> {
  // As main did, so that a proxy set only after it is gone through as well.
  const proxy = settleProxy(env, state.apiUrl)
  if (!proxy.ok) {
    const error = new ExplainedError(proxy.problems, { nothingSent: true })
    return state.tokens.map((saved) => ({ kind: 'failed', saved, error }))
  }
  proxy.value.forEach(log.mask)
  const door = new Door({
    apiUrl: state.apiUrl,
    clock: systemClock,
    cancelled: new AbortController().signal
  })
  try {
    return await revokeAll(door, state.tokens)
  } finally {
    door.close()
  }
}

async function tell(result: RevocationResult): Promise<void> {
  const { subject, expiresAt } = result.saved
  switch (result.kind) {
    case 'revoked':
      log.info(`Token for ${subject} revoked`)
      break
    case 'already-gone':
      log.info(`Token for ${subject} had expired or been revoked before`)
      break
    case 'failed': {
      const reason = await reasonOf(result.error)
      log.remark({
        level: 'warning',
        message: `The token for ${subject} was not revoked: ${reason} It expires by itself at ${clockTime(expiresAt)}.`
      })
    }
  }
}

/** What went wrong, in one line. */
async function reasonOf(error: unknown): Promise<string> {
  // Loaded only now: a step that succeeds shall not wait for what explains failures.
  const { explain } = await import('../diagnose/explain')
  const [{ problem }] = explain({ error, situation: {}, evidence: {} })
  return problem.replace(/\n\s*/g, ' ')
}
