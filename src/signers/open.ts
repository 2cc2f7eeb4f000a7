import type { AppKey } from '../config/app-key'
import { pemSigner } from './pem'
import type { Signer, SignerOptions } from './signer'

/** Opens the signer for a kind of key. Only a PEM's is loaded at the start, because most steps use it. */
export async function openSigner(key: AppKey, options: SignerOptions): Promise<Signer> {
  switch (key.kind) {
    case 'pem':
      return pemSigner(key)
    case 'jwt': {
      const { jwtSigner } = await import('./jwt')
      return jwtSigner(key)
    }
    case 'key-service': {
      const { openServiceSigner } = await import('./key-service/open')
      return openServiceSigner(key, options)
    }
  }
}
