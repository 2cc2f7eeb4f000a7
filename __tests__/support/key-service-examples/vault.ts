import type { KeyServiceStage } from '../../../src/signers/key-service/key-service-client'
import { refusalExample, vaultKey, type Example } from './common'

/** A refusal, in Vault's words. */
function refusal(code: string, stage: KeyServiceStage, status: number, error: string): Example {
  const path = stage === 'login' ? 'auth/jwt/login' : 'transit/sign/github-app/sha2-256'
  const url = `${vaultKey.address}/v1/${path}`
  return refusalExample(code, vaultKey, stage, { status, body: { errors: [error] }, url })
}

const CLAIM =
  'error validating claims: claim "environment" does not match any associated bound claim values'

/** What is said of Vault alone. */
export function vaultExamples(): Example[] {
  return [
    refusal('vault-login-refused', 'login', 400, CLAIM),
    refusal('vault-login-refused', 'login', 400, 'role "github-app" could not be found'),
    refusal('vault-login-refused', 'login', 403, 'permission denied'),
    refusal('vault-key-denied', 'signature', 403, 'permission denied'),
    refusal('vault-key-not-found', 'signature', 400, 'signing key not found'),
    refusal(
      'vault-key-not-found',
      'signature',
      404,
      'no handler for route "transit/sign/github-app/sha2-256". route entry not found.'
    ),
    refusal('kms-unavailable', 'signature', 503, 'Vault is sealed')
  ]
}
