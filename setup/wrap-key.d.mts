/** Wraps an App's private key for an import into AWS KMS or Vault. */
export function wrapKey(pem: string, wrappingPublicKey: string | Buffer): Buffer
