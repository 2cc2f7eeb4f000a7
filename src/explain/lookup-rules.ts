import type { Explanation } from './explanation'
import type { RefusedError } from '../http/errors'
import { printable } from '../printable'
import {
  isOwnerTyped,
  type FailureContext,
  type RefusalRule,
  accountName,
  apiUrl,
  appName,
  credentials,
  quote,
  theApp,
  listed,
  settingsPage
} from './context'
import type { Installation } from '../github/api'
import type { Reply } from '../http/reply'

/** Why GitHub found no installation (404), most telling first. */
export const LOOKUP_RULES: readonly RefusalRule[] = [
  appUnknown,
  installationUnknown,
  otherHost,
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
    isAppUnknown(reply) || (reply.status === 404 && context.evidence.app === 'unknown')
  if (!isUnknown) return undefined
  const { id, key } = credentials(context)
  return {
    code: 'app-unknown',
    title: 'GitHub does not know this App',
    problem: `${apiUrl(context)} does not know ${id} (${quote(reply.message)}), given with ${key}.`,
    fix: `use the Client ID or App ID from the App's settings page, under "About". Is the App registered on another GitHub host? Then set \`github-api-url\` to that host's API.`
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
    problem: `${app} has no installation ${target.id} (${quote(context.error.reply.message)}): it belongs to another App, or it has been removed.`,
    fix: "correct `installation-id` (the number at the end of the installation's settings page), or set `owner` in its place."
  }
}

function otherHost(context: FailureContext<RefusedError>): Explanation | undefined {
  const { config, request } = context
  if (context.error.reply.status !== 404 || config?.api.isOwn !== false) return undefined
  if (request?.target.kind !== 'repositories') return undefined
  if (request.target.because !== 'nothing-set') return undefined
  return {
    code: 'other-host',
    title: 'This repository is not on that GitHub',
    problem: `github-api-url is ${apiUrl(context)}, another GitHub than the one that runs this workflow, and neither owner nor repositories is set: ${request.subject} was looked for there.`,
    fix: 'set `owner`, and `repositories` where you need only some, to what the token is for on that host.'
  }
}

function notInstalled(context: FailureContext<RefusedError>): Explanation | undefined {
  const { evidence, request } = context
  if (evidence.isNotOnOwner !== true) return undefined
  const [app, account] = [appName(context), accountName(context)]
  const meant = evidence.meant === undefined ? '' : ` Did you mean ${printable(evidence.meant)}?`
  const target = request?.target
  const input = target?.kind === 'enterprise' ? 'enterprise' : 'owner'
  const ask = `ask an owner of ${account} to install it: ${installPage(context)}`
  return {
    code: 'app-not-installed',
    title: 'The App is not installed on this account',
    problem: `${app} is not installed on ${account}.${meant}`,
    fix:
      (target === undefined || isOwnerTyped(target) ? `correct \`${input}\`, or ${ask}` : ask) +
      (input === 'enterprise' ? enterpriseNote(context) : '')
  }
}

/** https://docs.github.com/en/enterprise-cloud@latest/rest/apps/apps has the route, Server does not. */
function enterpriseNote(context: FailureContext): string {
  return apiUrl(context).endsWith('/api/v3')
    ? '. Enterprise Server has no installations on enterprises: use `owner` there.'
    : ''
}

function installPage({ evidence: { app } }: FailureContext): string {
  return app === undefined || app === 'unknown' || app.htmlUrl === ''
    ? "the App's public page"
    : `${printable(app.htmlUrl)}/installations/new`
}

/** The installation was found, and then GitHub did not know it when asked for a token. */
function goneMeanwhile(context: FailureContext<RefusedError>): Explanation | undefined {
  const { installation, error } = context
  if (error.reply.status !== 404 || installation === undefined) return undefined
  const [app, account] = [appName(context), accountName(context)]
  return {
    code: 'app-not-installed',
    title: 'The installation of the App is gone',
    problem: `GitHub found installation ${installation.id} of ${app} on ${account}, but not when it was asked for a token (${quote(error.reply.message)}): it has just been removed or replaced.`,
    fix: `run the job again. If that does not help, ask an owner of ${account} to install it: ${installPage(context)}`
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
    title: 'The repository has another name or owner now',
    problem: `${name} has another name or owner now, and ${app} cannot reach it there.`,
    fix: 'set `owner` and `repositories` to where it is now, and have the App installed there for it.'
  }
}

function repositoryUnknown(context: FailureContext<RefusedError>): Explanation | undefined {
  const { onOwner } = context.evidence
  if (onOwner?.repositorySelection !== 'all') return undefined
  const text = explainRepositories(context, onOwner)
  return text && { code: 'repository-unknown', ...text }
}

function repositoryNotSelected(context: FailureContext<RefusedError>): Explanation | undefined {
  const { onOwner } = context.evidence
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
    problem: `GitHub found no installation of ${theApp(context)} for ${subject} (${quote(error.reply.message)}): it is not installed there, not for this repository, or a name is misspelt.`,
    fix: 'check `owner` and `repositories`; install the App there, or add the repository to its installation.'
  }
}

/**
 * Which of the repositories asked for are out of reach, why, and what to do; undefined where no
 * look-up told.
 */
export function explainRepositories(
  context: FailureContext,
  installation: Installation
): Omit<Explanation, 'code'> | undefined {
  const { outOfReach = [], renamed = [] } = context.evidence
  if (outOfReach.length === 0)
    return renamed.length === 0 ? undefined : allRenamed(context, renamed)
  const text =
    installation.repositorySelection === 'all' ? missing(context) : notSelected(context, outOfReach)
  if (renamed.length === 0) return text
  return { ...text, problem: `${text.problem}\n${renamedToo(renamed)}` }
}

function notSelected(
  context: FailureContext,
  outOfReach: readonly string[]
): Omit<Explanation, 'code'> {
  const [app, names, isOne] = [appName(context), shortList(outOfReach), outOfReach.length === 1]
  const which = isOne ? 'the repository' : 'the repositories'
  const misspelt = isOne ? `${names} is misspelt` : 'they are misspelt'
  return {
    title: isOne ? 'The App cannot reach the repository' : 'The App cannot reach some repositories',
    problem: `${app} is installed on ${accountName(context)}, but not for ${which} ${names}, or ${misspelt}.${unchecked(context)}`,
    fix: `add ${names} under "Repository access": ${settingsPage(context)}`
  }
}

function missing(context: FailureContext): Omit<Explanation, 'code'> {
  const { outOfReach = [] } = context.evidence
  const [account, names] = [accountName(context), shortList(outOfReach)]
  const isOne = outOfReach.length === 1
  const what = isOne ? `no repository ${names}` : `no repositories ${names}`
  return {
    title: isOne ? 'There is no such repository' : 'Some of the repositories do not exist',
    problem: `${account} has ${what}: ${appName(context)} is installed there for all repositories.${unchecked(context)}`,
    fix: 'correct `repositories`.'
  }
}

function allRenamed(
  context: FailureContext,
  renamed: readonly string[]
): Omit<Explanation, 'code'> {
  return {
    title:
      renamed.length === 1
        ? 'The repository has another name or owner now'
        : 'Some repositories have another name or owner now',
    problem: `${renamedToo(renamed)}${unchecked(context)}`,
    fix: 'bring `repositories` up to date.'
  }
}

function renamedToo(renamed: readonly string[]): string {
  const has = renamed.length === 1 ? 'has' : 'have'
  return `${listed(renamed)} ${has} another name or owner now. Among several names, GitHub takes only those of today.`
}

function unchecked({ evidence: { notLookedUp = 0 } }: FailureContext): string {
  return notLookedUp === 0 ? '' : ` ${notLookedUp} more were not looked up.`
}

function shortList(full: readonly string[]): string {
  return listed(full.map((name) => name.slice(name.indexOf('/') + 1)))
}
