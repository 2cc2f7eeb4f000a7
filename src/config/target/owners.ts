import type { Explanation } from '../../explain/explanation'
import { printable } from '../../printable'
import { isName, splitList } from '../names'
import { combineList, invalid, map, valid, type Parsed } from '../parsed'
import { pathOfAddress } from './address'

/**
 * Reads `owner`: one account or several, separated by commas or lines, none twice. Empty: none named.
 * Problem: `owner-malformed`.
 */
export function parseOwners(text: string, webHosts: readonly string[]): Parsed<readonly string[]> {
  if (text === '') return valid([])
  const entries = splitList(text)
  if (entries.length === 0) {
    return invalid(
      malformed(
        `is "${printable(text)}": it is set, but names no account`,
        'name the account, or remove `owner` if the token is for the owner of this repository.'
      )
    )
  }
  return map(combineList(entries.map((entry) => parseOwner(entry, webHosts))), distinct)
}

function distinct(owners: readonly string[]): string[] {
  const byName = new Map<string, string>()
  for (const owner of owners) {
    if (!byName.has(owner.toLowerCase())) byName.set(owner.toLowerCase(), owner)
  }
  return [...byName.values()]
}

function parseOwner(text: string, webHosts: readonly string[]): Parsed<string> {
  if (isName(text)) return valid(text)
  const account = pathOfAddress(text, webHosts)
  if (account !== undefined && isName(account)) {
    const message = `owner is an address; its account ${account} was used.`
    return valid(account, [{ level: 'notice', message }])
  }
  // What looks like a key is nothing to repeat.
  const [owner = '', name = '', ...rest] = printable(text).split('/')
  if (isName(owner) && isName(name) && rest.length === 0) {
    return invalid(
      malformed(
        `is "${printable(text)}": an account and a repository`,
        `set \`owner: ${owner}\` and \`repositories: ${name}\`.`
      )
    )
  }
  return invalid(
    malformed(
      `is "${printable(text)}", which cannot be the name of an account`,
      'use the name of the organization or user as it stands in its address, such as octo-org.'
    )
  )
}

function malformed(what: string, fix: string): Explanation {
  return {
    code: 'owner-malformed',
    title: 'owner is not an account',
    problem: `owner ${what}.`,
    fix
  }
}
