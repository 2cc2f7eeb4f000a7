import type { Explanation } from '../explanation'
import { isTunnelFailure, isUntrusted, type Attempt } from '../github/attempt'
import type { UnreachableError } from '../github/errors'
import { proxyWantsCredentials } from './service-rules'
import type { Case } from './situation'
import { apiUrl, quote, times } from './words'

/** Explains why no answer arrived. */
export function explainUnreachable(known: Case<UnreachableError>): Explanation {
  const { code, attempts } = known.error
  const message = lastMessage(attempts)
  if (isTunnelFailure({ message })) return tunnelFailed(known, message)
  if (isUntrusted({ code })) return untrusted(known)
  return {
    code: 'network-unreachable',
    title: 'GitHub cannot be reached',
    problem: `${apiUrl(known)} cannot be reached: ${what(code, message)} (tried ${times(attempts.length)}).`,
    fix: cure(code)
  }
}

function lastMessage(attempts: readonly Attempt[]): string {
  return attempts.at(-1)?.message ?? ''
}

function tunnelFailed(known: Case<UnreachableError>, message: string): Explanation {
  if (message.includes('407')) return proxyWantsCredentials()
  return {
    code: 'proxy-refused',
    title: 'The proxy does not connect to GitHub',
    problem: `The proxy does not connect to ${apiUrl(known)}: ${quote(message)}.`,
    fix: 'check HTTPS_PROXY (HTTP_PROXY for an http address), and that the proxy allows this host; NO_PROXY excepts hosts from it.'
  }
}

function untrusted(known: Case<UnreachableError>): Explanation {
  const { code, attempts } = known.error
  return {
    code: 'tls-untrusted',
    title: "GitHub's certificate is not trusted",
    problem: `The certificate of ${apiUrl(known)} is not trusted: ${quote(lastMessage(attempts))} (${code}).`,
    fix: [
      'a private certificate authority? Set one of these for the runner or the job:',
      '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
      "  NODE_USE_SYSTEM_CA: '1'"
    ].join('\n')
  }
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
      return 'its answer is larger than any of GitHub'
    case 'ECONNRESET':
    case 'EPIPE':
      return `the connection broke (${code})`
    default:
      return code === '' ? quote(message) : `${quote(message)} (${code})`
  }
}

function cure(code: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return 'is `github-api-url` spelt right? Does this runner reach it only through a proxy (HTTPS_PROXY)?'
  }
  return 'run the job again; if it fails again, check `github-api-url`, the firewall and the proxy (HTTPS_PROXY) of this runner.'
}
