/** Signature Version 4, held to AWS's published test vectors and to AWS's own library. */
import { SignatureV4 } from '@smithy/signature-v4'
import { createHash, createHmac } from 'node:crypto'
import { signAwsRequest, type AwsRequest } from '../src/signers/key-service/aws-signature'
import { SEED, triesOf, withSeed, type Random } from './support/search'

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: ''
}

const TOKEN =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=='

// The POST requests to "/" of aws-sig-v4-test-suite.
test.each<[string, Partial<AwsRequest>, string, string, string]>([
  [
    'post-vanilla',
    {},
    '',
    'host;x-amz-date',
    '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'
  ],
  [
    'post-header-key-sort',
    { headers: { 'my-header1': 'value1' } },
    '',
    'host;my-header1;x-amz-date',
    'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c'
  ],
  [
    'post-header-value-case',
    { headers: { 'my-header1': 'VALUE1' } },
    '',
    'host;my-header1;x-amz-date',
    'cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d'
  ],
  [
    'post-x-www-form-urlencoded',
    {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Param1=value1'
    },
    '',
    'content-type;host;x-amz-date',
    'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a'
  ],
  [
    'post-x-www-form-urlencoded-parameters',
    {
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf8' },
      body: 'Param1=value1'
    },
    '',
    'content-type;host;x-amz-date',
    '1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe'
  ],
  [
    'post-sts-header-before',
    {},
    TOKEN,
    'host;x-amz-date;x-amz-security-token',
    '85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead'
  ]
])("AWS's test vector %s", (_, request, sessionToken, names, signature) => {
  const headers = signAwsRequest(
    {
      region: 'us-east-1',
      service: 'service',
      host: 'example.amazonaws.com',
      headers: {},
      body: '',
      ...request
    },
    { ...credentials, sessionToken },
    Date.UTC(2015, 7, 30, 12, 36, 0)
  )
  expect(headers).toEqual({
    'x-amz-date': '20150830T123600Z',
    ...(sessionToken === '' ? {} : { 'x-amz-security-token': sessionToken }),
    authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${names}, Signature=${signature}`
  })
})

/** The hash that the library asks for. */
class Sha256 {
  private readonly hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : bytesOf(secret))
  }

  update(data: Uint8Array): void {
    this.hash.update(data)
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.hash.digest()))
  }

  reset(): void {
    throw new Error('not used')
  }
}

function bytesOf(data: ArrayBuffer | ArrayBufferView): Buffer {
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data)
}

const VISIBLE = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=.-_:;"{}'

function text(random: Random, longest: number, letters = VISIBLE): string {
  const all = Array.from(letters)
  return Array.from({ length: 1 + random.int(longest) }, () => random.pick(all)).join('')
}

test('@smithy/signature-v4 signs random requests in the same way', async () => {
  for (let seed = SEED; seed < SEED + triesOf(5000, 300); seed++) await withSeed(seed, compare)
})

async function compare(random: Random): Promise<void> {
  const request: AwsRequest = {
    region: random.pick(['eu-central-1', 'cn-north-1', 'us-gov-west-1']),
    service: random.pick(['kms', 'sts']),
    host: random.pick(['kms.eu-central-1.amazonaws.com', '127.0.0.1:4566', '[::1]:1']),
    headers: {
      'x-amz-target': text(random, 30),
      'content-type': text(random, 30, `${VISIBLE}  `),
      ...(random.chance(0.5) ? { [`x-${text(random, 8, 'abcz019')}`]: text(random, 9, ' a') } : {})
    },
    body: text(random, 400, `${VISIBLE} ü€😀`)
  }
  const keys = {
    accessKeyId: text(random, 20, 'ABCXYZ0189'),
    secretAccessKey: text(random, 60),
    sessionToken: random.chance(0.7) ? text(random, 400) : ''
  }
  const time = random.int(2 ** 31) * 1000 + random.int(1000)
  const { sessionToken, ...lasting } = keys
  const library = new SignatureV4({
    region: request.region,
    service: request.service,
    credentials: sessionToken === '' ? lasting : keys,
    sha256: Sha256,
    applyChecksum: false
  })
  const signed = await library.sign(
    {
      method: 'POST',
      protocol: 'https:',
      hostname: request.host,
      path: '/',
      query: {},
      headers: { ...request.headers, host: request.host },
      body: request.body
    },
    { signingDate: new Date(time) }
  )
  const own = signAwsRequest(request, keys, time)
  expect({ ...request.headers, host: request.host, ...own }).toEqual(signed.headers)
}
