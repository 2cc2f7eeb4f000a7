import { removeGitFileLocked, type Removal } from '../git/git-file'
import { explainProblems } from '../explain/explain'
import { textField } from '../json'
import { printable } from '../printable'
import type { RenewalProblem, Stopped } from '../problems/renewal-problem'
import { isThere } from '../files'
import { identityOfFolder, isFolderPath, removeFolder } from '../renew/folder'
import { killProcess } from '../renew/process-identity'
import { EMPTY_LEDGER, type Ledger } from '../renew/ledger'
import { tellToStop, waitForEnd, type RenewerEnd, type SavedRenewer } from '../renew/stop'
import { clockTime, isoTime } from '../time'
import type { SavedToken } from '../tokens/revoke'
import { TOKEN_LIFE_MS } from '../tokens/token-life'
import { helpPage } from './help'
import { readVariable, type Environment } from './inputs'
import * as log from './log'
import type { SavedRenewal } from './saved-state'

/** What the renewer left for post. */
export interface RenewalEnd {
  /** The renewed tokens that may be valid. */
  readonly tokens: readonly SavedToken[]
  /** Says when the token was renewed, and what could not be. Call it after the tokens are revoked. */
  readonly report: () => void
}

/** What post passes on: whom the tokens are for, and git's file. */
interface PostCleanup {
  /** What the tokens are for, as people say it. */
  readonly subject: string
  /** Git's file; empty if there is none. */
  readonly gitFile: string
  readonly onGitFileRemoved: (removal: Removal) => void
}

/**
 * Ends the renewal: tells the renewer to stop, removes git's file, waits for the renewer, and removes
 * its folder. Raises nothing that keeps the tokens from being revoked.
 */
export async function endRenewal(
  saved: SavedRenewal,
  cleanup: PostCleanup,
  env: Environment
): Promise<RenewalEnd> {
  const { folder, process } = saved
  if (!isFolderPath(folder, readVariable(env, 'RUNNER_TEMP'))) {
    await removeGit(cleanup, env)
    if (process !== undefined) killProcess(process)
    const until = latestEnd()
    const problem = { kind: 'renewal-record-changed', found: { is: 'missing' }, until } as const
    return {
      tokens: [],
      report: () => {
        if (process !== undefined) warn(problem, env)
      }
    }
  }
  const renewer = process === undefined ? undefined : { ...saved, process }
  const order = renewer === undefined ? undefined : await tryToStop(renewer)
  const isGitRemoved = await removeGit(cleanup, env)
  const end = renewer === undefined ? undefined : await waitForEnd(renewer, order?.nonce)
  // A renewer that was suspended while it had the lock may have made the file again.
  if (isGitRemoved && isThere(cleanup.gitFile)) await removeGit(cleanup, env)
  const unremoved = reasonNotRemoved(folder)
  const ledger = end?.found.is === 'read' ? end.found.ledger : EMPTY_LEDGER
  const tokens = ledger.tokens
    .filter(({ token }) => token !== '')
    .map(({ token, expiresAt, createdAt, isForeign }) => {
      const subject = `${cleanup.subject} (renewed at ${clockTime(createdAt)})`
      return { token, expiresAt, subject, isForeign }
    })
  return {
    tokens,
    report: () => {
      if (end !== undefined) report(end, problemsOf(end, order?.failure), env)
      if (unremoved !== undefined) {
        const message = `The folder with the renewed token was not removed: ${unremoved}.`
        log.annotate({ level: 'warning', message })
      }
    }
  }
}

/** What became of the order to end. */
interface StopOrder {
  /** The nonce of the answer; undefined if the order could not be given. */
  readonly nonce?: string
  /** Why it could not be given: Node's code, such as `ENOSPC`; undefined if the folder is gone. */
  readonly failure?: string
}

/** A folder that is gone stops the renewer, too. */
async function tryToStop(renewer: SavedRenewer): Promise<StopOrder> {
  try {
    // Nothing is written through a link.
    if (identityOfFolder(renewer.folder) === undefined) return {}
    return { nonce: await tellToStop(renewer) }
  } catch (error) {
    return { failure: printable(textField(error, 'code')) }
  }
}

/**
 * Removes git's file. Call it after the renewer was told to stop, because it then no longer writes the
 * file. Returns whether a file was removed.
 */
async function removeGit(
  { gitFile, onGitFileRemoved }: PostCleanup,
  env: Environment
): Promise<boolean> {
  if (gitFile === '') return false
  const removal = await removeGitFileLocked(gitFile, env)
  onGitFileRemoved(removal)
  return removal.kind === 'removed'
}

/** Removes the folder. Returns the reason if it cannot be removed. */
function reasonNotRemoved(folder: string): string | undefined {
  try {
    removeFolder(folder)
    return undefined
  } catch (error) {
    return printable(textField(error, 'code')) || 'the reason is not known'
  }
}

function report(
  { found }: RenewerEnd,
  problems: readonly RenewalProblem[],
  env: Environment
): void {
  if (found.is !== 'read') {
    // Without a record, it is not known what was renewed.
    for (const problem of problems) warn(problem, env)
    return
  }
  const { ledger } = found
  log.info(describeRenewals(ledger, problems.length === 0))
  const isTold = problems.some(({ kind }) => kind === 'renewal-failed')
  const { lastFailure, failures } = ledger
  if (lastFailure !== undefined && !isTold) {
    const times =
      failures === 1 ? 'One renewal failed and was' : `${failures} renewals failed and were`
    log.info(
      `${times} tried again in time. The last, at ${clockTime(lastFailure.at)}: ${lastFailure.reason}`
    )
  }
  for (const problem of problems) warn(problem, env)
  if (ledger.tokens.length === 0) return
  log.folded(
    "The renewed tokens as GitHub's audit log names them (SHA-256)",
    ledger.tokens.map(({ hash, createdAt }) => `${clockTime(createdAt)} ${hash}`)
  )
}

function describeRenewals({ renewals, renewedAt }: Ledger, isFine: boolean): string {
  if (renewals === 0) return isFine ? 'No renewal was needed' : 'The token was not renewed'
  const times = renewals === 1 ? 'once, at' : `${renewals} times, last at`
  return `Renewed ${times} ${clockTime(renewedAt)}`
}

function warn(problem: RenewalProblem, env: Environment): void {
  const [{ code, problem: text, fix }] = explainProblems([problem])
  const message = `${text}\nFix: ${fix}\nHelp: ${helpPage(env)}#${code}`
  log.annotate({ level: 'warning', message })
}

/**
 * Everything that is not as it should be. Only an answer to post's own nonce is complete.
 *
 * @param stopFailure why the process could not be told to end; undefined if it was told
 */
function problemsOf(end: RenewerEnd, stopFailure: string | undefined): RenewalProblem[] {
  const { found } = end
  const until = latestEnd()
  if (found.is !== 'read') {
    // A renewer that works writes it again.
    return found.is === 'missing'
      ? [stopped(end, undefined, stopFailure, until)]
      : [{ kind: 'renewal-record-changed', found, until }]
  }
  const { ledger } = found
  const isComplete = end.how === 'answered'
  const count = ledger.lost.length + (!isComplete && ledger.creatingSince !== '' ? 1 : 0)
  const lastLost = isComplete ? (ledger.lost.toSorted().at(-1) ?? until) : until
  return [
    ...(isComplete ? [] : [stopped(end, ledger, stopFailure, until)]),
    ...(count === 0 ? [] : [{ kind: 'renewal-token-lost', count, until: lastLost } as const]),
    ...failed(ledger)
  ]
}

/** Until now, a token may have been created that is not in the ledger. */
function latestEnd(): string {
  return isoTime(Date.now() + TOKEN_LIFE_MS)
}

function stopped(
  end: RenewerEnd,
  ledger: Ledger | undefined,
  stopFailure: string | undefined,
  until: string
): RenewalProblem {
  return { kind: 'renewal-stopped', found: howStopped(end, ledger, stopFailure), until }
}

function howStopped(
  { how, waitedSeconds }: RenewerEnd,
  ledger: Ledger | undefined,
  stopFailure: string | undefined
): Stopped {
  const reason = ledger?.end
  if (reason?.reason === 'too-old') return { is: 'too-old', hours: reason.hours }
  if (reason?.reason === 'no-runner') return { is: 'no-runner' }
  if (how === 'gone') return { is: 'gone' }
  return stopFailure !== undefined
    ? { is: 'not-told', code: stopFailure }
    : { is: 'no-answer', seconds: waitedSeconds, isKilled: how === 'killed' }
}

function failed({ failures, lastFailure, isFailing, gap }: Ledger): RenewalProblem[] {
  if (gap === undefined && !isFailing) return []
  return [{ kind: 'renewal-failed', failures, last: lastFailure, gap }]
}
