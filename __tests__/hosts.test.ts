/** docs/ENTERPRISE.md names every host that a step contacts, for the firewalls of runners. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPage, tableUnder } from '../scripts/markdown'
import { withKeyService } from './support/key-service'
import { scenario, type ScenarioOptions } from './support/scenario'
import { withTokenService } from './support/token-service'

const page = readPage(readFileSync(join(__dirname, '..', 'docs', 'ENTERPRISE.md'), 'utf8'))

/** The hosts that the table has for a mode, in words. */
function documented(mode: string): readonly string[] {
  const row = tableUnder(page, '## Hosts to allow').find(([name = '']) => name.includes(mode))
  if (row === undefined) throw new Error(`docs/ENTERPRISE.md has no row for ${mode}`)
  return String(row[1]).split(', ')
}

/** Which servers there are in a scenario, by the words of the table. */
type Servers = Readonly<Record<string, string>>

/** Where the processes of a scenario connect, by the words of the table. Others stay addresses. */
async function contacted(servers: Servers, options: ScenarioOptions): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'connections-'))
  const file = join(folder, 'connections')
  writeFileSync(file, '')
  try {
    const preload = join(__dirname, 'support', 'preload', 'record-connections.cjs')
    const run = await scenario({
      ...options,
      nodeArguments: ['--require', preload],
      env: { ...options.env, RECORD_CONNECTIONS: file }
    })
    expect(run.main.exitCode).toBe(0)
    const all: Servers = { 'the API': run.github.url, ...servers }
    const names = new Map(Object.entries(all).map(([name, url]) => [new URL(url).host, name]))
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    return [...new Set(lines.map((host) => names.get(host) ?? host))].toSorted()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A mode contacts what its row says, and what each step contacts. */
function hostsOf(mode: string): readonly string[] {
  return [...new Set([...documented('each step'), ...documented(mode)])].toSorted()
}

describe('the hosts that a step contacts are those of docs/ENTERPRISE.md', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['a key', {}],
    ['several owners', { owner: 'octo-org, mona' }],
    ['git', { 'git-identity': 'true', 'git-credentials': 'true', owner: 'octo-org' }]
  ])('with %s', async (_, inputs) => {
    expect(await contacted({}, { with: inputs })).toEqual(documented('each step'))
  })

  test('with the fallback token', async () => {
    const inputs = {
      'client-id': '',
      'private-key': '',
      'fallback-token': 'ghs_TheTokenOfTheJobItselfWhichTheRunnerMade'
    }
    expect(documented('fallback-token')).toEqual(['none', 'if it is used'])
    expect(await contacted({}, { with: inputs })).toEqual([])
  })

  test('with a key in Vault', async () => {
    const found = await withKeyService('vault', {}, ({ service, oidc, options }) =>
      contacted({ 'the OIDC host': oidc.url, 'the host of vault-address': service.url }, options)
    )
    expect(found).toEqual(hostsOf('hashivault:').map(bare).toSorted())
  })

  test('with a token service', async () => {
    const found = await withTokenService({}, ({ service, oidc, options }) =>
      contacted({ 'the OIDC host': oidc.url, 'the host of token-service': service.url }, options)
    )
    expect(found).toEqual(hostsOf('token-service').map(bare).toSorted())
  })
})

function bare(text: string): string {
  return text.replaceAll('`', '')
}
