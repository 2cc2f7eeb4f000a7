import type { AwsKey } from './aws'
import type { AzureKey } from './azure'
import type { GoogleKey } from './google'
import { googleAddress, type GoogleApi } from './google-paths'
import type { VaultKey } from './vault'

/** A key in a key service, and how to log in there. Plain JSON. */
export type KmsKey = AwsKey | AzureKey | GoogleKey | VaultKey

/** A short name of the key for the log. Not secret. */
export function kmsKeyName(key: KmsKey): string {
  switch (key.service) {
    case 'aws': {
      const login = key.login.kind === 'variables' ? ', login with AWS_ACCESS_KEY_ID' : ''
      return `key ${key.resource.replace(/^key\//, '')} in AWS KMS (${key.region}${login})`
    }
    case 'azure':
      return `key ${key.vault}/${key.name} in Azure Key Vault`
    case 'google':
      return `key ${key.ring}/${key.name} version ${key.version} in Google Cloud KMS`
    case 'vault': {
      const login = key.login.kind === 'token' ? ` (login with ${key.login.variable})` : ''
      return `key ${key.mount}/${key.name} in ${key.product}${login}`
    }
  }
}

/** The addresses that a step with this key asks before it asks GitHub. */
export function kmsKeyAddresses(key: KmsKey): string[] {
  switch (key.service) {
    case 'aws':
      return [
        key.kmsUrl,
        ...(key.login.kind === 'oidc' ? [key.stsUrl] : []),
        ...oidcAddress(key.login)
      ]
    case 'azure':
      return [key.address, key.login.address, ...oidcAddress(key.login)]
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

/**
 * Whether the login inside the step can be repeated. Credentials that were there before the step end,
 * and the step cannot get new ones.
 */
export function isLoginRepeatable({ login }: KmsKey): boolean {
  return login.kind === 'oidc'
}

function oidcAddress(login: KmsKey['login']): string[] {
  return login.kind === 'oidc' ? [login.oidc.url] : []
}
