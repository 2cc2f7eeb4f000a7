import signJwt from 'jsonwebtoken/sign'
import type { PrivateKey } from '../config/private-key/read'
import type { Signer } from './signer'

/** Signs with a private key that the workflow handed over. */
export function privateKeySigner({ key }: PrivateKey): Signer {
  return {
    sign: (claims) => Promise.resolve(signJwt({ ...claims }, key, { algorithm: 'RS256' }))
  }
}
