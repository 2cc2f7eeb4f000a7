/** Converts schemas of OpenAPI 3.0 to JSON Schema for AJV 8. */
import type { Json, JsonObject } from './openapi-source'

// Keywords that limit which values are valid. `nullable` is not among them: it becomes a union.
const ASSERTIONS = new Set(
  (
    '$ref type enum format pattern required additionalProperties minimum maximum minLength maxLength ' +
    'minItems maxItems uniqueItems'
  ).split(' ')
)
const LISTS_OF_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf'])
// Keywords that limit nothing. `discriminator` only repeats what its `oneOf` says.
const ANNOTATIONS = new Set(
  'title description default example examples deprecated readOnly externalDocs discriminator'.split(
    ' '
  )
)

/**
 * Converts one schema. `nullable` becomes a union with null, and keywords that limit nothing are left
 * out. An unknown keyword is an error, so that no change of GitHub's description is missed.
 */
export function jsonSchema(schema: Json): JsonObject {
  const converted: JsonObject = {}
  for (const [keyword, value] of Object.entries(object(schema))) {
    if (keyword === 'nullable' || keyword.startsWith('x-') || ANNOTATIONS.has(keyword)) continue
    converted[keyword] = convertKeyword(keyword, value)
  }
  return object(schema)['nullable'] === true ? orNull(converted) : converted
}

function convertKeyword(keyword: string, value: Json): Json {
  if (keyword === 'properties') {
    return Object.fromEntries(
      Object.entries(object(value)).map(([name, each]) => [name, jsonSchema(each)])
    )
  }
  if (keyword === 'items' || (keyword === 'additionalProperties' && isObject(value))) {
    return jsonSchema(value)
  }
  if (LISTS_OF_SCHEMAS.has(keyword) && Array.isArray(value)) return value.map(jsonSchema)
  if (ASSERTIONS.has(keyword)) return value
  throw new Error(`The OpenAPI schema has the unknown keyword ${keyword}.`)
}

function orNull(schema: JsonObject): JsonObject {
  const { type, ...others } = schema
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  if (!Array.isArray(others['enum'])) return { type: [type, 'null'], ...others }
  return { type: [type, 'null'], ...others, enum: [...others['enum'], null] }
}

/** The names of the component schemas that a value refers to, at any depth. */
export function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([keyword, inner]) =>
    keyword === '$ref' && typeof inner === 'string'
      ? [inner.replace('#/components/schemas/', '')]
      : references(inner)
  )
}

/** Whether a JSON value is an object, not a list or null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns a JSON value that is an object, or throws. */
export function object(value: Json): JsonObject {
  if (!isObject(value)) throw new Error(`${JSON.stringify(value)} is not an object.`)
  return value
}
