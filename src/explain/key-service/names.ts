import type { KeyServiceName } from '../../problems/key-service-problem'

/** The services as people call them. */
export const SERVICE_NAMES: Readonly<Record<KeyServiceName, string>> = {
  aws: 'AWS KMS',
  google: 'Google Cloud KMS',
  azure: 'Azure Key Vault',
  vault: 'Vault'
}
