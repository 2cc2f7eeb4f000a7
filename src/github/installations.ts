import type { Permissions } from '../config/permissions'
import type { AppSession } from './app-client'
import type { Answer } from '../http/http-client'
import { RefusedError } from '../http/errors'
import { route } from './route'
import { permissionsField } from './permissions'
import { field, idField, textField } from '../json'

/** How to find an installation. */
export type Lookup =
  | RepositoryLookup
  | { readonly kind: 'account'; readonly owner: string }
  | { readonly kind: 'enterprise'; readonly enterprise: string }
  | { readonly kind: 'installation'; readonly id: number }

/** By a repository that the installation covers. */
export interface RepositoryLookup {
  readonly kind: 'repository'
  readonly owner: string
  readonly repository: string
}

/** An App's installation on an account. */
export interface Installation {
  readonly id: number
  readonly appSlug: string
  /** The account's login, or the enterprise's slug; empty where GitHub names none. */
  readonly owner: string
  /** What its owner granted. */
  readonly permissions: Permissions
  readonly repositorySelection: 'all' | 'selected'
  /** When its owner suspended it; empty where not. */
  readonly suspendedAt: string
  /** The page where its owner changes it; empty where GitHub names none. */
  readonly settingsUrl: string
  /** The id of the repository it was looked up by, where that has a new name or owner. */
  readonly movedRepositoryId: number | undefined
}

/**
 * Finds an installation. Raises what `AppSession.call` raises; a 404 says that the App is not
 * installed there. https://docs.github.com/en/rest/apps/apps
 */
export async function findInstallation(app: AppSession, lookup: Lookup): Promise<Installation> {
  const found = readInstallation(await app.call({ method: 'GET', path: lookupPath(lookup) }))
  // GitHub may leave the account out. It is the one named, unless the repository has moved since.
  const isNamed = found.owner === '' && found.movedRepositoryId === undefined
  return isNamed ? { ...found, owner: namedIn(lookup) } : found
}

/** At most this many pages of 100 accounts are read to find the one that was meant. */
const MOST_PAGES = 10

/**
 * The logins of the accounts, or the slugs of the enterprises, on which the App is installed, among
 * the first thousand installations. Raises what `AppSession.call` raises.
 */
export async function listAccounts(
  app: AppSession,
  kind: 'account' | 'enterprise'
): Promise<string[]> {
  const name = kind === 'account' ? 'login' : 'slug'
  const accounts: string[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `/app/installations?per_page=100&page=${page}`
    const { reply } = await app.call({ method: 'GET', path })
    const found = Array.isArray(reply.body) ? (reply.body as unknown[]) : []
    const names = found.map((installation) => textField(field(installation, 'account'), name))
    accounts.push(...names.filter((each) => each !== ''))
    if (found.length < 100) break
  }
  return accounts
}

function accountName(installation: unknown): string {
  const account = field(installation, 'account')
  const login = textField(account, 'login')
  return login === '' ? textField(account, 'slug') : login
}

function namedIn(lookup: Lookup): string {
  switch (lookup.kind) {
    case 'enterprise':
      return lookup.enterprise
    case 'installation':
      return ''
    case 'repository':
    case 'account':
      return lookup.owner
  }
}

function lookupPath(lookup: Lookup): string {
  switch (lookup.kind) {
    case 'repository':
      return route`/repos/${lookup.owner}/${lookup.repository}/installation`
    case 'account':
      return route`/users/${lookup.owner}/installation`
    case 'enterprise':
      return route`/enterprises/${lookup.enterprise}/installation`
    case 'installation':
      return route`/app/installations/${lookup.id}`
  }
}

function readInstallation({ reply, attempts }: Answer): Installation {
  const id = idField(reply.body, 'id')
  if (id === undefined) throw new RefusedError(reply, attempts)
  return {
    id,
    appSlug: textField(reply.body, 'app_slug'),
    owner: accountName(reply.body),
    permissions: permissionsField(reply.body, 'permissions'),
    repositorySelection:
      textField(reply.body, 'repository_selection') === 'all' ? 'all' : 'selected',
    suspendedAt: textField(reply.body, 'suspended_at'),
    settingsUrl: textField(reply.body, 'html_url'),
    movedRepositoryId: movedRepositoryId(reply.url)
  }
}

/** GitHub redirects the lookup by an old name to `/repositories/{id}/installation`. */
function movedRepositoryId(url: string): number | undefined {
  const id = /\/repositories\/(\d{1,15})\/installation$/.exec(url)?.[1]
  return id === undefined ? undefined : Number(id)
}
