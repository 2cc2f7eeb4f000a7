import type { Inputs } from '../../src/config/config'
import { KEY_SERVICE_INPUTS, type KeyServiceInputs } from '../../src/config/key-service/facts'

/** No input for a key service is set. */
export const noKeyService = Object.fromEntries(
  KEY_SERVICE_INPUTS.map((name) => [name, ''])
) as KeyServiceInputs

/** The inputs of a step that names only its App. */
export const onlyClientId: Inputs = {
  clientId: 'Iv23liAbC',
  appId: '',
  owner: '',
  repositories: '',
  repositoryIds: '',
  installationId: '',
  enterprise: '',
  permissions: '',
  permissionInputs: new Map(),
  skipTokenRevoke: '',
  renew: '',
  githubApiUrl: '',
  fallbackToken: '',
  gitCredentials: '',
  gitIdentity: '',
  keyService: noKeyService,
  tokenService: '',
  trustPolicy: ''
}
