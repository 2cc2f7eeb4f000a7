/** Both alphabets of RFC 4648 (sections 4 and 5), padding optional, any white space between. */
const WHOLE = /^[A-Za-z0-9+/_-]+=*$/
const STRAY = /[^A-Za-z0-9+/_=\s-]/

/** The text without any white space: base64 is the same however it is wrapped or indented. */
export function compact(text: string): string {
  return text.replace(/\s+/g, '')
}

/** The bytes of a text that is base64 or base64url from end to end. */
export function base64Bytes(text: string): Buffer | undefined {
  const body = compact(text)
  return WHOLE.test(body) ? Buffer.from(body, 'base64') : undefined
}

/** Where the first character stands that base64 cannot have there; -1 where there is none. */
export function strayCharacter(text: string): number {
  const stray = text.search(STRAY)
  const padding = text.indexOf('=')
  if (padding === -1 || /^[=\s]*$/.test(text.slice(padding))) {
    return stray
  }
  return stray === -1 ? padding : Math.min(stray, padding)
}
