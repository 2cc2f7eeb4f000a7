import { KNOWN_PERMISSIONS } from '../config/permission-list'
import { covers, dashed, levelOf, type Level } from '../config/permissions'
import type { RefusedError } from '../http/errors'
import { printable } from '../printable'
import {
  accountName,
  appName,
  permissionLine,
  settingsPage,
  theApp,
  type FailureContext
} from './context'
import { counted, listed, quote } from './words'
import type { Explanation } from './explanation'
import { doubtName, sameTitle } from './permission-names'
import { PERMISSION_TITLES, type PermissionScope } from './permission-titles'

/** A table in an annotation has at most this many rows; the others are counted. */
export const MAX_ROWS = 20

/** At most this many names are explained one by one; the others are counted. */
const MAX_EXPLAINED = 10

const REFERENCE =
  'https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps'

/** A permission that was requested, and that the installation does not have at this level. */
interface LackingPermission {
  readonly name: string
  readonly level: Level
  readonly granted: Level | undefined
}

/** GitHub refused the permissions. A name or level that probably does not exist is doubted first. */
export function permissionsRefused(context: FailureContext<RefusedError>): Explanation {
  const { reply } = context.error
  const lacking = lackingPermissions(context)
  const { names, levels, rest } = doubtsIn(context)
  const words = `GitHub refused the permissions that ${theApp(context)} requested on ${accountName(context)}: ${quote(reply.message)}.`
  const doubts = [...names, ...levels]
  const isOtherRefusal = !/permission/i.test(reply.message)
  const known = lacking === undefined ? [] : rest
  const hints = sameTitleHints(known, context)
  const lines = [
    ...doubts.map(({ line }) => line),
    ...(known.length === 0 ? [] : tableOf(known, context)),
    ...hints.map(({ line }) => line),
    ...(doubts.length + known.length === 0 || isOtherRefusal ? [words] : [])
  ]
  const steps = [...doubts, ...hints].map(({ step }) => step)
  const isRaised = known.length > 0 || doubts.length === 0
  return {
    ...headingOf(names.length > 0, levels.length > 0),
    problem: lines.join('\n'),
    fix: numbered(isRaised ? [...steps, ...raiseAndAccept(context)] : steps)
  }
}

/** Whether a permission was requested whose name or level probably does not exist. */
export function hasDoubts(context: FailureContext): boolean {
  const { names, levels } = doubtsIn(context)
  return names.length + levels.length > 0
}

function doubtsIn(context: FailureContext): Doubts<LackingPermission> {
  const permissions = lackingPermissions(context) ?? requestedPermissions(context)
  const doubts = doubtsAbout(permissions)
  const isMisplaced = ({ name }: LackingPermission): boolean => isOfOtherScope(name, context)
  const misplaced = doubts.rest.filter(isMisplaced).map(({ name }) => dashed(name))
  return {
    ...doubts,
    names: [...doubts.names, ...onlyElsewhere(misplaced, context)],
    rest: doubts.rest.filter((one) => !isMisplaced(one))
  }
}

/** Whether a permission is for enterprises, and the token is for an account, or the other way round. */
function isOfOtherScope(name: string, context: FailureContext): boolean {
  const scopes = scopesOf(name)
  const isForEnterprise = isOnEnterprise(context)
  return (
    // An installation that is named by its id can be on either.
    context.request?.target.kind !== 'installation' &&
    name !== 'metadata' &&
    scopes.length > 0 &&
    scopes.every((scope) => (scope === 'enterprise') !== isForEnterprise)
  )
}

/** Where GitHub's pages list a permission. Empty if they do not. */
function scopesOf(name: string): PermissionScope[] {
  return PERMISSION_TITLES.filter(([each]) => each === name).map(([, scope]) => scope)
}

function isOnEnterprise({ request }: FailureContext): boolean {
  return request?.target.kind === 'enterprise'
}

function headingOf(isName: boolean, isLevel: boolean): Pick<Explanation, 'code' | 'title'> {
  if (isName) {
    return { code: 'permission-unknown', title: 'The token cannot have a permission of this name' }
  }
  return isLevel
    ? { code: 'permission-malformed', title: 'A permission has no such level' }
    : { code: 'permissions-not-granted', title: 'The App lacks permissions' }
}

function requestedPermissions({ request }: FailureContext): LackingPermission[] {
  if (request?.requestedPermissions.kind !== 'listed') return []
  return Object.entries(request.requestedPermissions.permissions).map(([name, level]) => ({
    name,
    level,
    granted: undefined
  }))
}

/** Undefined if it is not known what was granted: then nothing is claimed to be lacking. */
function lackingPermissions(context: FailureContext): LackingPermission[] | undefined {
  const { installation } = context
  if (installation === undefined) return undefined
  return requestedPermissions(context)
    .map((one) => ({ ...one, granted: levelOf(installation.permissions, one.name) }))
    .filter(({ level, granted }) => granted === undefined || !covers(granted, level))
}

/** What is probably wrong, and what to do about it. */
export interface Doubt {
  readonly line: string
  readonly step: string
}

interface Doubts<P> {
  readonly names: readonly Doubt[]
  readonly levels: readonly Doubt[]
  /** The permissions without a doubt. */
  readonly rest: readonly P[]
}

/** Doubts about the names and levels of permissions, and the permissions that may well exist. */
export function doubtsAbout<P extends { readonly name: string; readonly level: Level }>(
  permissions: readonly P[]
): Doubts<P> {
  const renamed: Doubt[] = []
  const levels: Doubt[] = []
  const rest: P[] = []
  const [ofGitHubToken, ofAccounts, unlisted]: [string[], string[], string[]] = [[], [], []]
  for (const permission of permissions) {
    const { name, level } = permission
    const doubt = doubtName(name)
    const shown = dashed(printable(name))
    const known = KNOWN_PERMISSIONS.get(name)
    if (doubt?.kind === 'other-name') renamed.push(otherName(shown, doubt.meant))
    else if (doubt?.kind === 'github-token') ofGitHubToken.push(shown)
    else if (doubt?.kind === 'account') ofAccounts.push(shown)
    else if (doubt?.kind === 'unlisted') {
      unlisted.push(shown)
      // GitHub may know a permission that is in no list yet.
      rest.push(permission)
    } else if (known?.includes(level) === false) levels.push(otherLevel(shown, level, known))
    else rest.push(permission)
  }
  const names = [
    ...firstOf(renamed),
    ...onlyGitHubToken(ofGitHubToken),
    ...onlyAccounts(ofAccounts),
    ...inNoList(unlisted)
  ]
  return { names, levels: firstOf(levels), rest }
}

/** The doubts that are explained; the last one counts the others. */
function firstOf(doubts: readonly Doubt[]): Doubt[] {
  const shown = doubts.slice(0, MAX_EXPLAINED)
  const more = doubts.length - shown.length
  if (more === 0) return shown
  const line = `${more} more are wrong in the same way.`
  return [...shown, { line, step: `correct the other ${more} in the same way` }]
}

function otherName(shown: string, meant: readonly string[]): Doubt {
  const names = meant.map((name) => `\`${dashed(name)}\``)
  const [first = ''] = meant.map(dashed)
  const isOne = meant.length === 1
  const uses = isOne
    ? `It uses the name ${first}.`
    : `It uses these names: ${meant.map(withScope).join(', ')}.`
  return {
    line: `GitHub's API has no permission ${shown}. ${uses}`,
    step: isOne
      ? `write \`${first}\` instead of \`${shown}\``
      : `instead of \`${shown}\`, write the one that you mean: ${names.join(' or ')}`
  }
}

function withScope(name: string): string {
  return [dashed(name), ...scopesOf(name).map((scope) => `(${scope})`)].join(' ')
}

function otherLevel(shown: string, level: Level, known: readonly Level[]): Doubt {
  const levels = known.length === 1 ? 'only the level' : 'only the levels'
  return {
    line: `${shown} has ${levels} ${known.join(' and ')}. There is no ${shown}: ${level}.`,
    step: `write ${known.map((one) => `\`${shown}: ${one}\``).join(' or ')}`
  }
}

function onlyGitHubToken(names: readonly string[]): Doubt[] {
  if (names.length === 0) return []
  return [
    {
      line: `Only GITHUB_TOKEN can have ${listed(names)}. An App's token cannot.`,
      step: `remove ${listed(names)} here. For GITHUB_TOKEN, set it under \`permissions:\` of the job`
    }
  ]
}

function onlyAccounts(names: readonly string[]): Doubt[] {
  if (names.length === 0) return []
  const what = names.length === 1 ? 'is a permission' : 'are permissions'
  return [
    {
      line: `${listed(names)} ${what} for a user's own account. The token of an installation cannot have ${names.length === 1 ? 'it' : 'them'}.`,
      step: `remove ${listed(names)}`
    }
  ]
}

function onlyElsewhere(names: readonly string[], context: FailureContext): Doubt[] {
  if (names.length === 0) return []
  const isOne = names.length === 1
  const are = isOne ? 'is a permission' : 'are permissions'
  const [whose, token, other] = isOnEnterprise(context)
    ? ['repositories or organizations', 'The token for an enterprise', 'another step with `owner`']
    : ['an enterprise', 'The token for an account', 'another step with `enterprise`']
  return [
    {
      line: `${listed(names)} ${are} for ${whose}. ${token} cannot have ${isOne ? 'it' : 'them'}.`,
      step: `remove ${listed(names)} here, or use ${other}`
    }
  ]
}

function inNoList(names: readonly string[]): Doubt[] {
  if (names.length === 0) return []
  const isOne = names.length === 1
  return [
    {
      line: `${listed(names)} ${isOne ? 'is' : 'are'} in no list of GitHub's permissions. Probably the ${isOne ? 'name is' : 'names are'} wrong.`,
      step: `check ${isOne ? 'the name' : 'the names'}: ${REFERENCE}`
    }
  ]
}

/** A permission that was granted can have the same title as the one that was requested. */
function sameTitleHints(
  lacking: readonly LackingPermission[],
  { installation }: FailureContext
): Doubt[] {
  if (installation === undefined) return []
  return lacking.flatMap(({ name, level }) =>
    sameTitle(name).flatMap((other) => {
      const granted = levelOf(installation.permissions, other.name)
      if (granted === undefined || !covers(granted, level)) return []
      const [shown, meant] = [dashed(name), dashed(other.name)]
      return [
        {
          line: `${meant}: ${granted} is granted. GitHub's pages show both as "${other.title}".`,
          step: `if you mean that one, write \`${meant}\` instead of \`${shown}\`. Otherwise:`
        }
      ]
    })
  )
}

/** A table of what was asked for against what was granted. */
function tableOf(lacking: readonly LackingPermission[], context: FailureContext): string[] {
  const shown = lacking.slice(0, MAX_ROWS).map(({ name, level, granted }) => ({
    asked: permissionLine(name, level),
    granted: granted ?? 'none'
  }))
  const width = Math.max(...shown.map(({ asked }) => asked.length))
  const more = lacking.length - shown.length
  return [
    `${appName(context)} lacks ${counted(lacking.length, 'permission')} on ${accountName(context)}.`,
    ...shown.map(({ asked, granted }) => `  ${asked.padEnd(width)}   granted: ${granted}`),
    ...(more > 0 ? [`  and ${more} more`] : [])
  ]
}

/** How the App gets a permission that it lacks. */
export function raiseAndAccept(context: FailureContext): string[] {
  return [
    'add or raise what is missing in the App\'s settings, under "Permissions & events"',
    `an owner of ${accountName(context)} accepts: ${settingsPage(context)}`
  ]
}

/** The steps of a fix, one in each line. */
export function numbered(steps: readonly string[]): string {
  const [first = ''] = steps
  if (steps.length === 1) return `${first}.`
  return steps.map((step, at) => `${at === 0 ? '' : '     '}${at + 1}. ${step}`).join('\n')
}
