import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { parse } from 'yaml'
import { ACTION } from '../scripts/workflows/documents'
import { pinComplaint, writtenUses } from '../scripts/workflows/pins'
import { unwritable } from '../src/git/git-file'
import { helpPage } from '../src/action/help'
import { parseApiUrl } from '../src/config/api-url'
import { parseAppId } from '../src/config/app-id'
import type { AppKey } from '../src/config/app-key'
import { readAppJwt, type AppJwt } from '../src/config/app-jwt'
import { parseConfig, type Config } from '../src/config/config'
import type { AppCredential, GivenCredential } from '../src/config/credential'
import { invalid, type Parsed } from '../src/parsed'
import { KNOWN_PERMISSIONS } from '../src/config/permission-list'
import { parsePermissions, parseRequestedPermissions } from '../src/config/parse-permissions'
import type { Permissions } from '../src/config/permissions'
import { readPrivateKey } from '../src/config/private-key/read'
import { parseBoolean, parseGit } from '../src/config/switches'
import { parseProxy } from '../src/http/proxy-address'
import { parseTargets, type RepositoriesTarget, type Target } from '../src/config/targets'
import type { AppKeyInput } from '../src/problems/credential-problem'
import type { RenewalProblem } from '../src/problems/renewal-problem'
import { explain, explainProblems } from '../src/explain/explain'
import type { Evidence, RepositoryEvidence } from '../src/explain/context'
import { explainOtherInputs } from '../src/explain/other-inputs'
import { PERMISSION_TITLES } from '../src/explain/permission-titles'
import { includeFiles } from '../src/git/include'
import { gitProblem, type GitAnswer } from '../src/git/version'
import type { Attempt } from '../src/http/attempt'
import { RefusedError } from '../src/http/errors'
import type { Installation } from '../src/github/api'
import { readReply } from '../src/http/reply'
import { planRequests } from '../src/tokens/plan'
import { makeJwt } from './support/app-jwt'
import { givenKey, noCredential, onlyClientId } from './support/inputs'
import { awsExamples } from './support/key-service-examples/aws'
import { azureExamples } from './support/key-service-examples/azure'
import { commonExamples, vaultKey } from './support/key-service-examples/common'
import { googleExamples } from './support/key-service-examples/google'
import { vaultExamples } from './support/key-service-examples/vault'
import { messageLines } from './support/messages'
import { tokenServiceExamples } from './support/token-service-examples'
import { EXPLANATION_CODES } from './support/explanation-codes'
import { certificateBytes, makeRsaKey, openSshBytes, pem } from './support/keys'
import {
  blocksUnder,
  matches,
  npmCommands,
  outputReferences,
  readPage,
  readYaml,
  stepsIn,
  tableUnder,
  type CodeBlock,
  type ExampleStep,
  type Page
} from '../scripts/markdown'

const root = resolve(__dirname, '..')
/** The organization that the examples play in: a workflow of its own needs no pin. */
const EXAMPLE_OWNER = 'octo-org/'

interface Manifest {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string }>
  >
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

const manifest = parse(read('action.yml')) as Manifest
const { scripts } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
}
const files = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)
].filter((name) => name.endsWith('.md'))
const pages = new Map<string, Page>(files.map((file) => [file, readPage(read(file))]))
const readme = page('README.md')
const troubleshooting = page('docs/TROUBLESHOOTING.md')

/** Every YAML block, by where it stands. */
const examples = [...pages].flatMap(([file, { blocks }]) =>
  blocks
    .filter(({ language }) => /^ya?ml$/i.test(language))
    .map((block): [string, CodeBlock] => [`${file}:${block.line}`, block])
)

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function page(file: string): Page {
  const found = pages.get(file)
  if (found === undefined) throw new Error(`there is no ${file}`)
  return found
}

function stepsOf(block: CodeBlock): ExampleStep[] {
  return stepsIn(readYaml(block.text).value)
}

/** A step of this action; `with:` alone is one that was cut down to its inputs. */
function isOurs({ uses, id, with: inputs }: ExampleStep): boolean {
  return uses === ACTION || (uses === undefined && id === undefined && 'client-id' in inputs)
}

describe('the pages for users and action.yml', () => {
  const named = [
    'README.md',
    'RECIPES',
    'MIGRATING',
    'ENTERPRISE',
    'GIT',
    'KEYS',
    'LONG-JOBS',
    'TOKEN-SERVICE'
  ]
    .map((name) => (pages.has(name) ? name : `docs/${name}.md`))
    .flatMap((file) => page(file).spans)
    .map((span) => span.replace(/: .*$/, ''))
  const inputs = [
    ...new Set(
      Object.keys(manifest.inputs).map((name) => name.replace(/^permission-.+$/, 'permission-*'))
    )
  ]

  /** The names in the first column of a table of the README. */
  function rowsUnder(heading: string): { readonly name: string; readonly cells: string[] }[] {
    return tableUnder(readme, heading).map(([name = '', ...cells]) => ({
      name: name.replaceAll('`', ''),
      cells
    }))
  }

  test('every input is named, and the table of the README names no others', () => {
    expect(inputs.filter((name) => !named.includes(name))).toEqual([])
    const shown = rowsUnder('## Inputs').map(({ name }) => name)
    expect(shown.filter((name) => !inputs.includes(name))).toEqual([])
    expect(shown.length).toBeGreaterThan(5)
  })

  test('the table of inputs gives each its default and a meaning', () => {
    for (const { name, cells } of rowsUnder('## Inputs')) {
      const [preset, meaning] = cells
      const declared = manifest.inputs[name]?.default
      expect({ name, preset }).toEqual({ name, preset: expect.stringMatching(/\S/) as string })
      if (declared !== undefined)
        expect({ name, preset }).toEqual({ name, preset: `\`${declared}\`` })
      expect({ name, meaning }).toEqual({ name, meaning: expect.stringMatching(/\w/) as string })
    }
  })

  test('every output is named, and the table of the README names no others', () => {
    const outputs = Object.keys(manifest.outputs)
    expect(outputs.filter((name) => !named.includes(name))).toEqual([])
    const rows = rowsUnder('## Outputs')
    expect(rows.map(({ name }) => name).filter((name) => !outputs.includes(name))).toEqual([])
    expect(rows.length).toBeGreaterThan(5)
    for (const { cells } of rows) expect(cells[0]).toMatch(/\w/)
  })

  test('every input and output is described in action.yml', () => {
    for (const part of [...Object.values(manifest.inputs), ...Object.values(manifest.outputs)]) {
      expect(part.description).toMatch(/\.$/)
    }
  })
})

describe('the examples', () => {
  test('there are some, of this action', () => {
    expect(examples.flatMap(([, block]) => stepsOf(block)).filter(isOurs).length).toBeGreaterThan(
      10
    )
  })

  test.each(examples)('%s is YAML', (_, { text }) => {
    const { value, complaints } = readYaml(text)
    expect(complaints).toEqual([])
    expect(typeof value).toBe('object')
  })

  test.each(examples)('%s sets only inputs that there are', (_, block) => {
    const inputs = stepsOf(block)
      .filter(isOurs)
      .map((step) => Object.keys(step.with))
    for (const names of inputs) {
      expect(names.filter((name) => !(name in manifest.inputs))).toEqual([])
    }
  })

  test.each(examples)('%s asks for permissions by name, known ones', (_, block) => {
    for (const { with: inputs } of stepsOf(block).filter(isOurs)) {
      // The trust policy of a token service decides.
      if ('token-service' in inputs) continue
      const names = Object.keys(inputs).filter((name) => /^permissions?(-|$)/.test(name))
      expect(names).not.toEqual([])
      for (const name of matches(textOf(inputs['permissions']), /^([a-z-]+):/gm)) {
        expect(Object.keys(manifest.inputs)).toContain(`permission-${name}`)
      }
    }
  })

  test.each(examples)('%s takes third parties from pinned commits', (_, block) => {
    const written = writtenUses(block.text)
    const used = stepsOf(block).flatMap(({ uses }) => uses ?? [])
    expect(written.map(({ uses }) => uses).sort()).toEqual(used.sort())
    const foreign = written.filter(({ uses }) => uses !== ACTION && !uses.startsWith(EXAMPLE_OWNER))
    expect(foreign.flatMap((one) => pinComplaint(one) ?? [])).toEqual([])
  })

  test.each(examples)('%s reads outputs that there are, of steps that there are', (_, block) => {
    const steps = new Map(stepsOf(block).map((step) => [step.id, step]))
    for (const { id, output } of outputReferences(block.text)) {
      const step = steps.get(id)
      expect({ id, isThere: step !== undefined }).toEqual({ id, isThere: true })
      if (step !== undefined && isOurs(step)) {
        expect(Object.keys(manifest.outputs)).toContain(output)
      }
    }
  })

  test.each(files)('%s reads outputs that there are, in its sentences too', (file) => {
    const references = outputReferences(page(file).prose.join('\n'))
    const names = references.map(({ output }) => output)
    expect(names.filter((name) => !(name in manifest.outputs))).toEqual([])
  })

  function textOf(value: unknown): string {
    return typeof value === 'string' ? value : ''
  }
})

describe('what GitHub shows in a box', () => {
  test.each(files)('%s: the kind of a box is a line of its own', (file) => {
    const { prose } = page(file)
    const kinds = prose.flatMap((line, at) => (line.includes('[!') ? [{ line, at }] : []))
    const broken = kinds.filter(
      ({ line, at }) =>
        !/^> \[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$/.test(line) ||
        !(prose[at + 1] ?? '').startsWith('>')
    )
    expect(broken).toEqual([])
  })

  test('a box warns where people decide what a token is for', () => {
    expect(boxesUnder('README.md', '## Which repositories')).toContain(
      'An input with an empty value'
    )
    expect(boxesUnder('docs/MIGRATING.md', '# Move from another action')).toContain('`permissions`')
  })

  /** The text of the boxes between a heading and the next one. */
  function boxesUnder(file: string, heading: string): string {
    const { prose } = page(file)
    const section = prose.slice(prose.indexOf(heading) + 1)
    const length = section.findIndex((line) => line.startsWith('#'))
    return section
      .slice(0, length)
      .filter((line) => line.startsWith('>'))
      .join('\n')
  }
})

describe('docs/PERMISSIONS.md', () => {
  const permissions = page('docs/PERMISSIONS.md')

  test('names fifteen tools or more, each with its permissions and a source', () => {
    const rows = tableUnder(permissions, '## By tool')
    expect(rows.length).toBeGreaterThanOrEqual(15)
    for (const row of rows) {
      expect(row).toEqual([
        expect.stringMatching(/\w/),
        expect.stringMatching(/`[a-z-]+: (?:read|write)`/),
        expect.stringMatching(/^\[[^\]]+\]\(https:\/\/\S+\)/)
      ])
    }
  })

  test('lists every permission whose title is another than its name', () => {
    const differing = PERMISSION_TITLES.filter(
      ([name, scope, title]) =>
        scope !== 'account' &&
        KNOWN_PERMISSIONS.has(name) &&
        title.toLowerCase().replace(/[ -]/g, '_') !== name
    ).map(
      ([name, scope, title]) =>
        `${scope.charAt(0).toUpperCase()}${scope.slice(1)} > ${title} | \`${name.replaceAll('_', '-')}\``
    )
    const rows = tableUnder(permissions, '## Names that differ').map((row) => row.join(' | '))
    expect(rows.toSorted()).toEqual(differing.toSorted())
  })
})

describe('an empty value', () => {
  test.each(['owner', 'repositories', 'repository-ids', 'permissions'])(
    'counts as not set: the description of %s says so',
    (input) => {
      expect(manifest.inputs[input]?.description).toContain('An empty value counts as not set.')
    }
  )

  test.each(['README.md', 'CHANGELOG.md', 'docs/PERMISSIONS.md'])('%s says so', (file) => {
    expect(page(file).prose.join('\n')).toMatch(/count(?:s)? as not set/)
  })

  test('stands below the first table of the README, where people choose a scope', () => {
    const { prose } = readme
    const line = prose.findIndex((one) => one.startsWith('An empty value'))
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThan(prose.indexOf('## Try it from a terminal'))
  })
})

describe('SECURITY.md', () => {
  test.each(['main', 'post', 'setup'])('names the packages in dist/%s', (step) => {
    const licences = read(`dist/${step}/licenses.txt`).split(/\r?\n/)
    const packages = licences.filter(
      (line, at) =>
        /^(?:@[\w-]+\/)?[a-z][\w.-]*$/.test(line) && /^[A-Z]/.test(licences[at + 1] ?? '')
    )
    expect(packages.length).toBeGreaterThan(2)
    const { spans } = page('SECURITY.md')
    expect(packages.filter((name) => !spans.includes(name))).toEqual([])
  })
})

describe('names in the text', () => {
  test.each(files)('%s names only permissions that there are', (file) => {
    const spans = page(file).spans
    const permissions = [
      ...spans.flatMap((span) =>
        matches(span, /^(?:permission-)?([a-z-]+): (?:read|write|admin)$/g)
      ),
      ...spans.flatMap((span) => matches(span, /^permission-([a-z-]+)$/g))
    ]
    // A permission of jobs, not of Apps.
    const known = new Set([...KNOWN_PERMISSIONS.keys(), 'id_token'])
    const unknown = permissions.filter((name) => !known.has(name.replaceAll('-', '_')))
    expect(unknown).toEqual([])
  })

  test.each(files)('%s names this action in one way', (file) => {
    const names =
      read(file).match(/[\w.-]+\/github-app-token(?:@[\w.-]*\w|\/blob\/[^/\s]+)?/g) ?? []
    const ours = names.filter((name) => name !== 'tibdex/github-app-token')
    const right = ['OWNER/github-app-token', ACTION, ACTION.replace('@', '/blob/')]
    expect(ours.filter((name) => !right.includes(name))).toEqual([])
  })

  test('the code links to the same place', () => {
    expect(helpPage({})).toBe(
      `https://github.com/${ACTION.replace('@', '/blob/')}/docs/TROUBLESHOOTING.md`
    )
  })

  test.each(files)('%s names npm commands that there are', (file) => {
    const { spans, blocks } = page(file)
    const commands = [...spans, ...blocks.map(({ text }) => text)].flatMap(npmCommands)
    const unknown = commands.filter(({ script, name }) =>
      script ? !(name in scripts) : !['ci', 'start', 'test', 'install', 'version'].includes(name)
    )
    expect(unknown).toEqual([])
  })

  test('CONTRIBUTING.md names every script', () => {
    const named = page('CONTRIBUTING.md')
      .spans.flatMap(npmCommands)
      .map(({ name }) => name)
    const unnamed = Object.keys(scripts).filter((name) => !named.includes(name))
    expect(unnamed).toEqual([])
  })
})

describe('docs/TROUBLESHOOTING.md', () => {
  test('has one anchor for each explanation, right before a heading', () => {
    expect([...troubleshooting.ids].sort()).toEqual([...EXPLANATION_CODES].sort())
    expect(troubleshooting.strayIds).toEqual([])
  })

  test('no heading takes the place of an anchor', () => {
    const taken = troubleshooting.slugs.filter((slug) => EXPLANATION_CODES.includes(slug))
    expect(taken).toEqual([])
  })

  test('the table by text leads to every section that quotes GitHub', () => {
    const targets = tableUnder(troubleshooting, '## By the exact text').flatMap((row) =>
      matches(row[1] ?? '', /\(#([^)]+)\)/g)
    )
    const text = troubleshooting.prose.join('\n')
    const sections = text.split(/(?=<a id=")/).slice(1)
    const quoting = sections
      .filter((section) => /^(?:GitHub|Node|OpenSSL)[^\n]*'s (?:own )?words/m.test(section))
      .flatMap((section) => matches(section, /^<a id="([^"]+)">/g))
    expect(quoting.length).toBeGreaterThan(10)
    expect(quoting.filter((id) => !targets.includes(id))).toEqual([])
  })
})

describe('the errors of later steps, in docs/TROUBLESHOOTING.md', () => {
  const resource = 'resource-not-accessible-by-integration'
  const registry = 'a-package-registry-refuses-the-token'

  test.each([
    ['Resource not accessible by integration', resource, 'gh api --include'],
    ['Resource not accessible by integration', resource, 'x-accepted-github-permissions'],
    ['Bad credentials', 'bad-credentials', '../README.md#a-job-is-longer-than-an-hour'],
    [
      'Invalid username or token. Password authentication is not supported for Git operations.',
      'bad-credentials',
      "The token's hour is over."
    ],
    ['GH013: Repository rule violations found', 'a-ruleset-refuses-the-push', 'not signed'],
    ['Commits must have verified signatures.', 'a-ruleset-refuses-the-push', '#signed-commits'],
    ['This credential type is not supported for registry.', registry, '`GITHUB_TOKEN`'],
    ['denied', registry, 'packages: read']
  ])('%s leads to %s, which says %s', (text, slug, help) => {
    const rows = tableUnder(troubleshooting, '## By the exact text')
    const found = rows.filter(([texts = '']) => texts.includes(text))
    expect(found.map(([, section]) => section).join()).toContain(`(#${slug})`)
    const sections = read('docs/TROUBLESHOOTING.md').split(/^(?=##+ )/m)
    const section = sections.find((each) => slugOf(each) === slug) ?? ''
    expect(section).toContain(text)
    expect(section).toContain(help)
  })

  function slugOf(section: string): string {
    const heading = section.split('\n')[0] ?? ''
    return heading.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-')
  }
})

describe('the errors that docs/TROUBLESHOOTING.md shows are those of the code', () => {
  const workplace = { repository: 'octo-org/hello', repositoryOwner: 'octo-org', webHosts: [] }
  const own = { apiUrl: 'https://api.github.com', serverUrl: 'https://github.com' }
  const nothing = {
    owner: '',
    repositories: '',
    repositoryIds: '',
    installationId: '',
    enterprise: ''
  }
  const inputs = { ...onlyClientId, clientId: 'Iv23liAbCdEfGhIjKlMn' }
  const NOW = Date.parse('2026-11-21T13:03:11Z')
  const small = makeRsaKey(1024).pkcs1
  const [one, other] = [makeRsaKey(), makeRsaKey()]

  function problem(parsed: Parsed<unknown>): string[] {
    if (parsed.ok) throw new Error('this is no mistake')
    return messageLines(explainProblems(parsed.problems), true)
  }

  function otherInputs(set: Readonly<Record<string, string>>): string[] {
    const explanation = explainOtherInputs(new Map(Object.entries(set)))
    return explanation === undefined ? [] : messageLines([explanation], true)
  }

  function scope(set: Partial<typeof nothing>): string[] {
    return problem(parseTargets({ ...nothing, ...set }, workplace))
  }

  function wrongInput(set: Partial<typeof inputs>): string[] {
    const event = { name: '', actor: '', repository: '', webUrl: '', payload: undefined }
    const key = givenKey(readPrivateKey(one.pkcs1, 'private-key').result)
    return problem(parseConfig({ ...inputs, ...set }, key, { ...workplace, ...own, event }))
  }

  function renewal(found: RenewalProblem): string[] {
    return messageLines(explainProblems([found]), false)
  }

  /** The post step warns. */
  function warning(found: RenewalProblem): string[] {
    return renewal(found).map((line) => line.replace(/^Error: /, 'Warning: '))
  }

  function notReady(answer: GitAnswer): string[] {
    const found = gitProblem(answer)
    if (found === undefined) throw new Error('this git is fine')
    return messageLines(explainProblems([found]), true)
  }

  function key(text: string): string[] {
    return problem(readPrivateKey(text, 'private-key').result)
  }

  function twice(...inputs: AppKeyInput[]): string[] {
    return messageLines(explainProblems([{ kind: 'key-twice', inputs }]), true)
  }

  function jwtWith(claims: Readonly<Record<string, unknown>> = {}): string {
    return makeJwt({ now: NOW, claims: { iss: inputs.clientId, ...claims } })
  }

  function jwt(text: string): string[] {
    return problem(readAppJwt(text, NOW).result)
  }

  function otherApp(clientId: string): string[] {
    const { result } = readAppJwt(jwtWith(), NOW)
    const givenJwt: GivenCredential = { inputs: ['jwt'], parsed: result }
    const event = { name: '', actor: '', repository: '', webUrl: '', payload: undefined }
    return problem(parseConfig({ ...inputs, clientId }, givenJwt, { ...workplace, ...own, event }))
  }

  function missing(name: string, actor: string, head?: string): string[] {
    const payload = { pull_request: { head: { repo: { full_name: head } } } }
    const event = { name, actor, repository: 'octo-org/hello', webUrl: own.serverUrl, payload }
    return problem(parseConfig(inputs, noCredential, { ...workplace, ...own, event }))
  }

  function missingInFork(): string[] {
    const payload = { repository: { fork: true } }
    const run = { name: 'push', actor: 'mona', repository: 'mona/hello' }
    const event = { ...run, webUrl: own.serverUrl, payload }
    return problem(parseConfig(inputs, noCredential, { ...workplace, ...own, event }))
  }

  const LATER = '2026-11-21T15:03:11Z'

  const mistakes: [string, string[]][] = [
    ['app-id-missing', problem(parseAppId('', '', 'octo-org/hello'))],
    ['app-id-malformed', problem(parseAppId('0123456789'.repeat(4), '', ''))],
    ['app-id-malformed', problem(parseAppId('Iv23 abc', '', ''))],
    ['app-id-malformed', problem(parseAppId('vars.APP_CLIENT_ID', '', ''))],
    ['private-key-empty', missing('pull_request', 'mona', 'mona/hello')],
    ['private-key-empty', missing('pull_request', 'dependabot[bot]')],
    ['private-key-empty', missingInFork()],
    ['private-key-empty', missing('push', 'mona')],
    ['private-key-not-a-key', key('0123456789'.repeat(4))],
    ['private-key-incomplete', key(one.pkcs1.split('\n')[0] ?? '')],
    ['private-key-damaged', key(damagedInLine12(one.pkcs1))],
    ['private-key-wrong-kind', key(pem('OPENSSH PRIVATE KEY', openSshBytes('ssh-ed25519', [])))],
    ['private-key-wrong-kind', key(pem('ENCRYPTED PRIVATE KEY', certificateBytes()))],
    ['private-key-wrong-kind', key(small)],
    ['private-key-several', key(one.pkcs1 + other.pkcs1)],
    ['key-twice', twice('private-key', 'private-key-file')],
    ['key-twice', twice('private-key', 'private-key-file', 'jwt')],
    ['jwt-not-a-jwt', jwt(one.pkcs1)],
    ['jwt-not-a-jwt', jwt(jwtWith({ iss: 'https://token.actions.githubusercontent.com' }))],
    ['jwt-not-a-jwt', jwt(`${'aB3'.repeat(10)}.${'cD4_'.repeat(2)}ef`)],
    ['jwt-not-a-jwt', jwt(`${jwtWith()}==`)],
    ['jwt-wrong-signature', jwt(makeJwt({ header: { alg: 'HS256' } }))],
    ['jwt-wrong-signature', jwt(jwtWith().replace(/(?<=\..*\..{64}).*/, ''))],
    ['jwt-claims', jwt(jwtWith({ iss: undefined }))],
    ['jwt-claims', jwt(jwtWith({ iat: NOW }))],
    ['jwt-claims', jwt(jwtWith({ exp: NOW / 1000 + 540.5 }))],
    ['jwt-times', jwt(jwtWith({ exp: NOW / 1000 }))],
    ['jwt-times', jwt(jwtWith({ exp: NOW / 1000 + 20 }))],
    ['jwt-times', jwt(jwtWith({ exp: NOW / 1000 + 3540 }))],
    ['jwt-times', jwt(jwtWith({ iat: NOW / 1000 + 3600, exp: NOW / 1000 + 4140 }))],
    ['jwt-other-app', otherApp('123456')],
    ['key-in-wrong-input', wrongInput({ owner: jwtWith() })],
    ['owner-malformed', scope({ owner: 'octo-org/hello' })],
    ['owner-malformed', scope({ owner: ',' })],
    ['owner-malformed', scope({ enterprise: 'Octo Enterprise' })],
    ['repository-malformed', scope({ repositories: 'hello world' })],
    ['repository-malformed', scope({ owner: 'octo-org', repositoryIds: 'hello' })],
    ['repository-owner-mismatch', scope({ repositories: 'octo-infra/modules' })],
    [
      'repository-owner-mismatch',
      scope({
        owner: 'octo-org, mona',
        repositories: 'octo-org/hello, mona/blog, octo-infra/modules'
      })
    ],
    [
      'repository-owner-mismatch',
      scope({ owner: 'octo-org', repositories: 'octo-infra/modules', installationId: '4242' })
    ],
    ['installation-malformed', scope({ installationId: 'octo-bot' })],
    ['scope-conflict', scope({ enterprise: 'acme', owner: 'octo-org' })],
    ['scope-conflict', scope({ repositoryIds: '101' })],
    ['scope-conflict', scope({ owner: 'octo-org, mona', repositoryIds: '101' })],
    ['scope-conflict', scope({ owner: 'octo-org, mona', installationId: '4242' })],
    ['scope-conflict', scope({ owner: 'octo-org, mona', repositories: 'octo-org/hello' })],
    [
      'scope-conflict',
      scope({ owner: 'octo-org, mona', repositories: 'octo-org/lib, mona/blog, hello' })
    ],
    ['scope-unknown', scope({ owner: 'octo-org', repositories: ',' })],
    ['scope-unknown', problem(parseTargets(nothing, { ...workplace, repository: '' }))],
    ['scope-too-large', scope({ owner: Array.from({ length: 240 }, (_, at) => `a${at}`).join() })],
    ['key-in-wrong-input', wrongInput({ owner: one.pkcs1 })],
    ['key-in-wrong-input', wrongInput({ repositories: `ghp_${'aB3'.repeat(12)}` })],
    [
      'scope-too-large',
      scope({ repositories: Array.from({ length: 612 }, (_, at) => `a${at}`).join() })
    ],
    [
      'permission-malformed',
      problem(parsePermissions('', new Map([['permission-contents', 'everything']])))
    ],
    ['permission-malformed', problem(parsePermissions('contents', new Map()))],
    ['permission-malformed', problem(parsePermissions('{}', new Map()))],
    [
      'permission-unknown',
      problem(parsePermissions('', new Map([['permissions-contents', 'write']])))
    ],
    [
      'permission-conflict',
      problem(parsePermissions('contents: read', new Map([['permission-contents', 'write']])))
    ],
    [
      'permission-conflict',
      problem(parseRequestedPermissions('read-all', new Map([['permission-issues', 'write']])))
    ],
    ['input-unknown', otherInputs({ app_id: '1', private_key: 'x' })],
    [
      'private-key-file',
      problem(
        invalid({ kind: 'key-file-unusable', path: 'app.pem', mistake: { mistake: 'empty' } })
      )
    ],
    [
      'key-in-wrong-input',
      problem(invalid({ kind: 'secret-in-input', input: 'private-key-file', secret: 'key' }))
    ],
    ['owner-malformed', scope({ owner: '["octo-org", "mona"]' })],
    ['repository-malformed', scope({ repositories: '["hello", "lib"' })],
    ['boolean-malformed', problem(parseBoolean('skip-token-revoke', 'yes'))],
    ['api-url-malformed', problem(parseApiUrl('github.example.com', own))],
    ['git-missing', notReady({ kind: 'failed', reason: 'ENOENT' })],
    ['git-too-old', notReady({ kind: 'said', output: 'git version 2.30.2' })],
    ['git-config-conflict', problem(includeFiles({ GIT_CONFIG_COUNT: '1' }, []))],
    [
      'git-file-unwritable',
      messageLines(
        explain({ error: unwritable('/home/runner/work/_temp', 'ENOSPC', false) }),
        false
      )
    ],
    [
      'scope-conflict',
      problem(parseGit({ gitCredentials: 'true', gitIdentity: '', enterprise: 'acme' }))
    ],
    ['proxy-malformed', problem(parseProxy('HTTPS_PROXY', 'socks5://proxy:1080'))],
    ...commonExamples(),
    ...awsExamples(),
    ...googleExamples(),
    ...azureExamples(),
    ...vaultExamples(),
    ...tokenServiceExamples(),
    ['renew-conflict', renewal({ kind: 'renew-with-kept-token' })],
    ['renew-conflict', renewal({ kind: 'renew-with-jwt' })],
    ['renew-conflict', renewal({ kind: 'renew-with-static-login', service: 'vault' })],
    ['renew-conflict', renewal({ kind: 'renew-with-owners', count: 2 })],
    [
      'renewal-failed',
      warning({
        kind: 'renewal-failed',
        failures: 3,
        last: {
          at: '2026-11-21T14:33:11Z',
          reason: 'GitHub answered 503 four times.',
          fix: 'run the job again later. See https://www.githubstatus.com.'
        },
        gap: { since: LATER, until: '' }
      })
    ],
    ['renewal-stopped', warning({ kind: 'renewal-stopped', found: { is: 'gone' }, until: LATER })],
    ['renewal-token-lost', warning({ kind: 'renewal-token-lost', count: 1, until: LATER })],
    [
      'renewal-record-changed',
      warning({ kind: 'renewal-record-changed', found: { is: 'changed' }, until: LATER })
    ]
  ]

  test.each(mistakes)('%s: %j', (code, lines) => {
    expectShown(code, lines)
  })

  const target: RepositoriesTarget = {
    kind: 'repositories',
    owner: 'octo-org',
    names: ['lib'],
    ids: [],
    reason: 'both-set'
  }
  const installation: Installation = {
    id: 4242,
    appSlug: 'octo-bot',
    owner: 'octo-org',
    permissions: { contents: 'read' },
    repositorySelection: 'selected',
    suspendedAt: '',
    settingsUrl: 'https://github.com/organizations/octo-org/settings/installations/4242',
    movedRepositoryId: undefined
  }
  const app = { slug: 'octo-bot', htmlUrl: 'https://github.com/apps/octo-bot' }

  function refusal(
    status: number,
    words: string,
    settings: {
      readonly id?: string
      readonly apiUrl?: string
      readonly target?: Target
      readonly evidence?: Evidence
      readonly installation?: Installation
      readonly permissions?: Permissions
      readonly jwt?: AppJwt
      readonly key?: AppKey
      readonly url?: string
    } = {}
  ): string[] {
    const reply = readReply(
      settings.url ?? 'https://api.github.com/app',
      {
        status,
        statusText: '',
        headers: { date: 'Sat, 21 Nov 2026 13:03:11 GMT' },
        text: JSON.stringify({ message: words })
      },
      []
    )
    const { jwt } = settings
    const credential: AppCredential =
      jwt === undefined
        ? {
            kind: 'app',
            app: { value: settings.id ?? 'Iv23liAbCdEfGhIjKlMn', input: 'client-id' },
            key: settings.key ?? {
              kind: 'pem',
              pem: '',
              fingerprint: 'SHA256:FFZx8/CLsO1Rx/ebWrU+Dz6IZC5vxzLSVY/xR//TOBU=',
              input: 'private-key'
            }
          }
        : { kind: 'app', app: { value: jwt.issuer, input: 'jwt' }, key: jwt }
    const attempts: readonly Attempt[] = [
      {
        kind: 'answered',
        method: 'POST',
        effect: 'creates-token',
        url: reply.url,
        status,
        message: words,
        requestId: undefined,
        isUsable: false
      }
    ]
    const config: Config = {
      credential,
      targets: [settings.target ?? target],
      requestedPermissions: {
        kind: 'listed',
        permissions: settings.permissions ?? { contents: 'write', pull_requests: 'write' }
      },
      api: {
        url: settings.apiUrl ?? 'https://api.github.com',
        isOwn: true,
        webHosts: [],
        webUrl: own.serverUrl
      },
      keepToken: false,
      renew: false,
      git: { credentials: false, identity: false }
    }
    const [request] = planRequests(config.targets, config.requestedPermissions)
    const { installation, evidence } = settings
    const error = new RefusedError(reply, attempts)
    return messageLines(
      explain({ error, config, credential, request, installation, evidence }),
      false
    )
  }

  /** A JWT that ended a moment ago. */
  const ended: AppJwt = {
    ...{ kind: 'jwt', jwt: '', issuer: inputs.clientId },
    issuedAt: Date.parse('2026-11-21T12:54:00Z') / 1000,
    expires: Date.parse('2026-11-21T13:03:00Z') / 1000
  }

  const outOfReach = (name: string): RepositoryEvidence => ({
    outOfReach: [name],
    renamed: [],
    notLookedUp: 0
  })

  const refusals: [string, string[]][] = [
    ['app-unknown', refusal(404, 'Integration not found', { id: '123456' })],
    ['key-refused', refusal(401, 'A JSON web token could not be decoded')],
    ['key-none-registered', refusal(401, 'Integration must generate a public key')],
    [
      'clock-off',
      refusal(401, "'Expiration time' claim ('exp') is too far in the future", {
        evidence: {
          kind: 'clocks',
          runner: Date.parse('2026-11-22T19:03:11Z'),
          github: Date.parse('2026-11-21T13:03:11Z')
        }
      })
    ],
    ['jwt-refused', refusal(401, 'A JSON web token could not be decoded', { jwt: ended })],
    [
      'jwt-clock',
      refusal(
        401,
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
        {
          jwt: ended,
          url: 'https://api.github.com/app/installations/4242/access_tokens',
          evidence: { kind: 'clocks', runner: NOW, github: NOW }
        }
      )
    ],
    [
      'app-not-installed',
      refusal(404, 'Not Found', {
        target: { kind: 'owner', owner: 'octo-rg' },
        evidence: { kind: 'not-on-owner', app, instead: { is: 'account', name: 'octo-org' } }
      })
    ],
    [
      'app-not-installed',
      refusal(404, 'Not Found', {
        target: { ...target, names: ['hello'], reason: 'nothing-set' },
        evidence: { kind: 'not-on-owner', app, instead: { is: 'not-known' } }
      })
    ],
    [
      'api-not-found',
      refusal(404, 'Not Found', {
        apiUrl: 'https://api.github.com/nope',
        evidence: { kind: 'no-api' }
      })
    ],
    ['app-not-installed', refusal(404, 'Not Found', { installation })],
    [
      'repository-not-selected',
      refusal(404, 'Not Found', {
        evidence: {
          kind: 'app-known',
          app,
          onOwner: installation,
          repositories: outOfReach('octo-org/lib')
        }
      })
    ],
    [
      'repository-unknown',
      refusal(404, 'Not Found', {
        target: { ...target, names: ['lbi'] },
        evidence: {
          kind: 'app-known',
          app,
          onOwner: { ...installation, repositorySelection: 'all' },
          repositories: outOfReach('octo-org/lbi')
        }
      })
    ],
    [
      'repositories-not-accessible',
      refusal(
        422,
        'There is at least one repository that does not exist or is not accessible to the parent installation.',
        {
          installation,
          evidence: { kind: 'repositories', repositories: outOfReach('octo-org/nope') }
        }
      )
    ],
    [
      'permissions-not-granted',
      refusal(422, 'The permissions requested are not granted to this installation.', {
        installation
      })
    ],
    [
      'permission-unknown',
      refusal(422, 'The permissions requested are not granted to this installation.', {
        installation,
        permissions: { dependabot_alerts: 'read' }
      })
    ],
    [
      'permission-malformed',
      refusal(422, 'The permissions requested are not granted to this installation.', {
        installation,
        permissions: { metadata: 'write' }
      })
    ],
    [
      'installation-unknown',
      refusal(404, 'Not Found', {
        target: { kind: 'installation', id: 9999, owner: '', names: [], ids: [] },
        evidence: { kind: 'app-known', app }
      })
    ],
    [
      'installation-suspended',
      refusal(403, 'This installation has been suspended', {
        target: { ...target, owner: 'sleepy-org' },
        installation: {
          ...installation,
          settingsUrl: 'https://github.com/organizations/sleepy-org/settings/installations/4245'
        }
      })
    ],
    [
      'kms-key-not-of-app',
      refusal(401, 'A JSON web token could not be decoded', {
        key: vaultKey,
        evidence: {
          kind: 'service-key',
          key: { version: '2', fingerprint: undefined, otherAlgorithm: undefined }
        }
      })
    ],
    ['github-refused', refusal(422, 'Validation Failed')]
  ]

  test.each(refusals)('%s: %j', (code, lines) => {
    expectShown(code, lines)
  })

  test('the error that the README shows is in one of those sections', () => {
    const shown = readme.blocks.map(({ text }) => text).filter((text) => text.startsWith('Error: '))
    const compared = troubleshooting.blocks.map(({ text }) => text)
    expect(shown).toHaveLength(1)
    expect(shown.filter((text) => !compared.includes(text))).toEqual([])
  })

  /** A block in the section of that code is the message up to the fix, or with it. */
  function expectShown(code: string, lines: readonly string[]): void {
    const fix = lines.findIndex((line) => line.startsWith('Fix: '))
    const withoutFix = lines.slice(0, fix).join('\n')
    expect(EXPLANATION_CODES).toContain(code)
    const shown = blocksUnder(troubleshooting, code).map(({ text }) => text)
    const matching = shown.filter((text) => [withoutFix, lines.join('\n')].includes(text))
    expect({ withoutFix, isShown: matching.length > 0 }).toEqual({ withoutFix, isShown: true })
  }

  function damagedInLine12(text: string): string {
    const lines = text.split('\n')
    return [...lines.slice(0, 11), `#${lines[11] ?? ''}`, ...lines.slice(12)].join('\n')
  }
})

describe('links', () => {
  test.each(files)('%s: every relative link leads somewhere', (file) => {
    expect(page(file).links.flatMap((link) => broken(file, link))).toEqual([])
  })

  test.each(files)('%s: every link to this repository leads somewhere', (file) => {
    const base = `https://github.com/${ACTION.replace('@', '/blob/')}/`
    const urls = read(file).match(/(?<!url=)https:\/\/github\.com\/OWNER\/[^\s)`"']+/g) ?? []
    for (const url of urls) {
      expect(url.startsWith(base)).toBe(true)
      expect(broken('README.md', url.slice(base.length))).toEqual([])
    }
  })

  function broken(file: string, link: string): string[] {
    if (/^[a-z]+:/.test(link)) return []
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? file : posix.join(posix.dirname(file), path)
    if (!existsSync(join(root, target))) return [link]
    if (anchor === undefined) return []
    const found = pages.get(target)
    return found !== undefined && [...found.slugs, ...found.ids].includes(anchor) ? [] : [link]
  }
})
