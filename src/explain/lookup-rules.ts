import type { Explanation } from '../explanation'
import type { RefusedError } from '../http/errors'
import { printable } from '../printable'
import { isAppUnknown } from './creation-rules'
import {
  isOwnerTyped,
  type Case,
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
type Rule = (known: Case<RefusedError>) => Explanation | undefined

/** Why GitHub found no installation (404), most telling first. */
export const LOOKUP_RULES: readonly Rule[] = [
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

function appUnknown(known: Case<RefusedError>): Explanation | undefined {
  const { reply } = known.error
  const isUnknown =
    isAppUnknown(reply) || (reply.status === 404 && known.evidence.app === 'unknown')
  if (!isUnknown) return undefined
  const { id, key } = credentials(known)
  return {
    code: 'app-unknown',
    title: 'GitHub does not know this App',
    problem: `${apiUrl(known)} does not know ${id} (${quote(reply.message)}), given with ${key}.`,
    fix: `use the Client ID or App ID from the App's settings page, under "About". Is the App registered on another GitHub host? Then set \`github-api-url\` to that host's API.`
  }
}

/** The App has no installation with the id that the workflow gives. */
function installationUnknown(known: Case<RefusedError>): Explanation | undefined {
  const target = known.situation.request?.target
  if (known.error.reply.status !== 404 || target?.kind !== 'installation') return undefined
  const app = appName(known)
  return {
    code: 'installation-unknown',
    title: 'The App has no such installation',
    problem: `${app} has no installation ${target.id} (${quote(known.error.reply.message)}): it belongs to another App, or it has been removed.`,
    fix: "correct `installation-id` (the number at the end of the installation's settings page), or set `owner` in its place."
  }
}

function otherHost(known: Case<RefusedError>): Explanation | undefined {
  const { config, request } = known.situation
  if (known.error.reply.status !== 404 || config?.api.isOwn !== false) return undefined
  if (request?.target.kind !== 'repositories') return undefined
  if (request.target.because !== 'nothing-set') return undefined
  return {
    code: 'other-host',
    title: 'This repository is not on that GitHub',
    problem: `github-api-url is ${apiUrl(known)}, another GitHub than the one that runs this workflow, and neither owner nor repositories is set: ${request.subject} was looked for there.`,
    fix: 'set `owner`, and `repositories` where you need only some, to what the token is for on that host.'
  }
}

function notInstalled(known: Case<RefusedError>): Explanation | undefined {
  const { evidence, situation } = known
  if (evidence.isNotOnOwner !== true) return undefined
  const [app, account] = [appName(known), accountName(known)]
  const meant = evidence.meant === undefined ? '' : ` Did you mean ${printable(evidence.meant)}?`
  const target = situation.request?.target
  const input = target?.kind === 'enterprise' ? 'enterprise' : 'owner'
  const ask = `ask an owner of ${account} to install it: ${installPage(known)}`
  return {
    code: 'app-not-installed',
    title: 'The App is not installed on this account',
    problem: `${app} is not installed on ${account}.${meant}`,
    fix:
      (target === undefined || isOwnerTyped(target) ? `correct \`${input}\`, or ${ask}` : ask) +
      (input === 'enterprise' ? enterpriseNote(known) : '')
  }
}

/** https://docs.github.com/en/enterprise-cloud@latest/rest/apps/apps has the route, Server does not. */
function enterpriseNote(known: Case<unknown>): string {
  return apiUrl(known).endsWith('/api/v3')
    ? '. Enterprise Server has no installations on enterprises: use `owner` there.'
    : ''
}

function installPage({ evidence: { app } }: Case<unknown>): string {
  return app === undefined || app === 'unknown' || app.htmlUrl === ''
    ? "the App's public page"
    : `${printable(app.htmlUrl)}/installations/new`
}

/** The installation was found, and then GitHub did not know it when asked for a token. */
function goneMeanwhile(known: Case<RefusedError>): Explanation | undefined {
  const { situation, error } = known
  if (error.reply.status !== 404 || situation.installation === undefined) return undefined
  const [app, account] = [appName(known), accountName(known)]
  return {
    code: 'app-not-installed',
    title: 'The installation of the App is gone',
    problem: `GitHub found installation ${situation.installation.id} of ${app} on ${account}, but not when it was asked for a token (${quote(error.reply.message)}): it has just been removed or replaced.`,
    fix: `run the job again. If that does not help, ask an owner of ${account} to install it: ${installPage(known)}`
  }
}

/** The lookup was redirected to a repository's new name or owner, and the App is not there. */
function movedOutOfReach(known: Case<RefusedError>): Explanation | undefined {
  const { error, situation } = known
  const lookup = situation.request?.lookup
  if (error.reply.status !== 404 || lookup?.kind !== 'repository') return undefined
  if (!/\/repositories\/\d+\/installation$/.test(error.reply.url)) return undefined
  const [app, name] = [appName(known), `${lookup.owner}/${lookup.repository}`]
  return {
    code: 'repository-moved',
    title: 'The repository has another name or owner now',
    problem: `${name} has another name or owner now, and ${app} cannot reach it there.`,
    fix: 'set `owner` and `repositories` to where it is now, and have the App installed there for it.'
  }
}

function repositoryUnknown(known: Case<RefusedError>): Explanation | undefined {
  const { onOwner } = known.evidence
  if (onOwner?.repositorySelection !== 'all') return undefined
  const text = explainRepositories(known, onOwner)
  return text && { code: 'repository-unknown', ...text }
}

function repositoryNotSelected(known: Case<RefusedError>): Explanation | undefined {
  const { onOwner } = known.evidence
  if (onOwner === undefined) return undefined
  const text = explainRepositories(known, onOwner)
  return text && { code: 'repository-not-selected', ...text }
}

function notFound(known: Case<RefusedError>): Explanation | undefined {
  const { error, situation } = known
  // Without a request for a token nothing was looked up: it is post's revocation that was refused.
  if (error.reply.status !== 404 || situation.request === undefined) return undefined
  const { subject } = situation.request
  return {
    code: 'app-not-installed',
    title: 'The App is not installed there',
    problem: `GitHub found no installation of ${theApp(known)} for ${subject} (${quote(error.reply.message)}): it is not installed there, not for this repository, or a name is misspelt.`,
    fix: 'check `owner` and `repositories`; install the App there, or add the repository to its installation.'
  }
}

/**
 * Which of the repositories asked for are out of reach, why, and what to do; undefined where no
 * look-up told.
 */
export function explainRepositories(
  known: Case<unknown>,
  installation: Installation
): Omit<Explanation, 'code'> | undefined {
  const { outOfReach = [], renamed = [] } = known.evidence
  if (outOfReach.length === 0) return renamed.length === 0 ? undefined : allRenamed(known, renamed)
  const text =
    installation.repositorySelection === 'all' ? missing(known) : notSelected(known, outOfReach)
  if (renamed.length === 0) return text
  return { ...text, problem: `${text.problem}\n${renamedToo(renamed)}` }
}

function notSelected(
  known: Case<unknown>,
  outOfReach: readonly string[]
): Omit<Explanation, 'code'> {
  const [app, names, isOne] = [appName(known), shortList(outOfReach), outOfReach.length === 1]
  const which = isOne ? 'the repository' : 'the repositories'
  const misspelt = isOne ? `${names} is misspelt` : 'they are misspelt'
  return {
    title: isOne ? 'The App cannot reach the repository' : 'The App cannot reach some repositories',
    problem: `${app} is installed on ${accountName(known)}, but not for ${which} ${names}, or ${misspelt}.${unchecked(known)}`,
    fix: `add ${names} under "Repository access": ${settingsPage(known)}`
  }
}

function missing(known: Case<unknown>): Omit<Explanation, 'code'> {
  const { outOfReach = [] } = known.evidence
  const [account, names] = [accountName(known), shortList(outOfReach)]
  const isOne = outOfReach.length === 1
  const what = isOne ? `no repository ${names}` : `no repositories ${names}`
  return {
    title: isOne ? 'There is no such repository' : 'Some of the repositories do not exist',
    problem: `${account} has ${what}: ${appName(known)} is installed there for all repositories.${unchecked(known)}`,
    fix: 'correct `repositories`.'
  }
}

function allRenamed(known: Case<unknown>, renamed: readonly string[]): Omit<Explanation, 'code'> {
  return {
    title:
      renamed.length === 1
        ? 'The repository has another name or owner now'
        : 'Some repositories have another name or owner now',
    problem: `${renamedToo(renamed)}${unchecked(known)}`,
    fix: 'bring `repositories` up to date.'
  }
}

function renamedToo(renamed: readonly string[]): string {
  const has = renamed.length === 1 ? 'has' : 'have'
  return `${listed(renamed)} ${has} another name or owner now. Among several names, GitHub takes only those of today.`
}

function unchecked({ evidence: { notLookedUp = 0 } }: Case<unknown>): string {
  return notLookedUp === 0 ? '' : ` ${notLookedUp} more were not looked up.`
}

function shortList(full: readonly string[]): string {
  return listed(full.map((name) => name.slice(name.indexOf('/') + 1)))
}
