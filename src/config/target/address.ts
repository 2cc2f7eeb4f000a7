import { sameName } from '../names'

const URL_FORM = /^(?:https?|ssh):\/\/(?:git@)?(?<host>[^/:@\s]+)(?::\d+)?\/(?<path>[^\s?#]*)$/
/** As git takes it for ssh: a path after a colon, and no port. */
const SCP_FORM = /^git@(?<host>[^/:@\s]+):(?<path>[^\s?#]*)$/

/**
 * The path of a web or git address on one of the API's own hosts (`https://github.com/octo-org/hello`,
 * `git@github.com:octo-org/hello.git`), without slashes at its end; undefined where the text is no
 * such address.
 */
export function pathOfAddress(text: string, webHosts: readonly string[]): string | undefined {
  const { host, path } = (URL_FORM.exec(text) ?? SCP_FORM.exec(text))?.groups ?? {}
  if (host === undefined || path === undefined) return undefined
  if (!webHosts.some((known) => sameName(known, host))) return undefined
  return path.replace(/(?<!\/)\/+$/, '')
}
