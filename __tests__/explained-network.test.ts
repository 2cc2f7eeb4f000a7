import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../local/github/faults'
import { makeCertificate, type Certificate } from './support/certificate'
import { explained, LOOKUP, CREATION, type Explained } from './support/explained'
import { startProxy, startTlsRelay, type TlsRelay } from './support/test-proxy'
import { credentials, scenario, type Scenario, type ScenarioOptions } from './support/scenario'
import { bareLog } from './support/post-log'

function answeredWith(fault: Fault, times = 1): Promise<Explained> {
  return explained({
    arrange: (github) => {
      github.fail(LOOKUP, fault, times)
    }
  })
}

describe('rate limits', () => {
  test('the limit of the hour: until when', async () => {
    const reset = Math.floor(Date.now() / 1000) + 1800
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
    const body = { message: 'API rate limit exceeded for installation ID 4242.' }
    const { title, lines, code, run } = await answeredWith({
      kind: 'status',
      status: 403,
      body,
      headers
    })
    const time = new Date(reset * 1000).toISOString().slice(11, 16)
    expect(title).toBe("GitHub's rate limit is reached")
    expect(lines).toEqual([
      `GitHub's rate limit is reached: "${body.message.replace(/\.$/, '')}". It ends later than this step can wait.`,
      `Fix: run the job again after ${time} UTC. If many jobs run at the same time, spread them, or share one token within a job.`
    ])
    expect(code).toBe('rate-limited')
    expect(run.transcript).toHaveLength(1)
  })

  test('429 with a time to wait', async () => {
    const { lines, code, run } = await answeredWith({
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '3600' }
    })
    const date = Date.parse(run.github.exchanges[0]?.responseHeaders['date'] ?? '')
    const time = new Date(date + 3_600_000).toISOString().slice(11, 16)
    expect(lines[1]).toContain(`run the job again after ${time} UTC.`)
    expect(code).toBe('rate-limited')
  })

  test('the secondary limit, which does not pass: how long the step waited', async () => {
    const body = { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' }
    const { lines, code, run } = await answeredWith({ kind: 'status', status: 403, body }, 20)
    expect(lines[0]?.replace(/(9|10) minutes/, 'N minutes')).toBe(
      `GitHub's rate limit is reached: "${body.message.replace(/\.$/, '')}". The step waited N minutes for it, and it is not over.`
    )
    expect(lines[1]).toContain('run the job again later.')
    expect(code).toBe('rate-limited')
    expect(run.transcript.length).toBeGreaterThanOrEqual(5)
    expect(run.transcript.length).toBeLessThanOrEqual(11)
  })

  test('a wait of more than a day names the day', async () => {
    const { lines } = await answeredWith({
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '200000' }
    })
    expect(lines[1]).toMatch(/again after \d\d:\d\d UTC on \d{4}-\d\d-\d\d\./)
  })
})

describe('limits that no clock can tell the end of', () => {
  test('the time is left out', async () => {
    const { lines, code } = await answeredWith({
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '3600', date: new Date(8.64e15).toUTCString() }
    })
    expect(lines[1]).toContain('run the job again later.')
    expect(code).toBe('rate-limited')
  })
})

describe('others answer, or refuse', () => {
  test('an IP allow list', async () => {
    const message =
      'Although you appear to have the correct authorization credentials, the `octo-org` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.'
    const { title, lines, code, run } = await answeredWith({
      kind: 'status',
      status: 403,
      body: { message }
    })
    expect(title).toBe("This runner's address is not allowed")
    expect(lines[0]).toContain(
      "octo-org has an IP allow list, and this runner's address is not on it"
    )
    expect(lines[1]).toContain('an owner of octo-org adds the address')
    expect(code).toBe('ip-not-allowed')
    expect(run.transcript).toHaveLength(1)
  })

  test.each([200, 403, 404])('a page of HTML with status %i', async (status) => {
    const { title, lines, code, run } = await answeredWith({ kind: 'html', status })
    expect(title).toBe('Something other than GitHub answered')
    expect(lines[0]).toContain(
      `answered ${status}, but not like GitHub's API. A proxy, a sign-in page or another server answered`
    )
    expect(lines[1]).toContain(
      'check `github-api-url` (for Enterprise Server: https://HOSTNAME/api/v3)'
    )
    expect(code).toBe('not-github')
    expect(run.transcript).toHaveLength(1)
  })

  test('JSON that is no installation', async () => {
    const { code } = await answeredWith({ kind: 'status', status: 200, body: { id: 'none' } })
    expect(code).toBe('not-github')
  })

  test('a page of HTML while GitHub is down', async () => {
    const { title, lines, code } = await answeredWith({ kind: 'html', status: 503 }, 4)
    expect(title).toBe('GitHub is not available')
    expect(lines[0]).toBe('GitHub answered 503 four times.')
    expect(code).toBe('github-unavailable')
  })

  test('a proxy that wants credentials', async () => {
    const { title, lines, code } = await answeredWith({ kind: 'status', status: 407, body: '' })
    expect(title).toBe('The proxy needs other credentials')
    expect(lines[0]).toContain('407 (Proxy Authentication Required)')
    expect(lines[1]).toContain('HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT')
    expect(code).toBe('proxy-refused')
  })

  test('a redirect to another host is not followed', async () => {
    const location = 'https://github.example.com/api/v3/app'
    const { lines, code, run } = await answeredWith({ kind: 'redirect', status: 302, location })
    expect(lines[0]).toContain(`answered 302 and redirects to ${location}.`)
    expect(code).toBe('redirected')
    expect(run.transcript).toHaveLength(1)
  })
})

describe('nobody answers', () => {
  test('the name cannot be resolved', async () => {
    const { title, lines, code, run, details } = await explained({
      with: { owner: 'octo-org', 'github-api-url': 'https://github.invalid/api/v3' }
    })
    expect(title).toBe('GitHub cannot be reached')
    expect(lines[0]).toMatch(
      /^https:\/\/github\.invalid\/api\/v3 cannot be reached: its name cannot be resolved \((ENOTFOUND|EAI_AGAIN)\) \(tried four times\)\.$/
    )
    expect(lines[1]).toContain('check the host name in `github-api-url`.')
    expect(code).toBe('network-unreachable')
    expect(run.transcript).toEqual([])
    expect(details[0]).toMatch(/installation -> no answer: (ENOTFOUND|EAI_AGAIN) getaddrinfo/)
  })

  test("the name of the workflow's own GitHub cannot be resolved: github-api-url is not named", async () => {
    const { lines } = await explained({ job: () => ({ apiUrl: 'https://github.invalid/api/v3' }) })
    expect(lines[1]).toBe(
      'Fix: check the name servers (DNS) of this runner. If it needs a proxy to reach GitHub, set HTTPS_PROXY.'
    )
  })

  test('the connection is refused', async () => {
    const address = `http://127.0.0.1:${await closedPort()}`
    const { lines, code } = await explained({
      with: { owner: 'octo-org', 'github-api-url': address }
    })
    expect(lines[0]).toBe(
      `${address} cannot be reached: it refuses the connection (ECONNREFUSED) (tried four times).`
    )
    expect(lines[1]).toContain('the firewall and the proxy (HTTP_PROXY)')
    expect(code).toBe('network-unreachable')
  })

  test.each([
    ['EHOSTUNREACH', 'no route leads to it (EHOSTUNREACH)'],
    ['ENETUNREACH', 'no route leads to it (ENETUNREACH)'],
    ['EMFILE', '"the connection failed" (EMFILE)'],
    ['', '"the connection failed"']
  ])('the connection fails with %j', async (code, what) => {
    const failure = await explained({
      nodeArguments: ['--require', join(__dirname, 'support', 'preload', 'failures.cjs')],
      env: { CONNECTION_ERROR: code }
    })
    expect(failure.lines[0]).toBe(
      `${failure.run.github.url} cannot be reached: ${what} (tried four times).`
    )
    expect(failure.code).toBe('network-unreachable')
    expect(failure.run.transcript).toEqual([])
  })

  test('what answers has no end', async () => {
    const { lines, code, run } = await answeredWith(
      { kind: 'status', status: 200, body: ' '.repeat(33 * 1024 * 1024) },
      4
    )
    expect(lines[0]).toBe(
      `${run.github.url} cannot be reached: its answer is larger than any answer of GitHub (tried four times).`
    )
    expect(code).toBe('network-unreachable')
  })

  test('the time is up', async () => {
    const { lines, code } = await explained({
      arrange: (github) => {
        github.fail(LOOKUP, { kind: 'hang' }, 4)
      },
      isOffDescription: true
    })
    expect(lines[0]).toContain('cannot be reached: it did not answer in time (ETIMEDOUT)')
    expect(code).toBe('network-unreachable')
  })

  test('the connection breaks at the creation: a token may live on', async () => {
    const { lines } = await explained({
      arrange: (github) => {
        github.fail(CREATION, { kind: 'reset' }, 4)
      },
      isOffDescription: true
    })
    expect(lines[0]).toContain('the connection broke (ECONNRESET) (tried four times).')
    expect(lines[1]).toBe(
      '4 answers to requests for a token were lost: a token that nobody knows may exist for an hour.'
    )
  })

  test('https where only http is spoken', async () => {
    const { lines, code } = await explained({
      job: ({ url }) => ({
        inputs: {
          ...credentials,
          owner: 'octo-org',
          'github-api-url': url.replace('http:', 'https:')
        }
      })
    })
    expect(lines[0]).toContain('it does not use the expected protocol (')
    expect(lines[1]).toContain('check the scheme (https: or http:) and the port')
    expect(code).toBe('network-unreachable')
  })

  test("https where the workflow's own GitHub speaks only http: github-api-url is not named", async () => {
    const { lines, code } = await explained({
      job: ({ url }) => ({ apiUrl: url.replace('http:', 'https:') })
    })
    expect(lines[0]).toContain('it does not use the expected protocol (')
    expect(lines[1]).toBe('Fix: check whether a proxy changes requests.')
    expect(code).toBe('network-unreachable')
  })
})

describe('certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'))
  const authority = join(folder, 'ca.pem')
  const good = makeCertificate('localhost', { from: -1, to: 30 })
  let relay: TlsRelay

  beforeEach(() => {
    writeFileSync(authority, good.cert)
  })

  afterEach(() => relay.close())

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  async function behind(certificate: Certificate): Promise<ScenarioOptions> {
    relay = await startTlsRelay(certificate)
    return {
      arrange: ({ port }) => {
        relay.leadTo(port)
      },
      job: () => ({ apiUrl: `https://localhost:${relay.port}` })
    }
  }

  test('of a private authority: it is not trusted, and not tried again', async () => {
    const { title, lines, code, run, details } = await explained(await behind(good))
    expect(title).toBe("GitHub's certificate is not trusted")
    expect(lines).toEqual([
      `The certificate of https://localhost:${relay.port} is not trusted: "self-signed certificate" (DEPTH_ZERO_SELF_SIGNED_CERT).`,
      'Fix: if the certificate comes from a private authority, set one of these for the runner or the job:',
      '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
      "  NODE_USE_SYSTEM_CA: '1'"
    ])
    expect(code).toBe('tls-untrusted')
    expect(run.transcript).toEqual([])
    expect(details).toHaveLength(2)
  })

  test('of a private authority that NODE_EXTRA_CA_CERTS names: it works', async () => {
    const job = await behind(good)
    const { main, post } = await scenario({ ...job, env: { NODE_EXTRA_CA_CERTS: authority } })
    expect(main.exitCode).toBe(0)
    expect(post.log).toContain('revoked')
  })

  test('for another host name', async () => {
    const other = makeCertificate('github.example.com', { from: -1, to: 30 })
    const job = await behind(other)
    writeFileSync(authority, other.cert)
    const { lines, code } = await explained({ ...job, env: { NODE_EXTRA_CA_CERTS: authority } })
    expect(lines[0]).toContain('(ERR_TLS_CERT_ALTNAME_INVALID)')
    expect(lines.at(-1)).toBe(
      'Fix: the certificate is for another host name. Use that name in `github-api-url`.'
    )
    expect(code).toBe('tls-untrusted')
  })

  test('that has expired', async () => {
    const old = makeCertificate('localhost', { from: -30, to: -1 })
    const job = await behind(old)
    writeFileSync(authority, old.cert)
    const { lines } = await explained({ ...job, env: { NODE_EXTRA_CA_CERTS: authority } })
    expect(lines[0]).toContain('(CERT_HAS_EXPIRED)')
    expect(lines.at(-1)).toContain("check this runner's clock.")
  })

  test('that nobody checks, since NODE_TLS_REJECT_UNAUTHORIZED is 0: a warning', async () => {
    const job = await behind(good)
    const { main } = await scenario({ ...job, env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
    expect(main.exitCode).toBe(0)
    expect(main.annotations).toEqual([
      {
        level: 'warning',
        title: '',
        message:
          'NODE_TLS_REJECT_UNAUTHORIZED is 0: anyone between this runner and GitHub can read the token. For a private certificate authority, set NODE_EXTRA_CA_CERTS instead.'
      }
    ])
  })
})

describe('github-api-url', () => {
  async function through(job: ScenarioOptions): Promise<Scenario & { readonly hosts: string[] }> {
    let gitHubPort = 0
    const proxy = await startProxy({ port: () => gitHubPort })
    try {
      const run = await scenario({
        ...job,
        prefix: '/api/v3',
        env: { HTTP_PROXY: `http://127.0.0.1:${proxy.port}` },
        arrange: ({ port }) => {
          gitHubPort = port
        }
      })
      return { ...run, hosts: proxy.tunnels.map(({ target }) => target) }
    } finally {
      await proxy.close()
    }
  }

  test("a host's web address is turned into its API: a notice; and http draws a warning", async () => {
    const { main, hosts } = await through({
      with: { owner: 'octo-org', 'github-api-url': 'http://github.example.com/' }
    })
    expect(main.exitCode).toBe(0)
    expect(main.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'notice: github-api-url is "http://github.example.com". The API there is http://github.example.com/api/v3, which was used.',
      'warning: http://github.example.com/api/v3 is not encrypted. Anyone on the network can read the token.'
    ])
    expect(new Set(hosts)).toEqual(new Set(['github.example.com:80']))
  })

  test('of another GitHub, with neither owner nor repositories: they are needed', async () => {
    const { title, lines, code, run } = await explained({
      repository: 'acme/tools',
      job: ({ url }) => ({
        apiUrl: 'https://github.example.com/api/v3',
        inputs: { ...credentials, 'github-api-url': url }
      })
    })
    expect(title).toBe('This repository is not on that GitHub')
    expect(lines).toEqual([
      `github-api-url is ${run.github.url}, which is not the GitHub that runs this workflow. owner and repositories are not set, so the action looked for acme/tools there.`,
      'Fix: set `owner` to the account on that host, and `repositories` if the token needs only some of them.'
    ])
    expect(code).toBe('other-host')
    expect(run.transcript).toHaveLength(3)
  })

  test('of another GitHub, with a list that is set and empty: it is not called unset', async () => {
    const { lines, code } = await explained({
      repository: 'acme/tools',
      with: { repositories: ',' },
      job: ({ url }) => ({
        apiUrl: 'https://github.example.com/api/v3',
        inputs: { ...credentials, 'github-api-url': url, repositories: ',' }
      })
    })
    expect(code).toBe('other-host')
    expect(lines[0]).toContain('owner is not set and repositories names nothing, so the action')
  })

  test.each([[{ owner: 'lonely-org' }], [{ owner: 'lonely-org', repositories: 'island' }]])(
    'of another GitHub, with %j: it is where the owner was looked for',
    async (inputs) => {
      const { title, code } = await explained({
        job: ({ url }) => ({
          apiUrl: 'https://github.example.com/api/v3',
          inputs: { ...credentials, 'github-api-url': url, ...inputs }
        }),
        with: inputs
      })
      expect(title).toBe('The App is not installed on this account')
      expect(code).toBe('app-not-installed')
    }
  )

  test('of another GitHub that does not know the App: that comes first', async () => {
    const { code } = await explained({
      repository: 'acme/tools',
      job: ({ url }) => ({
        apiUrl: 'https://github.example.com/api/v3',
        inputs: { ...credentials, 'client-id': 'Iv23liOnAnotherHost', 'github-api-url': url }
      })
    })
    expect(code).toBe('app-unknown')
  })
})

/** A port on which nobody listens. */
function closedPort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
}

test.each([500, 503])(
  '%i for a request for a token: the details say that one may exist',
  async (status) => {
    const fault: Fault = { kind: 'status', status }
    const failing = await explained({
      arrange: (github) => {
        github.fail(CREATION, fault, 4)
      }
    })
    const note = ' (GitHub may have created a token)'
    expect(failing.details.filter((line) => line.endsWith(note))).toHaveLength(4)
    const passing = await scenario({
      arrange: (github) => {
        github.fail(CREATION, fault)
      }
    })
    expect(passing.main.exitCode).toBe(0)
    expect(passing.main.annotations).toEqual([])
  }
)

const onIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((network) => network?.address === '::1')
  ? test
  : test.skip

onIpv6('an API at an IPv6 address is reached', async () => {
  let target = 0
  const relay = createServer((client) => {
    const server = connect(target, '127.0.0.1')
    client.pipe(server).pipe(client)
    client.on('error', () => server.destroy())
    server.on('error', () => client.destroy())
  })
  await new Promise<void>((resolve) => relay.listen(0, '::1', resolve))
  try {
    const { port } = relay.address() as AddressInfo
    const { main, post } = await scenario({
      job: ({ url }) => {
        target = Number(new URL(url).port)
        return { apiUrl: `http://[::1]:${port}` }
      }
    })
    expect(main.exitCode).toBe(0)
    expect(bareLog(post)).toBe('Token for octo-org/hello revoked')
  } finally {
    relay.close()
  }
})
