import { sameName } from '../names'

/**
 * The path of a web or git address on one of the API's own hosts (`https://github.com/octo-org/hello`,
 * `git@github.com:octo-org/hello.git`), without slashes at its end; undefined where the text is no
 * such address.
 */
export function pathOfAddress(text: string, webHosts: readonly string[]): string | undefined {
  const match = /^(?:(?:https?|ssh):\/\/(?:git@)?|git@)([^/:@\s]+)(?::\d+)?[/:]([^\s?#]*)$/.exec(
    text
  )
  const [host, path] = [match?.[1], match?.[2]]
  if (host === undefined || path === undefined) return undefined
  if (!webHosts.some((known) => sameName(known, host))) return undefined
  return path.replace(/(?<!\/)\/+$/, '')
}
