import type { AppSession } from './app-client'
import type { Door } from '../http/http-client'

/** The ways to GitHub: as whoever holds a token, and as the App. */
export interface GitHub {
  readonly door: Door
  readonly app: AppSession
}
