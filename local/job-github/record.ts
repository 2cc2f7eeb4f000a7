/** What a step and the server in the background tell each other. */

/** The variable that names a file for the record, for a check of the job's log from outside. */
export const RECORD_VARIABLE = 'GITHUB_RECORD'

/** What the server says once it listens. */
export interface Ready {
  readonly apiUrl: string
  /** Asked once, it answers with the record, and the server ends. */
  readonly recordUrl: string
  readonly clientId: string
  /** PEM, of several lines. */
  readonly privateKey: string
}

/** What happened at the server. */
export interface GitHubRecord {
  /** Each request with its status, as `GET /installation/repositories 200`. */
  readonly requests: readonly string[]
  /** What no client of GitHub should do. */
  readonly complaints: readonly string[]
  readonly tokens: readonly { readonly value: string; readonly isLive: boolean }[]
  readonly privateKey: string
}

/** What is not as it should be at the end of a job that was to mint so many tokens. */
export function findings(record: GitHubRecord, expectedTokens: number): string[] {
  const { requests, complaints, tokens } = record
  const live = tokens.filter(({ isLive }) => isLive).length
  const uses = requests.filter((request) => request === 'GET /installation/repositories 200')
  const found = complaints.map((complaint) => `GitHub complains: ${complaint}`)
  if (tokens.length !== expectedTokens) {
    found.push(`${tokens.length} tokens were minted, and ${expectedTokens} expected.`)
  }
  if (live > 0) found.push(`${live} of ${tokens.length} tokens were not revoked.`)
  if (expectedTokens > 0 && uses.length === 0) found.push('No token was used with success.')
  return found
}
