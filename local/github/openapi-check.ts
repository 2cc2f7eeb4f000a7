/** Compares a request and its answer with GitHub's own OpenAPI description. */
import Ajv, { type AnySchema, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Exchange } from './exchange'
import description from './openapi.json'
import { NO_USER_AGENT } from './request-checks'

/** The part of an exchange that is checked. */
export type CheckedExchange = Pick<
  Exchange,
  'route' | 'method' | 'path' | 'query' | 'requestBody' | 'fault' | 'status' | 'responseBody'
>

interface RouteDescription {
  readonly query: AnySchema
  readonly body: AnySchema | null
  readonly responses: Readonly<Record<string, AnySchema | null>>
}

// GitHub redirects to these routes. Its description has them only with the repository's name.
const ALIASES: Readonly<Record<string, string>> = {
  'GET /repositories/{repository_id}/installation': 'GET /repos/{owner}/{repo}/installation',
  'GET /repositories/{repository_id}': 'GET /repos/{owner}/{repo}'
}

// GraphQL has a description of its own.
const GRAPHQL = 'POST /graphql'

// Every route can answer with these, but most of the description leaves them out.
const ERRORS_EVERYWHERE = [400, 401, 403, 404, 422, 429]

const ROUTES: Readonly<Record<string, RouteDescription | undefined>> = description.routes
const BASIC_ERROR: AnySchema = { $ref: '#/components/schemas/basic-error' }

const bodies = newAjv(false)
const queries = newAjv(true)
const validators = new WeakMap<object, ValidateFunction>()

function newAjv(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictRequired: false,
    coerceTypes,
    // It takes as long as the rest of the compilation, and each schema checks only a few answers.
    code: { optimize: false }
  })
  ajv.addVocabulary(['components'])
  addFormats(ajv)
  return ajv
}

/** Each difference from GitHub's description; none if there is no difference. */
export function checkExchange(exchange: CheckedExchange): string[] {
  const name = exchange.route ?? ''
  if (name === GRAPHQL) return []
  const route = ROUTES[ALIASES[name] ?? name]
  if (route === undefined) return [`${exchange.method} ${exchange.path}: not a route of GitHub's`]
  const violations = [...checkRequest(exchange, route), ...checkResponse(exchange, route)]
  return violations.map((violation) => `${name}: ${violation}`)
}

function checkRequest({ query, requestBody }: CheckedExchange, route: RouteDescription): string[] {
  // A copy, because the check changes strings in it to numbers.
  const queryErrors = errorsOf(queries, route.query, { ...query }, 'query')
  if (requestBody === null) return queryErrors
  if (route.body === null) return [...queryErrors, 'request body: this route takes none']
  return [...queryErrors, ...errorsOf(bodies, route.body, requestBody, 'request body')]
}

function checkResponse(exchange: CheckedExchange, route: RouteDescription): string[] {
  const { status, responseBody, fault } = exchange
  if (fault !== null || responseBody === NO_USER_AGENT) return []
  if (status === null) return ['no response']
  const schema = responseSchema(route, status)
  if (schema === undefined) return [`status ${status} is not documented`]
  if (schema === null) return responseBody === null ? [] : [`response ${status}: has a body`]
  return errorsOf(bodies, schema, responseBody, `response ${status}`)
}

function responseSchema(route: RouteDescription, status: number): AnySchema | null | undefined {
  const documented = route.responses[String(status)]
  if (documented !== undefined) return documented
  const isError = ERRORS_EVERYWHERE.includes(status) || status >= 500
  return isError ? BASIC_ERROR : undefined
}

function errorsOf(ajv: Ajv, schema: AnySchema, value: unknown, what: string): string[] {
  const validate = validatorOf(ajv, schema)
  if (validate(value)) return []
  const errors = validate.errors ?? []
  return errors.map((error) => `${what}${error.instancePath}: ${error.message ?? error.keyword}`)
}

/** Compiles a schema once, together with the components that it refers to. */
function validatorOf(ajv: Ajv, schema: AnySchema): ValidateFunction {
  if (typeof schema === 'boolean') return ajv.compile(schema)
  const known = validators.get(schema)
  if (known !== undefined) return known
  const validate = ajv.compile({ components: description.components, allOf: [schema] })
  validators.set(schema, validate)
  return validate
}
