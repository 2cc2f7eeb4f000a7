import type { LogMessage } from '../parsed'
import { sameName } from '../config/names'
import { levelOf, type Permissions } from '../config/permissions'
import { namesNone } from '../config/targets'
import type { CreatedToken, CreatedTokens } from '../tokens/create'
import { printable } from '../printable'
import type { GitIdentity } from './identity'
import { isReached, type TokenUse } from './reach'
import { tokenEnd } from '../tokens/token-life'

/**
 * The log line of `git-credentials`: which repositories, and until when. None if git uses no token.
 *
 * @param isRenewed whether the token is renewed until the job ends
 */
export function describeCredentials(uses: readonly TokenUse[], isRenewed: boolean): string[] {
  const [first] = uses
  if (first === undefined) return []
  const each = uses.length === 1 ? '' : ', with a token for each owner'
  const end = isRenewed ? '' : `${tokenEnd(first.created.expiresAt)} or `
  return [
    `Git can use ${uses.map(reachText).join('; ')} over HTTPS and SSH addresses until ${end}the end of this job${each}`
  ]
}

/** The same for the fallback token. GitHub does not say when that token expires. */
export function describeFallbackCredentials(repository: string): string {
  return `Git can use ${repository} with the fallback token over HTTPS and SSH addresses until the end of this job`
}

function reachText({ created: { request }, listed }: TokenUse): string {
  const { subject, target } = request
  const isEverything =
    target.kind === 'owner' || (target.kind === 'installation' && namesNone(target))
  if (!isEverything) return subject
  if (listed === undefined) return `every repository of ${subject}`
  return `${countText(listed)} of ${subject} that the App is installed on`
}

function countText(listed: readonly string[] | 'too many'): string {
  if (listed === 'too many') return 'all repositories'
  return listed.length === 1 ? 'the one repository' : `the ${listed.length} repositories`
}

/** The log line of `git-identity`. */
export function describeIdentity({ name, email }: GitIdentity): string {
  return `Commits are by ${name} <${email}> until the end of this job`
}

/** Notices and warnings about the tokens, also those that git does not use. */
export function messagesOnCredentials(
  tokens: CreatedTokens,
  uses: readonly TokenUse[],
  { isShortened, workflowRepository }: MessageFacts
): LogMessage[] {
  const messages: LogMessage[] = [
    ...tokens.filter((token) => !isOfUse(token)).map(unused),
    ...uses.filter(({ listed }) => listed === 'too many').map(tooMany),
    ...uses
      .filter(({ created, reach }) => isReadOnly(created) && isReached(reach, workflowRepository))
      .map((one) => readOnly(one, workflowRepository))
  ]
  if (!isShortened) return messages
  const message =
    'git-credentials: with this many repositories, addresses such as git@HOST:OWNER/NAME are rewritten to HTTPS only if they end in .git.'
  return [...messages, { level: 'notice', message }]
}

/** What the remarks depend on besides the tokens. */
interface MessageFacts {
  /** Whether SSH addresses of single repositories are rewritten only if they end in `.git`. */
  readonly isShortened: boolean
  /** `owner/name`; empty if it is on another GitHub than the tokens, or not known. */
  readonly workflowRepository: string
}

/**
 * Whether git can use a token. A token without `contents` would only hide a credential that works,
 * such as the one of `actions/checkout`.
 */
export function isOfUse(token: CreatedToken): boolean {
  if (token.isForeign === true) return false
  const permissions = permissionsOf(token)
  return permissions === undefined || levelOf(permissions, 'contents') !== undefined
}

function isReadOnly(token: CreatedToken): boolean {
  return levelOf(permissionsOf(token) ?? {}, 'contents') === 'read'
}

/** What was granted, or what was requested if GitHub does not say it. */
function permissionsOf({
  grant,
  request: { requestedPermissions }
}: CreatedToken): Permissions | undefined {
  return (
    grant.permissions ??
    (requestedPermissions.kind === 'listed' ? requestedPermissions.permissions : undefined)
  )
}

function unused({ request, isForeign }: CreatedToken): LogMessage {
  if (isForeign === true) {
    const message = `git-credentials is true, but git does not use the token for ${request.subject}: it is not a token of a GitHub App.`
    return { level: 'warning', message }
  }
  const message = `git-credentials is true, but git does not use the token for ${request.subject}: it has no permission for contents. Add \`contents: read\` to its permissions, or \`contents: write\` to push.`
  return { level: 'warning', message }
}

function tooMany({ created: { request } }: TokenUse): LogMessage {
  const { subject } = request
  const message = `git-credentials: the App is installed on a thousand or more repositories of ${subject}, too many to list. Git uses the token for every address of ${subject}.`
  return { level: 'notice', message }
}

function readOnly({ created: { request }, reach }: TokenUse, repository: string): LogMessage {
  const [, name = ''] = repository.split('/')
  const isAlone =
    reach.kind === 'repositories' && reach.names.every((each) => sameName(each, repository))
  const message = [
    `git-credentials: pushes to ${printable(repository)} fail with 403, because git uses the token for ${request.subject}, which can only read contents.`,
    'To push with this token, add `contents: write`.',
    isAlone
      ? 'To push with another token, such as the one of actions/checkout, remove `git-credentials`.'
      : `To push with another token, such as the one of actions/checkout, name in \`repositories\` what the job needs, without ${printable(name)}.`
  ].join(' ')
  return { level: 'notice', message }
}

/** Says that the newer file and an earlier one still have addresses in common. */
export function earlierFilesUnchanged(reason: string): LogMessage {
  const message = `git-credentials: an earlier use of this action set git up for some of the same addresses, and its file cannot be changed: ${reason}. Git uses the newer token. Git LFS sends both tokens, which GitHub answers with 400. Use one step for both, if the job uses Git LFS.`
  return { level: 'warning', message }
}

/** The step needs the private key to look up the bot. */
export const IDENTITY_LEFT_OUT: LogMessage = {
  level: 'notice',
  message:
    'git-identity does nothing here: without the private key, the step cannot look up the bot of the App.'
}
