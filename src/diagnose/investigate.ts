import { sameName } from '../config/names'
import { nearMiss } from '../config/near-miss'
import type { AppSession } from '../github/app-session'
import { RefusedError } from '../github/errors'
import {
  findInstallation,
  listAccounts,
  type Installation,
  type Lookup
} from '../github/installations'
import { textField } from '../github/shape'
import { isClockRefusal } from '../jwt/clock-skew'
import { isAppUnknown, isRepositoryRefused } from './refusals'
import { isOwnerTyped, type Evidence, type KnownApp, type Situation } from './situation'

/** At most this many repositories are looked up one by one after a failure. */
const MOST_LOOKED_UP = 50

/** This many at a time: GitHub slows down who asks for more. */
const SIDE_BY_SIDE = 8

/**
 * Finds out what explains a refusal, by a few further look-ups with the App's own JWT. Never
 * rejects: what cannot be found out is left out, and the explanation says less.
 */
export async function investigate(
  error: unknown,
  situation: Situation,
  app: AppSession
): Promise<Evidence> {
  if (!(error instanceof RefusedError)) return {}
  const { reply } = error
  if (isClockRefusal(reply)) return { runnerTime: app.now() - (app.clockSkew ?? 0) }
  if (reply.isForeign || isAppUnknown(reply)) return {}
  if (reply.status === 404) return whyNotFound(situation, app)
  return isRepositoryRefused(reply) ? whichRepositories(situation, app, []) : {}
}

async function whyNotFound(situation: Situation, app: AppSession): Promise<Evidence> {
  const lookup = situation.request?.lookup
  if (lookup === undefined) return {}
  const [known, onOwner] = await Promise.all([
    knownApp(app),
    ownerInstallation(lookup, situation, app)
  ])
  if (known === 'unknown') return { app: known }
  const evidence = { ...(known && { app: known }), ...(onOwner && { onOwner }) }
  if (onOwner === 'none') return nearestAccount(evidence, lookup, situation, app)
  if (onOwner === undefined || situation.installation !== undefined) return evidence
  const missing = lookup.kind === 'repository' ? [lookup.repository] : []
  return { ...evidence, ...(await whichRepositories(situation, app, missing)) }
}

async function knownApp(app: AppSession): Promise<KnownApp | 'unknown' | undefined> {
  try {
    const { reply } = await app.call({ method: 'GET', path: '/app' })
    return { slug: textField(reply.body, 'slug'), htmlUrl: textField(reply.body, 'html_url') }
  } catch (error) {
    return error instanceof RefusedError && error.reply.status === 404 ? 'unknown' : undefined
  }
}

async function ownerInstallation(
  lookup: Lookup,
  situation: Situation,
  app: AppSession
): Promise<Installation | 'none' | undefined> {
  if (lookup.kind === 'installation') return undefined
  if (lookup.kind === 'repository') {
    return installationOrNone(app, { kind: 'account', owner: lookup.owner })
  }
  // What was looked up is the account itself: the answer was that there is none, unless it was found
  // and only then disappeared.
  return situation.installation === undefined ? 'none' : installationOrNone(app, lookup)
}

async function installationOrNone(
  app: AppSession,
  lookup: Lookup
): Promise<Installation | 'none' | undefined> {
  try {
    return await findInstallation(app, lookup)
  } catch (error) {
    return error instanceof RefusedError && error.reply.status === 404 ? 'none' : undefined
  }
}

/** Adds the account that was meant; only what was typed can be mistyped. */
async function nearestAccount(
  evidence: Evidence,
  lookup: Lookup,
  { request }: Situation,
  app: AppSession
): Promise<Evidence> {
  if (lookup.kind === 'installation') return evidence
  if (request !== undefined && !isOwnerTyped(request.target)) return evidence
  const typed = lookup.kind === 'enterprise' ? lookup.enterprise : lookup.owner
  const kind = lookup.kind === 'enterprise' ? 'enterprise' : 'account'
  try {
    const meant = nearMiss(typed, await listAccounts(app, kind))
    if (meant === undefined) return evidence
    // GitHub contradicts itself: then nothing is claimed.
    return sameName(meant, typed) ? { ...evidence, onOwner: undefined } : { ...evidence, meant }
  } catch {
    return evidence
  }
}

/** Looks up each repository asked for, side by side, but one whose answer is known. */
async function whichRepositories(
  situation: Situation,
  app: AppSession,
  missing: readonly string[]
): Promise<Evidence> {
  const { target, lookup: first } = situation.request ?? {}
  if (target?.kind !== 'repositories' && target?.kind !== 'installation') return {}
  if (target.owner === '') return {}
  const rest = first?.kind === 'repository' ? target.names.slice(1) : target.names
  const names = rest.slice(0, MOST_LOOKED_UP)
  const found: (Installation | 'none' | undefined)[] = []
  for (let at = 0; at < names.length; at += SIDE_BY_SIDE) {
    const lookUps = names
      .slice(at, at + SIDE_BY_SIDE)
      .map((repository) => ({ kind: 'repository', owner: target.owner, repository }) as const)
    found.push(...(await Promise.all(lookUps.map((lookup) => installationOrNone(app, lookup)))))
  }
  const full = (name: string): string => `${target.owner}/${name}`
  const isRenamed = (at: number): boolean => {
    const one = found[at]
    return typeof one === 'object' && one.movedRepositoryId !== undefined
  }
  return {
    outOfReach: [...missing, ...names.filter((_, at) => found[at] === 'none')].map(full),
    renamed: names.filter((_, at) => isRenamed(at)).map(full),
    notLookedUp: rest.length - names.length
  }
}
