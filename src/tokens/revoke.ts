import type { Clock } from '../clock'
import type { Door } from '../http/http-client'
import { revokeToken, type Revocation } from '../github/api'

/** A token that main saved for post. */
export interface SavedToken {
  readonly token: string
  /** What it is for, as people say it: `octo-org/hello`. */
  readonly subject: string
  /** ISO 8601, UTC; empty where GitHub gave none. */
  readonly expiresAt: string
}

/** What became of one saved token. */
export type RevocationResult =
  | (Revocation & { readonly saved: SavedToken })
  | { readonly kind: 'failed'; readonly saved: SavedToken; readonly error: unknown }

/** Revokes every token, side by side. Never rejects: a failure does not keep another token alive. */
export async function revokeAll(
  door: Door,
  tokens: readonly SavedToken[],
  clock: Clock
): Promise<RevocationResult[]> {
  return Promise.all(tokens.map((saved) => revokeOne(door, saved, clock)))
}

async function revokeOne(door: Door, saved: SavedToken, clock: Clock): Promise<RevocationResult> {
  try {
    return { ...(await revokeToken(door, saved, clock)), saved }
  } catch (error) {
    return { kind: 'failed', saved, error }
  }
}
