/** Apps that were registered from a manifest, until their code is converted. */
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto'
import { notFound, type Answer } from './exchange'
import type { Account, App, GitHubData, Permissions } from './github-data'
import type { Call } from './request-checks'
import { renderApp } from './response-bodies'

/** A code works for one hour, in milliseconds. */
const LIFE = 3_600_000

/** What the manifest of an App says. */
export interface RegisteredManifest {
  readonly name: string
  readonly permissions: Permissions
}

interface Pending {
  readonly owner: Account
  readonly manifest: RegisteredManifest
  readonly registeredAt: number
}

/** The Apps that people registered, and that nobody has converted yet. */
export class Registrations {
  private readonly pending = new Map<string, Pending>()
  private readonly data: GitHubData

  constructor(data: GitHubData) {
    this.data = data
  }

  /** Registers an App. Returns the code for the program that sent the person. */
  register(owner: Account, manifest: RegisteredManifest): string {
    const code = randomBytes(20).toString('hex')
    this.pending.set(code, { owner, manifest, registeredAt: this.data.now() })
    return code
  }

  /** The App for a code, once, within an hour. */
  take(code: string): Pending | undefined {
    const found = this.pending.get(code)
    this.pending.delete(code)
    return found !== undefined && this.data.now() - found.registeredAt < LIFE ? found : undefined
  }
}

/**
 * Turns a code into an App with its first key: `POST /app-manifests/{code}/conversions`. From then on
 * it is the App of this GitHub.
 */
export function convertManifest(call: Call): Answer {
  if (call.body !== '') call.complain('this route takes no body')
  const registered = call.registrations.take(call.params['code'] ?? '')
  if (registered === undefined) return notFound()
  const { owner, manifest } = registered
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const app: App = {
    id: randomInt(100_000, 999_999),
    clientId: `Iv23li${randomBytes(9).toString('hex').slice(0, 14)}`,
    slug: slugOf(manifest.name),
    name: manifest.name,
    owner,
    publicKeys: [publicKey],
    permissions: manifest.permissions,
    installations: []
  }
  call.data.app = app
  const body = {
    ...renderApp(call),
    client_id: app.clientId,
    client_secret: randomBytes(20).toString('hex'),
    webhook_secret: null,
    pem: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  }
  return { status: 201, body }
}

/** The App's name in addresses. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
}
