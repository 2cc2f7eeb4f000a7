import { readPrivateKey } from '../src/config/private-key/read'
import { AppClient } from '../src/github/app-client'
import { GitHubClient } from '../src/github/github-client'
import { HttpClient } from '../src/http/http-client'
import { RateLimitWaits } from '../src/http/rate-limit-waits'
import { pemSigner } from '../src/signers/open'
import { SetupError } from './problem'

/** Calls of GitHub as the App, with its key. */
export interface AppCalls {
  readonly app: AppClient
  readonly github: GitHubClient
  /** Milliseconds in which requests can still be sent. */
  remaining(): number
}

/** What the calls are made with. */
export interface AppIdentity {
  readonly clientId: string
  readonly pem: string
}

/** How long a setup waits for rate limits in one stage, in milliseconds. */
const MAX_LIMIT_WAIT_MS = 120_000

/**
 * Prepares calls as the App. Sends nothing. The client gives up after less than a minute, so each stage
 * has calls of its own.
 */
export function callsAs(
  { clientId, pem }: AppIdentity,
  apiUrl: string,
  announce: (line: string) => void
): AppCalls {
  const key = readPrivateKey(pem, 'private-key').result
  if (!key.ok) throw new SetupError({ kind: 'key-file-unusable', path: '', what: '' })
  const http = new HttpClient({
    cancelled: new AbortController().signal,
    rateLimitWaits: new RateLimitWaits(MAX_LIMIT_WAIT_MS, announce),
    early: undefined
  })
  const github = new GitHubClient(apiUrl, http)
  const signer = pemSigner(key.value)
  // The JWT is in no log here, so there is nothing to mask.
  const app = new AppClient({ github, signer, issuer: clientId, mask: () => undefined })
  return { app, github, remaining: () => http.remaining() }
}
