/**
 * The server of octo-sts itself (https://github.com/octo-sts/app), with an embedded GitHub behind it. It
 * is a program in Go, which is not a part of this repository: `OCTO_STS` names it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import type { EmbeddedGitHub } from '../../local/github/server'
import { makeAuthority } from './certificate'
import { appKey } from './scenario'

/** The path of the program; empty if there is none. */
export const OCTO_STS = process.env['OCTO_STS'] ?? ''

/** A running octo-sts. */
export interface OctoSts {
  readonly url: string
  /** Its host: the audience that it expects by default. */
  readonly domain: string
  /** Policies by repository and name, such as `octo-org/hello/release`, as YAML. May be changed. */
  readonly policies: Map<string, string>
  /** Which GitHub it asks from now on. */
  use(github: EmbeddedGitHub): void
  close(): Promise<void>
}

/** Starts octo-sts on a free port of the loopback. */
export async function startOctoSts(): Promise<OctoSts> {
  const policies = new Map<string, string>()
  const folder = mkdtempSync(join(tmpdir(), 'octo-sts-'))
  const front = await startFront(policies, folder)
  const domain = `127.0.0.1:${await freePort()}`
  const child = spawn(OCTO_STS, [], {
    env: {
      PORT: domain.split(':')[1],
      STS_DOMAIN: domain,
      GITHUB_APP_IDS: '12345',
      APP_SECRET_CERTIFICATE_ENV_VAR: appKey,
      GITHUB_BASE_URL: front.url,
      SSL_CERT_FILE: join(folder, 'ca.pem'),
      METRICS: 'false'
    },
    stdio: 'ignore'
  })
  const url = `http://${domain}`
  await untilItAnswers(url, child)
  return {
    url,
    domain,
    policies,
    use: front.use,
    close: async () => {
      child.kill()
      await once(child, 'exit')
      await front.close()
      rmSync(folder, { recursive: true })
    }
  }
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error('octo-sts ended before it answered')
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok === true) return
    await setTimeout(100)
  }
  throw new Error('octo-sts does not answer')
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A GitHub with TLS, which octo-sts requires, and with the files of the policies. */
interface Front {
  readonly url: string
  readonly use: (github: EmbeddedGitHub) => void
  readonly close: () => Promise<void>
}

async function startFront(policies: ReadonlyMap<string, string>, folder: string): Promise<Front> {
  const authority = makeAuthority('Private certificate authority')
  writeFileSync(join(folder, 'ca.pem'), authority.cert)
  let github: EmbeddedGitHub | undefined
  const server = createServer(authority.issue('localhost', { from: -1, to: 1 }), (from, to) => {
    const path = (from.url ?? '').replace(/^\/api\/v3/, '')
    const file = /^\/repos\/([^/]+\/[^/]+)\/contents\/\.github\/(?:chainguard\/)?([^?]+)/.exec(path)
    if (file !== null) answerFile(policies, file[1] ?? '', file[2] ?? '', to)
    else if (github !== undefined) void forward(github, path, from, to)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/api/v3`,
    use: (next) => {
      github = next
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => undefined)
    }
  }
}

function answerFile(
  policies: ReadonlyMap<string, string>,
  repository: string,
  file: string,
  to: ServerResponse
): void {
  const name = file.replace(/\.sts\.yaml$/, '')
  const policy = name === file ? undefined : policies.get(`${repository}/${name}`)
  const content = Buffer.from(policy ?? '').toString('base64')
  const body =
    policy === undefined
      ? { message: 'Not Found' }
      : { type: 'file', encoding: 'base64', name: file, path: file, sha: '0', content }
  to.writeHead(policy === undefined ? 404 : 200, { 'content-type': 'application/json' })
  to.end(JSON.stringify(body))
}

async function forward(
  github: EmbeddedGitHub,
  path: string,
  from: IncomingMessage,
  to: ServerResponse
): Promise<void> {
  const body = await text(from)
  const headers = {
    ...from.headers,
    host: new URL(github.url).host,
    // The embedded GitHub expects the headers that the action sends.
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28'
  }
  const next = request(github.url + path, { method: from.method ?? 'GET', headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(to)
  })
  next.end(body)
}
