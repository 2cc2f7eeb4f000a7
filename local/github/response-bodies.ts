/** The JSON that GitHub answers with, in the shapes of its OpenAPI description. */
import { isoTime, type IssuedToken } from './tokens'
import {
  accountName,
  type Account,
  type Bot,
  type Enterprise,
  type GitHubData,
  type Installation,
  type InstallationRequest,
  type Repository
} from './github-data'

/** Where the links in answers point. */
export interface Links {
  readonly data: GitHubData
  /** Base of the API, with its prefix and without a slash at its end. */
  readonly api: string
}

const CREATED = '2025-01-02T03:04:05Z'
const UPDATED = '2026-01-02T03:04:05Z'

/** `GET /app`: the App itself. */
export function renderApp(links: Links): object {
  const { app, webUrl } = links.data
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    owner: renderAccount(app.owner, links),
    name: app.name,
    description: '',
    external_url: 'https://example.com',
    html_url: `${webUrl}/apps/${app.slug}`,
    created_at: CREATED,
    updated_at: UPDATED,
    permissions: app.permissions,
    events: [],
    installations_count: app.installations.length
  }
}

/** An installation. Its `html_url` is the page where its owner changes it. */
export function renderInstallation(installation: Installation, links: Links): object {
  const { app } = links.data
  const { account, id, suspendedAt } = installation
  return {
    id,
    client_id: app.clientId,
    account: account && renderOwner(account, links),
    repository_selection: installation.repositorySelection,
    access_tokens_url: `${links.api}/app/installations/${id}/access_tokens`,
    repositories_url: `${links.api}/installation/repositories`,
    html_url: `${settingsPage(account, links.data.webUrl)}/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account?.id ?? 0,
    target_type: account?.type ?? 'Organization',
    permissions: installation.permissions,
    events: [],
    created_at: CREATED,
    updated_at: UPDATED,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: suspendedAt === null ? null : renderSuspender(account, links),
    suspended_at: suspendedAt
  }
}

/** Somebody asked for an installation, and it waits for approval. */
export function renderInstallationRequest(
  { account, requester }: InstallationRequest,
  id: number,
  links: Links
): object {
  return {
    id,
    node_id: nodeId('IntegrationInstallationRequest', id),
    account: renderAccount(account, links),
    requester: renderAccount(requester, links),
    created_at: CREATED
  }
}

/** A new token. The answer has `repositories` only if the request named some. */
export function renderToken(token: IssuedToken, named: boolean, links: Links): object {
  const answer = {
    token: token.value,
    expires_at: token.expiresAt,
    permissions: token.permissions,
    repository_selection: token.repositorySelection
  }
  if (!named) return answer
  return {
    ...answer,
    repositories: token.repositories.map((each) => renderRepository(each, links))
  }
}

/** `GET /users/{username}`: an organization, a user, or the bot of an App. */
export function renderUser(user: Account | Bot, links: Links): object {
  const nothing = {
    name: null,
    company: null,
    location: null,
    email: null,
    hireable: null,
    bio: null
  }
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 }
  const times = { created_at: CREATED, updated_at: isoTime(links.data.now()) }
  return { ...renderAccount(user, links), ...nothing, blog: '', ...counts, ...times }
}

/** A repository as `GET /repos/{owner}/{repo}` and the lists show it. */
export function renderRepository(repository: Repository, links: Links): object {
  const fullName = `${repository.owner}/${repository.name}`
  const owner = links.data.accounts.find((each) => accountName(each) === repository.owner)
  if (owner === undefined) throw new Error(`the owner of ${fullName} is not among the accounts`)
  const page = `${links.data.webUrl}/${fullName}`
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName,
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    owner: renderOwner(owner, links),
    html_url: page,
    git_url: page.replace(/^\w+:/, 'git:').concat('.git'),
    ssh_url: `git@${new URL(page).host}:${fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    ...repositoryLinks(`${links.api}/repos/${fullName}`),
    ...REPOSITORY_DEFAULTS
  }
}

const REPOSITORY_DEFAULTS = {
  ...{ description: null, homepage: null, language: null, license: null, mirror_url: null },
  ...{ fork: false, archived: false, disabled: false, default_branch: 'main', topics: [], size: 1 },
  ...{ has_issues: true, has_projects: true, has_wiki: true, has_pages: false },
  ...{ has_downloads: true, has_discussions: false },
  ...{ forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0 },
  ...{
    watchers: 0,
    watchers_count: 0,
    stargazers_count: 0,
    subscribers_count: 0,
    network_count: 0
  },
  ...{ pushed_at: UPDATED, created_at: CREATED, updated_at: UPDATED }
}

// From the name of a link to what follows the repository's own address.
const REPOSITORY_LINKS = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}'
}

function repositoryLinks(url: string): Record<string, string> {
  const links = Object.entries(REPOSITORY_LINKS).map(([name, rest]) => [`${name}_url`, url + rest])
  return { url, ...(Object.fromEntries(links) as Record<string, string>) }
}

function renderOwner(account: Account | Enterprise, links: Links): object {
  return account.type === 'Enterprise'
    ? renderEnterprise(account, links.data.webUrl)
    : renderAccount(account, links)
}

function renderEnterprise(enterprise: Enterprise, webUrl: string): object {
  return {
    id: enterprise.id,
    slug: enterprise.slug,
    name: enterprise.name,
    node_id: nodeId('Enterprise', enterprise.id),
    avatar_url: `https://avatars.githubusercontent.com/b/${enterprise.id}`,
    description: null,
    website_url: null,
    html_url: `${webUrl}/enterprises/${enterprise.slug}`,
    created_at: CREATED,
    updated_at: UPDATED
  }
}

function renderAccount(account: Account | Bot, { api, data }: Links): object {
  const url = `${api}/users/${encodeURIComponent(account.login)}`
  const type = 'type' in account ? account.type : 'Bot'
  const page = type === 'Bot' ? `apps/${account.login.replace('[bot]', '')}` : account.login
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(type, account.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}`,
    gravatar_id: '',
    url,
    html_url: `${data.webUrl}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false
  }
}

/** Who suspended an installation. For an organization this is a person: any user will do. */
function renderSuspender(account: Installation['account'], links: Links): object {
  return renderAccount(account?.type === 'User' ? account : links.data.app.owner, links)
}

function settingsPage(account: Installation['account'], webUrl: string): string {
  if (account?.type === 'Organization') return `${webUrl}/organizations/${account.login}/settings`
  if (account?.type === 'Enterprise') return `${webUrl}/enterprises/${account.slug}/settings`
  return `${webUrl}/settings`
}

function nodeId(type: string, id: number): string {
  return Buffer.from(`${type}:${id}`).toString('base64url')
}
