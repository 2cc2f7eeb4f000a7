import type { AppCredential, Config, FallbackCredential } from '../config/config'
import type { Git } from '../git/prepare'
import type { GitResult } from '../git/set-up'
import { GitHubClient } from '../github/github-client'
import { InterruptedError } from '../http/errors'
import type { HttpClient } from '../http/http-client'
import { openTokenSource } from '../sources/open'
import {
  CreateError,
  createTokens,
  revokeUnused,
  type CreateOptions,
  type CreatedTokens
} from '../tokens/create'
import {
  describeFallback,
  describeSkew,
  describeTokens,
  messagesOnRights,
  messagesOnToken
} from '../tokens/describe'
import { planRequests } from '../tokens/plan'
import type { Environment } from './inputs'
import * as log from './log'
import { setFallbackOutputs, setOutputs, setVariables } from './outputs'
import type { AppWork } from './report-failure'
import { runStep } from './run-step'
import { readConfig } from './read-config'
import { requireRunner } from './runner-files'
import { PostState } from './state'

/** The main step: creates the tokens, and outputs them. */
export async function mainStep(env: Environment = process.env): Promise<void> {
  let work: AppWork | undefined
  await runStep({
    run: async (http, cancelled) => {
      requireRunner(env)
      const state = PostState.saveEmpty()
      const config = readConfig(env)
      const { credential } = config
      state.setApi(config.api.url)
      const git = await prepareGit(config, state, env)
      await orDiscardGitFile(git, async () => {
        switch (credential.kind) {
          case 'fallback':
            await outputFallback(credential, git)
            break
          case 'app':
            work = connect(config, credential, http, cancelled)
            await outputTokens(work, state, git)
        }
      })
    },
    reportFailure: async (error) => {
      // Loaded late: a step that succeeds does not wait for what explains failures.
      const { reportFailure } = await import('./report-failure')
      await reportFailure(error, work, env)
    }
  })
}

function connect(
  config: Config,
  credential: AppCredential,
  http: HttpClient,
  cancelled: AbortSignal
): AppWork {
  const github = new GitHubClient(config.api.url, http)
  const source = openTokenSource(credential, { github, cancelled, mask: log.mask })
  return { config, credential, github, source }
}

async function outputTokens(work: AppWork, state: PostState, git: Git | undefined): Promise<void> {
  const { config, github, source } = work
  const requests = planRequests(config.targets, config.rights)
  const options = { source, github, store: state }
  const tokens = await createTokens(requests, options)
  const gitResult = await orRevoke(tokens, options, async () => {
    const result = await git?.setUp(tokens, github, log.mask)
    if (result !== undefined) setVariables(result.variables)
    setOutputs(tokens, result?.outputs)
    if (config.keepToken) state.keepAfterJob()
    return result
  })
  await updateEarlierGitFiles(git)
  logResult(tokens, work)
  logGit(gitResult)
}

/** Passes tokens on. If that fails, revokes them: a failed step must not leave a living token. */
async function orRevoke<T>(
  tokens: CreatedTokens,
  options: CreateOptions,
  passOn: () => Promise<T>
): Promise<T> {
  try {
    return await passOn()
  } catch (error) {
    if (error instanceof InterruptedError) throw error
    const [{ request, installation }] = tokens
    const unused = await revokeUnused(tokens, options)
    throw new CreateError([{ error, request, installation }], unused)
  }
}

async function outputFallback(
  { token, because, repository }: FallbackCredential,
  git: Git | undefined
): Promise<void> {
  const result = git?.setUpForFallback(token, repository, log.mask)
  if (result !== undefined) setVariables(result.variables)
  setFallbackOutputs(token)
  await updateEarlierGitFiles(git)
  log.annotate(describeFallback(because))
  logGit(result)
}

async function prepareGit(
  config: Config,
  state: PostState,
  env: Environment
): Promise<Git | undefined> {
  if (!config.git.credentials && !config.git.identity) return undefined
  // Loaded late: most steps do nothing for git.
  const { prepareGit: prepare } = await import('../git/prepare')
  return prepare(config, state, env)
}

/** Removes git's file if the step fails, because it may contain a token. */
async function orDiscardGitFile(git: Git | undefined, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    git?.discardFile()
    throw error
  }
}

/**
 * Call it after the outputs are written: a step that fails must not change what earlier steps set
 * up.
 */
async function updateEarlierGitFiles(git: Git | undefined): Promise<void> {
  const message = await git?.updateEarlierFiles()
  if (message !== undefined) log.annotate(message)
}

function logResult(tokens: CreatedTokens, { config, credential, source }: AppWork): void {
  const { keepToken } = config
  const { fingerprint } = credential.key
  describeTokens(tokens, { keepToken, fingerprint }, source.app.now()).forEach(log.info)
  messagesOnRights(config.rights).forEach(log.annotate)
  tokens.flatMap(messagesOnToken).forEach(log.annotate)
  const skew = source.app.clockSkew
  if (skew !== undefined) log.annotate({ level: 'warning', message: describeSkew(skew) })
}

function logGit(result: GitResult | undefined): void {
  result?.lines.forEach(log.info)
  result?.messages.forEach(log.annotate)
}
