import { RefusedError } from '../http/errors'
import type { HttpClient } from '../http/http-client'
import { sleep } from '../time'

/** How long to wait before each retry, in milliseconds. */
const RETRY_DELAYS_MS = [500, 1_000, 2_000, 4_000]

/**
 * Uses a token that was created just now, and retries after a 401: it can take some seconds until
 * every server of GitHub knows the token. Raises what the last try raises.
 */
export async function retryUntilKnown<T>(use: () => Promise<T>, http: HttpClient): Promise<T> {
  for (const delay of RETRY_DELAYS_MS) {
    try {
      return await use()
    } catch (error) {
      const isUnknownYet = error instanceof RefusedError && error.reply.status === 401
      if (!isUnknownYet || http.remaining() < delay) throw error
      await sleep(delay)
    }
  }
  return use()
}
