import { clockTime } from '../action/log-result'
import type { Explanation } from '../explain/explanation'
import type { RefusedError } from '../http/errors'
import type { Reply } from '../http/reply'
import { printable } from '../printable'
import type { Case } from '../explain/context'
import { accountName, apiUrl, quote, times } from './words'

type Rule = (known: Case<RefusedError>) => Explanation | undefined

const DAY = 24 * 60 * 60 * 1000

/** Answers that have nothing to do with what was asked, but with who answered and when. */
export const SERVICE_RULES: readonly Rule[] = [
  proxyRefused,
  ipNotAllowed,
  rateLimited,
  unavailable,
  redirected,
  notGitHub
]

function proxyRefused(known: Case<RefusedError>): Explanation | undefined {
  return known.error.reply.status === 407 ? proxyWantsCredentials(407) : undefined
}

/** A proxy answered 407, or 401 as some do to wrong credentials. */
export function proxyWantsCredentials(status: 401 | 407): Explanation {
  const answer = status === 407 ? '407 (Proxy Authentication Required)' : '401 (Unauthorized)'
  return {
    code: 'proxy-refused',
    title: 'The proxy wants other credentials',
    problem: `The proxy answered ${answer}: it was given no user name and password, or wrong ones.`,
    fix: 'put them into the address of the proxy: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT, special characters percent-encoded.'
  }
}

function ipNotAllowed(known: Case<RefusedError>): Explanation | undefined {
  const { message } = known.error.reply
  if (!/IP allow list/i.test(message)) return undefined
  return {
    code: 'ip-not-allowed',
    title: "This runner's address is not allowed",
    problem: `${accountName(known)} has an IP allow list, and this runner's address is not on it: ${quote(message)}.`,
    fix: `an owner of ${accountName(known)} adds the address under Settings > Authentication security > IP allow list, or the job runs on a runner whose address is on it.`
  }
}

function rateLimited(known: Case<RefusedError>): Explanation | undefined {
  const { reply, attempts } = known.error
  if (!reply.isRateLimited) return undefined
  const tried =
    attempts.length > 1
      ? `Tried ${times(attempts.length)}.`
      : 'Waiting for its end would take longer than this step waits.'
  return {
    code: 'rate-limited',
    title: "GitHub's rate limit is reached",
    problem: `GitHub's rate limit is reached: ${quote(reply.message)}. ${tried}`,
    fix: `run the job again ${until(reply)}. Many jobs at once? Spread them, or share one token within a job.`
  }
}

function until({ date, wait }: Reply): string {
  if (date === undefined || wait === undefined) return 'later'
  const end = new Date(date + wait)
  // A wait beyond what dates can say comes from no clock of GitHub's.
  if (Number.isNaN(end.getTime())) return 'later'
  return `after ${clockTime(end.toISOString())}${wait > DAY ? ` on ${end.toISOString().slice(0, 10)}` : ''}`
}

function unavailable(known: Case<RefusedError>): Explanation | undefined {
  const { reply, attempts } = known.error
  if (reply.status < 500 && reply.status !== 408) return undefined
  return {
    code: 'github-unavailable',
    title: 'GitHub is not available',
    problem: `GitHub answered ${reply.status} ${times(attempts.length)}.`,
    fix: 'run the job again later; https://www.githubstatus.com says whether GitHub knows of it.'
  }
}

function redirected(known: Case<RefusedError>): Explanation | undefined {
  const { reply } = known.error
  if (reply.status < 300 || reply.status > 399) return undefined
  const where = reply.location === undefined ? 'nowhere' : `to ${printable(reply.location)}`
  return {
    code: 'redirected',
    title: 'GitHub sends the request elsewhere',
    problem: `${printable(reply.url)} answered ${reply.status} and points ${where}. The credentials were not sent there.`,
    fix: `is the API at ${apiUrl(known)} still the right one? If not, set \`github-api-url\`.`
  }
}

function notGitHub(known: Case<RefusedError>): Explanation | undefined {
  const { reply } = known.error
  if (!reply.isForeign && reply.status >= 300) return undefined
  return {
    code: 'not-github',
    title: 'Something other than GitHub answered',
    problem: `${printable(reply.url)} answered ${reply.status}, but not as GitHub's API does. A proxy, a sign-in page or another server stands in between, or github-api-url is wrong.`,
    fix: 'check `github-api-url` (Enterprise Server: https://HOSTNAME/api/v3) and the proxy that the runner uses.'
  }
}
