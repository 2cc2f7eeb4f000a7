import { hintOnId } from './credential-rules'
import type { Explanation } from './explanation'
import type { RefusedError } from '../http/errors'
import { isExpression } from '../config/expression'
import { printable } from '../printable'
import {
  installationOnOwner,
  isOwnerTyped,
  knownApp,
  repositoryEvidence,
  type FailureContext,
  type RepositoryEvidence,
  type RefusalRule,
  accountName,
  apiUrl,
  appName,
  credentials,
  theApp,
  settingsPage
} from './context'
import { quote, listed } from './words'
import type { Installation } from '../github/api'
import type { Reply } from '../http/reply'

/** Why GitHub found no installation (404), most telling first. */
export const LOOKUP_RULES: readonly RefusalRule[] = [
  appUnknown,
  apiNotFound,
  installationUnknown,
  otherHost,
  swapped,
  otherKind,
  notInstalled,
  goneMeanwhile,
  movedOutOfReach,
  repositoryUnknown,
  repositoryNotSelected,
  notFound
]

/** GitHub's words for a JWT whose `iss` it does not know. */
export function isAppUnknown({ message }: Pick<Reply, 'message'>): boolean {
  return message.includes('Integration not found')
}

function appUnknown(context: FailureContext<RefusedError>): Explanation | undefined {
  const { reply } = context.error
  const isUnknown =
    isAppUnknown(reply) || (reply.status === 404 && context.evidence?.kind === 'app-unknown')
  if (!isUnknown) return undefined
  const { id, key } = credentials(context)
  return {
    code: 'app-unknown',
    title: 'GitHub does not know this App',
    problem: `${apiUrl(context)} does not know the App with ${id}: ${quote(reply.message)}. It was used with ${key}.`,
    fix: `use the Client ID or App ID from the App's settings page, under "About".${hintOnId(id)} If the App is registered on another GitHub host, set \`github-api-url\` to that host's API.`
  }
}

/** Everything is 404, `GET /app` too: that is no path of an API. */
function apiNotFound(context: FailureContext<RefusedError>): Explanation | undefined {
  if (context.evidence?.kind !== 'no-api') return undefined
  return {
    code: 'api-not-found',
    title: 'There is no GitHub API at this address',
    problem: `There is no GitHub API at ${apiUrl(context)}: it answered 404 to every request, even to GET /app, which every GitHub has.`,
    fix: [
      'correct `github-api-url`, or remove it to use the GitHub that runs the workflow. It has one of these forms:',
      '  https://api.github.com',
      '  https://api.SUBDOMAIN.ghe.com (data residency)',
      '  https://HOSTNAME/api/v3 (Enterprise Server)'
    ].join('\n')
  }
}

/** The App has no installation with the id that the workflow gives. */
function installationUnknown(context: FailureContext<RefusedError>): Explanation | undefined {
  const target = context.request?.target
  if (context.error.reply.status !== 404 || target?.kind !== 'installation') return undefined
  const app = appName(context)
  return {
    code: 'installation-unknown',
    title: 'The App has no such installation',
    problem: `${app} has no installation ${target.id} (${quote(context.error.reply.message)}): it belongs to another App, or was removed.`,
    fix: "correct `installation-id` (the number at the end of the address of the installation's settings page), or set `owner` instead."
  }
}

function otherHost(context: FailureContext<RefusedError>): Explanation | undefined {
  const { config, request } = context
  if (context.error.reply.status !== 404 || config?.api.isOwn !== false) return undefined
  if (request?.target.kind !== 'repositories') return undefined
  const { reason } = request.target
  if (reason !== 'nothing-set' && reason !== 'empty-list') return undefined
  const unset =
    reason === 'nothing-set'
      ? 'owner and repositories are not set'
      : 'owner is not set and repositories names nothing'
  return {
    code: 'other-host',
    title: 'This repository is not on that GitHub',
    problem: `github-api-url is ${apiUrl(context)}, which is not the GitHub that runs this workflow. ${unset}, so the action looked for ${request.subject} there.`,
    fix: 'set `owner` to the account on that host, and `repositories` if the token needs only some of them.'
  }
}

/** The App is installed on an enterprise that `owner` names, or on an account that `enterprise` names. */
function otherKind(context: FailureContext<RefusedError>): Explanation | undefined {
  const { evidence, request } = context
  if (evidence?.kind !== 'not-on-owner' || evidence.instead.is !== 'other-kind') return undefined
  const name = accountName(context)
  const [what, right, wrong] =
    request?.target.kind === 'enterprise'
      ? ['an account, not an enterprise', 'owner', 'enterprise']
      : ['an enterprise, not an account', 'enterprise', 'owner']
  const isBesideRepositories = right === 'enterprise' && request?.lookup.kind === 'repository'
  return {
    code: 'app-not-installed',
    title: 'The App is not installed on this account',
    problem: `${name} is ${what}. ${appName(context)} is installed on it.`,
    fix: isBesideRepositories
      ? `a token for an enterprise cannot reach repositories. For repositories, set \`owner\` to the organization that owns them. For the enterprise, set \`enterprise: ${name}\` instead of \`owner\` and \`repositories\`.`
      : `set \`${right}: ${name}\` instead of \`${wrong}\`.`
  }
}

function notInstalled(context: FailureContext<RefusedError>): Explanation | undefined {
  const { evidence, request } = context
  if (evidence?.kind !== 'not-on-owner') return undefined
  const [app, account] = [appName(context), accountName(context)]
  const { instead } = evidence
  const meant = instead.is === 'account' ? ` Did you mean ${printable(instead.name)}?` : ''
  const target = request?.target
  const input = target?.kind === 'enterprise' ? 'enterprise' : 'owner'
  const isTyped = target === undefined || isOwnerTyped(target)
  const other = isTyped ? `correct \`${input}\`` : 'set `owner` to an account where it is installed'
  const ask = `ask an owner of ${account} to install it: ${installPage(context)}`
  return {
    code: 'app-not-installed',
    title: 'The App is not installed on this account',
    problem: `${app} is not installed on ${account}.${meant}`,
    fix: `${other}, or ${ask}${input === 'enterprise' ? enterpriseNote(context) : ''}`
  }
}

/** `repositories` names an account on which the App is installed, and `owner` does not. */
function swapped(context: FailureContext<RefusedError>): Explanation | undefined {
  const { evidence } = context
  if (evidence?.kind !== 'not-on-owner' || evidence.instead.is !== 'swapped') return undefined
  const [app, owner] = [appName(context), accountName(context)]
  const account = printable(evidence.instead.account)
  return {
    code: 'app-not-installed',
    title: 'The App is not installed on this account',
    problem: `${app} is not installed on ${owner}, but on ${account}. owner and repositories look swapped.`,
    fix: `set \`owner: ${account}\` and \`repositories: ${owner}\`.`
  }
}

/** https://docs.github.com/en/enterprise-cloud@latest/rest/apps/apps has the route, Server does not. */
function enterpriseNote(context: FailureContext): string {
  return apiUrl(context).endsWith('/api/v3')
    ? '. Enterprise Server has no installations on enterprises. Use `owner` there.'
    : ''
}

function installPage(context: FailureContext): string {
  const page = knownApp(context)?.htmlUrl ?? ''
  return page === '' ? "the App's public page" : `${printable(page)}/installations/new`
}

/** The installation was found, and then GitHub did not know it when asked for a token. */
function goneMeanwhile(context: FailureContext<RefusedError>): Explanation | undefined {
  const { installation, error } = context
  if (error.reply.status !== 404 || installation === undefined) return undefined
  const [app, account] = [appName(context), accountName(context)]
  return {
    code: 'app-not-installed',
    title: 'The installation of the App is gone',
    problem: `GitHub found installation ${installation.id} of ${app} on ${account}. When the action then requested a token, GitHub did not find it any more (${quote(error.reply.message)}). Probably it was removed or replaced.`,
    fix: `run the job again. If it fails again, ask an owner of ${account} to install it: ${installPage(context)}`
  }
}

/** The lookup was redirected to a repository's new name or owner, and the App is not there. */
function movedOutOfReach(context: FailureContext<RefusedError>): Explanation | undefined {
  const { error, request } = context
  const lookup = request?.lookup
  if (error.reply.status !== 404 || lookup?.kind !== 'repository') return undefined
  if (!/\/repositories\/\d+\/installation$/.test(error.reply.url)) return undefined
  const [app, name] = [appName(context), `${lookup.owner}/${lookup.repository}`]
  return {
    code: 'repository-moved',
    title: 'The repository has a new name or owner',
    problem: `${name} has a new name or owner, and ${app} cannot reach it there.`,
    fix: 'set `owner` and `repositories` to its new place, and install the App there.'
  }
}

function repositoryUnknown(context: FailureContext<RefusedError>): Explanation | undefined {
  const onOwner = installationOnOwner(context)
  if (onOwner?.repositorySelection !== 'all') return undefined
  const text = explainRepositories(context, onOwner)
  return text && { code: 'repository-unknown', ...text }
}

function repositoryNotSelected(context: FailureContext<RefusedError>): Explanation | undefined {
  const onOwner = installationOnOwner(context)
  if (onOwner === undefined) return undefined
  const text = explainRepositories(context, onOwner)
  return text && { code: 'repository-not-selected', ...text }
}

function notFound(context: FailureContext<RefusedError>): Explanation | undefined {
  const { error, request } = context
  // Without a request for a token nothing was looked up: it is post's revocation that was refused.
  if (error.reply.status !== 404 || request === undefined) return undefined
  const { subject } = request
  return {
    code: 'app-not-installed',
    title: 'The App is not installed there',
    problem: `GitHub found no installation of ${theApp(context)} for ${subject} (${quote(error.reply.message)}): the App is not installed there, or not for this repository, or a name is wrong.`,
    fix: 'check `owner` and `repositories`. Then install the App there, or add the repository to its installation.'
  }
}

/**
 * Which of the requested repositories the App cannot reach, why, and what to do. Undefined if no
 * lookup found out.
 */
export function explainRepositories(
  context: FailureContext,
  installation: Installation
): Omit<Explanation, 'code'> | undefined {
  const found = repositoryEvidence(context)
  if (found === undefined) return undefined
  const { outOfReach, renamed } = found
  if (outOfReach.length === 0) return renamed.length === 0 ? undefined : allRenamed(found)
  const text =
    installation.repositorySelection === 'all'
      ? missing(context, found)
      : notSelected(context, found)
  if (renamed.length === 0) return text
  return { ...text, problem: `${text.problem}\n${renamedToo(renamed)}` }
}

function notSelected(
  context: FailureContext,
  found: RepositoryEvidence
): Omit<Explanation, 'code'> {
  const { outOfReach } = found
  const [app, names, isOne] = [appName(context), shortList(outOfReach), outOfReach.length === 1]
  const which = isOne ? 'the repository' : 'the repositories'
  return {
    title: isOne ? 'The App cannot reach the repository' : 'The App cannot reach some repositories',
    problem: `${app} is installed on ${accountName(context)}, but it cannot reach ${which} ${names}. Either the installation does not include ${isOne ? names : 'them'}, or ${isOne ? 'the name is' : 'the names are'} wrong.${unchecked(found)}`,
    fix: [
      `${correction(context)}add ${names} under "Repository access": ${settingsPage(context)}`,
      ...hintsOnNames(outOfReach)
    ].join('\n')
  }
}

/** The inputs whose names can be wrong; empty if the workflow names no repository. */
function correction({ request }: FailureContext): string {
  const target = request?.target
  if (target?.kind !== 'repositories') return 'correct `repositories`, or '
  switch (target.reason) {
    case 'both-set':
      return 'correct `owner` or `repositories`, or '
    case 'owner-not-set':
      return 'correct `repositories`, or '
    case 'nothing-set':
    case 'empty-list':
      return ''
  }
}

/** At most this many names are explained. */
const MAX_HINTS = 3

/** Names that a repository can have, and that are often something else. */
function hintsOnNames(full: readonly string[]): string[] {
  const hints = full.flatMap((one) => hintOnName(one.slice(one.indexOf('/') + 1)) ?? [])
  return [...new Set(hints)].slice(0, MAX_HINTS).map((hint) => `  ${hint}`)
}

function hintOnName(name: string): string | undefined {
  if (/^\d+$/.test(name))
    return `If ${name} is the id of a repository, set it in \`repository-ids\`.`
  if (isExpression(name)) {
    return `If ${name} is an expression, it was not evaluated: write \`\${{ ${name} }}\`.`
  }
  if (/^(?:all|any|every|everything)$/i.test(name)) {
    return `If ${name} means every repository of the account, set \`owner\` and remove \`repositories\`.`
  }
  return /^(?:true|false|null|none|nil|undefined|nan|array|object)$/i.test(name)
    ? `If ${name} is the result of an expression, correct that expression.`
    : undefined
}

function missing(context: FailureContext, found: RepositoryEvidence): Omit<Explanation, 'code'> {
  const { outOfReach } = found
  const [account, names] = [accountName(context), shortList(outOfReach)]
  const isOne = outOfReach.length === 1
  const what = isOne ? `no repository ${names}` : `no repositories ${names}`
  return {
    title: isOne ? 'There is no such repository' : 'Some of the repositories do not exist',
    problem: `${account} has ${what}. ${appName(context)} can reach all repositories of ${account}.${unchecked(found)}`,
    fix: [fixMissing(context, isOne), ...hintsOnNames(outOfReach)].join('\n')
  }
}

function fixMissing({ request }: FailureContext, isOne: boolean): string {
  const target = request?.target
  if (target?.kind !== 'repositories') return 'correct `repositories`.'
  switch (target.reason) {
    case 'both-set':
      return 'correct `owner` or `repositories`.'
    case 'owner-not-set':
      return `correct \`repositories\`. If another account owns ${isOne ? 'it' : 'them'}, set \`owner\`.`
    case 'nothing-set':
    case 'empty-list':
      return 'if this repository was renamed or moved just now, start a new run.'
  }
}

function allRenamed(found: RepositoryEvidence): Omit<Explanation, 'code'> {
  const { renamed } = found
  return {
    title:
      renamed.length === 1
        ? 'The repository has a new name or owner'
        : 'Some repositories have a new name or owner',
    problem: `${renamedToo(renamed)}${unchecked(found)}`,
    fix: 'use the new names in `repositories`.'
  }
}

function renamedToo(renamed: readonly string[]): string {
  const has = renamed.length === 1 ? 'has' : 'have'
  return `${listed(renamed)} ${has} a new name or owner. If several repositories are named, GitHub accepts only their current names.`
}

function unchecked({ notLookedUp }: RepositoryEvidence): string {
  return notLookedUp === 0 ? '' : ` The action did not look up ${notLookedUp} more.`
}

function shortList(full: readonly string[]): string {
  return listed(full.map((name) => name.slice(name.indexOf('/') + 1)))
}
