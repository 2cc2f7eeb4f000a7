import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readManifest } from '../local/runner'
import {
  completeRecords,
  type PermissionRecord,
  type PermissionTitle
} from '../scripts/permission-records'
import { renderInputs, renderList, renderTitles, replaceInputs } from '../scripts/permission-text'
import { readInputs } from '../src/action/inputs'
import { KEY_SERVICE_INPUTS } from '../src/config/key-service/facts'
import { KNOWN_PERMISSIONS, RETIRED_PERMISSIONS } from '../src/config/permission-list'
import { scenario } from './support/scenario'

const root = resolve(__dirname, '..')
const manifest = readManifest(root)
const records = JSON.parse(read('scripts/permissions.json')) as PermissionRecord[]
const titles = JSON.parse(read('scripts/permission-titles.json')) as PermissionTitle[]

/** A checkout may have the line ends of Windows. */
function read(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\r\n/g, '\n')
}

/** The inputs of action.yml that are written by hand. */
const ownInputs = Object.keys(manifest.inputs).filter((name) => !name.startsWith('permission-'))

describe('what is generated from the list of permissions', () => {
  test('the inputs of action.yml', () => {
    const text = read('action.yml')
    expect(replaceInputs(text, renderInputs(records, titles))).toBe(text)
  })

  test("the code's own list", () => {
    expect(renderList(records)).toBe(read('src/config/permission-list.ts'))
  })

  test('the titles that explanations use', () => {
    expect(renderTitles(titles)).toBe(read('src/explain/permission-titles.ts'))
  })

  test('the records themselves, from those that the API describes', () => {
    const described = records.filter(({ retired }) => !retired)
    expect(completeRecords(described, titles, records)).toEqual(records)
  })

  test('every title of a repository, an organization or an enterprise has an input', () => {
    const missing = titles.filter(({ name }) => !records.some((record) => record.name === name))
    expect(new Set(missing.map(({ scope }) => scope))).toEqual(new Set(['account']))
  })

  test('what GitHub has removed keeps its input, and what only the titles have is added', () => {
    const title = { name: 'new', scope: 'organization', title: 'New', levels: ['write'] } as const
    const old = { name: 'old', levels: ['read'], description: 'Old.', retired: false }
    expect(
      completeRecords([], [title, { ...title, name: 'emails', scope: 'account' }], [old])
    ).toEqual([
      { name: 'new', levels: ['write'], description: '', retired: false },
      { ...old, retired: true }
    ])
    const removed = { ...title, name: 'old' }
    expect(completeRecords([], [removed], [{ ...old, retired: true }])).toEqual([
      { ...old, retired: true }
    ])
  })

  test.each([
    [
      'actions-variables',
      /^Permission for the GitHub Actions variables of a repository\. .*Variables\./
    ],
    ['organization-personal-access-tokens', / that have been approved by an organization\./],
    ['organization-personal-access-token-requests', / requests to an organization\./],
    ['interaction-limits', / of a user\. .*Account permissions > Interaction limits\./],
    ['organization-hooks', / webhooks of an organization\./],
    ['vulnerability-alerts', / Repository permissions > Dependabot alerts\. /],
    ['metadata', / Level: read\.$/],
    ['gpg-keys', / The token of an installation cannot have it\.$/]
  ])('the description of permission-%s', (name, words) => {
    expect(manifest.inputs[`permission-${name}`]?.description).toMatch(words)
  })

  test('every permission is an input, and an input of the action that this one replaces', () => {
    const names = [...KNOWN_PERMISSIONS.keys(), ...RETIRED_PERMISSIONS]
    const inputs = names.map((name) => `permission-${name.replace(/_/g, '-')}`)
    expect(Object.keys(manifest.inputs)).toEqual(expect.arrayContaining(inputs))
    // All that actions/create-github-app-token has taken, those that GitHub has dropped among them.
    expect(inputs).toEqual(
      expect.arrayContaining([
        'permission-actions',
        'permission-contents',
        'permission-team-discussions',
        'permission-workflows'
      ])
    )
  })

  test('no permission is listed twice, and none without a level', () => {
    expect(new Set(records.map(({ name }) => name)).size).toBe(records.length)
    expect(records.filter(({ levels }) => levels.length === 0)).toEqual([])
    expect(records.filter(({ name }) => !/^[a-z][a-z_]*$/.test(name))).toEqual([])
  })
})

describe('inputs', () => {
  test('action.yml declares those that the action reads, and no others', () => {
    const source = readdirSync(join(root, 'src/action')).map((file) => read(`src/action/${file}`))
    const literal = source.flatMap((text) => [
      ...text.matchAll(/(?:readInput|readList|takeSecret)\(env, '([a-z-]+)'\)/g)
    ])
    const names = [...literal.map((match) => match[1] ?? ''), ...KEY_SERVICE_INPUTS]
    expect(new Set(names)).toEqual(new Set(ownInputs))
  })

  test('all but the keys reach the config by the names that the runner gives them', () => {
    const asked = new Set<string>()
    const env = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => {
          asked.add(String(name))
          return undefined
        }
      }
    )
    readInputs(env)
    const keys = ['private-key', 'private-key-file', 'jwt']
    expect([...asked].sort()).toEqual(
      ownInputs
        .filter((name) => !keys.includes(name))
        .map((name) => `INPUT_${name.toUpperCase()}`)
        .sort()
    )
  })

  test('none has a default, since the runner prints every input that is not empty', () => {
    const defaults = Object.entries(manifest.inputs).filter(
      ([, declaration]) => declaration.default !== undefined
    )
    expect(defaults).toEqual([])
  })

  test('none is required or deprecated', () => {
    expect(read('action.yml')).not.toMatch(/required: true|deprecationMessage/)
  })
})

test('action.yml declares the outputs that the action sets, and no others', async () => {
  const created = await scenario({ with: { 'git-identity': 'true' } })
  const fallback = await scenario({
    with: {
      renew: 'true',
      'private-key': '',
      'fallback-token': 'ghs_fallback0123456789012345678901234567'
    },
    actor: 'dependabot[bot]'
  })
  expect(fallback.main.outputs['token-source']).toBe('fallback')
  const set = new Set([created, fallback].flatMap(({ main }) => Object.keys(main.outputs)))
  expect([...set].sort()).toEqual([...manifest.outputs].sort())
})

describe('how it runs', () => {
  test('on Node 24', () => {
    expect(manifest.using).toBe('node24')
  })

  test('from files that exist', () => {
    expect(
      [manifest.main, manifest.post].map((file) => existsSync(join(root, file ?? '')))
    ).toEqual([true, true])
  })
})
