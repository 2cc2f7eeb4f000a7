import { parseConfig, type Config } from '../config/config'
import type { AppKey } from '../config/app-key'
import { maskableFallback } from '../config/fallback-token'
import { readPrivateKey } from '../config/private-key/read'
import { findMisplacedSecret, maskable, secretsInInputs } from '../config/misplaced-secrets'
import { settleProxy } from '../http/proxy'
import { textField } from '../json'
import { combine, invalid, valid, type LogMessage, type Parsed } from '../parsed'
import { printable } from '../printable'
import { ProblemError, type AppKeyInput, type KeyFileMistake, type KeyInput } from '../problem'
import { readInput, readInputs, readWorkflow, takeSecret, type Environment } from './inputs'
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
 * Reads everything the step is told, once; nothing later looks at inputs or environment. Hides the
 * secrets among it before anything is said. Raises one {@link ProblemError} for all problems.
 */
export async function readConfig(env: Environment): Promise<Config> {
  const key = await readKey(env)
  const inputs = readInputs(env)
  maskableFallback(inputs.fallbackToken).forEach(log.mask)
  secretsInInputs(inputs).forEach(log.mask)
  const config = parseConfig(inputs, key, readWorkflow(env))
  const proxy = config.ok ? proxyFor(config.value, env) : valid([])
  if (proxy.ok) proxy.value.forEach(log.mask)
  const settled = combine<{ config: Config; proxy: unknown }>({ config, proxy })
  if (!settled.ok) throw new ProblemError(settled.problems, { nothingSent: true })
  for (const message of [...settled.messages, ...unsafeTls(env)]) log.annotate(message)
  return settled.value.config
}

/** The App's key from the one of its inputs that is set; undefined if all are empty. */
async function readKey(env: Environment): Promise<Parsed<AppKey> | undefined> {
  const text = takeSecret(env, 'private-key')
  const jwt = takeSecret(env, 'jwt')
  const path = readInput(env, 'private-key-file')
  // Both are read, even if only one may be set, so that both are masked.
  const key = text === '' ? undefined : readPem(text, 'private-key')
  const appJwt = jwt === '' ? undefined : await readJwt(jwt)
  maskable(path).forEach(log.mask)
  const wrong = findMisplacedSecret('private-key-file', path)
  if (wrong !== undefined) return invalid(wrong)
  const given: Readonly<Record<AppKeyInput, string>> = {
    'private-key': text,
    'private-key-file': path,
    jwt
  }
  const inputs = (Object.keys(given) as AppKeyInput[]).filter((name) => given[name] !== '')
  if (inputs.length > 1) return invalid({ kind: 'key-twice', inputs })
  return key ?? appJwt ?? (path === '' ? undefined : readPemFile(path))
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

function proxyFor({ credential, api }: Config, env: Environment): Parsed<readonly string[]> {
  return credential.kind === 'app' ? settleProxy(env, api.url) : valid([])
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
