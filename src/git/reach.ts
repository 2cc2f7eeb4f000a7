import { isName, sameName } from '../config/names'
import type { CreatedToken } from '../tokens/create'

/** What git uses a token for. Each name is there in every spelling that an address may have. */
export type Reach =
  /** Every repository of the account. */
  | { readonly kind: 'owner'; readonly owners: readonly string[] }
  /** Only these repositories of the account, as `owner/name`. */
  | { readonly kind: 'repositories'; readonly names: readonly string[] }

/** A token that git uses, and what git uses it for. */
export interface TokenUse {
  readonly created: CreatedToken
  /** The repositories as `owner/name`, if GitHub was asked. A thousand or more are too many. */
  readonly listed: readonly string[] | 'too many' | undefined
  readonly reach: Reach
}

type Token = Pick<CreatedToken, 'request' | 'owner' | 'grant'>

/**
 * Whether GitHub must be asked what the token reaches. That is so if GitHub did not list the
 * repositories when it created the token. It lists them only if the workflow names some.
 */
export function needsListing({ request: { target }, grant }: Token): boolean {
  if (target.kind === 'enterprise' || grant.repositorySelection === 'all') return false
  return grant.repositories === undefined
}

/**
 * What git uses a token for. It is the whole account only if the token covers all of it, or too
 * much to list. For git, upper and lower case differ in paths. So each name is there as typed, as
 * GitHub spells it, and in lower case.
 *
 * @param listed the repositories as `owner/name`, if GitHub was asked for them
 */
export function reachOf(token: Token, listed: readonly string[] | undefined): Reach {
  const { request, owner, grant } = token
  const { target } = request
  const granted = grant.repositories ?? listed
  const owners = [typedOwner(token), owner]
  if (granted === undefined) return { kind: 'owner', owners: spellings(owners, isName) }
  const typed = target.kind === 'repositories' || target.kind === 'installation' ? target.names : []
  const names = [...typed, ...granted.map(nameIn)]
  return {
    kind: 'repositories',
    names: spellings(
      [...names.map((name) => `${typedOwner(token)}/${name}`), ...granted],
      isFullName
    )
  }
}

/** One repository, such as `octo-org/hello`. Undefined if the text is not `owner/name`. */
export function reachOfRepository(repository: string): Reach | undefined {
  const names = spellings([repository], isFullName)
  return names.length === 0 ? undefined : { kind: 'repositories', names }
}

/** Whether git uses the token for a repository, such as `octo-org/hello`. */
export function isReached(reach: Reach, repository: string): boolean {
  switch (reach.kind) {
    case 'owner': {
      const [owner = ''] = repository.split('/')
      return reach.owners.some((one) => sameName(one, owner))
    }
    case 'repositories':
      return reach.names.some((one) => sameName(one, repository))
  }
}

function typedOwner({ request: { target }, owner }: Token): string {
  if (target.kind === 'enterprise' || target.owner === '') return owner
  return target.owner
}

function nameIn(fullName: string): string {
  const [, name = ''] = fullName.split('/')
  return name
}

function isFullName(text: string): boolean {
  const [owner = '', name = '', ...rest] = text.split('/')
  return isName(owner) && isName(name) && rest.length === 0
}

/**
 * Leaves out invalid names: their characters could change the meaning of the file or of an address.
 */
function spellings(names: readonly string[], isValid: (name: string) => boolean): string[] {
  const all = [...names, ...names.map((name) => name.toLowerCase())]
  return [...new Set(all)].filter(isValid)
}
