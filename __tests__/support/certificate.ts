import { generateKeyPairSync, sign } from 'node:crypto'

/** A self-made certificate with its key, both in PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

const SHA256_WITH_RSA = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'))
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex')

/** Makes a self-signed certificate (RFC 5280) for one host name. */
export function makeCertificate(host: string, days: { from: number; to: number }): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const name = der(0x30, der(0x31, der(0x30, COMMON_NAME, text(0x0c, host))))
  const alternative = der(0x04, der(0x30, text(0x82, host)))
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    SHA256_WITH_RSA,
    name,
    der(0x30, text(0x18, moment(days.from)), text(0x18, moment(days.to))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, der(0x30, SUBJECT_ALT_NAME, alternative)))
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const base64 = der(0x30, body, SHA256_WITH_RSA, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
  }
}

/** GeneralizedTime, some days from now. */
function moment(days: number): string {
  const time = new Date(Date.now() + days * 24 * 3600 * 1000)
  return time
    .toISOString()
    .replace(/\.\d+Z$|[-:T]/g, '')
    .concat('Z')
}

function text(tag: number, content: string): Buffer {
  return der(tag, Buffer.from(content))
}

/** An element of DER (X.690), its length in the shortest form. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const size = content.length
  const head = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}
