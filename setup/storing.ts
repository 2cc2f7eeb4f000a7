import type { AccountType, Host, Options, Storage } from './options'
import { ghCommand } from './gh'

/** A place of GitHub that has variables and secrets. */
export type Store = Extract<Storage, { kind: 'repository' | 'environment' | 'organization' }>

/** Whether the gh command stores the key. */
export function isStore(storage: Storage): storage is Store {
  return storage.kind !== 'file' && storage.kind !== 'key-service'
}

/** A place as people say it. */
export function placeName(store: Store): string {
  switch (store.kind) {
    case 'repository':
      return store.repository
    case 'environment':
      return `the environment ${store.environment} of ${store.repository}`
    case 'organization':
      return `the organization ${store.organization}, for ${store.repositories.join(', ')}`
  }
}

/** The options of gh that choose the place. */
function placeOptions(store: Store, { name }: Host): string[] {
  switch (store.kind) {
    case 'repository':
      return ['--repo', `${name}/${store.repository}`]
    case 'environment':
      return ['--repo', `${name}/${store.repository}`, '--env', store.environment]
    case 'organization':
      return ['--org', store.organization]
  }
}

/** The arguments of gh that list what is stored. */
export function listCommand(
  what: 'variable' | 'secret',
  store: Store,
  host: Host
): readonly string[] {
  return [what, 'list', ...placeOptions(store, host), '--json', 'name']
}

/** The arguments of gh that store the client ID, which is not secret. */
export function variableCommand(
  store: Store,
  { host, variable }: Pick<Options, 'host' | 'variable'>,
  clientId: string
): readonly string[] {
  const shared = sharedWith(store)
  return ['variable', 'set', variable, ...placeOptions(store, host), ...shared, '--body', clientId]
}

/** The arguments of gh that store the key. gh reads it from its standard input. */
export function secretCommand(
  store: Store,
  { host, secret }: Pick<Options, 'host' | 'secret'>
): readonly string[] {
  return ['secret', 'set', secret, ...placeOptions(store, host), ...sharedWith(store)]
}

function sharedWith(store: Store): string[] {
  return store.kind === 'organization' ? ['--repos', store.repositories.join(',')] : []
}

/** What will be stored where, one sentence each: shown before anything is created. */
export function storingLines(options: Options): string[] {
  const { storage, variable, secret } = options
  switch (storage.kind) {
    case 'file':
      return [
        `The private key is written to ${storage.path} on this computer. Only you can read it.`
      ]
    case 'key-service':
      return [
        `The private key is wrapped for ${storage.key}, and written to ${wrappedFile(storage.key)}. Only the service can unwrap it.`
      ]
    case 'repository':
    case 'environment':
    case 'organization':
      return [
        `The client ID as the variable ${variable} of ${placeName(storage)}.`,
        `The private key as the secret ${secret} of ${placeName(storage)}. It is in no file.`
      ]
  }
}

/** A key service that takes a wrapped key. */
export type KeyService = Extract<Storage, { kind: 'key-service' }>

/** The name of the file for a wrapped key. */
export function wrappedFile(key: string): string {
  return isAws(key) ? 'app-key.wrapped' : 'app-key.wrapped.txt'
}

/** The two commands that bring a wrapped key into its service, and the client ID to GitHub. */
export function importCommands(
  { key }: KeyService,
  {
    repositories: [repository = ''],
    host,
    variable
  }: Pick<Options, 'repositories' | 'host' | 'variable'>,
  clientId: string
): readonly [string, string] {
  const store: Store = { kind: 'repository', repository }
  return [importCommand(key), ghCommand(variableCommand(store, { host, variable }, clientId))]
}

function importCommand(key: string): string {
  const file = wrappedFile(key)
  if (isAws(key)) {
    const arn = key.replace(/^awskms:\/\/[^/]*\//, '')
    const region = arn.split(':')[3] ?? ''
    return `aws kms import-key-material --region ${region} --key-id ${arn} --encrypted-key-material fileb://${file} --import-token fileb://import-token.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`
  }
  const { program, mount, name } = vaultKey(key)
  return `${program} write ${mount}/keys/${name}/import type=rsa-2048 hash_function=SHA256 ciphertext=@${file}`
}

/** The commands that get the public key with which a service wants an import wrapped. */
export function wrappingKeyCommand(key: string): string {
  if (isAws(key)) {
    const arn = key.replace(/^awskms:\/\/[^/]*\//, '')
    const region = arn.split(':')[3] ?? ''
    return [
      `aws kms get-parameters-for-import --region ${region} --key-id ${arn} --wrapping-algorithm RSA_AES_KEY_WRAP_SHA_256 --wrapping-key-spec RSA_4096 --query '[PublicKey,ImportToken]' --output text > import.txt`,
      'cut -f1 import.txt | base64 -d > wrapping-key.der',
      'cut -f2 import.txt | base64 -d > import-token.bin'
    ].join('\n')
  }
  const { program, mount } = vaultKey(key)
  return `${program} read -field=public_key ${mount}/wrapping_key > wrapping-key.pem`
}

/** Whether a key is in AWS, whose command takes bytes. Vault's takes base64. */
export function isAws(key: string): boolean {
  return key.startsWith('awskms:')
}

function vaultKey(key: string): { program: string; mount: string; name: string } {
  const program = key.startsWith('openbao:') ? 'bao' : 'vault'
  const path = key.replace(/^\w+:\/\//, '').split('/')
  const name = path.pop() ?? ''
  return { program, mount: path.length === 0 ? 'transit' : path.join('/'), name }
}

/** How GitHub names the kind of an account. */
export function accountTypeOf(type: string): AccountType | undefined {
  switch (type) {
    case 'Organization':
      return 'organization'
    case 'User':
      return 'user'
    default:
      return undefined
  }
}
