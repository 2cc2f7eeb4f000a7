import type { Permissions } from './config/permissions'
import type { Target } from './config/target'
import type { Lookup } from './github/installations'
import type { Scope } from './github/tokens'

/** What to ask GitHub for: the installation, and the scope of its token. */
export interface TokenRequest {
  readonly lookup: Lookup
  readonly scope: Scope
  /** What the token is for, as people say it: `octo-org/hello`. */
  readonly subject: string
}

/** At most this many repositories are named in a line of the log; the others are counted. */
const MOST_NAMED = 10

/** Turns what the workflow wants into what to ask GitHub for. Pure. */
export function planRequest(target: Target, permissions: Permissions | undefined): TokenRequest {
  const rights = permissions === undefined ? {} : { permissions }
  switch (target.kind) {
    case 'repositories':
      return {
        lookup: { kind: 'repository', owner: target.owner, repository: target.names[0] },
        scope: { repositories: target.names, ...rights },
        subject: nameRepositories(target.owner, target.names)
      }
    case 'owner':
      return {
        lookup: { kind: 'account', owner: target.owner },
        scope: rights,
        subject: target.owner
      }
    case 'enterprise':
      return {
        lookup: { kind: 'enterprise', enterprise: target.enterprise },
        scope: rights,
        subject: `the enterprise ${target.enterprise}`
      }
  }
}

function nameRepositories(owner: string, names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).map((name) => `${owner}/${name}`)
  const more = names.length - named.length
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`
}
