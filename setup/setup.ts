import type { Permissions } from '../src/config/permissions'
import type { Installation } from '../src/github/api'
import { storedNames } from './account'
import { callsAs } from './app-calls'
import { withWords, type AppWithKey, type SetupContext } from './context'
import { createApp } from './create-app'
import { appOf } from './existing-app'
import { hasWorkflows, readUses, WORKFLOWS } from './files'
import { Gh } from './gh'
import { install, openInstallation } from './install'
import {
  combineNeeds,
  neededByOptions,
  neededByWorkflows,
  permissionLines,
  permissionsIn,
  type Needs
} from './needs'
import type { Options, Resume } from './options'
import { allRepositories, showDryRun, showNeeds } from './plan'
import { SetupError } from './problem'
import { prove } from './proof'
import { installationUrl } from './registration'
import { stepLines } from './step'
import { storeKey } from './store-key'
import { isStore, placeName } from './storing'
import { TASKS } from './tasks'
import type { Terminal } from './terminal'

/**
 * From the options to a working step: what the App needs, consent, key, installation, proof. Raises
 * {@link SetupError}, or `StoppedError` if the person ends it.
 */
export async function setup(context: SetupContext): Promise<void> {
  const { options, terminal } = context
  const needs = await readNeeds(options, terminal)
  showNeeds(needs, options, terminal)
  if (options.isDryRun) {
    showDryRun(needs, context)
    return
  }
  const { resume } = options
  if (resume !== undefined && resume.keyFile === undefined) {
    await resumeWithoutKey(resume, needs, context)
    return
  }
  const app =
    resume === undefined
      ? await createApp(needs, context)
      : await appOf(resume, resume.keyFile ?? '', context)
  await storeKey(app, context)
  context.onProgress({ stage: 'key-stored', app })
  const repositories = allRepositories(needs, options)
  const installation = await install(app, repositories, context)
  context.onProgress({ stage: 'proof', app })
  await showProof(app, installation, repositories, permissionsIn(needs), context)
  showStep(app.clientId, needs, context)
  context.onProgress({ stage: 'complete' })
}

/** What the App needs: from the options, or from the workflows, or asked for. */
async function readNeeds(options: Options, terminal: Terminal): Promise<Needs> {
  const named = neededByOptions(options.permissions)
  const from = options.from ?? (named.permissions.length === 0 && hasWorkflows() ? WORKFLOWS : '')
  if (from === '') return named.permissions.length > 0 ? named : askForNeeds(terminal)
  const uses = readUses(from)
  const needs = combineNeeds(named, neededByWorkflows(uses, options.account))
  if (needs.permissions.length > 0) return needs
  for (const remark of needs.remarks) terminal.print(`  ${remark}`)
  if (options.from === undefined && terminal.isInteractive) return askForNeeds(terminal)
  throw new SetupError({ kind: 'workflows-name-none', path: from, uses: uses.length })
}

async function askForNeeds(terminal: Terminal): Promise<Needs> {
  if (!terminal.isInteractive) {
    const why = 'what the App may do has to be known before it is created'
    throw new SetupError({ kind: 'option-missing', option: '--permission', why })
  }
  const labels = TASKS.map(({ task }) => ({ value: task, label: task }))
  const tasks = await terminal.chooseSome('What will your jobs do?', labels)
  return TASKS.filter(({ task }) => tasks.includes(task))
    .map(({ task, permissions }) => neededByOptions(permissions, task))
    .reduce(combineNeeds)
}

async function showProof(
  app: AppWithKey,
  installation: Installation,
  repositories: readonly string[],
  permissions: Permissions,
  { options, terminal }: SetupContext
): Promise<void> {
  terminal.print()
  terminal.print('5. The proof')
  const calls = callsAs(app, options.host.apiUrl, terminal.print)
  const proof = await withWords(options.host, () =>
    prove(calls, installation, repositories, permissions)
  )
  terminal.print(
    `   A token was created for ${proof.repositories.join(', ')}: ${permissionLines(proof.permissions).join(', ')}.`
  )
  terminal.print('   It was used for one call, and revoked.')
}

function showStep(
  clientId: string,
  needs: Needs,
  { options, terminal, published }: SetupContext
): void {
  terminal.print()
  terminal.print('6. The step for your workflow')
  const permissions = permissionsIn(needs)
  const { action } = published
  for (const line of stepLines({ options, action, clientId, permissions }))
    terminal.print(`   ${line}`)
}

/** Goes on with an App whose key is stored already, and so cannot be read any more. */
async function resumeWithoutKey(
  { slug, clientId }: Resume,
  needs: Needs,
  context: SetupContext
): Promise<void> {
  const { options, terminal, env } = context
  const { storage } = options
  if (slug === undefined) throw new SetupError({ kind: 'nothing-to-resume' })
  terminal.print()
  terminal.print('3. The key')
  if (isStore(storage)) {
    const gh = new Gh(options.host.name, { ...env })
    const { missing } = await storedNames(gh, storage, options)
    if (missing.length > 0)
      throw new SetupError({ kind: 'secret-not-stored', names: missing, where: placeName(storage) })
    terminal.print(
      `   ${options.variable} and ${options.secret} are stored in ${placeName(storage)}.`
    )
  }
  terminal.print()
  terminal.print('4. The installation')
  await openInstallation(
    installationUrl(options.host, slug),
    allRepositories(needs, options),
    context
  )
  terminal.print(
    '   Only the App could see when this is done, and its key cannot be read from the secret.'
  )
  terminal.print('   So there is no proof here: the first run of your workflow is the proof.')
  showStep(clientId ?? 'CLIENT_ID', needs, context)
  context.onProgress({ stage: 'complete' })
}
