import { findInstallation, type Installation, type Lookup } from '../src/github/api'
import type { AppClient } from '../src/github/app-client'
import { RefusedError } from '../src/http/errors'
import { field, textField } from '../src/json'

/** How far an installation is. */
export type InstallationState =
  | { readonly kind: 'none' }
  /** Somebody asked an owner of the account to approve it. */
  | { readonly kind: 'requested'; readonly person: string }
  | {
      readonly kind: 'not-covered'
      readonly installation: Installation
      /** The repositories that it does not include, as `owner/name`. */
      readonly repositories: readonly string[]
    }
  | { readonly kind: 'ready'; readonly installation: Installation }

/** Asks GitHub, as the App, how far its installation is. Raises what `AppClient.call` raises. */
export async function installationState(
  app: AppClient,
  account: string,
  repositories: readonly string[]
): Promise<InstallationState> {
  const installation = await found(app, { kind: 'account', owner: account })
  if (installation === undefined) {
    const person = await requester(app, account)
    return person === undefined ? { kind: 'none' } : { kind: 'requested', person }
  }
  const missing: string[] = []
  for (const name of repositories) {
    const [owner = '', repository = ''] = name.split('/')
    const covering = await found(app, { kind: 'repository', owner, repository })
    if (covering === undefined) missing.push(name)
  }
  return missing.length === 0
    ? { kind: 'ready', installation }
    : { kind: 'not-covered', installation, repositories: missing }
}

async function found(app: AppClient, lookup: Lookup): Promise<Installation | undefined> {
  try {
    return await findInstallation(app, lookup)
  } catch (error) {
    if (error instanceof RefusedError && error.reply.status === 404) return undefined
    throw error
  }
}

/**
 * Who asked for an installation that waits for approval; undefined if nobody did.
 * https://docs.github.com/en/rest/apps/apps#list-installation-requests-for-the-authenticated-app
 */
async function requester(app: AppClient, account: string): Promise<string | undefined> {
  const path = '/app/installation-requests?per_page=100'
  const { reply } = await app.call({ method: 'GET', path })
  const requests = Array.isArray(reply.body) ? (reply.body as unknown[]) : []
  const request = requests.find(
    (one) => textField(field(one, 'account'), 'login').toLowerCase() === account.toLowerCase()
  )
  return request === undefined ? undefined : textField(field(request, 'requester'), 'login')
}
