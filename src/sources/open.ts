import type { AppCredential } from '../config/config'
import { AppClient } from '../github/app-client'
import type { GitHubClient } from '../github/github-client'
import { pemSigner } from '../signers/pem'
import { AppSource } from './app-source'

/** What a source needs beside its credential. */
export interface SourceOptions {
  readonly github: GitHubClient
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal
  /** Hides a secret in the log. Called before the secret is first sent. */
  readonly mask: (secret: string) => void
}

/** Opens the source of tokens for a credential. Sends nothing. */
export function openTokenSource(
  { app, key }: AppCredential,
  { github, cancelled, mask }: SourceOptions
): AppSource {
  const client = new AppClient({ github, signer: pemSigner(key), issuer: app.value, mask })
  return new AppSource(client, cancelled)
}
