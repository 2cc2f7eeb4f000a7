/**
 * What a request changes at the server:
 * - `none`: it can be given up at any time.
 * - `creates-token`: its answer is waited for, also after the job is cancelled.
 * - `revokes-token`: it is sent in any case, also after the job is cancelled or the time is over.
 */
export type Effect = 'none' | 'creates-token' | 'revokes-token'

/** What became of one request: kept for the details of a failure. Holds no credential. */
export type Attempt =
  | {
      readonly kind: 'answered'
      readonly method: string
      readonly effect: Effect
      /** Without its query. */
      readonly url: string
      readonly status: number
      /** GitHub's own message, the code of another service, or the status text. */
      readonly message: string
      /** `x-github-request-id`, by which GitHub's support finds the request. */
      readonly requestId: string | undefined
      /** Whether the answer could be read as what GitHub sends. */
      readonly isUsable: boolean
    }
  | {
      readonly kind: 'unanswered'
      readonly method: string
      readonly effect: Effect
      readonly url: string
      /** Node's error code, such as `ECONNRESET`; empty if it gave none. */
      readonly code: string
      readonly message: string
    }

/** Errors that occur before any byte of a request is sent. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOTIME)$/

/**
 * Whether a token may have been created although its answer never arrived: the connection broke, the
 * time was up, a gateway gave up, or the answer made no sense.
 */
export function mayHaveLostToken(attempt: Attempt): boolean {
  if (attempt.effect !== 'creates-token') return false
  switch (attempt.kind) {
    case 'unanswered':
      return (
        !BEFORE_SENDING.test(attempt.code) && !isTunnelFailure(attempt) && !isUntrusted(attempt)
      )
    case 'answered':
      if (attempt.status === 502 || attempt.status === 504) return true
      return attempt.status >= 200 && attempt.status < 300 && !attempt.isUsable
  }
}

/** Whether GitHub may have created a token although it answered that it failed: 500 or 503. */
export function mayHaveCreatedTokenDespiteError(attempt: Attempt): boolean {
  return (
    attempt.kind === 'answered' &&
    attempt.effect === 'creates-token' &&
    (attempt.status === 500 || attempt.status === 503)
  )
}

/** Whether the proxy refused or failed to connect to GitHub (the words are those of `tunnel`). */
export function isTunnelFailure(attempt: { readonly message: string }): boolean {
  return attempt.message.includes('tunneling socket could not be established')
}

/** Whether the other side's certificate was not trusted: https://nodejs.org/api/tls.html */
export function isUntrusted(attempt: { readonly code: string }): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|HOSTNAME_MISMATCH/.test(attempt.code)
}
