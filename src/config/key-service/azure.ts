import { combine, invalid, map, valid, type Parsed } from '../../parsed'
import { printable } from '../../printable'
import type { KmsKeyMistake, LoginInput } from '../../problems/key-service-problem'
import type { KeyServiceFacts } from './facts'
import { readOidcRequest, type OidcRequest } from '../oidc'

/** A version of a key in Azure Key Vault, or in a Managed HSM of Azure. */
export interface AzureKey {
  readonly kind: 'key-service'
  readonly service: 'azure'
  readonly product: 'vault' | 'managedhsm'
  /** The address of the vault or HSM without a trailing slash. */
  readonly address: string
  /** The name of the vault or HSM. */
  readonly vault: string
  readonly name: string
  readonly version: string
  readonly login: AzureLogin
}

/** How to log in to Microsoft Entra ID: the job's OIDC token is exchanged for an access token. */
export interface AzureLogin {
  readonly kind: 'oidc'
  /** The address of the login service without a trailing slash. */
  readonly address: string
  readonly tenant: string
  readonly clientId: string
  /** For which service the access token is. */
  readonly scope: string
  readonly oidc: OidcRequest
}

const EXAMPLE = 'azurekms://my-vault/github-app/0123456789abcdef0123456789abcdef'
const EXAMPLE_VERSION = '0123456789abcdef0123456789abcdef'

/** https://learn.microsoft.com/en-us/azure/key-vault/general/about-keys-secrets-certificates */
const VAULT_NAME = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){2,23}$/i
const KEY_NAME = /^[a-z0-9-]{1,127}$/i
const VERSION = /^[0-9a-f]{32}$/i
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** The token endpoint takes a domain of the tenant, too. Words such as `common` have no dot. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i
const HOST = /^([^.]+)\.(vault|managedhsm)\.(azure\.net|azure\.cn|usgovcloudapi\.net)$/i
/** A server on this machine, for tests: it has the login and the vault. */
const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]):\d{1,5}$/i

/** Where a cloud of Azure logs in, and whom the OIDC token must be for there. */
interface Cloud {
  readonly login: string
  readonly audience: string
}

const PUBLIC_CLOUD: Cloud = {
  login: 'https://login.microsoftonline.com',
  audience: 'api://AzureADTokenExchange'
}

/**
 * The clouds by the end of the host name:
 * https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud
 * https://learn.microsoft.com/en-us/graph/api/resources/federatedidentitycredential
 */
const CLOUDS: ReadonlyMap<string, Cloud> = new Map([
  ['azure.net', PUBLIC_CLOUD],
  [
    'azure.cn',
    {
      login: 'https://login.partner.microsoftonline.cn',
      audience: 'api://AzureADTokenExchangeChina'
    }
  ],
  [
    'usgovcloudapi.net',
    { login: 'https://login.microsoftonline.us', audience: 'api://AzureADTokenExchangeUSGov' }
  ]
])

/**
 * Reads `azurekms://VAULT/KEY/VERSION`, where VAULT is a name or a host of Azure, and how to log in.
 * Problems: `kms-key-malformed`, `login-missing`, `login-incomplete`, `login-input-malformed`,
 * `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param path what follows `azurekms://`
 */
export function parseAzureKey(path: string, facts: KeyServiceFacts): Parsed<AzureKey> {
  const place = parsePlace(path)
  const { cloud, scope } = place.ok ? place.value : { cloud: PUBLIC_CLOUD, scope: '' }
  const parts = combine<{ place: KeyPlace; login: AzureLogin }>({
    place,
    login: parseLogin(cloud, scope, facts)
  })
  return map(parts, ({ place: { vault, product, address, name, version }, login }) => ({
    kind: 'key-service',
    service: 'azure',
    product,
    address,
    vault,
    name,
    version,
    login
  }))
}

/** The mistake in the address of a key, as Azure shows it; undefined if it is none. */
export function recognizeAzureKey(text: string): KmsKeyMistake | undefined {
  return readUrl(text, readHost)
}

function readUrl(
  text: string,
  readVault: (host: string) => Vault | undefined
): KmsKeyMistake | undefined {
  const [, host = '', name = '', version = ''] =
    /^(?:https?:\/\/)?([^/:]+)(?::443)?\/keys\/([^/?#]+)(?:\/([^/?#]+))?\/?(?:[?#].*)?$/i.exec(
      text
    ) ?? []
  const vault = readVault(host)
  if (vault === undefined || !KEY_NAME.test(name)) return undefined
  const short = `azurekms://${vault.host.replace(/\.vault\.azure\.net$/, '')}/${name}`
  return VERSION.test(version)
    ? { mistake: 'other-spelling', is: 'azure-url', uri: `${short}/${version}` }
    : missing('version', `${short}/${EXAMPLE_VERSION}`)
}

/** Where a key is, and what follows from that. */
interface KeyPlace extends Pick<AzureKey, 'product' | 'address' | 'vault' | 'name' | 'version'> {
  readonly cloud: Cloud
  readonly scope: string
}

function parsePlace(path: string): Parsed<KeyPlace> {
  const [authority = '', name = '', version = '', ...more] = path.split('/')
  const vault = readAuthority(authority)
  const isWhole = vault !== undefined && KEY_NAME.test(name) && VERSION.test(version)
  if (isWhole && more.length === 0) return valid({ ...vault, name, version: version.toLowerCase() })
  const mistake =
    readUrl(path, readAuthority) ?? describeMistake({ authority, vault, name, version, path })
  return invalid({ kind: 'kms-key-malformed', mistake })
}

interface Pieces {
  readonly authority: string
  readonly vault: Vault | undefined
  readonly name: string
  readonly version: string
  readonly path: string
}

function describeMistake({ authority, vault, name, version, path }: Pieces): KmsKeyMistake {
  if (authority === '') return missing('vault')
  if (vault === undefined) return malformed('vault', authority)
  if (name === '') return missing('key')
  if (!KEY_NAME.test(name)) return malformed('key', name)
  const uri = `azurekms://${authority}/${name}/${EXAMPLE_VERSION}`
  if (version === '') return missing('version', uri)
  return VERSION.test(version)
    ? malformed('version', path.split('/').slice(2).join('/'), uri)
    : malformed('version', version, uri)
}

function missing(part: 'vault' | 'key' | 'version', uri = EXAMPLE): KmsKeyMistake {
  return { mistake: 'part-missing', service: 'azure', part, uri }
}

function malformed(part: string, text: string, uri = EXAMPLE): KmsKeyMistake {
  return { mistake: 'part-malformed', service: 'azure', part, text: printable(text), uri }
}

/** A vault or HSM, and how to log in to it. */
interface Vault extends Omit<KeyPlace, 'name' | 'version'> {
  readonly host: string
}

/** Reads a name of a vault, a host of Azure, or a port on this machine; undefined if it is none. */
function readAuthority(authority: string): Vault | undefined {
  if (LOOPBACK.test(authority)) {
    const address = `http://${authority.toLowerCase()}`
    const cloud = { ...PUBLIC_CLOUD, login: address }
    const scope = 'https://vault.azure.net/.default'
    return { product: 'vault', host: authority, address, vault: authority, cloud, scope }
  }
  return readHost(authority.includes('.') ? authority : `${authority}.vault.azure.net`)
}

function readHost(text: string): Vault | undefined {
  const host = text.toLowerCase()
  const [, vault = '', service = '', domain = ''] = HOST.exec(host) ?? []
  const cloud = CLOUDS.get(domain)
  if (cloud === undefined || !VAULT_NAME.test(vault)) return undefined
  return {
    product: service === 'vault' ? 'vault' : 'managedhsm',
    host,
    address: `https://${host}`,
    vault,
    cloud,
    scope: `https://${service}.${domain}/.default`
  }
}

function parseLogin(cloud: Cloud, scope: string, facts: KeyServiceFacts): Parsed<AzureLogin> {
  const { inputs } = facts
  const clientId = inputs['azure-client-id']
  const tenant = inputs['azure-tenant-id']
  if (clientId + tenant + inputs.audience === '') {
    return invalid({ kind: 'login-missing', service: 'azure' })
  }
  const incomplete = (missing: LoginInput, beside: LoginInput): Parsed<never> =>
    invalid({ kind: 'login-incomplete', service: 'azure', missing, beside })
  if (clientId === '') {
    return incomplete('azure-client-id', tenant === '' ? 'audience' : 'azure-tenant-id')
  }
  if (tenant === '') return incomplete('azure-tenant-id', 'azure-client-id')
  const login = combine<Pick<AzureLogin, 'clientId' | 'tenant' | 'oidc'>>({
    clientId: parseId('azure-client-id', clientId, [GUID]),
    tenant: parseId('azure-tenant-id', tenant, [GUID, DOMAIN]),
    oidc: readOidcRequest('azure', cloud.audience, facts)
  })
  return map(login, (parts) => ({ kind: 'oidc', address: cloud.login, scope, ...parts }))
}

function parseId(
  input: 'azure-client-id' | 'azure-tenant-id',
  text: string,
  patterns: readonly RegExp[]
): Parsed<string> {
  if (patterns.some((pattern) => pattern.test(text))) return valid(text.toLowerCase())
  const example = '01234567-89ab-cdef-0123-456789abcdef'
  return invalid({ kind: 'login-input-malformed', input, text: printable(text), example })
}
