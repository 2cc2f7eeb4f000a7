import { invalid, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { OidcReceiver } from '../problems/key-service-problem'
import { isLoopback } from './api-url'
import type { KeyServiceFacts } from './key-service/facts'

/**
 * How the step asks for the job's OIDC token:
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export interface OidcRequest {
  /** The runner's address for it, with a query. */
  readonly url: string
  /** What authorizes the request. Secret: it is also the job's own token at GitHub. */
  readonly token: string
  /** Whom the OIDC token is for (`aud`); empty for GitHub's default, the address of the owner. */
  readonly audience: string
}

/** What decides how the token is asked for. */
export interface OidcFacts extends Pick<KeyServiceFacts, 'variables' | 'isForkRun'> {
  readonly inputs: Pick<KeyServiceFacts['inputs'], 'audience'>
}

/** Audiences consist of visible characters: services compare them byte by byte. */
const AUDIENCE = /^[\x21-\x7e]{1,1000}$/

/** The only characters that a header can have. An earlier step can set other ones. */
const VISIBLE = /^[\x21-\x7e]+$/

/**
 * Reads how to get the job's OIDC token. Problems: `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param audience the one of the service; the input `audience` replaces it
 */
export function readOidcRequest(
  service: OidcReceiver,
  audience: string,
  { inputs, variables, isForkRun }: OidcFacts
): Parsed<OidcRequest> {
  const asked = inputs.audience === '' ? audience : inputs.audience
  if (asked !== '' && !AUDIENCE.test(asked)) {
    return invalid({ kind: 'oidc-audience-refused', text: printable(asked) })
  }
  const url = variables.ACTIONS_ID_TOKEN_REQUEST_URL
  const token = variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN
  if (!VISIBLE.test(token) || !isAddress(url)) {
    return invalid({ kind: 'oidc-not-available', service, isFork: isForkRun })
  }
  return valid({ url, token, audience: asked })
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && isEncryptedOrLocal(new URL(url))
}

/** Whether nobody on the network can read what is sent to an address. */
export function isEncryptedOrLocal({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}
