import type { AppSession } from './app-session'
import type { Door } from './door'

/** The ways to GitHub: as whoever holds a token, and as the App. */
export interface GitHub {
  readonly door: Door
  readonly app: AppSession
}
