import { printable } from '../printable'
import { invalid, valid, type Parsed } from '../parsed'

/**
 * Reads a switch. Empty means off. What counts as true and false is YAML 1.2's core schema, as
 * `getBooleanInput` of `@actions/core` reads it. Problem: `boolean-malformed`.
 */
export function parseBoolean(input: string, text: string): Parsed<boolean> {
  if (['true', 'True', 'TRUE'].includes(text)) return valid(true)
  if (['', 'false', 'False', 'FALSE'].includes(text)) return valid(false)
  return invalid({
    code: 'boolean-malformed',
    title: `${input} is neither true nor false`,
    problem: `${input} is "${printable(text)}".`,
    fix: `set \`${input}: true\`, or remove it.`
  })
}
