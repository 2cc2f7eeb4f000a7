import {
  combine,
  combineList,
  invalid,
  invalidIfAny,
  map,
  valid,
  type LogMessage,
  type Parsed
} from '../parsed'
import { printable } from '../printable'
import type { Problem } from '../problems/problem'
import { isName, sameName } from './names'
import {
  parseInstallationId,
  parseOwners,
  parseRepositories,
  parseRepositoryIds,
  type NamedRepository
} from './target-names'

/** GitHub takes at most this many repositories in one request for a token. */
export const MAX_REPOSITORIES = 500

/** One step creates tokens for at most this many owners. */
export const MAX_OWNERS = 100

/** What one token is for. */
export type Target =
  | RepositoriesTarget
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'enterprise'; readonly enterprise: string }
  | InstallationTarget

/** The repositories of one owner that a token is for. */
export interface RepositoriesTarget extends Repositories {
  readonly kind: 'repositories'
  readonly owner: string
  /** Which inputs are set. The log says it. */
  readonly reason: 'nothing-set' | 'empty-list' | 'owner-not-set' | 'both-set'
}

/** An installation by its id; everything it reaches if no repository is named. */
export interface InstallationTarget extends Repositories {
  readonly kind: 'installation'
  readonly id: number
  /** The account that it must be on; empty if the workflow names none. */
  readonly owner: string
}

/** The account or enterprise that a target is on; empty if the workflow names none. */
export function accountOf(target: Target): string {
  return target.kind === 'enterprise' ? target.enterprise : target.owner
}

/** Repositories by name, without their owner, and by id. Without duplicates. */
export interface Repositories {
  readonly names: readonly string[]
  readonly ids: readonly number[]
}

/** Whether no repository is named: every repository of the installation is meant. */
export function namesNone({ names, ids }: Repositories): boolean {
  return names.length + ids.length === 0
}

/** One target for each owner. */
export type Targets = readonly [Target, ...Target[]]

/** The inputs that say what the token is for, as the runner passes them. */
export interface TargetInputs {
  readonly owner: string
  readonly repositories: string
  readonly repositoryIds: string
  readonly installationId: string
  readonly enterprise: string
}

/** The workflow's own repository, and the hosts whose addresses are read as names. */
export interface WorkflowContext {
  /** `owner/name` of the workflow's repository (`GITHUB_REPOSITORY`). */
  readonly repository: string
  /** `GITHUB_REPOSITORY_OWNER`. */
  readonly repositoryOwner: string
  /** Host names of the web addresses that belong to the API in use, such as `github.com`. */
  readonly webHosts: readonly string[]
}

/** What the inputs name, each read by itself. */
interface Named {
  readonly owners: readonly string[]
  readonly repositories: readonly NamedRepository[]
  readonly ids: readonly number[]
  readonly installation: number | undefined
}

/** Several accounts that `owner` names. */
type Owners = readonly [string, ...string[]]

/**
 * Decides what the tokens are for: one for each owner. Nothing set: the workflow's repository.
 * `owner` alone: everything its installation reaches. `repositories` alone: of the workflow's owner.
 * `enterprise`: alone. A token never covers an owner that is not named. Problems: each
 * `TargetProblem`.
 */
export function parseTargets(inputs: TargetInputs, context: WorkflowContext): Parsed<Targets> {
  if (inputs.enterprise !== '') return enterpriseTarget(inputs)
  const entries = parseRepositories(inputs.repositories, context.webHosts)
  const repositories = combineList(entries)
  const others = combine<Omit<Named, 'repositories'>>({
    owners: parseOwners(inputs.owner, context.webHosts),
    ids: parseRepositoryIds(inputs.repositoryIds),
    installation: parseInstallationId(inputs.installationId)
  })
  if (!others.ok) {
    const more = repositories.ok ? [] : repositories.problems
    return { ok: false, problems: [...others.problems, ...more] }
  }
  // If some entries are malformed, the rest may be wrong in another way: report both.
  const readable = entries.flatMap((entry) => (entry.ok ? [entry.value] : []))
  if (!repositories.ok && readable.length === 0) return repositories
  const targets = decide({ ...others.value, repositories: readable }, inputs, context)
  return map(combine({ others, repositories, targets }), (all) => all.targets)
}

function decide(named: Named, inputs: TargetInputs, context: WorkflowContext): Parsed<Targets> {
  const { owners, repositories, ids, installation } = named
  if (owners.length > MAX_OWNERS) {
    return invalid({ kind: 'too-many-owners', count: owners.length })
  }
  const isEmptyList = inputs.repositories !== '' && repositories.length === 0
  const text = printable(inputs.repositories)
  if (isEmptyList && (owners.length > 0 || installation !== undefined)) {
    return invalid({ kind: 'repositories-name-none', text })
  }
  if (installation !== undefined) return installationTarget(installation, named)
  const [owner, ...others] = owners
  if (owner !== undefined && others.length > 0) return severalOwners([owner, ...others], named)
  if (owner !== undefined) return only(oneOwner(owner, named))
  if (ids.length > 0) return invalid({ kind: 'repository-ids-without-owner' })
  return isEmptyList
    ? only(workflowOwner([], context, 'empty-list'), [emptyList(text)])
    : only(workflowOwner(repositories, context, 'nothing-set'))
}

function only(target: Parsed<Target>, messages: readonly LogMessage[] = []): Parsed<Targets> {
  return target.ok ? valid([target.value], [...messages, ...target.messages]) : target
}

function emptyList(text: string): LogMessage {
  return {
    level: 'warning',
    message: `repositories is "${text}". It is set, but names no repository. The token is for this repository only.`
  }
}

function enterpriseTarget(inputs: TargetInputs): Parsed<Targets> {
  const others = {
    owner: inputs.owner,
    repositories: inputs.repositories,
    'repository-ids': inputs.repositoryIds,
    'installation-id': inputs.installationId
  }
  const set = Object.entries(others).flatMap(([name, value]) => (value === '' ? [] : [name]))
  if (set.length > 0) return invalid({ kind: 'enterprise-with-others', inputs: set })
  const { enterprise } = inputs
  return isName(enterprise)
    ? valid([{ kind: 'enterprise', enterprise }])
    : invalid({ kind: 'enterprise-malformed', text: printable(enterprise) })
}

function installationTarget(id: number, named: Named): Parsed<Targets> {
  const { owners, repositories, ids } = named
  if (owners.length > 1) {
    return invalid({ kind: 'installation-id-with-owners', count: owners.length })
  }
  const accounts = [...owners.map((owner) => ({ owner, entry: owner })), ...repositories]
  const [first, ...others] = accounts.filter(({ owner }) => owner !== '')
  const owner = first?.owner ?? ''
  const other = others.find((one) => !sameName(one.owner, owner))
  if (first !== undefined && other !== undefined) {
    // Whole entries: a part of a key would not be recognized as one.
    const entries = [printable(first.entry), printable(other.entry)] as const
    return invalid({ kind: 'installation-id-with-accounts', named: entries })
  }
  const names = distinctNames(repositories.map(({ name }) => name))
  return only(limited({ kind: 'installation', id, owner, names, ids: [...new Set(ids)] }))
}

function severalOwners(owners: Owners, { repositories, ids }: Named): Parsed<Targets> {
  if (ids.length > 0) {
    return invalid({ kind: 'repository-ids-with-owners', count: owners.length })
  }
  const named = new Set(owners.map((owner) => owner.toLowerCase()))
  const strays = repositories.filter(({ owner }) => !named.has(owner.toLowerCase()))
  // An owner without a repository is most probably the one that a stray entry was meant for.
  const refused = invalidIfAny<Targets>(strays.map((stray) => strayProblem(stray, owners)))
  if (refused !== undefined) return refused
  const shares = namesByOwner(repositories)
  const targetOf = (owner: string): Parsed<Target> =>
    repositories.length === 0
      ? valid({ kind: 'owner', owner })
      : shareOf(owner, shares.get(owner.toLowerCase()))
  const [first, ...others] = owners
  const targets = combine({ first: targetOf(first), others: combineList(others.map(targetOf)) })
  return map(targets, (all) => [all.first, ...all.others])
}

/** The names of the repositories by their owner, in lower case. */
function namesByOwner(repositories: readonly NamedRepository[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { owner, name } of repositories) {
    const names = found.get(owner.toLowerCase())
    if (names === undefined) found.set(owner.toLowerCase(), [name])
    else names.push(name)
  }
  return found
}

/** What of `repositories` belongs to one of several owners. */
function shareOf(owner: string, names: readonly string[] | undefined): Parsed<Target> {
  return names === undefined
    ? invalid({ kind: 'owner-without-repository', owner: printable(owner) })
    : limited(repositoriesTarget(owner, names, [], 'both-set'))
}

/** A repository that belongs to none of several owners, or does not say to which. */
function strayProblem(stray: NamedRepository, owners: Owners): Problem {
  const [first, ...others] = owners
  const shown = [printable(first), ...others.map((owner) => printable(owner))] as const
  return stray.owner === ''
    ? { kind: 'repository-without-owner', name: printable(stray.name), owners: shown }
    : otherOwnerProblem(stray, shown, true)
}

function otherOwnerProblem(
  { entry, owner }: NamedRepository,
  owners: readonly string[],
  isOwnerSet: boolean
): Problem {
  const shown = printable(entry)
  return {
    kind: 'repository-of-other-owner',
    entry: shown,
    owner: shown === entry ? owner : undefined,
    owners,
    isOwnerSet
  }
}

function oneOwner(owner: string, { repositories, ids }: Named): Parsed<Target> {
  return repositories.length === 0 && ids.length === 0
    ? valid({ kind: 'owner', owner })
    : ownedRepositories(owner, repositories, ids, 'both-set')
}

/** `owner` is not set: the workflow's own owner, or its repository. */
function workflowOwner(
  repositories: readonly NamedRepository[],
  context: WorkflowContext,
  reason: 'nothing-set' | 'empty-list'
): Parsed<Target> {
  if (repositories.length === 0) return workflowRepository(context.repository, reason)
  const owner = context.repositoryOwner
  return isName(owner)
    ? ownedRepositories(owner, repositories, [], 'owner-not-set')
    : invalid({ kind: 'workflow-owner-missing', text: printable(owner) })
}

function workflowRepository(
  repository: string,
  reason: 'nothing-set' | 'empty-list'
): Parsed<Target> {
  const [owner = '', name = '', ...rest] = repository.split('/')
  return isName(owner) && isName(name) && rest.length === 0
    ? valid(repositoriesTarget(owner, [name], [], reason))
    : invalid({ kind: 'workflow-repository-missing', text: printable(repository), reason })
}

function ownedRepositories(
  owner: string,
  repositories: readonly NamedRepository[],
  ids: readonly number[],
  reason: 'owner-not-set' | 'both-set'
): Parsed<Target> {
  const refused = invalidIfAny<Target>(
    repositories
      .filter((one) => one.owner !== '' && !sameName(one.owner, owner))
      .map((one) => otherOwnerProblem(one, [printable(owner)], reason === 'both-set'))
  )
  const names = repositories.map(({ name }) => name)
  return refused ?? limited(repositoriesTarget(owner, names, ids, reason))
}

function repositoriesTarget(
  owner: string,
  names: readonly string[],
  ids: readonly number[],
  reason: RepositoriesTarget['reason']
): RepositoriesTarget {
  const distinctIds = [...new Set(ids)]
  return { kind: 'repositories', owner, names: distinctNames(names), ids: distinctIds, reason }
}

function distinctNames(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}

function limited(target: RepositoriesTarget | InstallationTarget): Parsed<Target> {
  const count = target.names.length + target.ids.length
  return count <= MAX_REPOSITORIES
    ? valid(target)
    : invalid({ kind: 'too-many-repositories', count, owner: printable(target.owner) })
}
