import { isName } from '../config/names'
import { MAX_OWNERS, MAX_REPOSITORIES } from '../config/targets'
import type { GrantProblem, TargetProblem } from '../problems/target-problem'
import type { Texts } from './explanation'

/** What a person reads about inputs that do not say what the token is for. */
export const TARGET_PROBLEMS: Texts<TargetProblem> = {
  'owner-names-none': ({ text }) => ({
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner is "${text}". It is set, but names no account.`,
    fix: 'name the account. If the token is for the owner of this repository, remove `owner`.'
  }),
  'owner-malformed': ({ text }) => ({
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner is "${text}", which cannot be the name of an account.`,
    fix: 'use the name of the organization or user as in its address, such as octo-org.'
  }),
  'owner-too-long': ({ input, length, longest }) => ({
    code: 'owner-malformed',
    title: 'An account has too long a name',
    problem: `${input} contains the name of an account that is ${length} characters long. It is not shown here. GitHub allows at most ${longest}.`,
    fix: `use the name of the organization or user as in its address, such as octo-org. If it is a secret, correct \`${input}\`.`
  }),
  'owner-is-json': ({ text }) => ({
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner is "${text}", which begins like a JSON list. owner does not take JSON.`,
    fix: 'write the accounts without brackets and quotes, separated by commas or lines: `octo-org, mona`.'
  }),
  'owner-has-repository': ({ text, owner, name }) => ({
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner is "${text}", which is an account and a repository.`,
    fix: `set \`owner: ${owner}\` and \`repositories: ${name}\`.`
  }),
  'enterprise-malformed': ({ text }) => ({
    code: 'owner-malformed',
    title: 'enterprise is not a name',
    problem: `enterprise is "${text}", which cannot be the name of an enterprise.`,
    fix: "use the enterprise's slug: the last part of its address, https://github.com/enterprises/SLUG."
  }),
  'list-unreadable': ({ input, text, isOpen }) => ({
    code: 'repository-malformed',
    title: `${input} is not a list`,
    problem: `${input} is "${text}", which begins like a JSON list, but ${isOpen ? 'its end, the `]`, is missing' : 'is not valid JSON'}.`,
    fix: fixList(input)
  }),
  'list-is-object': ({ input, text }) => ({
    code: 'repository-malformed',
    title: `${input} is not a list`,
    problem: `${input} is "${text}", which is not a list: it begins like a JSON object.`,
    fix: fixList(input)
  }),
  'repository-malformed': ({ text }) => ({
    code: 'repository-malformed',
    title: 'repositories contains an invalid name',
    problem: `repositories contains "${text}", which cannot be the name of a repository.`,
    fix: fixRepository(text)
  }),
  'repository-id-malformed': ({ text }) => ({
    code: 'repository-malformed',
    title: 'repository-ids contains an invalid id',
    problem: `repository-ids contains "${text}", which cannot be the id of a repository.`,
    fix: 'list numbers, separated by commas or lines. To print an id: gh api repos/OWNER/NAME --jq .id'
  }),
  'installation-id-malformed': ({ text }) => ({
    code: 'installation-malformed',
    title: 'installation-id is not a number',
    problem: `installation-id is "${text}", which cannot be the id of an installation.`,
    fix: "use the number at the end of the address of the installation's settings page, or set `owner` instead."
  }),
  'workflow-owner-missing': ({ text }) => ({
    code: 'scope-unknown',
    title: 'No owner for the repositories',
    problem: `owner is not set, and GITHUB_REPOSITORY_OWNER ("${text}") names no account.`,
    fix: 'set `owner` to the account that owns the repositories.'
  }),
  'workflow-repository-missing': ({ text, reason }) => ({
    code: 'scope-unknown',
    title: 'No repository for the token',
    problem: `${reason === 'nothing-set' ? 'owner and repositories are not set' : 'owner is not set, repositories names nothing'}, and GITHUB_REPOSITORY ("${text}") names no repository.`,
    fix: 'set `owner`, or `owner` and `repositories`.'
  }),
  'repositories-name-none': ({ text }) => ({
    code: 'scope-unknown',
    title: 'repositories names nothing',
    problem: `repositories is "${text}". It is set, but names no repository.`,
    fix: 'name the repositories. If the token is for all repositories that the App can reach there, remove `repositories`.'
  }),
  'repository-ids-without-owner': () => ({
    code: 'scope-conflict',
    title: 'repository-ids needs an owner',
    problem:
      'repository-ids is set, but owner and installation-id are not. An id alone does not say who owns the repository.',
    fix: 'set `owner` to the account that owns the repositories.'
  }),
  'repository-ids-with-owners': ({ count }) => ({
    code: 'scope-conflict',
    title: 'repository-ids works with one owner only',
    problem: `repository-ids is set together with ${count} accounts in owner. An id does not say which of them owns the repository.`,
    fix: 'name the repositories as `owner/name` in `repositories`, or use a step for each owner.'
  }),
  'installation-id-with-owners': ({ count }) => ({
    code: 'scope-conflict',
    title: 'installation-id works with one owner only',
    problem: `installation-id is set together with ${count} accounts in owner. An installation is on one account.`,
    fix: 'remove `installation-id`. The action finds the installation of each owner.'
  }),
  'installation-id-with-accounts': ({ named: [one, other] }) => ({
    code: 'repository-owner-mismatch',
    title: 'An installation is on one account',
    problem: `installation-id is set, but the inputs name two accounts: ${one} and ${other}. An installation is on one account.`,
    fix: 'to get a token for each account in `owner`, remove `installation-id`. Otherwise name one account only.'
  }),
  'enterprise-with-others': ({ inputs }) => ({
    code: 'scope-conflict',
    title: 'enterprise cannot be combined',
    problem: `enterprise is set together with ${inputs.join(' and ')}. A token is either for an enterprise or for the repositories of an account.`,
    fix: `remove \`enterprise\`, or remove ${inputs.map((name) => `\`${name}\``).join(' and ')}.`
  }),
  'git-credentials-with-enterprise': () => ({
    code: 'scope-conflict',
    title: 'git-credentials needs repositories',
    problem:
      'git-credentials is true, but enterprise is set. A token for an enterprise cannot reach repositories.',
    fix: 'remove `git-credentials`, or set it in another step that names `owner`.'
  }),
  'repository-of-other-owner': ({ entry, owner, owners, isOwnerSet }) => {
    const list = owners.join(', ')
    const ours = isOwnerSet ? 'owner is' : 'owner is not set, so the owner is'
    return {
      code: 'repository-owner-mismatch',
      title: 'A repository belongs to an owner that is not named',
      problem: `repositories contains ${entry}, but ${owners.length > 1 ? 'owner names' : ours} ${list}.`,
      fix:
        owner === undefined
          ? 'list names of repositories, and set `owner` to the account that owns them.'
          : `if ${owner} owns all of them, set \`owner: ${owner}\`. For several owners, set \`owner: ${list}, ${owner}\` and write each repository as \`owner/name\`.`
    }
  },
  'owner-without-repository': ({ owner }) => ({
    code: 'scope-conflict',
    title: 'An owner without a repository',
    problem: `owner names ${owner}, but repositories names no repository of this account.`,
    fix: `add \`${owner}/NAME\` to \`repositories\`, or remove ${owner} from \`owner\`. For every repository in ${owner}, use another step.`
  }),
  'repository-without-owner': ({ name, owners }) => ({
    code: 'scope-conflict',
    title: 'A repository without its owner',
    problem: `repositories contains "${name}", but owner names ${owners.length} accounts: ${owners.join(', ')}.`,
    fix: `write it with its owner, such as \`${owners[0]}/${isName(name) ? name : 'NAME'}\`.`
  }),
  'too-many-owners': ({ count }) => ({
    code: 'scope-too-large',
    title: 'Too many owners for one step',
    problem: `owner names ${count} accounts. One step creates tokens for at most ${MAX_OWNERS}.`,
    fix: 'use several steps.'
  }),
  'too-many-repositories': ({ count, owner }) => ({
    code: 'scope-too-large',
    title: 'Too many repositories for one token',
    problem: `${count} repositories${owner === '' ? '' : ` of ${owner}`} are named. GitHub accepts at most ${MAX_REPOSITORIES} for one token.`,
    fix: `use several steps. Or remove \`repositories\`: the token then covers every repository that the App can reach there.`
  })
}

function fixList(input: 'repositories' | 'repository-ids'): string {
  return input === 'repositories'
    ? 'write `["hello", "lib"]`, or without brackets and quotes `hello, lib`.'
    : 'write `[101, 102]`, or without brackets `101, 102`.'
}

/** What people write in a list of repositories, and what to do instead. The first that fits. */
const REPOSITORY_FIXES: readonly (readonly [like: RegExp, fix: string])[] = [
  [/^[-*+]\s/, 'remove the dash before each name: the value is text, not a YAML list.'],
  [
    /\*/,
    'list names: there are no patterns. For every repository that the App can reach in an account, set `owner` and remove `repositories`.'
  ],
  [/#/, 'remove `#` and what follows it. Comments are not possible here.'],
  [/^!/, 'list only names that the token is for: a repository cannot be excluded.'],
  [/^["'`]|["'`]$/, 'remove the quotes.'],
  [
    /^[\w./-]+@[\w./-]+$/,
    'remove `@` and what follows it: a token is for a repository, not for a branch or a tag.'
  ],
  [
    /^[\w./-]+(?:\s+[\w./-]+)+$/,
    'separate names with commas or lines. If each name is in a line of its own, write `repositories: |`, not `repositories: >`, which puts the lines together.'
  ]
]

function fixRepository(text: string): string {
  const known = REPOSITORY_FIXES.find(([like]) => like.test(text))?.[1]
  return known ?? 'list names such as `hello` or `octo-org/hello`, separated by commas or lines.'
}

/** What a person reads about a token that this action refuses to create. */
export const GRANT_PROBLEMS: Texts<GrantProblem> = {
  'installation-found-elsewhere': ({ account }) => ({
    code: 'installation-mismatch',
    title: 'GitHub found an installation on another account',
    problem: `GitHub answered the lookup of ${account} with an installation on another account. The action creates no token for an account that the workflow does not name.`,
    fix: `if ${account} was renamed, use its new name.`
  }),
  'installation-of-other-account': ({ id, owner }) => ({
    code: 'installation-mismatch',
    title: 'The installation is on another account',
    problem: `installation-id is ${id}, but that installation is not on ${owner}, which the workflow names. The action outputs no token.`,
    fix: 'correct `installation-id`, or remove it. The action then finds the installation of `owner`.'
  }),
  'repository-moved-away': ({ repository }) => ({
    code: 'repository-moved',
    title: 'The repository has moved to another owner',
    problem: `${repository} has moved to another owner. The action creates no token for an owner that the workflow does not name.`,
    fix: 'set `owner` and `repositories` to its new place.'
  }),
  'nothing-to-read': ({ subject }) => ({
    code: 'permissions-not-granted',
    title: 'The App can read nothing',
    problem: `permissions is read-all, but the App has no permission for ${subject} that can be read.`,
    fix: 'name the permissions that the job needs.'
  })
}
