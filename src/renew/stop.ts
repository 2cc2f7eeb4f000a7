import { randomBytes } from 'node:crypto'
import { monotonicTime, sleep } from '../time'
import { readOwnFile, replaceFile } from '../files'
import { filesOf, type RenewalFolder } from './folder'
import { openLedger, type Ledger } from './ledger'
import { isRunning, killProcess, type ProcessIdentity } from './process-identity'
import { textField } from '../json'
import { printable } from '../printable'
import type { RecordFinding } from '../problems/renewal-problem'

/** What main saved of a renewer. */
export interface SavedRenewer extends RenewalFolder {
  readonly process: ProcessIdentity
}

/** A ledger as it was found. */
export type FoundLedger = { readonly is: 'read'; readonly ledger: Ledger } | RecordFinding

/** How the renewer ended, and what it left. */
export interface RenewerEnd {
  readonly found: FoundLedger
  /** `answered`: the ledger is complete. */
  readonly how: 'answered' | 'gone' | 'killed' | 'no-answer'
  readonly waitedSeconds: number
}

/** How long a renewer may take to end, in milliseconds: longer if GitHub is creating a token. */
const END_TIMEOUT_MS = { idle: 5_000, creating: 12_000 } as const

/** How long to wait between two looks, in milliseconds. */
const PAUSE_MS = 100

/**
 * Tells the renewer to end. Nothing is started after this, and git's file is not written any more.
 * Returns the nonce of its answer. Raises errors of the file system.
 */
export async function tellToStop({ folder }: RenewalFolder): Promise<string> {
  const nonce = randomBytes(16).toString('hex')
  await replaceFile(filesOf(folder).stop, nonce)
  return nonce
}

/**
 * Waits for the renewer's last ledger. Only that one is complete: any other can be old. A renewer that
 * does not answer is killed, if it is certain which process it is. Never rejects.
 *
 * @param nonce the one of its answer; undefined if it could not be told to end
 */
export async function waitForEnd(
  renewer: SavedRenewer,
  nonce: string | undefined
): Promise<RenewerEnd> {
  const start = monotonicTime()
  for (;;) {
    // Looked at first: what it wrote before its end is there after it.
    const isGone = !isRunning(renewer.process)
    const found = readLedger(renewer)
    const waited = monotonicTime() - start
    const waitedSeconds = Math.round(waited / 1000)
    if (isAnswer(found, nonce)) return { found, how: 'answered', waitedSeconds }
    if (isGone) return { found, how: 'gone', waitedSeconds }
    if (waited >= timeoutFor(found)) {
      const how = killProcess(renewer.process) ? 'killed' : 'no-answer'
      // It may have written more until then.
      return { found: readLedger(renewer), how, waitedSeconds }
    }
    await sleep(PAUSE_MS)
  }
}

function isAnswer(found: FoundLedger, nonce: string | undefined): boolean {
  if (found.is !== 'read') return false
  const { end } = found.ledger
  return end?.reason === 'stop' && end.nonce === nonce
}

function timeoutFor(found: FoundLedger): number {
  const isCreating = found.is === 'read' && found.ledger.creatingSince !== ''
  return isCreating ? END_TIMEOUT_MS.creating : END_TIMEOUT_MS.idle
}

/** Reads the ledger as it is now. Never fails. */
function readLedger({ folder, secret }: RenewalFolder): FoundLedger {
  try {
    const text = readOwnFile(filesOf(folder).ledger)
    if (text === undefined) return { is: 'not-a-file' }
    const ledger = openLedger(text, secret)
    return ledger === undefined ? { is: 'changed' } : { is: 'read', ledger }
  } catch (error) {
    const code = printable(textField(error, 'code'))
    return code === 'ENOENT' ? { is: 'missing' } : { is: 'unreadable', code }
  }
}
