import type { Effect } from '../http/attempt'
import { bearerAuthorization, jsonBody } from '../http/request-parts'
import type { Answer, HttpClient } from '../http/http-client'
import type { Reply } from '../http/reply'
import { field, textField } from '../json'

/** One call of GitHub's REST API. */
export interface GitHubCall {
  /** `call` uses GET to read, POST to create a token, DELETE to revoke one. */
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** The path below the API's base address, each part encoded: see `route`. */
  readonly path: string
  /** Returns the JWT or token to send as `Authorization: Bearer`, each time that the call is sent. */
  readonly bearer: () => string | Promise<string>
  /** When the bearer ends, in milliseconds since 1970. Undefined if `bearer` can always return a newer one. */
  readonly bearerExpires?: number | undefined
  /** Sent as JSON. */
  readonly body?: unknown
}

/** A query of GitHub's GraphQL API. */
interface GitHubQuery extends Pick<GitHubCall, 'bearer'> {
  readonly query: string
}

const EFFECTS: Readonly<Record<GitHubCall['method'], Effect>> = {
  GET: 'none',
  POST: 'creates-token',
  DELETE: 'revokes-token'
}

/** Calls GitHub's REST API at one address: https://docs.github.com/en/rest */
export class GitHubClient {
  readonly http: HttpClient
  readonly #apiUrl: string

  /** @param apiUrl the API's base address without a trailing slash */
  constructor(apiUrl: string, http: HttpClient) {
    this.#apiUrl = apiUrl
    this.http = http
  }

  /** Returns data for GET, a token for POST, 204 for DELETE. Raises what `HttpClient.send` raises. */
  async call({ method, path, bearer, bearerExpires, body }: GitHubCall): Promise<Answer> {
    return this.http.send({
      method,
      url: this.#apiUrl + path,
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28'
      },
      body: body === undefined ? undefined : jsonBody(body),
      authorize: async () => bearerAuthorization(await bearer()),
      authorizationExpires: bearerExpires,
      effect: EFFECTS[method],
      followsRedirects: method === 'GET',
      isUsable: (reply) => isUsable(method, reply)
    })
  }

  /** Returns `data` of a GraphQL query, which only reads. Raises what `HttpClient.send` raises. */
  async query({ query, bearer }: GitHubQuery): Promise<unknown> {
    const { reply } = await this.http.send({
      method: 'POST',
      // Enterprise Server has it beside its REST API, not in it.
      url: `${this.#apiUrl.replace(/\/v3$/, '')}/graphql`,
      headers: { accept: 'application/vnd.github+json' },
      body: jsonBody({ query }),
      authorize: async () => bearerAuthorization(await bearer()),
      effect: 'none',
      followsRedirects: false,
      isUsable: ({ status, body }) => status === 200 && typeof field(body, 'data') === 'object'
    })
    return field(reply.body, 'data')
  }
}

function isUsable(method: GitHubCall['method'], { status, body }: Reply): boolean {
  const isSuccess = status >= 200 && status < 300
  switch (method) {
    case 'GET':
      return isSuccess && typeof body === 'object'
    case 'POST':
      return isSuccess && textField(body, 'token') !== ''
    case 'DELETE':
      return status === 204
  }
}
