import type { OidcRequest } from '../config/oidc'
import { bearerAuthorization } from '../http/authorization'
import type { ServiceRequest } from '../http/call-service'
import { textField } from '../json'
import { readClaims, type OidcClaims } from './claims'

/** A JSON web token. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/

/** What asks for the job's OIDC token, to send it to a service. */
export interface OidcClient {
  /** Set when the token is there. */
  claims: OidcClaims | undefined
  /** Hides a secret in the log. */
  mask(secret: string): void
  /** Sends a call until its answer can be read. */
  call<T>(call: ServiceRequest<T> & { readonly stage: 'oidc' }): Promise<T>
}

/**
 * Gets the job's OIDC token from the runner's GitHub, and hides it in the log. Raises what the client
 * raises. https://docs.github.com/en/actions/reference/security/oidc
 */
export async function requestOidcToken(
  client: OidcClient,
  { url, token, audience }: OidcRequest
): Promise<string> {
  const address = new URL(url)
  if (audience !== '') address.searchParams.set('audience', audience)
  const idToken = await client.call({
    stage: 'oidc',
    method: 'GET',
    url: address.href,
    authorize: () => bearerAuthorization(token),
    answers: { codeOf: ({ message }) => message, isTemporary: ({ status }) => status === 429 },
    read: ({ body }) => {
      const value = textField(body, 'value')
      return JWT.test(value) ? value : undefined
    }
  })
  client.mask(idToken)
  client.claims = readClaims(idToken)
  return idToken
}
