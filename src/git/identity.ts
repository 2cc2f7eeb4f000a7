import { isName } from '../config/names'
import { findUserId, findViewer, type User } from '../github/api'
import type { GitHubClient } from '../github/github-client'
import { retryUntilKnown } from '../github/new-token'
import { printable } from '../printable'
import { ProblemError } from '../problems/problem'
import type { CreatedToken } from '../tokens/create'

/** The author of commits. */
export interface GitIdentity {
  readonly name: string
  readonly email: string
  /** The ID of the bot's user. It is not the App's ID, and not the ID of an installation. */
  readonly userId: number
}

/**
 * The author by which GitHub recognizes the bot of an App, and shows its picture beside a commit:
 * https://docs.github.com/en/account-and-profile/reference/email-addresses-reference
 *
 * @param webUrl the address of GitHub's web pages, such as `https://github.com`
 */
export function botIdentity(slug: string, userId: number, webUrl: string): GitIdentity {
  const name = `${slug}[bot]`
  const { hostname } = new URL(webUrl)
  return { name, email: `${userId}+${name}@users.noreply.${hostname}`, userId }
}

/** Git reads these variables, and so do tools that commit without git. */
export function identityVariables({ name, email }: GitIdentity): ReadonlyMap<string, string> {
  return new Map([
    ['GIT_AUTHOR_NAME', name],
    ['GIT_AUTHOR_EMAIL', email],
    ['GIT_COMMITTER_NAME', name],
    ['GIT_COMMITTER_EMAIL', email]
  ])
}

/**
 * Looks up the bot of the App, with its own token. Raises what the requests to GitHub raise, and
 * {@link ProblemError} with `bot-unknown`.
 */
export async function findIdentity(
  created: CreatedToken,
  github: GitHubClient,
  webUrl: string
): Promise<GitIdentity> {
  const { token, installation } = created
  const find = (): Promise<User | undefined> =>
    installation === undefined
      ? findViewer(github, token)
      : findBot(github, token, installation.appSlug)
  // A foreign token is not one of a GitHub App, so GitHub must not see it.
  const bot = created.isForeign === true ? undefined : await retryUntilKnown(find, github.http)
  const slug = /^(.+)\[bot\]$/.exec(bot?.login ?? '')?.[1] ?? ''
  if (bot === undefined || !isName(slug)) {
    const known = printable(installation?.appSlug ?? '')
    throw new ProblemError([{ kind: 'bot-unknown', slug: known }], { nothingSent: false })
  }
  return botIdentity(slug, bot.id, webUrl)
}

/** The user behind an App, by the App's slug. */
async function findBot(
  github: GitHubClient,
  token: string,
  slug: string
): Promise<User | undefined> {
  if (!isName(slug)) return undefined
  const login = `${slug}[bot]`
  const id = await findUserId(github, token, login)
  return id === undefined ? undefined : { login, id }
}
