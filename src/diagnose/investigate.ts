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
import type { Evidence, KnownApp, Situation } from './situation'

/** At most this many repositories are looked up one by one after a failure. */
const MOST_LOOKED_UP = 50

/**
 * Finds out what explains a refusal, by a few further look-ups with the App's own JWT. Never
 * rejects: what cannot be found out is left out, and the explanation says less.
 */
export async function investigate(
  error: unknown,
  situation: Situation,
  app: AppSession
): Promise<Evidence> {
  if (!(error instanceof RefusedError) || situation.request === undefined) return {}
  const { status, message } = error.reply
  if (situation.installation === undefined) {
    return status === 404 && !isAppUnknown(message)
      ? lookupEvidence(situation.request.lookup, situation, app)
      : {}
  }
  return status === 422 ? { outOfReach: await outOfReach(situation, app) } : {}
}

/** GitHub's words for a JWT whose `iss` it does not know. */
export function isAppUnknown(message: string): boolean {
  return message.includes('Integration not found')
}

async function lookupEvidence(
  lookup: Lookup,
  situation: Situation,
  app: AppSession
): Promise<Evidence> {
  const [known, onOwner] = await Promise.all([knownApp(app), ownerInstallation(lookup, app)])
  if (known === 'unknown') return { app: known }
  const evidence = { ...(known && { app: known }), ...(onOwner && { onOwner }) }
  if (onOwner === 'none') {
    const meant = await meantAccount(lookup, app)
    return meant === undefined ? evidence : { ...evidence, meant }
  }
  return onOwner === undefined
    ? evidence
    : { ...evidence, outOfReach: await outOfReach(situation, app) }
}

async function knownApp(app: AppSession): Promise<KnownApp | 'unknown' | undefined> {
  try {
    const { reply } = await app.call({ method: 'GET', path: '/app' })
    return { slug: textField(reply.body, 'slug'), htmlUrl: textField(reply.body, 'html_url') }
  } catch (error) {
    const isUnknown = error instanceof RefusedError && [401, 404].includes(error.reply.status)
    return isUnknown ? 'unknown' : undefined
  }
}

async function ownerInstallation(
  lookup: Lookup,
  app: AppSession
): Promise<Installation | 'none' | undefined> {
  switch (lookup.kind) {
    case 'repository':
      return installationOrNone(app, { kind: 'account', owner: lookup.owner })
    // What was looked up is the account itself, and the answer was that there is none.
    case 'account':
    case 'enterprise':
      return 'none'
  }
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

async function meantAccount(lookup: Lookup, app: AppSession): Promise<string | undefined> {
  const typed = lookup.kind === 'enterprise' ? lookup.enterprise : lookup.owner
  try {
    return nearMiss(typed, await listAccounts(app))
  } catch {
    return undefined
  }
}

async function outOfReach(situation: Situation, app: AppSession): Promise<string[]> {
  const target = situation.config?.target
  if (target?.kind !== 'repositories') return []
  const names = target.names.slice(0, MOST_LOOKED_UP)
  const found = await Promise.all(
    names.map((repository) =>
      installationOrNone(app, { kind: 'repository', owner: target.owner, repository })
    )
  )
  return names
    .filter((_, index) => found[index] === 'none')
    .map((name) => `${target.owner}/${name}`)
}
