import { spawn, spawnSync } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { join } from 'node:path'
import { json, text } from 'node:stream/consumers'
import {
  GOOGLE_ACCOUNT,
  GOOGLE_KEY,
  GOOGLE_PROVIDER,
  startGoogle,
  type EmbeddedGoogle
} from '../local/key-services/google'
import { GOOGLE_METHODS } from '../local/key-services/google-check'
import { startOidc, type EmbeddedOidc } from '../local/key-services/oidc'
import { googleAddress, type GoogleApi } from '../src/config/key-service/google-paths'
import { requestsTo } from './support/key-service'
import { appPrivateKey, appPublicKey } from './support/scenario'
import { describeIfInstalled, findProgram } from './support/system'

test("each host is the one of Google's description", () => {
  const { exchangeToken, generateAccessToken, asymmetricSign, getPublicKey } = GOOGLE_METHODS
  const hosts: [GoogleApi, string][] = [
    ['sts', exchangeToken.host],
    ['iamcredentials', generateAccessToken.host],
    ['cloudkms', asymmetricSign.host],
    ['cloudkms', getPublicKey.host]
  ]
  for (const [api, host] of hosts) expect(`${googleAddress({ server: '' }, api)}/`).toBe(host)
})

/** A Python that has Google's clients. */
const python = process.env['GOOGLE_CLIENT_PYTHON'] ?? findProgram('python3')
const isInstalled =
  python !== undefined && spawnSync(python, ['-c', 'import google.cloud.kms_v1']).status === 0

/** What Google's clients got. */
interface Signed {
  readonly name: string
  readonly signature: string
  readonly pem: string
  readonly algorithm: string
}

describeIfInstalled(
  "Google's own clients accept the embedded Google",
  isInstalled ? undefined : 'google-cloud-kms for Python',
  'CI_NEEDS_GOOGLE_CLIENT',
  () => {
    let oidc: EmbeddedOidc
    let google: EmbeddedGoogle

    beforeAll(async () => {
      oidc = await startOidc()
      google = await startGoogle({ oidc, privateKey: appPrivateKey })
    })

    afterAll(async () => {
      await Promise.all([oidc.close(), google.close()])
    })

    test.each([
      ['as the workload itself', ''],
      ['as a service account', GOOGLE_ACCOUNT]
    ])('%s', async (_, account) => {
      const message = 'header.claims'
      const signed = await runClient({
        server: google.url,
        audience: `//iam.googleapis.com/${GOOGLE_PROVIDER}`,
        oidcToken: await oidcToken(oidc),
        account,
        key: GOOGLE_KEY,
        text: message
      })
      expect(signed.name).toBe(GOOGLE_KEY)
      expect(signed.algorithm).toBe('RSA_SIGN_PKCS1_2048_SHA256')
      const bytes = Buffer.from(signed.signature, 'base64')
      expect(verify('sha256', Buffer.from(message), appPublicKey, bytes)).toBe(true)
      expect(createPublicKey(signed.pem).equals(appPublicKey)).toBe(true)
      expect(google.complaints).toEqual([])
      expect(requestsTo(google).every((request) => request.endsWith(' 200'))).toBe(true)
    })
  }
)

async function oidcToken({ env }: EmbeddedOidc): Promise<string> {
  const audience = encodeURIComponent(`https://iam.googleapis.com/${GOOGLE_PROVIDER}`)
  const answer = await fetch(`${env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}&audience=${audience}`, {
    headers: { authorization: `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}` }
  })
  return ((await answer.json()) as { readonly value: string }).value
}

async function runClient(asked: Readonly<Record<string, string>>): Promise<Signed> {
  const script = join(__dirname, 'support', 'google-client.py')
  const client = spawn(python ?? '', [script], { env: { ...process.env, NO_PROXY: '127.0.0.1' } })
  const said = text(client.stderr)
  client.stdin.end(JSON.stringify(asked))
  try {
    return (await json(client.stdout)) as Signed
  } catch {
    throw new Error(`Google's client failed:\n${await said}`)
  }
}
