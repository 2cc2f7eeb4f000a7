import { monotonicTime } from '../time'
import { TOKEN_LIFE_MS } from '../tokens/token-life'

/**
 * A moment by both clocks. The wall clock goes on while a machine sleeps; the other one does not jump
 * if somebody sets the clock.
 */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly wall: number
  readonly monotonic: number
}

/** The present. */
export function currentMoment(): Moment {
  return { wall: Date.now(), monotonic: monotonicTime() }
}

/** So many milliseconds after a moment. */
export function later({ wall, monotonic }: Moment, milliseconds: number): Moment {
  return { wall: wall + milliseconds, monotonic: monotonic + milliseconds }
}

/** Whether a moment has come by one of the clocks. */
export function hasCome(moment: Moment, now: Moment): boolean {
  return now.wall >= moment.wall || now.monotonic >= moment.monotonic
}

/**
 * How long a token lives, in milliseconds, by its own end.
 *
 * @param now GitHub's time as far as known, in milliseconds since 1970
 */
export function lifeOf(expiresAt: string, now: number): number {
  const life = Date.parse(expiresAt) - now
  return life > 0 ? Math.min(life, MAX_LIFE_MS) : TOKEN_LIFE_MS
}

/** A clock that is wrong must not keep a token from being renewed. */
const MAX_LIFE_MS = 1.5 * TOKEN_LIFE_MS

/**
 * How long after its creation a token is renewed, in milliseconds like `life`: readers always have the
 * other half of its life.
 */
export function renewalDelay(life: number): number {
  return Math.round(life / 2)
}

/**
 * How long to wait until a new token is used, in milliseconds like `life`: GitHub's servers need some
 * seconds to know it.
 */
export function newTokenDelay(life: number): number {
  return Math.min(5_000, Math.round(life / 20))
}

/**
 * How long to wait after so many failures in a row: half a minute, doubled each time, up to five
 * minutes. It is shorter in proportion if tokens live shorter. All times are in milliseconds.
 *
 * @param asked how long GitHub asks to wait, in milliseconds
 */
export function retryDelay(failures: number, life: number, asked = 0): number {
  const delay = Math.min((life / 120) * 2 ** (failures - 1), life / 12)
  // One answer must not put off the renewal until the token is over.
  return Math.max(Math.round(delay), Math.min(asked, Math.round(life / 6)))
}
