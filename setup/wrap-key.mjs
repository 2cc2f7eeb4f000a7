import { Buffer } from 'node:buffer'
import {
  constants,
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  publicEncrypt,
  randomBytes
} from 'node:crypto'

/** The initial value of RFC 5649. */
const INITIAL_VALUE = Buffer.from('a65959a6', 'hex')

/**
 * Wraps an App's private key as AWS KMS (`RSA_AES_KEY_WRAP_SHA_256`) and Vault's transit engine take
 * an import: a random AES-256 key, encrypted with RSA-OAEP-SHA256, and after it the PKCS#8 of the key,
 * wrapped with that AES key (RFC 5649).
 *
 * @param {string | Buffer} pem the private key
 * @param {string | Buffer} wrappingPublicKey the service's public key: PEM, or DER (SubjectPublicKeyInfo)
 *   as bytes or base64
 * @returns {Buffer} what only the service can unwrap
 */
export function wrapKey(pem, wrappingPublicKey) {
  const key = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  const aes = randomBytes(32)
  const cipher = createCipheriv('id-aes256-wrap-pad', aes, INITIAL_VALUE)
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()])
  const encrypted = publicEncrypt(
    {
      key: readPublicKey(wrappingPublicKey),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256'
    },
    aes
  )
  return Buffer.concat([encrypted, wrapped])
}

function readPublicKey(given) {
  const bytes = Buffer.from(given)
  const text = bytes.toString('latin1').trim()
  if (text.startsWith('-----BEGIN')) return createPublicKey(text)
  const der = /^[A-Za-z0-9+/\s]+=*$/.test(text) ? Buffer.from(text, 'base64') : bytes
  return createPublicKey({ key: der, format: 'der', type: 'spki' })
}
