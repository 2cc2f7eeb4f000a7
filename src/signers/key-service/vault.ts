import type { VaultKey } from '../../config/key-service/vault'
import type { RefusalReader } from '../../http/http-client'
import type { Reply } from '../../http/reply'
import { jsonBody } from '../../http/request-parts'
import { field, listField, messageText, textField } from '../../json'
import { sleep } from '../../time'
import type { KeyService, PublicKey, KeyServiceSignature } from './key-service'
import { isCredential, type KeyServiceCall, type KeyServiceClient } from './key-service-client'

/**
 * Signs in the transit engine of Vault or OpenBao:
 * https://developer.hashicorp.com/vault/api-docs/secret/transit#sign-data
 */
export function vaultService(key: VaultKey, client: KeyServiceClient): KeyService {
  return {
    sign: (text) => withToken(key, client, (token) => sign(key, client, token, text)),
    publicKey: () => withToken(key, client, (token) => publicKey(key, client, token))
  }
}

/** What a login gave. */
interface VaultToken {
  readonly value: string
  /** Whether this step can and must revoke it. A batch token cannot be revoked, and ends by itself. */
  readonly isRevocable: boolean
}

/** Logs in, works, and revokes the token if the login made one that lives on. */
async function withToken<T>(
  key: VaultKey,
  client: KeyServiceClient,
  work: (token: string) => Promise<T>
): Promise<T> {
  const token = await logIn(key, client)
  try {
    return await work(token.value)
  } finally {
    if (token.isRevocable) await logOut(key, client, token.value)
  }
}

async function logIn(key: VaultKey, client: KeyServiceClient): Promise<VaultToken> {
  const { login } = key
  if (login.kind === 'token') return { value: login.token, isRevocable: false }
  const jwt = await client.oidcToken(login.oidc)
  const token = await client.call<VaultToken>({
    ...request(key),
    stage: 'login',
    method: 'POST',
    url: address(key, `auth/${login.path}/login`),
    body: jsonBody({ role: login.role, jwt }),
    secrets: [jwt],
    read: ({ body }) => {
      const auth = field(body, 'auth')
      const value = textField(auth, 'client_token')
      const isRevocable = textField(auth, 'token_type') === 'service'
      return isCredential(value) ? { value, isRevocable } : undefined
    }
  })
  client.mask(token.value)
  return token
}

async function sign(
  key: VaultKey,
  client: KeyServiceClient,
  token: string,
  text: string
): Promise<KeyServiceSignature> {
  return client.call<KeyServiceSignature>({
    ...request(key, token),
    stage: 'signature',
    method: 'POST',
    url: address(key, `${key.mount}/sign/${key.name}/sha2-256`),
    body: jsonBody({
      input: Buffer.from(text).toString('base64'),
      // Without it, Vault signs with PSS, which no JWT with RS256 has.
      signature_algorithm: 'pkcs1v15',
      marshaling_algorithm: 'jws'
    }),
    read: ({ body }) => {
      const answer = textField(field(body, 'data'), 'signature')
      const { version, signature } =
        /^vault:v(?<version>\d{1,9}):(?<signature>[\w-]+)$/.exec(answer)?.groups ?? {}
      return signature === undefined
        ? undefined
        : { bytes: Buffer.from(signature, 'base64url'), version }
    }
  })
}

/** The public half of the newest version, because Vault signs with it. */
async function publicKey(
  key: VaultKey,
  client: KeyServiceClient,
  token: string
): Promise<PublicKey> {
  return client.call({
    ...request(key, token),
    stage: 'public-key',
    method: 'GET',
    url: address(key, `${key.mount}/keys/${key.name}`),
    read: ({ body }) => {
      const data = field(body, 'data')
      const latest = field(field(data, 'keys'), String(field(data, 'latest_version')))
      return { pem: textField(latest, 'public_key') }
    }
  })
}

/** How long the step waits for the end of its login, in milliseconds. */
const LOGOUT_TIMEOUT_MS = 3_000

/**
 * The token of this step would end by itself, so a failure here is no failure of the step, and must not
 * take the time that the step needs for GitHub.
 */
async function logOut(key: VaultKey, client: KeyServiceClient, token: string): Promise<void> {
  const call: KeyServiceCall<true> = {
    ...request(key, token),
    stage: 'logout',
    method: 'POST',
    url: address(key, 'auth/token/revoke-self'),
    read: () => true
  }
  await Promise.race([client.call(call).catch(() => undefined), sleep(LOGOUT_TIMEOUT_MS)])
}

function request(
  { namespace }: VaultKey,
  token?: string
): Pick<KeyServiceCall<unknown>, 'headers' | 'authorize' | 'refusals'> {
  return {
    headers: {
      'x-vault-request': 'true',
      ...(namespace === '' ? {} : { 'x-vault-namespace': namespace })
    },
    authorize: () =>
      token === undefined
        ? { headers: {}, secrets: [] }
        : { headers: { 'x-vault-token': token }, secrets: [token] },
    refusals: REFUSALS
  }
}

const REFUSALS: RefusalReader = {
  codeOf: vaultError,
  // 412: a server of the cluster is not up to date yet.
  isTemporary: ({ status }) => status === 412 || status === 429
}

/** What Vault says of a failure: it has no codes, only texts. Empty if it says nothing. */
export function vaultError({ body }: Reply): string {
  const texts = listField(body, 'errors').filter((one) => typeof one === 'string')
  return messageText(texts.join('; ').trim())
}

function address({ address: server }: VaultKey, path: string): string {
  return `${server}/v1/${path}`
}
