import type { IssuedToken } from '../github/api'
import type { GitHubClient } from '../github/github-client'
import { RefusedError } from '../http/errors'
import type { RateLimit } from '../http/reply'
import { sleep } from '../time'

/** A token that main saved for post. */
export interface SavedToken {
  readonly token: string
  /** What it is for, as people say it: `octo-org/hello`. */
  readonly subject: string
  /** ISO 8601, UTC; empty if it is not known. */
  readonly expiresAt: string
  /**
   * Whether it is not the token of a GitHub App (it does not begin with `ghs_`). It is then never sent to
   * GitHub.
   */
  readonly isForeign?: boolean
}

/** How GitHub answered when a token was to be revoked. */
export type Revocation =
  /** 204: the token is revoked, and it lived until then. */
  | { readonly kind: 'revoked'; readonly rateLimit: RateLimit | undefined }
  /** GitHub does not accept the token, and its time was over so many milliseconds ago. */
  | { readonly kind: 'expired'; readonly ago: number }
  /** GitHub does not accept the token, although its time is not over. */
  | { readonly kind: 'not-accepted' }
  /** It is not the token of a GitHub App, so GitHub was not asked. */
  | { readonly kind: 'foreign' }

/** What became of one saved token. */
export type RevocationResult =
  | (Revocation & { readonly saved: SavedToken })
  | { readonly kind: 'failed'; readonly saved: SavedToken; readonly error: unknown }

/** How long to wait before each further try, in milliseconds: three tries within three seconds. */
const RETRY_DELAYS_MS = [1_000, 2_000]

/**
 * Revokes a token with itself. GitHub answers 401 for a token that has ended, but also, for some
 * seconds, for one that is new: so a 401 is asked again, unless the token is past its end. Only 204
 * means that the token is revoked. A foreign token is not sent. Raises what `HttpClient.send` raises, also for a 401 that is not
 * GitHub's own. https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token
 */
export async function revokeToken(
  github: GitHubClient,
  { token, expiresAt, isForeign }: Pick<IssuedToken, 'token' | 'expiresAt' | 'isForeign'>
): Promise<Revocation> {
  if (isForeign === true) return { kind: 'foreign' }
  for (let tries = 0; ; tries++) {
    try {
      const bearer = (): string => token
      const { reply } = await github.call({ method: 'DELETE', path: '/installation/token', bearer })
      return { kind: 'revoked', rateLimit: reply.rateLimit }
    } catch (error) {
      if (!(error instanceof RefusedError) || error.reply.status !== 401) throw error
      const { message, date = Date.now() } = error.reply
      const isGitHubs = message === 'Bad credentials'
      const ago = date - Date.parse(expiresAt)
      if (isGitHubs && ago >= 0) return { kind: 'expired', ago }
      const delay = RETRY_DELAYS_MS[tries]
      if (delay !== undefined) await sleep(delay)
      else if (isGitHubs) return { kind: 'not-accepted' }
      else throw error
    }
  }
}

/**
 * Revokes every token, all at once, because a job that is cancelled has only seconds. Never rejects: a
 * failure does not keep another token alive.
 */
export async function revokeAll(
  github: GitHubClient,
  tokens: readonly SavedToken[]
): Promise<RevocationResult[]> {
  return Promise.all(tokens.map((saved) => revokeSaved(github, saved)))
}

async function revokeSaved(github: GitHubClient, saved: SavedToken): Promise<RevocationResult> {
  try {
    return { ...(await revokeToken(github, saved)), saved }
  } catch (error) {
    return { kind: 'failed', saved, error }
  }
}
