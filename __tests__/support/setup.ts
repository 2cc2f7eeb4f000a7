/** Runs `setup` as a person does: a terminal, a stand-in for the gh command, and a browser. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { checkExchange } from '../../local/github/openapi-check'
import { startGitHub, type EmbeddedGitHub } from '../../local/github/server'
import { defaultData, type GitHubData } from '../../local/github/github-data'
import type { Person } from '../../local/github/web-pages'
import { removeFolder, RunningProcess, type ProcessEnd } from '../../local/runner'
import { appPublicKey } from './scenario'
import { triesAll } from './search'

/** A test that `npm test` leaves out, and `npm run test:all` runs: each takes some seconds. */
export const deepTest: jest.It = triesAll ? test : test.skip

const PROGRAM = resolve(__dirname, '..', '..', 'dist', 'setup', 'index.js')
const TIME_LIMIT_MS = 60_000

/** What the stand-in for gh knows; `failures` are those of commands that begin so. */
export interface GhData {
  readonly login?: string
  readonly roles?: Readonly<Record<string, string>>
  readonly types?: Readonly<Record<string, string>>
  readonly apps?: readonly string[]
  readonly secret?: readonly string[]
  readonly variable?: readonly string[]
  readonly clientId?: string
  /** Commands that succeed with other words than gh's. */
  readonly answers?: readonly { readonly command: string; readonly said: string }[]
  readonly failures?: readonly {
    readonly command: string
    readonly said: string
    readonly times?: number
  }[]
}

/** What gh was given. */
export interface GhCall {
  readonly args: readonly string[]
  readonly input: string
  readonly env: Readonly<Record<string, string>>
}

/** The person and the machine of a setup. */
export interface SetupOptions {
  readonly gh?: GhData | 'missing'
  readonly person?: Person
  readonly data?: (data: GitHubData) => void
  /** Files in the folder that setup is started in, by their paths. */
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Whether it runs in a terminal, made by script(1), in which the test can type. */
  readonly isTerminal?: boolean
  /** What starts the program. Default: this Node, with the program of dist/. */
  readonly program?: readonly [command: string, ...args: string[]]
  /** Whether requests may differ from GitHub's published description on purpose. */
  readonly isOffDescription?: boolean
}

/** A machine with a GitHub, on which `setup` can be started several times. */
export interface SetupMachine {
  readonly github: EmbeddedGitHub
  /** The folder that setup is started in, and that has everything that it could write to. */
  readonly folder: string
  start(...args: readonly string[]): RunningSetup
  ghCalls(): readonly GhCall[]
}

/** A setup that is under way. */
export interface RunningSetup {
  readonly process: RunningProcess
  readonly end: Promise<ProcessEnd>
  /** Waits for the address of the local page. */
  address(): Promise<string>
  /** Waits until the output has these words. Fails if the process ends before. */
  says(words: string): Promise<void>
}

const OWNER: Person = { login: 'mona', owns: ['octo-org'] }

/** Does some work with a machine, and then checks what holds for every setup. */
export async function withSetup(
  options: SetupOptions,
  work: (machine: SetupMachine) => Promise<void>
): Promise<void> {
  const data = defaultData({ publicKey: appPublicKey })
  const { person = OWNER } = options
  const github = await startGitHub(data, { person })
  data.webUrl = github.url
  options.data?.(data)
  const folder = mkdtempSync(join(tmpdir(), 'setup-'))
  const running: RunningProcess[] = []
  try {
    const machine = { github, folder, ...startIn(folder, github, options, running) }
    await work(machine)
    expect(github.complaints).toEqual([])
    if (options.isOffDescription !== true)
      expect(github.exchanges.flatMap(checkExchange)).toEqual([])
    expect(github.liveTokens()).toEqual([])
  } finally {
    for (const process of running) process.kill('SIGKILL')
    await Promise.all(running.map(({ end }) => end))
    await github.close()
    removeFolder(folder)
  }
}

function startIn(
  folder: string,
  github: EmbeddedGitHub,
  options: SetupOptions,
  running: RunningProcess[]
): Pick<SetupMachine, 'start' | 'ghCalls'> {
  const at = (name: string): string => join(folder, name)
  for (const name of ['bin', 'home', 'work']) mkdirSync(at(name))
  const { gh = { roles: { 'octo-org': 'admin' } }, files = {} } = options
  if (gh !== 'missing') writeGh(at('bin'), at('gh-data'), gh)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(at('work'), path, '..'), { recursive: true })
    writeFileSync(join(at('work'), path), content)
  }
  const path = [at('bin'), options.env?.['PATH'] ?? ''].filter((each) => each !== '')
  const env = {
    HOME: at('home'),
    TMPDIR: at('home'),
    USER: 'mona',
    GH_DATA: at('gh-data'),
    GH_CALLS: at('gh-calls'),
    ...options.env,
    PATH: path.join(delimiter)
  }
  return {
    start: (...args) => {
      const { program = [process.env['ACTION_NODE'] ?? process.execPath, PROGRAM] } = options
      const line = [...program, 'setup', '--host', github.url, ...args]
      const inTerminal = [
        'script',
        '--quiet',
        '--command',
        `stty cols 120 rows 40; ${line.join(' ')}`,
        '/dev/null'
      ]
      const [command = '', ...rest] = options.isTerminal === true ? inTerminal : line
      const process_ = new RunningProcess({
        command,
        args: rest,
        env,
        cwd: at('work'),
        timeLimit: TIME_LIMIT_MS,
        ownGroup: true,
        hasInput: options.isTerminal === true
      })
      running.push(process_)
      return runningSetup(process_)
    },
    ghCalls: () => {
      if (!existsSync(at('gh-calls'))) return []
      const lines = readFileSync(at('gh-calls'), 'utf8').trim().split('\n')
      return lines.map((line) => JSON.parse(line) as GhCall)
    }
  }
}

function writeGh(bin: string, dataFile: string, data: GhData): void {
  const stub = join(__dirname, 'setup-gh.mjs')
  writeFileSync(dataFile, JSON.stringify(data))
  writeFileSync(join(bin, 'gh'), `#!/bin/sh\nexec '${process.execPath}' '${stub}' "$@"\n`)
  chmodSync(join(bin, 'gh'), 0o755)
}

function runningSetup(running: RunningProcess): RunningSetup {
  const says = async (words: string): Promise<void> => {
    if (await running.until(() => running.output.includes(words))) return
    throw new Error(`it ended without "${words}":\n${running.output}`)
  }
  return {
    process: running,
    end: running.end,
    says,
    address: async () => {
      await says('It works for ten minutes')
      return /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/(?=\n|$)/.exec(running.output)?.[0] ?? ''
    }
  }
}

/** What a page answers. */
export interface Page {
  readonly status: number
  readonly html: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Sends one request, as a browser that can set any header. */
export async function visit(
  url: string,
  {
    method = 'GET',
    headers = {},
    form
  }: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly form?: Readonly<Record<string, string>>
  } = {}
): Promise<Page> {
  const body = form === undefined ? '' : new URLSearchParams(form).toString()
  const type = body === '' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  return new Promise((done, fail) => {
    const sent = request(url, { method, headers: { ...type, ...headers }, agent: false })
    sent.on('error', fail)
    sent.on('response', (response) => {
      const { statusCode = 0 } = response
      text(response).then((html) => {
        done({ status: statusCode, html, headers: response.headers })
      }, fail)
    })
    sent.end(body)
  })
}

/** Asks for a path that need not be one of an address. */
export async function visitPath(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>
): Promise<Pick<Page, 'status'>> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, agent: false })
    sent.on('error', fail)
    sent.on('response', (response) => {
      response.resume()
      done({ status: response.statusCode ?? 0 })
    })
    sent.end()
  })
}

/** What the form of a page would send, by the names of its hidden and text fields. */
export function formOf(html: string): { action: string; fields: Record<string, string> } {
  const plain = (raw: string): string =>
    raw
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  const action = plain(/<form[^>]* action="([^"]*)"/.exec(html)?.[1] ?? '')
  const inputs = [...html.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/g)]
  return {
    action,
    fields: Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, plain(value)]))
  }
}

/** Goes through the pages without a browser, up to the address that GitHub sends the person back to. */
export async function consent(github: EmbeddedGitHub, address: string): Promise<string> {
  const local = formOf((await visit(address)).html)
  const confirmation = await visit(local.action, { method: 'POST', form: local.fields })
  const { action, fields } = formOf(confirmation.html)
  const back = await visit(`${github.url}${action}`, { method: 'POST', form: fields })
  return String(back.headers['location'])
}

/** Installs the App as the person does. */
export async function installApp(github: EmbeddedGitHub, ...repositories: string[]): Promise<void> {
  const url = `${github.url}/apps/${github.data.app.slug}/installations/new`
  const [repository = ''] = repositories
  await visit(url, { method: 'POST', form: { repository } })
}

/** The path and text of every file below a folder. */
export function filesBelow(folder: string): { readonly path: string; readonly content: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path, content: readFileSync(path, 'latin1') }
    })
}
