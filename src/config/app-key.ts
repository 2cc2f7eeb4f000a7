import type { AppJwt } from './app-jwt'
import type { PrivateKey } from './private-key/read'

/** What proves to GitHub that a request comes from the App. Plain JSON. */
export type AppKey = PrivateKey | AppJwt

/** A short name of the key for the log: the fingerprint if there is one. Not secret. */
export function keyName(key: AppKey): string {
  switch (key.kind) {
    case 'pem':
      return `key ${key.fingerprint}`
    case 'jwt':
      return 'JWT from the input jwt'
  }
}
