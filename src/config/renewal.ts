import type { Problem } from '../problems/problem'
import type { AppKey } from './app-key'
import type { Credential } from './credential'
import { isLoginRepeatable } from './key-service/kms-key'

/** What decides whether the token can be renewed. */
export interface RenewalSettings {
  readonly renew: boolean
  readonly keepToken: boolean
  readonly targets: readonly unknown[]
  readonly credential: Credential
}

/**
 * Why the token cannot be renewed although the workflow wants it; empty if it can. The fallback token
 * is never renewed, so it is no problem. Problems: `renew-with-kept-token`, `renew-with-jwt`,
 * `renew-with-static-login`, `renew-with-owners`.
 */
export function renewalProblems({
  renew,
  keepToken,
  targets,
  credential
}: RenewalSettings): Problem[] {
  if (!renew || credential.kind === 'fallback') return []
  const problems: Problem[] = []
  if (keepToken) problems.push({ kind: 'renew-with-kept-token' })
  if (credential.kind === 'app') problems.push(...keyProblems(credential.key))
  if (targets.length > 1) problems.push({ kind: 'renew-with-owners', count: targets.length })
  return problems
}

function keyProblems(key: AppKey): Problem[] {
  if (key.kind === 'pem') return []
  if (key.kind === 'jwt') return [{ kind: 'renew-with-jwt' }]
  return isLoginRepeatable(key) ? [] : [{ kind: 'renew-with-static-login', service: key.service }]
}
