import type { SetupContext } from './context'
import { ghCommand } from './gh'
import { permissionLines, permissionsIn, type Needs } from './needs'
import type { Options } from './options'
import {
  installationUrl,
  manifestOf,
  registrationUrl,
  slugOf,
  suggestedName,
  type Registration
} from './registration'
import { stepLines } from './step'
import { isStore, secretCommand, storingLines, variableCommand } from './storing'
import type { Terminal } from './terminal'

export function allRepositories(needs: Needs, options: Options): string[] {
  const named = needs.repositories.map(({ name }) => name)
  const all = [...options.repositories, ...named]
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()]
}

export function showNeeds(needs: Needs, options: Options, { print }: Terminal): void {
  print('1. What the App needs')
  const lines = permissionLines(permissionsIn(needs))
  const width = Math.max(...lines.map((line) => line.length), 14)
  for (const [at, { from }] of needs.permissions.entries())
    print(`   ${(lines[at] ?? '').padEnd(width)}   ${from.join(', ')}`)
  print(`   ${'metadata: read'.padEnd(width)}   every App has it`)
  print(`   Owner: ${options.account}. Repositories: ${allRepositories(needs, options).join(', ')}`)
  for (const remark of needs.remarks) print(`   Note: ${remark}`)
}

export function registrationOf(
  needs: Needs,
  { host, repositories, appName }: Options
): Registration {
  const [repository = ''] = repositories
  return {
    name: appName ?? suggestedName(repository),
    homepage: `${host.webUrl}/${repository}`,
    permissions: permissionsIn(needs)
  }
}

function registrationAddress({ host, account, accountType }: Options): string {
  return accountType === undefined
    ? `${registrationUrl(host, account, 'organization')} (or ${registrationUrl(host, account, 'user')}, if ${account} is you)`
    : registrationUrl(host, account, accountType)
}

export function showDryRun(
  needs: Needs,
  { options, terminal: { print }, published }: SetupContext
): void {
  const { host, storage, resume } = options
  const manifest = manifestOf(registrationOf(needs, options), 'http://127.0.0.1:PORT/…')
  if (resume === undefined) {
    print('2. Your consent: a local page would send this')
    print(`   to ${registrationAddress(options)}`)
    for (const line of JSON.stringify(manifest, undefined, 2).split('\n')) print(`   ${line}`)
  } else {
    print('2. Your consent: not needed, because the App exists (--resume)')
  }
  print('3. The key')
  for (const line of storingLines(options)) print(`   ${line}`)
  if (isStore(storage)) {
    print(`   ${ghCommand(variableCommand(storage, options, 'CLIENT_ID'))}`)
    print(`   ${ghCommand(secretCommand(storage, options))}   (the key goes to its standard input)`)
  }
  print('4. The installation')
  print(`   ${installationUrl(host, resume?.slug ?? slugOf(manifest.name))}`)
  print('5. The proof: a token is created, used for one call, and revoked')
  print('6. The step for your workflow')
  const { action } = published
  const permissions = permissionsIn(needs)
  for (const line of stepLines({ options, action, clientId: 'CLIENT_ID', permissions }))
    print(`   ${line}`)
  print('Dry run: nothing was asked, and nothing was changed.')
}
