import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { consentPage } from '../setup/consent-page'
import { ConsentServer, type ConsentOptions } from '../setup/consent-server'
import { SetupError } from '../setup/problem'
import { manifestOf } from '../setup/registration'
import { visit, visitPath } from './support/setup'

const CODE = 'a180b1a3d263c81bc6441d7b990bae27d4c10679'
const noConsent = { kind: 'no-consent', account: 'octo-org', isOrganization: true } as const

/** A page that shows the address and the state that GitHub gets. */
async function withPage(
  options: Partial<ConsentOptions>,
  work: (page: ConsentServer, callback: string, state: string) => Promise<void>
): Promise<void> {
  const page = await ConsentServer.open({
    webUrl: 'https://github.com',
    port: 0,
    lifetime: 600_000,
    render: (redirect, state) => `${redirect} ${state}`,
    noConsent,
    ...options
  })
  try {
    const [callback = '', state = ''] = (await visit(page.address)).html.split(' ')
    await work(page, callback, state)
  } finally {
    page.close()
  }
}

function kindOf(error: unknown): string {
  return error instanceof SetupError ? error.problem.kind : String(error)
}

describe('the page that asks for consent', () => {
  test('takes the code that GitHub sends, once', async () => {
    await withPage({}, async (page, callback, state) => {
      const back = await visit(`${callback}?code=${CODE}&state=${state}`)
      expect(back).toMatchObject({
        status: 303,
        headers: { location: expect.any(String) as string }
      })
      expect(await page.code()).toBe(CODE)
      const done = await visit(new URL(String(back.headers['location']), page.address).href)
      expect(done.html).toContain('The App is created')
      expect((await visit(`${callback}?code=${CODE}&state=${state}`)).status).toBe(410)
    })
  })

  test.each([
    ['another state', (state: string) => `code=${CODE}&state=${state.slice(1)}x`],
    ['no state', () => `code=${CODE}`],
    ['no code', (state: string) => `state=${state}`],
    ['a code that leads elsewhere', (state: string) => `code=../../user&state=${state}`]
  ])('refuses %s, and goes on to wait', async (_, query) => {
    await withPage({}, async (page, callback, state) => {
      expect((await visit(`${callback}?${query(state)}`)).status).toBe(400)
      expect((await visit(`${callback}?code=${CODE}&state=${state}`)).status).toBe(303)
      expect(await page.code()).toBe(CODE)
    })
  })

  test.each([
    ['a name that leads to this machine', { headers: { host: 'evil.example:80' } }, 421],
    ['localhost', { headers: { host: 'localhost' } }, 421],
    [
      'a form of another site',
      { method: 'POST', headers: { origin: 'https://evil.example' } },
      403
    ],
    ['a script of another site', { headers: { origin: 'https://evil.example' } }, 403],
    ['an image of another site', { headers: { 'sec-fetch-mode': 'no-cors' } }, 403],
    ['a form of its own, which it does not have', { method: 'POST' }, 405]
  ])('refuses %s', async (_, request, status) => {
    await withPage({}, async (page, callback, state) => {
      for (const url of [page.address, `${callback}?code=${CODE}&state=${state}`]) {
        const { status: answered, html } = await visit(url, request)
        expect(answered).toBe(status)
        expect(html).not.toContain(state)
      }
      expect((await visit(`${callback}?code=${CODE}&state=${state}`)).status).toBe(303)
    })
  })

  test('is found only at its random address', async () => {
    await withPage({}, async (page, _, state) => {
      const { status, html } = await visit(new URL('/', page.address).href)
      expect({ status, hasState: html.includes(state) }).toEqual({ status: 404, hasState: false })
      expect(new URL(page.address).pathname.length).toBeGreaterThan(30)
    })
  })

  test('lives on if another page of the browser asks for what is no address', async () => {
    await withPage({}, async (page, callback, state) => {
      const { port } = page
      for (const path of ['//', '//[', 'http://[']) {
        const headers = { host: `127.0.0.1:${port}` }
        expect((await visitPath(port, path, headers)).status).toBe(404)
      }
      expect((await visit(`${callback}?code=${CODE}&state=${state}`)).status).toBe(303)
    })
  })

  test('ends after its time, if the browser never comes back', async () => {
    await withPage({ lifetime: 200 }, async (page) => {
      expect(kindOf(await page.code().catch((error: unknown) => error))).toBe('no-consent')
      await expect(visit(page.address)).rejects.toThrow('ECONNREFUSED')
    })
  })

  test('says that a port is taken', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    const failed = await withPage({ port }, () => Promise.resolve()).catch(
      (error: unknown) => error
    )
    other.close()
    expect(kindOf(failed)).toBe('port-taken')
  })

  test('allows no script, no frame, and a form to GitHub only', async () => {
    await withPage({}, async (page) => {
      const { headers } = await visit(page.address)
      const policy = String(headers['content-security-policy'])
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src data:; /)
      expect(policy).toMatch(
        /form-action https:\/\/github\.com; base-uri 'none'; frame-ancestors 'none'$/
      )
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff'
      })
    })
  })

  test('shows text as text', () => {
    const odd = '"><script>alert(1)</script>'
    const manifest = manifestOf({ name: odd, homepage: odd, permissions: {} }, odd)
    const html = consentPage({
      account: odd,
      repositories: [odd],
      permissions: [{ name: odd, level: 'read', from: [odd] }],
      storing: [odd],
      action: 'https://github.com/settings/apps/new?state=x',
      manifest
    })
    expect(html).not.toContain('<script')
    expect(html).not.toContain('"><')
  })
})
