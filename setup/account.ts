import { route } from '../src/github/api'
import { sameName } from '../src/config/names'
import { textField } from '../src/json'
import { sendOpen } from './conversion'
import type { Gh } from './gh'
import type { AccountType, Host, Options } from './options'
import { SetupError } from './problem'
import { slugOf } from './registration'
import { accountTypeOf, listCommand, placeName, type Store } from './storing'

/** What is known of the account before anything is created. */
export interface AccountCheck {
  readonly type: AccountType
  /** What the person should know of their role; undefined if there is nothing. */
  readonly remark: string | undefined
}

/**
 * Finds out, as the person who is logged in with gh, which kind of account the App will belong to.
 * Raises {@link SetupError} if the person cannot register an App there.
 */
export async function checkAccount(gh: Gh, { account, host }: Options): Promise<AccountCheck> {
  const person = await gh.run(['api', 'user', '--jq', '.login'])
  if (sameName(person, account)) return { type: 'user', remark: undefined }
  const role = await gh.ask(['api', route`user/memberships/orgs/${account}`, '--jq', '.role'])
  if (role.isOk) {
    const remark = `You are a member of ${account}, not an owner. GitHub lets you register an App there only if an owner made you a GitHub App manager.`
    return { type: 'organization', remark: role.output === 'admin' ? undefined : remark }
  }
  const found = await gh.ask(['api', route`users/${account}`, '--jq', '.type'])
  if (!found.isOk) throw new SetupError({ kind: 'account-unknown', account, host: host.name })
  const type = accountTypeOf(found.output)
  if (type === 'user') throw new SetupError({ kind: 'account-of-other-person', account, person })
  if (type === undefined) throw new SetupError({ kind: 'account-type-unknown', account })
  return { type, remark: undefined }
}

/** The same, without anybody being logged in. */
export async function lookUpAccount(account: string, host: Host): Promise<AccountType> {
  const url = host.apiUrl + route`/users/${account}`
  const { status, body } = await sendOpen({ method: 'GET', url })
  if (status === 404) throw new SetupError({ kind: 'account-unknown', account, host: host.name })
  const type = status === 200 ? accountTypeOf(textField(body, 'type')) : undefined
  if (type === undefined) throw new SetupError({ kind: 'account-type-unknown', account })
  return type
}

/** Raises {@link SetupError} if an App has this name already, as far as the person can see it. */
export async function checkName(gh: Gh, name: string): Promise<void> {
  const app = await gh.ask(['api', route`apps/${slugOf(name)}`, '--jq', '.html_url'])
  if (app.isOk) throw new SetupError({ kind: 'name-taken', name, page: app.output })
}

/**
 * Raises {@link SetupError} if the person may not store there, or if something of that name exists
 * and may not be replaced.
 */
export async function checkStore(gh: Gh, store: Store, options: Options): Promise<void> {
  const { names } = await storedNames(gh, store, options)
  if (names.length > 0 && !options.replaces)
    throw new SetupError({ kind: 'secret-exists', names, where: placeName(store) })
}

/** Which of the two names are stored, and which are not. */
export async function storedNames(
  gh: Gh,
  store: Store,
  { host, variable, secret }: Options
): Promise<{ readonly names: readonly string[]; readonly missing: readonly string[] }> {
  const names: string[] = []
  const missing: string[] = []
  for (const [what, name] of [
    ['variable', variable],
    ['secret', secret]
  ] as const) {
    const listed = await gh.list(listCommand(what, store, host))
    const isStored = listed.some((one) => sameName(textField(one, 'name'), name))
    ;(isStored ? names : missing).push(name)
  }
  return { names, missing }
}
