import type { AppKey } from '../config/app-key'
import type { GivenCredential } from '../config/credential'
import { secretlessRun } from '../config/event'
import { secretsOfLogin, type KeyServiceInputs } from '../config/key-service/facts'
import { findMisplacedSecret, maskable } from '../config/misplaced-secrets'
import { readPrivateKey } from '../config/private-key/read'
import type { Inputs, Workflow } from '../config/step-inputs'
import type { TokenServiceCredential } from '../config/token-service'
import { textField } from '../json'
import { invalid, invalidIfAny, valid, type Parsed } from '../parsed'
import { printable } from '../printable'
import type { CredentialInput, KeyFileMistake, KeyInput } from '../problems/credential-problem'
import { readInput, readKeyServiceVariables, type Environment } from './inputs'
import * as log from './log'
import { readGivenFile } from './read-file'

/** No private key is anywhere near as large. */
const MAX_KEY_FILE_BYTES = 64 * 1024

/** Reads the file that `private-key-file` names. Problem: `key-file-unusable`. */
function readKeyFile(path: string): Parsed<string> {
  try {
    const file = readGivenFile(path, MAX_KEY_FILE_BYTES)
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

/** What a credential can be read from. */
export interface CredentialSources {
  /** What `private-key` held, before it left the environment. */
  readonly privateKey: string
  /** What `jwt` held, before it left the environment. */
  readonly jwt: string
  readonly env: Environment
  readonly inputs: Inputs
  readonly workflow: Workflow
}

/** Reads the inputs for a credential, and hides the secrets among them. */
export async function readCredential(sources: CredentialSources): Promise<GivenCredential> {
  const { privateKey, jwt, env, inputs } = sources
  const path = readInput(env, 'private-key-file')
  const texts: Readonly<Record<CredentialInput, string>> = {
    'private-key': privateKey,
    'private-key-file': path,
    'kms-key': inputs.keyService['kms-key'],
    jwt,
    'token-service': inputs.tokenService
  }
  const set = (Object.keys(texts) as CredentialInput[]).filter((name) => texts[name] !== '')
  // All are read, even if only one may be set, so that all are masked.
  const key = privateKey === '' ? undefined : readPem(privateKey, 'private-key')
  const appJwt = jwt === '' ? undefined : await readJwt(jwt)
  const kmsKey = await readKmsKey(sources)
  const tokenService = await readTokenServiceInputs(sources)
  maskable(path).forEach(log.mask)
  const wrong = findMisplacedSecret('private-key-file', path)
  if (wrong !== undefined) return { inputs: set, parsed: invalid(wrong) }
  if (set.length > 1) return { inputs: set, parsed: invalid({ kind: 'key-twice', inputs: set }) }
  // A login without `kms-key`, or a policy without `token-service`, is wrong also beside a key.
  if (kmsKey?.ok === false) return { inputs: set, parsed: kmsKey }
  const parsed = tokenService ?? kmsKey ?? key ?? appJwt
  return { inputs: set, parsed: parsed ?? (path === '' ? undefined : readPemFile(path)) }
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
}: CredentialSources): Promise<Parsed<AppKey> | undefined> {
  const keyService = keyServiceInputs(inputs)
  const set = Object.entries(keyService).filter(([, value]) => value !== '')
  if (set.length === 0) return undefined
  const wrong = set.flatMap(([name, value]) => findMisplacedSecret(name, value) ?? [])
  const refused = invalidIfAny<AppKey>(wrong)
  if (refused !== undefined) return refused
  // Loaded late: most steps have the key itself.
  const { parseKmsKey } = await import('../config/key-service/read')
  const variables = readKeyServiceVariables(env)
  secretsOfLogin(variables).forEach(log.mask)
  const isForkRun = secretlessRun(workflow.event)?.kind === 'fork'
  return parseKmsKey({ inputs: keyService, variables, isForkRun })
}

/** The token service; undefined if no input for one is set. */
async function readTokenServiceInputs({
  env,
  inputs,
  workflow
}: CredentialSources): Promise<Parsed<TokenServiceCredential> | undefined> {
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
  const { readTokenService } = await import('../config/token-service')
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
