/** Reads one field of a JSON object; undefined where the value is no object. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

/** A field that is text; empty if it is not. */
export function textField(value: unknown, name: string): string {
  const found = field(value, name)
  return typeof found === 'string' ? found : ''
}

/** A field that is a list; empty if it is not. */
export function listField(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name)
  return Array.isArray(found) ? (found as unknown[]) : []
}

/** A field that is a positive whole number. */
export function idField(value: unknown, name: string): number | undefined {
  const found = field(value, name)
  return Number.isSafeInteger(found) && (found as number) > 0 ? (found as number) : undefined
}
