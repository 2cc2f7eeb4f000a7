import { startEmulate, type Emulator } from '../local/emulate'
import { runAction, type StepResult } from '../local/runner'
import { appKey } from './support/scenario'

/** A second opinion: the GitHub of `emulate`, which shares no code with the embedded one. */
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulate({ appId: 12345, privateKeyPem: appKey })
})

afterAll(async () => {
  await emulator.close()
})

async function run(
  inputs: Record<string, string>
): Promise<{ readonly main: StepResult; readonly post: StepResult }> {
  return runAction({
    apiUrl: emulator.url,
    inputs: { 'app-id': '12345', 'private-key': appKey, ...inputs }
  })
}

async function api(path: string, token: string): Promise<number> {
  const { status } = await fetch(emulator.url + path, {
    headers: { authorization: `Bearer ${token}` }
  })
  return status
}

test('a token is created by the rules of an emulator that others wrote', async () => {
  const { main, post } = await run({ permissions: 'contents: write, issues: read' })
  expect(main.exitCode).toBe(0)
  const token = main.outputs['token'] ?? ''
  expect(main.outputs).toMatchObject({
    'installation-id': '4242',
    'app-slug': 'octo-bot',
    'repository-selection': 'selected',
    repositories: '["octo-org/hello"]',
    owner: 'octo-org'
  })
  expect(JSON.parse(main.outputs['permissions'] ?? '')).toEqual({
    contents: 'write',
    issues: 'read'
  })
  expect(main.log).toContain('Token for octo-org/hello')
  expect(main.annotations).toEqual([])
  expect(main.log).not.toContain(token)
  // It works there.
  expect(await api('/repos/octo-org/hello', token)).toBe(200)
  // The emulator has no way to revoke a token: post says so, and does not fail the job.
  expect(post.exitCode).toBe(0)
  expect(post.annotations.map(({ level }) => level)).toEqual(['warning'])
  expect(post.log).toMatch(
    /^Warning: The token for octo-org\/hello was not revoked: .*404.* It expires by itself at \d\d:\d\d UTC\.$/
  )
})

test.each([
  [
    'a permission that was not granted',
    { permissions: 'workflows: write' },
    /#permissions-not-granted$/
  ],
  [
    'a repository outside the installation',
    { repositories: 'hello,lib' },
    /#repositories-not-accessible$/
  ],
  ['an unknown App', { 'app-id': '99999' }, /^Fix: /m]
])('%s is refused there too, and explained', async (_, inputs, text) => {
  const { main, post } = await run(inputs)
  expect(main.exitCode).toBe(1)
  expect(main.outputs).toEqual({})
  expect(main.annotations.find(({ level }) => level === 'error')?.message).toMatch(text)
  expect(post.log).toBe('Nothing to revoke: this step output no token.')
})
