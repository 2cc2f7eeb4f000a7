import { covers, dashed, type Level } from '../config/permissions'
import { MOST_REPOSITORIES } from '../config/target'
import { clockTime } from '../describe'
import type { Explanation } from '../explanation'
import type { RefusedError } from '../github/errors'
import { isWider, type Difference } from '../grant'
import type { GrantError } from '../mint'
import { printable } from '../printable'
import { missingRepositories } from './lookup-rules'
import type { Case } from './situation'
import { accountName, appName, counted, permissionLine, quote, settingsPage } from './words'

type Rule = (known: Case<RefusedError>) => Explanation | undefined

/** Why GitHub did not mint a token although it knows the installation. */
export const MINT_RULES: readonly Rule[] = [suspended, permissions, scopeTooLarge, repositories]

function suspended(known: Case<RefusedError>): Explanation | undefined {
  if (!/\bsuspended\b/i.test(known.error.reply.message)) return undefined
  const [app, account] = [appName(known), accountName(known)]
  return {
    code: 'installation-suspended',
    title: `${app} is suspended on ${account}`,
    problem: `${app} is installed on ${account}, but suspended there: ${quote(known.error.reply.message)}.`,
    fix: `an owner of ${account} unsuspends it: ${settingsPage(known)}`
  }
}

function permissions(known: Case<RefusedError>): Explanation | undefined {
  if (known.error.reply.status !== 422 || !/permission/i.test(known.error.reply.message))
    return undefined
  const [app, account] = [appName(known), accountName(known)]
  const lacking = lackingPermissions(known)
  const raise = raiseAndAccept(known)
  if (lacking.length === 0) {
    return {
      code: 'permissions-not-granted',
      title: `${app} lacks permissions on ${account}`,
      problem: `GitHub refused the permissions asked for: ${quote(known.error.reply.message)}.`,
      fix: raise
    }
  }
  const width = Math.max(...lacking.map(({ asked }) => asked.length))
  const rows = lacking.map(({ asked, granted }) => `  ${asked.padEnd(width)}   granted: ${granted}`)
  return {
    code: 'permissions-not-granted',
    title: `${app} lacks permissions on ${account}`,
    problem: [`${app} lacks ${counted(lacking.length, 'permission')} on ${account}.`, ...rows].join(
      '\n'
    ),
    fix: raise
  }
}

function raiseAndAccept(known: Case<unknown>): string {
  return [
    '1. raise them in the App\'s settings, under "Permissions & events"',
    `     2. an owner of ${accountName(known)} accepts: ${settingsPage(known)}`
  ].join('\n')
}

function lackingPermissions({ situation }: Case<unknown>): { asked: string; granted: string }[] {
  const asked = Object.entries(situation.request?.scope.permissions ?? {})
  const granted = situation.installation?.permissions ?? {}
  const isLacking = ([name, level]: [string, Level]): boolean => {
    const has = granted[name]
    return has === undefined || !covers(has, level)
  }
  return asked.filter(isLacking).map(([name, level]) => ({
    asked: permissionLine(name, level),
    granted: granted[name] ?? 'none'
  }))
}

function scopeTooLarge(known: Case<RefusedError>): Explanation | undefined {
  const { status, message } = known.error.reply
  if (status !== 422 || !/too (many|complex)|complexity|more than \d+|at most \d+/i.test(message))
    return undefined
  return {
    code: 'scope-too-large',
    title: 'The token would cover too much',
    problem: `GitHub refused a token this large: ${quote(message)}. It takes at most ${MOST_REPOSITORIES} repositories, and fewer with many permissions.`,
    fix: `ask for fewer permissions or repositories, split them over several steps, or have the App installed on all repositories of ${accountName(known)} and leave \`repositories\` out.`
  }
}

function repositories(known: Case<RefusedError>): Explanation | undefined {
  if (known.error.reply.status !== 422 || !/repositor/i.test(known.error.reply.message))
    return undefined
  const [app, account] = [appName(known), accountName(known)]
  if ((known.evidence.outOfReach ?? []).length === 0) {
    return {
      code: 'repositories-not-accessible',
      title: `${app} cannot reach a repository`,
      problem: `GitHub refused the repositories asked for: ${quote(known.error.reply.message)}.`,
      fix: `check each name in \`repositories\`; what the App reaches: ${settingsPage(known)}`
    }
  }
  const missing = missingRepositories(known)
  const isAll = known.situation.installation?.repositorySelection === 'all'
  return {
    code: 'repositories-not-accessible',
    title: `${app} cannot reach ${missing.full}`,
    problem: isAll
      ? `${app} is installed on all repositories of ${account}, but there is no ${missing.short}.`
      : `${app} is installed on ${account}, but not for ${missing.short}, or the name is misspelt.`,
    fix: isAll
      ? 'correct `repositories`.'
      : `add ${missing.short} under "Repository access": ${settingsPage(known)}`
  }
}

/** GitHub granted something other than was asked (`grant-differs`). */
export function explainGrant(known: Case<GrantError>): Explanation {
  const { comparison, installation, grant, revoked } = known.error.details
  const lines = comparison.wrong.map(describeDifference)
  const end = revoked
    ? 'The token was revoked at once.'
    : `The token could not be revoked; it expires at ${clockTime(grant.expiresAt)}.`
  const isTooWide = comparison.wrong.some(isWide)
  return {
    code: 'grant-differs',
    title: 'GitHub granted something other than was asked',
    problem: [`GitHub granted something other than was asked. ${end}`, ...lines].join('\n'),
    fix: isTooWide
      ? `name in the workflow what ${printable(installation.appSlug)} shall have, and report this: GitHub should not grant more than was asked.`
      : raiseAndAccept(known)
  }
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
      return `  ${difference.name}   asked for, not granted`
    case 'repositories-extra':
      return `  ${counted(difference.count, 'repository', 'repositories')} granted, not asked for`
    case 'all-repositories':
      return '  all repositories granted, only some asked for'
  }
}
