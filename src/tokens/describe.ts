import { createHash } from 'node:crypto'
import type { FallbackReason, SecretlessRun } from '../config/event'
import type { LogMessage } from '../parsed'
import { dashed, type Permissions, type RequestedPermissions } from '../config/permissions'
import { namesNone, type RepositoriesTarget, type Targets } from '../config/targets'
import type { Grant } from '../github/api'
import type { CreatedToken, CreatedTokens } from './create'
import { amountOfTime, clockTime } from '../time'
import { printable } from '../printable'

/** What the log of a success says beside the tokens. */
export interface SuccessFacts {
  readonly keepToken: boolean
  /** A short name of the App's key, or of the token service. */
  readonly source: string
  /** Undefined if the token is not renewed. */
  readonly renewal: RenewalFacts | undefined
}

/** How a token is renewed. */
interface RenewalFacts {
  /** After how many milliseconds. */
  readonly delay: number
  /** Whether git's file is renewed, too. */
  readonly isForGit: boolean
}

/**
 * The log of a success.
 *
 * @param now GitHub's time, in milliseconds since 1970
 */
export function describeTokens(tokens: CreatedTokens, facts: SuccessFacts, now: number): string[] {
  const [first, ...others] = tokens
  const about = tokens.flatMap((one) => describeToken(one, facts.source))
  const end = describeEnd(tokens, facts, now)
  if (others.length === 0) return [...about, end]
  const which = `The output tokens has one token for each of the ${tokens.length} owners. The other outputs are about the first, ${printable(first.owner)}`
  return [...about, end, which]
}

function describeEnd(
  tokens: CreatedTokens,
  { keepToken, renewal }: SuccessFacts,
  now: number
): string {
  const [first, ...others] = tokens
  const isOne = others.length === 0
  const renewed = describeRenewal(renewal)
  if (tokens.every(({ isForeign }) => isForeign === true)) {
    return `The token service decides when ${isOne ? 'it expires' : 'they expire'}${renewed}.`
  }
  const they = isOne ? 'It is' : 'They are'
  const end = keepToken
    ? `${they} not revoked when this job ends (skip-token-revoke is true).`
    : `${they} revoked when this job ends.`
  return `${isOne ? 'Expires' : 'They expire'} ${expiry(first.expiresAt, now)}${renewed}. ${end}`
}

function describeRenewal(renewal: RenewalFacts | undefined): string {
  if (renewal === undefined) return ''
  const places = renewal.isForGit ? 'in token-file and for git' : 'in token-file'
  return `; renewed every ${amountOfTime(renewal.delay)} until this job ends, ${places}`
}

function describeToken(token: CreatedToken, source: string): string[] {
  const { installation, grant, request } = token
  if (installation === undefined) {
    return [
      `Token for ${reachText(token)}`,
      'Permissions: those of the trust policy. The service does not list them',
      source.slice(0, 1).toUpperCase() + source.slice(1)
    ]
  }
  return [
    `Token for ${reachText(token)}`,
    `Permissions: ${permissionsText(request.requestedPermissions, grant.permissions)}`,
    `App ${printable(installation.appSlug)}, installation ${installation.id}, ${source}`
  ]
}

/**
 * How GitHub's audit log of an enterprise names each token: by the standard base64 of its SHA-256.
 * https://docs.github.com/en/enterprise-cloud@latest/admin/monitoring-activity-in-your-enterprise/reviewing-audit-logs-for-your-enterprise/identifying-audit-log-events-performed-by-an-access-token
 */
export function describeHashes(tokens: readonly HashedToken[]): string[] {
  const lines = tokens.map(
    ({ token, subject }) => `Token for ${subject}: hashed_token:"${hashOf(token)}"`
  )
  // By name: several tokens are created in parallel, and their order is by chance.
  return lines.toSorted()
}

/** A token that is named by its hash. */
export interface HashedToken {
  readonly token: string
  /** What it is for, as people say it: `octo-org/hello`. */
  readonly subject: string
}

/** The hash by which GitHub's audit log names a token (`hashed_token`). */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}

/** Notices and warnings about a token that is output. */
export function messagesOnToken(token: CreatedToken): LogMessage[] {
  const { comparison, request, installation, grant, lost, isForeign } = token
  const found: LogMessage[] = []
  if (comparison.extraReads.length > 0) {
    const names = comparison.extraReads.map((name) => `${dashed(printable(name))}: read`).join(', ')
    found.push({
      level: 'notice',
      message: `GitHub granted more than the step names, but only to read: ${names}.`
    })
  }
  if (installation?.movedRepositoryId !== undefined && request.lookup.kind === 'repository') {
    const { owner, repository } = request.lookup
    const at = grant.repositoryIds.indexOf(installation.movedRepositoryId)
    const name = grant.repositories?.[at] ?? ''
    const renamed = name === '' ? 'renamed' : `renamed to ${printable(name)}`
    found.push({
      level: 'notice',
      message: `${owner}/${repository} was ${renamed}. The token covers it. Use its new name in the workflow.`
    })
  }
  for (const what of comparison.unreported) {
    found.push({
      level: 'warning',
      message: `GitHub did not say which ${what} the token has. So the action could not compare them with those that you named.`
    })
  }
  if (isForeign === true) {
    found.push({
      level: 'warning',
      message: `The token for ${request.subject} does not begin with ghs_, so it is not a token of a GitHub App. What it reaches was not compared, and it cannot be revoked when this job ends.`
    })
  }
  if (lost > 0) found.push({ level: 'warning', message: describeLost(lost) })
  return found
}

/** Says that the fallback token is output, and why. */
export function describeFallback(
  reason: FallbackReason,
  targets: Targets,
  rights: RequestedPermissions
): LogMessage {
  return {
    level: 'notice',
    message: `${whyFallback(reason)}. The step outputs the token from fallback-token, and does not revoke it.${withoutEffect(targets, rights)}`
  }
}

function whyFallback(reason: FallbackReason): string {
  switch (reason.kind) {
    case 'no-secrets':
      return reason.missing === 'oidc-token'
        ? `The job has no OIDC token: ${whyNoOidcToken(reason.run)}`
        : `${reason.missing} is empty: ${whyNoSecrets(reason.run)}`
    case 'nothing-set':
      return 'client-id, app-id, private-key, private-key-file, kms-key, jwt and token-service are empty or not set'
  }
}

function whyNoSecrets({ kind }: SecretlessRun): string {
  return kind === 'dependabot'
    ? 'Dependabot runs read only Dependabot secrets'
    : 'this pull request comes from a fork, and GitHub gives such runs no secrets'
}

function whyNoOidcToken({ kind }: SecretlessRun): string {
  return kind === 'dependabot'
    ? 'Dependabot started this run, and GitHub does not give it one'
    : 'this pull request comes from a fork, and GitHub gives such runs none'
}

/** Says that `renew` has no effect. */
export const FALLBACK_NOT_RENEWED: LogMessage = {
  level: 'notice',
  message:
    'renew does nothing here, because the step cannot create another fallback token. token-file holds the one that there is.'
}

/** The inputs that choose what the App's token covers do not change what another token can do. */
function withoutEffect([target]: Targets, rights: RequestedPermissions): string {
  const isScoped =
    target.kind !== 'repositories' ||
    target.reason === 'both-set' ||
    target.reason === 'owner-not-set'
  const set = [
    ...(isScoped ? ['repositories'] : []),
    ...(rights.kind === 'everything' ? [] : ['permissions'])
  ]
  return set.length === 0 ? '' : ` The inputs for ${set.join(' and ')} have no effect on it.`
}

/** Says that answers with a token were lost, and what that means. */
export function describeLost(lost: number): string {
  const what =
    lost === 1
      ? 'The answer to a request for a token was lost'
      : `${lost} answers to requests for a token were lost`
  return `${what}: a token that nobody knows may exist for an hour.`
}

/**
 * Says by how much the runner's clock is off, compared with that of a server.
 *
 * @param skew the server's clock less the runner's, in milliseconds
 */
export function describeSkew(skew: number, server: 'GitHub' | 'the key service'): string {
  const direction = skew > 0 ? 'behind' : 'ahead of'
  return `This runner's clock is ${amountOfTime(skew)} ${direction} ${server}'s. The step used ${server}'s time. Set the runner's clock.`
}

function reachText({ request, installation, grant }: CreatedToken): string {
  const { target, subject } = request
  if (installation === undefined) {
    return target.kind === 'repositories'
      ? subject + omission(target)
      : `${reachOfPolicy(grant)} of ${subject} (repositories is empty)`
  }
  const everything = `every repository that ${printable(installation.appSlug)} can reach in ${subject} (repositories is empty)`
  switch (target.kind) {
    case 'repositories':
      return subject + omission(target)
    case 'owner':
      return everything
    case 'enterprise':
      return subject
    case 'installation':
      return namesNone(target) ? everything : subject
  }
}

/** What the trust policy of an account allows, as GitHub says it. */
function reachOfPolicy({ repositories }: Grant): string {
  if (repositories === undefined) return 'the repositories'
  return repositories.length === 1 ? 'one repository' : `${repositories.length} repositories`
}

function omission({ reason, owner }: RepositoriesTarget): string {
  switch (reason) {
    case 'nothing-set':
      return ' (owner and repositories are not set: this repository only)'
    case 'empty-list':
      return ' (owner is not set, and repositories names nothing: this repository only)'
    case 'owner-not-set':
      return ` (owner is not set: ${owner})`
    case 'both-set':
      return ''
  }
}

function permissionsText(asked: RequestedPermissions, granted: Permissions | undefined): string {
  if (granted === undefined) return untoldPermissions(asked)
  const list = listPermissions(granted)
  switch (asked.kind) {
    case 'listed':
      return list
    case 'read-all':
      return `all that the App has, but only to read (read-all): ${list}`
    case 'everything': {
      const count = Object.keys(granted).length
      const all = count === 1 ? 'the one' : `all ${count}`
      return `${all} that the App has, because the step names none: ${list}`
    }
  }
}

function untoldPermissions(asked: RequestedPermissions): string {
  switch (asked.kind) {
    case 'listed':
      return `GitHub did not list them. The step requested ${listPermissions(asked.permissions)}`
    case 'read-all':
      return 'GitHub did not list them. The step requested all that the App has, but only to read (read-all)'
    case 'everything':
      return 'all that the App has, because the step names none. GitHub did not list them'
  }
}

/** Permissions as people write them in a workflow; `metadata`, which every token has, last. */
function listPermissions(permissions: Permissions): string {
  const names = Object.keys(permissions).sort(byName)
  return names.length === 0
    ? 'none'
    : names.map((name) => `${dashed(printable(name))}: ${String(permissions[name])}`).join(', ')
}

function byName(one: string, other: string): number {
  if (one === 'metadata' || other === 'metadata') return one === 'metadata' ? 1 : -1
  return one < other ? -1 : 1
}

function expiry(expiresAt: string, now: number): string {
  const time = Date.parse(expiresAt)
  if (Number.isNaN(time)) return 'in an hour'
  return `at ${clockTime(expiresAt)} (in ${Math.round((time - now) / 60_000)} minutes)`
}
