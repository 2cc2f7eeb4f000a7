/** Compares requests to Google's APIs and their answers with Google's own discovery documents. */
import Ajv, { type AnySchema } from 'ajv'
import description from './google-apis.json'

/** A method of Google's APIs that the action calls. */
export type GoogleMethod = keyof typeof description.methods

/** What a method is, in Google's words. */
export interface GoogleMethodDescription {
  /** The address of its service, with a slash at the end. */
  readonly host: string
  readonly httpMethod: string
  /** With `{+name}` for the name of what it works on. */
  readonly path: string
  /** The pattern of that name; null if there is none. */
  readonly name: string | null
  /** One of these an access token must have; null if the method takes none. */
  readonly scopes: readonly string[] | null
  readonly request: AnySchema | null
  readonly response: AnySchema
}

/** Each method by its name. */
export const GOOGLE_METHODS: Readonly<Record<GoogleMethod, GoogleMethodDescription>> =
  description.methods

const ajv = new Ajv({ allErrors: true })
ajv.addVocabulary(['components'])

/** Each difference of a request's body from Google's description; none if there is no difference. */
export function checkGoogleRequest(method: GoogleMethod, body: unknown): string[] {
  const { request } = GOOGLE_METHODS[method]
  if (request === null) return body === null ? [] : ['request: this method takes no body']
  return errorsOf(request, body, 'request')
}

/** Each difference of a successful answer. */
export function checkGoogleResponse(method: GoogleMethod, body: unknown): string[] {
  return errorsOf(GOOGLE_METHODS[method].response, body, 'answer')
}

/** The path of a method as a pattern, whose parentheses match the name. */
export function googlePath(method: GoogleMethod): RegExp {
  const { path, name } = GOOGLE_METHODS[method]
  const inner = (name ?? '').replace(/^\^|\$$/g, '')
  return new RegExp(`^/${path.replace('{+name}', `(${inner})`)}$`)
}

function errorsOf(schema: AnySchema, value: unknown, what: string): string[] {
  const validate = ajv.compile({ components: description.components, allOf: [schema] })
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message = 'differs' }) => `${what}${instancePath}: ${message}`
  )
}
