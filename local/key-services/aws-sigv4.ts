/** Checks signatures of AWS (Signature Version 4), with code that the action does not have. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { AwsCaller, AwsData } from './aws'
import type { ServiceRequest } from './service'

/** Who signed a request, or why it is refused. */
export type Signed =
  { readonly caller: AwsCaller } | { readonly code: string; readonly message: string }

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(?<id>[^/]+)\/(?<day>\d{8})\/(?<region>[^/]+)\/(?<service>[^/]+)\/aws4_request, SignedHeaders=(?<names>[a-z0-9;-]+), Signature=(?<signature>[0-9a-f]{64})$/

/** AWS takes a signature for so long. */
const MAX_AGE_MS = 5 * 60_000

/** Checks a request to KMS as AWS does. */
export function signatureMistake(request: ServiceRequest, data: AwsData): Signed {
  const { headers } = request
  if (headers.authorization === undefined) {
    return { code: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' }
  }
  const parts = AUTHORIZATION.exec(headers.authorization)?.groups as Parts | undefined
  if (parts === undefined) {
    return { code: 'IncompleteSignatureException', message: 'The header is not well-formed' }
  }
  checkNames(request, parts)
  const caller = data.callers.get(parts.id)
  if (caller?.sessionToken !== String(headers['x-amz-security-token'] ?? '')) {
    const message = 'The security token included in the request is invalid.'
    return { code: 'UnrecognizedClientException', message }
  }
  return ageMistake(request, parts, data) ?? valueMistake(request, parts, caller) ?? { caller }
}

/** Which headers are signed: KMS would tolerate fewer. */
function checkNames({ headers, complain }: ServiceRequest, parts: Parts): void {
  const names = parts.names.split(';')
  if (names.join() !== names.toSorted().join()) complain('the signed headers are not in order')
  const own = ['host', 'x-amz-date', 'x-amz-target', 'content-type']
  const token = headers['x-amz-security-token'] === undefined ? [] : ['x-amz-security-token']
  for (const name of [...own, ...token]) {
    if (!names.includes(name)) complain(`${name} is not signed`)
  }
}

interface Parts {
  readonly id: string
  readonly day: string
  readonly region: string
  readonly service: string
  readonly names: string
  readonly signature: string
}

function ageMistake(
  { headers }: ServiceRequest,
  { day, region, service }: Parts,
  data: AwsData
): Signed | undefined {
  const date = String(headers['x-amz-date'])
  const time = Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'))
  const now = data.now()
  const code = 'InvalidSignatureException'
  if (!(time > now - MAX_AGE_MS)) {
    const message = `Signature expired: ${date} is now earlier than ${stamp(now - MAX_AGE_MS)} (${stamp(now)} - 5 min.)`
    return { code, message }
  }
  if (time > now + MAX_AGE_MS) {
    const message = `Signature not yet current: ${date} is still later than ${stamp(now + MAX_AGE_MS)} (${stamp(now)} + 5 min.)`
    return { code, message }
  }
  if (day !== date.slice(0, 8)) return { code, message: 'Date in Credential scope does not match' }
  if (region !== data.region || service !== 'kms') {
    return { code, message: 'Credential should be scoped to a valid region.' }
  }
  return undefined
}

function stamp(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function valueMistake(
  { headers, body, method, path, query }: ServiceRequest,
  { day, region, service, names, signature }: Parts,
  { secretAccessKey }: AwsCaller
): Signed | undefined {
  let canonical = `${method}\n${path}\n${query.toString()}\n`
  for (const name of names.split(';')) canonical += `${name}:${String(headers[name]).trim()}\n`
  canonical += `\n${names}\n${hash(body)}`
  const scope = `${day}/${region}/${service}/aws4_request`
  const date = String(headers['x-amz-date'])
  const text = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${hash(canonical)}`
  let key: Buffer = Buffer.from(`AWS4${secretAccessKey}`)
  for (const part of [day, region, service, 'aws4_request', text]) {
    key = createHmac('sha256', key).update(part, 'utf8').digest()
  }
  if (timingSafeEqual(key, Buffer.from(signature, 'hex'))) return undefined
  return {
    code: 'InvalidSignatureException',
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
