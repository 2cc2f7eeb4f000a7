import type { Remark } from '../config/parsed'
import { clockTime } from '../describe'
import type { MintedToken } from '../mint'
import type { GitIdentity } from './identity'

/** What git was given for one token. */
export interface Provided {
  readonly minted: MintedToken
  /** How many repositories the token reaches, where only GitHub could tell; it lists a thousand. */
  readonly count: number | 'too many' | undefined
}

/** The log of `git-credentials`: for which repositories, and until when. */
export function describeCredentials(provided: readonly [Provided, ...Provided[]]): string {
  const [{ minted }] = provided
  const each = provided.length === 1 ? '' : ', each with its own token'
  return `Git reaches ${provided.map(reachText).join('; ')}${each}: by HTTPS, and where an address says SSH, until ${clockTime(minted.expiresAt)} or the end of this job`
}

/** The same where the token is the fallback token, whose end is not known. */
export function describeFallbackCredentials(repository: string): string {
  return `Git reaches ${repository} with the fallback token: by HTTPS, and where an address says SSH, until the end of this job`
}

function reachText({ minted: { request }, count }: Provided): string {
  const { subject, target } = request
  const isEverything =
    target.kind === 'owner' ||
    (target.kind === 'installation' && target.names.length + target.ids.length === 0)
  if (!isEverything) return subject
  if (count === undefined) return `every repository of ${subject}`
  if (count === 'too many') return `all of ${subject}`
  const what = count === 1 ? 'the one repository' : `the ${count} repositories`
  return `${what} of ${subject} that the App is installed for`
}

/** The log of `git-identity`. */
export function describeIdentity({ name, email }: GitIdentity): string {
  return `Commits are by ${name} <${email}> until the end of this job`
}

/** What deserves a remark although git was given the credentials. */
export function remarksOnCredentials(
  provided: readonly Provided[],
  isShortened: boolean
): Remark[] {
  const remarks = provided.flatMap(remarksOnToken)
  if (!isShortened) return remarks
  const message =
    'git-credentials: with this many repositories, addresses such as git@HOST:OWNER/NAME are rewritten to HTTPS only where they end in .git.'
  return [...remarks, { level: 'notice', message }]
}

function remarksOnToken({ minted: { request, grant }, count }: Provided): Remark[] {
  const { subject } = request
  const remarks: Remark[] = []
  if (grant.permissions['contents'] === undefined) {
    remarks.push({
      level: 'warning',
      message: `git-credentials is true, but the token for ${subject} has no permission for contents: git cannot read private repositories with it. Add \`contents: read\`, or \`contents: write\` to push.`
    })
  }
  if (count === 'too many') {
    remarks.push({
      level: 'notice',
      message: `git-credentials: the App is installed for a thousand or more repositories of ${subject}, too many to name each. Git uses the token for every address of ${subject}.`
    })
  }
  return remarks
}

/** Says that the bot of the App is not known where the fallback token stands in. */
export const IDENTITY_LEFT_OUT: Remark = {
  level: 'notice',
  message:
    'git-identity is left out: without the private key, the bot of the App cannot be looked up.'
}
