import { sleep } from '../src/time'
import type { AppWithKey, SetupContext } from './context'
import { explainSetup } from './explain'
import { writePrivately } from './files'
import { Gh } from './gh'
import { SetupError } from './problem'
import { resumeCommand } from './progress'
import {
  importCommands,
  isAws,
  placeName,
  secretCommand,
  variableCommand,
  wrappedFile,
  type KeyService,
  type Store
} from './storing'
import type { Terminal } from './terminal'
import { wrapKey } from './wrap-key.mjs'
import { readWrappingKey } from './wrapping-key'

/** Stores the key where the person wants it. If that fails, the key is not lost: it is offered again. */
export async function storeKey(app: AppWithKey, context: SetupContext): Promise<void> {
  const { terminal } = context
  terminal.print()
  terminal.print('3. The key')
  for (let tries = 1; ; tries++) {
    try {
      await storeOnce(app, context)
      return
    } catch (error) {
      if (!(error instanceof SetupError)) throw error
      const { problem, fix } = explainSetup(error.problem)
      terminal.print(`   The key is not stored yet. ${problem}`)
      terminal.print(`   Fix: ${fix}`)
      if (await keyIsWritten(app, tries, context)) return
    }
  }
}

async function storeOnce(app: AppWithKey, context: SetupContext): Promise<void> {
  const { options, terminal, env } = context
  const { storage } = options
  switch (storage.kind) {
    case 'file':
      if (options.resume === undefined) writePrivately(storage.path, app.pem)
      terminal.print(`   It is in ${storage.path}. Only you can read it.`)
      return
    case 'key-service':
      writeWrapped(app, storage, context)
      return
    case 'repository':
    case 'environment':
    case 'organization':
      await storeInGitHub(app, storage, new Gh(options.host.name, { ...env }), context)
  }
}

function writeWrapped(
  app: AppWithKey,
  storage: KeyService,
  { options, terminal }: SetupContext
): void {
  const blob = wrapKey(app.pem, readWrappingKey(storage.wrappingKey))
  const file = wrappedFile(storage.key)
  writePrivately(file, isAws(storage.key) ? blob : blob.toString('base64'))
  terminal.print(`   Wrapped for ${storage.key}, and written to ${file}.`)
  terminal.print('   Import it, and store the client ID:')
  for (const command of importCommands(storage, options, app.clientId))
    terminal.print(`   ${command}`)
}

async function storeInGitHub(
  app: AppWithKey,
  store: Store,
  gh: Gh,
  { options, terminal }: SetupContext
): Promise<void> {
  await gh.run(variableCommand(store, options, app.clientId))
  await gh.run(secretCommand(store, options), app.pem)
  const { variable, secret } = options
  const place = placeName(store)
  terminal.print(`   The variable ${variable} and the secret ${secret} of ${place} are set.`)
}

/** Without a person, storing is tried so many times. */
const MAX_TRIES = 3
const TRY_DELAY_MS = 1_000

/** Asks what to do with a key that is not stored. Resolves to false if it is to be tried again. */
async function keyIsWritten(
  app: AppWithKey,
  tries: number,
  context: SetupContext
): Promise<boolean> {
  const { terminal } = context
  if (!terminal.isInteractive) {
    if (tries === MAX_TRIES) throw keyLost(app, context)
    await sleep(TRY_DELAY_MS)
    return false
  }
  const next = await terminal.choose('The key is only in the memory of this program. What next?', [
    { value: 'again', label: 'Try again' },
    { value: 'file', label: 'Write the key into a file that only you can read' },
    { value: 'lose', label: 'Give up: the key is lost' }
  ])
  switch (next) {
    case 'again':
      return false
    case 'lose':
      throw keyLost(app, context)
    case 'file':
      return writeKeyAsAsked(app, terminal)
  }
}

async function writeKeyAsAsked(app: AppWithKey, terminal: Terminal): Promise<boolean> {
  const path = await terminal.ask('Which file?', `${app.slug}.private-key.pem`)
  try {
    writePrivately(path, app.pem)
    terminal.print(`   Written to ${path}. Store it, and then delete the file.`)
    return true
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    terminal.print(`   ${explainSetup(error.problem).problem}`)
    return false
  }
}

function keyLost(app: AppWithKey, { options, published }: SetupContext): SetupError {
  const { slug, settings } = app
  const resume = resumeCommand(published.command, options, app, false)
  return new SetupError({ kind: 'key-not-stored', slug, settings, resume })
}
