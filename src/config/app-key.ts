import type { AppJwt } from './app-jwt'
import { kmsKeyAddresses, kmsKeyName, type KmsKey } from './key-service/kms-key'
import type { PrivateKey } from './private-key/read'

/** What proves to GitHub that a request comes from the App. Plain JSON. */
export type AppKey = PrivateKey | AppJwt | KmsKey

/** A short name of the key for the log: the fingerprint if it is known. Not secret. */
export function keyName(key: AppKey): string {
  switch (key.kind) {
    case 'pem':
      return `key ${key.fingerprint}`
    case 'jwt':
      return 'JWT from the input jwt'
    case 'key-service':
      return kmsKeyName(key)
  }
}

/** The addresses that a step with this key asks before it asks GitHub. */
export function addressesOf(key: AppKey): string[] {
  switch (key.kind) {
    case 'pem':
    case 'jwt':
      return []
    case 'key-service':
      return kmsKeyAddresses(key)
  }
}
