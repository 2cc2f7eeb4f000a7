import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readManifest, removeFolder } from '../local/runner'
import { testWithScripts } from './support/system'

interface Repository {
  readonly name: string
  readonly isArchived?: boolean
  /** The text of each file by its path, as GraphQL gives it; `too long`: cut off. */
  readonly files: Readonly<Record<string, string>>
  /** The whole text of files that GraphQL cuts off. */
  readonly whole?: Readonly<Record<string, string>>
}

/** What the gh command of `support/gh.mjs` knows. */
interface Data {
  readonly repositories: readonly Repository[]
  /** Repository, path and action of each result of the code search. */
  readonly found?: readonly (readonly [string, string, string])[]
  /** How many searches are refused at first. */
  readonly searchesRefused?: number
  readonly isIncomplete?: boolean
  /** The most repositories that one query can ask for. */
  readonly mostAtATime?: number
  /** Whether one repository is left out with an error. */
  readonly hidden?: boolean
  readonly isLoggedOut?: boolean
}

interface Listing {
  readonly status: number | null
  readonly rows: Readonly<Record<string, string>>[]
  readonly csv: string
  readonly said: string[]
  readonly calls: string[][]
}

const folders: string[] = []

afterEach(() => {
  folders.splice(0).forEach(removeFolder)
})

function list(data: Data, args: readonly string[] = ['octo-org', '--wait', '0']): Listing {
  const folder = mkdtempSync(join(tmpdir(), 'list-uses-'))
  folders.push(folder)
  const at = (name: string): string => join(folder, name)
  writeFileSync(at('data'), JSON.stringify(data))
  writeFileSync(at('calls'), '')
  const stub = join(__dirname, 'support', 'gh.mjs')
  writeFileSync(at('gh'), `#!/bin/sh\nexec '${process.execPath}' '${stub}' "$@"\n`)
  chmodSync(at('gh'), 0o755)
  const script = resolve(__dirname, '..', 'scripts', 'list-uses.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { PATH: `${folder}:/bin:/usr/bin`, GH_DATA: at('data'), GH_CALLS: at('calls') }
  })
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')
  return {
    status,
    rows: readCsv(stdout),
    csv: stdout,
    said: lines(stderr),
    calls: lines(readFileSync(at('calls'), 'utf8')).map((call) => JSON.parse(call) as string[])
  }
}

/** The rows of a CSV by the names in its first line. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/g
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\n') rows.push([])
  }
  const [names = [], ...cells] = rows.filter((row) => row.length > 0)
  return cells.map((row) => Object.fromEntries(row.map((cell, at) => [names[at] ?? '', cell])))
}

function step(inputs: string, uses = 'actions/create-github-app-token@v3'): string {
  return `on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - uses: ${uses}
        id: app
        with:
${inputs.replace(/^/gm, '          ')}
      - run: echo
`
}

/** The row of the only use in each of some texts, all read in one run. */
function rowsOf(texts: readonly string[]): Readonly<Record<string, string>>[] {
  const files = texts.map((text, at) => [`.github/workflows/${at}.yml`, text] as const)
  const { rows } = list({
    repositories: [{ name: 'octo-org/hello', files: Object.fromEntries(files) }]
  })
  expect(rows.map(({ file }) => file)).toEqual(files.map(([path]) => path))
  return rows
}

const unchanged = step('client-id: 1\nprivate-key: 2\npermission-contents: read')

describe('node scripts/list-uses.mjs', () => {
  testWithScripts('lists every use with its repository, file, inputs and changes', () => {
    const { status, rows, said } = list({
      repositories: [
        {
          name: 'octo-org/hello',
          files: { '.github/workflows/a.yml': unchanged, 'action.yml': 'name: none\n' }
        },
        { name: 'octo-org/empty', files: {} },
        {
          name: 'octo-org/old',
          isArchived: true,
          files: { '.github/workflows/b.yaml': unchanged, '.github/workflows/readme.md': unchanged }
        }
      ]
    })
    const row = {
      repository: 'octo-org/hello',
      archived: 'no',
      file: '.github/workflows/a.yml',
      line: '6',
      kind: 'workflow',
      action: 'actions/create-github-app-token',
      version: 'v3',
      inputs: 'client-id; private-key; permission-contents: read',
      'what will change': 'nothing is known to change'
    }
    const archived = {
      ...row,
      repository: 'octo-org/old',
      archived: 'yes',
      file: '.github/workflows/b.yaml',
      'what will change': 'archived: its workflows do not run'
    }
    expect({ status, rows }).toEqual({ status: 0, rows: [row, archived] })
    expect(said).toEqual([
      '2 uses in the 3 repositories of octo-org that you can read (default branches only)'
    ])
  })

  testWithScripts('reads every page of the repositories, and only reads', () => {
    const repositories = Array.from({ length: 23 }, (_, at) => ({
      name: `octo-org/r${at}`,
      files: { '.github/workflows/a.yml': unchanged }
    }))
    const { status, rows, calls } = list({ repositories })
    expect(status).toBe(0)
    expect(rows.map(({ repository }) => repository)).toEqual(repositories.map(({ name }) => name))
    const queries = calls.filter((call) => call[1] === 'graphql')
    expect(queries).toHaveLength(3)
    const searches = calls.filter((call) => call.includes('search/code'))
    expect(searches).toHaveLength(5)
    expect(calls).toHaveLength(8)
    expect(queries.flat().filter((part) => part.includes('mutation'))).toEqual([])
    expect(searches.every((call) => call.join(' ').includes('--method GET'))).toBe(true)
  })

  testWithScripts('asks for fewer repositories if a query is too large for GitHub', () => {
    const repositories = Array.from({ length: 5 }, (_, at) => ({
      name: `octo-org/r${at}`,
      files: { '.github/workflows/a.yml': unchanged }
    }))
    const { status, rows } = list({ repositories, mostAtATime: 2 })
    expect({ status, count: rows.length }).toEqual({ status: 0, count: 5 })
  })

  testWithScripts('reads a file again that GraphQL has cut off', () => {
    const path = '.github/workflows/long.yml'
    const files = { [path]: 'too long' }
    const { rows } = list({
      repositories: [{ name: 'octo-org/hello', files, whole: { [path]: unchanged } }]
    })
    expect(rows.map(({ file }) => file)).toEqual([path])
  })

  testWithScripts(
    'finds composite actions in any folder, by the search, and each file once',
    () => {
      const action = 'actions/create-github-app-token'
      const files = {
        '.github/workflows/a.yml': unchanged,
        '.github/actions/token/action.yml': unchanged,
        'deep/down/action.yaml': unchanged
      }
      const found = Object.keys(files).map((path) => ['octo-org/hello', path, action] as const)
      const gone = ['octo-org/hello', 'gone/action.yml', action] as const
      const { status, rows, said } = list({
        repositories: [{ name: 'octo-org/hello', files }],
        found: [...found, ['other/hello', 'action.yml', action], gone]
      })
      expect(rows.map(({ file, kind }) => [file, kind])).toEqual([
        ['.github/workflows/a.yml', 'workflow'],
        ['.github/actions/token/action.yml', 'composite action'],
        ['deep/down/action.yaml', 'composite action']
      ])
      expect(said[0]).toBe(
        'Warning: octo-org/hello: gone/action.yml could not be read: gh: Not Found (HTTP 404)'
      )
      expect(status).toBe(1)
    }
  )

  testWithScripts('says so if the search lists less than there is', () => {
    const found = Array.from(
      { length: 1100 },
      () => ['octo-org/gone', 'a.yml', 'tibdex/github-app-token'] as const
    )
    const { status, said, calls } = list({ repositories: [], found, isIncomplete: true })
    expect(status).toBe(1)
    expect(said).toContain(
      "Warning: GitHub's code search lists 1000 of the 1100 files with tibdex/github-app-token."
    )
    expect(said).toContain(
      "Warning: GitHub's code search ran out of time for tibdex/github-app-token."
    )
    expect(calls.filter((call) => call.join(' ').includes('tibdex'))).toHaveLength(10)
  })

  testWithScripts.each([
    [2, 0, []],
    [
      9,
      1,
      [
        "Warning: GitHub's code search failed: gh: API rate limit exceeded for user ID 1. (HTTP 403)"
      ]
    ]
  ])('waits if searches are refused, %d times', (searchesRefused, status, warnings) => {
    const listing = list({ repositories: [], searchesRefused })
    expect(listing.status).toBe(status)
    expect(listing.said.filter((line) => line.startsWith('Warning: '))).toEqual(warnings)
  })

  testWithScripts('goes on without repositories that GitHub keeps back, and says so', () => {
    const files = { '.github/workflows/a.yml': unchanged }
    const { status, rows, said } = list({
      repositories: [{ name: 'octo-org/hello', files }],
      hidden: true
    })
    expect({ status, count: rows.length }).toEqual({ status: 1, count: 1 })
    expect(said[0]).toBe(
      'Warning: GitHub left something out: gh: Resource protected by organization SAML enforcement.'
    )
  })

  testWithScripts.each([
    ['nobody', ['nobody'], {}, 1, /^Error: GitHub knows no account nobody\.$/],
    ['logged out', ['octo-org'], { isLoggedOut: true }, 1, /^Error: gh: .*gh auth login$/],
    ['no account', [], {}, 2, /^Usage: /],
    ['two accounts', ['one', 'two'], {}, 2, /^Usage: /],
    ['an unknown option', ['one', '--write'], {}, 2, /^Usage: /]
  ])('explains a failure: %s', (_, args, data, status, words) => {
    const listing = list({ repositories: [], ...data }, args)
    expect(listing.status).toBe(status)
    expect(listing.said[0]).toMatch(words)
  })

  test('says what is missing if there is no gh command', () => {
    const script = resolve(__dirname, '..', 'scripts', 'list-uses.mjs')
    const env = { PATH: dirname(script) }
    const { status, stderr } = spawnSync(process.execPath, [script, 'octo-org'], {
      encoding: 'utf8',
      env
    })
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'Error: The gh command is not installed: https://cli.github.com\n'
    })
  })
})

describe('how a use is read', () => {
  testWithScripts('inputs of every shape', () => {
    const uses = 'uses: actions/create-github-app-token@v3'
    const cases: [string, string][] = [
      [
        step(
          'owner: "octo-org" # ours\nrepositories: | # two\n  lib\n  docs\n\n# no input\n\'permission-issues\': write'
        ),
        'owner: octo-org; repositories: lib docs; permission-issues: write'
      ],
      [
        step("repositories: ${{ inputs.names || 'lib,docs' }} # all"),
        "repositories: ${{ inputs.names || 'lib,docs' }}"
      ],
      [
        step('repositories: lib,\n  docs\npermission-issues:'),
        'repositories: lib, docs; permission-issues: '
      ],
      [step(''), ''],
      [
        `- name: x\n  with: { owner: octo-org, repositories: "a,b" }\n  ${uses}\n- run: x\n  with: { owner: no }`,
        'owner: octo-org; repositories: a,b'
      ],
      ['- with: {}\n  "uses": "actions/create-github-app-token@v3"', ''],
      ['- uses: Actions/Create-GitHub-App-Token@v3\n# with:\n#   owner: no', ''],
      [`- { ${uses} }`, '(some could not be read)'],
      [`- ${uses}\n  with: *shared`, '(some could not be read)'],
      [
        `- ${uses}\n  with:\n    <<: *shared\n    owner: octo-org`,
        '<<; owner: octo-org; (some could not be read)'
      ]
    ]
    const rows = rowsOf(cases.map(([text]) => text))
    expect(rows.map(({ inputs }, at) => [cases[at]?.[0], inputs])).toEqual(cases)
    expect(rows.every(({ action }) => action === 'actions/create-github-app-token')).toBe(true)
  })

  testWithScripts('a commit with its comment, and Windows line ends', () => {
    const sha = '0123456789abcdef0123456789abcdef01234567'
    const uses = `actions/create-github-app-token@${sha} # v2.0.2`
    const [row] = rowsOf([step('owner: octo-org', uses).replaceAll('\n', '\r\n')])
    expect(row).toMatchObject({ version: `${sha} # v2.0.2`, inputs: 'owner: octo-org' })
  })

  testWithScripts('kinds of files', () => {
    const files = {
      '.github/workflows/a.yml': `on: workflow_call\n${unchanged}`,
      '.github/workflows/b.yml': `# no workflow_call\n${unchanged}`,
      '.github/actions/token/action.yaml': unchanged,
      'action.yml': unchanged
    }
    const { rows } = list({ repositories: [{ name: 'octo-org/hello', files }] })
    expect(Object.fromEntries(rows.map(({ file, kind }) => [file, kind]))).toEqual({
      '.github/workflows/a.yml': 'reusable workflow',
      '.github/workflows/b.yml': 'workflow',
      '.github/actions/token/action.yaml': 'composite action',
      'action.yml': 'composite action'
    })
  })

  testWithScripts('comments are left out, values that could be a key are not shown', () => {
    const inputs = 'private-key: |\n  SECRET\napp-id: SECRET\n=1: x\nowner: a "b", c'
    const text = `# - uses: tibdex/github-app-token@v2\n${step(inputs)}`
    const files = { 'action.yml': text, 'action.yaml': step('=1: x') }
    const { csv } = list({ repositories: [{ name: 'octo-org/hello', files }] })
    expect(csv).not.toMatch(/SECRET|tibdex/)
    expect(csv).toContain(',"private-key; app-id; =1; owner: a ""b"", c",')
    // A spreadsheet would run this cell if it began with "=".
    expect(csv).toContain(",'=1,")
  })
})

describe('what will change', () => {
  const runner = 'needs a runner of version 2.327.1 or newer'
  const nothing = 'nothing is known to change'

  function expectChanges(cases: readonly [string, string, string][]): void {
    const rows = rowsOf(cases.map(([uses, inputs]) => step(inputs, uses)))
    const found = rows.map((row, at) => [
      ...(cases[at]?.slice(0, 2) ?? []),
      row['what will change']
    ])
    expect(found).toEqual(cases)
  }

  testWithScripts('from actions/create-github-app-token', () => {
    const uses = 'actions/create-github-app-token@v3'
    const cases: [string, string][] = [
      ['permission-contents: read', nothing],
      ['permissions-contents: read', 'fails: permissions-contents is not an input'],
      [
        'permission-isues: read',
        'permission-isues is unknown: fails if it is a typing mistake; otherwise GitHub decides'
      ],
      [
        'permisson-contents: read',
        'permisson-contents is not an input: fails if it means a permission; otherwise a warning'
      ],
      ['skip_token_revoke: true', 'rename skip_token_revoke to skip-token-revoke'],
      ['permissions: "contents: read"', 'permissions was ignored, and counts now'],
      ['installation-id: 4242', 'installation-id was ignored, and counts now'],
      ["owner: octo-org\nrepositories: ','", 'fails: repositories names no repository'],
      [
        'owner: octo-org\nrepositories: ${{ inputs.names }}',
        'fails if repositories is a list without a name, such as a single comma'
      ],
      ['repositories: ${{ inputs.names }}', nothing]
    ]
    expectChanges(cases.map(([inputs, change]) => [uses, inputs, change]))
  })

  testWithScripts('from actions/create-github-app-token: every input that it does not have', () => {
    const { inputs } = readManifest(resolve(__dirname, '..'))
    const old =
      /^(?:client-id|app-id|private-key|owner|repositories|enterprise|skip-token-revoke|github-api-url|permission-.+)$/
    const fresh = Object.keys(inputs).filter((name) => !old.test(name))
    expect(fresh.length).toBeGreaterThan(5)
    expectChanges(
      fresh.map((name) => [
        'actions/create-github-app-token@v3',
        `${name}: x`,
        `${name} was ignored, and counts now`
      ])
    )
  })

  testWithScripts('from its versions', () => {
    const cases: [string, string][] = [
      ['v3', nothing],
      ['v2.1.0', runner],
      [`${'a'.repeat(40)} # v3.1.1`, nothing],
      [`${'a'.repeat(40)} # v1.12.0`, runner],
      [`1${'a'.repeat(39)}`, `${runner}, if this version did not already`]
    ]
    expectChanges(
      cases.map(([version, change]) => [
        `actions/create-github-app-token@${version}`,
        'permission-contents: read',
        change
      ])
    )
  })

  testWithScripts('from other actions, and from old names', () => {
    const reach =
      'the token reached every repository of the installation; now it reaches this one, unless owner or repositories is set'
    const revoked = 'the token is now revoked when the job ends, unless skip-token-revoke is true'
    const names = 'rename app_id to app-id; rename private_key to private-key'
    const old = 'app_id: 1\nprivate_key: 2'
    expectChanges([
      ['actions/create-github-app-token@v1', old, `${names}; ${runner}`],
      ['tibdex/github-app-token@v2', old, `${names}; ${reach}; ${runner}`],
      [
        'tibdex/github-app-token@v2',
        'installation_retrieval_mode: organization\nrevoke: false',
        `installation_retrieval_mode: set owner (or installation-id) instead; revoke: remove it; for revoke: false, set skip-token-revoke: true; ${runner}`
      ],
      [
        'peter-murray/workflow-application-token-action@v5',
        'organization: octo-org\nrevoke_token: true',
        'rename organization to owner; revoke_token: remove it: the token is revoked'
      ],
      [
        'peter-murray/workflow-application-token-action@v4',
        'application_id: 1',
        `rename application_id to app-id; ${reach}; ${revoked}; ${runner}`
      ],
      [
        'getsentry/action-github-app-token@v3',
        'scope: octo-org',
        `rename scope to owner; ${revoked}; ${runner}`
      ],
      [
        'octo-sts/action@v1',
        'scope: octo-org/lib\nidentity: release',
        `scope: set owner and repositories instead (for a whole organization, owner alone); rename identity to trust-policy; set token-service: octo-sts.dev; ${runner}`
      ],
      ['octo-sts/action@v1', 'domain: sts.example.com', `rename domain to token-service; ${runner}`]
    ])
  })
})
