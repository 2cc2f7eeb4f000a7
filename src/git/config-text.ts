import type { Reach } from './reach'

/** A token, and what git uses it for. */
export interface GitCredential {
  readonly token: string
  readonly reach: Reach
}

/** What git reads: the file's text, and what must be hidden before it is written anywhere. */
export interface GitConfiguration {
  readonly text: string
  readonly secrets: readonly string[]
  /** Whether SSH addresses of single repositories were rewritten only where they end in `.git`. */
  readonly isShortened: boolean
}

/** What repository names are made of: anything else ends a name. */
const NAME_CHARACTERS = Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-'
)

/** With more repositories than this, what it takes to rewrite exact names would slow down git. */
const MOST_EXACT = 25

const HEAD = '# Credentials for one job, which removes them when it ends.\n'

/**
 * The text of a git configuration file by which git reaches what each token reaches: HTTPS requests
 * carry its `Authorization` header, and SSH addresses (`git@host:owner/name`,
 * `ssh://git@host/owner/name`) are rewritten to HTTPS.
 *
 * `http.<url>.extraHeader` is a list to which every matching section adds, unless a better match
 * came before; an empty value resets it. So each header is preceded by one: there is never a second
 * `Authorization` header. https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpextraHeader
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
  const isShortened = all.filter(({ isWhole }) => isWhole).length > MOST_EXACT
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

/** The path of an address: of one repository as a whole, or the beginning of all of an owner's. */
interface Address {
  readonly path: string
  readonly isWhole: boolean
}

function addressesOf(reach: Reach): Address[] {
  switch (reach.kind) {
    case 'owner':
      return reach.owners.map((owner) => ({ path: `${owner}/`, isWhole: false }))
    case 'repositories':
      return reach.names.map((path) => ({ path, isWhole: true }))
  }
}

/**
 * Git matches the path of `http.<url>` by whole parts between slashes, so that neither `octo/` nor
 * `octo/lib` matches anything of `octo-evil` or `octo/lib-evil`; `octo/lib.git` is a part of its own.
 */
function headersFor(origin: string, { path, isWhole }: Address, token: string): string[] {
  const urls = isWhole ? [path, `${path}.git`] : [path]
  return urls.map((url) =>
    section('http', `${origin}/${url}`, [
      'extraHeader = ""',
      `extraHeader = "Authorization: Basic ${basic(token)}"`
    ])
  )
}

/**
 * Git rewrites whatever begins like `insteadOf`, and of several the longest, or else the first. So
 * that `octo/lib` leaves `octo/lib-evil` alone (and `octo/octo.git` leaves `octo/octo.github.io`
 * alone), every way in which the name could go on is "rewritten" to itself.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-urlbaseinsteadOf
 */
function rewritesFor(
  web: string,
  ssh: string,
  addresses: readonly Address[],
  isShortened: boolean
): string[] {
  const whole = addresses.filter(({ isWhole }) => isWhole).map(({ path }) => path)
  const rewritten = new Set([...(isShortened ? [] : whole), ...whole.map((path) => `${path}.git`)])
  const continuations = isShortened ? ['h'] : NAME_CHARACTERS
  const longer = [...rewritten].flatMap((path) => continuations.map((next) => path + next))
  const left = longer.filter((path) => !rewritten.has(path))
  const owners = addresses.filter(({ isWhole }) => !isWhole).map(({ path }) => path)
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
 * The token as git sends it, with the user name that GitHub wants beside it:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation
 */
function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64')
}

/*
 * The files of two uses in one job: no address may be in both. Git would use the later one, because
 * an empty `extraHeader` resets the list. Git LFS does not know that reset: it sends the headers of
 * both, and GitHub answers 400.
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
