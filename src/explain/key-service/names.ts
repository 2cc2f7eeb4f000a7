import type { ServiceKey } from '../../config/key-service/service-key'
import type { KeyServiceName } from '../../key-service-problem'
import type { ServiceStage } from '../../signers/key-service/service-client'

/** The services as people call them. */
export const SERVICE_NAMES: Readonly<Record<KeyServiceName, string>> = {
  aws: 'AWS KMS',
  google: 'Google Cloud KMS',
  azure: 'Azure Key Vault',
  vault: 'Vault'
}

/** Who answers a request of a stage. */
export function placeName(key: ServiceKey, stage: ServiceStage): string {
  if (stage === 'oidc') return "GitHub's OIDC service"
  return stage === 'login' ? loginName(key) : serviceName(key)
}

/** Who answers a login. */
function loginName(key: ServiceKey): string {
  switch (key.kind) {
    case 'aws':
      return 'AWS STS'
    case 'azure':
      return 'Microsoft Entra ID'
    case 'vault':
      return serviceName(key)
  }
}

/** The service that a key is in. */
export function serviceName(key: ServiceKey): string {
  return key.kind === 'vault' ? key.product : SERVICE_NAMES[key.kind]
}
