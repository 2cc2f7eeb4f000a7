/**
 * Writes `local/github/openapi.json`: the routes that the embedded GitHub serves, as GitHub's OpenAPI
 * descriptions have them, with their schemas as JSON Schema.
 *
 *     npx tsx scripts/generate-openapi.ts [folder of an unpacked @octokit/openapi]
 */
import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { jsonSchema, isObject, object, references } from './json-schema'
import {
  openDescriptions,
  type Descriptions,
  type Json,
  type JsonObject,
  type OpenApiDocument
} from './openapi-source'

const TARGET = join(__dirname, '..', 'local', 'github', 'openapi.json')

// If both describe a route or a schema, the first one counts.
const DESCRIPTIONS = ['api.github.com', 'ghec']

const ROUTES = [
  'GET /app',
  'GET /app/installation-requests',
  'POST /app-manifests/{code}/conversions',
  'GET /app/installations',
  'GET /app/installations/{installation_id}',
  'POST /app/installations/{installation_id}/access_tokens',
  'GET /enterprises/{enterprise}/installation',
  'GET /installation/repositories',
  'DELETE /installation/token',
  'GET /orgs/{org}/installation',
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/installation',
  'GET /users/{username}',
  'GET /users/{username}/installation'
]

// Every route can answer with these errors, although some routes do not refer to them.
const ALWAYS = ['basic-error', 'validation-error']

/** What one route accepts and answers. */
interface RouteDescription {
  /** Schema of the query as an object of strings and numbers. */
  readonly query: Json
  /** Schema of the JSON body; `null` if the route takes none. */
  readonly body: Json
  /** From a documented status to the schema of its JSON body; `null` if it has none. */
  readonly responses: Record<string, Json>
}

async function main(): Promise<void> {
  const descriptions = await openDescriptions(process.argv[2])
  try {
    const text = JSON.stringify(subset(descriptions))
    const style = (await resolveConfig(TARGET)) ?? {}
    await writeFile(TARGET, await format(text, { ...style, parser: 'json' }))
    console.log(`${relative(process.cwd(), TARGET)}: ${ROUTES.length} routes`)
  } finally {
    await descriptions.close()
  }
}

function subset(descriptions: Descriptions): object {
  const documents = DESCRIPTIONS.map((name) => descriptions.load(name))
  const routes = Object.fromEntries(ROUTES.map((route) => [route, describe(route, documents)]))
  correctList(routes['GET /app/installations'])
  return {
    source: `@octokit/openapi@${descriptions.version}: ${DESCRIPTIONS.join(', ')}`,
    routes,
    components: { schemas: reachedSchemas(routes, documents) }
  }
}

function describe(route: string, documents: OpenApiDocument[]): RouteDescription {
  const [method = '', path = ''] = route.split(' ')
  for (const document of documents) {
    const operation = document.paths[path]?.[method.toLowerCase()]
    if (operation === undefined) continue
    const { parameters, requestBody, responses } = object(operation)
    return {
      query: querySchema(parameters ?? [], document),
      body: requestBody === undefined ? null : bodySchema(requestBody, document),
      responses: Object.fromEntries(
        Object.entries(object(responses ?? {})).map(([status, response]) => [
          status,
          bodySchema(response, document)
        ])
      )
    }
  }
  throw new Error(`No description has the route ${route}.`)
}

/**
 * GitHub describes each account in this list as a user and an enterprise at the same time (`allOf`),
 * which no answer is. The schema `installation` describes the entries as they are.
 */
function correctList(list: RouteDescription | undefined): void {
  const schema = object(list?.responses['200'] ?? null)
  const account = object(
    object(object(schema['items'] ?? null)['properties'] ?? null)['account'] ?? null
  )
  if (!JSON.stringify(account).includes('"allOf"')) {
    throw new Error(
      'GitHub has corrected the description of GET /app/installations: remove correctList'
    )
  }
  schema['items'] = { $ref: '#/components/schemas/installation' }
}

function querySchema(parameters: Json, document: OpenApiDocument): JsonObject {
  const properties: JsonObject = {}
  for (const entry of Array.isArray(parameters) ? parameters : []) {
    const parameter = resolve(entry, document)
    if (parameter['in'] !== 'query' || typeof parameter['name'] !== 'string') continue
    properties[parameter['name']] = jsonSchema(parameter['schema'] ?? {})
  }
  return { type: 'object', properties, additionalProperties: false }
}

function bodySchema(holder: Json, document: OpenApiDocument): Json {
  const { content } = resolve(holder, document)
  const json = isObject(content) ? content['application/json'] : undefined
  return isObject(json) ? jsonSchema(json['schema'] ?? {}) : null
}

/** Follows a reference to a component such as `#/components/responses/not_found`. */
function resolve(value: Json, document: OpenApiDocument): JsonObject {
  const { $ref } = object(value)
  if (typeof $ref !== 'string') return object(value)
  const [, , kind = '', name = ''] = $ref.split('/')
  const component = document.components[kind]?.[name]
  if (component === undefined) throw new Error(`There is nothing at ${$ref}.`)
  return component
}

function reachedSchemas(routes: object, documents: OpenApiDocument[]): JsonObject {
  const schemas: JsonObject = {}
  const remaining = [...ALWAYS, ...references(routes as JsonObject)]
  for (let name = remaining.pop(); name !== undefined; name = remaining.pop()) {
    if (schemas[name] !== undefined) continue
    const schema = mergedSchema(name, documents)
    schemas[name] = schema
    remaining.push(...references(schema))
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * The schema from the first description that has it. The permissions of an App come from all
 * descriptions, because Enterprise Cloud has some that github.com does not have.
 */
function mergedSchema(name: string, documents: OpenApiDocument[]): JsonObject {
  const found = documents.flatMap((document) => document.components['schemas']?.[name] ?? [])
  const [first] = found
  if (first === undefined) throw new Error(`No description has the schema ${name}.`)
  const schema = jsonSchema(first)
  if (name !== 'app-permissions') return schema
  const properties = found.map((each) => object(jsonSchema(each)['properties'] ?? {})).reverse()
  return { ...schema, properties: Object.assign({}, ...properties) as JsonObject }
}

void main()
