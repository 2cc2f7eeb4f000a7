#!/usr/bin/env node
/**
 * Wraps a private key for AWS KMS or Vault, which import it as this blob. It needs Node 20 or newer; no
 * packages, no openssl. docs/KEYS.md says how to use it.
 */
import console from 'node:console'
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { wrapKey } from '../setup/wrap-key.mjs'

const usage = `Usage: node scripts/wrap-key.mjs APP.pem WRAPPING-KEY [FILE]

APP.pem       the private key that GitHub generated for the App
WRAPPING-KEY  the public key of the service: as PEM, or as DER in binary or base64
FILE          where the blob is written to. Without it, it is printed as base64`

const [pem, wrappingKey, file] = process.argv.slice(2)
if (pem === undefined || wrappingKey === undefined) {
  console.error(usage)
  process.exitCode = 1
} else {
  const blob = wrapKey(readFileSync(pem), readFileSync(wrappingKey))
  if (file === undefined) console.log(blob.toString('base64'))
  else writeFileSync(file, blob)
}
