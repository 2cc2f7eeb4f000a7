/** The embedded GitHub in a process of its own, so that it does not slow down the bench's process. */
import { createPublicKey } from 'node:crypto'
import { connect } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { startGitHub, type EmbeddedGitHub } from '../github/server'
import { addOrganization, defaultData, type GitHubData } from '../github/github-data'

/** The routes that the timed steps use. */
const SLOWED = [
  'GET /users/{username}/installation',
  'POST /app/installations/{installation_id}/access_tokens',
  'DELETE /installation/token'
] as const
/** More answers than any bench asks for. */
const PLENTY = 10_000

/** How the server is set up. */
export interface ServerOptions {
  /** The App's public key, PEM. */
  readonly publicKey: string
  /** Key and certificate, PEM: serve over TLS. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** More organizations on which the App is installed, by login. */
  readonly organizations?: readonly string[]
  /** Added to each answer, in milliseconds, as a network would. */
  readonly delay?: number
}

/** What the server received since the last count. */
export interface Count {
  readonly requests: number
  readonly connections: number
  readonly liveTokens: number
  readonly clientId: string
  readonly url: string
}

process.once('message', (options: ServerOptions) => {
  void serve(options)
})
process.on('disconnect', () => {
  process.exit(0)
})

async function serve(options: ServerOptions): Promise<void> {
  const data = defaultData({ publicKey: createPublicKey(options.publicKey) })
  for (const [index, login] of (options.organizations ?? []).entries()) {
    addOrganization(data, login, 5000 + index)
  }
  const github = await startGitHub(data)
  const { delay } = options
  if (delay !== undefined) {
    for (const route of SLOWED) github.fail(route, { kind: 'delay', ms: delay }, PLENTY)
  }
  const url = options.tls === undefined ? github.url : await encrypt(github, options.tls)
  process.on('message', () => {
    process.send?.(count(github, data, url))
  })
  process.send?.(count(github, data, url))
}

let counted = 0

function count(github: EmbeddedGitHub, data: GitHubData, url: string): Count {
  const fresh = github.exchanges.slice(counted)
  counted = github.exchanges.length
  return {
    requests: fresh.length,
    connections: new Set(fresh.map(({ connection }) => connection)).size,
    liveTokens: github.liveTokens().length,
    clientId: data.app.clientId,
    url
  }
}

/** Puts TLS in front of the embedded GitHub, which itself speaks plain HTTP; returns its address. */
async function encrypt(
  github: EmbeddedGitHub,
  tls: NonNullable<ServerOptions['tls']>
): Promise<string> {
  const server: Server = createServer(tls, (socket) => {
    const inner = connect(github.port, '127.0.0.1')
    // Otherwise small packets wait for each other, and the bench would measure that.
    socket.setNoDelay(true)
    inner.setNoDelay(true)
    socket.pipe(inner).pipe(socket)
    socket.on('error', () => inner.destroy())
    inner.on('error', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`
}
