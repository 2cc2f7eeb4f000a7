import { readLevels, type Permissions, type RequestedPermissions } from '../config/permissions'
import { namesNone, type Repositories, type Target, type Targets } from '../config/targets'
import type { Lookup, Scope } from '../github/api'

/** One token to ask GitHub for. */
export interface TokenRequest {
  readonly target: Target
  readonly lookup: Lookup
  readonly requestedPermissions: RequestedPermissions
  /** What the token is for, as people say it: `octo-org/hello`. Names only what the inputs name. */
  readonly subject: string
}

/** At most this many repositories are named in a line of the log; the others are counted. */
const MAX_NAMED = 10

/** Turns what the workflow wants into what to ask GitHub for: one request for each owner. Pure. */
export function planRequests(
  targets: Targets,
  requestedPermissions: RequestedPermissions
): readonly [TokenRequest, ...TokenRequest[]] {
  const [first, ...others] = targets
  return [
    planRequest(first, requestedPermissions),
    ...others.map((target) => planRequest(target, requestedPermissions))
  ]
}

function planRequest(target: Target, requestedPermissions: RequestedPermissions): TokenRequest {
  return { target, requestedPermissions, lookup: lookupFor(target), subject: subjectOf(target) }
}

function lookupFor(target: Target): Lookup {
  switch (target.kind) {
    case 'repositories': {
      const { owner } = target
      const [repository] = target.names
      return repository === undefined
        ? { kind: 'account', owner }
        : { kind: 'repository', owner, repository }
    }
    case 'owner':
      return { kind: 'account', owner: target.owner }
    case 'enterprise':
      return { kind: 'enterprise', enterprise: target.enterprise }
    case 'installation':
      return { kind: 'installation', id: target.id }
  }
}

function subjectOf(target: Target): string {
  switch (target.kind) {
    case 'repositories':
      return nameRepositories(target.owner, target)
    case 'owner':
      return target.owner
    case 'enterprise':
      return `the enterprise ${target.enterprise}`
    case 'installation':
      return subjectOfInstallation(target.id, target.owner, target)
  }
}

function subjectOfInstallation(id: number, owner: string, repositories: Repositories): string {
  const installation = `installation ${id}`
  if (namesNone(repositories)) {
    return owner === '' ? installation : `${owner} (${installation})`
  }
  if (owner !== '') return nameRepositories(owner, repositories)
  return `${nameRepositories('', repositories)} of ${installation}`
}

function nameRepositories(owner: string, { names, ids }: Repositories): string {
  const shown = names.slice(0, MAX_NAMED).map((name) => (owner === '' ? name : `${owner}/${name}`))
  const more = names.length - shown.length
  const parts = [
    ...(shown.length === 0 ? [] : [shown.join(', ')]),
    ...(more === 0 ? [] : [`${more} more`]),
    ...(ids.length === 0 ? [] : [nameIds(owner, ids, names.length === 0)])
  ]
  return parts.join(' and ')
}

function nameIds(owner: string, ids: readonly number[], isAlone: boolean): string {
  const what =
    ids.length === 1 ? `repository ${String(ids[0])}` : `${ids.length} repositories by id`
  return isAlone && owner !== '' ? `${what} in ${owner}` : what
}

/**
 * The scope to ask for. What is left out of it means everything.
 *
 * @param granted what the installation was granted: needed for `read-all` alone
 */
export function scopeOf(
  { target, requestedPermissions }: TokenRequest,
  granted: Permissions
): Scope {
  const { names, ids } =
    target.kind === 'repositories' || target.kind === 'installation'
      ? target
      : { names: [], ids: [] }
  return {
    ...(names.length > 0 && { repositories: names }),
    ...(ids.length > 0 && { repositoryIds: ids }),
    ...permissionsFor(requestedPermissions, granted)
  }
}

function permissionsFor(
  requestedPermissions: RequestedPermissions,
  granted: Permissions
): Pick<Scope, 'permissions'> {
  switch (requestedPermissions.kind) {
    case 'everything':
      return {}
    case 'read-all':
      return { permissions: readLevels(granted) }
    case 'listed':
      return { permissions: requestedPermissions.permissions }
  }
}
