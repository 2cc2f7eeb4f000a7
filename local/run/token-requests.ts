/** The requests that a local run makes with the token. */
import type { HttpClient } from '@actions/http-client'

/** GitHub's answer to a request with the token. */
export interface Answer {
  readonly status: number
  /** The repositories on the first page of those that the token covers. */
  readonly repositories: readonly string[]
  readonly total: number
  readonly message: string
}

const bodyLimit = 5_000_000
const timeLimit = 30_000

function headers(token: string): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28'
  }
}

async function client(): Promise<HttpClient> {
  // An ES module. On Node 20, a CommonJS module can load it only in this way.
  const { HttpClient } = await import('@actions/http-client')
  // The token must not follow a redirect. `dispose` ends only connections that are kept alive.
  return new HttpClient('github-app-token local run', [], {
    allowRedirects: false,
    allowRetries: false,
    keepAlive: true,
    socketTimeout: timeLimit
  })
}

async function send(
  method: string,
  url: string,
  token: string,
  stop?: AbortSignal
): Promise<Answer> {
  const http = await client()
  stop?.addEventListener('abort', () => {
    http.dispose()
  })
  try {
    const { message } = await http.request(method, url, null, headers(token))
    let body = ''
    message.setEncoding('utf8')
    for await (const chunk of message as AsyncIterable<string>) {
      body += chunk
      if (body.length > bodyLimit) {
        throw new Error('the reply is too long')
      }
    }
    return read(message.statusCode ?? 0, body)
  } finally {
    http.dispose()
  }
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function read(status: number, body: string): Answer {
  const fields = parse(body)
  const list: unknown[] = Array.isArray(fields['repositories']) ? fields['repositories'] : []
  const repositories = list.map((item) => String((item as { full_name?: unknown }).full_name))
  const total = fields['total_count']
  return {
    status,
    repositories,
    total: typeof total === 'number' ? total : repositories.length,
    message: typeof fields['message'] === 'string' ? fields['message'] : ''
  }
}

/** Lists what a token covers: the simplest request that every installation token may make. */
export async function listRepositories(
  apiUrl: string,
  token: string,
  stop?: AbortSignal
): Promise<Answer> {
  return send('GET', `${apiUrl}/installation/repositories`, token, stop)
}

/** Revokes a token. Returns 'was dead' if it no longer worked. */
export async function revoke(apiUrl: string, token: string): Promise<'revoked' | 'was dead'> {
  const { status, message } = await send('DELETE', `${apiUrl}/installation/token`, token)
  switch (status) {
    case 204:
      return 'revoked'
    case 401:
      return 'was dead'
    default:
      throw new Error(`${status} ${message}`.trim())
  }
}

/** An answer in a few words. */
export function describe(answer: Answer): string {
  if (answer.status !== 200) {
    return answer.message
  }
  const shown = answer.repositories.slice(0, 3)
  const more = answer.total - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ') || 'no repository'
}
