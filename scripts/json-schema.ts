/** From the schemas of OpenAPI 3.0, a dialect of its own, to JSON Schema as AJV 8 reads it. */
import type { Json, JsonObject } from './openapi-source'

// Words that say what a valid value is. `nullable` is turned into a union instead.
const ASSERTIONS = new Set(
  (
    '$ref type enum format pattern required additionalProperties minimum maximum minLength maxLength ' +
    'minItems maxItems uniqueItems'
  ).split(' ')
)
const LISTS_OF_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf'])
// Words that assert nothing; `discriminator` only repeats what its `oneOf` says.
const ANNOTATIONS = new Set(
  'title description default example examples deprecated readOnly externalDocs discriminator'.split(
    ' '
  )
)

/**
 * Normalises one schema: `nullable` (with a `type` or without, beside `$ref`, `allOf` and the
 * like) becomes a union with null, and what asserts nothing is dropped. An unknown word throws,
 * so that nothing gets lost in silence when GitHub's description changes.
 */
export function jsonSchema(schema: Json): JsonObject {
  const normalised: JsonObject = {}
  for (const [word, value] of Object.entries(object(schema))) {
    if (word === 'nullable' || word.startsWith('x-') || ANNOTATIONS.has(word)) continue
    normalised[word] = normalisedWord(word, value)
  }
  return object(schema)['nullable'] === true ? orNull(normalised) : normalised
}

function normalisedWord(word: string, value: Json): Json {
  if (word === 'properties') {
    return Object.fromEntries(
      Object.entries(object(value)).map(([name, each]) => [name, jsonSchema(each)])
    )
  }
  if (word === 'items' || (word === 'additionalProperties' && isObject(value))) {
    return jsonSchema(value)
  }
  if (LISTS_OF_SCHEMAS.has(word) && Array.isArray(value)) return value.map(jsonSchema)
  if (ASSERTIONS.has(word)) return value
  throw new Error(`an OpenAPI schema with the unknown word ${word}`)
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
  return Object.entries(value).flatMap(([word, inner]) =>
    word === '$ref' && typeof inner === 'string'
      ? [inner.replace('#/components/schemas/', '')]
      : references(inner)
  )
}

/** Whether a JSON value is an object, not a list or null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Takes a JSON value for an object, or throws. */
export function object(value: Json): JsonObject {
  if (!isObject(value)) throw new Error(`${JSON.stringify(value)} is not an object`)
  return value
}
