import { combineList, invalid, map, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import { isName, sameName, splitList } from './names'

/** As git, npm and pip take it. Only ssh has other users than `git`: GitHub's name an enterprise. */
const URL_FORM =
  /^(?:git\+)?(?:(?:https?|git):\/\/(?:git@)?|ssh:\/\/(?:[\w.-]+@)?)(?<host>[^/:@\s]+)(?::\d+)?\/(?<path>[^\s?#]*)$/
/** As people write a web address. A login has no dot, so this is no `owner/name`. */
const BARE_FORM = /^(?<host>[\w-]+(?:\.[\w-]+)+)\/(?<path>[^\s?#]*)$/
/** As git takes it for ssh: a path after a colon, and no port. */
const SCP_FORM = /^[\w.-]+@(?<host>[^/:@\s]+):(?<path>[^\s?#]*)$/

/**
 * The path of a web or git address on one of the API's own hosts (`https://github.com/octo-org/hello`,
 * `git@github.com:octo-org/hello.git`), without slashes at its end; undefined if the text is no such
 * address.
 */
function pathOfAddress(text: string, webHosts: readonly string[]): string | undefined {
  const match = URL_FORM.exec(text) ?? SCP_FORM.exec(text) ?? BARE_FORM.exec(text)
  const { host, path } = match?.groups ?? {}
  if (host === undefined || path === undefined) return undefined
  // GitHub answers at these, too: https://docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
  const main = host.replace(/^(?:www|ssh)\./i, '')
  if (![host, main].some((name) => webHosts.some((known) => sameName(known, name)))) {
    return undefined
  }
  return path.replace(/^\/+|(?<!\/)\/+$/g, '')
}

/**
 * Reads `owner`: one account or several, separated by commas or lines, without duplicates.
 * Problems: `owner-names-none`, `owner-is-json`, `owner-has-repository`, `owner-malformed`,
 * `owner-too-long`.
 */
export function parseOwners(text: string, webHosts: readonly string[]): Parsed<readonly string[]> {
  if (text === '') return valid([])
  const entries = splitList(text)
  if (entries.length === 0) return invalid({ kind: 'owner-names-none', text: printable(text) })
  if (text.startsWith('[')) return invalid({ kind: 'owner-is-json', text: printable(text) })
  return map(combineList(entries.map((entry) => parseOwner(entry, webHosts))), distinct)
}

function distinct(owners: readonly string[]): string[] {
  const byName = new Map<string, string>()
  for (const owner of owners) {
    if (!byName.has(owner.toLowerCase())) byName.set(owner.toLowerCase(), owner)
  }
  return [...byName.values()]
}

function parseOwner(entry: string, webHosts: readonly string[]): Parsed<string> {
  const account = pathOfAddress(entry, webHosts) ?? entry
  if (!isName(account)) return malformedOwner(printable(entry), webHosts)
  if (account.length > MAX_OWNER_LENGTH) return tooLong('owner', account)
  if (account === entry) return valid(entry)
  const message = `owner is an address. Its account ${account} was used.`
  return valid(account, [{ level: 'notice', message }])
}

/** @param text the entry as it is shown: what looks like a secret is not repeated */
function malformedOwner(text: string, webHosts: readonly string[]): Parsed<never> {
  const [owner = '', name = '', ...rest] = (pathOfAddress(text, webHosts) ?? text).split('/')
  return isName(owner) && isName(name) && rest.length === 0
    ? invalid({ kind: 'owner-has-repository', text, owner, name })
    : invalid({ kind: 'owner-malformed', text })
}

/** GitHub has no longer names of accounts. */
const MAX_OWNER_LENGTH = 39

/** It may be a secret, so it is not shown. */
function tooLong(input: 'owner' | 'repositories', { length }: string): Parsed<never> {
  return invalid({ kind: 'owner-too-long', input, length, longest: MAX_OWNER_LENGTH })
}

/** A repository as `repositories` names it. */
export interface NamedRepository {
  /** Empty if the entry is a name only. */
  readonly owner: string
  readonly name: string
  /** The entry as it was written. */
  readonly entry: string
}

/**
 * Reads `repositories`, entry by entry: names, or `owner/name`, separated by commas or lines, or a
 * JSON list of them. Problems: `repository-malformed`, `list-unreadable`,
 * `list-is-object`, `owner-too-long`.
 */
export function parseRepositories(
  text: string,
  webHosts: readonly string[]
): readonly Parsed<NamedRepository>[] {
  const entries = readList('repositories', text)
  return entries.ok ? entries.value.map((entry) => parseRepository(entry, webHosts)) : [entries]
}

function parseRepository(entry: string, webHosts: readonly string[]): Parsed<NamedRepository> {
  const path = pathOfAddress(entry, webHosts) ?? entry
  const slash = path.indexOf('/')
  const owner = slash === -1 ? '' : path.slice(0, slash)
  const name = path.slice(slash + 1).replace(/\.git$/, '')
  if (!isName(name) || (slash !== -1 && !isName(owner))) {
    return invalid({ kind: 'repository-malformed', text: printable(entry) })
  }
  if (owner.length > MAX_OWNER_LENGTH) return tooLong('repositories', owner)
  const read = owner === '' ? name : `${owner}/${name}`
  if (read === entry) return valid({ owner, name, entry })
  const message = `repositories contains "${printable(entry)}". It was read as ${read}.`
  return valid({ owner, name, entry }, [{ level: 'notice', message }])
}

/**
 * Reads `repository-ids`: positive whole numbers. Problems: `repository-id-malformed`,
 * `list-unreadable`, `list-is-object`.
 */
export function parseRepositoryIds(text: string): Parsed<readonly number[]> {
  const entries = readList('repository-ids', text)
  if (!entries.ok) return entries
  // A list that is set and empty is no list of ids.
  const isSet = entries.value.length > 0 || text === ''
  return combineList((isSet ? entries.value : [text]).map(parseRepositoryId))
}

function parseRepositoryId(entry: string): Parsed<number> {
  return isId(entry)
    ? valid(Number(entry))
    : invalid({ kind: 'repository-id-malformed', text: printable(entry) })
}

/** Reads `installation-id`. Undefined: not set. Problem: `installation-id-malformed`. */
export function parseInstallationId(text: string): Parsed<number | undefined> {
  if (text === '') return valid(undefined)
  return isId(text)
    ? valid(Number(text))
    : invalid({ kind: 'installation-id-malformed', text: printable(text) })
}

/** Whether a text is an id as GitHub has them. */
function isId(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text)
}

/** Splits a list, or a JSON list, which some other actions take. No name or id begins with a bracket. */
function readList(
  input: 'repositories' | 'repository-ids',
  text: string
): Parsed<readonly string[]> {
  if (text.startsWith('{')) {
    return invalid({ kind: 'list-is-object', input, text: printable(text) })
  }
  if (!text.startsWith('[')) return valid(splitList(text))
  try {
    const list = JSON.parse(text) as unknown[]
    return valid(
      list.map((item) => (typeof item === 'string' ? item.trim() : JSON.stringify(item)))
    )
  } catch {
    const isOpen = !text.trimEnd().endsWith(']')
    return invalid({ kind: 'list-unreadable', input, text: printable(text), isOpen })
  }
}
