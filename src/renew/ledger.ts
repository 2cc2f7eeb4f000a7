import { createHmac, timingSafeEqual } from 'node:crypto'
import { textField } from '../json'
import type { RenewalFailure, RenewalGap } from '../problems/renewal-problem'

/** A token that the renewer created. Times are ISO 8601, UTC. */
export interface RenewedToken {
  /** Empty once the token has been over for so long that nobody needs to revoke it. */
  readonly token: string
  /** The hash by which GitHub's audit log names the token: SHA-256 in base64. */
  readonly hash: string
  readonly createdAt: string
  readonly expiresAt: string
  /**
   * Whether it is not the token of a GitHub App (it does not begin with `ghs_`). It is then never sent to
   * GitHub.
   */
  readonly isForeign: boolean
}

/** Why the renewer ended. */
export type LedgerEnd =
  /** Post said so, with this nonce. */
  | { readonly reason: 'stop'; readonly nonce: string }
  | { readonly reason: 'no-runner' }
  | { readonly reason: 'too-old'; readonly hours: number }

/** What the renewer did, for post. Plain JSON. */
export interface Ledger {
  readonly tokens: readonly RenewedToken[]
  /** Since when GitHub may be creating a token that is not listed yet; empty if it is not. */
  readonly creatingSince: string
  /** Tokens that nobody knows may live until these times: answers were lost. */
  readonly lost: readonly string[]
  /** How many times a token was renewed, and when last; empty for never. */
  readonly renewals: number
  readonly renewedAt: string
  readonly failures: number
  readonly lastFailure: RenewalFailure | undefined
  /** Whether the last renewal failed. */
  readonly isFailing: boolean
  readonly gap: RenewalGap | undefined
  readonly end: LedgerEnd | undefined
}

/** The ledger before the first renewal. */
export const EMPTY_LEDGER: Ledger = {
  tokens: [],
  creatingSince: '',
  lost: [],
  renewals: 0,
  renewedAt: '',
  failures: 0,
  lastFailure: undefined,
  isFailing: false,
  gap: undefined,
  end: undefined
}

/** The text of a ledger, with a seal that needs the secret. */
export function sealLedger(ledger: Ledger, secret: string): string {
  const text = JSON.stringify(ledger)
  return JSON.stringify({ ledger: text, seal: sealOf(text, secret).toString('base64') })
}

/** Reads a ledger. Undefined if its seal is not the one of this secret, or if a time in it is not valid. */
export function openLedger(sealed: string, secret: string): Ledger | undefined {
  const found = parse(sealed)
  const text = textField(found, 'ledger')
  const seal = Buffer.from(textField(found, 'seal'), 'base64')
  const expected = sealOf(text, secret)
  const isOurs = seal.length === expected.length && timingSafeEqual(seal, expected)
  if (!isOurs) return undefined
  const ledger = readLedger(parse(text))
  return timesOf(ledger).every(isTime) ? ledger : undefined
}

/** Every time in a ledger that is shown to people. */
function timesOf({ tokens, lost, renewedAt, lastFailure, gap }: Ledger): string[] {
  const texts = [renewedAt, lastFailure?.at ?? '', gap?.since ?? '', gap?.until ?? '']
  return [
    ...texts.filter((text) => text !== ''),
    ...lost,
    ...tokens.map(({ createdAt }) => createdAt)
  ]
}

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}

/** JSON leaves out what is undefined, so every field is there again. */
function readLedger(value: unknown): Ledger {
  return { ...EMPTY_LEDGER, ...(value as Partial<Ledger>) }
}

function sealOf(text: string, secret: string): Buffer {
  return createHmac('sha256', Buffer.from(secret, 'base64')).update(text).digest()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
