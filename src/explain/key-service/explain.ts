import { UnreachableError, type RefusedError } from '../../http/errors'
import { printable } from '../../printable'
import type { KeyServiceError } from '../../signers/key-service/service-client'
import { vaultError } from '../../signers/key-service/vault'
import { quote, times, type FailureContext } from '../context'
import type { Explanation } from '../explanation'
import { explainUnreachable, proxyWantsCredentials, type Place } from '../network-rules'
import { serviceName } from './names'
import type { ServiceRefusal, ServiceRule } from './service-rule'
import { explainVault } from './vault-rules'

/** Explains why a key service did not sign. */
export function explainKeyService(context: FailureContext<KeyServiceError>): Explanation {
  const { cause } = context.error
  return cause instanceof UnreachableError
    ? explainUnreachable({ ...context, error: cause }, placeOf(context.error, cause))
    : explainRefusal(refusalOf(context.error, cause, context.isPrivate === true))
}

function placeOf({ key, stage }: KeyServiceError, { attempts }: UnreachableError): Place {
  const { origin } = new URL(attempts.at(-1)?.url ?? 'about:blank')
  const input = key.kind === 'vault' ? 'vault-address' : undefined
  return { server: 'key-service', url: origin, input: stage === 'oidc' ? undefined : input }
}

function refusalOf(
  { key, stage }: KeyServiceError,
  { reply, attempts }: RefusedError,
  isPrivate: boolean
): ServiceRefusal {
  const place = stage === 'oidc' ? "GitHub's OIDC service" : serviceName(key)
  return { key, stage, place, reply, attempts: attempts.length, isPrivate }
}

function explainRefusal(refusal: ServiceRefusal): Explanation {
  for (const rule of [...BEFORE, explainOwn, ...AFTER]) {
    const explanation = rule(refusal)
    if (explanation !== undefined) return explanation
  }
  const { place, stage, reply } = refusal
  return {
    code: 'kms-refused',
    title: 'The key service refused the request',
    problem: `${place} refused ${REQUESTS[stage]} with ${reply.status}${messageOf(refusal)}.`,
    fix: 'see the details above, and docs/KEYS.md for the rights that the login needs.'
  }
}

const REQUESTS: Readonly<Record<ServiceRefusal['stage'], string>> = {
  oidc: "to give the job's OIDC token",
  login: 'the login',
  impersonation: 'to act as the service account',
  signature: 'to sign',
  'public-key': 'to show the public key',
  logout: 'to end the login'
}

function explainOwn(refusal: ServiceRefusal): Explanation | undefined {
  const { key, stage } = refusal
  if (stage === 'oidc') return oidcRefused(refusal)
  switch (key.kind) {
    case 'vault':
      return explainVault({ ...refusal, key })
  }
}

/** What the service says of a failure, to be quoted; empty if it says nothing. */
function messageOf({ key, stage, reply }: ServiceRefusal): string {
  const message = stage === 'oidc' ? reply.message : serviceMessage(key, reply)
  return message === '' ? '' : `: ${quote(message)}`
}

function serviceMessage({ kind }: ServiceRefusal['key'], reply: ServiceRefusal['reply']): string {
  switch (kind) {
    case 'vault':
      return vaultError(reply)
  }
}

function oidcRefused(refusal: ServiceRefusal): Explanation | undefined {
  const { status } = refusal.reply
  if (status >= 500 || status < 400) return undefined
  return {
    code: 'oidc-refused',
    title: "GitHub did not give the job's OIDC token",
    problem: `GitHub refused to give the job's OIDC token with ${status}${messageOf(refusal)}.`,
    fix: 'check that the job has `permissions: id-token: write`, and that `audience` (if it is set) is right. Then run the job again.'
  }
}

/** Answers that come from something in between, whatever the service. */
const BEFORE: readonly ServiceRule[] = [
  ({ reply }) => (reply.status === 407 ? proxyWantsCredentials(407) : undefined),
  redirected,
  otherServer
]

/** What no rule of the service knows better. */
const AFTER: readonly ServiceRule[] = [unavailable]

function redirected({ place, reply }: ServiceRefusal): Explanation | undefined {
  if (reply.status < 300 || reply.status > 399) return undefined
  return {
    code: 'kms-other-server',
    title: 'Another server than the key service answered',
    problem: `${printable(reply.url.replace(/\?.*$/s, ''))} answered ${reply.status}, a redirect${reply.location === undefined ? '' : ` to ${printable(reply.location)}`}. ${place} sends none, so nothing was sent there.`,
    fix: CHECK_ADDRESS
  }
}

const CHECK_ADDRESS =
  "check the address of the key service in the inputs, and the runner's proxy. It must be the address of the API, not of its pages."

function otherServer({ place, reply }: ServiceRefusal): Explanation | undefined {
  const isSuccess = reply.status < 300
  const isPage = reply.isForeign && /^\s*<(?:!doctype html|html)/i.test(reply.text)
  if (!isSuccess && !isPage) return undefined
  return {
    code: 'kms-other-server',
    title: 'Another server than the key service answered',
    problem: `${printable(reply.url.replace(/\?.*$/s, ''))} answered ${reply.status}, but not like ${place}${isPage ? ': it sent a web page' : ''}.`,
    fix: CHECK_ADDRESS
  }
}

function unavailable({ place, reply, attempts }: ServiceRefusal): Explanation | undefined {
  if (reply.status < 500 && reply.status !== 408 && reply.status !== 429) return undefined
  return {
    code: 'kms-unavailable',
    title: 'The key service is not available',
    problem: `${place} answered ${reply.status} ${times(attempts)}.`,
    fix: 'run the job again later.'
  }
}
