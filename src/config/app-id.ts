import { printable } from '../printable'
import { invalid, valid, type Parsed } from '../parsed'

/** The App as the workflow names it. */
export interface AppId {
  /** A client ID (`Iv1.…`, `Iv23…`) or a numeric App ID, as text: the JWT's `iss`. */
  readonly value: string
  /** The input it came from. */
  readonly input: 'client-id' | 'app-id'
}

/**
 * Reads the App's id from `client-id` or `app-id`; `client-id` wins, and either takes either kind.
 * Problems: `app-id-missing`, `app-id-malformed`.
 */
export function parseAppId(clientId: string, appId: string): Parsed<AppId> {
  const input = clientId === '' ? 'app-id' : 'client-id'
  const value = clientId === '' ? appId : clientId
  if (value === '') {
    return invalid({
      code: 'app-id-missing',
      title: 'The App is not named',
      problem: 'client-id is empty, and so is app-id.',
      fix: 'set `client-id` (or `app-id`) to the Client ID or the App ID from the App\'s settings page, under "About".'
    })
  }
  if (/^(\d{1,20}|[A-Za-z][A-Za-z0-9._-]{2,38})$/.test(value)) return valid({ value, input })
  return invalid({
    code: 'app-id-malformed',
    title: `${input} is not an App's id`,
    problem: `${input} ${describe(value)}.`,
    fix: 'use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) from the App\'s settings page, under "About".'
  })
}

function describe(value: string): string {
  if (/^[0-9a-f]{40}$/i.test(value)) return 'looks like a client secret (40 hex characters)'
  if (value.includes('-----BEGIN')) return "holds a private key, not the App's id"
  if (/^SHA256:/i.test(value)) return "is the fingerprint of a key, not the App's id"
  if (value.length >= 40) return `is ${value.length} characters long, which no App's id is`
  return `is "${printable(value)}", which holds characters that no App's id has`
}
