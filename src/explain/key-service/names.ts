import type { ServiceKey } from '../../config/key-service/service-key'
import type { KeyServiceName } from '../../key-service-problem'

/** The services as people call them. */
export const SERVICE_NAMES: Readonly<Record<KeyServiceName, string>> = {
  aws: 'AWS KMS',
  google: 'Google Cloud KMS',
  azure: 'Azure Key Vault',
  vault: 'Vault'
}

/** The service that a key is in. */
export function serviceName(key: ServiceKey): string {
  return key.kind === 'vault' ? key.product : SERVICE_NAMES[key.kind]
}
