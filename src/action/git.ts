import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Clock } from '../clock'
import type { GitWishes } from '../config/git'
import { isName } from '../config/names'
import { combine, invalid, valid, type Remark } from '../config/parsed'
import { ExplainedError, type Explanation } from '../explanation'
import { gitConfiguration, type GitCredential } from '../git/credentials'
import {
  describeCredentials,
  describeFallbackCredentials,
  describeIdentity,
  IDENTITY_LEFT_OUT,
  remarksOnCredentials,
  type Provided
} from '../git/describe'
import { includeFiles, placesOf } from '../git/environment'
import { botIdentity, botUnknown, identityVariables, type GitIdentity } from '../git/identity'
import { isUnlisted, reachOf, reachOfRepository } from '../git/reach'
import { gitProblem } from '../git/version'
import type { Door } from '../github/door'
import { firstUse } from '../github/first-use'
import { listRepositories } from '../github/repositories'
import { findUserId } from '../github/users'
import type { MintedToken } from '../mint'
import { printable } from '../printable'
import { readVariable, type Environment } from './environment'
import { GitFile, newGitFilePath, unwritable } from './git-file'
import { askVersion } from './git-version'
import * as log from './log'
import { setOutputs, setVariables } from './publish'

/** What git is set up for. */
export interface GitOptions {
  readonly wishes: GitWishes
  /** The address of GitHub's web pages, such as `https://github.com`. */
  readonly webUrl: string
  /** Leaves the file's path to post. Called before there is a file. */
  readonly remember: (file: string) => void
}

/** What to say once the tokens are handed over. */
export interface GitReport {
  readonly lines: readonly string[]
  readonly remarks: readonly Remark[]
}

type Tokens = readonly [MintedToken, ...MintedToken[]]

/** The file that git will read, and the variables that lead git to it. */
interface Configuration {
  readonly file: GitFile
  readonly variables: ReadonlyMap<string, string>
}

/**
 * What the step does for git, in two parts: what can fail without a token comes before any is
 * minted ({@link prepareGit}); the rest needs them.
 */
export class GitSetup {
  readonly #options: GitOptions
  readonly #configuration: Configuration | undefined

  constructor(options: GitOptions, configuration: Configuration | undefined) {
    this.#options = options
    this.#configuration = configuration
  }

  /**
   * Gives git the tokens and the bot's identity. Raises what GitHub's look-ups raise, and
   * {@link ExplainedError} with `bot-unknown` or `git-file-unwritable`.
   */
  async complete(tokens: Tokens, door: Door, clock: Clock): Promise<GitReport> {
    const [first, ...others] = tokens
    const [identity, provided, ...further] = await Promise.all([
      this.#identity(first, door, clock),
      this.#provide(first, door, clock),
      ...others.map((token) => this.#provide(token, door, clock))
    ])
    const reports = [
      ...this.#credentials([provided, ...further]),
      ...(identity === undefined ? [] : [publishIdentity(identity)])
    ]
    return {
      lines: reports.flatMap(({ lines }) => lines),
      remarks: reports.flatMap(({ remarks }) => remarks)
    }
  }

  /** Gives git the fallback token, for the workflow's own repository: what else it reaches, nobody knows. */
  completeFallback(token: string, repository: string): GitReport {
    const reach = reachOfRepository(repository)
    const lines: string[] = []
    if (this.#configuration !== undefined && reach !== undefined) {
      write(this.#configuration, this.#options.webUrl, [{ token, reach }])
      lines.push(describeFallbackCredentials(repository))
    }
    return { lines, remarks: this.#options.wishes.identity ? [IDENTITY_LEFT_OUT] : [] }
  }

  /** Removes the file where the step fails. */
  discard(): void {
    this.#configuration?.file.discard()
  }

  async #identity(token: MintedToken, door: Door, clock: Clock): Promise<GitIdentity | undefined> {
    if (!this.#options.wishes.identity) return undefined
    const slug = token.installation.appSlug
    const id = isName(slug)
      ? await firstUse(() => findUserId(door, token.token, `${slug}[bot]`), door, clock)
      : undefined
    if (id === undefined) throw new ExplainedError([botUnknown(slug)], { nothingSent: false })
    return botIdentity(slug, id, this.#options.webUrl)
  }

  async #provide(minted: MintedToken, door: Door, clock: Clock): Promise<Granted> {
    if (!this.#options.wishes.credentials || !isUnlisted(minted)) {
      return { minted, count: undefined, listed: undefined }
    }
    const listed = await firstUse(() => listRepositories(door, minted.token), door, clock)
    return { minted, count: listed?.length ?? 'too many', listed }
  }

  #credentials(granted: readonly [Granted, ...Granted[]]): GitReport[] {
    if (this.#configuration === undefined) return []
    const credentials = granted.map(({ minted, listed }) => ({
      token: minted.token,
      reach: reachOf(minted, listed)
    }))
    const isShortened = write(this.#configuration, this.#options.webUrl, credentials)
    return [
      { lines: [describeCredentials(granted)], remarks: remarksOnCredentials(granted, isShortened) }
    ]
  }
}

/** Writes the file, and only then leads git to it. Says whether SSH addresses had to be left out. */
function write(
  { file, variables }: Configuration,
  webUrl: string,
  credentials: readonly GitCredential[]
): boolean {
  const { text, secrets, isShortened } = gitConfiguration(webUrl, credentials)
  secrets.forEach(log.mask)
  file.write(text)
  setVariables(variables)
  return isShortened
}

/** What one token is given to git for. */
interface Granted extends Provided {
  readonly listed: readonly string[] | undefined
}

/**
 * Checks everything that can be checked before a token is minted, and creates the file. Raises
 * {@link ExplainedError}: `no-runner`, `api-url-malformed`, `git-missing`, `git-too-old`,
 * `git-config-conflict`, `git-file-unwritable`.
 */
export async function prepareGit(options: GitOptions, env: Environment): Promise<GitSetup> {
  const { wishes, webUrl, remember } = options
  const needed = wishes.credentials ? ['GITHUB_ENV', 'RUNNER_TEMP'] : ['GITHUB_ENV']
  const missing = needed.filter((name) => readVariable(env, name) === '')
  if (missing.length > 0) throw refused(noRunner(missing))
  if (!/^https?:/i.test(webUrl) || !URL.canParse(webUrl)) throw refused(noWebAddress(webUrl))
  if (!wishes.credentials) return new GitSetup(options, undefined)
  const path = newGitFilePath(readVariable(env, 'RUNNER_TEMP'))
  const folder = dirname(path)
  if (!existsSync(folder)) throw unwritable(folder, 'ENOENT', true)
  const problem = gitProblem(await askVersion(env, folder))
  const variables = includeFiles(env, placesOf(folder, basename(path), process.platform))
  const ready = combine<{ git: true; variables: ReadonlyMap<string, string> }>({
    git: problem === undefined ? valid(true) : invalid(problem),
    variables
  })
  if (!ready.ok) throw new ExplainedError(ready.problems, { nothingSent: true })
  remember(path)
  return new GitSetup(options, { file: new GitFile(path), variables: ready.value.variables })
}

function publishIdentity(identity: GitIdentity): GitReport {
  setVariables(identityVariables(identity))
  setOutputs({
    'git-user-name': identity.name,
    'git-user-email': identity.email,
    'bot-user-id': identity.userId
  })
  return { lines: [describeIdentity(identity)], remarks: [] }
}

function refused(explanation: Explanation): ExplainedError {
  return new ExplainedError([explanation], { nothingSent: true })
}

function noRunner(missing: readonly string[]): Explanation {
  return {
    code: 'no-runner',
    title: 'No runner is listening',
    problem: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set, so git cannot be set up for later steps.`,
    fix: 'run this as a step of a workflow, or remove `git-credentials` and `git-identity`.'
  }
}

function noWebAddress(webUrl: string): Explanation {
  return {
    code: 'api-url-malformed',
    title: 'GITHUB_SERVER_URL is not a web address',
    problem: `GITHUB_SERVER_URL is "${printable(webUrl)}", so the addresses of repositories are not known.`,
    fix: 'set it to an address such as https://github.com, or set `github-api-url`.'
  }
}
