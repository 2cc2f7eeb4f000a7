import type { KmsKey } from '../../config/key-service/kms-key'
import type { Signer, SignerOptions } from '../signer'
import { awsService } from './aws'
import { azureService } from './azure'
import { googleService } from './google'
import { keyServiceSigner, type KeyService } from './key-service'
import { KeyServiceClient } from './key-service-client'
import { vaultService } from './vault'

/** Opens the signer for a key in a key service. Sends nothing. */
export function openKeyServiceSigner(key: KmsKey, { http, mask }: SignerOptions): Signer {
  return keyServiceSigner(key, openService(key, new KeyServiceClient({ key, http, mask })))
}

function openService(key: KmsKey, client: KeyServiceClient): KeyService {
  switch (key.service) {
    case 'aws':
      return awsService(key, client)
    case 'azure':
      return azureService(key, client)
    case 'google':
      return googleService(key, client)
    case 'vault':
      return vaultService(key, client)
  }
}
