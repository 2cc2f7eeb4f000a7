import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { removeFolder } from '../local/runner'
import { readPage } from '../scripts/markdown'
import { testWithScripts } from './support/system'

const page = readPage(readFileSync(resolve(__dirname, '..', 'docs', 'LONG-JOBS.md'), 'utf8'))
const recipes = page.blocks.filter(({ language }) => language === 'sh').map(({ text }) => text)
const TOKEN = 'ghs_recipe16C7e42F292c6912E7710c838347Ae178B4a'

/** Programs that a recipe starts. A loop that pauses goes around once. */
const PROGRAMS = {
  gh: 'echo "gh $1 $2 with ${GH_TOKEN:-nothing}"',
  sleep: 'test ! -e slept && touch slept',
  'build.sh': 'exit 0'
}

function run(recipe: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'))
  try {
    for (const [name, script] of Object.entries(PROGRAMS)) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
      chmodSync(join(folder, name), 0o755)
    }
    writeFileSync(join(folder, 'token'), TOKEN)
    const path = [folder, process.env['PATH'] ?? ''].join(delimiter)
    const env = { PATH: path, TOKEN_FILE: join(folder, 'token') }
    // As the runner starts it, with both streams in one.
    const args = ['-e', '-c', `exec 2>&1\n${recipe}`]
    const { stdout } = spawnSync('bash', args, { cwd: folder, env, encoding: 'utf8' })
    return stdout.split('\n').filter((line) => line !== '')
  } finally {
    removeFolder(folder)
  }
}

testWithScripts('each recipe of LONG-JOBS.md for bash masks the token, and then uses it', () => {
  expect(recipes.map(run)).toEqual([
    [`::add-mask::${TOKEN}`, `gh issue comment with ${TOKEN}`],
    [`::add-mask::${TOKEN}`, `gh release upload with ${TOKEN}`]
  ])
})

test('each recipe for PowerShell masks the token before it sets it', () => {
  const scripts = page.blocks.filter(({ language }) => language === 'powershell')
  expect(scripts).toHaveLength(recipes.length)
  for (const { text } of scripts) {
    const mask = text.indexOf('[Console]::Error.WriteLine("::add-mask::$token")')
    expect(mask).toBeGreaterThan(-1)
    expect(mask).toBeLessThan(text.indexOf('$env:GH_TOKEN = $token'))
  }
})
