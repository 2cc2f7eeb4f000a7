import type { Explanation } from '../explanation'
import type { RefusedError } from '../github/errors'
import { isAppUnknown } from './investigate'
import type { Case } from './situation'
import { accountName, apiUrl, appName, credentials, quote, settingsPage } from './words'

type Rule = (known: Case<RefusedError>) => Explanation | undefined

/** Why GitHub found no installation (404), most telling first. */
export const LOOKUP_RULES: readonly Rule[] = [
  appUnknown,
  otherHost,
  notInstalled,
  repositoryUnknown,
  repositoryNotSelected,
  notFound
]

function appUnknown(known: Case<RefusedError>): Explanation | undefined {
  const { status, message } = known.error.reply
  const isUnknown = isAppUnknown(message) || (status === 404 && known.evidence.app === 'unknown')
  if (!isUnknown) return undefined
  const { id } = credentials(known)
  return {
    code: 'app-unknown',
    title: 'GitHub does not know this App',
    problem: `${apiUrl(known)} does not know ${id} (${quote(message)}).`,
    fix: `use the Client ID or App ID from the App's settings page, under "About". Is the App registered on another GitHub host? Then set \`github-api-url\` to that host's API.`
  }
}

function otherHost(known: Case<RefusedError>): Explanation | undefined {
  const config = known.situation.config
  if (config?.api.isOwn !== false || config.target.kind !== 'repositories') return undefined
  if (config.target.because !== 'nothing-set') return undefined
  return {
    code: 'other-host',
    title: 'This repository is not on that GitHub',
    problem: `github-api-url is ${config.api.url}, another GitHub than the one that runs this workflow, and neither owner nor repositories is set: ${config.target.owner}/${config.target.names[0]} was looked for there.`,
    fix: 'set `owner`, and `repositories` where you need only some, to what the token is for on that host.'
  }
}

function notInstalled(known: Case<RefusedError>): Explanation | undefined {
  const { evidence, situation } = known
  if (evidence.onOwner !== 'none') return undefined
  const [app, account] = [appName(known), accountName(known)]
  const meant = evidence.meant === undefined ? '' : ` Did you mean ${evidence.meant}?`
  const page =
    evidence.app === undefined || evidence.app === 'unknown' || evidence.app.htmlUrl === ''
      ? "the App's public page"
      : `${evidence.app.htmlUrl}/installations/new`
  const target = situation.config?.target
  const input = target?.kind === 'enterprise' ? 'enterprise' : 'owner'
  const isTyped = !(target?.kind === 'repositories' && target.because !== 'both-set')
  const ask = `ask an owner of ${account} to install it: ${page}`
  return {
    code: 'app-not-installed',
    title: `${app} is not installed on ${account}`,
    problem: `${app} is not installed on ${account}.${meant}`,
    fix: isTyped ? `correct \`${input}\`, or ${ask}` : ask
  }
}

function repositoryUnknown(known: Case<RefusedError>): Explanation | undefined {
  const { onOwner } = known.evidence
  if (onOwner === undefined || onOwner === 'none') return undefined
  if (onOwner.repositorySelection !== 'all') return undefined
  const missing = missingRepositories(known)
  return {
    code: 'repository-unknown',
    title: `${accountName(known)} has no repository ${missing.short}`,
    problem: `${accountName(known)} has no repository ${missing.short}. ${appName(known)} is installed there for all repositories, so this one does not exist.`,
    fix: 'correct `repositories`.'
  }
}

function repositoryNotSelected(known: Case<RefusedError>): Explanation | undefined {
  const { onOwner } = known.evidence
  if (onOwner === undefined || onOwner === 'none') return undefined
  const [app, account, missing] = [appName(known), accountName(known), missingRepositories(known)]
  const which = missing.count === 1 ? 'the repository' : 'the repositories'
  return {
    code: 'repository-not-selected',
    title: `${app} cannot reach ${missing.full}`,
    problem: `${app} is installed on ${account}, but not for ${which} ${missing.short}, or ${missing.short} is misspelt.`,
    fix: `add ${missing.short} under "Repository access": ${settingsPage(known)}`
  }
}

function notFound(known: Case<RefusedError>): Explanation | undefined {
  if (known.error.reply.status !== 404) return undefined
  const subject = known.situation.request?.subject ?? accountName(known)
  return {
    code: 'app-not-installed',
    title: `${appName(known)} cannot reach ${subject}`,
    problem: `GitHub found no installation of the App for ${subject} (${quote(known.error.reply.message)}): it is not installed there, not for this repository, or a name is misspelt.`,
    fix: `check \`owner\` and \`repositories\`; install the App there, or add the repository to its installation.`
  }
}

/** The repositories the App cannot reach, for sentences. */
export function missingRepositories(known: Case<unknown>): {
  readonly count: number
  readonly full: string
  readonly short: string
} {
  const target = known.situation.config?.target
  const asked = target?.kind === 'repositories' ? [`${target.owner}/${target.names[0]}`] : []
  const found = known.evidence.outOfReach ?? []
  const full = found.length === 0 ? asked : found
  const short = full.map((name) => name.slice(name.indexOf('/') + 1))
  return { count: full.length, full: full.join(', '), short: short.join(', ') }
}
