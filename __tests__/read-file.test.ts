import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explained } from './support/explained'
import { scenario } from './support/scenario'

const folder = mkdtempSync(join(tmpdir(), 'read-file-'))
const isWindows = process.platform === 'win32'
const withPipes = isWindows ? test.skip : test
/** Far less than a step may take, and far more than it takes. */
const timeLimit = 40_000

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function pipe(name: string): string {
  const path = join(folder, name)
  execFileSync('mkfifo', [path])
  return path
}

/** A file that says it is large, and takes no room. */
function sparse(name: string, size: number): string {
  const path = join(folder, name)
  writeFileSync(path, '')
  truncateSync(path, size)
  return path
}

/** The event is read only to explain an empty key. */
async function withEvent(path: string): Promise<void> {
  const { lines, code, run } = await explained({
    ...{ with: { 'private-key': '' }, eventName: 'pull_request', timeLimit },
    env: { GITHUB_EVENT_PATH: path }
  })
  expect(run.main.timedOut).toBe(false)
  expect(lines[0]).toMatch(/^private-key is empty\. The event is pull_request/)
  expect(code).toBe('private-key-empty')
}

describe('GITHUB_EVENT_PATH', () => {
  withPipes('is a pipe: nobody is waited for', () => withEvent(pipe('event')))
  withPipes('is a device without an end', () => withEvent('/dev/zero'))
  test('is a folder', () => withEvent(folder))
  test('is a file of many gigabytes', () => withEvent(sparse('event.json', 3 * 1024 ** 3)))
  test('is no file', () => withEvent(join(folder, 'nothing')))
})

describe('private-key-file', () => {
  async function withKeyFile(path: string): Promise<string> {
    const { lines, code, run } = await explained({
      ...{ with: { 'private-key': '', 'private-key-file': path }, timeLimit }
    })
    expect(run.main.timedOut).toBe(false)
    expect(code).toBe('private-key-file')
    return lines[0] ?? ''
  }

  withPipes('is a pipe: nobody is waited for', async () => {
    expect(await withKeyFile(pipe('key'))).toContain('which is not a file')
  })

  withPipes('is a device without an end', async () => {
    expect(await withKeyFile('/dev/zero')).toContain('which is not a file')
  })

  test('is a file of many gigabytes', async () => {
    const size = 3 * 1024 ** 3
    expect(await withKeyFile(sparse('key.pem', size))).toContain(`has ${size} bytes`)
  })
})

test('an event of usual size is read', async () => {
  const { main } = await scenario({
    ...{ with: { 'private-key': '' }, eventName: 'pull_request' },
    event: { pull_request: { head: { repo: { full_name: 'mona/hello' } } } }
  })
  expect(main.annotations[0]?.message).toContain('This pull request comes from the fork mona/hello')
})

const onLinux = process.platform === 'linux' ? describe : describe.skip

onLinux('a file of the kernel, which says that it is empty', () => {
  test('is read up to the limit', async () => {
    const { lines } = await explained({
      with: { 'private-key': '', 'private-key-file': '/proc/kallsyms' }
    })
    expect(lines[0]).toMatch(/^private-key-file is "\/proc\/kallsyms", which (has|is) \d* ?/)
  })

  test('is read to its end if it is short', async () => {
    const { code } = await explained({
      with: { 'private-key': '', 'private-key-file': '/proc/self/maps' }
    })
    expect(['private-key-not-a-key', 'private-key-file']).toContain(code)
  })
})
