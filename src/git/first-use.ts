import type { HttpClient } from '../http/http-client'
import { RefusedError } from '../http/errors'
import { sleep } from '../time'

/** How long to wait before each further try, in milliseconds. */
const DELAYS = [500, 1_000, 2_000, 4_000]

/**
 * Uses a token that was minted just now: GitHub can take some seconds until each of its servers
 * knows it, so that a 401 is no answer yet. Raises what the use raises in the end.
 */
export async function firstUse<T>(use: () => Promise<T>, http: HttpClient): Promise<T> {
  for (const delay of DELAYS) {
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
