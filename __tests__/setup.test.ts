import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { removeFolder } from '../local/runner'
import { readPage, tableUnder } from '../scripts/markdown'
import { parseArguments } from '../setup/arguments'
import { explainSetup, renderExplanation } from '../setup/explain'
import { readBytes, readUses } from '../setup/files'
import { combineNeeds, neededByOptions, neededByWorkflows, type Needs } from '../setup/needs'
import type { Options } from '../setup/options'
import { SetupError, type SetupProblem } from '../setup/problem'
import { interruptionLines, resumeCommand } from '../setup/progress'
import { published } from '../setup/published'
import { appsUrl, registrationUrl, slugOf, suggestedName } from '../setup/registration'
import { stepLines } from '../setup/step'
import {
  importCommands,
  secretCommand,
  storingLines,
  variableCommand,
  wrappingKeyCommand,
  type Store
} from '../setup/storing'
import { TASKS } from '../setup/tasks'
import { forwardCommand, hasBrowser } from '../setup/terminal'
import { usesIn } from '../setup/workflows'
import { KNOWN_PERMISSIONS } from '../src/config/permission-list'
import { isWindows } from './support/system'

const root = resolve(__dirname, '..')
const COMMAND = 'npx github:OWNER/github-app-token'
const setupPage = readPage(readFileSync(join(root, 'docs', 'SETUP.md'), 'utf8'))
const readme = readPage(readFileSync(join(root, 'README.md'), 'utf8'))

function optionsOf(...args: readonly string[]): Options {
  const request = parseArguments(['setup', ...args], COMMAND)
  if (request.kind === 'text') throw new Error(request.text)
  return request.options
}

function problemOf(...args: readonly string[]): SetupProblem {
  try {
    optionsOf(...args)
  } catch (error) {
    if (error instanceof SetupError) return error.problem
    throw error
  }
  throw new Error(`${args.join(' ')} is accepted`)
}

const HELLO = ['--repo', 'octo-org/hello'] as const
const AWS_KEY = 'awskms:///arn:aws:kms:eu-central-1:123456789012:key/1234-ab'

describe('the options', () => {
  const places: [args: readonly string[], expected: Partial<Options>][] = [
    [
      HELLO,
      {
        account: 'octo-org',
        repositories: ['octo-org/hello'],
        storage: { kind: 'repository', repository: 'octo-org/hello' },
        host: { name: 'github.com', webUrl: 'https://github.com', apiUrl: 'https://api.github.com' }
      }
    ],
    [
      [...HELLO, '--env', 'production'],
      { storage: { kind: 'environment', repository: 'octo-org/hello', environment: 'production' } }
    ],
    [
      ['--org', 'octo-org', '--repos', 'hello, octo-org/lib'],
      {
        accountType: 'organization',
        repositories: ['octo-org/hello', 'octo-org/lib'],
        storage: { kind: 'organization', organization: 'octo-org', repositories: ['hello', 'lib'] }
      }
    ],
    [[...HELLO, '--key-file', 'app.pem'], { storage: { kind: 'file', path: 'app.pem' } }],
    [
      [...HELLO, '--kms-key', AWS_KEY, '--wrapping-key', 'w.der'],
      { storage: { kind: 'key-service', key: AWS_KEY, wrappingKey: 'w.der' } }
    ],
    [
      [...HELLO, '--host', 'ghe.example.com'],
      {
        host: {
          name: 'ghe.example.com',
          webUrl: 'https://ghe.example.com',
          apiUrl: 'https://ghe.example.com/api/v3'
        }
      }
    ],
    [
      [...HELLO, '--host', 'acme.ghe.com'],
      {
        host: {
          name: 'acme.ghe.com',
          webUrl: 'https://acme.ghe.com',
          apiUrl: 'https://api.acme.ghe.com'
        }
      }
    ],
    [
      [...HELLO, '--permission', 'contents=write,issues=read', '--permission', 'checks=read'],
      { permissions: ['contents=write', 'issues=read', 'checks=read'] }
    ],
    [
      [...HELLO, '--resume', '--app', 'octo-bot', '--client-id', 'Iv23', '--key-file', 'a.pem'],
      {
        resume: { slug: 'octo-bot', clientId: 'Iv23', keyFile: 'a.pem' },
        storage: { kind: 'repository', repository: 'octo-org/hello' }
      }
    ]
  ]
  test.each(places)('%j', (args, expected) => {
    expect(optionsOf(...args)).toMatchObject(expected)
  })

  const mistakes: [args: readonly string[], kind: SetupProblem['kind']][] = [
    [[], 'option-missing'],
    [['--nope'], 'options-unreadable'],
    [[...HELLO, '--port', '99999'], 'options-unreadable'],
    [[...HELLO, '--secret', 'GITHUB_KEY'], 'options-unreadable'],
    [[...HELLO, '--secret', '1KEY'], 'options-unreadable'],
    [[...HELLO, '--org', 'octo-org', '--repos', 'hello'], 'options-contradict'],
    [[...HELLO, '--kms-key', AWS_KEY, '--key-file', 'a'], 'options-contradict'],
    [['--org', 'octo-org'], 'option-missing'],
    [['--env', 'production'], 'option-missing'],
    [[...HELLO, '--app', 'octo-bot'], 'option-missing'],
    [[...HELLO, '--no-store', '--key-file', 'a.pem'], 'option-missing'],
    [['--repo', 'hello'], 'name-malformed'],
    [['--repo', 'octo-org/hello/x'], 'name-malformed'],
    [['--org', 'octo-org', '--repos', '../x'], 'name-malformed'],
    [[...HELLO, '--name', 'x'.repeat(35)], 'name-malformed'],
    [[...HELLO, '--host', 'http://ghe.example.com'], 'name-malformed'],
    [[...HELLO, '--host', 'http://127.example.com'], 'name-malformed'],
    [[...HELLO, '--host', 'https://user:password@ghe.example.com'], 'name-malformed'],
    [[...HELLO, '--kms-key', 'gcpkms://projects/p'], 'key-service-unknown'],
    [[...HELLO, '--kms-key', AWS_KEY], 'wrapping-key-missing'],
    [[...HELLO, '--env', ''], 'name-malformed'],
    [[...HELLO, '--key-file', ''], 'name-malformed'],
    [['--repo', ''], 'name-malformed']
  ]
  test.each(mistakes)('%j is refused: %s', (args, kind) => {
    expect(problemOf(...args).kind).toBe(kind)
  })

  test.each(['--repoo', '--permision'])('%s is unknown: the hint is in the same line', (option) => {
    const problem = problemOf(option, 'octo-org/hello')
    const [line] = renderExplanation(explainSetup(problem), 'https://example.com')
    expect(line).toMatch(/^Error: unknown option '--\w+' \(Did you mean [^\\\n]+\?\)$/)
  })

  test('without a command, the help names setup', () => {
    expect(parseArguments([], COMMAND)).toEqual({
      kind: 'text',
      text: expect.stringMatching(/^Usage: [^]*\n {2}setup /) as string
    })
  })

  test('--help lists every option, and setup is the only command', () => {
    const help = parseArguments(['setup', '--help'], COMMAND)
    expect(help).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('--dry-run') as string
    })
    const documented = setupPage.spans.join(' ')
    const options = 'text' in help ? [...help.text.matchAll(/^ {2}(--[\w-]+)/gm)] : []
    expect(options.length).toBeGreaterThan(15)
    expect(
      options.map(([, name = '']) => name).filter((name) => !documented.includes(name))
    ).toEqual([])
  })
})

test.each<[uses: number, words: string]>([
  [1, 'One step in a.yml creates an App token, but names no permission.'],
  [2, '2 steps in a.yml create App tokens, but name no permission.']
])('%d steps that name no permission', (uses, words) => {
  const { problem } = explainSetup({ kind: 'workflows-name-none', path: 'a.yml', uses })
  expect(problem).toBe(`${words} So the permissions are not known.`)
})

describe('a permission that cannot be used is named as an option', () => {
  const form = 'write --permission NAME=LEVEL, such as --permission contents=write.'
  const rows: [given: string, what: string, fix: string][] = [
    [
      'isues=write',
      '--permission: isues is not a permission that GitHub knows.',
      'write `issues`.'
    ],
    [
      'contents=wrote',
      '--permission: contents is "wrote", which is not a level.',
      'use read or write.'
    ],
    ['contents', '--permission is "contents", which is not NAME=LEVEL.', form],
    ['1x=write', '--permission: "1x" cannot be the name of a permission.', form]
  ]
  test.each(rows)('%s', (given, what, fix) => {
    expect(unusable(given)).toEqual({ kind: 'permissions-unusable', what, fix })
  })

  test('two levels', () => {
    expect(unusable('contents=read', 'contents=write')).toEqual({
      kind: 'permissions-unusable',
      what: '--permission names two levels of contents.',
      fix: 'keep one of the two.'
    })
  })

  function unusable(...permissions: readonly string[]): SetupProblem | undefined {
    try {
      neededByOptions(permissions)
    } catch (error) {
      if (error instanceof SetupError) return error.problem
    }
    return undefined
  }
})

describe('what the App needs', () => {
  function needs(...steps: readonly string[]): Needs {
    const text = `jobs:\n  one:\n    steps:\n${steps.map((step) => step.replace(/^/gm, '      ')).join('\n')}`
    return neededByWorkflows(usesIn('a.yml', text), 'octo-org')
  }

  const rows: [step: string, permissions: string[], repositories?: string[]][] = [
    [
      '- uses: actions/create-github-app-token@v2\n  with:\n    permission-contents: write',
      ['contents write a.yml:4']
    ],
    [
      '- uses: octo-org/github-app-token@v1\n  with: { permissions: "contents: read, issues: write", repositories: "lib, octo-org/docs" }',
      ['contents read a.yml:4', 'issues write a.yml:4'],
      ['octo-org/lib', 'octo-org/docs']
    ],
    [
      `- uses: tibdex/github-app-token@v2\n  with:\n    permissions: '{"pull_requests": "write"}'`,
      ['pull_requests write a.yml:4']
    ],
    [
      '- uses: peter-murray/workflow-application-token-action@v4\n  with:\n    permissions: "contents:write, issues:read"',
      ['contents write a.yml:4', 'issues read a.yml:4']
    ],
    [
      '- uses: octo-org/github-app-token@v1\n  with:\n    permissions: |\n      checks: write\n    owner: OCTO-ORG\n    repositories: hello',
      ['checks write a.yml:4'],
      ['octo-org/hello']
    ],
    ['- uses: actions/checkout@v7\n  with: { permission-contents: write }', []],
    ['- run: echo "uses: octo-org/github-app-token@v1"', []]
  ]
  test.each(rows)('%s', (step, permissions, repositories = []) => {
    const found = needs(step)
    expect(
      found.permissions.map(({ name, level, from }) => `${name} ${level} ${from.join()}`)
    ).toEqual(permissions)
    expect(found.repositories.map(({ name }) => name)).toEqual(repositories)
    expect(found.remarks).toEqual([])
  })

  const remarks: [with_: string, remark: string][] = [
    ['client-id: 1', 'names no permission'],
    ['permissions: read-all', 'names no permission'],
    ['permission-contents: ${{ inputs.level }}', 'a permission is an expression'],
    ['permissions: contents', 'its permissions cannot be read'],
    ['owner: mona', 'is about mona'],
    ['repositories: mona/blog', 'is about mona']
  ]
  test.each(remarks)('%s leaves something open: %s', (with_, remark) => {
    const found = needs(`- uses: octo-org/github-app-token@v1\n  with:\n    ${with_}`)
    expect(found.remarks.join('\n')).toContain(`a.yml:4: ${remark}`)
  })

  test('of several sources, the higher level counts, and all are named', () => {
    const both = combineNeeds(
      neededByOptions(['contents=read', 'issues=write']),
      needs('- uses: octo-org/github-app-token@v1\n  with: { permission-contents: write }')
    )
    expect(both.permissions).toEqual([
      { name: 'contents', level: 'write', from: ['--permission', 'a.yml:4'] },
      { name: 'issues', level: 'write', from: ['--permission'] }
    ])
  })

  test('a file that is no YAML has no steps', () => {
    expect(usesIn('a.yml', '{{{')).toEqual([])
    expect(usesIn('a.yml', '')).toEqual([])
  })
})

describe('names and addresses at GitHub', () => {
  const { host } = optionsOf(...HELLO)

  test('an App belongs to an organization, or to a person', () => {
    expect(registrationUrl(host, 'octo-org', 'organization')).toBe(
      'https://github.com/organizations/octo-org/settings/apps/new'
    )
    expect(registrationUrl(host, 'mona', 'user')).toBe('https://github.com/settings/apps/new')
    expect(appsUrl(host, 'mona', 'user')).toBe('https://github.com/settings/apps')
  })

  test.each([
    ['octo-org/hello', 'octo-org-hello', 'octo-org-hello'],
    ['Octo-Org/he.llo_x', 'Octo-Org-he-llo_x', 'octo-org-he-llo-x'],
    [
      `octo-org/${'long-'.repeat(20)}`,
      'octo-org-long-long-long-long-long',
      'octo-org-long-long-long-long-long'
    ]
  ])('%s is called %s, and %s in addresses', (repository, name, slug) => {
    expect(suggestedName(repository)).toBe(name)
    expect(slugOf(name)).toBe(slug)
    expect(name.length).toBeLessThanOrEqual(34)
  })
})

describe('where both values go', () => {
  const rows: [args: readonly string[], variable: string, secret: string][] = [
    [
      HELLO,
      'variable set APP_CLIENT_ID --repo github.com/octo-org/hello --body Iv23',
      'secret set APP_PRIVATE_KEY --repo github.com/octo-org/hello'
    ],
    [
      [...HELLO, '--env', 'prod', '--variable', 'bot_id', '--secret', 'BOT_KEY'],
      'variable set BOT_ID --repo github.com/octo-org/hello --env prod --body Iv23',
      'secret set BOT_KEY --repo github.com/octo-org/hello --env prod'
    ],
    [
      ['--org', 'octo-org', '--repos', 'hello,lib'],
      'variable set APP_CLIENT_ID --org octo-org --repos hello,lib --body Iv23',
      'secret set APP_PRIVATE_KEY --org octo-org --repos hello,lib'
    ]
  ]
  test.each(rows)('%j', (args, variable, secret) => {
    const options = optionsOf(...args)
    const store = options.storage as Store
    expect(variableCommand(store, options, 'Iv23').join(' ')).toBe(variable)
    expect(secretCommand(store, options).join(' ')).toBe(secret)
    expect(storingLines(options).join(' ')).toContain(options.secret)
  })

  test.each([
    [
      AWS_KEY,
      'aws kms import-key-material --region eu-central-1',
      'aws kms get-parameters-for-import'
    ],
    [
      'hashivault://ci/app',
      'vault write ci/keys/app/import type=rsa-2048 hash_function=SHA256',
      'vault read -field=public_key ci/wrapping_key'
    ],
    [
      'openbao://app',
      'bao write transit/keys/app/import',
      'bao read -field=public_key transit/wrapping_key'
    ]
  ])('%s', (key, imports, gets) => {
    const options = optionsOf(...HELLO, '--kms-key', key, '--wrapping-key', 'w.pem')
    const storage = { kind: 'key-service', key, wrappingKey: 'w.pem' } as const
    const [first, second] = importCommands(storage, options, 'Iv23')
    expect(first).toContain(imports)
    expect(second).toBe(
      'gh variable set APP_CLIENT_ID --repo github.com/octo-org/hello --body Iv23'
    )
    expect(wrappingKeyCommand(key)).toContain(gets)
  })

  test('the step names what was stored', () => {
    const parts = {
      action: 'octo-org/github-app-token@v1',
      clientId: 'Iv23',
      permissions: { pull_requests: 'write' }
    } as const
    const step = (...args: readonly string[]): string =>
      stepLines({ ...parts, options: optionsOf(...args) }).join('\n')
    expect(step(...HELLO, '--env', 'prod', '--secret', 'KEY'))
      .toBe(`# The job needs this line: environment: prod
- uses: octo-org/github-app-token@v1
  id: app
  with:
    client-id: \${{ vars.APP_CLIENT_ID }}
    private-key: \${{ secrets.KEY }}
    permission-pull-requests: write`)
    const withFile = step(...HELLO, '--key-file', 'a')
    expect(withFile).toContain('client-id: Iv23')
    expect(withFile).toContain('# First store the key in a secret with the name APP_PRIVATE_KEY.\n')
    const withKeyService = step(...HELLO, '--kms-key', AWS_KEY, '--wrapping-key', 'w')
    expect(withKeyService).toContain(`kms-key: ${AWS_KEY}`)
    expect(withKeyService).toContain('# The job needs "id-token: write" under "permissions:".\n')
  })
})

describe('going on later', () => {
  const app = { slug: 'octo-bot', clientId: 'Iv23', settings: 'https://github.com/x' }

  test.each<[readonly string[], boolean, string]>([
    [HELLO, true, '--repo octo-org/hello'],
    [HELLO, false, '--repo octo-org/hello --key-file FILE'],
    [
      [...HELLO, '--env', 'prod', '--secret', 'KEY'],
      true,
      '--repo octo-org/hello --env prod --secret KEY'
    ],
    [['--org', 'octo-org', '--repos', 'hello,lib'], true, '--org octo-org --repos hello,lib'],
    [
      [...HELLO, '--key-file', 'my key.pem'],
      true,
      "--repo octo-org/hello --key-file 'my key.pem' --no-store"
    ],
    [
      [...HELLO, '--kms-key', AWS_KEY, '--wrapping-key', 'w.der'],
      true,
      `--repo octo-org/hello --kms-key ${AWS_KEY} --wrapping-key w.der`
    ],
    [
      [...HELLO, '--host', 'acme.ghe.com', '--permission', 'issues=read'],
      true,
      '--repo octo-org/hello --host acme.ghe.com --permission issues=read'
    ]
  ])('%j (key stored: %s)', (args, hasKey, rest) => {
    const command = resumeCommand(COMMAND, optionsOf(...args), app, hasKey)
    expect(command).toBe(`${COMMAND} setup --resume --app octo-bot --client-id Iv23 ${rest}`)
    if (!command.includes("'")) {
      const words = command.slice(COMMAND.length + ' setup '.length).split(' ')
      expect(optionsOf(...words).resume).toMatchObject({ slug: 'octo-bot', clientId: 'Iv23' })
    }
  })

  test('each stage says what exists', () => {
    const options = optionsOf(...HELLO)
    const said = (...stages: Parameters<typeof interruptionLines>[0][]): string[] =>
      stages.map((stage) => interruptionLines(stage, options, COMMAND)[0] ?? '')
    expect(
      said(
        { stage: 'nothing-created' },
        { stage: 'consent', apps: 'https://github.com/settings/apps' },
        { stage: 'key-in-memory', app },
        { stage: 'key-stored', app },
        { stage: 'proof', app },
        { stage: 'complete' }
      )
    ).toEqual([
      'Stopped. Nothing was created.',
      'Stopped. If GitHub has created the App already, its key was not received.',
      'Stopped. The App octo-bot exists. Its key was not stored, and is gone.',
      'Stopped. The App octo-bot exists, and its key is stored.',
      'Stopped. The setup is complete, but the token of the proof may live for an hour.',
      ''
    ])
  })
})

describe('the browser', () => {
  test.each<[Record<string, string>, NodeJS.Platform, boolean]>([
    [{}, 'darwin', true],
    [{}, 'win32', true],
    [{}, 'linux', false],
    [{ DISPLAY: ':0' }, 'linux', true],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    [{ WSL_DISTRO_NAME: 'Debian' }, 'linux', true],
    [{ DISPLAY: ':10', SSH_CONNECTION: '1.2.3.4 1 5.6.7.8 22' }, 'linux', false],
    [{ SSH_TTY: '/dev/ttys0' }, 'darwin', false]
  ])('%j on %s: %s', (env, platform, expected) => {
    expect(hasBrowser(env, platform)).toBe(expected)
  })

  test('of another computer reaches the page through ssh', () => {
    const env = { USER: 'mona', SSH_CONNECTION: '192.0.2.1 50000 192.0.2.9 22' }
    expect(forwardCommand(4000, env, 'box')).toBe('ssh -N -L 4000:127.0.0.1:4000 mona@192.0.2.9')
    expect(forwardCommand(4000, {}, 'box')).toBe('ssh -N -L 4000:127.0.0.1:4000 box')
  })
})

describe('the name of the publisher', () => {
  test.each([
    ['git+ssh://git@github.com/octo-org/github-app-token.git#c0ffee', 'octo-org'],
    ['https://codeload.github.com/octo-org/github-app-token.git', 'octo-org'],
    ['file:../x.tgz', 'OWNER']
  ])('%s', (resolved, owner) => {
    const folder = mkdtempSync(join(tmpdir(), 'published-'))
    const own = join(folder, 'github-app-token')
    mkdirSync(own)
    writeFileSync(join(own, 'package.json'), '{"version": "2.3.4"}')
    const packages = { 'node_modules/github-app-token': { resolved } }
    writeFileSync(join(folder, '.package-lock.json'), JSON.stringify({ packages }))
    expect(published(own)).toEqual({
      action: `${owner}/github-app-token@v2`,
      command: `npx github:${owner}/github-app-token`,
      help: `https://github.com/${owner}/github-app-token/blob/v2/docs/SETUP.md`
    })
    removeFolder(folder)
  })
})

describe('explanations', () => {
  const source = readFileSync(join(root, 'setup', 'problem.ts'), 'utf8')
  const kinds = [...source.matchAll(/kind: '([\w-]+)'/g)].map(([, kind = '']) => kind)

  test('docs/SETUP.md has a section for each', () => {
    expect(kinds.length).toBeGreaterThan(30)
    expect(kinds.filter((kind) => !setupPage.ids.includes(kind))).toEqual([])
    const others = setupPage.ids.filter((id) => !kinds.includes(id))
    expect(others).toEqual([])
  })

  test('say what happened, what to do, and where to read more', () => {
    const lines = renderExplanation(explainSetup({ kind: 'gh-missing' }), 'https://x/SETUP.md')
    expect(lines.map((line) => line.split(':')[0])).toEqual(['Error', 'Fix', 'Help'])
    expect(lines[2]).toBe('Help: https://x/SETUP.md#gh-missing')
  })
})

describe('the tasks of the README', () => {
  const rows = tableUnder(readme, '## Which permissions')

  /** Permissions as a cell names them. */
  function namedIn(cell: string): string[] {
    return [...cell.matchAll(/`([\w-]+): (\w+)`/g)].map(([, name, level]) => `${name}=${level}`)
  }

  test('are those that setup offers', () => {
    const shown = new Set(
      rows.flatMap(([, cell = '']) => cell.split(' / ').map((one) => namedIn(one).join()))
    )
    const offered = new Set(TASKS.map(({ permissions }) => permissions.join()))
    expect(offered).toEqual(shown)
  })

  test('link to forms that ask for these permissions', () => {
    const definitions = new Map(
      readFileSync(join(root, 'README.md'), 'utf8')
        .split('\n')
        .flatMap((line) => {
          const [, name, url] = /^\[([\w-]+)\]: (https:\S+)$/.exec(line) ?? []
          return name === undefined || url === undefined ? [] : [[name, url] as const]
        })
    )
    for (const [task = '', cell = ''] of rows) {
      for (const part of cell.split(' / ')) {
        const name = /\]\[([\w-]+)\]/.exec(part)?.[1] ?? ''
        const { origin, pathname, searchParams } = new URL(definitions.get(name) ?? 'https://x')
        expect({ task, page: origin + pathname }).toMatchObject({
          page: 'https://github.com/settings/apps/new'
        })
        const {
          url,
          public: isPublic,
          webhook_active,
          ...permissions
        } = Object.fromEntries(searchParams)
        expect({ url, isPublic, webhook_active }).toEqual({
          url: 'https://github.com/OWNER/github-app-token',
          isPublic: 'false',
          webhook_active: 'false'
        })
        const asked = Object.entries(permissions).map(
          ([key, level]) => `${key.replaceAll('_', '-')}=${level}`
        )
        expect(asked.toSorted()).toEqual(namedIn(part).toSorted())
        for (const key of Object.keys(permissions)) expect(KNOWN_PERMISSIONS.has(key)).toBe(true)
      }
    }
  })
})

describe('a file that never ends', () => {
  const testOnUnix = isWindows ? test.skip : test

  testOnUnix.each([
    ['workflows-unreadable', readUses],
    ['file-unreadable', readBytes]
  ])('is not read: %s', (kind, read) => {
    const error = errorOf(() => read('/dev/zero'))
    expect(error).toBeInstanceOf(SetupError)
    expect((error as SetupError).problem).toEqual({ kind, path: '/dev/zero', code: 'not a file' })
  })
})

function errorOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
