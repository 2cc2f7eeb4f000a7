import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAuthority, type Certificate } from './certificate'
import {
  GITHUB_HOST,
  withProxy,
  type ProxyOptions,
  type ProxyProgram,
  type ProxyRequest,
  type RealProxy
} from './real-proxy'
import { startTlsRelay, type RelayOptions } from './test-proxy'
import type { ScenarioOptions } from './scenario'

/** A certificate authority that no machine knows. */
export const authority = makeAuthority('Private certificate authority')

const soundCertificate = authority.issue(GITHUB_HOST, { from: -1, to: 30 })

/** GitHub with TLS, and a certificate of a private authority. */
export interface Network {
  /** `host:port`, as a proxy is asked for it. */
  readonly target: string
  readonly apiUrl: string
  /** How many connections were opened to GitHub, with or without a request. */
  readonly connections: number
  /** The file with the authority's certificate. */
  readonly authorityFile: string
  /** A job on a machine that can connect to GitHub directly, and trusts the authority. */
  job(env: Readonly<Record<string, string>>): ScenarioOptions
}

/** Starts GitHub's end of the network for the time of `use`. */
export async function withNetwork(
  use: (network: Network) => Promise<void>,
  certificate: Certificate = soundCertificate,
  death?: RelayOptions['death']
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'network-'))
  let hold = (): void => undefined
  const relay = await startTlsRelay(certificate, {
    death,
    onHold: () => {
      hold()
    }
  })
  try {
    const authorityFile = join(folder, 'ca.pem')
    writeFileSync(authorityFile, authority.cert)
    const target = `${GITHUB_HOST}:${relay.port}`
    const apiUrl = `https://${target}`
    await use({
      target,
      apiUrl,
      authorityFile,
      get connections() {
        return relay.connections
      },
      job: (env) => ({
        apiUrl,
        env: { NODE_EXTRA_CA_CERTS: authorityFile, ...env },
        nodeArguments: ['--require', join(__dirname, 'preload', 'test-names.cjs')],
        job: ({ port }, clock) => {
          hold = clock.holdConnection
          relay.leadTo(port)
          return {}
        }
      })
    })
  } finally {
    await relay.close()
    rmSync(folder, { recursive: true })
  }
}

/** Starts GitHub's end of the network, and a proxy in front of it, for the time of `use`. */
export async function behind(
  program: ProxyProgram,
  options: ProxyOptions,
  use: (proxy: RealProxy, network: Network) => Promise<void>,
  certificate?: Certificate
): Promise<void> {
  await withNetwork(
    (network) => withProxy(program, options, (proxy) => use(proxy, network)),
    certificate
  )
}

/** What a proxy logs for so many requests to connect to GitHub. */
export function connected(
  { target }: Network,
  times: number,
  user: string | null = null
): ProxyRequest[] {
  return Array.from({ length: times }, () => ({ target, result: 'connected', user }))
}

/** What a proxy logs for one request to connect to GitHub that it refused. */
export function refused({ target }: Network, user: string | null = null): ProxyRequest[] {
  return [{ target, result: 'refused', user }]
}
