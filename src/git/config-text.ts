import type { Reach } from './reach'

/** A token, and the addresses for which git uses it. */
export interface GitCredential {
  readonly token: string
  readonly reach: Reach
}

/** The text that git reads, and what must be masked before the text is written anywhere. */
export interface GitConfiguration {
  readonly text: string
  readonly secrets: readonly string[]
  /** Whether SSH addresses of single repositories are rewritten only if they end in `.git`. */
  readonly isShortened: boolean
}

/** The characters of repository names. Any other character ends a name. */
const NAME_CHARACTERS = Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-'
)

/** The rules that match exact names would slow down git with more repositories than this. */
const MAX_EXACT = 25

const HEAD = '# Credentials for one job, which removes them when it ends.\n'

/**
 * The text of a git configuration file that lets git use each token for what the token reaches.
 * HTTPS requests get the `Authorization` header of the token. SSH addresses (`git@host:owner/name`,
 * `ssh://git@host/owner/name`) are rewritten to HTTPS.
 *
 * `http.<url>.extraHeader` is a list. Every matching section adds to it, unless a better match came
 * before. An empty value resets the list, so one stands before each header: git never sends a
 * second `Authorization` header.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpextraHeader
 *
 * @param webUrl the address of GitHub's web pages, such as `https://github.com`
 */
export function gitConfiguration(
  webUrl: string,
  credentials: readonly GitCredential[]
): GitConfiguration {
  const { origin, hostname } = new URL(webUrl)
  const addressed = credentials.map(({ token, reach }) => ({
    token,
    addresses: addressesOf(reach)
  }))
  const all = addressed.flatMap(({ addresses }) => addresses)
  const isShortened = all.filter(({ isRepository }) => isRepository).length > MAX_EXACT
  const headers = addressed.flatMap(({ token, addresses }) =>
    addresses.flatMap((address) => headersFor(origin, address, token))
  )
  const rewrites = [`git@${hostname}:`, `ssh://git@${hostname}/`].flatMap((base) =>
    rewritesFor(`${origin}/`, base, all, isShortened)
  )
  return {
    text: HEAD + [...headers, ...rewrites].join(''),
    secrets: credentials.map(({ token }) => basic(token)),
    isShortened
  }
}

/** The path of one repository, or the beginning of the paths of all repositories of an owner. */
interface Address {
  readonly path: string
  readonly isRepository: boolean
}

function addressesOf(reach: Reach): Address[] {
  switch (reach.kind) {
    case 'owner':
      return reach.owners.map((owner) => ({ path: `${owner}/`, isRepository: false }))
    case 'repositories':
      return reach.names.map((path) => ({ path, isRepository: true }))
  }
}

/**
 * Git compares the path of `http.<url>` by whole parts between slashes. So `octo/` does not match
 * `octo-evil/lib`, and `octo/lib` does not match `octo/lib-evil`. It does not match `octo/lib.git`
 * either, which needs its own section.
 */
function headersFor(origin: string, { path, isRepository }: Address, token: string): string[] {
  const urls = isRepository ? [path, `${path}.git`] : [path]
  return urls.map((url) =>
    section('http', `${origin}/${url}`, [
      'extraHeader = ""',
      `extraHeader = "Authorization: Basic ${basic(token)}"`
    ])
  )
}

/**
 * Git rewrites every address that begins with the value of `insteadOf`. If several match, it uses
 * the longest, and of equally long ones the first. `octo/lib` must not rewrite `octo/lib-evil`, nor
 * `octo/octo.git` rewrite `octo/octo.github.io`. So each longer beginning, one for each character
 * that can follow the name, is "rewritten" to itself.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-urlbaseinsteadOf
 */
function rewritesFor(
  web: string,
  ssh: string,
  addresses: readonly Address[],
  isShortened: boolean
): string[] {
  const whole = addresses.filter(({ isRepository }) => isRepository).map(({ path }) => path)
  const rewritten = new Set([...(isShortened ? [] : whole), ...whole.map((path) => `${path}.git`)])
  const continuations = isShortened ? ['h'] : NAME_CHARACTERS
  const longer = [...rewritten].flatMap((path) => continuations.map((next) => path + next))
  const left = longer.filter((path) => !rewritten.has(path))
  const owners = addresses.filter(({ isRepository }) => !isRepository).map(({ path }) => path)
  return [
    ...[...owners, ...rewritten].map((path) => insteadOf(web + path, ssh + path)),
    ...left.map((path) => insteadOf(ssh + path, ssh + path))
  ]
}

function insteadOf(url: string, address: string): string {
  return section('url', url, [`insteadOf = ${address}`])
}

function section(name: string, subsection: string, lines: readonly string[]): string {
  return `[${name} "${subsection}"]\n${lines.map((line) => `\t${line}\n`).join('')}`
}

/**
 * The token as git sends it, with the user name that GitHub expects:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation
 */
function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64')
}

/** The text of a file, with a new token instead of older ones. Nothing else changes. */
export function withTokenReplaced(text: string, older: readonly string[], token: string): string {
  return older
    .filter((one) => one !== '')
    .reduce((rest, one) => rest.replaceAll(basic(one), basic(token)), text)
}

/** One section of a file, as {@link gitConfiguration} writes it. */
interface Section {
  readonly text: string
  /** The address for which the section sets a header. */
  readonly url?: string
  /** The beginning of the addresses that the section rewrites. */
  readonly alias?: string
  /**
   * Whether they are rewritten to themselves, so that a shorter beginning does not apply to them.
   */
  readonly isException?: boolean
}

/**
 * The text of an earlier file, without the addresses that are in a newer text. If an address were
 * in both, git would use the newer header, because an empty `extraHeader` resets the list. Git LFS
 * does not know that reset: it sends both headers, and GitHub answers 400.
 */
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
 * The text of a newer file, without the exceptions for addresses that an earlier file rewrites:
 * they would stop that.
 */
export function withoutExceptionsTo(earlier: string, newer: string): string {
  const aliases = rewrittenBy(sectionsOf(earlier))
  return keep(newer, (section) => !isOverruled(section, aliases))
}

/** A rule for an owner ends with a slash, and rewrites every repository of the owner. */
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

/** Any other text becomes a section without an address, which is kept. */
function sectionsOf(text: string): Section[] {
  return text.split(/^(?=\[)/m).map((section) => {
    const [, url, base, alias] =
      /^\[(?:http "([^"\n]*)"|url "([^"\n]*)"\]\n\tinsteadOf = (.*))/.exec(section) ?? []
    if (alias !== undefined) return { text: section, alias, isException: alias === base }
    return url === undefined ? { text: section } : { text: section, url }
  })
}
