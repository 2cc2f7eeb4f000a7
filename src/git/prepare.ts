import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Config } from '../config/config'
import type { GitSettings } from '../config/switches'
import type { GitHubClient } from '../github/github-client'
import { combine, invalid, valid, type LogMessage } from '../parsed'
import { printable } from '../printable'
import type { AddressMistake } from '../problems/input-problem'
import { ProblemError, type Problem } from '../problems/problem'
import type { CreatedTokens } from '../tokens/create'
import { earlierFilesUnchanged } from './describe'
import {
  createGitFile,
  discardGitFile,
  newGitFilePath,
  unwritable,
  updateEarlierFiles
} from './git-file'
import { earlierGitFiles, includeFiles, pathsForGit } from './include'
import {
  setUpGit,
  setUpGitForFallback,
  type GitResult,
  type Mask,
  type PreparedCredentials,
  type PreparedGit
} from './set-up'
import { askVersion, gitProblem } from './version'

/**
 * What the step does for git after {@link prepareGit}, in this order. If it fails, it discards the
 * file.
 */
export interface Git {
  /** Looks up the bot, and writes the tokens to the file: {@link setUpGit}. */
  readonly setUp: (tokens: CreatedTokens, github: GitHubClient, mask: Mask) => Promise<GitResult>
  /** Writes the fallback token to the file: {@link setUpGitForFallback}. */
  readonly setUpForFallback: (token: string, repository: string, mask: Mask) => GitResult
  /**
   * Removes the addresses of the new file from the files of earlier uses. Never fails. Call it
   * after the outputs are written: a step that fails must not change what earlier steps set up.
   */
  readonly updateEarlierFiles: () => Promise<LogMessage | undefined>
  /** Removes the file. Never fails. */
  readonly discardFile: () => void
}

/** Keeps the path of git's file for post, which removes the file. */
export interface GitFileStore {
  setGitFile(path: string): void
}

/**
 * Checks everything that can be checked before a token is created, and creates the file. Raises
 * {@link ProblemError}: `no-runner`, `web-url-malformed`, `git-missing`, `git-too-old`,
 * `git-config-conflict`, `git-file-unwritable`.
 */
export async function prepareGit(
  { git: settings, api, renew }: Pick<Config, 'git' | 'api' | 'renew'>,
  store: GitFileStore,
  env: NodeJS.ProcessEnv
): Promise<Git> {
  const { webUrl, isOwn } = api
  const temp = env['RUNNER_TEMP'] ?? ''
  const problem =
    runnerProblem(settings, env) ?? webAddressProblem(webAddressName(isOwn, env), webUrl)
  if (problem !== undefined) throw new ProblemError([problem], { nothingSent: true })
  const prepared: PreparedGit = {
    credentials: settings.credentials ? await prepareCredentials(store, temp, env) : undefined,
    wantsIdentity: settings.identity,
    isRenewed: renew,
    webUrl,
    workflowRepository: isOwn ? (env['GITHUB_REPOSITORY'] ?? '') : ''
  }
  const { credentials } = prepared
  return {
    setUp: (tokens, github, mask) => setUpGit(prepared, tokens, github, mask),
    setUpForFallback: (token, repository, mask) =>
      setUpGitForFallback(prepared, token, repository, mask),
    updateEarlierFiles: async () => {
      if (credentials === undefined) return undefined
      const failure = await updateEarlierFiles(credentials.file, credentials.earlierFiles)
      return failure === undefined ? undefined : earlierFilesUnchanged(failure)
    },
    discardFile: () => {
      if (credentials !== undefined) discardGitFile(credentials.file)
    }
  }
}

async function prepareCredentials(
  store: GitFileStore,
  temp: string,
  env: NodeJS.ProcessEnv
): Promise<PreparedCredentials> {
  const file = newGitFilePath(temp)
  const folder = dirname(file)
  if (!existsSync(folder)) throw unwritable(folder, 'ENOENT', true)
  const problem = gitProblem(await askVersion(env, folder))
  const ready = combine<{ git: true; variables: ReadonlyMap<string, string> }>({
    git: problem === undefined ? valid(true) : invalid(problem),
    variables: includeFiles(env, pathsForGit(folder, basename(file), process.platform))
  })
  if (!ready.ok) throw new ProblemError(ready.problems, { nothingSent: true })
  // Post must know the file before it exists.
  store.setGitFile(file)
  createGitFile(file)
  return { file, variables: ready.value.variables, earlierFiles: earlierGitFiles(temp, env) }
}

function runnerProblem(settings: GitSettings, env: NodeJS.ProcessEnv): Problem | undefined {
  const needed = settings.credentials ? ['GITHUB_ENV', 'RUNNER_TEMP'] : ['GITHUB_ENV']
  const missing = needed.filter((name) => (env[name] ?? '') === '')
  return missing.length === 0 ? undefined : { kind: 'no-runner', missing, need: 'git' }
}

/** The setting that the address of the web pages comes from. */
function webAddressName(isOwn: boolean, env: NodeJS.ProcessEnv): WebAddressName {
  if (!isOwn) return 'github-api-url'
  return (env['GITHUB_SERVER_URL'] ?? '') === '' ? 'GITHUB_API_URL' : 'GITHUB_SERVER_URL'
}

type WebAddressName = Extract<Problem, { readonly kind: 'web-url-malformed' }>['name']

/** A host as `URL` writes it: characters beyond ASCII are encoded, and IPv6 is in brackets. */
const VALID_HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/

/**
 * Checks the address of GitHub's web pages, which becomes a part of git's configuration. `URL`
 * accepts hosts with quotes and other characters, which would end the name of a section there.
 *
 * @param name where the address comes from, such as `GITHUB_SERVER_URL`
 */
export function webAddressProblem(name: WebAddressName, address: string): Problem | undefined {
  const mistake = mistakeIn(address)
  return mistake === undefined ? undefined : { kind: 'web-url-malformed', name, mistake }
}

function mistakeIn(address: string): AddressMistake | undefined {
  const text = printable(address)
  if (!/^https?:/i.test(address) || !URL.canParse(address)) {
    return { mistake: 'not-an-address', text }
  }
  const { username, password, hostname, pathname } = new URL(address)
  // Do not show the address: it contains the password.
  if (username + password !== '') return { mistake: 'credentials' }
  if (!VALID_HOST.test(hostname)) return { mistake: 'invalid-host', text }
  const isBare = pathname === '/' && !/[?#]/.test(address)
  return isBare ? undefined : { mistake: 'not-only-a-host', text }
}
