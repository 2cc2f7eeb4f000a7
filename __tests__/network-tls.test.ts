import { writeFileSync } from 'node:fs'
import { makeAuthority, type Certificate, type Days } from './support/certificate'
import { explained } from './support/explained'
import { describeWithProxies, unusedPort } from './support/real-proxy'
import {
  authority,
  behind,
  connected,
  withNetwork,
  type Network
} from './support/real-proxy-network'
import { errorOf, expectCreatedAndRevoked, scenario } from './support/scenario'

const NOW: Days = { from: -1, to: 30 }

/** How a step fails that does not trust the authority, line by line. */
function untrusted({ apiUrl }: Network): string[] {
  return [
    `The certificate of ${apiUrl} is not trusted: "unable to verify the first certificate" (UNABLE_TO_VERIFY_LEAF_SIGNATURE).`,
    'Fix: if the certificate comes from a private authority, set one of these for the runner or the job:',
    '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
    "  NODE_USE_SYSTEM_CA: '1'"
  ]
}

describe('a certificate that a private authority has issued', () => {
  test('nobody has named the authority: explained, and nothing is sent', async () => {
    await withNetwork(async (network) => {
      const { title, lines, code, run } = await explained(network.job({ NODE_EXTRA_CA_CERTS: '' }))
      expect(title).toBe("GitHub's certificate is not trusted")
      expect(lines).toEqual(untrusted(network))
      expect(code).toBe('tls-untrusted')
      expect(run.transcript).toEqual([])
    })
  })

  test('NODE_EXTRA_CA_CERTS names the authority', async () => {
    await withNetwork(async (network) => {
      const run = await scenario(network.job({}))
      expectCreatedAndRevoked(run)
      expect(run.main.annotations.concat(run.post.annotations)).toEqual([])
      expect(run.main.stderr + run.post.stderr).toBe('')
    })
  })

  test('NODE_EXTRA_CA_CERTS names several, in one file', async () => {
    await withNetwork(async (network) => {
      writeFileSync(network.authorityFile, makeAuthority('Another').cert + authority.cert)
      expectCreatedAndRevoked(await scenario(network.job({})))
    })
  })

  test.each<[string, (file: string) => void]>([
    [
      'another authority',
      (file) => {
        writeFileSync(file, makeAuthority('Another').cert)
      }
    ],
    [
      'no certificate',
      (file) => {
        writeFileSync(file, 'none\n')
      }
    ]
  ])('NODE_EXTRA_CA_CERTS names a file with %s: explained', async (_, change) => {
    await withNetwork(async (network) => {
      change(network.authorityFile)
      const run = await scenario(network.job({}))
      expect(errorOf(run).message.split('\n').slice(0, -1)).toEqual(untrusted(network))
      expect(run.transcript).toEqual([])
    })
  })

  test('NODE_EXTRA_CA_CERTS names a file that is missing: explained, after what Node says', async () => {
    await withNetwork(async (network) => {
      const run = await scenario(network.job({ NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' }))
      expect(run.main.log).toMatch(/^Warning: Ignoring extra certs from `\/nowhere\/ca\.pem`/)
      expect(errorOf(run).message.split('\n').slice(0, -1)).toEqual(untrusted(network))
      expect(run.transcript).toEqual([])
    })
  })

  test('it is not valid yet: explained', async () => {
    const certificate = authority.issue('github.test', { from: 1, to: 30 })
    await withNetwork(async (network) => {
      const { lines, code, run } = await explained(network.job({}))
      expect(lines[0]).toContain('(CERT_NOT_YET_VALID)')
      expect(lines[1]).toContain("check this runner's clock.")
      expect(code).toBe('tls-untrusted')
      expect(run.transcript).toEqual([])
    }, certificate)
  })

  test('post no longer trusts it: a warning, and the token is left to expire', async () => {
    await withNetwork(async (network) => {
      const run = await scenario({
        ...network.job({}),
        between: (_, job) => {
          job.exportVariable('NODE_EXTRA_CA_CERTS', '')
        }
      })
      expect(run.main.exitCode).toBe(0)
      expect(run.post.log).toMatch(
        /^Warning: The token for octo-org\/hello was not revoked: The certificate of .+ is not trusted: .+ It expires by itself at \d\d:\d\d UTC\.$/
      )
      expect(run.transcript).toHaveLength(2)
      expect(run.github.liveTokens()).toHaveLength(1)
    })
  })
})

describeWithProxies('certificates', (program) => {
  describe('of GitHub', () => {
    test('nobody has named the authority: explained, and nothing is sent', async () => {
      await behind(program, {}, async (proxy, network) => {
        const { lines, code, run } = await explained(
          network.job({ HTTPS_PROXY: `http://${proxy.address}`, NODE_EXTRA_CA_CERTS: '' })
        )
        expect(lines).toEqual(untrusted(network))
        expect(code).toBe('tls-untrusted')
        expect(run.transcript).toEqual([])
        expect(await proxy.requests(1)).toEqual(connected(network, 1))
      })
    })

    test.each<[string, Certificate, string, RegExp]>([
      [
        'that have expired',
        authority.issue('github.test', { from: -30, to: -1 }),
        'CERT_HAS_EXPIRED',
        /check this runner's clock\. If it is right, the server or a proxy in between/
      ],
      [
        'for another host name',
        authority.issue('other.test', NOW),
        'ERR_TLS_CERT_ALTNAME_INVALID',
        /the certificate is for another host name/
      ]
    ])('%s: explained, and nothing is sent', async (_, certificate, words, fix) => {
      await behind(
        program,
        {},
        async (proxy, network) => {
          const { lines, code, run } = await explained(
            network.job({ HTTPS_PROXY: `http://${proxy.address}` })
          )
          expect(lines[0]).toContain(`(${words})`)
          expect(lines[1]).toMatch(fix)
          expect(code).toBe('tls-untrusted')
          expect(run.transcript).toEqual([])
          expect(await proxy.requests(1)).toEqual(connected(network, 1))
        },
        certificate
      )
    })

    test('that nobody checks, since NODE_TLS_REJECT_UNAUTHORIZED is 0: a warning', async () => {
      await behind(program, {}, async (proxy, network) => {
        const run = await scenario(
          network.job({
            HTTPS_PROXY: `http://${proxy.address}`,
            NODE_EXTRA_CA_CERTS: '',
            NODE_TLS_REJECT_UNAUTHORIZED: '0'
          })
        )
        expectCreatedAndRevoked(run)
        expect(run.main.annotations.map(({ level, message }) => [level, message])).toEqual([
          ['warning', expect.stringContaining('NODE_TLS_REJECT_UNAUTHORIZED is 0')]
        ])
        expect(await proxy.requests(3)).toEqual(connected(network, 3))
      })
    })
  })

  // Tinyproxy cannot do this.
  if (program.name === 'squid')
    describe('of the proxy itself', () => {
      async function tls(): Promise<Certificate & { port: number }> {
        return { ...authority.issue('proxy.test', NOW), port: await unusedPort() }
      }

      test('with a certificate for its own name', async () => {
        const secure = await tls()
        await behind(program, { tls: secure }, async (proxy, network) => {
          const job = network.job({ HTTPS_PROXY: `https://proxy.test:${secure.port}` })
          expectCreatedAndRevoked(await scenario(job))
          expect(await proxy.requests(3)).toEqual(connected(network, 3))
        })
      })

      test('with a certificate that is not trusted: explained, and nothing is sent', async () => {
        const secure = await tls()
        await behind(program, { tls: secure }, async (proxy, network) => {
          const { title, lines, code, run } = await explained(
            network.job({
              HTTPS_PROXY: `https://proxy.test:${secure.port}`,
              NODE_EXTRA_CA_CERTS: ''
            })
          )
          expect(title).toBe('The proxy does not connect to GitHub')
          expect(lines[0]).toContain(
            'it cannot be reached ("unable to verify the first certificate'
          )
          expect(code).toBe('proxy-refused')
          expect(run.transcript).toEqual([])
          expect(await proxy.requests(0)).toEqual([])
        })
      })
    })
})
