import { sameName, nearMiss } from '../config/names'
import type { AppClient } from '../github/app-client'
import { RefusedError } from '../http/errors'
import { findInstallation, listAccounts, type Installation, type Lookup } from '../github/api'
import type { Reply } from '../http/reply'
import { textField } from '../json'
import { isClockRefusal } from '../github/jwt'
import { runInParallel } from '../github/parallel'
import type { CreateFailure } from '../tokens/create'
import type { TokenRequest } from '../tokens/plan'
import {
  isOwnerTyped,
  type Evidence,
  type InsteadOfOwner,
  type KnownApp,
  type RepositoryEvidence
} from './context'
import { refusedPart } from './creation-rules'
import { isKeyRefusal } from './credential-rules'
import { isAppUnknown } from './lookup-rules'

/** At most this many repositories are looked up one by one after a failure. */
const MAX_LOOKED_UP = 50

/**
 * Finds out why GitHub refused, by a few more lookups with the App's JWT. Never rejects: if a
 * lookup fails, the explanation says less.
 */
export async function investigate(
  failure: CreateFailure,
  app: AppClient
): Promise<Evidence | undefined> {
  const { error } = failure
  if (!(error instanceof RefusedError)) return undefined
  const { reply } = error
  if (isClockRefusal(reply)) return clocks(reply, app)
  if (isKeyRefusal(reply)) {
    const key = await app.lookUpKey()
    return key === undefined ? undefined : { kind: 'service-key', key }
  }
  if (reply.isNotJson || isAppUnknown(reply)) return undefined
  if (reply.status === 404) return whyNotFound(failure, app)
  if (refusedPart(reply) !== 'repositories') return undefined
  const repositories = await whichRepositories(failure, app, [])
  return repositories === undefined ? undefined : { kind: 'repositories', repositories }
}

function clocks({ date }: Reply, app: AppClient): Evidence | undefined {
  if (date === undefined) return undefined
  return { kind: 'clocks', runner: app.now() - (app.clockSkew ?? 0), github: date }
}

async function whyNotFound(failure: CreateFailure, client: AppClient): Promise<Evidence> {
  const { lookup } = failure.request
  if (lookup.kind === 'installation') {
    const app = await lookUpApp(client)
    return typeof app === 'string' ? { kind: app } : { kind: 'app-known', app }
  }
  const [app, onOwner] = await Promise.all([
    lookUpApp(client),
    ownerInstallation(lookup, failure, client)
  ])
  if (app === 'app-unknown') return { kind: app }
  if (app === 'no-api') {
    return onOwner === 'none' ? { kind: app } : { kind: 'app-known', app: undefined, onOwner }
  }
  if (onOwner === 'none') return whichAccount(lookup, failure, client, app)
  const isWithin = onOwner !== undefined && failure.installation === undefined
  const repositories =
    isWithin && lookup.kind === 'repository'
      ? await whichRepositories(failure, client, [lookup.repository])
      : undefined
  return { kind: 'app-known', app, onOwner, repositories }
}

/** By the owner, so that there is one to look for. */
type OwnerLookup = Exclude<Lookup, { readonly kind: 'installation' }>

/** The App. Every GitHub answers this: a plain 404 comes from something else. */
async function lookUpApp(
  client: AppClient
): Promise<KnownApp | 'app-unknown' | 'no-api' | undefined> {
  try {
    const { reply } = await client.call({ method: 'GET', path: '/app' })
    return { slug: textField(reply.body, 'slug'), htmlUrl: textField(reply.body, 'html_url') }
  } catch (error) {
    if (!(error instanceof RefusedError) || error.reply.status !== 404) return undefined
    return isAppUnknown(error.reply) ? 'app-unknown' : 'no-api'
  }
}

async function ownerInstallation(
  lookup: OwnerLookup,
  failure: CreateFailure,
  app: AppClient
): Promise<Installation | 'none' | undefined> {
  if (lookup.kind === 'repository') {
    return installationOrNone(app, { kind: 'account', owner: lookup.owner })
  }
  // The account itself was looked up. Either there was no installation, or it was found and removed
  // since then.
  return failure.installation === undefined ? 'none' : installationOrNone(app, lookup)
}

async function installationOrNone(
  app: AppClient,
  lookup: Lookup
): Promise<Installation | 'none' | undefined> {
  try {
    return await findInstallation(app, lookup)
  } catch (error) {
    return error instanceof RefusedError && error.reply.status === 404 ? 'none' : undefined
  }
}

/** The App is not on the owner. Finds the account that the workflow probably means, if it names one. */
async function whichAccount(
  lookup: OwnerLookup,
  { request }: CreateFailure,
  client: AppClient,
  app: KnownApp | undefined
): Promise<Evidence> {
  const notOnOwner = (instead: InsteadOfOwner): Evidence => ({ kind: 'not-on-owner', app, instead })
  if (!isOwnerTyped(request.target)) return notOnOwner({ is: 'not-known' })
  const typed = lookup.kind === 'enterprise' ? lookup.enterprise : lookup.owner
  try {
    const { owners, enterprises } = await listAccounts(client)
    const isEnterprise = lookup.kind === 'enterprise'
    const [same, others] = isEnterprise ? [enterprises, owners] : [owners, enterprises]
    const isTypedName = (name: string): boolean => sameName(name, typed)
    if (others.some(isTypedName) && !same.some(isTypedName)) return notOnOwner({ is: 'other-kind' })
    const name = nearMiss(typed, same)
    if (name === undefined) {
      const account = swappedAccount(request, same)
      return notOnOwner(account === undefined ? { is: 'not-known' } : { is: 'swapped', account })
    }
    // GitHub contradicts itself: then nothing is claimed.
    if (sameName(name, typed)) return { kind: 'app-known', app }
    return notOnOwner({ is: 'account', name })
  } catch {
    return notOnOwner({ is: 'not-known' })
  }
}

/** The one name in `repositories`, if it is an account on which the App is installed. */
function swappedAccount({ target }: TokenRequest, accounts: readonly string[]): string | undefined {
  if (target.kind !== 'repositories' || target.ids.length > 0 || target.names.length > 1) {
    return undefined
  }
  return target.names.find((name) => accounts.some((account) => sameName(account, name)))
}

/** Looks up each requested repository, in parallel, except the first if its answer is known. */
async function whichRepositories(
  { request: { target, lookup: first } }: CreateFailure,
  app: AppClient,
  missing: readonly string[]
): Promise<RepositoryEvidence | undefined> {
  if (!('names' in target) || target.owner === '') return undefined
  const rest = first.kind === 'repository' ? target.names.slice(1) : target.names
  const names = rest.slice(0, MAX_LOOKED_UP)
  const found = await runInParallel(names, (repository) =>
    installationOrNone(app, { kind: 'repository', owner: target.owner, repository })
  )
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
