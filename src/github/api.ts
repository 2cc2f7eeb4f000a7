import { isLevel, type Permissions } from '../config/permissions'
import { field, positiveIntegerField, textField, listField } from '../json'
import type { Answer } from '../http/http-client'
import { RefusedError } from '../http/errors'
import { mayHaveLostToken } from '../http/attempt'
import type { AppClient } from './app-client'
import type { GitHubClient } from './github-client'

/** Builds a path from a template; every inserted part is percent-encoded, so none can leave its place. */
export function route(template: TemplateStringsArray, ...parts: (string | number)[]): string {
  return String.raw({ raw: template }, ...parts.map((part) => encodeURIComponent(part)))
}

/** A field that is an object of permissions; other entries are dropped. Undefined if there is none. */
export function permissionsField(value: unknown, name: string): Permissions | undefined {
  const found = field(value, name)
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined
  const entries = Object.entries(found) as [string, unknown][]
  return Object.fromEntries(
    entries.flatMap(([key, level]) =>
      typeof level === 'string' && isLevel(level) ? [[key, level] as const] : []
    )
  )
}

function selectionField(value: unknown): 'all' | 'selected' | undefined {
  const selection = textField(value, 'repository_selection')
  return selection === 'all' || selection === 'selected' ? selection : undefined
}

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
  /** The account's login, or the enterprise's slug; empty if GitHub names none. */
  readonly owner: string
  /** What its owner granted. */
  readonly permissions: Permissions
  readonly repositorySelection: 'all' | 'selected'
  /** When its owner suspended it; empty if it is not. */
  readonly suspendedAt: string
  /** The page where its owner changes it; empty if GitHub names none. */
  readonly settingsUrl: string
  /** The id of the repository it was looked up by, if it has a new name or owner. */
  readonly movedRepositoryId: number | undefined
}

/**
 * Finds an installation. Raises what `AppClient.call` raises; a 404 says that the App is not
 * installed there. https://docs.github.com/en/rest/apps/apps
 */
export async function findInstallation(app: AppClient, lookup: Lookup): Promise<Installation> {
  const found = readInstallation(await app.call({ method: 'GET', path: lookupPath(lookup) }))
  // GitHub may leave the account out. It is the one named, unless the repository has moved since.
  const isNamed = found.owner === '' && found.movedRepositoryId === undefined
  return isNamed ? { ...found, owner: namedIn(lookup) } : found
}

/** At most this many pages of 100 accounts are read to find the one that was meant. */
const MAX_ACCOUNT_PAGES = 10

/** The accounts on which an App is installed. */
export interface Accounts {
  /** The logins of organizations and users. */
  readonly owners: readonly string[]
  /** The slugs of enterprises. */
  readonly enterprises: readonly string[]
}

/**
 * The accounts of the App's first thousand installations. Raises what `AppClient.call` raises.
 * https://docs.github.com/en/rest/apps/apps#list-installations-for-the-authenticated-app
 */
export async function listAccounts(app: AppClient): Promise<Accounts> {
  const accounts: unknown[] = []
  for (let page = 1; page <= MAX_ACCOUNT_PAGES; page++) {
    const path = `/app/installations?per_page=100&page=${page}`
    const { reply } = await app.call({ method: 'GET', path })
    const found = Array.isArray(reply.body) ? (reply.body as unknown[]) : []
    accounts.push(...found.map((installation) => field(installation, 'account')))
    if (found.length < 100) break
  }
  const named = (name: string): string[] =>
    accounts.map((account) => textField(account, name)).filter((each) => each !== '')
  return { owners: named('login'), enterprises: named('slug') }
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
  const id = positiveIntegerField(reply.body, 'id')
  if (id === undefined) throw new RefusedError(reply, attempts)
  return {
    id,
    appSlug: textField(reply.body, 'app_slug'),
    owner: accountName(reply.body),
    permissions: permissionsField(reply.body, 'permissions') ?? {},
    repositorySelection: selectionField(reply.body) ?? 'selected',
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

/** What a token is asked to reach. What is left out means everything the installation has. */
export interface Scope {
  /** Names without their owner. */
  readonly repositories?: readonly string[]
  readonly repositoryIds?: readonly number[]
  readonly permissions?: Permissions
}

/** What GitHub granted to a token, as far as it says so. */
export interface Grant {
  /** Undefined if GitHub does not say it. */
  readonly permissions: Permissions | undefined
  /** Undefined if GitHub does not say it. */
  readonly repositorySelection: 'all' | 'selected' | undefined
  /** `owner/name` of each; undefined if GitHub lists none, for all that the installation reaches. */
  readonly repositories: readonly string[] | undefined
  /** The ids of the same, in the same order; 0 if GitHub gives none. */
  readonly repositoryIds: readonly number[]
}

/** An installation access token, with what it is good for. */
export interface IssuedToken {
  /** Opaque: no format, no length. */
  readonly token: string
  /** ISO 8601, UTC; empty if GitHub gave none. */
  readonly expiresAt: string
  readonly grant: Grant
  /** How many earlier requests may have created a token, too: their answers were lost. */
  readonly lost: number
  /**
   * Whether it is not the token of a GitHub App (it does not begin with `ghs_`). It is then never sent to
   * GitHub.
   */
  readonly isForeign?: boolean
}

/**
 * Creates a token. Raises what `AppClient.call` raises.
 * https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
export async function createToken(
  app: AppClient,
  installationId: number,
  scope: Scope
): Promise<IssuedToken> {
  const path = route`/app/installations/${installationId}/access_tokens`
  const body = {
    repositories: scope.repositories,
    repository_ids: scope.repositoryIds,
    permissions: scope.permissions
  }
  return readToken(await app.call({ method: 'POST', path, body }))
}

function readToken({ reply, attempts }: Answer): IssuedToken {
  const token = textField(reply.body, 'token')
  const listed = listField(reply.body, 'repositories')
  const repositories = listed.map((one) => textField(one, 'full_name'))
  return {
    token,
    expiresAt: textField(reply.body, 'expires_at'),
    grant: {
      permissions: permissionsField(reply.body, 'permissions'),
      repositorySelection: selectionField(reply.body),
      repositories: repositories.length === 0 ? undefined : repositories,
      repositoryIds: listed.map((one) => positiveIntegerField(one, 'id') ?? 0)
    },
    lost: attempts.filter(mayHaveLostToken).length
  }
}

const PER_PAGE = 100

/** At most this many pages are read. */
const MAX_REPOSITORY_PAGES = 10

/** One page of what a token reaches. */
interface RepositoryPage {
  readonly grant: Omit<Grant, 'permissions'>
  /** How many there are on all pages, as far as GitHub says it. */
  readonly total: number
}

async function readRepositories(
  github: GitHubClient,
  token: string,
  page: number
): Promise<RepositoryPage> {
  const path = `/installation/repositories?per_page=${PER_PAGE}&page=${page}`
  const { reply } = await github.call({ method: 'GET', path, bearer: () => token })
  const listed = listField(reply.body, 'repositories')
  return {
    grant: {
      repositorySelection: selectionField(reply.body),
      repositories: listed.map((one) => textField(one, 'full_name')),
      repositoryIds: listed.map((one) => positiveIntegerField(one, 'id') ?? 0)
    },
    total: Math.max(listed.length, positiveIntegerField(reply.body, 'total_count') ?? 0)
  }
}

/**
 * Lists what a token reaches, as `owner/name`; undefined if that is a thousand or more
 * repositories. Raises what `HttpClient.send` raises.
 * https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
 */
export async function listRepositories(
  github: GitHubClient,
  token: string
): Promise<readonly string[] | undefined> {
  const names: string[] = []
  for (let page = 1; page <= MAX_REPOSITORY_PAGES; page++) {
    const { repositories: found = [] } = (await readRepositories(github, token, page)).grant
    names.push(...found)
    if (found.length < PER_PAGE) return names
  }
  return undefined
}

/** What a token reaches, as far as one request shows it: at most a hundred repositories. */
export interface Reached {
  /** The repositories are undefined if the token reaches more than a hundred. */
  readonly grant: Grant
  /** How many repositories. */
  readonly count: number
  /** The accounts that they belong to, as GitHub spells them. */
  readonly owners: readonly string[]
}

/** Reads what a token reaches. Raises what `HttpClient.send` raises. */
export async function findReach(github: GitHubClient, token: string): Promise<Reached> {
  const { grant, total } = await readRepositories(github, token, 1)
  const { repositories = [] } = grant
  const owners = new Map<string, string>()
  for (const repository of repositories) {
    const [owner = ''] = repository.split('/')
    owners.set(owner.toLowerCase(), owner)
  }
  const isRepository = total === repositories.length
  return {
    grant: {
      ...grant,
      permissions: undefined,
      repositories: isRepository ? repositories : undefined,
      repositoryIds: isRepository ? grant.repositoryIds : []
    },
    count: total,
    owners: [...owners.values()]
  }
}

/**
 * Finds a user's id; undefined if GitHub knows no such user. The user behind an App is
 * `<slug>[bot]`. Raises what `HttpClient.send` raises.
 * https://docs.github.com/en/rest/users/users#get-a-user
 */
export async function findUserId(
  github: GitHubClient,
  token: string,
  username: string
): Promise<number | undefined> {
  try {
    const path = route`/users/${username}`
    const { reply, attempts } = await github.call({ method: 'GET', path, bearer: () => token })
    const id = positiveIntegerField(reply.body, 'id')
    if (id === undefined) throw new RefusedError(reply, attempts)
    return id
  } catch (error) {
    if (error instanceof RefusedError && error.reply.status === 404) return undefined
    throw error
  }
}

/** A user of GitHub. */
export interface User {
  readonly login: string
  readonly id: number
}

/**
 * Finds the user behind a token: for an installation token, the bot of its App. Undefined if GitHub does
 * not say it. Raises what `HttpClient.send` raises. https://docs.github.com/en/graphql/reference/queries
 */
export async function findViewer(github: GitHubClient, token: string): Promise<User | undefined> {
  const data = await github.query({
    query: 'query { viewer { login databaseId } }',
    bearer: () => token
  })
  const viewer = field(data, 'viewer')
  const id = positiveIntegerField(viewer, 'databaseId')
  return id === undefined ? undefined : { login: textField(viewer, 'login'), id }
}
