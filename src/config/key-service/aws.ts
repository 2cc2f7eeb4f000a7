import { combine, invalid, map, valid, type Parsed } from '../../parsed'
import { printable } from '../../printable'
import type { KmsKeyMistake } from '../../problems/key-service-problem'
import { isLoopback } from '../api-url'
import type { KeyServiceFacts } from './facts'
import { readOidcRequest, type OidcRequest } from '../oidc'

/** A key in AWS KMS. */
export interface AwsKey {
  readonly kind: 'key-service'
  readonly service: 'aws'
  /** The ARN of the key, or of an alias of it. */
  readonly arn: string
  /** What the ARN begins with: `arn:PARTITION:kms:REGION:ACCOUNT:`. */
  readonly prefix: string
  readonly region: string
  /** `key/ID` or `alias/NAME`. */
  readonly resource: string
  /** Where KMS answers, without a trailing slash. */
  readonly kmsUrl: string
  /** Where AWS STS answers, which logs in; without a trailing slash. */
  readonly stsUrl: string
  readonly login: AwsLogin
}

/** How to log in to AWS. */
export type AwsLogin =
  /** The job's OIDC token is exchanged for credentials of this role. */
  | { readonly kind: 'oidc'; readonly role: string; readonly oidc: OidcRequest }
  /** Credentials that are there already, from the variables `AWS_ACCESS_KEY_ID` and so on. */
  | { readonly kind: 'variables'; readonly credentials: AwsCredentials }

/** What signs a request to AWS. */
export interface AwsCredentials {
  readonly accessKeyId: string
  /** Secret. */
  readonly secretAccessKey: string
  /** Secret; empty for the lasting credentials of a user. */
  readonly sessionToken: string
}

/** The audience that AWS documents for GitHub. */
const AUDIENCE = 'sts.amazonaws.com'

/** What the hosts of a partition end with. Isolated partitions are not here: GitHub is not there either. */
const DOMAINS = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
  'aws-eusc': 'amazonaws.eu'
} as const

/** A part of AWS that has its own regions and accounts. */
type Partition = keyof typeof DOMAINS

const REGION = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,2}-\d{1,2}$/
const ACCOUNT = /^\d{12}$/
const KEY_ID = /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|mrk-[\da-f]{32})$/
/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
const ALIAS = /^alias\/[\w/-]{1,250}$/
const ROLE = /^arn:(?<partition>aws(?:-[a-z]+)*):iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/
const HOST = /^(?:[a-z\d-]+(?:\.[a-z\d-]+)*|\[::1\])(?::\d{1,5})?$/i

const EXAMPLE =
  'awskms:///arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'

/**
 * Reads `awskms:///ARN` or `awskms://ENDPOINT/ARN`, and how to log in. The ARN decides which hosts are
 * asked. An endpoint replaces that of KMS only. If it is a server on this machine, it is asked without
 * TLS, and STS is looked for there, too.
 * Problems: `kms-key-malformed`, `login-incomplete`, `login-input-malformed`, `login-missing`,
 * `login-variable-malformed`, `oidc-not-available`, `oidc-audience-refused`.
 */
export function parseAwsKey(uri: string, facts: KeyServiceFacts): Parsed<AwsKey> {
  const place = parseLocation(uri)
  const partition = place.ok ? partitionOf(place.value.region) : 'aws'
  const parts = combine<{ place: KeyLocation; login: AwsLogin }>({
    place,
    login: parseLogin(partition, facts)
  })
  return map(parts, ({ place: found, login }) => ({
    kind: 'key-service',
    service: 'aws',
    ...found,
    login
  }))
}

/** The mistake in an ARN, a name or an id that names a key of KMS; undefined if it names none. */
export function recognizeAwsKey(text: string): KmsKeyMistake | undefined {
  return spelling(text, '')
}

/** Where a key is, and who answers for it. */
type KeyLocation = Omit<AwsKey, 'kind' | 'service' | 'login'>

function parseLocation(uri: string): Parsed<KeyLocation> {
  const rest = uri.replace(/^awskms:/i, '')
  const bare = rest.replace(/^\/+/, '')
  const { endpoint = '', path } = /^\/\/(?<endpoint>[^/]*)\/(?<path>.*)$/.exec(rest)?.groups ?? {}
  if (bare === '') return missing('key')
  if (path === undefined || endpoint.startsWith('arn:')) {
    return isArnOfKms(bare)
      ? wrongKey({
          mistake: 'other-spelling',
          is: 'two-slashes',
          uri: shownUri(`awskms:///${bare}`)
        })
      : malformed('ARN', bare)
  }
  if (path.startsWith('arn:')) return parseArn(path, endpoint)
  const other = spelling(path, endpoint) ?? spelling(bare, '')
  return other === undefined ? malformed('ARN', path) : wrongKey(other)
}

/** The parts of the ARN of a key. */
interface ArnParts {
  readonly partition: string
  readonly region: string
  readonly account: string
  readonly key: string
}

function parseArn(arn: string, endpoint: string): Parsed<KeyLocation> {
  const [, partition, region = '', account = '', key = ''] =
    /^arn:([^:]+):kms:([^:]*):([^:]*):(.*)$/.exec(arn) ?? []
  if (partition === undefined) return malformed('ARN', arn)
  const parts = { partition, region, account, key }
  const mistake = mistakeInArn(parts, endpoint)
  if (mistake !== undefined) return mistake
  const addresses = findAddresses(endpoint, region, DOMAINS[partitionOf(region)])
  if (addresses === undefined) return malformed('endpoint', endpoint)
  const prefix = `arn:${partition}:kms:${region}:${account}:`
  return valid({ arn, prefix, region, resource: key, ...addresses })
}

function mistakeInArn(parts: ArnParts, endpoint: string): Parsed<never> | undefined {
  const { partition, region, account, key } = parts
  const names = ['region', 'account', 'key'] as const
  const empty = names.find((name) => parts[name] === '')
  if (empty !== undefined) return missing(empty)
  if (!REGION.test(region)) return malformed('region', region)
  if (!ACCOUNT.test(account)) return malformed('account', account)
  if (!isKeyOrAlias(key)) return malformed('key', key)
  const right = partitionOf(region)
  if (partition === right) return undefined
  const uri = `awskms://${endpoint}/arn:${right}:kms:${region}:${account}:${key}`
  return malformed('partition', partition, uri)
}

function isKeyOrAlias(resource: string): boolean {
  const id = /^key\/(.*)$/.exec(resource)?.[1]
  return id === undefined ? ALIAS.test(resource) : KEY_ID.test(id)
}

/** Undefined if the endpoint is not a host, with or without a port. */
function findAddresses(
  endpoint: string,
  region: string,
  domain: string
): Pick<AwsKey, 'kmsUrl' | 'stsUrl'> | undefined {
  const stsUrl = `https://sts.${region}.${domain}`
  if (endpoint === '') return { kmsUrl: `https://kms.${region}.${domain}`, stsUrl }
  if (!HOST.test(endpoint) || !URL.canParse(`https://${endpoint}`)) return undefined
  const { origin, hostname, host } = new URL(`https://${endpoint}`)
  if (!isLoopback(hostname)) return { kmsUrl: origin, stsUrl }
  // A server on this machine is one for tests, and has everything.
  return { kmsUrl: `http://${host}`, stsUrl: `http://${host}` }
}

function partitionOf(region: string): Partition {
  if (region.startsWith('cn-')) return 'aws-cn'
  if (region.startsWith('us-gov-')) return 'aws-us-gov'
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws'
}

function isArnOfKms(text: string): boolean {
  return /^arn:aws(?:-[a-z]+)*:kms:/.test(text)
}

/** What a text is that names a key without the scheme, the region or the account. */
function spelling(text: string, endpoint: string): KmsKeyMistake | undefined {
  const uri = `awskms://${endpoint}/`
  const unknown = `${uri}arn:aws:kms:REGION:ACCOUNT:`
  const id = text.replace(/^key\//, '')
  if (isArnOfKms(text))
    return { mistake: 'other-spelling', is: 'aws-arn', uri: shownUri(uri + text) }
  if (ALIAS.test(text)) return { mistake: 'other-spelling', is: 'aws-alias', uri: unknown + text }
  if (!KEY_ID.test(id)) return undefined
  return { mistake: 'other-spelling', is: 'aws-key-id', uri: `${unknown}key/${id}` }
}

function missing(part: 'region' | 'account' | 'key'): Parsed<never> {
  return wrongKey({ mistake: 'part-missing', service: 'aws', part, uri: EXAMPLE })
}

function malformed(part: string, text: string, uri = EXAMPLE): Parsed<never> {
  return wrongKey({
    mistake: 'part-malformed',
    service: 'aws',
    part,
    text: printable(text),
    uri: shownUri(uri)
  })
}

/** Longer than any ARN of a key with an endpoint. */
const MAX_URI_LENGTH = 600

/** A URI with parts that the person wrote. */
function shownUri(uri: string): string {
  return printable(uri, MAX_URI_LENGTH)
}

function wrongKey(mistake: KmsKeyMistake): Parsed<never> {
  return invalid({ kind: 'kms-key-malformed', mistake })
}

function parseLogin(partition: string, facts: KeyServiceFacts): Parsed<AwsLogin> {
  const { inputs, variables } = facts
  const role = inputs['aws-role-to-assume']
  if (role !== '') return parseOidcLogin(role, partition, facts)
  if (inputs.audience !== '') {
    const missing = 'aws-role-to-assume'
    return invalid({ kind: 'login-incomplete', service: 'aws', missing, beside: 'audience' })
  }
  const credentials = {
    accessKeyId: variables.AWS_ACCESS_KEY_ID,
    secretAccessKey: variables.AWS_SECRET_ACCESS_KEY,
    sessionToken: variables.AWS_SESSION_TOKEN
  }
  if (credentials.accessKeyId === '' || credentials.secretAccessKey === '') {
    return invalid({ kind: 'login-missing', service: 'aws' })
  }
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const
  const variable = names.find((name) => !/^[\x21-\x7e]*$/.test(variables[name]))
  return variable === undefined
    ? valid({ kind: 'variables', credentials })
    : invalid({ kind: 'login-variable-malformed', variable })
}

function parseOidcLogin(role: string, partition: string, facts: KeyServiceFacts): Parsed<AwsLogin> {
  const found = ROLE.exec(role)?.groups?.['partition']
  if (found !== partition) {
    return invalid({
      kind: 'login-input-malformed',
      input: 'aws-role-to-assume',
      text: printable(role),
      example: `arn:${partition}:iam::123456789012:role/github-app`
    })
  }
  return map(readOidcRequest('aws', AUDIENCE, facts), (oidc) => ({ kind: 'oidc', role, oidc }))
}
