import { covers, dashed, levelOf } from '../config/permissions'
import { MOST_REPOSITORIES } from '../config/targets'
import { clockTime } from '../time'
import type { Explanation } from '../explanation'
import type { RefusedError } from '../http/errors'
import { isWider, type Difference } from '../tokens/grant'
import type { GrantError } from '../tokens/create'
import { printable } from '../printable'
import { explainRepositories } from './lookup-rules'
import {
  type Case,
  accountName,
  appName,
  counted,
  permissionLine,
  quote,
  settingsPage,
  theApp
} from './context'
import type { Reply } from '../http/reply'

type Rule = (known: Case<RefusedError>) => Explanation | undefined

/** Why GitHub did not mint a token although it knows the installation. */
export const MINT_RULES: readonly Rule[] = [suspended, scopeTooLarge, permissions, repositories]

/** A table in an annotation has at most this many rows; the others are counted. */
const MOST_ROWS = 20

function suspended(known: Case<RefusedError>): Explanation | undefined {
  if (!/\bsuspended\b/i.test(known.error.reply.message)) return undefined
  const [app, account] = [appName(known), accountName(known)]
  return {
    code: 'installation-suspended',
    title: 'The App is suspended on this account',
    problem: `${app} is installed on ${account}, but suspended there: ${quote(known.error.reply.message)}.`,
    fix: `an owner of ${account} unsuspends it: ${settingsPage(known)}`
  }
}

function permissions(known: Case<RefusedError>): Explanation | undefined {
  const { reply } = known.error
  if (!isPermissionRefused(reply)) return undefined
  const [app, account] = [appName(known), accountName(known)]
  const lacking = lackingPermissions(known)
  const problem =
    lacking.length === 0
      ? `GitHub refused the permissions that ${theApp(known)} asked for on ${account}: ${quote(reply.message)}.`
      : [
          `${app} lacks ${counted(lacking.length, 'permission')} on ${account}.`,
          ...rowsOf(lacking)
        ].join('\n')
  return {
    code: 'permissions-not-granted',
    title: 'The App lacks permissions',
    problem,
    fix: raiseAndAccept(known)
  }
}

/** A table of what was asked for against what was granted. */
function rowsOf(lacking: readonly { asked: string; granted: string }[]): string[] {
  const shown = lacking.slice(0, MOST_ROWS)
  const width = Math.max(...shown.map(({ asked }) => asked.length))
  const rows = shown.map(({ asked, granted }) => `  ${asked.padEnd(width)}   granted: ${granted}`)
  const more = lacking.length - shown.length
  return more > 0 ? [...rows, `  and ${more} more`] : rows
}

function raiseAndAccept(known: Case<unknown>): string {
  return [
    '1. raise them in the App\'s settings, under "Permissions & events"',
    `     2. an owner of ${accountName(known)} accepts: ${settingsPage(known)}`
  ].join('\n')
}

function lackingPermissions({ situation }: Case<unknown>): { asked: string; granted: string }[] {
  const { request, installation } = situation
  // What was granted is not known: then nothing is claimed to be lacking.
  if (request?.rights.kind !== 'listed' || installation === undefined) return []
  return Object.entries(request.rights.permissions)
    .map(([name, level]) => ({ name, level, has: levelOf(installation.permissions, name) }))
    .filter(({ level, has }) => has === undefined || !covers(has, level))
    .map(({ name, level, has }) => ({
      asked: permissionLine(name, level),
      granted: has ?? 'none'
    }))
}

function scopeTooLarge(known: Case<RefusedError>): Explanation | undefined {
  const { reply } = known.error
  if (!isScopeTooLarge(reply)) return undefined
  return {
    code: 'scope-too-large',
    title: 'The token would cover too much',
    problem: `GitHub refused a token this large: ${quote(reply.message)}. It takes at most ${MOST_REPOSITORIES} repositories, and fewer with many permissions.`,
    fix: `ask for fewer permissions or repositories, split them over several steps, or have the App installed on all repositories of ${accountName(known)} and leave \`repositories\` out.`
  }
}

function repositories(known: Case<RefusedError>): Explanation | undefined {
  const { reply } = known.error
  if (!isRepositoryRefused(reply)) return undefined
  const code = 'repositories-not-accessible'
  const { installation } = known.situation
  const text = installation && explainRepositories(known, installation)
  if (text !== undefined) return { code, ...text }
  const more = known.evidence.notLookedUp ?? 0
  const looked = more === 0 ? '' : ` All but the last ${more} were looked up, and are in reach.`
  return {
    code,
    title: 'The App cannot reach a repository',
    problem: `GitHub refused the repositories that ${theApp(known)} asked for on ${accountName(known)}: ${quote(reply.message)}.${looked}`,
    fix: `check ${whatWasNamed(known)}; what the App reaches: ${settingsPage(known)}`
  }
}

function whatWasNamed({ situation }: Case<unknown>): string {
  const target = situation.request?.target
  const [names, ids] = ['each name in `repositories`', 'each id in `repository-ids`']
  if (target === undefined || !('ids' in target) || target.ids.length === 0) return names
  return target.names.length === 0 ? ids : `${names} and ${ids}`
}

/** GitHub granted something other than was asked (`grant-differs`). */
export function explainGrant(known: Case<GrantError>): Explanation {
  const { comparison, grant, revoked } = known.error.details
  const lines = comparison.wrong.slice(0, MOST_ROWS).map(describeDifference)
  const more = comparison.wrong.length - lines.length
  if (more > 0) lines.push(`  and ${more} more`)
  const end = revoked
    ? 'The token was revoked at once.'
    : `The token could not be revoked at once; that is tried again when the job ends, and it expires at ${clockTime(grant.expiresAt)}.`
  return {
    code: 'grant-differs',
    title: 'GitHub granted something other than was asked',
    problem: [`GitHub granted something other than was asked. ${end}`, ...lines].join('\n'),
    fix: cureOfGrant(known)
  }
}

function cureOfGrant(known: Case<GrantError>): string {
  const { comparison, installation } = known.error.details
  if (comparison.wrong.some(isWide)) {
    return `name in the workflow what ${printable(installation.appSlug)} shall have, and report this: GitHub should not grant more than was asked.`
  }
  return comparison.wrong.some(({ kind }) => kind === 'permission')
    ? raiseAndAccept(known)
    : `add what is missing under "Repository access": ${settingsPage(known)}`
}

function isWide(difference: Difference): boolean {
  switch (difference.kind) {
    case 'permission':
      return isWider(difference.asked, difference.granted)
    case 'repository-missing':
      return false
    case 'repositories-extra':
    case 'all-repositories':
      return true
  }
}

function describeDifference(difference: Difference): string {
  switch (difference.kind) {
    case 'permission':
      return `  ${dashed(printable(difference.name))}   asked: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`
    case 'repository-missing':
      return `  ${printable(difference.name)}   asked for, not granted`
    case 'repositories-extra':
      return `  ${counted(difference.count, 'repository', 'repositories')} granted, not asked for`
    case 'all-repositories':
      return '  all repositories granted, only some asked for'
  }
}

type Refusal = Pick<Reply, 'status' | 'message'>

/** GitHub's words for a JWT whose `iss` it does not know. */
export function isAppUnknown({ message }: Refusal): boolean {
  return message.includes('Integration not found')
}

/** The token would cover too much. Its words may name permissions and repositories as well. */
export function isScopeTooLarge({ status, message }: Refusal): boolean {
  return status === 422 && /too (many|complex)|complexity|more than \d+|at most \d+/i.test(message)
}

/** A permission was asked for that the installation does not have. */
export function isPermissionRefused(refusal: Refusal): boolean {
  return refusal.status === 422 && /permission/i.test(refusal.message) && !isScopeTooLarge(refusal)
}

/** A repository was asked for that the installation does not reach. */
export function isRepositoryRefused(refusal: Refusal): boolean {
  return (
    refusal.status === 422 &&
    /repositor/i.test(refusal.message) &&
    !isPermissionRefused(refusal) &&
    !isScopeTooLarge(refusal)
  )
}
