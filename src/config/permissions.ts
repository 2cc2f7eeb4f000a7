import type { Explanation } from '../explanation'
import { printable } from '../printable'
import { splitList, nearMiss } from './names'
import { invalid, invalidAll, map, valid, type Parsed, type Remark } from '../parsed'
import { KNOWN_PERMISSIONS, RETIRED_PERMISSIONS } from './permission-list'

/** How far a permission reaches. `write` includes `read`, `admin` includes `write`. */
export const LEVELS = ['read', 'write', 'admin'] as const

/** One of GitHub's levels of a permission. */
export type Level = (typeof LEVELS)[number]

/** Permissions as GitHub's API spells them: names with underscores, to levels. */
export type Permissions = Readonly<Record<string, Level>>

/** What the tokens shall be allowed to do. */
export type Rights =
  /** None were named: everything the installation was granted. */
  | { readonly kind: 'everything' }
  /** Everything the installation was granted, but only to read. */
  | { readonly kind: 'read-all' }
  | { readonly kind: 'listed'; readonly permissions: Permissions }

/** One permission as the workflow wrote it. */
interface Wish {
  /** The input and name as a person would look for them, such as `permission-contents`. */
  readonly where: string
  readonly name: string
  readonly level: string
}

/** One permission as it can be sent. */
interface Asked {
  /** The wish it came from. */
  readonly wish: Wish
  readonly name: string
  readonly level: Level
}

/** GitHub has less than a hundred. */
const MOST_PERMISSIONS = 500

/** Whether a text is one of the levels. */
export function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text)
}

/** Whether the first level gives at least what the second does. */
export function covers(level: Level, other: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(other)
}

/** The level of one permission; a name such as `constructor` is looked for among them only. */
export function levelOf(permissions: Permissions, name: string): Level | undefined {
  return Object.hasOwn(permissions, name) ? permissions[name] : undefined
}

/**
 * Reads what the tokens shall be allowed to do: `permissions: read-all` alone, or as
 * {@link parsePermissions} does. Problems: those of that, and `permission-conflict`.
 */
export function parseRights(
  permissions: string,
  inputs: ReadonlyMap<string, string>
): Parsed<Rights> {
  if (permissions.toLowerCase() !== 'read-all') {
    return map(parsePermissions(permissions, inputs), (listed) =>
      listed === undefined ? { kind: 'everything' } : { kind: 'listed', permissions: listed }
    )
  }
  const [other] = inputs.keys()
  if (other === undefined) return valid({ kind: 'read-all' })
  return invalid({
    code: 'permission-conflict',
    title: 'permissions is read-all, and more is asked for',
    problem: `permissions is read-all, and ${printable(other)} is set as well.`,
    fix: 'remove one of the two; to read everything and write something, list all permissions that the job needs.'
  })
}

/** Everything that was granted, at its read level; what can only be written is left out. */
export function readLevels(granted: Permissions): Permissions {
  const readable = Object.keys(granted).filter(
    (name) => KNOWN_PERMISSIONS.get(name)?.includes('read') ?? true
  )
  return Object.fromEntries(readable.map((name) => [name, 'read'] as const))
}

/**
 * Reads what permissions the token shall have, from `permissions` and from every `permission-<name>`
 * input. Undefined: none were named, so the token gets all that the installation was granted.
 * A name outside GitHub's published list draws a warning and is sent, since GitHub may know it
 * before the list does; one that is nearly a listed name is a problem.
 * Problems: `permission-malformed`, `permission-unknown`, `permission-conflict`.
 *
 * @param permissions the input `permissions`: lines or a comma list of `name: level`, or JSON
 * @param inputs every input that is set and whose name begins with `permission`, but `permissions`
 *   itself, by its lower-case name as the workflow has it (`permission-contents`)
 */
export function parsePermissions(
  permissions: string,
  inputs: ReadonlyMap<string, string>
): Parsed<Permissions | undefined> {
  if (inputs.size > MOST_PERMISSIONS) return invalid(tooMany(inputs.size))
  const list = parseList(permissions)
  const named = parseInputs(inputs)
  const wishes = [...(list.ok ? list.value : []), ...named.wishes]
  const settled = settle(wishes)
  const refused = invalidAll<Permissions>([
    ...(list.ok ? [] : list.problems),
    ...named.problems,
    ...(settled.ok ? [] : settled.problems)
  ])
  return refused ?? settled
}

/** Takes the wishes together: known names, known levels, no contradiction. */
function settle(wishes: readonly Wish[]): Parsed<Permissions | undefined> {
  if (wishes.length > MOST_PERMISSIONS) return invalid(tooMany(wishes.length))
  const problems: Explanation[] = []
  const remarks: Remark[] = []
  const asked = new Map<string, Asked>()
  for (const wish of wishes) {
    const read = readWish(wish)
    if (!read.ok) {
      problems.push(...read.problems)
      continue
    }
    const { name, level } = read.value
    const earlier = asked.get(name)
    if (earlier !== undefined && earlier.level !== level) {
      problems.push(twoLevels(earlier, read.value))
    } else if (RETIRED_PERMISSIONS.has(name)) {
      remarks.push(retired(wish))
    } else {
      remarks.push(...drift(read.value))
      asked.set(name, read.value)
    }
  }
  const refused = invalidAll<Permissions>(problems)
  if (refused !== undefined) return refused
  if (wishes.length === 0) return valid(undefined)
  // Where only retired permissions were named, an empty request would mean "everything".
  if (asked.size === 0) return valid({ metadata: 'read' }, remarks)
  const entries = [...asked].map(([name, { level }]) => [name, level] as const)
  return valid(Object.fromEntries(entries), remarks)
}

function readWish(wish: Wish): Parsed<Asked> {
  const name = underscored(wish.name)
  const level = wish.level.toLowerCase()
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(name)) return invalid(malformedName(wish))
  if (!isLevel(level)) return invalid(malformedLevel(wish))
  if (!KNOWN_PERMISSIONS.has(name) && !RETIRED_PERMISSIONS.has(name)) {
    const meant = nearMiss(name, KNOWN_PERMISSIONS.keys())
    if (meant !== undefined) return invalid(unknown(label(wish), rename(wish, meant)))
  }
  return valid({ wish, name, level })
}

function tooMany(count: number): Explanation {
  return {
    code: 'permission-malformed',
    title: 'Too many permissions',
    problem: `${count} permissions are named, which is more than GitHub has.`,
    fix: 'name each permission once, and only those that the job needs.'
  }
}

function twoLevels(one: Asked, other: Asked): Explanation {
  return {
    code: 'permission-conflict',
    title: 'A permission is asked for at two levels',
    problem: `${dashed(one.name)} is asked for twice: ${one.level} by ${one.wish.where}, ${other.level} by ${other.wish.where}.`,
    fix: 'keep one of the two.'
  }
}

function drift({ wish, name, level }: Asked): Remark[] {
  const known = KNOWN_PERMISSIONS.get(name)
  if (known === undefined) {
    return [
      {
        level: 'warning',
        message: `${wish.where}: "${dashed(name)}" is not in GitHub's published list of permissions. It is sent as it stands; GitHub may know it.`
      }
    ]
  }
  if (known.includes(level)) return []
  return [
    {
      level: 'warning',
      message: `${wish.where}: GitHub's published list knows ${dashed(name)} as ${known.join(' or ')}, not ${level}. It is sent as it stands.`
    }
  ]
}

function retired(wish: Wish): Remark {
  return {
    level: 'warning',
    message: `${wish.where}: GitHub has dropped this permission. It is left out of the request; remove the line.`
  }
}

/** The wishes, and the inputs that are none: one misspelt name does not hide what else is wrong. */
function parseInputs(inputs: ReadonlyMap<string, string>): {
  readonly wishes: readonly Wish[]
  readonly problems: readonly Explanation[]
} {
  const wishes: Wish[] = []
  const problems: Explanation[] = []
  for (const [input, level] of inputs) {
    const name = /^permission-(.+)$/.exec(input)?.[1]
    if (name === undefined) problems.push(unknown(input, rightInput(input)))
    else wishes.push({ where: input, name, level })
  }
  return { wishes, problems }
}

/** The input a misspelt one was meant to be: `permissions-contents` means `permission-contents`. */
function rightInput(input: string): string {
  const name = input.replace(/^permissions?[-_ ]?/, '').replace(/[_ ]/g, '-')
  if (name === '') return 'permissions'
  const meant = nearMiss(name.replace(/-/g, '_'), KNOWN_PERMISSIONS.keys())
  return `permission-${meant === undefined ? name : dashed(meant)}`
}

function rename(wish: Wish, meant: string): string {
  return wish.where === 'permissions' ? dashed(meant) : `permission-${dashed(meant)}`
}

function unknown(where: string, right: string): Explanation {
  return {
    code: 'permission-unknown',
    title: 'A permission is misspelt',
    problem: `${printable(where)} is not a permission that GitHub knows. Passed over, it would ask for nothing, and a token for which nothing is asked gets every permission.`,
    fix: `write \`${printable(right)}\`.`
  }
}

function malformedName(wish: Wish): Explanation {
  return {
    code: 'permission-malformed',
    title: 'A permission has no name',
    problem: `${printable(wish.where)}: "${printable(wish.name)}" cannot be the name of a permission.`,
    fix: 'write one permission a line, such as `contents: read`.'
  }
}

/** How a wish is named in a message: its input, or the line of `permissions`. */
function label(wish: Wish): string {
  return wish.where === 'permissions' ? `permissions: ${dashed(wish.name)}` : wish.where
}

/** Something long is no level but something else, which may be secret. */
function shownLevel(level: string): string {
  return level.length < 16 ? `"${printable(level)}"` : `${level.length} characters long`
}

function malformedLevel(wish: Wish): Explanation {
  const known = KNOWN_PERMISSIONS.get(underscored(wish.name)) ?? LEVELS
  return {
    code: 'permission-malformed',
    title: 'A permission has no such level',
    problem: `${printable(label(wish))} is ${shownLevel(wish.level)}, which is not a level.`,
    fix:
      wish.level.toLowerCase() === 'none'
        ? 'leave the permission out; a token has only those that are named, and metadata: read.'
        : `use ${known.join(' or ')}.`
  }
}

/** A permission's name as GitHub's API spells it: `pull_requests`. */
function underscored(name: string): string {
  return name.toLowerCase().replace(/-/g, '_')
}

/** A permission's name as people write it in a workflow: `pull-requests`. */
export function dashed(name: string): string {
  return name.replace(/_/g, '-')
}

function parseList(text: string): Parsed<readonly Wish[]> {
  if (text === '') return valid([])
  const entries = text.startsWith('{') ? jsonEntries(text) : lineEntries(text)
  if (entries === undefined) return invalid(malformedList(text))
  if (entries.length === 0) {
    return invalid({
      code: 'permission-malformed',
      title: 'permissions names none',
      problem: `permissions is "${printable(text)}": it is set, but names no permission, and GitHub would read that as every permission.`,
      fix: 'name what the job needs, such as `contents: read`, or remove `permissions` if the token shall have everything.'
    })
  }
  return valid(entries.map(([name, level]) => ({ where: 'permissions', name, level })))
}

function malformedList(text: string): Explanation {
  return {
    code: 'permission-malformed',
    title: 'permissions cannot be read',
    problem: `permissions is "${printable(text)}", which is no list of permissions.`,
    fix: 'write one permission a line, such as `contents: read`; or `contents: read, issues: write`; or JSON: {"contents": "read"}.'
  }
}

function lineEntries(text: string): [string, string][] | undefined {
  const entries: [string, string][] = []
  for (const item of splitList(text)) {
    const match = /^([^:=\s]+)\s*:\s*([^:\s]+)$/.exec(item)
    if (match?.[1] === undefined || match[2] === undefined) return undefined
    entries.push([match[1], match[2]])
  }
  return entries
}

function jsonEntries(text: string): [string, string][] | undefined {
  try {
    // JSON that starts with a brace is an object.
    const parsed = JSON.parse(text) as Readonly<Record<string, unknown>>
    return Object.entries(parsed).map(([name, level]) => [
      name,
      typeof level === 'string' ? level : JSON.stringify(level)
    ])
  } catch {
    return undefined
  }
}
