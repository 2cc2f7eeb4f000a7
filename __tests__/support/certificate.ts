/** Certificates for tests with TLS, made without OpenSSL's command line. */
import { generateKeyPairSync, randomBytes, sign, type KeyPairKeyObjectResult } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { derElement, pem } from './keys'

/** A certificate with its key, both in PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

const SHA256_WITH_RSA = derElement(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'))
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex')
/** The extension BasicConstraints, critical, with `cA` set. */
const IS_AUTHORITY = derElement(0x30, Buffer.from('0603551d130101ff040530030101ff', 'hex'))

/** From when to when a certificate is valid, in days from now. Days in the past are negative. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** A private certificate authority, which no machine trusts. */
export interface Authority {
  /** Its certificate in PEM, for the file in `NODE_EXTRA_CA_CERTS`. */
  readonly cert: string
  /** Creates a certificate, with a new key, for one host. */
  issue(host: string, days: Days): Certificate
}

/** Creates a self-signed certificate (RFC 5280) for one host. */
export function makeCertificate(host: string, days: Days): Certificate {
  const keys = makeKeys()
  return certify({
    subject: host,
    issuer: host,
    days,
    keys,
    signer: keys,
    extension: forHost(host)
  })
}

/** Creates a certificate authority that is valid for a month. */
export function makeAuthority(name: string): Authority {
  const signer = makeKeys()
  const { cert } = certify({
    subject: name,
    issuer: name,
    days: { from: -31, to: 31 },
    keys: signer,
    signer,
    extension: IS_AUTHORITY
  })
  return {
    cert,
    issue: (host, days) =>
      certify({
        subject: host,
        issuer: name,
        days,
        keys: makeKeys(),
        signer,
        extension: forHost(host)
      })
  }
}

interface Request {
  readonly subject: string
  readonly issuer: string
  readonly days: Days
  readonly keys: KeyPairKeyObjectResult
  readonly signer: KeyPairKeyObjectResult
  readonly extension: Buffer
}

function makeKeys(): KeyPairKeyObjectResult {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

function certify({ subject, issuer, days, keys, signer, extension }: Request): Certificate {
  const body = derElement(
    0x30,
    derElement(0xa0, derElement(0x02, Buffer.from([2]))),
    derElement(0x02, serialNumber()),
    SHA256_WITH_RSA,
    commonName(issuer),
    derElement(0x30, text(0x18, moment(days.from)), text(0x18, moment(days.to))),
    commonName(subject),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    derElement(0xa3, derElement(0x30, extension))
  )
  const signature = derElement(0x03, Buffer.from([0]), sign('sha256', body, signer.privateKey))
  return {
    key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', derElement(0x30, body, SHA256_WITH_RSA, signature))
  }
}

/** A number that no other certificate of the authority has. The first byte makes it positive. */
function serialNumber(): Buffer {
  return Buffer.concat([Buffer.from([1]), randomBytes(8)])
}

function commonName(name: string): Buffer {
  return derElement(0x30, derElement(0x31, derElement(0x30, COMMON_NAME, text(0x0c, name))))
}

/** @param host a name, or an IPv4 address */
function forHost(host: string): Buffer {
  const name = isIPv4(host)
    ? derElement(0x87, Buffer.from(host.split('.').map(Number)))
    : text(0x82, host)
  return derElement(0x30, SUBJECT_ALT_NAME, derElement(0x04, derElement(0x30, name)))
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
  return derElement(tag, Buffer.from(content))
}
