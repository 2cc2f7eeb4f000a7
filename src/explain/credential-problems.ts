import type {
  AppIdInput,
  CredentialProblem,
  KeyFileMistake,
  NotAnAppId,
  NotAToken,
  RunOrigin,
  UnusedFallback
} from '../problems/credential-problem'
import { describeAppId } from './app-id-words'
import { counted, joined } from './words'
import type { Texts } from './explanation'
import { explainJwt } from './jwt-problems'
import { explainKey, unusedFallback } from './key-problems'

const ABOUT = 'from the App\'s settings page, under "About".'

/** What a person reads about the inputs for the App, its key, or a token to fall back to. */
export const CREDENTIAL_PROBLEMS: Texts<CredentialProblem> = {
  'app-id-missing': ({ repository, settings }) => ({
    code: 'app-id-missing',
    title: 'The App is not named',
    problem: 'client-id and app-id are empty.',
    fix: [
      `set \`client-id\` (or \`app-id\`) to the Client ID or the App ID ${ABOUT}`,
      'If it is set in the workflow, its variable or secret is empty. Check, in this order:',
      '  1. the name, and its context: `vars.NAME` for a variable, `secrets.NAME` for a secret',
      ...(settings === ''
        ? []
        : [
            `     Dependabot started this run, so a secret must be one of Dependabot: ${settings}/secrets/dependabot`
          ]),
      `  2. is it a variable or secret of the organization? Then ${sharing(repository)}`,
      '  3. is it of an environment? Then the job needs `environment:`',
      "  4. is this a reusable workflow? Then `vars` are those of the caller's repository, and the caller must pass a secret under `secrets:`"
    ].join('\n')
  }),
  'app-id-malformed': ({ input, found }) => ({
    code: 'app-id-malformed',
    title: `${input} is not an App's id`,
    problem: `${input} ${describeAppId(found)}.`,
    fix: fixAppId(input, found)
  }),
  'key-empty-for-fork': ({ fork, fallback }) => {
    const which = fork === '' ? 'a deleted fork' : `the fork ${fork}`
    return {
      code: 'private-key-empty',
      title: 'private-key is empty',
      problem: `private-key is empty. This pull request comes from ${which}, and GitHub gives such runs no secrets.${fallbackOfOtherGitHub(fallback)}`,
      fix: [
        'skip the job for forks:',
        '  if: github.event.pull_request.head.repo.full_name == github.repository',
        ...(fallback === 'not-set'
          ? ['or add `fallback-token: ${{ github.token }}` (read-only on forks).']
          : [])
      ].join('\n')
    }
  },
  'key-empty-for-dependabot': ({ settings, isIdEmpty, fallback }) => ({
    code: 'private-key-empty',
    title: 'private-key is empty',
    problem: `${emptyInputs(isIdEmpty)}. Dependabot runs can read only Dependabot secrets.${fallbackOfOtherGitHub(fallback)}`,
    fix: isIdEmpty
      ? `add both there (or only the key, and set the id as a variable): ${settings}/secrets/dependabot`
      : `add it there: ${settings}/secrets/dependabot`
  }),
  'key-empty-in-fork': ({ repository, isIdEmpty, fallback }) => ({
    code: 'private-key-empty',
    title: 'private-key is empty',
    problem: `${emptyInputs(isIdEmpty)}. ${repository} is a fork, and has none of the secrets of the original repository.${otherFallback(fallback)}`,
    fix: [
      'skip the job in forks, with the name of the original repository:',
      "  if: github.repository == 'OWNER/NAME'",
      `If the job is meant to run in ${repository}, store ${isIdEmpty ? 'the key and the id' : 'the key'} there.`
    ].join('\n')
  }),
  'key-empty': ({ event, origin, repository, fallback }) => ({
    code: 'private-key-empty',
    title: 'private-key is empty',
    problem: `private-key is empty. ${describeOrigin(origin, event)}${otherFallback(fallback)}`,
    fix: [
      'check, in this order:',
      '  1. the name of the secret: `secrets.NAME`, not `vars.NAME`',
      `  2. is it a secret of the organization? Then ${sharing(repository)}`,
      '  3. is it a secret of an environment? Then the job needs `environment:`',
      '  4. is this a reusable workflow? Then the caller must pass it under `secrets:`',
      '  5. do you use `jwt` instead? Then a step of the same job must set it as an output'
    ].join('\n')
  }),
  'key-unusable': explainKey,
  'jwt-unusable': explainJwt,
  'jwt-of-other-app': ({ input, id, issuer }) => ({
    code: 'jwt-other-app',
    title: `${input} is not the App of the JWT`,
    problem: `${input} is ${id}, but the JWT in jwt is for the App ${issuer} (its iss).`,
    fix: `remove \`${input}\`: the JWT names its App. If both are ids of the same App, write the same one in both.`
  }),
  'key-twice': ({ inputs }) => ({
    code: 'key-twice',
    title: 'More than one key is set',
    problem: `${joined(inputs)} are ${inputs.length === 2 ? 'both' : 'all'} set.`,
    fix: inputs.length === 2 ? 'remove one of the two.' : 'keep one of them.'
  }),
  'key-file-unusable': ({ path, mistake, isFallbackSet }) => ({
    code: 'private-key-file',
    title: 'private-key-file cannot be used',
    problem: `private-key-file is "${path}", which ${describeKeyFile(mistake)}.${unusedFallback(isFallbackSet)}`,
    fix: fixKeyFile(mistake)
  }),
  'fallback-token-malformed': ({ found }) => ({
    code: 'fallback-token-malformed',
    title: 'fallback-token is not a token',
    problem: `fallback-token ${describeNoToken(found)}.${found.is === 'expression' ? '' : ' It is not shown here.'}`,
    fix: 'write `fallback-token: ${{ github.token }}`.'
  })
}

function emptyInputs(isIdEmpty: boolean): string {
  return isIdEmpty ? 'private-key and client-id are empty' : 'private-key is empty'
}

const WRONG_SECRET = 'So the secret is empty, has another name, or this job cannot read it.'

function describeOrigin(origin: RunOrigin, event: string): string {
  switch (origin) {
    case 'event-with-secrets':
      return `This run gets secrets (event ${event}). ${WRONG_SECRET}`
    case 'same-repository':
      return `This run gets secrets (a pull request of the same repository). ${WRONG_SECRET}`
    case 'unknown':
      return `The event is ${event}, but this run does not know whether it comes from a fork. GitHub gives no secrets to a fork's pull request.`
  }
}

/** What is to be checked of a variable or secret that an organization shares. */
function sharing(repository: string): string {
  const [owner = ''] = repository.split('/')
  return owner === ''
    ? 'the organization must share it with this repository'
    : `${owner} must share it with ${repository}`
}

function otherFallback(fallback: UnusedFallback): string {
  return fallback === 'set' ? unusedFallback(true) : fallbackOfOtherGitHub(fallback)
}

function fallbackOfOtherGitHub(fallback: UnusedFallback): string {
  return fallback === 'other-github'
    ? "\nfallback-token is not used: it is for this workflow's own GitHub, but github-api-url names another one."
    : ''
}

function fixAppId(input: AppIdInput, found: NotAnAppId): string {
  if (found.is === 'expression') {
    return `write \`${input}: \${{ vars.NAME }}\` in the step under \`with:\`, with the name of the variable (\`secrets.NAME\` for a secret).`
  }
  if (found.is === 'quoted') return 'remove the quotes.'
  const use = `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${ABOUT}`
  return found.is === 'jwt' ? `${use} Set the JWT in \`jwt\`.` : use
}

function describeNoToken(found: NotAToken): string {
  switch (found.is) {
    case 'expression':
      return 'looks like an expression or a variable that was not evaluated'
    case 'blanks':
      return 'contains blanks or several lines. A token has none'
    case 'characters':
      return 'contains a character that no token has'
    case 'short':
      return `is ${counted(found.length, 'character')} long. No token is that short`
  }
}

function describeKeyFile(mistake: KeyFileMistake): string {
  switch (mistake.mistake) {
    case 'not-a-file':
      return 'is not a file'
    case 'empty':
      return 'is empty'
    case 'too-large':
      return `has ${mistake.bytes} bytes. No private key is that large`
    case 'unreadable':
      return mistake.code === 'ENOENT' ? 'does not exist' : `cannot be read (${mistake.code})`
  }
}

function fixKeyFile(mistake: KeyFileMistake): string {
  switch (mistake.mistake) {
    case 'empty':
      return 'write the whole .pem file to it. If an earlier step writes it from a secret, that secret is empty: check its name, and whether this run can read it.'
    case 'too-large':
      return 'use the .pem file that GitHub created, alone.'
    case 'unreadable':
      return mistake.code === 'EACCES' || mistake.code === 'EPERM'
        ? "let the runner's user read the file. In a container job, it can be another user."
        : RIGHT_PATH
    case 'not-a-file':
      return RIGHT_PATH
  }
}

const RIGHT_PATH =
  'use the path of the .pem file as this runner sees it. In a container job, use the path inside the container. `~` and `$NAME` are not replaced.'
