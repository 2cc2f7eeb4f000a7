import signJwt from 'jsonwebtoken/sign'
import type { AppJwt } from '../config/app-jwt'
import type { AppKey } from '../config/app-key'
import type { PrivateKey } from '../config/private-key/read'
import type { Signer, SignerOptions } from './signer'

/** Opens the signer for a kind of key. A key service's is loaded late, because most steps have a PEM. */
export async function openSigner(key: AppKey, options: SignerOptions): Promise<Signer> {
  switch (key.kind) {
    case 'pem':
      return pemSigner(key)
    case 'jwt':
      return jwtSigner(key)
    case 'key-service': {
      const { openKeyServiceSigner } = await import('./key-service/open')
      return openKeyServiceSigner(key, options)
    }
  }
}

/** Signs with a private key that is on the runner. */
export function pemSigner({ pem }: PrivateKey): Signer {
  return {
    expiresMs: undefined,
    jwt: (claims) => Promise.resolve(signJwt({ ...claims }, pem, { algorithm: 'RS256' }))
  }
}

/** Signs nothing: it has one JWT, which was made elsewhere. */
function jwtSigner({ jwt, expires }: AppJwt): Signer {
  return { expiresMs: expires * 1000, jwt: () => Promise.resolve(jwt) }
}
