import type { AppKey } from '../../src/config/app-key'
import type { GivenCredential } from '../../src/config/credential'
import { KEY_SERVICE_INPUTS, type KeyServiceInputs } from '../../src/config/key-service/facts'
import type { Inputs } from '../../src/config/step-inputs'
import type { Parsed } from '../../src/parsed'

/** No input for a credential is set. */
export const noCredential: GivenCredential = { inputs: [], parsed: undefined }

/** A private key as it was read from its input. */
export function givenKey(parsed: Parsed<AppKey>): GivenCredential {
  return { inputs: ['private-key'], parsed }
}

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
