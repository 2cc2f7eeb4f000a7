/**
 * How several configuration files of this action get on with each other: no address may be in two of
 * them. Git would use the later one, because an empty `extraHeader` resets the list. git-lfs does
 * not know that reset: it sends the headers of both, and GitHub answers 400.
 */

/** One section of a file, as `gitConfiguration` writes it. */
interface Section {
  readonly text: string
  /** The address for which it sets a header. */
  readonly url?: string
  /** The beginning of the addresses that it rewrites. */
  readonly alias?: string
  /** Whether it rewrites them to themselves, so that a shorter beginning does not apply to them. */
  readonly isException?: boolean
}

/** The text of an earlier file, without each address that a newer text holds. */
export function withoutAddressesOf(newer: string, earlier: string): string {
  const sections = sectionsOf(newer)
  const urls = new Set(sections.flatMap(({ url }) => url ?? []))
  const aliases = rewrittenBy(sections)
  return keep(
    earlier,
    (section) =>
      !(section.url !== undefined && urls.has(section.url)) &&
      !(section.alias !== undefined && aliases.has(section.alias)) &&
      !isOverruled(section, aliases)
  )
}

/**
 * The text of a newer file, without the exceptions that would keep git from rewriting addresses as an
 * earlier file does.
 */
export function withoutExceptionsTo(earlier: string, newer: string): string {
  const aliases = rewrittenBy(sectionsOf(earlier))
  return keep(newer, (section) => !isOverruled(section, aliases))
}

/** An owner's beginning ends with a slash: every repository of the owner is rewritten, too. */
function isOverruled({ alias, isException }: Section, aliases: ReadonlySet<string>): boolean {
  if (alias === undefined || isException !== true) return false
  const owner = alias.slice(0, alias.lastIndexOf('/') + 1)
  return aliases.has(alias) || aliases.has(owner)
}

function rewrittenBy(sections: readonly Section[]): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ alias, isException }) =>
      alias === undefined || isException === true ? [] : [alias]
    )
  )
}

function keep(text: string, isKept: (section: Section) => boolean): string {
  return sectionsOf(text)
    .filter(isKept)
    .map((section) => section.text)
    .join('')
}

/** Whatever else is in the text is a section without an address, and stays. */
function sectionsOf(text: string): Section[] {
  return text.split(/^(?=\[)/m).map((section) => {
    const [, url, base, alias] =
      /^\[(?:http "([^"\n]*)"|url "([^"\n]*)"\]\n\tinsteadOf = (.*))/.exec(section) ?? []
    if (alias !== undefined) return { text: section, alias, isException: alias === base }
    return url === undefined ? { text: section } : { text: section, url }
  })
}
