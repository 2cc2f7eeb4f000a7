import { invalid, valid, type LogMessage, type Parsed } from '../parsed'
import { printable, secretIn } from '../printable'
import type { AppIdInput, NotAnAppId } from '../problem'

/** The App as the workflow names it. */
export interface AppId {
  /** A client ID (`Iv1.…`, `Iv23…`) or a numeric App ID, as text: the JWT's `iss`. */
  readonly value: string
  /** The input it came from; `jwt` if it is the `iss` of the JWT there. */
  readonly input: AppIdInput | 'jwt'
}

/** The App as the log names it: `client-id Iv23…`. */
export function appIdName({ value, input }: AppId): string {
  return `${input === 'jwt' ? 'iss' : input} ${value}`
}

/**
 * Reads the App's id from `client-id` or `app-id`; `client-id` wins, and either takes either kind.
 * Problems: `app-id-missing`, `app-id-malformed`.
 *
 * @param repository the workflow's, as `owner/name`
 */
export function parseAppId(clientId: string, appId: string, repository: string): Parsed<AppId> {
  const input = clientId === '' ? 'app-id' : 'client-id'
  const value = clientId === '' ? appId : clientId
  if (value === '') return invalid({ kind: 'app-id-missing', repository: printable(repository) })
  if (!isAppId(value)) return invalid({ kind: 'app-id-malformed', input, found: notAnAppId(value) })
  return valid({ value, input }, appId === '' || appId === value ? [] : [TWO_IDS])
}

const TWO_IDS: LogMessage = {
  level: 'notice',
  message:
    'client-id and app-id are both set, and differ. The step uses client-id. Remove one of them.'
}

/** What GitHub or a shell would have replaced: `${{ vars.NAME }}`, `vars.NAME`, `$NAME`, `%NAME%`. */
const EXPRESSION = /^(?:\$|%\w+%$|(?:vars|secrets|env|inputs|github)\.)/

/** Whether a text can be a client ID or a numeric App ID. */
export function isAppId(text: string): boolean {
  return /^(\d{1,20}|[A-Za-z][A-Za-z0-9._-]{2,38})$/.test(text) && !EXPRESSION.test(text)
}

/** What a text is that cannot be an App's id. */
export function notAnAppId(value: string): NotAnAppId {
  if (/^[0-9a-f]{40}$/i.test(value)) return { is: 'client-secret' }
  if (value.includes('-----BEGIN')) return { is: 'private-key' }
  if (/^SHA256:/i.test(value)) return { is: 'fingerprint' }
  if (EXPRESSION.test(value)) return { is: 'expression' }
  if (secretIn(value) === 'jwt') return { is: 'jwt' }
  if (value.length >= 40) return { is: 'long-text', length: value.length }
  return { is: 'text', text: printable(value) }
}
