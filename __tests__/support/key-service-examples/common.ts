import type { VaultKey } from '../../../src/config/key-service/vault'
import { explain, explainProblems } from '../../../src/explain/explain'
import { RefusedError } from '../../../src/http/errors'
import { readReply } from '../../../src/http/reply'
import type { KeyServiceProblem } from '../../../src/problems/key-service-problem'
import type { OidcClaims } from '../../../src/oidc/claims'
import {
  KeyServiceError,
  type KeyServiceStage
} from '../../../src/signers/key-service/key-service-client'
import { messageLines } from '../messages'

/** A message of docs/TROUBLESHOOTING.md: its code and its lines. */
export type Example = [code: string, lines: string[]]

/** What is said about inputs, or about a signature. */
export function inputExample(code: string, problem: KeyServiceProblem): Example {
  const nothingSent = problem.kind !== 'signature-unusable'
  return [code, messageLines(explainProblems([problem]), nothingSent)]
}

/** What is said about a refusal of a key service. */
export function refusalExample(
  code: string,
  key: KeyServiceError['key'],
  stage: KeyServiceStage,
  answer: {
    readonly status: number
    readonly body: unknown
    readonly url: string
    readonly attempts?: number
    readonly claims?: OidcClaims
  }
): Example {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
  const reply = readReply(
    answer.url,
    { status: answer.status, statusText: '', headers: {}, text },
    []
  )
  const attempt = {
    kind: 'answered',
    method: 'POST',
    effect: 'none',
    url: answer.url,
    status: answer.status,
    message: '',
    requestId: undefined,
    isUsable: false
  } as const
  const attempts = Array.from({ length: answer.attempts ?? 1 }, () => attempt)
  const cause = new RefusedError(reply, attempts)
  const error = new KeyServiceError(cause, { key, stage, claims: answer.claims })
  return [code, messageLines(explain({ error }), false)]
}

/** The key of the examples. */
export const vaultKey: VaultKey = {
  kind: 'key-service',
  service: 'vault',
  product: 'Vault',
  address: 'https://vault.example.com:8200',
  namespace: '',
  mount: 'transit',
  name: 'github-app',
  login: {
    kind: 'oidc',
    path: 'jwt',
    role: 'github-app',
    oidc: { url: 'https://pipelines.example.com/token', token: '', audience: '' }
  }
}

/** What is said in the same way of all key services. */
export function commonExamples(): Example[] {
  const sign = 'https://vault.example.com:8200/v1/transit/sign/github-app/sha2-256'
  return [
    inputExample('kms-key-malformed', {
      kind: 'kms-key-malformed',
      mistake: { mistake: 'not-a-uri', text: 'github-app' }
    }),
    inputExample('kms-login-conflict', { kind: 'login-without-key', inputs: ['vault-role'] }),
    inputExample('kms-login-conflict', {
      kind: 'login-of-other-service',
      inputs: ['aws-role-to-assume'],
      service: 'vault'
    }),
    inputExample('kms-login-missing', { kind: 'login-missing', service: 'vault' }),
    inputExample('kms-login-malformed', {
      kind: 'login-input-malformed',
      input: 'vault-address',
      text: 'vault.example.com',
      example: 'https://vault.example.com:8200'
    }),
    inputExample('oidc-not-available', {
      kind: 'oidc-not-available',
      service: 'vault',
      isFork: false
    }),
    inputExample('kms-key-unsuitable', {
      kind: 'signature-unusable',
      service: 'vault',
      found: { is: 'length', bytes: 64 }
    }),
    refusalExample('oidc-refused', vaultKey, 'oidc', {
      status: 403,
      body: { message: 'Permission denied' },
      url: 'https://pipelines.example.com/token'
    }),
    refusalExample('kms-unavailable', vaultKey, 'signature', {
      status: 502,
      body: '',
      url: sign,
      attempts: 4
    }),
    refusalExample('kms-other-server', vaultKey, 'signature', {
      status: 200,
      body: '<!DOCTYPE html><html></html>',
      url: sign
    }),
    refusalExample('kms-refused', vaultKey, 'signature', {
      status: 400,
      body: { errors: ['unsupported hash algorithm'] },
      url: sign
    })
  ]
}
