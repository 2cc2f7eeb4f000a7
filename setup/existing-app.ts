import { readPrivateKey } from '../src/config/private-key/read'
import { explainProblems } from '../src/explain/explain'
import { textField } from '../src/json'
import { callsAs } from './app-calls'
import { withWords, type AppWithKey, type SetupContext } from './context'
import { readBytes } from './files'
import { Gh } from './gh'
import type { Options, Resume } from './options'
import { SetupError } from './problem'
import { isStore } from './storing'
import type { TerminalEnv } from './terminal'

/** An App that exists already, with a key from a file. */
export async function appOf(
  { slug, clientId }: Resume,
  keyFile: string,
  context: SetupContext
): Promise<AppWithKey> {
  const { options, env } = context
  const key = readPrivateKey(readBytes(keyFile).toString('utf8'), 'private-key-file').result
  if (!key.ok) {
    const [{ problem }] = explainProblems(key.problems)
    throw new SetupError({ kind: 'key-file-unusable', path: keyFile, what: problem })
  }
  const { pem } = key.value
  const id = clientId ?? (await storedClientId(options, env))
  const { app } = callsAs({ clientId: id, pem }, options.host.apiUrl, context.terminal.print)
  const { reply } = await withWords(options.host, () => app.call({ method: 'GET', path: '/app' }))
  const found = textField(reply.body, 'slug')
  const settings = textField(reply.body, 'html_url')
  return { slug: found === '' ? (slug ?? '') : found, clientId: id, settings, pem }
}

async function storedClientId(options: Options, env: TerminalEnv): Promise<string> {
  const { storage, variable, host } = options
  if (isStore(storage)) {
    const place =
      storage.kind === 'organization'
        ? `orgs/${storage.organization}`
        : `repos/${storage.repository}`
    const environment =
      storage.kind === 'environment' ? `/environments/${storage.environment}` : '/actions'
    const path = `${place}${environment}/variables/${variable}`
    const answer = await new Gh(host.name, { ...env }).ask(['api', path, '--jq', '.value'])
    if (answer.isOk && answer.output !== '') return answer.output
  }
  throw new SetupError({ kind: 'client-id-unknown', variable })
}
