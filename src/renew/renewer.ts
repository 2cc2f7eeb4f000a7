import { GitHubClient } from '../github/github-client'
import { monotonicTime, sleep } from '../time'
import { revokeAll, type SavedToken } from '../tokens/revoke'
import { TOKEN_LIFE_MS } from '../tokens/token-life'
import { isThere, readOwnFile, replaceFile } from '../files'
import { filesOf, identityOfFolder } from './folder'
import { EMPTY_LEDGER, sealLedger, type Ledger, type LedgerEnd } from './ledger'
import type { RenewalOrder } from './order'
import { isRunning } from './process-identity'
import { newHttpClient, TokenRenewal, type LedgerStore } from './token-renewal'

/** How long to wait between two looks at the clock and at the folder, in milliseconds. */
const LOOK_MS = 1_000

/**
 * The renewer lives at most this many hours. If it does not see the runner, nothing else ends it when
 * the runner dies.
 */
const MAX_HOURS = { withRunner: 24, alone: 6 } as const

const HOUR_MS = 60 * 60_000

/** How many looks in a row may fail: a disk can fail for a moment. */
const MAX_FAILED_LOOKS = 3

/** How long to wait before each further try to revoke, in milliseconds, if nobody else does it. */
const REVOKE_DELAYS_MS = [0, 10_000, 60_000, 5 * 60_000, 15 * 60_000]

/** Renews the token of a step until post, or something else, ends it. */
export class Renewer {
  readonly #order: RenewalOrder
  readonly #store: SealedStore
  readonly #cancellation = new AbortController()
  readonly #folderIdentity: string | undefined
  /** When it is too old. The wall clock can be set, and must not end a job's tokens. */
  readonly #tooOldAt: number
  readonly #hours: number
  #failedLooks = 0

  /** @param order what main wants */
  constructor(order: RenewalOrder) {
    this.#order = order
    this.#store = new SealedStore(order)
    this.#folderIdentity = identityOfFolder(order.folder)
    this.#hours = order.runner === undefined ? MAX_HOURS.alone : MAX_HOURS.withRunner
    this.#tooOldAt = monotonicTime() + this.#hours * HOUR_MS
  }

  /** Writes the first ledger. Raises errors of the file system. */
  async begin(): Promise<void> {
    await this.#store.change({})
  }

  /** Works until the end. Never rejects. */
  async run(): Promise<void> {
    const renewal = new TokenRenewal(this.#order, this.#store, this.#cancellation.signal)
    let underWay: Promise<void> | undefined
    let end = this.#reasonToEnd()
    while (end === undefined) {
      if (underWay === undefined && renewal.isDue()) {
        underWay = renewal.renew().finally(() => {
          underWay = undefined
        })
      }
      await sleep(LOOK_MS)
      end = this.#reasonToEnd()
    }
    // From now on, nothing is started. What GitHub is creating already is waited for.
    this.#cancellation.abort()
    await underWay
    await this.#finish(end, renewal.currentGap())
  }

  /** A folder that cannot be looked at three times in a row is as good as gone. */
  #reasonToEnd(): Reason | undefined {
    try {
      const reason = this.#findReason()
      this.#failedLooks = 0
      return reason
    } catch {
      this.#failedLooks += 1
      return this.#failedLooks < MAX_FAILED_LOOKS ? undefined : { reason: 'no-folder' }
    }
  }

  #findReason(): Reason | undefined {
    const { folder, runner } = this.#order
    if (identityOfFolder(folder) !== this.#folderIdentity) return { reason: 'no-folder' }
    const nonce = readNonce(filesOf(folder).stop)
    if (nonce !== undefined) return { reason: 'stop', nonce }
    if (runner !== undefined && !isRunning(runner)) return { reason: 'no-runner' }
    if (monotonicTime() >= this.#tooOldAt) return { reason: 'too-old', hours: this.#hours }
    return undefined
  }

  async #finish(end: Reason, gap: Ledger['gap']): Promise<void> {
    // If post has ended it, post revokes the tokens. In any other case, perhaps nobody does.
    if (end.reason !== 'stop') await this.#revokeAll()
    if (end.reason === 'no-folder') return
    await this.#store.change(gap === undefined ? { end } : { end, gap }).catch(() => undefined)
  }

  async #revokeAll(): Promise<void> {
    let left: readonly SavedToken[] = this.#allTokens()
    for (const delay of REVOKE_DELAYS_MS) {
      await sleep(delay)
      const http = newHttpClient(new AbortController().signal)
      const results = await revokeAll(new GitHubClient(this.#order.apiUrl, http), left)
      http.close()
      left = results.flatMap(({ kind, saved }) => (kind === 'failed' ? [saved] : []))
      if (left.length === 0) return
    }
  }

  #allTokens(): SavedToken[] {
    const { first, request } = this.#order
    const renewed = this.#store.ledger.tokens.filter(({ token }) => token !== '')
    return [first, ...renewed].map(({ token, expiresAt, isForeign }) => ({
      token,
      expiresAt,
      isForeign,
      subject: request.subject
    }))
  }
}

/** Why the renewer ends. `no-folder` is in no ledger, because there is no place to write one. */
type Reason = LedgerEnd | { readonly reason: 'no-folder' }

/** The text of the file that ends the renewer; undefined if there is none. Anything there ends it. */
function readNonce(path: string): string | undefined {
  if (!isThere(path)) return undefined
  try {
    return readOwnFile(path) ?? ''
  } catch {
    return ''
  }
}

/** Keeps the ledger in the folder, sealed. */
class SealedStore implements LedgerStore {
  readonly #order: RenewalOrder
  #ledger: Ledger = EMPTY_LEDGER
  #lastWrite: Promise<void> = Promise.resolve()
  /** When each token was first written down, by its hash: monotonic, because the wall clock can be wrong. */
  readonly #writtenAt = new Map<string, number>()

  constructor(order: RenewalOrder) {
    this.#order = order
  }

  get ledger(): Ledger {
    return this.#ledger
  }

  async change(change: Partial<Ledger>): Promise<void> {
    this.#ledger = {
      ...this.#ledger,
      ...change,
      tokens: this.#shortened(change.tokens ?? this.#ledger.tokens)
    }
    const write = this.#lastWrite.then(async () => {
      const { folder, secret } = this.#order
      await replaceFile(filesOf(folder).ledger, sealLedger(this.#ledger, secret))
    })
    this.#lastWrite = write.catch(() => undefined)
    await write
  }

  /** Tokens that ended long ago keep only their hash, so that post does not revoke dozens of them. */
  #shortened(tokens: Ledger['tokens']): Ledger['tokens'] {
    const now = monotonicTime()
    return tokens.map((one) => {
      const writtenAt = this.#writtenAt.get(one.hash) ?? now
      this.#writtenAt.set(one.hash, writtenAt)
      return now - writtenAt > 2 * TOKEN_LIFE_MS ? { ...one, token: '' } : one
    })
  }
}
