/** The GitHub of a local run: an embedded one on this machine, or a real one. */
import { generateKeyPair } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { startGitHub } from '../github/server'
import { defaultData } from '../github/github-data'
import { pushEvent, type JobOptions, type Manifest } from '../runner'
import type { Options } from './options'

/** One GitHub, and the job that runs against it. */
export interface RunServer {
  /** The first line of the output. */
  readonly title: string
  readonly isReal: boolean
  readonly apiUrl: string
  readonly job: JobOptions
  /** How many requests GitHub received; undefined for a real GitHub. */
  requests(): number | undefined
  close(): Promise<void>
}

async function newKey(): ReturnType<typeof generateKey> {
  return generateKey('rsa', { modulusLength: 2048 })
}
const generateKey = promisify(generateKeyPair)

/** Starts an embedded GitHub on the loopback, with a new key. */
export async function embeddedServer(options: Options): Promise<RunServer> {
  const { publicKey, privateKey } = await newKey()
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  const data = defaultData({ publicKey })
  const github = await startGitHub(data)
  const hasId = 'client-id' in options.inputs || 'app-id' in options.inputs
  return {
    title: `Local run: the packaged action against a small GitHub on ${new URL(github.url).host}. Nothing leaves this machine.`,
    isReal: false,
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

/** The variables for a person's network. The action gets no other variables of the terminal. */
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

/** The address of the web pages that belong to an API: github.com, a tenant of ghe.com, or GHES. */
export function serverUrlOf(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl)
  return `${protocol}//${host.replace(/^api\.(?=github\.com$|[^.]+\.ghe\.com$)/, '')}`
}

/** A real GitHub, with the person's own App. */
export function realServer(
  options: Options,
  real: NonNullable<Options['real']>,
  manifest: Manifest
): RunServer {
  const apiUrl = real.apiUrl.replace(/\/+$/, '')
  const key = readKey(real.keyFile)
  const takesFile = 'private-key-file' in manifest.inputs
  const owner = options.inputs['owner'] ?? options.inputs['enterprise'] ?? ''
  const repository = options.repository ?? `${owner.split(/[\s,]/)[0] ?? ''}/none`
  const env = networkVariables.map((name) => [name, process.env[name]] as const)
  return {
    title: `Real GitHub: ${apiUrl}`,
    isReal: true,
    apiUrl,
    job: {
      repository,
      apiUrl,
      serverUrl: serverUrlOf(apiUrl),
      // Only the person at the terminal reads this log, so it may name everything that it finds.
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
