/** A network in which the host names of a key service lead to an embedded one, with TLS. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmbeddedService } from '../../local/key-services/service'
import { removeFolder } from '../../local/runner'
import { makeAuthority } from './certificate'
import type { ScenarioOptions } from './scenario'
import { startProxy, startTlsRelay, type TlsRelay, type Tunnel } from './test-proxy'

const authority = makeAuthority('Private certificate authority')

/** A running network. */
export interface ServiceNetwork {
  /** What the machine has: the proxy that it needs, and the private authority that it trusts. */
  readonly env: Readonly<Record<string, string>>
  /** What was asked of the proxy. */
  readonly tunnels: readonly Tunnel[]
  /** How often something connected to a host. */
  connections(host: string): number
}

/**
 * Starts a server for each host, with a certificate of a private authority, and a proxy through which
 * alone they are reached.
 *
 * @param hosts for whom each certificate is, by the host that sends it
 */
export async function withNetworkOf<T>(
  { url }: Pick<EmbeddedService, 'url'>,
  hosts: Readonly<Record<string, string>>,
  use: (network: ServiceNetwork) => Promise<T>
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'key-service-network-'))
  const relays = new Map<string, TlsRelay>()
  for (const [host, name] of Object.entries(hosts)) {
    const relay = await startTlsRelay(authority.issue(name, { from: -1, to: 30 }))
    relay.leadTo(Number(new URL(url).port))
    relays.set(host, relay)
  }
  const relayOf = (target: string): TlsRelay => {
    const relay = relays.get(target.replace(/:\d+$/, ''))
    if (relay === undefined) throw new Error(`nothing may connect to ${target}`)
    return relay
  }
  const proxy = await startProxy({ port: (target) => relayOf(target).port })
  try {
    const authorityFile = join(folder, 'ca.pem')
    writeFileSync(authorityFile, authority.cert)
    return await use({
      env: {
        HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
        NODE_EXTRA_CA_CERTS: authorityFile
      },
      tunnels: proxy.tunnels,
      connections: (host) => relayOf(host).connections
    })
  } finally {
    await Promise.all([proxy.close(), ...[...relays.values()].map((relay) => relay.close())])
    removeFolder(folder)
  }
}

/** Options of a process for which some names of the key services do not exist. */
export const missingNames: Pick<ScenarioOptions, 'nodeArguments'> = {
  nodeArguments: ['--require', join(__dirname, 'preload', 'missing-names.cjs')]
}
