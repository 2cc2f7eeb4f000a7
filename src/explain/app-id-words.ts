import type { NotAnAppId } from '../problem'

/** What an input or an `iss` holds instead of an App's id: continues after its name. */
export function describeAppId(found: NotAnAppId): string {
  switch (found.is) {
    case 'client-secret':
      return 'looks like a client secret (40 hex characters)'
    case 'private-key':
      return "contains a private key, not the App's id"
    case 'fingerprint':
      return "is the fingerprint of a key, not the App's id"
    case 'expression':
      return 'looks like an expression or a variable that was not evaluated'
    case 'jwt':
      return "contains a JSON web token, not the App's id"
    case 'long-text':
      return `is ${found.length} characters long. No App's id is that long`
    case 'text':
      return `is "${found.text}", which contains characters that no App's id has`
  }
}
