import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { accountName } from '../../local/github/github-data'
import { EXPLANATION_CODES } from './explanation-codes'
import { TITLE } from './titles'
import { appPublicKey, errorOf, scenario, type Scenario, type ScenarioOptions } from './scenario'

export const LOOKUP = 'GET /repos/{owner}/{repo}/installation'
export const ACCOUNT = 'GET /users/{username}/installation'
export const CREATION = 'POST /app/installations/{installation_id}/access_tokens'

/** The App's key as its settings show it. */
export const fingerprint = fingerprintOf(appPublicKey)

/** The fingerprint of a key as the App's settings show it. */
export function fingerprintOf(key: KeyObject): string {
  const publicKey = key.type === 'public' ? key : createPublicKey(key)
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return `SHA256:${createHash('sha256').update(der).digest('base64')}`
}

const PAGE = 'https://github.com/OWNER/github-app-token/blob/v1/docs/TROUBLESHOOTING.md'

/** A failed main step, as a person reads it. */
export interface Explained {
  readonly title: string
  /** The message without the links to the help. */
  readonly lines: readonly string[]
  /** The anchor of the link; the first, if each of several entries has its own. */
  readonly code: string
  readonly codes: readonly string[]
  /** What is folded away before the error; the API's address is written `API`. */
  readonly details: readonly string[]
  readonly run: Scenario
}

/** Runs a scenario whose main step fails, and checks what holds for every explanation. */
export async function explained(options: ScenarioOptions): Promise<Explained> {
  const run = await scenario(options)
  const { title, message } = errorOf(run)
  const { lines, helps } = withoutHelp(message)
  const codes = helps.map((help) => help.split('#')[1] ?? '')
  if (options.actionRepository === undefined) {
    expect(helps).toEqual(codes.map((code) => `${PAGE}#${code}`))
  }
  expect(EXPLANATION_CODES).toEqual(expect.arrayContaining(codes))
  const [code = ''] = codes
  expect(code).not.toBe('')
  expect(title).not.toMatch(/[\n.]$/)
  expectNoNames(title, run, options)
  expect(lines.some((line) => line.startsWith('Fix: ') || line.startsWith('   Fix: '))).toBe(true)
  expect(run.main.stderr).toBe('')
  expect(run.main.log + title).not.toContain('-----BEGIN')
  expect(run.main.log).not.toContain('***')
  expect(run.main.outputs).toEqual({})
  expectNoStrangers(run, options)
  return { title, lines, code, codes, details: detailsOf(run), run }
}

/** A message without the links to the help: one at its end, or one for each of several entries. */
export function withoutHelp(message: string): { lines: string[]; helps: string[] } {
  const all = message.split('\n')
  const isHelp = (line: string): boolean => /^(?: {3})?Help: /.test(line)
  return {
    lines: all.filter((line) => !isHelp(line)),
    helps: all.filter(isHelp).map((line) => line.replace(/^ *Help: /, ''))
  }
}

/** The runner does not mask titles: none holds a value of an input, or a name or id at GitHub. */
function expectNoNames(title: string, { github }: Scenario, options: ScenarioOptions): void {
  expect(title).toMatch(TITLE)
  const { app, accounts, repositories } = github.data
  const names = [
    ...Object.values(options.with ?? {}).map((value) => value.trim()),
    ...[app.slug, app.clientId, ...accounts.map(accountName)],
    ...app.installations.map(({ id }) => String(id)),
    ...repositories.flatMap(({ owner, name }) => [name, `${owner}/${name}`])
  ]
  const words = new Set(title.split(/[\s,:]+/))
  const isShown = (name: string): boolean =>
    words.has(name) || (/\s/.test(name) && title.includes(name))
  expect(names.filter((name) => name !== '' && !WORDS.has(name) && isShown(name))).toEqual([])
}

/** Values of inputs that are words of ordinary sentences as well. */
const WORDS: ReadonlySet<string> = new Set(['read', 'write', 'read-all', 'true', 'a'])

/** Accounts that the workflow does not name are not listed; one that was nearly named may be shown. */
function expectNoStrangers({ main, github }: Scenario, options: ScenarioOptions): void {
  const named = JSON.stringify([
    options.with,
    options.event,
    options.repository ?? 'octo-org/hello'
  ])
  const strangers = github.data.accounts
    .map(accountName)
    .filter((name) => !named.includes(name) && main.log.includes(name))
  const isAsked = main.log.includes(`Did you mean ${strangers[0] ?? ''}?`)
  expect(strangers).toHaveLength(isAsked ? 1 : 0)
}

function detailsOf({ main, github }: Scenario): string[] {
  const lines = main.log.split('\n')
  const start = lines.indexOf('▸ Details for a bug report')
  const error = lines.findIndex((line) => line.startsWith('Error: '))
  if (start === -1) return []
  expect(start).toBeLessThan(error)
  return lines
    .slice(start + 1, error)
    .map((line) => line.replace(/^ {2}/, '').replaceAll(github.url, 'API'))
}
