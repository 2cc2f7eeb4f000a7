/** What exists at the embedded GitHub: one App, its installations, accounts and repositories. */
import type { KeyObject } from 'node:crypto'

/** From a permission's name in the API (`pull_requests`) to `read`, `write` or `admin`. */
export type Permissions = Record<string, string>

/** An organization or a user. */
export interface Account {
  type: 'Organization' | 'User'
  login: string
  id: number
}

/** An enterprise. Unlike other accounts it has a `slug` and no `login`. */
export interface Enterprise {
  type: 'Enterprise'
  slug: string
  name: string
  id: number
}

/** A repository; `owner` is the login of an account. */
export interface Repository {
  id: number
  owner: string
  name: string
  private: boolean
}

/** The App's installation on one account. */
export interface Installation {
  id: number
  /** GitHub's description allows null. */
  account: Account | Enterprise | null
  repositorySelection: 'all' | 'selected'
  /** What the owner of the account granted. This can be less than the App asks for. */
  permissions: Permissions
  /** ISO time of its suspension, or null. */
  suspendedAt: string | null
  /** The repositories it covers. */
  repositories: Repository[]
}

/** The GitHub App. */
export interface App {
  id: number
  clientId: string
  slug: string
  name: string
  owner: Account
  /** Several keys can be valid at once. If there is none, GitHub asks to generate one. */
  publicKeys: KeyObject[]
  permissions: Permissions
  installations: Installation[]
}

/** A former name of a repository. GitHub redirects it to the repository's id. */
export interface FormerName {
  owner: string
  name: string
  repositoryId: number
}

/** Somebody asked the owners of an account to install the App. */
export interface InstallationRequest {
  account: Account
  requester: Account
}

/** The user behind an App, `<slug>[bot]`. Its id is neither the App's nor an installation's. */
export interface Bot {
  login: string
  id: number
}

/** The data of an embedded GitHub. A test may change everything in it while the server runs. */
export interface GitHubData {
  app: App
  /** Every account that exists, with an installation or without. */
  accounts: (Account | Enterprise)[]
  /** Every repository that exists, covered by an installation or not. */
  repositories: Repository[]
  formerNames: FormerName[]
  bots: Bot[]
  /** Installations that wait for approval. */
  installationRequests: InstallationRequest[]
  /** Tokens of 40 characters, or of about 520 with two dots (GitHub has both since April 2026). */
  tokenFormat: 'classic' | 'stateless'
  /** Whether a JWT may name the App by its client ID. Old versions of GHES accept only the number. */
  issuers: 'any' | 'number'
  /** Limit for the number of permissions times the number of repositories of a token, or null. */
  scopeLimit: number | null
  /** How many requests are allowed in an hour, or null. Enterprise Server has no limit by default. */
  requestLimit: number | null
  /** Address of GitHub's web pages, without a slash at its end. */
  webUrl: string
  /** GitHub's own clock, in milliseconds since 1970. */
  now: () => number
  /** How long a token lives, in milliseconds. At GitHub, an hour. */
  tokenLife: number
}

/** Options of {@link defaultData}. */
export interface DataOptions {
  publicKey: KeyObject
  /** GitHub's clock, in milliseconds since 1970. Default: the machine's clock. */
  now?: () => number
}

/**
 * The App octo-bot (12345) on octo-org (4242: the repositories hello and lib, not secret-plans), on
 * the user mona (4243: all), on octo-enterprise (4244), and on sleepy-org (4245, suspended).
 * lonely-org exists without an installation, and octo-org/hallo is the former name of hello.
 */
export function defaultData(options: DataOptions): GitHubData {
  const accounts = defaultAccounts()
  const repositories = defaultRepositories()
  const permissions = defaultPermissions()
  const install = (id: number, account: Account | Enterprise, covers: string[]): Installation => ({
    id,
    account,
    repositorySelection: account.type === 'Organization' ? 'selected' : 'all',
    permissions: { ...permissions },
    suspendedAt: null,
    repositories: repositories.filter(({ owner, name }) => covers.includes(`${owner}/${name}`))
  })
  const { octoOrg, mona, sleepyOrg, enterprise } = accounts
  return {
    app: {
      id: 12345,
      clientId: 'Iv23liEXAMPLEoctobot',
      slug: 'octo-bot',
      name: 'Octo Bot',
      owner: octoOrg,
      publicKeys: [options.publicKey],
      permissions: { ...permissions },
      installations: [
        install(4242, octoOrg, ['octo-org/hello', 'octo-org/lib']),
        install(4243, mona, ['mona/dotfiles', 'mona/blog']),
        { ...install(4244, enterprise, []), permissions: { enterprise_organizations: 'read' } },
        { ...install(4245, sleepyOrg, ['sleepy-org/bed']), suspendedAt: '2026-01-02T03:04:05Z' }
      ]
    },
    accounts: Object.values(accounts),
    repositories,
    formerNames: [{ owner: 'octo-org', name: 'hallo', repositoryId: 101 }],
    bots: [{ login: 'octo-bot[bot]', id: 987654 }],
    installationRequests: [],
    tokenFormat: 'classic',
    issuers: 'any',
    scopeLimit: null,
    requestLimit: 5000,
    webUrl: 'https://github.com',
    now: options.now ?? Date.now,
    tokenLife: 3_600_000
  }
}

function defaultAccounts() {
  const organization = (login: string, id: number): Account => ({ type: 'Organization', login, id })
  const enterprise: Enterprise = {
    type: 'Enterprise',
    slug: 'octo-enterprise',
    name: 'Octo Enterprise',
    id: 5
  }
  const mona: Account = { type: 'User', login: 'mona', id: 2 }
  return {
    octoOrg: organization('octo-org', 1),
    mona,
    sleepyOrg: organization('sleepy-org', 3),
    lonelyOrg: organization('lonely-org', 4),
    enterprise
  }
}

function defaultRepositories(): Repository[] {
  return [
    { id: 101, owner: 'octo-org', name: 'hello', private: false },
    { id: 102, owner: 'octo-org', name: 'lib', private: true },
    { id: 103, owner: 'octo-org', name: 'secret-plans', private: true },
    { id: 201, owner: 'mona', name: 'dotfiles', private: false },
    { id: 202, owner: 'mona', name: 'blog', private: true },
    { id: 301, owner: 'sleepy-org', name: 'bed', private: true },
    { id: 401, owner: 'lonely-org', name: 'island', private: false }
  ]
}

function defaultPermissions(): Permissions {
  return {
    actions: 'read',
    checks: 'write',
    contents: 'write',
    deployments: 'write',
    environments: 'read',
    issues: 'write',
    members: 'read',
    metadata: 'read',
    packages: 'read',
    pages: 'write',
    pull_requests: 'write',
    repository_projects: 'admin',
    statuses: 'write',
    workflows: 'write'
  }
}

/** Whether two names of accounts or repositories are the same. GitHub ignores letter case. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The name of an account in URLs: the slug of an enterprise, the login of any other. */
export function accountName(account: Account | Enterprise): string {
  return account.type === 'Enterprise' ? account.slug : account.login
}

/** The installation on an account, or undefined. */
export function findInstallation(data: GitHubData, name: string): Installation | undefined {
  return data.app.installations.find(
    ({ account }) => account !== null && sameName(accountName(account), name)
  )
}

/** The installation on an account. Throws if there is none. */
export function installationOn(data: GitHubData, name: string): Installation {
  const installation = findInstallation(data, name)
  if (installation === undefined) throw new Error(`no installation on ${name}`)
  return installation
}

/** Adds repositories of octo-org that its installation covers. */
export function coverRepositories(data: GitHubData, names: readonly string[]): void {
  const repositories = names.map((name, index) => ({
    id: 9000 + index,
    owner: 'octo-org',
    name,
    private: true
  }))
  data.repositories.push(...repositories)
  installationOn(data, 'octo-org').repositories.push(...repositories)
}

/** Adds an organization with the repository `hello`, and installs the App on all its repositories. */
export function addOrganization(
  data: GitHubData,
  login: string,
  installationId: number
): Installation {
  const account: Account = { type: 'Organization', login, id: installationId * 10 }
  const repository = { id: installationId * 10 + 1, owner: login, name: 'hello', private: true }
  const installation: Installation = {
    id: installationId,
    account,
    repositorySelection: 'all',
    permissions: { ...data.app.permissions },
    suspendedAt: null,
    repositories: [repository]
  }
  data.accounts.push(account)
  data.repositories.push(repository)
  data.app.installations.push(installation)
  return installation
}
