import { route, permissionsField } from '../src/github/api'
import { readPrivateKey } from '../src/config/private-key/read'
import { isName, sameName } from '../src/config/names'
import type { Permissions } from '../src/config/permissions'
import { RefusedError, UnreachableError } from '../src/http/errors'
import { readReply, type Reply } from '../src/http/reply'
import { HttpTransport, TransportError } from '../src/http/transport'
import { field, positiveIntegerField, textField } from '../src/json'
import { sleep } from '../src/time'
import type { Host } from './options'
import { SetupError } from './problem'

/** An App that was created, with its key. The key exists only here. */
export interface CreatedApp {
  readonly slug: string
  readonly clientId: string
  readonly owner: string
  readonly permissions: Permissions
  /** The page of its settings. */
  readonly settings: string
  readonly pem: string
  /** As the App's settings show it. */
  readonly fingerprint: string
}

const HEADERS = {
  accept: 'application/vnd.github+json',
  'x-github-api-version': '2022-11-28'
}

const TIME_LIMIT_MS = 20_000
/** How long to wait before each further try. */
const DELAYS_MS = [1_000, 3_000]

/** A request that nobody is logged in for. */
interface OpenRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
}

/** Sends a request without credentials. Raises {@link UnreachableError} if no answer arrives. */
export async function sendOpen({ method, url }: OpenRequest): Promise<Reply> {
  const transport = new HttpTransport('github-app-token')
  try {
    return readReply(
      url,
      await transport.exchange({ method, url, headers: HEADERS }, TIME_LIMIT_MS),
      []
    )
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    const { code, message } = error
    const attempt = {
      kind: 'unanswered',
      method,
      effect: 'none',
      url: hidden(url),
      code,
      message
    } as const
    throw new UnreachableError(attempt, [attempt], { cause: error })
  }
}

/** The address for messages: a code could still give the key to somebody. */
function hidden(url: string): string {
  return url.replace(/(app-manifests\/)[^/]+/, '$1***')
}

/** What the conversion needs to know to explain its failures. */
export interface ConversionContext {
  readonly host: Host
  readonly account: string
  /** Where the account's Apps are listed. */
  readonly apps: string
}

/**
 * Turns the code into the App and its key. A code works once, so a request is sent again only if the
 * earlier one cannot have been answered with the key, or if its answer was lost: then GitHub refuses
 * the code, and the person is told so. Raises {@link SetupError}, `UnreachableError`, `RefusedError`.
 * https://docs.github.com/en/rest/apps/apps#create-a-github-app-from-a-manifest
 */
export async function convert(code: string, context: ConversionContext): Promise<CreatedApp> {
  const url = context.host.apiUrl + route`/app-manifests/${code}/conversions`
  let wasSent = false
  for (let tries = 0; ; tries++) {
    const delay = DELAYS_MS[tries]
    try {
      const reply = await sendOpen({ method: 'POST', url })
      if (reply.status === 201) return readApp(reply, context)
      if (reply.status === 404 || reply.status === 422)
        throw new SetupError({ kind: 'code-refused', wasSent, apps: context.apps })
      if (reply.status < 500 || delay === undefined)
        throw new RefusedError({ ...reply, url: hidden(reply.url) }, [])
      wasSent = true
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error
      wasSent ||= !/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(error.code)
      if (delay === undefined) throw error
    }
    await sleep(delay)
  }
}

function readApp({ body, status }: Reply, { account, apps }: ConversionContext): CreatedApp {
  const slug = textField(body, 'slug')
  const id = positiveIntegerField(body, 'id')
  const clientId = textField(body, 'client_id') || String(id ?? '')
  const pem = textField(body, 'pem')
  const key = readPrivateKey(pem, 'private-key').result
  // Both become words of commands that are run, and shown to be pasted.
  if (!isName(slug) || !/^[\w.-]{1,60}$/.test(clientId) || !key.ok)
    throw new SetupError({ kind: 'conversion-unclear', status, apps })
  const owner = textField(field(body, 'owner'), 'login') || textField(field(body, 'owner'), 'slug')
  // Another program of this machine could have sent the code of an App of its own.
  if (!sameName(owner, account))
    throw new SetupError({ kind: 'app-of-other-account', slug, owner, account })
  return {
    slug,
    clientId,
    owner,
    permissions: permissionsField(body, 'permissions') ?? {},
    settings: `${apps}/${slug}`,
    pem,
    fingerprint: key.value.fingerprint
  }
}
