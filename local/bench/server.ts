/** The embedded GitHub in a process of its own, so that it does not compete with the bench's. */
import { createPublicKey } from 'node:crypto'
import { startGitHub } from '../github/server'
import { defaultWorld } from '../github/world'

/** What was received since the last time somebody asked. */
export interface Count {
  readonly requests: number
  readonly connections: number
  readonly liveTokens: number
  readonly clientId: string
  readonly url: string
}

process.once('message', (publicKey: string) => {
  void serve(publicKey)
})
process.on('disconnect', () => {
  process.exit(0)
})

async function serve(publicKey: string): Promise<void> {
  const world = defaultWorld({ publicKey: createPublicKey(publicKey) })
  const github = await startGitHub(world)
  let counted = 0
  const count = (): Count => {
    const fresh = github.exchanges.slice(counted)
    counted = github.exchanges.length
    return {
      requests: fresh.length,
      connections: new Set(fresh.map(({ connection }) => connection)).size,
      liveTokens: github.liveTokens().length,
      clientId: world.app.clientId,
      url: github.url
    }
  }
  process.on('message', () => {
    process.send?.(count())
  })
  process.send?.(count())
}
