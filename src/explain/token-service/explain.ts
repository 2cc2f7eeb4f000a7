import { sameName } from '../../config/names'
import { tokenServiceName } from '../../config/token-service'
import type { Reached } from '../../github/api'
import { UnreachableError, type RefusedError } from '../../http/errors'
import { printable } from '../../printable'
import type {
  TokenServiceScope,
  TokenServiceError,
  TokenServiceStage
} from '../../sources/token-service-client'
import type { ReachError } from '../../sources/token-service-source'
import { type FailureContext } from '../context'
import { counted, quote, times } from '../words'
import type { Explanation } from '../explanation'
import {
  NETWORK_RULES,
  explainUnreachable,
  oidcService,
  type UnreachableServer
} from '../network-rules'
import { explainOidcRefusal } from '../oidc-token'
import { explainTokenServiceRefusal } from './rules'

/** Explains why a token service gave no token that can be used. */
export function explainTokenService(context: FailureContext<TokenServiceError>): Explanation {
  const { error } = context
  const { cause, stage } = error
  if (cause instanceof UnreachableError) {
    return explainUnreachable({ ...context, error: cause }, placeOf(stage, cause))
  }
  switch (stage) {
    case 'oidc':
      return explainOidc(cause)
    case 'exchange':
      return explainTokenServiceRefusal({
        service: error.service,
        asked: error.asked,
        error: cause
      })
    case 'reach':
      return explainReading({ ...context, error: cause }, error)
  }
}

/** Undefined for GitHub itself. */
function placeOf(stage: TokenServiceStage, cause: UnreachableError): UnreachableServer | undefined {
  switch (stage) {
    case 'oidc':
      return oidcService(cause)
    case 'exchange':
      return {
        server: 'token-service',
        url: new URL(cause.url).origin,
        input: 'token-service'
      }
    case 'reach':
      return undefined
  }
}

function explainOidc({ reply, attempts }: RefusedError): Explanation {
  return (
    explainOidcRefusal(reply) ?? {
      code: 'token-service-unavailable',
      title: "GitHub's OIDC service is not available",
      problem: `GitHub's OIDC service answered ${reply.status} ${times(attempts.length)}, without an OIDC token.`,
      fix: "run the job again later. If it fails again, check the runner's proxy."
    }
  )
}

/** GitHub did not say what the token reaches. */
function explainReading(
  context: FailureContext<RefusedError>,
  { service, asked }: TokenServiceError
): Explanation {
  for (const rule of NETWORK_RULES) {
    const explanation = rule(context)
    if (explanation !== undefined) return explanation
  }
  const { status, message } = context.error.reply
  return {
    code: 'token-service-reach',
    title: 'What the token reaches could not be read',
    problem: `GitHub answered ${status} (${quote(message)}), when it was asked what the token of ${tokenServiceName(service)} for ${printable(asked.scope)} reaches. So the token is not output.`,
    fix: 'check that the token service creates installation tokens for this GitHub. For another one, set `github-api-url`.'
  }
}

/** A token reaches something else than was asked for. */
export function explainReach({ service, asked, reached }: ReachError): Explanation {
  const host = tokenServiceName(service)
  const scope = printable(asked.scope)
  return {
    code: 'token-service-reach',
    title: 'The token reaches something else than was asked for',
    problem: `${host} was asked for a token for ${scope}, and gave one that reaches ${describeReach(asked, reached)}. It is not output.`,
    fix:
      asked.repository === undefined
        ? `correct the trust policy ${printable(service.trustPolicy)} in ${printable(asked.owner)}/.github (\`repositories\`), or ask those who run ${host}.`
        : `if ${scope} was renamed, use its new name. Otherwise, do not use this service, and ask those who run ${host}: a token for one repository must reach only this one.`
  }
}

/** Only what the workflow names may be in the log, so the others are not named. */
function describeReach(asked: TokenServiceScope, { count, owners }: Reached): string {
  if (count === 0) return 'no repository'
  if (owners.some((one) => !sameName(one, asked.owner))) return 'repositories of another owner'
  const isOther = asked.repository !== undefined && count === 1
  return isOther ? 'another repository' : counted(count, 'repository', 'repositories')
}
