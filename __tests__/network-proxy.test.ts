import { explained } from './support/explained'
import { describeWithProxies, type ProxyProgram } from './support/real-proxy'
import { behind, connected, refused, withNetwork, type Network } from './support/real-proxy-network'
import { scenario, type Scenario } from './support/scenario'

/** A proxy on a port that nobody uses: whoever asks it does not get through. */
const NOWHERE = 'http://127.0.0.1:9'

/** Two requests of main, one of post. */
function expectCreatedAndRevoked({ main, post, github, transcript }: Scenario): void {
  expect(main.exitCode).toBe(0)
  expect(main.outputs['token']).toBe(github.tokens()[0]?.value)
  expect(main.annotations.concat(post.annotations)).toEqual([])
  expect(post.log).toContain('Token for octo-org/hello revoked')
  expect(github.liveTokens()).toEqual([])
  expect(transcript).toHaveLength(3)
}

describeWithProxies('requests', (program) => {
  describe('all requests go through it', () => {
    test.each<[string, (proxy: string) => Record<string, string>]>([
      ['HTTPS_PROXY', (proxy) => ({ HTTPS_PROXY: proxy })],
      ['https_proxy', (proxy) => ({ https_proxy: proxy })],
      ['https_proxy before HTTPS_PROXY', (proxy) => ({ https_proxy: proxy, HTTPS_PROXY: NOWHERE })],
      ['HTTPS_PROXY beside an HTTP_PROXY', (proxy) => ({ HTTPS_PROXY: proxy, HTTP_PROXY: NOWHERE })]
    ])('%s', async (_, env) => {
      await behind(program, {}, async (proxy, network) => {
        expectCreatedAndRevoked(await scenario(network.job(env(`http://${proxy.address}`))))
        expect(await proxy.requests(3)).toEqual(connected(network, 3))
      })
    })

    test.each<[string, Record<string, string>]>([
      ['another port', { NO_PROXY: 'github.test:443' }],
      ['a name that this one only ends in', { NO_PROXY: 'hub.test' }],
      ['the names below this one', { NO_PROXY: '.github.test' }],
      ['everything, where no_proxy says otherwise', { NO_PROXY: '*', no_proxy: 'example.com' }]
    ])('NO_PROXY for %s', async (_, env) => {
      await behind(program, {}, async (proxy, network) => {
        const job = network.job({ HTTPS_PROXY: `http://${proxy.address}`, ...env })
        expectCreatedAndRevoked(await scenario(job))
        expect(await proxy.requests(3)).toEqual(connected(network, 3))
      })
    })
  })

  describe('no request goes through it', () => {
    test.each<[string, (network: Network) => string]>([
      ['the host', () => 'github.test'],
      ['the host in capitals', () => 'GitHub.TEST'],
      ['a suffix', () => 'test'],
      ['a suffix with a dot', () => '.test'],
      ['the host with its port', ({ target }) => target],
      ['a star', () => '*'],
      ['a list', () => 'example.com, .example.org , github.test']
    ])('%s in NO_PROXY for main, and in no_proxy for post', async (_, value) => {
      await behind(program, {}, async (proxy, network) => {
        const excepted = value(network)
        const run = await scenario({
          ...network.job({ HTTPS_PROXY: `http://${proxy.address}`, NO_PROXY: excepted }),
          forPost: { env: { NO_PROXY: undefined, no_proxy: excepted } }
        })
        expectCreatedAndRevoked(run)
        expect(await proxy.requests(0)).toEqual([])
      })
    })
  })

  describe('what a step in between changes holds for post', () => {
    test('a proxy that is set only then: post revokes through it', async () => {
      await behind(program, { users: { mona: 'hunter2000' } }, async (proxy, network) => {
        const run = await scenario({
          ...network.job({}),
          between: (_, job) => {
            job.exportVariable('HTTPS_PROXY', `http://mona:hunter2000@${proxy.address}`)
          }
        })
        expectCreatedAndRevoked(run)
        expect(await proxy.requests(1)).toEqual(connected(network, 1, userOf(program, 'mona')))
        expect(run.post.masks).toContain('hunter2000')
        expect(run.post.log).not.toContain('hunter2000')
      })
    })

    test('a proxy that is taken away: post revokes without it', async () => {
      await behind(program, {}, async (proxy, network) => {
        const run = await scenario({
          ...network.job({ HTTPS_PROXY: `http://${proxy.address}` }),
          between: (_, job) => {
            job.exportVariable('HTTPS_PROXY', '')
          }
        })
        expectCreatedAndRevoked(run)
        expect(await proxy.requests(2)).toEqual(connected(network, 2))
      })
    })

    test('a proxy that has gone down: a warning, and the token is left to expire', async () => {
      await behind(program, {}, async (proxy, network) => {
        const run = await scenario({
          ...network.job({ HTTPS_PROXY: `http://mona:hunter2000@${proxy.address}` }),
          between: async () => {
            expect(await proxy.requests(2)).toEqual(connected(network, 2))
            await proxy.close()
          }
        })
        expect(run.main.exitCode).toBe(0)
        expect(run.post.annotations.map(({ level }) => level)).toEqual(['warning'])
        expect(run.post.log).toMatch(
          /Warning: The token for octo-org\/hello was not revoked: The proxy does not connect to .+ECONNREFUSED.+ It expires by itself at \d\d:\d\d UTC\.$/
        )
        expect(run.post.log).not.toContain('hunter2000')
        expect(run.github.liveTokens()).toHaveLength(1)
      })
    })
  })

  describe('credentials', () => {
    test.each(accountsFor(program))('%s with the password %s', async (user, password, encode) => {
      await behind(program, { users: { [user]: password } }, async (proxy, network) => {
        const userinfo = `${encode(user)}:${encode(password)}`
        const job = network.job({ HTTPS_PROXY: `http://${userinfo}@${proxy.address}` })
        const run = await scenario(job)
        expectCreatedAndRevoked(run)
        expect(await proxy.requests(3)).toEqual(connected(network, 3, userOf(program, user)))
        for (const { masks, log } of [run.main, run.post]) {
          for (const secret of [password, encode(password), userinfo, `${user}:${password}`]) {
            expect(masks).toContain(secret)
            expect(log).not.toContain(secret)
          }
        }
        for (const { requestHeaders } of run.github.exchanges)
          expect(requestHeaders).not.toHaveProperty('proxy-authorization')
      })
    })

    test('none, although it wants some: explained', async () => {
      await behind(program, { users: { mona: 'hunter2000' } }, async (proxy, network) => {
        const { title, lines, code, run } = await explained(
          network.job({ HTTPS_PROXY: `http://${proxy.address}` })
        )
        expect(title).toBe('The proxy needs other credentials')
        expect(lines).toEqual([
          'The proxy answered 407 (Proxy Authentication Required): the user name and password are missing or wrong.',
          'Fix: add them to the address of the proxy, with special characters percent-encoded: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT'
        ])
        expect(code).toBe('proxy-refused')
        expect(run.transcript).toEqual([])
        expect(await proxy.requests(1)).toEqual(refused(network))
      })
    })

    test('wrong ones: explained, and hidden', async () => {
      await behind(program, { users: { mona: 'hunter2000' } }, async (proxy, network) => {
        const { title, lines, code, run } = await explained(
          network.job({ HTTPS_PROXY: `http://mona:horse%2D4000@${proxy.address}` })
        )
        expect(title).toBe('The proxy needs other credentials')
        expect(lines[0]).toMatch(
          /^The proxy answered 40[17] .+: the user name and password are missing or wrong\.$/
        )
        expect(lines[1]).toContain('special characters percent-encoded')
        expect(code).toBe('proxy-refused')
        expect(run.main.masks).toEqual(expect.arrayContaining(['horse-4000', 'horse%2D4000']))
        expect(run.main.log).not.toMatch(/horse/)
        expect(run.transcript).toEqual([])
        expect(await proxy.requests(1)).toEqual(refused(network, userOf(program, 'mona')))
      })
    })
  })

  describe('no way through', () => {
    test('it does not allow the host: explained, and asked once', async () => {
      await behind(program, { refuse: ['github.test'] }, async (proxy, network) => {
        const { title, lines, code, run } = await explained(
          network.job({ HTTPS_PROXY: `http://${proxy.address}` })
        )
        expect(title).toBe('The proxy does not connect to GitHub')
        expect(lines).toEqual([
          `The proxy does not connect to ${network.apiUrl}: it answered 403.`,
          'Fix: check HTTPS_PROXY, and that the proxy allows this host. To go around the proxy, add the host to NO_PROXY.'
        ])
        expect(code).toBe('proxy-refused')
        expect(run.transcript).toEqual([])
        expect(await proxy.requests(1)).toEqual(refused(network))
      })
    })

    test('it is down: explained, and nothing goes around it', async () => {
      await behind(program, {}, async (proxy, network) => {
        await proxy.close()
        const { title, lines, code, run } = await explained(
          network.job({ HTTPS_PROXY: `http://${proxy.address}` })
        )
        expect(title).toBe('The proxy does not connect to GitHub')
        expect(lines[0]).toContain(
          `: it cannot be reached ("connect ECONNREFUSED ${proxy.address}").`
        )
        expect(code).toBe('proxy-refused')
        expect(run.transcript).toEqual([])
      })
    })
  })
})

test('a proxy that is down, on a port with 407 in its number', async () => {
  await withNetwork(async (network) => {
    const { title } = await explained(network.job({ HTTPS_PROXY: 'http://127.0.0.1:4070' }))
    expect(title).toBe('The proxy does not connect to GitHub')
  })
})

/** The user as this proxy's log has it. */
function userOf({ logsUsers }: ProxyProgram, user: string): string | null {
  return logsUsers ? user : null
}

type Account = readonly [user: string, password: string, encode: (text: string) => string]

/** Names and passwords that the proxy itself can be given, and how they are written in an address. */
function accountsFor({ name }: ProxyProgram): readonly Account[] {
  switch (name) {
    case 'tinyproxy':
      return [
        ['mona', 'hunter2000', encodeURIComponent],
        ['mona-lisa', 'correct-horse_4', escapeAll]
      ]
    case 'squid':
      return [
        ['mona', 'hunter2000', encodeURIComponent],
        ['mona', 'p@ss:w/ord%', encodeURIComponent],
        ['mo@na', 'correct horse?#&+', encodeURIComponent],
        ['mon\u00e4', 'p\u00e4ssw\u00f6rd', encodeURIComponent]
      ]
  }
}

/** Escapes plain characters as well. */
function escapeAll(text: string): string {
  return Buffer.from(text)
    .toString('hex')
    .replace(/../g, (byte) => `%${byte}`)
}
