import type { AwsCredentials, AwsKey } from '../../config/key-service/aws'
import { RefusedError } from '../../http/errors'
import { formBody, type RequestBody } from '../../http/request-parts'
import { textField } from '../../json'
import { printable } from '../../printable'
import { clockSkew } from '../../time'
import { AWS_REFUSALS, awsError, isClockRefusal, xmlText } from './aws-answers'
import { signAwsRequest } from './aws-signature'
import { unusable, type KeyService, type KeyServiceSignature } from './key-service'
import { readPayload } from '../../oidc/claims'
import {
  isCredential,
  KeyServiceError,
  type KeyServiceCall,
  type KeyServiceClient
} from './key-service-client'

/** RSASSA-PKCS1-v1_5 with SHA-256, as KMS calls it. */
const ALGORITHM = 'RSASSA_PKCS1_V1_5_SHA_256'
/** KMS hashes the text itself, so that a policy can forbid hashes of unknown texts. */
const MESSAGE_TYPE = 'RAW'

/** The shortest life that STS gives credentials. */
const LIFETIME_SECONDS = 900

/** Signs in AWS KMS: https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html */
export function awsService(key: AwsKey, client: KeyServiceClient): KeyService {
  const kms = new Kms(key, client)
  return {
    clockSkew: () => kms.clockSkew,
    sign: async (text) => sign(key, kms, await logIn(key, client), text),
    publicKey: async () => ({ pem: await publicKey(kms, await logIn(key, client)) })
  }
}

async function logIn(key: AwsKey, client: KeyServiceClient): Promise<AwsCredentials> {
  const { login, stsUrl } = key
  if (login.kind === 'variables') return login.credentials
  const jwt = await client.oidcToken(login.oidc)
  const credentials = await client.call<AwsCredentials>({
    stage: 'login',
    method: 'POST',
    url: `${stsUrl}/`,
    // STS answers in JSON if it is asked to.
    headers: { accept: '*/*' },
    body: formBody({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: login.role,
      RoleSessionName: sessionName(jwt),
      WebIdentityToken: jwt,
      DurationSeconds: String(LIFETIME_SECONDS),
      Policy: JSON.stringify(sessionPolicy(key))
    }),
    secrets: [jwt],
    refusals: AWS_REFUSALS,
    read: ({ text }) => {
      const accessKeyId = xmlText(text, 'AccessKeyId')
      const secretAccessKey = xmlText(text, 'SecretAccessKey')
      const sessionToken = xmlText(text, 'SessionToken')
      const all = [accessKeyId, secretAccessKey, sessionToken]
      return all.every(isCredential) ? { accessKeyId, secretAccessKey, sessionToken } : undefined
    }
  })
  const { accessKeyId, secretAccessKey, sessionToken } = credentials
  for (const secret of [accessKeyId, secretAccessKey, sessionToken]) client.mask(secret)
  return credentials
}

/** Names the run in the logs of AWS, as far as STS takes the characters: `octo-org-hello@1234567890`. */
function sessionName(jwt: string): string {
  const payload = readPayload(jwt)
  const repository = clean(textField(payload, 'repository'))
  const run = clean(textField(payload, 'run_id')).slice(0, 20)
  const name = repository.slice(0, 64 - 1 - run.length)
  return name === '' || run === '' ? 'github-app-token' : `${name}@${run}`
}

function clean(text: string): string {
  return text.replace(/[^\w+=,.@-]/g, '-')
}

/**
 * What the credentials of this step are cut down to, whatever else the role may do. An alias cannot be
 * a resource, so its name is a condition.
 */
function sessionPolicy({ arn, prefix, resource }: AwsKey): object {
  const isAlias = resource.startsWith('alias/')
  const alias = isAlias ? { 'kms:RequestAlias': resource } : {}
  const common = { Effect: 'Allow', Resource: isAlias ? `${prefix}key/*` : arn }
  const signature = { 'kms:SigningAlgorithm': ALGORITHM, 'kms:MessageType': MESSAGE_TYPE }
  return {
    Version: '2012-10-17',
    Statement: [
      { ...common, Action: 'kms:Sign', Condition: { StringEquals: { ...alias, ...signature } } },
      {
        ...common,
        Action: 'kms:GetPublicKey',
        ...(isAlias ? { Condition: { StringEquals: alias } } : {})
      }
    ]
  }
}

async function sign(
  key: AwsKey,
  kms: Kms,
  credentials: AwsCredentials,
  text: string
): Promise<KeyServiceSignature> {
  const answer = await kms.call<{ bytes: Buffer; keyArn: string; algorithm: string }>({
    stage: 'signature',
    operation: 'Sign',
    credentials,
    parameters: {
      Message: Buffer.from(text).toString('base64'),
      MessageType: MESSAGE_TYPE,
      SigningAlgorithm: ALGORITHM
    },
    read: ({ body }) => {
      const bytes = base64(textField(body, 'Signature'))
      const keyArn = textField(body, 'KeyId')
      const algorithm = textField(body, 'SigningAlgorithm')
      return bytes === undefined || keyArn === '' || algorithm === ''
        ? undefined
        : { bytes, keyArn, algorithm }
    }
  })
  const { bytes, keyArn, algorithm } = answer
  if (algorithm !== ALGORITHM) throw unusable(key, { is: 'algorithm', algorithm: short(algorithm) })
  // KMS tells the key, also if it was asked for an alias.
  const isKey = key.resource.startsWith('alias/')
    ? keyArn.startsWith(`${key.prefix}key/`)
    : keyArn === key.arn
  if (!isKey) {
    throw unusable(key, { is: 'other-key', asked: key.resource, used: short(keyArn) })
  }
  return { bytes }
}

async function publicKey(kms: Kms, credentials: AwsCredentials): Promise<string> {
  const der = await kms.call<Buffer>({
    stage: 'public-key',
    operation: 'GetPublicKey',
    credentials,
    parameters: {},
    read: ({ body }) => base64(textField(body, 'PublicKey'))
  })
  return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`
}

/** A call of KMS. */
interface KmsCall<T> extends Pick<KeyServiceCall<T>, 'stage' | 'read'> {
  readonly operation: 'Sign' | 'GetPublicKey'
  readonly credentials: AwsCredentials
  readonly parameters: Readonly<Record<string, string>>
}

/** Calls KMS with signed requests. AWS takes a signature for five minutes by its own clock. */
class Kms {
  readonly #key: AwsKey
  readonly #client: KeyServiceClient
  #skew: number | undefined

  constructor(key: AwsKey, client: KeyServiceClient) {
    this.#key = key
    this.#client = client
  }

  /** AWS's clock less the runner's, in milliseconds, if it had to be corrected. */
  get clockSkew(): number | undefined {
    return this.#skew
  }

  /** If KMS refuses the time of a request, sends it once more by AWS's clock. */
  async call<T>(call: KmsCall<T>): Promise<T> {
    try {
      return await this.#send(call)
    } catch (error) {
      const reply =
        error instanceof KeyServiceError && error.cause instanceof RefusedError
          ? error.cause.reply
          : undefined
      const isClock = reply !== undefined && isClockRefusal(awsError(reply))
      const skew = isClock ? clockSkew(reply.date, Date.now()) : undefined
      if (skew === undefined || this.#skew !== undefined) throw error
      this.#skew = skew
      return this.#send(call)
    }
  }

  async #send<T>({ stage, operation, credentials, parameters, read }: KmsCall<T>): Promise<T> {
    const { arn, region, kmsUrl } = this.#key
    const headers = { 'x-amz-target': `TrentService.${operation}` }
    const body: RequestBody = {
      contentType: 'application/x-amz-json-1.1',
      text: JSON.stringify({ KeyId: arn, ...parameters })
    }
    const request = {
      region,
      service: 'kms',
      host: new URL(kmsUrl).host,
      headers: { ...headers, 'content-type': body.contentType },
      body: body.text
    }
    const { secretAccessKey, sessionToken } = credentials
    return this.#client.call<T>({
      stage,
      method: 'POST',
      url: `${kmsUrl}/`,
      headers,
      body,
      authorize: () => ({
        headers: signAwsRequest(request, credentials, Date.now() + (this.#skew ?? 0)),
        secrets: [secretAccessKey, sessionToken]
      }),
      refusals: AWS_REFUSALS,
      read
    })
  }
}

/** A text of AWS fit to be shown, without the number of the account. */
function short(text: string): string {
  return printable(text.replace(/:\d{12}:/g, ':…:'))
}

function base64(text: string): Buffer | undefined {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined
}
