import type { Attempt, Effect } from './attempt'
import type { Authorization, RequestBody } from './request-parts'
import type { HttpClient, RefusalReader } from './http-client'
import type { Reply } from './reply'

/** One call of a service other than GitHub. */
export interface ServiceRequest<T> {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: RequestBody
  /** What authorizes the call, made anew each time that it is sent. Default: nothing. */
  readonly authorize?: () => Authorization
  readonly refusals: RefusalReader
  /** What is secret in the body. It is removed from the answer. */
  readonly secrets?: readonly string[]
  /** Default: `none`. */
  readonly effect?: Effect
  /** How many bytes the answer may have; undefined for as many as those of GitHub. */
  readonly maxBytes?: number
  /** Reads what was asked for from an answer with a status of success; undefined if it is not there. */
  readonly read: (reply: Reply) => T | undefined
}

/** What was asked for, and everything that was tried to get it. */
export interface ServiceResult<T> {
  readonly value: T
  readonly attempts: readonly Attempt[]
}

/** Sends a call until its answer can be read. Raises what `HttpClient.send` raises. */
export async function callService<T>(
  http: HttpClient,
  call: ServiceRequest<T>
): Promise<ServiceResult<T>> {
  const { method, url, headers = {}, body, secrets = [], refusals, effect = 'none', read } = call
  const { reply, attempts } = await http.send({
    method,
    url,
    headers: { accept: 'application/json', ...headers },
    body,
    authorize: () => {
      const authorization = call.authorize?.() ?? { headers: {}, secrets: [] }
      return { ...authorization, secrets: [...authorization.secrets, ...secrets] }
    },
    effect,
    maxBytes: call.maxBytes,
    // A request to such a service could be used elsewhere: it goes only where the workflow says.
    followsRedirects: false,
    refusals,
    isUsable: (answer) => answer.status >= 200 && answer.status < 300 && read(answer) !== undefined
  })
  return { value: read(reply) as T, attempts }
}
