import { isLevel, type Permissions } from '../config/permissions'
import { field } from '../json'

/** A field that is an object of permissions; entries that are none are dropped. */
export function permissionsField(value: unknown, name: string): Permissions {
  const entries = Object.entries(field(value, name) ?? {}) as [string, unknown][]
  return Object.fromEntries(
    entries.flatMap(([key, level]) =>
      typeof level === 'string' && isLevel(level) ? [[key, level] as const] : []
    )
  )
}
