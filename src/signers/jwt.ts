import type { AppJwt } from '../config/app-jwt'
import type { Signer } from './signer'

/** Signs nothing: it has one JWT, which was made elsewhere. */
export function jwtSigner({ jwt, expires }: AppJwt): Signer {
  return { expires: expires * 1000, jwt: () => Promise.resolve(jwt) }
}
