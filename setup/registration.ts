import type { Permissions } from '../src/config/permissions'
import type { AccountType, Host } from './options'

/**
 * What GitHub makes an App from:
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export interface Manifest {
  readonly name: string
  readonly url: string
  readonly redirect_url: string
  readonly public: false
  readonly default_permissions: Permissions
  readonly hook_attributes: { readonly url: string; readonly active: false }
}

/** What is registered, before the local page has an address. */
export interface Registration {
  readonly name: string
  /** The page that people see as the App's homepage. */
  readonly homepage: string
  readonly permissions: Permissions
}

/** The manifest of an App that belongs to one account, gets no events, and sends the code to `redirect`. */
export function manifestOf(registration: Registration, redirect: string): Manifest {
  const { name, homepage, permissions } = registration
  return {
    name,
    url: homepage,
    redirect_url: redirect,
    public: false,
    default_permissions: permissions,
    // GitHub wants an address even if nothing is sent there.
    hook_attributes: { url: homepage, active: false }
  }
}

/** Where GitHub takes a manifest. */
export function registrationUrl({ webUrl }: Host, account: string, type: AccountType): string {
  return type === 'organization'
    ? `${webUrl}/organizations/${encodeURIComponent(account)}/settings/apps/new`
    : `${webUrl}/settings/apps/new`
}

/** Where the account's Apps are listed. */
export function appsUrl({ webUrl }: Host, account: string, type: AccountType): string {
  return type === 'organization'
    ? `${webUrl}/organizations/${encodeURIComponent(account)}/settings/apps`
    : `${webUrl}/settings/apps`
}

/** Where the App is installed on an account. */
export function installationUrl({ webUrl }: Host, slug: string): string {
  return `${webUrl}/apps/${encodeURIComponent(slug)}/installations/new`
}

const MAX_NAME_LENGTH = 34

/** A name for the App, from its first repository. Names are unique on the whole of GitHub. */
export function suggestedName(repository: string): string {
  return repository
    .replace('/', '-')
    .replace(/[^\w-]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/-+$/, '')
}

/** The App's name in addresses, as GitHub makes it from its name. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
