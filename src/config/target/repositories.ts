import type { Explanation } from '../../explain/explanation'
import { printable } from '../../printable'
import { isName, splitList } from '../names'
import { combineList, invalid, valid, type Parsed } from '../parsed'
import { pathOfAddress } from './address'

/** A repository as `repositories` names it. */
export interface NamedRepository {
  /** Empty where the name stands alone. */
  readonly owner: string
  readonly name: string
  /** The entry as it was written. */
  readonly entry: string
}

/**
 * Reads `repositories`, entry by entry: names, or `owner/name`, separated by commas or lines, or a
 * JSON list of them. Problem: `repository-malformed`.
 */
export function parseRepositories(
  text: string,
  webHosts: readonly string[]
): readonly Parsed<NamedRepository>[] {
  const entries = jsonList(text) ?? splitList(text)
  return entries.map((entry) => parseRepository(entry, webHosts))
}

/** Reads `repository-ids`: positive whole numbers. Problem: `repository-malformed`. */
export function parseRepositoryIds(text: string): Parsed<readonly number[]> {
  const entries = jsonList(text) ?? splitList(text)
  const ids = combineList(entries.map(parseRepositoryId))
  if (!ids.ok || entries.length > 0 || text === '') return ids
  return invalid(malformedId(text))
}

function parseRepositoryId(entry: string): Parsed<number> {
  return /^[1-9]\d{0,14}$/.test(entry) ? valid(Number(entry)) : invalid(malformedId(entry))
}

function malformedId(entry: string): Explanation {
  return {
    code: 'repository-malformed',
    title: 'repository-ids holds something that is no id',
    problem: `repository-ids holds "${printable(entry)}", which cannot be the id of a repository.`,
    fix: 'list numbers, separated by commas or lines; `gh api repos/OWNER/NAME --jq .id` prints one.'
  }
}

function parseRepository(entry: string, webHosts: readonly string[]): Parsed<NamedRepository> {
  const path = pathOfAddress(entry, webHosts) ?? entry
  const slash = path.indexOf('/')
  const owner = slash === -1 ? '' : path.slice(0, slash)
  const name = path.slice(slash + 1).replace(/\.git$/, '')
  if (!isName(name) || (slash !== -1 && !isName(owner))) {
    return invalid({
      code: 'repository-malformed',
      title: 'repositories holds something that is no repository',
      problem: `repositories holds "${printable(entry)}", which cannot be the name of a repository.`,
      fix: 'list names such as `hello` or `octo-org/hello`, separated by commas or lines.'
    })
  }
  const read = owner === '' ? name : `${owner}/${name}`
  if (read === entry) return valid({ owner, name, entry })
  const message = `repositories holds "${printable(entry)}"; it was read as ${read}.`
  return valid({ owner, name, entry }, [{ level: 'notice', message }])
}

/** The texts of a JSON list, as some other actions take; undefined where it is none. */
function jsonList(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const list = JSON.parse(text) as unknown[]
    return list.map((item) => (typeof item === 'string' ? item.trim() : JSON.stringify(item)))
  } catch {
    return undefined
  }
}
