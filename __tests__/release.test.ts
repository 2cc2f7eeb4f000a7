import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { removeFolder } from '../local/runner'
import { parseTag, planRelease, type ReleaseFacts, type ReleasePlan } from '../scripts/release/plan'

const root = resolve(__dirname, '..')
const changelog = `# Changelog

## [Unreleased]

- Something to come.

## [1.2.0] - 2026-11-22

### Added

- One thing.

## [1.1.9] - 2026-10-01

- An old thing.

## [1.2.0-rc.1] - 2026-11-20

- A first try.

## [1.0.0]

- No date.

## [0.9.0] - 2026-01-01

[1.2.0]: https://example.com/1.2.0
`

function plan(set: Partial<ReleaseFacts> & { readonly tag: string }): ReleasePlan {
  return planRelease({ packageVersion: set.tag.slice(1), changelog, tags: [set.tag], ...set })
}

describe('a tag', () => {
  test.each([
    ['v1.2.3', { major: 1, minor: 2, patch: 3, prerelease: '' }],
    ['v10.0.0', { major: 10, minor: 0, patch: 0, prerelease: '' }],
    ['v1.2.0-rc.1', { major: 1, minor: 2, patch: 0, prerelease: 'rc.1' }],
    ['v1', undefined],
    ['1.2.3', undefined],
    ['v1.2', undefined],
    ['v01.2.3', undefined],
    ['v1.2.3-', undefined],
    ['v1.2.3+build', undefined],
    ['v1.2.3\nmajor-tag=v9', undefined]
  ])('%j', (tag, version) => {
    expect(parseTag(tag)).toEqual(version)
  })
})

describe('a release', () => {
  test('has the section of the changelog as its notes', () => {
    expect(plan({ tag: 'v1.2.0' })).toEqual({
      kind: 'release',
      notes: '### Added\n\n- One thing.',
      isPrerelease: false,
      isLatest: true,
      majorTag: 'v1'
    })
  })

  test('reads a changelog with the line ends of Windows', () => {
    const windows = changelog.replace(/\n/g, '\r\n')
    expect(plan({ tag: 'v1.2.0', changelog: windows })).toEqual(plan({ tag: 'v1.2.0' }))
  })

  test.each([
    // tag, the tags there are, the tag that moves, whether it is the latest
    ['v1.2.0', ['v1', 'v1.1.9', 'v1.2.0'], 'v1', true],
    ['v1.2.0', ['v1.1.10', 'v1.2.0-rc.1', 'other'], 'v1', true],
    ['v1.2.0', ['v2.0.0', 'v2', 'v1.1.9'], 'v1', false],
    ['v1.2.0', ['v2.0.0-rc.1', 'v1.3.0-rc.1'], 'v1', true],
    ['v1.1.9', ['v1.2.0', 'v1.1.9'], '', false],
    ['v1.1.9', ['v1.1.10'], '', false],
    ['v1.2.0-rc.1', ['v1.1.9'], '', false]
  ])('%s beside %j moves "%s"; the latest: %s', (tag, tags, majorTag, isLatest) => {
    expect(plan({ tag, tags })).toMatchObject({ kind: 'release', majorTag, isLatest })
  })

  test('that is a first try says so', () => {
    expect(plan({ tag: 'v1.2.0-rc.1' })).toMatchObject({
      isPrerelease: true,
      notes: '- A first try.'
    })
  })

  test.each([
    ['v1', {}, ['v1 is not a version such as v1.2.3 or v1.2.3-rc.1.']],
    [
      'v1.2.0',
      { packageVersion: '1.1.9' },
      ['package.json has the version 1.1.9, and the tag is v1.2.0.']
    ],
    ['v1.3.0', {}, ['CHANGELOG.md has no heading "## [1.3.0] - YYYY-MM-DD".']],
    ['v1.0.0', {}, ['CHANGELOG.md has no heading "## [1.0.0] - YYYY-MM-DD".']],
    ['v0.9.0', {}, ['CHANGELOG.md has nothing under "## [0.9.0] - YYYY-MM-DD".']],
    [
      'v1.3.0',
      { packageVersion: '1.2.0' },
      [
        'package.json has the version 1.2.0, and the tag is v1.3.0.',
        'CHANGELOG.md has no heading "## [1.3.0] - YYYY-MM-DD".'
      ]
    ]
  ])('%s with %j is refused', (tag, set, reasons) => {
    expect(plan({ tag, ...set })).toEqual({ kind: 'refused', reasons })
  })
})

describe('npm run release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  afterAll(() => {
    removeFolder(folder)
  })

  function git(...args: string[]): string {
    const author = ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com']
    const signing = ['-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false']
    return execFileSync('git', [...author, ...signing, ...args], { cwd: folder, encoding: 'utf8' })
  }

  function release(tag: string): { status: number | null; stdout: string; stderr: string } {
    const script = join(folder, 'scripts', 'release.ts')
    return spawnSync(process.execPath, ['--require', 'tsx/cjs', script, tag, 'notes.md'], {
      cwd: folder,
      encoding: 'utf8'
    })
  }

  beforeAll(() => {
    mkdirSync(join(folder, 'scripts'))
    cpSync(join(root, 'scripts', 'release.ts'), join(folder, 'scripts', 'release.ts'))
    cpSync(join(root, 'scripts', 'release'), join(folder, 'scripts', 'release'), {
      recursive: true
    })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    writeFileSync(join(folder, 'CHANGELOG.md'), changelog)
    writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.0" }')
    git('init', '--quiet')
    git('add', 'package.json', 'CHANGELOG.md')
    git('commit', '--quiet', '--message', 'A commit')
    git('tag', '--annotate', '--message', 'v1.2.0', 'v1.2.0')
  })

  test('prints the outputs of the workflow and writes the notes', () => {
    expect(release('v1.2.0')).toMatchObject({
      status: 0,
      stdout: `commit=${git('rev-parse', 'HEAD')}create-option=--latest=true\nmajor-tag=v1\n`
    })
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('### Added\n\n- One thing.\n')
  })

  test('fails with the reasons where there is nothing to release', () => {
    const { status, stdout, stderr } = release('v1.3.0')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('::error::package.json has the version 1.2.0, and the tag is v1.3.0.')
  })
})
