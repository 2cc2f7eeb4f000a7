import { KNOWN_PERMISSIONS } from './permission-list'

/** How far a permission reaches. `write` includes `read`, `admin` includes `write`. */
export const LEVELS = ['read', 'write', 'admin'] as const

/** One of GitHub's levels of a permission. */
export type Level = (typeof LEVELS)[number]

/** Permissions as GitHub's API spells them: names with underscores, to levels. */
export type Permissions = Readonly<Record<string, Level>>

/** What the tokens may do. */
export type RequestedPermissions =
  /** No permission is named: everything that the installation was granted. */
  | { readonly kind: 'everything' }
  /** Everything that the installation was granted, only to read. */
  | { readonly kind: 'read-all' }
  | { readonly kind: 'listed'; readonly permissions: Permissions }

/** Whether a text is one of the levels. */
export function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text)
}

/** Whether the first level gives at least what the second does. */
export function covers(level: Level, other: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(other)
}

/** The level of one permission. `hasOwn`, because a name can be `constructor`. */
export function levelOf(permissions: Permissions, name: string): Level | undefined {
  return Object.hasOwn(permissions, name) ? permissions[name] : undefined
}

/** Everything that was granted, at its read level; what can only be written is left out. */
export function readLevels(granted: Permissions): Permissions {
  const readable = Object.keys(granted).filter(
    (name) => KNOWN_PERMISSIONS.get(name)?.includes('read') ?? true
  )
  return Object.fromEntries(readable.map((name) => [name, 'read'] as const))
}

/** A permission's name as people write it in a workflow: `pull-requests`. */
export function dashed(name: string): string {
  return name.replace(/_/g, '-')
}
