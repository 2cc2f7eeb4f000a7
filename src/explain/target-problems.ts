import { isName } from '../config/names'
import { MOST_OWNERS, MOST_REPOSITORIES } from '../config/targets'
import type { TargetProblem } from '../problem'
import type { Texts } from './explanation'

/** What a person reads about inputs that do not say what the token is for. */
export const TARGET_PROBLEMS: Texts<TargetProblem> = {
  'owner-names-none': ({ text }) => ({
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner is "${text}": it is set, but names no account.`,
    fix: 'name the account, or remove `owner` if the token is for the owner of this repository.'
  }),
  'owner-malformed': ({ text }) => ({
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner is "${text}", which cannot be the name of an account.`,
    fix: 'use the name of the organization or user as it stands in its address, such as octo-org.'
  }),
  'owner-has-repository': ({ text, owner, name }) => ({
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner is "${text}": an account and a repository.`,
    fix: `set \`owner: ${owner}\` and \`repositories: ${name}\`.`
  }),
  'enterprise-malformed': ({ text }) => ({
    code: 'owner-malformed',
    title: 'enterprise is not a name',
    problem: `enterprise is "${text}", which cannot be the name of an enterprise.`,
    fix: "use the enterprise's slug: the last part of its address, https://github.com/enterprises/SLUG."
  }),
  'repository-malformed': ({ text }) => ({
    code: 'repository-malformed',
    title: 'repositories holds something that is no repository',
    problem: `repositories holds "${text}", which cannot be the name of a repository.`,
    fix: 'list names such as `hello` or `octo-org/hello`, separated by commas or lines.'
  }),
  'repository-id-malformed': ({ text }) => ({
    code: 'repository-malformed',
    title: 'repository-ids holds something that is no id',
    problem: `repository-ids holds "${text}", which cannot be the id of a repository.`,
    fix: 'list numbers, separated by commas or lines; `gh api repos/OWNER/NAME --jq .id` prints one.'
  }),
  'installation-id-malformed': ({ text }) => ({
    code: 'installation-malformed',
    title: 'installation-id is not a number',
    problem: `installation-id is "${text}", which cannot be the id of an installation.`,
    fix: "use the number at the end of the installation's settings page, or `owner` in its place."
  }),
  'owner-unknown': ({ text }) => ({
    code: 'scope-unknown',
    title: 'No owner for the repositories',
    problem: `owner is not set, and GITHUB_REPOSITORY_OWNER ("${text}") names no account.`,
    fix: 'set `owner` to the account the repositories belong to.'
  }),
  'repository-unknown': ({ text }) => ({
    code: 'scope-unknown',
    title: 'No repository to make a token for',
    problem: `owner and repositories are not set, and GITHUB_REPOSITORY ("${text}") names no repository.`,
    fix: 'set `owner`, or `owner` and `repositories`.'
  }),
  'repositories-name-none': ({ text }) => ({
    code: 'scope-unknown',
    title: 'repositories names nothing',
    problem: `repositories is "${text}": it is set, but names no repository.`,
    fix: 'name the repositories, or remove `repositories` if the token is for all that the App reaches there.'
  }),
  'repository-ids-without-owner': () => ({
    code: 'scope-conflict',
    title: 'repository-ids needs an owner',
    problem:
      'repository-ids is set, but neither owner nor installation-id says whose repositories they are.',
    fix: 'set `owner` to the account the repositories belong to.'
  }),
  'repository-ids-with-owners': ({ count }) => ({
    code: 'scope-conflict',
    title: 'repository-ids belongs to one owner',
    problem: `repository-ids is set together with ${count} accounts in owner, and an id does not say whose repository it is.`,
    fix: 'name the repositories as `owner/name` in `repositories`, or use a step for each owner.'
  }),
  'installation-id-with-owners': ({ count }) => ({
    code: 'scope-conflict',
    title: 'installation-id belongs to one owner',
    problem: `installation-id is set together with ${count} accounts in owner; an installation is on one.`,
    fix: 'remove `installation-id`: the installation on each owner is found by itself.'
  }),
  'installation-id-with-accounts': ({ named: [one, other] }) => ({
    code: 'repository-owner-mismatch',
    title: 'An installation is on one account',
    problem: `installation-id is set, ${one} is named, and so is ${other}; an installation is on one account.`,
    fix: 'remove `installation-id` to get a token for each owner that `owner` names, or name one account.'
  }),
  'enterprise-with-others': ({ inputs }) => ({
    code: 'scope-conflict',
    title: 'enterprise stands alone',
    problem: `enterprise is set together with ${inputs.join(' and ')}. A token is either for an enterprise or for an account's repositories.`,
    fix: `remove \`enterprise\`, or remove ${inputs.map((name) => `\`${name}\``).join(' and ')}.`
  }),
  'git-credentials-with-enterprise': () => ({
    code: 'scope-conflict',
    title: 'git-credentials needs repositories',
    problem:
      'git-credentials is true, but enterprise is set: a token of an enterprise reaches no repository.',
    fix: 'remove `git-credentials`, or use a step of its own with `owner`.'
  }),
  'repository-of-other-owner': ({ entry, owner, owners, isOwnerSet }) => {
    const list = owners.join(', ')
    const ours = isOwnerSet ? 'owner is' : 'owner is not set, so it is'
    return {
      code: 'repository-owner-mismatch',
      title: 'A repository belongs to an owner that `owner` does not name',
      problem: `repositories holds ${entry}, but ${owners.length > 1 ? 'owner names' : ours} ${list}.`,
      fix:
        owner === undefined
          ? 'list the names of repositories, and set `owner` to their owner.'
          : `set \`owner: ${owner}\` if all of them are of ${owner}; for several owners, set \`owner: ${list}, ${owner}\` and write each repository as \`owner/name\`.`
    }
  },
  'owner-without-repository': ({ owner }) => ({
    code: 'scope-conflict',
    title: 'An owner without a repository',
    problem: `owner names ${owner}, but repositories names none of its repositories.`,
    fix: `add \`${owner}/NAME\` to \`repositories\`, remove ${owner} from \`owner\`, or use a step of its own for all that the App reaches in ${owner}.`
  }),
  'repository-without-owner': ({ name, owners }) => ({
    code: 'scope-conflict',
    title: 'A repository without its owner',
    problem: `repositories holds "${name}", but owner names ${owners.length} accounts: ${owners.join(', ')}.`,
    fix: `write it with its owner, such as \`${owners[0]}/${isName(name) ? name : 'NAME'}\`.`
  }),
  'too-many-owners': ({ count }) => ({
    code: 'scope-too-large',
    title: 'Too many owners for one step',
    problem: `owner names ${count} accounts; one step creates tokens for at most ${MOST_OWNERS}.`,
    fix: 'split them over several steps.'
  }),
  'too-many-repositories': ({ count, owner }) => ({
    code: 'scope-too-large',
    title: 'Too many repositories for one token',
    problem: `${count} repositories${owner === '' ? '' : ` of ${owner}`} are named; GitHub takes at most ${MOST_REPOSITORIES} for one token.`,
    fix: `split them over several steps, or leave \`repositories\` out for a token that covers all that the App reaches there.`
  })
}
