import { isName, sameName, splitList } from '../src/config/names'
import { parsePermissions } from '../src/config/parse-permissions'
import { covers, dashed, type Level, type Permissions } from '../src/config/permissions'
import { explainProblems } from '../src/explain/explain'
import type { Parsed } from '../src/parsed'
import type { Problem } from '../src/problems/problem'
import { SetupError } from './problem'
import type { Use } from './workflows'

/** One permission that the App asks for, and where that comes from. */
export interface NeededPermission {
  /** As GitHub's API spells it: `pull_requests`. */
  readonly name: string
  readonly level: Level
  /** `--permission`, or the places of the steps. */
  readonly from: readonly string[]
}

/** What the App needs. */
export interface Needs {
  readonly permissions: readonly NeededPermission[]
  /** Repositories that steps name beside those of the options, as `owner/name`, with their places. */
  readonly repositories: readonly { readonly name: string; readonly from: string }[]
  /** What the workflows leave open, one sentence each. */
  readonly remarks: readonly string[]
}

/**
 * Reads permissions as the options write them: `contents=write`. Raises {@link SetupError}.
 *
 * @param from where they come from, for the person
 */
export function neededByOptions(permissions: readonly string[], from = '--permission'): Needs {
  const text = permissions.map((one) => one.replace('=', ': ')).join('\n')
  const parsed = parsePermissions(text, new Map())
  if (!parsed.ok) {
    const [what, fix] = explainOption(parsed.problems[0])
    throw new SetupError({ kind: 'permissions-unusable', what, fix })
  }
  return {
    permissions: withSource(parsed.value ?? {}, from),
    repositories: [],
    remarks: []
  }
}

const FORM = 'write --permission NAME=LEVEL, such as --permission contents=write.'

/** The words of the action are about its input `permissions`. Here it is an option. */
function explainOption(problem: Problem): readonly [what: string, fix: string] {
  const [{ problem: text, fix }] = explainProblems([problem])
  const what = text.replace(/^permissions\b/, '--permission')
  if (problem.kind === 'permission-level-malformed') return [what, fix]
  if (problem.kind === 'permission-unknown')
    return [what.replace(/(that GitHub knows\.).*$/, '$1'), fix]
  if (problem.kind === 'permission-at-two-levels')
    return [`--permission names two levels of ${problem.name}.`, fix]
  if (problem.kind === 'permissions-unreadable')
    return [`--permission is "${problem.mistake.text}", which is not NAME=LEVEL.`, FORM]
  return [what, FORM]
}

/** What the steps of workflows need from an App on one account. */
export function neededByWorkflows(uses: readonly Use[], account: string): Needs {
  return uses.map((use) => neededByUse(use, account)).reduce(combineNeeds, NOTHING)
}

const NOTHING: Needs = { permissions: [], repositories: [], remarks: [] }

/** Needs taken together: each permission at the higher of its levels. */
export function combineNeeds(one: Needs, other: Needs): Needs {
  const permissions = new Map(one.permissions.map((each) => [each.name, each]))
  for (const each of other.permissions) {
    const known = permissions.get(each.name)
    permissions.set(each.name, known === undefined ? each : higher(known, each))
  }
  const repositories = [...one.repositories]
  for (const each of other.repositories)
    if (!repositories.some(({ name }) => sameName(name, each.name))) repositories.push(each)
  return {
    permissions: [...permissions.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    repositories,
    remarks: [...one.remarks, ...other.remarks]
  }
}

function higher(one: NeededPermission, other: NeededPermission): NeededPermission {
  const level = covers(one.level, other.level) ? one.level : other.level
  return { name: one.name, level, from: [...one.from, ...other.from] }
}

function withSource(permissions: Permissions, from: string): NeededPermission[] {
  return Object.entries(permissions).map(([name, level]) => ({ name, level, from: [from] }))
}

function neededByUse({ place, inputs }: Use, account: string): Needs {
  const remarks: string[] = []
  const permissions = permissionsOf(inputs)
  if (isExpressionIn(inputs)) {
    remarks.push(`${place}: a permission is an expression. Add it with --permission.`)
  } else if (permissions === undefined) {
    remarks.push(`${place}: names no permission. Add what it needs with --permission.`)
  } else if (!permissions.ok) {
    remarks.push(`${place}: its permissions cannot be read. Add them with --permission.`)
  }
  const { repositories, others } = repositoriesOf(inputs, account)
  for (const owner of others)
    remarks.push(
      `${place}: is about ${owner}. A private App can be installed only on ${account}, which owns it: see docs/SETUP.md.`
    )
  const named = permissions?.ok === true ? (permissions.value ?? {}) : {}
  return {
    permissions: withSource(named, place),
    repositories: repositories.map((name) => ({ name, from: place })),
    remarks
  }
}

/** Undefined if the step names no permission. */
function permissionsOf(inputs: Use['inputs']): Parsed<Permissions | undefined> | undefined {
  const single = [...inputs].filter(([name, value]) => isPermission(name) && value !== '')
  const literal = single.filter(([, value]) => !value.includes('${{'))
  const list = inputs.get('permissions') ?? ''
  const isReadable = list !== '' && !list.includes('${{') && list.toLowerCase() !== 'read-all'
  if (literal.length === 0 && !isReadable) return undefined
  return parsePermissions(isReadable ? list : '', new Map(literal))
}

function isPermission(input: string): boolean {
  return input.startsWith('permission') && input !== 'permissions'
}

function isExpressionIn(inputs: Use['inputs']): boolean {
  return [...inputs].some(([name, value]) => name.startsWith('permission') && value.includes('${{'))
}

/** The repositories that a step names on the account, and other accounts that it names. */
function repositoriesOf(
  inputs: Use['inputs'],
  account: string
): { readonly repositories: readonly string[]; readonly others: readonly string[] } {
  const owners = splitList(inputs.get('owner') ?? '').filter(isName)
  const single = owners.length === 1 ? owners[0] : undefined
  const repositories: string[] = []
  const others = new Set(owners.filter((owner) => !sameName(owner, account)))
  for (const entry of splitList(inputs.get('repositories') ?? '')) {
    const [first = '', second] = entry.split('/')
    const owner = second === undefined ? (single ?? account) : first
    const name = second ?? first
    if (!isName(owner) || !isName(name)) continue
    if (sameName(owner, account)) repositories.push(`${account}/${name}`)
    else others.add(owner)
  }
  return { repositories, others: [...others] }
}

/** The permissions as the manifest, and the request for a token, have them. */
export function permissionsIn(needs: Needs): Permissions {
  return Object.fromEntries(needs.permissions.map(({ name, level }) => [name, level]))
}

/** The permissions as lines for people: `contents: write`. */
export function permissionLines(permissions: Permissions): string[] {
  return Object.entries(permissions).map(([name, level]) => `${dashed(name)}: ${level}`)
}
