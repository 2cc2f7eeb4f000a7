/** Decides whether a tag can be released, and whether the major tag moves. */

/** A version of Semantic Versioning, without build metadata. */
export interface Version {
  readonly major: number
  readonly minor: number
  readonly patch: number
  /** The part after the dash, such as `rc.1`; empty for a final release. */
  readonly prerelease: string
}

/** What is known about a tag that was pushed. */
export interface ReleaseFacts {
  readonly tag: string
  /** `version` of package.json. */
  readonly packageVersion: string
  readonly changelog: string
  /** Every tag of the repository. This one can be among them. */
  readonly tags: readonly string[]
}

/** A release to publish, or every reason why not, each a sentence. */
export type ReleasePlan =
  | {
      readonly kind: 'release'
      /** Markdown: the section of the changelog, without its heading. */
      readonly notes: string
      readonly isPrerelease: boolean
      /** Whether it is the newest final release of all. */
      readonly isLatest: boolean
      /** The tag to move to this commit, such as `v1`; empty if it stays. */
      readonly majorTag: string
    }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }

const PATTERN = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9a-z-]+(?:\.[0-9a-z-]+)*))?$/i

/** Reads `v1.2.3` or `v1.2.3-rc.1`; undefined for any other text. */
export function parseTag(tag: string): Version | undefined {
  const match = PATTERN.exec(tag)
  if (match === null) return undefined
  const [, major, minor, patch, prerelease = ''] = match
  return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease }
}

/** Decides what to do for a tag. A pre-release does not move the major tag, which never moves back. */
export function planRelease(facts: ReleaseFacts): ReleasePlan {
  const version = parseTag(facts.tag)
  if (version === undefined) {
    const reason = `${facts.tag} is not a version such as v1.2.3 or v1.2.3-rc.1.`
    return { kind: 'refused', reasons: [reason] }
  }
  const name = facts.tag.slice(1)
  const notes = sectionOf(facts.changelog, name)
  const reasons = [
    ...(facts.packageVersion === name
      ? []
      : [`package.json has the version ${facts.packageVersion}, and the tag is ${facts.tag}.`]),
    ...notesReasons(notes, name)
  ]
  if (notes === undefined || reasons.length > 0) return { kind: 'refused', reasons }
  const finals = finalVersions(facts.tags)
  const isFinal = version.prerelease === ''
  const isNewest = (others: readonly Version[]): boolean =>
    isFinal && others.every((other) => compare(other, version) <= 0)
  const sameMajor = finals.filter(({ major }) => major === version.major)
  return {
    kind: 'release',
    notes,
    isPrerelease: !isFinal,
    isLatest: isNewest(finals),
    majorTag: isNewest(sameMajor) ? `v${version.major}` : ''
  }
}

function notesReasons(notes: string | undefined, name: string): string[] {
  const heading = `"## [${name}] - YYYY-MM-DD"`
  if (notes === undefined) return [`CHANGELOG.md has no heading ${heading}.`]
  return notes === '' ? [`CHANGELOG.md has nothing under ${heading}.`] : []
}

/** The text under a version's heading with a date; undefined if there is no such heading. */
function sectionOf(changelog: string, name: string): string | undefined {
  const lines = changelog.split(/\r?\n/)
  const isHeading = (line: string): boolean =>
    line.startsWith(`## [${name}] - `) && /^\d{4}-\d{2}-\d{2}$/.test(line.slice(name.length + 8))
  const start = lines.findIndex(isHeading)
  if (start === -1) return undefined
  const rest = lines.slice(start + 1)
  // The section ends at the next heading, or at the link definitions at the end.
  const end = rest.findIndex((line) => /^## |^\[[^\]]+\]: /.test(line))
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .join('\n')
    .trim()
}

function finalVersions(tags: readonly string[]): Version[] {
  return tags.flatMap((tag) => parseTag(tag) ?? []).filter(({ prerelease }) => prerelease === '')
}

/** Compares two final versions. Negative if the first one is older, positive if it is newer. */
function compare(one: Version, other: Version): number {
  return one.major - other.major || one.minor - other.minor || one.patch - other.patch
}
