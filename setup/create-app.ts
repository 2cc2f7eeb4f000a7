import { hostname } from 'node:os'
import type { Permissions } from '../src/config/permissions'
import { checkAccount, checkName, checkStore, lookUpAccount } from './account'
import { consentPage } from './consent-page'
import { CONSENT_LIFETIME_MS, ConsentServer } from './consent-server'
import { withWords, type AppWithKey, type SetupContext } from './context'
import { convert } from './conversion'
import { checkNewFile } from './files'
import { Gh } from './gh'
import { permissionLines, type Needs } from './needs'
import type { AccountType } from './options'
import { allRepositories, registrationOf } from './plan'
import { appsUrl, manifestOf, registrationUrl } from './registration'
import { isStore, storingLines, wrappedFile } from './storing'
import { forwardCommand, hasBrowser, type Terminal } from './terminal'
import { readWrappingKey } from './wrapping-key'

/** Checks all that can be checked before, gets the consent, and receives the App with its key. */
export async function createApp(needs: Needs, context: SetupContext): Promise<AppWithKey> {
  const { options, terminal } = context
  const type = await checkBefore(needs, context)
  const registration = registrationOf(needs, options)
  const apps = appsUrl(options.host, options.account, type)
  terminal.print()
  terminal.print('2. Your consent')
  const page = await ConsentServer.open({
    webUrl: options.host.webUrl,
    port: options.port,
    lifetime: CONSENT_LIFETIME_MS,
    render: (redirect, state) =>
      consentPage({
        account: options.account,
        repositories: allRepositories(needs, options),
        permissions: needs.permissions,
        storing: storingLines(options),
        action: `${registrationUrl(options.host, options.account, type)}?state=${state}`,
        manifest: manifestOf(registration, redirect)
      }),
    noConsent: {
      kind: 'no-consent',
      account: options.account,
      isOrganization: type === 'organization'
    }
  })
  try {
    context.onProgress({ stage: 'consent', apps })
    await showPage(page, context)
    const code = await page.code()
    const conversion = { host: options.host, account: options.account, apps }
    const app = await withWords(options.host, () => convert(code, conversion))
    context.onProgress({ stage: 'key-in-memory', app })
    terminal.print(`   GitHub created the App ${app.slug} (client ID ${app.clientId}).`)
    compareGrant(app.permissions, registration.permissions, app.settings, terminal)
    return app
  } finally {
    // The browser may still want to show the last page.
    page.unref()
  }
}

async function checkBefore(needs: Needs, context: SetupContext): Promise<AccountType> {
  const { options, terminal, env } = context
  const { storage, accountType } = options
  if (storage.kind === 'file') checkNewFile(storage.path)
  if (storage.kind === 'key-service') {
    checkNewFile(wrappedFile(storage.key))
    readWrappingKey(storage.wrappingKey)
  }
  if (!isStore(storage)) {
    return (
      accountType ?? withWords(options.host, () => lookUpAccount(options.account, options.host))
    )
  }
  const gh = new Gh(options.host.name, { ...env })
  const check = await checkAccount(gh, options)
  if (check.remark !== undefined) terminal.print(`   Note: ${check.remark}`)
  await checkStore(gh, storage, options)
  await checkName(gh, registrationOf(needs, options).name)
  return check.type
}

async function showPage(page: ConsentServer, context: SetupContext): Promise<void> {
  const { options, terminal, env, platform } = context
  const isOpened =
    options.opensBrowser && hasBrowser(env, platform) && (await terminal.open(page.address))
  if (isOpened) terminal.print('   This page is open in your browser:')
  else terminal.print('   Open this page in a browser:')
  terminal.print(`   ${page.address}`)
  if (!isOpened) {
    terminal.print('   If the browser is on another computer, run this there first:')
    terminal.print(`   ${forwardCommand(page.port, env, hostname())}`)
  }
  terminal.print('   It works for ten minutes. Ctrl-C ends the setup.')
}

/** The person can change what GitHub shows. Says what is different from what was asked for. */
function compareGrant(
  granted: Permissions,
  asked: Permissions,
  settings: string,
  { print }: Terminal
): void {
  const lines = new Set(permissionLines(granted))
  const missing = permissionLines(asked).filter((line) => !lines.has(line))
  if (missing.length === 0) return
  print(`   Note: the App does not have ${missing.join(', ')}. Add it: ${settings}/permissions`)
}
