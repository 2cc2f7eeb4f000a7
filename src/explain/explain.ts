import { ExplainedError, type Explanation } from '../explanation'
import { RefusedError, UnreachableError } from '../http/errors'
import { textField } from '../json'
import { GrantError } from '../tokens/create'
import { printable } from '../printable'
import { CREDENTIAL_RULES } from './credential-rules'
import { LOOKUP_RULES } from './lookup-rules'
import { explainGrant, MINT_RULES } from './creation-rules'
import { explainUnreachable, SERVICE_RULES } from './network-rules'
import { type Case, quote } from './context'
/** The rules for what GitHub refused, in order: the first that knows the case explains it. */
const RULES = [...SERVICE_RULES, ...CREDENTIAL_RULES, ...MINT_RULES, ...LOOKUP_RULES]

/** Explains any failure in the words of the workflow. Pure; never fails. */
export function explain(known: Case<unknown>): readonly [Explanation, ...Explanation[]] {
  const { error } = known
  if (error instanceof ExplainedError) return error.explanations
  if (error instanceof GrantError) return [explainGrant({ ...known, error })]
  if (error instanceof UnreachableError) {
    return [explainUnreachable({ ...known, error })]
  }
  if (error instanceof RefusedError) {
    return [explainRefusal({ ...known, error })]
  }
  return [unexpected(error)]
}

function explainRefusal(known: Case<RefusedError>): Explanation {
  for (const rule of RULES) {
    const explanation = rule(known)
    if (explanation !== undefined) return explanation
  }
  const { status, message } = known.error.reply
  return {
    code: 'github-refused',
    title: `GitHub answered ${status}`,
    problem: `GitHub refused the request with ${status}: ${quote(message)}.`,
    fix: 'see the details above; https://docs.github.com/rest/apps describes the requests.'
  }
}

function unexpected(error: unknown): Explanation {
  return {
    code: 'unexpected',
    title: 'Something went wrong inside this action',
    problem: `Something went wrong inside this action: ${printable(nameOf(error))}.`,
    fix: 'please report it with the details above.'
  }
}

function nameOf(error: unknown): string {
  const [name, code] = [textField(error, 'name'), textField(error, 'code')]
  return code === '' ? name : `${name} (${code})`
}
