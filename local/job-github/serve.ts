/** The process in the background: an embedded GitHub that runs until it is asked for its record. */
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startGitHub, type EmbeddedGitHub } from '../github/server'
import { defaultData } from '../github/github-data'
import type { GitHubRecord, Ready } from './steps'

// If a job is killed, nothing asks for the record.
const longestLife = 30 * 60_000

function recordOf(github: EmbeddedGitHub, privateKey: string): GitHubRecord {
  const live = github.liveTokens().map(({ value }) => value)
  return {
    requests: github.exchanges.map(
      ({ method, path, status }) => `${method} ${path} ${status ?? 'unanswered'}`
    ),
    complaints: github.complaints,
    tokens: github.tokens().map(({ value }) => ({ value, isLive: live.includes(value) })),
    privateKey
  }
}

async function main(): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  const data = defaultData({ publicKey })
  const life = Number(process.env['INPUT_TOKEN-LIFE'])
  if (life > 0) data.tokenLife = life * 1000
  const github = await startGitHub(data, { checksHeaders: false })
  const path = `/${randomUUID()}`
  const server = createServer((request, response) => {
    if (request.url !== path) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { connection: 'close', 'content-type': 'application/json' })
    response.end(JSON.stringify(recordOf(github, key)), () => {
      server.close()
      void github.close().then(() => process.exit())
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    const ready: Ready = {
      apiUrl: github.url,
      recordUrl: `http://127.0.0.1:${port}${path}`,
      clientId: github.data.app.clientId,
      privateKey: key
    }
    process.send?.(ready)
  })
  setTimeout(() => process.exit(1), longestLife)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
