/** An answer of the embedded GitHub before it is written to a socket. */

/** Status, JSON body (null: none) and the headers beyond those that every answer has. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An error in GitHub's shape: message, documentation_url, and the status as a string. */
export function failure(status: number, message: string, headers?: Record<string, string>): Answer {
  const body = {
    message,
    documentation_url: 'https://docs.github.com/rest',
    status: String(status)
  }
  return headers === undefined ? { status, body } : { status, body, headers }
}

/** What GitHub answers to anything that does not exist, or that the caller may not know of. */
export function notFound(): Answer {
  return failure(404, 'Not Found')
}

/** What GitHub answers to a token that is wrong, revoked or expired. */
export function badCredentials(): Answer {
  return failure(401, 'Bad credentials')
}

/** A permanent redirect; GitHub names the target in the body as well. */
export function moved(location: string): Answer {
  return {
    status: 301,
    headers: { location },
    body: {
      message: 'Moved Permanently',
      url: location,
      documentation_url: 'https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api'
    }
  }
}
