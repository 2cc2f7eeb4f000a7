import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmbeddedGitHub } from '../local/github/server'
import { makeCertificate } from './support/certificate'
import {
  errorOf,
  expectCreatedAndRevoked,
  scenario,
  type Scenario,
  type ScenarioOptions
} from './support/scenario'
import { startProxy, startTlsRelay, type TestProxy } from './support/test-proxy'
import { isWindows } from './support/system'

/** The loopback is never reached through a proxy, so GitHub has a name that only the proxy knows. */
const named = ({ port }: EmbeddedGitHub): string => `http://github.test:${port}/api/v3`
/** Lets the step find that name as well: what goes around the proxy then arrives. */
const reachable: ScenarioOptions = {
  nodeArguments: ['--require', join(__dirname, 'support/preload/test-names.cjs')]
}

type Env = Record<string, string>

let proxy: TestProxy

async function withProxy(refusal: string | undefined, use: () => Promise<void>): Promise<void> {
  proxy = await startProxy({ refusal })
  try {
    await use()
  } finally {
    await proxy.close()
  }
}

/** A step behind the proxy, with an environment made from its port. */
async function behind(
  env: (port: number) => Env,
  options: ScenarioOptions = {},
  apiUrl = named
): Promise<Scenario> {
  return scenario({
    prefix: '/api/v3',
    ...options,
    job: (github) => ({ apiUrl: apiUrl(github), env: env(proxy.port) })
  })
}

describe('a proxy is used', () => {
  // On Windows the two are one.
  const lowerBeforeUpper: [string, (port: number) => Env] = [
    'http_proxy before HTTP_PROXY',
    (port) => ({ http_proxy: `http://127.0.0.1:${port}`, HTTP_PROXY: 'http://127.0.0.1:9' })
  ]

  test.each<[string, (port: number) => Env]>([
    ['HTTP_PROXY', (port) => ({ HTTP_PROXY: `http://127.0.0.1:${port}` })],
    ['http_proxy', (port) => ({ http_proxy: `http://127.0.0.1:${port}` })],
    ...(isWindows ? [] : [lowerBeforeUpper]),
    [
      'HTTP_PROXY where http_proxy is empty',
      (port) => ({ http_proxy: '', HTTP_PROXY: `http://127.0.0.1:${port}` })
    ],
    ['an address without a scheme', (port) => ({ HTTP_PROXY: `127.0.0.1:${port}` })],
    ['a name without a scheme', (port) => ({ HTTP_PROXY: `localhost:${port}` })],
    [
      'an address with a slash and blanks',
      (port) => ({ HTTP_PROXY: ` http://127.0.0.1:${port}/ ` })
    ],
    [
      'beside a NO_PROXY for others',
      (port) => ({
        HTTP_PROXY: `127.0.0.1:${port}`,
        NO_PROXY: 'example.com,.github.example,github.testing'
      })
    ],
    [
      'beside an HTTPS_PROXY, which is for https',
      (port) => ({ HTTP_PROXY: `127.0.0.1:${port}`, HTTPS_PROXY: 'socks5://127.0.0.1:9' })
    ]
  ])('%s', async (_, env) => {
    await withProxy(undefined, async () => {
      const result = await behind(env)
      expectCreatedAndRevoked(result)
      // The package `tunnel` keeps no connection, so each request has one of its own.
      const target = `github.test:${result.github.port}`
      expect(proxy.tunnels).toEqual(Array(3).fill({ target, credentials: '' }))
      expect(proxy.others).toEqual([])
    })
  })

  test.each<[string, string, string[]]>([
    ['mona:hunter2000', 'mona:hunter2000', ['hunter2000']],
    ['mona:p%40ss%3Aw%2Ford%25', 'mona:p@ss:w/ord%', ['p%40ss%3Aw%2Ford%25', 'p@ss:w/ord%']],
    ['mo%40na:correct-horse', 'mo@na:correct-horse', ['correct-horse']],
    ['mona:p@ssword', 'mona:p@ssword', ['p@ssword']]
  ])('with the credentials %s, which are hidden', async (userinfo, credentials, hidden) => {
    await withProxy(undefined, async () => {
      const result = await behind((port) => ({
        HTTP_PROXY: `http://${userinfo}@127.0.0.1:${port}`
      }))
      expectCreatedAndRevoked(result)
      expect(proxy.tunnels.map((tunnel) => tunnel.credentials)).toEqual(Array(3).fill(credentials))
      for (const step of [result.main, result.post]) {
        for (const secret of [...hidden, credentials]) {
          expect(step.masks).toContain(secret)
        }
      }
      for (const { requestHeaders } of result.github.exchanges) {
        expect(requestHeaders['proxy-authorization']).toBeUndefined()
      }
    })
  })

  test('without a scheme, with credentials', async () => {
    await withProxy(undefined, async () => {
      const result = await behind((port) => ({ HTTP_PROXY: `mona:hunter2000@127.0.0.1:${port}` }))
      expectCreatedAndRevoked(result)
      expect(proxy.tunnels[0]?.credentials).toBe('mona:hunter2000')
      expect(result.main.masks).toContain('hunter2000')
    })
  })

  test.each<[string, string]>([
    [
      'http://svc:Tr0ub4dor@Horsebattery#9@127.0.0.1:PORT',
      'percent-encode special characters in the user name and the password: # is %23,'
    ],
    ['"http://127.0.0.1:PORT"', 'remove the quotes from `HTTP_PROXY`.']
  ])('%s: what to change, and no part of the address', async (value, fix) => {
    await withProxy(undefined, async () => {
      const result = await behind((port) => ({ HTTP_PROXY: value.replace('PORT', String(port)) }))
      expect(errorOf(result).message).toContain(`Fix: ${fix}`)
      expect(result.main.log).not.toMatch(/horsebattery|Tr0ub4dor|127\.0\.0\.1/i)
      expect([proxy.tunnels, proxy.others]).toEqual([[], []])
    })
  })

  test.each(['HTTP_PROXY', 'http_proxy', 'Http_Proxy'])(
    'on Windows, in whatever letter case: %s',
    async (name) => {
      await withProxy(undefined, async () => {
        const result = await behind((port) => ({ [name]: `mona:hunter2000@127.0.0.1:${port}` }), {
          nodeArguments: ['--require', join(__dirname, 'support/preload/windows-environment.cjs')]
        })
        expectCreatedAndRevoked(result)
        expect(proxy.tunnels).toHaveLength(3)
        expect(result.main.masks).toContain('hunter2000')
      })
    }
  )

  test('with a password of blanks, which are not masked: the log has them everywhere', async () => {
    await withProxy(undefined, async () => {
      const result = await behind((port) => ({
        HTTP_PROXY: `http://mona:%20%20%20%20@127.0.0.1:${port}`
      }))
      expectCreatedAndRevoked(result)
      expect(proxy.tunnels[0]?.credentials).toBe('mona:    ')
      expect(result.main.masks).toContain('mona:    ')
      expect(result.main.masks.filter((mask) => mask.trim() === '')).toEqual([])
    })
  })

  test('by post alone, where a step in between has set it', async () => {
    await withProxy(undefined, async () => {
      const result = await behind(() => ({}), {
        ...reachable,
        between: (_, job) => {
          expect(proxy.tunnels).toEqual([])
          job.exportVariable('HTTP_PROXY', `http://mona:hunter2000@127.0.0.1:${proxy.port}`)
        }
      })
      expectCreatedAndRevoked(result)
      expect(proxy.tunnels).toEqual([
        { target: `github.test:${result.github.port}`, credentials: 'mona:hunter2000' }
      ])
      expect(result.post.masks).toContain('hunter2000')
    })
  })
})

describe('a proxy that is spoken to over TLS', () => {
  const certificate = makeCertificate('localhost', { from: -1, to: 1 })
  const other = makeCertificate('github.test', { from: -1, to: 1 })
  let folder: string
  let file: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'certificates-'))
    file = join(folder, 'both.pem')
    writeFileSync(file, certificate.cert + other.cert)
  })

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test.each(['http', 'https'])('leads to an API over %s', async (scheme) => {
    const secure = await startProxy({ certificate })
    const relay = await startTlsRelay(other)
    try {
      const result = await scenario({
        prefix: '/api/v3',
        job: ({ port }) => {
          relay.leadTo(port)
          return {
            apiUrl: `${scheme}://github.test:${scheme === 'http' ? port : relay.port}/api/v3`,
            env: {
              [`${scheme}_proxy`]: `https://mona:hunter2000@localhost:${secure.port}`,
              NODE_EXTRA_CA_CERTS: file
            }
          }
        }
      })
      expectCreatedAndRevoked(result)
      expect(secure.tunnels.map(({ credentials }) => credentials)).toEqual(
        Array(3).fill('mona:hunter2000')
      )
    } finally {
      await secure.close()
      await relay.close()
    }
  })

  test('is refused where its certificate is for another name, and nothing is sent', async () => {
    const secure = await startProxy({ certificate })
    try {
      const result = await scenario({
        prefix: '/api/v3',
        job: (github) => ({
          apiUrl: named(github),
          env: {
            HTTP_PROXY: `https://127.0.0.1:${secure.port}`,
            NODE_EXTRA_CA_CERTS: file
          }
        })
      })
      expect(errorOf(result).message).toContain(
        "Hostname/IP does not match certificate's altnames: IP: 127.0.0.1 is not in the cert's list"
      )
      expect([secure.tunnels, result.transcript]).toEqual([[], []])
    } finally {
      await secure.close()
    }
  })
})

/** Whether this machine has IPv6: containers often have not. */
const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1')
)

const testWithIpv6 = hasIpv6 ? test : test.skip

testWithIpv6('a proxy at an IPv6 address is used', async () => {
  const own = await startProxy({ address: '::1' })
  try {
    const result = await scenario({
      prefix: '/api/v3',
      job: (github) => ({
        apiUrl: named(github),
        env: { HTTP_PROXY: `http://[::1]:${own.port}` }
      })
    })
    expectCreatedAndRevoked(result)
    expect(own.tunnels).toHaveLength(3)
  } finally {
    await own.close()
  }
})

describe('no proxy is used', () => {
  test.each<[string, Env]>([
    ['NO_PROXY', { NO_PROXY: 'github.test' }],
    ['no_proxy', { no_proxy: 'github.test' }],
    ['a list', { NO_PROXY: 'example.com , github.test ,localhost' }],
    ['a star', { NO_PROXY: '*' }]
  ])('%s', async (_, env) => {
    await withProxy(undefined, async () => {
      const result = await behind(
        (port) => ({ HTTP_PROXY: `http://127.0.0.1:${port}`, ...env }),
        reachable
      )
      expectCreatedAndRevoked(result)
      expect(proxy.tunnels).toEqual([])
    })
  })

  test('for the loopback, not even an unusable one', async () => {
    await withProxy(undefined, async () => {
      const result = await behind(
        () => ({ HTTP_PROXY: 'socks5://127.0.0.1:9' }),
        {},
        ({ url }) => url
      )
      expectCreatedAndRevoked(result)
    })
  })

  test('HTTPS_PROXY does not stand in for an http address', async () => {
    await withProxy(undefined, async () => {
      const result = await behind((port) => ({ HTTPS_PROXY: `127.0.0.1:${port}` }), reachable)
      expectCreatedAndRevoked(result)
      expect(proxy.tunnels).toEqual([])
    })
  })
})

describe('a proxy that cannot be used is an error, and nothing is sent around it', () => {
  test.each([
    'socks5://127.0.0.1:PORT',
    'socks5://mona:hunter2000@127.0.0.1:PORT',
    'ftp://127.0.0.1:PORT',
    'http://',
    'http://:PORT',
    '%zz',
    'http://mona:hunter2000%zz@127.0.0.1:PORT',
    'http://mona:hunter2000@',
    'http://127.0.0.1:99999',
    'a b'
  ])('%s', async (value) => {
    await withProxy(undefined, async () => {
      const env = (port: number): Env => ({ HTTP_PROXY: value.replace('PORT', String(port)) })
      const result = await behind(env, reachable)
      const { title, message } = errorOf(result)
      expect(title).toBe("HTTP_PROXY is not a proxy's address")
      expect(message).toMatch(/^HTTP_PROXY is not the address of an http or https proxy/)
      expect(message).toContain('Nothing was sent to GitHub.')
      expect(message).toMatch(/#proxy-malformed$/)
      expect(result.transcript).toEqual([])
      expect([proxy.tunnels, proxy.others]).toEqual([[], []])
    })
  })

  test.each(['HTTP_PROXY', 'http_proxy', 'Http_Proxy'])(
    'on Windows, where every spelling is found, it is named as it is set: %s',
    async (name) => {
      await withProxy(undefined, async () => {
        const result = await behind(() => ({ [name]: 'socks5://127.0.0.1:9' }), {
          nodeArguments: ['--require', join(__dirname, 'support/preload/windows-environment.cjs')]
        })
        expect(errorOf(result).title).toBe(`${name} is not a proxy's address`)
        expect(result.transcript).toEqual([])
      })
    }
  )

  test('not in post either: a warning, and the token is left to expire', async () => {
    await withProxy(undefined, async () => {
      const result = await behind(() => ({}), {
        ...reachable,
        between: (_, job) => {
          job.exportVariable('HTTP_PROXY', 'socks5://mona:hunter2000@127.0.0.1:9')
        }
      })
      expect(result.main.exitCode).toBe(0)
      expect(result.transcript.filter((line) => line.startsWith('DELETE'))).toEqual([])
      expect(result.post.annotations.map(({ level }) => level)).toEqual(['warning'])
      expect(result.post.log).toMatch(
        /^Warning: The token for octo-org\/hello was not revoked: HTTP_PROXY is not the address of an http or https proxy \(it begins with "socks5:\/\/"\)\. It expires by itself at \d\d:\d\d UTC\.$/
      )
    })
  })
})

describe('a proxy that refuses is explained', () => {
  test('407: it wants credentials, and is asked once', async () => {
    await withProxy('407 Proxy Authentication Required', async () => {
      const result = await behind((port) => ({ HTTP_PROXY: `http://127.0.0.1:${port}` }))
      const { title, message } = errorOf(result)
      expect(title).toBe('The proxy needs other credentials')
      expect(message).toMatch(/^The proxy answered 407/)
      expect(message).toMatch(/#proxy-refused$/)
      expect(proxy.tunnels).toHaveLength(1)
      expect(result.transcript).toEqual([])
    })
  })

  test.each([
    ['403 Forbidden', 1],
    ['502 Bad Gateway', 4]
  ])('%s: asked %i times', async (refusal, times) => {
    await withProxy(refusal, async () => {
      const result = await behind((port) => ({
        HTTP_PROXY: `http://mona:hunter2000@127.0.0.1:${port}`
      }))
      const { title, message } = errorOf(result)
      expect(title).toBe('The proxy does not connect to GitHub')
      expect(message).toContain(`The proxy does not connect to ${named(result.github)}`)
      expect(message).toContain(`: it answered ${refusal.slice(0, 3)}.`)
      expect(message).toMatch(/#proxy-refused$/)
      expect(proxy.tunnels).toHaveLength(times)
    })
  })

  test('one that speaks http, with an address that begins with https://', async () => {
    await withProxy(undefined, async () => {
      const result = await behind((port) => ({ HTTP_PROXY: `https://localhost:${port}` }))
      expect(errorOf(result).message).toContain(
        `${named(result.github)}: it speaks http, but its address begins with https://.\nFix: begin the address in HTTP_PROXY with http:// instead of https://.`
      )
    })
  })

  test.each<[string, Env, string]>([
    [
      'a pattern',
      { NO_PROXY: 'example.com,*.test' },
      'NO_PROXY contains `*.test`, which has no effect: write `.test`.'
    ],
    [
      'an address',
      { NO_PROXY: 'http://github.test/' },
      'NO_PROXY contains `http://github.test/`, which has no effect: write `github.test`.'
    ],
    [
      'blanks between the hosts',
      { no_proxy: 'example.com github.test' },
      'NO_PROXY contains `github.test`, but has no effect: separate its hosts by commas.'
    ]
  ])(
    'a NO_PROXY that names the host in a form without effect, %s: the right form',
    async (_, env, fix) => {
      await withProxy('403 Forbidden', async () => {
        const result = await behind((port) => ({ HTTP_PROXY: `http://127.0.0.1:${port}`, ...env }))
        expect(errorOf(result).message).toContain(
          `Fix: check HTTP_PROXY, and that the proxy allows this host. ${fix}`
        )
        expect(proxy.tunnels).toHaveLength(1)
      })
    }
  )

  test('one that is not there', async () => {
    const gone = await startProxy()
    await gone.close()
    await withProxy(undefined, async () => {
      const result = await behind(() => ({ HTTP_PROXY: `127.0.0.1:${gone.port}` }))
      expect(errorOf(result).message).toMatch(/#proxy-refused$/)
      expect(result.transcript).toEqual([])
    })
  })

  test('in post: a warning with its reason', async () => {
    await withProxy('407 Proxy Authentication Required', async () => {
      const result = await behind(() => ({}), {
        ...reachable,
        between: (_, job) => {
          job.exportVariable('HTTP_PROXY', `http://127.0.0.1:${proxy.port}`)
        }
      })
      expect(result.post.log).toMatch(
        /^Warning: The token for octo-org\/hello was not revoked: The proxy answered 407/
      )
      expect(result.github.liveTokens()).toHaveLength(1)
    })
  })
})
