import type { Problem } from './problems/problem'

/** Something the reader should know that does not stop the step. */
export interface LogMessage {
  readonly level: 'notice' | 'warning'
  readonly message: string
}

/**
 * What became of an input: a value with messages about it, or every problem found. Problems are
 * collected rather than thrown, so that one run reports all of them.
 */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly messages: readonly LogMessage[] }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] }

/** A usable input. */
export function valid<T>(value: T, messages: readonly LogMessage[] = []): Parsed<T> {
  return { ok: true, value, messages }
}

/** An input that cannot be used, and why. */
export function invalid<T>(first: Problem, ...rest: readonly Problem[]): Parsed<T> {
  return { ok: false, problems: [first, ...rest] }
}

/** An input with every problem that was found; undefined if there is none. */
export function invalidIfAny<T>(problems: Iterable<Problem>): Parsed<T> | undefined {
  const [first, ...rest] = problems
  return first === undefined ? undefined : { ok: false, problems: [first, ...rest] }
}

/** Changes the value of an input that is usable. */
export function map<T, U>(parsed: Parsed<T>, change: (value: T) => U): Parsed<U> {
  return parsed.ok ? valid(change(parsed.value), parsed.messages) : parsed
}

/**
 * All of several inputs, or every problem in any of them, in the order of the keys. A problem that
 * several inputs share is reported once.
 */
export function combine<T extends object>(parts: {
  readonly [K in keyof T]: Parsed<T[K]>
}): Parsed<T> {
  const problems: Problem[] = []
  const messages: LogMessage[] = []
  const values: Partial<Record<keyof T, unknown>> = {}
  for (const key of Object.keys(parts) as (keyof T)[]) {
    const part = parts[key]
    if (part.ok) {
      values[key] = part.value
      append(messages, part.messages)
    } else {
      append(problems, part.problems)
    }
  }
  return invalidIfAny(new Set(problems)) ?? valid(values as T, messages)
}

/** Adds items one by one: an input can have more problems than a call can have arguments. */
function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item)
}

/** All of a list of inputs, or every problem in any of them. */
export function combineList<T>(parts: readonly Parsed<T>[]): Parsed<readonly T[]> {
  const byPlace = Object.fromEntries(parts.entries()) as Readonly<Record<string, Parsed<T>>>
  return map(combine<Readonly<Record<string, T>>>(byPlace), (values) => Object.values(values))
}
