import type { GoogleKey } from '../../config/key-service/google'
import { googlePoolPath, type GoogleApi } from '../../config/key-service/google-paths'
import type { Reply } from '../../http/reply'
import { googleError, type GoogleError } from '../../signers/key-service/google'
import type { KeyServiceStage } from '../../signers/key-service/key-service-client'
import { quote } from '../words'
import type { Explanation } from '../explanation'
import type { KeyServiceRefusal, KeyServiceWords } from './service-rule'

type Refusal = KeyServiceRefusal<GoogleKey>

/** What people read about Google Cloud KMS. */
export const GOOGLE: KeyServiceWords<GoogleKey> = {
  serviceName: (_, stage) => googleServiceName(stage),
  addressInput: ({ server }) => (server === '' ? undefined : 'kms-key'),
  message: googleMessage,
  explain: explainGoogle
}

/** What happened and why, and what to do. */
type Cause = readonly [problem: string, fix: string]

/** Who answers at a stage, as people call it. */
function googleServiceName(stage: KeyServiceStage): string {
  if (stage === 'login') return "Google's Security Token Service"
  return stage === 'impersonation' ? "Google's IAM Credentials API" : 'Google Cloud KMS'
}

/** What Google says of a failure, without names that must not be in a public log. */
function googleMessage(reply: Reply, isPrivate: boolean): string {
  const { message } = googleError(reply)
  return isPrivate ? message : withoutNames(message)
}

/** Removes projects and accounts. */
function withoutNames(message: string): string {
  return message
    .replace(/\b(projects?[/= ])(?!has\b|and\b|in\b)["']?[\w.:-]*\w/g, '$1…')
    .replace(/[\w.+-]+@[\w.-]*\w/g, '…')
}

/** Explains a refusal of one of Google's services, by its code. */
function explainGoogle(refusal: Refusal): Explanation | undefined {
  const error = googleError(refusal.reply)
  if (error.reason === 'SERVICE_DISABLED') return apiDisabled(refusal, error)
  if (refusal.stage === 'login') return explainLogin(refusal, error)
  return refusal.stage === 'impersonation'
    ? explainImpersonation(refusal)
    : explainSignature(refusal, error)
}

/** What was refused, and Google's own words, as one sentence. */
function said({ serviceName, reply, isPrivate }: Refusal, what: string): string {
  const message = googleMessage(reply, isPrivate)
  return `${serviceName} refused ${what}${message === '' ? ` with ${reply.status}` : `: ${quote(message)}`}.`
}

const APIS: Readonly<Partial<Record<KeyServiceStage, GoogleApi>>> = {
  login: 'sts',
  impersonation: 'iamcredentials'
}

function apiDisabled(refusal: Refusal, { consumer }: GoogleError): Explanation {
  const { key, stage, isPrivate } = refusal
  const api = `${APIS[stage] ?? 'cloudkms'}.googleapis.com`
  const project = consumer.replace(/^projects\//, '')
  const isShown =
    /^[\w.:-]+$/.test(project) &&
    (isPrivate || [key.project, key.login.provider.project].includes(project))
  const where = isShown
    ? 'enable it:'
    : 'enable it in the project of the service account, or of the workload identity pool if there is no service account:'
  return {
    code: 'google-api-disabled',
    title: 'An API of Google Cloud is not enabled',
    problem: `${said(refusal, 'the request')}\nThe API ${api} is not enabled in the project that the request counts for.`,
    fix: `${where}\n  gcloud services enable ${api} --project ${isShown ? project : 'PROJECT'}\nAfter some minutes, run the job again.`
  }
}

function explainLogin(refusal: Refusal, error: GoogleError): Explanation | undefined {
  const cause = loginCause(refusal.key, error)
  return (
    cause && {
      code: 'google-login-refused',
      title: 'Google refused the login',
      problem: `${said(refusal, 'the login')}\n${cause[0]}`,
      fix: cause[1]
    }
  )
}

function loginCause(key: GoogleKey, { code, message }: GoogleError): Cause | undefined {
  const { provider } = key.login
  const named = `${provider.name} in the pool ${provider.pool}`
  if (/attribute condition/i.test(message)) {
    return [
      `The provider ${named} has a condition that the job's OIDC token does not meet. The details above show the claims.`,
      `correct the condition, or run the job where it is met (branch, environment). This shows it:\n  ${providerCommand(key, 'describe')} --format "value(attributeCondition)"`
    ]
  }
  if (message.includes('127 bytes')) {
    return [
      'The provider makes google.subject from the claim sub, and sub is too long for it: it contains the names of the owner, the repository and the branch or environment. The details above show it.',
      `map google.subject to a shorter claim. Keep your other attributes in the list, because it replaces them. Rights that were given by subject must be given again:\n  ${providerCommand(key, 'update-oidc')} --attribute-mapping "google.subject=assertion.repository_id,attribute.repository=assertion.repository"`
    ]
  }
  if (code === 'invalid_target' || message.includes('value for "audience"')) {
    return [
      `There is no provider ${named}, or it is disabled or deleted.`,
      'correct `gcp-workload-identity-provider`. This shows the providers of the pool, with their full names:\n' +
        `  gcloud iam workload-identity-pools providers list ${poolFlags(key)}`
    ]
  }
  if (/\baudience\b/i.test(message)) {
    return [
      `The provider ${named} accepts another audience. The details above show the one that was sent (aud).`,
      `set \`audience\` to one of the allowed audiences, or remove \`audience\` if there are none. This shows them:\n  ${providerCommand(key, 'describe')} --format "value(oidc.allowedAudiences)"`
    ]
  }
  if (/\bissuer\b|\bsignature\b|\bkey id\b|\bjwks?\b/i.test(message)) {
    return [
      `The provider ${named} does not trust the issuer of the job's OIDC token. The details above show it (iss).`,
      `set the issuer of the provider to this iss. For github.com:\n  ${providerCommand(key, 'update-oidc')} --issuer-uri "https://token.actions.githubusercontent.com"`
    ]
  }
  return /\bstale\b|\bexpired?\b|not yet|issued at/i.test(message)
    ? [
        'Google compared the times in the OIDC token with its own clock.',
        'run the job again. If it fails again, the clock of the GitHub that made the token is wrong.'
      ]
    : undefined
}

function explainImpersonation(refusal: Refusal): Explanation | undefined {
  const { key, reply } = refusal
  const account = key.login.serviceAccount
  if (reply.status !== 403 && reply.status !== 404) return undefined
  return {
    code: 'google-impersonation-denied',
    title: 'The workload may not act as the service account',
    problem: `${said(refusal, 'to act as the service account')}\nThere is no service account ${account}, or the workload may not act as it.`,
    fix: `correct \`gcp-service-account\`, or allow this repository to act as it (the provider has to map attribute.repository):\n  gcloud iam service-accounts add-iam-policy-binding ${account} --role roles/iam.workloadIdentityUser --member "${workload(refusal)}"`
  }
}

function explainSignature(refusal: Refusal, error: GoogleError): Explanation | undefined {
  const { key, reply } = refusal
  const problem = said(refusal, `to sign with ${key.ring}/${key.name} version ${key.version}`)
  const state = /current state is:? (\w+)/i.exec(error.message)?.[1]
  if (state !== undefined) return notEnabled(key, problem, state)
  if (/\b(?:purpose|algorithm|digest)\b/i.test(error.message) && reply.status === 400) {
    return {
      code: 'kms-key-unsuitable',
      title: 'This key cannot sign for a GitHub App',
      problem,
      fix: "import the App's private key as a key with the purpose asymmetric-signing and the algorithm rsa-sign-pkcs1-2048-sha256, and name it in `kms-key`."
    }
  }
  if (reply.status === 404) {
    return {
      code: 'google-key-not-found',
      title: 'Google does not have this key version',
      problem,
      fix: `correct \`kms-key\`. This shows the versions of the key:\n  gcloud kms keys versions list ${keyFlags(key)}`
    }
  }
  if (reply.status !== 403) return undefined
  const [cause, fix] = /SECURITY_POLICY|VPC_SERVICE/i.test(error.reason)
    ? PERIMETER
    : right(refusal)
  return {
    code: 'google-key-denied',
    title: 'Google does not allow this login to sign',
    problem: `${problem}\n${cause}`,
    fix
  }
}

const PERIMETER: Cause = [
  'VPC Service Controls protect the project of the key, and this runner is outside of the perimeter.',
  'add an ingress rule for this identity to the perimeter, or use a runner inside of it.'
]

function right(refusal: Refusal): Cause {
  const { key } = refusal
  const { serviceAccount } = key.login
  const who = serviceAccount === '' ? 'this repository' : `the service account ${serviceAccount}`
  const hint = serviceAccount === '' ? ' (the provider has to map attribute.repository)' : ''
  return [
    `Either the key does not exist, or ${serviceAccount === '' ? 'the workload' : who} may not sign with it. Google does not say which.`,
    `check \`kms-key\`, then allow ${who} to sign with this key${hint}:\n  gcloud kms keys add-iam-policy-binding ${key.name} --keyring ${key.ring} --location ${key.location} --project ${key.project} --role roles/cloudkms.signer --member "${serviceAccount === '' ? workload(refusal) : `serviceAccount:${serviceAccount}`}"`
  ]
}

function notEnabled(key: GoogleKey, said: string, state: string): Explanation {
  const command = (verb: string): string =>
    `  gcloud kms keys versions ${verb} ${key.version} ${keyFlags(key)}`
  const fixes = new Map([
    ['DISABLED', `if this key may be used again, enable it:\n${command('enable')}`],
    [
      'DESTROY_SCHEDULED',
      `if this key is still needed, restore it, then enable it:\n${command('restore')}\n${command('enable')}`
    ],
    ['PENDING_IMPORT', 'wait until the import of the key is done, then run the job again.'],
    ['PENDING_GENERATION', MADE_HERE]
  ])
  return {
    code: 'google-key-not-enabled',
    title: 'This version of the key is not enabled',
    problem: said,
    fix:
      fixes.get(state) ??
      "import the App's private key again, as docs/KEYS.md of this action says, and name the new version in `kms-key`."
  }
}

const MADE_HERE =
  "this key is made by Google, and GitHub accepts only keys that it generated itself. Import the App's private key, as docs/KEYS.md of this action says, and name it in `kms-key`."

/** This repository, as Google's policies name it. */
function workload({ key, claims }: Refusal): string {
  const repository = claims?.get('repository') ?? ''
  const name = /^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : 'OWNER/REPOSITORY'
  return `principalSet://iam.googleapis.com/${googlePoolPath(key.login.provider)}/attribute.repository/${name}`
}

function providerCommand(key: GoogleKey, verb: 'describe' | 'update-oidc'): string {
  return `gcloud iam workload-identity-pools providers ${verb} ${key.login.provider.name} ${poolFlags(key)}`
}

function poolFlags({ login: { provider } }: GoogleKey): string {
  return `--workload-identity-pool ${provider.pool} --location global --project ${provider.project}`
}

function keyFlags({ name, ring, location, project }: GoogleKey): string {
  return `--key ${name} --keyring ${ring} --location ${location} --project ${project}`
}

/** Commands that show which key it is, for people who may read its public half. */
export function googleKeyCommands(key: GoogleKey): readonly string[] {
  return [
    `gcloud kms keys versions describe ${key.version} ${keyFlags(key)} --format "value(algorithm)"`,
    `gcloud kms keys versions get-public-key ${key.version} ${keyFlags(key)} --output-file key.pem`,
    'openssl pkey -pubin -in key.pem -outform DER | openssl sha256 -binary | openssl base64'
  ]
}
