import type { Config } from './config/config'
import type { SecretlessRun } from './config/event'
import type { Remark } from './config/parsed'
import { dashed, type Permissions } from './config/permissions'
import type { Target } from './config/target'
import type { MintedToken } from './mint'
import { printable } from './printable'

/** What is known when a token is handed over. */
export interface HandedOver {
  readonly minted: MintedToken
  readonly config: Config
  /** GitHub's time, in milliseconds since 1970. */
  readonly now: number
}

/** The log of a success: what the token can do, and for how long. */
export function describeToken({ minted, config, now }: HandedOver): string[] {
  const { installation, grant, expiresAt } = minted
  const end = config.keepToken
    ? 'not revoked when this job ends (skip-token-revoke is true)'
    : 'revoked when this job ends'
  return [
    `Token for ${reach(config.target, minted)}`,
    `Permissions: ${rights(config.permissions, grant.permissions)}`,
    `App ${printable(installation.appSlug)}, installation ${installation.id}, key ${config.key.fingerprint}`,
    `Expires ${expiry(expiresAt, now)}; ${end}`
  ]
}

/** What deserves a notice or warning although the token was handed over. */
export function remarksOnToken(minted: MintedToken, clockSkew: number | undefined): Remark[] {
  const { comparison, request, installation, lost } = minted
  const found: Remark[] = []
  if (comparison.extraReads.length > 0) {
    const names = comparison.extraReads.map((name) => `${dashed(printable(name))}: read`).join(', ')
    found.push({
      level: 'notice',
      message: `GitHub granted more than was asked, to read only: ${names}.`
    })
  }
  if (installation.movedRepositoryId !== undefined && request.lookup.kind === 'repository') {
    const { owner, repository } = request.lookup
    found.push({
      level: 'notice',
      message: `${owner}/${repository} has been renamed. The token is for it all the same; bring its name in the workflow up to date.`
    })
  }
  if (lost > 0) found.push({ level: 'warning', message: describeLost(lost) })
  if (clockSkew !== undefined) found.push({ level: 'warning', message: describeSkew(clockSkew) })
  return found
}

/** Says that the fallback token was handed out, and why. */
export function describeFallback(because: SecretlessRun): Remark {
  const why =
    because.kind === 'dependabot'
      ? 'Dependabot runs read only Dependabot secrets'
      : 'this pull request comes from a fork, and GitHub gives such runs no secrets'
  return {
    level: 'notice',
    message: `private-key is empty: ${why}. The token is the one of fallback-token, which this step does not revoke.`
  }
}

/** Says that answers to mints were lost, and what that means. */
export function describeLost(lost: number): string {
  const what =
    lost === 1
      ? "GitHub's answer to a request for a token was lost"
      : `${lost} of GitHub's answers to a request for a token were lost`
  return `${what}: a token that nobody holds may live on for an hour.`
}

/** Says by how much the runner's clock is off. */
export function describeSkew(skew: number): string {
  const direction = skew > 0 ? 'behind' : 'ahead of'
  return `This runner's clock is ${amountOfTime(skew)} ${direction} GitHub's. GitHub's was used; set the runner's clock.`
}

/** A difference in milliseconds as people say it: `90 seconds`, `25 minutes`, `30 hours`. */
export function amountOfTime(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000)
  if (seconds < 120) return `${seconds} seconds`
  const minutes = Math.round(seconds / 60)
  if (minutes < 300) return `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}

function reach(target: Target, minted: MintedToken): string {
  const { subject } = minted.request
  switch (target.kind) {
    case 'repositories':
      switch (target.because) {
        case 'nothing-set':
          return `${subject} (owner and repositories are not set: this repository only)`
        case 'owner-not-set':
          return `${subject} (owner is not set: ${target.owner})`
        case 'both-set':
          return subject
      }
    // falls through: every case above returns
    case 'owner':
      return `every repository ${printable(minted.installation.appSlug)} can reach in ${subject} (repositories is empty)`
    case 'enterprise':
      return subject
  }
}

function rights(asked: Permissions | undefined, granted: Permissions): string {
  const list = listPermissions(granted)
  if (asked !== undefined) return list
  const count = Object.keys(granted).length
  const all = count === 1 ? 'the one' : `all ${count}`
  return `${all} granted to the App, because none were asked for: ${list}`
}

/** Permissions as people write them in a workflow; `metadata`, which every token has, last. */
export function listPermissions(permissions: Permissions): string {
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
  return `${clockTime(expiresAt)} (in ${Math.round((time - now) / 60_000)} minutes)`
}

/** When something happens "at", by an ISO 8601 time: `14:03 UTC`; a token's end where there is none. */
export function clockTime(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time)
    ? 'the end of its hour'
    : `${new Date(time).toISOString().slice(11, 16)} UTC`
}
