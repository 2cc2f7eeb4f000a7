import { parseApiUrl } from '../config/api-url'
import { EarlyConnection } from '../http/early-connection'
import { isProxied } from '../http/proxy'
import type { CredentialInput } from '../problems/credential-problem'
import { handlePendingEvents } from '../time'
import { missingRunnerFiles, readInput, readOwnGitHub, type Environment } from './inputs'
import { loadState } from './saved-state'

/**
 * Starts to connect to the GitHub that the main step will ask, before the rest of the step is loaded.
 * Only to the workflow's own GitHub: another address is an input, which must be checked first, because
 * a secret can be in it by mistake. Not if the step will fail or needs no network.
 */
export function connectForMain(): EarlyConnection | undefined {
  const { env } = process
  const isSet = Object.keys(CREDENTIALS).some((name) => readInput(env, name) !== '')
  if (missingRunnerFiles(env).length > 0 || !isSet) return undefined
  const api = parseApiUrl(readInput(env, 'github-api-url'), readOwnGitHub(env))
  return api.ok && api.value.isOwn ? connect(api.value.url, env) : undefined
}

/** All are here: the type checks it. */
const CREDENTIALS: Readonly<Record<CredentialInput, true>> = {
  'private-key': true,
  'private-key-file': true,
  jwt: true,
  'kms-key': true,
  'token-service': true
}

/** The same for the post step, and the GitHub that main saved, if there is a token to revoke. */
export function connectForPost(): EarlyConnection | undefined {
  const { env } = process
  const { apiUrl, tokens } = loadState(env)
  return tokens.length > 0 ? connect(apiUrl, env) : undefined
}

/**
 * Lets the early connection take its next step. Node handles the answer to the name lookup, and the
 * connection itself begins. Meanwhile, a part of what each step needs is loaded.
 */
export async function advanceEarlyConnection(): Promise<void> {
  await import('node:https')
  await handlePendingEvents()
}

function connect(apiUrl: string, env: Environment): EarlyConnection | undefined {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined
  if (url?.protocol !== 'https:' || isProxied(env, url)) return undefined
  return new EarlyConnection(url)
}
