import { googleAddress, type GoogleApi, type GoogleKey } from './google'
import type { VaultKey } from './vault'

/** A key in a key service, and how to log in there. Plain JSON. */
export type ServiceKey = GoogleKey | VaultKey

/** A short name of the key for the log. Not secret. */
export function serviceKeyName(key: ServiceKey): string {
  switch (key.kind) {
    case 'google':
      return `key ${key.ring}/${key.name} version ${key.version} in Google Cloud KMS`
    case 'vault':
      return `key ${key.mount}/${key.name} in ${key.product}`
  }
}

/** The addresses that a step with this key asks before it asks GitHub. */
export function serviceAddresses(key: ServiceKey): string[] {
  switch (key.kind) {
    case 'google':
      return [...googleAddresses(key), ...oidcAddress(key.login)]
    case 'vault':
      return [key.address, ...oidcAddress(key.login)]
  }
}

function googleAddresses(key: GoogleKey): string[] {
  const { serviceAccount } = key.login
  const apis: readonly GoogleApi[] =
    serviceAccount === '' ? ['sts', 'cloudkms'] : ['sts', 'iamcredentials', 'cloudkms']
  return apis.map((api) => googleAddress(key, api))
}

function oidcAddress(login: ServiceKey['login']): string[] {
  return 'oidc' in login ? [login.oidc.url] : []
}
