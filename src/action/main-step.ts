import type { Config } from '../config/config'
import type { AppCredential, FallbackCredential } from '../config/credential'
import type { TokenServiceCredential } from '../config/token-service'
import type { Git } from '../git/prepare'
import { GitHubClient } from '../github/github-client'
import type { EarlyConnection } from '../http/early-connection'
import { InterruptedError } from '../http/errors'
import type { HttpClient } from '../http/http-client'
import type { RenewalFolder } from '../renew/folder'
import { openTokenSource } from '../sources/open'
import { handlePendingEvents } from '../time'
import {
  CreateError,
  createTokens,
  revokeUnused,
  type CreateOptions,
  type CreatedTokens
} from '../tokens/create'
import { describeFallback, FALLBACK_NOT_RENEWED } from '../tokens/describe'
import { planRequests } from '../tokens/plan'
import type { Environment } from './inputs'
import * as log from './log'
import { setFallbackOutputs, setOutputs, setVariables } from './outputs'
import { readConfig } from './read-config'
import type { StartedRenewal, TokenToRenew } from './start-renewal'
import { reportGit, reportSuccess, warnOfOtherInputs } from './report-success'
import { runMainStep } from './run-main-step'
import { requireRunner } from './runner-files'
import { PostState } from './state'
import type { Work } from './work'

/**
 * The main step: creates the tokens, and outputs them.
 *
 * @param early a connection to GitHub that is being opened; undefined if there is none
 */
export async function mainStep(early: EarlyConnection | undefined): Promise<void> {
  const { env } = process
  let work: Work | undefined
  let state: PostState | undefined
  await runMainStep({
    early,
    run: async (http, cancelled) => {
      requireRunner(env)
      const saved = PostState.saveEmpty()
      state = saved
      // The early connection goes on now: to read the inputs and the key keeps the process busy.
      await handlePendingEvents()
      const config = await readConfig(env)
      const { credential } = config
      saved.setApi(config.api.url)
      const git = await prepareGitIfAsked(config, saved, env)
      const renewal = await prepareRenewalIfAsked(config, saved, env)
      await discardFilesIfItFails({ git, renewal }, saved, async () => {
        switch (credential.kind) {
          case 'fallback':
            await outputFallback(credential, config, saved, { git, renewal })
            break
          case 'app':
          case 'token-service':
            work = await openWork(config, credential, http, cancelled)
            await outputTokens(work, saved, { git, renewal })
        }
      })
      await warnOfOtherInputs(env)
    },
    reportFailure: async (error) => {
      // Loaded late: a step that succeeds does not wait for what explains failures.
      const { reportFailure } = await import('./report-failure')
      await reportFailure(error, work, { env, created: state?.created ?? [] })
    }
  })
}

async function openWork(
  config: Config,
  credential: AppCredential | TokenServiceCredential,
  http: HttpClient,
  cancelled: AbortSignal
): Promise<Work> {
  const github = new GitHubClient(config.api.url, http)
  const source = await openTokenSource(credential, { github, cancelled, mask: log.mask })
  return { config, credential, github, source, cancelled }
}

/** What is prepared before there is a token. Each is undefined if it is not asked for. */
interface Prepared {
  readonly git: Git | undefined
  readonly renewal: RenewalFolder | undefined
}

async function outputTokens(
  work: Work,
  state: PostState,
  { git, renewal }: Prepared
): Promise<void> {
  const { config, github, source } = work
  const requests = planRequests(config.targets, config.requestedPermissions)
  const options = { source, github, store: state }
  const tokens = await createTokens(requests, options)
  const passedOn = await revokeIfItFails(tokens, options, async () => {
    const gitResult = await git?.setUp(tokens, github, log.mask)
    const toRenew = { created: tokens[0], gitFile: gitResult?.file }
    const startedRenewal = await startRenewalIfAsked(renewal, toRenew, work, state)
    if (gitResult !== undefined) setVariables(gitResult.variables)
    const outputs = { ...gitResult?.outputs, ...tokenFileOutput(startedRenewal?.tokenFile) }
    setOutputs(tokens, work.credential.kind, outputs)
    if (config.keepToken) state.keepAfterJob()
    return { tokens, gitResult, startedRenewal }
  })
  await updateEarlierGitFiles(git)
  reportSuccess(passedOn, work, state.created)
}

async function startRenewalIfAsked(
  renewal: RenewalFolder | undefined,
  toRenew: TokenToRenew,
  work: Work,
  state: PostState
): Promise<StartedRenewal | undefined> {
  if (renewal === undefined) return undefined
  const { startRenewal } = await import('./start-renewal')
  return startRenewal(renewal, toRenew, work, state, process.env)
}

function tokenFileOutput(path: string | undefined): Readonly<Record<string, string>> {
  return path === undefined ? {} : { 'token-file': path }
}

/** Passes tokens on. If that fails, revokes them: a failed step must not leave a living token. */
async function revokeIfItFails<T>(
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
  { token, reason, repository }: FallbackCredential,
  { targets, requestedPermissions }: Config,
  state: PostState,
  { git, renewal }: Prepared
): Promise<void> {
  const result = git?.setUpForFallback(token, repository, log.mask)
  const tokenFile = await writeFallbackIfAsked(renewal, token)
  if (result !== undefined) setVariables(result.variables)
  state.setFallback()
  setFallbackOutputs(token, tokenFileOutput(tokenFile))
  await updateEarlierGitFiles(git)
  log.annotate(describeFallback(reason, targets, requestedPermissions))
  if (tokenFile !== undefined) log.annotate(FALLBACK_NOT_RENEWED)
  reportGit(result)
}

async function writeFallbackIfAsked(
  renewal: RenewalFolder | undefined,
  token: string
): Promise<string | undefined> {
  if (renewal === undefined) return undefined
  const { writeTokenFile } = await import('./start-renewal')
  return writeTokenFile(renewal, token)
}

async function prepareRenewalIfAsked(
  config: Config,
  state: PostState,
  env: Environment
): Promise<RenewalFolder | undefined> {
  if (!config.renew) return undefined
  // Loaded late: most steps renew nothing.
  const { prepareRenewal } = await import('./start-renewal')
  return prepareRenewal(state, env)
}

async function prepareGitIfAsked(
  config: Config,
  state: PostState,
  env: Environment
): Promise<Git | undefined> {
  if (!config.git.credentials && !config.git.identity) return undefined
  // Loaded late: most steps do nothing for git.
  const { prepareGit } = await import('../git/prepare')
  return prepareGit(config, state, env)
}

/** Removes the files of the step if it fails, because they may contain a token, and ends a renewal. */
async function discardFilesIfItFails(
  { git, renewal }: Prepared,
  state: PostState,
  act: () => Promise<void>
): Promise<void> {
  try {
    await act()
  } catch (error) {
    git?.discardFile()
    if (renewal !== undefined) (await import('./start-renewal')).discardRenewal(renewal, state)
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
