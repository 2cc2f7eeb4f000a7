/** What authorizes a request. */
export interface Authorization {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** What is secret in the request. It is removed from the answer. */
  readonly secrets: readonly string[]
}

/** `Authorization: Bearer`, as RFC 6750 has it. */
export function bearerAuthorization(credential: string): Authorization {
  return { headers: { authorization: `Bearer ${credential}` }, secrets: [credential] }
}

/** The body of a request, as it is sent. */
export interface RequestBody {
  readonly contentType: string
  readonly text: string
}

/** A body in JSON. */
export function jsonBody(value: unknown): RequestBody {
  return { contentType: 'application/json', text: JSON.stringify(value) }
}

/** A body as HTML forms send it. */
export function formBody(fields: Readonly<Record<string, string>>): RequestBody {
  return {
    contentType: 'application/x-www-form-urlencoded',
    text: new URLSearchParams(fields).toString()
  }
}

/** An address without its query, which can have secrets in it. */
export function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, '')
}
