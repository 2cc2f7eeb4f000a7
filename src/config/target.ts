import type { Explanation } from '../explanation'
import { printable } from '../printable'
import { isName, sameName, splitList } from './names'
import { invalid, valid, type Parsed, type Remark } from './parsed'

/** What the token is for, and why: the reason is printed, so that a wide scope never goes unseen. */
export type Target =
  | {
      readonly kind: 'repositories'
      readonly owner: string
      /** Names without their owner, none twice. */
      readonly names: readonly [string, ...string[]]
      /** Which inputs were left out. */
      readonly because: 'nothing-set' | 'owner-not-set' | 'both-set'
    }
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'enterprise'; readonly enterprise: string }

/** The inputs that say which repositories, as the runner passes them. */
export interface TargetInputs {
  readonly owner: string
  readonly repositories: string
  readonly enterprise: string
}

/** What the workflow itself is about, and the hosts whose addresses may stand in for names. */
export interface Workplace {
  /** `owner/name` of the workflow's repository (`GITHUB_REPOSITORY`). */
  readonly repository: string
  /** `GITHUB_REPOSITORY_OWNER`. */
  readonly repositoryOwner: string
  /** Host names of the web addresses that belong to the API in use, such as `github.com`. */
  readonly webHosts: readonly string[]
}

/** GitHub takes at most this many repositories in one request for a token. */
export const MOST_REPOSITORIES = 500

/**
 * Decides what the token is for. Nothing set: the workflow's repository. `owner` alone: everything
 * its installation reaches. `repositories` alone: of the workflow's owner. `enterprise`: alone.
 * Problems: `owner-malformed`, `repository-malformed`, `repository-owner-mismatch`,
 * `scope-conflict`, `scope-unknown`, `scope-too-large`.
 */
export function parseTarget(inputs: TargetInputs, workplace: Workplace): Parsed<Target> {
  if (inputs.enterprise !== '') return parseEnterprise(inputs)
  const entries = splitList(inputs.repositories)
  if (inputs.owner === '') {
    return entries.length === 0
      ? thisRepository(workplace)
      : repositoriesOf(workplace.repositoryOwner, entries, 'owner-not-set', workplace)
  }
  const owner = parseOwner(inputs.owner, workplace)
  if (!owner.ok) return owner
  const target = ownedTarget(owner.value, entries, inputs.repositories, workplace)
  return target.ok ? valid(target.value, [...owner.remarks, ...target.remarks]) : target
}

function ownedTarget(
  owner: string,
  entries: readonly string[],
  repositories: string,
  workplace: Workplace
): Parsed<Target> {
  if (entries.length > 0) return repositoriesOf(owner, entries, 'both-set', workplace)
  if (repositories === '') return valid({ kind: 'owner', owner })
  return invalid({
    code: 'scope-unknown',
    title: 'repositories names nothing',
    problem: `repositories is "${printable(repositories)}": it is set, but names no repository.`,
    fix: `name the repositories, or remove \`repositories\` if the token is for all that the App reaches in ${owner}.`
  })
}

function parseEnterprise(inputs: TargetInputs): Parsed<Target> {
  const others = (['owner', 'repositories'] as const).filter((name) => inputs[name] !== '')
  if (others.length > 0) {
    return invalid({
      code: 'scope-conflict',
      title: 'enterprise stands alone',
      problem: `enterprise is set together with ${others.join(' and ')}. A token is either for an enterprise or for an account's repositories.`,
      fix: `remove \`enterprise\`, or remove ${others.map((name) => `\`${name}\``).join(' and ')}.`
    })
  }
  if (isName(inputs.enterprise)) return valid({ kind: 'enterprise', enterprise: inputs.enterprise })
  return invalid({
    code: 'owner-malformed',
    title: 'enterprise is not a name',
    problem: `enterprise is "${printable(inputs.enterprise)}", which cannot be the name of an enterprise.`,
    fix: "use the enterprise's slug: the last part of its address, https://github.com/enterprises/SLUG."
  })
}

function thisRepository(workplace: Workplace): Parsed<Target> {
  const [owner = '', name = '', ...rest] = workplace.repository.split('/')
  if (isName(owner) && isName(name) && rest.length === 0) {
    return valid({ kind: 'repositories', owner, names: [name], because: 'nothing-set' })
  }
  return invalid({
    code: 'scope-unknown',
    title: 'No repository to make a token for',
    problem: `owner and repositories are not set, and GITHUB_REPOSITORY ("${printable(workplace.repository)}") names no repository.`,
    fix: 'set `owner`, or `owner` and `repositories`.'
  })
}

function parseOwner(text: string, workplace: Workplace): Parsed<string> {
  if (isName(text)) return valid(text)
  const path = pathOfAddress(text, workplace)
  if (path?.length === 1 && path[0] !== undefined && isName(path[0])) {
    return valid(path[0], [
      { level: 'notice', message: `owner is an address; its account ${path[0]} was used.` }
    ])
  }
  const list = splitList(text)
  if (list.length > 1) {
    return invalid(
      malformedOwner(
        `names ${list.length} accounts, but a token belongs to one`,
        'name one account; use one step for each.'
      )
    )
  }
  // What looks like a key is nothing to repeat.
  const [owner = '', name = '', ...rest] = printable(text).split('/')
  if (isName(owner) && isName(name) && rest.length === 0) {
    return invalid(
      malformedOwner(
        `is "${printable(text)}": an account and a repository`,
        `set \`owner: ${owner}\` and \`repositories: ${name}\`.`
      )
    )
  }
  return invalid(
    malformedOwner(
      `is "${printable(text)}", which cannot be the name of an account`,
      'use the name of the organization or user as it stands in its address, such as octo-org.'
    )
  )
}

function malformedOwner(what: string, fix: string): Explanation {
  return {
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner ${what}.`,
    fix
  }
}

function repositoriesOf(
  owner: string,
  entries: readonly string[],
  because: 'owner-not-set' | 'both-set',
  workplace: Workplace
): Parsed<Target> {
  if (!isName(owner)) {
    return invalid({
      code: 'scope-unknown',
      title: 'No owner for the repositories',
      problem: `owner is not set, and GITHUB_REPOSITORY_OWNER ("${printable(owner)}") names no account.`,
      fix: 'set `owner` to the account the repositories belong to.'
    })
  }
  const names = new Map<string, string>()
  const remarks: Remark[] = []
  const problems: Explanation[] = []
  for (const entry of entries) {
    const name = repositoryName(entry, owner, because, workplace)
    if (name.ok) {
      names.set(name.value.toLowerCase(), name.value)
      remarks.push(...name.remarks)
    } else problems.push(...name.problems)
  }
  const [firstProblem, ...otherProblems] = problems
  if (firstProblem !== undefined) return invalid(firstProblem, ...otherProblems)
  return boundedTarget(owner, [...names.values()], because, remarks)
}

function boundedTarget(
  owner: string,
  names: readonly string[],
  because: 'owner-not-set' | 'both-set',
  remarks: readonly Remark[]
): Parsed<Target> {
  const [first, ...rest] = names
  if (first !== undefined && names.length <= MOST_REPOSITORIES) {
    return valid({ kind: 'repositories', owner, names: [first, ...rest], because }, remarks)
  }
  return invalid({
    code: 'scope-too-large',
    title: 'Too many repositories for one token',
    problem: `repositories names ${names.length} repositories; GitHub takes at most ${MOST_REPOSITORIES} for one token.`,
    fix: `split them over several steps, or leave \`repositories\` out and set \`owner: ${owner}\` for a token that covers all that the App reaches there.`
  })
}

function repositoryName(
  entry: string,
  owner: string,
  because: 'owner-not-set' | 'both-set',
  workplace: Workplace
): Parsed<string> {
  const path = pathOfAddress(entry, workplace) ?? entry.split('/')
  const bare = path.map((part, index) =>
    index === path.length - 1 ? part.replace(/\.git$/, '') : part
  )
  const name = bare.at(-1) ?? ''
  const named = bare.length === 2 ? (bare[0] ?? '') : owner
  if (bare.length > 2 || !isName(name) || !isName(named)) {
    return invalid({
      code: 'repository-malformed',
      title: 'repositories holds something that is no repository',
      problem: `repositories holds "${printable(entry)}", which cannot be the name of a repository.`,
      fix: `list names such as \`hello\` or \`${owner}/hello\`, separated by commas or lines.`
    })
  }
  if (!sameName(named, owner)) return invalid(foreignOwner(entry, named, owner, because))
  const literal = bare.length === 2 ? `${named}/${name}` : name
  if (literal === entry) return valid(name)
  return valid(name, [
    {
      level: 'notice',
      message: `repositories holds "${printable(entry)}"; it was read as ${owner}/${name}.`
    }
  ])
}

function foreignOwner(
  entry: string,
  named: string,
  owner: string,
  because: 'owner-not-set' | 'both-set'
): Explanation {
  const isShown = printable(entry) === entry
  const ours = because === 'both-set' ? `owner is ${owner}` : `owner is not set, so it is ${owner}`
  return {
    code: 'repository-owner-mismatch',
    title: 'A repository belongs to an owner that `owner` does not name',
    problem: `repositories holds ${printable(entry)}, but ${ours}.`,
    fix: isShown
      ? `set \`owner: ${named}\` if the token is for repositories of ${named}; a token covers one owner.`
      : 'list the names of repositories, and set `owner` to their owner.'
  }
}

/**
 * The path of a web or git address on one of the API's own hosts (`https://github.com/octo-org/hello`,
 * `git@github.com:octo-org/hello.git`), in parts; undefined where the text is no such address.
 */
function pathOfAddress(text: string, workplace: Workplace): string[] | undefined {
  const match = /^(?:(?:https?|ssh):\/\/(?:git@)?|git@)([^/:@\s]+)(?::\d+)?[/:]([^\s?#]*)$/.exec(
    text
  )
  const [host, path] = [match?.[1], match?.[2]]
  if (host === undefined || path === undefined) return undefined
  if (!workplace.webHosts.some((known) => sameName(known, host))) return undefined
  return path.replace(/\/+$/, '').split('/')
}
