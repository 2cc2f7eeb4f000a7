import { keyName } from '../config/app-key'
import type { AppCredential } from '../config/credential'
import type { TokenServiceCredential } from '../config/token-service'
import { AppClient } from '../github/app-client'
import { openSigner } from '../signers/open'
import { AppSource } from './app-source'
import type { SourceOptions, TokenSource } from './token-source'

/** Opens the source of tokens for a credential. Sends nothing. */
export async function openTokenSource(
  credential: AppCredential | TokenServiceCredential,
  options: SourceOptions
): Promise<TokenSource> {
  switch (credential.kind) {
    case 'app':
      return openAppSource(credential, options)
    case 'token-service': {
      // Loaded late: most steps have a key.
      const { TokenServiceSource } = await import('./token-service-source')
      return new TokenServiceSource(credential, options)
    }
  }
}

async function openAppSource(
  { app, key }: AppCredential,
  { github, cancelled, mask }: SourceOptions
): Promise<AppSource> {
  const signer = await openSigner(key, { http: github.http, mask })
  const client = new AppClient({ github, signer, issuer: app.value, mask })
  return new AppSource(keyName(key), client, cancelled)
}
