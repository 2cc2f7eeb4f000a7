import type { Remark } from '../parsed'
import { levelOf } from '../config/permissions'
import { clockTime } from '../time'
import type { CreatedToken, CreatedTokens } from '../tokens/create'
import { printable } from '../printable'
import type { GitIdentity } from './set-up'
import { isReached, type TokenUse } from './reach'

/** The log of `git-credentials`: for which repositories, and until when. Nothing if there are none. */
export function describeCredentials(uses: readonly TokenUse[]): string[] {
  const [first] = uses
  if (first === undefined) return []
  const each = uses.length === 1 ? '' : ', each with its own token'
  return [
    `Git reaches ${uses.map(reachText).join('; ')}${each}: by HTTPS, and where an address says SSH, until ${clockTime(first.created.expiresAt)} or the end of this job`
  ]
}

/** The same where the token is the fallback token, whose end is not known. */
export function describeFallbackCredentials(repository: string): string {
  return `Git reaches ${repository} with the fallback token: by HTTPS, and where an address says SSH, until the end of this job`
}

function reachText({ created: { request }, listed }: TokenUse): string {
  const { subject, target } = request
  const isEverything =
    target.kind === 'owner' ||
    (target.kind === 'installation' && target.names.length + target.ids.length === 0)
  if (!isEverything) return subject
  if (listed === undefined) return `every repository of ${subject}`
  if (listed === 'too many') return `all of ${subject}`
  const what = listed.length === 1 ? 'the one repository' : `the ${listed.length} repositories`
  return `${what} of ${subject} that the App is installed for`
}

/** The log of `git-identity`. */
export function describeIdentity({ name, email }: GitIdentity): string {
  return `Commits are by ${name} <${email}> until the end of this job`
}

/** What is worth saying about the tokens, whether git uses them or not. */
export function remarksOnCredentials(
  tokens: CreatedTokens,
  uses: readonly TokenUse[],
  { isShortened, workflowRepository }: RemarkFacts
): Remark[] {
  const remarks: Remark[] = [
    ...tokens.filter((token) => !isOfUse(token)).map(unused),
    ...uses.filter(({ listed }) => listed === 'too many').map(tooMany),
    ...uses
      .filter(({ created, reach }) => isReadOnly(created) && isReached(reach, workflowRepository))
      .map((one) => readOnly(one, workflowRepository))
  ]
  if (!isShortened) return remarks
  const message =
    'git-credentials: with this many repositories, addresses such as git@HOST:OWNER/NAME are rewritten to HTTPS only where they end in .git.'
  return [...remarks, { level: 'notice', message }]
}

/** What remarks depend on beside the tokens. */
interface RemarkFacts {
  /** Whether SSH addresses of single repositories were rewritten only where they end in `.git`. */
  readonly isShortened: boolean
  /** `owner/name`; empty if it is on another GitHub than the tokens, or not known. */
  readonly workflowRepository: string
}

/**
 * Whether git can do anything with a token. If it cannot, the token would only hide a credential that
 * can, such as the one of `actions/checkout`. GitHub may not say what it granted: then it may.
 */
export function isOfUse({ grant: { permissions } }: CreatedToken): boolean {
  return Object.keys(permissions).length === 0 || levelOf(permissions, 'contents') !== undefined
}

function isReadOnly({ grant: { permissions } }: CreatedToken): boolean {
  return levelOf(permissions, 'contents') === 'read'
}

function unused({ request }: CreatedToken): Remark {
  const message = `git-credentials is true, but git does not use the token for ${request.subject}: it has no permission for contents. Add \`contents: read\` to its permissions, or \`contents: write\` to push.`
  return { level: 'warning', message }
}

function tooMany({ created: { request } }: TokenUse): Remark {
  const { subject } = request
  const message = `git-credentials: the App is installed for a thousand or more repositories of ${subject}, too many to name each. Git uses the token for every address of ${subject}.`
  return { level: 'notice', message }
}

function readOnly({ created: { request } }: TokenUse, repository: string): Remark {
  const [, name = ''] = repository.split('/')
  const message = `git-credentials: pushes to ${printable(repository)} use the token for ${request.subject}, which can only read contents, so they fail with 403. To push with another token, such as the one of actions/checkout, name in \`repositories\` what the job needs, without ${printable(name)}. To push with this token, add \`contents: write\`.`
  return { level: 'notice', message }
}

/** Says that an earlier file still has addresses that a newer one has. */
export function earlierFilesUnchanged(reason: string): Remark {
  const message = `git-credentials: an earlier use of this action set git up for some of the same addresses, and its file cannot be changed: ${reason}. Git uses the newer token. Git LFS sends both tokens, which GitHub answers with 400. Use one step for both, if the job uses Git LFS.`
  return { level: 'warning', message }
}

/** Says that the bot of the App is not known where the fallback token stands in. */
export const IDENTITY_LEFT_OUT: Remark = {
  level: 'notice',
  message:
    'git-identity is left out: without the private key, the bot of the App cannot be looked up.'
}
