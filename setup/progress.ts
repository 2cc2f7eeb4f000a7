import { quotedWord } from './gh'
import type { Options } from './options'
import { installationUrl } from './registration'
import { isStore } from './storing'

/** An App that exists, as far as it matters for going on. */
export interface KnownApp {
  readonly slug: string
  readonly clientId: string
  /** The page of its settings. */
  readonly settings: string
}

/** How far a setup has come. */
export type Progress =
  | { readonly stage: 'nothing-created' }
  /** The person may be on GitHub's page. */
  | { readonly stage: 'consent'; readonly apps: string }
  | { readonly stage: 'key-in-memory'; readonly app: KnownApp }
  | { readonly stage: 'key-stored'; readonly app: KnownApp }
  /** A token lives for a moment. */
  | { readonly stage: 'proof'; readonly app: KnownApp }
  | { readonly stage: 'complete' }

/**
 * The command that goes on with an App.
 *
 * @param command how this program is started
 * @param hasKey whether the key is stored; otherwise a new one is needed
 */
export function resumeCommand(
  command: string,
  options: Options,
  { slug, clientId }: KnownApp,
  hasKey: boolean
): string {
  const words = [
    ...['setup', '--resume', '--app', slug, '--client-id', clientId],
    ...placeWords(options),
    ...namesAndNeeds(options),
    ...keyWords(options, hasKey)
  ]
  return `${command} ${words.map(quotedWord).join(' ')}`
}

function placeWords({ storage, repositories: [repository = ''] }: Options): string[] {
  if (storage.kind === 'organization') {
    return ['--org', storage.organization, '--repos', storage.repositories.join(',')]
  }
  const environment = storage.kind === 'environment' ? ['--env', storage.environment] : []
  return ['--repo', repository, ...environment]
}

function namesAndNeeds({ variable, secret, host, permissions, from }: Options): string[] {
  const address = host.webUrl.startsWith('https:') ? host.name : host.webUrl
  return [
    ...(variable === 'APP_CLIENT_ID' ? [] : ['--variable', variable]),
    ...(secret === 'APP_PRIVATE_KEY' ? [] : ['--secret', secret]),
    ...(host.name === 'github.com' ? [] : ['--host', address]),
    ...permissions.flatMap((one) => ['--permission', one]),
    ...(from === undefined ? [] : ['--from', from])
  ]
}

function keyWords({ storage }: Options, hasKey: boolean): string[] {
  const service =
    storage.kind === 'key-service'
      ? ['--kms-key', storage.key, '--wrapping-key', storage.wrappingKey]
      : []
  if (!hasKey) return [...service, '--key-file', 'FILE']
  return storage.kind === 'file' ? ['--key-file', storage.path, '--no-store'] : service
}

/** What to say when the person ends the setup: what exists, and how to go on. */
export function interruptionLines(
  progress: Progress,
  options: Options,
  command: string
): readonly string[] {
  switch (progress.stage) {
    case 'nothing-created':
      return ['Stopped. Nothing was created.']
    case 'consent':
      return [
        'Stopped. If GitHub has created the App already, its key was not received.',
        `Look at ${progress.apps}, and delete the App there. Or generate a key, and go on with --resume.`
      ]
    case 'key-in-memory':
      return [
        `Stopped. The App ${progress.app.slug} exists. Its key was not stored, and is gone.`,
        `Generate a new private key at ${progress.app.settings}, and go on with:`,
        `  ${resumeCommand(command, options, progress.app, false)}`
      ]
    case 'key-stored':
      return [
        `Stopped. The App ${progress.app.slug} exists, and its key is ${isStore(options.storage) ? 'stored' : 'written'}.`,
        `Install it: ${installationUrl(options.host, progress.app.slug)}`,
        'To go on:',
        `  ${resumeCommand(command, options, progress.app, true)}`
      ]
    case 'proof':
      return [
        'Stopped. The setup is complete, but the token of the proof may live for an hour.',
        'To go on:',
        `  ${resumeCommand(command, options, progress.app, true)}`
      ]
    case 'complete':
      return []
  }
}
