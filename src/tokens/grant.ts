import { covers, levelOf, type Level, type Permissions } from '../config/permissions'
import { sameName } from '../config/names'
import type { Grant, Scope } from '../github/api'

/** One way in which a grant differs from what was asked. Names as GitHub's API spells them. */
export type Difference =
  | {
      readonly kind: 'permission'
      readonly name: string
      readonly asked: Level | undefined
      readonly granted: Level | undefined
    }
  | { readonly kind: 'repository-missing'; readonly name: string }
  | { readonly kind: 'repositories-extra'; readonly count: number }
  | { readonly kind: 'all-repositories' }
  /** GitHub does not list the repositories any more, so there can be others among them. */
  | { readonly kind: 'repositories-unlisted' }

/** How a grant compares with what was asked. */
export interface Comparison {
  /** Any of these makes the token unusable for the workflow, or wider than it may be. */
  readonly wrong: readonly Difference[]
  /** More than was asked, but only to read: worth a notice. */
  readonly extraReads: readonly string[]
  /** What was asked and GitHub does not tell, so that it cannot be compared: worth a warning. */
  readonly unreported: readonly ('permissions' | 'repositories')[]
}

/**
 * Compares what GitHub granted with what was asked. What was not asked for, or what GitHub does not report,
 * is not compared: only `token` and `expires_at` are in every answer.
 * `metadata: read` comes with every token and is not counted.
 */
export function compareGrant(owner: string, scope: Scope, grant: Grant): Comparison {
  const { wrong, extraReads } = comparePermissions(scope.permissions, grant.permissions)
  return {
    wrong: [...wrong, ...compareRepositories(owner, scope, grant)],
    extraReads,
    unreported: unreported(scope, grant)
  }
}

function unreported(scope: Scope, grant: Grant): Comparison['unreported'] {
  const isPermissions = scope.permissions !== undefined && grant.permissions === undefined
  const isNamed = (scope.repositories ?? []).length + (scope.repositoryIds ?? []).length > 0
  // If it is all of them, the comparison says so.
  const isTold = grant.repositories !== undefined || grant.repositorySelection === 'all'
  return [
    ...(isPermissions ? ['permissions' as const] : []),
    ...(isNamed && !isTold ? ['repositories' as const] : [])
  ]
}

function comparePermissions(
  asked: Permissions | undefined,
  granted: Permissions | undefined
): Pick<Comparison, 'wrong' | 'extraReads'> {
  if (asked === undefined || granted === undefined) return { wrong: [], extraReads: [] }
  const wrong: Difference[] = []
  const extraReads: string[] = []
  for (const name of new Set([...Object.keys(asked), ...Object.keys(granted)])) {
    const [wanted, got] = [levelOf(asked, name), levelOf(granted, name)]
    if (wanted === got || (wanted === undefined && name === 'metadata' && got === 'read')) continue
    if (wanted === undefined && got === 'read') extraReads.push(name)
    else wrong.push({ kind: 'permission', name, asked: wanted, granted: got })
  }
  return { wrong, extraReads }
}

function compareRepositories(owner: string, scope: Scope, grant: Grant): Difference[] {
  const names = (scope.repositories ?? []).map((name) => `${owner}/${name}`)
  const ids = scope.repositoryIds ?? []
  if (names.length + ids.length === 0) return []
  if (grant.repositories === undefined) {
    return grant.repositorySelection === 'all' ? [{ kind: 'all-repositories' }] : []
  }
  const granted = grant.repositories
  const missing = [
    ...names.filter((name) => !granted.some((one) => sameName(one, name))),
    ...ids.filter((id) => !grant.repositoryIds.includes(id)).map((id) => `repository ${id}`)
  ]
  const extra = granted.filter(
    (one, index) =>
      !names.some((name) => sameName(one, name)) && !ids.includes(grant.repositoryIds[index] ?? 0)
  )
  return [
    ...missing.map((name) => ({ kind: 'repository-missing' as const, name })),
    ...(extra.length === 0 ? [] : [{ kind: 'repositories-extra' as const, count: extra.length }])
  ]
}

/**
 * In which ways a grant is wider, or can be, than an earlier one for the same request. Empty if in none.
 *
 * @param scope what was asked for
 */
export function widerParts(first: Grant, grant: Grant, scope: Scope): Difference[] {
  const found: Difference[] = []
  const { permissions = {} } = grant
  if (first.permissions !== undefined) {
    for (const name of Object.keys(permissions)) {
      const [asked, granted] = [levelOf(first.permissions, name), levelOf(permissions, name)]
      if (isWider(asked, granted)) found.push({ kind: 'permission', name, asked, granted })
    }
  }
  if (first.repositorySelection === 'selected' && grant.repositorySelection === 'all') {
    found.push({ kind: 'all-repositories' })
  }
  if (first.repositories !== undefined) {
    const isNamed = (scope.repositories ?? scope.repositoryIds) !== undefined
    if (grant.repositories === undefined && !isNamed) found.push({ kind: 'repositories-unlisted' })
    const extra = grant.repositoryIds.filter((id) => !first.repositoryIds.includes(id))
    if (extra.length > 0) found.push({ kind: 'repositories-extra', count: extra.length })
  }
  return found
}

/** Whether a granted level is more than was asked. */
export function isWider(asked: Level | undefined, granted: Level | undefined): boolean {
  if (granted === undefined) return false
  return asked === undefined || (granted !== asked && covers(granted, asked))
}
