import { spawnSync } from 'node:child_process'
import {
  constants,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  privateDecrypt
} from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { removeFolder } from '../local/runner'
import { makeRsaKey, seededRsaKey } from './support/keys'

const script = resolve(__dirname, '..', 'scripts', 'wrap-key.mjs')
const app = makeRsaKey()
const serviceKey = seededRsaKey('wrapping key')
const spki = createPublicKey(serviceKey).export({ type: 'spki', format: 'der' })

/** What the service does with the blob. */
function unwrap(blob: Buffer): string {
  const [aes, wrapped] = [blob.subarray(0, 256), blob.subarray(256)]
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const aesKey = privateDecrypt({ key: serviceKey, ...padding }, aes)
  const iv = Buffer.from('A65959A6', 'hex')
  const decipher = createDecipheriv('id-aes256-wrap-pad', aesKey, iv)
  const der = Buffer.concat([decipher.update(wrapped), decipher.final()])
  const key = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wrap-key-'))
})

afterAll(() => {
  removeFolder(folder)
})

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function wrap(...args: string[]): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
}

test.each<['pkcs1' | 'pkcs8', string, string | Buffer]>([
  ['pkcs1', 'binary DER', spki],
  ['pkcs1', 'base64', spki.toString('base64')],
  ['pkcs8', 'base64 in lines', `${spki.toString('base64').replace(/.{64}/g, '$&\n')}\n`],
  ['pkcs1', 'PEM', createPublicKey(serviceKey).export({ type: 'spki', format: 'pem' }).toString()]
])('%s, for a wrapping key as %s', (form, _, wrappingKey) => {
  const pem = write('app.pem', app[form])
  const key = write('wrapping-key', wrappingKey)
  const printed = wrap(pem, key)
  expect([printed.status, printed.stderr]).toEqual([0, ''])
  expect(unwrap(Buffer.from(String(printed.stdout), 'base64'))).toBe(app.pkcs8)
  const file = join(folder, 'blob')
  expect(wrap(pem, key, file)).toMatchObject({ status: 0, stdout: '', stderr: '' })
  expect(unwrap(readFileSync(file))).toBe(app.pkcs8)
})

test('without arguments, it says what it needs', () => {
  const { status, stderr, stdout } = wrap()
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('Usage: node scripts/wrap-key.mjs APP.pem WRAPPING-KEY [FILE]')
})

test('a mistake is one sentence that names the file, and shows nothing of it', () => {
  const pem = write('app.pem', app.pkcs1)
  const key = write('key', spki)
  const other = write('other', 'octo secret')
  const missing = join(folder, 'missing')
  const notPrivate =
    'is not an RSA private key. Name the .pem file of the App first, and then the public key of the service.'
  const notPublic = 'is not an RSA public key. Name the file with the public key of the service.'
  const mistakes: [args: string[], words: string][] = [
    [[key, pem], `${key} ${notPrivate}`],
    [[other, key], `${other} ${notPrivate}`],
    [[pem, other], `${other} ${notPublic}`],
    [[pem, pem], `${pem} ${notPublic}`],
    [[missing, key], `${missing} cannot be read (ENOENT). Correct the path.`],
    [[pem, missing], `${missing} cannot be read (ENOENT). Correct the path.`],
    [[pem, key, folder], `${folder} cannot be written (EISDIR). Correct the path.`]
  ]
  for (const [args, words] of mistakes)
    expect(wrap(...args)).toMatchObject({ status: 1, stdout: '', stderr: `Error: ${words}\n` })
})
