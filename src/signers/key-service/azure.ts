import { createHash, createPublicKey } from 'node:crypto'
import type { AzureKey } from '../../config/key-service/azure'
import { bearerAuthorization, formBody, jsonBody } from '../../http/request-parts'
import type { RefusalReader } from '../../http/http-client'
import type { Reply } from '../../http/reply'
import { field, messageField, textField } from '../../json'
import { unusable, type KeyService, type KeyServiceSignature } from './key-service'
import { credentialField, type KeyServiceClient } from './key-service-client'

/**
 * Signs in Azure Key Vault or a Managed HSM:
 * https://learn.microsoft.com/en-us/rest/api/keyvault/keys/sign/sign
 */
export function azureService(key: AzureKey, client: KeyServiceClient): KeyService {
  return {
    sign: async (text) => sign(key, client, await logIn(key, client), text),
    publicKey: async () => ({ pem: await publicKey(key, client, await logIn(key, client)) })
  }
}

/**
 * Exchanges the job's OIDC token for an access token, which ends by itself:
 * https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow#third-case-access-token-request-with-a-federated-credential
 */
async function logIn({ login }: AzureKey, client: KeyServiceClient): Promise<string> {
  const jwt = await client.oidcToken(login.oidc)
  const token = await client.call({
    stage: 'login',
    method: 'POST',
    url: `${login.address}/${login.tenant}/oauth2/v2.0/token`,
    body: formBody({
      client_id: login.clientId,
      client_assertion: jwt,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      grant_type: 'client_credentials',
      scope: login.scope
    }),
    secrets: [jwt],
    refusals: REFUSALS,
    read: ({ body }) => credentialField(body, 'access_token')
  })
  client.mask(token)
  return token
}

async function sign(
  key: AzureKey,
  client: KeyServiceClient,
  token: string,
  text: string
): Promise<KeyServiceSignature> {
  const digest = createHash('sha256').update(text).digest('base64url')
  const { used, bytes } = await client.call({
    stage: 'signature',
    method: 'POST',
    url: address(key, '/sign'),
    body: jsonBody({ alg: 'RS256', value: digest }),
    authorize: () => bearerAuthorization(token),
    refusals: REFUSALS,
    read: ({ body }) => {
      const value = textField(body, 'value')
      const used = keyAndVersion(textField(body, 'kid'))
      return used === undefined || !/^[\w-]+$/.test(value)
        ? undefined
        : { used, bytes: Buffer.from(value, 'base64url') }
    }
  })
  const asked = `${key.name}/${key.version}`
  if (used.toLowerCase() !== asked.toLowerCase())
    throw unusable(key, { is: 'other-key', asked, used })
  return { bytes }
}

/** `KEY/VERSION` of the address with which Azure names a key; undefined if it is no such address. */
function keyAndVersion(kid: string): string | undefined {
  return /^https?:\/\/[^/]+\/keys\/([a-z0-9-]+\/[a-z0-9]+)$/i.exec(kid)?.[1]
}

/** Needs a right that signing does not need, so this is often refused. */
async function publicKey(key: AzureKey, client: KeyServiceClient, token: string): Promise<string> {
  return client.call({
    stage: 'public-key',
    method: 'GET',
    url: address(key, ''),
    authorize: () => bearerAuthorization(token),
    refusals: REFUSALS,
    read: ({ body }) => {
      const found = field(body, 'key')
      return rsaPublicKey(textField(found, 'n'), textField(found, 'e'))
    }
  })
}

/** The PEM of an RSA key with this modulus and exponent; undefined if there is no such key. */
function rsaPublicKey(n: string, e: string): string | undefined {
  // OpenSSL makes a key of nothing, too.
  if (Buffer.from(n, 'base64url').length < MIN_MODULUS_LENGTH || e === '') return undefined
  const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
  return key.export({ type: 'spki', format: 'pem' }).toString()
}

/** Of the smallest RSA keys that Azure makes (2048 bits), in bytes. */
const MIN_MODULUS_LENGTH = 256

function address({ address: vault, name, version }: AzureKey, path: '' | '/sign'): string {
  return `${vault}/keys/${name}/${version}${path}?api-version=7.4`
}

const REFUSALS: RefusalReader = {
  codeOf: (reply) => azureFailure(reply).code,
  isTemporary: ({ status }) => status === 429
}

/** What Azure says of a failure; empty if it does not say it. */
export interface AzureFailure {
  /** Its most exact code, such as `AADSTS700213` or `ForbiddenByRbac`. */
  readonly code: string
  /** Its first line. What follows are numbers for Azure's support, and who asked. */
  readonly message: string
}

/**
 * Reads a failure of Microsoft Entra ID or of Key Vault:
 * https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
 * https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes
 */
export function azureFailure({ body }: Reply): AzureFailure {
  const error = field(body, 'error')
  const description = messageField(body, 'error_description')
  const message = description === '' ? messageField(error, 'message') : description
  const codes = [
    /^(?:AADSTS|AKV)\d{1,9}\b/.exec(message)?.[0],
    textField(field(error, 'innererror'), 'code'),
    textField(error, 'code'),
    error
  ]
  const code = codes.find((one) => typeof one === 'string' && /^[\w.-]{1,80}$/.test(one))
  const [line = ''] = message.split(/[\r\n]| Trace ID: /)
  return { code: typeof code === 'string' ? code : '', message: line.trim() }
}
