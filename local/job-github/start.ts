/** Main of the local action: starts the server in the background and says where it is. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ready } from './record'

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set.`)
  return value
}

/** Resolves when the server listens; from then on it lives on its own. */
function start(): Promise<Ready> {
  // A pipe of this step's would keep the runner waiting for its end.
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

/** Masked first: the runner prints the inputs of the step that takes them. */
function publish(ready: Ready): void {
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

start().then(
  (ready) => {
    publish(ready)
    console.log(`The embedded GitHub is at ${ready.apiUrl}`)
  },
  (error: unknown) => {
    console.log(`::error::The embedded GitHub did not start. ${String(error)}`)
    process.exitCode = 1
  }
)
