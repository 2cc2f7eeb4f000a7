import { text } from 'node:stream/consumers'
import { READY, type RenewalOrder } from './order'
import { Renewer } from './renewer'

/**
 * The process that renews a token. It gets its order through its standard input, says that it is
 * ready, and closes its standard output: nobody reads more.
 */
export async function runRenewer(): Promise<void> {
  // Main may be gone: then there is nobody to tell.
  process.stdout.on('error', () => undefined)
  const renewer = await begin(await text(process.stdin))
  if (renewer === undefined) {
    process.exitCode = 1
    return
  }
  process.stdout.end(READY)
  await renewer.run()
  process.exit(0)
}

/** Undefined if main was killed before it had written everything, or if the folder is gone. */
async function begin(order: string): Promise<Renewer | undefined> {
  try {
    const renewer = new Renewer(JSON.parse(order) as RenewalOrder)
    await renewer.begin()
    return renewer
  } catch {
    return undefined
  }
}
