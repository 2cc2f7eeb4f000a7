import { createHash } from 'node:crypto'
import type { GoogleKey } from '../../config/key-service/google'
import {
  googleAddress,
  googleKeyPath,
  googleProviderPath
} from '../../config/key-service/google-paths'
import { bearerAuthorization, jsonBody } from '../../http/request-parts'
import type { RefusalReader } from '../../http/http-client'
import type { Reply } from '../../http/reply'
import { field, listField, messageField, textField } from '../../json'
import { printable } from '../../printable'
import { unusable, type KeyService, type PublicKey, type KeyServiceSignature } from './key-service'
import { credentialField, type KeyServiceClient } from './key-service-client'

/**
 * Signs in Google Cloud KMS:
 * https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys.cryptoKeyVersions/asymmetricSign
 */
export function googleService(key: GoogleKey, client: KeyServiceClient): KeyService {
  return {
    sign: async (text) => sign(key, client, await logIn(key, client), text),
    publicKey: async () => publicKey(key, client, await logIn(key, client))
  }
}

const SCOPES = 'https://www.googleapis.com/auth'

/** Returns an access token, of the workload itself or of the service account. */
async function logIn(key: GoogleKey, client: KeyServiceClient): Promise<string> {
  const token = await exchange(key, client)
  return key.login.serviceAccount === '' ? token : impersonate(key, client, token)
}

/** Exchanges the job's OIDC token: https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token */
async function exchange(key: GoogleKey, client: KeyServiceClient): Promise<string> {
  const { provider, serviceAccount, oidc } = key.login
  const subjectToken = await client.oidcToken(oidc)
  const token = await client.call({
    stage: 'login',
    method: 'POST',
    url: `${googleAddress(key, 'sts')}/v1/token`,
    body: jsonBody({
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience: `//iam.googleapis.com/${googleProviderPath(provider)}`,
      // The least that works: to act as a service account needs this scope.
      scope: `${SCOPES}/${serviceAccount === '' ? 'cloudkms' : 'cloud-platform'}`,
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      subjectToken
    }),
    secrets: [subjectToken],
    refusals: REFUSALS,
    read: ({ body }) => credentialField(body, 'access_token')
  })
  client.mask(token)
  return token
}

/**
 * Gets an access token of the service account, for five minutes and for Cloud KMS only:
 * https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
 */
async function impersonate(
  key: GoogleKey,
  client: KeyServiceClient,
  federated: string
): Promise<string> {
  const token = await client.call({
    stage: 'impersonation',
    method: 'POST',
    url: `${googleAddress(key, 'iamcredentials')}/v1/projects/-/serviceAccounts/${key.login.serviceAccount}:generateAccessToken`,
    body: jsonBody({ scope: [`${SCOPES}/cloudkms`], lifetime: '300s' }),
    authorize: () => bearerAuthorization(federated),
    refusals: REFUSALS,
    read: ({ body }) => credentialField(body, 'accessToken')
  })
  client.mask(token)
  return token
}

async function sign(
  key: GoogleKey,
  client: KeyServiceClient,
  token: string,
  text: string
): Promise<KeyServiceSignature> {
  const sha256 = createHash('sha256').update(text).digest('base64')
  const { bytes, name } = await client.call({
    stage: 'signature',
    method: 'POST',
    url: `${keyAddress(key)}:asymmetricSign`,
    body: jsonBody({ digest: { sha256 } }),
    authorize: () => bearerAuthorization(token),
    refusals: REFUSALS,
    read: ({ body }) => {
      const signature = textField(body, 'signature')
      const isBase64 = /^[A-Za-z\d+/]+={0,2}$/.test(signature)
      const signer = textField(body, 'name')
      return isBase64 && signer !== ''
        ? { bytes: Buffer.from(signature, 'base64'), name: signer }
        : undefined
    }
  })
  const asked = withoutProject(googleKeyPath(key))
  const used = withoutProject(name)
  if (used !== asked) throw unusable(key, { is: 'other-key', asked, used: printable(used) })
  return { bytes }
}

/** The answer may have the project's id where the URI has its number. */
function withoutProject(name: string): string {
  return name.replace(/^projects\/[^/]+\//, '')
}

/** What signs a JWT with RS256. */
const SUITABLE = /^RSA_SIGN_PKCS1_\d+_SHA256$/

/** The public half of the key version. Google says with it for which algorithm the version is. */
async function publicKey(
  key: GoogleKey,
  client: KeyServiceClient,
  token: string
): Promise<PublicKey> {
  return client.call({
    stage: 'public-key',
    method: 'GET',
    url: `${keyAddress(key)}/publicKey`,
    authorize: () => bearerAuthorization(token),
    refusals: REFUSALS,
    read: ({ body }) => {
      const pem = textField(body, 'pem')
      const algorithm = textField(body, 'algorithm')
      const isOther = algorithm !== '' && !SUITABLE.test(algorithm)
      return isOther ? { pem, otherAlgorithm: algorithm } : { pem }
    }
  })
}

function keyAddress(key: GoogleKey): string {
  return `${googleAddress(key, 'cloudkms')}/v1/${googleKeyPath(key)}`
}

const REFUSALS: RefusalReader = {
  codeOf: (reply) => {
    const { code, reason } = googleError(reply)
    return `${code} ${reason}`.trim()
  },
  isTemporary: ({ status }) => status === 429
}

/** What Google says of a failure. What it does not say is empty. */
export interface GoogleError {
  /** Such as `PERMISSION_DENIED`, or `invalid_grant` from the Security Token Service. */
  readonly code: string
  /** More exactly, such as `SERVICE_DISABLED`. */
  readonly reason: string
  /** Whose quota the request counts for, such as `projects/123456789012`. */
  readonly consumer: string
  readonly message: string
}

/**
 * Reads an error of Google's APIs (https://cloud.google.com/apis/design/errors), or of its Security
 * Token Service (RFC 6749, 5.2).
 */
export function googleError({ body }: Reply): GoogleError {
  const error = field(body, 'error')
  if (typeof error === 'string') {
    const message = messageField(body, 'error_description')
    return { code: error, reason: '', consumer: '', message }
  }
  const info = listField(error, 'details').find((detail) => textField(detail, 'reason') !== '')
  return {
    code: textField(error, 'status'),
    reason: textField(info, 'reason'),
    consumer: textField(field(info, 'metadata'), 'consumer'),
    message: messageField(error, 'message')
  }
}
