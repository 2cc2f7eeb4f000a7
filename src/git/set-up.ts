import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { GitSettings } from '../config/switches'
import { isName } from '../config/names'
import { combine, invalid, valid, type LogMessage } from '../parsed'
import { printable } from '../printable'
import { ProblemError } from '../problem'
import { gitConfiguration, type GitCredential } from './config-text'
import {
  describeCredentials,
  describeFallbackCredentials,
  describeIdentity,
  IDENTITY_LEFT_OUT,
  isOfUse,
  messagesOnCredentials,
  type Provided
} from './describe'
import { includeFiles, placesOf } from './include'
import { botIdentity, identityVariables, type GitIdentity } from './identity'
import { isUnlisted, reachOf, reachOfRepository } from './reach'
import { withoutExceptionsTo } from './take-over'
import { gitProblem, askVersion } from './version'
import { checkWebAddress, type WebAddressName } from './web-address'
import type { GitHubClient } from '../github/github-client'
import { firstUse } from './first-use'
import { listRepositories, findUserId } from '../github/api'
import type { CreatedToken } from '../tokens/create'
import {
  earlierGitFiles,
  readGitFileOrNothing,
  takeOver,
  GitFile,
  newGitFilePath,
  unwritable
} from './git-file'

/** What git is set up for. */
export interface GitOptions {
  readonly wishes: GitSettings
  /** The address of GitHub's web pages, such as `https://github.com`. */
  readonly webUrl: string
  /** Whether that is the GitHub which runs the workflow. */
  readonly isOwn: boolean
  /** Leaves the file's path to post. Called before there is a file. */
  readonly remember: (file: string) => void
  /** Hides a text in the log. Called before the text is written anywhere. */
  readonly mask: (secret: string) => void
  /** Says what could not be done without harm. */
  readonly warn: (message: LogMessage) => void
}

/** What git was set up for: what later steps need for it, and what to say when they have that. */
export interface GitReport {
  /** For `GITHUB_ENV`: they lead git to its file, and name the author of commits. */
  readonly variables: ReadonlyMap<string, string>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly lines: readonly string[]
  readonly messages: readonly LogMessage[]
}

type Tokens = readonly [CreatedToken, ...CreatedToken[]]

/** The file that git will read, and what belongs to it. */
interface Configuration {
  readonly file: GitFile
  /** They lead git to the file. */
  readonly variables: ReadonlyMap<string, string>
  /** The files of earlier uses in this job. */
  readonly earlier: readonly string[]
  /** `owner/name` of the workflow's repository; empty if it is on another GitHub, or not known. */
  readonly workflowRepository: string
}

/**
 * What the step does for git, in three parts: what can fail without a token comes before any is
 * created ({@link prepareGit}); {@link GitSetup.complete} needs them; {@link GitSetup.takeOver} changes
 * what earlier steps made, and comes when nothing can fail any more.
 */
export class GitSetup {
  readonly #options: GitOptions
  readonly #configuration: Configuration | undefined
  /** What the file holds; empty until it is written. */
  #text = ''

  constructor(options: GitOptions, configuration: Configuration | undefined) {
    this.#options = options
    this.#configuration = configuration
  }

  /**
   * Writes the file with the tokens, and looks up the bot's identity. Raises what GitHub's look-ups
   * raise, and {@link ProblemError} with `bot-unknown` or `git-file-unwritable`.
   */
  async complete(tokens: Tokens, github: GitHubClient): Promise<GitReport> {
    const [first, ...others] = tokens
    const [identity, provided, ...further] = await Promise.all([
      this.#identity(first, github),
      this.#provide(first, github),
      ...others.map((token) => this.#provide(token, github))
    ])
    return merge([
      ...this.#credentials([provided, ...further]),
      ...(identity === undefined ? [] : [identityReport(identity)])
    ])
  }

  /** Gives git the fallback token, for the workflow's own repository: what else it reaches, nobody knows. */
  completeFallback(token: string, repository: string): GitReport {
    const reach = reachOfRepository(repository)
    const credentials = reach === undefined ? [] : [{ token, reach }]
    const report = {
      ...NOTHING,
      messages: this.#options.wishes.identity ? [IDENTITY_LEFT_OUT] : []
    }
    if (this.#configuration === undefined) return report
    const { variables } = this.#write(this.#configuration, credentials)
    const lines = reach === undefined ? [] : [describeFallbackCredentials(repository)]
    return { ...report, variables, lines }
  }

  /**
   * Takes the addresses of the new file out of those of earlier uses, and warns if it cannot. Never
   * fails. Called last: a step that fails must not take anything from the job.
   */
  async takeOver(): Promise<void> {
    if (this.#configuration === undefined || this.#text === '') return
    const messages = await takeOver(this.#text, this.#configuration.earlier)
    messages.forEach(this.#options.warn)
  }

  /** Removes the file where the step fails. */
  discard(): void {
    this.#configuration?.file.discard()
  }

  async #identity(token: CreatedToken, github: GitHubClient): Promise<GitIdentity | undefined> {
    if (!this.#options.wishes.identity) return undefined
    const slug = token.installation.appSlug
    const id = isName(slug)
      ? await firstUse(() => findUserId(github, token.token, `${slug}[bot]`), github.http)
      : undefined
    if (id === undefined) {
      const problem = { kind: 'bot-unknown', slug: printable(slug) } as const
      throw new ProblemError([problem], { nothingSent: false })
    }
    return botIdentity(slug, id, this.#options.webUrl)
  }

  async #provide(minted: CreatedToken, github: GitHubClient): Promise<Granted> {
    if (!this.#options.wishes.credentials || !isOfUse(minted) || !isUnlisted(minted)) {
      return { minted, count: undefined, listed: undefined }
    }
    const listed = await firstUse(() => listRepositories(github, minted.token), github.http)
    return { minted, count: listed?.length ?? 'too many', listed }
  }

  #credentials(granted: readonly Granted[]): GitReport[] {
    if (this.#configuration === undefined) return []
    const used = granted
      .filter(({ minted }) => isOfUse(minted))
      .map((one) => ({ ...one, reach: reachOf(one.minted, one.listed) }))
    const credentials = used.map(({ minted: { token }, reach }) => ({ token, reach }))
    const { variables, isShortened } = this.#write(this.#configuration, credentials)
    const { workflowRepository } = this.#configuration
    return [
      {
        ...NOTHING,
        variables,
        lines: describeCredentials(used),
        messages: messagesOnCredentials(granted, used, { isShortened, workflowRepository })
      }
    ]
  }

  /** Writes the file; without a credential there is none, and no variable leads to it. */
  #write(
    { file, variables, earlier }: Configuration,
    credentials: readonly GitCredential[]
  ): { readonly variables: ReadonlyMap<string, string>; readonly isShortened: boolean } {
    if (credentials.length === 0) {
      file.discard()
      return { variables: NOTHING.variables, isShortened: false }
    }
    const { text, secrets, isShortened } = gitConfiguration(this.#options.webUrl, credentials)
    secrets.forEach(this.#options.mask)
    this.#text = earlier
      .map(readGitFileOrNothing)
      .reduce((newer, each) => withoutExceptionsTo(each, newer), text)
    file.write(this.#text)
    return { variables, isShortened }
  }
}

const NOTHING: GitReport = { variables: new Map(), outputs: {}, lines: [], messages: [] }

function merge(reports: readonly GitReport[]): GitReport {
  return {
    variables: new Map(reports.flatMap(({ variables }) => [...variables])),
    outputs: Object.assign({}, ...reports.map(({ outputs }) => outputs)) as GitReport['outputs'],
    lines: reports.flatMap(({ lines }) => lines),
    messages: reports.flatMap(({ messages }) => messages)
  }
}

/** What one token is given to git for. */
interface Granted extends Provided {
  readonly listed: readonly string[] | undefined
}

/**
 * Checks everything that can be checked before a token is minted, and creates the file. Raises
 * {@link ProblemError}: `no-runner`, `api-url-malformed`, `git-missing`, `git-too-old`,
 * `git-config-conflict`, `git-file-unwritable`.
 */
export async function prepareGit(options: GitOptions, env: NodeJS.ProcessEnv): Promise<GitSetup> {
  const { wishes, webUrl, isOwn, remember } = options
  const needed = wishes.credentials ? ['GITHUB_ENV', 'RUNNER_TEMP'] : ['GITHUB_ENV']
  const missing = needed.filter((name) => (env[name] ?? '') === '')
  if (missing.length > 0)
    throw new ProblemError([{ kind: 'no-runner', missing, need: 'git' }], { nothingSent: true })
  const address = checkWebAddress(webAddressName(options, env), webUrl)
  if (!address.ok) throw new ProblemError(address.problems, { nothingSent: true })
  if (!wishes.credentials) return new GitSetup(options, undefined)
  const path = newGitFilePath(env['RUNNER_TEMP'] ?? '')
  const folder = dirname(path)
  if (!existsSync(folder)) throw unwritable(folder, 'ENOENT', true)
  const problem = gitProblem(await askVersion(env, folder))
  const variables = includeFiles(env, placesOf(folder, basename(path), process.platform))
  const ready = combine<{ git: true; variables: ReadonlyMap<string, string> }>({
    git: problem === undefined ? valid(true) : invalid(problem),
    variables
  })
  if (!ready.ok) throw new ProblemError(ready.problems, { nothingSent: true })
  remember(path)
  return new GitSetup(options, {
    file: new GitFile(path),
    variables: ready.value.variables,
    earlier: earlierGitFiles(env),
    workflowRepository: isOwn ? (env['GITHUB_REPOSITORY'] ?? '') : ''
  })
}

function identityReport(identity: GitIdentity): GitReport {
  return {
    variables: identityVariables(identity),
    outputs: {
      'git-user-name': identity.name,
      'git-user-email': identity.email,
      'bot-user-id': identity.userId
    },
    lines: [describeIdentity(identity)],
    messages: []
  }
}

/** Which setting the address of the web pages comes from. */
function webAddressName({ isOwn }: GitOptions, env: NodeJS.ProcessEnv): WebAddressName {
  if (!isOwn) return 'github-api-url'
  return (env['GITHUB_SERVER_URL'] ?? '') === '' ? 'GITHUB_API_URL' : 'GITHUB_SERVER_URL'
}
