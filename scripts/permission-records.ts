/** Where GitHub's pages list a permission: "Repository permissions", and so on. */
export type PermissionScope = 'repository' | 'organization' | 'enterprise' | 'account'

/** One permission, as it is in scripts/permissions.json. */
export interface PermissionRecord {
  /** As the API spells it, with underscores. */
  readonly name: string
  readonly levels: readonly string[]
  readonly description: string
  /** Whether GitHub has removed it since this action first had an input for it. */
  readonly retired: boolean
}

/**
 * What people see of a permission, as it is in scripts/permission-titles.json. The facts are from
 * https://github.com/github/docs (src/github-apps/data, `server-to-server-permissions.json`).
 */
export interface PermissionTitle {
  /** As the API spells it, with underscores. */
  readonly name: string
  readonly scope: PermissionScope
  readonly title: string
  /** The levels that GitHub's documentation names for any request. */
  readonly levels: readonly string[]
}

/** Descriptions that GitHub's API description lacks, or has wrong. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  actions_variables: 'Permission for the GitHub Actions variables of a repository.',
  codespaces_lifecycle_admin: 'Permission to start, stop and export Codespaces.',
  codespaces_metadata: 'Permission to view the dev containers and machine types of Codespaces.',
  codespaces_secrets: 'Permission for the Codespaces secrets of a repository.',
  // GitHub says "on a repository". The requests are about all public repositories of a user.
  interaction_limits: 'Permission to view and manage the interaction limits of a user.',
  organization_actions_variables: 'Permission for the GitHub Actions variables of an organization.',
  organization_api_insights: "Permission to view how an organization uses GitHub's API.",
  organization_codespaces: 'Permission to list, stop and delete the Codespaces of an organization.',
  organization_codespaces_secrets: 'Permission for the Codespaces secrets of an organization.',
  organization_codespaces_settings:
    'Permission to choose who can use Codespaces in an organization.',
  organization_dependabot_secrets: 'Permission for the Dependabot secrets of an organization.',
  // GitHub says "post-receive hooks" of webhooks.
  organization_hooks: 'Permission to manage the webhooks of an organization.',
  organization_network_configurations:
    'Permission for the network configurations of an organization.',
  // GitHub has the descriptions of these two the other way round.
  organization_personal_access_token_requests:
    'Permission for viewing and managing fine-grained personal access token requests to an organization.',
  organization_personal_access_tokens:
    'Permission for viewing and managing fine-grained personal access tokens that have been approved by an organization.',
  organization_private_registries: 'Permission for the private registries of an organization.',
  repository_advisories: 'Permission for the security advisories of a repository.',
  repository_hooks: 'Permission to manage the webhooks of a repository.'
}

/** Levels that GitHub's API description has wrong. No App can have `metadata: write`. */
const LEVELS: Readonly<Record<string, readonly string[]>> = { metadata: ['read'] }

/**
 * Completes the permissions of GitHub's API description: adds those that only its documentation
 * has, corrects what is wrong, and keeps those that GitHub has removed, so that no workflow breaks
 * that sets their inputs. Sorted by name.
 *
 * @param before the records of the last time
 */
export function completeRecords(
  described: readonly PermissionRecord[],
  titles: readonly PermissionTitle[],
  before: readonly PermissionRecord[]
): PermissionRecord[] {
  const records = new Map<string, PermissionRecord>()
  const retired = new Set(before.filter((one) => one.retired).map(({ name }) => name))
  for (const { name, scope, levels } of titles) {
    // A user grants account permissions. The token of an installation cannot have them.
    if (scope === 'account' || retired.has(name)) continue
    records.set(name, { name, levels, description: '', retired: false })
  }
  for (const record of described) records.set(record.name, record)
  for (const old of before) {
    if (!records.has(old.name)) records.set(old.name, { ...old, retired: true })
  }
  return [...records.values()].map(corrected).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function corrected(record: PermissionRecord): PermissionRecord {
  return {
    ...record,
    levels: LEVELS[record.name] ?? record.levels,
    description: DESCRIPTIONS[record.name] ?? record.description
  }
}
