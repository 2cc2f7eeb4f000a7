import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { findings, type GitHubRecord } from '../local/job-github/steps'
import { removeFolder, runAction } from '../local/runner'
import { documentsBelow, examplesIn, type LintDocument } from '../scripts/workflows/documents'
import { PINS, writtenUses } from '../scripts/workflows/pins'
import { ruleComplaints } from '../scripts/workflows/rules'
import { readPage } from '../scripts/markdown'

const root = resolve(__dirname, '..')
const documents = documentsBelow(root)
const folders: string[] = []

afterEach(() => {
  folders.splice(0).forEach(removeFolder)
})

function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** `npm run lint:workflows` with arguments: its exit code and its lines. */
function lint(...args: string[]): { readonly status: number | null; readonly lines: string[] } {
  const program = [require.resolve('tsx/cli'), join(root, 'scripts', 'lint-workflows.ts')]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
    encoding: 'utf8'
  })
  return { status, lines: `${stdout}${stderr}`.split(/\r?\n/).filter((line) => line !== '') }
}

describe('npm run lint:workflows', () => {
  test('finds nothing in this project', () => {
    expect(lint()).toEqual({ status: 0, lines: [`${documents.length} documents, 0 findings`] })
  })

  test('finds what is wrong in a workflow, in action.yml and in an example, by line', () => {
    const folder = temporaryFolder({
      '.github/workflows/bad.yml': BAD_WORKFLOW,
      'action.yml': BAD_ACTION,
      'README.md': BAD_README
    })
    const { status, lines } = lint(folder)
    expect({ status, lines }).toEqual({
      status: 1,
      lines: [
        '.github/workflows/bad.yml:1: the workflow lacks "permissions: {}"',
        '.github/workflows/bad.yml:1: test: lists no permissions',
        '.github/workflows/bad.yml:1: test: has no timeout-minutes',
        ".github/workflows/bad.yml:5: Unexpected value 'timout-minutes'",
        ".github/workflows/bad.yml:8: Invalid action input 'client'",
        ".github/workflows/bad.yml:10: Unrecognized named-value: 'secret'",
        "action.yml:4: Unexpected value 'key'",
        "README.md:6: Invalid action input 'privatekey'",
        'README.md:12: Required property is missing: on',
        'README.md:12: Required property is missing: jobs',
        "README.md:13: Unexpected value 'runs'",
        '4 documents, 11 findings'
      ]
    })
  })

  test('writes each example for the other linters, named by where it stands', () => {
    const folder = temporaryFolder()
    expect(lint('--write', folder)).toEqual({ status: 0, lines: [] })
    const examples = documents.filter(({ kind }) => kind === 'example')
    const written = readdirSync(join(folder, '.github', 'workflows'))
    expect(written).toHaveLength(examples.length)
    for (const name of written) {
      expect(name).toMatch(/^(?:docs-)?[A-Z-]+\.md-\d+\.yml$/)
      const text = readFileSync(join(folder, '.github', 'workflows', name), 'utf8')
      expect(Object.keys(parse(text) as object)).toEqual(expect.arrayContaining(['on', 'jobs']))
    }
  })
})

const BAD_WORKFLOW = `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    timout-minutes: 5
    steps:
      - uses: ./
        with: { client: 1 }
      - run: echo "$X"
        env: { X: '\${{ secret.X }}' }
`

const BAD_ACTION = `name: One
description: One
branding:
  icon: key
  color: blue
inputs: { client-id: { description: The id } }
runs: { using: node24, main: index.js }
`

const BAD_README = `# One

\`\`\`yaml
- uses: OWNER/github-app-token@v1
  with:
    privatekey: one
\`\`\`

Two:

\`\`\`yaml
name: no workflow
runs: { using: node24 }
\`\`\`
`

describe('what is linted', () => {
  test('every workflow, every action.yml, and every YAML block of the documents', () => {
    const blocks = [
      ...readdirSync(root).filter((name) => name.endsWith('.md')),
      ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)
    ].flatMap((file) => readPage(readFileSync(join(root, file), 'utf8')).blocks)
    const count = (kind: LintDocument['kind']): number =>
      documents.filter((document) => document.kind === kind).length
    expect(count('workflow')).toBe(readdirSync(join(root, '.github', 'workflows')).length)
    expect(count('action')).toBe(2)
    expect(count('example')).toBe(blocks.filter(({ language }) => /^ya?ml$/.test(language)).length)
    expect(count('example')).toBeGreaterThan(10)
  })

  test.each([
    ['steps', '- run: one\n- run: two', 2],
    ['inputs', 'with:\n  client-id: one', 2],
    ['jobs', 'jobs:\n  one:\n    runs-on: two', 3],
    ['a workflow', 'on: push\njobs:\n  one:\n    runs-on: two', 4]
  ])('%s: completed to a workflow, in which a line leads back to its own', (_, example, lines) => {
    const [document] = examplesIn('A.md', `# A\n\n\`\`\`yaml\n${example}\n\`\`\`\n`)
    const { text, lineOffset } = document ?? { text: '', lineOffset: 0 }
    expect(Object.keys(parse(text) as object)).toEqual(expect.arrayContaining(['on', 'jobs']))
    const last = text.trimEnd().split('\n')
    expect(last.at(-1)?.trim()).toBe(example.split('\n').at(-1)?.trim())
    expect(last.length + lineOffset).toBe(3 + lines)
  })
})

describe('the rules', () => {
  const checkout = '3d3c42e5aac5ba805825da76410c181273ba90b1'
  const good = `on: push
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@${checkout} # v7.0.1
        with: { persist-credentials: false }
      - uses: ./local/job-github
      - run: echo "$ONE"
        env: { ONE: '\${{ github.ref }}' }
  gate:
    if: always()
    needs: [one]
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    steps: [{ run: 'true' }]
`

  function complaints(text: string, kind: LintDocument['kind'] = 'workflow'): string[] {
    return ruleComplaints({ kind, file: 'a.yml', text, lineOffset: 0 })
  }

  test('are kept by a workflow that keeps them', () => {
    expect(complaints(good)).toEqual([])
  })

  test.each([
    ['permissions: {}\njobs', 'jobs', 'the workflow lacks "permissions: {}"'],
    [
      'permissions: {}\njobs',
      'permissions: read-all\njobs',
      'the workflow lacks "permissions: {}"'
    ],
    ['permissions: { contents: read }', 'permissions: write-all', 'one: lists no permissions'],
    ['    permissions: { contents: read }\n', '', 'one: lists no permissions'],
    [
      '    timeout-minutes: 5\n    permissions: { c',
      '    permissions: { c',
      'one: has no timeout-minutes'
    ],
    ['false', 'true', 'one: actions/checkout lacks "persist-credentials: false"'],
    [
      'echo "$ONE"',
      'echo ${{ github.ref }}',
      'one: a script contains an expression: pass it in "env:"'
    ],
    [`@${checkout} #`, '@v7 #', 'actions/checkout@v7 is not pinned to a full commit'],
    ['# v7.0.1', '# v7', `actions/checkout@${checkout} lacks the comment "# v7.0.1"`],
    [
      checkout,
      '0'.repeat(40),
      `actions/checkout@${'0'.repeat(40)} is not the commit in scripts/workflows/pins.ts`
    ],
    [
      'uses: ./local/job-github',
      `uses: a/b@${checkout}`,
      'a/b is not in scripts/workflows/pins.ts'
    ],
    ['needs: [one]', 'needs: []', 'gate: does not need one'],
    ['    if: always()\n', '', 'gate: lacks "if: always()"'],
    ["    steps: [{ run: 'true' }]", '    secrets: inherit', 'gate: passes on every secret']
  ])('%j in place of %j is seen', (from, to, complaint) => {
    const bad = good.replace(from, to)
    expect(bad).not.toBe(good)
    expect(complaints(bad)).toEqual([complaint])
  })

  test('that matter in an example hold there, and no others', () => {
    const example = 'jobs:\n  one:\n    runs-on: two\n    steps: [{ run: "${{ github.ref }}" }]\n'
    expect(complaints(example, 'example')).toEqual([
      'one: a script contains an expression: pass it in "env:"'
    ])
  })

  test('no pin is kept that is not used', () => {
    const used = documents.flatMap(({ text }) => writtenUses(text)).map(({ uses }) => uses)
    const unused = [...PINS].filter(([action, { commit }]) => !used.includes(`${action}@${commit}`))
    expect(unused).toEqual([])
  })

  test('CI has a gate', () => {
    const ci = documents.find(({ file }) => file === '.github/workflows/ci.yml')
    const { jobs } = parse(ci?.text ?? '') as { readonly jobs: Readonly<Record<string, unknown>> }
    expect(Object.keys(jobs).length).toBeGreaterThan(5)
    expect(Object.keys(jobs)).toContain('gate')
  })
})

describe('the GitHub that a job of CI brings along', () => {
  const record: GitHubRecord = {
    requests: ['GET /installation/repositories 200'],
    complaints: [],
    tokens: [{ value: 'one', isLive: false }],
    privateKey: 'key'
  }

  test.each<[string, Partial<GitHubRecord>, string[]]>([
    ['a token that was used and revoked', {}, []],
    [
      'one that lives',
      { tokens: [{ value: 'one', isLive: true }] },
      ['1 of 1 tokens were not revoked.']
    ],
    ['none', { tokens: [] }, ['0 tokens were created, and 1 expected.']],
    ['one that nobody used', { requests: [] }, ['No token was used with success.']],
    ['a complaint', { complaints: ['no user-agent'] }, ['GitHub complains: no user-agent']]
  ])('judges %s', (_, set, found) => {
    expect(findings({ ...record, ...set }, '1')).toEqual(found)
  })

  test.each([
    ['0', 0],
    ['1', 1]
  ])('starts, and ends with %s tokens expected and none created', async (tokens, exitCode) => {
    const folder = temporaryFolder()
    const recordPath = join(folder, 'record.json')
    let answer = 0
    const { main, post } = await runAction(
      {
        action: join(root, 'local', 'job-github'),
        inputs: { tokens },
        env: { GITHUB_RECORD: recordPath }
      },
      async ({ outputs }) => {
        // GitHub requires no other header than those that fetch sends. Caught, since post ends the server.
        answer = await fetch(`${outputs['api-url'] ?? ''}/users/octo-bot%5Bbot%5D`).then(
          ({ status }) => status,
          () => 0
        )
      }
    )
    expect({ main: main.exitCode, answer, post: post.exitCode }).toEqual({
      main: 0,
      answer: 200,
      post: exitCode
    })
    const key = main.outputs['private-key'] ?? ''
    expect(key).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/)
    expect(main.log).not.toContain(key.split('\n')[1])
    expect(main.masks).toContain(key.split('\n')[1])
    expect(existsSync(recordPath)).toBe(true)
    await expect(fetch(`${main.outputs['api-url'] ?? ''}/app`)).rejects.toThrow()
  })
})
