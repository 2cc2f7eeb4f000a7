import { invalid, valid, type LogMessage, type Parsed } from '../parsed'
import { printable } from '../printable'
import { secretKindIn } from '../secret-text'
import { isExpression } from './expression'
import { addressesWithCredentials } from './address-credentials'
import type { AppIdInput, NotAnAppId } from '../problems/credential-problem'

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
  if (!isAppId(value)) return invalid({ kind: 'app-id-malformed', input, found: notAnAppId(value) })
  return valid({ value, input }, appId === '' || appId === value ? [] : [TWO_IDS])
}

const TWO_IDS: LogMessage = {
  level: 'notice',
  message:
    'client-id and app-id are both set, and differ. The step uses client-id. Remove one of them.'
}

/** Whether a text can be a Client ID or an App ID. */
export function isAppId(text: string): boolean {
  return hasShapeOfId(text) && !isExpression(text)
}

function hasShapeOfId(text: string): boolean {
  return /^(\d{1,20}|[A-Za-z][A-Za-z0-9._-]{2,38})$/.test(text)
}

/** What a text is that cannot be an App's id. */
export function notAnAppId(value: string): NotAnAppId {
  const secret = recognizeSecret(value)
  if (secret !== undefined) return { is: secret }
  if (/^SHA256:/i.test(value)) return { is: 'fingerprint' }
  if (isExpression(value)) return { is: 'expression' }
  if (/^https?:\/\//i.test(value)) return { is: 'address' }
  if (hasShapeOfId(/^(["'`])(.*)\1$/.exec(value)?.[2] ?? '')) return { is: 'quoted' }
  if (value.length >= 40) return { is: 'long-text', length: value.length }
  const text = printable(value)
  const character = /[^A-Za-z0-9._-]/u.exec(value)?.[0]
  return character === undefined ? { is: 'text', text } : { is: 'odd-character', text, character }
}

function recognizeSecret(
  value: string
): 'client-secret' | 'private-key' | 'token' | 'jwt' | 'address-with-credentials' | undefined {
  if (/^[0-9a-f]{40}$/i.test(value)) return 'client-secret'
  if (value.includes('-----BEGIN')) return 'private-key'
  const kind = secretKindIn(value)
  if (kind === 'token' || kind === 'jwt') return kind
  return addressesWithCredentials(value).length > 0 ? 'address-with-credentials' : undefined
}
