import { replaceTokensInGitFile } from '../git/git-file'
import type { IssuedToken } from '../github/api'
import { GitHubClient } from '../github/github-client'
import { InterruptedError, RefusedError } from '../http/errors'
import { HttpClient } from '../http/http-client'
import { RateLimitWaits } from '../http/rate-limit-waits'
import { isFile, isThere, NotAFileError, replaceFile } from '../files'
import { openTokenSource } from '../sources/open'
import type { NewToken } from '../sources/token-source'
import { isoTime, sleep } from '../time'
import { hashOf } from '../tokens/describe'
import { GrantError } from '../tokens/create'
import { compareGrant, widerParts } from '../tokens/grant'
import { revokeToken } from '../tokens/revoke'
import { TOKEN_LIFE_MS } from '../tokens/token-life'
import { describeFailure, ForeignTokenError, SameTokenError } from './failure'
import { filesOf } from './folder'
import type { Ledger } from './ledger'
import type { RenewalOrder } from './order'
import {
  currentMoment,
  hasCome,
  later,
  lifeOf,
  renewalDelay,
  retryDelay,
  newTokenDelay,
  type Moment
} from './schedule'

/** Where the renewals are written down. */
export interface LedgerStore {
  readonly ledger: Ledger
  /** Changes the ledger, and writes it. Raises errors of the file system. */
  change(change: Partial<Ledger>): Promise<void>
}

/** A token, and when its life is over. */
interface TimedToken {
  readonly token: string
  readonly life: number
  readonly createdAt: Moment
}

/** Renews one token again and again. It never starts anything after it is cancelled. */
export class TokenRenewal {
  readonly #order: RenewalOrder
  readonly #store: LedgerStore
  readonly #cancelled: AbortSignal
  /** The token in the files. */
  #current: TimedToken
  /** A newer one that could not be written to the files yet. */
  #waiting: TimedToken | undefined
  #next: Moment
  #failuresInARow = 0

  /** @param cancelled aborted when no token may be created any more */
  constructor(order: RenewalOrder, store: LedgerStore, cancelled: AbortSignal) {
    this.#order = order
    this.#store = store
    this.#cancelled = cancelled
    const { token, life } = order.first
    this.#current = { token, life, createdAt: currentMoment() }
    this.#next = dueAt(this.#current)
  }

  /** Whether it is time for a renewal, or to try again. */
  isDue(): boolean {
    return hasCome(this.#next, currentMoment())
  }

  /** Renews once. What fails is written down, and tried again later. Never rejects. */
  async renew(): Promise<void> {
    try {
      const token = this.#usableWaiting() ?? (await this.#create())
      this.#waiting = token
      await this.#letItSettle(token)
      await this.#publish(token)
    } catch (error) {
      if (!(error instanceof InterruptedError)) await this.#fail(error)
    }
  }

  /** A token that could not be written is used as long as it is young. */
  #usableWaiting(): TimedToken | undefined {
    const isOld = this.#waiting === undefined || hasCome(dueAt(this.#waiting), currentMoment())
    return isOld ? undefined : this.#waiting
  }

  /** Creates a token, and writes it down before anybody can use it. */
  async #create(): Promise<TimedToken> {
    const { credential, apiUrl, request } = this.#order
    const http = newHttpClient(this.#cancelled)
    const github = new GitHubClient(apiUrl, http)
    const lostBefore = this.#store.ledger.lost
    const lost = (): Pick<Ledger, 'lost'> => {
      const end = isoTime(Date.now() + TOKEN_LIFE_MS)
      return { lost: [...lostBefore, ...Array<string>(http.lostTokens).fill(end)] }
    }
    // First of all: if this process is killed now, post knows that there may be a token.
    await this.#store.change({ creatingSince: isoTime(Date.now()) })
    try {
      // Opened anew each time, so that no login is kept.
      const source = await openTokenSource(credential, {
        github,
        cancelled: this.#cancelled,
        mask: doNothing
      })
      let saved: IssuedToken | undefined
      const save = async (issued: IssuedToken): Promise<void> => {
        // It is in use, so it must not be revoked if something fails now.
        if (this.#knows(issued.token)) throw new SameTokenError()
        saved = issued
        await this.#save(issued, lost())
      }
      try {
        const token = await source.create(request, save)
        await this.#compare(token, github)
        const life = lifeOf(token.expiresAt, source.app?.now() ?? Date.now())
        return { token: token.token, life, createdAt: currentMoment() }
      } catch (error) {
        // If the job is over, post revokes it. If its grant is wrong, it was revoked already.
        const isDone = error instanceof InterruptedError || error instanceof GrantError
        if (saved !== undefined && !isDone) await this.#revoke(saved, github)
        throw error
      }
    } finally {
      http.close()
      // A folder that is gone is noticed elsewhere.
      await this.#store.change({ creatingSince: '', ...lost() }).catch(() => undefined)
    }
  }

  #knows(token: string): boolean {
    return [this.#order.first, ...this.#store.ledger.tokens].some((one) => one.token === token)
  }

  async #save(
    { token, expiresAt, isForeign = false }: IssuedToken,
    lost: Pick<Ledger, 'lost'>
  ): Promise<void> {
    const createdAt = isoTime(Date.now())
    const renewed = { token, hash: hashOf(token), createdAt, expiresAt, isForeign }
    const { tokens } = this.#store.ledger
    await this.#store.change({ tokens: [...tokens, renewed], creatingSince: '', ...lost })
  }

  /** A token that is not like the one that main got must not be used. Raises {@link GrantError}. */
  async #compare(token: NewToken, github: GitHubClient): Promise<void> {
    if (token.isForeign === true && !this.#order.first.isForeign) throw new ForeignTokenError()
    const { owner, installation, scope, grant } = token
    const comparison = compareGrant(owner, scope, grant)
    const known = new Set(comparison.wrong.map((one) => JSON.stringify(one)))
    const wider = widerParts(this.#order.first.grant, grant, scope)
    const wrong = [...comparison.wrong, ...wider.filter((one) => !known.has(JSON.stringify(one)))]
    if (wrong.length === 0) return
    const revoked = await this.#revoke(token, github)
    throw new GrantError({
      comparison: { ...comparison, wrong },
      installation,
      expiresAt: token.expiresAt,
      revoked
    })
  }

  /** Whether the token is revoked now. If not, post tries again. */
  async #revoke(issued: IssuedToken, github: GitHubClient): Promise<boolean> {
    try {
      if ((await revokeToken(github, issued)).kind !== 'revoked') return false
    } catch {
      return false
    }
    const tokens = this.#store.ledger.tokens.map((one) =>
      one.token === issued.token ? { ...one, token: '' } : one
    )
    await this.#store.change({ tokens }).catch(() => undefined)
    return true
  }

  /**
   * Some servers of GitHub may not know a new token yet. If the one in the files is still good, it stays
   * there for longer. Raises `InterruptedError` if no token may be used any more.
   */
  async #letItSettle({ life }: TimedToken): Promise<void> {
    const isOver = hasCome(endOf(this.#current), currentMoment())
    try {
      await sleep(isOver ? 0 : newTokenDelay(life), this.#cancelled)
    } catch {
      throw new InterruptedError()
    }
  }

  async #publish(token: TimedToken): Promise<void> {
    const { folder, git } = this.#order
    const files = filesOf(folder)
    // A file that is gone is not made again.
    if (isThere(files.token)) {
      if (!isFile(files.token)) throw new NotAFileError('token-file')
      await replaceFile(files.token, token.token)
    }
    await this.#useFromNowOn(token)
    if (git !== undefined) {
      const known = [this.#order.first, ...this.#store.ledger.tokens].map((one) => one.token)
      await replaceTokensInGitFile(git.file, known, token.token, () => !isThere(files.stop))
    }
    await this.#succeed(token)
  }

  /** The token is in its file. If there was no valid one before, that is over. */
  async #useFromNowOn(token: TimedToken): Promise<void> {
    // If only git's file could not be written, the same token comes here again.
    if (this.#current === token) return
    const gap = this.currentGap()
    this.#current = token
    const now = isoTime(Date.now())
    const over = gap === undefined ? {} : { gap: { ...gap, until: now } }
    const renewals = this.#store.ledger.renewals + 1
    await this.#store.change({ renewals, renewedAt: now, ...over })
  }

  async #succeed(token: TimedToken): Promise<void> {
    this.#waiting = undefined
    this.#failuresInARow = 0
    this.#next = dueAt(token)
    await this.#store.change({ isFailing: false })
  }

  /**
   * Since when the file has had no valid token; undefined if it has one. By the monotonic clock, because
   * the wall clock can be set.
   */
  currentGap(): Ledger['gap'] {
    const { gap } = this.#store.ledger
    if (gap?.until === '') return gap
    const end = endOf(this.#current)
    const isOver = currentMoment().monotonic >= end.monotonic
    return isOver ? { since: isoTime(end.wall), until: '' } : undefined
  }

  async #fail(error: unknown): Promise<void> {
    this.#failuresInARow += 1
    const asked = error instanceof RefusedError ? error.reply.wait : undefined
    const delay = retryDelay(this.#failuresInARow, this.#current.life, asked)
    this.#next = later(currentMoment(), delay)
    const { failures } = this.#store.ledger
    const gap = this.currentGap()
    const change: Partial<Ledger> = {
      failures: failures + 1,
      lastFailure: { at: isoTime(Date.now()), ...describeFailure(error, this.#order) },
      isFailing: true,
      ...(gap === undefined ? {} : { gap })
    }
    await this.#store.change(change).catch(() => undefined)
  }
}

/** A client for some requests. It waits for no rate limit, because a renewal is tried again anyway. */
export function newHttpClient(cancelled: AbortSignal): HttpClient {
  const rateLimitWaits = new RateLimitWaits(0, doNothing)
  return new HttpClient({ cancelled, rateLimitWaits, early: undefined })
}

/** The renewer has no log to write to, or to hide a secret in. */
function doNothing(): void {
  // Nothing.
}

function dueAt({ createdAt, life }: TimedToken): Moment {
  return later(createdAt, renewalDelay(life))
}

function endOf({ createdAt, life }: TimedToken): Moment {
  return later(createdAt, life)
}
