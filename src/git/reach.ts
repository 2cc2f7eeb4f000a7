import { isName, sameName } from '../config/names'
import type { CreatedToken } from '../tokens/create'

/** What git uses a token for, each name in every way in which an address may spell it. */
export type Reach =
  /** Every repository of the account. */
  | { readonly kind: 'owner'; readonly owners: readonly string[] }
  /** These, as `owner/name`, and no others of the account. */
  | { readonly kind: 'repositories'; readonly names: readonly string[] }

/** A token that git uses, and what for. */
export interface TokenUse {
  readonly created: CreatedToken
  /** What the token reaches, as `owner/name`, if GitHub was asked; it lists less than a thousand. */
  readonly listed: readonly string[] | 'too many' | undefined
  readonly reach: Reach
}

type Token = Pick<CreatedToken, 'request' | 'installation' | 'grant'>

/**
 * Whether only GitHub can tell what the token reaches: nothing is named, and the App is installed
 * for some of the account's repositories. Its answer to the mint does not list them.
 */
export function needsListing({ request: { target }, grant }: Token): boolean {
  if (target.kind === 'enterprise' || grant.repositorySelection === 'all') return false
  return target.kind === 'owner' || target.names.length + target.ids.length === 0
}

/**
 * What git uses a token for: the whole account only where the token covers all of it. Git compares
 * the letter case of paths, so each name stands as typed, as GitHub spells it, and in lower case.
 *
 * @param listed what the token reaches, as `owner/name`, where only GitHub could tell
 */
export function reachOf(token: Token, listed: readonly string[] | undefined): Reach {
  const { request, installation, grant } = token
  const { target } = request
  const granted = grant.repositories ?? listed
  const owners = [typedOwner(token), installation.owner]
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

/** One repository, such as `octo-org/hello`; undefined where the text is none. */
export function reachOfRepository(repository: string): Reach | undefined {
  const names = spellings([repository], isFullName)
  return names.length === 0 ? undefined : { kind: 'repositories', names }
}

/** Whether a repository, such as `octo-org/hello`, is among what git uses a token for. */
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

function typedOwner({ request: { target }, installation }: Token): string {
  if (target.kind === 'enterprise' || target.owner === '') return installation.owner
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

/** What is no name could leave its place in the file, or in an address. */
function spellings(names: readonly string[], isValid: (name: string) => boolean): string[] {
  const all = [...names, ...names.map((name) => name.toLowerCase())]
  return [...new Set(all)].filter(isValid)
}
