import type { Reply } from '../http/reply'
import type { OidcClaims } from '../oidc/claims'
import { printable } from '../printable'
import type { Explanation } from './explanation'
import { quote } from './words'

/** Explains why GitHub did not give the job's OIDC token. Undefined if its service is not available. */
export function explainOidcRefusal({ status, message }: Reply): Explanation | undefined {
  if (status >= 500 || status < 400) return undefined
  const words = message === '' ? '' : `: ${quote(message)}`
  return {
    code: 'oidc-refused',
    title: "GitHub did not give the job's OIDC token",
    problem: `GitHub refused to give the job's OIDC token with ${status}${words}.`,
    fix: 'check that the job has `id-token: write` under `permissions:`, and that `audience` (if it is set) is right. Then run the job again.'
  }
}

/**
 * What a policy has to match, for the folded details: the claims of the job's OIDC token, never the
 * token. New, renamed and moved repositories have the ids in `sub`, so both spellings are shown.
 */
export function renderClaims(claims: OidcClaims): string[] {
  if (claims.size === 0) return ["The claims of the job's OIDC token cannot be read."]
  const lines = [...claims].map(
    ([name, value]) => `  ${name}: ${printable(value, MAX_CLAIM_LENGTH)}`
  )
  const other = otherSubject(claims)
  if (other !== undefined)
    lines.push(`  sub, the other spelling: ${printable(other, MAX_CLAIM_LENGTH)}`)
  return ["The job's OIDC token has these claims, and a policy has to match them:", ...lines]
}

/** A name of an owner, a repository and a branch together. */
const MAX_CLAIM_LENGTH = 500

/** `repo:OWNER/NAME:…` for `repo:OWNER@ID/NAME@ID:…`, and the other way round. */
function otherSubject(claims: OidcClaims): string | undefined {
  const subject = claims.get('sub') ?? ''
  const [, owner, ownerId, name, id, rest] =
    /^repo:([^/@:]+)(?:@(\d+))?\/([^/@:]+)(?:@(\d+))?(:.*)$/.exec(subject) ?? []
  if (owner === undefined || name === undefined || rest === undefined) return undefined
  if (ownerId !== undefined && id !== undefined) return `repo:${owner}/${name}${rest}`
  const ids = [claims.get('repository_owner_id'), claims.get('repository_id')]
  return ids.includes(undefined) ? undefined : `repo:${owner}@${ids[0]}/${name}@${ids[1]}${rest}`
}
