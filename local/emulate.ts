/** Starts the GitHub of `emulate`, an emulator that others wrote, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The App at the emulator. */
export interface EmulateOptions {
  /** emulate accepts only the numeric App ID, not a client ID. */
  readonly appId: number
  /** The App's private key; the emulator derives the public one from it. */
  readonly privateKeyPem: string
}

/** A running emulator. */
export interface Emulator {
  /** Base of the API, without a slash at its end. */
  readonly url: string
  /** Ends the process. */
  close(): Promise<void>
}

/**
 * Starts emulate's GitHub on a free port of the loopback, with the App octo-bot installed on the
 * organization octo-org (installation 4242, selected: the repository hello; lib exists beside it).
 *
 * It checks the JWT's signature, finds installations by repository and organization, and creates
 * tokens with the same rules as GitHub. It has no `DELETE /installation/token`, no
 * `GET /installation/repositories`, no lookup of an organization under `/users`, and it adds
 * no `metadata: read` to a token.
 */
export async function startEmulate(options: EmulateOptions): Promise<Emulator> {
  const port = await freePort()
  // An empty environment, because variables can change emulate's address.
  const child = spawn(process.execPath, [join(__dirname, 'emulate-process.mjs')], {
    env: {},
    stdio: ['pipe', 'pipe', 'inherit']
  })
  child.stdin.write(`${JSON.stringify({ service: 'github', port, seed: seed(options) })}\n`)
  await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => {
      throw new Error('emulate ended before it listened')
    })
  ])
  return { url: `http://127.0.0.1:${port}`, close: () => end(child) }
}

function seed({ appId, privateKeyPem }: EmulateOptions): object {
  const permissions = {
    contents: 'write',
    issues: 'write',
    metadata: 'read',
    pull_requests: 'write'
  }
  const installation = {
    installation_id: 4242,
    account: 'octo-org',
    repository_selection: 'selected',
    repositories: ['octo-org/hello']
  }
  return {
    github: {
      users: [{ login: 'mona' }],
      orgs: [{ login: 'octo-org' }],
      repos: [
        { owner: 'octo-org', name: 'hello', auto_init: false },
        { owner: 'octo-org', name: 'lib', auto_init: false, private: true }
      ],
      apps: [
        {
          app_id: appId,
          slug: 'octo-bot',
          name: 'Octo Bot',
          private_key: privateKeyPem,
          permissions,
          installations: [installation]
        }
      ]
    }
  }
}

/** Picks a port first: emulate does not say which port it got if it may take any. */
async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.stdin?.end()
  await ended
}
