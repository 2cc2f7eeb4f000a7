import { parseConfig, type Decision } from '../config/config'
import { combine, invalid, valid, type Parsed, type Remark } from '../config/parsed'
import { readPrivateKey, type PrivateKey } from '../config/private-key/read'
import { ExplainedError } from '../explain/explanation'
import { maskable, explainWrongInput, secretsInInputs } from '../config/wrong-input'
import { readInput, readInputs, readWorkflow, takeSecret, type Environment } from './inputs'
import { readKeyFile } from './key-file'
import * as log from './log'
import { settleProxy } from './proxy'

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
