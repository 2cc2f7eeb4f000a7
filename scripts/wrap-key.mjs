#!/usr/bin/env node
/**
 * Wraps a private key for AWS KMS or Vault, which import it as this blob: the key as PKCS#8, wrapped
 * with a random AES key (RFC 5649), which is wrapped with the service's own key (RSA-OAEP).
 * It needs Node 20 or newer; no packages, no openssl. docs/KEYS.md says how to use it.
 */
import { Buffer } from 'node:buffer'
import console from 'node:console'
import {
  constants,
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  publicEncrypt,
  randomBytes
} from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const usage = `Usage: node scripts/wrap-key.mjs APP.pem WRAPPING-KEY [FILE]

APP.pem       the private key that GitHub generated for the App
WRAPPING-KEY  the public key of the service: as PEM, or as DER in binary or base64
FILE          where the blob is written to. Without it, it is printed as base64`

/** Returns the blob. `wrappingKey` is the text or the bytes of the service's public key. */
export function wrapKey(pem, wrappingKey) {
  const pkcs8 = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  const aesKey = randomBytes(32)
  // The value at the beginning that RFC 5649 fixes.
  const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, Buffer.from('A65959A6', 'hex'))
  const wrapped = Buffer.concat([cipher.update(pkcs8), cipher.final()])
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  return Buffer.concat([
    publicEncrypt({ key: publicKey(wrappingKey), ...padding }, aesKey),
    wrapped
  ])
}

function publicKey(given) {
  const bytes = Buffer.from(given)
  const text = bytes.toString('latin1').trim()
  if (text.startsWith('-----BEGIN')) return createPublicKey(text)
  const der = /^[A-Za-z0-9+/\s]+=*$/.test(text) ? Buffer.from(text, 'base64') : bytes
  return createPublicKey({ key: der, type: 'spki', format: 'der' })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [pem, wrappingKey, file] = process.argv.slice(2)
  if (pem === undefined || wrappingKey === undefined) {
    console.error(usage)
    process.exitCode = 1
  } else {
    const blob = wrapKey(readFileSync(pem), readFileSync(wrappingKey))
    if (file === undefined) console.log(blob.toString('base64'))
    else writeFileSync(file, blob)
  }
}
