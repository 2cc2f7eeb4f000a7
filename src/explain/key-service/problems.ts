import type {
  KeyServiceName,
  KeyServiceProblem,
  KeySpelling,
  KmsKeyMistake,
  LoginInput,
  OidcReceiver,
  SignatureMistake
} from '../../problems/key-service-problem'
import type { Explanation, Texts } from '../explanation'
import { joined } from '../words'

/** The services as people call them. */
export const SERVICE_NAMES: Readonly<Record<KeyServiceName, string>> = {
  aws: 'AWS KMS',
  google: 'Google Cloud KMS',
  azure: 'Azure Key Vault',
  vault: 'Vault'
}

const LOGIN_HELP: Readonly<Record<KeyServiceName, string>> = {
  aws: 'set `aws-role-to-assume` to the ARN of a role that may sign with this key, and add `id-token: write` under `permissions:` of the job.',
  google:
    'set `gcp-workload-identity-provider` to the full name of the provider, and add `id-token: write` under `permissions:` of the job.',
  azure:
    'set `azure-client-id` and `azure-tenant-id`, and add `id-token: write` under `permissions:` of the job. A login with `azure/login` is not used, and not needed: set the ids that it has here.',
  vault:
    'set `vault-role` to a role of the JWT auth method, and add `id-token: write` under `permissions:` of the job.'
}

const WRITE_ONE_OF = [
  'write one of these:',
  '  kms-key: awskms:///arn:aws:kms:REGION:ACCOUNT:key/ID',
  '  kms-key: gcpkms://projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/1',
  '  kms-key: azurekms://VAULT/KEY/VERSION',
  '  kms-key: hashivault://transit/KEY'
].join('\n')

/** What a person reads about the inputs for a key service, and about what the service signed. */
export const KEY_SERVICE_PROBLEMS: Texts<KeyServiceProblem> = {
  'kms-key-malformed': ({ mistake }) => explainKey(mistake),
  'login-without-key': ({ inputs }) => ({
    code: 'kms-login-conflict',
    title: 'kms-key is empty',
    problem: `${joined(inputs)} ${inputs.length === 1 ? 'is' : 'are'} set, but kms-key is empty.`,
    fix: 'set `kms-key` to the URI of the key. If it comes from a variable, check the name and the context: `vars.NAME`. Without a key service, remove these inputs.'
  }),
  'login-of-other-service': ({ inputs, service }) => ({
    code: 'kms-login-conflict',
    title: 'A login is for another key service',
    problem: `kms-key names a key in ${SERVICE_NAMES[service]}, but ${joined(inputs)} ${inputs.length === 1 ? 'is for another service' : 'are for other services'}.`,
    fix: `remove ${inputs.map((input) => `\`${input}\``).join(', ')}, or correct \`kms-key\`.`
  }),
  'login-missing': ({ service }) => ({
    code: 'kms-login-missing',
    title: 'Nothing says how to log in to the key service',
    problem: `kms-key names a key in ${SERVICE_NAMES[service]}, but no input says how to log in there${STATIC_VARIABLES[service]}.`,
    fix: LOGIN_HELP[service]
  }),
  'login-incomplete': ({ missing, beside }) => ({
    code: 'kms-login-missing',
    title: 'Nothing says how to log in to the key service',
    problem: `${beside} is set, but ${missing} is empty.`,
    fix: `set \`${missing}\`${beside === 'kms-key' ? '' : `, or remove \`${beside}\``}. If it comes from a variable, check the name and the context: \`vars.NAME\`.`
  }),
  'login-input-malformed': ({ input, text, example }) => ({
    code: 'kms-login-malformed',
    title: 'An input for the login is not valid',
    problem: `${input} is "${text}", which is not a valid value.`,
    fix: `write it like \`${example}\`.${INPUT_HINTS[input] ?? ''}`
  }),
  'service-address-insecure': ({ input }) => ({
    code: 'kms-login-malformed',
    title: 'The address of the key service is not encrypted',
    problem: `The address in ${input} begins with http:. Anyone on the network could sign as your App.`,
    fix: 'use an address that begins with https:.'
  }),
  'login-variable-malformed': ({ variable }) => ({
    code: 'kms-login-malformed',
    title: 'A variable for the login is not valid',
    problem: `${variable} contains characters that no credential has, such as blanks or line ends. It is not shown here.`,
    fix: `set ${variable} again without them, or let this step log in with the job's OIDC token.`
  }),
  'oidc-not-available': ({ service, isFork, isFallbackSet }) => ({
    code: 'oidc-not-available',
    title: 'The job has no OIDC token',
    problem: isFork
      ? `This pull request comes from a fork, and GitHub gives such runs no OIDC token. So the step cannot ${purposeOf(service)}.`
      : `GitHub gives this job no OIDC token, so the step cannot ${purposeOf(service)}.`,
    fix: isFork
      ? [
          'skip the job for forks:',
          '  if: github.event.pull_request.head.repo.full_name == github.repository',
          ...(isFallbackSet === true
            ? []
            : ['or add `fallback-token: ${{ github.token }}` (read-only on forks).'])
        ].join('\n')
      : [
          'give the job this permission (and those that it has now, because the list replaces them):',
          '  permissions:',
          '    id-token: write',
          '    contents: read',
          'In a reusable workflow, the job that calls it needs this, too.'
        ].join('\n')
  }),
  'oidc-audience-refused': ({ text }) => ({
    code: 'kms-login-malformed',
    title: 'An input for the login is not valid',
    problem: `audience is "${text}". An audience is one word of visible characters.`,
    fix: 'remove `audience`, unless the policy of the service names another one than usual.'
  }),
  'signature-unusable': ({ service, found }) => ({
    code: 'kms-key-unsuitable',
    title: 'This key cannot sign for a GitHub App',
    problem: `${SERVICE_NAMES[service]} signed, but ${describeSignature(found)}. Nothing was sent to GitHub.`,
    fix: "import the App's private key (RSA, for signing), and name that key in `kms-key`."
  })
}

/** How to find the value of an input. */
const INPUT_HINTS: Readonly<Partial<Record<LoginInput, string>>> = {
  'gcp-workload-identity-provider':
    ' It begins with the number of the project, not with its id: `gcloud projects describe PROJECT --format "value(projectNumber)"`.'
}

function purposeOf(service: OidcReceiver): string {
  return service === 'token-service'
    ? 'ask the token service for a token'
    : `log in to ${SERVICE_NAMES[service]}`
}

const STATIC_VARIABLES: Readonly<Record<KeyServiceName, string>> = {
  aws: ', and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set',
  google: '',
  azure: '',
  vault: ', and neither VAULT_TOKEN nor BAO_TOKEN is set'
}

function explainKey(mistake: KmsKeyMistake): Explanation {
  const words = describeKey(mistake)
  return { code: 'kms-key-malformed', title: 'kms-key is not the URI of a key', ...words }
}

function describeKey(mistake: KmsKeyMistake): Pick<Explanation, 'problem' | 'fix'> {
  switch (mistake.mistake) {
    case 'not-a-uri':
      return {
        problem: `kms-key is "${mistake.text}", and that names no key service.`,
        fix: WRITE_ONE_OF
      }
    case 'unknown-scheme':
      return {
        problem: `kms-key begins with ${mistake.scheme}:, which is no key service that this action knows.`,
        fix: WRITE_ONE_OF
      }
    case 'other-spelling':
      return {
        problem: `kms-key ${SPELLINGS[mistake.is]}.`,
        fix: `write \`kms-key: ${mistake.uri}\`.`
      }
    case 'part-missing':
      return {
        problem: `kms-key names no ${mistake.part} (${SERVICE_NAMES[mistake.service]}).${WHY_NEEDED[mistake.part] ?? ''}`,
        fix: `write it like \`${mistake.uri}\`.`
      }
    case 'part-malformed':
      return {
        problem: `kms-key has "${mistake.text}" where ${SERVICE_NAMES[mistake.service]} has the ${mistake.part}.`,
        fix: `write it like \`${mistake.uri}\`.`
      }
  }
}

const WHY_NEEDED: Readonly<Record<string, string>> = {
  version: ' The newest version of a key can be one that GitHub has never seen.'
}

const SPELLINGS: Readonly<Record<KeySpelling, string>> = {
  'aws-arn': 'is the ARN of a key, without the scheme in front of it',
  'aws-alias': 'is the name of an alias. Its region and account are missing',
  'aws-key-id': 'is the id of a key. Its region and account are missing',
  'two-slashes': 'needs three slashes between `awskms:` and the ARN',
  'google-name': 'is the name of a key version, without the scheme in front of it',
  'google-url': 'is the address of a key version, not its URI',
  'azure-url': 'is the address of a key, not its URI',
  'vault-url': 'is the address of a key, not its URI'
}

function describeSignature(found: SignatureMistake): string {
  switch (found.is) {
    case 'length':
      return `its signature has ${found.bytes} bytes. RSA keys of 2,048 bits, as GitHub generates them, make signatures of 256 bytes, so this is another kind of key`
    case 'algorithm':
      return `with ${found.algorithm}. GitHub takes only RSASSA-PKCS1-v1_5 with SHA-256 (RS256)`
    case 'other-key':
      return `with ${found.used}, not with ${found.asked}`
  }
}
