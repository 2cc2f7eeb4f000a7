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

/** Rules search in messages, and a hostile server must not make that take minutes. */
const MAX_MESSAGE_LENGTH = 10_000

/** The part of a message that is read. */
export function messageText(message: string): string {
  return message.slice(0, MAX_MESSAGE_LENGTH)
}

/** A field that is a message; empty if it is not. */
export function messageField(value: unknown, name: string): string {
  return messageText(textField(value, name))
}

/** A field that is a list; empty if it is not. */
export function listField(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name)
  return Array.isArray(found) ? (found as unknown[]) : []
}

/** A field that is a positive whole number. */
export function positiveIntegerField(value: unknown, name: string): number | undefined {
  const found = field(value, name)
  return Number.isSafeInteger(found) && (found as number) > 0 ? (found as number) : undefined
}
