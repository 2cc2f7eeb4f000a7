import type { VaultKey } from '../../config/key-service/vault'
import { vaultError } from '../../signers/key-service/vault'
import { quote } from '../words'
import type { Explanation } from '../explanation'
import type { KeyServiceRefusal, KeyServiceWords } from './service-rule'

type Refusal = KeyServiceRefusal<VaultKey>

/** What people read about Vault and OpenBao. */
export const VAULT: KeyServiceWords<VaultKey> = {
  serviceName: ({ product }) => product,
  addressInput: () => 'vault-address',
  message: vaultError,
  explain: explainVault
}

/** Explains a refusal of Vault, which has no codes, only texts. */
function explainVault(refusal: Refusal): Explanation | undefined {
  const message = vaultError(refusal.reply)
  if (/\bis sealed\b/i.test(message)) return sealed(refusal)
  const { login } = refusal.key
  return refusal.stage === 'login' && login.kind === 'oidc'
    ? explainLogin(refusal, login, message)
    : explainSignature(refusal, message)
}

function sealed({ key }: Refusal): Explanation {
  return {
    code: 'kms-unavailable',
    title: 'The key service is not available',
    problem: `${key.product} is sealed, so it can use no key.`,
    fix: `an operator has to unseal ${key.product}. Then run the job again.`
  }
}

type Login = Extract<VaultKey['login'], { readonly kind: 'oidc' }>

function explainLogin(
  refusal: Refusal,
  { role, path }: Login,
  message: string
): Explanation | undefined {
  const cause = loginCause(refusal, message, role, path)
  if (cause === undefined) return undefined
  return {
    code: 'vault-login-refused',
    title: 'Vault refused the login',
    problem: `${refusal.key.product} refused the login at auth/${path}: ${quote(message)}.\n${cause[0]}`,
    fix: cause[1]
  }
}

function loginCause(
  { key, reply }: Refusal,
  message: string,
  role: string,
  path: string
): readonly [problem: string, fix: string] | undefined {
  const claim = /claim "?\/?([\w-]+)"? does not match/i.exec(message)?.[1]
  if (claim !== undefined) {
    return [
      `The claim ${claim} of the job's OIDC token is not one that the role ${role} accepts. The details above show the claims.`,
      `correct bound_claims of auth/${path}/role/${role}, or run the job where these claims match (branch, environment).`
    ]
  }
  if (/\baud(?:ience)?\b/i.test(message)) {
    return [
      `The role ${role} expects another audience. The details above show the one that was sent (aud).`,
      'set `audience` to one of bound_audiences of the role, or add the one that was sent to the role.'
    ]
  }
  if (/expired|not (?:valid|active) yet|issued at|nbf|iat\b/i.test(message)) {
    return [
      `${key.product} compared the times in the OIDC token with its own clock.`,
      `check the clock of the ${key.product} server (NTP), then run the job again.`
    ]
  }
  if (/role .* (?:could not be found|does not exist)|missing role/i.test(message)) {
    return [
      `There is no role ${role} at auth/${path}.`,
      'correct `vault-role`, or `vault-auth-path` if the role is at another path.'
    ]
  }
  if (/signature|fetching keys|known key|key id/i.test(message)) {
    return [
      'The auth method could not verify the OIDC token.',
      `set oidc_discovery_url of auth/${path}/config to the address of GitHub's tokens: https://token.actions.githubusercontent.com`
    ]
  }
  if (reply.status === 404 || /no handler for route/i.test(message)) return notThere(key, path)
  return reply.status === 403 ? notThere(key, path) : undefined
}

/** Without a login, Vault answers a path that does not exist like one that is forbidden. */
function notThere({ namespace }: VaultKey, path: string): readonly [string, string] {
  return [
    `Most often, no auth method is mounted at auth/${path}${namespace === '' ? '' : ` in the namespace ${namespace}`}.`,
    namespace === ''
      ? 'correct `vault-auth-path`. If the auth method is in a namespace, set `vault-namespace`.'
      : 'correct `vault-auth-path`, or `vault-namespace`.'
  ]
}

function explainSignature(refusal: Refusal, message: string): Explanation | undefined {
  const { key, reply } = refusal
  const path = `${key.mount}/sign/${key.name}/sha2-256`
  const said = `${key.product} refused to sign with ${key.mount}/${key.name}: ${quote(message)}.`
  if (/key not found/i.test(message)) {
    return {
      code: 'vault-key-not-found',
      title: 'Vault does not have this key',
      problem: `${said}\nThere is no key ${key.name} in the transit engine at ${key.mount}.`,
      fix: 'correct `kms-key`, or import the key: see docs/KEYS.md of this action.'
    }
  }
  if (/no handler for route|unsupported path/i.test(message)) {
    return {
      code: 'vault-key-not-found',
      title: 'Vault does not have this key',
      problem: `${said}\nNo transit engine is mounted at ${key.mount}.`,
      fix: 'write the mount in `kms-key` (`hashivault://MOUNT/KEY`). If the engine is in a namespace, set `vault-namespace`.'
    }
  }
  if (/does not support signing|unsupported key type/i.test(message)) {
    return {
      code: 'kms-key-unsuitable',
      title: 'This key cannot sign for a GitHub App',
      problem: said,
      fix: "import the App's private key as a key of the type rsa-2048, and name it in `kms-key`."
    }
  }
  return reply.status === 403 ? denied(refusal, said, path) : undefined
}

function denied({ key: { login } }: Refusal, said: string, path: string): Explanation {
  const who =
    login.kind === 'oidc'
      ? `The policies of the role ${login.role} do not allow`
      : `The token in ${login.variable} has ended, or its policies do not allow`
  return {
    code: 'vault-key-denied',
    title: 'Vault does not allow this login to sign',
    problem: `${said}\n${who} to sign with this key.`,
    fix: `add this to a policy of the ${login.kind === 'oidc' ? 'role' : 'token'}:\n  path "${path}" { capabilities = ["update"] }`
  }
}
