import type { OidcRequest } from '../../config/key-service/oidc'
import { bearerAuthorization } from '../../http/authorization'
import { textField } from '../../json'
import { readClaims } from './oidc-claims'
import type { ServiceClient } from './service-client'

/** A JSON web token. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/

/**
 * Gets the job's OIDC token from the runner's GitHub, and hides it in the log. Raises what
 * `ServiceClient.call` raises. https://docs.github.com/en/actions/reference/security/oidc
 */
export async function requestOidcToken(
  client: ServiceClient,
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
