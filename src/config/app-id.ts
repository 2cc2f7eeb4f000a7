import { invalid, valid, type LogMessage, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { AppIdInput, NotAnAppId } from '../problem'

/** The App as the workflow names it. */
export interface AppId {
  /** A client ID (`Iv1.…`, `Iv23…`) or a numeric App ID, as text: the JWT's `iss`. */
  readonly value: string
  /** The input it came from. */
  readonly input: AppIdInput
}

/**
 * Reads the App's id from `client-id` or `app-id`; `client-id` wins, and either takes either kind.
 * Problems: `app-id-missing`, `app-id-malformed`.
 *
 * @param repository the workflow's, as `owner/name`
 * @param settings the address of its settings if Dependabot started the run; empty otherwise
 */
export function parseAppId(
  clientId: string,
  appId: string,
  repository: string,
  settings = ''
): Parsed<AppId> {
  const input = clientId === '' ? 'app-id' : 'client-id'
  const value = clientId === '' ? appId : clientId
  if (value === '') {
    return invalid({ kind: 'app-id-missing', repository: printable(repository), settings })
  }
  if (/^(\d{1,20}|[A-Za-z][A-Za-z0-9._-]{2,38})$/.test(value) && !EXPRESSION.test(value)) {
    return valid({ value, input }, appId === '' || appId === value ? [] : [TWO_IDS])
  }
  return invalid({ kind: 'app-id-malformed', input, found: recognise(value) })
}

const TWO_IDS: LogMessage = {
  level: 'notice',
  message:
    'client-id and app-id are both set, and differ. The step uses client-id. Remove one of them.'
}

/** What GitHub or a shell would have replaced: `${{ vars.NAME }}`, `vars.NAME`, `$NAME`, `%NAME%`. */
const EXPRESSION = /^(?:\$|%\w+%$|(?:vars|secrets|env|inputs|github)\.)/

function recognise(value: string): NotAnAppId {
  if (/^[0-9a-f]{40}$/i.test(value)) return { is: 'client-secret' }
  if (value.includes('-----BEGIN')) return { is: 'private-key' }
  if (/^SHA256:/i.test(value)) return { is: 'fingerprint' }
  if (EXPRESSION.test(value)) return { is: 'expression' }
  if (value.length >= 40) return { is: 'long-text', length: value.length }
  return { is: 'text', text: printable(value) }
}
