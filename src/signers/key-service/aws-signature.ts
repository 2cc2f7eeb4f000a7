import { createHash, createHmac } from 'node:crypto'
import type { AwsCredentials } from '../../config/key-service/aws'

/** A POST to the path `/` of an AWS service. */
export interface AwsRequest {
  readonly region: string
  /** The name of the service in signatures, such as `kms`. */
  readonly service: string
  /** The host with its port, if that is not the default. */
  readonly host: string
  /** The headers that are signed, with names in lower case. Not `host`. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'

/**
 * The headers that sign a request (Signature Version 4):
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 *
 * @param time AWS's time as far as known, in milliseconds since 1970
 */
export function signAwsRequest(
  { region, service, host, headers, body }: AwsRequest,
  { accessKeyId, secretAccessKey, sessionToken }: AwsCredentials,
  time: number
): Record<string, string> {
  const date = new Date(time).toISOString().replace(/[:-]|\.\d+/g, '')
  const own: Record<string, string> = {
    'x-amz-date': date,
    ...(sessionToken === '' ? {} : { 'x-amz-security-token': sessionToken })
  }
  const signed = Object.entries({ ...headers, ...own, host }).sort(([a], [b]) => (a < b ? -1 : 1))
  const names = signed.map(([name]) => name).join(';')
  const lines = signed.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, ' ')}\n`)
  const canonical = ['POST', '/', '', lines.join(''), names, sha256(body)].join('\n')
  const scope = [date.slice(0, 8), region, service, 'aws4_request']
  const text = [ALGORITHM, date, scope.join('/'), sha256(canonical)].join('\n')
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  const credential = `${accessKeyId}/${scope.join('/')}`
  const authorization = `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${hmac(key, text).toString('hex')}`
  return { ...own, authorization }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
