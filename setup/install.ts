import type { Installation } from '../src/github/api'
import { monotonicTime, sleep } from '../src/time'
import { callsAs, type AppCalls } from './app-calls'
import { withWords, type AppWithKey, type SetupContext } from './context'
import { installationState, type InstallationState } from './installation'
import type { Options } from './options'
import { SetupError } from './problem'
import { resumeCommand, type KnownApp } from './progress'
import { installationUrl } from './registration'
import { hasBrowser } from './terminal'

/** Opens the page where the App is installed, and waits until it is. */
export async function install(
  app: AppWithKey,
  repositories: readonly string[],
  context: SetupContext
): Promise<Installation> {
  const { options, terminal } = context
  const page = installationUrl(options.host, app.slug)
  let calls: AppCalls | undefined
  const ask = (): Promise<InstallationState> => {
    // A client sends nothing any more when its time is over.
    if (calls === undefined || calls.remaining() < MIN_REMAINING_MS)
      calls = callsAs(app, options.host.apiUrl, terminal.print)
    const { app: client } = calls
    return withWords(options.host, () => installationState(client, options.account, repositories))
  }
  terminal.print()
  terminal.print('4. The installation')
  let state = await ask()
  if (state.kind !== 'ready') await openInstallation(page, repositories, context)
  const end = monotonicTime() + options.wait
  let pause = FIRST_PAUSE_MS
  for (let said = ''; state.kind !== 'ready'; state = await ask()) {
    if (monotonicTime() >= end) throw notReady(state, app, page, context)
    const line = stateLine(state, options)
    if (line !== said && state.kind !== 'none') terminal.print(`   ${line}`)
    said = line
    const seconds = Math.round((monotonicTime() - end + options.wait) / 1000)
    terminal.showWaiting(
      `   Waiting for the installation (${seconds} s). Ctrl-C says how to go on later.`
    )
    await sleep(Math.min(pause, Math.max(0, end - monotonicTime())))
    pause = Math.min(MAX_PAUSE_MS, pause * 1.5)
  }
  const { installation } = state
  terminal.print(
    `   Installed on ${options.account} (installation ${installation.id}). It includes ${repositories.join(', ')}.`
  )
  return installation
}

const MIN_REMAINING_MS = 20_000
/** How long to wait until GitHub is asked again, in milliseconds: longer each time. */
const FIRST_PAUSE_MS = 500
const MAX_PAUSE_MS = 4_000

export async function openInstallation(
  page: string,
  repositories: readonly string[],
  { options, terminal, env, platform }: SetupContext
): Promise<void> {
  const isOpened = options.opensBrowser && hasBrowser(env, platform) && (await terminal.open(page))
  terminal.print(
    isOpened
      ? '   This page is open in your browser. Install the App there:'
      : '   Install the App on this page:'
  )
  terminal.print(`   ${page}`)
  terminal.print(`   Choose "Only select repositories": ${repositories.join(', ')}`)
}

function stateLine(state: InstallationState, { account }: Options): string {
  switch (state.kind) {
    case 'none':
    case 'ready':
      return ''
    case 'requested':
      return `${state.person} asked for it. An owner of ${account} has to approve it.`
    case 'not-covered':
      return `It is installed, but does not include ${state.repositories.join(', ')}. Add this: ${state.installation.settingsUrl}`
  }
}

function notReady(
  state: Exclude<InstallationState, { kind: 'ready' }>,
  app: KnownApp,
  page: string,
  { options, published }: SetupContext
): SetupError {
  const { account } = options
  const { slug } = app
  const resume = resumeCommand(published.command, options, app, true)
  switch (state.kind) {
    case 'none':
      return new SetupError({ kind: 'not-installed', slug, account, page, resume })
    case 'requested':
      return new SetupError({
        kind: 'approval-pending',
        slug,
        account,
        person: state.person,
        resume
      })
    case 'not-covered': {
      const { repositories, installation } = state
      const settings = installation.settingsUrl
      return new SetupError({
        kind: 'repository-not-covered',
        slug,
        repositories,
        settings,
        resume
      })
    }
  }
}
