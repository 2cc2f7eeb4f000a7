import { generateKeyPair } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { startGitHub } from '../github/server'
import { defaultData } from '../github/github-data'
import { pushEvent, type JobOptions, type Manifest } from '../runner'
import type { Options } from './options'

/** One GitHub to rehearse against, and the job to run there. */
export interface Setting {
  /** The first line. */
  readonly title: string
  readonly real: boolean
  readonly apiUrl: string
  readonly job: JobOptions
  /** How many requests GitHub received; unknown for the real one. */
  requests(): number | undefined
  close(): Promise<void>
}

async function newKey(): ReturnType<typeof generateKey> {
  return generateKey('rsa', { modulusLength: 2048 })
}
const generateKey = promisify(generateKeyPair)

/** The rehearsal: a small GitHub on the loopback, with a key made for it. */
export async function embeddedServer(options: Options): Promise<Setting> {
  const { publicKey, privateKey } = await newKey()
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  const data = defaultData({ publicKey })
  const github = await startGitHub(data)
  const hasId = 'client-id' in options.inputs || 'app-id' in options.inputs
  return {
    title: `LocalRun: the packaged action against a small GitHub on ${new URL(github.url).host}. Nothing leaves this machine.`,
    real: false,
    apiUrl: github.url,
    job: {
      repository: options.repository ?? 'octo-org/hello',
      apiUrl: github.url,
      secrets: [key],
      inputs: {
        ...(hasId ? {} : { 'client-id': data.app.clientId }),
        'private-key': key,
        ...options.inputs
      }
    },
    requests: () => github.exchanges.length,
    close: () => github.close()
  }
}

/** What a person's network needs; nothing else of the environment reaches the action. */
const networkVariables = [
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'https_proxy',
  'http_proxy',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_SYSTEM_CA',
  'NODE_USE_ENV_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR'
]

/** The address for people that belongs to an API: github.com, a tenant of ghe.com, or GHES. */
export function serverUrlOf(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl)
  return `${protocol}//${host.replace(/^api\.(?=github\.com$|[^.]+\.ghe\.com$)/, '')}`
}

/** The same against a real GitHub, with the person's own App. */
export function realServer(
  options: Options,
  real: NonNullable<Options['real']>,
  manifest: Manifest
): Setting {
  const apiUrl = real.apiUrl.replace(/\/+$/, '')
  const key = readKey(real.keyFile)
  const takesFile = 'private-key-file' in manifest.inputs
  const owner = options.inputs['owner'] ?? options.inputs['enterprise'] ?? ''
  const repository = options.repository ?? `${owner.split(/[\s,]/)[0] ?? ''}/none`
  const env = networkVariables.map((name) => [name, process.env[name]] as const)
  return {
    title: `Real GitHub: ${apiUrl}`,
    real: true,
    apiUrl,
    job: {
      repository,
      apiUrl,
      serverUrl: serverUrlOf(apiUrl),
      // Only the person at the terminal reads this log: it may name what it finds.
      event: privateEvent(repository),
      secrets: [key],
      env: Object.fromEntries(env),
      inputs: {
        ...options.inputs,
        ...(takesFile ? { 'private-key-file': resolve(real.keyFile) } : { 'private-key': key })
      }
    },
    requests: () => undefined,
    close: () => Promise.resolve()
  }
}

function readKey(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new Error(`--private-key-file ${path} cannot be read (${code}).`, { cause: error })
  }
}

function privateEvent(repository: string): unknown {
  const event = pushEvent(repository) as { repository: object }
  return { ...event, repository: { ...event.repository, private: true, visibility: 'private' } }
}
