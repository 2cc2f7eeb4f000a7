/** MiniStack, an emulator of AWS that others wrote: https://pypi.org/project/ministack */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AwsCredentials } from '../../src/config/key-service/aws'
import { signAwsRequest, type AwsRequest } from '../../src/signers/key-service/aws-signature'
import { unusedPort } from './real-proxy'

/** The Python that has the packages `ministack` and `cryptography`. .ci/run installs them. */
const python = process.env['MINISTACK_PYTHON'] ?? 'python3'

/** What is not installed here, if something is missing. */
export const missingMiniStack = hasPackages() ? undefined : 'MiniStack'

function hasPackages(): boolean {
  const { status } = spawnSync(python, ['-c', 'import ministack, cryptography'], { cwd: '/' })
  return status === 0
}

/** A running MiniStack with the account 123456789012. */
export interface MiniStack {
  /** Its host and port. */
  readonly host: string
  /** Calls KMS as the account's root. Returns the JSON of the answer. */
  kms(operation: string, parameters: object): Promise<Record<string, unknown>>
  /** The status with which KMS answers a call with other credentials. */
  kmsStatus(credentials: AwsCredentials, operation: string, parameters: object): Promise<number>
  /** Calls IAM as the account's root. */
  iam(action: string, parameters: Readonly<Record<string, string>>): Promise<void>
  /** Starts another way to it, which sees the credentials that STS gives. */
  listen(): Promise<Listener>
  close(): Promise<void>
}

/** A way to MiniStack that is listened to. */
export interface Listener {
  /** Its host and port. */
  readonly host: string
  /** The credentials that STS gave last. */
  credentials(): AwsCredentials
  close(): Promise<void>
}

const REGION = 'eu-central-1'
const ROOT = { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: '' }
const START_LIMIT_MS = 60_000

/** Starts it on a free port of the loopback. */
export async function startMiniStack(): Promise<MiniStack> {
  const port = await unusedPort()
  const args = [join(__dirname, 'start-ministack.py'), String(port)]
  const child = spawn(python, args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  const ended = once(child, 'exit')
  const until = Date.now() + START_LIMIT_MS
  while (!(await accepts(port))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`MiniStack did not start:\n${log}`)
    }
    await sleep(100)
  }
  const host = `127.0.0.1:${port}`
  return {
    host,
    kms: async (operation, parameters) =>
      JSON.parse(await expectSuccess(sendToKms(host, ROOT, operation, parameters))) as never,
    kmsStatus: async (credentials, operation, parameters) =>
      (await sendToKms(host, credentials, operation, parameters)).status,
    iam: async (action, parameters) => {
      const body = new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const call = { region: REGION, service: 'iam', host, headers, body: body.toString() }
      await expectSuccess(send(call, ROOT))
    },
    listen: () => startListener(port),
    close: async () => {
      child.kill('SIGKILL')
      await ended
    }
  }
}

async function sendToKms(
  host: string,
  credentials: AwsCredentials,
  operation: string,
  parameters: object
): Promise<Response> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `TrentService.${operation}`
  }
  const body = JSON.stringify(parameters)
  return send({ region: REGION, service: 'kms', host, headers, body }, credentials)
}

async function send(request: AwsRequest, credentials: AwsCredentials): Promise<Response> {
  const { host, headers, body } = request
  const signature = signAwsRequest(request, credentials, Date.now())
  return fetch(`http://${host}/`, {
    method: 'POST',
    // A kept connection would be closed while this process waits for a key to be wrapped.
    headers: { ...headers, ...signature, connection: 'close' },
    body
  })
}

async function expectSuccess(answer: Promise<Response>): Promise<string> {
  const response = await answer
  const text = await response.text()
  if (!response.ok) throw new Error(`MiniStack answered ${response.status}: ${text}`)
  return text
}

async function startListener(port: number): Promise<Listener> {
  const sockets = new Set<Socket>()
  let heard = ''
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    upstream.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
    })
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const last = (name: string): string =>
    [...heard.matchAll(new RegExp(`<${name}>([^<]+)`, 'g'))].at(-1)?.[1] ?? ''
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: () => ({
      accessKeyId: last('AccessKeyId'),
      secretAccessKey: last('SecretAccessKey'),
      sessionToken: last('SessionToken')
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const socket of sockets) socket.destroy()
      })
  }
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
