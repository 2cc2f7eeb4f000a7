/** Who the commits are by. */
export interface GitIdentity {
  readonly name: string
  readonly email: string
  /** The id of the bot as a user: neither the App's nor an installation's. */
  readonly userId: number
}

/**
 * The identity of the bot behind an App, by which GitHub shows its picture beside a commit:
 * https://docs.github.com/en/account-and-profile/reference/email-addresses-reference
 *
 * @param webUrl the address of GitHub's web pages, such as `https://github.com`
 */
export function botIdentity(slug: string, userId: number, webUrl: string): GitIdentity {
  const name = `${slug}[bot]`
  const { hostname } = new URL(webUrl)
  return { name, email: `${userId}+${name}@users.noreply.${hostname}`, userId }
}

/** The variables by which git, and tools that make commits without it, take an identity. */
export function identityVariables({ name, email }: GitIdentity): ReadonlyMap<string, string> {
  return new Map([
    ['GIT_AUTHOR_NAME', name],
    ['GIT_AUTHOR_EMAIL', email],
    ['GIT_COMMITTER_NAME', name],
    ['GIT_COMMITTER_EMAIL', email]
  ])
}
