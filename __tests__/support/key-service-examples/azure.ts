import type { AzureKey } from '../../../src/config/key-service/azure'
import { inputExample, refusalExample, type Example } from './common'

const key: AzureKey = {
  kind: 'key-service',
  service: 'azure',
  product: 'vault',
  address: 'https://my-vault.vault.azure.net',
  vault: 'my-vault',
  name: 'github-app',
  version: '0123456789abcdef0123456789abcdef',
  login: {
    kind: 'oidc',
    address: 'https://login.microsoftonline.com',
    tenant: '11111111-2222-3333-4444-555555555555',
    clientId: '01234567-89ab-cdef-0123-456789abcdef',
    scope: 'https://vault.azure.net/.default',
    oidc: {
      url: 'https://pipelines.example.com/token',
      token: '',
      audience: 'api://AzureADTokenExchange'
    }
  }
}

/** A refusal of Microsoft Entra ID, by its number. */
function login(number: number): Example {
  const body = { error: 'invalid_client', error_description: `AADSTS${number}: No.` }
  const url =
    'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token'
  return refusalExample('azure-login-refused', key, 'login', { status: 401, body, url })
}

/** A refusal of Key Vault. */
function signature(code: string, status: number, azureCode: string): Example {
  const error = { code: azureCode, message: '', innererror: { code: azureCode } }
  const url = `${key.address}/keys/github-app/${key.version}/sign`
  return refusalExample(code, key, 'signature', { status, body: { error }, url })
}

/** What is said of Azure alone. */
export function azureExamples(): Example[] {
  return [
    login(700213),
    login(700212),
    login(700016),
    signature('azure-key-denied', 403, 'ForbiddenByRbac'),
    signature('azure-key-denied', 403, 'ForbiddenByPolicy'),
    signature('azure-network-denied', 403, 'ForbiddenByFirewall'),
    signature('azure-key-not-found', 404, 'KeyNotFound'),
    signature('azure-key-not-usable', 403, 'KeyDisabled'),
    signature('azure-key-not-usable', 403, 'KeyOperationForbidden'),
    inputExample('kms-key-malformed', {
      kind: 'kms-key-malformed',
      mistake: {
        mistake: 'part-missing',
        service: 'azure',
        part: 'version',
        uri: 'azurekms://my-vault/github-app/0123456789abcdef0123456789abcdef'
      }
    })
  ]
}
