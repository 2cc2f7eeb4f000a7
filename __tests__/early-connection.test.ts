import { Agent } from 'node:https'
import { PassThrough, type Duplex } from 'node:stream'
import { EarlyAgent } from '../src/http/early-agent'
import { EarlyConnection } from '../src/http/early-connection'
import { explained } from './support/explained'
import { startOtherServer } from './support/other-server'
import { authority, withNetwork, type Network } from './support/real-proxy-network'
import { errorOf, scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { DEATHS, startProxy, startTlsRelay } from './support/test-proxy'

/** An input that is wrong, so that the main step fails before it asks GitHub for anything. */
const WRONG = { with: { 'permission-contents': 'wriet' } }

function expectTokenRevoked({ main, post, github, transcript }: Scenario): void {
  expect(main.exitCode).toBe(0)
  expect(post.log).toContain('Token for octo-org/hello revoked')
  expect(github.liveTokens()).toEqual([])
  expect(transcript.map((line) => line.split(' ')[0])).toEqual(['GET', 'POST', 'DELETE'])
}

/** Connections arrive a little after the process that opened them has ended. */
async function connectionsTo(network: Network, expected: number): Promise<number> {
  for (let looks = 0; looks < 200 && network.connections < expected; looks++) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  return network.connections
}

describe('a connection that is opened early', () => {
  test('carries the requests: one connection for each step', async () => {
    await withNetwork(async (network) => {
      const run = await scenario(network.job({}))
      expectTokenRevoked(run)
      expect(run.main.annotations.concat(run.post.annotations)).toEqual([])
      expect(run.main.stderr + run.post.stderr).toBe('')
      expect(network.connections).toBe(2)
    })
  })

  test('several owners: the first uses it, and each of the others opens its own', async () => {
    await withNetwork(async (network) => {
      const run = await scenario({ ...network.job({}), with: { owner: 'octo-org, mona' } })
      expect(run.main.exitCode).toBe(0)
      expect(run.transcript).toHaveLength(6)
      expect(network.connections).toBe(4)
    })
  })

  test('GitHub closes it after its first answer: each further request opens its own', async () => {
    await withNetwork(async (network) => {
      expectTokenRevoked(await scenario({ ...network.job({}), closesConnections: true }))
      expect(network.connections).toBe(3)
    })
  })

  test('GitHub has an address instead of a name: the certificate is checked for that', async () => {
    const certificate = authority.issue('127.0.0.1', { from: -1, to: 30 })
    await withNetwork(async (network) => {
      const apiUrl = network.apiUrl.replace('github.test', '127.0.0.1')
      expectTokenRevoked(await scenario({ ...network.job({}), apiUrl }))
      expect(network.connections).toBe(2)
    }, certificate)
  })

  test.each<[string, ScenarioOptions['with'], string]>([
    ['a wrong input', WRONG.with, 'permission'],
    ['a JWT that cannot be used', { 'private-key': '', jwt: 'none' }, 'jwt is not a JWT']
  ])('%s: the step ends, and sends nothing', async (_, inputs = {}, title) => {
    await withNetwork(async (network) => {
      const run = await scenario({ ...network.job({}), with: inputs })
      expect(errorOf(run).title).toContain(title)
      expect(run.transcript).toEqual([])
      expect(await connectionsTo(network, 1)).toBe(1)
    })
  })

  test('a wrong input, and a server that is silent: the step does not wait for it', async () => {
    await withNetwork(
      async (network) => {
        const run = await scenario({ ...network.job({}), ...WRONG, isClockStopped: true })
        expect(errorOf(run).title).toContain('permission')
        expect(run.main.timedOut).toBe(false)
      },
      undefined,
      () => 'silent in the handshake'
    )
  })

  test('a certificate that is not trusted: explained as without it, and nothing is sent', async () => {
    await withNetwork(async (network) => {
      const { code, run } = await explained(network.job({ NODE_EXTRA_CA_CERTS: '' }))
      expect(code).toBe('tls-untrusted')
      expect(run.transcript).toEqual([])
    })
  })

  test('nobody checks the certificate: it is not used, because it is not trusted', async () => {
    await withNetwork(async (network) => {
      const env = { NODE_EXTRA_CA_CERTS: '', NODE_TLS_REJECT_UNAUTHORIZED: '0' }
      expectTokenRevoked(await scenario(network.job(env)))
      expect(network.connections).toBe(4)
    })
  })
})

describe('no connection is opened early', () => {
  test.each<[string, (network: Network) => ScenarioOptions]>([
    ['without a runner', () => ({ env: { GITHUB_OUTPUT: undefined } })],
    ['without a key', () => ({ with: { 'private-key': ' ' } })],
    ['with a wrong address', () => ({ with: { 'github-api-url': 'https://user:pw@github.test' } })],
    ['through a proxy', () => ({ env: { HTTPS_PROXY: 'http://127.0.0.1:9' }, ...WRONG })],
    ['through a proxy that cannot be read', () => ({ env: { https_proxy: 'http://[' } })],
    [
      'to an address in github-api-url, before the other inputs are known to be right',
      ({ apiUrl }) => ({
        apiUrl: 'https://api.github.com',
        with: { ...WRONG.with, 'github-api-url': apiUrl }
      })
    ]
  ])('%s', async (_, change) => {
    await withNetwork(async (network) => {
      const ordinary = network.job({})
      const changed = change(network)
      const env = { ...ordinary.env, ...changed.env }
      const { main, transcript } = await scenario({ ...ordinary, ...changed, env })
      expect(main.exitCode).toBe(1)
      expect(transcript).toEqual([])
      expect(await connectionsTo(network, 1)).toBe(0)
    })
  })

  test("to the workflow's own GitHub, if github-api-url names another", async () => {
    const own = await startOtherServer()
    try {
      await withNetwork(async (network) => {
        const run = await scenario({
          ...network.job({}),
          apiUrl: own.url.replace('http://127.0.0.1', 'https://own.test'),
          prefix: '/api/v3',
          with: { 'github-api-url': network.apiUrl }
        })
        expectTokenRevoked(run)
        expect(network.connections).toBe(2)
        expect(own.connections).toBe(0)
      })
    } finally {
      await own.close()
    }
  })

  test('if GitHub speaks plain http', async () => {
    const { github, transcript } = await scenario()
    expect(transcript).toHaveLength(3)
    expect(new Set(github.exchanges.map(({ connection }) => connection)).size).toBe(2)
  })

  test('by post, if there is nothing to revoke', async () => {
    await withNetwork(async (network) => {
      const run = await scenario({ ...network.job({}), with: { 'skip-token-revoke': 'true' } })
      expect(run.post.log).toContain('The token was kept')
      expect(network.connections).toBe(1)
    })
  })

  test('past a proxy: all connections come from the proxy', async () => {
    const proxy = await startProxy()
    try {
      await withNetwork(async (network) => {
        const HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`
        expectTokenRevoked(await scenario(network.job({ HTTPS_PROXY })))
        expect(network.connections).toBe(proxy.tunnels.length)
      })
    } finally {
      await proxy.close()
    }
  })
})

describe('a connection that fails before its first request', () => {
  test.each(DEATHS)("main's is %s: the step succeeds", async (death) => {
    await withNetwork(
      async (network) => {
        const run = await scenario(network.job({}))
        expectTokenRevoked(run)
        expect(run.main.log).not.toContain('may')
        expect(network.connections).toBe(3)
      },
      undefined,
      (connection) => (connection === 1 ? death : undefined)
    )
  })

  test.each(DEATHS)("post's is %s: the token is revoked", async (death) => {
    await withNetwork(
      async (network) => {
        expectTokenRevoked(await scenario(network.job({})))
        expect(network.connections).toBe(3)
      },
      undefined,
      (connection) => (connection === 2 ? death : undefined)
    )
  })
})

test('post connects to the address that main saved, not to what the environment says then', async () => {
  const other = await startOtherServer()
  try {
    await withNetwork(async (network) => {
      const apiUrl = other.url.replace('http://127.0.0.1', 'https://other.test')
      const run = await scenario({
        ...network.job({}),
        forPost: { env: { ...network.job({}).env, GITHUB_API_URL: apiUrl } }
      })
      expectTokenRevoked(run)
      expect(network.connections).toBe(2)
      expect(other.connections).toBe(0)
    })
  } finally {
    await other.close()
  }
})

describe('a request that goes elsewhere', () => {
  const certificate = authority.issue('github.test', { from: -1, to: 30 })

  test.each<[string, object]>([
    ['another host', { host: '127.0.0.2' }],
    ['another port', { port: 1 }],
    ['another name of the server', { servername: 'other.test' }],
    ['another authority', { ca: 'another' }],
    ['no check of the certificate', { rejectUnauthorized: false }]
  ])('%s: the connection is closed unused', async (_, change) => {
    const other = new PassThrough()
    const opened = jest.spyOn(Agent.prototype, 'createConnection')
    const isOpened = new Promise<void>((resolve) => {
      opened.mockImplementation(() => {
        resolve()
        return other
      })
    })
    const relay = await startTlsRelay(certificate)
    try {
      const early = new EarlyConnection(new URL(`https://127.0.0.1:${relay.port}`))
      const options = { host: '127.0.0.1', port: relay.port, servername: '', ...change }
      const used = jest.fn<undefined, [Error | null, Duplex]>()
      new EarlyAgent(early).createConnection(options, used)
      await isOpened
      expect(await early.take(true)).toBeUndefined()
      expect(used).toHaveBeenCalledWith(null, other)
      expect(opened).toHaveBeenCalledWith(options)
    } finally {
      opened.mockRestore()
      await relay.close()
    }
  })
})
