/** Policies of AWS, as far as the action writes them. */

/** The statements of a policy. */
export type Policy = readonly Statement[]

/** What a statement allows. */
export interface Statement {
  readonly actions: readonly string[]
  /** An ARN; `*` matches anything. */
  readonly resource: string
  /** What each condition key must be. */
  readonly conditions: Readonly<Record<string, string>>
}

/** What a policy decides on. */
export interface PolicyRequest {
  readonly action: string
  readonly resource: string
  /** The condition keys of the request. */
  readonly keys: Readonly<Record<string, string>>
}

/** Whether one of the statements allows a request. */
export function isAllowed(policy: Policy, { action, resource, keys }: PolicyRequest): boolean {
  return policy.some(
    (statement) =>
      statement.actions.includes(action) &&
      new RegExp(`^${statement.resource.split('*').map(escaped).join('.*')}$`).test(resource) &&
      Object.entries(statement.conditions).every(([name, value]) => keys[name] === value)
  )
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** Reads a policy document. Undefined if it has something that is not known here. */
export function readPolicy(text: string): Policy | undefined {
  if (text.length > 2048) return undefined
  try {
    const { Version, Statement: statements } = JSON.parse(text) as Document
    return Version === '2012-10-17' && statements.every(isKnown)
      ? statements.map(({ Action, Resource, Condition }) => ({
          actions: [Action],
          resource: Resource,
          conditions: Condition?.StringEquals ?? {}
        }))
      : undefined
  } catch {
    return undefined
  }
}

interface Document {
  readonly Version: string
  readonly Statement: readonly WrittenStatement[]
}

interface WrittenStatement {
  readonly Effect: string
  readonly Action: string
  readonly Resource: string
  readonly Condition?: { readonly StringEquals: Readonly<Record<string, string>> }
}

function isKnown(statement: WrittenStatement): boolean {
  const { Effect, Action, Resource, Condition } = statement
  const hasOnly = (value: object, names: readonly string[]): boolean =>
    Object.keys(value).every((name) => names.includes(name))
  return (
    Effect === 'Allow' &&
    [Action, Resource].every((part) => typeof part === 'string') &&
    hasOnly(statement, ['Effect', 'Action', 'Resource', 'Condition']) &&
    (Condition === undefined || hasOnly(Condition, ['StringEquals']))
  )
}
