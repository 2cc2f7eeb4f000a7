import { invalid, invalidIfAny, map, valid, type LogMessage, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { EntryMistake, PermissionsMistake } from '../problems/permission-problem'
import type { Problem } from '../problems/problem'
import { isExpression } from './expression'
import { meantInput } from './input-names'
import { nearMiss, splitList } from './names'
import { KNOWN_PERMISSIONS, RETIRED_PERMISSIONS } from './permission-list'
import {
  dashed,
  isLevel,
  LEVELS,
  type Level,
  type Permissions,
  type RequestedPermissions
} from './permissions'

/** One permission as the workflow wrote it. */
interface RequestedPermission {
  /** The input: `permissions`, or its own, such as `permission-contents`. */
  readonly input: string
  readonly name: string
  readonly level: string
}

/** One permission as it can be sent. */
interface UsablePermission {
  readonly input: string
  readonly name: string
  readonly level: Level
}

/** GitHub has less than a hundred. */
const MAX_PERMISSIONS = 500

/**
 * Reads what the tokens may do: `permissions: read-all` alone, or as {@link parsePermissions} does.
 * Problems: each `PermissionProblem`.
 */
export function parseRequestedPermissions(
  permissions: string,
  inputs: ReadonlyMap<string, string>
): Parsed<RequestedPermissions> {
  if (permissions.toLowerCase() !== 'read-all') {
    return map(parsePermissions(permissions, inputs), (listed) =>
      listed === undefined ? { kind: 'everything' } : { kind: 'listed', permissions: listed }
    )
  }
  const [other] = inputs.keys()
  return other === undefined
    ? valid({ kind: 'read-all' })
    : invalid({ kind: 'read-all-with-others', input: printable(other) })
}

/**
 * Reads what permissions the token gets, from `permissions` and from every `permission-<name>`
 * input. Undefined: no permission is named, so the token gets all that the installation was granted.
 * A name or level outside GitHub's published list is sent, since GitHub may know it before the list
 * does; a name that is nearly a listed one is a problem.
 *
 * @param permissions the input `permissions`: lines or a comma list of `name: level`, or JSON
 * @param inputs every input that is set and is for permissions, except `permissions` itself, by its
 *   lower-case name as the workflow has it (`permission-contents`). Misspelt ones count: see
 *   `isForPermissions`.
 */
export function parsePermissions(
  permissions: string,
  inputs: ReadonlyMap<string, string>
): Parsed<Permissions | undefined> {
  if (inputs.size > MAX_PERMISSIONS) return tooMany(inputs.size)
  const list = parseList(permissions)
  const named = parseInputs(inputs)
  const requested = [...(list.ok ? list.value : []), ...named.requested]
  const combined = combinePermissions(requested)
  const problems = [
    ...(list.ok ? [] : list.problems),
    ...named.problems,
    ...(combined.ok ? [] : combined.problems)
  ]
  const hasOthers = requested.some((one) => readPermission(one).ok)
  return invalidIfAny(problems.map((one) => withOthers(one, hasOthers))) ?? combined
}

/** What would happen without a permission depends on whether another one is requested. */
function withOthers(problem: Problem, hasOthers: boolean): Problem {
  return 'hasOthers' in problem ? { ...problem, hasOthers } : problem
}

/** Takes all permissions together: known names, known levels, no contradiction. */
function combinePermissions(
  requested: readonly RequestedPermission[]
): Parsed<Permissions | undefined> {
  if (requested.length > MAX_PERMISSIONS) return tooMany(requested.length)
  const problems: Problem[] = []
  const messages: LogMessage[] = []
  const usable = new Map<string, UsablePermission>()
  for (const one of requested) {
    const read = readPermission(one)
    if (!read.ok) {
      problems.push(...read.problems)
      continue
    }
    const { name, level } = read.value
    const earlier = usable.get(name)
    if (earlier !== undefined && earlier.level !== level) {
      problems.push(twoLevels(earlier, read.value))
    } else if (RETIRED_PERMISSIONS.has(name)) {
      messages.push(retired(read.value))
    } else {
      usable.set(name, read.value)
    }
  }
  const refused = invalidIfAny<Permissions>(problems)
  if (refused !== undefined) return refused
  if (requested.length === 0) return valid(undefined)
  // If only retired permissions were named, an empty request would mean "everything".
  if (usable.size === 0) return valid({ metadata: 'read' }, messages)
  const entries = [...usable].map(([name, { level }]) => [name, level] as const)
  return valid(Object.fromEntries(entries), messages)
}

function readPermission(requested: RequestedPermission): Parsed<UsablePermission> {
  const { input } = requested
  const name = underscored(requested.name)
  const level = requested.level.toLowerCase()
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(name)) {
    const shown = printable(requested.name)
    return invalid({ kind: 'permission-name-malformed', where: printable(input), name: shown })
  }
  if (!isLevel(level)) return invalid(malformedLevel(requested))
  if (!KNOWN_PERMISSIONS.has(name) && !RETIRED_PERMISSIONS.has(name)) {
    const near = nearMiss(name, KNOWN_PERMISSIONS.keys())
    if (near !== undefined) {
      const meant = input === 'permissions' ? dashed(near) : `permission-${dashed(near)}`
      const where = placeOf(requested)
      return invalid({
        kind: 'permission-unknown',
        what: 'permission',
        where,
        meant,
        hasOthers: false
      })
    }
  }
  return valid({ input, name, level })
}

function tooMany(count: number): Parsed<never> {
  return invalid({ kind: 'too-many-permissions', count })
}

function twoLevels(one: UsablePermission, other: UsablePermission): Problem {
  const asked = [one, other].map(({ level, input }) => ({ level, where: printable(input) }))
  return { kind: 'permission-at-two-levels', name: dashed(one.name), asked }
}

function retired({ input }: UsablePermission): LogMessage {
  return {
    level: 'warning',
    message: `${input}: GitHub has removed this permission. The request leaves it out. Remove the line.`
  }
}

/** Reads the `permission-*` inputs. One misspelt name does not hide what else is wrong. */
function parseInputs(inputs: ReadonlyMap<string, string>): {
  readonly requested: readonly RequestedPermission[]
  readonly problems: readonly Problem[]
} {
  const requested: RequestedPermission[] = []
  const problems: Problem[] = []
  for (const [input, level] of inputs) {
    const name = /^permission-(.+)$/.exec(input)?.[1]
    if (name !== undefined) requested.push({ input, name, level })
    else {
      const meant = printable(meantInput(input, level) ?? 'permissions')
      const where = printable(input)
      problems.push({ kind: 'permission-unknown', what: 'input', where, meant, hasOthers: false })
    }
  }
  return { requested, problems }
}

/** Where a permission is requested, for a message: its input, or the line of `permissions`. */
function placeOf({ input, name }: RequestedPermission): string {
  return printable(input === 'permissions' ? `permissions: ${dashed(name)}` : input)
}

/** No level is longer than this. A longer text may be a secret. */
const MAX_LEVEL_LENGTH = 15

function malformedLevel(requested: RequestedPermission): Problem {
  const { name, level } = requested
  return {
    kind: 'permission-level-malformed',
    where: placeOf(requested),
    level: level.length > MAX_LEVEL_LENGTH ? undefined : printable(level),
    length: level.length,
    isExpression: isExpression(level),
    levels: KNOWN_PERMISSIONS.get(underscored(name)) ?? LEVELS
  }
}

function parseList(text: string): Parsed<readonly RequestedPermission[]> {
  if (text === '') return valid([])
  const entries = text.startsWith('{') ? jsonEntries(text) : lineEntries(text)
  if (!Array.isArray(entries)) {
    return invalid({ kind: 'permissions-unreadable', mistake: entries })
  }
  if (entries.length === 0) {
    return invalid({ kind: 'permissions-name-none', text: printable(text), hasOthers: false })
  }
  return valid(entries.map(([name, level]) => ({ input: 'permissions', name, level })))
}

function lineEntries(text: string): [string, string][] | PermissionsMistake {
  const entries: [string, string][] = []
  const lines = text.split(/\r\n|\r|\n/)
  for (const [index, line] of lines.entries()) {
    for (const item of splitList(line)) {
      const match = /^([^:=\s]+)\s*:\s*([^:\s]+)$/.exec(item)
      const [, name, level] = match ?? []
      if (name === undefined || level === undefined || SCOPES.test(item)) {
        return mistakeIn(text, item, lines.length > 1 ? index + 1 : undefined)
      }
      entries.push([name, level])
    }
  }
  return entries
}

/** Scopes of personal access tokens (classic). */
const SCOPES =
  /^(?:repo|workflow|gist|user|notifications|delete_repo|project|codespace|copilot|audit_log|(?:read|write|admin|delete|manage|repo|user):[a-z_]+)$/

function mistakeIn(text: string, item: string, line: number | undefined): PermissionsMistake {
  if (text.startsWith('[')) return { mistake: 'json-list', text: printable(text) }
  if (/^(?:write|admin)-all$/i.test(text)) return { mistake: 'every-level', text: printable(text) }
  if (SCOPES.test(item)) return { mistake: 'scopes', text: printable(item) }
  return { mistake: 'entry', text: printable(item), line, reason: entryMistake(item) }
}

function entryMistake(item: string): EntryMistake {
  if (/^[-*]\s/.test(item)) return 'dash'
  if (/^#|\s#/.test(item)) return 'comment'
  if (item.toLowerCase() === 'read-all') return 'read-all'
  if (/^\S+:\s*[^:\s]+\s+\S+:/.test(item)) return 'several'
  return item.includes(':') ? 'other' : 'no-colon'
}

function jsonEntries(text: string): [string, string][] | PermissionsMistake {
  try {
    // JSON that starts with a brace is an object.
    const parsed = JSON.parse(text) as Readonly<Record<string, unknown>>
    return Object.entries(parsed).map(([name, level]) => [
      name,
      typeof level === 'string' ? level : JSON.stringify(level)
    ])
  } catch {
    return { mistake: 'json', text: printable(text) }
  }
}

/** A permission's name as GitHub's API spells it: `pull_requests`. */
function underscored(name: string): string {
  return name.toLowerCase().replace(/-/g, '_')
}
