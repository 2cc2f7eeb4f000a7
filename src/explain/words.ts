import { printable } from '../printable'

/** What GitHub said, fit to be quoted. The sentence around it has its own full stop. */
export function quote(message: string, longest?: number): string {
  return `"${printable(message, longest).replace(/\.$/, '')}"`
}

/** How often something was tried, for sentences: in words as far as a request is repeated. */
export function times(count: number): string {
  const words = ['never', 'once', 'twice', 'three times', 'four times']
  const [word = `${count} times`] = words.slice(count)
  return word
}

/** A count with its noun. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** Names for a sentence: `jwt`, or `private-key, private-key-file and jwt`. */
export function joined(names: readonly string[]): string {
  const others = names.slice(0, -1)
  const last = names.slice(-1).join()
  return others.length === 0 ? last : `${others.join(', ')} and ${last}`
}

/** At most this many names are in a sentence. The others are counted. */
const MAX_LISTED = 10

/** Names for a sentence: `hello, lib`, or the first few `and 40 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - MAX_LISTED
  const shown = names.slice(0, MAX_LISTED).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}
