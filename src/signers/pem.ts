import signJwt from 'jsonwebtoken/sign'
import type { PrivateKey } from '../config/private-key/read'
import type { Signer } from './signer'

/** Signs with a private key that is on the runner. */
export function pemSigner({ pem }: PrivateKey): Signer {
  return {
    expires: undefined,
    jwt: (claims) => Promise.resolve(signJwt({ ...claims }, pem, { algorithm: 'RS256' }))
  }
}
