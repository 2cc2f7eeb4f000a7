/** The addresses in a text that contain a user name or password. The user `git` is no secret. */
export function addressesWithCredentials(text: string): string[] {
  return text.split(/[\s"'`[\]]+|,(?=[a-z][a-z0-9+.-]*:\/\/)/i).filter(hasCredentials)
}

/** How policies of Google name a service account. */
const GOOGLE_ACCOUNT = /^serviceAccount:[\w.-]+@[\w.-]+\.gserviceaccount\.com$/

function hasCredentials(word: string): boolean {
  if (GOOGLE_ACCOUNT.test(word)) return false
  const { scheme, rest } =
    /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?<rest>.*)$/i.exec(word)?.groups ?? {}
  // No dot before the colon: it is a user name, not a host. At least two characters: it is not a drive of Windows.
  if (scheme === undefined || rest === undefined) return /^[^/:@.\\]{2,}:[^@\\]+@./.test(word)
  const [authority = ''] = rest.split('/')
  const end = authority.lastIndexOf('@')
  // A slash in a password ends the authority before its `@`.
  if (end < 0) return /:(?!\d*$)/.test(authority) && rest.includes('@')
  const user = authority.slice(0, end)
  return /ssh$/i.test(scheme) ? user.includes(':') : user !== 'git' && user !== ''
}
