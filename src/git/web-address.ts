import { invalid, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { AddressMistake, Problem } from '../problem'

/** A host as `URL` writes it: letters beyond ASCII are encoded, and IPv6 is in brackets. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/

/**
 * Checks the address of GitHub's web pages before it becomes a part of git's configuration: `URL`
 * lets quotes and other characters into a host that would end the name of a section. Problem:
 * `web-url-malformed`.
 *
 * @param name where the address comes from, such as `GITHUB_SERVER_URL`
 */
export function checkWebAddress(name: WebAddressName, address: string): Parsed<true> {
  const mistake = mistakeIn(address)
  return mistake === undefined ? valid(true) : invalid({ kind: 'web-url-malformed', name, mistake })
}

/** The settings that the address of the web pages can come from. */
export type WebAddressName = Extract<Problem, { readonly kind: 'web-url-malformed' }>['name']

function mistakeIn(address: string): AddressMistake | undefined {
  const text = printable(address)
  if (!/^https?:/i.test(address) || !URL.canParse(address)) {
    return { mistake: 'not-an-address', text }
  }
  const { username, password, hostname, pathname } = new URL(address)
  // Not shown: the password would be.
  if (username + password !== '') return { mistake: 'credentials' }
  if (!HOST.test(hostname)) return { mistake: 'invalid-host', text }
  const isBare = pathname === '/' && !/[?#]/.test(address)
  return isBare ? undefined : { mistake: 'not-only-a-host', text }
}
