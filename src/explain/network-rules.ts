import type { Explanation } from './explanation'
import { isTunnelFailure, isUntrusted } from '../http/attempt'
import type { UnreachableError } from '../http/errors'
import { printable } from '../printable'
import { proxyWantsCredentials } from '../diagnose/service-rules'
import type { Case } from './context'
import { apiUrl, quote, times } from '../diagnose/words'

/** Explains why no answer arrived. */
export function explainUnreachable(known: Case<UnreachableError>): Explanation {
  const { code, message, attempts } = known.error
  if (isTunnelFailure({ message })) return tunnelFailed(known, message)
  if (isUntrusted({ code })) return untrusted(known)
  if (code === 'ENOTIME') return outOfTime(known)
  return {
    code: 'network-unreachable',
    title: 'GitHub cannot be reached',
    problem: `${apiUrl(known)} cannot be reached: ${what(code, message)} (tried ${times(attempts.length)}).`,
    fix: cure(code)
  }
}

function outOfTime(known: Case<UnreachableError>): Explanation {
  return {
    code: 'network-unreachable',
    title: 'GitHub cannot be reached',
    problem: `The step's time of 50 seconds was over before it could send its next request to ${apiUrl(known)}: earlier requests took too long.`,
    fix: cure('')
  }
}

/** Node 24 adds which option to start it with; nobody can do that with an action. */
function withoutAdvice(message: string): string {
  return message.replace(/; if the root CA is installed locally.*$/, '')
}

function tunnelFailed(known: Case<UnreachableError>, message: string): Explanation {
  // Some proxies answer wrong credentials with 401.
  const status = /statusCode=(401|407)\b/.exec(message)?.[1]
  if (status !== undefined) return proxyWantsCredentials(status === '401' ? 401 : 407)
  return {
    code: 'proxy-refused',
    title: 'The proxy does not connect to GitHub',
    problem: `The proxy does not connect to ${apiUrl(known)}: ${quote(message)}.`,
    fix: 'check HTTPS_PROXY (HTTP_PROXY for an http address), and that the proxy allows this host; NO_PROXY excepts hosts from it.'
  }
}

function untrusted(known: Case<UnreachableError>): Explanation {
  const { code, message } = known.error
  return {
    code: 'tls-untrusted',
    title: "GitHub's certificate is not trusted",
    problem: `The certificate of ${apiUrl(known)} is not trusted: ${quote(withoutAdvice(message))} (${printable(code)}).`,
    fix: trustCure(code)
  }
}

function trustCure(code: string): string {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return "is this runner's clock right? If so, the server, or a proxy in between, needs a new certificate."
  }
  if (/ALTNAME|HOSTNAME_MISMATCH/.test(code)) {
    return 'the certificate is for another host name: use in `github-api-url` the name that it holds.'
  }
  return [
    'a private certificate authority? Set one of these for the runner or the job:',
    '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
    "  NODE_USE_SYSTEM_CA: '1'"
  ].join('\n')
}

function what(code: string, message: string): string {
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
      return `there is no way to it (${code})`
    case 'ETOOLARGE':
      return "its answer is larger than any of GitHub's"
    case 'ECONNRESET':
    case 'EPIPE':
      return `the connection broke (${code})`
    default:
      if (OTHER_PROTOCOL.test(code))
        return `it does not speak the protocol expected (${printable(code)})`
      return code === '' ? quote(message) : `${quote(message)} (${printable(code)})`
  }
}

/** TLS was spoken to a server without it, or the other way round. */
const OTHER_PROTOCOL = /^(EPROTO$|ERR_SSL_|HPE_)/

function cure(code: string): string {
  if (OTHER_PROTOCOL.test(code)) {
    return 'check `github-api-url`: does it begin with https: or http: as that server wants, and is the port right? Does a proxy change what passes?'
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return 'is `github-api-url` spelt right? Does this runner reach it only through a proxy (HTTPS_PROXY)?'
  }
  return 'run the job again; if it fails again, check `github-api-url`, the firewall and the proxy (HTTPS_PROXY) of this runner.'
}
