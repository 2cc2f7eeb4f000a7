import type { VaultKey } from './vault'

/** A key in a key service, and how to log in there. Plain JSON. */
export type ServiceKey = VaultKey

/** A short name of the key for the log. Not secret. */
export function serviceKeyName(key: ServiceKey): string {
  switch (key.kind) {
    case 'vault':
      return `key ${key.mount}/${key.name} in ${key.product}`
  }
}

/** The addresses that a step with this key asks before it asks GitHub. */
export function serviceAddresses(key: ServiceKey): string[] {
  switch (key.kind) {
    case 'vault':
      return [key.address, ...oidcAddress(key.login)]
  }
}

/**
 * Whether the login inside the step can be repeated. Credentials that were there before the step end,
 * and the step cannot get new ones.
 */
export function isLoginRepeatable({ login }: ServiceKey): boolean {
  const kind: string = login.kind
  return kind === 'oidc' || kind === 'role'
}

function oidcAddress(login: ServiceKey['login']): string[] {
  return 'oidc' in login ? [login.oidc.url] : []
}
