import type { OidcRequest } from '../config/oidc'
import { bearerAuthorization } from '../http/request-parts'
import { callService } from '../http/call-service'
import type { HttpClient } from '../http/http-client'
import { textField } from '../json'

/** A JSON web token. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/

/**
 * Gets the job's OIDC token from the runner's GitHub. It is secret: mask it before it is used. Raises
 * what `callService` raises. https://docs.github.com/en/actions/reference/security/oidc
 */
export async function requestOidcToken(
  http: HttpClient,
  { url, token, audience }: OidcRequest
): Promise<string> {
  const address = new URL(url)
  if (audience !== '') address.searchParams.set('audience', audience)
  const { value } = await callService(http, {
    method: 'GET',
    url: address.href,
    authorize: () => bearerAuthorization(token),
    refusals: { codeOf: ({ message }) => message, isTemporary: ({ status }) => status === 429 },
    read: ({ body }) => {
      const text = textField(body, 'value')
      return JWT.test(text) ? text : undefined
    }
  })
  return value
}
