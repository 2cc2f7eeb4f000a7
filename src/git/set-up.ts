import { listRepositories } from '../github/api'
import type { GitHubClient } from '../github/github-client'
import { retryUntilKnown } from '../github/new-token'
import type { LogMessage } from '../parsed'
import type { CreatedToken, CreatedTokens } from '../tokens/create'
import { gitConfiguration, withoutExceptionsTo, type GitCredential } from './config-text'
import {
  describeCredentials,
  describeFallbackCredentials,
  describeIdentity,
  IDENTITY_LEFT_OUT,
  isOfUse,
  messagesOnCredentials
} from './describe'
import { discardGitFile, readGitFileOrNothing, writeGitFile } from './git-file'
import { findIdentity, identityVariables, type GitIdentity } from './identity'
import { needsListing, reachOf, reachOfRepository, type TokenUse } from './reach'

/** What is prepared before there is a token. */
export interface PreparedGit {
  /** Undefined without `git-credentials`. */
  readonly credentials: PreparedCredentials | undefined
  /** Whether `git-identity` is set. */
  readonly wantsIdentity: boolean
  /** Whether the token is renewed until the job ends. */
  readonly isRenewed: boolean
  /** The address of GitHub's web pages, such as `https://github.com`. */
  readonly webUrl: string
  /** `owner/name` of the workflow's repository; empty if it is on another GitHub, or not known. */
  readonly workflowRepository: string
}

/** The file for the tokens, and how git finds it. */
export interface PreparedCredentials {
  /** The path of the file, which exists and is empty. */
  readonly file: string
  /** For `GITHUB_ENV`: they point git to the file. */
  readonly variables: ReadonlyMap<string, string>
  /** The files of earlier uses in this job. */
  readonly earlierFiles: readonly string[]
}

/** What later steps need for git, and what to log about it. */
export interface GitResult {
  /** For `GITHUB_ENV`: they point git to its file, and name the author of commits. */
  readonly variables: ReadonlyMap<string, string>
  readonly outputs: Readonly<Record<string, unknown>>
  /** The file from which git reads the tokens; undefined if git uses none. */
  readonly file?: string | undefined
  readonly lines: readonly string[]
  readonly messages: readonly LogMessage[]
}

/** Hides a text in the log. */
export type Mask = (secret: string) => void

/**
 * Looks up the bot, and writes the tokens to the file. Raises what the requests to GitHub raise,
 * and `ProblemError` with `bot-unknown` or `git-file-unwritable`.
 */
export async function setUpGit(
  prepared: PreparedGit,
  tokens: CreatedTokens,
  github: GitHubClient,
  mask: Mask
): Promise<GitResult> {
  const { credentials, wantsIdentity, webUrl, workflowRepository } = prepared
  const [identity, uses] = await Promise.all([
    wantsIdentity ? findIdentity(tokens[0], github, webUrl) : undefined,
    credentials === undefined ? [] : findUses(tokens, github)
  ])
  const forIdentity = identity === undefined ? NO_RESULT : identityResult(identity)
  if (credentials === undefined) return forIdentity
  const gitCredentials = uses.map(({ created: { token }, reach }) => ({ token, reach }))
  const { variables, isShortened } = writeCredentials(credentials, gitCredentials, webUrl, mask)
  const isFilled = gitCredentials.length > 0
  return {
    ...(isFilled ? { file: credentials.file } : {}),
    variables: new Map([...variables, ...forIdentity.variables]),
    outputs: forIdentity.outputs,
    lines: [...describeCredentials(uses, prepared.isRenewed), ...forIdentity.lines],
    messages: messagesOnCredentials(tokens, uses, { isShortened, workflowRepository })
  }
}

/**
 * Writes the fallback token to the file. Git uses it for the workflow's own repository only,
 * because it is not known what else the token reaches. Raises `ProblemError` with
 * `git-file-unwritable`.
 */
export function setUpGitForFallback(
  { credentials, wantsIdentity, webUrl }: PreparedGit,
  token: string,
  repository: string,
  mask: Mask
): GitResult {
  const result = { ...NO_RESULT, messages: wantsIdentity ? [IDENTITY_LEFT_OUT] : [] }
  if (credentials === undefined) return result
  const reach = reachOfRepository(repository)
  const gitCredentials = reach === undefined ? [] : [{ token, reach }]
  const { variables } = writeCredentials(credentials, gitCredentials, webUrl, mask)
  const lines = reach === undefined ? [] : [describeFallbackCredentials(repository)]
  return { ...result, variables, lines }
}

const NO_RESULT: GitResult = { variables: new Map(), outputs: {}, lines: [], messages: [] }

/** What git uses each token for, without the tokens that git cannot use. */
async function findUses(tokens: CreatedTokens, github: GitHubClient): Promise<TokenUse[]> {
  return Promise.all(tokens.filter(isOfUse).map((created) => findUse(created, github)))
}

async function findUse(created: CreatedToken, github: GitHubClient): Promise<TokenUse> {
  if (!needsListing(created)) {
    return { created, listed: undefined, reach: reachOf(created, undefined) }
  }
  const list = (): ReturnType<typeof listRepositories> => listRepositories(github, created.token)
  const listed = await retryUntilKnown(list, github.http)
  return { created, listed: listed ?? 'too many', reach: reachOf(created, listed) }
}

/** Writes the file. If there is no credential, it removes the file, and there are no variables. */
function writeCredentials(
  { file, variables, earlierFiles }: PreparedCredentials,
  credentials: readonly GitCredential[],
  webUrl: string,
  mask: Mask
): { readonly variables: ReadonlyMap<string, string>; readonly isShortened: boolean } {
  if (credentials.length === 0) {
    discardGitFile(file)
    return { variables: NO_RESULT.variables, isShortened: false }
  }
  const { text, secrets, isShortened } = gitConfiguration(webUrl, credentials)
  secrets.forEach(mask)
  const earlierTexts = earlierFiles.map(readGitFileOrNothing)
  writeGitFile(
    file,
    earlierTexts.reduce((newer, earlier) => withoutExceptionsTo(earlier, newer), text)
  )
  return { variables, isShortened }
}

function identityResult(identity: GitIdentity): GitResult {
  const { name, email, userId } = identity
  return {
    ...NO_RESULT,
    variables: identityVariables(identity),
    outputs: { 'git-user-name': name, 'git-user-email': email, 'bot-user-id': userId },
    lines: [describeIdentity(identity)]
  }
}
