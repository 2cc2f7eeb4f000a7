import type { AppCredential } from '../config/config'
import { AppClient } from '../github/app-client'
import type { GitHubClient } from '../github/github-client'
import { openSigner } from '../signers/open'
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
export async function openTokenSource(
  { app, key }: AppCredential,
  { github, cancelled, mask }: SourceOptions
): Promise<AppSource> {
  const signer = await openSigner(key, { http: github.http, mask })
  const client = new AppClient({ github, signer, issuer: app.value, mask })
  return new AppSource(client, cancelled)
}
