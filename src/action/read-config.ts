import { addressesOf } from '../config/app-key'
import { parseConfig, type Config } from '../config/config'
import type { Credential } from '../config/credential'
import { maskableFallback } from '../config/fallback-token'
import { secretsInInputs } from '../config/misplaced-secrets'
import { normalizeProxy } from '../http/proxy'
import { combine, combineList, map, valid, type LogMessage, type Parsed } from '../parsed'
import { ProblemError } from '../problems/problem'
import { readInputs, readWorkflow, takeSecret, type Environment } from './inputs'
import * as log from './log'
import { readCredential } from './read-credential'

/**
 * Reads the inputs, and what decides which GitHub and which App the step uses, once. Hides the
 * secrets among it before anything is said. Raises one {@link ProblemError} for all problems.
 */
export async function readConfig(env: Environment): Promise<Config> {
  // The secrets among the inputs leave the environment first.
  const secrets = { privateKey: takeSecret(env, 'private-key'), jwt: takeSecret(env, 'jwt') }
  const inputs = readInputs(env)
  maskableFallback(inputs.fallbackToken).forEach(log.mask)
  secretsInInputs(inputs).forEach(log.mask)
  const workflow = readWorkflow(env)
  const given = await readCredential({ ...secrets, env, inputs, workflow })
  const config = parseConfig(inputs, given, workflow)
  const proxy = config.ok ? proxyFor(config.value, env) : valid([])
  if (proxy.ok) proxy.value.forEach(log.mask)
  const checked = combine<{ config: Config; proxy: unknown }>({ config, proxy })
  if (!checked.ok) throw new ProblemError(checked.problems, { nothingSent: true })
  for (const message of [...checked.messages, ...unsafeTls(env)]) log.annotate(message)
  return checked.value.config
}

/** Normalizes the proxy variables for all addresses that the step asks. The value: what must be masked. */
function proxyFor({ credential, api }: Config, env: Environment): Parsed<readonly string[]> {
  const urls = addressesBefore(credential)
  if (urls === undefined) return valid([])
  const proxies = [...urls, api.url].map((url) => normalizeProxy(env, url))
  return map(combineList(proxies), (secrets) => secrets.flat())
}

/** What is asked before GitHub is; undefined if GitHub is not asked, either. */
function addressesBefore(credential: Credential): readonly string[] | undefined {
  switch (credential.kind) {
    case 'app':
      return addressesOf(credential.key)
    case 'token-service':
      return [credential.oidc.url, credential.url]
    case 'fallback':
      return undefined
  }
}

function unsafeTls(env: Environment): LogMessage[] {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return []
  return [
    {
      level: 'warning',
      message:
        'NODE_TLS_REJECT_UNAUTHORIZED is 0: anyone between this runner and GitHub can read the token. For a private certificate authority, set NODE_EXTRA_CA_CERTS instead.'
    }
  ]
}
