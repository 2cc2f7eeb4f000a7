import { addressesOf, type AppKey } from '../config/app-key'
import {
  parseConfig,
  type Config,
  type Credential,
  type GivenCredential,
  type Inputs,
  type Workflow
} from '../config/config'
import type { KeyServiceInputs } from '../config/key-service/facts'
import type { TokenServiceCredential } from '../config/token-service'
import { secretlessRun } from '../config/event'
import { maskableFallback } from '../config/fallback-token'
import { readPrivateKey } from '../config/private-key/read'
import { findMisplacedSecret, maskable, secretsInInputs } from '../config/misplaced-secrets'
import { settleProxy } from '../http/proxy'
import { textField } from '../json'
import {
  combine,
  combineList,
  invalid,
  invalidIfAny,
  map,
  valid,
  type LogMessage,
  type Parsed
} from '../parsed'
import { printable } from '../printable'
import {
  ProblemError,
  type AppKeyInput,
  type CredentialInput,
  type KeyFileMistake,
  type KeyInput,
  type Problem
} from '../problem'
import {
  readInput,
  readInputs,
  readKeyServiceVariables,
  readWorkflow,
  takeSecret,
  type Environment
} from './inputs'
import * as log from './log'
import { readSmallFile } from './read-file'

/** No private key is anywhere near as large. */
const MAX_KEY_FILE_BYTES = 64 * 1024

/** Reads the file that `private-key-file` names. Problem: `key-file-unusable`. */
export function readKeyFile(path: string): Parsed<string> {
  try {
    const file = readSmallFile(path, MAX_KEY_FILE_BYTES)
    switch (file.kind) {
      case 'not-a-file':
        return unusable(path, { mistake: 'not-a-file' })
      case 'too-large':
        return unusable(path, { mistake: 'too-large', bytes: file.bytes })
      case 'read':
        return file.text.trim() === '' ? unusable(path, { mistake: 'empty' }) : valid(file.text)
    }
  } catch (error) {
    return unusable(path, { mistake: 'unreadable', code: textField(error, 'code') })
  }
}

function unusable(path: string, mistake: KeyFileMistake): Parsed<string> {
  return invalid({ kind: 'key-file-unusable', path: printable(path), mistake })
}

/**
 * Reads the inputs, and what decides which GitHub and which App the step uses, once. Hides the
 * secrets among it before anything is said. Raises one {@link ProblemError} for all problems.
 */
export async function readConfig(env: Environment): Promise<Config> {
  // The secrets among the inputs leave the environment first.
  const secrets = { key: takeSecret(env, 'private-key'), jwt: takeSecret(env, 'jwt') }
  const inputs = readInputs(env)
  maskableFallback(inputs.fallbackToken).forEach(log.mask)
  secretsInInputs(inputs).forEach(log.mask)
  const workflow = readWorkflow(env)
  const given = await readCredential(secrets, { env, inputs, workflow })
  const config = parseConfig(inputs, given, workflow)
  const proxy = config.ok ? proxyFor(config.value, env) : valid([])
  if (proxy.ok) proxy.value.forEach(log.mask)
  const settled = combine<{ config: Config; proxy: unknown }>({ config, proxy })
  if (!settled.ok) throw new ProblemError(settled.problems, { nothingSent: true })
  for (const message of [...settled.messages, ...unsafeTls(env)]) log.annotate(message)
  return settled.value.config
}

/** What a key can be read from. */
interface KeySources {
  readonly env: Environment
  readonly inputs: Inputs
  readonly workflow: Workflow
}

/** The credential from the one of its inputs that is set; undefined if all are empty. */
async function readCredential(
  { key: text, jwt }: { readonly key: string; readonly jwt: string },
  sources: KeySources
): Promise<Parsed<GivenCredential> | undefined> {
  const { env, inputs } = sources
  const path = readInput(env, 'private-key-file')
  // All are read, even if only one may be set, so that all are masked.
  const key = text === '' ? undefined : readPem(text, 'private-key')
  const appJwt = jwt === '' ? undefined : await readJwt(jwt)
  const serviceKey = await readKmsKey(sources)
  const service = await readService(sources)
  maskable(path).forEach(log.mask)
  const wrong = findMisplacedSecret('private-key-file', path)
  if (wrong !== undefined) return invalid(wrong)
  const keys: Readonly<Record<AppKeyInput, string>> = {
    'private-key': text,
    'private-key-file': path,
    'kms-key': inputs.keyService['kms-key'],
    jwt
  }
  const given: Readonly<Record<CredentialInput, string>> = {
    ...keys,
    'token-service': inputs.tokenService
  }
  const set = (Object.keys(given) as CredentialInput[]).filter((name) => given[name] !== '')
  if (set.length > 1) return invalid({ kind: 'key-twice', inputs: set })
  const read = [...servicesOf(serviceKey, service), key, appJwt].find((one) => one !== undefined)
  const found = read ?? (path === '' ? undefined : readPemFile(path))
  return found === undefined || set.length === 0 ? found : besideKey(found)
}

/** In the order in which they count: what is wrong with one is reported, even if the other is right. */
function servicesOf(
  serviceKey: Parsed<AppKey> | undefined,
  service: Parsed<TokenServiceCredential> | undefined
): readonly (Parsed<GivenCredential> | undefined)[] {
  return serviceKey?.ok === false ? [serviceKey] : [service, serviceKey]
}

/** Lets the problems of a login without its key, or of a policy without its service, say that there is another key. */
function besideKey(given: Parsed<GivenCredential>): Parsed<GivenCredential> {
  if (given.ok) return given
  const [first, ...others] = given.problems
  return invalid(mentionKey(first), ...others.map(mentionKey))
}

function mentionKey(problem: Problem): Problem {
  const isWithoutKey =
    problem.kind === 'login-without-key' || problem.kind === 'token-service-incomplete'
  return isWithoutKey ? { ...problem, isKeySet: true } : problem
}

/** The inputs for a key service. `audience` is also one for a token service. */
function keyServiceInputs({ keyService, tokenService }: Inputs): KeyServiceInputs {
  return tokenService === '' ? keyService : { ...keyService, audience: '' }
}

/** The key of a key service; undefined if no input for one is set. A secret in one is found later. */
async function readKmsKey({
  env,
  inputs,
  workflow
}: KeySources): Promise<Parsed<AppKey> | undefined> {
  const keyService = keyServiceInputs(inputs)
  const set = Object.entries(keyService).filter(([, value]) => value !== '')
  if (set.length === 0) return undefined
  const wrong = set.flatMap(([name, value]) => findMisplacedSecret(name, value) ?? [])
  const refused = invalidIfAny<AppKey>(wrong)
  if (refused !== undefined) return refused
  // Loaded late: most steps have the key itself.
  const { readServiceKey, secretsOfLogin } = await import('../config/key-service/read')
  const variables = readKeyServiceVariables(env)
  secretsOfLogin(variables).forEach(log.mask)
  const isForkRun = secretlessRun(workflow.event)?.kind === 'fork'
  return readServiceKey({ inputs: keyService, variables, isForkRun })
}

/** The token service; undefined if no input for one is set. */
async function readService({
  env,
  inputs,
  workflow
}: KeySources): Promise<Parsed<TokenServiceCredential> | undefined> {
  const { tokenService, trustPolicy, keyService } = inputs
  if (tokenService + trustPolicy === '') return undefined
  const { audience } = keyService
  const set = { 'token-service': tokenService, 'trust-policy': trustPolicy, audience }
  const wrong = Object.entries(set).flatMap(
    ([name, value]) => findMisplacedSecret(name, value) ?? []
  )
  const refused = invalidIfAny<TokenServiceCredential>(wrong)
  if (refused !== undefined) return refused
  // Loaded late: most steps have a key.
  const [{ readTokenService }, { secretsOfLogin }] = await Promise.all([
    import('../config/token-service'),
    import('../config/key-service/read')
  ])
  const variables = readKeyServiceVariables(env)
  secretsOfLogin(variables).forEach(log.mask)
  const isForkRun = secretlessRun(workflow.event)?.kind === 'fork'
  return readTokenService({ tokenService, trustPolicy, audience, variables, isForkRun })
}

function readPemFile(path: string): Parsed<AppKey> {
  const file = readKeyFile(path)
  return file.ok ? readPem(file.value, 'private-key-file') : file
}

async function readJwt(text: string): Promise<Parsed<AppKey>> {
  // Loaded late: most steps have a key.
  const { readAppJwt } = await import('../config/app-jwt')
  const { secrets, result } = readAppJwt(text, Date.now())
  secrets.forEach(log.mask)
  return result
}

function readPem(text: string, input: KeyInput): Parsed<AppKey> {
  const { secrets, result } = readPrivateKey(text, input)
  secrets.forEach(log.mask)
  return result
}

/** Settles the proxies of all addresses that the step asks. The value: what must be masked. */
function proxyFor({ credential, api }: Config, env: Environment): Parsed<readonly string[]> {
  const urls = addressesBefore(credential)
  if (urls === undefined) return valid([])
  const settled = [...urls, api.url].map((url) => settleProxy(env, url))
  return map(combineList(settled), (secrets) => secrets.flat())
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
