import { dashed } from '../config/permissions'
import { MAX_REPOSITORIES } from '../config/targets'
import type { Explanation } from './explanation'
import type { RefusedError } from '../http/errors'
import { isWider, type Difference } from '../tokens/grant'
import type { GrantError } from '../tokens/create'
import { printable } from '../printable'
import { explainRepositories } from './lookup-rules'
import {
  type FailureContext,
  type RefusalRule,
  accountName,
  appName,
  repositoryEvidence,
  settingsPage,
  theApp
} from './context'
import { counted, quote } from './words'
import {
  doubtsAbout,
  hasDoubts,
  MAX_ROWS,
  numbered,
  permissionsRefused,
  raiseAndAccept,
  type Doubt
} from './permission-rules'
import type { Reply } from '../http/reply'
import { tokenEnd } from '../tokens/token-life'

/** Why GitHub did not create a token although it knows the installation. */
export const CREATION_RULES: readonly RefusalRule[] = [suspended, scopeRefused]

function suspended(context: FailureContext<RefusedError>): Explanation | undefined {
  if (!/\bsuspended\b/i.test(context.error.reply.message)) return undefined
  const [app, account] = [appName(context), accountName(context)]
  return {
    code: 'installation-suspended',
    title: 'The App is suspended on this account',
    problem: `${app} is installed on ${account}, but the installation is suspended: ${quote(context.error.reply.message)}.`,
    fix: `an owner of ${account} unsuspends it: ${settingsPage(context)}`
  }
}

/** What GitHub did not accept of the scope that was asked for. */
type RefusedPart = 'size' | 'permissions' | 'repositories'

/**
 * Finds out by its words what GitHub did not accept of a scope. A refusal of its size can name
 * permissions and repositories as well, and one of permissions can name repositories.
 */
export function refusedPart({ status, message }: Reply): RefusedPart | undefined {
  if (status !== 422) return undefined
  if (/too (many|complex)|complexity|more than \d+|at most \d+/i.test(message)) return 'size'
  if (/permission/i.test(message)) return 'permissions'
  return /repositor/i.test(message) ? 'repositories' : undefined
}

function scopeRefused(context: FailureContext<RefusedError>): Explanation | undefined {
  switch (refusedPart(context.error.reply)) {
    case 'size':
      return tooLarge(context)
    case 'permissions':
      return permissionsRefused(context)
    case 'repositories':
      return repositoriesRefused(context)
    case undefined:
      // The words for a name or level that does not exist are not known.
      return context.error.reply.status === 422 && hasDoubts(context)
        ? permissionsRefused(context)
        : undefined
  }
}

function tooLarge(context: FailureContext<RefusedError>): Explanation {
  const { reply } = context.error
  return {
    code: 'scope-too-large',
    title: 'The token would cover too much',
    problem: `GitHub refused a token this large: ${quote(reply.message)}. GitHub accepts at most ${MAX_REPOSITORIES} repositories, and fewer with many permissions.`,
    fix: `request fewer permissions or repositories, or use several steps. Or install the App on all repositories of ${accountName(context)}, and remove \`repositories\`.`
  }
}

function repositoriesRefused(context: FailureContext<RefusedError>): Explanation {
  const code = 'repositories-not-accessible'
  const { installation } = context
  const text = installation && explainRepositories(context, installation)
  if (text !== undefined) return { code, ...text }
  const more = repositoryEvidence(context)?.notLookedUp ?? 0
  const looked =
    more === 0
      ? ''
      : ` The App can reach all of them that the action looked up. It did not look up the last ${more}.`
  return {
    code,
    title: 'The App cannot reach a repository',
    problem: `GitHub refused the repositories that ${theApp(context)} requested on ${accountName(context)}: ${quote(context.error.reply.message)}.${looked}`,
    fix: `check ${whatWasNamed(context)}. The installation shows what the App can reach: ${settingsPage(context)}`
  }
}

function whatWasNamed({ request }: FailureContext): string {
  const target = request?.target
  const [names, ids] = ['each name in `repositories`', 'each id in `repository-ids`']
  if (target === undefined || !('ids' in target) || target.ids.length === 0) return names
  return target.names.length === 0 ? ids : `${names} and ${ids}`
}

/** GitHub granted something else than was requested (`grant-differs`). */
export function explainGrant(context: FailureContext<GrantError>): Explanation {
  const { comparison, expiresAt, revoked } = context.error.details
  const lines = comparison.wrong.slice(0, MAX_ROWS).map(describeDifference)
  const more = comparison.wrong.length - lines.length
  if (more > 0) lines.push(`  and ${more} more`)
  const end = revoked
    ? 'The token was revoked.'
    : `The token could not be revoked. The action tries again when the job ends. The token expires at ${tokenEnd(expiresAt)}.`
  return {
    code: 'grant-differs',
    title: 'GitHub granted something else than was requested',
    problem: [
      `GitHub granted something else than was requested. ${end}`,
      ...lines,
      ...doubtsAboutGrant(context).map(({ line }) => line)
    ].join('\n'),
    fix: grantFix(context)
  }
}

function grantFix(context: FailureContext<GrantError>): string {
  const { comparison } = context.error.details
  if (comparison.wrong.some(isWide)) {
    return `name in the workflow the permissions and repositories that the job needs, and report this: GitHub should not grant more than was requested.`
  }
  return comparison.wrong.some(({ kind }) => kind === 'permission')
    ? numbered([...doubtsAboutGrant(context).map(({ step }) => step), ...raiseAndAccept(context)])
    : `add what is missing under "Repository access": ${settingsPage(context)}`
}

/** GitHub may leave out a permission or lower a level that it does not know. */
function doubtsAboutGrant(context: FailureContext<GrantError>): readonly Doubt[] {
  const less = context.error.details.comparison.wrong.flatMap((one) =>
    one.kind === 'permission' && one.asked !== undefined && !isWide(one)
      ? [{ name: one.name, level: one.asked, granted: one.granted }]
      : []
  )
  const missing = less.filter(({ granted }) => granted === undefined)
  return [...doubtsAbout(missing).names, ...doubtsAbout(less).levels]
}

function isWide(difference: Difference): boolean {
  switch (difference.kind) {
    case 'permission':
      return isWider(difference.asked, difference.granted)
    case 'repository-missing':
      return false
    case 'repositories-extra':
    case 'all-repositories':
    case 'repositories-unlisted':
      return true
  }
}

function describeDifference(difference: Difference): string {
  switch (difference.kind) {
    case 'permission':
      return `  ${dashed(printable(difference.name))}   requested: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`
    case 'repository-missing':
      return `  ${printable(difference.name)}   requested, not granted`
    case 'repositories-extra':
      return `  ${counted(difference.count, 'repository', 'repositories')} granted, not requested`
    case 'repositories-unlisted':
      return '  repositories granted that GitHub does not list, those of the first token were listed'
    case 'all-repositories':
      return '  all repositories granted, only some requested'
  }
}
