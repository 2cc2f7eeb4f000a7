import { parseConfig, type Decision } from '../config/config'
import { readPrivateKey, type PrivateKey } from '../config/private-key/read'
import { explainWrongInput, maskable, secretsInInputs } from '../config/wrong-input'
import { ExplainedError } from '../explanation'
import { settleProxy } from '../http/proxy'
import { textField } from '../json'
import { combine, invalid, valid, type Parsed, type Remark } from '../parsed'
import { printable } from '../printable'
import { readInput, readInputs, readWorkflow, takeSecret, type Environment } from './inputs'
import * as log from './log'
import { readSmallFile } from './read-file'

/** No private key is anywhere near as large. */
const LARGEST = 64 * 1024

/** Reads the file that `private-key-file` names. Problem: `private-key-file`. */
export function readKeyFile(path: string): Parsed<string> {
  try {
    const file = readSmallFile(path, LARGEST)
    switch (file.kind) {
      case 'not-a-file':
        return unusable(path, 'is not a file')
      case 'too-large':
        return unusable(path, `has ${file.bytes} bytes, which no private key has`)
      case 'read':
        return file.text.trim() === '' ? unusable(path, 'is empty') : valid(file.text)
    }
  } catch (error) {
    return unusable(path, `cannot be read (${textField(error, 'code')})`)
  }
}

function unusable(path: string, what: string): Parsed<string> {
  return invalid({
    code: 'private-key-file',
    title: 'private-key-file cannot be used',
    problem: `private-key-file is "${printable(path)}", which ${what}.`,
    fix: 'name the .pem file as this runner sees it; in a container job, as the container sees it.'
  })
}

/**
 * Reads everything the step is told, once; nothing later looks at inputs or environment. Hides the
 * secrets among it before anything is said. Raises one {@link ExplainedError} for all problems.
 */
export function readConfig(env: Environment): Decision {
  const key = readKey(env)
  const inputs = readInputs(env)
  log.mask(inputs.fallbackToken)
  secretsInInputs(inputs).forEach(log.mask)
  const decision = parseConfig(inputs, key, readWorkflow(env))
  const proxy = decision.ok ? proxyFor(decision.value, env) : valid([])
  if (proxy.ok) proxy.value.forEach(log.mask)
  const settled = combine<{ decision: Decision; proxy: unknown }>({ decision, proxy })
  if (!settled.ok) throw new ExplainedError(settled.problems, { nothingSent: true })
  for (const remark of [...settled.remarks, ...unsafeTls(env)]) log.remark(remark)
  return settled.value.decision
}

/** The key from either of its inputs; undefined where both are empty. */
function readKey(env: Environment): Parsed<PrivateKey> | undefined {
  const text = takeSecret(env, 'private-key')
  const path = readInput(env, 'private-key-file')
  const key = text === '' ? undefined : read(text, 'private-key')
  if (path === '') return key
  maskable(path).forEach(log.mask)
  const wrong = explainWrongInput('private-key-file', path)
  if (wrong !== undefined) return invalid(wrong)
  if (key !== undefined) return twoKeys()
  const file = readKeyFile(path)
  return file.ok ? read(file.value, 'private-key-file') : file
}

function read(text: string, input: 'private-key' | 'private-key-file'): Parsed<PrivateKey> {
  const { secrets, result } = readPrivateKey(text, input)
  secrets.forEach(log.mask)
  return result
}

function twoKeys(): Parsed<PrivateKey> {
  return invalid({
    code: 'private-key-file',
    title: 'Two private keys',
    problem: 'private-key and private-key-file are both set.',
    fix: 'remove one of the two.'
  })
}

function proxyFor(decision: Decision, env: Environment): Parsed<readonly string[]> {
  return decision.source === 'app' ? settleProxy(env, decision.config.api.url) : valid([])
}

function unsafeTls(env: Environment): Remark[] {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return []
  return [
    {
      level: 'warning',
      message:
        'NODE_TLS_REJECT_UNAUTHORIZED is 0: whoever is on the way to GitHub can read the token. For a private certificate authority, set NODE_EXTRA_CA_CERTS instead.'
    }
  ]
}
