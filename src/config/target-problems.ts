import type { Explanation } from '../explanation'
import { printable } from '../printable'
import type { Remark } from '../parsed'
import { MOST_OWNERS, MOST_REPOSITORIES } from './targets'

/**
 * A repository whose owner `owner` does not name.
 *
 * @param ours what the owner is, in words
 * @param owners those that count instead, as `owner` lists them
 */
export function foreignOwner(
  entry: string,
  named: string,
  ours: string,
  owners: string
): Explanation {
  const all = `${owners}, ${printable(named)}`
  return {
    code: 'repository-owner-mismatch',
    title: 'A repository belongs to an owner that `owner` does not name',
    problem: `repositories holds ${printable(entry)}, but ${ours}.`,
    fix:
      printable(entry) === entry
        ? `set \`owner: ${named}\` if all of them are of ${named}; for several owners, set \`owner: ${all}\` and write each repository as \`owner/name\`.`
        : 'list the names of repositories, and set `owner` to their owner.'
  }
}

/** `installation-id` beside names of more than one account: two of them, as they were written. */
export function installationOfAnother(one: string, other: string): Explanation {
  return {
    code: 'repository-owner-mismatch',
    title: 'An installation is on one account',
    problem: `installation-id is set, ${printable(one)} is named, and so is ${printable(other)}; an installation is on one account.`,
    fix: 'remove `installation-id` to get a token for each owner that `owner` names, or name one account.'
  }
}

/** `repository-ids` alone. */
export function idsWithoutOwner(): Explanation {
  return {
    code: 'scope-conflict',
    title: 'repository-ids needs an owner',
    problem:
      'repository-ids is set, but neither owner nor installation-id says whose repositories they are.',
    fix: 'set `owner` to the account the repositories belong to.'
  }
}

/** A list that is set and empty where leaving it out would mean everything. */
export function namesNothing(repositories: string): Explanation {
  return {
    code: 'scope-unknown',
    title: 'repositories names nothing',
    problem: `repositories is "${printable(repositories)}": it is set, but names no repository.`,
    fix: 'name the repositories, or remove `repositories` if the token is for all that the App reaches there.'
  }
}

/** A list that is set and empty where leaving it out means this repository. */
export function nothingNamed(repositories: string): Remark {
  return {
    level: 'warning',
    message: `repositories is "${printable(repositories)}": it is set, but names no repository. The token is for this repository only.`
  }
}

/** `enterprise` beside inputs that name something else. */
export function enterpriseAmongOthers(others: readonly string[]): Explanation {
  return {
    code: 'scope-conflict',
    title: 'enterprise stands alone',
    problem: `enterprise is set together with ${others.join(' and ')}. A token is either for an enterprise or for an account's repositories.`,
    fix: `remove \`enterprise\`, or remove ${others.map((name) => `\`${name}\``).join(' and ')}.`
  }
}

/** An `enterprise` that can be none. */
export function malformedEnterprise(enterprise: string): Explanation {
  return {
    code: 'owner-malformed',
    title: 'enterprise is not a name',
    problem: `enterprise is "${printable(enterprise)}", which cannot be the name of an enterprise.`,
    fix: "use the enterprise's slug: the last part of its address, https://github.com/enterprises/SLUG."
  }
}

/** An `installation-id` that can be none. */
export function malformedInstallation(text: string): Explanation {
  return {
    code: 'installation-malformed',
    title: 'installation-id is not a number',
    problem: `installation-id is "${printable(text)}", which cannot be the id of an installation.`,
    fix: "use the number at the end of the installation's settings page, or `owner` in its place."
  }
}

/** `installation-id` beside several owners. */
export function installationAmongOwners(owners: readonly string[]): Explanation {
  return {
    code: 'scope-conflict',
    title: 'installation-id belongs to one owner',
    problem: `installation-id is set together with ${owners.length} accounts in owner; an installation is on one.`,
    fix: 'remove `installation-id`: the installation on each owner is found by itself.'
  }
}

/** `repository-ids` beside several owners. */
export function idsAmongOwners(owners: readonly string[]): Explanation {
  return {
    code: 'scope-conflict',
    title: 'repository-ids belongs to one owner',
    problem: `repository-ids is set together with ${owners.length} accounts in owner, and an id does not say whose repository it is.`,
    fix: 'name the repositories as `owner/name` in `repositories`, or use a step for each owner.'
  }
}

/** One of several owners of which no repository is named. */
export function ownerWithoutRepository(owner: string): Explanation {
  return {
    code: 'scope-conflict',
    title: 'An owner without a repository',
    problem: `owner names ${owner}, but repositories names none of its repositories.`,
    fix: `add \`${owner}/NAME\` to \`repositories\`, remove ${owner} from \`owner\`, or use a step of its own for all that the App reaches in ${owner}.`
  }
}

/**
 * A bare name among several owners.
 *
 * @param list the owners, as `owner` lists them
 */
export function repositoryWithoutOwner(
  name: string,
  owners: readonly [string, ...string[]],
  list: string
): Explanation {
  return {
    code: 'scope-conflict',
    title: 'A repository without its owner',
    problem: `repositories holds "${printable(name)}", but owner names ${owners.length} accounts: ${list}.`,
    fix: `write it with its owner, such as \`${owners[0]}/${printable(name) === name ? name : 'NAME'}\`.`
  }
}

/** Repositories of an owner that the runner does not name. */
export function noOwner(owner: string): Explanation {
  return {
    code: 'scope-unknown',
    title: 'No owner for the repositories',
    problem: `owner is not set, and GITHUB_REPOSITORY_OWNER ("${printable(owner)}") names no account.`,
    fix: 'set `owner` to the account the repositories belong to.'
  }
}

/** Nothing is set, and the runner names no repository. */
export function noRepository(repository: string): Explanation {
  return {
    code: 'scope-unknown',
    title: 'No repository to make a token for',
    problem: `owner and repositories are not set, and GITHUB_REPOSITORY ("${printable(repository)}") names no repository.`,
    fix: 'set `owner`, or `owner` and `repositories`.'
  }
}

/** More owners than one step creates tokens for. */
export function tooManyOwners(count: number): Explanation {
  return {
    code: 'scope-too-large',
    title: 'Too many owners for one step',
    problem: `owner names ${count} accounts; one step creates tokens for at most ${MOST_OWNERS}.`,
    fix: 'split them over several steps.'
  }
}

/** More repositories than one token can be for. */
export function tooManyRepositories(count: number, owner: string): Explanation {
  return {
    code: 'scope-too-large',
    title: 'Too many repositories for one token',
    problem: `${count} repositories${owner === '' ? '' : ` of ${owner}`} are named; GitHub takes at most ${MOST_REPOSITORIES} for one token.`,
    fix: `split them over several steps, or leave \`repositories\` out for a token that covers all that the App reaches there.`
  }
}
