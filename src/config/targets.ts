import { sameName, isName, splitList } from './names'
import type { Explanation } from '../explanation'
import { printable } from '../printable'
import {
  combineList,
  invalid,
  map,
  valid,
  type Parsed,
  combine,
  invalidAll,
  type Remark
} from '../parsed'
import * as problem from './target-problems'

/** GitHub takes at most this many repositories in one request for a token. */
export const MOST_REPOSITORIES = 500

/** One step creates tokens for at most this many owners. */
export const MOST_OWNERS = 100

/** The repositories of one owner that a token is for. */
export interface RepositoriesTarget extends Repositories {
  readonly kind: 'repositories'
  readonly owner: string
  /** Which inputs were left out: printed, so that nobody has to guess. */
  readonly because: 'nothing-set' | 'owner-not-set' | 'both-set'
}

/** What one token is for. */
export type Target =
  | RepositoriesTarget
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'enterprise'; readonly enterprise: string }
  | InstallationTarget

/** An installation by its id; everything it reaches where no repository is named. */
export interface InstallationTarget extends Repositories {
  readonly kind: 'installation'
  readonly id: number
  /** The account that it must be on; empty where the workflow names none. */
  readonly owner: string
}

/** Repositories by name, without their owner, and by id; none twice. */
export interface Repositories {
  readonly names: readonly string[]
  readonly ids: readonly number[]
}

/** One target for each owner. */
export type Targets = readonly [Target, ...Target[]]

const URL_FORM = /^(?:https?|ssh):\/\/(?:git@)?(?<host>[^/:@\s]+)(?::\d+)?\/(?<path>[^\s?#]*)$/
/** As git takes it for ssh: a path after a colon, and no port. */
const SCP_FORM = /^git@(?<host>[^/:@\s]+):(?<path>[^\s?#]*)$/

/**
 * The path of a web or git address on one of the API's own hosts (`https://github.com/octo-org/hello`,
 * `git@github.com:octo-org/hello.git`), without slashes at its end; undefined where the text is no
 * such address.
 */
export function pathOfAddress(text: string, webHosts: readonly string[]): string | undefined {
  const { host, path } = (URL_FORM.exec(text) ?? SCP_FORM.exec(text))?.groups ?? {}
  if (host === undefined || path === undefined) return undefined
  if (!webHosts.some((known) => sameName(known, host))) return undefined
  return path.replace(/(?<!\/)\/+$/, '')
}

/**
 * Reads `owner`: one account or several, separated by commas or lines, none twice. Empty: none named.
 * Problem: `owner-malformed`.
 */
export function parseOwners(text: string, webHosts: readonly string[]): Parsed<readonly string[]> {
  if (text === '') return valid([])
  const entries = splitList(text)
  if (entries.length === 0) {
    return invalid(
      malformed(
        `is "${printable(text)}": it is set, but names no account`,
        'name the account, or remove `owner` if the token is for the owner of this repository.'
      )
    )
  }
  return map(combineList(entries.map((entry) => parseOwner(entry, webHosts))), distinct)
}

function distinct(owners: readonly string[]): string[] {
  const byName = new Map<string, string>()
  for (const owner of owners) {
    if (!byName.has(owner.toLowerCase())) byName.set(owner.toLowerCase(), owner)
  }
  return [...byName.values()]
}

function parseOwner(text: string, webHosts: readonly string[]): Parsed<string> {
  if (isName(text)) return valid(text)
  const account = pathOfAddress(text, webHosts)
  if (account !== undefined && isName(account)) {
    const message = `owner is an address; its account ${account} was used.`
    return valid(account, [{ level: 'notice', message }])
  }
  // What looks like a key is nothing to repeat.
  const [owner = '', name = '', ...rest] = printable(text).split('/')
  if (isName(owner) && isName(name) && rest.length === 0) {
    return invalid(
      malformed(
        `is "${printable(text)}": an account and a repository`,
        `set \`owner: ${owner}\` and \`repositories: ${name}\`.`
      )
    )
  }
  return invalid(
    malformed(
      `is "${printable(text)}", which cannot be the name of an account`,
      'use the name of the organization or user as it stands in its address, such as octo-org.'
    )
  )
}

function malformed(what: string, fix: string): Explanation {
  return {
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner ${what}.`,
    fix
  }
}

/** A repository as `repositories` names it. */
export interface NamedRepository {
  /** Empty where the name stands alone. */
  readonly owner: string
  readonly name: string
  /** The entry as it was written. */
  readonly entry: string
}

/**
 * Reads `repositories`, entry by entry: names, or `owner/name`, separated by commas or lines, or a
 * JSON list of them. Problem: `repository-malformed`.
 */
export function parseRepositories(
  text: string,
  webHosts: readonly string[]
): readonly Parsed<NamedRepository>[] {
  const entries = jsonList(text) ?? splitList(text)
  return entries.map((entry) => parseRepository(entry, webHosts))
}

/** Reads `repository-ids`: positive whole numbers. Problem: `repository-malformed`. */
export function parseRepositoryIds(text: string): Parsed<readonly number[]> {
  const entries = jsonList(text) ?? splitList(text)
  const ids = combineList(entries.map(parseRepositoryId))
  if (!ids.ok || entries.length > 0 || text === '') return ids
  return invalid(malformedId(text))
}

function parseRepositoryId(entry: string): Parsed<number> {
  return /^[1-9]\d{0,14}$/.test(entry) ? valid(Number(entry)) : invalid(malformedId(entry))
}

function malformedId(entry: string): Explanation {
  return {
    code: 'repository-malformed',
    title: 'repository-ids holds something that is no id',
    problem: `repository-ids holds "${printable(entry)}", which cannot be the id of a repository.`,
    fix: 'list numbers, separated by commas or lines; `gh api repos/OWNER/NAME --jq .id` prints one.'
  }
}

function parseRepository(entry: string, webHosts: readonly string[]): Parsed<NamedRepository> {
  const path = pathOfAddress(entry, webHosts) ?? entry
  const slash = path.indexOf('/')
  const owner = slash === -1 ? '' : path.slice(0, slash)
  const name = path.slice(slash + 1).replace(/\.git$/, '')
  if (!isName(name) || (slash !== -1 && !isName(owner))) {
    return invalid({
      code: 'repository-malformed',
      title: 'repositories holds something that is no repository',
      problem: `repositories holds "${printable(entry)}", which cannot be the name of a repository.`,
      fix: 'list names such as `hello` or `octo-org/hello`, separated by commas or lines.'
    })
  }
  const read = owner === '' ? name : `${owner}/${name}`
  if (read === entry) return valid({ owner, name, entry })
  const message = `repositories holds "${printable(entry)}"; it was read as ${read}.`
  return valid({ owner, name, entry }, [{ level: 'notice', message }])
}

/** The texts of a JSON list, as some other actions take; undefined where it is none. */
function jsonList(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const list = JSON.parse(text) as unknown[]
    return list.map((item) => (typeof item === 'string' ? item.trim() : JSON.stringify(item)))
  } catch {
    return undefined
  }
}

/** The inputs that say what the token is for, as the runner passes them. */
export interface TargetInputs {
  readonly owner: string
  readonly repositories: string
  readonly repositoryIds: string
  readonly installationId: string
  readonly enterprise: string
}

/** What the workflow itself is about, and the hosts whose addresses may stand in for names. */
export interface Workplace {
  /** `owner/name` of the workflow's repository (`GITHUB_REPOSITORY`). */
  readonly repository: string
  /** `GITHUB_REPOSITORY_OWNER`. */
  readonly repositoryOwner: string
  /** Host names of the web addresses that belong to the API in use, such as `github.com`. */
  readonly webHosts: readonly string[]
}

/** Accounts that `owner` names, at least one. */
type Owners = readonly [string, ...string[]]

type Refused = Extract<Parsed<never>, { readonly ok: false }>

/** What the inputs name, each read by itself. */
interface Wishes {
  readonly owners: readonly string[]
  readonly repositories: readonly NamedRepository[]
  readonly ids: readonly number[]
  readonly installation: number | undefined
}

/**
 * Decides what the tokens are for: one for each owner. Nothing set: the workflow's repository.
 * `owner` alone: everything its installation reaches. `repositories` alone: of the workflow's owner.
 * `enterprise`: alone. Nothing reaches beyond the owners that are named.
 * Problems: `owner-malformed`, `repository-malformed`, `repository-owner-mismatch`,
 * `installation-malformed`, `scope-conflict`, `scope-unknown`, `scope-too-large`.
 */
export function parseTargets(inputs: TargetInputs, workplace: Workplace): Parsed<Targets> {
  if (inputs.enterprise !== '') return parseEnterprise(inputs)
  const entries = parseRepositories(inputs.repositories, workplace.webHosts)
  const others = combine<Omit<Wishes, 'repositories'>>({
    owners: parseOwners(inputs.owner, workplace.webHosts),
    ids: parseRepositoryIds(inputs.repositoryIds),
    installation: parseInstallationId(inputs.installationId)
  })
  const repositories = combineList(entries)
  if (!others.ok) return repositories.ok ? others : alsoProblemsOf(others, repositories)
  // Of entries that are malformed, the others may be wrong in another way: all is reported.
  const readable = entries.flatMap((entry) => (entry.ok ? [entry.value] : []))
  const targets = decide({ ...others.value, repositories: readable }, inputs, workplace)
  if (!repositories.ok)
    return readable.length === 0 ? repositories : alsoProblemsOf(repositories, targets)
  if (!targets.ok) return targets
  return valid(targets.value, [...others.remarks, ...repositories.remarks, ...targets.remarks])
}

function alsoProblemsOf(refused: Refused, other: Parsed<unknown>): Refused {
  return other.ok ? refused : { ok: false, problems: [...refused.problems, ...other.problems] }
}

function decide(wishes: Wishes, inputs: TargetInputs, workplace: Workplace): Parsed<Targets> {
  const { owners, repositories, ids, installation } = wishes
  if (owners.length > MOST_OWNERS) return invalid(problem.tooManyOwners(owners.length))
  const isEmptyList = inputs.repositories !== '' && repositories.length === 0
  if (isEmptyList && (owners.length > 0 || installation !== undefined)) {
    return invalid(problem.namesNothing(inputs.repositories))
  }
  if (installation !== undefined) return installationTarget(installation, wishes)
  const [owner, ...others] = owners
  if (owner !== undefined) {
    return others.length > 0
      ? severalOwners([owner, ...others], wishes)
      : only(oneOwner(owner, wishes))
  }
  if (ids.length > 0) return invalid(problem.idsWithoutOwner())
  const remarks = isEmptyList ? [problem.nothingNamed(inputs.repositories)] : []
  return only(unnamedOwner(repositories, workplace), remarks)
}

function only(target: Parsed<Target>, remarks: readonly Remark[] = []): Parsed<Targets> {
  return target.ok ? valid([target.value], [...remarks, ...target.remarks]) : target
}

function parseEnterprise(inputs: TargetInputs): Parsed<Targets> {
  const others = (
    [
      ['owner', inputs.owner],
      ['repositories', inputs.repositories],
      ['repository-ids', inputs.repositoryIds],
      ['installation-id', inputs.installationId]
    ] as const
  ).flatMap(([name, value]) => (value === '' ? [] : [name]))
  if (others.length > 0) {
    return invalid(problem.enterpriseAmongOthers(others))
  }
  const { enterprise } = inputs
  if (isName(enterprise)) return valid([{ kind: 'enterprise', enterprise }])
  return invalid(problem.malformedEnterprise(enterprise))
}

function parseInstallationId(text: string): Parsed<number | undefined> {
  if (text === '') return valid(undefined)
  if (/^[1-9]\d{0,14}$/.test(text)) return valid(Number(text))
  return invalid(problem.malformedInstallation(text))
}

function installationTarget(id: number, wishes: Wishes): Parsed<Targets> {
  const { owners, repositories, ids } = wishes
  if (owners.length > 1) {
    return invalid(problem.installationAmongOwners(owners))
  }
  const named = [...owners.map((owner) => ({ owner, entry: owner })), ...repositories]
  const [first, ...others] = named.filter((one) => one.owner !== '')
  const owner = first?.owner ?? ''
  const other = others.find((one) => !sameName(one.owner, owner))
  if (first !== undefined && other !== undefined) {
    // A part of what was written may be a part of a key, which would not be recognised as one.
    return invalid(problem.installationOfAnother(first.entry, other.entry))
  }
  const names = distinctNames(repositories.map(({ name }) => name))
  return only(bounded({ kind: 'installation', id, owner, names, ids: [...new Set(ids)] }))
}

function severalOwners(owners: Owners, wishes: Wishes): Parsed<Targets> {
  const { repositories, ids } = wishes
  if (ids.length > 0) {
    return invalid(problem.idsAmongOwners(owners))
  }
  const shares = new Map<string, string[]>(owners.map((owner) => [owner.toLowerCase(), []]))
  const strays = repositories.filter(({ owner, name }) => {
    const share = shares.get(owner.toLowerCase())
    share?.push(name)
    return share === undefined
  })
  // An owner without a repository is most probably the one that a stray entry was meant for.
  const refused = invalidAll<Targets>(explainStrays(owners, strays))
  if (refused !== undefined) return refused
  const targets = owners.map((owner) =>
    repositories.length === 0
      ? valid<Target>({ kind: 'owner', owner })
      : ownersShare(owner, shares.get(owner.toLowerCase()) ?? [])
  )
  return map(combineList(targets), (all) => all as unknown as Targets)
}

/** What of `repositories` belongs to one of several owners. */
function ownersShare(owner: string, names: readonly string[]): Parsed<Target> {
  if (names.length > 0) return bounded(repositoriesTarget(owner, names, [], 'both-set'))
  return invalid(problem.ownerWithoutRepository(owner))
}

/** Repositories that belong to none of several owners, or do not say to which. */
function explainStrays(owners: Owners, strays: readonly NamedRepository[]): Explanation[] {
  const list = owners.map((owner) => printable(owner)).join(', ')
  return strays.map(({ owner, name, entry }) =>
    owner === ''
      ? problem.repositoryWithoutOwner(name, owners, list)
      : problem.foreignOwner(entry, owner, `owner names ${list}`, list)
  )
}

function oneOwner(owner: string, { repositories, ids }: Wishes): Parsed<Target> {
  if (repositories.length === 0 && ids.length === 0) return valid({ kind: 'owner', owner })
  return ownedRepositories(owner, repositories, ids, 'both-set')
}

function unnamedOwner(
  repositories: readonly NamedRepository[],
  workplace: Workplace
): Parsed<Target> {
  if (repositories.length === 0) return thisRepository(workplace)
  const owner = workplace.repositoryOwner
  if (isName(owner)) return ownedRepositories(owner, repositories, [], 'owner-not-set')
  return invalid(problem.noOwner(owner))
}

function thisRepository(workplace: Workplace): Parsed<Target> {
  const [owner = '', name = '', ...rest] = workplace.repository.split('/')
  if (isName(owner) && isName(name) && rest.length === 0) {
    return valid(repositoriesTarget(owner, [name], [], 'nothing-set'))
  }
  return invalid(problem.noRepository(workplace.repository))
}

function ownedRepositories(
  owner: string,
  repositories: readonly NamedRepository[],
  ids: readonly number[],
  because: 'owner-not-set' | 'both-set'
): Parsed<Target> {
  const ours = because === 'both-set' ? `owner is ${owner}` : `owner is not set, so it is ${owner}`
  const refused = invalidAll<Target>(
    repositories
      .filter((one) => one.owner !== '' && !sameName(one.owner, owner))
      .map((one) => problem.foreignOwner(one.entry, one.owner, ours, printable(owner)))
  )
  if (refused !== undefined) return refused
  const names = repositories.map(({ name }) => name)
  return bounded(repositoriesTarget(owner, names, ids, because))
}

function repositoriesTarget(
  owner: string,
  names: readonly string[],
  ids: readonly number[],
  because: RepositoriesTarget['because']
): RepositoriesTarget {
  const distinctIds = [...new Set(ids)]
  return { kind: 'repositories', owner, names: distinctNames(names), ids: distinctIds, because }
}

function distinctNames(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}

function bounded(target: RepositoriesTarget | InstallationTarget): Parsed<Target> {
  const count = target.names.length + target.ids.length
  if (count <= MOST_REPOSITORIES) return valid(target)
  return invalid(problem.tooManyRepositories(count, target.owner))
}
