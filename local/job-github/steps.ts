/**
 * Main and post of the local action: main starts the embedded GitHub in the background, post ends it
 * and checks what it received.
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'

/** This variable names a file for the record, so that the job's log can be checked from outside. */
export const RECORD_VARIABLE = 'GITHUB_RECORD'

/** What the server says when it listens. */
export interface Ready {
  readonly apiUrl: string
  /** If asked once, it answers with the record, and the server ends. */
  readonly recordUrl: string
  readonly clientId: string
  /** PEM, of several lines. */
  readonly privateKey: string
}

/** What happened at the server. */
export interface GitHubRecord {
  /** Each request with its status, as `GET /installation/repositories 200`. */
  readonly requests: readonly string[]
  /** What no client of GitHub should do. */
  readonly complaints: readonly string[]
  readonly tokens: readonly { readonly value: string; readonly isLive: boolean }[]
  readonly privateKey: string
}

/** Starts the server, and outputs its address and App. */
export function main(): void {
  startServer().then(
    (ready) => {
      output(ready)
      console.log(`The embedded GitHub is at ${ready.apiUrl}`)
    },
    (error: unknown) => {
      fail(`The embedded GitHub did not start. ${String(error)}`)
    }
  )
}

/** Ends the server, and fails if something is wrong with what it received. */
export function post(): void {
  const recordUrl = process.env['STATE_record-url'] ?? ''
  if (recordUrl === '') {
    console.log('The server did not start, so post has nothing to end.')
    return
  }
  endServer(recordUrl).catch((error: unknown) => {
    fail(`The embedded GitHub gave no record: ${String(error)}`)
  })
}

/** What is wrong after a job that was expected to create so many tokens: `1`, or `3 or more`. */
export function findings(record: GitHubRecord, expected: string): string[] {
  const { requests, complaints, tokens } = record
  const live = tokens.filter(({ isLive }) => isLive).length
  const uses = requests.filter((request) => request === 'GET /installation/repositories 200')
  const found = complaints.map((complaint) => `GitHub complains: ${complaint}`)
  const expectedTokens = parseInt(expected)
  const isExpected = expected.endsWith(' or more')
    ? tokens.length >= expectedTokens
    : tokens.length === expectedTokens
  if (!isExpected) found.push(`${tokens.length} tokens were created, and ${expected} expected.`)
  if (live > 0) found.push(`${live} of ${tokens.length} tokens were not revoked.`)
  if (expectedTokens > 0 && uses.length === 0) found.push('No token was used with success.')
  return found
}

/** Resolves when the server listens. The server then runs on after this step. */
function startServer(): Promise<Ready> {
  // With a pipe, the runner would wait for the end of the server.
  const logPath = join(variable('RUNNER_TEMP'), `github-${randomUUID()}.log`)
  const log = openSync(logPath, 'w')
  const server = spawn(
    process.execPath,
    ['--require', require.resolve('tsx/cjs'), join(__dirname, 'serve.ts')],
    { detached: true, stdio: ['ignore', log, log, 'ipc'], windowsHide: true }
  )
  closeSync(log)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => {
      reject(new Error(`It ended with ${code ?? 'a signal'}:\n${readFileSync(logPath, 'utf8')}`))
    })
    server.once('message', (ready) => {
      server.disconnect()
      server.unref()
      resolve(ready as Ready)
    })
  })
}

/** Masks the key first: the runner prints the inputs of the step that uses these outputs. */
function output(ready: Ready): void {
  for (const line of ready.privateKey.split('\n').filter((part) => /^[\w+/=]{16,}$/.test(part))) {
    console.log(`::add-mask::${line}`)
  }
  set('GITHUB_STATE', 'record-url', ready.recordUrl)
  set('GITHUB_OUTPUT', 'api-url', ready.apiUrl)
  set('GITHUB_OUTPUT', 'client-id', ready.clientId)
  set('GITHUB_OUTPUT', 'private-key', ready.privateKey)
}

function set(file: 'GITHUB_STATE' | 'GITHUB_OUTPUT', name: string, value: string): void {
  const end = `end-${randomUUID()}`
  appendFileSync(variable(file), `${name}<<${end}\n${value}\n${end}\n`)
}

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set.`)
  return value
}

async function endServer(recordUrl: string): Promise<void> {
  const record = (await (await fetch(recordUrl)).json()) as GitHubRecord
  record.requests.forEach((request) => {
    console.log(request)
  })
  const path = process.env[RECORD_VARIABLE]
  if (path !== undefined && path !== '') writeFileSync(path, JSON.stringify(record))
  const found = [
    ...findings(record, process.env['INPUT_TOKENS'] ?? ''),
    ...leftFiles().map((name) => `${name} was not removed.`),
    ...renewers().map((line) => `A process still renews tokens: ${line}`)
  ]
  found.forEach(fail)
  if (found.length === 0) console.log(`${record.tokens.length} created, used and revoked.`)
}

/** What `git-credentials` and `renew` wrote, and their post step should have removed. */
function leftFiles(): string[] {
  const names = readdirSync(process.env['RUNNER_TEMP'] ?? '.')
  return names.filter((name) => /^(?:git-credentials|github-app-token)-/.test(name))
}

/** The processes of `renew` that post should have ended. Windows does not tell their arguments. */
function renewers(): string[] {
  if (process.platform === 'win32') return []
  const lines = execFileSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' }).split('\n')
  // Its arguments name the folder of this job. Other jobs may run on the same machine.
  return lines.filter((line) => line.includes(join(variable('RUNNER_TEMP'), 'github-app-token-')))
}

function fail(message: string): void {
  console.log(`::error::${message}`)
  process.exitCode = 1
}
