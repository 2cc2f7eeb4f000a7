import type { KmsKey } from '../../config/key-service/kms-key'
import type { KeyServiceName } from '../../problems/key-service-problem'
import { UnreachableError, type RefusedError } from '../../http/errors'
import { isWebPage } from '../../http/reply'
import { withoutQuery } from '../../http/request-parts'
import { printable } from '../../printable'
import type { KeyServiceError, KeyServiceStage } from '../../signers/key-service/key-service-client'
import { type FailureContext } from '../context'
import { quote, times } from '../words'
import type { Explanation } from '../explanation'
import {
  explainUnreachable,
  oidcService,
  proxyWantsCredentials,
  type UnreachableServer
} from '../network-rules'
import { explainOidcRefusal } from '../oidc-token'
import { AWS } from './aws-rules'
import { AZURE } from './azure-rules'
import { GOOGLE } from './google-rules'
import type { KeyServiceRefusal, KeyServiceRule, KeyServiceWords } from './service-rule'
import { VAULT } from './vault-rules'

const WORDS: {
  readonly [Name in KeyServiceName]: KeyServiceWords<Extract<KmsKey, { service: Name }>>
} = { aws: AWS, google: GOOGLE, azure: AZURE, vault: VAULT }

function wordsOf({ service }: KmsKey): KeyServiceWords {
  // TypeScript does not see that the entry belongs to the service; the type of the table does.
  return WORDS[service] as KeyServiceWords
}

/** Explains why a key service did not sign. */
export function explainKeyService(context: FailureContext<KeyServiceError>): Explanation {
  const { cause } = context.error
  return cause instanceof UnreachableError
    ? explainUnreachable({ ...context, error: cause }, serverOf(context.error, cause))
    : explainRefusal(refusalOf(context.error, cause, context.isPrivate === true))
}

function serverOf({ key, stage }: KeyServiceError, cause: UnreachableError): UnreachableServer {
  if (stage === 'oidc') return oidcService(cause)
  const { origin } = new URL(cause.url)
  return { server: 'key-service', url: origin, input: wordsOf(key).addressInput(key, stage) }
}

function refusalOf(
  { key, stage, claims }: KeyServiceError,
  { reply, attempts }: RefusedError,
  isPrivate: boolean
): KeyServiceRefusal {
  const serviceName = nameOfService(key, stage)
  return { key, stage, serviceName, reply, attempts: attempts.length, claims, isPrivate }
}

function nameOfService(key: KmsKey, stage: KeyServiceStage): string {
  return stage === 'oidc' ? "GitHub's OIDC service" : wordsOf(key).serviceName(key, stage)
}

function explainRefusal(refusal: KeyServiceRefusal): Explanation {
  for (const rule of [...FIRST_RULES, explainOwn, ...LAST_RULES]) {
    const explanation = rule(refusal)
    if (explanation !== undefined) return explanation
  }
  const { serviceName, stage, reply } = refusal
  return {
    code: 'kms-refused',
    title: 'The key service refused the request',
    problem: `${serviceName} refused ${REQUESTS[stage]} with ${reply.status}${messageOf(refusal)}.`,
    fix: 'see the details above, and docs/KEYS.md of this action for the rights that the login needs.'
  }
}

const REQUESTS: Readonly<Record<KeyServiceRefusal['stage'], string>> = {
  oidc: "to give the job's OIDC token",
  login: 'the login',
  impersonation: 'to act as the service account',
  signature: 'to sign',
  'public-key': 'to show the public key',
  logout: 'to end the login'
}

function explainOwn(refusal: KeyServiceRefusal): Explanation | undefined {
  const { key, stage, reply } = refusal
  return stage === 'oidc' ? explainOidcRefusal(reply) : wordsOf(key).explain(refusal)
}

/** What the service says of a failure, to be quoted; empty if it says nothing. */
function messageOf({ key, reply, isPrivate }: KeyServiceRefusal): string {
  const message = wordsOf(key).message(reply, isPrivate)
  return message === '' ? '' : `: ${quote(message)}`
}

/** Answers that come from something in between, whatever the service. */
const FIRST_RULES: readonly KeyServiceRule[] = [
  ({ reply }) => (reply.status === 407 ? proxyWantsCredentials(407) : undefined),
  redirected,
  otherServer
]

/** What no rule of the service knows better. */
const LAST_RULES: readonly KeyServiceRule[] = [unavailable]

function redirected({ serviceName, reply }: KeyServiceRefusal): Explanation | undefined {
  if (reply.status < 300 || reply.status > 399) return undefined
  return {
    code: 'kms-other-server',
    title: 'Another server than the key service answered',
    problem: `${printable(withoutQuery(reply.url))} answered ${reply.status}, a redirect${reply.location === undefined ? '' : ` to ${printable(reply.location)}`}. ${serviceName} sends none, so nothing was sent there.`,
    fix: CHECK_ADDRESS
  }
}

const CHECK_ADDRESS =
  "check the address of the key service in the inputs, and the runner's proxy. It must be the address of the API, not of its pages."

function otherServer({ serviceName, reply }: KeyServiceRefusal): Explanation | undefined {
  const isSuccess = reply.status < 300
  const isPage = isWebPage(reply)
  if (!isSuccess && !isPage) return undefined
  return {
    code: 'kms-other-server',
    title: 'Another server than the key service answered',
    problem: `${printable(withoutQuery(reply.url))} answered ${reply.status}, but not like ${serviceName}${isPage ? ': it sent a web page' : ''}.`,
    fix: CHECK_ADDRESS
  }
}

function unavailable({ serviceName, reply, attempts }: KeyServiceRefusal): Explanation | undefined {
  if (reply.status < 500 && reply.status !== 408 && reply.status !== 429) return undefined
  return {
    code: 'kms-unavailable',
    title: 'The key service is not available',
    problem: `${serviceName} answered ${reply.status} ${times(attempts)}.`,
    fix: 'run the job again later.'
  }
}
