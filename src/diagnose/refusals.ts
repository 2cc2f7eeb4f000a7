import type { Reply } from '../http/reply'

type Refusal = Pick<Reply, 'status' | 'message'>

/** GitHub's words for a JWT whose `iss` it does not know. */
export function isAppUnknown({ message }: Refusal): boolean {
  return message.includes('Integration not found')
}

/** The token would cover too much. Its words may name permissions and repositories as well. */
export function isScopeTooLarge({ status, message }: Refusal): boolean {
  return status === 422 && /too (many|complex)|complexity|more than \d+|at most \d+/i.test(message)
}

/** A permission was asked for that the installation does not have. */
export function isPermissionRefused(refusal: Refusal): boolean {
  return refusal.status === 422 && /permission/i.test(refusal.message) && !isScopeTooLarge(refusal)
}

/** A repository was asked for that the installation does not reach. */
export function isRepositoryRefused(refusal: Refusal): boolean {
  return (
    refusal.status === 422 &&
    /repositor/i.test(refusal.message) &&
    !isPermissionRefused(refusal) &&
    !isScopeTooLarge(refusal)
  )
}
