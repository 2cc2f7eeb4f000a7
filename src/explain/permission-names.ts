import { nearMiss } from '../config/names'
import { KNOWN_PERMISSIONS } from '../config/permission-list'
import { PERMISSION_TITLES } from './permission-titles'

/** Why the token of an installation probably cannot have a permission of some name. */
export type NameDoubt =
  /** GitHub's API uses another name, or several: one for each scope. With underscores. */
  | { readonly kind: 'other-name'; readonly meant: readonly string[] }
  /** Only `GITHUB_TOKEN` has it. */
  | { readonly kind: 'github-token' }
  /** It is about a user's own account, and only a user can grant it. */
  | { readonly kind: 'account' }
  /** No list has it. */
  | { readonly kind: 'unlisted' }

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const ONLY_GITHUB_TOKEN: ReadonlySet<string> = new Set(['copilot_requests', 'id_token', 'models'])

/** What people write and GitHub's pages do not, with the permissions that it is part of. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  action_secrets: ['secrets'],
  branch_protection: ['administration'],
  branches: ['contents'],
  code: ['contents'],
  code_scanning: ['security_events'],
  collaborators: ['administration'],
  comments: ['issues', 'pull_requests'],
  commits: ['contents'],
  dependabot: ['vulnerability_alerts', 'dependabot_secrets'],
  deploy_keys: ['administration'],
  environment_secrets: ['environments'],
  environment_variables: ['environments'],
  hooks: ['repository_hooks', 'organization_hooks'],
  labels: ['issues', 'pull_requests'],
  prs: ['pull_requests'],
  pulls: ['pull_requests'],
  releases: ['contents'],
  repository_self_hosted_runners: ['administration'],
  rulesets: ['administration'],
  runners: ['organization_self_hosted_runners', 'administration'],
  secret_scanning: ['secret_scanning_alerts'],
  security_advisories: ['repository_advisories'],
  self_hosted_runners: ['organization_self_hosted_runners', 'administration'],
  tags: ['contents'],
  teams: ['members']
}

/** Names of account permissions, in GitHub's API and on its pages. */
const OF_ACCOUNTS: ReadonlySet<string> = new Set(
  PERMISSION_TITLES.filter(([, scope]) => scope === 'account').flatMap(([name, , title]) => [
    name,
    nameOfTitle(title)
  ])
)

/** From what people read on GitHub's pages, with or without its scope, to names in the API. */
const MEANT: ReadonlyMap<string, readonly string[]> = meantNames()

function meantNames(): ReadonlyMap<string, readonly string[]> {
  const meant = new Map<string, readonly string[]>()
  for (const [name, scope, title] of PERMISSION_TITLES) {
    if (scope === 'account') continue
    for (const other of [nameOfTitle(title), `${scope}_${nameOfTitle(title)}`]) {
      meant.set(other, [...(meant.get(other) ?? []), name])
    }
  }
  for (const [other, names] of Object.entries(OTHER_NAMES)) meant.set(other, names)
  return meant
}

function nameOfTitle(title: string): string {
  return title.toLowerCase().replace(/[ -]/g, '_')
}

/**
 * Why a permission of this name was probably refused because of its name. Undefined if the token of
 * an installation can have it.
 *
 * @param name as GitHub's API spells names, with underscores
 */
export function doubtName(name: string): NameDoubt | undefined {
  if (OF_ACCOUNTS.has(name)) return { kind: 'account' }
  if (KNOWN_PERMISSIONS.has(name)) return undefined
  if (ONLY_GITHUB_TOKEN.has(name)) return { kind: 'github-token' }
  const full = name.replace(/^org_/, 'organization_').replace(/^repo_/, 'repository_')
  if (KNOWN_PERMISSIONS.has(full)) return { kind: 'other-name', meant: [full] }
  const meant = MEANT.get(full) ?? MEANT.get(nearMiss(full, MEANT.keys()) ?? '')
  return meant === undefined ? { kind: 'unlisted' } : { kind: 'other-name', meant }
}

/** Another permission that GitHub's pages show under the same title, and that title. */
export interface SameTitle {
  readonly name: string
  readonly title: string
}

/** The permissions that GitHub's pages show under the same title as this one. */
export function sameTitle(name: string): readonly SameTitle[] {
  const title = PERMISSION_TITLES.find(([each]) => each === name)?.[2]
  return PERMISSION_TITLES.filter(([other, , its]) => its === title && other !== name).map(
    ([other, , its]) => ({ name: other, title: its })
  )
}
