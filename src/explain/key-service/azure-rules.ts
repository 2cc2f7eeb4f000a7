import type { AzureKey } from '../../config/key-service/azure'
import type { Reply } from '../../http/reply'
import { azureFailure } from '../../signers/key-service/azure'
import type { Explanation } from '../explanation'
import type { KeyServiceRefusal, KeyServiceWords } from './service-rule'

type Refusal = KeyServiceRefusal<AzureKey>

/** What people read about Azure Key Vault. */
export const AZURE: KeyServiceWords<AzureKey> = {
  serviceName: (_, stage) => (stage === 'login' ? 'Microsoft Entra ID' : 'Azure Key Vault'),
  addressInput: (_, stage) => (stage === 'login' ? undefined : 'kms-key'),
  message: azureMessage,
  explain: explainAzure
}

/** Why it happened, and what to do. */
type Cause = readonly [problem: string, fix: string]

/** Explains a refusal of Microsoft Entra ID or of Key Vault, by its code. */
function explainAzure(refusal: Refusal): Explanation | undefined {
  const { code, message } = azureFailure(refusal.reply)
  return refusal.stage === 'login'
    ? explainLogin(refusal, code)
    : explainSignature(refusal, code, message)
}

/**
 * What Azure says of a failure. If anyone can read the log, ids of accounts and names of tenants and
 * resource groups are left out.
 */
function azureMessage(reply: Reply, isPrivate: boolean): string {
  const { code, message } = azureFailure(reply)
  if (message === '') return code
  return isPrivate ? message : message.replace(IDS, '(not shown)')
}

const IDS =
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\/subscriptions\/[^\s'"]+|(?<=directory )'[^']*'/gi

function explainLogin(refusal: Refusal, code: string): Explanation | undefined {
  const cause = loginCause(refusal.key, code)
  if (cause === undefined) return undefined
  return {
    code: 'azure-login-refused',
    title: 'Microsoft Entra ID refused the login',
    problem: `Microsoft Entra ID refused the login (${code}).\n${cause[0]}`,
    fix: cause[1]
  }
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
function loginCause({ login: { clientId, oidc } }: AzureKey, code: string): Cause | undefined {
  switch (code) {
    case 'AADSTS70021':
    case 'AADSTS70025':
    case 'AADSTS700213':
      return [
        "No federated credential of the application in azure-client-id is for this job's OIDC token. The details above show its subject (sub) and its issuer (iss).",
        addCredential(clientId, oidc.audience)
      ]
    case 'AADSTS7002138':
      return [
        "A federated credential of the application has the subject of this job's OIDC token in other upper and lower case. Case matters.",
        'write the subject of the federated credential exactly as the details above show it (sub).'
      ]
    case 'AADSTS700211':
      return [
        "No federated credential of the application has the issuer of this job's OIDC token. The details above show it (iss).",
        'set the issuer of the federated credential to exactly this one, without a slash at its end.'
      ]
    case 'AADSTS700212':
      return [
        'The federated credential expects another audience. The details above show the one that was sent (aud).',
        'remove `audience`, or set it to the audience of the federated credential.'
      ]
    case 'AADSTS700016':
      return [
        'The tenant in azure-tenant-id does not have the application in azure-client-id.',
        'correct `azure-client-id` or `azure-tenant-id`. Use the "Application (client) ID" (of a managed identity: "Client ID"), not an object ID.'
      ]
    case 'AADSTS7000229':
      return [
        'The application is registered, but has no service principal in the tenant.',
        `create it:\n  az ad sp create --id ${clientId}`
      ]
    case 'AADSTS90002':
    case 'AADSTS900023':
      return [
        'The tenant in azure-tenant-id does not exist.',
        'correct `azure-tenant-id`: it is the "Directory (tenant) ID". A tenant of a sovereign cloud is found only with the host of that cloud in `kms-key`.'
      ]
    case 'AADSTS700024':
      return [
        'The OIDC token was not valid at that time: it had ended, or the clocks differ.',
        "run the job again. If your GitHub is a server of your own, check that server's clock (NTP)."
      ]
    default:
      return undefined
  }
}

function addCredential(clientId: string, audience: string): string {
  return [
    'add a federated credential, with `sub` and `iss` from the details above:',
    `  az ad app federated-credential create --id ${clientId} --parameters '{"name": "github-app", "issuer": "ISS", "subject": "SUB", "audiences": ["${audience.replace(/["'\\]/g, '')}"]}'`,
    'For a managed identity, the command is `az identity federated-credential create`.'
  ].join('\n')
}

function explainSignature(
  refusal: Refusal,
  code: string,
  message: string
): Explanation | undefined {
  const { key, reply } = refusal
  const shown = code === '' ? String(reply.status) : code
  const said = `Azure Key Vault refused to sign with ${key.vault}/${key.name} (${shown}).`
  if (reply.status === 404) return notFound(key, said)
  if (/^ForbiddenBy(?:Firewall|Connection)$/.test(code)) return notReachable(key, said)
  const cause = notUsable(key, code, message)
  if (cause !== undefined) {
    return {
      code: 'azure-key-not-usable',
      title: 'Azure Key Vault does not let this key sign',
      problem: `${said}\n${cause[0]}`,
      fix: cause[1]
    }
  }
  if (reply.status === 400 && /algorithm/i.test(message)) {
    return {
      code: 'kms-key-unsuitable',
      title: 'This key cannot sign for a GitHub App',
      problem: `${said}\nThe key is not an RSA key.`,
      fix: "import the App's private key (RSA), and name that key in `kms-key`."
    }
  }
  return denied(refusal, code, said)
}

function notFound({ vault, name, product }: AzureKey, said: string): Explanation {
  return {
    code: 'azure-key-not-found',
    title: 'Azure Key Vault does not have this key',
    problem: `${said}\nThere is no key ${name} with this version.`,
    fix: `correct \`kms-key\`. This shows the versions:\n  az keyvault key list-versions ${vaultOption(product, vault)} --name ${name} --query "[].kid"`
  }
}

function notReachable({ vault }: AzureKey, said: string): Explanation {
  return {
    code: 'azure-network-denied',
    title: 'The firewall of the key vault does not let this runner in',
    problem: `${said}\nThe network settings of ${vault} allow only some networks, and this runner is in none of them.`,
    fix: 'run the job on a runner in an allowed network (self-hosted, or GitHub-hosted in an Azure virtual network), or allow this network in the settings of the vault under "Networking".'
  }
}

/** What is wrong with the key, if it is there and the login may sign. */
function notUsable(key: AzureKey, code: string, message: string): Cause | undefined {
  const { vault, name, version, product } = key
  const change = `az keyvault key set-attributes ${vaultOption(product, vault)} --name ${name} --version ${version}`
  if (code === 'KeyDisabled' || /\bdisabled key\b/i.test(message)) {
    return ['This version of the key is disabled.', `enable it:\n  ${change} --enabled true`]
  }
  // Azure's documents do not give the code for these.
  if (/Expired|NotYetValid/i.test(code) || /\b(?:expired|not yet valid)\b/i.test(message)) {
    return [
      'This version of the key has ended, or is not valid yet.',
      `change its times (these are examples):\n  ${change} --not-before 2026-01-01T00:00:00Z --expires 2036-01-01T00:00:00Z`
    ]
  }
  if (code === 'KeyOperationForbidden' || /is not permitted on this key/i.test(message)) {
    return [
      'The permitted operations of the key (key_ops) do not contain sign.',
      `permit it:\n  ${change} --ops sign`
    ]
  }
  return undefined
}

function denied({ key, reply }: Refusal, code: string, said: string): Explanation | undefined {
  const cause = deniedCause(key, code, reply.status)
  if (cause === undefined) return undefined
  return {
    code: 'azure-key-denied',
    title: 'Azure Key Vault does not allow this login to sign',
    problem: `${said}\n${cause[0]}`,
    fix: cause[1]
  }
}

function deniedCause(key: AzureKey, code: string, status: number): Cause | undefined {
  const { vault, name, product } = key
  const { clientId } = key.login
  if (code === 'AKV10032') {
    return [
      `${vault} belongs to another tenant than the one in azure-tenant-id.`,
      `set \`azure-tenant-id\` to the tenant that this shows:\n  az keyvault show ${product === 'vault' ? '--name' : '--hsm-name'} ${vault} --query properties.tenantId`
    ]
  }
  if (status !== 403) return undefined
  if (code === 'ForbiddenByPolicy') {
    return [
      'No access policy of the vault allows the application to sign.',
      `add one:\n  az keyvault set-policy --name ${vault} --spn ${clientId} --key-permissions sign`
    ]
  }
  return [
    'The application has no role with the right to sign with this key.',
    [
      'give it one (docs/KEYS.md of this action has a role that allows nothing else). It can take ten minutes until it works:',
      product === 'vault'
        ? `  az role assignment create --assignee ${clientId} --role "GitHub App signer" --scope "$(az keyvault show --name ${vault} --query id --output tsv)/keys/${name}"`
        : `  az keyvault role assignment create --hsm-name ${vault} --assignee ${clientId} --role "Managed HSM Crypto User" --scope /keys/${name}`
    ].join('\n')
  ]
}

/** How Azure's command line names a vault or an HSM. */
function vaultOption(product: AzureKey['product'], vault: string): string {
  return product === 'vault' ? `--vault-name ${vault}` : `--hsm-name ${vault}`
}
