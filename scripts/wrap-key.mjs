#!/usr/bin/env node
/**
 * Wraps a private key for AWS KMS or Vault, which import it as this blob. It needs Node 20 or newer; no
 * packages, no openssl. docs/KEYS.md says how to use it.
 */
import console from 'node:console'
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { wrapKey } from '../setup/wrap-key.mjs'

const usage = `Usage: node scripts/wrap-key.mjs APP.pem WRAPPING-KEY [FILE]

APP.pem       the private key that GitHub generated for the App
WRAPPING-KEY  the public key of the service: as PEM, or as DER in binary or base64
FILE          where the blob is written to. Without it, it is printed as base64`

/** Wraps the key. Throws an error whose message says what to do, and shows nothing of a file. */
function wrap(pemPath, wrappingKeyPath, file) {
  const pem = withFile(pemPath, 'read', () => readFileSync(pemPath))
  const wrappingKey = withFile(wrappingKeyPath, 'read', () => readFileSync(wrappingKeyPath))
  if (!isPrivateRsaKey(pem))
    throw new Error(
      `${pemPath} is not an RSA private key. Name the .pem file of the App first, and then the public key of the service.`
    )
  const blob = wrapFor(wrappingKey)
  if (blob === undefined)
    throw new Error(
      `${wrappingKeyPath} is not an RSA public key. Name the file with the public key of the service.`
    )
  if (file === undefined) console.log(blob.toString('base64'))
  else withFile(file, 'written', () => writeFileSync(file, blob))

  function wrapFor(key) {
    // OpenSSL would take the public half of a private key.
    if (key.includes('PRIVATE KEY')) return undefined
    try {
      return wrapKey(pem, key)
    } catch {
      return undefined
    }
  }
}

function withFile(path, done, act) {
  try {
    return act()
  } catch (error) {
    throw new Error(`${path} cannot be ${done} (${error.code}). Correct the path.`, {
      cause: error
    })
  }
}

function isPrivateRsaKey(pem) {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}

const [pem, wrappingKey, file] = process.argv.slice(2)
if (pem === undefined || wrappingKey === undefined) {
  console.error(usage)
  process.exitCode = 1
} else {
  try {
    wrap(pem, wrappingKey, file)
  } catch (error) {
    console.error(`Error: ${error.message}`)
    process.exitCode = 1
  }
}
