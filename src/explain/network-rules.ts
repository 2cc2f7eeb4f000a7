import type { AppJwt } from '../config/app-jwt'
import type { Explanation } from './explanation'
import { isTunnelFailure, isUntrusted } from '../http/attempt'
import type { UnreachableError, RefusedError } from '../http/errors'
import { unusedException } from '../http/no-proxy'
import { printable } from '../printable'
import { accountName, apiUrl, givenJwt, type FailureContext, type RefusalRule } from './context'
import { quote, times } from './words'
import { amountOfTime, clockTime, isoTime } from '../time'
import type { Reply } from '../http/reply'
import { RATE_LIMIT_DELAY_MS, REQUEST_TIMEOUT_MS } from '../http/retry'

/** The server that did not answer. */
export interface UnreachableServer {
  readonly server: 'github' | 'oidc-service' | 'key-service' | 'token-service'
  /** Its address. */
  readonly url: string
  /** The input that names its address, if the workflow does. */
  readonly input: 'github-api-url' | 'kms-key' | 'vault-address' | 'token-service' | undefined
}

/** The titles that name the server. */
const TITLES: Readonly<Record<UnreachableServer['server'], Readonly<Record<Failure, Title>>>> = {
  github: {
    unreachable: { title: 'GitHub cannot be reached' },
    tunnel: { title: 'The proxy does not connect to GitHub' },
    untrusted: { title: "GitHub's certificate is not trusted" }
  },
  'oidc-service': {
    unreachable: { title: "GitHub's OIDC service cannot be reached" },
    tunnel: { title: "The proxy does not connect to GitHub's OIDC service" },
    untrusted: { title: "The certificate of GitHub's OIDC service is not trusted" }
  },
  'key-service': {
    unreachable: { title: 'The key service cannot be reached' },
    tunnel: { title: 'The proxy does not connect to the key service' },
    untrusted: { title: "The key service's certificate is not trusted" }
  },
  'token-service': {
    unreachable: { title: 'The token service cannot be reached' },
    tunnel: { title: 'The proxy does not connect to the token service' },
    untrusted: { title: "The token service's certificate is not trusted" }
  }
}

type Failure = 'unreachable' | 'tunnel' | 'untrusted'

type Title = Pick<Explanation, 'title'>

/** Where a request for the job's OIDC token did not arrive. */
export function oidcService({ url }: UnreachableError): UnreachableServer {
  return { server: 'oidc-service', url: new URL(url).origin, input: undefined }
}

function githubServer({ config }: FailureContext): UnreachableServer {
  // If the input names another GitHub, the address can be wrong. Otherwise the runner set it.
  const isOwn = config?.api.isOwn !== false
  const url = config?.api.url ?? ''
  return { server: 'github', url, input: isOwn ? undefined : 'github-api-url' }
}

/** Explains why no answer arrived. */
export function explainUnreachable(
  context: FailureContext<UnreachableError>,
  place: UnreachableServer = githubServer(context)
): Explanation {
  const { code, message, attempts } = context.error
  if (isTunnelFailure({ message })) return tunnelFailed(context, place)
  if (isUntrusted({ code })) return untrusted(context, place)
  return {
    code: 'network-unreachable',
    ...TITLES[place.server].unreachable,
    problem: `${addressOf(place)} cannot be reached: ${describeFailure(code, message, place)} (tried ${times(attempts.length)}).`,
    fix: connectionFix(place, code)
  }
}

function addressOf({ url }: UnreachableServer): string {
  return url === '' ? 'the API' : printable(url)
}

/** Node 24 recommends an option to start it with. That is not possible for an action. */
function withoutAdvice(message: string): string {
  return message.replace(/; if the root CA is installed locally.*$/, '')
}

function tunnelFailed(
  context: FailureContext<UnreachableError>,
  place: UnreachableServer
): Explanation {
  const { message } = context.error
  // Some proxies answer wrong credentials with 401.
  const status = /statusCode=(401|407)\b/.exec(message)?.[1]
  if (status !== undefined) return proxyWantsCredentials(status === '401' ? 401 : 407)
  return {
    code: 'proxy-refused',
    ...TITLES[place.server].tunnel,
    problem: `The proxy does not connect to ${addressOf(place)}: ${describeTunnel(message)}.`,
    fix: SPEAKS_HTTP.test(message)
      ? `begin the address in ${proxyVariable(place)} with http:// instead of https://.`
      : `check ${proxyVariable(place)}, and that the proxy allows this host. ${fixException(context, place)}`
  }
}

/** What OpenSSL says of a server that answers without TLS. */
const SPEAKS_HTTP = /wrong version number|packet length too long/

function describeTunnel(message: string): string {
  const status = /statusCode=(\d+)/.exec(message)?.[1]
  if (status !== undefined) return `it answered ${status}`
  if (SPEAKS_HTTP.test(message)) return 'it speaks http, but its address begins with https://'
  return `it cannot be reached (${quote(message.replace(/^.*?cause=/s, ''))})`
}

function proxyVariable({ url }: UnreachableServer): string {
  return url.startsWith('http:') ? 'HTTP_PROXY' : 'HTTPS_PROXY'
}

/** How to go around the proxy, or why it is not done although NO_PROXY names the host. */
function fixException({ noProxy = '' }: FailureContext, { url }: UnreachableServer): string {
  const exception = url === '' ? undefined : unusedException(noProxy, url)
  if (exception === undefined) return 'To go around the proxy, add the host to NO_PROXY.'
  const { entry, usable } = exception
  return entry.toLowerCase() === usable
    ? `NO_PROXY contains \`${entry}\`, but has no effect: separate its hosts by commas.`
    : `NO_PROXY contains \`${entry}\`, which has no effect: write \`${usable}\`.`
}

function untrusted(
  context: FailureContext<UnreachableError>,
  place: UnreachableServer
): Explanation {
  const { code, message } = context.error
  return {
    code: 'tls-untrusted',
    ...TITLES[place.server].untrusted,
    problem: `The certificate of ${addressOf(place)} is not trusted: ${quote(withoutAdvice(message))} (${printable(code)}).`,
    fix: certificateFix(place, code)
  }
}

function certificateFix({ input, server }: UnreachableServer, code: string): string {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return "check this runner's clock. If it is right, the server or a proxy in between needs a new certificate."
  }
  if (/ALTNAME|HOSTNAME_MISMATCH/.test(code)) {
    if (input === undefined && server !== 'github') {
      return 'the certificate is for another host name. Check the name servers (DNS) of this runner, and its proxy.'
    }
    return `the certificate is for another host name. Use that name in \`${input ?? 'github-api-url'}\`.`
  }
  return [
    'if the certificate comes from a private authority, set one of these for the runner or the job:',
    '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
    "  NODE_USE_SYSTEM_CA: '1'"
  ].join('\n')
}

const LARGER_THAN: Readonly<Record<UnreachableServer['server'], string>> = {
  github: 'its answer is larger than any answer of GitHub',
  'oidc-service': "its answer is larger than any answer of GitHub's OIDC service",
  'key-service': 'its answer is larger than any answer of a key service',
  'token-service': 'its answer is larger than any answer with a token'
}

function describeFailure(code: string, message: string, { server }: UnreachableServer): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `its name cannot be resolved (${code})`
    case 'ECONNREFUSED':
      return 'it refuses the connection (ECONNREFUSED)'
    case 'ETIMEDOUT':
      return 'it did not answer in time (ETIMEDOUT)'
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `no route leads to it (${code})`
    case 'ETOOLARGE':
      return LARGER_THAN[server]
    case 'ECONNRESET':
    case 'EPIPE':
      return `the connection broke (${code})`
    default:
      if (OTHER_PROTOCOL.test(code))
        return `it does not use the expected protocol (${printable(code)})`
      return code === '' ? quote(message) : `${quote(message)} (${printable(code)})`
  }
}

/** TLS was spoken to a server without it, or the other way round. */
const OTHER_PROTOCOL = /^(EPROTO$|ERR_SSL_|HPE_)/

function connectionFix(place: UnreachableServer, code: string): string {
  const { input } = place
  if (OTHER_PROTOCOL.test(code)) {
    return `check ${input === undefined ? '' : `the scheme (https: or http:) and the port in \`${input}\`, and `}whether a proxy changes requests.`
  }
  const proxy = proxyVariable(place)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return input === undefined
      ? `check the name servers (DNS) of this runner. If it needs a proxy to reach ${place.server === 'github' ? 'GitHub' : 'this host'}, set ${proxy}.`
      : `check the host name in \`${input}\`. If this runner needs a proxy to reach it, set ${proxy}.`
  }
  return `run the job again. If it fails again, check ${input === undefined ? '' : `\`${input}\`, `}the firewall and the proxy (${proxy}) of this runner.`
}

const DAY = 24 * 60 * 60 * 1000

/** Answers that depend on who answered and when, not on the request. */
export const NETWORK_RULES: readonly RefusalRule[] = [
  proxyRefused,
  ipNotAllowed,
  rateLimited,
  unavailable,
  redirected,
  notGitHub
]

function proxyRefused(context: FailureContext<RefusedError>): Explanation | undefined {
  return context.error.reply.status === 407 ? proxyWantsCredentials(407) : undefined
}

/** A proxy answered 407, or 401 as some do to wrong credentials. */
export function proxyWantsCredentials(status: 401 | 407): Explanation {
  const answer = status === 407 ? '407 (Proxy Authentication Required)' : '401 (Unauthorized)'
  return {
    code: 'proxy-refused',
    title: 'The proxy needs other credentials',
    problem: `The proxy answered ${answer}: the user name and password are missing or wrong.`,
    fix: 'add them to the address of the proxy, with special characters percent-encoded: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT'
  }
}

function ipNotAllowed(context: FailureContext<RefusedError>): Explanation | undefined {
  const { message } = context.error.reply
  if (!/IP allow list/i.test(message)) return undefined
  return {
    code: 'ip-not-allowed',
    title: "This runner's address is not allowed",
    problem: `${accountName(context)} has an IP allow list, and this runner's address is not on it: ${quote(message)}.`,
    fix: `an owner of ${accountName(context)} adds the address under Settings > Authentication security > IP allow list, or the job uses a runner whose address is on the list.`
  }
}

function rateLimited(context: FailureContext<RefusedError>): Explanation | undefined {
  const { reply } = context.error
  if (!reply.isRateLimited) return undefined
  return {
    code: 'rate-limited',
    title: "GitHub's rate limit is reached",
    problem: `GitHub's rate limit is reached: ${quote(reply.message)}. ${whyNotLonger(context)}`,
    fix: `run the job again ${retryTime(reply)}. If many jobs run at the same time, spread them, or share one token within a job.`
  }
}

/** Why the step does not wait, or not any longer. */
function whyNotLonger(context: FailureContext<RefusedError>): string {
  const { reply, rateLimitWaited } = context.error
  const jwt = givenJwt(context)
  const waited =
    rateLimitWaited > 0 ? `The step waited ${amountOfTime(rateLimitWaited)} for it` : undefined
  if (jwt !== undefined && endsTooSoon(jwt, reply)) {
    const end = `because the JWT of jwt ends at ${clockTime(isoTime(jwt.expires * 1000))}.`
    return waited === undefined
      ? `The step cannot wait for it, ${end}`
      : `${waited}, and cannot wait any longer, ${end}`
  }
  return waited === undefined
    ? 'It ends later than this step can wait.'
    : `${waited}, and it is not over.`
}

function endsTooSoon({ expires }: AppJwt, { date, wait = 0 }: Reply): boolean {
  // GitHub may ask for less, but the step waits up to so long before it tries again.
  const longestWait = Math.max(wait, RATE_LIMIT_DELAY_MS)
  return date !== undefined && date + longestWait + REQUEST_TIMEOUT_MS > expires * 1000
}

function retryTime({ date, wait }: Reply): string {
  if (date === undefined || wait === undefined) return 'later'
  const end = new Date(date + wait)
  // GitHub asks for no wait that ends after the last date that `Date` can hold.
  if (Number.isNaN(end.getTime())) return 'later'
  return `after ${clockTime(end.toISOString())}${wait > DAY ? ` on ${end.toISOString().slice(0, 10)}` : ''}`
}

function unavailable(context: FailureContext<RefusedError>): Explanation | undefined {
  const { reply, attempts } = context.error
  if (reply.status < 500 && reply.status !== 408) return undefined
  return {
    code: 'github-unavailable',
    title: 'GitHub is not available',
    problem: `GitHub answered ${reply.status} ${times(attempts.length)}.`,
    fix: 'run the job again later. See https://www.githubstatus.com.'
  }
}

function redirected(context: FailureContext<RefusedError>): Explanation | undefined {
  const { reply } = context.error
  if (reply.status < 300 || reply.status > 399) return undefined
  const target =
    reply.location === undefined
      ? 'and names no new address'
      : `and redirects to ${printable(reply.location)}`
  return {
    code: 'redirected',
    title: 'GitHub redirects the request',
    problem: `${printable(reply.url)} answered ${reply.status} ${target}. The credentials were not sent there.`,
    fix: `check whether the API is still at ${apiUrl(context)}. If not, set \`github-api-url\`.`
  }
}

function notGitHub(context: FailureContext<RefusedError>): Explanation | undefined {
  const { reply } = context.error
  if (!reply.isNotJson && reply.status >= 300) return undefined
  return {
    code: 'not-github',
    title: 'Something other than GitHub answered',
    problem: `${printable(reply.url)} answered ${reply.status}, but not like GitHub's API. A proxy, a sign-in page or another server answered, or github-api-url is wrong.`,
    fix: "check `github-api-url` (for Enterprise Server: https://HOSTNAME/api/v3) and the runner's proxy."
  }
}
