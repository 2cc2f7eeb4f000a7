import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { removeFolder } from '../local/runner'
import { consent, deepTest, installApp, visit, withSetup } from './support/setup'
import { describeWithSignals, findProgram } from './support/system'

const root = resolve(__dirname, '..')

interface Package {
  readonly bin: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies?: unknown
  readonly files: readonly string[]
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package

test('npx runs it from a clone of the repository as it is, and installs no other package', () => {
  // With one of these, npm installs every package for development first.
  const preparing = ['postinstall', 'build', 'preinstall', 'install', 'prepack', 'prepare']
  expect(Object.keys(manifest.scripts).filter((name) => preparing.includes(name))).toEqual([])
  expect(manifest.dependencies).toBeUndefined()
  for (const path of Object.values(manifest.bin)) {
    expect(readFileSync(join(root, path), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(manifest.files.some((folder) => path.startsWith(`${folder}/`))).toBe(true)
  }
})

test('the action loads nothing of it', () => {
  const files = readdirSync(join(root, 'src'), { encoding: 'utf8', recursive: true })
  const texts = files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  expect(texts.length).toBeGreaterThan(80)
  expect(texts.filter((text) => /(?:from|import) ?\(?'[^']*\/setup\//.test(text))).toEqual([])
  for (const step of ['main', 'post']) {
    const bundle = readFileSync(join(root, 'dist', step, 'index.js'), 'utf8')
    expect(bundle).not.toContain('./setup/')
  }
})

describeWithSignals('the packed program', () => {
  deepTest('works by npx in an empty folder, offline, with nothing else installed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'packed-'))
    try {
      execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: root, stdio: 'pipe' })
      const [tarball = ''] = readdirSync(folder)
      const env = { PATH: process.env['PATH'] ?? '', npm_config_cache: join(folder, 'cache') }
      const npx = findProgram('npx') ?? 'npx'
      const program = [npx, '--offline', '--yes', `file:${join(folder, tarball)}`] as const
      await withSetup({ program: [...program], env }, async (machine) => {
        const setup = machine.start('--repo', 'octo-org/hello', '--permission', 'contents=write')
        const back = await consent(machine.github, await setup.address())
        expect((await visit(back)).status).toBe(303)
        await setup.says('4. The installation')
        await installApp(machine.github, 'hello')
        const { exitCode, stdout } = await setup.end
        expect(exitCode).toBe(0)
        expect(stdout).toContain('It was used for one call, and revoked.')
        expect(existsSync(join(machine.folder, 'work', 'node_modules'))).toBe(false)
      })
    } finally {
      removeFolder(folder)
    }
  })
})
