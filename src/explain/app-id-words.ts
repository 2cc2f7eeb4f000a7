import { printable } from '../printable'
import type { NotAnAppId } from '../problems/credential-problem'

/** What an input or an `iss` holds instead of an App's id: continues after its name. */
export function describeAppId(found: NotAnAppId): string {
  if (found.is === 'long-text') {
    return `is ${found.length} characters long. No App's id is that long`
  }
  if (found.is === 'odd-character') {
    return `is "${found.text}", which contains ${describeCharacter(found.character)}. No App's id has that`
  }
  return found.is === 'text' ? `is "${found.text}", which cannot be an App's id` : WORDS[found.is]
}

const WORDS: Readonly<
  Record<Exclude<NotAnAppId['is'], 'long-text' | 'odd-character' | 'text'>, string>
> = {
  'client-secret': 'looks like a client secret (40 hex characters)',
  'private-key': "contains a private key, not the App's id",
  fingerprint: "is the fingerprint of a key, not the App's id",
  expression: 'looks like an expression or a variable that was not evaluated',
  token: "contains a token, not the App's id. It is not shown here",
  jwt: "contains a JSON web token, not the App's id. It is not shown here",
  'address-with-credentials':
    "contains an address with a user name or password, not the App's id. It is not shown here",
  address: "is an address, not the App's id",
  quoted: 'has quotes around it'
}

/** A letter of another alphabet can look like a Latin one. */
function describeCharacter(character: string): string {
  if (/[\r\n]/.test(character)) return 'a line end'
  if (/\s/.test(character)) return 'a blank'
  const shown = `"${printable(character)}"`
  if (character <= '~') return shown
  const code = Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')
  return `${shown} (U+${code}), which is not one of the letters A to Z`
}
