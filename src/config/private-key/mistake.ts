/**
 * What stands in the place of a private key, or what is wrong with the one that is there. Carries
 * lengths, counts and kinds only, never a piece of the text itself.
 */
export type KeyMistake =
  | { readonly kind: ForeignKind }
  | { readonly kind: 'unknown'; readonly characters: number }
  | { readonly kind: 'too-long'; readonly characters: number }
  | { readonly kind: 'damaged'; readonly spot: Spot | undefined }
  | CutShort
  | { readonly kind: 'not-rsa'; readonly algorithm: string }
  | { readonly kind: 'too-small'; readonly bits: number }
  | { readonly kind: 'too-large'; readonly bits: number }
  | { readonly kind: 'several'; readonly count: number }

/** Mistakes of which there is no more to tell than their name. */
export type ForeignKind =
  | 'empty'
  | 'client-secret'
  | 'fingerprint'
  | 'client-id'
  | 'app-id'
  | 'token'
  | 'jwt'
  | 'variable'
  | 'expression'
  | 'path'
  | 'asterisks'
  | 'binary'
  | 'json'
  | 'public-key'
  | 'certificate'
  | 'putty'
  | 'pgp'
  | 'pkcs12'
  | 'encrypted'
  | 'first-line-only'
  | 'no-body'
  | 'no-first-line'
  | 'no-last-line'
  | 'broken-dashes'

/** Bytes are missing: the structure announces more of them than there are. */
export interface CutShort {
  readonly kind: 'cut-short'
  readonly bytes: number
  readonly announced: number
  readonly spot: Spot | undefined
}

/** The line that gives a damage away, counted from 1 in the text of the key. */
export interface Spot {
  readonly line: number
  readonly sign: 'stray-character' | 'odd-length'
}

/** Something read from a text or from bytes, or the mistake that is there instead. */
export type Found<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly mistake: KeyMistake }

/** What was looked for. */
export function found<T>(value: T): Found<T> {
  return { ok: true, value }
}

/** A mistake in the place of what was looked for. */
export function mistaken<T>(mistake: KeyMistake): Found<T> {
  return { ok: false, mistake }
}

/** A damage of which no more is known than that it is there. */
export const DAMAGED: KeyMistake = { kind: 'damaged', spot: undefined }
