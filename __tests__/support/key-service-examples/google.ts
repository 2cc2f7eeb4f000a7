import type { GoogleKey } from '../../../src/config/key-service/google'
import type { ExplanationCode } from '../../../src/explain/explanation'
import type { KeyServiceStage } from '../../../src/signers/key-service/key-service-client'
import { refusalExample, type Example } from './common'

const key: GoogleKey = {
  kind: 'key-service',
  service: 'google',
  server: '',
  project: 'octo-keys',
  location: 'europe-west3',
  ring: 'ci',
  name: 'github-app',
  version: '1',
  login: {
    kind: 'oidc',
    provider: { project: '123456789012', pool: 'github', name: 'actions' },
    serviceAccount: '',
    oidc: { url: 'https://pipelines.example.com/token', token: '', audience: '' }
  }
}

const withAccount: GoogleKey = {
  ...key,
  login: { ...key.login, serviceAccount: 'github-app@octo-keys.iam.gserviceaccount.com' }
}

/** One example of each code that only Google Cloud KMS has. */
export function googleExamples(): Example[] {
  return [
    refusal('google-login-refused', 'login', 400, {
      error: 'unauthorized_client',
      error_description: 'The given credential is rejected by the attribute condition.'
    }),
    refusal('google-login-refused', 'login', 400, {
      error: 'invalid_request',
      error_description:
        'The size of mapped attribute google.subject exceeds the 127 bytes limit. Either modify your attribute mapping or the incoming assertion to produce a mapped attribute that is less than 127 bytes.'
    }),
    refusal('google-login-refused', 'login', 400, {
      error: 'invalid_target',
      error_description:
        'The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist.'
    }),
    refusal(
      'google-impersonation-denied',
      'impersonation',
      403,
      api(
        403,
        "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)."
      )
    ),
    refusal(
      'google-api-disabled',
      'signature',
      403,
      api(
        403,
        'Cloud Key Management Service (KMS) API has not been used in project 123456789012 before or it is disabled.',
        { reason: 'SERVICE_DISABLED', metadata: { consumer: 'projects/123456789012' } }
      )
    ),
    refusal(
      'google-key-denied',
      'signature',
      403,
      api(
        403,
        "Permission 'cloudkms.cryptoKeyVersions.useToSign' denied on resource 'projects/octo-keys/locations/europe-west3/keyRings/ci/cryptoKeys/github-app' (or it may not exist)."
      )
    ),
    refusal(
      'google-key-not-found',
      'signature',
      404,
      api(
        404,
        'CryptoKeyVersion projects/octo-keys/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1 not found.'
      )
    ),
    refusal(
      'google-key-not-enabled',
      'signature',
      400,
      api(
        400,
        'projects/octo-keys/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1 is not enabled, current state is: DISABLED.'
      )
    )
  ]
}

function api(code: number, message: string, detail?: unknown): unknown {
  return { error: { code, message, details: detail === undefined ? [] : [detail] } }
}

function refusal(
  code: ExplanationCode,
  stage: KeyServiceStage,
  status: number,
  body: unknown
): Example {
  const from = stage === 'impersonation' ? withAccount : key
  const claims = new Map([['repository', 'octo-org/hello']])
  return refusalExample(code, from, stage, { status, body, url: 'https://googleapis.com/', claims })
}
