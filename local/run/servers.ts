/** The GitHub of a local run: an embedded one on this machine, or a real one. */
import { generateKeyPair, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { parseApiUrl } from '../../src/config/api-url'
import { startGitHub } from '../github/server'
import { startOidc } from '../key-services/oidc'
import { START, type ServiceKind } from '../key-services/start'
import { defaultData } from '../github/github-data'
import { pushEvent, type JobOptions, type Manifest } from '../runner'
import { failureNamed, type FailureName } from './failures'
import type { Options, RealApp } from './options'

/** One GitHub, and the job that runs against it. */
export interface RunServer {
  /** The first line of the output. */
  readonly title: string
  readonly isReal: boolean
  /** The failure that the person asked for. */
  readonly failure?: FailureName
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
  const signing = await startSigning(options.keyService, privateKey)
  const failure = options.failure === undefined ? undefined : failureNamed(options.failure)
  failure?.arrange?.(github)
  const namesPermissions = Object.keys(options.inputs).some((name) => name.startsWith('permission'))
  const hasId = 'client-id' in options.inputs || 'app-id' in options.inputs
  return {
    title: `Local run: the packaged action against a small GitHub on ${new URL(github.url).host}${signing.title}. Nothing leaves this machine.`,
    isReal: false,
    ...(options.failure === undefined ? {} : { failure: options.failure }),
    apiUrl: github.url,
    job: {
      repository: options.repository ?? 'octo-org/hello',
      apiUrl: github.url,
      secrets: [key],
      ...failure?.job,
      env: signing.env,
      inputs: {
        ...(hasId ? {} : { 'client-id': data.app.clientId }),
        ...signing.inputs,
        ...failure?.inputs,
        ...(namesPermissions ? {} : failure?.permissions),
        ...options.inputs
      }
    },
    requests: () => github.exchanges.length,
    close: async () => {
      await Promise.all([github.close(), signing.close()])
    }
  }
}

/** What signs for the embedded App: the step itself, or a key service. */
interface Signing {
  /** For the first line of the output. */
  readonly title: string
  readonly env: Readonly<Record<string, string>>
  readonly inputs: Readonly<Record<string, string>>
  close(): Promise<void>
}

async function startSigning(
  kind: ServiceKind | undefined,
  privateKey: KeyObject
): Promise<Signing> {
  if (kind === undefined) {
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
    return { title: '', env: {}, inputs: { 'private-key': pem }, close: () => Promise.resolve() }
  }
  const oidc = await startOidc()
  const { service, inputs } = await START[kind]({ oidc, privateKey })
  return {
    title: `, with the key in a small key service (${kind}) on ${new URL(service.url).host}`,
    env: oidc.env,
    inputs,
    close: async () => {
      await Promise.all([oidc.close(), service.close()])
    }
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

/** The action itself masks no shorter part of a key either. */
const SHORTEST_SECRET = 16

/** A real GitHub, with the person's own App. */
export function realServer(options: Options, real: RealApp, manifest: Manifest): RunServer {
  const secret = appSecret(real, manifest)
  const api = realApi(options.inputs['github-api-url'] ?? '')
  const owner = options.inputs['owner'] ?? options.inputs['enterprise'] ?? ''
  const repository = options.repository ?? `${owner.split(/[\s,]/)[0] ?? ''}/none`
  const env = networkVariables.map((name) => [name, process.env[name]] as const)
  return {
    title: api.title,
    isReal: true,
    apiUrl: api.url,
    job: {
      repository,
      apiUrl: api.url,
      serverUrl: api.webUrl,
      // Only the person at the terminal reads this log, so it may name everything that it finds.
      event: privateEvent(repository),
      // The file can be something else than a key, and a mask of a short line, such as `>`, would hide
      // parts of every text.
      secrets: secret.text.split(/[\r\n]+/).filter((line) => line.length >= SHORTEST_SECRET),
      env: Object.fromEntries(env),
      inputs: {
        ...options.inputs,
        ...secret.inputs
      }
    },
    requests: () => undefined,
    close: () => Promise.resolve()
  }
}

/** What the person's App proves itself with, and the input that takes it. */
interface AppSecret {
  readonly text: string
  readonly inputs: Readonly<Record<string, string>>
}

function appSecret(real: RealApp, manifest: Manifest): AppSecret {
  if ('jwtFile' in real) {
    const text = readSecret('jwt-file', fromWhereNpmStarted(real.jwtFile))
    return { text, inputs: { jwt: text } }
  }
  const path = fromWhereNpmStarted(real.keyFile)
  const text = readSecret('private-key-file', path)
  const takesFile = 'private-key-file' in manifest.inputs
  return { text, inputs: takesFile ? { 'private-key-file': path } : { 'private-key': text } }
}

/** npm starts scripts in the folder of package.json. A path is meant from where npm was started. */
function fromWhereNpmStarted(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '', path)
}

const publicGitHub = { url: 'https://api.github.com', webUrl: 'https://github.com' }

/** The addresses that belong to `github-api-url`. The title does not repeat an address that can hold a password. */
function realApi(input: string): { readonly title: string; url: string; webUrl: string } {
  const parsed = parseApiUrl(input, { apiUrl: '', serverUrl: '' })
  return parsed.ok
    ? { ...parsed.value, title: `Real GitHub: ${parsed.value.url}` }
    : { ...publicGitHub, title: 'Real GitHub: no request is sent, because the address is wrong.' }
}

function readSecret(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new Error(`--${option} ${path} cannot be read (${code}).`, { cause: error })
  }
}

function privateEvent(repository: string): unknown {
  const event = pushEvent(repository) as { repository: object }
  return { ...event, repository: { ...event.repository, private: true, visibility: 'private' } }
}
