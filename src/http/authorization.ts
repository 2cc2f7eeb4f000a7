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
