/** What every request to GitHub must carry, whatever its route. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from './answer'

/** The version of the REST API that requests must name. */
const API_VERSION = '2022-11-28'

/** What is missing or wrong in the headers of a request; GitHub itself lets these pass. */
export function headerComplaints(headers: IncomingHttpHeaders): string[] {
  const complaints: string[] = []
  const expect = (name: string, expected: string): void => {
    const found = headers[name]
    if (found === expected) return
    complaints.push(`${name} is ${typeof found === 'string' ? found : 'missing'}, not ${expected}`)
  }
  expect('accept', 'application/vnd.github+json')
  expect('x-github-api-version', API_VERSION)
  return complaints
}

/** GitHub's front end refuses a request without a User-Agent, in a page instead of JSON. */
export function refuseAnonymousClient(headers: IncomingHttpHeaders): Answer | null {
  if ((headers['user-agent'] ?? '') !== '') return null
  return { status: 403, body: NO_USER_AGENT, headers: { 'content-type': 'text/html' } }
}

/** The page that answers a request without a User-Agent. */
export const NO_USER_AGENT =
  'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.'
