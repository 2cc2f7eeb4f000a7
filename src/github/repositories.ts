import type { Door } from '../http/http-client'
import { listField, textField } from '../json'

const PER_PAGE = 100

/** At most this many pages are read. */
const MOST_PAGES = 10

/**
 * Lists what a token reaches, as `owner/name`; undefined where that is a thousand or more
 * repositories. Raises what `Door.call` raises.
 * https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
 */
export async function listRepositories(
  door: Door,
  token: string
): Promise<readonly string[] | undefined> {
  const names: string[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `/installation/repositories?per_page=${PER_PAGE}&page=${page}`
    const { reply } = await door.call({ method: 'GET', path, bearer: token })
    const found = listField(reply.body, 'repositories').map((one) => textField(one, 'full_name'))
    names.push(...found)
    if (found.length < PER_PAGE) return names
  }
  return undefined
}
