/** The embedded GitHub in a process of its own, so that it does not slow down the bench's process. */
import { createPublicKey } from 'node:crypto'
import { connect } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { startGitHub, type EmbeddedGitHub } from '../github/server'
import { addOrganization, defaultData, type GitHubData } from '../github/github-data'
import { startRelay } from './relay'

/** How the server is set up. */
export interface ServerOptions {
  /** The App's public key, PEM. */
  readonly publicKey: string
  /** Key and certificate, PEM: serve over TLS. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** More organizations on which the App is installed, by login. */
  readonly organizations?: readonly string[]
  /** The round trip of the network to it, in milliseconds. Default: the loopback's own. */
  readonly roundTrip?: number
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
  const port = options.tls === undefined ? github.port : await encrypt(github, options.tls)
  const { roundTrip } = options
  const reached = roundTrip === undefined ? port : await startRelay(port, roundTrip)
  const url = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${reached}`
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

/** Puts TLS in front of the embedded GitHub, which itself speaks plain HTTP; returns its port. */
async function encrypt(
  github: EmbeddedGitHub,
  tls: NonNullable<ServerOptions['tls']>
): Promise<number> {
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
  return (server.address() as AddressInfo).port
}
