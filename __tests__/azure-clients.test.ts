/**
 * Microsoft's own clients against the embedded Azure, and beside the action: a second opinion on both.
 * They are large, so they are not installed with the other packages: see .ci/run.
 */
import { createHash, verify } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { AZURE_CLIENT_ID, AZURE_KEY_VERSION, AZURE_TENANT_ID } from '../local/key-services/azure'
import { makeAuthority } from './support/certificate'
import { withKeyService, type KeyServiceScenario } from './support/key-service'
import { appPublicKey, scenario } from './support/scenario'
import { startTlsRelay } from './support/test-proxy'

type Azure = KeyServiceScenario<'azure'>

/** What is used of `@azure/identity` and `@azure/keyvault-keys`. */
interface Clients {
  readonly ClientAssertionCredential: new (
    tenant: string,
    client: string,
    assertion: () => Promise<string>,
    options: object
  ) => object
  readonly CryptographyClient: new (
    key: string,
    credential: object,
    options: object
  ) => { sign(algorithm: string, digest: Buffer): Promise<{ readonly result: Uint8Array }> }
}

const folder = process.env['CI_AZURE_CLIENTS'] ?? ''
const describeWithClients = folder === '' ? describe.skip : describe

function loadClients(): Clients {
  const load = createRequire(join(folder, 'node_modules', 'index.js'))
  return {
    ...(load('@azure/identity') as object),
    ...(load('@azure/keyvault-keys') as object)
  } as Clients
}

/** Logs in and signs a digest as Microsoft's clients do. They insist on TLS. */
async function signWithClients({ service, oidc }: Omit<Azure, 'options'>, digest: Buffer) {
  const { ClientAssertionCredential, CryptographyClient } = loadClients()
  const authority = makeAuthority('Private certificate authority')
  const relay = await startTlsRelay(authority.issue('localhost', { from: -1, to: 30 }))
  relay.leadTo(Number(new URL(service.url).port))
  try {
    const authorityHost = `https://localhost:${relay.port}`
    const tlsOptions = { ca: authority.cert }
    const credential = new ClientAssertionCredential(
      AZURE_TENANT_ID,
      AZURE_CLIENT_ID,
      () => idToken(oidc.env),
      { authorityHost, disableInstanceDiscovery: true, tlsOptions }
    )
    const client = new CryptographyClient(
      `${authorityHost}/keys/github-app/${AZURE_KEY_VERSION}`,
      credential,
      { tlsOptions, disableChallengeResourceVerification: true, retryOptions: { maxRetries: 0 } }
    )
    return await client.sign('RS256', digest)
  } finally {
    await relay.close()
  }
}

async function idToken(env: Readonly<Record<string, string>>): Promise<string> {
  const url = `${env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}&audience=api://AzureADTokenExchange`
  const authorization = `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}`
  const response = await fetch(url, { headers: { authorization } })
  return ((await response.json()) as { readonly value: string }).value
}

describeWithClients("Microsoft's own clients", () => {
  const text = Buffer.from('header.claims')
  const digest = createHash('sha256').update(text).digest()

  test('log in and sign at the embedded Azure', async () => {
    await withKeyService('azure', {}, async (azure) => {
      const { result } = await signWithClients(azure, digest)
      expect(verify('sha256', text, appPublicKey, result)).toBe(true)
    })
  })

  test('ask for what the action asks for', async () => {
    await withKeyService('azure', {}, async (azure) => {
      const { exchanges } = azure.service
      await signWithClients(azure, digest)
      const theirs = exchanges.filter(({ method }) => method === 'POST')
      const { main } = await scenario(azure.options)
      expect(main.exitCode).toBe(0)
      const ours = exchanges.slice(-2)
      expect(ours.map(({ path }) => path)).toEqual(theirs.map(({ path }) => path))
      const [ourForm, theirForm] = [ours, theirs].map(
        ([login]) => new URLSearchParams(String(login?.requestBody))
      )
      const fields = [...(ourForm?.keys() ?? [])].filter((name) => name !== 'client_assertion')
      expect(fields).toHaveLength(4)
      for (const name of fields) expect(ourForm?.get(name)).toBe(theirForm?.get(name))
      const [ourSign, theirSign] = [ours[1], theirs[1]]
      expect(ourSign?.requestBody).toEqual({
        alg: 'RS256',
        value: expect.stringMatching(/^[\w-]{43}$/) as string
      })
      expect(theirSign?.requestBody).toEqual({ alg: 'RS256', value: digest.toString('base64url') })
    })
  })

  test('read the refusals of the embedded Azure as those of Azure', async () => {
    const mistakes: unknown[] = []
    await withKeyService('azure', {}, async (azure) => {
      const application = azure.service.data.applications.get(AZURE_CLIENT_ID)
      if (application === undefined) throw new Error('this application is always there')
      application.rights = []
      mistakes.push(await signWithClients(azure, digest).catch((error: unknown) => error))
      application.credentials = []
      mistakes.push(await signWithClients(azure, digest).catch((error: unknown) => error))
    })
    expect(mistakes).toMatchObject([
      {
        statusCode: 403,
        code: 'Forbidden',
        details: { error: { innerError: { code: 'ForbiddenByRbac' } } }
      },
      { message: expect.stringContaining('AADSTS70025') as string }
    ])
  })
})
