import { invalid, valid, type Parsed } from '../parsed'
import { printable } from '../printable'

/** A host as `URL` writes it: letters beyond ASCII are encoded, and IPv6 is in brackets. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/

/**
 * Checks the address of GitHub's web pages before it becomes a part of git's configuration: `URL`
 * lets quotes and other characters into a host that would end the name of a section. Problem:
 * `api-url-malformed`.
 *
 * @param name where the address comes from, such as `GITHUB_SERVER_URL`
 */
export function checkWebAddress(name: string, address: string): Parsed<true> {
  const wrong = mistakeIn(address)
  if (wrong === undefined) return valid(true)
  return invalid({
    code: 'api-url-malformed',
    title: `${name} is not a web address`,
    problem: `${name} ${wrong}, so the addresses of repositories are not known.`,
    fix: 'set it to an address such as https://github.com, or set `github-api-url`.'
  })
}

function mistakeIn(address: string): string | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return `is "${printable(address)}"`
  const { username, password, hostname, pathname } = new URL(address)
  // Not shown: the password would be.
  if (username + password !== '') return 'contains a user name or password'
  if (!HOST.test(hostname)) return `is "${printable(address)}", whose host has an invalid character`
  const isBare = pathname === '/' && !/[?#]/.test(address)
  return isBare ? undefined : `is "${printable(address)}", which has more than a host and a port`
}
