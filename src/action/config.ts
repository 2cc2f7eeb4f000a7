import { parseConfig, type Config } from '../config/config'
import { combine, valid, type Parsed, type Remark } from '../config/parsed'
import { readPrivateKey, type PrivateKey } from '../config/private-key/read'
import { ExplainedError } from '../explanation'
import { readInputs, readWorkflow, takeSecret, type Environment } from './environment'
import * as log from './log'
import { settleProxy } from './proxy'

/**
 * Reads everything the step is told, once; nothing later looks at inputs or environment. Hides the
 * secrets among it before anything is said. Raises one {@link ExplainedError} for all problems.
 */
export function readConfig(env: Environment): Config {
  const key = readKey(env)
  const config = parseConfig(readInputs(env), key, readWorkflow(env))
  const proxy = config.ok ? settleProxy(env, config.value.api.url) : valid([])
  if (proxy.ok) proxy.value.forEach(log.mask)
  const settled = combine<{ config: Config; proxy: unknown }>({ config, proxy })
  if (!settled.ok) throw new ExplainedError(settled.problems, { nothingSent: true })
  for (const remark of [...settled.remarks, ...unsafeTls(env)]) log.remark(remark)
  return settled.value.config
}

function readKey(env: Environment): Parsed<PrivateKey> | undefined {
  const text = takeSecret(env, 'private-key')
  if (text === '') return undefined
  const { secrets, result } = readPrivateKey(text, 'private-key')
  secrets.forEach(log.mask)
  return result
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
