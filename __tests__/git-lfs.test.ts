import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installationOn, type GitHubData } from '../local/github/github-data'
import {
  describeWithGitLfs,
  headerOf,
  secondUse,
  gitScenario,
  type GitResult
} from './support/git-scenario'
import { startGitServer, type GitServer } from './support/git-server'

const AUTHOR = ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com']

type Git = (folder: string, ...args: string[]) => Promise<GitResult>

function installOnAll(data: GitHubData): void {
  installationOn(data, 'octo-org').repositorySelection = 'all'
}

describeWithGitLfs('Git LFS with two uses of the action in one job', () => {
  let server: GitServer

  beforeAll(async () => {
    server = await startGitServer(['octo-org/lib'])
  }, 30_000)

  afterAll(async () => {
    await server.close()
  })

  beforeEach(() => {
    server.requests.length = 0
  })

  async function commitLargeFile(gitIn: Git, workspace: string, text: string): Promise<void> {
    await gitIn('lib', 'lfs', 'install', '--local')
    await gitIn('lib', 'lfs', 'track', '*.bin')
    writeFileSync(join(workspace, 'lib', 'large.bin'), text)
    await gitIn('lib', 'add', '--all')
    await gitIn('lib', ...AUTHOR, 'commit', '--quiet', '--message', text)
  }

  test.each([
    ['both name the repository', 'lib', 'lib', 1],
    ['the later one names the owner', 'lib', '', 0],
    ['the later one names the repository', '', 'lib', 1],
    ['both name the owner', '', '', 1]
  ])('%s: one token is sent, by every form of address', async (_, first, second, used) => {
    const inputs = { owner: 'octo-org', repositories: first }
    await gitScenario(server, { with: inputs, data: installOnAll }, async (all) => {
      const again = { with: { owner: 'octo-org', repositories: second } }
      await secondUse(all, again, async ({ gitIn }) => {
        const workspace = all.job.folders.workspace
        const text = `large, ${first} and ${second}`
        expect(await gitIn('', 'clone', `${server.url}/octo-org/lib`)).toMatchObject({ code: 0 })
        await commitLargeFile(gitIn, workspace, text)
        const pushed = await gitIn('lib', 'push', '--force', 'origin', 'HEAD:main')
        expect([pushed.code, pushed.stderr]).toEqual([0, expect.not.stringContaining('Multiple')])
        const ssh = `git@${server.hostname}:octo-org/lib`
        const copied = await gitIn('', 'clone', ssh, 'copy')
        expect(copied).toMatchObject({ code: 0 })
        await gitIn('copy', 'lfs', 'install', '--local')
        const pulled = await gitIn('copy', 'lfs', 'pull')
        expect([pulled.code, pulled.stderr]).toEqual([0, expect.not.stringContaining('Multiple')])
        expect(readFileSync(join(workspace, 'copy', 'large.bin'), 'utf8')).toBe(text)
        const large = server.requests.filter(({ path }) => path.includes('lfs'))
        expect(large.length).toBeGreaterThan(3)
        const sent = new Set(large.flatMap(({ authorization }) => authorization.join()))
        expect([...sent]).toEqual([headerOf(all.github, used)])
      })
    })
  })
})
